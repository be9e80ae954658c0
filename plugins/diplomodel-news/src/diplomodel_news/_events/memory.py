"""
What events tell about those in a text, kept for what is told of them later.
"""

from __future__ import annotations

from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.shelter import learn_granted
from diplomodel_news._events.found import Finding
from diplomodel_news._events.lands import learn_home
from diplomodel_news._events.public import JUSTICE
from diplomodel_news._events.unnamed import is_unnamed
from diplomodel_news._frames.fields import PAIRS, Filled, fields_of, states_of
from diplomodel_news._stance.stance import OF_QUOTES


__all__ = ["remember"]

#: Acts that make somebody an envoy.
_POSTED: Final = frozenset({"appointment", "credentials_presentation"})

#: Over how many days an envoy in the news is taken to have kept the post.
_RECENT: Final = 5500
#: Over how many days those who rule since a coup are in the news for it.
_RECENT_COUP: Final = 1100
#: How somebody loses an office.
_FALLEN: Final = frozenset({"head_of_state_removal", "censure", "resignation"})
#: What ends somebody's power, and what changes who has it.
_FALLS: Final = frozenset({"head_of_state_removal", "resignation"})
_UPHEAVALS: Final = _FALLS | {"coup_attempt", "self_coup_attempt", "office_taken"}
#: What two states do that says nothing of a quarrel between them.
_ASIDE: Final = frozenset({"meeting", "talks", "consultations"})
#: What is recognised or not by acts of these kinds: a state, or its rulers.
_RECOGNISING: Final = {
    "state_recognition": "state_recognition",
    "state_recognition_withdrawal": "state_recognition",
    "government_recognition": "government_recognition",
    "government_recognition_withholding": "government_recognition",
}
#: What somebody else wants done.
_WISHED: Final = frozenset({"asked", "demanded"})
#: What a sending state does with its own mission.
_BY_SENDER: Final = frozenset({"mission_closure", "mission_suspension"})
#: Those of them that protest, and end nothing.
_PROTESTS: Final = frozenset({"ambassador_recall", "ambassador_summons", "protest_note"})
#: What is done to a mission where it is, and what no state answers by turning away.
_BREACH: Final = "inviolability_breach"
_NO_BLOWS: Final = frozenset({"statement", "threat", "organisation_step", "overture", *_ASIDE})
#: Acts by which states answer what was done to them or to others.
_ANSWERS: Final = frozenset(
    {
        "relations_break",
        "consular_relations_severance",
        "ambassador_recall",
        "ambassador_withdrawal",
        "court_application",
        "ambassador_summons",
        "protest_note",
        "sanctions_imposition",
    }
)


def remember(found: Finding, filled: Filled, actor: str | None, cast: Cast) -> None:
    """
    Keep what an event tells about those in the text, for what is told of them later.

    Args:
        found: The event.
        filled: Its fields as they were filled.
        actor: The state that acts, if one does.
        cast: Who is in the text.
    """
    if actor:
        _acts(found, cast, actor)
    if found.kind == "relations_break" and found.modality == "done":
        cast.broken.add(frozenset((found.values.get("by"), found.values.get("target"))))
    if found.kind in _RECOGNISING and isinstance(found.values.get("target"), str):
        cast.recognised = (_RECOGNISING[found.kind], str(found.values["target"]))
    learn_home(filled, cast)
    learn_granted(filled, cast)
    _in_question(found, cast)
    found.draft.told.made.append(filled)
    _in_dealings(found, cast, actor)
    persons = found.values.get("persons")
    if found.kind in JUSTICE and found.modality == "done" and isinstance(persons, tuple):
        cast.tried = persons
    if found.kind == "court_application":
        _in_case(found, cast)
    _in_post(found, cast)
    _in_shelter(found, cast)
    if found.kind in _UPHEAVALS:
        _in_power(found, cast)


def _acts(found: Finding, cast: Cast, actor: str) -> None:
    """
    Keep who acted or spoke last.
    """
    form = found.draft.told.form
    if not form.weak and found.modality == "done":
        cast.did[found.kind] = actor
    if found.modality in _WISHED or (form.weak and not found.dated):
        # What is only named or asked for is not done now.
        return
    if found.kind != "statement":
        cast.last_actor = actor
        cast.acted.append((found.date, actor, states_of(found.values)))
        _at_odds(found, cast, actor)
        return
    cast.last_said = actor
    if not form.name.startswith(OF_QUOTES):
        cast.last_stand = (found.order, actor, found.values.get("target"))
    _stands_up(found, cast, actor)


def _stands_up(found: Finding, cast: Cast, actor: str) -> None:
    """
    Remember against whom a stand is that is no kindness.
    """
    target = found.values.get("target")
    if isinstance(target, str) and found.values.get("stance") != "friendly":
        cast.stood(found.order, actor, target)


def _in_power(found: Finding, cast: Cast) -> None:
    """
    Remember where power changed, who lost it and who has it.
    """
    if found.kind in _FALLS and isinstance(found.values.get("person"), str):
        cast.ousted.add(str(found.values["person"]))
    state = found.values.get("state")
    first = cast.upheaval is None and found.dated and not found.draft.told.form.weak
    if isinstance(state, str) and (first or "state" not in found.guessed):
        cast.upheaval = state
    if found.kind == "coup_attempt":
        objects = found.draft.told.roles.get("object", ())
        cast.ousted |= {one.person for one in objects if one.person}
        recent = PartialDate.parse(found.date).last >= cast.day - _RECENT_COUP
        sure = found.modality == "done" and "state" not in found.guessed
        if sure and isinstance(state, str) and (recent or cast.junta is None):
            cast.junta = state
    if found.kind == "office_taken" and found.modality == "done":
        _in_office(found, cast)


