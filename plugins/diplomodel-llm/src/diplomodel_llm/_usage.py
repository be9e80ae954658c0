"""
What the asking of models costs.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs


__all__ = ["Meter", "Usage"]

_MILLION: Final = 1_000_000


@attrs.frozen(kw_only=True)
class Usage:
    """
    How often a model was asked, and how many tokens that took.

    Attributes:
        calls: Number of requests sent.
        kept: Number of answers taken from the cache.
        retries: How many of the requests were repetitions.
        input_tokens: Tokens sent, as far as the model counts them.
        output_tokens: Tokens received, as far as the model counts them.
        uncounted: Number of requests for which the model gave no numbers.
        cost: Price of these tokens; ``None`` where no price was given.

    Example:
        >>> print(Usage(calls=2, kept=1, input_tokens=1200, output_tokens=300))
        2 calls, 1 answers kept, 0 retries, 1200 tokens in, 300 tokens out
    """

    calls: int = 0
    kept: int = 0
    retries: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    uncounted: int = 0
    cost: Decimal | None = None

    def __str__(self) -> str:
        """
        All of it in one line.
        """
        told = (
            f"{self.calls} calls, {self.kept} answers kept, {self.retries} retries,"
            f" {self.input_tokens} tokens in, {self.output_tokens} tokens out"
        )
        if self.uncounted:
            told += f", {self.uncounted} calls uncounted"
        return told if self.cost is None else f"{told}, cost {self.cost}"

    def plain(self) -> dict[str, object]:
        """
        All of it as plain data; the cost as text, so that no digit is lost.
        """
        found: dict[str, object] = attrs.asdict(self)
        return {**found, "cost": None if self.cost is None else str(self.cost)}


@attrs.define(kw_only=True)
class Meter:
    """
    Counts while a model is asked.

    Attributes:
        input_price: Price of a million tokens sent.
        output_price: Price of a million tokens received.
    """

    input_price: str | None = None
    output_price: str | None = None
    calls: int = 0
    kept: int = 0
    retries: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    uncounted: int = 0

    def count(self, sent: int | None, received: int | None) -> None:
        """
        Add the tokens of one request, as far as they are known.
        """
        if sent is None or received is None:
            self.uncounted += 1
        self.input_tokens += sent or 0
        self.output_tokens += received or 0

    @property
    def usage(self) -> Usage:
        """
        What was counted so far.
        """
        return Usage(
            calls=self.calls,
            kept=self.kept,
            retries=self.retries,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            uncounted=self.uncounted,
            cost=self._cost(),
        )

    def _cost(self) -> Decimal | None:
        if self.input_price is None and self.output_price is None:
            return None
        total = (
            Decimal(self.input_price or 0) * self.input_tokens
            + Decimal(self.output_price or 0) * self.output_tokens
        )
        return (total / _MILLION).quantize(Decimal("0.000001"))
