"""
Acts of several states at once: who acts on whom, and whose envoy is whose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from diplomodel_news._frames.fields import PAIRS, Filled, fields_of
from diplomodel_news._frames.told import Told


__all__ = ["cross", "is_mutual", "is_pair", "pair_persons", "set_rank", "swapped_of", "with_each"]

_TWO: Final = 2
#: Fields whose state sends or speaks by the persons told.
_WHOSE: Final = frozenset({"sender", "by"})


def with_each(filled: Filled, told: Told) -> list[Filled]:
    """
    What one state does together with several is one act with each: "established relations with
    Kenya and Norway".
    """
    codes = filled.values.get("parties")
    acting = {code for one in told.roles.get("subject", ()) for code in one.codes}
    if not isinstance(codes, tuple) or len(codes) <= _TWO or acting != {codes[0]}:
        return [filled]
    pairs = [{**filled.values, "parties": (codes[0], other)} for other in codes[1:]]
    return [
        attrs.evolve(filled, values=pair, why=list(filled.why), guessed=set(filled.guessed))
        for pair in pairs
    ]


def is_mutual(told: Told) -> bool:
    """
    Whether it is told of "each other", or of "the other" without a noun after it.
    """
    analysis = told.analysis
    parts = [
        part
        for one in analysis.mentions
        for part in (one, one.of, one.owner)
        if part is not None and "reciprocal" in part.tags
    ]
    return any(
        analysis.word(one.stop - 1) != "other" or not _named_after(one.stop, told) for one in parts
    )


def is_pair(told: Told, dealings: Mapping[str, Sequence[str]]) -> bool:
    """
    Whether "both countries" do what one does to another, and nobody else is told of to whom.

    Args:
        told: What tells the act.
        dealings: With whom the text told each state to have dealt, the last first.
    """
    acting = [one for one in told.roles.get("subject", ()) if one.pair]
    pairs = {code for one in acting for code in one.pair}
    named = {code for one in told.analysis.mentions for code in one.codes}
    if told.form.kind != "relations_break" and "sender" not in fields_of(told.form.kind):
        # "Los dos países mantienen el comercio": once, and not each with the other.
        return False
    last = {code: next(iter(dealings.get(code, ())), None) for code in pairs}
    third = bool(set(last.values()) - {None}) and not set(last.values()) & pairs
    return any("pair" in one.tags for one in acting) and named == pairs and not third


def _named_after(at: int, told: Told) -> bool:
    """
    Whether a noun stands at a token, as in "of the other countries".
    """
    analysis = told.analysis
    opens = at not in analysis.at and analysis.is_a(
        at, "conjunction", "preposition", "adverb", "subordinator", "relative"
    )
    return analysis.word(at)[:1].isalpha() and at not in analysis.times and not opens


def cross(made: list[Filled], several: list[tuple[str, list[str]]]) -> None:
    """
    Let two states that act on each other each have the other on its other side.
    """
    if len(several) != 1 or len(several[0][1]) != _TWO:
        return
    field, codes = several[0]
    pair = next((pair for pair in PAIRS if field in pair), (field, field))
    partner = next((name for name in pair if name != field), field)
    for one in made:
        own = one.values[field]
        if partner != field and partner in fields_of(one.kind):
            one.values[partner] = next(code for code in codes if code != own)


def pair_persons(made: list[Filled], several: list[tuple[str, list[str]]], told: Told) -> None:
    """
    Give each of several states its own envoy: by the envoy's state, or in the order told.
    """
    for name in ("person", "speaker"):
        if len(several) != 1 or (name == "speaker" and several[0][0] != "by"):
            continue
        if any(name in one.values for one in made):
            _pair_off(name, made, several[0], told)


def _pair_off(name: str, made: list[Filled], shared: tuple[str, list[str]], told: Told) -> None:
    field, codes = shared
    named = [
        one
        for role in told.form.slots.get(name, ())
        for office in told.roles.get(role.partition(".")[0], ())
        for one in office.bearers or (office,)
        if one.person and one.name
    ]
    named = list({one.person: one for one in named}.values())
    told_apart = {one.state for one in named} >= set(codes)
    for filled in made:
        code = str(filled.values[field])
        own = [one.person for one in named if field in _WHOSE and one.state == code]
        if not told_apart and len(named) == len(codes):
            own = [named[codes.index(code)].person]
        if not own and field == "receiver":
            own = _named_before(code, told)
        filled.values.pop(name, None)
        if own:
            filled.values[name] = own[0]


def _named_before(code: str, told: Told) -> list[str | None]:
    """
    Who is named right before the office at a state: "named Ann Lee as envoy to Chad and Jo Roe as
    envoy to Mali".
    """
    at = told.analysis.at
    offices = [one for one in told.analysis.mentions if one.receiver == code and one.gov]
    beside = [at.get(one.first - 2) for one in offices]
    return [one.person for one in beside if one is not None and one.name and one.person]


def set_rank(filled: Filled, told: Told) -> None:
    """
    Say what the one is who must go: a chargé, a consular officer, or another member.
    """
    tags = {tag for one in told.roles.get("object", ()) if one.role for tag in one.tags}
    for tag, standing in (("charge", "charge_daffaires"), ("consul", "consular_officer")):
        if tag in tags:
            filled.values["standing"] = standing
            return


def swapped_of(filled: Filled) -> Filled | None:
    """
    The same act in the other direction, for what two states do to each other.
    """
    for one, other in PAIRS[:2]:
        if filled.values.get(one) and filled.values.get(other):
            values = {**filled.values, one: filled.values[other], other: filled.values[one]}
            values.pop("person", None)
            return attrs.evolve(filled, values=values, why=[*filled.why, "each to the other"])
    return None
