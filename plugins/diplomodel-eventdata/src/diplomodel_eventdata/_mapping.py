"""
Mapping files: which columns of a table are which fields of events, in YAML.

Everything wrong with a mapping is told at once, with line and column and what may be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from diplomodel.errors import BadInputError, Problem, UnknownNameError, did_you_mean
from diplomodel.events import Event, event_type
from diplomodel.formats._yaml import MappingNode, Node, ScalarNode, SequenceNode, read_yaml
from diplomodel_eventdata._places import CODES


__all__ = ["PLAIN", "Mapped", "TableMapping", "lint_mapping", "parse_mapping", "read_mapping"]

_TOP: Final = (
    "evidence",
    "fields",
    "format",
    "id",
    "kind",
    "name",
    "only",
    "source",
    "table",
)
_NEEDED: Final = ("fields", "format", "kind", "name", "source")
_SOURCE: Final = ("address", "licence", "publisher", "title")
_TABLE: Final = ("columns", "missing", "quoted", "separator")
_EVIDENCE: Final = ("address", "note", "place", "published", "publisher", "quote")
_MAPPED: Final = (
    "code",
    "column",
    "date",
    "day",
    "default",
    "month",
    "person",
    "split",
    "value",
    "values",
    "year",
)
#: Fields that every event gets from elsewhere.
_OWN: Final = frozenset({"claims", "evidence", "links"})
_LARGEST: Final = 2**20
_MISSING: Final = ("", "NA", "NULL", "None", "nan")
_SLUG: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@attrs.frozen(kw_only=True)
class Mapped:
    """
    Where one field comes from.

    Attributes:
        column: The column.
        value: The value itself, where it is the same in all rows.
        values: What the words of the column mean; any other word is none of these.
        default: The value where the column has none.
        code: The scheme by which it names states.
        date: How dates are written, as for `datetime.datetime.strptime`.
        parts: The columns of year, month and day.
        person: Whether it names a person.
        split: What stands between several values.
    """

    column: str | None = None
    value: str | None = None
    values: Mapping[str, str] | None = None
    default: str | None = None
    code: str | None = None
    date: str | None = None
    parts: tuple[str, ...] = ()
    person: bool = False
    split: str | None = None

    def columns(self) -> tuple[str, ...]:
        """
        The columns that it reads.
        """
        return ((self.column,) if self.column is not None else ()) + self.parts


@attrs.frozen(kw_only=True)
class TableMapping:
    """
    How the rows of a table become events.

    Attributes:
        name: Short name of the data.
        source: Publisher, title, licence and address of the data.
        kind: Where the kind comes from.
        fields: Where the fields come from.
        evidence: Columns for the evidence.
        only: Rows to read, by column and the words it may have.
        row_id: The column by which rows are known.
        columns: Names of the columns, where the table has none.
        separator: What stands between cells.
        quoted: Whether cells may stand in quotes.
        missing: What stands for a value that is not there.
    """

    name: str
    source: Mapping[str, str]
    kind: Mapped
    fields: Mapping[str, Mapped]
    evidence: Mapping[str, str] = MappingProxyType({})
    only: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    row_id: str | None = None
    columns: tuple[str, ...] = ()
    separator: str = ","
    quoted: bool = True
    missing: frozenset[str] = frozenset(_MISSING)

    def wanted(self) -> tuple[str, ...]:
        """
        All columns that it names, each once.
        """
        named = [*self.kind.columns(), *self.only, *self.evidence.values()]
        for one in self.fields.values():
            named += one.columns()
        if self.row_id is not None:
            named.append(self.row_id)
        return tuple(dict.fromkeys(named))


#: How a table is read whose columns are named as the fields of events are.
PLAIN: Final = TableMapping(
    name="table",
    source=MappingProxyType({"publisher": "not said"}),
    kind=Mapped(column="kind"),
    fields=MappingProxyType({name: Mapped(column=name) for name in ("occurred", "by", "target")}),
)


def read_mapping(path: str | Path) -> TableMapping:
    """
    Read a mapping file.

    Args:
        path: The file.

    Raises:
        BadInputError: With everything that is wrong with it.
    """
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or "no such path"
        raise BadInputError([Problem(message=f"cannot be read: {what}", file=str(path))]) from None
    return parse_mapping(data, file=str(path))


def parse_mapping(data: bytes, *, file: str | None = None) -> TableMapping:
    """
    Read a mapping from its text.

    Args:
        data: The text.
        file: Name of the file, for messages.

    Raises:
        BadInputError: With everything that is wrong with it.
    """
    if len(data) > _LARGEST:
        raise BadInputError([Problem(message="it is larger than a megabyte", file=file)])
    reader = _Reader(file=file)
    found = reader.mapping(read_yaml(data, file=file))
    if reader.problems:
        raise BadInputError(
            sorted(reader.problems, key=lambda one: (one.line or 0, one.column or 0))
        )
    return found


def lint_mapping(path: str | Path) -> tuple[Problem, ...]:
    """
    Everything wrong with a mapping file.

    Args:
        path: The file.

    Returns:
        The problems; none if there is nothing wrong.
    """
    try:
        read_mapping(path)
    except BadInputError as error:
        return error.problems
    return ()


@attrs.define
class _Reader:
    """
    Takes a mapping from nodes, and remembers all that is wrong.
    """

    file: str | None
    problems: list[Problem] = attrs.Factory(list)

    def mapping(self, node: Node) -> TableMapping:
        """
        The whole.
        """
        top = self._entries(node, known=_TOP, needed=_NEEDED, what="a mapping")
        if "format" in top and self._text(top["format"]) != "1":
            self._wrong(top["format"], "the format of mappings is 1: write 'format: 1'")
        name = self._text(top["name"]) if "name" in top else ""
        if "name" in top and (not name or set(name) - _SLUG):
            self._wrong(top["name"], f"{name[:40]!r} is no short name: use lower case and hyphens")
        kind = self._mapped(top["kind"], "kind") if "kind" in top else Mapped(value="statement")
        fields = self._fields(top.get("fields"), self._classes(top.get("kind"), kind))
        table = self._entries(top.get("table"), known=_TABLE, what="'table'")
        return TableMapping(
            name=name,
            source=self._source(top.get("source")),
            kind=kind,
            fields=fields,
            evidence=self._texts(top.get("evidence"), known=_EVIDENCE, what="'evidence'"),
            only=self._only(top.get("only")),
            row_id=self._text(top["id"]) if "id" in top else None,
            columns=self._several(table.get("columns")),
            separator=self._separator(table.get("separator")),
            quoted=self._flag(table.get("quoted"), default=True),
            missing=frozenset(self._several(table.get("missing")) or _MISSING) | {""},
        )

    def _classes(self, node: Node | None, kind: Mapped) -> list[type[Event]]:
        if node is None:
            return []
        # A column of kinds needs no table of words; then nothing is known of the fields yet.
        words = [kind.value] if kind.value is not None else list((kind.values or {}).values())
        found = []
        for word in dict.fromkeys(words):
            try:
                found.append(event_type(word))
            except UnknownNameError as error:
                self._wrong(node, str(error))
        return found

    def _fields(self, node: Node | None, classes: Sequence[type[Event]]) -> dict[str, Mapped]:
        entries = self._entries(node, what="'fields'")
        allowed = {
            one.name: one for cls in classes for one in attrs.fields(cls) if one.name not in _OWN
        }
        found = {}
        for name, value in entries.items():
            if allowed and name not in allowed:
                kinds = " or ".join(cls.__name__ for cls in classes)
                self._wrong(value, f"{kinds} has no field {name!r}{did_you_mean(name, allowed)}")
            found[name] = self._mapped(value, name)
        if node is not None and not classes and "occurred" not in found:
            self._wrong(node, "events need the field 'occurred'")
        for cls in classes:
            for one in attrs.fields(cls):
                needed = one.default is attrs.NOTHING and one.name not in found
                if needed and node is not None:
                    self._wrong(node, f"{cls.__name__} needs the field {one.name!r}")
        return found

    def _mapped(self, node: Node, name: str) -> Mapped:
        if isinstance(node, ScalarNode):
            # A word alone is the kind itself, or the column of a field.
            word = node.value
            return Mapped(value=word) if name == "kind" else Mapped(column=word)
        told = self._entries(node, known=_MAPPED, what=f"{name!r}")
        parts = tuple(self._text(told[part]) for part in ("year", "month", "day") if part in told)
        if sum((bool(parts), "column" in told, "value" in told)) != 1:
            self._wrong(node, f"{name!r} needs one of 'column', 'value' and 'year'")
        if parts and "year" not in told:
            self._wrong(node, f"{name!r} has a month or day without 'year'")
        code = self._text(told["code"]) if "code" in told else None
        if code is not None and code not in CODES:
            hint = did_you_mean(code, CODES) or f"; use one of {', '.join(CODES)}"
            self._wrong(told["code"], f"{code[:40]!r} is no scheme of codes{hint}")
        values = self._texts(told["values"], what="'values'") if "values" in told else None
        plain = {
            key: self._text(told[key])
            for key in ("column", "value", "default", "date", "split")
            if key in told
        }
        return Mapped(
            **plain,
            code=code,
            values=values,
            parts=parts,
            person=self._flag(told.get("person"), default=False),
        )

    def _source(self, node: Node | None) -> Mapping[str, str]:
        found = self._texts(node, known=_SOURCE, needed=("publisher",), what="'source'")
        if node is not None and not found.get("publisher", "x").strip():
            self._wrong(node, "the publisher is empty: name one")
        return found

    def _only(self, node: Node | None) -> Mapping[str, tuple[str, ...]]:
        return {key: self._several(value) for key, value in self._entries(node).items()}

    def _separator(self, node: Node | None) -> str:
        if node is None:
            return ","
        text = {"tab": "\t", "\\t": "\t"}.get(self._text(node), self._text(node))
        if len(text) != 1 or text in '"\r\n':
            self._wrong(node, f"{text[:20]!r} is no separator: give one character, or 'tab'")
            return ","
        return text

    def _flag(self, node: Node | None, *, default: bool) -> bool:
        if node is None:
            return default
        text = self._text(node)
        if text not in {"true", "false"}:
            self._wrong(node, f"{text[:20]!r} is neither true nor false")
        return text == "true"

    def _texts(
        self,
        node: Node | None,
        *,
        known: Sequence[str] = (),
        needed: Iterable[str] = (),
        what: str,
    ) -> dict[str, str]:
        entries = self._entries(node, known=known, needed=needed, what=what)
        return {key: self._text(value) for key, value in entries.items()}

    def _several(self, node: Node | None) -> tuple[str, ...]:
        if isinstance(node, SequenceNode):
            return tuple(self._text(one) for one in node.items)
        return () if node is None else (self._text(node),)

    def _text(self, node: Node) -> str:
        if isinstance(node, ScalarNode):
            return node.value
        self._wrong(node, "a word is wanted here")
        return ""

    def _entries(
        self,
        node: Node | None,
        *,
        known: Sequence[str] = (),
        needed: Iterable[str] = (),
        what: str = "it",
    ) -> dict[str, Node]:
        """
        The entries of a mapping, with complaints about keys that are not known or not there.
        """
        if node is None:
            return {}
        if not isinstance(node, MappingNode):
            self._wrong(node, f"{what} is a list of keys with values")
            return {}
        found = {}
        for key, value in node.entries:
            if known and key.value not in known:
                hint = did_you_mean(key.value, known) or f"; it has {', '.join(known)}"
                self._wrong(key, f"{what} has no key {key.value[:40]!r}{hint}")
            else:
                found[key.value] = value
        for name in needed:
            if name not in found:
                self._wrong(node, f"{what} needs the key {name!r}")
        return found

    def _wrong(self, node: Node, message: str) -> None:
        problem = Problem(message=message, file=self.file, line=node.line, column=node.column)
        self.problems.append(problem)
