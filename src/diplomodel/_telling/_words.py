"""
Codes, subjects, values and dates in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from diplomodel.actors import Person, actor
from diplomodel.dates import PartialDate, Precision, day_text
from diplomodel.errors import DiplomodelError
from diplomodel.events import Event, Observation
from diplomodel.evidence import Claim, Evidence, Verdict
from diplomodel.fluents import Fluent
from diplomodel.rules import RuleSet
from diplomodel.subjects import SubjectKind, subject_text


if TYPE_CHECKING:
    # Commands that list words need no replay.
    from diplomodel.histories import Transition


__all__ = [
    "Words",
    "claim_words",
    "codes",
    "date_words",
    "day_words",
    "evidence_words",
    "first_sentence",
    "fluent_rank",
    "plain",
    "typed",
]

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{2,3}|org:[a-z0-9]+(?:-[a-z0-9]+)*")
_WEEKDAYS: Final = (
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
)

#: Words that files write without their accents, or shorter than people say them.
_SPELLED: Final = {
    "charge_daffaires": "chargé d'affaires",
    "charge_appointment": "chargé d'affaires appointed",
    "charge": "criminal charge",
    "self_coup_attempt": "self-coup attempt",
    "safe_conduct_requested": "safe-conduct requested",
    "safe_conduct_decision": "safe-conduct decision",
    "safe_conduct_request": "safe-conduct request",
    "safe_conduct_answer": "safe-conduct answer",
    "declared_non_grata": "declared persona non grata",
    "non_resident": "non-resident",
    "pre_trial": "in pre-trial detention",
    "ended_by_break": "ended by the break",
}


#: The fluents in the order in which they are told; those of plugins come after.
_ORDER: Final = (
    "relations",
    "consular_relations",
    "mission",
    "mission_level",
    "headed_by",
    "head_of_mission",
    "acting_head",
    "residence",
    "accreditation",
    "functions",
    "premises",
    "inviolability",
    "holding",
    "consular_service",
    "consular_post",
    "protection_of_interests",
    "custody_of_premises",
    "consular_protection",
    "state_recognition",
    "government_recognition",
    "visa_rule",
    "sanction",
    "asylum",
    "shelter",
    "safe_conduct_request",
    "safe_conduct_answer",
    "custody",
    "proceedings",
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "chair",
)
_RANKS: Final = {name: rank for rank, name in enumerate(_ORDER)}


def fluent_rank(name: str) -> int:
    """
    The place of a fluent in the order in which people read them.

    Example:
        >>> fluent_rank("relations") < fluent_rank("visa_rule")
        True
    """
    return _RANKS.get(name, len(_RANKS))


def plain(word: str) -> str:
    """
    A word of a file as people write it.

    Example:
        >>> plain("charge_daffaires"), plain("in_post")
        ("chargé d'affaires", 'in post')
    """
    # What a plugin adds has the plugin's name before a dot.
    space, _, rest = word.partition(".")
    own = rest if rest and space.isidentifier() else word
    return _SPELLED.get(word, own.replace("_", " "))


def codes(subject: str) -> tuple[str, ...]:
    """
    The codes of the states and organisations in the text of a subject.

    Example:
        >>> codes("MEX>PER/BRA"), codes("pedro-castillo")
        (('MEX', 'PER', 'BRA'), ())
    """
    return tuple(_CODE.findall(subject)) if _CODE.match(subject) else ()


def typed(subject: str) -> str:
    """
    A subject as it is typed in a shell, where ``>`` has another meaning.

    Example:
        >>> typed("MEX>PER/pablo-monroy")
        'MEX:PER/pablo-monroy'
    """
    return subject.replace(">", ":")


def day_words(day: int) -> str:
    """
    A day with its weekday, whatever the locale.

    Example:
        >>> day_words(738496)
        '2022-12-07, Wednesday'
    """
    return f"{day_text(day)}, {_WEEKDAYS[day % 7]}"


def date_words(date: PartialDate) -> str:
    """
    How exactly a date is told; empty for an exact day without a time.

    Example:
        >>> date_words(PartialDate.parse("../2025-11-10"))
        'on or before 2025-11-10'
        >>> date_words(PartialDate.parse("2022-12-13?"))
        'day uncertain'
    """
    if date.time is not None:
        clock = date.text.partition("T")[2]
        time = clock.rstrip("Z").partition("+")[0].partition("-")[0]
        offset = clock[len(time) :]
        return f"at {time} (UTC{offset.removeprefix('Z')})" if offset else f"at {time}"
    if date.is_exact:
        return ""
    if date.precision is Precision.DAY and date.first == date.last:
        return "day uncertain"
    begins, _, ends = date.text.partition("/")
    if ends and begins in ("", ".."):
        return f"on or before {ends}"
    if "/" in date.text and ends in ("", ".."):
        return f"on or after {begins}"
    if ends:
        return f"between {begins} and {ends}"
    return f"in {date.text}, day unknown"


def evidence_words(evidence: Evidence, *, publisher: bool = True) -> str:
    """
    Who published a piece of evidence, and when.
    """
    published = evidence.published
    when = str(published) if published is not None else "undated"
    who = f"{evidence.source.publisher} ({when})" if publisher else when
    return f"{who}, citing {evidence.attributed_to}" if evidence.attributed_to else who


def claim_words(claim: Claim) -> str:
    """
    A version that differs: what, by whom, and what is made of it.
    """
    by = f" ({', '.join(claim.by)})" if claim.by else ""
    verdict = {
        Verdict.OPEN: "undecided",
        Verdict.REJECTED: "rejected",
        Verdict.UPHELD: "upheld",
    }[claim.verdict]
    reason = f": {claim.reason}" if claim.reason else ""
    return f"{claim.text}{by}; {verdict}{reason}"


def first_sentence(thing: type | object) -> str:
    """
    The first paragraph of a class's docstring.
    """
    lines = (thing.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(lines.split())


@attrs.frozen
class Words:
    """
    Names for people and states, as one casebook knows them.

    Attributes:
        people: Names by id.
    """

    people: Mapping[str, str] = attrs.field(factory=dict)

    @classmethod
    def of(cls, people: Iterable[Person]) -> Words:
        """
        The words of a casebook's people.
        """
        return cls({person.id: person.name for person in people})

    def person(self, name: str) -> str:
        """
        A person's name; the id where no name is known.
        """
        return self.people.get(name, name)

    def state(self, code: str) -> str:
        """
        The name of a state or organisation; the code where it is unknown.
        """
        try:
            return actor(code).name
        except DiplomodelError:
            return code

    def subject(self, kind: SubjectKind, subject: str) -> str:
        """
        A subject in words.

        Example:
            >>> Words({"pablo-monroy": "Pablo Monroy"}).subject(
            ...     SubjectKind.MEMBER, "MEX>PER/pablo-monroy"
            ... )
            'Pablo Monroy (Mexico in Peru)'
        """
        head, _, part = subject.partition("/")
        if kind is SubjectKind.PERSON:
            return self.person(subject)
        if kind is SubjectKind.PROCEEDINGS:
            return f"{self.person(head)}, {part}"
        names = [self.state(code) for code in codes(head)]
        if len(names) == 1:
            return names[0]
        one, other = names[:2]
        shape = _SHAPES.get(kind, "{part} ({one} in {other})")
        named = self.state(part) if kind is SubjectKind.PROTECTION else self.person(part)
        return shape.format(one=one, other=other, part=named)

    def about(self, rules: RuleSet, fluent: str, subject: str) -> str:
        """
        A fluent of a subject in words.
        """
        return f"{plain(fluent)}, {self.subject(rules.fluent(fluent).on, subject)}"

    def value(self, fluent: Fluent[str], value: str | None) -> str:
        """
        A value in words.
        """
        if value is None:
            return "not known"
        if fluent.vocabulary or value == "vacant":
            return plain(value)
        return self.state(value) if codes(value) == (value,) else self.person(value)

    def change(self, rules: RuleSet, change: Transition) -> str:
        """
        What changed from what to what, in words.
        """
        about = self.about(rules, change.fluent, change.subject)
        fluent = rules.fluent(change.fluent)
        after = self.value(fluent, change.after)
        if change.before is None:
            return f"{about}: {after}"
        return f"{about}: {self.value(fluent, change.before)} → {after}"

    def seen(self, rules: RuleSet, event: Observation) -> str:
        """
        What was seen, in words; as it is written where it names nothing known.
        """
        try:
            fluent = rules.fluent(event.fluent)
            subject = subject_text(fluent.on, event.subject)
        except DiplomodelError:
            return f"{event.fluent}, {event.subject}: {event.value}"
        return f"{self.about(rules, event.fluent, subject)}: {self.value(fluent, event.value)}"

    def about_duty(self, subject: str) -> str:
        """
        The subject of an obligation in words.

        Example:
            >>> Words().about_duty("MEX>PER/ana-lopez")
            'ana-lopez, Mexico in Peru'
        """
        head, _, part = subject.partition("/")
        sender, _, receiver = head.partition(">")
        mission = f"{self.state(sender)} in {self.state(receiver)}" if receiver else head
        return f"{self.person(part)}, {mission}" if part else f"mission of {mission}"

    def title(self, event: Event) -> str:
        """
        The type of an event in words, how surely it is done, where and when.
        """
        kind = plain(event.kind)
        parts = [kind[:1].upper() + kind[1:]]
        if event.modality != "done":
            parts[0] += f" ({plain(event.modality)} only)"
        if event.place:
            parts.append(event.place)
        when = date_words(event.occurred)
        if when:
            parts.append(when)
        return f"{', '.join(parts)} [{event.name}]"


_SHAPES: Final = {
    SubjectKind.DYAD: "{one} and {other}",
    SubjectKind.DIRECTED: "{one} in {other}",
    SubjectKind.PROTECTION: "{part} for {one} in {other}",
    SubjectKind.RECOGNITION: "{other} by {one}",
    SubjectKind.GOVERNMENT: "{part}'s government of {other} by {one}",
    SubjectKind.MEASURE: "{part}, {one} towards {other}",
    SubjectKind.CASE: "{part} ({one}, from {other})",
}
