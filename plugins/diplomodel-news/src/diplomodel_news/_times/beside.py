"""
The time of an act that stands with something told beside it.

"The mission was opened when the envoy presented his letters on 3 May 1900" dates both, and so do
"recognised the state and opened a legation on 3 May" and "the recognition came on 3 May".
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Final

import attrs

from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._times.moments import DAY, Moment, Owner, days_after


__all__ = [
    "doer_before",
    "doer_when",
    "is_apart_from",
    "is_aside",
    "is_at_noun",
    "is_of_participle",
    "leave_after_noun",
    "moment_beside",
    "moment_until",
    "points_back",
    "take_from_ahead",
]

_MOST_STEPS: Final = 3
#: Tokens between a noun and the time beside it: "a coup there, in May".
_AT_NOUN: Final = 2
#: Within how many tokens a participle stands before "since then".
_APPOSED: Final = 10
#: How far into a sentence the verb of "this latter act marked" stands.
_NEAR_START: Final = 4

_ENVOYS: Final = frozenset({"envoy", "consul"})
_GENITIVE: Final = frozenset({"'s", "’s"})
_DASHES: Final = frozenset({"-", "–", "/"})
_NONE: Final[frozenset[str]] = frozenset()
#: What stands before a time.
_LEADS: Final = frozenset({"at", "preposition", "determiner"})


def moment_beside(told: Told, moments: Sequence[Moment], owner: Owner) -> Moment | None:
    """
    The time of what happens together with a telling that has none of its own.

    Args:
        told: The telling.
        moments: The times of its sentence.
        owner: Which verb a time belongs to.
    """
    analysis = told.analysis
    verb = told.verb if told.noun is None else _predicate(told)
    if told.noun is not None and not analysis.verbs and len(moments) == 1:
        # "The first act of recognition was the receipt of an envoy on 3 May": its only time.
        return moments[0] if moments[0].text and not moments[0].until else None
    if verb is None or not moments:
        return None
    usable = [one for one in moments if one.text and not one.until]
    if verb.negated or verb.tense in {"future", "possible"}:
        return None
    for other in _others(verb, told):
        own = [one for one in usable if owner(one, analysis) is other]
        begun = None if own else _term_begun(other, usable, analysis)
        if own or begun is not None:
            return begun or own[0]
    # "recognised it in a note of 3 May": the note's day, where nothing else is told.
    own = [
        one
        for one in usable
        if one.of_noun and owner(one, analysis) is verb and not _is_of_act(one, analysis)
    ]
    return own[0] if own else None


def is_at_noun(moment: Moment, told: Told) -> bool:
    """
    Whether a time is that of the noun that tells an act: "the coup of 3 May", "Monday's coup".

    "Condemned the coup on Monday" says when it was condemned.
    """
    if told.noun is None:
        return False
    at, stop = moment.first, told.noun.stop
    analysis = told.analysis
    of_it = analysis.is_a(stop, "of") or (len(moment.text) < DAY and at > stop)
    # "A week after the coup" is another day.
    ended = {analysis.word(moment.stop - 1), analysis.word(told.noun.first - 1)}
    before = 0 <= told.noun.first - moment.stop <= 1 and bool(ended & _GENITIVE)
    return before or (of_it and at - stop <= _AT_NOUN)


def _term_begun(verb: Verb, moments: Sequence[Moment], analysis: Analysis) -> Moment | None:
    """
    The first day of the term of an envoy who is received: "received a consul, who served from
    1 May 1790 to 3 June 1799".
    """
    envoys = [one for one in analysis.after(verb) if one.tags & _ENVOYS]
    for one in moments:
        first, _, last = one.text.partition("/")
        behind = bool(envoys) and one.first >= envoys[0].stop and bool(last) and first != ".."
        if behind and any(
            analysis.is_a(at, "relative") for at in range(envoys[0].stop, one.first)
        ):
            return attrs.evolve(one, text=first, why=f"{one.why}: the beginning")
    return None


def _is_of_act(moment: Moment, analysis: Analysis) -> bool:
    """
    Whether a time belongs to another act that a noun names, as in "the coup of March".
    """
    acts = analysis.language.nominal.keys()
    near = (analysis.at.get(moment.first - back) for back in (2, 3))
    return any(noun is not None and noun.tags & acts for noun in near)


def moment_until(told: Told, moments: Sequence[Moment], owner: Owner) -> Moment | None:
    """
    The time of what was "not done until" then.

    Args:
        told: The telling.
        moments: The times of its sentence.
        owner: Which verb a time belongs to.
    """
    verb, analysis = told.verb, told.analysis
    if verb is None or told.noun is not None:
        return None
    for one in moments:
        before = one.first - 1
        before -= analysis.language.adjective_after and analysis.is_a(before, "determiner")
        if one.text and analysis.is_a(before, "not_until"):
            # "It was not until May that they did it": nothing negates the verb itself.
            cleft = one.first < verb.first and any(
                analysis.is_a(at, "negation") for at in range(max(0, before - 3), before)
            )
            if cleft or (verb.negated and one.first > verb.first):
                return one
    for other in analysis.verbs if verb.negated else ():
        if other.over is verb and other.joint in analysis.language.words["not_until"]:
            # "Did not recognise it until it accepted a minister on 3 May".
            own = (one for one in moments if one.text and owner(one, analysis) is other)
            return next(own, None)
    return None


def _others(verb: Verb, told: Told) -> list[Verb]:
    """
    The verbs whose time is that of a telling, the nearest first.
    """
    analysis = told.analysis
    if verb.link == "that" and verb.over is not None:
        reporting = analysis.language.matrix["reporting"]
        return [verb.over] if any(one in reporting for one in verb.over.lemmas) else []
    if verb.tense == "pluperfect":
        return []
    found = [verb] if told.noun is not None else []
    if verb.tense == "gerund" and verb.over is None:
        found += [one for one in analysis.verbs if one.first > verb.first][:1]
    return found + [
        one for one in analysis.verbs if one.first > verb.first and _together(one, verb, analysis)
    ]


def _predicate(told: Told) -> Verb | None:
    """
    The verb that a noun is the subject of, or "which occurred" after it.
    """
    between = False
    for verb in told.analysis.verbs:
        if told.noun is not None and verb.first >= told.noun.stop:
            happened = verb.joint == "relative" and told.analysis.is_a(verb.head, "happening")
            # "Its opening had to await a treaty, which came on 3 May": the treaty came then.
            if happened and not between:
                return verb
            between = True
            subject = told.analysis.subject_of(verb)
            while subject is not None:
                if subject is told.noun:
                    return verb
                subject = subject.before
    return None


def _together(other: Verb, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb is joined to another by "when" or "and" all the way, or is what a joined one is
    about, as in "recognised it and agreed to open a legation", or tells of the paper that does it.
    """
    steps = 0
    first = other
    while other is not verb and steps < _MOST_STEPS:
        if other.tense in {"pluperfect", "future", "possible"} or other.over is None:
            return False
        if other.link == "infinitive":
            if other is not first or other.over is verb:
                return False
        elif other.link == "gerund":
            if other is not first:
                return False
        elif not (
            other.joint in analysis.language.words["when"]
            or _anded(other, analysis)
            or _soon_after(other, analysis)
            or (not other.auxiliary and analysis.is_a(other.head, "issued"))
        ):
            return False
        other = other.over
        steps += 1
    return other is verb


