"""
What is recognised where a text says no more than "recognised it" or "accorded recognition".
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel_news._cast.cast import Cast
from diplomodel_news._events.found import Finding
from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told


__all__ = ["RULE", "of_new_rule", "rule_or_state", "take_rule", "turn_about"]

#: What a recognition becomes of those who rule.
RULE: Final = "government_recognition"
_STATE: Final = "state_recognition"
#: Roles of what is recognised.
_WHAT: Final = ("object", "object-of", "object-owner", "of", "to", "a", "de")
#: What says that a state is recognised, whoever rules there.
_STATEHOOD: Final = frozenset({"independence", "polity"})
_SWITCH: Final = "recognition_switch_announcement"
#: Of whom others recognise only one.
_RIVALS: Final = {"CHN": "TWN", "TWN": "CHN"}
#: Kinds of acts by which somebody is recognised or not.
_RECOGNISING: Final = frozenset({_STATE, RULE, "government_recognition_withholding"})


def of_new_rule(cast: Cast) -> str | None:
    """
    The state whose new rulers are there to be recognised: those whose recognition the text told
    last, or else those that have come to power in it.

    Args:
        cast: Who is in the text.
    """
    kind, target = cast.recognised
    if kind:
        return target if kind == RULE else None
    return cast.upheaval or cast.junta


def rule_or_state(kind: str, told: Told, cast: Cast) -> str:
    """
    The kind of a recognition: of new rulers, where no state is named and a text tells of these:
    "The army took over in Chad. Togo recognised it, Mali accorded recognition".

    Args:
        kind: What the form says.
        told: The telling.
        cast: Who is in the text.
    """
    if kind != _STATE or of_new_rule(cast) is None or _is_named(told):
        return kind
    # A text on a land that became a state: its rulers are another matter.
    born = not cast.recognised[0] and bool(told.analysis.text_tags & _STATEHOOD)
    return kind if born else RULE


def turn_about(found: Finding, named: frozenset[str], published: dt.date) -> None:
    """
    Make of a recognition still to come the announcement of a switch, where it is of one of two
    of whom others recognise only one, and the text tells of the other: "Nauru broke with Taiwan
    and will recognise China".

    Args:
        found: A finding.
        named: The states that the text names.
        published: When the text was: it announces now what is to come.
    """
    target, by = found.values.get("target"), found.values.get("by")
    rival = _RIVALS.get(str(target))
    if found.kind not in {_STATE, RULE} or found.modality != "planned" or by in _RIVALS:
        return
    if rival is not None and rival in named:
        found.kind, found.modality = _SWITCH, "done"
        found.values = {"by": by, "target": target, "turning_from": rival}
        found.guessed = found.guessed | {"turning_from"}
        if PartialDate.parse(found.date).last > published.toordinal():
            found.date = f"../{published}"
        found.why.append(f"not yet done, and {rival} cannot be recognised beside it")


def _is_named(told: Told) -> bool:
    """
    Whether what is recognised is named: a state, or its independence.
    """
    subjects = {id(one) for one in told.roles.get("subject", ())}
    return any(
        id(one) not in subjects
        and one.kind != "pronoun"
        and bool(one.state or one.tags & _STATEHOOD)
        and "recognition" not in one.tags
        for role in _WHAT
        for one in told.roles.get(role, ())
    )


def take_rule(filled: Filled, told: Told, cast: Cast) -> None:
    """
    Fill who is recognised, where a pronoun or nothing stands for them, or where it would be those
    who recognise or an organisation.

    Args:
        filled: The act.
        told: The telling.
        cast: Who is in the text.
    """
    if filled.kind not in _RECOGNISING or "subject.state" in told.form.slots.get("target", ()):
        # "Chad won recognition from Togo": the subject is recognised.
        return
    if filled.kind == _STATE == cast.recognised[0] and _is_assumed(told):
        # "Chad recognised Kosovo. Togo recognised the young republic".
        filled.values["target"] = cast.recognised[1] or filled.values.get("target")
    target = filled.values.get("target")
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    wrong = target is not None and (target in acting or str(target).startswith("org:"))
    if _is_named(told) and not wrong:
        return
    land = cast.recognised[1] if filled.kind == _STATE else of_new_rule(cast)
    if land is not None and land not in acting:
        filled.values.pop("target", None)
        filled.guess("target", land, whence="whom the text tells to be recognised")
    elif wrong and _is_bare(told):
        filled.refused = "nobody has come to power whom it could stand for"
    who = next((one.person for one in told.roles.get("object", ()) if one.person), None)
    if filled.kind == RULE and who is not None:
        filled.values.setdefault("government", who)


def _is_assumed(told: Told) -> bool:
    """
    Whether what is recognised is called a state and not named: "the young republic".
    """
    things = told.roles.get("object", ())
    return bool(things) and all(one.tags >= {"polity", "assumed"} for one in things)


def _is_bare(told: Told) -> bool:
    """
    Whether only a pronoun stands for what is recognised, or nothing.
    """
    things = [one for role in _WHAT for one in told.roles.get(role, ())]
    return all(one.kind == "pronoun" or "recognition" in one.tags for one in things)
