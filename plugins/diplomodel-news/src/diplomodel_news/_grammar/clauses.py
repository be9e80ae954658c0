"""
Clauses of languages such as Spanish: what "que" opens, what an infinitive hangs on.

Spanish "que" opens a relative clause, what is said, or a clause of time or purpose; the words
around it tell which. The rest of the reading is that of `diplomodel_news._grammar.grammar`.
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._grammar.joints import Joints
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Clauses"]

#: Words of questions, which their accents tell from those that open clauses.
_ASKING = frozenset({"qué", "quién", "quiénes", "cuál", "cuáles", "cómo", "dónde", "cuándo"})
#: Where the infinitive of a list's item begins at the latest.
_LISTED = 3


class Clauses(Joints):
    """
    The verbs of a sentence of such a language, and how they hang together.
    """

    def _verb(self, at: int) -> Verb | None:
        readings = self.language.forms_of(self.sentence.raw[at])
        if readings is None or at in self.at or at in self.times:
            return None
        features = {feature for _, feature in readings}
        helped = self.plain(at - 1, "perfect_aux", "had") and any(
            feature == "participle" for _, feature in readings
        )
        stressed = self.sentence.raw[at].lower() != self.low[at]
        accented = stressed and bool(features & {"present", "past"})
        if not (helped or accented) and self.plain(
            at, "determiner", "preposition", "conjunction", "negation", "relative"
        ):
            return None
        if self.plain(at, "passive_aux", "perfect_aux", "had", "possible") and self._helps(at):
            return None
        if self._is_noun(at, features):
            return None
        verb = Verb(at, at, at + 1, readings)
        self._group(verb, features)
        return verb

    def _helps(self, at: int) -> bool:
        """
        Whether a form is an auxiliary: a participle or infinitive follows, adverbs apart.
        """
        ahead = at + 1
        while self.plain(ahead, "adverb", "negation") and ahead - at < 4:
            ahead += 1
        if ahead >= len(self.low):
            return False
        near = self.at.get(ahead)
        if near is not None and near.kind == "concept" and self.plain(at, "possible"):
            # "Debe abandonar el país": what must be done is a phrase of its own.
            return False
        readings = self.language.forms_of(self.sentence.raw[ahead]) or ()
        return any(feature in {"participle", "infinitive", "gerund"} for _, feature in readings)

    def _is_noun(self, at: int, features: set[str]) -> bool:
        before = self.at.get(at - 1)
        if before is not None and (before.kind == "pronoun" or "likewise" in before.tags):
            # "Lo mismo hizo Togo".
            return False
        if before is not None and "pair" in before.tags and features == {"past"}:
            # "Ambas lamentaron la ruptura": no number of things.
            return False
        if self.sentence.raw[at - 1].lower() == "está":
            # No article, though without its accent it would be one.
            return False
        if self.plain(at - 1, "determiner", "possessive", "number"):
            return "infinitive" not in features or features != {"infinitive"}
        if self.plain(at - 1, "modifier") and features <= {
            "participle",
            "present",
            "subjunctive",
        }:
            return not self.plain(at - 2, "adverb", "passive_aux")
        if self.plain(at - 1, "of", "preposition", "agent", "with", "at"):
            if self.plain(at - 1, "subordinator"):
                return False
            return not features & {"gerund", "infinitive"}
        return False

    def _group(self, verb: Verb, features: set[str]) -> None:
        at, seen = verb.head - 1, list[str]()
        first = verb.head
        while at >= 0:
            mention = self.at.get(at)
            if self.plain(at, "negation") and not self.plain(at, "conjunction"):
                verb.negated = True
                first = at
            elif mention is not None:
                pronoun = self.language.pronouns.get(mention.anaphor)
                if mention.kind != "pronoun" or pronoun is None or not pronoun.clitic:
                    break
                first = at
            elif self.plain(at, "reflexive"):
                verb.reflexive = True
                first = at
            elif features & {"participle", "gerund", "infinitive"} and self.plain(
                at, "passive_aux", "perfect_aux", "had", "future", "possible"
            ):
                seen += self._helpers(at)
                first = at
            elif not self.plain(at, "adverb"):
                break
            at -= 1
        verb.first = first
        if self.word(first - 1) in {"ni", "sin"}:
            verb.negated = True
        if "infinitive" in features and self.sentence.raw[verb.head].lower().endswith("se"):
            verb.reflexive = True
        if not features & {"participle", "gerund", "infinitive"}:
            seen = []
        verb.auxiliary = bool(seen)
        verb.passive = "passive_aux" in seen[:1] and "participle" in features
        verb.tense = self._tense(seen, features)
        if not seen and "participle" in features and not features & {"past", "present"}:
            verb.tense = "past"

    def _helpers(self, at: int) -> list[str]:
        found = [
            name
            for name in ("passive_aux", "had", "perfect_aux", "possible")
            if self.plain(at, name)
        ][:1]
        if self.plain(at, "future"):
            found.append("future")
        return found

    def _links(self) -> None:
        self.openers = {}
        for at, word in enumerate(self.low):
            classes = self.language.word_class.get(word, frozenset())
            if self.sentence.raw[at].lower() in _ASKING:
                self.joints[at] = "question"
            elif {"relative", "complementiser"} <= classes and at not in self.at:
                self.joints[at] = self._joint(at)
            elif {"preposition", "subordinator"} <= classes:
                ahead = self._finite_at(at + 1)
                self.joints[at] = "subordinator" if ahead else "preposition"
        self._limits()
        super()._links()
        for number, verb in enumerate(self.verbs):
            self._relink(verb, self.verbs[number - 1] if number else None)

    def _finite_at(self, at: int) -> bool:
        """
        Whether a finite verb stands at a token, so that a clause begins before it.
        """
        return any(one.first <= at <= one.head and self._finite(one) for one in self.verbs)

    def _opener(self, verb: Verb, start: int) -> str:
        at = verb.first - 1
        while at >= start:
            if at in self.openers:
                return self.openers[at]
            if self.joints.get(at) == "complementiser":
                return ""
            if self.joints.get(at) == "relative":
                return "relative"
            at -= 1
        return super()._opener(verb, start)

    def _relink(self, verb: Verb, before: Verb | None) -> None:
        """
        Mend what an infinitive hangs on: a noun before "de", or a word of time.
        """
        if verb.link == "and":
            self._reattach(verb)
        elif verb.link == "that":
            self._under_saying(verb)
        self._mood(verb)
        low = self.word(verb.first - 1)
        having = self.word(verb.first) in {"haber", "haberse", "haberle", "haberlo", "ser"}
        bare = having or ("infinitive" in verb.features and not verb.auxiliary)
        if not bare or verb.tense == "possible":
            return
        second = self.word(verb.first - 2)
        if self._is(low, "accomplished") or (
            self._is(low, "of") and (self._is(second, "accomplished") or second == "acaba")
        ):
            verb.link, verb.joint, verb.noun = "clause", "", None
            return
        if low == "en" and any(self.plain(at, "first_to") for at in self._ahead_of(verb)):
            # "fue una de las primeras en saludarlo": so it did.
            verb.link, verb.joint = "clause", ""
            return
        if self._is(low, "of") and self._is(second, "joint_open"):
            verb.link, verb.joint = "clause", second
            return
        if low in {"sin", "para"}:
            verb.link, verb.joint = "clause", low
            return
        if before is not None and having:
            verb.over, verb.link = before, "infinitive"
        verb.noun = self._ruling_noun(verb) or verb.noun
        if verb.noun is not None and verb.over is None and before is not None:
            verb.over, verb.link = before, "infinitive"

    def _ahead_of(self, verb: Verb) -> range:
        """
        The few words before what stands before an infinitive.
        """
        return range(max(0, verb.first - 7), verb.first - 1)

    def _is_bare_report(self, before: Verb, verb: Verb) -> bool:
        del before, verb
        return False

    def _under_saying(self, verb: Verb) -> None:
        """
        Hang what is said on the verb of saying, past what was said before.
        """
        matrix = self.language.matrix
        before = range(verb.first - 1, 0, -1)
        opener = next((at for at in before if self.joints.get(at) == "complementiser"), 0)
        if self.word(opener - 1) == "," or self.plain(opener - 1, "conjunction"):
            # "Comunicó que dejaba de reconocer a X y que rompía con él": both are communicated.
            told = [one for one in self.verbs if one.first < opener and one.link == "that"]
            if told and told[-1].over is not None:
                verb.over = told[-1].over
                return
        over, steps = verb.over, 0
        while over is not None and steps < 6:
            if any(one in matrix["reporting"] or one in matrix["verbs"] for one in over.lemmas):
                verb.over = over
                return
            over = over.over
            steps += 1

    def _reattach(self, verb: Verb) -> None:
        """
        Join a finite verb to a finite one, past infinitives and participles between.
        """
        if verb.tense in {"infinitive", "gerund"} or not self._finite(verb):
            return
        over, steps = verb.over, 0
        while over is not None and over.over is not None and not self._finite(over) and steps < 6:
            over = over.over
            steps += 1
        both = over is not None and verb.features | over.features <= {"subjunctive"}
        if both and over is not None and over.link == "clause":
            # "Después de que la UE congelara bienes y vetara la entrada": both are over.
            verb.over = over
            return
        if both:
            # "Descartan que Chile vaya más allá y cierre su embajada": both are ruled out.
            verb.link, verb.joint = "that", ""
            verb.over = over.over if over is not None else None
            return
        if over is not None and over.features <= {"subjunctive"} and verb.tense != "possible":
            while over.over is not None and over.features <= {"subjunctive"} and steps < 9:
                over = over.over
                steps += 1
        verb.over = self._main_again(verb, over)

    def _main_again(self, verb: Verb, over: Verb | None) -> Verb | None:
        """
        The verb of saying instead of what is said, where only that has the tense of what goes on:
        "precisó que el embajador no será expulsado y acusó a Moscú".
        """
        if over is None or over.link != "that" or over.over is None:
            return over
        main = over.over
        past = verb.tense == main.tense == "past" and over.tense != "past"
        return main if past and self._finite(main) else over

    def _finite(self, verb: Verb) -> bool:
        return verb.auxiliary or not verb.features <= {"participle", "infinitive", "gerund"}

    def _mood(self, verb: Verb) -> None:
        """
        What a conditional or subjunctive comes to, given what opens its clause.
        """
        if verb.auxiliary:
            return
        alone = verb.tense == "infinitive" and verb.over is None and not self._listed(verb)
        if alone and not self._is(self.word(verb.first - 1), "accomplished"):
            verb.tense = "possible"
        if verb.tense == "possible" and verb.link == "that":
            verb.tense = "future"
        elif verb.tense == "subjunctive":
            if verb.joint in self.language.words["joint_done"]:
                verb.tense = "past"
            elif verb.link == "and" and verb.over is not None and verb.over.joint:
                verb.tense = verb.over.tense
            elif verb.link != "that":
                verb.tense = "possible"

    def _listed(self, verb: Verb) -> bool:
        """
        Whether an infinitive begins an item of a list of what is decided.
        """
        return 0 < verb.first <= _LISTED and not self.word(0).isalpha()

    def _ruling_noun(self, verb: Verb) -> Mention | None:
        at = verb.first - 1
        if not self.plain(at, "of"):
            return None
        mention = self.at.get(at - 1)
        if mention is None:
            return None
        for one in self.mentions:
            if one.kind == "concept" and (one is mention or one.of is mention):
                return one
        return None

    def _is(self, word: str, name: str) -> bool:
        return word in self.language.words[name]
