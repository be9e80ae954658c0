"""
The words around mentions: what stands beside what.
"""

from __future__ import annotations

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence, fold
from diplomodel_news._mentions.items import items_of
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.polities import with_polities


__all__ = ["Words"]

_ACTING = frozenset({"actor", "person", "name", "institution"})
_OPENING = frozenset({'"', "“", "«", "‘"})
_GOVERNING = ("preposition", "of", "agent", "with", "at")
#: How far before a preposition the other one stands that shares what follows.
_SHARED = 9


class Words:
    """
    Looks words of a sentence up.
    """

    def __init__(self, sentence: Sentence, language: Language) -> None:
        self.sentence = sentence
        self.low = sentence.low
        self.language = language
        self.items = with_polities(items_of(sentence, language), sentence, language)
        self.by_first = {item.first: item for item in self.items}
        self.by_stop = {item.stop: item for item in self.items}
        self.gone: set[int] = set()

    def _gendered(self, item: Mention) -> None:
        """
        Tag somebody as a woman or a man by the article: "la embajadora Fulvia Castro".
        """
        if item.kind == "person" and not item.plural:
            tags = {tag for tag in ("feminine", "masculine") if self.is_a(item.first, tag)}
            item.tags |= tags

    def _seat(self, item: Mention) -> None:
        """
        Take another state's "sede" or mission in a capital for its embassy: "la sede mexicana en
        Quito".
        """
        whose = item.owner or item.of
        abroad = item.sent is not None and "capital" in item.sent.tags
        state = whose is not None and any(not code.startswith("org:") for code in whose.states)
        if "mission_like" in item.tags and "office_like" in item.tags and abroad and state:
            item.tags |= {"embassy", "premises"}

    def _quality(self, item: Mention) -> bool:
        """
        Whether "diplomático" only says of what sort a thing is: "bajo cobertura diplomática".
        """
        alone = item.first == item.head and item.stop == item.head + 1 and not item.name
        if not (self.language.adjective_after and alone and "diplomat" in item.tags):
            return False
        before = self.word(item.first - 1)
        plain = before.isalpha() and not self.language.word_class.get(before)
        return plain and not self.language.forms_of(before)

    def _count(self, item: Mention) -> None:
        """
        Tags that tell one member of a mission from several and from all.
        """
        self._own_staff(item)
        if item.possessive:
            item.tags |= {"own"}
        self._seat(item)
        if item.kind == "actor" and "demonym" in item.tags:
            number = self._number(item.first - 1) or self._number(item.first)
            if (number or 0) > 1 or self.is_a(item.first - 1, "as_many"):
                item.number, item.plural = number, True
                item.tags |= {"counted_nationals"}
        if item.kind != "person":
            return
        acting = any(self.is_a(at, "acting") for at in range(item.first, item.head))
        if acting and "ambassador" in item.tags:
            # An acting high commissioner is no head of mission yet.
            item.tags = (item.tags - {"ambassador", "full_ambassador"}) | {"charge"}
            item.role = "charge_daffaires"
        paired = item.before is not None and "high" in item.before.tags
        if "high" in item.tags and (item.plural or paired):
            item.tags |= {"several_high"}
        if "delegation" in item.tags and item.plural:
            item.tags |= {"several_delegations"}
        whole = any(self.is_a(at, "whole") for at in range(item.first, item.head))
        if item.tags & {"diplomats", "staff_all"}:
            several = item.plural or (item.number or 1) > 1
            made = {"several_diplomats"} if several else {"single_diplomat"}
            if several and item.number is None and (whole or "staff_all" in item.tags):
                made |= {"whole_staff"}
            elif several and item.number is None and self.is_a(item.first, "each", "the_all"):
                # "El retiro de los diplomáticos de Chad": all that are there.
                made |= {"definite_staff"}
            item.tags |= made
        if item.name:
            item.tags |= {"named_person"}

    def _own_staff(self, item: Mention) -> None:
        """
        Take "el personal de su embajada" for its own, and count "60 agentes rusos".
        """
        if item.tags & {"staff_all", "diplomats"} and self.language.adjective_after:
            inside = self.low[item.first : item.stop]
            own = [word for word in inside if word in self.language.words["possessive"]]
            item.possessive = item.possessive or next(iter(own), "")
        whose = item.owner or item.of
        known = item.owner is not None or (whose is not None and whose.kind == "actor")
        counted = item.plural and known and (item.number or 0) > 1
        if counted and item.tags & {"soldiers", "official"}:
            item.tags |= {"counted_agents"}

    def word(self, at: int) -> str:
        return self.low[at] if 0 <= at < len(self.low) else ""

    def is_a(self, at: int, *names: str) -> bool:
        classes = self.language.word_class.get(self.word(at))
        return classes is not None and not classes.isdisjoint(names)

    def past_articles(self, at: int) -> int:
        """
        The first token from a place on that is no determiner, modifier or honorific.
        """
        steps = 0
        while steps < 5 and self.is_a(at, "determiner", "modifier", "former", "honorific"):
            at += 1
            steps += 1
        return at

    def _plain_word(self, at: int) -> bool:
        word = self.word(at)
        return (
            word.replace("-", "").isalpha()  # "army-backed"
            and word not in self.language.word_class
            and word not in self.language.verbs
            and not (self.language.adjective_after and self._is_day(word))
            and self.sentence.raw[at][0].islower()
        )

    def _unlisted(self, item: Mention, at: int) -> int:
        """
        How many words that no list has stand before a noun: a plain one, or an adverb and what it
        grades, as in "a hastily arranged visit".
        """
        if self._plain_word(at):
            return 1
        if self.language.adjective_after or item.kind != "concept":
            return 0
        graded = int(
            self.word(at) in self.language.verbs
            and any(form == "participle" for _, form in self.language.verbs[self.word(at)])
        )
        adverb = self.language.is_adverb(self.word(at - graded))
        opened = self.is_a(at - graded - 1, "determiner", "possessive", "genitive")
        return 1 + graded if adverb and opened else 0

    def _is_day(self, word: str) -> bool:
        dates = self.language.dates
        return word in dates["weekdays"] or word in dates["months"] or word in dates["units"]

    def _closes(self, at: int) -> bool:
        word = self.word(at)
        return (
            not word
            or not word[0].isalnum()
            or word in self.language.verbs
            or self.is_a(
                at, "passive_aux", "perfect_aux", "had", "relative", "conjunction", "preposition"
            )
        )

    def _quantity(self, item: Mention) -> None:
        """
        Take in what tells how many there are, as in "dozens of diplomats" or "41 of its staff".
        """
        at = item.first - 2
        if not self.is_a(at + 1, "of") or at + 2 in self.by_stop:
            return
        number = self._number(at)
        if number is None and not self.is_a(at, "quantity"):
            return
        item.number = number if number is not None and number > 1 else item.number
        # "One of its diplomats" is no more than one.
        item.plural = number != 1
        while at > 0 and self.is_a(at - 1, "determiner", "modifier", "number"):
            at -= 1
        item.first = at

    def _acts(self, at: int) -> bool:
        """
        Whether a word such as "elected" is the verb of what stands right before it.
        """
        before = self.by_stop.get(at)
        if not self.language.adjective_after and self.is_a(at - 1, "relative"):
            return self.word(at) in self.language.verbs  # "the man who toppled Haiti's king"
        days = self.language.dates["weekdays"]
        if not self.language.adjective_after and self.word(at - 1) in days:
            return self.word(at) in self.language.verbs  # "on Friday jailed ex-premier Ali"
        return (
            self.word(at) in self.language.verbs
            and not self.language.adjective_after
            and before is not None
            and (before.kind in {"institution", "person", "name"} or "demonym" not in before.tags)
            and before.kind != "concept"
        )

    def _number(self, at: int) -> int | None:
        word = self.word(at)
        if word.isdecimal() and len(word) < 7:
            return int(word)
        told = self.language.dates["numbers"].get(word)
        return int(told) if told is not None and told.isdecimal() else None

    def _share_verb(self, one: Mention, other: Mention) -> bool:
        """
        Whether two of different kinds are the subject of a verb that follows at once.
        """
        if not self.language.adjective_after or not {one.kind, other.kind} <= _ACTING:
            return False
        readings = [
            reading
            for word in self.sentence.raw[other.stop : other.stop + 2]
            for reading in self.language.forms_of(word) or ()
        ]
        return not one.gov and any(feature == "past" for _, feature in readings)

    def _shared_by(self, at: int, item: Mention) -> bool:
        """
        Whether a preposition before a comma is one of two that share what stands behind it.
        """
        if item.kind != "actor" or not self.is_a(at, "with", "of"):
            return False
        return any(
            self.word(before + 1) == "," and self.is_a(before, "with", "of")
            for before in range(at - 2, max(-1, at - _SHARED), -1)
        )

    def _titled(self, at: int) -> bool:
        return self.is_a(at + self.is_a(at, "determiner"), "honorific")

    def _own_gov(self, item: Mention) -> str:
        at = item.first - 1
        near = self.by_stop.get(item.first)
        if near is not None and "time" in near.tags and near.stop - near.first > 1:
            # "Desde entonces Suiza": what opens the time governs nobody.
            return ""
        whose = self.by_stop.get(at) if item.name and self.is_a(at, "genitive") else None
        if whose is not None and whose.kind == "actor":
            # "An indictment of Chad's Jean Malou": of him.
            return whose.gov
        while at >= 0 and (
            (self.is_a(at, "adverb") and not self.is_a(at, "preposition"))
            or (self.language.adjective_after and self.word(at) in _OPENING)
            or ("demonym" in item.tags and self._number(at) is not None)
            or (at + 1 == item.first and item.number is not None and self.is_a(at, "roughly"))
            or (at + 1 == item.first and self.is_a(at, "whole"))
            or (item.name and self.word(at) != "." and self._titled(at))
        ):
            at -= 1
        if "mission" in item.tags and self.is_a(at, "of") and self.is_a(at - 1, "part_of"):
            # "Irrumpieron en el jardín de la embajada": into the embassy.
            at -= 2
            while self.is_a(at, "determiner", "modifier"):
                at -= 1
            return fold(self.word(at)) if self.is_a(at, *_GOVERNING) else ""
        if self.word(at) == "," and self._shared_by(at - 1, item):
            # "Withdrew recognition of, and broke relations with, Chad".
            at -= 1
        at = self._past_plain(item, at)
        if not self.is_a(at, "preposition", "of", "agent", "with", "at"):
            qualifies = self.language.adjective_after and item.entry is not None
            if qualifies and "demonym" in item.tags and self._plain_word(at):
                # "la banca argelina" is no word for Algeria itself.
                item.tags -= {"state"}
            return ""
        return self.language.contractions.get(self.word(at), self.word(at))

    def _past_plain(self, item: Mention, at: int) -> int:
        """
        The preposition before a bare noun and the plain word that stands between, else the same
        place.
        """
        bare = not self.is_a(item.first, "determiner", "possessive") and "time" not in item.tags
        if not (self.language.adjective_after and bare and item.kind == "concept"):
            return at
        skipped = at - 1
        while self.word(skipped) in _OPENING:
            skipped -= 1
        governs = self.is_a(skipped, "preposition", "of", "agent", "with", "at")
        return skipped if governs and self._plain_word(at) else at

    def _take(self, item: Mention, into: Mention) -> None:
        self.gone.add(id(item))
        into.stop = max(into.stop, item.stop)
        into.first = min(into.first, item.first)
