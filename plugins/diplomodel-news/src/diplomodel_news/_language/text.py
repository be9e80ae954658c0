"""
Folded text, sentences and tokens, each with its exact place in the text.

Folding keeps the length, so that an offset in the folded text is one in the text itself.
Sentences come from the library syntok, line by line; abbreviations of the language's own mend
what it splits too early.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

import attrs


__all__ = ["Sentence", "fold", "paragraphs", "sentences", "tokens_of"]

# Longer pieces are cut at a space: no sentence is so long, and every step stays linear.
_LONGEST_SENTENCE: Final = 800
_LONGEST_LINE: Final = 6000
#: Of how many words one of a list is at most.
_LISTED: Final = 5
_QUOTES: Final = {"“": 1, "”": -1, "«": 1, "»": -1, '"': 0}

#: The end of a sentence within single quotation marks, and the spaces before the next.
_QUOTE_ENDS: Final = re.compile(r"[.!?]’\s+(?=[^\W\d_a-z])")
_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,8}(?!\w)(?:-[a-z]{3,}\b)?"  # initials: U.S., U.S.-led
    r"|['’](?:s|S)\b"
    r"|[^\W\d_]+(?:[-'’](?!(?:s|S)\b)[^\W\d_]+)*\.?(?<=\bSt\.|\bJr\.|\bDr\.|\bMr\.|\bNo\.)"
    r"|[^\W\d_]+(?:[-'’](?!(?:s|S)\b)[^\W_]+)*"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[aªº°])?"
    r"|\S"
)


class _Table(dict[int, int]):
    """
    Each character's folded one: lower case without its accent, where that is one character.
    """

    def __missing__(self, code: int) -> int:
        """
        Fold a character when it is first met.
        """
        base = unicodedata.normalize("NFKD", chr(code))
        first = base[0].lower() if base else ""
        self[code] = folded = ord(first) if len(first) == 1 else code
        return folded


@cache
def _table() -> _Table:
    table = _Table()
    table[ord("’")] = ord("'")
    table[ord("ʼ")] = ord("'")
    return table


def fold(text: str) -> str:
    """
    Lower case without accents, character for character.

    Example:
        >>> fold("Perú rompió")
        'peru rompio'
        >>> len(fold("İstanbul ﬁn")) == len("İstanbul ﬁn")
        True
    """
    return text.lower() if text.isascii() else text.translate(_table())


@attrs.define(eq=False, slots=True)
class Sentence:
    """
    A sentence as its tokens.

    Attributes:
        index: Its number in the text, from 0.
        paragraph: Number of its paragraph, from 0.
        start: Offset of its first character.
        end: Offset just past its last one.
        raw: The tokens as written.
        low: The tokens folded.
        starts: Offset of each token.
        ends: Offset just past each token.
        quoted: Whether each token stands inside quotation marks.
        is_heading: Whether it stands alone on a line, without a final stop.
    """

    index: int
    paragraph: int
    start: int
    end: int
    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[bool]
    is_heading: bool = False

    def __len__(self) -> int:
        """
        The number of tokens.
        """
        return len(self.raw)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""
    The lines of a text, hard-wrapped ones joined, as pairs of offsets.

    Example:
        >>> list(paragraphs("One line.\n\nAnother."))
        [(0, 9), (11, 19)]
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            lines.append((start, start + len(body)))
        elif lines and lines[-1][0] >= 0:
            lines.append((-1, -1))
        at += len(line)
    kept = [pair for pair in lines if pair[0] >= 0]
    if _hard_wrapped(text, lines):
        yield from _joined(lines)
    else:
        yield from kept


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """
    Whether most lines are cut in the middle of a sentence at about one width.
    """
    cut = full = 0
    for (start, end), (after, _) in pairwise(lines):
        if start < 0 or after < 0:
            continue
        if 50 <= end - start <= 100 and text[end - 1] not in '.!?:"”':
            cut += 1
        else:
            full += 1
    return cut > 3 and cut > 2 * full


def _joined(lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for first, last in [*lines, (-1, -1)]:
        if first < 0:
            if start >= 0:
                yield start, end
            start = -1
        else:
            start = first if start < 0 else start
            end = last


def tokens_of(text: str) -> list[tuple[int, int]]:
    """
    The tokens of a text as pairs of offsets.

    Example:
        >>> [text[a:b] for text in ["Peru's U.S. envoy, 72 hours."] for a, b in tokens_of(text)]
        ['Peru', "'s", 'U.S.', 'envoy', ',', '72', 'hours', '.']
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def sentences(text: str, *, abbreviations: Collection[str] = ()) -> Iterator[Sentence]:
    """
    The sentences of a text, in order.

    Args:
        text: The text.
        abbreviations: Folded words that a full stop follows without ending a sentence.

    Example:
        >>> [text[s.start:s.end] for text in ["He left. She stayed."] for s in sentences(text)]
        ['He left.', 'She stayed.']
    """
    index = 0
    for number, (start, end) in enumerate(paragraphs(text)):
        depth = 0
        spans = list(_spans(text, start, end, abbreviations))
        for first, last in spans:
            bare = text[first:last].rstrip("\"”'’») ")
            heading = len(spans) == 1 and bare[-1:] not in ".!?…"
            sentence, depth = _sentence(text, (first, last), (index, number), depth)
            sentence.is_heading = heading
            if sentence.raw:
                yield sentence
                index += 1


