"""
Reading a language folder: every file, every fault.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib.abc import Traversable
from typing import Final

import attrs

from diplomodel.errors import BadInputError
from diplomodel_news._language.forms import read_forms
from diplomodel_news._language.gazetteer import Entry, Kind, add_actors, group_tags
from diplomodel_news._language.language import Language, Pronoun
from diplomodel_news._language.paradigms import Verbs, folded, verb_forms, words_in
from diplomodel_news._language.phrases import Phrases, expanded
from diplomodel_news._language.schema import Plain, Reader, read_yaml
from diplomodel_news._language.text import fold
from diplomodel_news._language.word_classes import DATE_PARTS, IN_NAMES, WORD_CLASSES


__all__ = ["Builder"]

_LANGUAGE_KEYS: Final = (
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
    "accents",
    "drops_subject",
    "contractions",
)


class Builder:
    """
    Reads the files of one folder.
    """

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder
        self.reader = Reader()
        self.lexicon = Phrases[Entry]()
        self.plural: list[tuple[str, str]] = []
        self.plural_word = "last"
        self.accents = False
        self.cities: dict[str, str] = {}

    def built(self) -> Language:
        head = self.part("language.yaml", known=_LANGUAGE_KEYS)
        reader = self.reader
        words = self._words(head.get("words"))
        self._read_plural(head.get("plural"))
        self.accents = head.get("accents") == "true"
        lists = {
            name: frozenset(fold(word) for word in reader.texts(head.get(name), f"$.{name}"))
            for name in ("abbreviations", "particles")
        }
        pronouns = self._pronouns(head.get("pronouns"))
        genders = self._genders(head.get("given_names"))
        contractions = self._contractions(head.get("contractions"))
        endings = reader.texts(head.get("adjective_endings"), "$.adjective_endings")
        gate = self._gate(head.get("gate"))
        code = reader.text(head.get("language"), "$.language")
        self._concepts()
        self._offices()
        self._states(code)
        plain = self.part("verbs.yaml", known=("paradigms", "regular", "irregular"))
        exact = verb_forms(plain, reader, accents=self.accents)
        verbs = folded(exact) if self.accents else exact
        matrix = self._matrix()
        dates = self._dates()
        forms, nominal = read_forms(self.folder / "frames", reader, frozenset(words_in(verbs)))
        reader.file = "language.yaml"
        beside = self._beside(head.get("gate_beside"), forms, verbs)
        reader.finish()
        return Language(
            code=code,
            words=words,
            word_class=_classes(words),
            pronouns=pronouns,
            lexicon=self.lexicon,
            verbs=verbs,
            forms=forms,
            nominal=nominal,
            matrix=matrix,
            dates=dates,
            abbreviations=lists["abbreviations"],
            particles=lists["particles"],
            genders=genders,
            gate=gate,
            gate_beside=beside,
            lower_demonyms=head.get("lower_demonyms") == "true",
            adjective_after=head.get("adjective_after") == "true",
            adjective_endings=endings,
            accents=self.accents,
            exact=exact if self.accents else {},
            drops_subject=head.get("drops_subject") == "true",
            cities=self.cities,
            contractions=contractions,
        )

    def _words(self, plain: Plain) -> dict[str, frozenset[str]]:
        table = self.reader.mapping(plain, "$.words", known=WORD_CLASSES)
        words = {
            name: frozenset(fold(word) for word in self.reader.texts(value, f"$.words.{name}"))
            for name, value in table.items()
        }
        return {name: words.get(name, frozenset()) for name in WORD_CLASSES}

    def _genders(self, plain: Plain) -> dict[str, str]:
        return {
            fold(name): gender
            for gender, names in self.reader.mapping(plain, "$.given_names").items()
            for text in self.reader.texts(names, f"$.given_names.{gender}")
            for name in text.split()
        }

    def _contractions(self, plain: Plain) -> dict[str, str]:
        table = self.reader.mapping(plain or {}, "$.contractions")
        return {
            fold(word): fold(self.reader.text(value, f"$.contractions.{word}"))
            for word, value in table.items()
        }

    def _gate(self, plain: Plain) -> tuple[str, ...]:
        phrases = [
            fold(phrase)
            for pattern in self.reader.texts(plain, "$.gate")
            for phrase in expanded(pattern)
        ]
        return tuple(dict.fromkeys(phrases))

    def part(self, name: str, *, known: tuple[str, ...] | None = None) -> Mapping[str, Plain]:
        self.reader.file = name
        file = self.folder / name
        if not file.is_file():
            raise BadInputError(f"the language folder {self.folder.name!r} has no {name}")
        found = self.reader.mapping(read_yaml(file), "$", known=known)
        stem = name.removesuffix(".yaml") + "-"
        for more in sorted(self.folder.iterdir(), key=lambda one: one.name):
            if more.name.startswith(stem) and more.name.endswith(".yaml"):
                self.reader.file = more.name
                extra = self.reader.mapping(read_yaml(more), "$", known=known)
                found = self._added(found, extra, "$")
        return found

    def _added(
        self, found: Mapping[str, Plain], extra: Mapping[str, Plain], path: str
    ) -> Mapping[str, Plain]:
        """
        A mapping with what another file of the same part adds: nothing is overridden.
        """
        made = dict(found)
        for key, value in extra.items():
            old = made.get(key)
            if old is None:
                made[key] = value
            elif isinstance(old, Mapping) and isinstance(value, Mapping):
                made[key] = self._added(old, value, f"{path}.{key}")
            elif isinstance(old, list) and isinstance(value, list):
                made[key] = [*old, *value]
            elif old != value:
                self.reader.fault(f"{path}.{key}", "stands in another file already: keep one")
        return made

    def _beside(self, plain: Plain, forms: Collection[str], verbs: Verbs) -> tuple[str, ...]:
        """
        What lets a text through beside a name: the frames' verbs but common ones, and some words.
        """
        path, reader = "$.gate_beside", self.reader
        found = reader.mapping(plain or {}, path, known=("common", "words"))
        common = {
            lemma for text in reader.texts(found.get("common"), path) for lemma in text.split()
        }
        for lemma in sorted(common - words_in(verbs)):
            reader.fault(path, f"the verb {lemma!r} is not in verbs.yaml")
        lemmas = set(forms) - common
        words = [
            fold(phrase)
            for pattern in reader.texts(found.get("words"), path)
            for phrase in expanded(pattern)
        ]
        spelt = [form for form, kinds in verbs.items() if lemmas & {one for one, _ in kinds}]
        return tuple(dict.fromkeys([*spelt, *words]))

    def _read_plural(self, plain: Plain) -> None:
        rule = self.reader.mapping(plain, "$.plural", known=("word", "endings"))
        self.plural_word = self.reader.text(rule.get("word"), "$.plural.word", default="last")
        endings = self.reader.mapping(rule.get("endings"), "$.plural.endings")
        self.plural = [
            (ending, self.reader.text(value, f"$.plural.endings.{ending}"))
            for ending, value in endings.items()
        ]

    def _pronouns(self, plain: Plain) -> dict[str, Pronoun]:
        found = {}
        for word, value in self.reader.mapping(plain, "$.pronouns").items():
            parts = self.reader.text(value, f"$.pronouns.{word}").split()
            if not parts or parts[0] not in {"person", "state", "both"}:
                self.reader.fault(f"$.pronouns.{word}", "begin with person, state or both")
                continue
            found[word.lower() if self.accents else fold(word)] = Pronoun(
                refers=parts[0],
                gender="m" if "m" in parts else "f" if "f" in parts else "",
                possessive="possessive" in parts,
                plural="plural" in parts,
                is_object="object" in parts,
                first_person="first" in parts,
                clitic="clitic" in parts,
            )
        return found

    def plurals(self, phrase: str) -> list[str]:
        """
        The plural of a phrase by the language's endings; nothing where there is no rule.
        """
        words = phrase.split(" ")
        at = 0 if self.plural_word == "first" else len(words) - 1
        for ending, plural in self.plural:
            if words[at].endswith(ending):
                stem = words[at][: len(words[at]) - len(ending)]
                words[at] = stem + plural
                return [" ".join(words)]
        return []

    def add(self, pattern: str, entry: Entry, path: str, *, plural: bool = True) -> None:
        def act() -> None:
            for phrase in expanded(pattern):
                self.lexicon.add(phrase, entry)
                if plural:
                    for several in self.plurals(phrase):
                        self.lexicon.add(several, attrs.evolve(entry, plural=True))

        self.reader.guarded(path, act)

    def _concepts(self) -> None:
        for tag, patterns in self.part("nouns.yaml").items():
            for pattern in self.reader.texts(patterns, f"$.{tag}"):
                entry = Entry(kind=Kind.CONCEPT, tags=frozenset(tag.split("+")))
                self.add(pattern, entry, f"$.{tag}")

    def _offices(self) -> None:
        known = ("tags", "phrases", "role", "relation", "plural")
        for file, kind in (("titles.yaml", Kind.TITLE), ("institutions.yaml", Kind.INSTITUTION)):
            for name, plain in self.part(file).items():
                value = self.reader.mapping(plain, f"$.{name}", known=known)
                entry = Entry(
                    kind=kind,
                    tags=frozenset(
                        {name, *self.reader.texts(value.get("tags"), f"$.{name}.tags")}
                    ),
                    role=self.reader.text(value.get("role"), f"$.{name}.role"),
                    relation=self.reader.text(value.get("relation"), f"$.{name}.relation"),
                )
                for pattern in self.reader.texts(value.get("phrases"), f"$.{name}.phrases"):
                    self.add(pattern, entry, f"$.{name}.phrases")
                for pattern in self.reader.texts(value.get("plural"), f"$.{name}.plural"):
                    several = attrs.evolve(entry, plural=True)
                    self.add(pattern, several, f"$.{name}.plural", plural=False)

    def _states(self, code: str) -> None:
        plain = self.part(
            "states.yaml",
            known=(
                "names",
                "demonyms",
                "nationals",
                "capitals",
                "epithets",
                "pairs",
                "reciprocal",
                "organisations",
                "organs",
                "not_alone",
                "cities",
            ),
        )
        for kind, part in (
            (Kind.STATE, "names"),
            (Kind.DEMONYM, "demonyms"),
            (Kind.DEMONYM, "nationals"),
            (Kind.CAPITAL, "capitals"),
        ):
            for state, names in self.reader.mapping(plain.get(part) or {}, f"$.{part}").items():
                for pattern in self.reader.texts(names, f"$.{part}.{state}"):
                    tags = frozenset({part} if part == "nationals" else ())
                    entry = Entry(kind=kind, states=(state,), tags=tags)
                    self.add(pattern, entry, f"$.{part}.{state}", plural=False)
        for pattern, codes in self.reader.mapping(plain.get("epithets"), "$.epithets").items():
            words = self.reader.text(codes, f"$.epithets.{pattern}").split()
            entry = Entry(
                kind=Kind.EPITHET,
                states=tuple(one for one in words if one.isupper() or one.startswith("org:")),
                tags=frozenset(
                    one for one in words if one.islower() and not one.startswith("org:")
                ),
            )
            self.add(pattern, entry, f"$.epithets.{pattern}", plural=False)
        self._groups(plain)
        both = Entry(kind=Kind.EPITHET, tags=frozenset({"pair", "reciprocal"}))
        for pattern in self.reader.texts(plain.get("reciprocal"), "$.reciprocal"):
            self.add(pattern, both, "$.reciprocal", plural=False)
        pair = Entry(kind=Kind.EPITHET, tags=frozenset({"pair"}))
        for pattern in self.reader.texts(plain.get("pairs"), "$.pairs"):
            self.add(pattern, pair, "$.pairs", plural=False)
        for state, names in self.reader.mapping(plain.get("cities") or {}, "$.cities").items():
            for name in self.reader.texts(names, f"$.cities.{state}"):
                self.cities[fold(name)] = state
        unlike = {fold(word) for word in self.reader.texts(plain.get("not_alone"), "$.not_alone")}
        add_actors(self.lexicon, code, unlike)

    def _groups(self, plain: Mapping[str, Plain]) -> None:
        """
        Names of organisations beside those of the core, and of organs that decide for them.
        """
        for part in ("organisations", "organs"):
            more = frozenset({"deciding_body"} if part == "organs" else ())
            for name, patterns in self.reader.mapping(plain.get(part) or {}, f"$.{part}").items():
                tags = group_tags(name) | more
                entry = Entry(kind=Kind.ORGANISATION, states=(name,), tags=tags)
                for pattern in self.reader.texts(patterns, f"$.{part}.{name}"):
                    self.add(pattern, entry, f"$.{part}.{name}", plural=False)

    def _matrix(self) -> dict[str, dict[str, str]]:
        plain = self.part(
            "modality.yaml",
            known=("verbs", "nouns", "modals", "hedges", "reporting", "hypothetical", "control"),
        )
        found: dict[str, dict[str, str]] = {}
        for part, classes in plain.items():
            table: dict[str, str] = {}
            if part in {"hedges", "hypothetical", "control"}:
                classes = {"hedge": classes}  # noqa: PLW2901 (a list stands for one class)
            for name, words in self.reader.mapping(classes, f"$.{part}").items():
                for pattern in self.reader.texts(words, f"$.{part}.{name}"):
                    for phrase in expanded(pattern):
                        table[fold(phrase)] = name
                        if self.accents:
                            table[phrase.lower()] = name
            found[part] = table
        return found

    def _dates(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for part, table in self.part("dates.yaml").items():
            found[part] = {}
            for key, value in self.reader.mapping(table, f"$.{part}").items():
                text = self.reader.text(value, f"$.{part}.{key}")

                def act(key: str = key, text: str = text, part: str = part) -> None:
                    for phrase in expanded(key):
                        found[part][fold(phrase)] = text

                self.reader.guarded(f"$.{part}.{key}", act)
        for part in DATE_PARTS:
            found.setdefault(part, {})
        found["leads"] = {key.partition(" ")[0]: "" for key in found["before_number"]}
        found["starts"] = {phrase.partition(" ")[0]: "" for phrase in found["relative"]}
        return found


def _classes(words: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """
    The classes of each function word, without those that only hold words within names.
    """
    classes: dict[str, set[str]] = {}
    for name, members in words.items():
        for word in members if name not in IN_NAMES else ():
            classes.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}
