"""
Whose country something happens in, where only the persons tell.

Somebody who flees, stands trial or takes an office does so, unless the text says otherwise, in
the own country; and nobody gets asylum from the state that he or she flees.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.persons import OF_STATE
from diplomodel_news._cast.register import Person
from diplomodel_news._events.public import JUSTICE
from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Verb


__all__ = ["DOMESTIC", "home", "learn_home", "settle"]

#: Acts that a state does to persons of its own or to its offices.
DOMESTIC: Final = frozenset(
    {
        "acquittal",
        "arrest",
        "capture_order",
        "censure",
        "charge",
        "conviction",
        "detention",
        "head_of_state_removal",
        "office_taken",
        "release",
        "resignation",
        "trial_opening",
    }
)
#: How far before the verb that grants it a safe-conduct stands.
_NEAR: Final = 8
#: What tells where somebody goes who has been given asylum.
_TRAVELS: Final = frozenset({"asylee_departure", "asylee_arrival"})
#: What a state does to somebody whose release is then asked for.
_HOLDING: Final = frozenset({"arrest", "detention"})
#: Offices that are held abroad.
_ABROAD: Final = frozenset({"head_of_mission", "charge_daffaires", "consul", "diplomat"})


def home(persons: object, cast: Cast, *, surely: bool = False) -> str | None:
    """
    The state that persons belong to: that of the first one whose state is known.

    Args:
        persons: Ids, or one id.
        cast: Who is in the text.
        surely: Whether a state that is only supposed does not count.
    """
    ids = persons if isinstance(persons, tuple) else (persons,)
    for one in ids:
        person = cast.persons.get(one) if isinstance(one, str) else None
        if person is not None and _is_at_home(person) and not (surely and person.supposed):
            return person.state
    return None


def _is_at_home(person: Person) -> bool:
    return (
        person.state is not None
        and not person.state.startswith("org:")
        and (person.role not in _ABROAD or person.former)
    )


def settle(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Let the persons say whose territory it is, where the act's own words do not.

    Args:
        filled: The fields found so far, which are changed.
        told: The telling.
        cast: Who is in the text.
    """
    values, known = filled.values, fields_of(filled.kind)
    if "persons" in told.form.fill and "persons" not in values and cast.tried:
        # "Condenado al término de un juicio que comenzó en mayo": of him who is condemned.
        values["persons"] = cast.tried
        filled.guessed.add("persons")
    persons = values.get("persons") or values.get("person")
    granter = _granter(told) if filled.kind in _TRAVELS else None
    if granter is not None and granter not in values.values():
        values["territorial_state"] = granter
    code = _own_or_holding(filled, persons, cast)
    if code is None and filled.kind == "release" and "state" not in values:
        code = _captor(told)
    if code is None:
        return
    if filled.kind == "asylee_arrival" and home(persons, cast, surely=True):
        # "Aterrizó en Buenos Aires procedente de Cuba": where he flees from is home.
        values["territorial_state"] = code
    if "asylum_state" in known:
        host, land = values.get("asylum_state"), values.get("territorial_state")
        if host == code:
            values.pop("asylum_state")
            if land not in {None, code}:
                values["asylum_state"] = land
        if host == code or land is None:
            values["territorial_state"] = code
            filled.why.append(f"territorial_state {code}, where the person is from")
        if "asylum_state" not in values:
            _host(filled, told, code)
    elif filled.kind in DOMESTIC and "state" in known and "state" not in values:
        held = None if _tried_at_home(filled, cast) else _holding(persons, filled.kind, cast)
        _at_home(filled, told, held or code)


def _tried_at_home(filled: Filled, cast: Cast) -> bool:
    """
    Whether a court judges somebody who has governed, whom courts at home judge as a rule.
    """
    ids = filled.values.get("persons")
    first = cast.persons.get(ids[0]) if isinstance(ids, tuple) and ids else None
    judged = filled.kind in {"acquittal", "conviction", "trial_opening", "charge"}
    return judged and first is not None and first.role in OF_STATE


