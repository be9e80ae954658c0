"""
Which state an epithet or "both countries" stands for.
"""

from __future__ import annotations

from typing import Final, TypeGuard

from diplomodel_news._cast.anaphora import PREMISES
from diplomodel_news._cast.described import countryman
from diplomodel_news._cast.possessives import Possessives
from diplomodel_news._language.borders import borders
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Epithets"]

#: Words before those whom somebody else brings together.
_AMONG: Final = frozenset({"between", "entre"})
_PAIR: Final = 2
#: Of how many a list of states is followed.
_LONGEST_LIST: Final = 30
#: Of how many lists of states the last are kept for "them".
_GROUPS: Final = 4
#: What each of several states has.
_OF_EACH: Final = frozenset({"mission", "envoy", "high", "government", "embassy"})
_POSTS: Final = frozenset({"mission", "envoy", "diplomats", "consul"})
_SENT: Final = frozenset({"person", "institution"})
#: The kind of act by which a state is recognised.
_RECOGNISED: Final = "state_recognition"
#: Verbs that say what somebody is.
_BEING: Final = frozenset({"ser", "be"})


class Epithets(Possessives):
    """
    Resolves epithets and pairs of states.
    """

    def _epithet(self, mention: Mention, done: list[Mention]) -> None:
        if self._is_outlets(mention) and (ours := self._our_state(done)):
            mention.state = ours
            return
        if self.analysis is not None and self.analysis.is_a(mention.first, "nobody"):
            # "Ningún país ha reconocido": of no state.
            mention.tags -= {"state"}
            return
        own = self._own_country(mention, done)
        own = own if own is not None else self._predicated(mention)
        if own is not None:
            mention.state = own
        elif "pair" in mention.tags:
            listed = self._listed_as(mention)
            mention.pair = listed if listed is not None else self._two(mention, done)
            mention.state = mention.pair[0] if mention.pair else None
        elif done and self._is_apposed(mention, done[-1]):
            mention.state = done[-1].state
        else:
            mention.state = self._fitting(mention, done) or mention.state

    def _our_state(self, done: list[Mention]) -> str | None:
        """
        Whose "our country" is: the outlet's, or that which the text is told from or about.
        """
        near = done[-1].state if done else None
        told = (code for code in (self.home, *self.main_states()) if code not in {None, near})
        return self.ours or next(told, None)

    def _is_apposed(self, mention: Mention, before: Mention) -> bool:
        """
        Whether an epithet says what a state right before it is: "Vaduz, the tiny country".
        """
        return (
            before.kind == "actor"
            and before.stop + 1 == mention.first
            and self.analysis is not None
            and self.analysis.word(before.stop) == ","
        )

    def _fitting(self, mention: Mention, done: list[Mention]) -> str | None:
        """
        The state told of last that an epithet fits and that does nothing with it here.
        """
        near = [
            code
            for one in reversed(done)
            for code in (one.receiver, one.state)
            if code and one.kind not in {"concept", "place"}
        ]
        # "Was flown to Costa Rica. The OAS suspended the Central American country": another.
        told = [code for code in reversed(self.recent) if code not in self.passed]
        order = [*near, *told, *self.main_states(), *reversed(self.recent)]
        if "neighbour" in mention.tags:
            owner = self._owner_state(done, mention)
            order = [code for code in (*self.main_states(), *order) if code != owner]
            if self._is_owned(mention):
                beside = borders().get(owner or "", frozenset())
                order.sort(key=lambda code: code not in beside)
        if not mention.states and self.recognised[1] and self._is_recognised_here(mention):
            # "Chad recognised Kosovo. Togo recognised the young republic": what others did, too.
            order.insert(0, self.recognised[1])
        apart = self._acting_on(mention)
        for code in order:
            fits = code in mention.states if mention.states else not code.startswith("org:")
            if fits and code not in apart:
                return code
        if len(mention.states) == 1 or "bloc" in self._words_of(mention):
            # "The bloc", where none was named: the one that comes first.
            return mention.states[0]
        return None

    def _is_recognised_here(self, mention: Mention) -> bool:
        """
        Whether an epithet is the object of a verb that can tell that a state is recognised.
        """
        analysis = self.analysis
        return analysis is not None and any(
            form.kind == _RECOGNISED and "state" in form.object
            for verb in analysis.verbs
            if verb.stop <= mention.first < verb.limit and not mention.gov
            for lemma in verb.lemmas
            for form in self.language.forms.get(lemma, ())
        )

    def _is_owned(self, mention: Mention) -> bool:
        """
        Whether an epithet is somebody's: "its neighbour", though not "the neighbouring country".
        """
        if self.analysis is None:
            return False
        words = (self.analysis.word(mention.first - 1), self.analysis.word(mention.first))
        pronouns = (self.language.pronouns.get(word) for word in words)
        return any(one is not None and one.possessive for one in pronouns)

    def _own_country(self, mention: Mention, done: list[Mention]) -> str | None:
        """
        Whose "su país" is: that of whoever the clause before is about.
        """
        analysis = self.analysis
        if analysis is None or mention.states or mention.tags & {"neighbour", "pair"}:
            return None
        pronoun = self.language.pronouns.get(analysis.word(mention.first - 1))
        if pronoun is None or not pronoun.possessive or pronoun.first_person:
            return None
        return self._owner_state(done, mention)

    def _predicated(self, mention: Mention) -> str | None:
        """
        The state that a sentence calls so: "Panama was the first Latin American country to".
        """
        for verb in self.analysis.verbs if self.analysis is not None else ():
            near = verb.stop <= mention.first <= verb.stop + 2 and not mention.gov
            if near and _BEING & set(verb.lemmas) and self.analysis is not None:
                subject = self.analysis.subject_of(verb)
                if subject is not None and subject.kind == "actor" and "state" in subject.tags:
                    fits = not mention.states or subject.state in mention.states
                    return subject.state if fits else None
        return None

    def _acting_on(self, mention: Mention) -> set[str]:
        """
        The states that do something with the one that an epithet stands for: it is none of them.
        """
        analysis = self.analysis
        if analysis is None or analysis.is_a(mention.stop, "genitive"):
            return set()
        if not mention.gov:
            # "The kingdom summoned the Portuguese ambassador": another than the kingdom.
            mine = [one for one in analysis.verbs if analysis.subject_of(one) is mention]
            told = analysis.objects(mine[0]) if mine and not mine[0].passive else []
            envoys = {one.state for one in told if one.tags & {"envoy", "mission"}}
            return {code for code in envoys if code} if "own" not in mention.tags else set()
        own = [verb for verb in analysis.verbs if verb.stop <= mention.first < verb.limit]
        one = analysis.subject_of(own[-1]) if own and not own[-1].passive else None
        found: set[str] = set()
        while one is not None and one is not mention and one.kind == "actor":
            found |= set(one.codes)
            one = one.before
        return found

    def _words_of(self, mention: Mention) -> list[str]:
        low = self.analysis.low if self.analysis is not None else []
        return low[mention.first : mention.stop]

    def _stands_for(self, mention: Mention, done: list[Mention]) -> None:
        """
        Say for which state an epithet stands; take "el nigeriano" for the Nigerian just told of.
        """
        if "epithet" in mention.tags:
            self._epithet(mention, done)
        person = countryman(mention, self) if "demonym" in mention.tags else None
        if person is not None:
            mention.person, mention.role = person.id, person.role
            mention.tags |= person.tags

    def _keep(self, mention: Mention) -> None:
        """
        Keep what a pronoun or "the three countries" may stand for later.
        """
        if mention.before is not None and "pair" not in mention.tags:
            self._list(mention)
        somewhere = mention.state or mention.receiver
        if mention.tags & PREMISES and not mention.plural and somewhere:
            self.premises = mention

    def _both_heads(self, mention: Mention) -> None:
        """
        Take "the two presidents" and "los mandatarios" for those of the two states of the text.
        """
        whose = mention.owner or mention.of or mention.possessive or mention.several
        for one in (mention, mention.of):
            if one is not None and one.plural and not one.codes and one.tags & _OF_EACH:
                # "The four embassies": of the four states told together before.
                listed = self._listed_as(one)
                if listed:
                    one.pair = mention.pair = listed
                    one.state = mention.state = listed[0]
        if mention.kind != "person" or not mention.plural or whose or mention.codes:
            return
        definite = self.analysis is not None and (
            self.analysis.is_a(mention.first, "determiner") or self._after_pair(mention)
        )
        main = self.main_lands()[:2]
        main = self.spoken if len(self.spoken) == len(("one", "other")) else main
        if "high" in mention.tags and definite and len(main) > 1 and mention.number in {None, 2}:
            mention.pair, mention.state = tuple(main), main[0]

    def _after_pair(self, mention: Mention) -> bool:
        """
        Whether "the two" stands right before those who are two.
        """
        near = self.analysis.at.get(mention.first - 1) if self.analysis is not None else None
        return near is not None and "pair" in near.tags

    def _placed(self, mention: Mention) -> None:
        """
        Take a name after "in" for a person's after all, where the text knows one of that name.
        """
        words = self._words(mention.place)
        if words and (self._known(words, mention) or self._one_word(words, mention)):
            mention.kind, mention.name, mention.place = "name", mention.place, ""
            mention.tags = frozenset({"name"})

    def _sent_to(self, mention: Mention, done: list[Mention]) -> None:
        """
        Say to whom missions or envoys are sent "in the three countries", "in the neighbour".
        """
        where = mention.sent
        if where is None:
            self._sent_there(mention, done)
        if where is None or "epithet" not in where.tags:
            return
        if mention.receiver and (mention.receiver not in where.states or not where.states[1:]):
            return
        self._epithet(where, done)
        mention.receiver = where.state if where.state != mention.state else None
        if len(where.pair) > 1:
            mention.receivers = tuple(code for code in where.pair if code != mention.state)
            mention.receiver = next(iter(mention.receivers), None)

    def _sent_there(self, mention: Mention, done: list[Mention]) -> None:
        """
        Say where missions or envoys are "there": in the state told of last that is not their own.
        """
        analysis = self.analysis
        if mention.receiver or not mention.tags & _POSTS or analysis is None:
            return
        if analysis.is_a(mention.stop, "there"):
            near = [one.state for one in reversed(done) if one.kind == "actor"]
            # "Stormed the Iranian embassy in Damascus. Ankara closed its mission there": Syria.
            posts = [receiver for _, receiver in self.missions[-1:]]
            order = [*near, *posts, *reversed(self.recent)]
            lands = (code for code in order if code and not code.startswith("org:"))
            mention.receiver = next((code for code in lands if code != mention.state), None)

    def _list(self, mention: Mention) -> None:
        """
        Keep the states that stand in a list, and those of one of three or more.
        """
        chain: list[Mention] = [mention]
        while chain[0].before is not None and len(chain) < _LONGEST_LIST:
            chain.insert(0, chain[0].before)
        codes = tuple(dict.fromkeys(one.state for one in chain if one.state))
        if codes[1:]:
            self.grouped = [*self.grouped[-_GROUPS:], (self.number, codes)]
        if codes[2:]:
            self.listed = codes

    def _listed_as(self, mention: Mention) -> tuple[str, ...] | None:
        """
        The states that "the three countries" stands for: as many as were listed last, or nobody
        knows which; nothing where it says of no more than two.
        """
        if self.analysis is None:
            return None
        words = self.analysis.low[mention.first : mention.stop]
        numbers = self.language.dates["numbers"]
        told = {int(numbers[word]) for word in words if numbers.get(word, "").isdecimal()}
        if not told - {1, 2}:
            return None
        return self.listed if len(self.listed) in told else ()

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
            for code in (*one.codes, *(one.receivers or (one.receiver,)))
        ]
        # "Brazil offered to mediate between the two": whoever offers is neither.
        third = self._owner_state(done, mention) if mention.gov in _AMONG else None
        if mention.gov in self.language.words["personal"] and len(set(near) - {None}) > _PAIR:
            # "Belarus called home its envoys to Poland and Lithuania and urged the two".
            third = self._owner_state(done, mention)
            near.reverse()
        if not near and len(self.spoken) == _PAIR and third not in self.spoken:
            return tuple(self.spoken)
        rest = [code for code in self.spoken if code not in {self.last_actor, third}]
        neighbours = "neighbour" in " ".join(self._words_of(mention))
        if not near and neighbours and len(rest) == _PAIR:
            return tuple(rest)
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
