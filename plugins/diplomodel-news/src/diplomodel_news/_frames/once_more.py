"""
What is done once more to what a pronoun stands for, and to how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diplomodel_news._frames.match import Told
from diplomodel_news._grammar.grammar import Analysis, Verb


__all__ = ["DATIVE", "counts_with", "once_more"]

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
    alike = [one for one in earlier if one.verb and set(one.verb.lemmas) & set(verb.lemmas)]
    things = [one for one in analysis.objects(verb) if "time" not in one.tags]
    return [] if [one for one in things if one is not subject] else alike


def counts_with(verb: Verb, models: Sequence[Told], analysis: Analysis) -> int:
    """
    How many a verb of doing likewise counts after "with": "lo hizo Australia con dos"; else 0.
    """
    numbers = analysis.language.dates["numbers"]
    if not any(one.form.kind in {"persona_non_grata", "staff_expulsion"} for one in models):
        return 0
    for at in range(verb.stop, min(verb.limit, len(analysis.low)) - 1):
        word, after = analysis.word(at + 1), analysis.word(at + 2)
        if analysis.is_a(at, "with") and not after[:1].isalnum():
            told = numbers.get(word, word)
            return int(told) if told.isdecimal() and len(told) <= len("999") else 0
    return 0