def _own_or_holding(filled: Filled, persons: object, cast: Cast) -> str | None:
    """
    The persons' own state, or of those without one the state that holds them.
    """
    code = home(persons, cast)
    if "asylum_state" in fields_of(filled.kind) and filled.values.get("asylum_state") == code:
        return home(persons, cast, surely=True)
    return code or _holding(persons, filled.kind, cast)


def _at_home(filled: Filled, told: Told, code: str) -> None:
    """
    Take somebody's own country for the state that does something to the person.
    """
    asking = {one for role in told.roles.get("subject", ()) for one in role.codes}
    asked = told.form.modality or (told.form.becomes.get("done") == "drop")
    if asked and code in asking:
        # "Demanded the release of its skippers": nobody asks that of himself.
        return
    if asked:
        code = _captor(told) or code
    filled.values["state"] = code
    filled.guessed.add("state")
    filled.why.append(f"state {code}, where the person is from")


def _granter(told: Told) -> str | None:
    """
    The state that gave the safe-conduct with which somebody leaves: "the one that Peru issued".
    """
    analysis = told.analysis
    for verb in analysis.verbs:
        forms = (one for lemma in verb.lemmas for one in analysis.language.forms.get(lemma, ()))
        paper = any(
            "safe_conduct" in one.tags
            and verb.first - _NEAR <= one.stop
            and one.first < verb.limit
            for one in analysis.mentions
        )
        able = any(one.kind == "safe_conduct_decision" for one in forms)
        if verb is not told.verb and paper and able:
            subject = analysis.subject_of(verb)
            if subject is not None and subject.kind in {"actor", "institution"}:
                return subject.state
    return None


def _holding(persons: object, kind: str, cast: Cast) -> str | None:
    """
    The state that has arrested somebody, which goes on to try, convict or free the person.
    """
    first = persons[0] if isinstance(persons, tuple) and persons else ""
    return cast.held.get(first) if kind in JUSTICE else None


def _captor(told: Told) -> str | None:
    """
    Who holds somebody whose release is asked for: "arrested by Togolese police", "in Lomé".
    """
    analysis = told.analysis
    where = analysis.language.words["where"]
    for by_place in (False, True):
        for verb in analysis.verbs:
            for one in analysis.mentions if _arrests(verb, told) else ():
                after = verb.stop <= one.first < verb.limit and one.state
                held_in = one.gov in where and one.kind in {"actor", "place"}
                agent = one.kind in {"actor", "institution"} and analysis.is_a(
                    one.first - 1, "agent"
                )
                if after and (held_in if by_place else agent):
                    return one.state
    return None


def _arrests(verb: Verb, told: Told) -> bool:
    forms = (one for lemma in verb.lemmas for one in told.analysis.language.forms.get(lemma, ()))
    return verb is not told.verb and any(one.kind in _HOLDING for one in forms)


def _host(filled: Filled, told: Told, land: str) -> None:
    """
    Take the mission that the sentence tells of for the one that gives shelter.
    """
    for one in told.analysis.mentions:
        if "mission" in one.tags and one.state not in {None, land}:
            filled.values["asylum_state"] = one.state
            filled.guessed.add("asylum_state")
            return


def learn_home(filled: Filled, cast: Cast) -> None:
    """
    Remember whose asylum was told, and where a person's own country was said to be.

    Args:
        filled: The fields of an event that was accepted.
        cast: Who is in the text, which is changed.
    """
    field = "territorial_state" if "asylum_state" in fields_of(filled.kind) else "state"
    persons = filled.values.get("persons")
    if field == "territorial_state" and isinstance(persons, tuple) and persons:
        cast.asylee = str(persons[0])
    code = filled.values.get(field)
    own = field == "territorial_state" or filled.kind in DOMESTIC
    if not own or field in filled.guessed or not isinstance(code, str):
        return
    for one in persons if isinstance(persons, tuple) else ():
        person = cast.persons.get(one)
        if person is not None and person.state is None:
            person.state = code
