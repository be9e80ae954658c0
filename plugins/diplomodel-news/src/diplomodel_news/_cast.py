"""
Who is who in a text, sentence by sentence: pronouns, epithets, possessives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeGuard

import attrs

from diplomodel_news._anaphora import THINGS, Anaphora
from diplomodel_news._grammar import Analysis
from diplomodel_news._homes import front_state, home_of
from diplomodel_news._mentions import Mention
from diplomodel_news._register import IN_OFFICE, OF_STATE, Person, placeholder
from diplomodel_news._successors import OWNED


__all__ = ["Cast", "Person", "placeholder"]


#: Words before those whom somebody else brings together.
_AMONG: Final = frozenset({"between", "entre"})
#: Of how many words the head of a digest's item is.
_PLACE: Final = 5
#: Mentions of a sentence that say which states it is about.
_SPOKEN_OF: Final = frozenset({"actor", "person", "institution"})


#: Persons that a state sends abroad.
_POSTED: Final = frozenset({"envoy", "diplomats", "consul"})


#: Verbs that say what somebody is.
_BEING: Final = frozenset({"ser", "be"})


def _count_together(mention: Mention) -> None:
    """
    Tag what is told together: heads of states, or states themselves.
    """
    first = mention.before
    if first is None:
        return
    if "high" in first.tags & mention.tags:
        mention.tags |= {"several_high"}
    elif first.kind == mention.kind == "actor" and first.state != mention.state:
        first.tags |= {"several_states"}
        mention.tags |= {"several_states"}


class Cast(Anaphora):
    """
    The persons and states of one text.

    Attributes:
        asylee: The person whose asylum the text told of last.
    """

    asylee: str | None = None

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
                for bearer in (mention, *mention.bearers):
                    if bearer.name and (len(bearer.name.split()) > 1 or bearer.kind == "person"):
                        self._named(bearer)
        # Of states named as often, the one named first is first.
        codes = [one.state for mentions in sentences for one in mentions if one.state]
        found = dict.fromkeys(code for code in codes if code in self.count)
        self.count = {code: self.count[code] for code in (*found, *self.count)}

    def resolve(self, mentions: Sequence[Mention], analysis: Analysis) -> None:
        """
        Say for every mention of a sentence whom it stands for, given those before.
        """
        before = self.analysis.mentions if self.analysis is not None else []
        codes = [one.state for one in before if one.kind in _SPOKEN_OF]
        self.spoken = [one for one in dict.fromkeys(codes) if one and not one.startswith("org:")]
        self.analysis = analysis
        self.number += 1
        self.before = list(self.recent)
        if analysis.sentence.paragraph != self.paragraph:
            self.paragraph, self.local = analysis.sentence.paragraph, []
            # "RABAT. Dos personas ...": an item of a digest, told of that place.
            words = [word for word in analysis.sentence.raw if word.isalpha()]
            self.headed = 0 < len(words) <= _PLACE and all(word.isupper() for word in words)
        done: list[Mention] = []
        for mention in mentions:
            self._resolve(mention, done)
            done.append(mention)
            _count_together(mention)
            if mention.state and mention.kind == "actor" and "residence" not in mention.tags:
                self._see(mention.state)
            someone = mention.kind == "person" or (mention.kind == "pronoun" and mention.person)
            if someone and not mention.tags & {"envoy", "voice"}:
                person = self.persons.get(mention.person or "")
                if person is None or person.former or person.role not in IN_OFFICE:
                    mention.tags |= {"private_person"}
        self._refocus(mentions)

    def _see(self, code: str) -> None:
        for several in (self.recent, self.local):
            if code in several:
                several.remove(code)
            several.append(code)

    def _refocus(self, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            known = mention.person in self.persons and not mention.relation
            leads = not mention.gov or mention.gov in self.language.words["of"]
            if known and leads and mention.kind in {"person", "name", "pronoun"}:
                self.focus_person = mention.person
                break
        else:
            for mention in mentions:
                if mention.person in self.persons:
                    self.focus_person = mention.person
                    break
        free = [one for one in mentions if one.state and not one.gov]
        bodies = [one for one in free if one.kind in {"actor", "institution"}]
        bodies += [one for one in free if one.kind in {"person", "pronoun"}]
        if bodies:
            self.focus_state = bodies[0].state
        for mention in mentions:
            if mention.person is not None and mention.person in self.persons:
                if mention.person in self.seen:
                    self.seen.remove(mention.person)
                self.seen.append(mention.person)
            for state in (mention.state, mention.receiver):
                if state and "residence" not in mention.tags and mention.kind != "place":
                    self._see(state)

    def _resolve(self, mention: Mention, done: list[Mention]) -> None:
        if mention.kind == "pronoun":
            self._pronoun(mention, done)
            return
        if mention.kind == "place" and not mention.states:
            self._placed(mention)
        if mention.kind == "concept" and mention.tags & THINGS:
            self.things = [*self.things[-3:], mention.tags]
            self.things_at = self.number
        self._choose_state(mention)
        if mention.kind == "actor" and "epithet" in mention.tags:
            self._epithet(mention, done)
        self._owned(mention, done)
        for part in (mention.owner, mention.of):
            if part is not None and part not in done:
                self._resolve_part(mention, part, done)
        if mention.bearers:
            self._bear(mention)
        elif mention.kind in {"person", "name"}:
            self._person(mention)
        if "colleague" in mention.tags:
            self._colleague(mention, done)
        self._of_several(mention, done)
        mention.state = mention.state or _home(mention)
        self._assume(mention)
        if "mission" in mention.tags:
            self._mission(mention)
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
        if mention.state is None and "voice" in mention.tags and not mention.plural:
            main = [code for code in self.main_states() if not code.startswith("org:")]
            mention.state = main[0] if main and "recognised" in mention.tags else self.focus_state
            if "junta" in mention.tags:
                mention.state = self.junta or (main[0] if main else self.focus_state)
            mention.tags |= {"assumed"}
        elif "junta" in mention.tags:
            self.junta = mention.state

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

    def _colleague(self, mention: Mention, done: list[Mention]) -> None:
        """
        Take "his colleague" for an envoy where he is one.
        """
        owner = mention.owner.person if mention.owner is not None else None
        near = [one.person for one in reversed(done) if one.person and one.tags & _POSTED]
        person = self.persons.get(owner or next(iter(near), None) or "")
        if person is None or not person.tags & _POSTED:
            return
        if mention.plural:
            mention.tags |= {"diplomats", "several_diplomats"}
        else:
            mention.tags |= person.tags - {"named_person"}
            mention.role = mention.role or person.role
        mention.state = mention.state or person.state

    def _placed(self, mention: Mention) -> None:
        """
        Take a name after "in" for a person's after all, where the text knows one of that name.
        """
        words = self._words(mention.place)
        if words and (self._known(words, mention) or self._one_word(words, mention)):
            mention.kind, mention.name, mention.place = "name", mention.place, ""
            mention.tags = frozenset({"name"})

    def _resolve_part(self, mention: Mention, part: Mention, done: list[Mention]) -> None:
        """
        Say whom the owner of a mention stands for, and take over its state.
        """
        if part.kind == "pronoun" or (part.person is None and part.kind in {"name", "person"}):
            self._resolve(part, done)
        elif part.kind == "actor" and "epithet" in part.tags and part.state is None:
            self._epithet(part, done)
        if part.pair and mention.plural and mention.kind in {"person", "institution"}:
            mention.pair = part.pair
        if mention.state is None and mention.kind in {"person", "institution"}:
            mention.state = part.state
            mention.receiver = mention.receiver or part.receiver

    def _both_heads(self, mention: Mention) -> None:
        """
        Take "the two presidents" and "los mandatarios" for those of the two states of the text.
        """
        whose = mention.owner or mention.of or mention.possessive or mention.several
        if mention.kind != "person" or not mention.plural or whose or mention.codes:
            return
        definite = self.analysis is not None and self.analysis.is_a(mention.first, "determiner")
        main = [code for code in self.main_states() if not code.startswith("org:")][:2]
        if "high" in mention.tags and definite and len(main) > 1 and mention.number in {None, 2}:
            mention.pair, mention.state = tuple(main), main[0]

    def _mission(self, mention: Mention) -> None:
        """
        Take "the embassy" for the one that the text spoke of last.
        """
        for sender, receiver in reversed(self.missions):
            if mention.state in {None, sender} and mention.receiver in {None, receiver}:
                mention.state = mention.state or sender
                mention.receiver = mention.receiver or receiver
                break
        if mention.state and mention.receiver and mention.state != mention.receiver:
            self.missions.append((mention.state, mention.receiver))

    def _epithet(self, mention: Mention, done: list[Mention]) -> None:
        before = done[-1] if done else None
        same = self._predicated(mention)
        if same is not None and (not mention.states or same in mention.states):
            mention.state = same
            return
        if (
            before is not None
            and before.kind == "actor"
            and before.stop + 1 == mention.first
            and self.analysis is not None
            and self.analysis.word(before.stop) == ","
            and "pair" not in mention.tags
        ):
            mention.state = before.state
            return
        near = [
            code
            for one in reversed(done)
            for code in (one.receiver, one.state)
            if code and one.kind not in {"concept", "place"}
        ]
        order = [*near, *reversed(self.recent), *self.main_states()]
        if "pair" in mention.tags:
            mention.pair = self._two(mention, done)
            mention.state = mention.pair[0] if mention.pair else None
            return
        if "neighbour" in mention.tags:
            owner = self._owner_state(done, mention)
            order = [code for code in (*self.main_states(), *order) if code != owner]
        for code in order:
            group = (code or "").startswith("org:")
            fits = code in mention.states or not (mention.states or group)
            if code and fits:
                mention.state = code
                return
        if len(mention.states) == 1:
            mention.state = mention.states[0]

    def _two(self, mention: Mention, done: list[Mention]) -> tuple[str, ...]:
        """
        The states of "both countries": two told just before, else those that the text is about.
        """
        where = self.language.words["where"]
        near = [
            code
            for one in reversed(done)
            if one.kind not in {"concept", "place"}
            and not ("capital" in one.tags and one.gov in where)
            for code in (*one.codes, one.receiver)
        ]
        # "Brazil offered to mediate between the two": whoever offers is neither.
        third = self._owner_state(done, mention) if mention.gov in _AMONG else None
        sides = [code for code in dict.fromkeys(near) if self._is_side(code, third)]
        if len(sides) == 1 and not third:
            sides += [code for code in self.others(sides[0]) if self._is_side(code, sides[0])]
        elif len(sides) != 2:
            order = (*self.main_states()[:3], *sides, *reversed(self.recent))
            sides = [code for code in dict.fromkeys(order) if self._is_side(code, third)]
        return tuple(sides[:2])

    @staticmethod
    def _is_side(code: str | None, third: str | None) -> TypeGuard[str]:
        return code is not None and not code.startswith("org:") and code != third

    def _predicated(self, mention: Mention) -> str | None:
        """
        The state that a sentence calls so: "Panama was the first Latin American country to".
        """
        for verb in self.analysis.verbs if self.analysis is not None else ():
            near = verb.stop <= mention.first <= verb.stop + 2 and not mention.gov
            if near and _BEING & set(verb.lemmas) and self.analysis is not None:
                subject = self.analysis.subject_of(verb)
                if subject is not None and subject.kind == "actor" and "state" in subject.tags:
                    return subject.state
        return None

    def _possessor(self, mention: Mention, done: list[Mention]) -> None:
        if done and mention.possessive in self.language.words["relative"]:
            self._whose(mention, done[-1])
            return
        pronoun = self.language.pronouns.get(mention.possessive)
        if pronoun is None:
            self._relative_owner(mention, done)
            return
        spoken = self.analysis is not None and self.analysis.sentence.quoted[mention.first]
        if pronoun.first_person and not spoken and mention.kind == "institution":
            # "Our foreign ministry": that of the outlet's state, which the text need not tell.
            mention.tags -= {"voice"}
            return
        if pronoun.refers in {"state", "both"}:
            code = self._owner_state(done, mention)
            if code and mention.state is None and mention.kind != "concept":
                mention.state = code
            if code and mention.owner is None:
                mention.owner = Mention(
                    mention.first,
                    mention.first + 1,
                    mention.first,
                    "actor",
                    frozenset({"state"}),
                    state=code,
                )
        befalls = bool(mention.kind == "concept" and mention.tags & OWNED)
        if pronoun.refers in {"person", "both"} and (
            pronoun.refers == "person" or mention.relation or befalls
        ):
            person = self._antecedent(
                attrs.evolve(pronoun, is_object=befalls), done, mention if befalls else None
            )
            if person is not None:
                mention.owner = Mention(
                    mention.first,
                    mention.first + 1,
                    mention.first,
                    "person",
                    frozenset({"person"}),
                    person=person,
                )
                state = self.persons[person].state if person in self.persons else None
                mention.owner.state = state
                if person in self.persons:
                    mention.owner.tags |= self.persons[person].tags
                    mention.owner.role = self.persons[person].role
                if mention.kind != "concept" and mention.state is None:
                    mention.state = state

    def _relative_owner(self, mention: Mention, done: list[Mention]) -> None:
        """
        Whose a thing is after "whose" or "cuyo": what stands right before it.
        """
        if not self.language.is_a(mention.possessive, "relative"):
            return
        near = [one for one in done if 0 <= mention.first - one.stop <= 1 and one.state]
        if near and mention.kind != "concept":
            mention.state = mention.state or near[-1].state
            mention.owner = mention.owner or near[-1]

    def _whose(self, mention: Mention, before: Mention) -> None:
        """
        Give "whose governments" the states that stand before it.
        """
        chain = [before]
        while chain[0].before is not None:
            chain.insert(0, chain[0].before)
        codes = tuple(dict.fromkeys(code for one in chain for code in one.codes))
        if codes and mention.kind in {"institution", "person"} and mention.state is None:
            mention.state = codes[-1]
            mention.pair = codes if mention.plural and len(codes) > 1 else ()

    def _leading(self) -> str | None:
        """
        The state that a sentence speaks of first: "The United States agreed: its spokesman".
        """
        if self.analysis is None:
            return None
        low = self.analysis.low
        front = low.index(":") if ":" in low else 0
        found = (
            one.state
            for one in self.analysis.mentions
            if one.kind == "actor" and (not one.gov or one.stop <= front)
        )
        return next(found, None)

    def _speaks_from(self) -> str | None:
        """
        The state whose capital a sentence is told from, as in "desde Moscú, la portavoz".
        """
        mentions = self.analysis.mentions if self.analysis is not None else []
        for one in mentions[:1]:
            if self.analysis is not None and self.analysis.is_a(0, "whence"):
                return one.state
        return None

    def _person(self, mention: Mention) -> None:
        person: Person | None = None
        if mention.name:
            words = self._words(mention.name)
            if len(words) > 1 or mention.kind == "person":
                person = self._named(mention)
            elif words:
                person = self._known(words, mention) or self._one_word(words, mention)
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
            person = self._by_office(mention) or self._unnamed(mention)
        if person is not None:
            if person.state is None and person.role in {*OF_STATE, "legislator"}:
                person.state = home_of(self, person, mention)
                person.supposed = True
            elif person.state is None and person.role == "spokesman":
                person.state = (
                    self._speaks_from() or front_state(self) or self._leading() or self.focus_state
                )
            mention.person = person.id
            mention.kind = "person"
            mention.tags |= person.tags | {"person"}
            mention.state = mention.state or person.state
            mention.receiver = mention.receiver or person.receiver
            mention.role = mention.role or person.role
            mention.former = mention.former or person.former


def _home(mention: Mention) -> str | None:
    """
    The state of a body that no other state has, such as "the Department of State".
    """
    return next((tag[5:].upper() for tag in mention.tags if tag.startswith("home-")), None)
