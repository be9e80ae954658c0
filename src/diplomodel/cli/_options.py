"""
The options that several commands share.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from diplomodel.errors import BadInputError


__all__ = ["DAY", "DYAD", "as_json", "at_option", "casebook_argument", "dyad_option"]

F = TypeVar("F", bound=Callable[..., Any])


class DayType(click.ParamType):  # type: ignore[type-arg] # not generic in older clicks
    """
    An exact day, given on as its ordinal.
    """

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:  # click's own signature
        """
        Read it, or say what a day looks like.
        """
        from diplomodel.dates import day_number

        if isinstance(value, int):
            return value
        try:
            return day_number(value)
        except BadInputError as error:
            self.fail(str(error), param, ctx)


class DyadType(click.ParamType):  # type: ignore[type-arg] # not generic in older clicks
    """
    A pair of states, given on as the pair of their codes in alphabetical order.
    """

    name = "dyad"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:  # click's own signature
        """
        Read it, or say what a pair looks like.
        """
        from diplomodel._telling._words import codes
        from diplomodel.subjects import SubjectKind, subject_text

        if isinstance(value, tuple):
            return value
        try:
            written = value if "org:" in value else value.upper()
            one, other = codes(subject_text(SubjectKind.DYAD, written))
        except BadInputError as error:
            self.fail(str(error), param, ctx)
        return one, other


DAY = DayType()
DYAD = DyadType()


def casebook_argument(function: F) -> F:
    """
    The casebook, by name or path.
    """
    return click.argument("casebook")(function)


def at_option(*, required: bool) -> Callable[[F], F]:
    """
    The day asked.
    """
    text = "The day asked, such as 2025-11-05"
    text += "." if required else "; the last day covered if left out."
    return click.option("--at", type=DAY, required=required, metavar="DATE", help=text)


def dyad_option(function: F) -> F:
    """
    Only what concerns two states.
    """
    return click.option(
        "--dyad", type=DYAD, metavar="PER-MEX", help="Only what names both of these states."
    )(function)


def as_json(function: F) -> F:
    """
    Plain data instead of text.
    """
    return click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")(
        function
    )
