"""
Nodes made of the events of PyYAML's parser, with everything refused that a casebook cannot hold.

PyYAML's own composer is not used: it follows aliases, takes the last of keys that stand twice,
and ends the process where brackets are nested 50,000 deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

import attrs

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._nodes import MappingNode, Node, ScalarNode, SequenceNode, path_text
from diplomodel.formats._yaml_parser import parser
from diplomodel.formats._yaml_writer import MAX_DEPTH


if TYPE_CHECKING:
    # PyYAML is loaded when the first file is read, not with the package.
    import yaml


__all__ = ["MAX_PROBLEMS", "Builder", "lines_and_columns"]

MAX_PROBLEMS = 1000
"""The number of problems in one file after which its reading ends."""

_COMMENT_OR_TAB = re.compile(r"(?<![^ \t\n])#[^\n]*|\t")

# Where one of PyYAML's parsers is laxer about a block of text than the other: what may follow
# its indicator on the line (YAML 1.2, section 8.1.1), and a tab before its first character.
_BLOCK_HEADER = re.compile(r"[|>][-+]?([0-9]?)[-+]?[ \t]*(?:(?<=[ \t])#[^\n]*)?(?:\n|\Z)")
_INDENTING_TAB = re.compile(r"(?: *+\n)*+ *+\t")

# What both parsers of PyYAML say, by a part common to their wordings, and what mends it.
_REMEDIES = (
    ("mapping values are not allowed", "put a text that holds ': ' in double quotes"),
    ("cannot start any token", "indent with spaces, and quote a text that begins with @, ` or %"),
    ("unknown escape character", "write a backslash twice, or use single quotes"),
    ("unexpected end of stream", "close the quotes"),
    ("could not find expected ':'", "write 'key: value', with a space after the colon"),
)
_REMEDY = "check the indentation, the quotes and the brackets here and just before"


@attrs.define(kw_only=True, eq=False)
class _Frame:
    """
    A list or mapping whose end has not been read.

    Attributes:
        mapping: Whether it is a mapping.
        line: Line where it begins.
        column: Column where it begins.
        items: Items of a list.
        entries: Entries of a mapping.
        key: Key that waits for its value.
        lines: Line of each key so far.
    """

    mapping: bool
    line: int
    column: int
    items: list[Node] = attrs.field(factory=list)
    entries: list[tuple[ScalarNode, Node]] = attrs.field(factory=list)
    key: ScalarNode | None = None
    lines: dict[str, int] = attrs.field(factory=dict)

    def node(self) -> Node:
        """
        The finished node.
        """
        if self.mapping:
            return MappingNode(entries=tuple(self.entries), line=self.line, column=self.column)
        return SequenceNode(items=tuple(self.items), line=self.line, column=self.column)


class _StopReadingError(Exception):
    """
    What follows cannot be read, or is not worth reading.
    """


@attrs.define(kw_only=True, eq=False)
class Builder:
    """
    Makes the nodes of one file, with a stack of its own instead of recursion.

    Attributes:
        text: The file, with LF for line breaks.
        file: Its name, for the messages.

    Example:
        >>> Builder(text="NO", file=None).build().value
        'NO'
    """

    text: str
    file: str | None
    _root: Node | None = attrs.field(default=None, init=False)
    _documents: int = attrs.field(default=0, init=False)
    _frames: list[_Frame] = attrs.field(factory=list, init=False)
    _problems: list[Problem] = attrs.field(factory=list, init=False)
    _quoted: list[tuple[int, int]] = attrs.field(factory=list, init=False)
    _end: int = attrs.field(default=0, init=False)

    def build(self) -> Node:
        """
        Read the whole file and give its root.

        Raises:
            BadInputError: With every problem that was found, in the order of the file.
        """
        try:
            self._read()
            self._check_tabs()
        except _StopReadingError:
            pass
        if self._problems:
            raise BadInputError(sorted(self._problems, key=lambda p: (p.line or 0, p.column or 0)))
        return self._root or ScalarNode(value="", plain=True, line=1, column=1)

    def _read(self) -> None:
        """
        Take every event.
        """
        import yaml

        try:
            for event in yaml.parse(self.text, Loader=parser()):
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(event)
                elif isinstance(event, yaml.CollectionStartEvent):
                    self._start(event, mapping=isinstance(event, yaml.MappingStartEvent))
                elif isinstance(event, yaml.CollectionEndEvent):
                    self._add(self._frames.pop().node())
                elif isinstance(event, yaml.AliasEvent):
                    self._alias(event)
                elif isinstance(event, yaml.DocumentStartEvent):
                    self._document(event)
            self._end = len(self.text)
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except (ValueError, OverflowError):
            # The pure parser raises them for an escape such as "\UFFFFFFFF", without a place.
            self._report_at(f"no valid YAML after this place; {_REMEDY}", self._end)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        """
        Refuse all documents but the first.
        """
        self._documents += 1
        if self._documents == 2:
            message = (
                "a second document begins here and a file holds one; "
                "remove the '---' or use a file for each"
            )
            self._report(message, _at(event))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        """
        Add a text.
        """
        line, column = _at(event)
        value = event.value
        plain = not event.style
        if event.tag or event.anchor:
            self._refuse_properties(event)
        end = cast("yaml.Mark", event.end_mark).index
        if not plain:
            self._note_quoted(event, end)
        elif not value:
            line, column = self._place_of_nothing(line, column)
        self._end = end
        self._add(ScalarNode(value=value, plain=plain, line=line, column=column))

    def _note_quoted(self, event: yaml.ScalarEvent, end: int) -> None:
        """
        Remember where tabs are part of a text; refuse halves of characters.
        """
        start = cast("yaml.Mark", event.start_mark).index
        if event.style in {"|", ">"}:
            header = _BLOCK_HEADER.match(self.text, start)
            if header is None:
                message = f"'{event.style}' opens a block of text and must end its line"
                self._report(message, _at(event))
            elif not header[1] and _INDENTING_TAB.match(self.text, header.end(), end):
                message = "a tab stands at the beginning of a block of text; put spaces"
                self._report(message, _at(event))
            # The rest of the line with the indicator is no part of the text.
            start = self.text.find("\n", start, end) + 1 or end
        self._quoted.append((start, end))
        if not event.value.isascii() and re.search("[\ud800-\udfff]", event.value):
            # libyaml refuses these escapes itself, the pure parser lets them pass.
            self._report(f"no valid YAML: half of a character; {_REMEDY}", _at(event))

    def _place_of_nothing(self, line: int, column: int) -> tuple[int, int]:
        """
        The place of a value that is not there: that of its key, for the parsers disagree.
        """
        if not self._frames:
            return 1, 1
        key = self._frames[-1].key
        return (key.line, key.column) if key else (line, column)

    def _start(self, event: yaml.CollectionStartEvent, *, mapping: bool) -> None:
        """
        Open a list or a mapping.
        """
        line, column = _at(event)
        if event.tag or event.anchor:
            self._refuse_properties(event)
        if len(self._frames) >= MAX_DEPTH:
            message = f"lists and mappings go deeper than {MAX_DEPTH} levels; flatten them"
            self._report(message, (line, column))
            raise _StopReadingError
        self._frames.append(_Frame(mapping=mapping, line=line, column=column))

    def _alias(self, event: yaml.AliasEvent) -> None:
        """
        Refuse an alias, with a text in its place so that reading goes on.
        """
        line, column = _at(event)
        name = f"*{event.anchor}"
        message = f"the alias '{_short(name)}' is not allowed; write the value out"
        self._report(message, (line, column))
        self._add(ScalarNode(value=name, plain=False, line=line, column=column))

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """
        Refuse the tag and the anchor of a node.
        """
        if event.tag:
            tag = _short(event.tag.replace("tag:yaml.org,2002:", "!!"))
            message = f"the tag {tag!r} is not allowed; remove it and write the value alone"
            self._report(message, _at(event))
        if event.anchor:
            name = _short(event.anchor)
            message = f"the anchor '&{name}' is not allowed; remove it and write values out"
            self._report(message, _at(event))

    def _add(self, node: Node) -> None:
        """
        Put a finished node where it belongs.
        """
        if not self._frames:
            if self._root is None:
                self._root = node
            return
        frame = self._frames[-1]
        if not frame.mapping:
            frame.items.append(node)
        elif frame.key is None:
            self._add_key(frame, node)
        else:
            frame.entries.append((frame.key, node))
            frame.key = None

    def _add_key(self, frame: _Frame, node: Node) -> None:
        """
        Take the key of the next entry and refuse what cannot be one.
        """
        if not isinstance(node, ScalarNode):
            message = "a key must be a text and this one is a list or a mapping; name the entry"
            self._report(message, (node.line, node.column))
            frame.key = ScalarNode(value="?", plain=False, line=node.line, column=node.column)
            return
        frame.key = node
        first = frame.lines.get(node.value)
        frame.lines.setdefault(node.value, node.line)
        if node.is_null:
            message = "a key must be a text and this one is null; name it, or quote it"
        elif node.plain and node.value == "<<":
            message = "a merge key '<<' is not allowed; write the entries out"
        elif first is not None:
            message = (
                f"the key {_short(node.value)!r} stands twice, first on line {first}; "
                "remove or rename one of them"
            )
        else:
            return
        self._report(message, (node.line, node.column))

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        """
        Report an error of YAML's grammar, which ends the reading.
        """
        what = str(error.problem)
        remedy = next((mend for part, mend in _REMEDIES if part in what), _REMEDY)
        begun = error.context_mark
        context = f" ({error.context} that begins on line {begun.line + 1})" if begun else ""
        mark = cast("yaml.Mark", error.problem_mark)
        # libyaml puts the end of a text without a last line break on a line that is not there.
        index = min(mark.index, len(self.text))
        self._report_at(f"no valid YAML: {what}{context}; {remedy}", index)

    def _check_tabs(self) -> None:
        """
        Refuse tabs outside quoted texts, blocks of text and comments.

        libyaml takes some of them for white space that the pure parser refuses.
        """
        if "\t" not in self.text:
            return
        message = "a tab stands here; put spaces, or quote the text it belongs to"
        # All is read by now, so where in the data a tab stands is not known.
        self._frames.clear()
        for place in lines_and_columns(self.text, self._loose_tabs()):
            self._report(message, place)

    def _loose_tabs(self) -> Iterator[int]:
        """
        Where tabs stand outside quoted texts, blocks of text and comments.
        """
        start = 0
        for begin, end in (*self._quoted, (self._end, self._end)):
            for match in _COMMENT_OR_TAB.finditer(self.text, start, begin):
                if match[0] == "\t":
                    yield match.start()
            start = end

    def _report_at(self, message: str, index: int) -> None:
        """
        Keep a problem at a place in the text.
        """
        self._report(message, next(lines_and_columns(self.text, [index])))

    def _report(self, message: str, place: tuple[int, int]) -> None:
        """
        Keep a problem at the present place in the data, and a line and column.
        """
        parts: list[str | int] = []
        for frame in self._frames:
            if not frame.mapping:
                parts.append(len(frame.items))
            elif frame.key is not None:
                parts.append(_short(frame.key.value))
        self._problems.append(
            Problem(
                message=message,
                path=path_text(tuple(parts)),
                file=self.file,
                line=place[0],
                column=place[1],
            )
        )
        if len(self._problems) >= MAX_PROBLEMS:
            raise _StopReadingError


def _at(event: yaml.Event) -> tuple[int, int]:
    """
    Where an event begins, counted from 1.
    """
    # Only events made by hand have no mark; a parser always gives one.
    mark = cast("yaml.Mark", event.start_mark)
    return mark.line + 1, mark.column + 1


def lines_and_columns(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    r"""
    Lines and columns, counted from 1, of places in a text whose lines end in LF.

    Args:
        text: The whole text.
        places: Places counted from 0 in rising order, so that the text is gone through once.

    Example:
        >>> list(lines_and_columns("of: PER\non: 1", [0, 12]))
        [(1, 1), (2, 5)]
    """
    line, begin, last = 1, 0, 0
    for place in places:
        line += text.count("\n", last, place)
        begin = text.rfind("\n", last, place) + 1 or begin
        last = place
        yield line, place - begin + 1


def _short(text: str) -> str:
    """
    A text for a message, cut where it is long.
    """
    return text if len(text) <= 60 else f"{text[:59]}…"
