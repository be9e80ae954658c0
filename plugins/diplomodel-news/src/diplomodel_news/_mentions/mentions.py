"""
A phrase of a sentence that stands for something: a state, a person, an institution, a concept.
"""

from __future__ import annotations

import attrs

from diplomodel_news._language.gazetteer import Entry


__all__ = ["Mention"]


@attrs.define(eq=False, slots=True)
class Mention:
    """
    A phrase of a sentence that stands for something.

    Attributes:
        first: Its first token, determiner and owner included.
        stop: The token just past it.
        head: The token that it hangs on.
        kind: ``actor``, ``person``, ``institution``, ``concept``, ``pronoun``, ``name``,
            ``place`` or, for a name that is no person's, ``thing``.
        tags: What frames call it.
        states: The states it can stand or act for.
        state: The state or organisation it stands or acts for, once resolved.
        receiver: The state that a mission or its members are sent to.
        name: The name as written.
        person: Id of the person, once resolved.
        role: Role of the office.
        relation: How the person stands to another, such as ``wife``.
        plural: Whether it stands for several.
        former: Whether the office was given up.
        number: How many.
        owner: Whose it is, as a genitive or an adjective says.
        of: Whose it is, or what of, as the words after it say.
        possessive: The pronoun that names the owner.
        gov: The preposition that governs it, folded.
        before: The mention that it is coordinated with.
        alias: The person whom it stands beside in apposition.
        anaphor: A pronoun's folded word.
        extra: Persons that it stands for beside `person`.
        place: A city that it names, where that helps.
        sent: The mention that says where a mission or its members are sent.
        receivers: The states that missions or their members are sent to, where several are.
        entry: What the lexicon says of it.
        pair: The states that "both countries" stands for.
        several: The states beside `of`, as in "the ministers of Chile and Peru".
        seats: The mentions that say where else missions or their members are sent.
        like: What it stands for once more, where its noun is left out: "los suyos".
        bearers: Those named after an office of several, as in "two ministers, A and B".
    """

    first: int
    stop: int
    head: int
    kind: str
    tags: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    state: str | None = None
    receiver: str | None = None
    name: str | None = None
    person: str | None = None
    role: str = ""
    relation: str = ""
    plural: bool = False
    former: bool = False
    number: int | None = None
    owner: Mention | None = None
    of: Mention | None = None
    possessive: str = ""
    gov: str = ""
    before: Mention | None = None
    alias: Mention | None = None
    anaphor: str = ""
    extra: tuple[str, ...] = ()
    place: str = ""
    sent: Mention | None = None
    receivers: tuple[str, ...] = ()
    entry: Entry | None = None
    pair: tuple[str, ...] = ()
    several: tuple[Mention, ...] = ()
    bearers: tuple[Mention, ...] = ()
    seats: tuple[Mention, ...] = ()
    like: Mention | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """
        Every state that it stands for.
        """
        return self.pair or ((self.state,) if self.state else ())

    def covers(self, token: int) -> bool:
        """
        Whether a token belongs to it.
        """
        return self.first <= token < self.stop
