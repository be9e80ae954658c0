"""
What can be chosen about the reading of articles by a model.
"""

from __future__ import annotations

import json
import os
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import field

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import event_types, kind_of
from diplomodel.fields import flag, none_or_text, optional_date, several, text


__all__ = ["LEFT_OUT", "LlmOptions"]

#: Kinds that articles do not report: how things stood is not what happened.
LEFT_OUT: Final = frozenset({"observation"})


def _number(least: int, most: int) -> Any:  # a validator of attrs
    def checked(_owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise BadInputError(
                f"{attribute.name} is {value!r}: give a whole number from {least} to {most}"
            )

    return checked


def _price(_owner: object, attribute: attrs.Attribute[Any], value: str | None) -> None:
    if value is None:
        return
    try:
        price = Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        price = Decimal(-1)
    if not price.is_finite() or price < 0:
        raise BadInputError(f"{attribute.name} is {value!r}: give a price such as 2.50")


def _kinds(_owner: object, _attribute: attrs.Attribute[Any], value: tuple[str, ...]) -> None:
    known = {kind_of(cls) for cls in event_types()} - LEFT_OUT
    for kind in value:
        if kind not in known:
            raise UnknownNameError("event kind", str(kind)[:80], known)


@attrs.frozen(kw_only=True)
class LlmOptions:
    """
    Which model reads, what it is told about the article, and what it may cost.

    Attributes:
        model: Name of the model, as ``llm models`` lists it; nothing is sent without one.
        published: When the articles were published, where they do not say so themselves.
        publisher: Who published them.
        language: BCP 47 tag of their language.
        types: The kinds of event that are looked for; all if left out.
        schema: Send the schema of answers to models that take one; it is long with all types.
        settings: Settings of the model as ``name=value``, such as ``temperature=0``.
        cache: Directory that keeps answers; ``off`` for none; one for all work if left out.
        offline: Send nothing, and use only the answers that are kept.
        refresh: Ask again, also where an answer is kept.
        retries: How often a part is sent again after an answer that is of no use.
        wait: Seconds before it is sent again after the model failed; doubled each time.
        part: Longest part of an article that is sent at once, in characters.
        overlap: Characters at the end of a part that stand in the next one too.
        longest: Longest article that is sent at all, in characters.
        answer: Longest answer that is read, in characters.
        seconds: Longest time in which an answer is read.
        most_calls: How often the model is asked at most.
        input_price: Price of a million tokens sent, in any currency, for the report.
        output_price: Price of a million tokens received.
        report: File for the report of calls, tokens and costs (JSON).

    Raises:
        BadInputError: A value cannot be; the message names the option.

    Example:
        >>> options = LlmOptions(model="some-model", published="2025-11-04", settings="seed=7")
        >>> options.sampling
        {'seed': 7}
        >>> LlmOptions(part=500, overlap=400)
        Traceback (most recent call last):
            ...
        diplomodel.errors.BadInputError: overlap is 400: give at most half of part, which is 500
    """

    model: str | None = field(default=None, validator=none_or_text)
    published: PartialDate | None = field(default=None, converter=optional_date)
    publisher: str = field(default="unknown", validator=text)
    language: str | None = field(default=None, validator=none_or_text)
    types: tuple[str, ...] = field(default=(), converter=several, validator=_kinds)
    schema: bool = field(default=True, validator=flag)
    settings: tuple[str, ...] = field(default=(), converter=several)
    cache: str | None = field(default=None, validator=none_or_text)
    offline: bool = field(default=False, validator=flag)
    refresh: bool = field(default=False, validator=flag)
    retries: int = field(default=2, validator=_number(0, 10))
    wait: int = field(default=1, validator=_number(0, 600))
    part: int = field(default=8000, validator=_number(200, 1_000_000))
    overlap: int = field(default=800, validator=_number(0, 500_000))
    longest: int = field(default=200_000, validator=_number(200, 10_000_000))
    answer: int = field(default=200_000, validator=_number(100, 10_000_000))
    seconds: int = field(default=300, validator=_number(1, 86_400))
    most_calls: int = field(default=1000, validator=_number(0, 10_000_000))
    input_price: str | None = field(default=None, validator=_price)
    output_price: str | None = field(default=None, validator=_price)
    report: str | None = field(default=None, validator=none_or_text)

    def __attrs_post_init__(self) -> None:
        """
        Refuse what does not go together.
        """
        if self.overlap * 2 > self.part:
            raise BadInputError(
                f"overlap is {self.overlap}: give at most half of part, which is {self.part}"
            )
        if self.offline and (self.refresh or self.cache == "off"):
            other = "refresh" if self.refresh else "cache=off"
            raise BadInputError(f"offline uses kept answers alone: leave out {other}")
        _ = self.sampling

    @property
    def sampling(self) -> dict[str, object]:
        """
        The settings by name; numbers, booleans and lists are read as JSON.

        Raises:
            BadInputError: One is no ``name=value``.
        """
        found: dict[str, object] = {}
        for setting in self.settings:
            name, equals, value = setting.partition("=")
            if not name.isidentifier() or not equals:
                raise BadInputError(
                    f"the setting {setting[:80]!r} is not of the form name=value:"
                    " write temperature=0"
                )
            try:
                found[name] = json.loads(value)
            except (ValueError, RecursionError):
                found[name] = value
        return found

    @property
    def kinds(self) -> tuple[str, ...]:
        """
        The kinds that are looked for, in order.
        """
        every = (kind_of(cls) for cls in event_types())
        return tuple(
            kind
            for kind in every
            if kind not in LEFT_OUT and (kind in self.types or not self.types)
        )

    @property
    def directory(self) -> Path | None:
        """
        Where answers are kept; ``None`` for nowhere.
        """
        if self.cache == "off":
            return None
        if self.cache:
            return Path(self.cache)
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(base) / "diplomodel" / "llm"
