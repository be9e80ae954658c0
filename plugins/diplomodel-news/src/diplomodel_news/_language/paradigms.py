"""
Verbs from a language folder: paradigms and irregular forms become a table of forms.
"""

from __future__ import annotations

from collections.abc import Mapping

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

    def put(form: str, lemma: str, feature: str) -> None:
        if form:
            key = form.lower() if accents else fold(form)
            found.setdefault(key, {})[lemma, feature] = None

    paradigms = reader.mapping(plain.get("paradigms"), "$.paradigms")
    regular = reader.mapping(plain.get("regular"), "$.regular", known=paradigms)
    for name, lemmas in regular.items():
        endings = dict(reader.mapping(paradigms.get(name), f"$.paradigms.{name}"))
        strip = reader.text(endings.pop("strip", ""), f"$.paradigms.{name}.strip")
        for text in reader.texts(lemmas, f"$.regular.{name}"):
            for lemma in text.split():
                stem = lemma.removesuffix(strip) if strip else lemma
                stem += lemma[-1] if name == "double" else ""
                put(lemma, lemma, "infinitive")
                for feature, ends in endings.items():
                    for ending in reader.texts(ends, f"$.paradigms.{name}.{feature}"):
                        put(
                            lemma + ending[1:] if ending[0] == "=" else stem + ending,
                            lemma,
                            feature,
                        )
    irregular = reader.mapping(plain.get("irregular"), "$.irregular")
    for lemma, plain_forms in irregular.items():
        path = f"$.irregular.{lemma}"
        put(lemma, lemma, "infinitive")
        forms = reader.mapping(plain_forms, path, known=FEATURES)
        for feature, words in forms.items():
            for text in reader.texts(words, f"{path}.{feature}"):
                for form in text.split():
                    put(form, lemma, feature)
    return {form: tuple(kinds) for form, kinds in found.items()}


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
