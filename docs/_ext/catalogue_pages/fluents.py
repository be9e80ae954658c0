"""
The catalogue of fluents.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue_pages.words import code, link, page, sentence, summary, table, target
from diplomodel.fluents import CORE, Fluent
from diplomodel.rules import core_rules


def pages() -> dict[str, str]:
    """
    The one page.
    """
    stored = [fluent for fluent in CORE.values() if not fluent.is_derived]
    derived = [fluent for fluent in CORE.values() if fluent.is_derived]
    text = page(
        "# Fluents",
        f"The core knows {len(stored)} stored fluents, which rules and observations set, "
        f"and {len(derived)} derived ones, which follow from stored ones on the same day.",
        table(
            ("fluent", "of", "written", "what it says"),
            (
                (
                    link("fluent", fluent.name, text=code(fluent.name)),
                    fluent.on.value,
                    code(fluent.on.form),
                    fluent.summary,
                )
                for fluent in CORE.values()
            ),
        ),
        *(block for fluent in (*stored, *derived) for block in _entry(fluent)),
    )
    return {"fluents.md": text}


def _entry(fluent: Fluent[str]) -> Iterator[str]:
    yield target("fluent", fluent.name)
    yield f"## {fluent.name}"
    yield sentence(fluent.summary)
    if fluent.vocabulary:
        yield f"Values, in their order: {', '.join(map(code, fluent.vocabulary))}."
        yield f"The vocabulary is {{py:class}}`diplomodel.fluents.{fluent.values.__name__}`: " + (
            summary(fluent.values)[:1].lower() + summary(fluent.values)[1:]
        )
    else:
        yield "The value is a person's id, a state's code, or `vacant`."
    if fluent.is_derived:
        reads = ", ".join(link("fluent", f.name, text=code(f.name)) for f in fluent.reads)
        yield f"Derived from {reads}; nothing assigns it."
    else:
        count = sum(rule.sets is fluent for rule in core_rules().rules)
        many = "rules set" if count != 1 else "rule sets"
        yield f"{count} {many} it: {link('rules-of', fluent.name, text='see them')}."
