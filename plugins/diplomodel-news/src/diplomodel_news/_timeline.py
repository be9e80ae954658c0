"""
When what is told was.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel_news._beside import (
    is_aside,
    is_of_participle,
    leave_after_noun,
    moment_beside,
    moment_until,
    points_back,
    take_from_ahead,
)
from diplomodel_news._dates import Moment, moments_of
from diplomodel_news._grammar import Analysis, Verb
from diplomodel_news._language import Language
from diplomodel_news._match import Told
from diplomodel_news._mentions import Mention
from diplomodel_news._modality import Sureness
from diplomodel_news._text import Sentence


__all__ = ["Draft", "Timeline"]

#: How far into a sentence a time that leads it stands.
_LEAD: Final = 1

#: Letters of a year, of a year and month, and of a day.
#: Tenses of words that were said.
_TOLD: Final = frozenset({"past", "perfect", "pluperfect"})
_YEAR: Final = 4

_MONTH: Final = 7

_DAY: Final = 10

#: Days within which what a relative clause tells beside an act was then too.
_WEEK: Final = 7

#: How many sentences a day of the month without a month can stand behind that month.
_BEHIND: Final = 2


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
    """

    told: Told
    sure: Sureness
    date: str = ""
    words_date: str = ""
    why: str = ""
    own_date: bool = False
    background: bool = False
    context: str = ""


