"""
What a text that is no date was probably meant to say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from diplomodel.dates._reading import LONGEST, Reading, read_date
from diplomodel.errors import BadInputError


_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_NAME: Final = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_Y: Final = r"(?P<y>[0-9]{4})"
_M: Final = r"(?P<m>[0-9]{1,2})"
_D: Final = r"(?P<d>[0-9]{1,2})"
_CLOCK: Final = r"(?P<day>[0-9-]{10})[t ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)?"
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def read_or_refuse(text: str) -> Reading:
    """
    Read a text of any form, or say what is wrong with it and what to write instead.

    Raises:
        BadInputError: The text is no date; the message names it and a remedy.

    Example:
        >>> read_or_refuse("2022-12-7")
        Traceback (most recent call last):
        diplomodel.errors.BadInputError: '2022-12-7' is not a date; write 2022-12-07
    """
    if len(text) > LONGEST:
        raise BadInputError(
            f"{text[:24]!r}... is not a date: it has {len(text)} characters;"
            f" write a date of at most {LONGEST}, such as 2022-12-07"
        )
    try:
        return read_date(text)
    except BadInputError as error:
        reason = str(error)
    meant = tuple(dict.fromkeys(_readable(text)))[:2]
    if meant:
        reason = f"write {' or '.join(meant)}"
    raise BadInputError(f"{text!r} is not a date; {reason}")


def date_text(value: object) -> str:
    """
    The value as plain text, if it is text at all.

    Raises:
        BadInputError: It is no text; a bare year, as YAML reads one, is told to take quotes.

    Example:
        >>> date_text(2022)
        Traceback (most recent call last):
        diplomodel.errors.BadInputError: 2022 is a number, not a date; write it in quotes: '2022'
    """
    if isinstance(value, str):
        # A subclass, such as a member of an enumeration, must not live on as the text of a date.
        return value if type(value) is str else str.__str__(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 9999:
        raise BadInputError(f"{value} is a number, not a date; write it in quotes: '{value:04}'")
    raise BadInputError(
        "a date must be text such as '2022-12-07', a datetime.date or a PartialDate,"
        f" not a value of type {type(value).__name__}; write it as text"
    )


def _readable(text: str) -> Iterator[str]:
    for guess in _guesses(text.strip().translate(_DASHES)):
        try:
            yield read_date(guess).text
        except BadInputError:
            continue


_YMD: Final = "{y}-{m:>02}-{d:>02}"
# Left as text: compiling them all would slow every import down for the sake of the rare mistake.
_RESPELLINGS: Final = (
    (rf"{_Y}[-/. ]{_M}[-/. ]{_D}", _YMD),
    (rf"{_Y}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})", _YMD),
    (rf"{_D}[-/. ]{_M}[-/. ]{_Y}", _YMD, "{y}-{d:>02}-{m:>02}"),
    (rf"{_D} (?:of )?{_NAME},? {_Y}", _YMD),
    (rf"{_NAME} {_D},? {_Y}", _YMD),
    (rf"{_Y}[-/. ]{_M}", "{y}-{m:>02}"),
    (rf"{_M}[-/. ]{_Y}", "{y}-{m:>02}"),
    (rf"{_NAME},? {_Y}", "{y}-{m:>02}"),
    (r"(?P<y>[0-9]{3})0'?s", "{y}X"),
    (r"(?:c|ca|circa|about)\.? ?(?P<y>[0-9]{4}[0-9-]{0,6})", "{y}~"),
    (rf"{_Y} ?(?:-|to) ?(?P<end>[0-9]{{4}})", "{y}/{end}"),
    (r"(?P<y>[0-9-]{4,7})(?P<mark>[?~%])(?P<rest>[0-9-]{3,6})", "{y}{rest}{mark}"),
    (_CLOCK, "{day}T{clock}"),
    (rf"{_CLOCK} ?z", "{day}T{clock}Z"),
    (rf"{_CLOCK} ?(?P<east>[+-][0-9]{{2}}):?(?P<off>[0-9]{{2}})", "{day}T{clock}{east}:{off}"),
)


def _guesses(text: str) -> Iterator[str]:
    yield text
    yield re.sub(r" ?/ ?", "/", text.upper())
    yield re.sub(r"[uU]", "X", text)
    yield text.replace("?~", "%").replace("~?", "%")
    yield text.lower().replace("unknown", "").replace("open", "..")
    yield from _next_midnight(text.upper())
    for pattern, *spellings in _RESPELLINGS:
        if match := re.fullmatch(pattern, text.lower()):
            parts = match.groupdict()
            if "name" in parts:
                parts["m"] = str(_MONTHS.index(parts["name"]) + 1)
            yield from (spelling.format_map(parts) for spelling in spellings)


def _next_midnight(text: str) -> Iterator[str]:
    match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]24(:00.*)", text)
    if match:
        try:
            day = dt.date.fromisoformat(match[1]) + dt.timedelta(days=1)
        except (ValueError, OverflowError):
            return
        yield f"{day}T00{match[2]}"
