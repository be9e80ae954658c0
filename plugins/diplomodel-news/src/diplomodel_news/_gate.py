"""
The first pass: does a text hold anything that some frame asks for?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

import ahocorasick_rs

from diplomodel_news._language.text import fold


__all__ = ["Gate"]

#: How far from a name, in characters, a word beside it can stand.
_NEAR: Final = 250
_ENDS: Final = re.compile(r"[.!?]\s|\n")


class Gate:
    """
    All phrases of all languages, looked for in one pass.

    A text is let through for a phrase that stands alone, or for the name of a state, organisation
    or leader, with a capital where its language writes one, with a word that frames ask for in the
    same sentence.

    Example:
        >>> phrases = {"alone": ["embassy"], "capital": ["turkey"], "beside": ["accused"]}
        >>> gate = Gate({"en": phrases})
        >>> sorted(gate.tags("The Embassy closed.")), sorted(gate.tags("Turkey won the cup."))
        (['en'], [])
        >>> sorted(gate.tags("Turkey accused Syria.")), sorted(gate.tags("A turkey was accused."))
        (['en'], [])
    """

    def __init__(self, languages: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        """
        Build the automaton.

        Args:
            languages: The phrases by language and kind: ``alone``, ``beside``, and names as
                ``named``, or as ``capital`` where they count only with a capital.
        """
        self.phrases: list[str] = []
        self._marks: list[list[tuple[str, str]]] = []
        places: dict[str, int] = {}
        for code, kinds in languages.items():
            for kind, several in kinds.items():
                for phrase in several:
                    if phrase not in places:
                        places[phrase] = len(self.phrases)
                        self.phrases.append(phrase)
                        self._marks.append([])
                    self._marks[places[phrase]].append((code, kind))
        self._codes = frozenset(languages)
        self._matcher = ahocorasick_rs.AhoCorasick(self.phrases)

    def tags(self, text: str) -> frozenset[str]:
        """
        The languages whose phrases let a text through; phrases count as whole words.
        """
        folded = fold(text)
        size = len(folded)
        # Where folding changes lengths, nobody knows which letters were capitals.
        spelt = text if len(text) == size else folded.upper()
        ends: dict[tuple[str, bool], int] = {}
        through: set[str] = set()
        for number, start, end in self._matcher.find_matches_as_indexes(folded, overlapping=True):
            if (start and folded[start - 1].isalnum()) or (end < size and folded[end].isalnum()):
                continue
            for code, kind in self._marks[number]:
                if code in through or (kind == "capital" and not spelt[start].isupper()):
                    continue
                name = kind != "beside"
                other = ends.get((code, not name), -_NEAR - 1)
                ends[code, name] = end
                near = start - other <= _NEAR and not _ENDS.search(folded, other, start)
                if kind == "alone" or near:
                    through.add(code)
            if len(through) == len(self._codes):
                break
        return frozenset(through)
