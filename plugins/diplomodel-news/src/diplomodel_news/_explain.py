"""
Why each event was found, and why near misses were not.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplomodel_news._documents import Article
from diplomodel_news._judge import Finding, judge
from diplomodel_news._merge import merged
from diplomodel_news._story import Story


__all__ = ["explained"]

_LONGEST = 100


def explained(story: Story, article: Article) -> Iterator[str]:
    """
    The lines that tell of each finding of a text, in the order of the text.

    Args:
        story: The text, not yet read.
        article: Where it comes from.
    """
    findings = [
        finding
        for draft in story.drafts()
        for finding in judge(draft, story.cast, story.published, opinion=story.opinion)
    ]
    yield f"  language {story.language.code}, published {story.published}"
    kept = [one for one in findings if not one.refused]
    lead = {id(one) for one in merged(kept)}
    for finding in sorted(findings, key=lambda one: one.order):
        yield from _told(finding, id(finding) in lead, article.text)


def _told(finding: Finding, leads: bool, text: str) -> Iterator[str]:
    told = finding.draft.told
    sentence = told.analysis.sentence
    first, stop = told.trigger
    words = " ".join(sentence.raw[first:stop])
    place = f"{sentence.start}-{sentence.end}"
    if finding.refused:
        yield f"  near miss {told.form.name} by {words!r} at {place}: {finding.refused}"
        return
    head = "event" if leads else "told again"
    yield (
        f"  {head} {finding.kind} {finding.date} {finding.modality} by {words!r} at {place}:"
        f" {text[sentence.start : sentence.end][:_LONGEST]!r}"
    )
    for field, value in finding.values.items():
        guessed = " (from the rest of the text)" if field in finding.guessed else ""
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        yield f"    {field}: {shown}{guessed}"
    if finding.attributed:
        yield f"    said by: {finding.attributed}"
    for line in finding.why:
        yield f"    because {line}"
