"""
When what is told was.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._language.text import Sentence
from diplomodel_news._times.beside import (
    is_apart_from,
    is_at_noun,
    is_of_participle,
    moment_beside,
    moment_until,
    points_back,
)
from diplomodel_news._times.carried import Carried
from diplomodel_news._times.hinges import is_set_aside
from diplomodel_news._times.moments import DAY, Moment
from diplomodel_news._times.owners import Draft, in_relative, is_spoken_of


__all__ = ["Draft", "Timeline"]

#: How states arise.
_RISE: Final = frozenset({"establishment", "independence"})
#: Tenses of words that were said.
_TOLD: Final = frozenset({"past", "perfect", "pluperfect"})


class Timeline(Carried):
    """
    Gives each act of a text its date.
    """

    def _dated(self, draft: Draft, moments: list[Moment], sentence: Sentence) -> None:
        told = draft.told
        verb = told.verb
        moments = [
            one
            for one in moments
            if not is_of_participle(one, told.analysis)
            and not is_apart_from(one, told)
            and not is_set_aside(one, told)
            and not self._of_paper(one, told)
        ]
        moment = (
            moment_until(told, moments, self._owner)
            or self._moment_of(draft, moments)
            or moment_beside(told, moments, self._owner)
        )
        words = self._words_moment(draft, moments)
        draft.words_date = words.text if words is not None else ""
        if moment is not None:
            draft.date, draft.own_date = moment.text, True
            draft.why, draft.since = moment.why, moment.start
            draft.beside = is_at_noun(moment, told)
            self._ahead(draft, moment)
            if moment.start and not moment.exact:
                draft.why += " (since then)"
        elif points_back(told) and self.context_at == sentence.index - 1:
            draft.date, draft.own_date = self.context, True
            draft.why = "'this' before it stands for what was told of then"
        draft.background = verb is not None and told.noun is None and verb.tense == "pluperfect"
        self._bounded(draft, moment, words)
        if not draft.date and words is not None and self._is_of_then(draft):
            draft.date, draft.why, draft.own_date = words.text, f"told {words.why}", True
        # "Formed in May, and this is the one with which it dealt": not then, nor as told before.
        follows = told.noun is None and not (in_relative(told) and moments)
        if not draft.date and follows and self._follows(sentence, verb, told.form.kind):
            draft.context = self.context
        if not draft.date and sentence.quoted and draft.sure.quoted:
            draft.why = "no date, in a quotation"

    def _of_paper(self, moment: Moment, told: Told) -> bool:
        """
        Whether a time is that of words or a deed that a statement only takes up: "rejected the
        communiqué issued on 4 May".
        """
        owner = self._owner(moment, told.analysis) if told.form.kind == "statement" else None
        if owner is None or told.verb is None or told.noun is not None:
            return False
        if owner.first <= told.verb.first:
            return False
        paper = told.analysis.subject_of(owner)
        return paper is not None and paper.kind == "concept" and owner.first == paper.stop

    def _is_of_then(self, draft: Draft) -> bool:
        """
        Whether what is told to be done without a day of its own was done when the words were said.
        """
        verb = draft.told.verb
        done = draft.sure.modality == "done" and not draft.background
        before = verb is not None and verb.joint in self.language.words["joint_done"]
        return done and not before and not is_spoken_of(draft.told)

    def _bounded(self, draft: Draft, moment: Moment | None, words: Moment | None) -> None:
        """
        Say of what is told to have come after a day, or to have been before it, no more than that.
        """
        if draft.date and moment is not None and self._comes_after(moment, draft):
            draft.date = f"{moment.text}/{self.published}"
            draft.why += ", or later: it follows what was then"
        if draft.background and not draft.date and words is not None and _is_said(draft):
            draft.date, draft.why = f"../{words.text}", f"by {words.why}, when it was said"

    def _comes_after(self, moment: Moment, draft: Draft) -> bool:
        """
        Whether a day is only that on which a state arose, after which something is done:
        "following the establishment of the kingdom on 3 May, Chad recognised it".
        """
        analysis = draft.told.analysis
        owner = self._owner(moment, analysis)
        if owner is None or owner.tense != "gerund" or len(moment.text) != DAY:
            return False
        sequel = not self.language.words["sequel"].isdisjoint(owner.lemmas)
        return sequel and any(one.tags & _RISE for one in analysis.after(owner))

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
            above = draft.told.verb
            while above is not None and above.over is not None and above.link != "clause":
                above = above.over
            told = above is not None and above.tense in _TOLD
            draft.date = _coming(draft.date, self.published, back=told)
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


def _is_said(draft: Draft) -> bool:
    """
    Whether an act is what somebody is told to have said had been done.
    """
    verb = draft.told.verb
    return verb is not None and verb.link == "that" and draft.sure.modality == "done"


def _coming(text: str, published: dt.date, *, back: bool) -> str:
    """
    A day or month told without a year, for what is planned: the next one, of now or of then.
    """
    date = PartialDate.parse(text)
    if date.last >= published.toordinal() or not text[:4].isdecimal():
        return text
    if not back and int(text[:4]) < published.year - 1:
        text = f"{published.year:04}{text[4:]}"
        if PartialDate.parse(text).last >= published.toordinal():
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
