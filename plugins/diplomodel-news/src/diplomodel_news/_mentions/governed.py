"""
What governs each mention, and which mentions are coordinated.
"""

from __future__ import annotations

from diplomodel_news._language.text import fold
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.posts import Posts


__all__ = ["Governed"]


class Governed(Posts):
    """
    Joins the mentions of a list, and gives each the preposition before it.
    """

    def _govern(self, kept: list[Mention]) -> None:
        previous: Mention | None = None
        for item in kept:
            item.gov = self._own_gov(item)
            if previous is not None and previous.stop <= item.first:
                between = self.low[previous.stop : item.first]
                joined = [word for word in between if word != ","]
                if self._goes_on(between, item):
                    previous = item
                    continue
                if previous.gov and len(joined) > 1 and fold(joined[-1]) == previous.gov:
                    # "Con Chile y con Perú".
                    joined, between = joined[:-1], between[:-1]
                if between and all(self.language.is_a(word, "conjunction") for word in joined):
                    alike = previous.kind == item.kind or {previous.kind, item.kind} <= {
                        "person",
                        "name",
                    }
                    alike |= self._share_verb(previous, item)
                    # "The presidents of Chad and Togo": the second state's president, too.
                    alike |= (
                        item.kind == "actor"
                        and previous.plural
                        and previous.of is not None
                        and previous.of.kind == "actor"
                    )
                    # "Relations and the embassy were established": both are.
                    alike |= "relations" in previous.tags and "mission" in item.tags
                    if (
                        previous.plural
                        and previous.kind == "person"
                        and item.kind == "name"
                        and not joined
                    ):
                        item.before = previous
                        item.gov = item.gov or previous.gov
                    listed = _listed(previous, item) or self._is_list(previous, item)
                    if alike and (joined or listed):
                        item.before = previous
                        item.gov = item.gov or previous.gov
            previous = item

    def _goes_on(self, between: list[str], item: Mention) -> bool:
        """
        Whether a comma and a conjunction begin a clause: "con Irán, y Kuwait rebajó".
        """
        opened = self.language.adjective_after and between[:1] == [","] and len(between) > 1
        if not opened or item.kind not in {"actor", "person"}:
            return False
        readings = (
            self.language.forms_of(self.sentence.raw[item.stop : item.stop + 1][0])
            if (item.stop < len(self.low))
            else None
        )
        finite = {feature for _, feature in readings or ()}
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


def _listed(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind == "actor"
