"""
What is done once more to what a pronoun stands for, and to how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = [
    "DATIVE",
    "counts_alone",
    "counts_as_many",
    "counts_with",
    "did_before",
    "once_more",
    "repeated",
    "suffixed",
]

#: How many several are at least.
_SEVERAL: Final = 2
#: Pronouns of those to whom something is done, which stand for no act.
DATIVE: Final = frozenset({"le", "les"})


def once_more(
    verb: Verb, earlier: Sequence[Told], here: Sequence[Told], analysis: Analysis
) -> list[Told]:
    """
    What was told before by the same verb, done once more to what a pronoun stands for: "La Unasur
    lo suspendió también".
    """
    subject = analysis.subject_of(verb)
    pronouns = [one for one in analysis.clitics(verb) if one.anaphor not in DATIVE]
    if not pronouns or subject is None or not subject.state or verb.passive:
        return []
    if any(one.verb is verb and not one.refused for one in here):
        return []
    alike = [one for one in earlier if _first_verbs(one) & set(verb.lemmas)]
    things = [one for one in analysis.objects(verb) if "time" not in one.tags]
    return [] if [one for one in things if one is not subject] else alike


def did_before(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether whoever did something is said to have done it at another time, too, without being
    named again: "Bolivia rompió con Chad. Ya lo había hecho en 2009".
    """
    subject = analysis.subject_of(verb)
    if verb.tense != "pluperfect" or (subject is not None and subject is not analysis.topic):
        return False
    doing = analysis.language.words["likewise"] & set(verb.lemmas)
    dated = any(at in analysis.times for at in range(max(0, verb.first - 4), verb.limit))
    lone = [one for one in analysis.clitics(verb) if one.anaphor not in DATIVE]
    near = any(one.first <= verb.stop + 1 for one in analysis.objects(verb))
    return bool(doing and dated and lone) and not near


def repeated(first: Sequence[Filled], own: Sequence[str]) -> list[Filled]:
    """
    Acts as whoever did them did them at another time.

    Args:
        first: The acts.
        own: The fields of what such an act has for itself.
    """
    return [
        attrs.evolve(one, values={key: one.values[key] for key in one.values if key not in own})
        for one in first
    ]


def _first_verbs(told: Told) -> set[str]:
    """
    The verb by which an act was told at first that others then did likewise.
    """
    while told.like is not None:
        told = told.like
    return set(told.verb.lemmas) if told.verb is not None else set()


def counts_with(verb: Verb, models: Sequence[Told], analysis: Analysis) -> int:
    """
    How many a verb of doing likewise counts after "with": "lo hizo Australia con dos"; else 0.
    """
    numbers = analysis.language.dates["numbers"]
    if not any(one.form.kind in {"persona_non_grata", "staff_expulsion"} for one in models):
        return 0
    for at in range(verb.stop, min(verb.limit, len(analysis.low)) - 1):
        word, after = analysis.word(at + 1), analysis.word(at + 2)
        near = analysis.at.get(at + 1)
        people = near is not None and bool(near.tags & {"counted_nationals", "several_diplomats"})
        if analysis.is_a(at, "with") and (people or not after[:1].isalnum()):
            told = numbers.get(word, word)
            return int(told) if told.isdecimal() and len(told) <= len("999") else 0
    return 0


def suffixed(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    The pronoun that an infinitive takes along: "se apresuraron a secundarlo", "a hacerlo".
    """
    one = analysis.at.get(verb.stop) if verb.tense in {"infinitive", "gerund"} else None
    return one if one is not None and one.kind == "pronoun" and one.anaphor not in DATIVE else None


def counts_alone(verb: Verb, analysis: Analysis) -> int:
    """
    How many a verb of expelling counts without saying of whom: "Ukraine expelled 13"; else 0.
    """
    forms = (one.kind for lemma in verb.lemmas for one in analysis.language.forms.get(lemma, ()))
    word, after = analysis.word(verb.stop), analysis.word(verb.stop + 1)
    if (
        verb.passive
        or verb.silent
        or not (word.isdecimal() or word in analysis.language.dates["numbers"])
    ):
        return 0
    ends = not after[:1].isalnum() or (
        analysis.is_a(verb.stop + 1, "conjunction") and verb.stop + 1 not in analysis.at
    )
    if not ends or verb.stop in analysis.times or "staff_expulsion" not in forms:
        return 0
    return int(word if word.isdecimal() else analysis.language.dates["numbers"][word])


def counts_as_many(verb: Verb, models: Sequence[Told], analysis: Analysis) -> int:
    """
    How many "as many" are that a verb of expelling is done to: "Moscú expulsó ayer a otros
    tantos"; else 0.

    Args:
        verb: The verb.
        models: What was told before.
        analysis: The sentence.
    """
    at = verb.stop
    while at in analysis.times:
        at += 1
    at += analysis.is_a(at, "personal")
    alone = not analysis.word(at + 2)[:1].isalnum() or at + 2 in analysis.times
    if verb.passive or not (alone and analysis.is_a(at + 1, "as_many")):
        return 0
    forms = (one.kind for lemma in verb.lemmas for one in analysis.language.forms.get(lemma, ()))
    if "staff_expulsion" not in forms or not analysis.is_a(at, "others"):
        return 0
    told = (filled.values.get("number") for one in models for filled in one.made)
    return next((number for number in told if isinstance(number, int)), _SEVERAL)
