"""
Whose deed or words a statement takes up, where its own words do not say.
"""

from __future__ import annotations

from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._cast.cast import Cast
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.happened import happening_there
from diplomodel_news._stance.in_words import states_named
from diplomodel_news._stance.matters import who_did
from diplomodel_news._stance.stance import ADDRESSED, same_matter, things_of


__all__ = ["BEFORE", "take_up"]

#: Where the state comes from that a statement is about, where its own words do not name it.
BEFORE: Final = "what was done or said before"
#: What makes a thing somebody's own that is wished to somebody else.
_KINDLY: Final = frozenset({"sympathy"})
#: What takes up the last step itself, and not what that was about.
_STEPS: Final = frozenset({"decision", "said"})
#: Days within which what is done is still spoken of, rather than what was done long ago.
_FRESH: Final = 90
#: Whom words can be about.
_WHOM: Final = frozenset({"actor", "institution", "person"})
#: What has been done by somebody or is judged, so that words about it are about that one.
_DEEDS: Final = frozenset({"harm", "violence", "deed", "decision", "at_home", "evaluation"})
#: Where that stands which somebody calls for: "llamó a la calma", "abogó por el diálogo".
_FOR_PEACE: Final = (*ADDRESSED, "por")
#: What asks for peace between whoever quarrels.
_PEACE: Final = frozenset({"restraint"})


def take_up(filled: Filled, told: Told, cast: Cast, *, when: str) -> None:
    """
    Aim a statement at whose deed or words it takes up, where its own words do not say.

    Args:
        filled: The statement.
        told: What tells it.
        cast: Who is in the text, and who acted and spoke last.
        when: When it is said, where that is known.
    """
    by = filled.values.get("by")
    main = cast.main_lands()
    things = things_of(told)
    if any(one.tags & _PEACE for role in _FOR_PEACE for one in told.roles.get(role, ())):
        _for_peace(filled, main, cast)
        return
    kind = "friendly" in {filled.values.get("stance"), told.form.set.get("stance")}
    kind |= bool(things) and all(_is_kind(one, told) for one in things)
    brunt = cast.brunt(by) if not kind and not any("coup" in one.tags for one in things) else None
    known = _known_for(things, by, cast)
    if known is not None:
        # "Togo condemned the remarks": those that the others resent, and not the others' own.
        known = brunt if brunt is not None and known in cast.critics.get(brunt, ()) else known
        filled.guess("target", known, whence=BEFORE)
        return
    there = happening_there(told, by, things, _KINDLY | _PEACE)
    if there or _names_nobody(told, by, things, cast):
        filled.values["target"] = there[0] if there else None
        return
    if _at_home(filled, told, main, cast):
        return
    hit = None if any(one.tags & _STEPS for one in things) else cast.hit(by, kindly=kind)
    same = hit if hit and kind else brunt or same_matter(told, by, cast.last_stand) or hit
    known = _doer_of(told, by, things, cast) or same
    if known is None and any(not one.tags & _KINDLY for one in things):
        known = _actor_by_then(cast, by, when)
    if known is not None:
        filled.guess("target", known, whence=BEFORE)
        return
    _abroad(filled, told, main, cast)


def _doer_of(told: Told, by: object, things: list[Mention], cast: Cast) -> str | None:
    """
    Another who did what a statement is about, or what it speaks "at", "over" or "about".
    """
    beside = [one for word in ("at", "over", "about") for one in told.roles.get(word, ())]
    doer = who_did([*things, *beside], cast)
    return doer if doer != by else None


def _names_nobody(told: Told, by: object, things: list[Mention], cast: Cast) -> bool:
    """
    Whether one against whom several have stood up answers them without naming any, or any deed; or
    a statement is about "the whole" of something.
    """
    if any(told.analysis.is_a(one.first, "whole") for one in things):
        return True
    start = told.verb.stop if told.verb is not None else 0
    beside = [one for one in told.analysis.mentions if one.first >= start]
    deed = any(one.tags & _DEEDS for one in (*things, *beside))
    objects = told.roles.get("object", ())
    whom = [one for one in objects if one.kind in _WHOM and one.state not in {None, by}]
    named = states_named(told.analysis.mentions, by) or whom
    able = cast.is_beset(by) and not cast.since and not told.analysis.language.drops_subject
    return able and not deed and not named


def _is_kind(one: Mention, told: Told) -> bool:
    """
    Whether a thing is what is wished to those who are hit, as "solidarity".
    """
    inside = told.analysis.low[one.first : one.stop]
    siding = told.analysis.language.words["siding"]
    return bool(one.tags & _KINDLY) or not siding.isdisjoint(inside)


def _for_peace(filled: Filled, main: list[str], cast: Cast) -> None:
    """
    Aim a call for restraint at the state that the text is about, unless that has a quarrel.
    """
    by = filled.values.get("by")
    quarrel = main and cast.dealings.get(main[0]) and by not in main[:2]
    quarrel = quarrel or cast.last_actor == by
    if not quarrel and main and by != main[0]:
        filled.guess("target", main[0], whence=BEFORE)
    else:
        filled.values.setdefault("target", None)


def _known_for(things: list[Mention], by: object, cast: Cast) -> str | None:
    """
    Whose words or coup the text has told, where a statement is about those.
    """
    if any("said" in one.tags for one in things) and cast.last_said not in {None, by}:
        return cast.last_said
    if any("coup" in one.tags for one in things) and cast.junta not in {None, by}:
        return cast.junta
    return None


def _at_home(filled: Filled, told: Told, main: list[str], cast: Cast) -> bool:
    """
    Whether a third party speaks of what happens within the state that the text is about.
    """
    things = things_of(told)
    things += [one for word in ("over", "at", "about", "by") for one in told.roles.get(word, ())]
    if not any("at_home" in one.tags for one in things) or not main:
        return False
    where = cast.upheaval or main[0]
    by = filled.values.get("by")
    if by == where:
        # "Brasil deploró la ejecución y pidió a Irán respetar": it need not be one's own.
        named = states_named(told.analysis.mentions, by)
        filled.values["target"] = named[0] if named else None
    else:
        filled.guess("target", where, whence=BEFORE)
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
    named = states_named(told.analysis.mentions, by) or any(
        m.receiver for m in told.analysis.mentions
    )
    alone = not named and not cast.dealings.get(str(by))
    if domestic or alone or (isinstance(by, str) and by.startswith("org:")):
        pair = any(one.pair for one in told.analysis.mentions)
        spoken = [code for code in cast.spoken if code != by]
        if main and by not in main[: 2 if domestic else 1] and not pair:
            filled.guess("target", main[0], whence=BEFORE)
        elif main and by == main[0] and len(spoken) == 1 and not domestic and not pair:
            # "Pretoria called the events unconstitutional": where the sentence before told them.
            filled.guess("target", spoken[0], whence=BEFORE)
        else:
            filled.values.setdefault("target", None)
