"""
``diplomodel show``: the state of everything known on one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs
import click

from diplomodel._telling._story import names_both
from diplomodel._telling._words import day_words, fluent_rank, plain, typed
from diplomodel.cli import _json
from diplomodel.cli._case import Case, opened
from diplomodel.cli._options import DAY, as_json, at_option, casebook_argument, dyad_option
from diplomodel.cli._owed import obligation_lines
from diplomodel.cli._render import Page, emit_json
from diplomodel.dates import day_text
from diplomodel.fluents import Fluent
from diplomodel.histories import Certainty, Obligation
from diplomodel.subjects import SubjectKind


__all__ = ["command"]

#: The groups in their order, and the kinds of subject in each.
_GROUPS: Final = (
    ("Relations", (SubjectKind.DYAD,)),
    ("Missions", (SubjectKind.DIRECTED, SubjectKind.MEMBER, SubjectKind.POST)),
    ("Protecting powers", (SubjectKind.PROTECTION,)),
    ("Recognition", (SubjectKind.RECOGNITION, SubjectKind.GOVERNMENT)),
    ("Visa rules and sanctions", (SubjectKind.MEASURE,)),
    ("Asylum cases", (SubjectKind.CASE,)),
    ("Persons", (SubjectKind.PERSON, SubjectKind.PROCEEDINGS)),
    ("States", (SubjectKind.STATE,)),
)


@attrs.frozen(kw_only=True)
class Known:
    """
    One fluent of one subject on the day.

    Attributes:
        fluent: The fluent.
        subject: The subject's canonical text.
        value: The value; ``None`` where only possible values are known.
        possible: The values possible.
        certainty: How surely the value holds.
    """

    fluent: Fluent[str]
    subject: str
    value: str | None
    possible: tuple[str, ...]
    certainty: Certainty | None


@click.command(name="show")
@casebook_argument
@at_option(required=False)
@click.option(
    "--known-by",
    type=DAY,
    metavar="DATE",
    help="Only what sources published by this day could tell.",
)
@dyad_option
@as_json
def command(
    casebook: str,
    *,
    at: int | None,
    known_by: int | None,
    dyad: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """
    Show the state of everything known at the end of one day, and what is owed then.
    """
    case = opened(casebook)
    day = case.day(at)
    if known_by is not None:
        case = attrs.evolve(case, history=case.history.known_by(day_text(known_by)))
    known = list(_known(case, day, dyad))
    owed = [
        duty
        for duty in case.history.obligations(at=day_text(day))
        if names_both(duty.subject, dyad)
    ]
    if as_json:
        emit_json(_data(case, day, known, owed))
        return
    page = Page()
    _head(page, case, day)
    for title, kinds in _GROUPS:
        found = [one for one in known if one.fluent.on in kinds]
        if found:
            page.title(title)
            _group(page, case, found)
    page.title("Owed")
    obligation_lines(page, case, owed, day)
    page.show()


def _head(page: Page, case: Case, day: int) -> None:
    page.title(f"{case.title}: {day_words(day)}")
    first, last = case.history.first_day, case.history.last_day
    if last is not None and day > last:
        page.line(f"The casebook ends on {day_text(last)}: what follows is the last known.")
    if first is not None and day < first:
        page.line(f"The casebook begins on {day_text(first)}: little is known of the day asked.")


def _group(page: Page, case: Case, found: list[Known]) -> None:
    by_head: dict[str, list[Known]] = {}
    for one in found:
        by_head.setdefault(_head_subject(one), []).append(one)
    for subject, entries in sorted(by_head.items()):
        kind = _kind_of_head(entries[0])
        page.line(f"{case.words.subject(kind, subject)} ({typed(subject)})", indent=2, hang=2)
        page.items(
            ((_label(case, one), _value_words(case, one)) for one in entries),
            indent=4,
            widest=34,
        )


def _head_subject(one: Known) -> str:
    if one.fluent.on in (SubjectKind.MEMBER, SubjectKind.POST, SubjectKind.PROCEEDINGS):
        return one.subject.partition("/")[0]
    return one.subject


def _kind_of_head(one: Known) -> SubjectKind:
    if one.fluent.on in (SubjectKind.MEMBER, SubjectKind.POST):
        return SubjectKind.DIRECTED
    return SubjectKind.PERSON if one.fluent.on is SubjectKind.PROCEEDINGS else one.fluent.on


def _label(case: Case, one: Known) -> str:
    label = plain(one.fluent.name)
    part = one.subject.partition("/")[2]
    if one.fluent.on is SubjectKind.MEMBER:
        return f"{label}, {case.words.person(part)}"
    if one.fluent.on in (SubjectKind.POST, SubjectKind.PROCEEDINGS):
        return f"{label}, {part}"
    return label


def _value_words(case: Case, one: Known) -> str:
    words = case.words.value(one.fluent, one.value)
    if one.certainty is Certainty.POSSIBLE and one.possible == (one.value,):
        words += " (not certain)"
    elif one.value is None or len(one.possible) > 1:
        named = ", ".join(case.words.value(one.fluent, value) for value in one.possible)
        words += f" (possible: {named})"
    if one.certainty is Certainty.LAST_KNOWN:
        words += " (last known)"
    return words


def _data(case: Case, day: int, known: list[Known], owed: list[Obligation]) -> dict[str, object]:
    return {
        "casebook": case.casebook.name or case.name,
        "at": day_text(day),
        "state": [
            {
                "fluent": one.fluent.name,
                "subject": one.subject,
                "value": None if one.value is None else str(one.value),
                "certainty": None if one.certainty is None else one.certainty.value,
                "possible": [str(value) for value in one.possible],
            }
            for one in known
        ],
        "obligations": [_json.obligation_data(duty, day) for duty in owed],
    }


def _known(case: Case, day: int, dyad: tuple[str, str] | None) -> Iterator[Known]:
    snapshot = case.history.at(day_text(day))
    keys = sorted(case.history.keys(), key=lambda key: (fluent_rank(key[0].name), key[1]))
    for fluent, subject in keys:
        if not names_both(subject, dyad):
            continue
        possible = snapshot.possible(fluent, subject)
        value = snapshot.value(fluent, subject)
        if value is None and not possible:
            continue
        yield Known(
            fluent=fluent,
            subject=subject,
            value=value,
            possible=tuple(sorted(possible)),
            certainty=snapshot.certainty(fluent, subject),
        )
