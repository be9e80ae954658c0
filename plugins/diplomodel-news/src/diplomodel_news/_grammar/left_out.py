"""
Relations that a sentence leaves out or tells by a pronoun: "Se restablecieron en 2002".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.language import Language
from diplomodel_news._mentions.mentions import Mention


__all__ = ["is_of_relations", "supply_relations"]

_RELATIONS: Final = frozenset({"relations"})
#: Kinds of what is done to relations.
_DEALINGS: Final = frozenset(
    {"relations_break", "relations_establishment", "relations_restoration"}
)


def is_of_relations(verb: Verb, language: Language) -> bool:
    """
    Whether a verb can tell what is done to relations.
    """
    return any(
        form.kind in _DEALINGS and form.object >= _RELATIONS
        for lemma in verb.lemmas
        for form in language.forms.get(lemma, ())
    )


def supply_relations(analysis: Analysis, told: frozenset[str]) -> None:
    """
    Give verbs whose subject is left out the relations told just before.

    Args:
        analysis: The sentence.
        told: The tags of the thing told last.
    """
    if not told >= _RELATIONS or not analysis.language.drops_subject:
        return
    for verb in analysis.verbs:
        bare = verb.reflexive or verb.passive
        if bare and is_of_relations(verb, analysis.language) and analysis.subject_of(verb) is None:
            near = analysis.after(verb)
            if not any(one.kind == "concept" and one.tags != {"time"} for one in near):
                at = verb.first
                verb.subject = Mention(at, at, at, kind="concept", tags=_RELATIONS)
