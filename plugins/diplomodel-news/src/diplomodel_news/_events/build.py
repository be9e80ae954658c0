"""
From a draft to the fields of an event: states, persons, texts and figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from diplomodel.actors import person_id
from diplomodel.events import SentenceRequest
from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.successors import takes_place
from diplomodel_news._events.after_break import take_orders
from diplomodel_news._events.complete import complete
from diplomodel_news._events.figures import duration_in, votes_in
from diplomodel_news._events.posted import holds_another, keep_home
from diplomodel_news._events.recognised import rule_or_state, take_rule
from diplomodel_news._events.stand_ins import name_persons
from diplomodel_news._events.standing import both_sides, codes_told, standing_in
from diplomodel_news._frames.fields import (
    PARTIES,
    PERSON,
    PERSONS,
    STATES,
    TEXTS,
    Filled,
    fields_of,
    is_plural_by,
)
from diplomodel_news._frames.likewise import imitated
from diplomodel_news._frames.mutual import (
    cross,
    is_mutual,
    is_pair,
    pair_persons,
    set_rank,
    swapped_of,
    with_each,
)
from diplomodel_news._frames.roles import chain_of
from diplomodel_news._frames.rosters import one_for_each
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._story import Draft


__all__ = ["actor_of", "fill"]

_TWO_SIDED: Final = frozenset({"meeting", "talks", "consultations"})
_TWO: Final = 2
#: Roles of states that do the same to each other.
_MUTUAL: Final = ("between.", "entre.")


def fill(draft: Draft, kind: str, cast: Cast) -> list[Filled]:
    """
    Fill the fields of an event of a kind, once for each state where several share an act.
    """
    told = draft.told
    if told.like is not None:
        made = imitated(told, kind)
        for one in made:
            name_persons(one, told, cast)
        return made
    base, several = _stated(draft, rule_or_state(kind, told, cast), cast)
    take_rule(base, told, cast)
    made = _one_each(_split(base, several), several)
    made = [part for one in made for part in with_each(one, told)]
    mutual = told.form.each or is_mutual(told)
    if mutual or is_pair(told, cast.dealings):
        cross(made, several)
    pair_persons(made, several, told)
    made = one_for_each(made, told)
    for one in made:
        keep_home(one, told)
        complete(one, draft, cast)
        take_orders(one, told, cast)
        _hosted(one, told)
        takes_place(one, told, cast)
    if mutual:
        made += [swapped for one in made if (swapped := swapped_of(one)) is not None]
    for one in made:
        name_persons(one, told, cast)
    return made


def _stated(draft: Draft, kind: str, cast: Cast) -> tuple[Filled, list[tuple[str, list[str]]]]:
    """
    The fields that an act's own words fill, and those in which several states share it.
    """
    told = draft.told
    base = Filled(kind, dict(_fixed(told, kind)))
    base.guessed |= {field for field in told.form.default if field in base.values}
    several: list[tuple[str, list[str]]] = []
    between = False
    known = fields_of(kind)
    for field, roles in told.form.slots.items():
        if field not in known or field in base.values:
            continue
        mentions, role = _standing(field, roles, base, draft)
        if not mentions or holds_another(mentions, role, told):
            continue
        if field in STATES and not (field == "by" and is_plural_by(kind)):
            codes = codes_told(field, mentions, role, base, told, cast)
            _name_states(base, field, codes, role)
            if len(codes) > 1:
                several.append((field, codes))
                between = between or role.startswith(_MUTUAL)
        else:
            _put(base, field, mentions, role, told, cast)
    _figures(base, told, known)
    if kind == "persona_non_grata" and "standing" not in base.values:
        set_rank(base, told)
    shared, several = several, _together(base, several)
    if base.kind == "joint_statement":
        base.beside = frozenset(code for _, codes in shared for code in codes)
    elif not between:
        base.beside = frozenset(code for _, codes in several for code in codes)
    return base, several


def _standing(
    field: str, roles: Sequence[str], base: Filled, draft: Draft
) -> tuple[list[Mention], str]:
    """
    The mentions that fill a field, and their role: of parties, those of both sides.
    """
    told = draft.told
    but: frozenset[str] = frozenset()
    if field == "target" and base.kind == "statement" and "by" in base.values:
        # "Riad y Manama expresaron su respaldo": the support of both.
        acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
        but = frozenset({str(base.values["by"]), *acting})
        if told.verb is not None and told.verb.reflexive and not told.form.object:
            # "Lima y Quito se sumaron a la condena": neither condemns the other.
            roles = [one for one in roles if not one.startswith("object.")]
    mentions, role = standing_in(told, roles, draft, persons=field in PERSON, but=but)
    if not mentions:
        return [], ""
    if field == "parties":
        mentions = _both_sides(mentions, told)
    mentions, role = _each_its_own(mentions, role, told)
    if field == "parties":
        mentions = both_sides(mentions, roles[roles.index(role) + 1 :], draft)
    return mentions, role


def _each_its_own(mentions: list[Mention], role: str, told: Told) -> tuple[list[Mention], str]:
    """
    The subjects, where what they act on is "their" own: "Mali and Chad closed their embassies".
    """
    own = all("own" in one.tags and one.plural for one in mentions)
    if own and role == "subject.state" and told.verb is not None and told.verb.over is not None:
        # "Mali and Chad told their envoys to come home".
        above = told.analysis.subject_of(told.verb.over)
        subjects = chain_of(above) if above is not None else []
    else:
        own = own and role in {"object.state", "a.state"}
        subjects = told.roles.get("subject", [])
    codes = [code for one in subjects for code in one.codes]
    if own and len(set(codes)) > 1 and all(one.state in codes for one in mentions):
        return subjects, "subject.state"
    return mentions, role


def _both_sides(mentions: list[Mention], told: Told) -> list[Mention]:
    """
    The parties with the other one, where a verb names it after "with".
    """
    if len({code for one in mentions for code in one.codes}) != 1 or told.noun is not None:
        return mentions
    other = (
        one
        for word in sorted(told.analysis.language.words["with"])
        for one in told.roles.get(word, ())
    )
    return [*mentions, *(one for one in other if _is_told(one) and one not in mentions)]


def _is_told(mention: Mention) -> bool:
    """
    Whether a mention says by its own words of which state it is.
    """
    return mention.state is not None and "assumed" not in mention.tags


def _name_states(base: Filled, field: str, codes: list[str], role: str) -> None:
    if codes:
        base.values[field] = codes[0]
        base.why.append(f"{field} {codes[0]} from {role!r}")


def _together(base: Filled, several: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """
    Take two states that do together what has two sides for these sides.
    """
    codes = next((codes for field, codes in several if field == "by"), [])
    target = base.values.get("target")
    if base.kind == "joint_statement" and codes:
        base.values["with_"] = tuple(codes[1:])
    elif base.kind in _TWO_SIDED and len(codes) == 2 and target in {None, *codes}:
        base.values["target"] = codes[1]
    else:
        return several
    return []


def _hosted(filled: Filled, told: Told) -> None:
    """
    Turn a meeting round that takes place in the state of the one met.
    """
    by, target = filled.values.get("by"), filled.values.get("target")
    if filled.kind == "meeting" and filled.values.get("host") == filled.values.get("guest"):
        # "Macron y Putin se reunieron": the second is the first one's guest.
        filled.values.pop("guest", None)
        met = [one for one in told.roles.get("subject", ()) if one.person and one.state == target]
        if met and met[0].person != filled.values.get("host"):
            filled.values["guest"] = met[0].person
    places = {
        one.state
        for one in told.analysis.mentions
        if one.kind == "actor" and one.gov in told.analysis.language.words["at"]
    }
    if filled.kind == "meeting" and target in places and by not in places:
        filled.values["by"], filled.values["target"] = target, by
        host, guest = filled.values.pop("host", None), filled.values.pop("guest", None)
        if guest:
            filled.values["host"] = guest
        if host:
            filled.values["guest"] = host


def _fixed(told: Told, kind: str) -> Iterable[tuple[str, object]]:
    known = fields_of(kind)
    for field, text in told.form.set.items():
        if field in known:
            yield field, {"true": True, "false": False}.get(text, text)


def _put_person(
    filled: Filled, field: str, mentions: list[Mention], role: str, cast: Cast
) -> None:
    for one in mentions:
        known = cast.persons.get(one.person or "")
        if one.person and not (field == "person" and known is not None and known.unnamed):
            filled.values[field] = one.person
            filled.why.append(f"{field} {one.person} from {role!r}")
            return


def _put(
    filled: Filled, field: str, mentions: list[Mention], role: str, told: Told, cast: Cast
) -> None:
    if field in PERSON:
        _put_person(filled, field, mentions, role, cast)
    elif field in PERSONS or field == "by":
        ids = tuple(
            dict.fromkeys(
                found for one in mentions for found in (_client(one), *one.extra) if found
            )
        )
        if field in PERSONS:
            ids = tuple(dict.fromkeys((*ids, *_together_with(told))))
        if ids:
            filled.values[field] = ids
            filled.why.append(f"{field} {', '.join(ids)} from {role!r}")
    elif field in PARTIES:
        codes = tuple(dict.fromkeys(code for one in mentions for code in one.codes))
        if codes:
            filled.values[field] = codes
    elif field == "number":
        numbers = [one.number for one in mentions if one.number]
        if numbers:
            filled.values[field] = numbers[0]
    elif field == "post":
        place = mentions[0].place or mentions[0].receiver or ""
        filled.values[field] = person_id(f"consulate {place}")
    elif field in TEXTS:
        filled.values[field] = _text_of(mentions[0])


def _together_with(told: Told) -> Iterable[str]:
    """
    Who shares the lot of those that something is done to: "tried together with a minister".
    """
    analysis = told.analysis
    for word in sorted(analysis.language.words["with"]):
        for one in told.roles.get(word, ()):
            at = next(
                (at for at in range(one.first, one.first - 4, -1) if analysis.word(at) == word), 0
            )
            if one.person and at and analysis.is_a(at - 1, "jointly"):
                yield one.person


def _client(mention: Mention) -> str | None:
    """
    The person that a mention stands for; for somebody's lawyer, that somebody.
    """
    for whose in (mention.owner, mention.of):
        if mention.relation == "lawyer" and whose is not None and whose.person:
            return whose.person
    return mention.person


def _text_of(mention: Mention) -> str:
    return (
        mention.name
        or "/".join(sorted(mention.tags - {"concept", "institution", "person", "inst"}))
        or "?"
    )


def _figures(filled: Filled, told: Told, known: frozenset[str]) -> None:
    analysis = told.analysis
    start, _ = told.trigger
    for field in ("deadline", "length", "sentence"):
        if field in known and field not in filled.values:
            found = duration_in(analysis.low, start, len(analysis.low), analysis.language)
            if found is not None:
                filled.values[field] = found
    if "requested" in told.form.figures:
        length = duration_in(analysis.low, start, len(analysis.low), analysis.language)
        persons = filled.values.get("persons")
        if isinstance(persons, tuple):
            filled.values["requested"] = tuple(
                SentenceRequest(person=one, sentence=length) for one in persons
            )
    if "votes" in known:
        votes = votes_in(analysis.low, analysis.language)
        if votes is not None:
            filled.values["votes"] = votes


def _split(base: Filled, several: list[tuple[str, list[str]]]) -> list[Filled]:
    """
    One event for each pair of states, where several act or are acted on.
    """
    made = [base]
    for field, codes in several[:2]:
        made = [
            attrs.evolve(
                one,
                values={**one.values, field: code},
                why=list(one.why),
                guessed=set(one.guessed),
            )
            for one in made
            for code in codes[:12]
        ]
    return made


def _one_each(made: list[Filled], several: list[tuple[str, list[str]]]) -> list[Filled]:
    """
    As many members of missions sent off as states that sent them are one of each.
    """
    senders = next((codes for field, codes in several if field == "sender"), [])
    for one in made if len(senders) > _TWO else ():
        if one.kind == "staff_expulsion" and one.values.get("number") == len(senders):
            one.kind = "persona_non_grata"
            one.values = {
                name: one.values[name] for name in ("sender", "receiver") if name in one.values
            }
    return made


def actor_of(filled: Filled, told: Told) -> str | None:
    """
    The state that acts: the field whose first role is the subject.
    """
    for field, roles in told.form.slots.items():
        if field in STATES and roles and roles[0].startswith(("subject", "owner", "speaker")):
            value = filled.values.get(field)
            if isinstance(value, str):
                return value
    return None
