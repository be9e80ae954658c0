"""
Which person of a text a pronoun stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from diplomodel_news._cast.bearers import led_to
from diplomodel_news._cast.offices import Offices
from diplomodel_news._cast.pronouns import is_barred, teller
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._language.language import Pronoun
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Antecedents"]

_SENT: Final = frozenset({"envoy", "diplomats"})
#: Those who deal with the persons whom a text is about.
_BESIDE: Final = frozenset({"judge", "spokesman", "lawyer", "envoy", "police", "court_judges"})


class Antecedents(Offices):
    """
    Says for which person a pronoun or possessive stands, and whom a sentence is about.
    """

    def _antecedent(
        self, pronoun: Pronoun, done: list[Mention], mention: Mention | None = None
    ) -> str | None:
        able = list(self._candidates(done, skip=pronoun.is_object, mention=mention))
        if mention is not None and pronoun.is_object and self._is_of_envoys(mention):
            # "El nuncio no pudo verlo: Nicaragua lo había expulsado".
            sent = [one for one in able if self.persons[one].tags & _SENT]
            able = sent or able
        acting = mention is not None and not pronoun.is_object and not pronoun.clitic
        saying = teller(mention, self) if mention is not None and acting else ()
        for person in (*self._acted_on(pronoun, done, mention), *saying, *able):
            found = self.persons.get(person)
            gender = found.gender if found is not None else ""
            if found is not None and mention is not None and is_barred(mention, found, self):
                continue
            if not gender or not pronoun.gender or gender == pronoun.gender:
                return person
        return None

    def _told_after(self, mention: Mention) -> str | None:
        """
        Whom a clause before the main one is about where nobody was told of before: "horas después
        de que los amotinados lo apresaran, el presidente, Ali Ba, dimitió".
        """
        verbs = self.analysis.verbs if self.analysis is not None else []
        own = next((one for one in verbs if one.first <= mention.first <= one.stop), None)
        if self.analysis is None or own is None or own.over is not None or not own.joint:
            return None
        if not self.language.drops_subject:
            return None
        main = next((one for one in verbs if one.over is own and one.link == "clause"), None)
        whose = self.analysis.subject_of(main) if main is not None else None
        if whose is None or whose.first < own.stop or whose.kind != "person" or not whose.name:
            return None
        person = self._known(self._words(whose.name), whose)
        return person.id if person is not None else None

    def _is_of_envoys(self, mention: Mention) -> bool:
        """
        Whether a verb has a pronoun for its object that is done to envoys rather than to others.
        """
        envoys = self.language.words["done_to_envoys"]
        return any(
            verb.first <= mention.first <= verb.stop
            and (envoys & set(verb.lemmas) or self._is_declared(verb))
            for verb in (self.analysis.verbs if self.analysis is not None else ())
        )

    def _is_declared(self, verb: Verb) -> bool:
        """
        Whether a verb declares somebody what only members of missions can be: "non grata".
        """
        after = self.analysis.after(verb) if self.analysis is not None else ()
        return any("persona_non_grata" in one.tags for one in after)

    def _acted_on(
        self, pronoun: Pronoun, done: list[Mention], mention: Mention | None
    ) -> tuple[str, ...]:
        """
        Whom the text is about, where that is who something is done to: "found him guilty".
        """
        analysis = self.analysis
        if mention is None or analysis is None or self.concerned is None:
            return ()
        verb = analysis.by_head.get(mention.first - 1) if pronoun.is_object else None
        if verb is None or not self.language.words["done_to_persons"] & set(verb.lemmas):
            return ()
        barred = self._clause_subject(mention)
        others = [one for one in done if one.person in self.persons and one.person != barred]
        known = any(not one.tags & _BESIDE for one in others)
        return () if known or self.concerned == barred else (self.concerned,)

    def _is_clitic(self, mention: Mention) -> bool:
        pronoun = self.language.pronouns.get(mention.anaphor)
        return pronoun is not None and pronoun.clitic

    def _clause_subject(self, mention: Mention) -> str | None:
        """
        The person who is the subject of the verb that a mention belongs to.
        """
        verbs = self.analysis.verbs if self.analysis is not None else []
        inside = [one for one in verbs if one.first <= mention.first < one.head]
        for verb in (*inside, *verbs):
            if verb in inside or verb.stop <= mention.first < verb.limit:
                subject = self.analysis.subject_of(verb) if self.analysis is not None else None
                if subject is not None and not subject.person and verb.link == "that":
                    over = verb.over
                    told = self.analysis.subject_of(over) if over and self.analysis else None
                    subject = told or subject
                return subject.person if subject is not None and subject is not mention else None
        return None

    def _candidates(
        self, done: list[Mention], *, skip: bool, mention: Mention | None
    ) -> Iterator[str]:
        chain = list(self._named_by_pronouns(done))
        done = [one for one in done if one.person in self.persons]
        free = [one for one in done if one.person and not one.gov]
        barred = self._clause_subject(mention) if skip and mention is not None else None
        free = [one for one in free if one.person != barred]
        yield from (key for key in chain if key != barred)
        for one in reversed(free):
            if one.person:
                yield one.person
        of = self.language.words["of"]
        clitic = mention is not None and mention.kind == "pronoun" and self._is_clitic(mention)
        if clitic and self.focus_person and self.focus_person != barred:
            for one in reversed(done):
                if one.person and one.gov not in of and one.person != barred:
                    yield one.person
            yield self.focus_person
        for one in reversed(done):
            if one.person and one.gov and one.person != barred:
                yield one.person
        if self.focus_person and self.focus_person != barred:
            yield self.focus_person
        for person in reversed(self.seen):
            if person != barred:
                yield person

    def _named_by_pronouns(self, done: list[Mention]) -> Iterator[str]:
        """
        Whom pronouns stood for since a sentence last named somebody: "ended his asylum and
        arrested him" is of one man.
        """
        for one in reversed(done):
            whose = one.owner if one.possessive else None
            if one.kind == "pronoun" and one.person in self.persons:
                yield str(one.person)
            elif one.person in self.persons and not one.gov:
                return
            elif whose is not None and whose.person in self.persons:
                yield str(whose.person)

    def _spoken_of(self, mentions: Sequence[Mention]) -> str | None:
        """
        The person whom a sentence is about; nobody new where it is a quotation that goes on.
        """
        quoted = self.analysis.sentence.quoted if self.analysis is not None else []
        goes_on = quoted[:1] == [True] and all(quoted[one.head] for one in mentions)
        if self.focus_person and goes_on:
            return None
        # Whom a quotation speaks of comes after the one who speaks.
        led = led_to(self.analysis) if self.analysis is not None else None
        order = sorted(
            mentions, key=lambda one: (one is not led, bool(quoted) and quoted[one.head])
        )
        known = [one for one in order if one.person in self.persons]
        leading = (
            one
            for one in known
            if not one.relation
            and (not one.gov or one.gov in self.language.words["of"])
            and one.kind in {"person", "name", "pronoun"}
        )
        first = next(leading, None) or next((one for one in mentions if one in known), None)
        return first.person if first is not None else None
