"""
Casebooks in files: read whole or event by event, written in one step or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

import attrs

from diplomodel.casebooks._casebook import Casebook
from diplomodel.casebooks._document import Document, lines_document, text_stream, yaml_document
from diplomodel.casebooks._reading import Reader
from diplomodel.casebooks._targets import new_file, os_errors, refuse
from diplomodel.casebooks._writing import csv_text, jsonl_text, yaml_text
from diplomodel.errors import BadInputError, Problem, did_you_mean


__all__ = ["FormatName", "OnProblem", "dumps", "loads", "read", "write"]

OnProblem = Literal["raise", "collect"]
"""
What to do about parts that cannot be read: raise an error about them all, or set them aside.
"""

FormatName = Literal["yaml", "jsonl", "csv"]
"""
The formats of casebooks.
"""

_SUFFIXES: Final[dict[str, FormatName]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".jsonl": "jsonl",
    ".csv": "csv",
}

_WRITERS: Final[dict[FormatName, Callable[[Casebook], Iterator[str]]]] = {
    "yaml": yaml_text,
    "jsonl": jsonl_text,
    "csv": csv_text,
}

# The marks with which files in UTF-16 begin.
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def read(path: str | os.PathLike[str], *, on_problem: OnProblem = "raise") -> Casebook:
    """
    Read a casebook from a file: YAML (``.yaml``, ``.yml``), JSON Lines (``.jsonl``) or CSV.

    Args:
        path: The file, in UTF-8, with or without a byte order mark.
        on_problem: ``raise`` raises one error about all that is wrong; ``collect`` sets bad parts
            aside, in `Casebook.set_aside`, and reads the rest.

    Raises:
        BadInputError: The file cannot be read; or, unless collected, something in it is wrong.
            What makes a file no casebook at all, such as bad YAML, is always raised.

    Example:
        >>> read("no-such-file.yaml")
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: no-such-file.yaml: there is no such file; check the path
    """
    text, form, file = checked_text(path, None)
    return _read_text(text, form=form, file=file, on_problem=on_problem)


def loads(text: str | bytes, *, format: FormatName, on_problem: OnProblem = "raise") -> Casebook:
    r"""
    Read a casebook from text.

    Args:
        text: The content of a file; bytes are UTF-8.
        format: ``yaml``, ``jsonl`` or ``csv``.
        on_problem: As for `read`.

    Raises:
        BadInputError: As for `read`.

    Example:
        >>> lines = '{"kind": "talks", "occurred": "2022", "by": "PER"}\n'
        >>> loads(lines, format="jsonl").events[0].by
        'PER'
    """
    _check_format(format)
    content = _decoded(text, None) if isinstance(text, bytes) else text.removeprefix("\ufeff")
    return _read_text(content, form=format, file=None, on_problem=on_problem)


def dumps(casebook: Casebook, *, format: FormatName) -> str:
    r"""
    A casebook as text; the same text for the same casebook.

    Args:
        casebook: The casebook.
        format: ``yaml``, ``jsonl`` or ``csv``.

    Raises:
        BadInputError: It holds something that could not be read again.

    Example:
        >>> from diplomodel.events import Talks
        >>> case = Casebook(events=[Talks(occurred="2022", by="PER")])
        >>> dumps(case, format="csv")
        'kind,occurred,by\ntalks,2022,PER\n'
    """
    _check_format(format)
    return "".join(_WRITERS[format](casebook))


def write(casebook: Casebook, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """
    Write a casebook to a file, whose suffix says in which format.

    The file is there whole or not at all: what it held stays until all is written.

    Args:
        casebook: The casebook.
        path: The file.
        overwrite: Replace a file that is there.

    Raises:
        BadInputError: There is a file of that name, it cannot be written, its name is reserved
            on Windows, or the casebook holds something that could not be read again.
    """
    form = format_of(path)
    save([dumps(casebook, format=form)], path, overwrite=overwrite)


def save(chunks: Iterable[str], path: str | os.PathLike[str], *, overwrite: bool) -> None:
    """
    Write text to a file, all of it or nothing.
    """
    with new_file(path, overwrite=overwrite) as stream, os_errors(path):
        for chunk in chunks:
            stream.write(chunk.encode("utf-8"))


def _read_text(
    text: str, *, form: FormatName, file: str | None, on_problem: OnProblem
) -> Casebook:
    if on_problem not in ("raise", "collect"):
        raise BadInputError(f"on_problem is {on_problem!r}: give 'raise' or 'collect'")
    reader = Reader(file=file, collect=on_problem == "collect")
    with named(file):
        return reader.casebook(document_of(text, form=form, reader=reader))


def checked_text(
    source: str | os.PathLike[str], form: FormatName | None
) -> tuple[str, FormatName, str | None]:
    """
    Text, format and file of a path, or of a text whose format is given.
    """
    if form is not None:
        _check_format(form)
        return str(source).removeprefix("\ufeff"), form, None
    found = format_of(source)
    with os_errors(source):
        data = Path(source).read_bytes()
    return _decoded(data, str(source)), found, str(source)


def document_of(text: str, *, form: FormatName, reader: Reader) -> Document:
    """
    The document in a text; problems carry the name of the reader's file.
    """
    if form == "yaml":
        return yaml_document(text, file=reader.file)
    _check_surrogates(text, reader.file)
    return lines_document(text_stream(text, form=form), form=form, context=reader.context)


def _decoded(data: bytes, file: str | None) -> str:
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        what = f"the byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
        if data.startswith(_UTF16):
            what = "the file is in UTF-16"
        message = f"{what}; save it with the encoding UTF-8"
        line = before.count(b"\n") + 1
        raise BadInputError([Problem(message=message, file=file, line=line)]) from None


def _check_surrogates(text: str, file: str | None) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        code = ord(text[error.start])
        message = f"the lone surrogate U+{code:04X} is not a character; replace it"
        raise BadInputError([Problem(message=message, file=file, line=line)]) from None


def format_of(path: str | os.PathLike[str]) -> FormatName:
    """
    The format that a file's suffix names.

    Raises:
        BadInputError: It names none.
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise BadInputError("a path must be text; decode it with os.fsdecode")
    if "\0" in name:
        refuse(name.replace("\0", "\\0"), "a path cannot hold the character U+0000")
    suffix = Path(name).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    hint = did_you_mean(suffix, _SUFFIXES) or f"; use one of {', '.join(_SUFFIXES)}"
    return refuse(path, f"the suffix {suffix!r} names no format{hint}")


def _check_format(format: str) -> None:
    if format not in _WRITERS:
        hint = did_you_mean(str(format)[:80], _WRITERS) or f"; use one of {', '.join(_WRITERS)}"
        raise BadInputError(f"unknown format {str(format)[:80]!r}{hint}")


@contextmanager
def named(file: str | None) -> Iterator[None]:
    """
    Put the name of the file into problems found before it was known.
    """
    try:
        yield
    except BadInputError as error:
        if file is None or all(problem.file for problem in error.problems):
            raise
        found = [attrs.evolve(problem, file=problem.file or file) for problem in error.problems]
        raise BadInputError(found) from None
