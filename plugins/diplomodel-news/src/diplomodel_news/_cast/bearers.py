"""
Who holds an office that a sentence says somebody has or gets, and whose name is misspelt.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.register import Person, Register


__all__ = ["bearer_of", "led_to", "misspelt"]

#: Offices that somebody is sent abroad to hold.
_SENT: Final = frozenset({"head_of_mission", "charge_daffaires", "consul"})
#: What stands before the post that someone takes up.
_TAKEN: Final = frozenset({"as", "como"})
#: How long a surname is that a slip of the pen does not make another's.
_LONG: Final = 6


def bearer_of(mention: Mention, register: Register) -> Person | None:
    """
    The person named who is said to be or become an envoy: "John Doe became the first envoy".

    Args:
        mention: The office.
        register: Who is in the text.
    """
    analysis, at = register.analysis, mention.first - 1
    if analysis is None or mention.role not in _SENT or mention.former:
        return None
    if mention.gov in _TAKEN:
        # "Was recognised as the first representative to Chile".
        at -= 1
    elif mention.gov:
        return None
    if analysis.word(at) not in analysis.language.words["becoming"]:
        return None
    verb = analysis.by_head.get(at)
    subject = analysis.subject_of(verb) if verb is not None else analysis.at.get(at - 1)
    if subject is None or subject.kind not in {"person", "name"} or subject.gov:
        return None
    person = register.persons.get(subject.person or "")
    if person is None or not person.words or person.unnamed:
        return None
    person.role, person.state = mention.role, mention.state or person.state
    person.receiver, person.tags = mention.receiver or person.receiver, person.tags | mention.tags
    return person


def led_to(analysis: Analysis) -> Mention | None:
    """
    Whom a sentence is about that opens with what that one does: "Succeeding Doe, John Roe came".

    Args:
        analysis: The sentence.
    """
    first = analysis.verbs[0] if analysis.verbs else None
    if first is None or first.first > 0 or first.tense != "gerund":
        return None
    return analysis.main_subject()


def misspelt(word: str, persons: Iterable[Person]) -> Person | None:
    """
    The only person of a text whose surname is a word but for one slip of the pen.

    Args:
        word: A name that nobody of the text has.
        persons: The persons of the text.
    """
    able = [one for one in persons if len(one.words) > 1 and _is_slip(word, one.words[-1])]
    return able[0] if len(able) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    """
    Whether two words differ by a letter left out, or by two letters in the wrong order.
    """
    if min(len(word), len(name)) < _LONG or word[0] != name[0] or word == name:
        return False
    short, long = sorted((word, name), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    apart = (
        [at for at in range(len(short)) if short[at] != long[at]]
        if len(short) == len(long)
        else []
    )
    first, last = (apart[0], apart[-1]) if len(apart) == len(("one", "other")) else (0, 0)
    return last - first == 1 and short[first] == long[last] and short[last] == long[first]
