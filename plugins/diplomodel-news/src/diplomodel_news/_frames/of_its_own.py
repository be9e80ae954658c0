"""
Whether a state acts on a mission or on envoys of its own.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told


__all__ = ["SENT", "closes_own", "is_own"]

#: What a state sends.
SENT: Final = frozenset({"mission", "envoy", "diplomats", "consul"})
#: Where those stand whom an act concerns.
_CONCERNED: Final = ("object", "object-of", "de", "of")


def closes_own(filled: Filled, told: Told) -> bool:
    """
    Whether a state orders its own mission closed: "Caracas ordenó el cierre de la embajada
    venezolana en Washington"; then the act becomes a closure of its own.

    Args:
        filled: The act, changed where it is so.
        told: Its telling.
    """
    if filled.kind not in {"mission_closure_order", "consular_post_closure"}:
        return False
    for role in _CONCERNED:
        for one in told.roles.get(role, ()):
            own = "mission" in one.tags and one.state == filled.values.get("sender")
            if own and one.receiver and one.receiver != one.state:
                filled.values["receiver"] = one.receiver
                if filled.kind == "mission_closure_order":
                    filled.kind = "mission_closure"
                filled.values.pop("by_receiver", None)
                return True
    return False


def is_own(told: Told) -> bool:
    """
    Whether those concerned are "its" own, of the only state that acts.

    Args:
        told: The telling.
    """
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    concerned = [one for role in _CONCERNED for one in told.roles.get(role, ()) if one.tags & SENT]
    # "Hours after Niger expelled its ambassador, Chad ...": the ambassador of the other.
    told_plainly = told.verb is not None and told.verb.over is None and not _leads(told)
    return told_plainly and len(acting) == 1 and any("own" in one.tags for one in concerned)


def _leads(told: Told) -> bool:
    """
    Whether an act's clause opens a sentence whose main clause tells of another state.
    """
    verb, analysis = told.verb, told.analysis
    if verb is None or not verb.joint:
        return False
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    mains = (one for one in analysis.verbs if one.over is verb and one.link == "clause")
    subjects = (analysis.subject_of(one) for one in mains)
    return any(one.state and one.state not in acting for one in subjects if one is not None)
