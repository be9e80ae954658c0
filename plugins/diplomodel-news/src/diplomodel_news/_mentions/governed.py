"""
What governs each mention, and which mentions are coordinated.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._language.text import fold
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.posts import Posts


__all__ = ["Governed"]

#: Whom a preposition governs that stands before the state that they belong to.
_WHO: Final = frozenset({"person", "name"})
#: How many tokens a date between commas has at most.
_DATED: Final = 9


class Governed(Posts):
    """
    Joins the mentions of a list, and gives each the preposition before it.
    """

    def _is_whose(self, item: Mention) -> bool:
        """
        Whether an office is told with the state right after it, and an article before.
        """
        first = self.is_a(item.first, "determiner") or self.is_a(item.first - 1, "personal")
        alone = first and not self.is_a(item.stop, "of")
        return alone and bool(item.states) and item.stop > item.head + 1

    def _in_need(self, item: Mention) -> None:
        """
        Take for an envoy what is one only where the words say of where.
        """
        self._unposted(item)
        if item.possessive and item.receiver and "envoy" in item.tags:
            # "Su embajador en Lima" is one's own; "su embajador" may be of whom one speaks.
            item.tags |= {"own_abroad"}
        if "needs_whose" in item.tags and not self._is_whose(item):
            # "El encargado turco" is one, and no "encargado de seguridad".
            self.gone.add(id(item))

    def _govern(self, kept: list[Mention]) -> None:
        previous: Mention | None = None
        ahead: Mention | None = None
        for item in kept:
            item.gov = self._own_gov(item)
            if previous is not None and self._belongs(item, previous):
                # "Sat down with Cuba's Raúl Castro": with him.
                item.gov = item.gov or previous.gov
                if ahead is not None and self._with_owner(ahead, previous, item):
                    item.before = ahead
                    item.gov = item.gov or ahead.gov
            if previous is not None and self._coordinated(previous, item):
                item.before = previous
                item.gov = item.gov or previous.gov
            if previous is not None and self._is_counted_in(item, previous):
                item.gov = previous.gov
            ahead, previous = previous, item

    def _is_counted_in(self, item: Mention, previous: Mention) -> bool:
        """
        Whether somebody is named as one of those told before: "ten envoys, among them the consul".
        """
        beside = item.first == previous.stop and previous.kind == "pronoun"
        # A head of mission is sent off for himself.
        beside = beside and "diplomats" in item.tags and not item.plural
        beside = beside and "ambassador" not in item.tags
        return beside and self.language.is_a(previous.gov, "counted_among")

    def _belongs(self, item: Mention, previous: Mention) -> bool:
        """
        Whether somebody's name stands right after the state that they belong to.
        """
        beside = item.first == previous.stop + 1 and self.is_a(previous.stop, "genitive")
        return beside and item.kind in _WHO and previous.kind == "actor"

    def _with_owner(self, one: Mention, owner: Mention, other: Mention) -> bool:
        """
        Whether two persons are coordinated before the second of whom stands whose that one is:
        "Togo's John Doe and Chad's Ann Hill".
        """
        between = self.low[one.stop : owner.first]
        joined = between == [","] or (
            len(between) == 1 and self.language.is_a(between[0], "conjunction")
        )
        return bool(joined) and {one.kind, other.kind} <= _WHO and other.name != ""

    def _coordinated(self, one: Mention, other: Mention) -> bool:
        """
        Whether two that stand beside each other are coordinated.
        """
        between = self.low[one.stop : other.first]
        if one.stop > other.first or self._goes_on(between, other):
            return False
        joints = [word for word in between if word != ","]
        if one.gov and len(joints) > 1 and fold(joints[-1]) == one.gov:
            # "Con Chile y con Perú".
            joints, between = joints[:-1], between[:-1]
        if not between or not all(self.language.is_a(word, "conjunction") for word in joints):
            return False
        if not joints and one.plural and one.kind == "person" and other.kind == "name":
            return True
        listed = joints or one.kind == other.kind == "actor" or self._is_list(one, other)
        return bool(listed) and self._alike(one, other)

    def _alike(self, one: Mention, other: Mention) -> bool:
        """
        Whether two are of a kind, so that a list can have both.
        """
        if one.kind == other.kind or {one.kind, other.kind} <= {"person", "name"}:
            return True
        if other.kind == "actor" and one.plural and one.of is not None and one.of.kind == "actor":
            # "The presidents of Chad and Togo": the second state's president, too.
            return True
        if "relations" in one.tags and "mission" in other.tags:
            # "Relations and the embassy were established": both are.
            return True
        return self._share_verb(one, other)

    def _goes_on(self, between: list[str], item: Mention) -> bool:
        """
        Whether a comma and a conjunction begin a clause: "con Irán, y Kuwait rebajó", "in Bonn,
        and Chad's John Doe said".
        """
        opened = between[:1] == [","] and len(between) > 1
        if not opened or item.kind not in {"actor", "person"}:
            return False
        if not self.language.adjective_after:
            bearer = self.by_first.get(item.stop + 1)
            owned = self.is_a(item.stop, "genitive") and item.kind == "actor"
            return owned and bearer is not None and bearer.kind in _WHO | {"place"}
        after = self.sentence.raw[item.stop] if item.stop < len(self.low) else ""
        finite = {feature for _, feature in self.language.forms_of(after) or ()}
        alone = not self.word(item.stop).endswith("n")
        return alone and bool(finite) and finite <= {"past", "future", "imperfect", "present"}

    def _is_list(self, one: Mention, other: Mention) -> bool:
        """
        Whether a name stands after another in a list that "and" ends: "Kohl, Major and others".
        """
        if not (one.name and other.name and {one.kind, other.kind} <= {"name", "person"}):
            return False
        at, last = other.stop, other.stop
        while at - last <= 1 and at < len(self.low):
            named = self.by_first.get(at)
            if self.is_a(at, "conjunction"):
                return True
            if named is not None and named.kind in {"name", "person"} and named.name:
                at = last = named.stop
            elif self.word(at) == ",":
                at += 1
            else:
                return False
        return False

    def _past_date(self, item: Mention) -> int:
        """
        The token past a thing, and past a date between commas: "la expulsión, el 4 de mayo, de".
        """
        at = item.stop
        if item.kind != "concept" or self.word(at) != ",":
            return at
        dates = self.language.dates
        for end in range(at + 1, min(at + _DATED, len(self.low))):
            word = self.low[end]
            if word == ",":
                return end + 1 if end > at + 1 and self.is_a(end + 1, "of") else at
            told = word[0].isdecimal() or word in dates["months"] or word in dates["weekdays"]
            told = told or word in dates["relative"] or word in dates["numbers"]
            if not told and not self.is_a(end, "determiner", "of", "at"):
                break
        return at

    def _unposted(self, item: Mention) -> None:
        """
        Take "his man" for an envoy only where it says "in Lima", or an envoy stands before.
        """
        if "needs_post" in item.tags and not self._is_posted(item) and not self._beside(item):
            item.tags -= {"mission", "envoy", "diplomats", "consul", "ambassador"}

    def _beside(self, item: Mention) -> bool:
        """
        Whether an envoy stands before: "expelled Chad's ambassador and recalled its own man".
        """
        return any(one.stop <= item.first and "envoy" in one.tags for one in self.items)

    def _is_posted(self, item: Mention) -> bool:
        """
        Whether it is said whose somebody is and where, as of no other man: "Togo's man in Lima".
        """
        sent = item.receiver is not None and not (item.owner and "demonym" in item.owner.tags)
        # "Brought its man home from Lima".
        from_there = bool(item.possessive) and any(
            self.is_a(one.first - 1, "whence") and "capital" in one.tags
            for at in range(item.stop, item.stop + 4)
            if (one := self.by_first.get(at)) is not None
        )
        whose = item.owner or item.possessive or self.is_a(item.first, "possessive")
        return from_there or (sent and bool(whose))
