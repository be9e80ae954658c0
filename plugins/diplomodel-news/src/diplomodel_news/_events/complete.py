"""
What an act's own words leave out: states and persons that the rest of the text tells.
"""

from __future__ import annotations

from typing import Final

from diplomodel.actors import organisation
from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.shelter import of_shelter
from diplomodel_news._events.lands import DOMESTIC, settle
from diplomodel_news._events.nameless import name_the_nameless
from diplomodel_news._events.pairs import REST, another, fill_pair
from diplomodel_news._events.posted import (
    as_before,
    existed,
    fitting,
    is_anothers,
    no_parties,
    of_person,
)
from diplomodel_news._events.stand_ins import asylee_of, group_of
from diplomodel_news._events.unnamed import with_unnamed
from diplomodel_news._events.voiced import voiced_by
from diplomodel_news._frames.apart import is_apart, is_whither, movers, only_venue
from diplomodel_news._frames.fields import (
    PAIRS,
    PARTIES,
    Filled,
    fields_of,
    is_plural_by,
    states_of,
)
from diplomodel_news._frames.of_its_own import SENT
from diplomodel_news._frames.told import Told
from diplomodel_news._stance.addressee import address
from diplomodel_news._story import Draft


__all__ = ["OPEN", "complete"]

#: Who sends envoys and who receives them.
_POSTED: Final = frozenset({"sender", "receiver"})
#: Who rules: of the state that a text is about, rather than of one that has just dealt with it.
_OF_POWER: Final = frozenset(
    {"censure", "coup_attempt", "head_of_state_removal", "office_taken", "resignation"}
)
#: Why an act is refused of which it is only open whose it is.
OPEN: Final = "which of the states that the text names it concerns is not told"
#: Those whom a mediator stands between.
_SIDES: Final = 2


def _sentence_states(told: Told) -> list[str]:
    """
    The states that a sentence names, those nearest to what tells the act first.
    """
    start, stop = told.trigger
    named_in = {id(one.of) for one in told.analysis.mentions if "treaty" in one.tags}
    near = sorted(
        (
            one
            for one in told.analysis.mentions
            if id(one) not in named_in
            and (one.state or one.receiver or one.owner is not None)
            and not is_apart(one, told)
        ),
        key=lambda one: (
            "capital" in one.tags and one.gov in told.analysis.language.words["at"],
            min(abs(one.head - start), abs(one.head - stop)),
        ),
    )
    codes: list[str | None] = []
    for one in near:
        if one.kind == "place":
            continue
        if one.kind != "concept":
            codes += [*one.codes, one.receiver]
        elif one.owner is not None:
            codes.append(one.owner.state)
    return list(dict.fromkeys(code for code in codes if code))


def complete(filled: Filled, draft: Draft, cast: Cast) -> None:
    """
    Fill a missing state from the sentence, then from the text; refuse where nothing is left.
    """
    known = fields_of(filled.kind)
    told = draft.told
    if filled.kind == "ambassador_recall" and is_anothers(told):
        filled.refused = "another's envoy is sent away, and not recalled"
        return
    nearby = [code for code in _sentence_states(told) if code not in filled.beside]
    if "institution" in known and cast.junta and (_is_of_coup(told) or not nearby):
        nearby.insert(0, cast.junta)
    _speaking(filled, draft, cast)
    name_the_nameless(filled, told, cast)
    if "asylum_state" in known and "persons" not in filled.values:
        found = asylee_of(filled, told, cast) or group_of(filled, told)
        if found:
            filled.values["persons"] = (found,)
            filled.guessed.add("persons")
    settle(filled, told, cast)
    _of_upheaval(filled, cast)
    of_person(filled, told, cast)
    of_shelter(filled, told, cast)
    _of_case(filled, cast)
    for pair in PAIRS:
        if set(pair) <= known and not (pair[0] == "by" and is_plural_by(filled.kind)):
            fill_pair(filled, pair, nearby, told, cast)
    for field in ("state", "protector", "institution"):
        if field in known and field not in filled.values:
            _alone(filled, field, nearby, draft, cast)
    if {"target", "institution"} <= known and "target" not in filled.values:
        far = [code for code in nearby if code not in movers(told)]
        code = another(told.form.fill.get("target", ()), far, None, told, cast)
        filled.guess("target", code, whence=REST)
    for field in PARTIES:
        if field in known:
            able = [code for code in fitting(field, nearby, told) if not only_venue(code, told)]
            _parties(filled, field, able, cast, told)
    _asker(filled, draft, nearby)
    _leave_unnamed(filled, draft, cast)


def _of_upheaval(filled: Filled, cast: Cast) -> None:
    """
    Take where power has changed for the state of somebody whose state was only taken for granted.
    """
    told = filled.values.get("person") or filled.values.get("persons")
    person = cast.persons.get(str(told[0] if isinstance(told, tuple) else told))
    land = cast.upheaval
    if filled.kind not in DOMESTIC or person is None or not person.supposed or land is None:
        return
    if filled.values.get("state") == person.state and land in cast.main_states()[:1]:
        filled.values["state"] = person.state = land


