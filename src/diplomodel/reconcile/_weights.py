"""
How much speaks for two reports being of one happening, in points.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from diplomodel.dates import Duration, PartialDate
from diplomodel.events._base import Modality, Votes
from diplomodel.reconcile._alike import (
    DIFFERENT,
    LIKE,
    SAME,
    UNTOLD,
    Alike,
    names_alike,
    sets_alike,
    texts_alike,
)
from diplomodel.reconcile._cards import Card
from diplomodel.reconcile._settings import Settings
from diplomodel.reconcile._shapes import Part, Role


__all__ = ["NEVER", "SOON", "Reason", "Weight", "gap_of", "weigh"]

#: What is told apart by its identity is never merged, whatever else speaks for it.
NEVER: Final = -100

#: The most that all texts together count, either way: they are often one phrase in two fields.
_TEXTS: Final = 4
#: Days within which the news of an act comes out.
SOON: Final = 3
#: Numbers that differ by no more than this share are roundings or later counts.
_NEAR: Final = 0.25
#: Numbers of which one is at least so many times the other are of two acts.
_FAR: Final = 2


class Reason(NamedTuple):
    """
    One thing that speaks for or against.

    Attributes:
        points: How much.
        text: What.
    """

    points: int
    text: str

    def __str__(self) -> str:
        """
        The text, with the points.
        """
        return f"{self.text} ({self.points:+d})" if self.points > NEVER else self.text


class Weight(NamedTuple):
    """
    All that speaks for or against, and the sum.

    Attributes:
        points: The sum.
        reasons: What it is made of.
    """

    points: int
    reasons: tuple[Reason, ...]


def weigh(one: Card, other: Card, settings: Settings, *, swapped: int | None = None) -> Weight:
    """
    Weigh two reports of one type, or of a type and one derived from it.

    `diplomodel.reconcile.compare` tells the points and why they are as they are.

    Args:
        one: A report.
        other: Another, of the same type or of one derived from it.
        settings: How far apart reports may lie.
        swapped: What sides the other way round cost, if not as in the table.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> from diplomodel.reconcile._cards import card_of
        >>> cards = [
        ...     card_of(RelationsBreak(occurred=day, by="PER", target="MEX"), window=7)
        ...     for day in ("2025-11-03", "2025-11-05")
        ... ]
        >>> weight = weigh(*cards, Settings())
        >>> weight.points, [str(reason) for reason in weight.reasons]
        (6, ['seldom done twice (+4)', '2 days apart (+2)'])
    """
    shape = one.shape
    found = [Reason(0, "done every day") if shape.often else Reason(4, "seldom done twice")]
    found.append(_date(one, other, settings))
    if shape.equal_only:
        found.append(Reason(4, "equal in all that makes them themselves"))
        return _sum(found)
    told = other.told if other.shape is shape else shape.told(other.event)
    person = _details(found, one, other, told)
    _modality(found, one, other)
    _keys(found, one, other)
    _sides(found, one, other, person=person, swapped=swapped)
    return _sum(found)


def _sum(found: list[Reason]) -> Weight:
    reasons = tuple(reason for reason in found if reason.points or reason is found[0])
    return Weight(max(NEVER, sum(reason.points for reason in found)), reasons)


def gap_of(one: Card, other: Card) -> int:
    """
    Days between two reports; 0 where their dates overlap.
    """
    return max(0, other.first - one.last, one.first - other.last)


def _date(one: Card, other: Card, settings: Settings) -> Reason:
    gap = gap_of(one, other)
    if gap == 0:
        if one.exact and other.exact:
            return Reason(4, f"both on {one.event.occurred.text[:10]}")
        widest = max(one.last - one.first, other.last - other.first)
        return Reason(3 if widest <= 31 else 2, "the vaguer date fits")
    if gap > settings.window:
        return Reason(-1, f"{gap} days apart")
    once = one.shape.kind in settings.once
    points = 3 if gap == 1 else 2 if gap <= SOON or once else 1
    return Reason(points, f"{gap} day{'s'[: gap > 1]} apart")


def _details(found: list[Reason], one: Card, other: Card, told: tuple[object, ...]) -> bool:
    """
    Compare all other fields; whether a person named by both is the same.
    """
    person = False
    texts = []
    for part, mine, theirs in zip(one.shape.parts, one.told, told, strict=True):
        if mine is None or theirs is None or mine == () or theirs == ():
            continue
        if part.role is Role.TEXT:
            texts.append(_text(part.name, mine, theirs, one, other))
            continue
        reason = _COMPARED[part.role](part, mine, theirs, one)
        person = person or (part.role is Role.NAME and reason.points > 0)
        found.append(reason)
    one_event, other_event = one.event, other.event
    if one_event.summary and other_event.summary:
        texts.append(_text("summary", one_event.summary, other_event.summary, one, other))
    _texts(found, texts)
    if one_event.place and other_event.place:
        alike = texts_alike(one_event.place, other_event.place)
        if alike >= LIKE:
            found.append(Reason(1, "same place"))
        elif alike == DIFFERENT or not one.shape.often:
            found.append(Reason(-1, "other place"))
    return person


def _texts(found: list[Reason], texts: list[Reason]) -> None:
    """
    Add what the texts say, no more than so much in all.
    """
    total = 0
    for reason in sorted(texts, key=lambda reason: (-abs(reason.points), reason.text)):
        points = max(-_TEXTS, min(_TEXTS, total + reason.points)) - total
        total += points
        found.append(Reason(points, reason.text))


def _text(name: str, mine: object, theirs: object, one: Card, other: Card) -> Reason:
    alike = texts_alike(str(mine), str(theirs))
    if alike == SAME:
        return Reason(4 if one.shape.often else 3, f"same {name}")
    if alike == LIKE:
        return Reason(2, f"like words in {name}")
    if alike == UNTOLD or _languages_differ(one, other):
        return Reason(0, name)
    if name == "summary":
        return Reason(-1 if one.shape.often else 0, f"other words in {name}")
    return Reason(-4 if one.shape.often else -1, f"other words in {name}")


def _languages_differ(one: Card, other: Card) -> bool:
    mine, theirs = _languages(one), _languages(other)
    return bool(mine and theirs) and not mine & theirs


def _languages(card: Card) -> set[str]:
    told = (piece.source.language for piece in card.event.evidence)
    return {language.partition("-")[0] for language in told if language}


def _name(part: Part, mine: object, theirs: object, one: Card) -> Reason:
    if part.default is not None and part.default != () and part.default in (mine, theirs):
        return Reason(0, part.name)
    alike: Alike
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        alike = sets_alike(mine, theirs)
    else:
        alike = names_alike(*sorted((str(mine), str(theirs))))
    if alike >= LIKE:
        return Reason(
            2 if alike == SAME else 1, f"{'same' if alike == SAME else 'like'} {part.name}"
        )
    if alike == UNTOLD:
        return Reason(0, part.name)
    if not part.identity:
        return Reason(-2, f"other {part.name}")
    return Reason(-5 if one.shape.one_holder else NEVER, f"other {part.name}")


def _actor(part: Part, mine: object, theirs: object, one: Card) -> Reason:
    del one
    if mine == theirs:
        return Reason(1, f"same {part.name}")
    if isinstance(mine, tuple) and isinstance(theirs, tuple) and {*mine} & {*theirs}:
        return Reason(0, part.name)
    return Reason(-3 if part.identity else -2, f"other {part.name}")


def _word(part: Part, mine: object, theirs: object, one: Card) -> Reason:
    del one
    if mine == theirs:
        return Reason(0, part.name)
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        both = {*mine} & {*theirs}
        return Reason(0 if both else NEVER, f"other {part.name}")
    if part.identity and part.default not in (mine, theirs):
        return Reason(NEVER, f"other {part.name}")
    return Reason(-3 if part.identity else -1, f"other {part.name}")


def _flag(part: Part, mine: object, theirs: object, one: Card) -> Reason:
    del one
    same = mine == theirs or not part.identity
    return Reason(0 if same else -3, f"other {part.name}")


def _count(part: Part, mine: object, theirs: object, one: Card) -> Reason:
    del one
    if mine == theirs:
        return Reason(2, f"same {part.name}")
    if not isinstance(mine, int) or not isinstance(theirs, int):
        return Reason(0, part.name)
    low, high = sorted((mine, theirs))
    if high - low <= _NEAR * high:
        return Reason(0, f"near {part.name}")
    return Reason(-9 if high >= _FAR * low else -2, f"other {part.name}")


def _value(part: Part, mine: object, theirs: object, one: Card) -> Reason:
    del one
    if isinstance(mine, PartialDate | Duration):
        return Reason(1 if mine == theirs else -1, f"{_same(mine, theirs)} {part.name}")
    if isinstance(mine, Votes):
        return Reason(2 if mine == theirs else -1, f"{_same(mine, theirs)} {part.name}")
    return Reason(1 if mine == theirs else 0, f"{_same(mine, theirs)} {part.name}")


def _same(mine: object, theirs: object) -> str:
    return "same" if mine == theirs else "other"


_COMPARED: Final[dict[Role, Callable[[Part, object, object, Card], Reason]]] = {
    Role.ACTOR: _actor,
    Role.NAME: _name,
    Role.WORD: _word,
    Role.FLAG: _flag,
    Role.COUNT: _count,
    Role.VALUE: _value,
}


def _modality(found: list[Reason], one: Card, other: Card) -> None:
    mine, theirs = one.event.modality, other.event.modality
    if mine is not theirs:
        both = {mine, theirs} == {Modality.DONE, Modality.CLAIMED}
        found.append(Reason(-1 if both else NEVER, f"{mine.value} and {theirs.value}"))


def _keys(found: list[Reason], one: Card, other: Card) -> None:
    """
    Keys and links are how a coder tells happenings apart; a machine's keys number its rows.
    """
    mine, theirs = one.event, other.event
    if mine.key and theirs.key and mine.key != theirs.key and not (one.machine or other.machine):
        found.append(Reason(NEVER, "other key"))
    if (mine.links or mine.supersedes or theirs.links or theirs.supersedes) and (
        _refers(one, other) or _refers(other, one)
    ):
        found.append(Reason(NEVER, "one refers to the other"))


def _refers(one: Card, other: Card) -> bool:
    named = {link.to for link in one.event.links} | {*one.event.supersedes}
    return bool(named) and (other.event.label in named or other.event.id in named)


def _sides(
    found: list[Reason], one: Card, other: Card, *, person: bool, swapped: int | None
) -> None:
    if one.sides != other.sides and None not in one.sides and None not in other.sides:
        points = (-1 if person else -5) if swapped is None else swapped
        found.append(Reason(points, "the sides the other way round"))
    elif _identical(one, other):
        found.append(Reason(2, "equal in all that makes them themselves"))


def _identical(one: Card, other: Card) -> bool:
    """
    Whether the ids of two reports are equal, keys left aside.
    """
    if one.shape is not other.shape or not (one.exact and other.exact):
        return False
    return one.event.occurred == other.event.occurred and all(
        mine == theirs
        for part, mine, theirs in zip(one.shape.parts, one.told, other.told, strict=True)
        if part.identity
    )
