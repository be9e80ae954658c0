"""
Frames: what a verb or a noun with its surroundings tells, as data.

A form is one way of telling an event: a verb or a noun that sets it off, what must stand around
it, and where the event's fields are found.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.abc import Traversable
from typing import Final

import attrs

from diplomodel.errors import BadInputError, UnknownNameError, did_you_mean
from diplomodel.events import Event, Modality, event_type
from diplomodel_news._language.schema import Plain, Reader, read_yaml
from diplomodel_news._language.text import fold


__all__ = ["MODALITIES", "Form", "read_forms"]

_KEYS: Final = (
    "verb",
    "noun",
    "particle",
    "object",
    "subject",
    "not_object",
    "not_subject",
    "needs",
    "lacks",
    "near",
    "about",
    "under",
    "not_under",
    "unless",
    "has",
    "dated",
    "since",
    "voice",
    "slots",
    "set",
    "default",
    "modality",
    "becomes",
    "headline",
    "weak",
    "each",
    "aimed",
    "kind",
    "also",
    "fill",
    "figures",
)
_FRAME_KEYS: Final = ("forms", "slots", "becomes", "fill", "set")
#: The modalities of events, which a frame can put in place of others.
MODALITIES: Final = frozenset(str(one) for one in Modality)
_MODALITIES: Final = (
    *(str(one) for one in Modality),
    "attempted",
    "failed",
    "wished",
    "possible",
    "supposed",
)


@attrs.frozen(kw_only=True, eq=False)
class Form:
    """
    One way of telling an event.

    Attributes:
        name: Its name in traces and counts: the kind and the form's own.
        kind: The event's kind.
        verbs: Lemmas that set it off.
        nouns: Tags of nouns that set it off.
        particle: Words of which one must follow the verb at once.
        object: Tags of which the object must have one; nothing asks for no object.
        subject: Tags of which the subject must have one.
        not_object: Tags that the object must not have.
        not_subject: Tags that the subject must not have.
        needs: Tags needed at a role, such as ``from: [office]``.
        lacks: Tags that must not stand at a role.
        near: Tags of which one must stand in the same sentence.
        about: Tags of which one must stand anywhere in the text.
        under: Lemmas of verbs of which one must govern this one.
        not_under: Lemmas of verbs of which none may govern it.
        unless: Folded words that must not stand in the same sentence.
        dated: Whether it counts only where the text says when.
        since: Whether it counts only where the text says since when.
        has: Folded words of which one must stand in the object, the subject or what "as" adds.
        voice: ``active``, ``passive``, ``reflexive``, ``bare`` (with no object), ``plain``
            (neither passive nor reflexive) or any.
        slots: Where each field is found, as roles in order of preference.
        set: Fields with a fixed value.
        default: Those of them that another telling may correct: what the whole frame sets, and
            what the form has as ``default``.
        modality: What the form itself makes of the act; nothing for done.
        becomes: What a modality turns the kind into; ``drop`` refuses it.
        fill: Fields that the text's other parts may fill, and how.
        figures: Fields that hold a figure which other forms of the kind do not tell.
        weak: Whether it only adds to an event told elsewhere in the text.
        also: Kinds that are told by the same words.
        each: Whether several subjects do it to each other.
        aimed: Whether it counts only where the words themselves say whom it is about.
        wanted: Sets of tags of each of which one must be in reach, whatever its role.
    """

    name: str
    kind: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    needs: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    lacks: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    near: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    not_under: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    dated: bool = False
    since: bool = False
    voice: str = ""
    slots: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    set: Mapping[str, str] = attrs.field(factory=dict)
    default: frozenset[str] = frozenset()
    modality: str = ""
    becomes: Mapping[str, str] = attrs.field(factory=dict)
    fill: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    figures: Mapping[str, str] = attrs.field(factory=dict)
    weak: bool = False
    each: bool = False
    aimed: bool = False
    also: tuple[str, ...] = ()
    wanted: tuple[frozenset[str], ...] = attrs.field(init=False)

    @wanted.default
    def _wanted(self) -> tuple[frozenset[str], ...]:
        every = (self.object, self.subject, *self.needs.values())
        return tuple(tags for tags in every if tags and "any" not in tags)


def read_forms(
    folder: Traversable, reader: Reader, lemmas: frozenset[str]
) -> tuple[dict[str, tuple[Form, ...]], dict[str, tuple[Form, ...]]]:
    """
    The forms of all frames of a folder, by verb and by noun.

    Args:
        folder: Where the frames' files are.
        reader: Where to note faults.
        lemmas: The verbs whose forms are known.
    """
    by_verb: dict[str, list[Form]] = {}
    by_noun: dict[str, list[Form]] = {}
    for kind, (file, plain) in sorted(_kinds(folder, reader).items()):
        reader.file = file
        for form in _frame(kind, plain, reader):
            for verb in sorted(form.verbs):
                if verb not in lemmas:
                    hint = did_you_mean(verb, lemmas)
                    reader.fault(f"$.{form.name}", f"the verb {verb!r} is not in verbs.yaml{hint}")
                by_verb.setdefault(verb, []).append(form)
            for noun in sorted(form.nouns):
                by_noun.setdefault(noun, []).append(form)
    return (
        {verb: tuple(forms) for verb, forms in by_verb.items()},
        {noun: tuple(forms) for noun, forms in by_noun.items()},
    )


def _kinds(folder: Traversable, reader: Reader) -> dict[str, tuple[str, Plain]]:
    """
    The frame of each kind with the file in which it stands, which is one only.

    Of forms that fit one verb the first leads: that must not hang on how files are named.
    """
    found: dict[str, tuple[str, Plain]] = {}
    files = folder.iterdir() if folder.is_dir() else ()
    for file in sorted(files, key=lambda one: one.name):
        if not file.name.endswith(".yaml"):
            continue
        reader.file = f"frames/{file.name}"
        for kind, plain in reader.mapping(read_yaml(file), "$").items():
            if kind in found:
                reader.fault(f"$.{kind}", f"stands in {found[kind][0]} too: keep one")
            found[kind] = (reader.file, plain)
    return found


def _fields(kind: str, reader: Reader, path: str) -> tuple[str, ...]:
    try:
        cls: type[Event] = event_type(kind)
    except (UnknownNameError, BadInputError) as error:
        reader.fault(path, str(error))
        return ()
    return tuple(one.name for one in attrs.fields(cls))


def _frame(kind: str, plain: Plain, reader: Reader) -> list[Form]:
    path = f"$.{kind}"
    frame = reader.mapping(plain, path, known=_FRAME_KEYS)
    fields = _fields(kind, reader, path)
    found = []
    for name, one in reader.mapping(frame.get("forms"), f"{path}.forms").items():
        made = _form(f"{kind}.{name}", one, frame, reader)
        # Some fields look at those filled before: the kind tells the order, not who writes.
        told = sorted(made.slots, key=lambda field: fields.index(field) if field in fields else -1)
        made = attrs.evolve(made, slots={field: made.slots[field] for field in told})
        _check(made, fields, f"{path}.forms.{name}", reader)
        found.append(made)
    return found


def _form(full: str, plain: Plain, frame: Mapping[str, Plain], reader: Reader) -> Form:
    kind, _, name = full.partition(".")
    path = f"$.{kind}"
    here = f"{path}.forms.{name}"
    form = reader.mapping(plain, here, known=_KEYS)

    def tags(key: str) -> frozenset[str]:
        return _set(form, key, here, reader)

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in tags(key))

    def by_role(key: str) -> dict[str, frozenset[str]]:
        found = _roles(form.get(key), f"{here}.{key}", reader)
        return {role: frozenset(wanted) for role, wanted in found.items()}

    def both(key: str) -> dict[str, tuple[str, ...]]:
        shared = _roles(frame.get(key), f"{path}.{key}", reader)
        return {**shared, **_roles(form.get(key), f"{here}.{key}", reader)}

    def is_true(key: str) -> bool:
        return reader.text(form.get(key), f"{here}.{key}") == "true"

    fixed = {
        **_texts(frame.get("set"), f"{path}.set", reader),
        **_texts(form.get("default"), f"{here}.default", reader),
    }
    own = _texts(form.get("set"), f"{here}.set", reader)
    becomes = _becomes(frame.get("becomes"), f"{path}.becomes", reader)
    return Form(
        name=full,
        kind=kind,
        verbs=tags("verb"),
        nouns=tags("noun"),
        particle=folded("particle"),
        object=tags("object"),
        subject=tags("subject"),
        not_object=tags("not_object"),
        not_subject=tags("not_subject"),
        needs=by_role("needs"),
        lacks=by_role("lacks"),
        near=tags("near"),
        under=tags("under"),
        not_under=tags("not_under"),
        about=tags("about"),
        unless=folded("unless"),
        has=folded("has"),
        voice=reader.text(form.get("voice"), f"{here}.voice"),
        slots={field: roles for field, roles in both("slots").items() if roles != ("none",)},
        default=frozenset(fixed) - frozenset(own),
        set={**fixed, **own},
        modality=reader.text(form.get("modality"), f"{here}.modality"),
        becomes={**becomes, **_becomes(form.get("becomes"), f"{here}.becomes", reader)},
        fill=both("fill"),
        figures=_texts(form.get("figures"), f"{here}.figures", reader),
        weak=is_true("weak"),
        each=is_true("each"),
        aimed=is_true("aimed"),
        dated=is_true("dated"),
        since=is_true("since"),
        also=reader.texts(form.get("also"), f"{here}.also"),
    )


def _check(made: Form, fields: tuple[str, ...], path: str, reader: Reader) -> None:
    """
    Tell what is wrong with a form as a whole.
    """
    if not made.verbs and not made.nouns:
        reader.fault(path, "name a verb or a noun that sets it off")
    for field in (*made.slots, *made.set, *made.fill, *made.figures):
        if fields and field not in fields:
            hint = did_you_mean(field, fields)
            reader.fault(path, f"{made.kind} has no field {field!r}{hint}")
    if made.modality and made.modality not in _MODALITIES:
        reader.fault(path, f"{made.modality!r} is no modality")


def _set(form: Mapping[str, Plain], key: str, path: str, reader: Reader) -> frozenset[str]:
    words: list[str] = []
    for text in reader.texts(form.get(key), f"{path}.{key}"):
        words += text.split()
    return frozenset(words)


def _roles(plain: Plain, path: str, reader: Reader) -> dict[str, tuple[str, ...]]:
    if plain is None:
        return {}
    return {
        field: tuple(
            word for text in reader.texts(value, f"{path}.{field}") for word in text.split()
        )
        for field, value in reader.mapping(plain, path).items()
    }


def _texts(plain: Plain, path: str, reader: Reader) -> dict[str, str]:
    if plain is None:
        return {}
    return {
        field: reader.text(value, f"{path}.{field}")
        for field, value in reader.mapping(plain, path).items()
    }


def _becomes(plain: Plain, path: str, reader: Reader) -> dict[str, str]:
    found = _texts(plain, path, reader)
    for modality in found:
        if modality not in _MODALITIES:
            reader.fault(path, f"{modality!r} is no modality{did_you_mean(modality, _MODALITIES)}")
    for kind in found.values():
        if kind not in {"drop", "same", *MODALITIES}:
            _fields(kind, reader, path)
    return found