def _leave_unnamed(filled: Filled, draft: Draft, cast: Cast) -> None:
    """
    Say that a party is not named where a record tells of an act without it.
    """
    known = fields_of(filled.kind)
    rules = draft.told.form.fill.items()
    open_fields = frozenset(field for field, rule in rules if "unnamed" in rule)
    named = _names_other(draft.told)
    if open_fields and draft.own_date and draft.sure.modality == "done" and not named:
        as_before(filled, draft.told, cast)
        if _is_open(filled, open_fields, draft.told, cast):
            filled.refused = OPEN
        for field in with_unnamed(filled.values, open_fields & known):
            filled.guessed.add(field)
            filled.why.append(f"{field}: a party that the text does not name")


def _is_open(filled: Filled, fields: frozenset[str], told: Told, cast: Cast) -> bool:
    """
    Whether a text names several states that could be a party of which an act does not tell.
    """
    if not fields >= _POSTED or set(filled.values) >= _POSTED:
        return False
    known = {filled.values.get(field) for field in _POSTED}
    lands = {code for code in cast.main_lands() if existed(code, cast)}
    return bool(lands - known - no_parties(told))


def _speaking(filled: Filled, draft: Draft, cast: Cast) -> None:
    """
    Whom a statement is about, and who says what a state is told to say: "It backs them, X said",
    "It backed them through its minister, X".
    """
    if filled.kind == "statement":
        when = draft.date or draft.words_date or draft.context
        address(filled, draft.told, cast, when=when)
    if "speaker" not in fields_of(filled.kind) or "speaker" in filled.values:
        return
    by = filled.values.get("by")
    reporter = draft.sure.reporter
    who = reporter if reporter is not None and reporter.state == by else None
    who = who if who is not None and who.person else voiced_by(by, draft.told)
    if who is not None and who.person:
        filled.values["speaker"] = who.person


def _asker(filled: Filled, draft: Draft, nearby: list[str]) -> None:
    """
    Whose interests are looked after, where "its" stands for the state that asks for it.
    """
    if filled.values.get("protector", "") != filled.values.get("sender"):
        return
    taken = {filled.values.get("protector"), filled.values.get("receiver")}
    subjects = (draft.told.analysis.subject_of(verb) for verb in draft.sure.by)
    codes = [one.state for one in subjects if one is not None and one.state]
    code = next((code for code in (*codes, *nearby) if code not in taken), None)
    filled.guess("sender", code, whence=REST)


def _names_other(told: Told) -> bool:
    """
    Whether a party is told that is no state: "severed ties with her agent".
    """
    verb, analysis = told.verb, told.analysis
    if verb is None or told.noun is not None:
        return False
    for at in range(verb.stop, verb.limit):
        if analysis.is_a(at, "with") and at not in analysis.at:
            ahead = at + 1
            while analysis.is_a(ahead, "determiner", "possessive", "modifier", "number"):
                ahead += 1
            near = analysis.at.get(ahead) or analysis.at.get(at + 1)
            if ahead not in analysis.times and (near is None or near.kind == "name"):
                return True
    return False


def _alone(filled: Filled, field: str, nearby: list[str], draft: Draft, cast: Cast) -> None:
    """
    Fill a state, protector or institution that stands alone.
    """
    told = draft.told
    taken = states_of(filled.values)
    if filled.kind == "incident":
        taken += [one.state for one in told.analysis.mentions if one.state and one.tags & SENT]
    asked = {draft.sure.modality, told.form.modality} & {"asked", "demanded"}
    if told.noun is not None or asked:
        who = [*told.roles.get("subject", ())]
        who += [told.analysis.subject_of(verb) for verb in draft.sure.by]
        # "Tras el golpe, el general fue condenado": where the text is, though he is from there.
        own = {cast.theme, *cast.leading()} if filled.kind in _OF_POWER and not asked else set()
        for one in who:
            if one is not None:
                free = own if one.kind == "person" or "court" in one.tags else set()
                taken += [code for code in one.codes if code not in free]
    if filled.kind in DOMESTIC:
        # "Fue excarcelado y enviado a Roma": where to is not where.
        taken += [one.state for one in told.analysis.mentions if one.state and is_whither(one)]
    wanted = field == "institution"
    order = [code for code in nearby if wanted == code.startswith("org:")]
    if filled.kind in _OF_POWER:
        # "La Cedeao encargó a Ghana mediar en Mali tras el golpe": the state that the text is on.
        subjects = (told.analysis.subject_of(verb) for verb in told.analysis.verbs)
        acting = [one.state for one in subjects if one is not None and one.kind == "actor"]
        first = [code for code in cast.main_states()[:1] if code not in acting]
        order.sort(key=lambda code: code not in first)
    if filled.kind == "coup_attempt" and cast.junta and (_is_the_one(told) or not order):
        order.insert(0, cast.junta)
    if filled.kind == "incident" and cast.breach is not None and not order:
        order = [cast.breach[1]]
    if wanted:
        order = _bodies(filled, [*order, *reversed(cast.recent)], told)
    if field == "state" and "text" in told.form.fill.get(field, ("sentence", "text")):
        focus = [] if filled.kind in _OF_POWER else [cast.focus_state]
        main = (cast.theme, *cast.leading(), *focus, *cast.main_states())
        order += [code for code in main if code and not code.startswith("org:")]
    filled.guess(field, next((code for code in order if code not in taken), None), whence=REST)


