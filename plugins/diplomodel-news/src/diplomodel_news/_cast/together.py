"""
What a sentence tells of together, and the persons whom "both" or "them" stands for later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._cast.anaphora import Anaphora
    from diplomodel_news._cast.register import Register


__all__ = ["count_together", "keep_group", "stands_for_group", "stands_for_states"]

#: How many sentences later "both" still stands for two persons told together.
_FAR: Final = 3
#: "Les" is to whom something is done.
_DATIVE: Final = frozenset({"le", "les"})
_NATIONALS: Final = frozenset({"nationals", "counted_nationals"})


def count_together(mention: Mention) -> None:
    """
    Tag what is told together: heads of states, or states themselves.

    Args:
        mention: The one told last.
    """
    first = mention.before
    if first is None:
        return
    if "high" in first.tags & mention.tags:
        mention.tags |= {"several_high"}
    elif first.kind == mention.kind == "actor" and first.state != mention.state:
        first.tags |= {"several_states"}
        mention.tags |= {"several_states"}


def keep_group(mentions: Sequence[Mention], register: Register) -> None:
    """
    Keep which persons without an office a sentence tells of together: "X and Y were arrested".

    Args:
        mentions: Those of the sentence.
        register: Who is in the text.
    """
    for one in mentions:
        _of_nation(one, mentions, register)
        chain = [one]
        while chain[0].before is not None and len(chain) < len(mentions):
            chain.insert(0, chain[0].before)
        free = [each for each in chain if each.person and "private_person" in each.tags]
        ids = [code for each in free for code in (each.person, *each.extra) if code]
        if (
            len(free) == len(chain)
            and len(ids) > 1
            and any(each.name or each.bearers for each in chain)
        ):
            register.together, register.together_at = tuple(dict.fromkeys(ids)), register.number


def stands_for_group(mention: Mention, register: Register) -> bool:
    """
    Let "both" and "them" stand for persons told together, where it is done to persons.

    Args:
        mention: A pronoun or "the two".
        register: Who is in the text.

    Returns:
        Whether it does.
    """
    analysis, told = register.analysis, register.together
    pronoun = register.language.pronouns.get(mention.anaphor)
    several = pronoun is not None and pronoun.plural and not pronoun.possessive
    if analysis is None or not told or not (several or "pair" in mention.tags):
        return False
    if register.number - register.together_at > _FAR or ("pair" in mention.tags and told[2:]):
        return False
    able = register.language.words["done_to_persons"]
    verbs = [one for one in analysis.verbs if able & set(one.lemmas)]
    undergone = any(
        (one.passive and (analysis.subject_of(one) is mention or one.first == mention.first))
        or (not one.passive and mention.first in {one.stop, one.first, one.first - 1})
        for one in verbs
        if pronoun is None or one.passive or pronoun.is_object or pronoun.clitic
    )
    if not undergone:
        return False
    mention.kind = "person" if pronoun is None else mention.kind
    mention.person, mention.extra = told[0], told[1:]
    mention.tags = (mention.tags - {"state", "epithet"}) | {
        "person",
        "named_person",
        "private_person",
    }
    return True


def stands_for_states(mention: Mention, register: Anaphora) -> bool:
    """
    Let "them" stand for states told together just before, where it is done to states: "Alemania
    las reconoció", "the bloc suspended them".

    Args:
        mention: A pronoun of several.
        register: Who is in the text.

    Returns:
        Whether it does.
    """
    analysis, pronoun = register.analysis, register.language.pronouns.get(mention.anaphor)
    if analysis is None or pronoun is None or pronoun.possessive:
        return False
    if mention.gov or not (pronoun.is_object or pronoun.clitic):
        return False
    able = register.language.words["done_to_states"]
    own = [one for one in analysis.verbs if one.first <= mention.first <= one.stop]
    verb = next((one for one in own if able & set(one.lemmas)), None)
    actor = analysis.subject_of(verb) if verb is not None else None
    if verb is None or verb.passive or mention.anaphor in _DATIVE:
        return False
    if actor is None or actor is analysis.topic:
        # "Those who watched the polls recognised them": no state does.
        return False
    doing = set(actor.codes)
    here = [(register.number, one) for one in _listed_here(mention, analysis.mentions)]
    for number, codes in reversed([*register.grouped, *here]):
        if register.number - number <= 1 and not doing & set(codes):
            mention.pair, mention.state = codes, codes[0]
            mention.tags |= {"state", "several_states"}
            return True
    return False


def _listed_here(mention: Mention, mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """
    The states that stand together before a mention in its sentence.
    """
    chains: dict[int, tuple[str, ...]] = {}
    for one in mentions:
        if one.first < mention.first and one.kind == "actor":
            chains[one.first] = (
                *chains.get(one.before.first if one.before else -1, ()),
                *one.codes,
            )
    return [codes for codes in chains.values() if codes[1:]]


def _of_nation(mention: Mention, mentions: Sequence[Mention], register: Register) -> None:
    """
    Say where those are from who are named after what they are: "two Swedes, X and Y, were held".
    """
    analysis = register.analysis
    if not mention.tags & _NATIONALS or not mention.state or analysis is None:
        return
    ends = mention.stop
    for one in mentions:
        if one.first == ends + 1 and one.name and one.person:
            person = register.persons.get(one.person)
            if person is not None and person.state is None:
                person.state = mention.state
            ends = one.stop
