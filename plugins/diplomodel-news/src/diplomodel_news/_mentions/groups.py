"""
Several mentions that are one, or belong together: lists, names after offices, double titles.
"""

from __future__ import annotations

from itertools import pairwise

from diplomodel_news._mentions.adjectives import Adjectives
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Groups"]


class Groups(Adjectives):
    """
    Puts mentions of a sentence together that stand for the same, or share something.
    """

    def _titled_twice(self, kept: list[Mention]) -> list[Mention]:
        """
        One mention of a person told by two titles, as in "the attaché, Colonel John Doe".
        """
        gone: set[int] = set()
        for one, other in pairwise(kept):
            if one.kind != "person" or other.kind != "person" or one.name or one.plural:
                continue
            beside = other.first == one.stop + 1 and self.word(one.stop) == ","
            spouse = bool(one.relation) and beside and bool(other.name)
            if spouse and not other.relation:
                # "Her husband, the former president John Doe": one person by the name.
                other.relation, other.first = one.relation, one.first
                other.possessive = other.possessive or one.possessive
                other.owner = other.owner or one.owner
                gone.add(id(one))
                continue
            if not beside or not one.role or other.owner or other.of or not other.name:
                continue
            if _are_of_two(one, other):
                continue
            if not self._closes(other.stop) or self.is_a(other.stop, "conjunction"):
                continue
            one.name, one.stop, one.head = other.name, other.stop, other.head
            gone.add(id(other))
        return [one for one in kept if id(one) not in gone]

    def _borne(self, kept: list[Mention]) -> list[Mention]:
        """
        Take in the names after an office of several: "two ministers, John Doe and Jane Roe".
        """
        taken: set[int] = set()
        for number, item in enumerate(kept):
            if item.kind != "person" or not item.plural or item.name or item.tags & {"crowd"}:
                continue
            names: list[Mention] = []
            stop = item.stop
            for one in kept[number + 1 :]:
                between = self.low[stop : one.first]
                joint = self.is_a(one.first - 1, "conjunction")
                apart = all(word == "," or joint for word in between)
                person = one.kind == "name" or (one.kind == "person" and one.name and not one.role)
                if not person or not apart or len(between) > 2 or (names and not between):
                    break
                names.append(one)
                stop = one.stop
            joined = self.is_a(names[-1].first - 1, "conjunction") if names else False
            if len(names) > 1 and joined and self._closes(stop):
                item.bearers, item.stop = tuple(names), stop + (self.word(stop) == ",")
                taken |= {id(one) for one in names}
        return [one for one in kept if id(one) not in taken]

    def _shared(self, kept: list[Mention]) -> list[Mention]:
        """
        Take in the further states of "the ministers of Argentina, Brazil and Chile".
        """
        taken: set[int] = set()
        for number, item in enumerate(kept):
            owner = item.of
            if not item.plural or owner is None or owner.kind != "actor" or item.name:
                continue
            if item.kind not in {"person", "institution"} or item.stop != owner.stop:
                continue
            more, stop, closed = [], item.stop, False
            for one in kept[number + 1 :]:
                between = self.low[stop : one.first]
                if between and self.is_a(one.first - 1, "of") and len(between) > 1:
                    # "Los ciudadanos de México y de la República Checa".
                    between = between[:-1]
                joined = [word for word in between if word != ","]
                ands = all(self.language.is_a(word, "conjunction") for word in joined)
                if one.kind != "actor" or not between or not ands or closed:
                    break
                more.append(one)
                stop, closed = one.stop, bool(joined)
            if closed:
                item.several, item.stop = tuple(more), stop
                taken |= {id(one) for one in more}
        return [one for one in kept if id(one) not in taken]

    def _break_lists(self, kept: list[Mention]) -> None:
        """
        Undo lists by commas alone that no conjunction closes.
        """
        after = {id(one.before): one for one in kept if one.before is not None}
        for item in kept:
            if item.before is not None and self._begins_clause(item):
                item.before, item.gov = None, self._own_gov(item)
            if item.before is None or self._joined(item):
                continue
            last = item
            while id(last) in after:
                last = after[id(last)]
            if not self._joined(last) and not self._and_others(last):
                item.before = None
                item.gov = self._own_gov(item)

    def _alone(self, item: Mention) -> bool:
        """
        Whether a finite verb in the singular follows: "reconoce a Gil y Paz rompe con Lima".
        """
        word = self.sentence.raw[item.stop].lower()
        features = {feature for _, feature in self.language.forms_of(word) or ()}
        finite = features and features <= {"past", "present", "future"}
        return bool(finite) and not word.endswith("n") and not item.plural

    def _begins_clause(self, item: Mention) -> bool:
        """
        Whether "and" opens a clause rather than ends a list: "against Iran, and Chad recalled".
        """
        before = item.before
        open_ = before is not None and before.before is not None and not self._joined(before)
        if before is None or open_ or not before.gov:
            return False
        if not self._joined(item) or self._own_gov(item) or not self.word(item.stop):
            return False
        object_ends = self.language.is_a(before.gov, "personal") and self._alone(item)
        if not object_ends and (self.word(before.stop) != "," or item.kind != "actor"):
            return False
        readings = (
            self.language.forms_of(self.sentence.raw[item.stop]) if self.word(item.stop) else ()
        )
        finite = any(feature == "past" for _, feature in readings or ())
        return finite or object_ends or self.is_a(item.stop, "future", "perfect_aux", "had")

    def _joined(self, item: Mention) -> bool:
        """
        Whether a conjunction joins a mention to the one before.
        """
        return item.before is not None and any(
            self.is_a(at, "conjunction") for at in range(item.before.stop, item.first)
        )

    def _and_others(self, item: Mention) -> bool:
        """
        Whether "and others" stands after a mention.
        """
        return self.is_a(item.stop, "conjunction") and self.is_a(item.stop + 1, "others")

    def _described(self, person: Mention) -> None:
        """
        Take in "the man" after a name and a comma, which stands for nobody else.
        """
        other = self.by_first.get(self.past_articles(person.stop + 1))
        if self.word(person.stop) != "," or other is None or id(other) in self.gone:
            return
        plain = not (other.role or other.relation or other.plural or other.name or other.of)
        if other.kind == "person" and plain and self.is_a(other.stop, "relative"):
            self._take(other, person)


def _are_of_two(one: Mention, other: Mention) -> bool:
    """
    Whether two offices are of two persons: "recalled its ambassador, Foreign Minister Doe said".
    """
    governs = bool(other.tags & {"high", "spokesman"}) and not other.former
    return governs and bool(one.tags & {"envoy", "diplomats", "consul"})
