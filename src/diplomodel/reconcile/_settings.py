"""
What a caller may turn: how far apart reports may lie, how alike they must be, what is let through.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs
from attrs import field

from diplomodel.errors import BadInputError
from diplomodel.fields import Vocabulary, each, flag, several, text


__all__ = ["ONCE", "ActorKind", "Settings"]

_LONGEST: Final = 366

#: Kinds that set what must be undone before it can be set again: a second one soon after the first
#: is taken for another report of it.
ONCE: Final = (
    "ambassador_expulsion",
    "ambassador_withdrawal",
    "appointment",
    "arrest",
    "asylee_arrival",
    "asylee_departure",
    "asylum_end",
    "asylum_grant",
    "capture_order",
    "censure",
    "chair_transfer",
    "consular_post_closure",
    "consular_post_opening",
    "consular_relations_establishment",
    "consular_relations_severance",
    "conviction",
    "coup_attempt",
    "court_application",
    "court_judgment",
    "credentials_presentation",
    "envoy_departure",
    "head_of_state_removal",
    "mission_closure",
    "mission_opening",
    "office_taken",
    "recognition_switch_announcement",
    "relations_break",
    "relations_establishment",
    "relations_restoration",
    "resignation",
    "self_coup_attempt",
    "state_extinction",
    "state_recognition",
    "state_recognition_withdrawal",
    "trial_opening",
    "visa_requirement_revocation",
)


class ActorKind(Vocabulary):
    """
    What sort of actor a code names.
    """

    STATE = "state"
    ORGANISATION = "organisation"
    OTHER = "other"


def _days(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LONGEST:
        name = f"{type(owner).__name__}.{attribute.name}"
        raise BadInputError(f"{name} is {value!r}: give a number of days from 0 to {_LONGEST}")


def _count(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        name = f"{type(owner).__name__}.{attribute.name}"
        raise BadInputError(f"{name} is {value!r}: give a whole number, 0 or more")


def _share(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 1:
        name = f"{type(owner).__name__}.{attribute.name}"
        raise BadInputError(f"{name} is {value!r}: give a share from 0 to less than 1")


def _kinds(values: Iterable[ActorKind | str] | str) -> tuple[ActorKind, ...]:
    given = (values,) if isinstance(values, str) else tuple(values)
    return tuple(sorted({ActorKind(value) for value in given}))


@attrs.frozen(kw_only=True)
class Settings:
    """
    How reports are reconciled.

    The defaults are meant for everything from one casebook to years of coded data.

    Attributes:
        window: Days that two reports of one happening may lie apart.
        once_window: The same for the kinds in `once`, where persons or words agree too.
        span: Days that the reports of one happening may span in all, so that no chain of reports
            runs through a year; for the kinds in `once`, `once_window` is the limit.
        threshold: Points that two reports must reach: see `compare`.
        once: Kinds that do not soon happen again.
        merge_coarse: Whether a coarse report, such as a coded "reduced relations", becomes
            evidence of the finer act that it may stand for.
        swap_sides: Whether a lone report that names the sides the other way round is taken for
            a report of the act that others tell.
        least_sources: Sources that a happening must have to be let through.
        least_confidence: Confidence that it must have: see `confidence`.
        actor_kinds: What its states and organisations must all be.

    Raises:
        BadInputError: A setting is out of range.

    Example:
        >>> Settings(window=3).once_window
        30
        >>> Settings(window=-1)
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: Settings.window is -1: give a number of days from 0 to 366
    """

    window: int = field(default=7, validator=_days)
    once_window: int = field(default=30, validator=_days)
    span: int = field(default=14, validator=_days)
    threshold: int = field(default=6, validator=_count)
    once: tuple[str, ...] = field(default=ONCE, converter=several, validator=each(text))
    merge_coarse: bool = field(default=True, validator=flag)
    swap_sides: bool = field(default=True, validator=flag)
    least_sources: int = field(default=0, validator=_count)
    least_confidence: float = field(default=0.0, validator=_share)
    actor_kinds: tuple[ActorKind, ...] = field(default=tuple(sorted(ActorKind)), converter=_kinds)

    def reach(self, kind: str) -> int:
        """
        Days that two reports of one happening of a kind may lie apart.
        """
        return max(self.window, self.once_window) if kind in self.once else self.window

    def longest(self, kind: str) -> int:
        """
        Days that the reports of one happening of a kind may span.
        """
        return max(self.span, self.once_window) if kind in self.once else self.span
