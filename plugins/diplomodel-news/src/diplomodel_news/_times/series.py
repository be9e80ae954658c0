"""
Acts that a sentence tells once and dates more than once: "coups in 1966, 1975 and 1983".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._times.moments import MONTH, Moment
from diplomodel_news._times.owners import Draft


__all__ = ["on_each_day"]

#: What can be done again and again, by or to the same.
_REPEATED: Final = frozenset(
    {
        "arrest",
        "asylum_request",
        "charge",
        "conviction",
        "coup_attempt",
        "office_taken",
        "release",
        "resignation",
        "safe_conduct_requested",
        "self_coup_attempt",
    }
)
#: How many words stand between two times of a series: ", one in", "and again on".
_GAP: Final = 4
_SMALL: Final = ("conjunction", "preposition", "determiner", "number", "again", "adverb")


def on_each_day(draft: Draft, moments: Sequence[Moment]) -> Iterator[Draft]:
    """
    The same act once more for each further time of a series that begins with its own.

    Days stand in a series for one act that lasted, too, so they count only with an "again", or
    where what tells the act says itself that there was more than one: "two coups".

    Args:
        draft: The act with its time.
        moments: The times of its sentence, in order.
    """
    told = draft.told
    if len(moments) < 2 or told.form.kind not in _REPEATED or draft.sure.modality != "done":
        return
    at = next((at for at, one in enumerate(moments) if one.text and one.text == draft.date), None)
    if at is None or not draft.own_date or moments[at].start or moments[at].until:
        return
    seen = {draft.date}
    several = _is_several(draft)
    for one, other in zip(moments[at:], moments[at + 1 :], strict=False):
        gap = range(one.stop, other.first)
        if not other.text or _is_bound(other) or not _goes_on(gap, told.analysis):
            return
        again = any(told.analysis.is_a(word, "again") for word in gap)
        if not (again or several or len(other.text) <= MONTH):
            return
        if other.text not in seen:
            seen.add(other.text)
            yield attrs.evolve(draft, date=other.text, why=f"once more: {other.why}")


def _is_bound(moment: Moment) -> bool:
    """
    Whether a time is one from which or until which something is, or hangs on another act.
    """
    counted = moment.shift is not None or moment.hinge is not None
    return moment.start or moment.until or moment.ahead or counted or moment.owner is not None


def _is_several(draft: Draft) -> bool:
    """
    Whether the noun that tells an act, or what the act is done to, is more than one.
    """
    told = draft.told
    things = [told.noun] if told.noun is not None else told.roles.get("object", [])
    return any(one is not None and one.plural and one.kind == "concept" for one in things)


def _goes_on(gap: range, analysis: Analysis) -> bool:
    """
    Whether nothing but small words stands between two times, with a mark or an "and" among them.
    """
    words = [at for at in gap if at not in analysis.at or analysis.is_a(at, "again")]
    joined = any(analysis.word(at) == "," or analysis.is_a(at, "conjunction") for at in words)
    small = all(analysis.word(at) == "," or analysis.is_a(at, *_SMALL) for at in words)
    return len(words) == len(gap) and 0 < len(words) <= _GAP and joined and small
