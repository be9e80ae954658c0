"""
Articles from files: plain text, HTML, JSON Lines, feeds.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

import attrs

from diplomodel.casebooks import SetAside
from diplomodel.extractors import set_aside


__all__ = ["Article", "articles"]

#: Larger pages are read as plain text: no parser holds a tree of them.
_LARGEST_PAGE: Final = 8_000_000
_DEEPEST: Final = 400
_TEXT_KEYS: Final = ("text", "body", "content", "article", "maintext", "full_text")


@attrs.frozen(kw_only=True)
class Article:
    """
    A text to read, and what is known of it.

    Attributes:
        text: The text, as offsets count it.
        digest: SHA-256 of the text in UTF-8.
        name: Its name for messages.
        title: Its title, where that is not in the text.
        published: The day of publication, where known.
        language: Its language, where known.
        publisher: Who published it.
        address: Where it is found.
        as_given: Whether the text is the file's own, so that offsets count in the file.
    """

    text: str
    digest: str
    name: str
    title: str | None = None
    published: dt.date | None = None
    language: str | None = None
    publisher: str | None = None
    address: str | None = None
    as_given: bool = False


def digest(text: str) -> str:
    """
    SHA-256 of a text in UTF-8.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def articles(source: BinaryIO, name: str) -> Iterator[Article | SetAside]:
    """
    The articles of a file, told apart by its first bytes and its name.
    """
    suffix = name.rpartition(".")[2].lower()
    if suffix in {"jsonl", "ndjson"}:
        yield from _json_lines(source, name)
        return
    head = source.peek(512)[:512] if isinstance(source, io.BufferedReader) else source.read(512)
    if not isinstance(source, io.BufferedReader):
        source.seek(0)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        suffix not in {"txt", "html", "htm", "xml", "rss", "atom"}
        and start.startswith(b"{")
        and _is_json(start)
    ):
        yield from _json_lines(source, name)
        return
    raw = source.read()
    if _is_binary(raw):
        why = "this is no text: give text, HTML, JSON Lines or a feed"
        yield set_aside(raw[:60].hex(" "), why, index=0, file=name)
        return
    if (
        suffix in {"rss", "atom", "xml"}
        or start.startswith((b"<rss", b"<feed", b"<rdf:rdf"))
        or (start.startswith(b"<?xml") and (b"<rss" in start or b"<feed" in start))
    ):
        yield from _feed(raw, name)
    elif suffix in {"html", "htm"} or start.startswith((b"<!doctype html", b"<html")):
        yield _page(raw, name)
    else:
        text = _decoded(raw)
        yield Article(text=text, digest=digest(text), name=name, as_given=True)


def _is_binary(raw: bytes) -> bool:
    """
    Whether bytes are no text: zeros among them, or many of the controls that no text has.
    """
    head = raw[:4096]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return b"\x00" in head or controls * 20 > len(head)


def _is_json(start: bytes) -> bool:
    return b'"' in start[:40]


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _json_lines(source: BinaryIO, name: str) -> Iterator[Article | SetAside]:
    for number, line in enumerate(source):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
        except (ValueError, RecursionError):
            yield set_aside(
                line[:2000].decode("utf-8", "replace"),
                "this line is no JSON: give one article as an object on each line",
                index=number,
                file=name,
                line=number + 1,
            )
            continue
        made = _from_json(plain, name, number)
        if made is None:
            yield set_aside(
                line[:2000].decode("utf-8", "replace"),
                f"no text in this line: put it under {_TEXT_KEYS[0]!r}",
                index=number,
                file=name,
                line=number + 1,
            )
        else:
            yield made


def _from_json(plain: object, name: str, number: int) -> Article | None:
    if not isinstance(plain, Mapping):
        return None
    text = next((plain[key] for key in _TEXT_KEYS if isinstance(plain.get(key), str)), None)
    if not isinstance(text, str) or not text.strip():
        return None
    title = _text(plain, "title", "headline")
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    return Article(
        text=text,
        digest=digest(text),
        name=_text(plain, "id") or f"{name}:{number + 1}",
        title=title,
        published=_day(_text(plain, "published", "date", "date_publish", "publication_date")),
        language=(_text(plain, "language", "lang") or "")[:2].lower() or None,
        publisher=_text(plain, "publisher", "source", "outlet"),
        address=_text(plain, "address", "url", "link"),
    )


def _text(plain: Mapping[object, object], *keys: str) -> str | None:
    for key in keys:
        value = plain.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def _day(text: str | None) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _page(raw: bytes, name: str, *, address: str | None = None) -> Article:
    text = _decoded(raw)
    extracted, title, published, publisher = "", None, None, None
    if len(raw) <= _LARGEST_PAGE and not _is_too_deep(raw):
        extracted, title, published, publisher = _trafilatura(text)
    body = extracted or _stripped(text)
    return Article(
        text=body,
        digest=digest(body),
        name=name,
        title=title,
        published=_day(published),
        publisher=publisher,
        address=address,
    )


def _is_too_deep(raw: bytes) -> bool:
    """
    Whether elements open far more often than they close, which parsers walk by recursion.
    """
    return (
        raw.count(b"<") - 2 * raw.count(b"</") > 20 * _DEEPEST
        and raw.count(b"<div") - raw.count(b"</div") > _DEEPEST
    )


def _trafilatura(text: str) -> tuple[str, str | None, str | None, str | None]:
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            text, with_metadata=True, favor_precision=False, include_comments=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError):
        return "", None, None, None
    if found is None:
        return "", None, None, None
    body = str(getattr(found, "text", "") or "")
    title = getattr(found, "title", None)
    if title and body and not body.startswith(title):
        body = f"{title}\n{body}"
    return body, title, getattr(found, "date", None), getattr(found, "sitename", None)


def _stripped(text: str) -> str:
    """
    The text between tags, in one pass: for pages that no parser takes.
    """
    import html

    pieces: list[str] = []
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            pieces.append(text[at:])
            break
        pieces.append(text[at:start])
        end = text.find(">", start)
        if end < 0:
            break
        tag = text[start + 1 : start + 8].lower()
        if tag.startswith(("script", "style")):
            close = text.find("</", end)
            end = text.find(">", close) if close >= 0 else -1
            if end < 0:
                break
        pieces.append(
            "\n" if tag.startswith(("p", "/p", "br", "div", "/div", "h", "/h", "li")) else " "
        )
        at = end + 1
    lines = (" ".join(line.split()) for line in html.unescape("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)


def _feed(raw: bytes, name: str) -> Iterator[Article | SetAside]:
    import feedparser

    parsed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    publisher = str(parsed.feed.get("title") or "") or None
    for number, entry in enumerate(parsed.entries):
        contents = [str(one.get("value") or "") for one in entry.get("content") or ()]
        body = max([*contents, str(entry.get("summary") or "")], key=len)
        title = str(entry.get("title") or "")
        text = "\n".join(part for part in (_stripped(title), _stripped(body)) if part)
        if not text:
            yield set_aside(
                title or str(entry.get("id") or ""),
                "this entry of the feed has no text",
                index=number,
                file=name,
            )
            continue
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        language = str(parsed.feed.get("language") or "")[:2].lower() or None
        yield Article(
            text=text,
            digest=digest(text),
            name=str(entry.get("id") or f"{name}:{number + 1}"),
            title=title or None,
            published=dt.date(*when[:3]) if when else None,
            language=language,
            publisher=publisher,
            address=str(entry.get("link") or "") or None,
        )
