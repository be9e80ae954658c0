"""
Verbs from a language folder: paradigms and irregular forms become a table of forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from diplomodel_news._language.schema import FEATURES, Plain, Reader
from diplomodel_news._language.text import fold


__all__ = ["Verbs", "folded", "verb_forms", "words_in"]

#: Each form with the lemmas that it can be of, and what it is of them.
Verbs = dict[str, tuple[tuple[str, str], ...]]


def verb_forms(plain: Mapping[str, Plain], reader: Reader, *, accents: bool) -> Verbs:
    """
    Every form of every verb.

    Args:
        plain: What ``verbs.yaml`` holds.
        reader: Where faults are told.
        accents: Whether accents tell forms apart.
    """
    found: dict[str, dict[tuple[str, str], None]] = {}
    for form, lemma, feature in chain(_regular(plain, reader), _irregular(plain, reader)):
        if form:
            key = form.lower() if accents else fold(form)
            found.setdefault(key, {})[lemma, feature] = None
    return {form: tuple(kinds) for form, kinds in found.items()}


def _regular(plain: Mapping[str, Plain], reader: Reader) -> Iterator[tuple[str, str, str]]:
    """
    Each form of each regular verb with its lemma and what it is of that.
    """
    paradigms = reader.mapping(plain.get("paradigms"), "$.paradigms")
    regular = reader.mapping(plain.get("regular"), "$.regular", known=paradigms)
    for name, lemmas in regular.items():
        path = f"$.paradigms.{name}"
        endings = dict(reader.mapping(paradigms.get(name), path))
        strip = reader.text(endings.pop("strip", ""), f"{path}.strip")
        for text in reader.texts(lemmas, f"$.regular.{name}"):
            for lemma in text.split():
                stem = lemma.removesuffix(strip) + (lemma[-1] if name == "double" else "")
                yield lemma, lemma, "infinitive"
                for feature, ends in endings.items():
                    for ending in reader.texts(ends, f"{path}.{feature}"):
                        whole = ending[0] == "="
                        yield lemma + ending[1:] if whole else stem + ending, lemma, feature


def _irregular(plain: Mapping[str, Plain], reader: Reader) -> Iterator[tuple[str, str, str]]:
    """
    The same of each irregular verb, whose forms are listed.
    """
    for lemma, listed in reader.mapping(plain.get("irregular"), "$.irregular").items():
        path = f"$.irregular.{lemma}"
        yield lemma, lemma, "infinitive"
        for feature, words in reader.mapping(listed, path, known=FEATURES).items():
            for text in reader.texts(words, f"{path}.{feature}"):
                for form in text.split():
                    yield form, lemma, feature


def folded(exact: Verbs) -> Verbs:
    """
    A table of forms with the accents left out.
    """
    found: dict[str, dict[tuple[str, str], None]] = {}
    for form, kinds in exact.items():
        found.setdefault(fold(form), {}).update(dict.fromkeys(kinds))
    return {form: tuple(kinds) for form, kinds in found.items()}


def words_in(verbs: Verbs) -> set[str]:
    """
    The lemmas of a table of forms.
    """
    return {lemma for kinds in verbs.values() for lemma, _ in kinds}