def _spans(
    text: str, start: int, end: int, abbreviations: Collection[str]
) -> Iterator[tuple[int, int]]:
    for first, last in _pieces(text, start, end, _LONGEST_LINE):
        bounds = _split(text[first:last])
        held = -1
        for number, (left, right) in enumerate(bounds):
            left, right = first + left, first + right  # noqa: PLW2901 (offsets in the whole text)
            begin = left if held < 0 else held
            word = fold(text[max(begin, right - 24) : right]).rsplit(" ", 1)[-1].lstrip('("“')
            if word in abbreviations and number + 1 < len(bounds):
                held = begin
                continue
            held = -1
            yield from _pieces(text, begin, right, _LONGEST_SENTENCE)


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = cut if cut > start else start + longest
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _split(line: str) -> list[tuple[int, int]]:
    """
    The sentences of one line, by syntok; a line without an inner stop is one.
    """
    if not re.search(r"[.!?…]['\"”’»)\]]*\s", line):
        return [(0, len(line))]
    from syntok.segmenter import analyze

    found: list[tuple[int, int]] = []
    for paragraph in analyze(line):
        for sentence in paragraph:
            words = [token for token in sentence if token.value]
            if words:
                last = words[-1]
                found.append((words[0].offset, last.offset + len(last.value)))
    return _covering(line, list(_past_quotes(line, found)))


def _past_quotes(line: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """
    The same sentences, cut where one ends within marks that syntok takes for apostrophes.
    """
    for start, end in found:
        opened = line.find("‘", start, end)
        cuts = _QUOTE_ENDS.finditer(line, opened, end) if opened >= 0 else ()
        for cut in cuts:
            yield start, cut.start() + 2
            start = cut.end()  # noqa: PLW2901 (the rest of the sentence)
        yield start, end


def _covering(line: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    The same sentences without gaps: what stands between two belongs to the first.
    """
    if not found:
        return [(0, len(line))]
    whole = [one for at, one in enumerate(found) if not at or not _lists_on(line, one)]
    starts = [0, *(start for start, _ in whole[1:])]
    ends = [*(max(start, 0) for start in starts[1:]), len(line)]
    covered = []
    for start, end in zip(starts, ends, strict=True):
        body = line[start:end].rstrip()
        lead = len(body) - len(body.lstrip())
        if body.strip():
            covered.append((start + lead, start + len(body)))
    return covered


def _lists_on(line: str, piece: tuple[int, int]) -> bool:
    """
    Whether what stands past a semicolon only lists more: "of Poland, Ann Hill; Chad, Ali Dembo".
    """
    parts = line[slice(*piece)].split(",")
    short = len(parts) > 1 and all(len(part.split()) <= _LISTED for part in parts)
    return short and line[: piece[0]].rstrip().endswith(";")


def _sentence(
    text: str, span: tuple[int, int], place: tuple[int, int], depth: int
) -> tuple[Sentence, int]:
    start, end = span
    body = text[start:end]
    lowered = fold(body)
    raw, low, starts, ends, quoted = [], [], [], [], []
    for first, last in tokens_of(body):
        word = body[first:last]
        turn = _QUOTES.get(word)
        if turn is not None:
            depth = (1 - depth) if turn == 0 else max(0, min(1, depth + turn))
        raw.append(word)
        low.append(lowered[first:last])
        starts.append(start + first)
        ends.append(start + last)
        quoted.append(depth > 0)
    made = Sentence(
        index=place[0],
        paragraph=place[1],
        start=start,
        end=end,
        raw=raw,
        low=low,
        starts=starts,
        ends=ends,
        quoted=quoted,
    )
    return made, depth
