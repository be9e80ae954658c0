"""
How sure an act is so far, while the words around it are read.
"""

from __future__ import annotations

import attrs

from diplomodel_news._grammar.grammar import Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Sureness"]

#: What takes the place of what is merely possible or wished.
_FIRM = frozenset({"asked", "demanded", "denied", "offered", "threatened"})


@attrs.define(eq=False, slots=True)
class Sureness:
    """
    What the words around an act make of it.

    Attributes:
        modality: One of the library's modalities, or ``attempted``, ``failed``, ``wished``,
            ``possible`` or ``supposed``, which are no act.
        reporter: Who says so.
        quoted: Whether it stands in a quotation.
        why: The steps, for people.
        by: Verbs passed on the way up, the nearest first.
        hedged: Whether a word such as "reportedly" stands by.
    """

    modality: str = "done"
    reporter: Mention | None = None
    quoted: bool = False
    why: list[str] = attrs.field(factory=list)
    by: list[Verb] = attrs.field(factory=list)
    hedged: bool = False

    def become(self, modality: str, why: str) -> None:
        """
        Take a modality unless a stronger one is set: only what is done can still change.
        """
        weak = self.modality in {"possible", "wished"} and modality in _FIRM
        if (self.modality == "done" and modality != "done") or weak:
            self.modality = modality
        self.why.append(why)
