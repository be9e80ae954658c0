"""
Whom a pronoun stands for, given who was told of before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diplomodel_news._cast.antecedents import Antecedents
from diplomodel_news._cast.pronouns import THINGS
from diplomodel_news._cast.together import stands_for_states
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._grammar.left_out import is_of_relations
from diplomodel_news._language.language import Pronoun
from diplomodel_news._mentions.mentions import Mention


__all__ = ["PREMISES", "THINGS", "Anaphora"]

#: How many sentences back a thing left out was told.
_NEAR: Final = 2
#: What can act, and what stands for it.
_ACTING: Final = frozenset({"actor", "institution", "pronoun"})
#: What a pronoun stands for that is opened, closed or entered.
PREMISES: Final = frozenset({"embassy", "consulate"})


class Anaphora(Antecedents):
    """
    Resolves pronouns of persons, states and things.

    Attributes:
        things: Tags of the things told last that a pronoun can stand for.
        things_at: In which of them such a thing was told last.
        premises: The embassy or consulate told last.
        listed: The states of the list of three or more told last.
        grouped: The states last told together, each time with the number of the sentence.
    """

    things: Sequence[frozenset[str]] = ()
    things_at: int = 0
    premises: Mention | None = None
    listed: tuple[str, ...] = ()
    grouped: Sequence[tuple[int, tuple[str, ...]]] = ()

    def _acting_before(self, mention: Mention) -> str | None:
        """
        The state that acts in the clause before, which "it" takes up: "whom it accused",
        "Chad refused; a day earlier it had warned".
        """
        analysis = self.analysis
        if analysis is None or analysis.language.drops_subject:
            return None
        mine = [verb for verb in analysis.verbs if analysis.subject_of(verb) is mention]
        before = [verb for verb in analysis.verbs if verb.stop <= mention.first]
        if not mine or not before:
            return None
        clause = mine[0].joint == "relative" or any(
            analysis.word(at) in {";", ":"} for at in range(before[-1].stop, mention.first)
        )
        subject = analysis.subject_of(before[-1]) if clause else None
        body = subject is not None and subject.kind in {"actor", "institution"}
        return subject.state if subject is not None and body else None

    def _told_by(self, mention: Mention) -> str | None:
        """
        Who says something of "its" own: "Chad warned Togo that its officers could enter".
        """
        analysis = self.analysis
        if analysis is None or not analysis.is_a(mention.first - 1, "complementiser"):
            return None
        own = [verb for verb in analysis.verbs if verb.stop <= mention.first]
        subject = analysis.subject_of(own[-1]) if own else None
        body = subject is not None and subject.kind in {"actor", "institution", "pronoun"}
        return subject.state if subject is not None and body else None

    def _owner_state(self, done: list[Mention], mention: Mention | None = None) -> str | None:
        if mention is not None and self.analysis is not None:
            for verb in self.analysis.verbs:
                if verb.stop <= mention.head < verb.limit:
                    subject = self.analysis.subject_of(verb)
                    if subject is not None and subject is not mention and subject.state:
                        return subject.state
            told = self._told_by(mention)
            if told is not None:
                return told
        for free in (True, False):
            for one in reversed(done):
                if (
                    one.state
                    and (not one.gov or not free)
                    and one.kind in {"actor", "institution", "person", "pronoun"}
                    and (free or not self._is_supposed(one))
                ):
                    return one.state
        return self.focus_state

    def _is_supposed(self, mention: Mention) -> bool:
        """
        Whether a person's state is only taken for granted, where the text goes on about another.
        """
        person = self.persons.get(mention.person or "")
        return person is not None and person.supposed and self.focus_state is not None

    def _pronoun(self, mention: Mention, done: list[Mention]) -> None:
        pronoun = self.language.pronouns[mention.anaphor]
        if self.premises is not None and self._is_premises(mention, pronoun):
            mention.tags |= self.premises.tags & {*PREMISES, "mission", "own", "mission_like"}
            mention.state, mention.receiver = self.premises.state, self.premises.receiver
            mention.place = self.premises.place
            return
        if pronoun.clitic and mention.anaphor not in {"le", "les"}:
            mention.tags |= self._thing(mention)
            given = self.analysis is not None and self.analysis.is_a(
                mention.first - 1, "reflexive"
            )
            if given and mention.tags & THINGS:
                # "Lo pidió, y México se lo concedió": the asylum, and nobody.
                return
        elif not pronoun.possessive and self._is_told(mention, pronoun):
            mention.tags |= self._thing(mention)
            if mention.tags & THINGS:
                return
        if pronoun.refers == "state":
            self._its(mention, done, is_object=pronoun.is_object)
            return
        if pronoun.plural:
            self._their(mention, done)
            return
        if pronoun.refers == "both" and mention.gov and not pronoun.clitic:
            mention.state = self._state_before(mention, done)
            if mention.state is None and self._recognises(mention, "relations"):
                mention.state = self._dealt_before(done)
            if mention.state:
                mention.tags |= {"state"}
                return
        if pronoun.clitic and self._is_recognised(mention, done):
            return
        self._stand_for(pronoun, mention, done)

    def _is_oneself(self, mention: Mention) -> bool:
        """
        Whether a pronoun is whoever acts with its verb: "Togo's leader declared himself shocked".
        """
        analysis = self.analysis
        if mention.anaphor not in self.language.words["oneself"]:
            return False
        verb = analysis.by_head.get(mention.first - 1) if analysis is not None else None
        one = analysis.subject_of(verb) if analysis is not None and verb is not None else None
        if one is None or not (one.person or one.state):
            return False
        mention.person, mention.state, mention.role = one.person, one.state, one.role
        mention.tags |= one.tags & {"person", "state", "high", "official"}
        return True

    def _stand_for(self, pronoun: Pronoun, mention: Mention, done: list[Mention]) -> None:
        if self._is_oneself(mention):
            return
        found = self._antecedent(pronoun, done, mention)
        if found is None and pronoun.is_object:
            found = self._told_after(mention)
        if found is None and not pronoun.possessive and not pronoun.clitic:
            self._take_office(mention, done)
        else:
            self._become(mention, found)

    def _take_office(self, mention: Mention, done: list[Mention]) -> None:
        """
        Let a pronoun stand for an office just told of whose holder nobody names: "the crown
        prince ... he".
        """
        for one in reversed(done):
            if one.kind == "person" and one.state and "official" in one.tags and not one.plural:
                mention.state, mention.role = one.state, one.role
                mention.tags |= one.tags | {"person"}
                return

    def _is_recognised(self, mention: Mention, done: list[Mention]) -> bool:
        """
        Whether a pronoun is whom or what is recognised, or to whom recognition is given or taken.
        """
        if not self._recognises(mention, "recognition"):
            return False
        risen, when = self.risen
        if mention.anaphor not in {"le", "les"} and self.number - when <= 1:
            # "Gil juró como presidenta. Brasil la reconoció": her.
            self._become(mention, risen)
            return True
        # "Panamá la reconoció", "Zambia le retiró el reconocimiento".
        mention.state = self._dealt_before(done)
        mention.tags |= {"state"} if mention.state else frozenset()
        return True

    def _become(self, mention: Mention, key: str | None) -> None:
        """
        Let a pronoun stand for a person.
        """
        mention.person = key
        person = self.persons.get(key or "")
        if person is not None:
            mention.state = person.state
            mention.role, mention.former = person.role, person.former
            mention.receiver = person.receiver
            mention.tags |= person.tags | {"person"}

    def _is_done_to_relations(self, mention: Mention) -> bool:
        """
        Whether a verb of relations has a pronoun for what is done to them: "restored them".
        """
        if not self.things or "relations" not in self.things[-1] or mention.gov:
            return False
        analysis = self.analysis
        for verb in analysis.verbs if analysis is not None else ():
            own = mention.first == verb.stop
            if analysis is not None and verb.passive:
                own = analysis.subject_of(verb) is mention
            if own:
                return is_of_relations(verb, self.language)
        return False

    def _is_premises(self, mention: Mention, pronoun: Pronoun) -> bool:
        """
        Whether a verb that opens or closes missions has a pronoun for its object: "la reabrió".
        """
        if pronoun.possessive or pronoun.plural or mention.gov or pronoun.first_person:
            return False
        if pronoun.refers == "person" and not pronoun.clitic:
            # "He is shut up in his residence": nothing is closed.
            return False
        for verb in self.analysis.verbs if self.analysis is not None else ():
            within = verb.stop == mention.first
            within |= self.analysis is not None and mention in self.analysis.clitics(verb)
            if self.analysis is not None and not within:
                # "It was raised to an embassy", "it reopened".
                alone = verb.passive or not self.analysis.objects(verb)
                within = alone and self.analysis.subject_of(verb) is mention
            if within and self.language.words["done_to_premises"] & set(verb.lemmas):
                return True
        return False

    def _its(self, mention: Mention, done: list[Mention], *, is_object: bool) -> None:
        """
        Give "it" the state that owns or acts, or another where it is done something to.
        """
        mention.state = self._owner_state(done if not is_object else done[:-1])
        verbs = self.analysis.verbs if self.analysis is not None else []
        inside = any(verb.stop <= mention.first < verb.limit for verb in verbs)
        analysis = self.analysis
        own = [v for v in verbs if analysis is not None and analysis.subject_of(v) is mention]
        if any(verb.stop == mention.first for verb in verbs):
            # "Accused it of sheltering them", "urged it to stop": no clause of its own.
            own = [verb for verb in own if verb.link not in {"gerund", "infinitive"}]
        acts = bool(own)
        if acts and own[0].link == "that":
            if self._of_unknown(own[0]):
                # "The ANC says it will support the motion": no state.
                mention.state = None
                return
            # "Mali told Chad it would leave": whoever tells.
            mention.state = self._owner_state(done, mention) or mention.state
        if acts and own[0].over is not None and own[0].link == "clause" and analysis is not None:
            # "Israel recognised it, and it opened an embassy there": who acts before.
            over = analysis.subject_of(own[0].over)
            joined = own[0].joint in {"", "and", *self.language.words["at_once"]}
            if joined and over is not None and over.kind in _ACTING:
                mention.state = over.state
        if acts:
            mention.state = self._acting_before(mention) or mention.state
        beside = bool(mention.gov) or any(verb.stop == mention.first for verb in verbs)
        if inside and beside and not acts:
            # "Suspended relations with it": another than the one who acts.
            acting = self._doing(mention)
            mention.state = self._state_before(mention, done) or mention.state
            if acting is not None and mention.state == acting.state and not mention.gov:
                # "Togo regretted it": what was told, and not Togo.
                mention.state = None
        if mention.state:
            mention.tags |= {"state"}

    def _of_unknown(self, verb: Verb) -> bool:
        """
        Whether a party or company says what a verb tells, of which no state is known.
        """
        over = verb.over if self.analysis is not None else None
        subject = self.analysis.subject_of(over) if self.analysis and over is not None else None
        return subject is not None and subject.kind == "name" and subject.state is None

    def _their(self, mention: Mention, done: list[Mention]) -> None:
        """
        Give "they" the states told last.
        """
        if stands_for_states(mention, self):
            return
        pronoun = self.language.pronouns.get(mention.anaphor)
        if pronoun is not None and pronoun.clitic and self.number > 1:
            # "Dio 48 horas a Paz y Gil. Los acusó de espiar": those persons' state.
            own = self._owner_state(done, mention)
            told = [self.persons[one].state for one in self.seen if one in self.persons]
            mention.state = next((one for one in reversed(told) if one and one != own), None)
            if mention.state is not None:
                return
        states = [one for one in done if one.state and one.kind == "actor"]
        mention.state = states[-1].state if states else self.focus_state
        if states and states[-1].before is not None and states[-1].before.state:
            mention.pair = tuple(code for one in states[-2:] for code in one.codes)

    def _state_before(self, mention: Mention, done: list[Mention]) -> str | None:
        """
        The state that "con él" stands for: the nearest told that does not act here itself.
        """
        acting = self._doing(mention)
        code = acting.state if acting is not None else None
        for one in reversed(done):
            if one.kind in {"person", "name"} and one is not acting:
                return None
            if one.kind == "actor" and "state" in one.tags and one.state not in {None, code}:
                return one.state
        return None

    def _doing(self, mention: Mention) -> Mention | None:
        """
        Who acts with the first verb that a pronoun belongs to.
        """
        verbs = self.analysis.verbs if self.analysis is not None else []
        own = [verb for verb in verbs if verb.stop <= mention.first < verb.limit]
        return self.analysis.subject_of(own[0]) if self.analysis is not None and own else None

    def _is_told(self, mention: Mention, pronoun: Pronoun) -> bool:
        """
        Whether "it" stands right after a verb, and a thing was told just before, or "them" is what
        is done to relations.
        """
        if pronoun.refers != "state":
            return pronoun.plural and self._is_done_to_relations(mention)
        at = mention.first - 1
        near = 0 <= self.number - self.things_at <= 1
        sentence = self.analysis.sentence if self.analysis is not None else None
        verb = at >= 0 and sentence is not None and sentence.low[at] in self.language.verbs
        return near and verb

    def thing_told(self, number: int) -> frozenset[str]:
        """
        The tags of the thing told last, if that was in the sentence before.
        """
        near = bool(self.things) and number - self.things_at <= _NEAR
        return self.things[-1] if near else frozenset()

    def _thing(self, mention: Mention) -> frozenset[str]:
        """
        What "lo" or "las" stands for, where that is a thing told shortly before.
        """
        several = self.language.pronouns[mention.anaphor].plural or mention.anaphor.endswith("s")
        for tags in reversed(self.things):
            if ("relations" in tags) is several:
                return tags & THINGS
        return frozenset()

    def _recognises(self, mention: Mention, tag: str) -> bool:
        """
        Whether a pronoun's verb recognises, or is done to relations or recognition.
        """
        analysis = self.analysis
        for verb in analysis.verbs if analysis is not None else ():
            before = verb.first <= mention.first < verb.head
            own = before or verb.stop <= mention.first < verb.limit
            if own and analysis is not None:
                things = [one for one in analysis.after(verb) if tag in one.tags]
                alone = tag == "recognition" and "reconocer" in verb.lemmas
                if tag == "relations" and "romper" in verb.lemmas:
                    # "En mayo rompieron con ella Burkina Faso y Panamá".
                    return True
                return bool(things) or (alone and not analysis.objects(verb))
        return False

    def _dealt_before(self, done: list[Mention]) -> str | None:
        """
        The state recognised or dealt with last, that does not itself act here.
        """
        here = {code for one in done for code in one.codes}
        order = [self.dealt_with, *reversed(self.before)]
        return next((code for code in order if code and code not in here), None)
