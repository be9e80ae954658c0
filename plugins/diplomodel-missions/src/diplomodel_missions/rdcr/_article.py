"""
The entries of an article, from its TEI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

import attrs

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel_missions._xml import parse


__all__ = ["Article", "Entry", "article"]

_DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_YEAR: Final = re.compile(r"\b[0-9]{4}\b")


@attrs.frozen(kw_only=True)
class Entry:
    """
    An entry of a timeline.

    Attributes:
        section: The name of the section that it stands in.
        number: Its place among the entries of the article, counted from 1.
        line: The line on which it starts.
        heading: Its heading; empty where it has none.
        dated: The date that its heading gives, or the time from the first to the last;
            ``None`` where it gives none.
        prose: What it tells.
    """

    section: str
    number: int
    line: int
    heading: str
    dated: PartialDate | None
    prose: str


@attrs.frozen(kw_only=True)
class Article:
    """
    What an article tells of one country.

    Attributes:
        country: The country, as its short title has it.
        title: Its whole title.
        entries: The entries of its timelines.
        fault: Why it breaks off; nothing for a whole article.
    """

    country: str
    title: str
    entries: tuple[Entry, ...]
    fault: str


def article(source: BinaryIO, /, *, name: str) -> Article:
    """
    Read an article, as far as it goes.

    Args:
        source: The article.
        name: Name of its file, for messages.

    Raises:
        BadInputError: It is no article.
    """
    tree = parse(source, name=name)
    if tree.root.tag != "TEI":
        raise BadInputError(
            f"{name or 'the file'} is no article in TEI: its outermost element is"
            f" {tree.root.tag[:80]!r}"
        )
    titles = {one.get("type", ""): text_of(one) for one in tree.root.iter("title")}
    country = titles.get("short") or titles.get("complete", "").rpartition(":")[2].strip()
    broken = {id(one) for one in tree.broken}
    if not country and not tree.fault:
        raise BadInputError(f"{name or 'the file'} names no country in its titles")
    return Article(
        country=country[:200],
        title=titles.get("complete", "")[:300] or country[:200],
        entries=tuple(one for one in _entries(tree.root, "", tree.lines, broken) if one.number),
        fault=tree.fault,
    )


def _entries(
    root: Element, section: str, lines: dict[int, int], broken: set[int]
) -> Iterator[Entry]:
    number = 0
    waiting: list[tuple[Element, str]] = [(root, section)]
    while waiting:
        element, inside = waiting.pop()
        if element.tag == "div" and element.get("type") == "timeline":
            if id(element) in broken:
                continue
            number += 1
            yield _entry(element, inside, number, lines[id(element)])
            # Entries inside of entries are entries of their own.
        inside = (element.get("id") or inside) if element.tag == "div" else inside
        waiting.extend((child, inside) for child in reversed(element))


def _entry(element: Element, section: str, number: int, line: int) -> Entry:
    head = element.find("head")
    paragraphs = (text_of(one) for one in element.findall("p"))
    return Entry(
        section=section[:80] or "article",
        number=number,
        line=line,
        heading="" if head is None else text_of(head),
        dated=None if head is None else _dated(head),
        prose=" ".join(filter(None, paragraphs)),
    )


def _dated(head: Element) -> PartialDate | None:
    told = [value for one in head.iter("date") for value in _values(one)]
    try:
        dates = [PartialDate.parse(value) for value in told]
        if len(dates) < 2:
            return dates[0] if dates else None
        first, last = dates[0], dates[-1]
        return first if first == last else PartialDate.parse(f"{first.text}/{last.text}")
    except BadInputError:
        return None


def _values(date: Element) -> list[str]:
    """
    The dates of an element; where its one year is another than that of its text, the latter.
    """
    found = [
        value
        for key in ("when", "from", "to", "notBefore", "notAfter")
        if _DATE.fullmatch(value := date.get(key, ""))
    ]
    shown = _YEAR.findall(text_of(date))
    if len(shown) == 1 and len(found) == 1 and found[0][:4] != shown[0]:
        return shown
    return found


def text_of(element: Element) -> str:
    """
    All text in an element, with single spaces.
    """
    return " ".join("".join(element.itertext()).split())