def _in_question(found: Finding, cast: Cast) -> None:
    """
    Remember to whom something was done that befalls those whom a text is about.
    """
    fields = fields_of(found.kind)
    if found.kind in JUSTICE or "asylum_state" in fields:
        persons = found.values.get("persons")
    elif found.kind in _FALLEN:
        persons = (found.values.get("person"),)
    else:
        return
    key = str(persons[0]) if isinstance(persons, tuple) and persons else ""
    state = found.values.get("state")
    if found.kind in {"arrest", "detention"} and isinstance(state, str):
        cast.held[key] = state
    if key in cast.persons and not cast.persons[key].unnamed:
        cast.concerned = key


def _at_odds(found: Finding, cast: Cast, actor: str) -> None:
    """
    Remember against whom an answer to something done is; it goes on the stands taken before.
    """
    codes = [code for code in states_of(found.values) if not code.startswith("org:")]
    others = [code for code in codes if code != actor]
    before = cast.last_stand[2] if cast.last_stand is not None else None
    cast.last_stand = (found.order, actor, before) if before in others else None
    answer = found.kind in _ANSWERS and len(others) == 1
    cast.rebuked = others[0] if answer and found.kind in _PROTESTS else None
    if answer or not actor.startswith("org:"):
        # What a body does about it does not end a quarrel.
        cast.last_answer = others[0] if answer else None
    if answer:
        cast.answered.setdefault(others[0], set()).add(actor)
    if answer or others == [cast.brunt(actor)]:
        cast.stood(found.order, actor, others[0])
    else:
        cast.since = True


def _in_dealings(found: Finding, cast: Cast, actor: str | None) -> None:
    """
    Remember which states an act is between, where its own words say so.
    """
    for pair in PAIRS:
        one, other = (found.values.get(field) for field in pair)
        if not isinstance(one, str) or not isinstance(other, str) or one == other:
            continue
        if actor in {one, other} and found.kind not in {"statement", *_ASIDE}:
            cast.last_pair = (one, other) if actor == one else (other, one)
            cast.pair_at = cast.number
            cast.struck[found.kind] = cast.last_pair[1]
            if not found.guessed & set(pair) and found.kind != _BREACH:
                cast.aimed.setdefault(cast.last_pair[1], set()).add(cast.last_pair[0])
        if found.kind in _BY_SENDER and pair[0] == "sender" and not found.guessed & set(pair):
            cast.aimed.setdefault(other, set()).add(one)
        if not found.guessed & set(pair):
            cast.dealt(one, other, aside=_is_aside(found))
            if found.modality == "done" and found.kind not in _NO_BLOWS:
                hit = found.kind == _BREACH or (actor == other and found.kind not in _BY_SENDER)
                cast.blows.append((found.kind, other, one) if hit else (found.kind, one, other))
    if found.kind.startswith(("state_recognition", "relations", "recognition")):
        several = found.values.get("parties")
        last = found.values.get("target") or (several[-1] if isinstance(several, tuple) else None)
        cast.dealt_with = last if isinstance(last, str) else cast.dealt_with


def _is_aside(found: Finding) -> bool:
    """
    Whether what two states do says nothing of a quarrel: they met, or one thanks the other.
    """
    friendly = found.kind == "statement" and found.values.get("stance") == "friendly"
    return friendly or found.kind in _ASIDE


def _in_post(found: Finding, cast: Cast) -> None:
    """
    Remember of whose mission the text tells, and whose envoy somebody is of whom it has not said.
    """
    person = cast.persons.get(str(found.values.get("person")))
    sender, receiver = found.values.get("sender"), found.values.get("receiver")
    if not isinstance(sender, str) or not isinstance(receiver, str):
        return
    cast.missions.append((sender, receiver))
    cast.mission_in = cast.paragraph
    if found.kind == "inviolability_breach":
        cast.breach = (sender, receiver)
    if person is None or person.unnamed:
        return
    known = person.state in {None, sender} and not (is_unnamed(sender) or is_unnamed(receiver))
    if found.kind in _POSTED and found.modality == "done" and known:
        person.tags |= {"envoy"}
        person.state = sender
        person.receiver = person.receiver or receiver
    if PartialDate.parse(found.date).last < cast.day - _RECENT:
        return
    if person.tags & {"envoy", "diplomats"} and person.state is None:
        person.state = sender
    if person.state == sender and not found.guessed & {"sender", "receiver"}:
        person.receiver = person.receiver or receiver


def _in_shelter(found: Finding, cast: Cast) -> None:
    """
    Remember who has asylum where.
    """
    host, land = found.values.get("asylum_state"), found.values.get("territorial_state")
    persons = found.values.get("persons")
    told = isinstance(host, str) and isinstance(land, str) and isinstance(persons, tuple)
    if told and "asylum_state" not in found.guessed and found.modality == "done":
        for one in persons if isinstance(persons, tuple) else ():
            cast.sheltered[one] = str(host), str(land)


def _in_case(found: Finding, cast: Cast) -> None:
    """
    Remember who sued whom, for what the court does later.
    """
    sides = (found.values.get("applicant"), found.values.get("respondent"))
    if (
        isinstance(sides[0], str)
        and isinstance(sides[1], str)
        and "respondent" not in (found.guessed if cast.case is not None else ())
    ):
        cast.case = (sides[0], sides[1])


def _in_office(found: Finding, cast: Cast) -> None:
    """
    Remember who has just taken an office, for what is told of the person later.
    """
    person = cast.persons.get(str(found.values.get("person")))
    if person is not None:
        cast.risen = (person.id, cast.number)
        if person.state is None and isinstance(found.values.get("state"), str):
            person.state, person.supposed = str(found.values["state"]), True
        person.role = str(found.values.get("office"))
        person.tags |= {person.role, "high", "official", "public"}
