"""
Whose something is before which a possessive or "whose" stands.
"""

from __future__ import annotations

from typing import Final

import attrs

from diplomodel_news._cast.anaphora import Anaphora
from diplomodel_news._cast.successors import is_owned
from diplomodel_news._language.language import Pronoun
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Possessives"]

#: What nobody has who is sent by a state.
_SHELTER: Final = frozenset({"asylum", "safe_conduct"})


class Possessives(Anaphora):
    """
    Resolves possessives.

    Attributes:
        ours: The state of the outlet, where the text says "our".
        asylee: The person whose asylum the text told of last.
    """

    ours: str | None = None
    asylee: str | None = None

    def _possessor(self, mention: Mention, done: list[Mention]) -> None:
        if done and mention.possessive in self.language.words["relative"]:
            self._whose(mention, done[-1])
            return
        pronoun = self.language.pronouns.get(mention.possessive)
        if pronoun is None:
            self._relative_owner(mention, done)
            return
        spoken = self.analysis is not None and self.analysis.sentence.quoted[mention.first]
        ours = self.ours if self._is_outlets(mention) else None
        if ours is None and pronoun.first_person and not spoken and mention.kind == "institution":
            # "Our foreign ministry": that of the outlet's state, which the text need not tell.
            mention.tags -= {"voice"}
            return
        if pronoun.refers in {"state", "both"}:
            self._of_state(mention, ours, done)
        if pronoun.refers in {"person", "both"}:
            self._of_person(mention, pronoun, done)

    def _of_state(self, mention: Mention, ours: str | None, done: list[Mention]) -> None:
        """
        Give something to the state that owns it: "its embassy", "our government".
        """
        own = ours or self._speaking_for(mention) or self._owner_state(done, mention)
        code = self._abroad(mention, own, done)
        if code and mention.state is None and mention.kind != "concept":
            mention.state = code
        if code and mention.owner is None:
            mention.owner = _before(mention, "actor", "state")
            mention.owner.state = code
        if code and mention.like is not None and mention.receiver is None:
            # "Llamó a su embajador en Rabat, y Chad, al suyo": his there, or Morocco's.
            there, sender = mention.like.receiver, mention.like.state
            mention.receiver = there if there != code else sender

    def _speaking_for(self, mention: Mention) -> str | None:
        """
        Whose spokesman ends a sentence: "Chad hopes that Togo will pay, its president said".
        """
        analysis = self.analysis
        if analysis is None or analysis.word(mention.first - 1) != ",":
            return None
        reporting = analysis.language.matrix["reporting"]
        verb = next((one for one in analysis.verbs if one.first == mention.stop), None)
        if verb is None or not any(lemma in reporting for lemma in verb.lemmas):
            return None
        leading = analysis.main_subject()
        states = leading is not None and leading.kind in {"actor", "institution"}
        return leading.state if states and leading is not None and leading.first == 0 else None

    def _of_person(self, mention: Mention, pronoun: Pronoun, done: list[Mention]) -> None:
        """
        Give something to the person who has it or whom it befalls: "his wife", "su captura".
        """
        befalls = is_owned(mention, self.analysis)
        if pronoun.refers == "both" and not (mention.relation or befalls):
            return
        pronoun = attrs.evolve(pronoun, is_object=befalls)
        key = self._antecedent(pronoun, done, mention if befalls else None)
        if mention.tags & _SHELTER and self.asylee in self.persons:
            key = self._asylee_for(key)
        if key is None:
            return
        mention.owner = owner = _before(mention, "person", "person")
        owner.person = key
        person = self.persons.get(key)
        if person is not None:
            owner.state, owner.role = person.state, person.role
            owner.tags |= person.tags
        if mention.kind != "concept" and mention.state is None:
            mention.state = owner.state

    def _asylee_for(self, person: str | None) -> str | None:
        """
        The asylee of the text, where "his asylum" would else be an envoy's.
        """
        near = self.persons.get(person or "")
        return self.asylee if near is None or near.tags & {"envoy", "diplomats"} else person

    def _abroad(self, mention: Mention, code: str | None, done: list[Mention]) -> str | None:
        """
        Whose "its embassy in Quito" is: not that of the state in whose capital it is.
        """
        if "mission" not in mention.tags or code is None or mention.receiver != code:
            return code
        others = [
            one.state
            for free in (True, False)
            for one in reversed(done)
            if one.state not in {None, code}
            and one.kind in {"actor", "person", "institution"}
            and (not one.gov or not free)
        ]
        return next(iter([*others, *self.others(code)]), None)

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
            mention.receiver = mention.receiver or near[-1].receiver

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

    def _is_outlets(self, mention: Mention) -> bool:
        """
        Whether "our" stands before something outside of a quotation.
        """
        before = self.analysis.word(mention.first - 1) if self.analysis is not None else ""
        pronouns = self.language.pronouns
        pronoun = pronouns.get(mention.possessive) or pronouns.get(before)
        first = pronoun is not None and pronoun.first_person and pronoun.possessive
        quoted = self.analysis is None or self.analysis.sentence.quoted[mention.first]
        return first and not quoted


def _before(mention: Mention, kind: str, tag: str) -> Mention:
    """
    Whoever the possessive before something stands for.
    """
    first = mention.first
    return Mention(first, first + 1, first, kind, frozenset({tag}))
