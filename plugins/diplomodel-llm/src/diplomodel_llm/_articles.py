"""
Articles in files: plain text, or JSON Lines with one article each.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, Final

import attrs

from diplomodel.actors import person_id
from diplomodel.casebooks import SetAside
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, Problem, did_you_mean
from diplomodel.evidence import Source, SourceKind
from diplomodel.extractors import set_aside
from diplomodel_llm._options import LlmOptions


__all__ = ["Article", "articles"]

_KEYS: Final = ("text", "id", "title", "published", "publisher", "language", "address", "licence")
_HTML: Final = re.compile(r"\s*(?:<!doctype html|<html[\s>]|<\?xml)", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")

#: Most bytes that a character takes in UTF-8.
_WIDEST: Final = 4

#: What stands around the text of an article in a line of JSON: escapes, and the other fields.
_AROUND: Final = 8


@attrs.frozen(kw_only=True)
class Article:
    """
    A text and where it comes from.

    Attributes:
        text: The text; offsets count its characters.
        source: The document, for evidence.
        index: Its place in the file, counted from 0.
        line: Its line in the file, where the file holds one a line.
    """

    text: str
    source: Source
    index: int = 0
    line: int | None = None


def articles(source: BinaryIO, *, name: str, options: LlmOptions) -> Iterator[Article | SetAside]:
    """
    The articles of a file, those that cannot be read set aside between them.

    Raises:
        BadInputError: The file is no text at all.
    """
    if PurePath(name).suffix.lower() == ".jsonl":
        yield from _lines(source, name=name, options=options)
        return
    data = source.read(options.longest * _WIDEST + 1)
    is_cut = len(data) > options.longest * _WIDEST
    text = _decoded(data, name, is_cut=is_cut)
    if _HTML.match(text):
        _refuse(name, "this is HTML or XML: give the text of the article alone")
    if not text.strip():
        return
    if is_cut or len(text) > options.longest:
        yield set_aside(text[:200], _too_long(options), index=0, file=name)
        return
    stem = PurePath(name).stem
    yield Article(text=text, source=_source({"text": text}, stem=stem, options=options))


def _lines(source: BinaryIO, *, name: str, options: LlmOptions) -> Iterator[Article | SetAside]:
    most = options.longest * _WIDEST * _AROUND
    stem = PurePath(name).stem
    index = 0
    for number, raw in enumerate(iter(lambda: source.readline(most), b""), start=1):
        if not raw.strip():
            continue
        try:
            fields = _fields(raw)
            text = fields["text"]
            if len(text) > options.longest:
                raise BadInputError(_too_long(options))
            document = _source(fields, stem=f"{stem}-{number}", options=options)
            yield Article(text=text, source=document, index=index, line=number)
        except BadInputError as error:
            shown = raw[:200].decode("utf-8", "replace")
            reason = error.problems[0].message
            yield set_aside(shown, reason, index=index, file=name, line=number)
        index += 1


def _fields(raw: bytes) -> dict[str, str]:
    """
    The fields of an article in a line.

    Raises:
        BadInputError: It is no article.
    """
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadInputError("this line is no JSON: write an object with a text") from None
    if not isinstance(found, dict):
        raise BadInputError("this line is no object of JSON: write one with a text")
    fields = {key: value for key, value in found.items() if value is not None}
    for key, value in fields.items():
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"; known are {', '.join(_KEYS)}"
            raise BadInputError(f"an article has no field {key[:60]!r}{hint}")
        if not isinstance(value, str):
            raise BadInputError(f"the field {key!r} is no text: write it in quotation marks")
    text = fields.get("text", "")
    if not text.strip():
        raise BadInputError("the article has no text: add the field 'text'")
    if not _is_text(text):
        raise BadInputError("the text holds control characters: take them out")
    return fields


def _source(fields: dict[str, str], *, stem: str, options: LlmOptions) -> Source:
    published = fields.get("published")
    digest = hashlib.sha256(fields["text"].encode()).hexdigest()
    try:
        name = person_id(fields.get("id", stem))
    except BadInputError:
        name = f"text-{digest[:16]}"
    return Source(
        id=name,
        publisher=fields.get("publisher", options.publisher),
        title=fields.get("title"),
        address=fields.get("address"),
        published=options.published if published is None else PartialDate.of(published),
        language=fields.get("language", options.language),
        kind=SourceKind.NEWS,
        licence=fields.get("licence"),
        note=f"SHA-256 of the text: {digest}",
    )


def _decoded(data: bytes, name: str, *, is_cut: bool) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The last character may be cut off where only so much is read.
        if not is_cut or error.reason != "unexpected end of data":
            _refuse(name, "this is no text in UTF-8: convert it")
        text = data[: error.start].decode("utf-8-sig")
    if not _is_text(text):
        _refuse(name, "this holds control characters and is no text")
    return text


def _is_text(text: str) -> bool:
    return _CONTROL.search(text) is None and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _too_long(options: LlmOptions) -> str:
    return (
        f"the article is longer than {options.longest} characters: raise longest to send it"
        " all the same"
    )


def _refuse(name: str, message: str) -> None:
    raise BadInputError([Problem(message=message, file=name or None)])
