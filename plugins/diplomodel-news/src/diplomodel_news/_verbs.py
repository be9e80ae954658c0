"""
The verbs of a sentence, with their auxiliaries and what governs them.
"""

from __future__ import annotations

import attrs

from diplomodel_news._language import Language
from diplomodel_news._mentions import Mention
from diplomodel_news._text import Sentence


__all__ = ["Verb", "Verbs"]

#: Verbs before which another stands without "to".
_BARE = frozenset({"help", "let", "make", "see", "dare", "have"})
_MARKS = frozenset({'"', "“", "”", "«", "»"})
_AUXILIARIES = ("passive_aux", "had", "perfect_aux", "future", "possible", "infinitive_marker")
_FINITE = frozenset({"present", "past", "imperfect", "future", "conditional", "subjunctive"})


@attrs.define(eq=False, slots=True)
class Verb:
    """
    A verb with its auxiliaries.

    Attributes:
        first: The first token of its group.
        head: The verb itself.
        stop: The token just past it.
        readings: Lemmas with the forms that it can be of them.
        passive: Whether an auxiliary makes it passive.
        auxiliary: Whether it has any auxiliary.
        tense: ``past``, ``present``, ``perfect``, ``pluperfect``, ``future``, ``possible``,
            ``infinitive`` or ``gerund``.
        negated: Whether it is negated.
        reflexive: Whether a reflexive pronoun stands before it.
        limit: The token at which what belongs to it ends.
        over: The verb that governs it, if one does.
        link: How: ``infinitive``, ``gerund``, ``that``, ``quote``, ``and`` or ``clause``.
        noun: A noun that governs it, as in "a plan to recall".
        joint: The word before it that opens its clause, folded.
        silent: Where it is left out, so that it has no words, what stands alone: ``actor``, or
            ``thing`` for what something is done to.
        number: How many a clause without a verb tells of.
    """

    first: int
    head: int
    stop: int
    readings: tuple[tuple[str, str], ...]
    passive: bool = False
    auxiliary: bool = False
    tense: str = ""
    negated: bool = False
    reflexive: bool = False
    limit: int = 0
    over: Verb | None = None
    link: str = ""
    noun: Mention | None = None
    joint: str = ""
    subject: Mention | None = None
    subject_known: bool = False
    silent: str = ""
    number: int | None = None

    @property
    def lemmas(self) -> tuple[str, ...]:
        """
        What it can be a form of.
        """
        return tuple(dict.fromkeys(lemma for lemma, _ in self.readings))

    @property
    def features(self) -> frozenset[str]:
        """
        What forms it can be.
        """
        return frozenset(feature for _, feature in self.readings)


