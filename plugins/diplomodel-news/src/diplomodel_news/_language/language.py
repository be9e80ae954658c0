"""
A language as a folder of data files, read once and turned into look-ups.

A plugin adds a language by putting such a folder into its package and naming it in the options.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files
from typing import Final

import attrs

from diplomodel.errors import UnknownNameError
from diplomodel_news._language.forms import Form
from diplomodel_news._language.gazetteer import Entry
from diplomodel_news._language.implied import Rule
from diplomodel_news._language.phrases import Phrases
from diplomodel_news._language.text import fold


__all__ = ["Language", "language", "language_names", "read_language"]

_PACKAGE: Final = "diplomodel_news"


@attrs.frozen(kw_only=True)
class Pronoun:
    """
    What a pronoun can stand for.

    Attributes:
        refers: ``person``, ``state`` or ``both``.
        gender: ``m``, ``f`` or nothing.
        possessive: Whether it names an owner.
        plural: Whether it stands for several.
        is_object: Whether it cannot be a subject.
        first_person: Whether it names the speaker's side.
        clitic: Whether it stands before its verb as the object, as in Spanish.
    """

    refers: str
    gender: str = ""
    possessive: bool = False
    plural: bool = False
    is_object: bool = False
    first_person: bool = False
    clitic: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """
    A language's words, phrases, verbs and frames.

    Attributes:
        code: BCP 47 tag.
        words: The function words of each class, folded.
        word_class: The classes of each function word.
        pronouns: What each pronoun can stand for.
        lexicon: Names, offices, institutions and concepts.
        verbs: Each form of a verb with its lemmas and what forms of them it is.
        forms: The frames' forms by verb lemma.
        nominal: The frames' forms by the tag of a noun.
        matrix: What verbs, nouns and modal words make of the act that they govern.
        dates: Words of dates.
        abbreviations: Words that a full stop follows inside a sentence.
        particles: Small words inside names.
        genders: ``m`` or ``f`` by given name.
        gate: Phrases of which one suffices for a text to be read.
        gate_beside: Phrases that suffice beside the name of a state, organisation or leader.
        lower_demonyms: Whether adjectives of nationality are written small.
        adjective_after: Whether adjectives follow their nouns.
        adjective_endings: What adjectives end in, so that a noun may follow.
        adverb_endings: What adverbs end in that no list has.
        accents: Whether accents tell forms of verbs and pronouns apart.
        exact: The forms of verbs with their accents, where these tell.
        drops_subject: Whether a verb may leave out its subject.
        contractions: The preposition in a word such as ``del``.
        cities: The state that a city other than a capital lies in, by its folded name.
        implied: Which acts others carry by law.
    """

    code: str
    words: Mapping[str, frozenset[str]]
    word_class: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, Pronoun]
    lexicon: Phrases[Entry]
    verbs: Mapping[str, tuple[tuple[str, str], ...]]
    forms: Mapping[str, tuple[Form, ...]]
    nominal: Mapping[str, tuple[Form, ...]]
    matrix: Mapping[str, Mapping[str, str]]
    dates: Mapping[str, Mapping[str, str]]
    abbreviations: frozenset[str]
    particles: frozenset[str]
    genders: Mapping[str, str]
    gate: tuple[str, ...]
    gate_beside: tuple[str, ...]
    lower_demonyms: bool = False
    adjective_after: bool = False
    adjective_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    accents: bool = False
    exact: Mapping[str, tuple[tuple[str, str], ...]] = attrs.field(factory=dict)
    drops_subject: bool = False
    contractions: Mapping[str, str] = attrs.field(factory=dict)
    cities: Mapping[str, str] = attrs.field(factory=dict)
    implied: tuple[Rule, ...] = ()

    def spelt(self, word: str) -> str:
        """
        A word as this language's pronouns and verbs are looked up.
        """
        return word.lower() if self.accents else fold(word)

    def forms_of(self, word: str) -> tuple[tuple[str, str], ...] | None:
        """
        The verbs that a word as written can be a form of; accents are missed in capitals only.
        """
        if not self.accents or word.isupper():
            return self.verbs.get(fold(word))
        return self.exact.get(word.lower())

    def is_a(self, word: str, name: str) -> bool:
        """
        Whether a folded word belongs to a class of function words.
        """
        return word in self.words[name]

    def is_adverb(self, word: str) -> bool:
        """
        Whether a folded word is an adverb, by its list or, where nothing else has it, its ending.
        """
        if word in self.words["adverb"]:
            return True
        return (
            word.endswith(self.adverb_endings)
            and word not in self.word_class
            and word not in self.verbs
            and self.lexicon.longest([word], 0) is None
        )


def language_names() -> tuple[str, ...]:
    """
    The languages that come with this package.

    Example:
        >>> "en" in language_names()
        True
    """
    folder = files(_PACKAGE) / "languages"
    return tuple(sorted(one.name for one in folder.iterdir() if (one / "language.yaml").is_file()))


@cache
def language(code: str) -> Language:
    """
    A language of this package.

    Raises:
        UnknownNameError: There is none with the tag.
        BadInputError: One of its files is not right.
    """
    if code not in language_names():
        raise UnknownNameError("language", code, language_names())
    return read_language(files(_PACKAGE) / "languages" / code)


def read_language(folder: Traversable) -> Language:
    """
    Read a language folder.

    Args:
        folder: Where ``language.yaml`` and the other files are.

    Raises:
        BadInputError: A file is missing or not right; all faults at once.
    """
    from diplomodel_news._language.builder import Builder

    return Builder(folder).built()
