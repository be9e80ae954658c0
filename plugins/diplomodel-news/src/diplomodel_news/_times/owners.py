"""
Which verb or noun a time belongs to.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.language import Language
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.sureness import Sureness
from diplomodel_news._times.beside import is_aside
from diplomodel_news._times.moments import DAY, Moment


__all__ = ["Draft", "Owners", "in_relative", "is_spoken_of"]

#: How far into a sentence a time that leads it stands.
_LEAD: Final = 1
#: How far into it one stands that its acts may have where they have none of their own.
_NEAR_START: Final = 3
#: How many verbs up from one its time is looked for.
_MOST_STEPS: Final = 6
#: How far behind "a week after" the noun stands that it is counted from.
_LED: Final = 3
#: Days within which what a relative clause tells beside an act was then too.
_WEEK: Final = 7


@attrs.define(eq=False, slots=True)
class Draft:
    """
    A telling with how sure it is and when it was.

    Attributes:
        told: The telling.
        sure: How sure it is.
        date: The date in EDTF; empty where the text gives none.
        words_date: The date of the words about it, for what is only planned or offered.
        why: The reasoning about the date.
        own_date: Whether the date stands with the act itself.
        background: Whether it is told as what was before.
        context: The time told before, on which it may hang.
        since: Whether its date is the beginning of what lasts.
        beside: Whether its date stands right beside the noun that tells it.
    """

    told: Told
    sure: Sureness
    date: str = ""
    words_date: str = ""
    why: str = ""
    own_date: bool = False
    background: bool = False
    context: str = ""
    since: bool = False
    beside: bool = False


class Owners:
    """
    Gives the times of a sentence to its acts.
    """

    def __init__(self, language: Language, published: dt.date) -> None:
        """
        Take the language and the day of publication.
        """
        self.language = language
        self.published = published

    def _owner(self, moment: Moment, analysis: Analysis) -> Verb | None:
        """
        The verb that a time belongs to.
        """
        if moment.owner is not None:
            return moment.owner
        previous = None
        quoted = analysis.sentence.quoted
        at = moment.stop + (analysis.word(moment.stop) == ",")
        # "on 3 May, when ..." dates both clauses, and the second takes it from the first.
        opens = analysis.is_a(at, "when") and not analysis.is_a(moment.first - 1, "at")
        for verb in analysis.verbs:
            if verb.first > moment.first:
                if moment.ahead:
                    return verb
                if previous is None and moment.first <= _LEAD and verb.joint == "relative":
                    # "On 1 May, X, who served since April, resigned": the main verb is dated.
                    continue
                if opens or self._begins(moment, analysis):
                    return verb
                if quoted[moment.first] and not quoted[verb.head]:
                    break
                if previous is not None and moment.first < previous.limit:
                    opened = any(
                        analysis.is_a(at, "complementiser") and at not in analysis.at
                        for at in range(previous.stop, moment.first)
                    )
                    return verb if opened else previous
                return verb
            previous = verb
        if previous is not None and quoted[moment.first] and not quoted[previous.head]:
            return None
        if previous is not None and _is_state_since(previous, moment, analysis):
            return None
        return previous

    def _begins(self, moment: Moment, analysis: Analysis) -> bool:
        """
        Whether a conjunction stands before a time, so that what follows has it.
        """
        at = moment.first - 1
        relative = self.language.dates["relative"]
        while moment.first - at < 3 and (
            analysis.is_a(at, "determiner", "preposition")
            or relative.get(analysis.word(at)) == "last past"
        ):
            at -= 1
        while self.language.adjective_after and analysis.is_a(at, "adverb"):
            # "Y solo en 1991 se restablecieron".
            at -= 1
        if analysis.word(at) == "," and self.language.adjective_after:
            # "Expulsó al enviado y, tres días después, rompió": the second verb's time.
            at -= 1
        # "and on the following day it left", not "on Monday and Tuesday".
        led = analysis.is_a(moment.first, "preposition") and moment.stop > moment.first + 1
        joined = self.language.adjective_after or led or at < moment.first - 1
        return joined and analysis.is_a(at, "conjunction")

    def _usable(self, draft: Draft, moments: list[Moment]) -> list[Moment]:
        """
        The times that can be those of a telling.
        """
        verb = draft.told.verb
        usable = [one for one in moments if one.text and not one.until]
        if verb is not None and verb.tense == "future":
            # "He will not return: he has served elsewhere since March".
            usable = [
                one
                for one in usable
                if one.yearless or not (one.start and one.text < str(self.published))
            ]
        return usable

    def _moment_of(self, draft: Draft, moments: list[Moment]) -> Moment | None:
        analysis, noun = draft.told.analysis, draft.told.noun
        led = (one for one in moments if noun is not None and one.of_what)
        for one in led:
            if noun is not None and 0 < noun.head - one.stop <= _LED:
                return attrs.evolve(one, text=one.of_what, exact=True)
        usable = self._usable(draft, moments)
        if not usable:
            return None
        if noun is not None:
            beside = self._of_noun(noun, draft.told, usable)
            if beside is not None or not draft.sure.by:
                return beside
        own, settled = self._of_chain(draft.told, usable)
        if settled:
            return own
        verb = draft.told.verb
        for other in analysis.verbs if noun is None else ():
            if other.over is verb and other.link == "infinitive":
                own = next((one for one in usable if self._owner(one, analysis) is other), None)
                if own is not None:
                    # "ordered the mission to close on Monday": the order's day.
                    return own
        if verb is None or verb.joint == "relative" or verb.link == "that":
            return None
        return next((one for one in usable if one.first <= _NEAR_START), None)

    def _of_noun(self, noun: Mention, told: Told, usable: list[Moment]) -> Moment | None:
        """
        The time of a noun of action: one beside it, or of a verb that only says it happened.
        """
        spoken = is_spoken_of(told)
        near = [
            one
            for one in usable
            if not spoken or one.weekday is None or one.first - noun.stop <= 1
        ]
        beside = self._beside_noun(noun, near, told.analysis)
        return beside or self._of_its_verb(noun, near, told.analysis)

    def _of_chain(self, told: Told, usable: list[Moment]) -> tuple[Moment | None, bool]:
        """
        The time of a verb or of one above it with which it shares its time, and whether the search
        ends there, found or not.
        """
        analysis, verb, aside = told.analysis, told.verb, False
        for _ in range(_MOST_STEPS):
            if verb is None:
                break
            own = [one for one in usable if self._owner(one, analysis) is verb and not one.of_noun]
            if aside:
                own = [one for one in own if self._is_recent(one)]
            if own:
                starts = [one for one in own if one.start]
                return self._nearest((starts if told.form.since else []) or own, verb), True
            if verb.over is not None and analysis.is_concessive(verb.over):
                break
            if verb.joint in self.language.words["joint_done"]:
                return self._about_then(verb, usable, analysis), True
            aside = is_aside(verb)
            verb = verb.over if self._shares_time(verb) else None
        return None, False

    def _about_then(self, verb: Verb, usable: list[Moment], analysis: Analysis) -> Moment | None:
        """
        The month or year of what came right after: "rompieron en enero, después de que asaltaran".
        """
        if not self.language.adjective_after or verb.over is None:
            return None
        own = [one for one in usable if self._owner(one, analysis) is verb.over]
        return next((one for one in own if len(one.text) < DAY and not one.start), None)

    def _is_recent(self, moment: Moment) -> bool:
        """
        Whether a time is a day of the week before publication.
        """
        if not moment.exact or len(moment.text) != DAY:
            return False
        return (self.published - dt.date.fromisoformat(moment.text)).days <= _WEEK

    def _shares_time(self, verb: Verb) -> bool:
        """
        Whether a verb happens when the one that governs it does.
        """
        if verb.link == "clause":
            return verb.joint != "relative" and verb.tense != "pluperfect"
        return verb.link in {"and", "infinitive", "gerund"}

    def _beside_noun(
        self, noun: Mention, usable: list[Moment], analysis: Analysis
    ) -> Moment | None:
        """
        The time that stands after a noun of action, or right before it.
        """
        for one in usable:
            if 0 <= _apart(noun, one, analysis) <= 12 and not any(
                # But "el golpe perpetrado el lunes".
                verb.first in range(noun.stop, one.first)
                and not (verb.first == noun.stop and verb.features == {"participle"})
                for verb in analysis.verbs
            ):
                return one
        for one in usable:
            if noun.first - 3 <= one.stop <= noun.head and one.first >= noun.first - 3:
                return one
        return None

    def _nearest(self, moments: list[Moment], verb: Verb) -> Moment:
        kept = [one for one in moments if not one.start] or moments
        best = [one for one in kept if one.exact] or kept
        return min(
            best, key=lambda one: min(abs(one.first - verb.stop), abs(verb.first - one.stop))
        )

    def _words_moment(self, draft: Draft, moments: list[Moment]) -> Moment | None:
        """
        The time of the words that tell of it.
        """
        analysis = draft.told.analysis
        usable = [one for one in moments if one.text and not one.until]
        verb = draft.told.verb
        steps, aside = 0, False
        while verb is not None and steps < _MOST_STEPS:
            steps += 1
            if verb is not draft.told.verb and not (
                self.language.adjective_after
                and not verb.auxiliary
                and verb.features <= {"participle"}
            ):
                own = [one for one in usable if self._owner(one, analysis) is verb]
                if own and (not aside or self._is_recent(own[0])):
                    return own[0]
            # "Formed a cabinet in May, with which it opened relations": not then, by these words.
            aside = is_aside(verb) or (verb is draft.told.verb and in_relative(draft.told))
            verb = verb.over
        for verb in analysis.verbs:
            reporting = analysis.language.matrix["reporting"]
            if verb is draft.told.verb and draft.told.noun is None:
                continue
            if any(reporting.get(lemma) for lemma in verb.lemmas):
                own = [one for one in usable if self._owner(one, analysis) is verb]
                # "Recalled the envoy, who was declared unwelcome on 4 May": no day of the recall.
                # "Accused it after it denied entry on Friday": no day of the accusation.
                before = verb.joint in self.language.words["joint_done"]
                if own and verb.joint != "relative" and not before:
                    return own[0]
        return next((one for one in usable if one.first <= _NEAR_START), None)

    def _of_its_verb(
        self, noun: Mention, usable: list[Moment], analysis: Analysis
    ) -> Moment | None:
        """
        The time of a verb that only says that a noun of action happened: "came on Monday".
        """
        matrix = analysis.language.matrix["verbs"]
        for verb in analysis.verbs:
            if any(matrix.get(lemma) == "done" for lemma in verb.lemmas) and (
                analysis.subject_of(verb) is noun
            ):
                own = [one for one in usable if self._owner(one, analysis) is verb]
                if own:
                    return self._nearest(own, verb)
        return None


def _apart(noun: Mention, moment: Moment, analysis: Analysis) -> int:
    """
    How many words stand between a noun and a time after it, where a name counts as one word.
    """
    inside = (
        one.stop - one.first - 1
        for one in analysis.mentions
        if one.name and noun.stop <= one.first and one.stop <= moment.first
    )
    return moment.first - noun.stop - sum(inside)


def _is_state_since(verb: Verb, moment: Moment, analysis: Analysis) -> bool:
    """
    Whether a time is of what somebody is in a clause after a verb: "who has been there since May".
    """
    opened = closed = False
    for at in range(verb.stop, moment.first):
        if at in analysis.at:
            continue
        if analysis.is_a(at, "relative", "subordinator", "concessive"):
            opened, closed = True, False
        elif analysis.is_a(at, "copula", "perfect_aux"):
            closed = opened and not analysis.is_a(at, "stands_for_verb")
    return closed and analysis.word(moment.first - 2) != ","


def in_relative(told: Told) -> bool:
    """
    Whether a verb tells its act in a relative clause, and not past the comma that closes one.
    """
    verb = told.verb
    inside = verb is not None and verb.joint == "relative" and told.noun is None
    inside = inside and not told.analysis.language.adjective_after
    return inside and verb is not None and told.analysis.word(verb.first - 1) != ","


def is_spoken_of(told: Told) -> bool:
    """
    Whether a noun of action is only condemned, welcomed and the like.
    """
    if told.noun is None or told.verb is None:
        return False
    forms = told.analysis.language.forms
    takes_stand = any(
        form.kind == "statement" and "stance" in form.set and not form.near
        for lemma in told.verb.lemmas
        for form in forms.get(lemma, ())
    )
    return takes_stand and told.noun in told.analysis.after(told.verb)
