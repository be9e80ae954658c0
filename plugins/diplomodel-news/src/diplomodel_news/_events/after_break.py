"""
What orders to those sent come to: the own state's, and those that follow from a break.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.cast import Cast
from diplomodel_news._events.found import Finding
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.own_orders import close_other, refuse_own
from diplomodel_news._frames.told import Told


__all__ = ["send_all", "take_orders"]

_LEAVING: Final = frozenset({"leaving", "to_be_gone"})


def take_orders(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Refuse what a state orders its own for a receiving state's act, and take diplomats who are told
    to go after a break for the whole staff, which is no expulsion.

    Args:
        filled: The act.
        told: Its telling.
        cast: Who is in the text, and which states broke with each other.
    """
    refuse_own(filled, told)
    close_other(filled, told)
    send_all(filled, told, cast)


def send_all(act: Filled | Finding, told: Told, cast: Cast) -> None:
    """
    Take diplomats without a number who are told to go for all, where relations were broken off.
    """
    if act.kind != "staff_expulsion" or act.values.get("number"):
        return
    whole = any("whole_staff" in one.tags for one in told.roles.get("object", ()))
    if not told.form.near & _LEAVING and not whole:
        return
    pair = frozenset((act.values.get("sender"), act.values.get("receiver")))
    if pair in cast.broken:
        act.kind = "staff_withdrawal"
        act.values.pop("number", None)
        act.values["demanded_by_receiver"] = True
        act.why.append("relations were broken, so all must go")
