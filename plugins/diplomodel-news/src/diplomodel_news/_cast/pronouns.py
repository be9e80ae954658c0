"""
Whom a pronoun cannot stand for, and whom it does where words are told to somebody.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._cast.persons import OF_STATE, Person
from diplomodel_news._cast.register import Register
from diplomodel_news._mentions.mentions import Mention


__all__ = ["THINGS", "is_barred", "teller"]

#: Things that a pronoun before a verb can stand for.
THINGS: Final = frozenset({"asylum", "safe_conduct", "relations"})
#: Who asks for no asylum while in office.
_SERVING: Final = frozenset({"foreign_minister", "spokesman"})
#: What is done to somebody who is tried.
_TRIALS: Final = frozenset({"charge", "conviction", "detention", "acquittal", "release"})


def is_barred(mention: Mention, person: Person, register: Register) -> bool:
    """
    Whether a pronoun cannot be a person who serves the state that grants "him" asylum, or
    who is in office where "he" is tried and the text has told of somebody's arrest.

    Args:
        mention: The pronoun.
        person: The person.
        register: Who is in the text.
    """
    analysis = register.analysis
    for verb in analysis.verbs if analysis is not None and not person.former else ():
        if not verb.first <= mention.first <= verb.stop or analysis is None:
            continue
        subject = analysis.subject_of(verb)
        state = subject.state if subject is not None else None
        if any(one.tags & THINGS for one in analysis.objects(verb)):
            return person.role in _SERVING or (state is not None and state == person.state)
        forms = (one for lemma in verb.lemmas for one in register.language.forms.get(lemma, ()))
        tried = bool(register.tried) and person.id not in register.tried
        return tried and person.role in OF_STATE and any(one.kind in _TRIALS for one in forms)
    return False


def teller(mention: Mention, register: Register) -> tuple[str, ...]:
    """
    Who tells what "he" does: "called the envoy to tell her that he would come", "Doe, who received
    Roe, said he regretted it".

    Args:
        mention: The pronoun.
        register: Who is in the text.
    """
    analysis = register.analysis
    before = [one for one in analysis.verbs if one.stop <= mention.first] if analysis else []
    if analysis is None or not before:
        return ()
    verb = before[-1]
    reporting = analysis.language.matrix["reporting"]
    told = [one for one in analysis.mentions if verb.stop <= one.first < mention.first]
    subject = analysis.subject_of(verb)
    if subject is None or not any(lemma in reporting for lemma in verb.lemmas):
        return ()
    to_somebody = bool(told) and told[0].first == verb.stop and told[0].person is not None
    at_once = not told and mention.first - verb.stop <= 1
    return (subject.person,) if (to_somebody or at_once) and subject.person else ()
