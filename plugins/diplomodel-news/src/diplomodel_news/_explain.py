"""
Why each event was found, and why near misses were not.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplomodel_news._documents import Article
from diplomodel_news._events.finding import findings_of
from diplomodel_news._events.found import Finding
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
    found = findings_of(story)
    yield f"  language {story.language.code}, published {story.published}"
    lead = {id(one) for one in found.events}
    for finding in found.all:
        why = found.left_out.get(id(finding), "")
        head = f"left out ({why})" if why else "event" if id(finding) in lead else "told again"
        yield from _told(finding, head, article.text)


def _told(finding: Finding, head: str, text: str) -> Iterator[str]:
    told = finding.draft.told
    sentence = told.analysis.sentence
    first, stop = told.trigger
    words = " ".join(sentence.raw[first:stop])
    place = f"{sentence.start}-{sentence.end}"
    if finding.refused:
        yield f"  near miss {told.form.name} by {words!r} at {place}: {finding.refused}"
        return
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
