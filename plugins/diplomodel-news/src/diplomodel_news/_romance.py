"""
Subjects in languages that drop them, put them after verbs, and mark persons as objects.
"""

from __future__ import annotations

from diplomodel_news._clauses import Clauses
from diplomodel_news._grammar import Analysis, Verb
from diplomodel_news._language import Language
from diplomodel_news._mentions import Mention
from diplomodel_news._text import Sentence


__all__ = ["RomanceAnalysis", "analysis_of"]

_MARKS = frozenset({",", '"', "”", "»", "’"})
#: How near to a verb of saying the one who says it stands.
_NEAR = 2
#: How far behind its verb a subject can stand.
_FAR = 4
_WHO = frozenset({"actor", "person", "institution", "name", "pronoun"})


class RomanceAnalysis(Clauses):
    """
    A sentence of such a language.
    """

    def _find_subject(self, verb: Verb) -> Mention | None:
        if self._reports_after(verb):
            return self._after_subject(verb) or self.topic
        at = verb.first - 1
        joined = verb.link == "and" and not verb.passive and not verb.reflexive
        if (
            joined
            and verb.over is not None
            and self.plain(at, "conjunction")
            and at not in self.at
        ):
            return self._after_subject(verb) or self.subject_of(verb.over)
        if self._oblique(verb):
            over = self.subject_of(verb.over) if verb.over is not None else None
            return over if over is not None else self._person_before(verb)
        found = self._who(verb, super()._find_subject(verb))
        if found is not None and not self._clitic(found):
            return found
        if verb.link == "infinitive":
            near = self.at.get(verb.noun.first - 1) if verb.noun is not None else None
            return near if near is not None and not near.gov else None
        return self._after_subject(verb) or self._left_out(verb)

    def _left_out(self, verb: Verb) -> Mention | None:
        """
        The subject of a verb without one of its own.
        """
        reduced = "participle" in verb.features and not verb.auxiliary
        if verb.passive or verb.reflexive or reduced or self._unknown(verb):
            return None
        if verb.over is None and not self._finite(verb):
            return self._main_after(verb)
        if self._first_person(verb):
            return self._speaker(verb)
        if verb.over is None:
            return self.topic
        if verb.link == "that":
            told = self._controller(verb.over)
            return told if told is not None and told.kind in _WHO else None
        if verb.link == "and" or (verb.link == "clause" and verb.joint != "relative"):
            return self.subject_of(verb.over)
        return self.topic if verb.link == "clause" else None

    def _main_after(self, verb: Verb) -> Mention | None:
        """
        The subject of the main verb that an infinitive or gerund stands before.
        """
        later = next((one for one in self.verbs if one.first > verb.first), None)
        if later is None or not self._finite(later):
            return self.topic
        return self.subject_of(later) or self.topic

    def _oblique(self, verb: Verb) -> bool:
        """
        Whether a relative pronoun before a verb has a preposition, so that it is no subject.
        """
        if verb.joint != "relative":
            return False
        at = verb.first - 1
        if self.joints.get(at) != "relative":
            return False
        plain = self.plain
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

    def _unknown(self, verb: Verb) -> bool:
        """
        Whether an unknown noun stands before a verb, which is then not without a subject.
        """
        at = verb.first - 1
        if not self._is_plain(at) or self.word(at).endswith("mente") or at in self.times:
            return False
        at -= 1 + self.plain(at - 1, "determiner")
        return not self.plain(at, "preposition", "of", "with", "at", "agent")

    def _first_person(self, verb: Verb) -> bool:
        word = self.sentence.raw[verb.head if not verb.auxiliary else verb.first].lower()
        return word.endswith("mos") or any(
            self.low[at].endswith("mos") for at in range(verb.first, verb.stop)
        )

    def _speaker(self, verb: Verb) -> Mention | None:
        """
        Who says "we": the one whose words they are.
        """
        reporting = self.language.matrix["reporting"]
        for one in self.verbs:
            if one is verb or self._first_person(one) or self.sentence.quoted[one.head]:
                continue
            if any(lemma in reporting for lemma in one.lemmas):
                return self.subject_of(one)
        return self.topic

    def main_subject(self) -> Mention | None:
        """
        The subject of the first main verb, or whoever the sentence is told by.
        """
        if self.word(0).isdecimal() and self.word(1) in {".", ")"}:
            return None
        found = super().main_subject()
        if found is None or found is self.topic:
            for one in self.mentions:
                if one.gov == "segun" and (one.person or one.state):
                    return one
            for one in self.mentions:
                if one.kind == "actor" and one.state and not one.gov and "state" in one.tags:
                    return one
        return found

    def _reports_after(self, verb: Verb) -> bool:
        """
        Whether a verb of saying follows the words said, so that who says them comes after it.
        """
        before = self.word(verb.first - 1)
        if before not in _MARKS:
            return False
        if before == "," and self.word(verb.first - 2) not in _MARKS:
            ahead = [one for one in self.mentions if 0 <= one.first - verb.stop < _NEAR]
            if not ahead or ahead[0].gov or ahead[0].kind not in _WHO:
                return False
        reporting = self.language.matrix["reporting"]
        return any(lemma in reporting for lemma in verb.lemmas)

    def _who(self, verb: Verb, found: Mention | None) -> Mention | None:
        """
        The person that "quien" before a verb stands for.
        """
        if verb.joint != "relative" or (found is not None and found.kind in {"person", "name"}):
            return found
        for at in range(verb.first - 1, max(-1, verb.first - 6), -1):
            if self.joints.get(at) == "relative":
                return found
            if self.plain(at, "relative") and self.low[at] in {"quien", "quienes"}:
                persons = [one for one in self.mentions if one.stop <= at and one.kind == "person"]
                names = [one for one in self.mentions if one.stop <= at and one.kind == "name"]
                both = sorted([*persons, *names], key=lambda one: one.stop)
                return both[-1] if both else found
        return found

    def _controller(self, over: Verb) -> Mention | None:
        kind = self._matrix_kind(over)
        control = self.language.matrix["control"]
        if kind in {"asked", "demanded"} or any(one in control for one in over.lemmas):
            for one in (*self.after(over), *self.clitics(over)):
                if (self._is(one.gov, "personal") and one.kind in _WHO) or self._clitic(one):
                    return one
        return self.subject_of(over)

    def _after_subject(self, verb: Verb) -> Mention | None:
        """
        A subject that follows its verb: it is not governed, and not what a verb is done to.
        """
        free = self.objects(verb)
        who = [one for one in free if one.kind in _WHO and not self._clitic(one)]
        if verb.passive or verb.reflexive:
            return free[0] if free else None
        first = who[0] if who else None
        if first is None or first.first > verb.stop + _FAR or self._parted(verb, first):
            return None
        if first.kind == "institution" and first.tags & {"mission", "body"}:
            return None
        if any(lemma in self.language.matrix["reporting"] for lemma in verb.lemmas):
            return first
        if first.kind in {"actor", "institution"}:
            others = [one for one in free if one.first > first.first]
            personal = [one for one in self.after(verb) if self._is(one.gov, "personal")]
            return first if others or personal or not self._needs_object(verb) else None
        articles = range(first.first, first.head)
        named = first.name or any(self.plain(at, "determiner") for at in articles)
        return first if named else None

    def _parted(self, verb: Verb, mention: Mention) -> bool:
        return any(self.word(at) in {",", ";", ":"} for at in range(verb.stop, mention.first))

    def _needs_object(self, verb: Verb) -> bool:
        """
        Whether some frame of the verb asks for an object, so that what follows is that.
        """
        return any(
            form.object for lemma in verb.lemmas for form in self.language.forms.get(lemma, ())
        )

    def _clitic(self, mention: Mention) -> bool:
        pronoun = (
            self.language.pronouns.get(mention.anaphor) if mention.kind == "pronoun" else None
        )
        return pronoun is not None and pronoun.clitic

    def clitics(self, verb: Verb) -> list[Mention]:
        """
        The object pronouns that stand before a verb.
        """
        return [
            self.at[at]
            for at in range(verb.first, verb.head)
            if at in self.at and self._clitic(self.at[at])
        ]

    def _phrase_start(self, at: int) -> int | None:
        """
        Past unknown adjectives that follow a mention, and phrases that a preposition opens.
        """
        before = at
        while before > at - 3 and before not in self.at and self._is_plain(before):
            before -= 1
        if before in self.at and before != at:
            return before + 1
        return super()._phrase_start(at)

    def _is_plain(self, at: int) -> bool:
        word = self.word(at)
        return (
            word.isalpha()
            and word not in self.language.word_class
            and at not in self.by_head
            and self.sentence.raw[at][0].islower()
        )

    def _past_verb(self, other: Verb, verb: Verb) -> Mention | None:
        if verb.joint == "and" or self.plain(verb.first - 1, "conjunction"):
            return self.subject_of(other)
        if (
            other.joint == "relative"
            or ("participle" in other.features and not other.auxiliary)
            or "gerund" in other.features
        ):
            return self.subject_of(other) if other.joint != "relative" else self._beyond(other)
        return None

    def _beyond(self, other: Verb) -> Mention | None:
        """
        What a relative clause is about is what goes on after it.
        """
        for at in range(other.first - 1, -1, -1):
            if self.joints.get(at) == "relative" or (
                at not in self.at and self.plain(at, "relative")
            ):
                ahead = at - 1
                if self.word(ahead) == ",":
                    ahead -= 1
                found = self.at.get(ahead)
                while found is not None and found.before is not None:
                    found = found.before
                return found
        return None


def analysis_of(
    sentence: Sentence, mentions: list[Mention], language: Language, *, times: frozenset[int]
) -> Analysis:
    """
    A sentence read as its language asks for.

    Args:
        sentence: The sentence.
        mentions: What it mentions.
        language: Its language.
        times: The tokens that tell when.
    """
    kind = RomanceAnalysis if language.drops_subject else Analysis
    return kind(sentence, mentions, language, times=times)
