"""
Verbs with their subjects, objects and prepositions, by plain scanning over tokens.

Every scan is bounded by the sentence; nothing is tried twice, so that time is linear in the text.
"""

from __future__ import annotations

from diplomodel_news._grammar.subjects import ends_saying, is_beside, is_phoned, said_to_be
from diplomodel_news._grammar.verbs import Verb, Verbs
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Analysis", "Verb"]

#: Tenses of verbs that have subjects of their own.
_FINITE = frozenset({"past", "present", "perfect", "pluperfect", "future"})
#: How far before its verb a relative clause opens.
_RELATIVE = 8
#: What can be accused of something.
_ACCUSED = frozenset({"person", "name", "institution", "actor", "pronoun"})
#: Marks that a scan for the subject goes past.
_CLOSING = frozenset({'"', "”", "“", "»", "«", ")", "]"})


class Analysis(Verbs):
    """
    A sentence's verbs and mentions, and how they hang together.

    Attributes:
        topic: What the text spoke of before, for a verb that leaves out its subject.
    """

    topic: Mention | None = None

    def main_subject(self) -> Mention | None:
        """
        The subject of the first verb that is in no clause below another.
        """
        for verb in self.verbs:
            if verb.joint == "relative" or verb.link in {"that", "infinitive", "gerund"}:
                continue
            found = self.subject_of(verb)
            if found is not None and (found.state or found.person):
                return found
        return None

    def subject_of(self, verb: Verb) -> Mention | None:
        """
        The mention that is a verb's subject (of a passive: what it is done to), if it is told.
        """
        if not verb.subject_known:
            verb.subject_known = True
            verb.subject = self._find_subject(verb)
        return verb.subject

    def _inverted(self, verb: Verb) -> Mention | None:
        """
        Who speaks in ``"…", said the minister``: the mention after a verb of saying.
        """
        at = verb.first - 1
        while self.word(at) == ",":
            at -= 1
        reporting = self.language.matrix["reporting"]
        if not any(one in reporting for one in verb.lemmas):
            return None
        near = next((one for one in self.mentions if one.first >= verb.stop), None)
        if near is None or near.first != verb.stop or near.gov:
            return None
        return near if self.word(at) in _CLOSING or ends_saying(self, verb, near) else None

    def _find_subject(self, verb: Verb) -> Mention | None:
        speaker = self._inverted(verb) or self._first_to(verb)
        if speaker is not None:
            return speaker
        if verb.link == "infinitive" or (verb.over is None and verb.noun is not None):
            found = self._of_infinitive(verb, verb.over)
            if found is not None or verb.over is not None:
                return found
        if verb.tense == "gerund" and verb.over is not None and not verb.auxiliary:
            return self._of_gerund(verb, verb.over)
        if verb.link == "and" and verb.over is not None and self._shares(verb, verb.over):
            return self._one_person(verb, verb.over) or self.subject_of(verb.over)
        found = self._leftward(verb)
        if found is None and verb.joint == "and" and verb.over is not None:
            return self.subject_of(verb.over)
        if found is None and "participle" in verb.features and not verb.auxiliary:
            near = self.at.get(verb.first - 1)
            alone = near is not None and bool(near.gov) and len(self.verbs) == 1
            if near is not None and near.kind != "concept" and not alone:
                return near
        return found if found is not None else self._ahead(verb)

    def _of_infinitive(self, verb: Verb, over: Verb | None) -> Mention | None:
        if verb.noun is not None:
            owner = verb.noun.owner or verb.noun.of or said_to_be(self, verb.noun)
            if owner is not None:
                return owner
        if over is None:
            return None
        if self.takes_stand(verb) and is_phoned(self, over):
            return self.subject_of(over)
        return self._controller(over)

    def _of_gerund(self, verb: Verb, over: Verb) -> Mention | None:
        if self.is_a(verb.first - 1, "of") and self._matrix_kind(over) == "claimed":
            # "Accused Togo of breaking": Togo does.
            return next((one for one in self.objects(over) if one.kind in _ACCUSED), None)
        if self.is_a(verb.first - 1, "cause"):
            objects = [one for one in self.after(over) if one.state and one.gov]
            return objects[0] if objects else self.subject_of(over)
        near = self.at.get(verb.first - 1)
        if near is None or near.kind == "concept" or verb.first - 1 in self.by_head:
            return self.subject_of(over)
        return self.subject_of(over) if is_beside(self, near, verb) else near

    def _ahead(self, verb: Verb) -> Mention | None:
        """
        The main clause's subject, for a participle that opens the sentence before it.
        """
        if verb.over is not None or verb.auxiliary or verb.first > 1:
            return None
        if not verb.features & {"gerund", "participle"}:
            return None
        for other in self.verbs:
            commas = [at for at in range(verb.stop, other.first) if self.low[at] == ","]
            if commas and (other.auxiliary or other.tense != "gerund"):
                found = self.subject_of(other)
                return found if found is not None and found.first > commas[0] else None
        return None

    def _shares(self, verb: Verb, over: Verb) -> bool:
        """
        Whether two finite verbs joined by "and" share a subject: "visited Angola and met him".
        """
        finite = {"past", "present", "perfect", "pluperfect", "future"}
        alike = not verb.auxiliary and not self.language.adjective_after
        return alike and over.tense in finite and self.subject_of(over) is not None

    def _one_person(self, verb: Verb, over: Verb) -> Mention | None:
        """
        Who alone can do what a verb says: "he fled after crowds stormed it and resigned".
        """
        alone = self.language.words["done_alone"] & set(verb.lemmas)
        if over.over is None or over.link != "clause" or not alone:
            return None
        near, far = self.subject_of(over), self.subject_of(over.over)
        crowd = near is not None and (near.plural or near.kind == "institution")
        return far if crowd and far is not None and not far.plural else None

    def _controller(self, over: Verb) -> Mention | None:
        """
        Who does what an infinitive says: the one asked, or the subject.
        """
        control = self.language.matrix["control"]
        kind = self._matrix_kind(over)
        if (
            kind in {"asked", "demanded"} or any(one in control for one in over.lemmas)
        ) and not over.passive:
            called = [one for one in self.after(over) if self._is_called_on(one, over)]
            for one in (*called, *self.objects(over)):
                if one.kind in {"actor", "person", "institution", "name", "pronoun"}:
                    return one
        return self.subject_of(over)

    def _is_called_on(self, one: Mention, over: Verb) -> bool:
        """
        Whether "called on the soldiers to" names who is to do it.
        """
        table = self.language.matrix["verbs"]
        near = one.first in {over.stop, over.stop + 1}
        return near and any(table.get(f"{lemma} {one.gov}") == "asked" for lemma in over.lemmas)

    def _matrix_kind(self, verb: Verb) -> str:
        table = self.language.matrix["verbs"]
        return next((table[lemma] for lemma in verb.lemmas if lemma in table), "")

    def _past_brackets(self, at: int) -> int:
        """
        The token before what stands in brackets that close at a token.
        """
        for before in range(at - 1, max(-1, at - 20), -1):
            if self.low[before] in {"(", "["}:
                return before - 1
        return at - 1

    def _leftward(self, verb: Verb) -> Mention | None:
        """
        The mention that a scan to the left meets as the subject.
        """
        at = self._before_relative(verb)
        relative = False
        for _ in range(60):
            if at < 0:
                return None
            mention = self.at.get(at)
            if mention is not None:
                before = self._past_mention(mention, relative=relative)
                if before is None:
                    before = self._past_gerund(mention)
                if before is None:
                    return mention
                at = before
                continue
            if at in self.by_head:
                return self._past_verb(self.by_head[at], verb)
            beside = self._beside_noun(at)
            if beside is not None:
                return beside
            relative = relative or self.is_a(at, "relative")
            passed = self._past_token(at)
            if passed is None:
                return None
            at = passed
        return None

    def _before_relative(self, verb: Verb) -> int:
        """
        Where the scan for a subject begins: right before the verb, or past a relative clause that
        a comma closes there, as in "Clinton, who met Arias, the mediator, on Monday, urged".
        """
        at = verb.first - 1
        if self.word(at) != "," or verb.joint or verb.tense not in _FINITE:
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

    def _is_unknown(self, at: int) -> bool:
        known = at in self.at or at in self.times or at in self.by_head
        word = self.word(at)
        return word.isalpha() and not known and not self.language.word_class.get(word)

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

    def _past_mention(self, mention: Mention, *, relative: bool) -> int | None:
        """
        The token to go on from where a mention is no subject; nothing where it is one.
        """
        # "After Brazil granted it": a word that opens a clause governs no subject of that clause.
        opened = mention.gov in self.language.words["subordinator"]
        # "As Iran cut ties": a state right before a verb.
        after = self.by_head.get(mention.stop)
        opened |= (
            mention.gov in self.language.words["as_clause"]
            and mention.kind in {"actor", "institution"}
            and after is not None
        )
        if mention.gov and not relative and not opened:
            chain = mention
            while chain.before is not None:
                chain = chain.before
            return chain.first - 2
        if mention.kind == "concept" and (
            "time" in mention.tags or self.is_a(mention.first, "preposition", "at", "with")
        ):
            return mention.first - 1
        return None

    def _past_gerund(self, mention: Mention) -> int | None:
        """
        The token before "condemning", for what is condemned in "a motion condemning it passed".
        """
        verb = self.by_head.get(mention.first - 1)
        if verb is None or verb.auxiliary or "gerund" not in verb.features:
            return None
        before = self.at.get(verb.first - 1)
        return verb.first - 1 if before is not None and before.kind == "concept" else None

    def _past_token(self, at: int) -> int | None:
        """
        The token to go on from past a word of no mention; nothing where the clause ends.
        """
        word = self.low[at]
        if self.is_a(at, "relative"):
            return at - 2 if self.word(at - 1) == "," else at - 1
        if word == ",":
            jump = self._comma(at)
            return at - 1 if jump is None else jump
        if word in {")", "]"}:
            return self._past_brackets(at)
        if word in _CLOSING or self.is_a(at, "adverb", "negation", "reflexive"):
            return at - 1
        if word in self.language.words["others"] and self.is_a(at - 1, "conjunction"):
            return at - 2
        if self.is_a(at, "subordinator", "complementiser") or word in {";", ":"}:
            return None
        if self._is_time(at):
            return at - 1
        start = self._phrase_start(at)
        return None if start is None else start - 1

    def _past_verb(self, other: Verb, verb: Verb) -> Mention | None:
        """
        The subject beyond a verb in between: that of a joined verb, or past a relative clause.
        """
        if verb.joint == "and" or self.is_a(verb.first - 1, "conjunction"):
            return self.subject_of(other)
        if other.joint == "relative" and (antecedent := self._antecedent_of(other)) is not None:
            return antecedent
        if (
            other.joint == "relative"
            or "participle" in other.features
            or "gerund" in other.features
        ):
            return self.subject_of(other)
        return None

    def _antecedent_of(self, other: Verb) -> Mention | None:
        """
        What a relative clause with a subject of its own is about: "the post which Chad opened".
        """
        subject = self.subject_of(other)
        at = subject.first - 1 if subject is not None else -1
        while self.is_a(at, "determiner") and not self.is_a(at, "relative"):
            at -= 1
        if not self.is_a(at, "relative"):
            return None
        return self.at.get(at - 1) or self.at.get(at - 2)

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
        if at in self.times:
            return True
        word = self.low[at]
        dates = self.language.dates
        return (
            word in dates["weekdays"]
            or word in dates["months"]
            or word in dates["relative"]
            or word in dates["units"]
            or word[0].isdecimal()
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

    def after(self, verb: Verb) -> list[Mention]:
        """
        The mentions that follow a verb and belong to it.
        """
        return [
            one
            for one in self.mentions
            if verb.stop <= one.first < verb.limit
            or (verb.stop <= one.head < verb.limit and one.first >= verb.stop - 1)
        ]

    def is_concessive(self, verb: Verb) -> bool:
        """
        Whether a verb's clause opens with "although" and the like: its time is its own.
        """
        return verb.joint in self.language.words["concessive"]

    def clitics(self, verb: Verb) -> list[Mention]:
        """
        The object pronouns that stand before a verb, in languages that put them there.
        """
        del verb
        return []

    def objects(self, verb: Verb) -> list[Mention]:
        """
        The mentions after a verb that no preposition governs.
        """
        return [one for one in self.after(verb) if not one.gov]
