"""
Who is who in a text, sentence by sentence: pronouns, epithets, possessives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from diplomodel_news._cast.anaphora import THINGS
from diplomodel_news._cast.colleagues import colleague
from diplomodel_news._cast.described import by_origin, described, name_two
from diplomodel_news._cast.epithets import Epithets
from diplomodel_news._cast.homes import (
    front_city,
    home_by_name,
    home_of,
    mission_before,
    placed_state,
    speaks_in,
)
from diplomodel_news._cast.offices import take_over
from diplomodel_news._cast.outlet import outlet_of
from diplomodel_news._cast.register import IN_OFFICE, OF_STATE, Person, placeholder
from diplomodel_news._cast.rulers import first_ruled, leads_it, ruled
from diplomodel_news._cast.spokesmen import spoken_for, whose_spokesman
from diplomodel_news._cast.together import count_together, keep_group, stands_for_group
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._grammar.themes import headed_by
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Cast", "Person", "placeholder"]

#: Of how many words the head of a digest's item is.
_PLACE: Final = 5
#: Mentions of a sentence that say which states it is about.
_SPOKEN_OF: Final = frozenset({"actor", "person", "institution"})
#: What somebody is given who seeks shelter, how near it stands, and words before who gets it.
_SHELTER: Final = frozenset({"asylum", "safe_conduct"})
_NEAR: Final = 2
_WHITHER: Final = frozenset({"a", "al", "hacia", "to", "from", "desde"})
_BENEFIT: Final = frozenset({"to", "a", "para"})


def _opens(mention: Mention) -> bool:
    """
    Whether "it" opens a sentence, so that the sentence goes on about a state.
    """
    return mention.kind == "pronoun" and mention.first == 0 and "state" in mention.tags


class Cast(Epithets):
    """
    The persons and states of one text.
    """

    def learn(self, sentences: Iterable[Sequence[Mention]], *, years: Sequence[int] = ()) -> None:
        """
        Take in every full name of a text with its office, and how often states are named.

        Args:
            sentences: The mentions of each sentence.
            years: The year that each sentence speaks of, where that is not the text's.
        """
        sentences = list(sentences)
        for mentions in sentences:
            for mention in mentions:
                if "residence" in mention.tags:
                    continue
                if mention.kind == "actor" and len(mention.states) == 1:
                    self.count[mention.states[0]] = self.count.get(mention.states[0], 0) + 1
        short: list[Mention] = []
        for number, mentions in enumerate(sentences):
            self.year = years[number] if years else self.year
            for mention in mentions:
                self._choose_state(mention)
                if mention.sent is not None and mention.receiver:
                    self.count[mention.receiver] = self.count.get(mention.receiver, 0) + 1
                if mention.state and mention.tags & {"mission", "envoy"}:
                    self.senders.setdefault(mention.state)
                if (mention.kind == "actor" and mention.state and len(mention.states) > 1) or (
                    mention.owner is not None and mention.state
                ):
                    self.count[mention.state] = self.count.get(mention.state, 0) + 1
                self._count_several(mention)
                short += self._learn_names(mention)
        # "Colonel Doe" of a headline is whom the text names in full further on.
        for bearer in short:
            self._named(bearer)
        # Of states named as often, the one named first is first.
        codes = [one.state for mentions in sentences for one in mentions if one.state]
        found = dict.fromkeys(code for code in codes if code in self.count)
        self.count = {code: self.count[code] for code in (*found, *self.count)}
        self.ours = outlet_of(self, sentences)
        self.junta = first_ruled(sentences, self.language)

    def _learn_names(self, mention: Mention) -> list[Mention]:
        """
        Take in the full names of a mention, and give those who are only named in short.
        """
        short = []
        for bearer in (mention, *mention.bearers, *([mention.of] if mention.of else [])):
            if bearer.name and len(bearer.name.split()) > 1:
                self._named(bearer)
            elif bearer.name and bearer.kind == "person":
                short.append(bearer)
        return short

    def _count_several(self, mention: Mention) -> None:
        """
        Count the states of "the presidents of Colombia and Venezuela" as named.
        """
        for one in (mention.of, *mention.several):
            if one is not None and one.kind == "actor" and len(one.states) == 1:
                self.count[one.states[0]] = self.count.get(one.states[0], 0) + 1

    def resolve(self, mentions: Sequence[Mention], analysis: Analysis) -> None:
        """
        Say for every mention of a sentence whom it stands for, given those before.
        """
        before = self.analysis.mentions if self.analysis is not None else []
        spoken = [one for one in before if one.kind in _SPOKEN_OF]
        codes = [code for one in spoken for code in (one.pair or (one.state,))]
        beside = self.focus_state if self._goes_on() else ""
        self.spoken = [one for one in dict.fromkeys(codes) if one and not one.startswith("org:")]
        self.analysis = analysis
        self.number += 1
        self.before = list(self.recent)
        self.opens = analysis.sentence.paragraph != self.paragraph
        if self.opens:
            self.paragraph, self.local, self.theme = analysis.sentence.paragraph, [], None
            # "RABAT. Dos personas ...": an item of a digest, told of that place.
            words = [word for word in analysis.sentence.raw if word.isalpha()]
            self.headed = 0 < len(words) <= _PLACE and all(word.isupper() for word in words)
        done: list[Mention] = []
        for mention in mentions:
            self._resolve(mention, done)
            done.append(mention)
            count_together(mention)
            if mention.state and mention.kind == "actor" and "residence" not in mention.tags:
                self._see(mention.state)
            someone = mention.kind == "person" or (mention.kind == "pronoun" and mention.person)
            if someone and not mention.tags & {"envoy", "voice"}:
                person = self.persons.get(mention.person or "")
                ousted = person is not None and person.id in self.ousted
                if person is None or person.former or person.role not in IN_OFFICE or ousted:
                    mention.tags |= {"private_person"}
        keep_group(mentions, self)
        self._refocus(mentions)
        self.focus_state = beside or self.focus_state

    def _goes_on(self) -> bool:
        """
        Whether only a semicolon parts a sentence from the one before, which the text is about.
        """
        low = self.analysis.low if self.analysis is not None else []
        return bool(low) and low[-1] == ";" and not self.language.drops_subject

    def _see(self, code: str) -> None:
        for several in (self.recent, self.local):
            if code in several:
                several.remove(code)
            several.append(code)

    def _refocus(self, mentions: Sequence[Mention]) -> None:
        self.focus_person = self._spoken_of(mentions) or self.focus_person
        free = [one for one in mentions if one.state and not one.gov and not self._is_clitic(one)]
        bodies = [one for one in free if one.kind in {"actor", "institution"} or _opens(one)]
        bodies += [one for one in free if one.kind in {"person", "pronoun"}]
        if bodies:
            self.focus_state = bodies[0].state
        elif self.opens and self.analysis is not None:
            self.focus_state = headed_by(self.analysis) or self.focus_state
        for mention in mentions:
            if mention.person is not None and mention.person in self.persons:
                if mention.person in self.seen:
                    self.seen.remove(mention.person)
                self.seen.append(mention.person)
                self.told_in[mention.person] = self.paragraph
            for state in (mention.state, mention.receiver):
                if state and "residence" not in mention.tags and mention.kind != "place":
                    self._see(state)
        self._pass(mentions)

    def _pass(self, mentions: Sequence[Mention]) -> None:
        """
        Keep which states were named last only for where somebody goes or something is.
        """
        named = [one for one in mentions if one.kind not in {"concept", "place"}]
        words = self.language.words["at"] | _WHITHER
        led = {code for one in named if one.gov not in words for code in one.codes}
        self.passed -= led
        self.passed |= {code for one in named for code in one.codes} - led

    def _resolve(self, mention: Mention, done: list[Mention]) -> None:
        if self.together and stands_for_group(mention, self):
            return
        if mention.kind == "pronoun":
            self._pronoun(mention, done)
            return
        if mention.kind == "place" and not mention.states:
            self._placed(mention)
        if mention.kind == "concept" and mention.tags & THINGS:
            self.things = [*self.things[-3:], mention.tags]
            self.things_at = self.number
        self._choose_state(mention)
        if mention.kind == "actor":
            self._stands_for(mention, done)
        by_origin(mention, self)
        self._owned(mention, done)
        self._sent_to(mention, done)
        for part in (mention.owner, mention.of):
            if part is not None:
                self._resolve_part(mention, part, done)
        if mention.bearers:
            self._bear(mention)
        elif mention.kind in {"person", "name"} and not self._is_post(mention):
            self._person(mention)
        if "colleague" in mention.tags:
            colleague(mention, done, self)
        self._of_several(mention, done)
        mention.state = mention.state or home_by_name(mention) or speaks_in(self, mention)
        self._assume(mention)
        if "mission" in mention.tags:
            self._mission(mention)
        self._keep(mention)
        self._both_heads(mention)

    def _owned(self, mention: Mention, done: list[Mention]) -> None:
        """
        Say whose something is that a possessive stands before, or within: "in his place".
        """
        if "in_place" in mention.tags and not mention.possessive:
            inside = self.analysis.low[mention.first : mention.stop] if self.analysis else []
            mention.possessive = next((word for word in inside if word == "su"), "")
        if mention.possessive:
            self._possessor(mention, done)

    def _of_several(self, mention: Mention, done: list[Mention]) -> None:
        """
        Give what several states have each of them.
        """
        first = mention.of or mention.owner
        if mention.several and first is not None:
            for one in mention.several:
                self._resolve(one, done)
            owners = (first, *mention.several)
            mention.pair = tuple(dict.fromkeys(code for one in owners for code in one.codes))

    def _assume(self, mention: Mention) -> None:
        """
        Give a body that speaks the state that the text is just about, where it names none.
        """
        rules = "junta" in mention.tags
        if (
            mention.state is None
            and "voice" in mention.tags
            and (not mention.plural or (rules and mention.number is None))
        ):
            main = self.main_lands()
            foreign = main[0] if main and "recognised" in mention.tags else None
            mention.state = foreign or placed_state(self, mention) or self.focus_state or self.home
            if "parliament" in mention.tags and str(mention.state).startswith("org:"):
                mention.state = main[0] if main else None
            if rules:
                land = ruled(mention, self) or self.upheaval
                mention.state = land or (main[0] if main else self.focus_state)
            mention.tags |= {"assumed"}
        elif rules:
            self.junta = mention.state
        elif mention.plural and mention.state is None and "soldiers" in mention.tags:
            # "Los generales respondieron": of a text that has told who rules by force.
            mention.state = self.junta if not mention.gov else None

    def _bear(self, mention: Mention) -> None:
        """
        Take those named after an office of several for the ones who hold it.
        """
        ids = []
        for one in mention.bearers:
            one.kind, one.role, one.former = "person", mention.role, mention.former
            one.tags |= (mention.tags - {"name"}) | {"named_person"}
            one.state, one.receiver = mention.state, mention.receiver
            person = self._named(one)
            if person is not None:
                one.person = person.id
                ids.append(person.id)
        if ids:
            mention.person, mention.extra = ids[0], tuple(ids[1:])
            mention.tags |= {"named_person"}

    def _resolve_part(self, mention: Mention, part: Mention, done: list[Mention]) -> None:
        """
        Say whom the owner of a mention stands for, and take over its state.
        """
        unknown = part.person is None and part.kind in {"name", "person"}
        if part not in done and (part.kind == "pronoun" or unknown):
            self._resolve(part, done)
        elif part.kind == "actor" and "epithet" in part.tags and part.state is None:
            self._epithet(part, done)
        if "mission" in part.tags and mention.kind == "person" and mention.plural:
            self._mission(part)
        if part.pair and mention.plural and mention.kind in {"person", "institution"}:
            mention.pair = part.pair
        if mention.state is None and mention.kind in {"person", "institution"}:
            mention.state = part.state
            mention.receiver = mention.receiver or part.receiver

    def _mission(self, mention: Mention) -> None:
        """
        Take "the embassy" for the one that the text spoke of last.
        """
        mention.receiver = mention.receiver or front_city(self, mention)
        doer = self._own_mission(mention)
        mission_before(self, mention, doer, number=self.number)
        order = self.missions[::-1]
        order.sort(key=lambda one: (one[0] != doer, not set(self.spoken) >= set(one)))
        for sender, receiver in order:
            if mention.state in {None, sender} and mention.receiver in {None, receiver}:
                mention.state = mention.state or sender
                mention.receiver = mention.receiver or receiver
                break
        if mention.state and mention.receiver and mention.state != mention.receiver:
            self.missions.append((mention.state, mention.receiver))
            self.mission_in = self.paragraph

    def _own_mission(self, mention: Mention) -> str | None:
        """
        Who closes or opens a mission that is not named: rather the own one than another's.
        """
        verb = self.analysis.by_head.get(mention.first - 1) if self.analysis is not None else None
        if self.analysis is None or verb is None or mention.state or mention.receiver:
            return None
        subject = self.analysis.subject_of(verb) if not verb.passive else None
        return subject.state if subject is not None and subject.kind == "actor" else None

    def _is_sheltered(self, mention: Mention) -> bool:
        """
        Whether a name stands right after an asylum or a safe-conduct: "granted asylum to Glas".
        """
        near = [
            one
            for one in (self.analysis.mentions if self.analysis is not None else ())
            if 0 < mention.first - one.stop <= _NEAR and one.tags & _SHELTER
        ]
        able = self.language.words["of"] | _BENEFIT | self.language.words["cause"]
        return bool(near) and mention.gov in able

    def _at_home(self, person: Person, mention: Mention) -> None:
        """
        Say of which state somebody speaks or is a minister, where the text takes that for granted.
        """
        if mention.owner is not None and not mention.owner.codes:
            return  # "Ruritania's president": of a state or region that is not known.
        if person.state is None and person.role in {*OF_STATE, "legislator", "official"}:
            person.state = home_of(self, person, mention)
            person.supposed = True
        elif person.state is None and person.role == "spokesman":
            person.state = whose_spokesman(mention, self)

    def _person(self, mention: Mention) -> None:
        person: Person | None = None
        if mention.name:
            words = self._words(mention.name)
            if len(words) > 1 or mention.kind == "person":
                person = self._named(mention)
            elif words:
                person = self._known(words, mention) or self._one_word(words, mention)
                if person is None and self._is_sheltered(mention):
                    person = self._once_in_office(words, mention) or self._named(mention)
                    mention.tags |= {"private_person", "named_person"}
        elif mention.relation:
            owner = (
                mention.owner if mention.owner is not None and mention.owner.person else mention.of
            )
            if owner is not None and owner.person:
                first, *more = mention.relation.split()
                mention.person = f"{first}-of-{owner.person}"
                mention.extra = tuple(f"{one}-of-{owner.person}" for one in more)
                mention.state = mention.state or owner.state
            return
        elif mention.role and not mention.plural:
            other = mention.former or mention.role == "other"
            lost = described(mention, self) if other else None
            person = lost or self._by_office(mention) or self._unnamed(mention)
        else:
            person = described(mention, self, asylee=self.asylee)
            name_two(mention, self)
        if person is None and mention.role == "spokesman":
            there = spoken_for(mention, self) or placed_state(self, mention)
            mention.state = mention.state or there
        if person is not None:
            leads_it(person, mention, self)
            self._at_home(person, mention)
            take_over(mention, person)