def _is_of_coup(told: Told) -> bool:
    return any("coup" in one.tags for one in told.roles.get("object", ()))


def _is_the_one(told: Told) -> bool:
    """
    Whether a noun stands for what the text has told already: "condemned the coup".
    """
    noun = told.noun
    return noun is not None and told.analysis.is_a(noun.first, "definite")


def _of_case(filled: Filled, cast: Cast) -> None:
    """
    Take the parties of the case that the text told before, where nothing speaks against it.
    """
    if cast.case is None or filled.kind not in {"court_order", "court_judgment"}:
        return
    sides = (filled.values.get("applicant"), filled.values.get("respondent"))
    # "In favour of Brussels": only states are parties, so here it is Belgium.
    told = {code for code in sides if code and not str(code).startswith("org:")}
    if not told <= set(cast.case):
        return
    for field, code in zip(("applicant", "respondent"), cast.case, strict=True):
        if filled.values.get(field) != code:
            filled.values.pop(field, None)
            filled.guess(field, code, whence=REST)


def _bodies(filled: Filled, codes: list[str], told: Told) -> list[str]:
    """
    The organisations that can act so: courts where a court does, the World Court at last.
    """
    groups = [code for code in codes if code.startswith("org:")]
    if not filled.kind.startswith("court_"):
        return groups if "text" in told.form.fill.get("institution", ("text",)) else groups[:1]
    courts = [code for code in groups if organisation(code).kind.value == "court"]
    return [*courts, "org:icj"]


def _is_of_last(filled: Filled, told: Told, cast: Cast) -> bool:
    """
    Whether relations restored, or a mediator's two sides, are those of the break told just before.
    """
    if filled.kind == "mediation":
        here = {code for one in told.analysis.mentions for code in one.codes}
        return filled.values.get("by") not in cast.last_pair and set(cast.last_pair) <= here
    things = told.roles.get("object", ()) if told.passive else told.roles.get("subject", ())
    return filled.kind == "relations_restoration" and any(
        one.kind == "pronoun" and "relations" in one.tags for one in things
    )


def _heirs(filled: Filled, nearby: list[str], told: Told) -> set[str]:
    """
    The states that a sentence names beside one that ceased and another that acts, as heirs: "was
    absorbed by Chad in 1871, and Togo recognised Chad".
    """
    if filled.kind != "state_extinction":
        return set()
    subjects = (told.analysis.subject_of(verb) for verb in told.analysis.verbs)
    acting = {one.state for one in subjects if one is not None}
    others = acting - {filled.values.get("ceased"), None}
    return {code for code in nearby if code not in acting} if others else set()


def _parties(filled: Filled, field: str, nearby: list[str], cast: Cast, whole: Told) -> None:
    form = whole.form
    told = filled.values.get(field)
    codes = list(told) if isinstance(told, tuple) else []
    taken = {filled.values.get("by")}
    codes = [code for code in codes if code not in taken]
    if field == "with_" and codes:
        return
    rule = form.fill.get(field, ())
    senders = cast.senders if "senders" in rule else ()
    named = cast.main_states() if "text" in rule else ()
    beside = nearby if not rule or "sentence" in rule else []
    taken |= _heirs(filled, nearby, whole)
    told_here = set(cast.last_pair) <= set(nearby)
    if not codes and cast.last_pair[0] and not told_here and _is_of_last(filled, whole, cast):
        filled.values[field] = cast.last_pair
        filled.guessed.add(field)
        return
    if field == "between":
        beside = [code for code in nearby if not code.startswith("org:")]
        others = set(beside) - {*codes, *taken}
        if len(codes) + len(others) < _SIDES:
            beside = cast.main_lands()
    recent = [] if rule and "text" not in rule else reversed(cast.recent)
    taken |= no_parties(whole) if field == "parties" else set()
    for code in (*beside, *senders, *recent, *named):
        if len(codes) >= _SIDES:
            break
        if (
            code not in codes
            and code not in taken
            and (field == "with_" or not code.startswith("org:"))
            and (code in beside or existed(code, cast))
        ):
            codes.append(code)
            filled.guessed.add(field)
    if field == "parties":
        codes = codes[:2]
    if codes:
        filled.values[field] = tuple(codes)
