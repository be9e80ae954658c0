"""
Whom a statement is about: the state addressed, or the one whose acts the words are about.

There is none where both sides of a quarrel are addressed together, where no state is named, or
where somebody speaks of the own country's affairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._cast.cast import Cast
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.match import Told
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.happened import happening_there
from diplomodel_news._stance.matters import answered, who_did
from diplomodel_news._stance.stance import (
    is_thing,
    on_behalf,
    quoted_things,
    same_matter,
    several_asked,
    spoken_of,
    taken_before,
)


__all__ = ["address", "doers"]

#: Where those stand who are addressed, or asked to do something.
_ADDRESSED: Final = (
    *("object", "on", "to", "upon", "between", "for", "with"),
    *("a", "para", "entre", "con"),
)
#: Where what is done to somebody names that somebody, and where it names who did it.
_DONE_TO: Final = {"on", "against", "upon", "toward", "towards", "in", "into", "contra", "en"}
#: What makes a thing somebody's own that is wished to somebody else.
_KINDLY: Final = frozenset({"sympathy"})
#: Days within which what is done is still spoken of, rather than what was done long ago.
_FRESH: Final = 90
#: What asks for peace between whoever quarrels.
_PEACE: Final = frozenset({"restraint"})


def address(filled: Filled, told: Told, cast: Cast, *, when: str = "") -> None:
    """
    Fill in, correct or leave open whom a statement is about.

    Args:
        filled: The statement.
        told: What tells it.
        cast: Who is in the text, and who acted and spoke last.
        when: When it is said, where that is known.
    """
    on_behalf(filled, told)
    by, target = filled.values.get("by"), filled.values.get("target")
    if _to_everybody(told) or several_asked(told) or _own_affairs(told, by):
        filled.values["target"] = None
        return
    if target == by and cast.last_actor == by and set(cast.deeds[-1:]) <= {by}:
        # "He tried to dissolve Congress, and she called it a coup": their own state's affair.
        filled.values["target"] = None
        return
    objects = told.roles.get("object", ())
    if target == by or any(is_thing(one, told) for one in objects):
        filled.values.pop("target", None)
        target = None
    harm = _harm(told, target) if spoken_of(told, by) is None else None
    if harm is not None:
        _of_harm(filled, harm, told, cast)
    elif target is None:
        _find(filled, told, cast, when)
    speakers = {code for one in told.roles.get("subject", ()) for code in one.codes}
    if "target" in filled.guessed and filled.values.get("target") in speakers:
        # "Qatar and Turkey condemned the attack": it is not each other's.
        filled.values["target"] = None


def _harm(told: Told, target: object) -> Mention | None:
    """
    The harm that a statement speaks of, unless it is said to somebody.
    """
    objects = told.roles.get("object", ())
    if any(one.kind == "actor" and one.state == target for one in objects):
        return None
    things = _things(told)
    if target is None and (told.form.near or not objects):
        things += [one for one in told.analysis.mentions if one.kind == "concept"]
    things += [one for word in ("for", "over", "at", "about") for one in told.roles.get(word, ())]
    return next((one for one in things if "harm" in one.tags), None)


def _find(filled: Filled, told: Told, cast: Cast, when: str) -> None:
    """
    Find whom a statement is about that names nobody as its object.
    """
    by, objects = filled.values.get("by"), told.roles.get("object", ())
    before = taken_before(told, by) if any(is_thing(one, told) for one in objects) else None
    if before is not None:
        filled.values["target"] = before
        return
    if any(is_thing(one, told) for one in objects):
        doer = next((code for code in reversed(cast.deeds) if code != by), None)
        if doer is not None and not told.analysis.language.drops_subject:
            _guess(filled, doer)
        else:
            _taken_up(filled, told, cast, when)
        return
    spoken = spoken_of(told, by)
    if spoken is not None:
        filled.values["target"] = spoken
        return
    said = _in_words(told, by)
    if said and (told.form.near or not objects):
        filled.values["target"] = said[0]
        filled.why.append(f"target {said[0]} from what is said")
        return
    replied = answered(told, by, cast)
    if replied is not None:
        _guess(filled, replied)
        return
    _taken_up(filled, told, cast, when)


def doers(analysis: Analysis) -> list[str]:
    """
    The states that a sentence tells of doing harm, which later words condemn without naming them.

    Args:
        analysis: The sentence.
    """
    found: list[str | None] = []
    violence = analysis.language.words["violence"]
    for verb in analysis.verbs:
        if verb.negated or not any(lemma in violence for lemma in verb.lemmas):
            continue
        agents = [one for one in analysis.after(verb) if analysis.is_a(one.first - 1, "agent")]
        subject = analysis.subject_of(verb)
        doing = agents if verb.passive else [subject] if subject is not None else []
        found += [one.state for one in doing if one.kind in {"actor", "institution"}]
    for one in analysis.mentions:
        if "harm" in one.tags and one.owner is not None and one.owner.kind == "actor":
            found.append(one.owner.state)
    return [code for code in found if code and not code.startswith("org:")]


def _things(told: Told) -> list[Mention]:
    found = [
        one for one in told.roles.get("object", ()) if one.kind == "concept" or is_thing(one, told)
    ]
    return found or quoted_things(told)


def _to_everybody(told: Told) -> bool:
    """
    Whether both sides, or all, are addressed together.
    """
    between = {
        code
        for role in ("between", "entre")
        for one in told.roles.get(role, ())
        for code in one.codes
    }
    return len(between) > 1 or any(
        "everybody" in one.tags or (one.pair and {"pair", "reciprocal"} & one.tags)
        for role in _ADDRESSED
        for one in told.roles.get(role, ())
    )


def _own_affairs(told: Told, by: object) -> bool:
    speaker = told.roles.get("subject", ())
    if told.form.slots.get("by", ("",))[0].startswith(("object", "speaker")):
        return False
    said_of = [
        code
        for one in told.roles.get("object", ())
        if one.kind == "actor" and one not in speaker
        for code in one.codes
    ]
    return by in said_of and set(said_of) == {by}


def _of_harm(filled: Filled, harm: Mention, told: Told, cast: Cast) -> None:
    """
    Aim at who did harm, and not at whom it was done to.
    """
    by = filled.values.get("by")
    own = [harm.owner.state] if harm.owner is not None and harm.owner.state else []
    own += [code for one in told.roles.get("by", ()) for code in one.codes]
    done_to = {harm.of.state} if harm.of is not None else set()
    done_to |= {
        one.state
        for one in told.analysis.mentions
        if one.gov in _DONE_TO
        and one.first >= harm.stop
        and one.state
        and ("mission" not in one.tags or one.states or one.owner is not None)
    }
    author = next((code for code in own if code and code != by), None)
    filled.values.pop("target", None)
    main = [code for code in cast.main_states() if not code.startswith("org:")]
    if author is not None:
        filled.values["target"] = author
        return
    breached = _where(by, told) or _of_breach(by, done_to - {None}, cast)
    if breached is not None:
        _guess(filled, breached)
        return
    doers = [code for code in (*reversed(cast.deeds), cast.last_answer, cast.last_actor) if code]
    code = next((one for one in doers if one != by and one not in done_to), None)
    code = code or next((one for one in done_to if one and one != by), None)
    _guess(filled, code or next((one for one in main if by not in main[:2]), None))


def _where(by: object, told: Told) -> str | None:
    """
    Where one's own mission is that something is done to: "the attack on its embassy in Kabul".
    """
    own = (one for one in told.analysis.mentions if "mission" in one.tags and one.state == by)
    return next((one.receiver for one in own if one.receiver), None)


def _of_breach(by: object, done_to: set[str | None], cast: Cast) -> str | None:
    """
    Whom words about an attack on a mission concern: where it is, or from there whose it is.
    """
    if cast.breach is None or not done_to <= {cast.breach[0]}:
        return None
    sender, receiver = cast.breach
    return sender if by == receiver else receiver


def _guess(filled: Filled, code: str | None) -> None:
    filled.values["target"] = code
    if code is not None:
        filled.guessed.add("target")
        filled.why.append(f"target {code} from what was done or said before")


def _in_words(told: Told, by: object) -> list[str]:
    """
    The states that somebody's words name, in their order; those that are only told of come last.
    """
    verb, analysis = told.verb, told.analysis
    if verb is None:
        return []
    heard = {id(one) for one in analysis.objects(verb)} if "tell" in verb.lemmas else set()
    after = [one for one in analysis.mentions if one.first >= verb.stop and id(one) not in heard]
    speaker = told.roles.get("subject", [])
    before = [
        one for one in analysis.mentions if one.stop <= verb.first and _is_said(one, told, speaker)
    ]
    front = analysis.sentence.quoted[0] if len(analysis.sentence) else False
    order = [*before, *after] if front or not _states(after, by) else [*after, *before]
    return list(_states(order, by))


def _is_said(one: Mention, told: Told, speaker: list[Mention]) -> bool:
    if told.verb is not None and ";" in told.analysis.low[one.stop : told.verb.first]:
        return False
    at = told.analysis.word(one.stop) in {",", ":"} and "capital" in one.tags and one.first <= 2
    return not at and one not in speaker


def _states(mentions: Iterable[Mention], by: object) -> tuple[str, ...]:
    """
    The states of mentions but one, those that harm is done to and places last.
    """
    first: list[str] = []
    last: list[str] = []
    for one in mentions:
        place = "capital" in one.tags and bool(one.gov)
        for code, late in () if "assumed" in one.tags else _named(one):
            if code != by:
                (last if late or place else first).append(code)
    return tuple(dict.fromkeys([*first, *last]))


def _named(one: Mention) -> Iterator[tuple[str, bool]]:
    harm = "harm" in one.tags
    if one.owner is not None and one.owner.state:
        yield one.owner.state, False
    if one.kind == "concept" and harm and one.of is not None and one.of.state:
        yield one.of.state, True
    elif one.state and one.kind in {"actor", "institution", "person", "name", "concept"}:
        yield one.state, "private_person" in one.tags
    for code in one.pair:
        yield code, False


def _taken_up(filled: Filled, told: Told, cast: Cast, when: str) -> None:
    """
    Whose deed or words a statement takes up, where its own words do not say.
    """
    by = filled.values.get("by")
    main = [code for code in cast.main_states() if not code.startswith("org:")]
    things = _things(told)
    if any(one.tags & _PEACE for role in _ADDRESSED for one in told.roles.get(role, ())):
        quarrel = main and cast.dealings.get(main[0]) and by not in main[:2]
        quarrel = quarrel or cast.last_actor == by
        if not quarrel and main and by != main[0]:
            _guess(filled, main[0])
        else:
            filled.values.setdefault("target", None)
        return
    if any("said" in one.tags for one in things) and cast.last_said not in {None, by}:
        _guess(filled, cast.last_said)
        return
    if cast.junta not in {None, by} and any("coup" in one.tags for one in things):
        _guess(filled, cast.junta)
        return
    there = happening_there(told, by, _things(told), _KINDLY | _PEACE)
    if there:
        filled.values["target"] = there[0]
        return
    taken = any(not one.tags & _KINDLY for one in things)
    if any(told.analysis.is_a(one.first, "whole") for one in things):
        filled.values["target"] = None
        return
    if _at_home(filled, told, main, cast):
        return
    beside = [one for word in ("at", "over", "about") for one in told.roles.get(word, ())]
    doer = who_did([*things, *beside], cast)
    if doer not in {None, by}:
        _guess(filled, doer)
        return
    matter = same_matter(told, by, cast.last_stand)
    if matter is not None:
        _guess(filled, matter)
        return
    actor = _actor_by_then(cast, by, when)
    if taken and actor:
        _guess(filled, actor)
        return
    _abroad(filled, told, main, cast)


def _at_home(filled: Filled, told: Told, main: list[str], cast: Cast) -> bool:
    """
    Whether a third party speaks of what happens within the state that the text is about.
    """
    things = _things(told)
    things += [one for word in ("over", "at", "about", "by") for one in told.roles.get(word, ())]
    if not any("at_home" in one.tags for one in things) or not main:
        return False
    where = cast.upheaval or main[0]
    by = filled.values.get("by")
    if by == where:
        # "Brasil deploró la ejecución y pidió a Irán respetar": it need not be one's own.
        named = _states(told.analysis.mentions, by)
        filled.values["target"] = named[0] if named else None
    else:
        _guess(filled, where)
    return True


def _actor_by_then(cast: Cast, by: object, when: str) -> str | None:
    """
    Who acted last before somebody spoke of it, rather one who did something to that somebody.
    """
    hit = cast.last_answer
    if hit is not None and hit != by and len(cast.answered.get(hit, ())) > 1:
        # "France and Spain recalled their envoys. It is an outrage, Obama said": to whom they did.
        return hit
    limit = PartialDate.parse(when).last_possible if when else None
    first: str | None = None
    for own in (True, False):
        for date, actor, others in reversed(cast.acted):
            if actor == by or actor.startswith("org:") or (own and by not in others):
                continue
            then = PartialDate.parse(date)
            if limit is None or then.first_possible <= limit:
                if limit is None or then.last_possible >= limit - _FRESH:
                    return actor
                first = first or actor
    return first


def _abroad(filled: Filled, told: Told, main: list[str], cast: Cast) -> None:
    """
    What a third party says is about the state that the text is about.
    """
    by = filled.values.get("by")
    domestic = any(
        "coup" in one.tags
        for role in ("object", "for", "a", "ante", "por")
        for one in told.roles.get(role, ())
    )
    named = _states(told.analysis.mentions, by) or any(m.receiver for m in told.analysis.mentions)
    alone = not named and not cast.dealings.get(str(by))
    if domestic or alone or (isinstance(by, str) and by.startswith("org:")):
        pair = any(one.pair for one in told.analysis.mentions)
        spoken = [code for code in cast.spoken if code != by]
        if main and by not in main[: 2 if domestic else 1] and not pair:
            _guess(filled, main[0])
        elif main and by == main[0] and len(spoken) == 1 and not domestic and not pair:
            # "Pretoria called the events unconstitutional": where the sentence before told them.
            _guess(filled, spoken[0])
        else:
            filled.values.setdefault("target", None)
