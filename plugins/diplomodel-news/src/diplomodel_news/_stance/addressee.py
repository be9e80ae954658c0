"""
Whom a statement is about: the state addressed, or the one whose acts the words are about.

There is none where both sides of a quarrel are addressed together, where no state is named, or
where somebody speaks of the own country's affairs.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.mutual import is_mutual
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.in_words import in_words, states_named
from diplomodel_news._stance.matters import answered
from diplomodel_news._stance.stance import (
    ADDRESSED,
    is_thing,
    on_behalf,
    same_matter,
    several_asked,
    spoken_of,
    taken_before,
    things_of,
)
from diplomodel_news._stance.taken_up import BEFORE, take_up


__all__ = ["address", "both_against", "doers"]

_BOTH: Final = 2
#: What is said of a change of power.
_OVERTURNS: Final = frozenset(
    {
        "coup",
        "overthrow",
        "removal",
        "removal_bare",
        "resignation",
        "self_coup",
        "order_restored",
        "power_change",
    }
)

#: Where one stands to whom alone a form lays something.
_LAID_TO: Final = ("to.state",)
#: Where what is done to somebody names that somebody, and where it names who did it.
_DONE_TO: Final = {"on", "against", "upon", "toward", "towards", "in", "into", "contra", "en"}


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
    each = bool(by) and target != by and (told.form.each or is_mutual(told))
    if target is not None and (each or target in both_against(told, by, cast)):
        # "Togo and Chad accused each other": each the other.
        return
    objects = told.roles.get("object", ())
    bare = any(one.kind == "pronoun" and not one.codes for one in objects)
    own = target == by or (bare and not told.analysis.language.drops_subject)
    # "He tried to dissolve Congress, and she called it a coup": their own state's affair.
    own &= cast.last_actor == by and set(cast.deeds[-1:]) <= {by}
    if own or _own_affairs(told, by) or _to_everybody(told) or several_asked(told):
        filled.values["target"] = None
        return
    if target == by or any(is_thing(one, told) for one in objects):
        filled.values.pop("target", None)
        target = None
    harm = _harm(told, target) if spoken_of(told, by) is None else None
    if target is None and (other := _beside(told, by, cast)) is not None:
        filled.guess("target", other, whence=BEFORE)
    elif harm is not None:
        _of_harm(filled, harm, told, cast)
    elif target is None:
        _find(filled, told, cast, when)
    speakers = {code for one in told.roles.get("subject", ()) for code in one.codes}
    if "target" in filled.guessed and filled.values.get("target") in speakers:
        # "Qatar and Turkey condemned the attack": it is not each other's.
        filled.values["target"] = None


def _beside(told: Told, by: object, cast: Cast) -> str | None:
    """
    To whom the speaker does something in a clause that this one is joined to: "suspended its talks
    with Togo and demanded an apology".
    """
    verb = told.verb
    pair = cast.last_pair if cast.pair_at == cast.number else ("", "")
    if verb is None or verb.link != "and" or by != pair[0] or pair[1].startswith("org:"):
        return None
    named = states_named(told.analysis.mentions, by)
    return pair[1] if set(named[:1]) <= {pair[1]} else None


def both_against(told: Told, by: object, cast: Cast) -> list[str]:
    """
    The two states that somebody has to do with, and that have nothing to do with each other, where
    he speaks of both: "summoned the envoys of Chad and Togo and accused them of lying".

    Args:
        told: What tells the statement.
        by: The state that speaks.
        cast: Who is in the text, and who dealt with whom.
    """
    pronouns = told.analysis.language.pronouns
    both = any(
        one.pair or (one.kind == "pronoun" and pronouns[one.anaphor].plural)
        for role in ("object", "a")
        for one in told.roles.get(role, ())
    )
    known = cast.dealings.get(by, [])[:3] if both and isinstance(by, str) else []
    apart = len(known) == _BOTH and known[1] not in cast.dealings.get(known[0], [])
    return known if apart else []


def _harm(told: Told, target: object) -> Mention | None:
    """
    The harm that a statement speaks of, unless it is said to somebody.
    """
    objects = told.roles.get("object", ())
    if any(one.kind == "actor" and one.state == target for one in objects):
        return None
    if target is not None and told.form.slots.get("target") == _LAID_TO:
        # "Attributed the attack on Togo to Chad".
        return None
    said_of = next(iter(told.form.slots.get("target", ())), "")
    if target is not None and said_of.startswith("subject"):
        # "The Greek ruling is a provocation": it has an author.
        return None
    things = things_of(told)
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
    land = _overturned(told, cast, by)
    if land is not None:
        filled.guess("target", land, whence=BEFORE)
        return
    if any(is_thing(one, told) for one in objects):
        doer = next((code for code in reversed(cast.deeds) if code != by), None)
        if doer is not None and not told.analysis.language.drops_subject:
            filled.guess("target", doer, whence=BEFORE)
        else:
            take_up(filled, told, cast, when=when)
        return
    spoken = spoken_of(told, by)
    if spoken is not None:
        filled.values["target"] = spoken
        return
    said = in_words(told, by)
    paper = bool(objects) and all("resolution" in one.tags for one in objects)
    if said and (told.form.near or not objects or paper):
        filled.values["target"] = said[0]
        filled.why.append(f"target {said[0]} from what is said")
        return
    replied = answered(told, by, cast)
    if replied is not None:
        filled.guess("target", replied, whence=BEFORE)
        return
    take_up(filled, told, cast, when=when)


def _overturned(told: Told, cast: Cast, by: object) -> str | None:
    """
    Where power has changed, of words about that: "condemned the coup", "hailed his resignation".
    """
    things = [*told.roles.get("object", ()), *told.roles.get("subject-of", ())]
    things += [one for one in told.analysis.mentions if "coup" in one.tags]
    own = any(one.tags & _OVERTURNS for one in things) or "coup" in told.form.about
    # One that has had nothing to do with any state yet speaks of where power has changed.
    named = any(one.state for one in told.roles.get("object", ()))
    own |= not named and isinstance(by, str) and not cast.dealings.get(by)
    if not own or spoken_of(told, by) is not None:
        return None
    land = cast.junta or cast.upheaval
    return land if land != by and land in cast.main_lands()[:2] else None


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
        for role in ADDRESSED
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


def _agents(harm: Mention, analysis: Analysis) -> list[str]:
    """
    Who carried a harm out, by the participle beside it: "the raid staged on Monday by Togo".
    """
    found = [verb for verb in analysis.verbs if verb.first in {harm.stop, harm.stop + 1}]
    start = found[0].stop if found else harm.stop + 1
    ends = [one.first for one in analysis.verbs if one.first >= start]
    end = min(ends, default=len(analysis.sentence.raw))
    return [
        one.state
        for one in analysis.mentions
        if start <= one.first < end and one.state and analysis.is_a(one.first - 1, "agent")
    ]


def _of_harm(filled: Filled, harm: Mention, told: Told, cast: Cast) -> None:
    """
    Aim at who did harm, and not at whom it was done to.
    """
    by = filled.values.get("by")
    own = [harm.owner.state] if harm.owner is not None and harm.owner.state else []
    own += [code for one in told.roles.get("by", ()) for code in one.codes]
    own += _agents(harm, told.analysis)
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
    main = cast.main_lands()
    if author is not None:
        filled.values["target"] = author
        return
    breached = _where(by, told) or _of_breach(by, done_to - {None}, cast)
    if breached is not None:
        filled.guess("target", breached, whence=BEFORE)
        return
    brunt = cast.brunt(by)
    same = same_matter(told, by, cast.last_stand) if brunt is None else None
    found = (brunt, same, *reversed(cast.deeds), cast.last_answer, cast.last_actor)
    doers = [code for code in found if code]
    code = next((one for one in doers if one != by and one not in done_to), None)
    code = code or next((one for one in done_to if one and one != by), None)
    code = code or next((one for one in main if by not in main[:2]), None)
    filled.values["target"] = None
    filled.guess("target", code, whence=BEFORE)


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
