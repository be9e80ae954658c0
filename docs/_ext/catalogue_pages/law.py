"""
The law table: every article and practice, how far it was checked, and who cites it.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue_pages.words import kind_link, link, page, sentence, table, target
from diplomodel.law import Article, Treaty, articles, treaties
from diplomodel.rules import core_rules


PRACTICE = "practice"


def pages() -> dict[str, str]:
    """
    A page for each treaty and one for the practices.
    """
    found = {f"law/{known.id.lower()}.md": _treaty(known) for known in treaties()}
    found["law/practice.md"] = page(
        "# Practices",
        "What states do that no article of these treaties regulates, and rules cite.",
        *_articles(articles(treaty=PRACTICE)),
    )
    found["law/index.md"] = _overview()
    return found


def _overview() -> str:
    names = [known.id.lower() for known in treaties()]
    toctree = "\n".join((*names, PRACTICE))
    rows = [
        (f"[{known.title}]({known.id.lower()}.md)", known.id, known.signed, known.in_force)
        for known in treaties()
    ]
    every = articles()
    counts = [(status, sum(a.status == status for a in every)) for status in _statuses(every)]
    told = ", ".join(f"{count} are marked `{status}`" for status, count in counts)
    return page(
        "# Law table",
        f"Every rule rests on one of these {len(every)} articles and practices, "
        "told in the project's own words.",
        table(("treaty", "cited as", "signed", "in force"), rows),
        "What no treaty regulates stands under [practices](practice.md).",
        f"Of the paraphrases, {told}: "
        "read against a text, read in part or through a summary, or from memory. "
        "Check one of the last sort before you rely on it.",
        f"```{{toctree}}\n:hidden:\n\n{toctree}\n```",
    )


def _statuses(every: tuple[Article, ...]) -> Iterator[str]:
    yield from dict.fromkeys(sorted(article.status.value for article in every))


def _treaty(known: Treaty) -> str:
    binding = (
        "Its rules are taken to be custom, so they bind non-parties too."
        if known.universal
        else "It binds its parties only."
    )
    rows = (
        (
            party.state,
            party.standing.value.replace("_", " "),
            party.since or "",
            ", ".join(party.reservations),
            party.status.value.replace("_", " "),
            party.note,
        )
        for party in known.parties
    )
    return page(
        f"# {known.title}",
        f"Cited as {known.id}; signed {known.signed}, in force {known.in_force}. {binding}",
        *_articles(articles(treaty=known.id)),
        target("parties", known.id),
        "## States",
        "Every party is listed." if known.complete else "What is known of single states.",
        table(("state", "standing", "since", "reservations", "checked", "note"), rows),
        "Read in: " + "; ".join(map(_source, known.sources)) + ".",
    )


def _articles(found: tuple[Article, ...]) -> Iterator[str]:
    for article in found:
        yield target("law", article.id)
        number = article.title if article.treaty == PRACTICE else f"{article.id}: {article.title}"
        yield f"## {number}"
        yield article.text
        yield "\n".join(f"- {fact}" for fact in _facts(article))


def _facts(article: Article) -> Iterator[str]:
    if article.treaty == PRACTICE:
        yield f"Cited as: `{article.id}`."
    yield f"Acts: {sentence(article.acts)}"
    yield f"Consent: {sentence(article.consent)}"
    read = f", in {'; '.join(map(_source, article.sources))}" if article.sources else ""
    yield f"Checked: {article.status.value.replace('_', ' ')}{read}."
    cited = tuple(_cited_by(article.id))
    if cited:
        yield f"Cited by: {', '.join(cited)}."


def _source(source: str) -> str:
    return f"<{source}>" if source.startswith("http") else source


def _cited_by(name: str) -> Iterator[str]:
    rules = core_rules()
    for cls in dict.fromkeys(rule.event for rule in rules.rules if name in rule.law):
        yield kind_link(cls)
    asked = dict.fromkeys(need.event for need in rules.requirements if name in need.law)
    yield from (f"a requirement of {kind_link(cls)}" for cls in asked)
    duties = dict.fromkeys(duty.name for duty in rules.duties if name in duty.law)
    yield from (f"the duty {link('duty', duty)}" for duty in duties)
