"""
The verbs of a sentence, with their auxiliaries and what governs them.
"""

from __future__ import annotations

from diplomodel_news._grammar.causatives import is_caused, time_given, verb_of_having
from diplomodel_news._grammar.joined import joined_to, set_free, share_perfect
from diplomodel_news._grammar.tokens import Tokens, Verb
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Verb", "Verbs"]

_MARKS = frozenset({'"', "“", "”", "«", "»"})
#: How far after "kept" the word stands that says how something is kept.
_KEPT = 8
#: How far before "to open" the "first" of "the first country in the region" can stand.
_FIRST_BEFORE = 9
#: The words that can stand before a verb as its auxiliaries.
_AUXILIARIES = ("passive_aux", "had", "perfect_aux", "future", "possible", "infinitive_marker")


class Verbs(Tokens):
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
        self.classes = [self._classes(at) for at in range(len(sentence.low))]
        self.mentions = mentions
        # The first of those that share a token has it.
        self.at = {at: one for one in reversed(mentions) for at in range(one.first, one.stop)}
        self.roles, self.joints = {}, {}
        self.verbs, self.by_head = [], {}
        for token in range(len(sentence)):
            found = self._verb(token) or time_given(token, self)
            if found is not None:
                self._take(found, token)
        if not self.verbs and self.is_a(0, "demonstrative") and len(sentence) > 1:
            self._take_past_form(1)
        self._limits()
        self._links()
        for verb in self.verbs:
            share_perfect(verb, self)
            verb.passive = verb.passive or is_caused(verb, self)

    def _take(self, verb: Verb, token: int) -> None:
        """
        Add a verb, in place of the one before in "set free", and after "had" in "had him shot".
        """
        free = set_free(verb, self.verbs[-1] if self.verbs else None)
        if free is not None:
            self.verbs.pop()
            verb = free
        having = verb_of_having(verb, self)
        if having is not None:
            self.verbs.append(having)
            self.by_head[having.head] = having
            self._group(having, {"past", "participle"})
        self.verbs.append(verb)
        self.by_head[token] = verb

    def _take_past_form(self, at: int) -> None:
        """
        Add the verb of "This constituted recognition": else the sentence has no verb at all.
        """
        readings = self.language.verbs.get(self.low[at], ())
        if any(feature == "past" for _, feature in readings):
            verb = self.by_head[at] = Verb(at, at, at + 1, readings, tense="past")
            self.verbs.append(verb)

    def _verb(self, at: int) -> Verb | None:
        readings = self.language.verbs.get(self.low[at])
        if readings is None or (self.sentence.raw[at][0].isupper() and self._is_name_part(at)):
            return None
        mention = self.at.get(at)
        if (mention is not None and "verbal" not in mention.tags) or at in self.times:
            return None
        if self.is_a(at, "adverb") and at - 1 in self.by_head:
            return None
        if self.is_a(at, "kept_so") and self._is_kept(at):
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

    def _is_kept(self, at: int) -> bool:
        """
        Whether a word only says how something is left: "kept its embassy in Conakry open".
        """
        last = self.verbs[-1] if self.verbs else None
        if last is None or at - last.stop > _KEPT:
            return False
        between = range(last.stop, at)
        clear = not any(self.low[one] in {",", ";"} for one in between)
        clear &= not any(
            self.is_a(one, "conjunction", "relative", "subordinator") for one in between
        )
        keeping = self.language.words["keeping"]
        return clear and any(lemma in keeping for lemma in last.lemmas)

    def _group(self, verb: Verb, features: set[str]) -> None:
        at = verb.head - 1
        seen: list[str] = []
        while at >= 0:
            within = self.at.get(at)
            if within is not None and within.kind in {"person", "name"}:
                # "Theresa May gave": a surname.
                break
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
            elif not self._is_between(at) and self.low[at] not in _MARKS:
                break
            at -= 1
        while at + 1 < verb.head and self.low[at + 1] in _MARKS:
            at += 1
        while at + 1 < verb.head and self.language.is_adverb(self.low[at + 1]) and not seen:
            at += 1
        verb.first = at + 1
        if verb.first - 1 >= 0 and self.is_a(verb.first - 1, "negation"):
            verb.negated = True
        verb.auxiliary = bool(seen)
        bare = features == {"participle"} and not seen
        verb.passive = bare or ("passive_aux" in seen[:1] and "participle" in features)
        verb.tense = self._tense(seen, features)

    def _first_to(self, verb: Verb) -> Mention | None:
        """
        Who "was the first country in the region to" do something, or "the only one that" did.
        """
        to = verb.first - (verb.tense == "infinitive" and self.language.adjective_after)
        if not self.is_a(to, "infinitive_marker", "at") and verb.joint != "relative":
            return None
        ahead = range(verb.first - 1, max(0, verb.first - _FIRST_BEFORE), -1)
        at = next((one for one in ahead if self.is_a(one, "first_to")), 0)
        led = [one for one in self.mentions if one.stop <= at and not one.gov]
        near = range(max(0, at - 3), at)
        copulas = [one for one in near if self.is_a(one, "copula", "passive_aux")]
        if copulas and self.is_a(copulas[-1] - 1, "conjunction"):
            # "Egypt recognised it and was the first to open an embassy there."
            return led[0] if led else None
        return led[-1] if copulas and led else None

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

    def _is_asked_for(self, verb: Verb, at: int, end: int) -> bool:
        """
        Whether a word that opens clauses is one that a form of the verb asks for: "look after",
        and "took Chad before the court" where no other verb follows.
        """
        return (at == verb.stop or end == len(self.low)) and any(
            self.low[at] in role.split("/")
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
                elif (
                    word in {";", ":", "—", "–"}
                    and limit > verb.stop
                    and not self._lists_on(limit, verb)
                ) or (
                    limit not in self.at
                    and self.is_a(limit, "relative", "subordinator")
                    and not (self.is_a(limit, "complementiser") and limit == verb.stop)
                    and not self._is_asked_for(verb, limit, end)
                ):
                    break
                limit += 1
            verb.limit = limit

    def _lists_on(self, at: int, verb: Verb) -> bool:
        """
        Whether a mark only parts the items of a list of what a verb is done to.
        """
        del at, verb
        return False

    def _disposing(self, verb: Verb) -> Mention | None:
        """
        What makes something of an infinitive that no verb governs: "is ready to mediate".
        """
        if not self.is_a(verb.first, "infinitive_marker"):
            return None
        near = self.at.get(verb.first - 1)
        found = near is not None and any(tag.startswith("as-") for tag in near.tags)
        return near if found else None

    def _links(self) -> None:
        for number, verb in enumerate(self.verbs):
            before = self.verbs[number - 1] if number else None
            if before is None:
                verb.joint = self._opener(verb, 0)
                verb.noun = self._disposing(verb)
                continue
            verb.joint = self._opener(verb, before.stop)
            between = range(before.stop, verb.first)
            bare = "infinitive" in verb.features and self.language.adjective_after
            led = bare or self.is_a(verb.first, "infinitive_marker")
            if verb.tense == "infinitive" and led:
                verb.over, verb.link = before, "infinitive"
                near = self.at.get(self._before_time(verb.first - 1))
                foe = near is not None and near.gov in self.language.words["foe"]
                if near is not None and near.gov and near.kind != "concept" and not foe:
                    agent = near
                    near = self.at.get(agent.first - 2)
                    if near is not None and near.kind == "concept" and near.owner is None:
                        near.owner = agent
                if near is not None and near.kind == "concept":
                    verb.noun = near
            elif verb.tense == "gerund" and not verb.auxiliary:
                verb.over, verb.link = self._main(verb, before), "gerund"
            elif any(self.is_a(at, "complementiser") and self._opens(at) for at in between):
                verb.over, verb.link = before, "that"
                verb.noun = next((self.at[at] for at in between if self._ends_noun(at)), None)
            elif verb.joint == "and":
                verb.over, verb.link = joined_to(verb, before, self), "and"
            elif self._is_bare_report(before, verb):
                verb.over, verb.link = before, "that"
            else:
                verb.over, verb.link = before, "clause"

    def _opens(self, at: int) -> bool:
        """
        Whether a "that" opens a clause: in no mention, or at the end of "its demand that".
        """
        return at not in self.times and (at not in self.at or self._ends_noun(at))

    def _ends_noun(self, at: int) -> bool:
        within = self.at.get(at)
        opens = within is not None and within.kind == "concept" and within.stop == at + 1
        return opens and self.is_a(at, "complementiser")

    def _main(self, verb: Verb, before: Verb) -> Verb:
        """
        The verb that a gerund hangs on: past what was asked, for a stand taken after a comma.
        """
        if self.word(verb.first - 1) == "," and self.takes_stand(verb):
            while before.tense in {"infinitive", "gerund"} and before.over is not None:
                before = before.over
        return before

    def takes_stand(self, verb: Verb) -> bool:
        """
        Whether a verb is one by which somebody takes a stand: "condemning", "accusing".
        """
        forms = self.language.forms
        kinds = (form.kind for lemma in verb.lemmas for form in forms.get(lemma, ()))
        return "statement" in kinds

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
        last = self.at.get(verb.first - 1)
        joined = last.first - 1 if last is not None and not last.gov else 0
        if self.is_a(joined, "conjunction") and self.word(joined - 1) == ",":
            # "Announced sanctions, and Germany froze accounts": of its own.
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
