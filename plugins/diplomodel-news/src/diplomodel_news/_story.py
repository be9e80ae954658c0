"""
One text from its sentences to candidates for events: roles, sureness and dates put together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.described import with_ages
from diplomodel_news._cast.shelter import learn_shelter
from diplomodel_news._frames.likewise import is_caption, likewise
from diplomodel_news._frames.match import tellings
from diplomodel_news._frames.models import is_act, leading
from diplomodel_news._frames.own_orders import mark_own_orders, mark_top_envoys
from diplomodel_news._frames.rosters import roster_after
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.gapped import carry_gap, find_gaps
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._grammar.inverted import read_inverted
from diplomodel_news._grammar.left_out import supply_relations
from diplomodel_news._grammar.romance import analysis_of
from diplomodel_news._grammar.themes import theme_of
from diplomodel_news._grammar.turned import read_turned
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence, sentences
from diplomodel_news._mentions.compose import mentions_of
from diplomodel_news._mentions.elided import with_elided
from diplomodel_news._mentions.enclitics import part_enclitics
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.scene import from_elsewhere, here
from diplomodel_news._stance.addressee import doers
from diplomodel_news._stance.modality import sureness
from diplomodel_news._stance.obliged import mark_judged, mark_obliged
from diplomodel_news._stance.reported import said_beside
from diplomodel_news._stance.stance import mark_spoken
from diplomodel_news._stance.sureness import Sureness
from diplomodel_news._times.hinges import settle_hinges
from diplomodel_news._times.moments import YEAR, Moment
from diplomodel_news._times.series import on_each_day
from diplomodel_news._times.timeline import Draft, Timeline


__all__ = ["Draft", "Story"]

#: Over how many sentences a year is carried on.
_CARRIED: Final = 3
#: Within how many sentences somebody does what the last act told was.
_FOLLOWED: Final = 2
#: Of what is told in these ways others can be said to do the same.
_WILLED: Final = frozenset({"done", "planned"})


class Story(Timeline):
    """
    A text that is read from start to end once.
    """

    def __init__(
        self, text: str, language: Language, published: dt.date, *, misses: bool = False
    ) -> None:
        """
        Cut the text, and learn who is in it.

        Args:
            text: The text.
            language: Its language.
            published: Its day of publication.
            misses: Whether tellings that just miss are kept, for an explanation.
        """
        super().__init__(language, published)
        self.text = text
        self.misses = misses
        self.sentences = list(sentences(text, abbreviations=language.abbreviations))
        for one in self.sentences:
            part_enclitics(one, language)
        self.mentions = [mentions_of(one, language) for one in self.sentences]
        home = self._set_scene()
        since = () if language.adjective_after else language.dates["since"]
        self.years = years_of(self.sentences, self.mentions, published.year, since=since)
        self.cast = Cast(language, day=published.toordinal(), year=published.year)
        self.cast.home = home
        self.cast.learn(self.mentions, years=self.years)
        self.opinion = self._is_opinion()
        every = [one for several in self.mentions for one in several]
        self.named = frozenset(one.states[0] for one in every if one.states)
        # What a text tells of, and which states: for forms that ask for one of them.
        told = frozenset(tag for one in every for tag in one.tags)
        self.tags = told | {f"of-{code}" for code in self.named}
        self.speaker_at = -9
        self.topic: Mention | None = None
        self.told: list[Told] = []
        self.ever: list[Told] = []
        self.earlier: list[Told] = []
        self.acts: list[Told] = []
        self.acts_at = -9

    def _set_scene(self) -> str | None:
        """
        Where the text is told from; with it, and with what came before, what it leaves out.
        """
        home = from_elsewhere(self.sentences, self.mentions)
        before: list[Mention] = []
        for number, sentence in enumerate(self.sentences):
            far = [
                one for several in self.mentions[max(0, number - 4) : number] for one in several
            ]
            before = with_elided(self.mentions[number], before, sentence, self.language, far=far)
            before = with_ages(before, sentence, self.language)
            self.mentions[number] = before
            if home is not None:
                here(before, sentence, home, self.language)
        return home

    def drafts(self) -> Iterator[Draft]:
        """
        Every telling of the text in order, and those that just miss where they are asked for.
        """
        for number, sentence in enumerate(self.sentences):
            self.cast.year = self.years[number]
            moments = self._moments(sentence)
            analysis = self._read(number, moments)
            if is_caption(analysis):
                continue
            found = self._found(number, analysis)
            self._place(moments, analysis)
            settle_hinges(moments, analysis, self._owner, now=self._year_now(sentence))
            for draft in found:
                if not draft.told.refused:
                    self._dated(draft, moments, sentence)
            if len(moments) > 1:
                found += [more for draft in found for more in on_each_day(draft, moments)]
            yield from found
            self._remember(moments, sentence, found)
            if self.cast.opens and not any(one.sure.modality == "done" for one in found):
                self.cast.theme = theme_of(analysis)
            self.earlier = self.told
            self.told = [draft.told for draft in found if draft.sure.modality in _WILLED]
            if any(is_act(told) for told in self.told):
                self.acts, self.acts_at = self.told, number
            self.ever += self.told
            self.topic = analysis.main_subject() or self.topic

    def _read(self, number: int, moments: list[Moment]) -> Analysis:
        """
        A sentence with its grammar, and who is meant by its words.
        """
        mentions = self.mentions[number]
        times = frozenset(at for one in moments for at in range(one.first, one.stop))
        analysis = analysis_of(self.sentences[number], mentions, self.language, times=times)
        analysis.topic = self._topic()
        analysis.text_tags = self.tags
        read_inverted(analysis)
        read_turned(analysis)
        find_gaps(analysis)
        carry_gap(analysis, self._act_before(number))
        supply_relations(analysis, self.cast.thing_told(number))
        self.cast.resolve(mentions, analysis)
        learn_shelter(analysis, self.cast)
        self._speaker(analysis)
        self.cast.deeds += doers(analysis)
        mark_spoken(analysis)
        mark_obliged(analysis)
        mark_judged(analysis)
        mark_own_orders(analysis)
        mark_top_envoys(analysis)
        return analysis

    def _found(self, number: int, analysis: Analysis) -> list[Draft]:
        """
        What a sentence tells, and what it tells by "so did Chad" and the like.
        """
        every = tellings(analysis, misses=self.misses)
        found = [_draft(told) for told in every if self.misses or not told.refused]
        done = [one.told for one in found if one.sure.modality in _WILLED]
        models = leading(self.told, self.earlier, analysis.mentions)
        if not any(is_act(one) for one in models) and number - self.acts_at <= _FOLLOWED:
            # "Moscow broke with it. Its envoy got a note. Sofia did the same."
            models = self.acts
        alike = [_draft(told) for told in likewise(analysis, done, models, ever=self.ever)]
        alike += [_draft(told) for told in roster_after(analysis, done, self.told)]
        # "Se apresuraron a secundarlo": they did the same, and said nothing.
        acting = [one.told.verb for one in alike if one.told.form.kind != "statement"]
        acted = [verb for verb in acting if verb is not None]
        return [one for one in found if not _only_says(one, acted)] + alike

    def _act_before(self, number: int) -> Verb | None:
        """
        The verb of the act that the sentence before told, in the same paragraph.
        """
        here = self.sentences[number]
        if number == 0 or self.sentences[number - 1].paragraph != here.paragraph:
            return None
        return next((one.verb for one in self.told if one.verb is not None), None)

    def _is_sequel(self, at: int, analysis: Analysis) -> bool:
        """
        Whether a time is of what the news came after: "the move follows an incident on Friday".
        """
        sequel = self.language.words["sequel"]
        return any(
            verb.first < at and not sequel.isdisjoint(verb.lemmas) for verb in analysis.verbs
        )

    def _place(self, moments: list[Moment], analysis: Analysis) -> None:
        """
        Say of each time whether it is looked back on, or a noun's.
        """
        for one in moments:
            owner = self._owner(one, analysis)
            one.flashback = owner is not None and (
                owner.tense == "pluperfect"
                or _is_beside(owner)
                or self._is_sequel(one.first, analysis)
                or _joined_to_past(owner)
            )
            one.beside = owner is not None and _is_beside(owner)
            one.aside = owner is not None and owner.tense in {"gerund", "infinitive"}
            one.of_noun = (
                analysis.is_a(one.first - 1, "of")
                and analysis.word(one.first - 2) not in self.language.dates["year_words"]
                and not analysis.is_a(one.stop + (analysis.word(one.stop) == ","), "when")
            )

    def _topic(self) -> Mention | None:
        """
        Whom the text spoke of, with what has become known of the person since.
        """
        person = self.cast.persons.get(self.topic.person or "") if self.topic is not None else None
        if self.topic is not None and person is not None:
            self.topic.tags |= person.tags
        return self.topic

    def _is_opinion(self) -> bool:
        """
        Whether the text says of itself that it is an opinion, in its head or at its foot.
        """
        words = self.language.words["opinion"]
        head = self.sentences[0].low[:3] if self.sentences else []
        foot = [
            one
            for one, mentions in zip(self.sentences[-2:], self.mentions[-2:], strict=True)
            if not any(mention.kind == "actor" for mention in mentions)
        ]
        return any(word in words for word in head) or any(
            word in words for one in foot for word in one.low
        )

    def _speaker(self, analysis: Analysis) -> None:
        """
        Give "we" the state of the one who speaks.
        """
        pronouns = self.language.pronouns
        first = [
            one
            for one in analysis.mentions
            if one.kind == "pronoun" and pronouns[one.anaphor].first_person
        ]
        ours = [
            one
            for one in analysis.mentions
            if one.possessive in pronouns and pronouns[one.possessive].first_person
        ]
        if not first and not ours:
            return
        reporter = said_beside(analysis, 0, 0)
        code = reporter.state if reporter is not None else None
        if code is None and reporter is not None:
            # "Quito no cede: «No llamaremos a nuestro enviado», dijo el ministro X": Quito's.
            free = [one for one in analysis.mentions if one.state and not one.gov]
            code = free[0].state if free and not analysis.sentence.quoted[free[0].head] else None
        for one in first:
            one.state = code or one.state
            if code and reporter is not None and not one.plural:
                one.person, one.role = reporter.person, reporter.role
                one.tags |= reporter.tags
        for one in ours if code else ():
            if one.owner is not None:
                one.owner.state = code
            one.state = code if one.kind in {"person", "institution"} else one.state


def _is_beside(verb: Verb) -> bool:
    """
    Whether a verb stands in a relative clause, or in a clause of time below one: "a quarrel that
    began when Nairobi hosted a meeting in February".
    """
    over = verb.over
    below = over is not None and verb.joint in {"when", "after", "before"}
    return verb.joint == "relative" or (below and over is not None and over.joint == "relative")


def _joined_to_past(verb: Verb) -> bool:
    """
    Whether a verb goes on with what had been before: "had broken with it and restored ties".
    """
    return verb.link == "and" and verb.over is not None and verb.over.tense == "pluperfect"


def _only_says(draft: Draft, acted: Sequence[Verb]) -> bool:
    """
    Whether a stand is read from a verb by which somebody did what was told before.
    """
    told = draft.told
    return told.form.kind == "statement" and any(told.verb is verb for verb in acted)


def _draft(told: Told) -> Draft:
    return Draft(told, sureness(told) if not told.refused else Sureness())


def years_of(
    found: Sequence[Sentence],
    mentions: Sequence[Sequence[Mention]],
    published: int,
    *,
    since: Collection[str] = (),
) -> list[int]:
    """
    The year that each sentence speaks of, to tell by which of its states a name is borne.

    A sentence without a year has that of one shortly before, or that of publication; the year of
    a treaty is none that is spoken of.

    Args:
        found: The sentences.
        mentions: The mentions of each.
        published: The year of publication.
        since: Words before a year from which something has lasted, which is not told of.
    """
    years: list[int] = []
    last, at, paragraph = published, -9, -1
    for number, sentence in enumerate(found):
        treaties = [one for one in mentions[number] if "treaty" in one.tags]
        told = [
            int(word)
            for token, word in enumerate(sentence.low)
            if len(word) == YEAR
            and word.isdecimal()
            and not _is_of_treaty(token, treaties)
            and not (token and sentence.low[token - 1] in since)
        ]
        told = [year for year in told if 1500 <= year <= published]
        if told:
            last, at, paragraph = told[0], number, sentence.paragraph
        near = _CARRIED if sentence.paragraph == paragraph else 1
        years.append(last if number - at <= near else published)
    return years


def _is_of_treaty(token: int, treaties: Sequence[Mention]) -> bool:
    return any(one.first - 2 <= token <= one.stop + 2 for one in treaties)
