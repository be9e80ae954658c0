"""
Where a text is told from, and what stands for "here".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["from_elsewhere", "here"]

#: Within how many tokens the dash after a dateline stands.
_HEAD: Final = 14
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_POSTED: Final = frozenset({"mission", "envoy", "diplomats", "consul"})
_FEW: Final = 2


def from_elsewhere(sentences: Sequence[Sentence], mentions: Sequence[list[Mention]]) -> str | None:
    """
    Take the place of a dateline out of what a text tells, and say in which state that is.

    "DAKAR, Sept 4 - Burkina Faso ordered": nothing is told of Senegal. Where a text names a
    single other state, the place stays: it is the other side, perhaps.

    Args:
        sentences: The sentences.
        mentions: The mentions of each; a dateline's are taken out.
    """
    named = {code for several in mentions for one in several for code in one.states[:1]}
    home: str | None = None
    for sentence, several in zip(sentences, mentions, strict=True):
        _drop_byline(several, sentence)
        stop = _dateline(sentence)
        place = next((one for one in several if one.stop <= stop and one.kind == "actor"), None)
        if place is None or not place.states or "capital" not in place.tags:
            continue
        lands = [code for code in place.states if not code.startswith("org:")]
        home = home or (lands[0] if lands else None)
        elsewhere = sum(home in one.states for others in mentions for one in others) > 1
        if elsewhere or len({code for code in named if not code.startswith("org:")}) > _FEW:
            several.remove(place)
    return home


def _drop_byline(mentions: list[Mention], sentence: Sentence) -> None:
    """
    Take the byline out of a dateline: "QUITO (Redacción Política).-" names nobody.
    """
    head = sentence.raw[:_HEAD]
    if "(" not in head or ")" not in head or not head[0].istitle() | head[0].isupper():
        return
    first, stop = head.index("("), head.index(")")
    after = sentence.raw[stop + 1] if stop + 1 < len(sentence) else ""
    if first < stop and after[:1] in {".", *_DASHES}:
        mentions[:] = [one for one in mentions if not first < one.first < stop]


def _dateline(sentence: Sentence) -> int:
    """
    The token of the dash that closes a dateline; 0 where a sentence has none.
    """
    first = next((word for word in sentence.raw[:1]), "")
    if len(first) < _FEW or not first.isupper():
        return 0
    head = sentence.raw[1:_HEAD]
    return next((at for at, word in enumerate(head, 1) if word in _DASHES), 0)


def here(mentions: Sequence[Mention], sentence: Sentence, home: str, language: Language) -> None:
    """
    Give missions and envoys "here" the state from which a text is told.

    Args:
        mentions: The mentions of a sentence.
        sentence: The sentence.
        home: The state of the dateline.
        language: The text's language.
    """
    words = language.words["here"]
    for one in mentions:
        after = sentence.low[one.stop] if one.stop < len(sentence) else ""
        if one.tags & _POSTED and after in words and one.sent is None and home not in one.states:
            one.receiver = home
