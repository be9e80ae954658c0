"""
Envoys listed each with the state: "of Norway, Ingrid Moe, and of Ghana, Kofi Asante".

A list that names several envoys and whose each of them is tells one act for each, though the
grammar of its sentence joins only the first to the verb: an apposition and a list look alike.
Names and states that take turns from one end of the list to the other tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention


__all__ = ["one_for_each", "roster_after", "roster_of"]

#: How many names and states in turn make a list: two of each.
_LEAST: Final = 4
#: How many tokens can stand between two of a list: "), and of the".
_GAP: Final = 5
#: How far into a sentence a list begins that is all it tells: "The four new envoys are Dr".
_LEAD: Final = 7
#: What an envoy brings or is given, told for each of a list wherever the list stands.
_OF_ALL: Final = frozenset({"credentials_presentation"})
#: What closes one of a list, and what sets a name apart from the state.
_CLOSES: Final = frozenset({",", ";", ")"})
_OPENS: Final = frozenset({",", "("})


def one_for_each(made: list[Filled], told: Told) -> list[Filled]:
    """
    One act for each envoy of a list with the states, where the act is told of one of them.

    Args:
        made: The acts, as far as roles fill them.
        told: What tells them.
    """
    kind = made[0].kind if made else ""
    if not kind or not {"person", "sender", "receiver"} <= fields_of(kind):
        return made
    roster = roster_of(told.analysis)
    states = [state for _, state in roster]
    persons = {person for person, _ in roster}
    if not roster:
        return made
    taken = {filled.values.get("person") for filled in made} & persons
    field = next(
        (
            name
            for name in ("receiver", "sender")
            if {one.values.get(name) for one in made} & set(states)
        ),
        "sender" if kind in _OF_ALL or taken else "",
    )
    if not field or (kind not in _OF_ALL and len(made) > len(roster)):
        return made
    model = made[0]
    guessed = model.guessed - {field, "person"}
    return [
        attrs.evolve(
            model,
            values={**model.values, field: state, "person": person},
            why=[*model.why, f"{person} of {state} from a list"],
            guessed=set(guessed),
            beside=frozenset(states) - {state},
        )
        for person, state in roster
    ]


def roster_after(
    analysis: Analysis, here: Sequence[Told], before: Sequence[Told]
) -> Iterator[Told]:
    """
    What was told before of several envoys, told of those that a sentence goes on to list: "Four
    envoys presented their credentials. They were ...".

    Args:
        analysis: The sentence that lists.
        here: What it tells itself.
        before: What the sentence before told.
    """
    models = [one for one in before if one.form.kind in _OF_ALL]
    roster = roster_of(analysis) if models else []
    names = [one.first for one in analysis.mentions if _is_name(one)]
    listed = {person for person, _ in roster}
    ends = [one.stop for one in analysis.mentions if one.person in listed and _is_name(one)]
    if not roster or names[0] > _LEAD:
        return
    # "..., and Luis Soto, who is Cuba's first envoy there": more may be told after the list.
    if not any(one.form.kind != "statement" and one.trigger[0] < max(ends) for one in here):
        one = models[-1]
        yield Told(one.form, analysis, one.verb, one.noun, one.roles, passive=one.passive)


def roster_of(analysis: Analysis) -> list[tuple[str, str]]:
    """
    The envoys of a list with their states; none where a sentence has no such list.
    """
    named = [one for one in analysis.mentions if _is_name(one)]
    if len(named) * 2 < _LEAST:
        return []
    for run in _runs(analysis):
        for part in (run, run[1:], run[:-1]):
            if len(part) >= _LEAST and len(part) % 2 == 0 and _pairs_up(part, analysis):
                pairs = [sorted(part[at : at + 2], key=_is_name) for at in range(0, len(part), 2)]
                return [(str(name.person), str(_whose(state))) for state, name in pairs]
    return []


def _runs(analysis: Analysis) -> list[list[Mention]]:
    """
    The runs of names and states that take turns.
    """
    runs: list[list[Mention]] = [[]]
    end = 0
    for one in sorted(analysis.mentions, key=lambda one: one.first):
        last = runs[-1][-1] if runs[-1] else None
        if last is not None and _is_name(last) and one.first == end:
            # "Carlos Santos Reyes": a surname that is a word of its own, too.
            end = one.stop
            continue
        end = one.stop
        if not _is_name(one) and not _is_state(one):
            runs.append([])
            continue
        if last is not None and (
            _is_name(last) == _is_name(one) or not _joins(_between(last, one, analysis), analysis)
        ):
            runs.append([])
        runs[-1].append(one)
    return runs


def _is_name(one: Mention) -> bool:
    return one.kind == "person" and bool(one.person) and "name" in one.tags and not one.role


def _is_state(one: Mention) -> bool:
    envoys = one.kind == "person" and "envoy" in one.tags and not one.name
    return (one.kind == "actor" and bool(one.state)) or (envoys and bool(_whose(one)))


def _whose(one: Mention) -> str | None:
    """
    The state that one of a list belongs to: where envoys are sent, or else whose they are.
    """
    return (one.receiver if one.kind == "person" else None) or one.state


def _between(one: Mention, other: Mention, analysis: Analysis) -> list[str]:
    inner = [at for at in range(one.stop, other.first) if at not in analysis.at]
    glued = analysis.at.get(one.stop)
    start = glued.stop if glued is not None else one.stop
    return [analysis.word(at) for at in inner if at >= start]


def _joins(gap: Sequence[str], analysis: Analysis) -> bool:
    """
    Whether words between two of a list are no more than marks, "and", "of", "the" and "Dr".
    """
    return 0 < len(gap) <= _GAP and all(
        word in _CLOSES | _OPENS or _is_small(word, analysis) for word in gap
    )


def _is_small(word: str, analysis: Analysis) -> bool:
    language = analysis.language
    return (
        language.is_a(word, "conjunction")
        or language.is_a(word, "of")
        or language.is_a(word, "determiner")
        or language.is_a(word, "honorific")
    )


def _pairs_up(part: Sequence[Mention], analysis: Analysis) -> bool:
    """
    Whether every second step of a run goes on to another of the list, and those between do not.
    """
    steps = [_between(one, other, analysis) for one, other in pairwise(part)]
    language = analysis.language
    within, onward = steps[::2], steps[1::2]
    ofs = [any(language.is_a(word, "of") for word in gap) for gap in within]
    marks = [bool(_OPENS & set(gap)) for gap in within]
    alike = all(ofs) or (all(marks) and not any(ofs))
    ands = [any(language.is_a(w, "conjunction") and w != "," for w in gap) for gap in within]
    goes_on = all(
        _CLOSES & set(gap) or any(language.is_a(word, "conjunction") for word in gap)
        for gap in onward
    )
    return alike and goes_on and not any(ands)
