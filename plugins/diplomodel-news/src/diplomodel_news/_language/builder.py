"""
Reading a language folder: every file, every fault.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.abc import Traversable
from typing import Final

import attrs

from diplomodel.errors import BadInputError
from diplomodel_news._language.forms import read_forms
from diplomodel_news._language.gazetteer import Entry, Kind, add_actors, group_tags
from diplomodel_news._language.head import HEAD_KEYS, folded_phrases, read_head
from diplomodel_news._language.implied import Rule, read_rules
from diplomodel_news._language.language import Language
from diplomodel_news._language.paradigms import Verbs, folded, verb_forms, words_in
from diplomodel_news._language.phrases import Phrases, expanded
from diplomodel_news._language.schema import Plain, Reader, read_yaml
from diplomodel_news._language.text import fold
from diplomodel_news._language.word_classes import DATE_PARTS


__all__ = ["Builder"]

_STATES_KEYS: Final = (
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
)
#: What names a state alone, and as what.
_NAMES: Final = {
    "names": Kind.STATE,
    "demonyms": Kind.DEMONYM,
    "nationals": Kind.DEMONYM,
    "capitals": Kind.CAPITAL,
}
#: What stands for two states, and how it is called.
_PAIRS: Final = {
    "reciprocal": frozenset({"pair", "reciprocal"}),
    "pairs": frozenset({"pair"}),
}


class Builder:
    """
    Reads the files of one folder.
    """

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder
        self.reader = Reader()
        self.lexicon = Phrases[Entry]()
        self.cities: dict[str, str] = {}
        self.head = read_head(self.part("language.yaml", known=HEAD_KEYS), self.reader)

    def built(self) -> Language:
        head = self.head
        self._read_lexicon()
        exact, verbs = self._verbs()
        matrix, dates = self._matrix(), self._dates()
        lemmas = frozenset(words_in(verbs))
        forms, nominal = read_forms(self.folder / "frames", self.reader, lemmas)
        beside = self._beside(forms, verbs)
        implied = self._implied()
        self.reader.finish()
        return Language(
            code=head.code,
            words=head.words,
            word_class=head.word_class,
            pronouns=head.pronouns,
            lexicon=self.lexicon,
            verbs=verbs,
            forms=forms,
            nominal=nominal,
            matrix=matrix,
            dates=dates,
            abbreviations=head.abbreviations,
            particles=head.particles,
            genders=head.genders,
            gate=head.gate,
            gate_beside=beside,
            lower_demonyms=head.lower_demonyms,
            adjective_after=head.adjective_after,
            adjective_endings=head.adjective_endings,
            adverb_endings=head.adverb_endings,
            accents=head.accents,
            exact=exact,
            drops_subject=head.drops_subject,
            cities=self.cities,
            implied=implied,
            contractions=head.contractions,
        )

    def _read_lexicon(self) -> None:
        self._concepts()
        self._offices()
        self._states()

    def _verbs(self) -> tuple[Verbs, Verbs]:
        """
        The forms of verbs with their accents, where these tell, and without them.
        """
        plain = self.part("verbs.yaml", known=("paradigms", "regular", "irregular"))
        forms = verb_forms(plain, self.reader, accents=self.head.accents)
        return (forms, folded(forms)) if self.head.accents else ({}, forms)

    def _implied(self) -> tuple[Rule, ...]:
        """
        Which acts others carry by law; a language may say nothing of them.
        """
        name = "implied.yaml"
        return read_rules(self.part(name), self.reader) if (self.folder / name).is_file() else ()

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

    def _beside(self, forms: Collection[str], verbs: Verbs) -> tuple[str, ...]:
        """
        What lets a text through beside a name: the frames' verbs but common ones, and some words.
        """
        path, reader = "$.gate_beside", self.reader
        reader.file = "language.yaml"
        found = reader.mapping(self.head.gate_beside or {}, path, known=("common", "words"))
        common = {
            lemma for text in reader.texts(found.get("common"), path) for lemma in text.split()
        }
        for lemma in sorted(common - words_in(verbs)):
            reader.fault(path, f"the verb {lemma!r} is not in verbs.yaml")
        lemmas = set(forms) - common
        words = folded_phrases(found.get("words"), path, reader)
        spelt = [form for form, kinds in verbs.items() if lemmas & {one for one, _ in kinds}]
        return tuple(dict.fromkeys([*spelt, *words]))

    def add(self, pattern: str, entry: Entry, path: str, *, plural: bool = True) -> None:
        def act() -> None:
            for phrase in expanded(pattern):
                self.lexicon.add(phrase, entry)
                if plural:
                    for several in self.head.plurals(phrase):
                        # "crisis" is no more plural than before.
                        if several != phrase:
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

    def _states(self) -> None:
        plain = self.part("states.yaml", known=_STATES_KEYS)
        for part, kind in _NAMES.items():
            tags = frozenset({part} if part == "nationals" else ())
            for state, pattern, path in self._listed(plain, part):
                entry = Entry(kind=kind, states=(state,), tags=tags)
                self.add(pattern, entry, path, plural=False)
        self._epithets(plain)
        for part in ("organisations", "organs"):
            more = frozenset({"deciding_body"} if part == "organs" else ())
            for name, pattern, path in self._listed(plain, part):
                tags = group_tags(name) | more
                entry = Entry(kind=Kind.ORGANISATION, states=(name,), tags=tags)
                self.add(pattern, entry, path, plural=False)
        for part, tags in _PAIRS.items():
            for pattern in self.reader.texts(plain.get(part), f"$.{part}"):
                self.add(pattern, Entry(kind=Kind.EPITHET, tags=tags), f"$.{part}", plural=False)
        for state, name, _ in self._listed(plain, "cities"):
            self.cities[fold(name)] = state
        unlike = {fold(word) for word in self.reader.texts(plain.get("not_alone"), "$.not_alone")}
        add_actors(self.lexicon, self.head.code, unlike)

    def _listed(self, plain: Mapping[str, Plain], part: str) -> Iterator[tuple[str, str, str]]:
        """
        What a part of a file lists by name: the name, each text, and the path of these.
        """
        for name, texts in self.reader.mapping(plain.get(part) or {}, f"$.{part}").items():
            path = f"$.{part}.{name}"
            for text in self.reader.texts(texts, path):
                yield name, text, path

    def _epithets(self, plain: Mapping[str, Plain]) -> None:
        """
        What stands for states without their names, with these and its tags: "the Kremlin".
        """
        for pattern, codes in self.reader.mapping(plain.get("epithets"), "$.epithets").items():
            path = f"$.epithets.{pattern}"
            words = self.reader.text(codes, path).split()
            states = [one for one in words if one.isupper() or one.startswith("org:")]
            tags = [one for one in words if one.islower() and not one.startswith("org:")]
            entry = Entry(kind=Kind.EPITHET, states=tuple(states), tags=frozenset(tags))
            self.add(pattern, entry, path, plural=False)

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
                        if self.head.accents:
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
