"""
The day of an act that a letter tells of, where no other is told.

"The first act of recognition was the opening of a consulate. A letter from the consul dated 9 May
1836 reports that he has taken up his duties": a day of words, as for a press release.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from diplomodel_news._events.found import Finding
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._story import Story
from diplomodel_news._times.dates import moments_of
from diplomodel_news._times.moments import DAY, Moment


__all__ = ["date_by_letters"]

#: What a letter is about, each with those who do it.
_MATTERS: Final = (
    frozenset({"consulate", "consul"}),
    frozenset({"embassy", "legation", "envoy"}),
    frozenset({"recognition", "recognition_act"}),
    frozenset({"relations"}),
)


def date_by_letters(acts: Iterable[Finding], story: Story) -> None:
    """
    Give acts without a day that of the letter which the next sentence cites for them.

    Args:
        acts: The acts of a text.
        story: The text.
    """
    for act in acts:
        open_ended = act.date.startswith("../") and act.modality == "done" and not act.dated
        if not open_ended or act.order + 1 >= len(story.sentences):
            continue
        matter = _matter(story.mentions[act.order]) & _matter(story.mentions[act.order + 1])
        letter = _letter(story.sentences[act.order + 1], story.mentions[act.order + 1], story)
        if matter and letter is not None:
            act.date, act.dated = letter.text, True
            act.why.append(f"dated by the letter that tells of it: {letter.text}")


def _matter(mentions: Iterable[Mention]) -> set[int]:
    """
    What a sentence is about, of what letters are cited for.
    """
    tags = {tag for one in mentions for tag in one.tags}
    return {number for number, kinds in enumerate(_MATTERS) if tags & kinds}


def _letter(sentence: Sentence, mentions: list[Mention], story: Story) -> Moment | None:
    """
    The day of a letter not told of before that opens a sentence and reports something.
    """
    words, opening = story.language.words, mentions[0] if mentions else None
    if opening is None or opening.first != 0 or "missive" not in opening.tags:
        return None
    if sentence.low[0] in words["definite"] or not _reports(sentence, story):
        return None
    days = moments_of(sentence, story.language, story.published)
    return next(
        (
            day
            for day in days
            if len(day.text) == DAY
            and not words["letter_dated"].isdisjoint(
                sentence.low[max(0, day.first - 2) : day.first]
            )
        ),
        None,
    )


def _reports(sentence: Sentence, story: Story) -> bool:
    """
    Whether a sentence has a verb of telling.
    """
    lemmas = {lemma for word in sentence.raw for lemma, _ in story.language.forms_of(word) or ()}
    return not lemmas.isdisjoint(story.language.matrix["reporting"])
