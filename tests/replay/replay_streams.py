"""
Narrow streams of events: few states, persons and days, so that everything meets everything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from diplomodel import events as e
from diplomodel import fluents as f
from diplomodel.dates import day_number
from diplomodel.events import Event, Observation, UnknownEvent
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.histories import History


FIRST = dt.date(2022, 12, 5)
#: The days asked: those of the events, and some before and after.
DAYS = range(FIRST.toordinal() - 2, FIRST.toordinal() + 10)
EXACT = [str(dt.date.fromordinal(FIRST.toordinal() + n)) for n in range(6)]
TIMED = ["2022-12-07T10:00", "2022-12-07T18:00:00-05:00"]
#: Vague dates whose days can be listed.
SPREAD = ["2022-12-07?", "2022-12-06/2022-12-08", "2022-12-08~", "2022-12-05/2022-12-06"]
#: Vague dates that begin or end nowhere near.
WIDE = ["2022-12", "../2022-12-07", "2022-12-08/..", "2022", "2022-12-06/"]


class Cast(NamedTuple):
    """
    Who acts in a stream, and the labels its events may bear.
    """

    one: str
    other: str
    third: str
    persons: tuple[str, ...]
    labels: tuple[str, ...]


ANDEAN = Cast("MEX", "PER", "BRA", ("ana", "bea"), ("a1", "a2", "a3"))
#: Nobody of these is in the other cast.
BALTIC = Cast("EST", "LVA", "FIN", ("ursula", "vaike"), ("z1", "z2", "z3"))

_LEVELS = st.sampled_from([None, *f.MissionLevel])
_DEADLINES = st.sampled_from([None, "PT72H", "P7D"])


def dates(*more: str) -> SearchStrategy[str]:
    """
    Dates of the few days, exact ones mostly.
    """
    return st.sampled_from([*EXACT, *EXACT, *TIMED, *more])


def evidence(published: Iterable[str | None]) -> SearchStrategy[tuple[Evidence, ...]]:
    """
    Some pieces of evidence published then.
    """
    pieces = [
        Evidence(source=Source(id=f"s{number}", publisher=f"P{number}", published=day))
        for number, day in enumerate(published)
    ]
    return st.lists(st.sampled_from(pieces), max_size=2, unique=True).map(tuple)


PUBLISHED = ("2022-12-06", "2022-12-08", "2022-12", "2023-01-05", None)


def makers(cast: Cast) -> list[tuple[type[Event], dict[str, SearchStrategy[Any]]]]:
    """
    Event types, and strategies for what each requires.
    """
    sides = st.sampled_from([(cast.one, cast.other), (cast.other, cast.one)])
    person = st.sampled_from(cast.persons)
    acts = {"by": sides}
    mission = {"sender": sides}
    envoy = {**mission, "person": person}
    both = {"parties": st.just((cast.one, cast.other))}
    asylum = {"asylum_state": sides, "persons": st.sampled_from([cast.persons, cast.persons[:1]])}
    visa = {**acts, "effective": st.sampled_from([None, *EXACT])}
    protects = {
        **mission,
        "protector": st.just(cast.third),
        "scope": st.sampled_from([("interests",), ("custody", "consular")]),
    }
    return [
        (e.RelationsBreak, {**acts, "severs_consular": st.booleans()}),
        (e.RelationsBreak, {**acts, "derecognition": st.booleans()}),
        (e.RelationsEstablishment, both),
        (e.RelationsRestoration, {**both, "consular": st.booleans()}),
        (e.ConsularRelationsSeverance, acts),
        (e.StateRecognitionWithdrawal, acts),
        (e.MissionOpening, {**mission, "level": _LEVELS}),
        (e.MissionClosure, mission),
        (
            e.MissionSuspension,
            {**mission, "extent": st.sampled_from(["operations", "public_service"])},
        ),
        (e.CredentialsPresentation, envoy),
        (e.AmbassadorRecall, {**envoy, "level": _LEVELS}),
        (e.AmbassadorWithdrawal, envoy),
        (e.AmbassadorExpulsion, {**envoy, "deadline": _DEADLINES}),
        (e.AmbassadorReturn, envoy),
        (e.EnvoyDeparture, envoy),
        (e.ChargeAppointment, {**envoy, "en_titre": st.booleans()}),
        (e.LevelDowngrade, {**mission, "level": _LEVELS}),
        (e.StaffWithdrawal, {**mission, "demanded_by_receiver": st.booleans()}),
        (e.VisaRequirementAnnouncement, visa),
        (e.VisaRequirementPostponement, visa),
        (e.VisaRequirementRevocation, acts),
        (e.AsylumGrant, asylum),
        (e.AsylumEnd, asylum),
        (e.SafeConductRequested, asylum),
        (e.SafeConductDecision, {**asylum, "answer": st.sampled_from(list(f.SafeConductAnswer))}),
        (e.AsyleeDeparture, {**asylum, "with_safe_conduct": st.sampled_from([None, True, False])}),
        (e.ProtectingPowerFunction, protects),
        (e.ProtectingPowerEnd, protects),
        (e.InviolabilityBreach, {**mission, "by": st.sampled_from(["state", "crowd"])}),
        (e.HeadOfStateRemoval, {"state": st.just(cast.one), "person": person}),
        (
            e.OfficeTaken,
            {
                "state": st.just(cast.one),
                "person": person,
                "office": st.sampled_from(["head_of_state", "foreign_minister"]),
            },
        ),
        (e.Statement, acts),
    ]


#: The field that names the second state, for each that names the first.
_SECOND = {"by": "target", "sender": "receiver", "asylum_state": "territorial_state"}


def _made(cls: type[Event], fields: dict[str, Any]) -> Event:
    for first, second in _SECOND.items():
        if isinstance(fields.get(first), tuple):
            fields[first], fields[second] = fields[first]
    return cls(**fields)


def observations(cast: Cast, when: SearchStrategy[str]) -> SearchStrategy[Event]:
    """
    Observations of what the events also set.
    """
    directed = f"{cast.one}>{cast.other}"
    member = st.sampled_from(cast.persons)
    seen = st.one_of(
        *(
            st.tuples(st.just(fluent.name), st.just(subject), st.sampled_from(fluent.vocabulary))
            for fluent, subject in (
                (f.RELATIONS, f"{cast.other}-{cast.one}"),
                (f.CONSULAR, f"{cast.one}-{cast.other}"),
                (f.MISSION, directed),
                (f.MISSION_LEVEL, directed),
                (f.ACCREDITATION, f"{directed}/{cast.persons[0]}"),
            )
        ),
        st.tuples(st.just("head_of_mission"), st.just(directed), member),
    )
    return st.builds(
        lambda date, parts, key: Observation(
            occurred=date, fluent=parts[0], subject=parts[1], value=parts[2], key=key
        ),
        when,
        seen,
        st.sampled_from([None, "k"]),
    )


def nonsense(when: SearchStrategy[str]) -> SearchStrategy[Event]:
    """
    Events that cannot have any effect: unknown kinds, observations of nothing.
    """
    fluents = st.sampled_from(["relations", "functions", "nonsense", "custody"])
    subjects = st.sampled_from(["MEX-PER", "MEX>PER", "PER", "x", "\u2028?"])
    words = st.sampled_from(["broken", "open", "\U0001f5fa", "."])
    return st.one_of(
        st.builds(
            lambda date, kind: UnknownEvent(occurred=date, unknown_kind=kind),
            when,
            st.sampled_from(["transit_ban", "?"]),
        ),
        st.builds(
            lambda date, fluent, subject, value: Observation(
                occurred=date, fluent=fluent, subject=subject, value=value
            ),
            when,
            fluents,
            subjects,
            words,
        ),
    )


_CLAIMS = st.sampled_from(
    [
        Claim(text="on another day", field="occurred", value="2022-12-09"),
        Claim(text="some day before", field="occurred", value="../2022-12-06"),
        Claim(text="lower", field="level", value="charge_daffaires"),
        Claim(text="severed", field="severs_consular", value=True),
        Claim(text="not severed", field="severs_consular", value=False),
        Claim(text="another", field="person", value="bea"),
        Claim(text="it was not", field="modality", value="denied"),
        Claim(text="rejected", field="level", value="none", verdict="rejected"),
        Claim(text="not a level", field="level", value="nonsense"),
        Claim(text="no such field", field="colour", value="red"),
        Claim(text="a characterisation"),
    ]
)


def events(
    cast: Cast = ANDEAN,
    *,
    when: SearchStrategy[str] | None = None,
    published: Iterable[str | None] = PUBLISHED,
    supersedes: bool = True,
) -> SearchStrategy[Event]:
    """
    Events of all sorts among a cast, with vague dates, claims, corrections and repetitions.
    """
    when = dates(*SPREAD, *WIDE) if when is None else when
    pieces = evidence(published)
    rarely = {
        "order": st.sampled_from([-1, 1]),
        "key": st.just("k"),
        "place": st.sampled_from(["Lima", "Quito"]),
        "label": st.sampled_from(cast.labels),
        "modality": st.sampled_from(["claimed", "denied"]),
        "claims": st.lists(_CLAIMS, max_size=2).map(tuple),
        "evidence": pieces,
    }
    if supersedes:
        rarely["supersedes"] = st.sampled_from([(label,) for label in cast.labels])
    typed = [
        st.fixed_dictionaries({"occurred": when, **fields}, optional=rarely).map(
            lambda values, cls=cls: _made(cls, dict(values))
        )
        for cls, fields in makers(cast)
    ]
    return st.one_of(*typed, observations(cast, when))


def streams(size: int = 8, **options: Any) -> SearchStrategy[list[Event]]:
    """
    Short streams of such events.
    """
    return st.lists(events(**options), max_size=size)


def possible(history: History) -> dict[tuple[str, str], list[Any]]:
    """
    What is possible on every day, of everything that is known of.
    """
    return {
        (fluent.name, subject): [history.line_values(fluent, subject, day) for day in DAYS]
        for fluent, subject in history.keys()
    }


def told(history: History) -> dict[str, object]:
    """
    All that a history answers, to be compared with another's.
    """
    return {
        "events": history.events,
        "spells": list(history.spells()),
        "derived": [
            spell
            for fluent in history.rules.fluents
            if fluent.is_derived
            for spell in history.spells(fluent)
        ],
        "transitions": list(history.transitions()),
        "findings": history.findings(),
        "obligations": history.obligations(),
        "possible": possible(history),
        "days": (history.first_day, history.last_day),
    }


def day(text: str) -> int:
    """
    The ordinal of a day.
    """
    return day_number(text)