class Timeline:
    """
    Gives each act of a text its date.
    """

    def __init__(self, language: Language, published: dt.date) -> None:
        """
        Begin with no day that was told of.
        """
        self.language = language
        self.published = published
        self.years: list[int] = []
        self.context = ""
        self.context_yearless = False
        self.carried = False
        self.context_at = -9
        self.context_paragraph = -9
        self.told_year: int | None = None
        self.told_month = ""

    def _moments(self, sentence: Sentence) -> list[Moment]:
        year: int | None = self.years[sentence.index]
        near = bool(self.context) and sentence.index - self.context_at <= 1
        if near:
            year = int(self.context[:4]) if self.context[:4].isdecimal() else None
        if near and self.context_yearless and not self.language.adjective_after:
            # "Took office in November. In January ...": both the last before publication.
            year = None
        apart = sentence.paragraph != self.context_paragraph
        day = "" if apart or sentence.index - self.context_at > _BEHIND else self.context
        recent = self.published.year - (not near or len(self.context) < _MONTH)
        told = self.told_year
        month = self.told_month
        found = moments_of(
            sentence, self.language, self.published, told_year=told, told_month=month, day=day
        )
        years = [int(word) for word in sentence.low if len(word) == _YEAR and word.isdecimal()]
        self.told_year = years[-1] if years else told
        years = [
            int(one.text[:4])
            for one in found
            if one.text[:4].isdecimal() and not one.yearless and not one.until
        ]
        first = years[0] if years else None
        if self.language.adjective_after:
            # What a sentence tells first has the year told before, not one told after it.
            first, year = None, year if near and not apart else None
        self.carried = (first is not None and first < self.published.year - 1) or (
            first is None and year is not None and year < recent
        )
        if self.carried:
            found = moments_of(
                sentence,
                self.language,
                self.published,
                year=first or year,
                told_year=told,
                told_month=month,
                day=day,
            )
        leave_after_noun(found, sentence, self.language)
        take_from_ahead(found, sentence, self.language)
        context = self.context
        for one in found:
            if one.shift is not None:
                one.text = _shifted(one, context)
            elif one.same and one.weekday is not None:
                one.text = _same_weekday(one, context)
            context = one.text or context
        months = [one.text[:_MONTH] for one in found if len(one.text) in {_MONTH, _DAY}]
        self.told_month = months[-1] if months else month
        return found

    def _remember(self, moments: list[Moment], sentence: Sentence, found: list[Draft]) -> None:
        dates = [d.date for d in found if not d.told.refused and d.own_date and d.date]
        dates += [one.text for one in moments if one.text and not (one.until or one.start)]
        told = [
            one.text
            for one in moments
            if one.text and not (one.until or one.start or one.flashback or one.of_noun)
        ]
        back = bool(self.context) and any(one.flashback for one in moments)
        if back and not told and sentence.index - self.context_at == 1:
            # What is looked back on leaves the time that is told of as it was.
            self.context_at = sentence.index
        for text in told[-1:] or ([] if back else dates[:1]):
            self.context = text
            yearless = any(one.yearless and one.text == text for one in moments)
            self.context_yearless = yearless and not self.carried
            self.context_at = sentence.index
            self.context_paragraph = sentence.paragraph

    def _dated(self, draft: Draft, moments: list[Moment], sentence: Sentence) -> None:
        told = draft.told
        verb = told.verb
        moments = [one for one in moments if not is_of_participle(one, told.analysis)]
        moment = (
            moment_until(told, moments)
            or self._moment_of(draft, moments)
            or moment_beside(told, moments, self._owner)
        )
        words = self._words_moment(draft, moments)
        draft.words_date = words.text if words is not None else ""
        if moment is not None:
            draft.date, draft.own_date = moment.text, True
            draft.why = moment.why
            self._ahead(draft, moment)
            if moment.start and not moment.exact:
                draft.why += " (since then)"
        elif points_back(told) and self.context_at == sentence.index - 1:
            draft.date, draft.own_date = self.context, True
            draft.why = "'this' before it stands for what was told of then"
        draft.background = verb is not None and told.noun is None and verb.tense == "pluperfect"
        if (
            not draft.date
            and words is not None
            and draft.sure.modality == "done"
            and not draft.background
            and not _is_spoken_of(told)
            and (verb is None or verb.joint not in self.language.words["joint_done"])
        ):
            draft.date, draft.why = words.text, f"told {words.why}"
            draft.own_date = True
        if not draft.date and told.noun is None and self._follows(sentence, verb, told.form.kind):
            draft.context = self.context
        if not draft.date and sentence.quoted and draft.sure.quoted:
            draft.why = "no date, in a quotation"

    def _ahead(self, draft: Draft, moment: Moment) -> None:
        """
        Take a time without a year, month or week for the next such, where something is planned.
        """
        if draft.sure.modality != "planned" or self._of_words(moment, draft):
            return
        if moment.weekday is not None:
            day = dt.date.fromisoformat(moment.text)
            if day < self.published:
                draft.date = str(day + dt.timedelta(7))
                draft.why += ", the next one since it is planned"
        if moment.yearless:
            draft.date = _coming(draft.date, self.published)
        if moment.bare:
            draft.date = _next_month(draft.date, self.published)

    def _of_words(self, moment: Moment, draft: Draft) -> bool:
        """
        Whether a time is that of the words before an act: "agreed on 10 December to restore".
        """
        verb = draft.told.verb
        if verb is None or draft.told.noun is not None or moment.stop > verb.first:
            return False
        owner = self._owner(moment, draft.told.analysis)
        told = owner is not None and owner is not verb and owner in draft.sure.by
        return told and owner is not None and owner.tense in _TOLD

    def _follows(self, sentence: Sentence, verb: Verb | None, kind: str) -> bool:
        if not self.context or sentence.index - self.context_at > 2 or verb is None:
            return False
        if verb.tense not in {"past", "infinitive", "gerund"}:
            return False
        above = verb
        while above.over is not None and above.link in {"infinitive", "gerund"}:
            above = above.over
        if above is not verb and above.tense == "present" and self.language.adjective_after:
            # "No contempla cerrar su embajada": a stand of now.
            return False
        date = PartialDate.parse(self.context)
        if self.published.toordinal() - date.last <= 14:
            return True
        alike = kind not in {"statement", "meeting", "trade_continuation"}
        return alike and (date.first == date.last or sentence.paragraph == self.context_paragraph)

    def _owner(self, moment: Moment, analysis: Analysis) -> Verb | None:
        """
        The verb that a time belongs to.
        """
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
        return previous

    def _begins(self, moment: Moment, analysis: Analysis) -> bool:
        """
        Whether a conjunction stands before a time, so that what follows has it.
        """
        at = moment.first - 1
        while analysis.is_a(at, "determiner", "preposition") and moment.first - at < 3:
            at -= 1
        if analysis.word(at) == "," and self.language.adjective_after:
            # "Expulsó al enviado y, tres días después, rompió": the second verb's time.
            at -= 1
        joined = self.language.adjective_after or at < moment.first - 1
        return joined and analysis.is_a(at, "conjunction")

    def _moment_of(self, draft: Draft, moments: list[Moment]) -> Moment | None:
        analysis = draft.told.analysis
        usable = [one for one in moments if one.text and not one.until]
        noun = draft.told.noun
        if not usable:
            return None
        if noun is not None:
            spoken = _is_spoken_of(draft.told)
            near = [
                one
                for one in usable
                if not spoken or one.weekday is None or one.first - noun.stop <= 1
            ]
            beside = self._beside_noun(noun, near, analysis)
            beside = beside or self._of_its_verb(noun, near, analysis)
            if beside is not None or not draft.sure.by:
                return beside
        verb: Verb | None = draft.told.verb
        aside = False
        for _ in range(6):
            if verb is None:
                break
            own = [one for one in usable if self._owner(one, analysis) is verb and not one.of_noun]
            if aside:
                own = [one for one in own if self._is_recent(one)]
            if own:
                return self._nearest(own, verb)
            if verb.over is not None and analysis.is_concessive(verb.over):
                break
            if verb.joint in self.language.words["joint_done"]:
                return None
            aside = is_aside(verb)
            verb = verb.over if self._shares_time(verb) else None
        ordered = [
            one
            for other in analysis.verbs
            if other.over is draft.told.verb and other.link == "infinitive" and noun is None
            for one in usable
            if self._owner(one, analysis) is other
        ]
        if ordered:
            # "ordered the mission to close on Monday": the order's day.
            return ordered[0]
        lead = [one for one in usable if one.first <= 3]
        verb = draft.told.verb
        if lead and verb is not None and verb.joint != "relative" and verb.link != "that":
            return lead[0]
        return None

    def _is_recent(self, moment: Moment) -> bool:
        """
        Whether a time is a day of the week before publication.
        """
        if not moment.exact or len(moment.text) != _DAY:
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
            if 0 <= one.first - noun.stop <= 12 and not any(
                verb.first in range(noun.stop, one.first) for verb in analysis.verbs
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
        while verb is not None and steps < 6:
            steps += 1
            if verb is not draft.told.verb and not (
                self.language.adjective_after
                and not verb.auxiliary
                and verb.features <= {"participle"}
            ):
                own = [one for one in usable if self._owner(one, analysis) is verb]
                if own and (not aside or self._is_recent(own[0])):
                    return own[0]
            aside = is_aside(verb)
            verb = verb.over
        for verb in analysis.verbs:
            reporting = analysis.language.matrix["reporting"]
            if verb is draft.told.verb and draft.told.noun is None:
                continue
            if any(reporting.get(lemma) for lemma in verb.lemmas):
                own = [one for one in usable if self._owner(one, analysis) is verb]
                if own:
                    return own[0]
        lead = [one for one in usable if one.first <= 3]
        return lead[0] if lead else None

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


def _is_spoken_of(told: Told) -> bool:
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


def _coming(text: str, published: dt.date) -> str:
    """
    A day or month told without a year, for what is planned: the next one.
    """
    date = PartialDate.parse(text)
    if date.last >= published.toordinal() or not text[:4].isdecimal():
        return text
    later = f"{int(text[:4]) + 1:04}{text[4:]}"
    return later if later <= f"{published.year + 1:04}{published.isoformat()[4:]}" else text


def _next_month(text: str, published: dt.date) -> str:
    """
    A day told without its month, for what is planned: the next such.
    """
    day = dt.date.fromisoformat(text)
    ahead = (published + dt.timedelta(days) for days in range(62))
    coming = next((one for one in ahead if one.day == day.day), day)
    return text if day >= published else str(coming)


def _same_weekday(moment: Moment, context: str) -> str:
    """
    The day of a week that is told as "that same Monday": the nearest to what came before.
    """
    try:
        day = dt.date.fromisoformat(context)
    except ValueError:
        return moment.text
    shift = ((moment.weekday or 0) - day.weekday() + 3) % 7 - 3
    return str(day + dt.timedelta(shift))


def _shifted(moment: Moment, context: str) -> str:
    """
    A time that hangs on another, which is told before it.
    """
    if not context or moment.shift is None:
        return ""
    try:
        return str(dt.date.fromisoformat(context) + dt.timedelta(moment.shift))
    except (ValueError, OverflowError):
        return context
