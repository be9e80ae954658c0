"""
Subjects that are left out, in languages that leave them out.
"""

from __future__ import annotations

from diplomodel_news._grammar.clauses import Clauses
from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Dropped"]

#: How many words can stand in brackets before the one who does likewise.
_ASIDE = 12
#: States whose names are plurals.
_PLURAL_STATES = frozenset({"USA", "NLD", "ARE", "BHS", "MDV", "PHL", "COM", "SLB", "MHL", "SYC"})
_SPEAKERS = frozenset({"official", "voice", "spokesman"})
_WHO = frozenset({"actor", "person", "institution", "name", "pronoun"})


class Dropped(Clauses):
    """
    A sentence whose verbs may speak of whom the text spoke of before.
    """

    def _lists_on(self, at: int, verb: Verb) -> bool:
        ahead = at + 1 + self.plain(at + 1, "conjunction")
        if self.word(at) != ";" or not self.plain(ahead, "personal"):
            return False
        # "Llamó a su embajador en Lima; al cónsul en Arica, y al agregado".
        return any(
            self._is(one.gov, "personal") for one in self.mentions if verb.stop <= one.first < at
        )

    def _before_colon(self, verb: Verb) -> Mention | None:
        """
        Who is told of before the colon that opens what is quoted: "Soto no cede: «…», zanjó".
        """
        quoted = self.sentence.quoted
        colons = [at for at in range(verb.first) if self.word(at) == ":" and not quoted[at]]
        if not colons or not any(quoted[colons[-1] : verb.first]):
            return None
        near = self.at.get(colons[-1] - 1)
        if near is not None and near.kind in _WHO - {"pronoun"} and not near.gov:
            return near
        before = [one for one in self.verbs if one.head < colons[-1]]
        found = self.subject_of(before[-1]) if before else None
        if found is None or found is self.topic:
            free = [one for one in self.mentions if one.stop <= colons[-1] and not one.gov]
            found = next((one for one in free if one.kind in {"actor", "person"}), found)
        return found

    def _speaker_beyond(self, verb: Verb) -> Mention | None:
        """
        Who speaks past a participle: "dijo en un vídeo difundido ayer por la radio el ministro".
        """
        for one in self.mentions:
            if one.first < verb.stop or one.gov or one.kind not in {"person", "institution"}:
                continue
            between = [other for other in self.verbs if verb.head < other.head < one.first]
            plain = all(
                other.features == {"participle"} and not other.auxiliary for other in between
            )
            near = not self._stopped(verb.stop, one.first)
            return one if between and plain and near and one.tags & _SPEAKERS else None
        return None

    def _stopped(self, start: int, stop: int) -> bool:
        """
        Whether a mark that parts clauses stands between two tokens.
        """
        return any(self.word(at) in {";", ":", ".", '"'} for at in range(start, stop))

    def _left_out(self, verb: Verb) -> Mention | None:
        """
        The subject of a verb without one of its own.
        """
        if verb.joint == "para" and verb.features == {"infinitive"} and verb.over is not None:
            # "Viajó a Moscú para entrevistarse con él": who travelled.
            return self.subject_of(verb.over)
        reduced = "participle" in verb.features and not verb.auxiliary
        if verb.reflexive or reduced or self._unknown(verb) or self._what(verb):
            return None
        if verb.passive:
            return self._undergoing(verb)
        body = self.topic is not None and str(self.topic.state).startswith("org:")
        body |= "ser" in verb.lemmas
        if body and self.sentence.quoted[verb.head] and verb.over is None:
            # '"Es un ultraje", dijo': what has happened, and nobody told of before.
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

    def _undergoing(self, verb: Verb) -> Mention | None:
        """
        Of whom "fue arrestado en Lima" is told: one whom the text goes on about.
        """
        topic = self.topic if verb.over is None or verb.link == "clause" else None
        if topic is None or topic.kind not in {"person", "name"} or not verb.auxiliary:
            return None
        return topic if not topic.plural and not self.word(verb.head).endswith("s") else None

    def _what(self, verb: Verb) -> bool:
        """
        Whether "lo que" stands before a verb: what happened, and nobody who acts.
        """
        at = verb.first - 1
        return self.plain(at, "relative") and self.word(at - 1) == "lo"

    def _main_after(self, verb: Verb) -> Mention | None:
        """
        The subject of the main verb that an infinitive or gerund stands before.
        """
        later = next((one for one in self.verbs if one.first > verb.first), None)
        if later is None or not self._finite(later):
            return self.topic
        return self.subject_of(later) or self.topic

    def _agrees(self, verb: Verb) -> bool:
        """
        Whether whom the text spoke of can do what a verb says: not one alone what several do.
        """
        topic = self.topic
        if topic is None or topic.plural or topic.pair or topic.before is not None:
            return True
        if topic.several or len(topic.codes) > 1 or (topic.place or "").endswith("s"):
            return True
        finite = self.word(verb.first if verb.auxiliary else verb.head)
        many = finite.endswith("n") and not verb.features & {"infinitive"}
        alone = topic.state not in _PLURAL_STATES or topic.kind != "actor"
        return not (many and alone and self._finite(verb))

    def _unknown(self, verb: Verb) -> bool:
        """
        Whether an unknown noun stands before a verb, which is then not without a subject.
        """
        at = verb.first - 1
        while self.plain(at, "adverb") and at > 0:
            at -= 1
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
                return self._author(self.subject_of(one), one)
        return None if self.sentence.quoted[verb.head] else self.topic

    def _author(self, subject: Mention | None, verb: Verb) -> Mention | None:
        """
        The one whose a text is, where that is what says something.
        """
        found = subject if subject is not None else next(iter(self.objects(verb)), None)
        if found is not None and found.kind == "concept":
            return found.of or found.owner
        return subject

    def _text_after(self, verb: Verb) -> Mention | None:
        """
        Whose a text is that says what is quoted: "dice el comunicado del Quai d'Orsay".
        """
        near = self.at.get(verb.stop)
        return self._author(near, verb) if near is not None and near.kind == "concept" else None

    def _only_times(self, start: int, stop: int) -> bool:
        """
        Whether only words that tell when stand between two tokens.
        """
        return start < stop and all(
            at in self.times or self.plain(at, "determiner", "preposition")
            for at in range(start, stop)
        )

    def _is_plain(self, at: int) -> bool:
        word = self.word(at)
        return (
            word.isalpha()
            and word not in self.language.word_class
            and at not in self.by_head
            and self.sentence.raw[at][0].islower()
        )

    def _who_likewise(self, verb: Verb) -> Mention | None:
        """
        Who is told after a verb to have done the same: "también lo hizo Togo", "lo mismo hizo,
        aunque sin ruido, Benín", "en idénticos términos se expresó Malí".
        """
        words = self.language.words
        does = not words["likewise"].isdisjoint(verb.lemmas)
        says = not words["likewise_saying"].isdisjoint(verb.lemmas)
        if not (does and self.clitics(verb)) and not ((does or says) and self.same_before(verb)):
            return None
        at = verb.stop
        while at in self.times:
            at += 1
        if self.word(at) == ",":
            ends = range(at + 1, min(at + _ASIDE, len(self.low)))
            at = next((one + 1 for one in ends if self.word(one) == ","), at)
        near = self.at.get(at)
        able = near is not None and near.kind in _WHO and not near.gov
        return near if able else None

    def _is_of_words(self, verb: Verb) -> bool:
        """
        Whether a verb is one of words, which no thing says.
        """
        matrix = self.language.matrix
        return any(one in matrix["reporting"] or one in matrix["verbs"] for one in verb.lemmas)
