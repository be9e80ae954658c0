"""
What words elsewhere in its sentence make of an act: hedges, sources, duties and a question mark.
"""

from __future__ import annotations

from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._stance.reported import according, said_before_colon, said_beside
from diplomodel_news._stance.supposed import is_to_come
from diplomodel_news._stance.sureness import Sureness


__all__ = ["read_around"]


def read_around(told: Told, found: Sureness) -> None:
    """
    Take in the hedges, sources and words of saying elsewhere in the sentence.
    """
    analysis = told.analysis
    low = analysis.low
    matrix = analysis.language.matrix
    start, stop = told.trigger
    for at, word in enumerate(low):
        if word in matrix["hedges"] and abs(at - start) < 12 and not is_to_come(at, analysis):
            found.hedged = True
            found.why.append(f"{word!r} hedges it")
    if found.reporter is None:
        found.reporter = (
            according(analysis)
            or said_before_colon(analysis, start)
            or said_beside(analysis, start, stop)
        )
    if found.modality == "planned" and found.reporter is not None:
        _of_reporter(found, analysis)
    if found.modality == "possible":
        _of_duty(told, found)
    if low and low[-1] == "?" and not found.quoted:
        found.become("supposed", "a question")


def _of_duty(told: Told, found: Sureness) -> None:
    """
    Make a demand of what somebody who speaks says must be done: "he must be released, Oslo said".
    """
    verb, speaker = told.verb, found.reporter
    if verb is None or not verb.passive or speaker is None or speaker.state is None:
        return
    acting = [one.state for one in told.roles.get("subject", ())]
    due = any(told.analysis.is_a(at, "duty") for at in range(verb.first, verb.stop))
    if due and not verb.negated and speaker.state not in acting:
        found.modality = "demanded"
        found.why.append("somebody says that it must be done")


def _of_reporter(found: Sureness, analysis: Analysis) -> None:
    """
    Make of what is to come a threat, where who says so "warned" after it.
    """
    for verb in analysis.verbs:
        kinds = {analysis.language.matrix["verbs"].get(lemma) for lemma in verb.lemmas}
        if "threatened" in kinds and analysis.subject_of(verb) is found.reporter:
            found.modality = "threatened"
            found.why.append(f"{analysis.word(verb.head)!r} makes it threatened")