def _anded(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb's clause is joined by "and", with or without a subject of its own.
    """
    if verb.joint == "and":
        return True
    if verb.joint or verb.link != "clause":
        return False
    subject = analysis.subject_of(verb)
    return (
        subject is not None
        and subject.before is None
        and analysis.is_a(subject.first - 1, "conjunction")
    )


def _soon_after(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a clause opens with "soon after" or the like, so that its time is nearly the same.
    """
    start = verb.over.stop if verb.over is not None else 0
    return any(
        analysis.word(at) == verb.joint
        and analysis.is_a(at, "afterwards")
        and analysis.is_a(at - 1, "adverb")
        for at in range(start, verb.first)
    )


def points_back(told: Told) -> bool:
    """
    Whether "this" or "that date" in front stands for what was told before.
    """
    analysis, verb = told.analysis, told.verb
    if verb is None:
        return False
    alone = analysis.is_a(verb.first - 1, "demonstrative") and analysis.word(verb.first - 2) == ","
    return alone or (
        analysis.is_a(0, "demonstrative")
        and verb is analysis.verbs[0]
        and verb.first <= _NEAR_START
    )


def doer_before(told: Told) -> list[Mention]:
    """
    Who did what "this" or "which" stands for, as in "it closed the legation, which meant a break".
    """
    analysis, verb = told.analysis, told.verb
    if verb is None:
        return []
    if verb.joint == "relative" and verb.over is not None:
        subject = analysis.subject_of(verb.over)
    elif points_back(told):
        subject = analysis.topic
    else:
        return []
    return [subject] if subject is not None else []


def doer_when(told: Told) -> list[Mention]:
    """
    Who does what a "when" behind an act tells, as in "ties were cut when Chad left"; of one who
    only tells it, who is told to do something.
    """
    analysis = told.analysis
    for verb in analysis.verbs:
        if verb.over is told.verb and verb.joint in analysis.language.words["when"]:
            below = [one for one in analysis.verbs if one.over is verb and one.link == "that"]
            subjects = (analysis.subject_of(one) for one in (*below, verb))
            return [one for one in subjects if one is not None and one.state][:1]
    return []


def is_aside(verb: Verb) -> bool:
    """
    Whether a main verb follows a relative clause: "Ecuador, que la rompió en mayo, pidió".
    """
    return verb.over is not None and verb.over.joint == "relative" and not verb.joint


def is_of_participle(moment: Moment, analysis: Analysis) -> bool:
    """
    Whether "since May" stands with a participle beside a noun: ", refugiado desde mayo,".
    """
    if not moment.start:
        return False
    if _is_between_commas(moment, analysis):
        return True
    if not analysis.language.adjective_after:
        return False
    verbs = {at for verb in analysis.verbs for at in range(verb.first, verb.stop)}
    for at in range(moment.first - 2, max(-1, moment.first - _APPOSED), -1):
        if at in verbs:
            return False
        if analysis.word(at - 1) == "," or at == moment.first - 2:
            word = analysis.sentence.raw[at]
            forms = analysis.language.forms_of(word) or ()
            if any("participle" in form for form in forms):
                return True
        if analysis.word(at) == ",":
            return False
    return False


def is_apart_from(moment: Moment, told: Told) -> bool:
    """
    Whether a time is that of somebody's life or term, in brackets after the name, or stands past a
    semicolon from what is so now: "was freed on 3 May; Chad now looks after them".

    Args:
        moment: The time.
        told: The telling.
    """
    analysis, verb = told.analysis, told.verb
    at = moment.first - 1
    while analysis.word(at)[:1].isdecimal() or analysis.word(at) in _DASHES:
        at -= 1
    named = analysis.at.get(at - 1)
    if analysis.word(at) == "(" and named is not None and named.name is not None:
        return True
    now = verb is not None and told.noun is None and verb.tense == "present"
    return now and verb is not None and ";" in analysis.low[moment.stop : verb.first]


def _is_between_commas(moment: Moment, analysis: Analysis) -> bool:
    """
    Whether a time closes what stands between commas before a verb: "a member since 1945, left".
    """
    if analysis.word(moment.stop) != ",":
        return False
    past = max((verb.stop for verb in analysis.verbs if verb.stop <= moment.first), default=0)
    follows = any(verb.first == moment.stop + 1 for verb in analysis.verbs)
    return follows and "," in analysis.low[past : moment.first]


def leave_after_noun(moments: Sequence[Moment], sentence: Sentence, language: Language) -> None:
    """
    Give no time to "a week after the coup" where the sentence tells its own day.
    """
    exact = [one for one in moments if one.exact]
    ahead = any("future" in form for word in sentence.low for form in language.verbs.get(word, ()))
    for one in moments:
        word = sentence.low[one.stop] if one.stop < len(sentence) else ""
        after = sentence.low[one.stop - 1] in language.dates["after_what"]
        clause = sentence.low[one.stop + 1 : one.stop + 2] == ["que"]
        if one.shift and exact and after and word in language.words["of"] and not clause:
            if len(exact) == 1 and len(exact[0].text) == DAY and not ahead:
                told = dt.date.fromisoformat(exact[0].text)
                one.of_what = days_after(told, -one.shift).isoformat()
            one.shift, one.text = None, ""


def take_from_ahead(moments: Sequence[Moment], sentence: Sentence, language: Language) -> None:
    """
    Date "the same day that it became independent on 3 May" by the day that follows.
    """
    for one, after in itertools.pairwise(moments):
        between = sentence.low[one.stop : after.first]
        twice = bool(one.text) and after.text.startswith(one.text) and between[:1] == [","]
        led = all(language.word_class.get(word, _NONE) & _LEADS for word in between[1:])
        if twice and led and after.exact and not one.exact:
            # "A decade later, on 12 May 1987": one time told twice.
            one.text, one.exact = after.text, True
        if one.shift == 0 and one.stop < len(sentence):
            word = sentence.low[one.stop]
            if language.is_a(word, "complementiser") or language.is_a(word, "when"):
                one.text, one.shift, one.exact = after.text, None, after.exact
