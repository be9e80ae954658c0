"""
What a plugin offers, as values that name code without loading it.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, Final

import attrs
from attrs import field

from diplomodel.errors import BadInputError
from diplomodel.fields import flag, none_or_text, several, text


__all__ = [
    "CasebookSpec",
    "CommandSpec",
    "EventTypeSpec",
    "ExporterSpec",
    "ExtractorSpec",
    "FluentSpec",
    "ReconcilerSpec",
    "RuleSpec",
    "Spec",
]

_WORD: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
_NAME: Final = re.compile(rf"{_WORD}(?:\.[a-z0-9][a-z0-9]*(?:[-_][a-z0-9]+)*)?")
_DOTTED: Final = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_IMPORT: Final = re.compile(rf"{_DOTTED}:{_DOTTED}")
_FILE: Final = re.compile(rf"{_DOTTED}:[\w.-]+(?:/[\w.-]+)*")
_SUFFIX: Final = re.compile(r"\.[a-z0-9][a-z0-9._-]*")
_MEDIA_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+_-]*")

#: A validator of a field of attrs.
Validator = Any


def _matching(pattern: re.Pattern[str], remedy: str, *, optional: bool = False) -> Validator:
    def checked(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        if not isinstance(value, str) or not pattern.fullmatch(value):
            name = f"{type(owner).__name__}.{attribute.name}"
            raise BadInputError(f"{name} is {str(value)[:80]!r}: {remedy}")

    return checked


def _each(pattern: re.Pattern[str], remedy: str) -> Validator:
    one = _matching(pattern, remedy)

    def checked(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        for item in value if isinstance(value, tuple) else (value,):
            one(owner, attribute, item)

    return checked


_NAME_REMEDY: Final = "give the plugin's name, or that, a dot and a word, like 'gazette.notices'"
_IMPORT_REMEDY: Final = "name a module and what is in it, like 'diplomodel_gazette.read:make'"
_FILE_REMEDY: Final = "name a package and a file in it, like 'diplomodel_gazette:case.yaml'"
_a_name: Final = _matching(_NAME, _NAME_REMEDY)
_an_import: Final = _matching(_IMPORT, _IMPORT_REMEDY)
_an_import_or_none: Final = _matching(_IMPORT, _IMPORT_REMEDY, optional=True)
_suffix: Final = _matching(_SUFFIX, "give a suffix in lower case with its dot, like '.csv'")
_media_type: Final = _matching(_MEDIA_TYPE, "give a media type like 'text/csv'")


@attrs.frozen(kw_only=True)
class Spec:
    """
    What every offer has: a name under that of its plugin, and a sentence for people.

    Attributes:
        name: The plugin's name, or that name, a dot and a word.
        summary: What it is, in one sentence.

    Raises:
        BadInputError: A field does not have the form asked for.
    """

    #: What such an offer is called in messages and lists.
    what: ClassVar[str] = "offer"

    name: str = field(validator=_a_name)
    summary: str = field(validator=text)


@attrs.frozen(kw_only=True)
class ExporterSpec(Spec):
    """
    A format that histories are written in.

    Attributes:
        factory: A callable that takes options, or nothing, and gives an exporter, as in
            `diplomodel.exporters`.
        suffix: What its files' names end in.
        media_type: What the files are, for programs.
        binary: Whether they are no text.
        lossless: Whether `reader` gives back equal events, evidence and claims included.
        streaming: Whether it holds only a bounded part at a time.
        reader: A callable that reads its files back into a casebook, where it is lossless.
        options: The attrs class of its options; ``None`` where it takes none.
        citation: How to cite the format or its makers.

    Example:
        >>> spec = ExporterSpec(
        ...     name="gazette.html",
        ...     summary="A page as gazettes print it.",
        ...     factory="diplomodel_gazette.write:HtmlExporter",
        ...     suffix=".html",
        ...     media_type="text/html",
        ... )
        >>> spec.lossless
        False
    """

    what: ClassVar[str] = "exporter"

    factory: str = field(validator=_an_import)
    suffix: str = field(validator=_suffix)
    media_type: str = field(validator=_media_type)
    binary: bool = field(default=False, validator=flag)
    lossless: bool = field(default=False, validator=flag)
    streaming: bool = field(default=False, validator=flag)
    reader: str | None = field(default=None, validator=_an_import_or_none)
    options: str | None = field(default=None, validator=_an_import_or_none)
    citation: str | None = field(default=None, validator=none_or_text)

    def __attrs_post_init__(self) -> None:
        """
        Refuse a claim to be lossless that nothing can check.
        """
        if self.lossless and self.reader is None:
            raise BadInputError(
                f"ExporterSpec {self.name!r} says lossless and names no reader:"
                " name the callable that reads its files back"
            )


@attrs.frozen(kw_only=True)
class ExtractorSpec(Spec):
    """
    A source that events are read from.

    Attributes:
        factory: A callable that takes options, or nothing, and gives an extractor, as in
            `diplomodel.extractors`.
        suffixes: What the names of files that it reads end in.
        media_types: What these files are, for programs.
        needs_network: Whether it asks other machines.
        options: The attrs class of its options; ``None`` where it takes none.
        licence: Terms of the data that it reads.
        citation: How to cite these data.
        samples: Small files in the plugin's packages that show what it reads: checks use them.

    Example:
        >>> spec = ExtractorSpec(
        ...     name="gazette",
        ...     summary="Expulsions announced in official gazettes.",
        ...     factory="diplomodel_gazette.read:GazetteExtractor",
        ...     suffixes=[".xml"],
        ... )
        >>> spec.needs_network, spec.suffixes
        (False, ('.xml',))
    """

    what: ClassVar[str] = "extractor"

    factory: str = field(validator=_an_import)
    suffixes: tuple[str, ...] = field(
        default=(), converter=several, validator=_each(_SUFFIX, "give suffixes like '.csv'")
    )
    media_types: tuple[str, ...] = field(
        default=(), converter=several, validator=_each(_MEDIA_TYPE, "give types like 'text/csv'")
    )
    needs_network: bool = field(default=False, validator=flag)
    options: str | None = field(default=None, validator=_an_import_or_none)
    licence: str | None = field(default=None, validator=none_or_text)
    citation: str | None = field(default=None, validator=none_or_text)
    samples: tuple[str, ...] = field(
        default=(), converter=several, validator=_each(_FILE, _FILE_REMEDY)
    )


@attrs.frozen(kw_only=True)
class EventTypeSpec(Spec):
    """
    An event type, whose class says by ``namespace`` to which plugin it belongs.

    Attributes:
        kind: The kind that names it in files: the plugin's name, a dot, the class's in snake case.
        cls: The class.

    Example:
        >>> spec = EventTypeSpec(
        ...     kind="airspace.airspace_closure",
        ...     cls="diplomodel_airspace.events:AirspaceClosure",
        ...     summary="A state closes its airspace to another's aircraft.",
        ... )
        >>> spec.name
        'airspace.airspace_closure'
    """

    what: ClassVar[str] = "event type"

    kind: str = field(validator=_a_name)
    cls: str = field(validator=_an_import)
    name: str = field(init=False, validator=_a_name)

    @name.default
    def _named_by_kind(self) -> str:
        return self.kind


@attrs.frozen(kw_only=True)
class FluentSpec(Spec):
    """
    A property that holds over time.

    Attributes:
        fluent: The `Fluent`, whose own name is that of the spec.

    Example:
        >>> spec = FluentSpec(
        ...     name="airspace.access",
        ...     fluent="diplomodel_airspace.fluents:ACCESS",
        ...     summary="Whether a state's airspace is open to another's aircraft.",
        ... )
        >>> spec.what
        'fluent'
    """

    what: ClassVar[str] = "fluent"

    fluent: str = field(validator=_an_import)


@attrs.frozen(kw_only=True)
class RuleSpec(Spec):
    """
    Rules: what the plugin's event types set, require and oblige.

    Attributes:
        rules: An object, a module or a `RulePack`, with any of the tuples ``rules``,
            ``no_effects``, ``requirements`` and ``duties``.

    Example:
        >>> spec = RuleSpec(
        ...     name="airspace",
        ...     rules="diplomodel_airspace.rules:PACK",
        ...     summary="Airspace closes and opens by decision of its state.",
        ... )
        >>> spec.what
        'rule pack'
    """

    what: ClassVar[str] = "rule pack"

    rules: str = field(validator=_an_import)


@attrs.frozen(kw_only=True)
class ReconcilerSpec(Spec):
    """
    A way to find the reports of one happening among many.

    Attributes:
        factory: A callable that takes options, or nothing, and gives a reconciler.
        options: The attrs class of its options; ``None`` where it takes none.

    Example:
        >>> spec = ReconcilerSpec(
        ...     name="gazette.by_number",
        ...     factory="diplomodel_gazette.same:ByNumber",
        ...     summary="One gazette number is one happening.",
        ... )
        >>> spec.what
        'reconciler'
    """

    what: ClassVar[str] = "reconciler"

    factory: str = field(validator=_an_import)
    options: str | None = field(default=None, validator=_an_import_or_none)


@attrs.frozen(kw_only=True)
class CasebookSpec(Spec):
    """
    A casebook that comes with a plugin.

    Attributes:
        path: Package and file in it.

    Example:
        >>> spec = CasebookSpec(
        ...     name="airspace.qatar-2017",
        ...     path="diplomodel_airspace:qatar-2017.yaml",
        ...     summary="Airspace closed to Qatar, 2017 to 2021.",
        ... )
        >>> spec.path
        'diplomodel_airspace:qatar-2017.yaml'
    """

    what: ClassVar[str] = "casebook"

    path: str = field(validator=_matching(_FILE, _FILE_REMEDY))


@attrs.frozen(kw_only=True)
class CommandSpec(Spec):
    """
    A command under the plugin's own name: ``x`` is called as ``diplomodel x``, ``x.thing`` as
    ``diplomodel x thing``.

    Attributes:
        command: The click command.

    Example:
        >>> spec = CommandSpec(
        ...     name="gazette.list",
        ...     command="diplomodel_gazette.cli:list_command",
        ...     summary="List the gazettes that are known.",
        ... )
        >>> spec.what
        'command'
    """

    what: ClassVar[str] = "command"

    command: str = field(validator=_an_import)
