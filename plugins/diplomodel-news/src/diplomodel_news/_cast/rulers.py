"""
Who leads a state, where a name is only told as that state's; and which state "the junta" and "the
de facto authorities" rule, and where "the coup" was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from diplomodel_news._language.language import Language
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Person, Register


__all__ = ["first_ruled", "leads_it", "ruled"]

#: Who rules by force, and how such rulers come to power.
_BY_FORCE: Final = frozenset({"junta", "coup"})
#: Bodies for which somebody who belongs to them speaks.
_MINISTRIES: Final = frozenset({"ministry", "foreign_ministry"})
#: Of how many words a name in full is, at the least.
_FULL: Final = 2


def first_ruled(sentences: Sequence[Sequence[Mention]], language: Language) -> str | None:
    """
    The state of the first coup or rulers by force of which a text says where that is.

    Args:
        sentences: The mentions of each sentence.
        language: The text's language.
    """
    at = language.words["at"]
    for mentions in sentences:
        for number, one in enumerate(mentions):
            if not one.tags & _BY_FORCE:
                continue
            if one.state and not one.state.startswith("org:"):
                return one.state
            after = mentions[number + 1] if number + 1 < len(mentions) else None
            if after is not None and _is_seat(after, one) and after.gov in at and after.states:
                return after.states[0]
    return None


def _is_seat(after: Mention, one: Mention) -> bool:
    return "capital" in after.tags and after.first - one.stop <= 1


def ruled(mention: Mention, register: Register) -> str | None:
    """
    The state that rulers by force rule: where they sit, or the one told of last, or else the
    state named most that is not told to have envoys abroad.

    Args:
        mention: The rulers.
        register: Who is in the text, which remembers the state.
    """
    analysis = register.analysis
    near = analysis.at.get(mention.stop + 1) if analysis is not None else None
    if near is not None and _is_seat(near, mention) and near.gov in register.language.words["at"]:
        register.junta = near.state
    if register.junta is not None:
        return register.junta
    main = register.main_lands()
    register.junta = next((code for code in main if code not in register.senders), None)
    return register.junta


def leads_it(person: Person, mention: Mention, register: Register) -> None:
    """
    Take somebody who speaks and is only told as a state's, or its ministry's, for one who leads it
    or speaks for it: "Peru's John Doe deplored it", "the Peruvian foreign ministry's John Doe".

    Args:
        person: The person.
        mention: The name.
        register: Who is in the text.
    """
    analysis = register.analysis
    if analysis is None or person.role or mention.role or mention.gov or len(person.words) < _FULL:
        return
    owner = analysis.at.get(mention.first - 2)
    if owner is None or not analysis.is_a(mention.first - 1, "genitive") or not owner.state:
        return
    if owner.kind != "actor" and not owner.tags & _MINISTRIES:
        return
    forms = register.language.forms
    speaks = any(
        form.kind == "statement"
        for verb in analysis.verbs
        if _is_among(mention, analysis.subject_of(verb))
        for lemma in verb.lemmas
        for form in forms.get(lemma, ())
    )
    if (speaks or analysis.is_a(mention.stop, "had")) and person.state in {None, owner.state}:
        person.state = owner.state
        person.tags |= {"official", "public", "high" if owner.kind == "actor" else "spokesman"}


def _is_among(one: Mention, subject: Mention | None) -> bool:
    """
    Whether somebody is a subject or one of those coordinated with it.
    """
    while subject is not None and subject is not one:
        subject = subject.before
    return subject is one
