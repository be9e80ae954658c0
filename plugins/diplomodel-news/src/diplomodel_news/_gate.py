"""
The first pass: does a text hold anything that some frame asks for?
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import ahocorasick_rs

from diplomodel_news._text import fold


__all__ = ["Gate"]

#: What each kind of phrase counts as; a text is let through for four, or for one with two.
_KINDS: Final = {"capital": 1, "named": 1, "beside": 2, "alone": 4}
_ALONE: Final = 4
_BOTH: Final = 3


class Gate:
    """
    All phrases of all languages, looked for in one pass.

    A text is let through for a phrase that stands alone, or for the name of a state, organisation
    or leader, with a capital where its language writes one, with a word beside it that frames ask
    for.

    Example:
        >>> gate = Gate({"en": {"alone": ["embassy"], "capital": ["turkey"], "beside": ["accused"]}})
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
        found = dict.fromkeys(self._codes, 0)
        through: set[str] = set()
        for number, start, end in self._matcher.find_matches_as_indexes(folded, overlapping=True):
            if (start and folded[start - 1].isalnum()) or (end < size and folded[end].isalnum()):
                continue
            for code, kind in self._marks[number]:
                if kind != "capital" or spelt[start].isupper():
                    found[code] |= _KINDS[kind]
                    if found[code] & _ALONE or found[code] & _BOTH == _BOTH:
                        through.add(code)
            if len(through) == len(self._codes):
                break
        return frozenset(through)