class Verbs:
    """
    The verbs of a sentence among its mentions.
    """

    def __init__(
        self,
        sentence: Sentence,
        mentions: list[Mention],
        language: Language,
        *,
        times: frozenset[int] = frozenset(),
    ) -> None:
        """
        Find the verbs of a sentence.

        Args:
            sentence: The sentence.
            mentions: What it mentions.
            language: Its language.
            times: The tokens that tell when.
        """
        self.times = times
        self.text_tags: frozenset[str] = frozenset()
        self.sentence = sentence
        self.low = sentence.low
        self.language = language
        self.mentions = mentions
        self.at: dict[int, Mention] = {}
        for mention in mentions:
            for token in range(mention.first, mention.stop):
                self.at.setdefault(token, mention)
        self.roles: dict[tuple[int, bool, int], dict[str, list[Mention]]] = {}
        self.verbs: list[Verb] = []
        self.by_head: dict[int, Verb] = {}
        for token in range(len(sentence)):
            verb = self._verb(token)
            if verb is not None:
                self.verbs.append(verb)
                self.by_head[token] = verb
        if not self.verbs and self.is_a(0, "demonstrative") and len(sentence) > 1:
            # "This constituted recognition": else the sentence has no verb at all.
            readings = language.verbs.get(self.low[1], ())
            if any(feature == "past" for _, feature in readings):
                verb = self.by_head[1] = Verb(1, 1, 2, readings, tense="past")
                self.verbs.append(verb)
        self._limits()
        self._links()

    def is_a(self, at: int, *names: str) -> bool:
        """
        Whether a token is a function word of one of some classes.
        """
        if not 0 <= at < len(self.low):
            return False
        classes = self.language.word_class.get(self.low[at], frozenset())
        return any(name in classes for name in names)

    def word(self, at: int) -> str:
        """
        The folded token at a place, or nothing outside the sentence.
        """
        return self.low[at] if 0 <= at < len(self.low) else ""

    def _verb(self, at: int) -> Verb | None:
        readings = self.language.verbs.get(self.low[at])
        if readings is None or (self.sentence.raw[at][0].isupper() and self._is_name_part(at)):
            return None
        mention = self.at.get(at)
        if mention is not None or at in self.times:
            return None
        if self.is_a(at, "adverb") and at - 1 in self.by_head:
            return None
        if self.is_a(at, "stands_for_verb") and not self._is_likewise(at):
            return None
        features = {feature for _, feature in readings}
        if self.is_a(at, "adverb") and "infinitive" in features and self._is_adverb(at):
            return None
        if at - 1 in self.by_head and features <= {"past", "participle"}:
            # "visited jailed reporters": an adjective.
            return None
        if self.is_a(at - 1, "passive_aux") and not features & {"participle", "gerund"}:
            return None
        if self._is_bare_noun(at, features):
            return None
        if self._is_noun(at, features) and not self.is_a(at, "stands_for_verb"):
            return None
        verb = Verb(at, at, at + 1, readings)
        self._group(verb, features)
        return verb

    def _is_bare_noun(self, at: int, features: set[str]) -> bool:
        """
        Whether a bare form is a noun right after a verb in -s: "reopens land and air borders".
        """
        if self.language.adjective_after or "infinitive" not in features or "past" in features:
            return False
        last = self.verbs[-1] if self.verbs else None
        if last is None or last.features != {"present"} or last.auxiliary:
            return False
        unread = self.low[at - 1] in self.language.verbs and at - 1 not in self.at
        if last.head == at - 1 or (last.head == at - 2 and unread):
            return not set(last.lemmas) & _BARE
        follows = self.is_a(at - 1, "conjunction") and at + 1 in self.at
        return follows and self.at[at + 1].kind == "concept"

    def _is_likewise(self, at: int) -> bool:
        """
        Whether "did" is a verb of its own, as in "did the same" and "as did Chad".
        """
        after = self.at.get(at + 1)
        same = after is not None and "likewise" in after.tags
        return same or self.is_a(at - 1, "likewise_before") or self.is_a(at + 1, "so")

    def _is_adverb(self, at: int) -> bool:
        """
        Whether a word such as "back" stands after a verb's object, with no object of its own.
        """
        return at - 1 in self.at and (
            at + 1 >= len(self.low)
            or not self.low[at + 1][0].isalnum()
            or at + 1 in self.times
            or self.is_a(at + 1, "preposition", "subordinator", "conjunction")
        )

    def _is_name_part(self, at: int) -> bool:
        mention = self.at.get(at)
        return mention is not None

    def _is_noun(self, at: int, features: set[str]) -> bool:
        """
        Whether a form of a verb stands where only a noun or adjective can.
        """
        if self.is_a(at - 1, "adverb") and self.is_a(at - 2, "passive_aux", "perfect_aux", "had"):
            return False
        first = self.is_a(at - 1, "modifier") and self.is_a(at - 1, "adverb")
        first = first and at - 2 in self.at and not self.is_a(at - 2, "genitive")
        if first and features & {"past"}:
            # "Norway first recognised it": no article.
            return False
        floats = self.is_a(at - 1, "determiner") and self.is_a(at - 1, "adverb")
        if floats and at - 2 in self.at and features & {"past"}:
            # "Germany and France each expelled": no article.
            return False
        if self.is_a(at - 1, "possessive") or self._after_name(at, features):
            return True
        pair = self.at.get(at - 1)
        if pair is not None and "pair" in pair.tags and features & {"past"}:
            # "The two restored ties": no number of things.
            return False
        if self.is_a(at - 1, "determiner", "possessive", "number", "modifier"):
            return not self.is_a(at - 1, "complementiser", "relative") or self.is_a(
                at - 1, "number"
            )
        if self.word(at - 1).isdecimal() and not features & {"past", "participle"}:
            return True
        if not features & {"past", "participle", "gerund"} and self._after_adjective(at):
            return True
        if self.is_a(at - 1, "genitive"):
            return "gerund" not in features
        if self.is_a(at - 1, "of", "preposition", "agent", "with", "at") and not self.is_a(
            at - 1, "infinitive_marker", "subordinator"
        ):
            return not features & {"gerund", "infinitive"} or (
                self.language.adjective_after is False and "gerund" not in features
            )
        if features <= {"participle"} and at + 1 in self.at:
            return self.at[at + 1].first == at + 1 and self.is_a(at - 1, "determiner")
        return False

    def _after_name(self, at: int, features: set[str]) -> bool:
        """
        Whether a name that an article opens stands before, as in "the Houthi attack".
        """
        named = self.at.get(at - 1)
        return (
            named is not None
            and named.kind == "name"
            and "infinitive" in features
            and self.is_a(named.first, "determiner")
            and not self.is_a(named.first, "relative")
        )

    def _after_adjective(self, at: int) -> bool:
        """
        Whether an unknown word stands before that itself follows a verb or an article.
        """
        word = self.word(at - 1)
        plain = word.replace("-", "").isalpha()
        if not plain or at - 1 in self.at or word in self.language.word_class:
            return False
        if word in self.language.verbs or word in self.language.pronouns:
            return False
        return (
            at - 2 in self.by_head
            or self.is_a(at - 2, "determiner", "possessive", "number")
            or (
                self.is_a(at - 2, "of", "with", "agent", "preposition")
                and not self.is_a(at - 2, "infinitive_marker")
            )
        )

    def _group(self, verb: Verb, features: set[str]) -> None:
        at = verb.head - 1
        seen: list[str] = []
        while at >= 0:
            if self.is_a(at, "negation"):
                verb.negated = True
            elif self.is_a(at, "reflexive"):
                verb.reflexive = True
            elif self.is_a(at, *_AUXILIARIES):
                seen.append(next(name for name in _AUXILIARIES if self.is_a(at, name)))
                if seen[-1] == "infinitive_marker":
                    at = self._to_come(at - 1, seen)
                    break
            elif (past := self._past_time(at)) is not None:
                at = past
                continue
            elif not self.is_a(at, "adverb") and self.low[at] not in _MARKS:
                break
            at -= 1
        while at + 1 < verb.head and self.low[at + 1] in _MARKS:
            at += 1
        while at + 1 < verb.head and self.is_a(at + 1, "adverb") and not seen:
            at += 1
        verb.first = at + 1
        if verb.first - 1 >= 0 and self.is_a(verb.first - 1, "negation"):
            verb.negated = True
        verb.auxiliary = bool(seen)
        verb.passive = "passive_aux" in seen[:1] and "participle" in features
        verb.tense = self._tense(seen, features)

    def _past_time(self, at: int) -> int | None:
        """
        The auxiliary before a time within a verb's group: "will next week freeze".
        """
        if at not in self.times and not (at + 1 in self.times and self.is_a(at, "preposition")):
            return None
        while at in self.times or (at + 1 in self.times and self.is_a(at, "preposition", "at")):
            at -= 1
        return at if self.is_a(at, "perfect_aux", "had", "future", "possible") else None

    def _to_come(self, at: int, seen: list[str]) -> int:
        """
        Take in "is to" and "was due to" before an infinitive: what is to come.
        """
        be = at - self.is_a(at, "to_come")
        if self.is_a(be, "copula"):
            seen.append("future")
            return be - 1
        return at

    def _tense(self, seen: list[str], features: set[str]) -> str:
        for name, tense in (
            ("future", "future"),
            ("possible", "possible"),
            ("infinitive_marker", "infinitive"),
            ("had", "pluperfect"),
            ("perfect_aux", "perfect"),
        ):
            if name in seen:
                return tense
        if "passive_aux" in seen:
            past = self.language.matrix["modals"]
            for at in range(len(self.low)):
                if past.get(self.low[at]) == "past" and self.is_a(at, "passive_aux"):
                    return "past"
            return "present"
        for name in ("past", "future", "conditional", "imperfect", "subjunctive", "present"):
            if name in features:
                return {"conditional": "possible", "imperfect": "past"}.get(name, name)
        if "gerund" in features:
            return "gerund"
        return "infinitive" if "infinitive" in features else "past"

    def _is_asked_for(self, verb: Verb, word: str) -> bool:
        """
        Whether a word that opens clauses is one that a form of the verb asks for: "look after".
        """
        return any(
            word in role.split("/")
            for lemma in verb.lemmas
            for form in self.language.forms.get(lemma, ())
            for role in form.needs
        )

    def _limits(self) -> None:
        for number, verb in enumerate(self.verbs):
            end = self.verbs[number + 1].first if number + 1 < len(self.verbs) else len(self.low)
            limit = verb.stop
            depth = 0
            while limit < end:
                word = self.low[limit]
                if word in {"(", "["}:
                    depth += 1
                elif word in {")", "]"}:
                    depth = max(0, depth - 1)
                elif (word in {";", ":", "—", "–"} and limit > verb.stop) or (
                    limit not in self.at
                    and self.is_a(limit, "relative", "subordinator")
                    and not (self.is_a(limit, "complementiser") and limit == verb.stop)
                    and not (limit == verb.stop and self._is_asked_for(verb, word))
                ):
                    break
                limit += 1
            verb.limit = limit

    def _links(self) -> None:
        for number, verb in enumerate(self.verbs):
            before = self.verbs[number - 1] if number else None
            if before is None:
                verb.joint = self._opener(verb, 0)
                continue
            verb.joint = self._opener(verb, before.stop)
            between = range(before.stop, verb.first)
            if (verb.tense == "infinitive" and self.is_a(verb.first, "infinitive_marker")) or (
                verb.tense == "infinitive"
                and "infinitive" in verb.features
                and self.language.adjective_after
            ):
                verb.over, verb.link = before, "infinitive"
                near = self.at.get(self._before_time(verb.first - 1))
                if near is not None and near.gov and near.kind != "concept":
                    agent = near
                    near = self.at.get(agent.first - 2)
                    if near is not None and near.kind == "concept" and near.owner is None:
                        near.owner = agent
                if near is not None and near.kind == "concept":
                    verb.noun = near
            elif verb.tense == "gerund" and not verb.auxiliary:
                verb.over, verb.link = before, "gerund"
            elif any(self.is_a(at, "complementiser") and at not in self.at for at in between):
                verb.over, verb.link = before, "that"
            elif verb.joint == "and":
                verb.over, verb.link = _equal(verb, before), "and"
            elif self._is_bare_report(before, verb):
                verb.over, verb.link = before, "that"
            else:
                verb.over, verb.link = before, "clause"

    def _before_time(self, at: int) -> int:
        """
        The token before a time, as in "reached a deal on Monday to restore".
        """
        while at > 0 and (
            at in self.times or (self.is_a(at, "preposition", "at") and at + 1 in self.times)
        ):
            at -= 1
        return at

    def _is_bare_report(self, before: Verb, verb: Verb) -> bool:
        """
        Whether a clause follows a verb of saying without a word between.
        """
        reporting = self.language.matrix["reporting"]
        if not any(lemma in reporting for lemma in before.lemmas):
            return False
        return not any(
            self.low[at] in {";", ":"} or self.is_a(at, "relative", "subordinator")
            for at in range(before.stop, verb.first)
            if at not in self.at
        )

    def _opener(self, verb: Verb, start: int) -> str:
        """
        What opens a verb's clause: a relative pronoun, a subordinator, or "and".
        """
        at = verb.first - 1
        if self.is_a(at, "relative"):
            return "relative"
        if self.is_a(at, "conjunction") or (
            self.word(at) == "," and (self.is_a(at - 1, "conjunction") or self.sentence.is_heading)
        ):
            return "and"
        while at >= start:
            if self.is_a(at, "relative") and self.is_a(at, "possessive"):
                return "relative"
            if at not in self.at:
                if self.is_a(at, "relative") and not self.is_a(at, "complementiser"):
                    return "relative"
                if self.is_a(at, "subordinator"):
                    return self.low[at]
            at -= 1
        return ""


def _equal(verb: Verb, before: Verb) -> Verb:
    """
    The verb that another is coordinated with: a finite one with a finite one.
    """
    if verb.tense in {"past", "perfect", "pluperfect", "future"}:
        while before.tense in {"infinitive", "gerund"} and before.over is not None:
            before = before.over
    return before
