"""
Who does what a relative clause tells, where its pronoun is not who: "a quien envió a prisión".
"""

from __future__ import annotations

from diplomodel_news._grammar.dropped import Dropped
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["PLACES", "Relatives"]

#: Words of place that open a clause, and are no subject of it.
PLACES = frozenset({"donde", "adonde"})
#: Words that stand for the person before them.
_PERSONS = frozenset({"quien", "quienes"})


class Relatives(Dropped):
    """
    Tells what the pronouns of relative clauses stand for.
    """

    def _oblique(self, verb: Verb) -> bool:
        """
        Whether a relative pronoun before a verb has a preposition, so that it is no subject.
        """
        if verb.joint != "relative":
            return False
        at = verb.first - 1
        if self.low[at] in PLACES and self.plain(at, "relative"):
            # "Viajó a Bogotá, donde fue recibido": whoever travelled.
            return True
        plain = self.plain
        if self.low[at] in _PERSONS and plain(at, "relative"):
            # "Citó a Gil, a quien envió a prisión": whoever summoned him.
            near = self.at.get(at - 3 if self.word(at - 2) == "," else at - 2)
            of_person = near is not None and near.kind in {"person", "name"}
            return of_person and plain(at - 1, "preposition", "with")
        if self.joints.get(at) != "relative":
            return False
        return (
            plain(at - 1, "determiner") and plain(at - 2, "preposition", "of", "with")
        ) or plain(at - 1, "preposition", "with")

    def _person_before(self, verb: Verb) -> Mention | None:
        found = [
            one
            for one in self.mentions
            if one.stop <= verb.first
            and one.kind in {"person", "name"}
            and not one.tags & {"envoy"}
        ]
        return found[-1] if found else self.topic

    def _who(self, verb: Verb, found: Mention | None) -> Mention | None:
        """
        The person that "quien" before a verb stands for.
        """
        if verb.joint != "relative" or (found is not None and found.kind in {"person", "name"}):
            return found
        for at in range(verb.first - 1, max(-1, verb.first - 6), -1):
            if self.joints.get(at) == "relative":
                return found
            if self.plain(at, "relative") and self.low[at] in _PERSONS:
                if found is not None and found.first > at:
                    # "a quien Uruguay se lo negó": the subject stands between the two.
                    return found
                persons = [one for one in self.mentions if one.stop <= at and one.kind == "person"]
                names = [one for one in self.mentions if one.stop <= at and one.kind == "name"]
                both = sorted([*persons, *names], key=lambda one: one.stop)
                return both[-1] if both else found
        return found
