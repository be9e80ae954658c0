"""
Text that others wrote, made safe to stand in a document.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final


__all__ = ["clean", "code", "inline", "link", "paragraph"]

#: What turns the direction of what follows (Unicode Standard Annex 9), so that a text can look
#: like another one.
_TURNS: Final = frozenset(
    map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)

_MARKS: Final = re.compile(r"[\\`*_\[\]<>&|~$^{}]")
_OPENER: Final = re.compile(r"([#+\-=:@%])|(\d+)([.)])")
_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?(?:[/?#][!-;=?-~]*)?")


def clean(text: str) -> str:
    r"""
    A text on one line, without what cannot be seen or turns what follows.

    Example:
        >>> clean("one\n two\u202e\x07")
        'one two��'
    """
    one_line = " ".join(text.split())
    if one_line.isascii() and one_line.isprintable():
        return one_line
    return "".join("\ufffd" if _is_hidden(sign) else sign for sign in one_line)


def _is_hidden(sign: str) -> bool:
    return sign in _TURNS or unicodedata.category(sign) in ("Cc", "Cs")


def inline(text: str) -> str:
    r"""
    A text within a line of Markdown, where it means itself and nothing else.

    Example:
        >>> inline("<b> *not* [a](link) | 5_6")
        '\\<b\\> \\*not\\* \\[a\\](link) \\| 5\\_6'
    """
    return _MARKS.sub(r"\\\g<0>", clean(text))


def paragraph(text: str) -> str:
    r"""
    A text at the beginning of a line of Markdown.

    Example:
        >>> paragraph("# no heading"), paragraph("1. no list")
        ('\\# no heading', '1\\. no list')
    """
    shown = inline(text)
    opener = _OPENER.match(shown)
    return shown if opener is None else _shielded(opener) + shown[opener.end() :]


def _shielded(match: re.Match[str]) -> str:
    sign, number, dot = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"


def code(text: str) -> str:
    """
    A text as code in Markdown.

    Example:
        >>> code("x-withdrawn"), code("a`b")
        ('`x-withdrawn`', '`` a`b ``')
    """
    shown = clean(text)
    if "`" not in shown:
        return f"`{shown}`" if shown else ""
    fence = "`" * (max(map(len, re.findall("`+", shown))) + 1)
    return f"{fence} {shown} {fence}"


def link(address: str) -> str:
    r"""
    A web address as a link of Markdown; any other address as text.

    Example:
        >>> link("https://example.org/a?b=1"), link("javascript:alert(1)")
        ('<https://example.org/a?b=1>', 'javascript:alert(1)')
    """
    return f"<{address}>" if _ADDRESS.fullmatch(address) else inline(address)
