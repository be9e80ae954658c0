"""
The whole casebook as JSON Lines or CSV, without loss.

Both are formats of `diplomodel.casebooks`, so that what was exported is read like any casebook.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from diplomodel.casebooks import Casebook, Coverage, loads
from diplomodel.casebooks._writing import csv_text, jsonl_text
from diplomodel.dates import day_text
from diplomodel.exporters._export import Export


__all__ = ["CsvExporter", "JsonLinesExporter", "casebook_of", "read_csv_rows", "read_json_lines"]


def casebook_of(case: Export) -> Casebook:
    """
    The casebook; where a history alone was given, one of its events and the days it covers.
    """
    if case.casebook is not None:
        return case.casebook
    first, last = case.history.first_day, case.history.last_day
    coverage = None
    if first is not None and last is not None and first <= last:
        coverage = Coverage(first=day_text(first), last=day_text(last))
    return Casebook(events=case.history.events, coverage=coverage)


class JsonLinesExporter:
    """
    Writes JSON Lines: a header, then one event a line.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take no options.
        """
        del options

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything.
        """
        _write(jsonl_text(casebook_of(case), fingerprint=case.fingerprint), target)


class CsvExporter:
    """
    Writes CSV: a row of names, a row for the casebook, then one event a row.
    """

    def __init__(self, options: object | None = None) -> None:
        """
        Take no options.
        """
        del options

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write everything.
        """
        _write(csv_text(casebook_of(case), fingerprint=case.fingerprint), target)


def _write(chunks: Iterable[str], target: BinaryIO) -> None:
    target.writelines(chunk.encode("utf-8") for chunk in chunks)


def read_json_lines(source: BinaryIO) -> Casebook:
    """
    Read back what was written; what the casebook had set aside is set aside again.

    Raises:
        BadInputError: It is no casebook.
    """
    return loads(source.read(), format="jsonl", on_problem="collect")


def read_csv_rows(source: BinaryIO) -> Casebook:
    """
    Read back what was written; what the casebook had set aside is set aside again.

    Raises:
        BadInputError: It is no casebook.
    """
    return loads(source.read(), format="csv", on_problem="collect")
