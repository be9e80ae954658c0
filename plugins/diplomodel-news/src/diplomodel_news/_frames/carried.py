"""
Acts that a verb says no more of than that they are done: "responded with the expulsion of".
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.forms import Form
from diplomodel_news._mentions.mentions import Mention


__all__ = ["carried_by", "forms_carried"]


def carried_by(verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    What a verb says is done, after a preposition of its own; nothing where it says no such thing.

    Args:
        verb: The verb.
        analysis: The sentence.
    """
    table = analysis.language.matrix["verbs"]
    for one in analysis.after(verb):
        means = one.gov and one.kind == "concept"
        if means and any(table.get(f"{lemma} {one.gov}") == "done" for lemma in verb.lemmas):
            return [one]
    return []


def forms_carried(verb: Verb, analysis: Analysis) -> list[Form]:
    """
    The forms of ordering and announcing, which such a verb sets off with what it carries.

    Args:
        verb: The verb.
        analysis: The sentence.
    """
    if not carried_by(verb, analysis):
        return []
    language = analysis.language
    return [
        form for lemma in language.words["carried_as"] for form in language.forms.get(lemma, ())
    ]
