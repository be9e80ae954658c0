"""
Two reports, and what speaks for and against their being of one happening.
"""

from __future__ import annotations

from diplomodel.events._base import Event
from diplomodel.reconcile._attaching import coarse_weight
from diplomodel.reconcile._cards import Card, card_of
from diplomodel.reconcile._results import Comparison
from diplomodel.reconcile._settings import Settings
from diplomodel.reconcile._shapes import may_stand_for
from diplomodel.reconcile._weights import NEVER, Weight, weigh


__all__ = ["compare"]


def compare(one: Event, other: Event, *, settings: Settings | None = None) -> Comparison:
    """
    Weigh two reports.

    =========================================  ==================================================
    points                                     why
    =========================================  ==================================================
    type: +4; done every day: 0                two states seldom do the same twice in a week
    same day: +4; a day apart: +3              one day in common is the least chance
    up to 3 days apart: +2; in the window: +1  news, wires and coders are days off; kinds in
                                               `Settings.once`, that do not soon happen again, +2
    a vaguer date that fits: +3 or +2          it fits other days too
    beyond the window: -1                      for kinds in `Settings.once` alone
    same person or name: +2; alike: +1         spellings differ from source to source
    another person or name: never              one act upon each
    another head of mission: -5                there is one at a time: the name may be a slip
    other office, answer, stage, scope: never  another act by definition
    texts: same +3, alike +2, other -1         hints, no more than 4 in all; texts in two
                                               languages are not compared
    the same, done every day: +4, +2, -4       words are what tells such acts apart
    numbers: same +2, near 0, other -2         counts are corrected from day to day
    one number twice the other: -9             but seldom doubled
    votes: same +2, other -1                   counts of one vote are disputed
    term or other date: same +1, other -1      a second detail of the same fact
    place: same +1, other -1                   capital and post are often mixed up
    other words for how, or how sure: -1       each side describes it in its own way
    equal identity, on an exact day: +2        an equal id is one happening, unless details
                                               contradict it
    sides the other way round: -5              coders mix them up, and so look acts that answer
                                               each other
    the same, of one person: -1                no two sides do that to one person
    =========================================  ==================================================

    The weights were set for these reasons, and for what they must add up to: two reports of a
    break within a week are one (4 + 2 reach the threshold of 6); two bare statements are one on
    the same day only (0 + 4 + 2), and on other days need the speaker and the words.

    A coarse report counts +4 for the act that it may stand for, and its day as above; it must not
    come before the act by more than a day.

    Beyond the points of a pair, its groups decide: a document that gives both on different days, a
    casebook that labels both, a report of the group that speaks against, or a chain that grows too
    long keep them apart.

    Args:
        one: A report.
        other: Another.
        settings: What counts as near and as alike.

    Example:
        >>> from diplomodel.events import RelationsBreak
        >>> reports = [
        ...     RelationsBreak(occurred=day, by="PER", target="MEX")
        ...     for day in ("2025-11-03", "2025-11-05")
        ... ]
        >>> found = compare(*reports)
        >>> found.points, found.reasons
        (6, ('seldom done twice (+4)', '2 days apart (+2)'))
    """
    chosen = settings if settings is not None else Settings()
    mine = card_of(one, window=chosen.window)
    theirs = card_of(other, window=chosen.window)
    barred = ""
    if mine.block != theirs.block and not (mine.partial or theirs.partial):
        barred = "they name other actors"
    weight = _weight(mine, theirs, chosen) if not barred else Weight(NEVER, ())
    if weight is None:
        weight, barred = Weight(NEVER, ()), f"{one.kind} and {other.kind} are different acts"
    return Comparison(
        one=one,
        other=other,
        points=weight.points,
        reasons=tuple(map(str, weight.reasons)),
        barred=barred,
    )


def _weight(mine: Card, theirs: Card, settings: Settings) -> Weight | None:
    for one, other in ((mine, theirs), (theirs, mine)):
        if type(one.event) is type(other.event):
            return weigh(one, other, settings)
        if may_stand_for(type(one.event), type(other.event)):
            derived = issubclass(type(other.event), type(one.event))
            return weigh(one, other, settings) if derived else coarse_weight(one, other, settings)
    return None
