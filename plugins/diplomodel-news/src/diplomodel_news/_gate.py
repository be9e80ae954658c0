"""
The first pass: does a text hold anything that some frame asks for?
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import ahocorasick_rs

from diplomodel_news._text import fold


__all__ = ["Gate"]


class Gate:
    """
    All phrases of all languages, looked for in one pass.

    Example:
        >>> gate = Gate({"en": ["ambassador"], "es": ["embajador"]})
        >>> sorted(gate.tags("The Ambassador left.")), sorted(gate.tags("embajadores"))
        (['en'], [])
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """
        Build the automaton.
        """
        self.phrases: list[str] = []
        self.languages: list[set[str]] = []
        places: dict[str, int] = {}
        for code, several in phrases.items():
            for phrase in several:
                if phrase not in places:
                    places[phrase] = len(self.phrases)
                    self.phrases.append(phrase)
                    self.languages.append(set())
                self.languages[places[phrase]].add(code)
        self._matcher = ahocorasick_rs.AhoCorasick(self.phrases)

    def tags(self, text: str) -> frozenset[str]:
        """
        The languages one of whose phrases stands in a text as whole words.
        """
        folded = fold(text)
        found: set[str] = set()
        size = len(folded)
        for number, start, end in self._matcher.find_matches_as_indexes(folded, overlapping=True):
            if (start and folded[start - 1].isalnum()) or (end < size and folded[end].isalnum()):
                continue
            found |= self.languages[number]
            if len(found) > 1:
                break
        return frozenset(found)
