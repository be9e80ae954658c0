"""
Who does what a verb says where a "was" stands between: "among those to deplore it were Chad and
Togo", "Chad was among those who deplored it", "also deploring it was Chad".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["read_turned"]

_NOT_FINITE: Final = frozenset({"infinitive", "gerund"})
_ABLE: Final = frozenset({"actor", "person", "institution"})
#: How many tokens stand at most between a "was" and "those".
_NEAR: Final = 4
#: How far into a sentence a gerund opens it: "also condemning".
_OPENS: Final = 1


def read_turned(analysis: Analysis) -> None:
    """
    Give verbs whose subject stands past a "was" that subject.
    """
    words = analysis.language.words["those_who"]
    opens = bool(analysis.verbs) and analysis.verbs[0].first <= _OPENS
    opens = opens and analysis.verbs[0].tense == "gerund"
    if not opens and words.isdisjoint(analysis.low):
        return
    for verb in analysis.verbs:
        fronted = opens and verb is analysis.verbs[0]
        if not fronted and not (
            verb.tense in {"infinitive", "gerund"} or verb.joint == "relative"
        ):
            continue
        head = verb.first - 1
        head -= analysis.is_a(head, "relative", "complementiser")
        if not fronted and analysis.word(head) not in words:
            continue
        before = _was_before(head, analysis) if not fronted else None
        subject = before or _named_past(verb, analysis)
        if subject is not None:
            verb.subject, verb.subject_known = subject, True
            if verb.tense in _NOT_FINITE:
                verb.tense, verb.link, verb.over = "past", "", None


def _was_before(head: int, analysis: Analysis) -> Mention | None:
    """
    Who "was among those" that a verb tells of.
    """
    for at in range(head - 1, max(0, head - 1 - _NEAR), -1):
        if analysis.is_a(at, "copula") and at not in analysis.by_head:
            near = analysis.at.get(at - 1)
            able = near is not None and near.kind in _ABLE and near.state and not near.gov
            return near if able else None
    return None


def _named_past(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    Who is named after the "was" behind a verb, the last of those named; nothing past that "was"
    belongs to the verb.
    """
    for at in range(verb.stop, len(analysis.low) - 1):
        inside = any(one.first <= at < one.stop for one in analysis.verbs)
        if inside or at in analysis.at or not analysis.is_a(at, "copula"):
            continue
        first = analysis.at.get(at + 1) or analysis.at.get(at + 2)
        if first is None or first.gov or first.kind not in _ABLE:
            return None
        last = first
        for one in analysis.mentions:
            if one.first >= last.stop and (one.before is last or _is_bearer(last, one, analysis)):
                last = one
        verb.limit = min(verb.limit, at)
        return last
    return None


def _is_bearer(owner: Mention, one: Mention, analysis: Analysis) -> bool:
    """
    Whether a name stands right after the state that it belongs to: "Togo's John Doe".
    """
    beside = one.first == owner.stop + 1 and analysis.is_a(owner.stop, "genitive")
    return beside and owner.kind == "actor" and one.kind in {"person", "name"}
