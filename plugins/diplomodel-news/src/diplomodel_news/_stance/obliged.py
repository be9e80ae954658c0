"""
Of whom somebody says that they must do something, or what they are: "said that Iran must let
inspectors in", "told Iran to let them in", "said Iran was the problem".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._frames.misfit import OF_WORDS
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.reported import said_beside
from diplomodel_news._stance.stance import JUDGED, OBLIGED


__all__ = ["mark_judged", "mark_obliged"]

#: What can be bound to do something.
_ABLE: Final = frozenset({"actor", "institution", "person"})
#: Of whom it is only guessed which state is meant.
_GUESSED: Final = frozenset({"epithet", "assumed"})
#: How what is hoped hangs on the word for that, and what cannot say it.
_THAT: Final = frozenset({"that", "clause"})
_NOT_FINITE: Final = frozenset({"infinitive", "gerund"})
#: What others did or said, and tenses in which something is said of it.
_DONE: Final = frozenset({"said", "harm", "deed", "interference", "expulsion", "coup"})
#: What others say or do that a copula judges: "Chile's offer was a beginning".
_OFFERED: Final = _DONE | {"request_of", "decision"}
_TENSES: Final = frozenset({"past", "present", "perfect", "pluperfect"})
#: How far before its verb the state stands that must do something, in tokens.
_NEAR: Final = 8
#: How many words what is somebody's own has at most.
_THING: Final = 5
#: What can stand between somebody and the word of duty: "would also have to".
_HELPERS: Final = ("adverb", "future", "perfect_aux", "passive_aux", "negation", "modifier")


def mark_obliged(analysis: Analysis) -> None:
    """
    Tag the states of which somebody else says that they must or should do something.

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    for at in range(1, len(analysis.low)):
        bound = _bound(at, analysis) if _is_duty(at, analysis) else _lacking(at, analysis)
        if bound is not None:
            _mark(bound, _reporter(at, bound, analysis), OBLIGED)
    for verb in analysis.verbs:
        hoped = _hoped_of(verb, analysis)
        if hoped is not None:
            _mark(hoped, _hoping(verb, analysis), OBLIGED)
        over = verb.over if verb.link == "infinitive" and verb.noun is None else None
        if over is None or over.passive or not analysis.language.words["bids"] & {*over.lemmas}:
            continue
        bidden = analysis.subject_of(verb)
        if bidden is not None and bidden.kind in _ABLE and bidden.first >= over.stop:
            _mark(bidden, analysis.subject_of(over), OBLIGED)


def _lacking(at: int, analysis: Analysis) -> Mention | None:
    """
    Of what something is wanting: "reform of the UN was needed", "a need for Chad to pay".
    """
    word, is_a = analysis.word(at), analysis.language.is_a
    if is_a(word, "wanting") and analysis.is_a(at + 1, "cause"):
        found = next((one for one in analysis.mentions if one.first == at + 2), None)
        return found if found is not None and found.state and found.kind in _ABLE else None
    if not is_a(word, "wanted"):
        return None
    before = at - 1
    while analysis.is_a(before, "adverb"):
        before -= 1
    if not analysis.is_a(before, "passive_aux", "copula"):
        return None
    while analysis.is_a(before, *_HELPERS, "copula") and before not in analysis.at:
        before -= 1
    near = analysis.at.get(before)
    return near if near is not None and near.state else None


