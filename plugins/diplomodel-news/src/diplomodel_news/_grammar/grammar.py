"""
Verbs with their subjects, objects and prepositions, by plain scanning over tokens.

Every scan is bounded by the sentence; nothing is tried twice, so that time is linear in the text.
"""

from __future__ import annotations

from diplomodel_news._grammar.passed import CLOSING, FINITE, Passing
from diplomodel_news._grammar.subjects import (
    ends_saying,
    is_beside,
    is_phoned,
    joiner,
    leads_series,
    on_the_way,
    said_to_be,
    says_between,
)
from diplomodel_news._grammar.verbs import Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Analysis", "Verb"]

#: How many tokens can part "has" from "been".
_INSERTED = 16
#: What can be accused of something.
_ACCUSED = frozenset({"person", "name", "institution", "actor", "pronoun"})


class Analysis(Passing):
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
        told = self.word(at) in CLOSING or ends_saying(self, verb, near)
        return near if told or says_between(self, verb, near) else None

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
        lead = leads_series(self, verb)
        if lead is not None and self.subject_of(lead) is not None:
            return self.subject_of(lead)
        found = self._leftward(verb)
        joins = joiner(verb, found, self)
        if joins is not None:
            return self.subject_of(joins)
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
        if is_phoned(self, over) and (self.takes_stand(verb) or self._reports(verb)):
            return self.subject_of(over)
        there = on_the_way(self, verb, over)
        if there is not None:
            # "Told her that he was on his way": he who says so.
            return self.subject_of(over) if there.kind == "pronoun" else there
        return self._controller(over)

    def _reports(self, verb: Verb) -> bool:
        return any(lemma in self.language.matrix["reporting"] for lemma in verb.lemmas)

    def _of_gerund(self, verb: Verb, over: Verb) -> Mention | None:
        if self.is_a(verb.first - 1, "of") and self._matrix_kind(over) == "claimed":
            # "Accused Togo of breaking": Togo does.
            return next((one for one in self.objects(over) if one.kind in _ACCUSED), None)
        if self.is_a(verb.first - 1, "cause"):
            objects = [one for one in self.after(over) if one.state and one.gov]
            return objects[0] if objects else self._blamed(verb, over) or self.subject_of(over)
        near = self.at.get(verb.first - 1)
        if near is None or near.kind == "concept" or verb.first - 1 in self.by_head:
            return self.subject_of(over)
        return self.subject_of(over) if is_beside(self, near, verb) else near

    def _blamed(self, verb: Verb, over: Verb) -> Mention | None:
        """
        Whom a stand is taken on for doing something: "praised Chad for closing its border".
        """
        near = self.at.get(over.stop)
        if near is None or near.kind not in _ACCUSED or over.passive:
            return None
        beside = self._before_time(verb.first - 2) < near.stop
        return near if beside and self.takes_stand(over) else None

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
        alike = not verb.auxiliary and not self.language.adjective_after
        return alike and over.tense in FINITE and self.subject_of(over) is not None

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
        to = one.gov in self.language.words["sent_to"]
        return near and any(
            table.get(f"{lemma} {one.gov}") == "asked" or (to and table.get(lemma) == "asked")
            for lemma in over.lemmas
        )

    def _matrix_kind(self, verb: Verb) -> str:
        table = self.language.matrix["verbs"]
        return next((table[lemma] for lemma in verb.lemmas if lemma in table), "")

    def _leftward(self, verb: Verb) -> Mention | None:
        """
        The mention that a scan to the left meets as the subject.
        """
        at = self._before_inserted(verb, self._before_relative(verb))
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

    def _before_inserted(self, verb: Verb, at: int) -> int:
        """
        The token before "has" where words between commas part it from "been": "has, Togo said,
        been recalled"; the one given where nothing does.
        """
        if self.word(at) != "," or not self.is_a(verb.first, "passive_aux"):
            return at
        for one in range(at - 1, max(at - _INSERTED, 0), -1):
            helped = self.is_a(one - 1, "perfect_aux", "had") and one - 1 not in self.at
            if self.word(one) == "," and helped:
                return one - 2
        return at

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
        return [one for one in self.after(verb) if not one.gov and not self._acts_next(one, verb)]

    def _acts_next(self, one: Mention, verb: Verb) -> bool:
        """
        Whether a mention after a verb opens a clause of its own: "deplored it, and Chad said".
        """
        at = one.first - 1
        while at > verb.stop and self.is_a(at, "determiner", "modifier"):
            at -= 1
        if at <= verb.stop or not self.is_a(at, "conjunction") or self.word(at - 1) != ",":
            return False
        return any(
            other.first > one.first and other.tense in FINITE and self.subject_of(other) is one
            for other in self.verbs
        )

    def same_before(self, verb: Verb) -> bool:
        """
        Whether what says that it is the same opens the clause of a verb.
        """
        at = verb.first - 1
        while at >= 0 and self.is_a(at, "reflexive", "adverb", "auxiliary"):
            at -= 1
        near = self.at.get(at)
        return near is not None and "likewise" in near.tags
