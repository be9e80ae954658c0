"""
Subjects in languages that drop them, put them after verbs, and mark persons as objects.
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._grammar.pronouns import Relatives
from diplomodel_news._grammar.subjects import stands_behind
from diplomodel_news._grammar.whom import acts_on_whom, marked_relative, outnumbered
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["RomanceAnalysis", "analysis_of"]

_MARKS = frozenset({",", '"', "”", "»", "’"})
#: How near to a verb of saying the one who says it stands.
_NEAR = 2
#: How far behind its verb a subject can stand.
_FAR = 4
_WHO = frozenset({"actor", "person", "institution", "name", "pronoun"})


class RomanceAnalysis(Relatives):
    """
    A sentence of such a language.
    """

    def subject_of(self, verb: Verb) -> Mention | None:
        """
        The subject, which of a joined verb in the singular is not what several did before it.
        """
        known = verb.subject_known
        found = super().subject_of(verb)
        if not known and found is not None:
            verb.subject = found = self._in_number(verb, found)
        return found

    def _in_number(self, verb: Verb, found: Mention) -> Mention:
        over = verb.over
        speaks = found.kind == "concept" and self._is_of_words(verb)
        several = found.plural or found.before is not None
        if verb.link != "and" or over is None or over.over is None or not (several or speaks):
            return found
        finite = self.word(verb.first if verb.auxiliary else verb.head)
        joined = finite.endswith(("n", "mos")) and not speaks
        if joined or not self._finite(verb) or found.first > verb.first:
            return found
        above: Verb | None = over.over
        while above is not None:
            # "Rompió con Lima, cuyas tropas atacaron y mataron, y la acusó": he who broke;
            # "lamentó el golpe que derrocó a Gil, y pidió": who spoke first.
            higher = self.subject_of(above)
            alone = higher is not None and higher.before is None and not higher.plural
            if higher is not None and alone and not (speaks and higher.kind == "concept"):
                verb.over = above
                return higher
            above = above.over
        return found

    def _find_subject(self, verb: Verb) -> Mention | None:
        if self._reports_after(verb):
            found = self._after_subject(verb) or self._speaker_beyond(verb)
            found = found or self._text_after(verb)
            return found or self._before_colon(verb) or self.topic
        for told in (self._who_likewise, self._punished):
            if (found := told(verb)) is not None:
                return found
        over = verb.over
        if over is not None and (self._is_of_same(verb, over) or self._in_passing(verb)):
            if over.joint == "relative" and over.over is not None and self._set_apart(verb):
                # "Dejó Lima, que lo acoge, tras ceder el poder": who left.
                over = over.over
            return self._after_subject(verb) or self.subject_of(over)
        said_of = self._set_off(verb)
        if said_of is not None:
            return said_of
        clause = verb.joint == "relative"
        whom = marked_relative(self, verb) if clause else None
        whom = outnumbered(self, verb) if clause and whom is None else whom
        if whom is not None:
            return acts_on_whom(self, verb, whom)
        if self._oblique(verb):
            higher = self.subject_of(over) if over is not None else None
            return higher if higher is not None else self._person_before(verb)
        light = over if over is not None and over.stop == verb.first else None
        reduced = "participle" in verb.features and not verb.auxiliary
        if light is not None and reduced and {"tener", "dejar", "ver"} & set(light.lemmas):
            # "Tiene previsto viajar", "se vio obligado a salir": who has it is who travels.
            return self.subject_of(light)
        found = self._who(verb, super()._find_subject(verb))
        found = stands_behind(self, verb, found) or found
        if found is not None and not self._clitic(found):
            return found if found is not self.topic or self._agrees(verb) else None
        if verb.link == "infinitive":
            near = self.at.get(verb.noun.first - 1) if verb.noun is not None else None
            return near if near is not None and not near.gov else None
        found = self._after_subject(verb) or self._left_out(verb)
        return found if found is not self.topic or self._agrees(verb) else None

    def _is_of_same(self, verb: Verb, over: Verb) -> bool:
        """
        Whether a verb joined to another has the subject of that one.
        """
        at = verb.first - 1
        if verb.link != "and" or not self.plain(at, "conjunction") or at in self.at:
            return False
        if not verb.passive:
            return not verb.reflexive
        # "Disolvió el Congreso y fue destituido": he who acted, of whom the text goes on.
        acting = self.subject_of(over)
        if acting is None or acting.plural:
            return False
        return acting.kind in {"person", "name", "pronoun"}

    def _in_passing(self, verb: Verb) -> bool:
        """
        Whether an infinitive tells what whoever acts has done besides: "al romper", "tras cerrar".
        """
        opens = {name for _, name in self.language.forms_of(self.word(verb.first)) or ()}
        if "infinitive" not in verb.features | opens or verb.over is None or verb.over.passive:
            return False
        at = verb.first - 1
        if self.plain(at, "of"):
            at -= 1
        return self.plain(at, "accomplished") and self._finite(verb.over)

    def _punished(self, verb: Verb) -> Mention | None:
        """
        Who did what somebody is held or sentenced for: "condenó a Gil por haber derrocado a Paz".
        """
        over = verb.over
        if over is not None and verb.link == "infinitive":
            return self._punished(over)
        if over is None or over.passive or not self.plain(verb.first - 1, "agent"):
            return None
        if not self.language.words["done_to_persons"] & set(over.lemmas):
            return None
        told = [one for one in self.after(over) if self._is(one.gov, "personal")]
        return next((one for one in [*self.clitics(over), *told] if one.kind in _WHO), None)

    def _set_apart(self, verb: Verb) -> bool:
        """
        Whether a comma before what was done in passing ends the clause before it.
        """
        at = verb.first - 1
        while at > 0 and self.plain(at, "of", "accomplished", "preposition"):
            at -= 1
        return self.word(at) == ","

    def _set_off(self, verb: Verb) -> Mention | None:
        """
        The person that a participle past a comma is said of, as in "liberó a Gil, condenado por".
        """
        if verb.features != {"participle"} or verb.auxiliary or self.word(verb.first - 1) != ",":
            return None
        near = self.at.get(verb.first - 2)
        return near if near is not None and near.kind == "person" and near.name else None

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
        if before not in _MARKS or self.sentence.quoted[verb.head]:
            return False
        if before == "," and self.word(verb.first - 2) not in _MARKS:
            ahead = [
                one
                for one in self.mentions
                if 0 <= one.first - verb.stop < _NEAR or self._only_times(verb.stop, one.first)
            ]
            if not ahead or ahead[0].gov or ahead[0].kind not in _WHO:
                return False
        reporting = self.language.matrix["reporting"]
        return any(lemma in reporting for lemma in verb.lemmas)

    def _controller(self, over: Verb) -> Mention | None:
        kind = self._matrix_kind(over)
        control = self.language.matrix["control"]
        if kind in {"asked", "demanded"} or any(one in control for one in over.lemmas):
            for one in (*self.after(over), *self.clitics(over)):
                if (self._is(one.gov, "personal") and one.kind in _WHO) or self._clitic(one):
                    return one
        return self.subject_of(over)

    def _is_done_to(self, verb: Verb) -> bool:
        """
        Whether what follows a verb is its object, since somebody else is asked to do it: "exigió a
        Polonia que reduzca el personal".
        """
        over = verb.over
        if over is None or verb.link != "that" or verb.features != {"subjunctive"}:
            return False
        asked = self._matrix_kind(over) in {"asked", "demanded"} and self._needs_object(verb)
        return asked and any(self._is(one.gov, "personal") for one in self.after(over))

    def _after_subject(self, verb: Verb) -> Mention | None:
        """
        A subject that follows its verb: it is not governed, and not what a verb is done to.
        """
        free = self.objects(verb)
        who = [one for one in free if one.kind in _WHO and not self._clitic(one)]
        if verb.passive or verb.reflexive:
            # "Fue declarada persona non grata la embajadora": she, not what she was declared.
            free = [one for one in free if "persona_non_grata" not in one.tags]
            placed = ("preposition", "at", "with", "of")
            free = [
                one for one in free if "in_place" in one.tags or not self.is_a(one.first, *placed)
            ]
            return free[0] if free else None
        first = who[0] if who else None
        if first is None or self._is_done_to(verb):
            return None
        thus = self.plain(verb.first - 1, "thus") and bool(self.clitics(verb))
        if not thus and self.apart(verb, first):
            # But "Así lo resolvió ayer, por doce votos contra tres, la Corte".
            return None
        if first.kind == "institution" and first.tags & {"mission", "body"}:
            return None
        if any(lemma in self.language.matrix["reporting"] for lemma in verb.lemmas):
            return first
        if first.kind in {"actor", "institution"}:
            others = [one for one in free if one.first > first.first]
            personal = [one for one in self.after(verb) if self._is(one.gov, "personal")]
            has = others or personal or self.clitics(verb)
            return first if has or not self._takes(verb, first) else None
        articles = range(first.first, first.head)
        named = first.name or any(self.plain(at, "determiner") for at in articles)
        return first if named else None

    def apart(self, verb: Verb, mention: Mention) -> bool:
        """
        Whether too much stands between a verb and what follows for that to be its subject.
        """
        return self._far(verb, mention) or self._parted(verb, mention)

    def _far(self, verb: Verb, mention: Mention) -> bool:
        """
        Whether more stands between a verb and what follows than times and what is governed.
        """
        between = range(verb.stop, mention.first)
        of_others = {
            at
            for one in self.mentions
            if one.gov and verb.stop <= one.first < mention.first
            for at in range(one.first - 1, one.stop)
        }
        said = any(lemma in self.language.matrix["reporting"] for lemma in verb.lemmas)
        # "Duerme en una celda de Lima el expresidente": whom a verb is done to would have "a".
        said = said or self._stands_alone(mention)
        left = [at for at in between if not said or (at not in self.times and at not in of_others)]
        return len(left) > _FAR

    def _stands_alone(self, mention: Mention) -> bool:
        """
        Whether somebody is told of with an article and a name, and without "a": no object.
        """
        return (
            mention.kind == "person"
            and bool(mention.name)
            and not mention.gov
            and (self.plain(mention.first, "determiner"))
        )

    def _parted(self, verb: Verb, mention: Mention) -> bool:
        # "Criticó a Canadá y afirmó que Ottawa miente": Ottawa says nothing there.
        return any(
            self.word(at) in {",", ";", ":"} or self.plain(at, "relative", "subordinator")
            for at in range(verb.stop, mention.first)
        )

    def _takes(self, verb: Verb, mention: Mention) -> bool:
        """
        Whether some frame of a verb has an object such as what follows: not so "rompió Panamá".
        """
        alone = self.word(mention.stop) in {"", ".", ";", ","}
        return any(
            form.object and (not alone or form.object & mention.tags)
            for lemma in verb.lemmas
            for form in self.language.forms.get(lemma, ())
        )

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
        own = [
            self.at[at]
            for at in range(verb.first, verb.head)
            if at in self.at and self._clitic(self.at[at])
        ]
        over = verb.over
        if not own and over is not None and verb.link == "infinitive":
            # "La volvió a cerrar": what is closed stands before the verb that repeats.
            again = self.language.words["repeating"] & set(over.lemmas)
            return self.clitics(over) if again else own
        return own

    def _phrase_start(self, at: int) -> int | None:
        """
        Past unknown adjectives that follow a mention, and phrases that a preposition opens.
        """
        before = at
        while (
            before > at - 3
            and before not in self.at
            and (
                # "El líder aprista siguió", "el presidente saliente siguió".
                self._is_plain(before) or self.plain(before, "describing", "modifier")
            )
        ):
            before -= 1
        if before in self.at and before != at:
            return before + 1
        return super()._phrase_start(at)

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
                if found is not None and found.gov and ahead < at - 1 and other.over is not None:
                    # "Soto, reclamado por su país, que lo condenó, huyó": he, not the country.
                    return self.subject_of(other.over)
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