def _hoped_of(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    Of whom somebody hopes something: "hoped that Chad would pay", "hoped the vote in Chad would".
    """
    if not analysis.language.words["hoping"] & {*verb.lemmas}:
        return None
    clause = next((one for one in analysis.verbs if one.over is verb and one.link in _THAT), None)
    if clause is None or clause.joint or clause.tense in _NOT_FINITE:
        return None
    ahead = [one for one in analysis.mentions if verb.stop <= one.first < clause.limit]
    first = next((one for one in ahead if one.state), None)
    return first if first is not None and not first.tags & _GUESSED else None


def _hoping(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    Who hopes, or says that it hopes.
    """
    subject = analysis.subject_of(verb)
    if subject is not None and subject.kind == "pronoun" and verb.over is not None:
        return analysis.subject_of(verb.over)
    return subject


def mark_judged(analysis: Analysis) -> None:
    """
    Tag the states of which somebody else says what they are: "said that Chad was no friend".

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    for one in analysis.mentions:
        own = one.kind == "concept" and one.owner is not None and bool(one.tags & _OFFERED)
        able = one.kind in _ABLE or own
        if one.state and able and not one.gov and _is_judged(one.stop, analysis):
            _mark(one, _reporter(one.stop, one, analysis), JUDGED)
        elif one.state and analysis.is_a(one.stop, "genitive") and not one.gov:
            at = _past_thing(one.stop + 1, analysis)
            if at and _is_judged(at, analysis):
                _mark(one, _reporter(at, one, analysis), JUDGED)
    for verb in analysis.verbs:
        subject = analysis.subject_of(verb)
        if subject is not None and subject.kind == "concept" and subject.tags & _DONE:
            _judge_thing(subject, verb, analysis)
        if verb.passive or not analysis.language.matrix["reporting"].keys() & {*verb.lemmas}:
            continue
        reported = _clause_of(verb, analysis)
        if reported is not None and _is_conduct(reported.stop, analysis):
            while reported is not None:
                _mark(reported, analysis.subject_of(verb), JUDGED)
                reported = reported.before
        around = _clause_around(verb, analysis)
        if around is not None:
            one, at = around
            if _is_conduct(at, analysis) or _is_judged(at, analysis):
                _mark(one, analysis.subject_of(verb), JUDGED)


def _clause_of(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    The state that opens the clause that a verb of saying reports: "said that Chad harboured".
    """
    at = verb.stop
    while at in analysis.times or (at not in analysis.at and analysis.is_a(at, "at")):
        at += 1
    one = analysis.at.get(at + analysis.is_a(at, "complementiser"))
    for other in analysis.mentions:
        # "Said that Chad and Togo looked away": up to the last of those named.
        one = other if one is not None and other.before is one else one
    able = one is not None and one.kind == "actor" and one.state and not one.gov
    return one if able and not (one and one.tags & _GUESSED) else None


def _clause_around(verb: Verb, analysis: Analysis) -> tuple[Mention, int] | None:
    """
    The state of which a clause around a verb of saying tells something, and where that goes on:
    "Chad, the minister said on Monday, harboured rebels", "Chad, said Oslo, harboured rebels".
    """
    subject = analysis.subject_of(verb)
    if subject is None or analysis.language.drops_subject:
        return None
    start, end = min(subject.first, verb.first), max(subject.stop, verb.stop)
    while end in analysis.times or (end + 1 in analysis.times and end not in analysis.at):
        end += 1
    one = analysis.at.get(start - 2)
    if one is None or analysis.word(start - 1) != "," or analysis.word(end) != ",":
        return None
    able = one.kind == "actor" and one.state and not one.gov and not one.tags & _GUESSED
    return (one, end + 1) if able else None


def _is_conduct(at: int, analysis: Analysis) -> bool:
    """
    Whether the words at a place say what somebody does, and no act that has a kind of its own.
    """
    while analysis.is_a(at, *_HELPERS, "had") and at not in analysis.at:
        at += 1
    verb = next((one for one in analysis.verbs if one.first <= at < one.stop), None)
    if verb is None:
        plain = analysis.word(at).isalpha() and at not in analysis.at and at not in analysis.times
        return plain and not analysis.language.word_class.get(analysis.word(at))
    if verb.passive or analysis.language.words["no_stand"] & {*verb.lemmas}:
        return False
    forms = (one for lemma in verb.lemmas for one in analysis.language.forms.get(lemma, ()))
    return all(one.kind in OF_WORDS for one in forms)


def _past_thing(at: int, analysis: Analysis) -> int:
    """
    The token past what is somebody's own, if that is no person, or nothing: "Chad's last offer".
    """
    stop = at + _THING
    while at < stop and not analysis.is_a(at, "passive_aux"):
        near = analysis.at.get(at)
        if not analysis.word(at).replace("-", "").isalpha() or at in analysis.by_head:
            return 0
        if near is not None and near.kind != "concept":
            return 0
        at += 1
    return at if at < stop else 0


def _judge_thing(one: Mention, verb: Verb, analysis: Analysis) -> None:
    """
    Tag what others did or said of which somebody says something: "the remark rested on a lie, the
    minister said".
    """
    told = verb.tense in _TENSES and not verb.passive
    if not told or one.possessive or one.first > verb.first or analysis.language.drops_subject:
        return
    reporting = analysis.language.matrix["reporting"]
    over = verb.over if verb.link == "that" else None
    if over is not None and reporting.keys() & {*over.lemmas}:
        speaker = analysis.subject_of(over)
    else:
        speaker = said_beside(analysis, verb.first, verb.stop) if over is None else None
    owner = one.owner or one.of
    whose = owner.state if owner is not None else None
    if speaker is not None and speaker.state not in {None, whose}:
        one.tags |= {JUDGED}


def _is_judged(at: int, analysis: Analysis) -> bool:
    """
    Whether the words at a place say what somebody is, and not what they do or are about to do.
    """
    while analysis.is_a(at, "perfect_aux", "had", "adverb", "negation") and at not in analysis.at:
        at += 1
    if not analysis.is_a(at, "passive_aux") or any(
        verb.first <= at < verb.stop for verb in analysis.verbs
    ):
        return False
    ahead = at + 1
    while analysis.is_a(ahead, "adverb", "negation"):
        ahead += 1
    plain = analysis.word(ahead).isalpha() and not analysis.is_a(ahead, "no_judgement")
    return plain and ahead not in analysis.times and ahead not in analysis.by_head


def _mark(one: Mention, reporter: Mention | None, tag: str) -> None:
    """
    Tag somebody of whom another state's voice speaks.
    """
    if reporter is not None and one is not reporter and reporter.state not in {None, one.state}:
        one.tags |= {tag}


def _is_duty(at: int, analysis: Analysis) -> bool:
    """
    Whether a word says what must be: "must stop", "should stop", "needs to stop", "has to".
    """
    words = analysis.language.words
    if analysis.is_a(at, "duty"):
        return True
    if analysis.is_a(at, "possible"):
        return _is_barred(at, analysis)
    if analysis.is_a(at, "needing") and analysis.word(at + 2) in words["no_right"]:
        return analysis.is_a(at + 1, "indefinite", "negation")
    if not analysis.is_a(at, "needing"):
        return False
    ahead = at + 1
    while analysis.is_a(ahead, "adverb"):
        ahead += 1
    return analysis.is_a(ahead, "infinitive_marker")


def _is_barred(at: int, analysis: Analysis) -> bool:
    """
    Whether words say what cannot be suffered: "could not be allowed to".
    """
    negated = analysis.is_a(at, "negation")
    ahead = at + 1
    while analysis.is_a(ahead, "negation", "adverb"):
        negated |= analysis.is_a(ahead, "negation")
        ahead += 1
    if not negated or not analysis.is_a(ahead, "passive_aux"):
        return False
    ahead += 1
    while analysis.is_a(ahead, "adverb"):
        ahead += 1
    return analysis.language.is_a(analysis.word(ahead), "permitted")


def _bound(at: int, analysis: Analysis) -> Mention | None:
    """
    Who must do something: whoever stands right before, the verb's subject, or the nearest state.
    """
    before = at - 1
    while analysis.is_a(before, *_HELPERS) and before not in analysis.at:
        before -= 1
    near = analysis.at.get(before)
    if near is not None and near.state and near.kind in _ABLE and not near.gov:
        return near
    verb = next((one for one in analysis.verbs if one.first <= at < one.stop), None)
    subject = analysis.subject_of(verb) if verb is not None else None
    if subject is not None and subject.state:
        return subject if subject.kind != "concept" else None
    able = [
        one
        for one in analysis.mentions
        if one.kind in _ABLE and one.state and one.stop <= at and at - one.stop < _NEAR
    ]
    return able[-1] if able else None


def _reporter(at: int, bound: Mention, analysis: Analysis) -> Mention | None:
    """
    Who says so: the subject of the verb of saying before, or beside.
    """
    reporting = analysis.language.matrix["reporting"]
    over = [one for one in analysis.verbs if one.stop <= bound.first]
    if over and any(lemma in reporting for lemma in over[-1].lemmas):
        return analysis.subject_of(over[-1])
    return said_beside(analysis, at, at + 1) if not over else None
