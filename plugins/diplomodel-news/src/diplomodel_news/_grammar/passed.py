"""
What a scan to the left for a verb's subject goes past, token by token.
"""

from __future__ import annotations

from diplomodel_news._grammar.verbs import Verb, Verbs
from diplomodel_news._mentions.mentions import Mention


__all__ = ["CLOSING", "FINITE", "Passing"]

#: Marks that a scan for the subject goes past.
CLOSING = frozenset({'"', "”", "“", "»", "«", ")", "]"})
#: Tenses of verbs that have subjects of their own.
FINITE = frozenset({"past", "present", "perfect", "pluperfect", "future"})
#: How far before its verb a relative clause opens.
_RELATIVE = 8


class Passing(Verbs):
    """
    A sentence's verbs, with the steps from one of them back to what may be its subject.
    """

    def _before_relative(self, verb: Verb) -> int:
        """
        Where the scan for a subject begins: right before the verb, or past a relative clause that
        a comma closes there, as in "Clinton, who met Arias, the mediator, on Monday, urged".
        """
        at = verb.first - 1
        if self.word(at) == "," and self._opens_clause(self.at.get(at - 1)):
            return at - 1
        if self.word(at) != "," or verb.joint or verb.tense not in FINITE:
            return at
        inside = [one for one in self.verbs if one.stop <= at]
        if not inside or not any(one.joint == "relative" for one in inside):
            return at
        lead = next(one for one in inside if one.joint == "relative")
        later = inside[inside.index(lead) + 1 :]
        if any(not one.joint and one.link == "clause" for one in later):
            return at
        for opener in range(lead.first - 1, max(0, lead.first - _RELATIVE), -1):
            if self.is_a(opener, "relative") and "," in {
                self.word(opener - 1),
                self.word(opener - 2),
            }:
                comma = opener - 1 - (self.word(opener - 1) != ",")
                return comma - 1
        return at

    def _opens_clause(self, named: Mention | None) -> bool:
        """
        Whether somebody stands right after what opens a clause, so that a comma behind the name
        parts nothing: "when Ambassador John Doe, presented his credentials".
        """
        return (
            named is not None
            and named.kind in {"name", "person"}
            and bool(named.name)
            and self.is_a(named.first - 1, "subordinator")
        )

    def _beside_noun(self, at: int) -> Mention | None:
        """
        The name between two commas that an unknown noun stands before: "his deputy, John Doe,".
        """
        named = self.at.get(at - 1) if self.word(at) == "," else None
        if named is None or named.kind not in {"name", "person"} or named.gov or not named.name:
            return None
        before = named.first - 2
        if self.word(named.first - 1) != "," or not self._is_unknown(before):
            return None
        if self.language.adjective_after and self._is_unknown(before - 1):
            # "Su antecesor inmediato, Juan Gil, aguarda".
            before -= 1
        return named if self.is_a(before - 1, "possessive", "determiner", "modifier") else None

    def _is_unknown(self, at: int) -> bool:
        known = at in self.at or at in self.times or at in self.by_head
        word = self.word(at)
        return word.isalpha() and not known and not self.language.word_class.get(word)

    def _past_mention(self, mention: Mention, *, relative: bool) -> int | None:
        """
        The token to go on from where a mention is no subject; nothing where it is one.
        """
        if "pair" in mention.tags and self.is_a(mention.first - 1, "relative"):
            # "Chad and Togo, which both recalled theirs": those before.
            return mention.first - 1
        # "After Brazil granted it": a word that opens a clause governs no subject of that clause.
        opened = mention.gov in self.language.words["subordinator"]
        # "As Iran cut ties": a state right before a verb.
        apart = self.word(mention.stop) == "," or self.word(mention.stop - 1) == ","
        after = self.by_head.get(mention.stop) or (
            self.by_head.get(mention.stop + 1) if apart else None
        )
        opened |= (
            mention.gov in self.language.words["as_clause"]
            and after is not None
            and (mention.kind in {"actor", "institution"} or self._begins(mention, after))
        )
        if mention.gov and not relative and not opened:
            chain = mention
            while chain.before is not None:
                chain = chain.before
            return chain.first - 2
        beside = "time" in mention.tags or self.is_a(mention.first, "preposition", "at", "with")
        alone = mention.stop - mention.first == 1 and self.is_a(mention.first, "adverb")
        if mention.kind == "concept" and (beside or alone):
            # "The senate unanimously approved".
            return mention.first - 1
        return None

    def _begins(self, mention: Mention, after: Verb) -> bool:
        """
        Whether somebody or something of his does what follows: "as his trial began".
        """
        finite = after.tense in {"past", "perfect", "pluperfect"}
        whose = self.is_a(mention.first, "possessive", "determiner") or mention.name
        return finite and bool(whose) and mention.kind in {"person", "concept"}

    def _past_gerund(self, mention: Mention) -> int | None:
        """
        The token before "condemning", for what is condemned in "a motion condemning it passed".
        """
        verb = self.by_head.get(mention.first - 1)
        if verb is None or verb.auxiliary or "gerund" not in verb.features:
            return None
        before = self.at.get(verb.first - 1)
        return verb.first - 1 if before is not None and before.kind == "concept" else None

    def _past_share(self, at: int) -> int:
        """
        The first token of "both of whom", whose last is given; that one itself where it is alone.
        """
        start = at - 1
        if not self.is_a(start, "of"):
            return at
        while self.is_a(start - 1, "number", "quantity", "both", "determiner"):
            start -= 1
        return start if start < at - 1 else at

    def _past_token(self, at: int) -> int | None:
        """
        The token to go on from past a word of no mention; nothing where the clause ends.
        """
        word = self.low[at]
        if self.is_a(at, "relative"):
            at = self._past_share(at)
            return at - 2 if self.word(at - 1) == "," else at - 1
        if word == ",":
            jump = self._comma(at)
            return at - 1 if jump is None else jump
        if word in {")", "]"}:
            return self._past_brackets(at)
        if word in CLOSING or self.is_a(at, "negation", "reflexive"):
            return at - 1
        if self.language.is_adverb(word) or self.is_a(at, "jointly"):
            # "Washington along with its allies demanded".
            return at - 1
        if word in self.language.words["others"]:
            ahead = at - 1
            while self.is_a(ahead, "number", "quantity") or self.word(ahead).isdecimal():
                ahead -= 1
            if self.is_a(ahead, "conjunction"):
                return ahead - 1
        if self.is_a(at, "subordinator", "complementiser") or word in {";", ":"}:
            return None
        if self._is_time(at):
            return at - 1
        start = self._phrase_start(at)
        return None if start is None else start - 1

    def _past_brackets(self, at: int) -> int:
        """
        The token before what stands in brackets that close at a token.
        """
        for before in range(at - 1, max(-1, at - 20), -1):
            if self.low[before] in {"(", "["}:
                return before - 1
        return at - 1

    def _comma(self, at: int) -> int | None:
        """
        The token before what stands between two commas, where there is such a pair.
        """
        for before in range(at - 1, max(-1, at - 40), -1):
            if self.low[before] == ",":
                return before - 1
            if self.low[before] in {";", ":"}:
                return None
        return None

    def _is_time(self, at: int) -> bool:
        return (
            at in self.times
            or self._timed(at)
            or self.low[at] in self.language.dates["relative"]
            or (
                self.is_a(at, "determiner", "at", "preposition", "of")
                and at + 1 < len(self.low)
                and self._timed(at + 1)
            )
        )

    def _timed(self, at: int) -> bool:
        word = self.low[at]
        dates = self.language.dates
        return (
            word in dates["weekdays"]
            or word in dates["months"]
            or word[0].isdecimal()
            or word in dates["units"]
        )

    def _phrase_start(self, at: int) -> int | None:
        """
        The start of a phrase of unknown words that a preposition opens; nothing for a plain noun.
        """
        for before in range(at, max(-1, at - 6), -1):
            if before in self.at and before != at:
                return None
            if self.is_a(before, "preposition", "of", "at", "with", "agent"):
                return before
            if self.low[before] in {",", ";", ":"}:
                return None
        return None
