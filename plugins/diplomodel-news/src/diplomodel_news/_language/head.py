"""
``language.yaml``: the function words of a language and its habits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from diplomodel_news._language.language import Pronoun
from diplomodel_news._language.phrases import expanded
from diplomodel_news._language.schema import Plain, Reader
from diplomodel_news._language.text import fold
from diplomodel_news._language.word_classes import IN_NAMES, WORD_CLASSES


__all__ = ["HEAD_KEYS", "Head", "folded_phrases", "read_head"]

HEAD_KEYS: Final = (
    "language",
    "name",
    "abbreviations",
    "particles",
    "plural",
    "words",
    "pronouns",
    "given_names",
    "gate",
    "gate_beside",
    "lower_demonyms",
    "adjective_after",
    "adjective_endings",
    "adverb_endings",
    "accents",
    "drops_subject",
    "contractions",
)


@attrs.frozen(kw_only=True, eq=False)
class Head:
    """
    What ``language.yaml`` says, named as in a `Language`.

    Attributes:
        plural_word: Which word of a phrase has the plural's ending, ``first`` or ``last``.
        plural: What endings become in the plural.
        gate_beside: What lets a text through beside a name, as written: it names verbs.
    """

    words: Mapping[str, frozenset[str]]
    plural_word: str
    plural: Mapping[str, str]
    accents: bool
    abbreviations: frozenset[str]
    particles: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    genders: Mapping[str, str]
    contractions: Mapping[str, str]
    adjective_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    gate: tuple[str, ...]
    code: str
    gate_beside: Plain
    lower_demonyms: bool
    adjective_after: bool
    drops_subject: bool

    @property
    def word_class(self) -> Mapping[str, frozenset[str]]:
        """
        The classes of each function word, without those that only hold words within names.
        """
        classes: dict[str, set[str]] = {}
        for name, members in self.words.items():
            for word in members if name not in IN_NAMES else ():
                classes.setdefault(word, set()).add(name)
        return {word: frozenset(names) for word, names in classes.items()}

    def plurals(self, phrase: str) -> list[str]:
        """
        The plural of a phrase by the language's endings; nothing where there is no rule.
        """
        words = phrase.split(" ")
        at = 0 if self.plural_word == "first" else len(words) - 1
        for ending, plural in self.plural.items():
            if words[at].endswith(ending):
                stem = words[at][: len(words[at]) - len(ending)]
                words[at] = stem + plural
                return [" ".join(words)]
        return []


def read_head(plain: Mapping[str, Plain], reader: Reader) -> Head:
    """
    Read ``language.yaml``.

    Args:
        plain: What the file holds.
        reader: Where faults are told.
    """
    plural = reader.mapping(plain.get("plural"), "$.plural", known=("word", "endings"))
    accents = plain.get("accents") == "true"
    return Head(
        words=_words(plain.get("words"), reader),
        plural_word=reader.text(plural.get("word"), "$.plural.word", default="last"),
        plural=_text_by_name(plural.get("endings"), "$.plural.endings", reader),
        accents=accents,
        abbreviations=_folded(plain.get("abbreviations"), "$.abbreviations", reader),
        particles=_folded(plain.get("particles"), "$.particles", reader),
        pronouns=_pronouns(plain.get("pronouns"), reader, accents=accents),
        genders=_genders(plain.get("given_names"), reader),
        contractions=_contractions(plain.get("contractions"), reader),
        adjective_endings=reader.texts(plain.get("adjective_endings"), "$.adjective_endings"),
        adverb_endings=reader.texts(plain.get("adverb_endings"), "$.adverb_endings"),
        gate=tuple(dict.fromkeys(folded_phrases(plain.get("gate"), "$.gate", reader))),
        code=reader.text(plain.get("language"), "$.language"),
        gate_beside=plain.get("gate_beside"),
        lower_demonyms=plain.get("lower_demonyms") == "true",
        adjective_after=plain.get("adjective_after") == "true",
        drops_subject=plain.get("drops_subject") == "true",
    )


def folded_phrases(plain: Plain, path: str, reader: Reader) -> list[str]:
    """
    Every phrase that the patterns of a list stand for, folded.
    """
    return [fold(phrase) for pattern in reader.texts(plain, path) for phrase in expanded(pattern)]


def _folded(plain: Plain, path: str, reader: Reader) -> frozenset[str]:
    return frozenset(fold(word) for word in reader.texts(plain, path))


def _text_by_name(plain: Plain, path: str, reader: Reader) -> dict[str, str]:
    return {
        name: reader.text(value, f"{path}.{name}")
        for name, value in reader.mapping(plain, path).items()
    }


def _words(plain: Plain, reader: Reader) -> dict[str, frozenset[str]]:
    table = reader.mapping(plain, "$.words", known=WORD_CLASSES)
    words = {name: _folded(value, f"$.words.{name}", reader) for name, value in table.items()}
    return {name: words.get(name, frozenset()) for name in WORD_CLASSES}


def _genders(plain: Plain, reader: Reader) -> dict[str, str]:
    return {
        fold(name): gender
        for gender, names in reader.mapping(plain, "$.given_names").items()
        for text in reader.texts(names, f"$.given_names.{gender}")
        for name in text.split()
    }


def _contractions(plain: Plain, reader: Reader) -> dict[str, str]:
    table = _text_by_name(plain or {}, "$.contractions", reader)
    return {fold(word): fold(preposition) for word, preposition in table.items()}


def _pronouns(plain: Plain, reader: Reader, *, accents: bool) -> dict[str, Pronoun]:
    found = {}
    for word, value in reader.mapping(plain, "$.pronouns").items():
        parts = reader.text(value, f"$.pronouns.{word}").split()
        if not parts or parts[0] not in {"person", "state", "both"}:
            reader.fault(f"$.pronouns.{word}", "begin with person, state or both")
            continue
        found[word.lower() if accents else fold(word)] = Pronoun(
            refers=parts[0],
            gender="m" if "m" in parts else "f" if "f" in parts else "",
            possessive="possessive" in parts,
            plural="plural" in parts,
            is_object="object" in parts,
            first_person="first" in parts,
            clitic="clitic" in parts,
        )
    return found
