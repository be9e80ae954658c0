"""
The tokens of a sentence, and which of them can be a verb at all.
"""

from __future__ import annotations

import attrs

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Tokens", "Verb"]

#: Verbs before which another stands without "to".
_BARE = frozenset({"help", "let", "make", "see", "dare", "have"})

#: The forms of a verb that other words can look like.
_PLAIN = frozenset({"infinitive", "present"})

#: Adjectives at most between an article and a body.
_ADJECTIVES = 2
_NONE: frozenset[str] = frozenset()


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


class Tokens:
    """
    The tokens of a sentence among its mentions.

    Attributes:
        sentence: The sentence.
        low: Its tokens, folded.
        classes: The classes of function words that each token is of.
        language: Its language.
        mentions: What it mentions.
        at: The mention that each token belongs to, where it does to one.
        times: The tokens that tell when.
        verbs: The verbs found so far.
        by_head: The same by their token.
        roles: The roles about each verb that were asked for.
        joints: What a word that can open several kinds of clause opens here, by token; known once
            the verbs are.
    """

    sentence: Sentence
    low: list[str]
    classes: list[frozenset[str]]
    language: Language
    mentions: list[Mention]
    at: dict[int, Mention]
    times: frozenset[int]
    verbs: list[Verb]
    by_head: dict[int, Verb]
    roles: dict[tuple[int, bool, int], dict[str, list[Mention]]]
    joints: dict[int, str]

    def _classes(self, at: int) -> frozenset[str]:
        """
        The classes of function words that a token is of.
        """
        return self.language.word_class.get(self.low[at], _NONE)

    def is_a(self, at: int, *names: str) -> bool:
        """
        Whether a token is a function word of one of some classes.
        """
        return 0 <= at < len(self.classes) and not self.classes[at].isdisjoint(names)

    def word(self, at: int) -> str:
        """
        The folded token at a place, or nothing outside the sentence.
        """
        return self.low[at] if 0 <= at < len(self.low) else ""

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
        return mention is not None and "verbal" not in mention.tags

    def _has_no_article(self, at: int) -> bool:
        """
        Whether what stands before a past form looks like an article and is none.
        """
        first = self.is_a(at - 1, "modifier") and self.is_a(at - 1, "adverb")
        if first and at - 2 in self.at and not self.is_a(at - 2, "genitive"):
            # "Norway first recognised it".
            return True
        floats = self.is_a(at - 1, "determiner") and self.is_a(at - 1, "adverb")
        if floats and at - 2 in self.at:
            # "Germany and France each expelled".
            return True
        # "As it had no envoys, this constituted a break": it stands alone.
        leads = at < 2 or self.word(at - 2) == ","
        alone = self.is_a(at - 1, "demonstrative") and not self.language.adjective_after
        return alone and leads and self.is_a(at + 1, "determiner")

    def _is_noun(self, at: int, features: set[str]) -> bool:
        """
        Whether a form of a verb stands where only a noun or adjective can.
        """
        if self.is_a(at - 1, "adverb") and self.is_a(at - 2, "passive_aux", "perfect_aux", "had"):
            return False
        if "past" in features and self._has_no_article(at):
            return False
        if self._qualifies(at, features):
            return True
        if self.is_a(at - 1, "possessive") or self._after_name(at, features):
            return True
        pair = self.at.get(at - 1)
        if pair is not None and "pair" in pair.tags and features & {"past"}:
            # "The two restored ties": no number of things.
            return False
        if self._is_opened(at, features):
            return not self.is_a(at - 1, "complementiser", "relative") or self.is_a(
                at - 1, "number"
            )
        if self.word(at - 1).isdecimal() and not features & {"past", "participle"}:
            # "Exchanged notes on 4 May 1976 establishing relations": no number of things.
            return not (at - 1 in self.times and features == {"gerund"})
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

    def _is_between(self, at: int) -> bool:
        """
        Whether a word can stand between a verb and its auxiliary: "has once more openly accused".
        """
        within = self.at.get(at)
        timed = within is not None and {"time", "again_of"} <= within.tags
        return timed or self.language.is_adverb(self.low[at])

    def _is_opened(self, at: int, features: set[str]) -> bool:
        """
        Whether an article, a number or an adjective of rank stands before, and no whole person, as
        in "the U.N.'s relief chief called on Mali".
        """
        near = self.at.get(at - 1)
        whole = near is not None and near.kind == "person" and near.stop == at
        if whole and "past" in features:
            return False
        return self.is_a(at - 1, "determiner", "possessive", "number", "modifier")

    def _qualifies(self, at: int, features: set[str]) -> bool:
        """
        Whether a bare form right after a verb is an adjective: "opened direct, high-level talks".
        """
        last = self.by_head.get(at - 1)
        if last is None or self.language.adjective_after or not features <= _PLAIN:
            return False
        if set(last.lemmas) & _BARE:
            return False
        near = self.at.get(at + 1)
        return self.word(at + 1) == "," or (near is not None and near.kind == "concept")

    def _after_name(self, at: int, features: set[str]) -> bool:
        """
        Whether a name that an article opens stands before, as in "the Houthi attack".
        """
        named = self.at.get(at - 1)
        if named is None or not features & {"infinitive", "gerund"}:
            return False
        if named.kind == "actor":
            # "A United Nations appeal": no name of a state or body has such an article.
            return "past" not in features and self._has_article(named)
        return (
            named.kind in {"name", "place"}
            and "infinitive" in features
            and self.is_a(named.first, "determiner")
            and not self.is_a(named.first, "relative")
        )

    def _has_article(self, named: Mention) -> bool:
        """
        Whether "a" stands before a state or body, so that a noun follows: "an urgent UN meeting".
        """
        at = named.first
        if self.is_a(at, "indefinite"):
            return not self.language.adjective_after
        at -= 1
        while named.first - at <= _ADJECTIVES and (
            self.is_a(at, "modifier")
            or (
                self.word(at).isalpha()
                and self.word(at) not in self.language.word_class
                and self.word(at) not in self.language.verbs
            )
        ):
            at -= 1
        return self.is_a(at, "indefinite") and not self.language.adjective_after

    def _after_adjective(self, at: int) -> bool:
        """
        Whether an unknown word stands before that itself follows a verb or an article.
        """
        word = self.word(at - 1)
        plain = word.replace("-", "").isalnum() and not word.isdecimal()
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
