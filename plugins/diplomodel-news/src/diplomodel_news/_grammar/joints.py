"""
What a word such as "que" opens: a relative clause, what is said, or a clause of time or purpose.
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis


__all__ = ["Joints"]

#: What words can be that open several kinds of clause.
_OPENING = frozenset({"relative", "complementiser", "subordinator"})
#: What a function word is that an accent makes another.
_STRESSED = frozenset({"adverb"})


class Joints(Analysis):
    """
    Tells the kinds of clauses apart that one word can open.

    Attributes:
        openers: The word before a "que" that makes it a clause of time or purpose, by token.
    """

    openers: dict[int, str]

    def plain(self, at: int, *names: str) -> bool:
        """
        Whether a token is a function word of some classes, whatever it opens here.
        """
        return super().is_a(at, *names)

    def _classes(self, at: int) -> frozenset[str]:
        """
        Of a function word that an accent makes another only that: "sí", which supposes nothing.
        """
        word = self.low[at]
        if word in self.language.words["unstressed"] and self.sentence.raw[at].lower() != word:
            return _STRESSED
        return super()._classes(at)

    def is_a(self, at: int, *names: str) -> bool:
        """
        Whether a token is a function word of one of some classes, a "que" by what it does here.
        """
        kind = self.joints.get(at)
        if kind is not None and not _OPENING.isdisjoint(names):
            return kind in names
        return super().is_a(at, *names)

    def _joint(self, at: int) -> str:
        """
        What a "que" does: relative, complementiser or subordinator.
        """
        before = at - 1
        while self.plain(before, "adverb") and not self.plain(before, "joint_done", "joint_open"):
            before -= 1
        lead = self._lead(before)
        if lead:
            self.openers[at] = lead
            return "subordinator"
        if self._compares(at):
            return "comparison"
        says = self._says(at)
        if self._once_more(before):
            told = True
        elif self.word(before) in {",", "("}:
            told = says and before - 1 not in self.at
        elif self.plain(before, "of"):
            told = says
        elif before in self.by_head:
            told = True
        elif self.plain(before, "determiner", "preposition", "with", "at", "agent"):
            told = False
        else:
            told = says and (self._wishes(at) or self._is_said_after(before))
        return "complementiser" if told else "relative"

    def _compares(self, at: int) -> bool:
        """
        Whether a clause ends after a "que" before any verb of it: "fue más lejos que nadie: ...".
        """
        verb = next((one for one in self.verbs if one.first > at), None)
        stop = verb.first if verb is not None else len(self.low)
        return any(self.word(one) in {":", ";"} for one in range(at + 1, stop))

    def _lead(self, before: int) -> str:
        """
        The word that makes a "que" after it one of time or purpose, as in "después de que".
        """
        if self.plain(before, "of"):
            lead = before - 1
            if self.plain(lead, "day_after"):
                # "Al día siguiente de que": as good as "after".
                return min(self.language.words["joint_done"])
            found = self.plain(lead, "joint_done", "joint_open")
            return self.word(lead) if found or self.plain(lead - 1, "joint_open") else ""
        found = self.plain(before, "joint_done", "joint_open") and before not in self.by_head
        return self.word(before) if found else ""

    def _once_more(self, before: int) -> bool:
        """
        Whether one more thing is said, as in "dijo que X y que Y".
        """
        if "complementiser" not in self.joints.values():
            return False
        joined = self.plain(before, "conjunction")
        if self.word(before) == "," and self._goes_on(before):
            return True
        listed = self.word(before) == "," and before - 1 not in self.at
        return (joined or listed) and not self.plain(before - 1, "conjunction")

    def _goes_on(self, at: int) -> bool:
        """
        Whether a list of what is said goes on to an "and that" that closes it.
        """
        return any(
            self.plain(one, "conjunction")
            and self.plain(one + 1, "complementiser")
            and one + 1 not in self.at
            for one in range(at + 2, len(self.low) - 1)
        )

    def _is_said_after(self, before: int) -> bool:
        """
        Whether what stands before a "que" can be the end of "informó el martes el ministro".
        """
        mention = self.at.get(before)
        if mention is not None:
            return mention.kind != "concept"
        if before in self.times or self._is_time(before) or not self.word(before).isalpha():
            return True
        return not self.plain(before - 1, "determiner", "of")

    def _wishes(self, at: int) -> bool:
        """
        Whether the next verb is a subjunctive, as after a verb of asking.
        """
        verb = next((one for one in self.verbs if one.first > at), None)
        return verb is not None and not verb.auxiliary and verb.features == {"subjunctive"}

    def _says(self, at: int) -> bool:
        """
        Whether the verb before a token takes what is said, and has not got it yet.
        """
        verb = next((one for one in reversed(self.verbs) if one.stop <= at), None)
        if verb is None or any(
            self.joints.get(one) == "complementiser" for one in range(verb.stop, at)
        ):
            return False
        matrix = self.language.matrix
        return any(
            lemma in matrix["reporting"] or lemma in matrix["verbs"] for lemma in verb.lemmas
        )
