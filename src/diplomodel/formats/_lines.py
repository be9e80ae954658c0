"""
Records of files that hold one event a line or row, and the lines they stand on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

import attrs

from diplomodel.errors import BadInputError, Problem
from diplomodel.formats._faults import Fault, Faults


__all__ = ["MAX_RECORD", "Record", "lines"]

MAX_RECORD: Final = 16 * 2**20
"""The longest line that is read, in characters; it bounds what a hostile file takes."""


@attrs.frozen(kw_only=True)
class Record:
    """
    One record of a file, before it is made an event.

    Attributes:
        plain: Its plain data; where it cannot be read at all, its text.
        line: Line on which it begins, counted from 1; ``None`` where it is not known.
        faults: Why it cannot be read at all; empty where it can.
        misplaced: Why it should not stand where it does.
    """

    plain: object
    line: int | None = None
    faults: tuple[Fault, ...] = ()
    misplaced: tuple[Fault, ...] = ()

    @classmethod
    def broken(cls, text: str, line: int, faults: Faults) -> Record:
        """
        A record that cannot be read at all.
        """
        return cls(plain=text, line=line, faults=faults.found)


def lines(stream: TextIO) -> Iterator[tuple[int, str]]:
    """
    The lines of a stream with their ends, and their numbers counted from 1.

    Raises:
        BadInputError: A line is too long, or is not UTF-8.
    """
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(MAX_RECORD + 1)
        except UnicodeDecodeError as error:
            message = f"the bytes here or soon after are not UTF-8 ({error.reason}); "
            message += "save the file with the encoding UTF-8"
            raise BadInputError([Problem(message=message, line=number)]) from None
        if len(line) > MAX_RECORD:
            message = f"a line is longer than {MAX_RECORD} characters; divide it"
            raise BadInputError([Problem(message=message, line=number)])
        if not line:
            return
        yield number, line
