"""
Which event types the codes of CAMEO and PLOVER can stand for, and why others stand for none.

``data/codes.csv`` is the table. A code that is not in it takes the row of the next wider one, so
that ``1313`` is read by ``13``. Where the core's own `Event.coding` names one type for a code
without reserve, the table has that type; a test says so. The rest are decisions, each with its
reason. None of these events has an effect on the state: `RelationsReduced`, statements, talks and
threats set no fluent, and sanctions are only claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel.events import Event, Modality, event_type
from diplomodel.evidence import Evidence
from diplomodel.schemes import cameo, is_cameo, is_plover


__all__ = ["Meaning", "meaning", "meanings"]

#: Longer codes are cut off in reasons.
_SHOWN: Final = 12


@attrs.frozen(kw_only=True)
class Meaning:
    """
    What a code can tell.

    Attributes:
        code: The code.
        cls: The event type; ``None`` if it stands for none.
        modality: How surely the act is done.
        swap: Whether the target of the row is the one that acts in the event.
        key: Tells codes of one type apart.
        fields: What the code says besides.
        why: Why this type, or why none.
        known: Whether the scheme has the code.
    """

    code: str
    cls: type[Event] | None
    modality: Modality = Modality.DONE
    swap: bool = False
    key: str | None = None
    fields: Mapping[str, object] = attrs.field(factory=dict)
    why: str
    known: bool = True
    _told: dict[str, object] = attrs.field(init=False, repr=False, eq=False)

    def event(
        self,
        one: str,
        other: str,
        *,
        occurred: PartialDate,
        evidence: Evidence,
        modality: Modality | None = None,
    ) -> Event:
        """
        The event of a row.

        Args:
            one: The state that acts.
            other: The state that it acts towards.
            occurred: When.
            evidence: The row.
            modality: How surely the act is done, where the row tells.

        Raises:
            BadInputError: The code stands for no event.
        """
        if self.cls is None:
            raise BadInputError(f"{self.code!r} stands for no event: {self.why}")
        by, target = (other, one) if self.swap else (one, other)
        # The fields are those that the table names for the type: a test makes each.
        make: Callable[..., Event] = self.cls
        told = self._told if modality is None else {**self._told, "modality": modality}
        return make(occurred=occurred, by=by, target=target, evidence=(evidence,), **told)

    @_told.default
    def _what_is_told(self) -> dict[str, object]:
        told = dict(self.fields)
        if self.key is not None:
            told["key"] = self.key
        if self.modality is not Modality.DONE:
            told["modality"] = self.modality
        return told


@cache
def meanings() -> Mapping[tuple[str, str], Meaning]:
    """
    The table, by scheme and code.

    Example:
        >>> meanings()["cameo", "161"].cls.__name__
        'RelationsReduced'
    """
    import csv
    from importlib.resources import files

    text = files("diplomodel_eventdata").joinpath("data", "codes.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({(row["scheme"], row["code"]): _meaning(row) for row in rows})


def _meaning(row: Mapping[str, str]) -> Meaning:
    parts = (part.partition("=") for part in row["fields"].split(";") if part)
    named = bool(row["kind"])
    key = f"{row['scheme']}-{row['code'].replace('/', '-').lower()}" if row["keyed"] else None
    return Meaning(
        code=row["code"],
        cls=event_type(row["kind"]) if named else None,
        modality=Modality(row["modality"] or "done"),
        swap=bool(row["swap"]),
        key=key,
        fields=MappingProxyType({name: value for name, _, value in parts}),
        why=row["why"] if named else f"{_title(row)}: {row['why']}",
    )


def _title(row: Mapping[str, str]) -> str:
    return f"{row['scheme'].upper()} {row['code']}"


@lru_cache(maxsize=4096)
def meaning(scheme: str, code: str) -> Meaning:
    """
    What a code of a scheme can tell.

    Args:
        scheme: ``cameo`` or ``plover``.
        code: The code; of PLOVER the type, and a slash and the mode if there is one.

    Returns:
        Its meaning: without an event type and with the reason, where it stands for none.

    Example:
        >>> meaning("cameo", "1313").fields["step"]
        'threat to reduce or break relations'
        >>> meaning("cameo", "13y").why
        "'13y' is no CAMEO code"
        >>> meaning("cameo", "190").why
        'CAMEO 19: fighting is no act on relations'
    """
    known = is_cameo(code) if scheme == "cameo" else is_plover(*_parts(code))
    if not known:
        return Meaning(code=code[:_SHOWN], cls=None, why=_unknown(scheme, code), known=False)
    wider = code
    while (scheme, wider) not in meanings():
        wider = wider.partition("/")[0] if "/" in wider else wider[:-1]
    found = meanings()[scheme, wider]
    fields = dict(found.fields)
    if fields.get("step") == "*":
        step = cameo(code).label if scheme == "cameo" else _parts(code)[1] or "not said"
        fields["step"] = step
    key = found.key
    if key is not None:
        key = f"{scheme}-{code.replace('/', '-').lower()}"
    return attrs.evolve(found, code=code, key=key, fields=MappingProxyType(fields))


def _parts(code: str) -> tuple[str, str | None]:
    name, _, mode = code.partition("/")
    return name, mode or None


def _unknown(scheme: str, code: str) -> str:
    if not code:
        return "the row has no event code"
    if len(code) > _SHOWN or not code.isprintable():
        return f"the event code is none of {scheme.upper()}"
    if scheme == "cameo" and is_cameo(f"0{code}"):
        return f"{code!r} is no CAMEO code: it may have lost its leading zero"
    return f"{code!r} is no {scheme.upper()} code"
