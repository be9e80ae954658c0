"""
What an act's own words leave out: states and persons that the rest of the text tells.
"""

from __future__ import annotations

from typing import Final

from diplomodel.actors import organisation
from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.shelter import of_shelter
from diplomodel_news._events.lands import DOMESTIC, settle
from diplomodel_news._events.posted import fitting, is_anothers
from diplomodel_news._events.stand_ins import asylee_of
from diplomodel_news._events.unnamed import with_unnamed
from diplomodel_news._frames.apart import (
    acting_apart,
    dealt_otherwise,
    is_apart,
    is_whither,
    movers,
    only_matters,
    only_venue,
)
from diplomodel_news._frames.fields import (
    PAIRS,
    PARTIES,
    Filled,
    fields_of,
    is_plural_by,
    states_of,
)
from diplomodel_news._frames.match import Told
from diplomodel_news._frames.of_its_own import SENT, closes_own, is_own
from diplomodel_news._language.gazetteer import exists
from diplomodel_news._stance.addressee import address
from diplomodel_news._story import Draft


__all__ = ["complete"]

#: Those whom a mediator stands between.
_SIDES: Final = 2
#: How many of the states named most a text is about.
_FOREMOST: Final = 4
_EXPULSIONS: Final = frozenset({"ambassador_expulsion", "persona_non_grata", "staff_expulsion"})


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
    fill_from = told.form.fill
    _speaking(filled, draft, cast)
    if "asylum_state" in known and "persons" not in filled.values:
        found = asylee_of(filled, told, cast)
        if found:
            filled.values["persons"] = (found,)
            filled.guessed.add("persons")
    settle(filled, told, cast)
    of_shelter(filled, told, cast)
    _of_case(filled, cast)
    for pair in PAIRS:
        if set(pair) <= known and not (pair[0] == "by" and is_plural_by(filled.kind)):
            _pair(filled, pair, nearby, told, cast)
    for field in ("state", "protector", "institution"):
        if field in known and field not in filled.values:
            _alone(filled, field, nearby, draft, cast)
    if {"target", "institution"} <= known and "target" not in filled.values:
        far = [code for code in nearby if code not in movers(told)]
        _guess(filled, "target", _other(fill_from.get("target", ()), far, None, told, cast))
    for field in PARTIES:
        if field in known:
            able = [code for code in fitting(field, nearby, told) if not only_venue(code, told)]
            _parties(filled, field, able, cast, told)
    _asker(filled, draft, nearby)
    _leave_unnamed(filled, draft, known)


def _leave_unnamed(filled: Filled, draft: Draft, known: frozenset[str]) -> None:
    """
    Say that a party is not named where a record tells of an act without it.
    """
    rules = draft.told.form.fill.items()
    open_fields = frozenset(field for field, rule in rules if "unnamed" in rule)
    named = _names_other(draft.told)
    if open_fields and draft.own_date and draft.sure.modality == "done" and not named:
        for field in with_unnamed(filled.values, open_fields & known):
            filled.guessed.add(field)
            filled.why.append(f"{field}: a party that the text does not name")


def _speaking(filled: Filled, draft: Draft, cast: Cast) -> None:
    """
    Whom a statement is about, and who says what a state is told to say: "It backs them, X said".
    """
    if filled.kind != "statement":
        return
    when = draft.date or draft.words_date or draft.context
    address(filled, draft.told, cast, when=when)
    reporter = draft.sure.reporter
    if reporter is not None and reporter.person and reporter.state == filled.values.get("by"):
        filled.values.setdefault("speaker", reporter.person)


def _asker(filled: Filled, draft: Draft, nearby: list[str]) -> None:
    """
    Whose interests are looked after, where "its" stands for the state that asks for it.
    """
    if filled.values.get("protector", "") != filled.values.get("sender"):
        return
    taken = {filled.values.get("protector"), filled.values.get("receiver")}
    subjects = (draft.told.analysis.subject_of(verb) for verb in draft.sure.by)
    codes = [one.state for one in subjects if one is not None and one.state]
    _guess(filled, "sender", next((c for c in (*codes, *nearby) if c not in taken), None))


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


def _guess(filled: Filled, field: str, code: str | None) -> None:
    if code is not None:
        filled.values[field] = code
        filled.guessed.add(field)
        filled.why.append(f"{field} {code} from the rest of the text")


def _pair(
    filled: Filled, pair: tuple[str, str], nearby: list[str], told: Told, cast: Cast
) -> None:
    """
    Fill what is missing of two states, and tell them apart.
    """
    one, other = pair
    fill_from = told.form.fill
    for field, partner in ((one, other), (other, one)):
        if field not in filled.values and field != "institution":
            rule = fill_from.get(field, ("sentence", "text"))
            able = fitting(field, nearby, told)
            if one == "institution":
                able = [code for code in able if code not in movers(told)]
            dealt = cast.dealings.get(str(filled.values.get(partner)), [])[:1]
            able = sorted(able, key=lambda code: code not in dealt)
            if field == "sender" and field not in fill_from and not able:
                # "The ambassador": of a state that the text tells to have one.
                taken = filled.values.get(partner)
                homes = (code for code in (*dealt, *cast.senders) if code in cast.senders)
                homes = (code for code in homes if code != taken)
                _guess(filled, field, next(homes, None))
                if field in filled.values:
                    continue
            if field == "receiver" and "unnamed" in rule and partner not in filled.values:
                # Of a single state that a text names, nobody knows which side it is on.
                rule = tuple(word for word in rule if word != "text")
            _guess(filled, field, _other(rule, able, filled.values.get(partner), told, cast))
    if one not in filled.values or filled.values.get(one) != filled.values.get(other):
        return
    if closes_own(filled, told):
        return
    if filled.kind in _EXPULSIONS and is_own(told):
        filled.refused = "a state does not expel its own envoys"
        return
    acting = told.form.slots.get(other, ("",))[0].startswith("subject")
    vague = any(
        one.tags & {"pronoun", "assumed"}
        for role in ("subject", "to", "by")
        for one in told.roles.get(role, ())
    )
    if one == "sender" and not vague and (acting or _is_seat(told, filled.values[one])):
        one, other = other, one  # what stands is where the mission is
    rule = fill_from.get(other, ("sentence", "text"))
    code = _other(rule, nearby, filled.values[one], told, cast)
    filled.values.pop(other)
    _guess(filled, other, code)


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
        taken += [code for one in told.roles.get("subject", ()) for code in one.codes]
        subjects = (told.analysis.subject_of(verb) for verb in draft.sure.by)
        taken += [one.state for one in subjects if one is not None and one.state]
    if filled.kind in DOMESTIC:
        # "Fue excarcelado y enviado a Roma": where to is not where.
        taken += [one.state for one in told.analysis.mentions if one.state and is_whither(one)]
    wanted = field == "institution"
    order = [code for code in nearby if wanted == code.startswith("org:")]
    if filled.kind == "coup_attempt" and cast.junta and (_is_the_one(told) or not order):
        order.insert(0, cast.junta)
    if filled.kind == "incident" and cast.breach is not None and not order:
        order = [cast.breach[1]]
    if wanted:
        order = _bodies(filled, [*order, *reversed(cast.recent)], told)
    if field == "state" and "text" in told.form.fill.get(field, ("sentence", "text")):
        main = (cast.theme, *cast.leading(), cast.focus_state, *cast.main_states())
        order += [code for code in main if code and not code.startswith("org:")]
    _guess(filled, field, next((code for code in order if code not in taken), None))


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
            _guess(filled, field, code)


def _bodies(filled: Filled, codes: list[str], told: Told) -> list[str]:
    """
    The organisations that can act so: courts where a court does, the World Court at last.
    """
    groups = [code for code in codes if code.startswith("org:")]
    if not filled.kind.startswith("court_"):
        return groups if "text" in told.form.fill.get("institution", ("text",)) else groups[:1]
    courts = [code for code in groups if organisation(code).kind.value == "court"]
    return [*courts, "org:icj"]


def _is_seat(told: Told, code: object) -> bool:
    """
    Whether a state is where the mission is that something is done to.
    """
    return any(
        one.receiver == code and one.state != code
        for role in ("object", "subject")
        for one in told.roles.get(role, ())
        if "mission" in one.tags
    )


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
    told_here = set(cast.last_pair) <= set(nearby)
    if not codes and cast.last_pair[0] and not told_here and _is_of_last(filled, whole, cast):
        filled.values[field] = cast.last_pair
        filled.guessed.add(field)
        return
    if field == "between":
        beside = [code for code in nearby if not code.startswith("org:")]
        others = set(beside) - {*codes, *taken}
        if len(codes) + len(others) < _SIDES:
            beside = [code for code in cast.main_states() if not code.startswith("org:")]
    recent = [] if rule and "text" not in rule else reversed(cast.recent)
    for code in (*beside, *senders, *recent, *named):
        if len(codes) >= _SIDES:
            break
        if (
            code not in codes
            and code not in taken
            and (field == "with_" or not code.startswith("org:"))
            and (code in beside or _exists(code, cast))
        ):
            codes.append(code)
            filled.guessed.add(field)
    if field == "parties":
        codes = codes[:2]
    if codes:
        filled.values[field] = tuple(codes)


def _exists(code: str, cast: Cast) -> bool:
    return code.startswith(("org:", "ZZ")) or exists(code, cast.year)


def _other(
    rule: tuple[str, ...], nearby: list[str], partner: object, told: Told, cast: Cast
) -> str | None:
    """
    Another state than the partner, from where the rule allows to look.
    """
    order: list[str] = []
    elsewhere = dealt_otherwise(told)
    nearby = [code for code in nearby if code not in elsewhere]
    apart = acting_apart(told) | only_matters(told)
    if "sentence" in rule:
        order += [code for code in nearby if code not in apart]
    if cast.theme is not None and "sender" in fields_of(told.form.kind) and "text" in rule:
        # "France knows such scenes": of its envoys is told what follows.
        order.append(cast.theme)
    if "senders" in rule:
        order += cast.senders
    if "recent" in rule:
        order += reversed(cast.before)
    if "main" in rule:
        main = cast.main_states()[:_FOREMOST]
        known = cast.dealings.get(partner, []) if isinstance(partner, str) else []
        order += [code for code in known[:1] if code in main]
        if not known and partner not in {None, *cast.last_pair} and cast.last_pair[1] in main:
            order.append(cast.last_pair[1])
        order += [*(reversed(cast.local) if cast.headed else ()), *cast.main_states()]
    if "dealt" in rule and isinstance(partner, str):
        order += cast.dealings.get(partner, []) if len(cast.dealings.get(partner, [])) == 1 else []
    if "text" in rule:
        order += cast.others(partner)
    if "sentence" in rule:
        order += nearby
    able = (code for code in order if code != partner and not code.startswith("org:"))
    # Of other years, none that was not there then: no Russia beside the Soviet Union.
    able = (code for code in able if code not in elsewhere)
    there = (code for code in able if code in nearby or _exists(code, cast))
    return next(there, None)
