"""
Acts that those told carry by law, though the text does not name them.

What is told in words of its own stands before what follows from others: where a text tells the
same kind of act between the same parties anywhere, whenever it was, nothing is inferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from diplomodel.dates import PartialDate
from diplomodel_news._events.complete import OPEN
from diplomodel_news._events.found import Finding
from diplomodel_news._events.posted import others_with
from diplomodel_news._events.unnamed import is_unnamed
from diplomodel_news._frames.fields import fields_of, states_of
from diplomodel_news._frames.misfit import misfit
from diplomodel_news._language.gazetteer import Kind
from diplomodel_news._language.implied import Rule
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._story import Story


__all__ = ["implied"]

#: How surely relations are offered that somebody takes up.
_OFFERED: Final = frozenset({"offered", "planned", "asked"})
#: Who is posted somewhere.
_POSTED: Final = frozenset({"envoy", "consul"})


def implied(acts: Sequence[Finding], every: Sequence[Finding], story: Story) -> list[Finding]:
    """
    What the acts of a text carry by the rules of its language.

    Args:
        acts: What is told and becomes events.
        every: That and near misses.
        story: The text.
    """
    found = []
    for rule in story.language.implied:
        for act in acts:
            made = _carried(rule, act, acts, every, story)
            if made is not None:
                found.append(made)
    return found


def _carried(
    rule: Rule, act: Finding, acts: Sequence[Finding], every: Sequence[Finding], story: Story
) -> Finding | None:
    """
    What an act carries by a rule, where it does.
    """
    told = act.draft.told
    if act.kind != rule.of or act.modality != "done" or not act.dated or act.weak:
        return None
    if misfit(rule.form, told, told.analysis) or not _worded(rule, act, story):
        return None
    if rule.beside and not any(_is_beside(one, act) for one in acts if one.kind == rule.beside):
        return None
    if rule.open and not any(_is_open_beside(one, act) for one in every if one.kind == rule.open):
        return None
    if rule.after and not any(
        one.kind == rule.after and one.modality in _OFFERED and _earlier(one, act) for one in acts
    ):
        return None
    if any(one.kind in rule.new and _is_before(one, act) for one in acts):
        return None
    first = _first(rule, act, story)
    if rule.first and first is None:
        return None
    made = _made(rule, act)
    if made is None or _is_told(made, every, but=rule.after) or _posted_elsewhere(act, made):
        return None
    if first is not None and rule.again & _words(first, act, story):
        made.values["again"] = True
    return made


def _worded(rule: Rule, act: Finding, story: Story) -> bool:
    """
    Whether the sentence has the words that a rule asks for, and the text none that it forbids.
    """
    low = act.draft.told.analysis.low
    if rule.words and rule.words.isdisjoint(low):
        return False
    if rule.nowhere & story.tags:
        return False
    return not any(word in rule.nowhere for sentence in story.sentences for word in sentence.low)


def _agree(one: Finding, other: Finding) -> bool:
    """
    Whether two acts can be between the same parties, of which some may not be named.
    """
    mine, theirs = (set(states_of(each.values)) for each in (one, other))
    left, right = mine - theirs, theirs - mine
    return all(map(is_unnamed, left)) or all(map(is_unnamed, right))


def _days(act: Finding) -> tuple[int, int]:
    date = PartialDate.parse(act.date)
    return date.first_possible, date.last_possible


def _is_beside(one: Finding, act: Finding) -> bool:
    """
    Whether an act is told in the same sentence as done on the same day between the same parties.
    """
    done = one.modality == "done" and one.dated and one.order == act.order
    return done and _days(one) == _days(act) and _agree(one, act)


def _is_open_beside(one: Finding, act: Finding) -> bool:
    """
    Whether an act is told in the same sentence of the same day, and only its parties are open.
    """
    done = one.modality == "done" and one.dated and one.order == act.order
    return done and one.refused == OPEN and _days(one) == _days(act)


def _earlier(one: Finding, act: Finding) -> bool:
    return _agree(one, act) and one.order < act.order and _days(one)[1] <= _days(act)[0]


def _is_before(one: Finding, act: Finding) -> bool:
    """
    Whether somebody else did something of the kind before, as the same side to the same other, or
    the same person did the same.
    """
    same = all(one.values.get(field) == act.values.get(field) for field in ("sender", "receiver"))
    if one.values.get("person") == act.values.get("person"):
        return same and one.kind == act.kind and _days(one)[0] < _days(act)[0]
    return same and _days(one)[0] <= _days(act)[0]


def _first(rule: Rule, act: Finding, story: Story) -> Mention | None:
    """
    Where the text says of who acts that he or she is the first to hold such an office there.
    """
    sides = (act.values.get("sender"), act.values.get("receiver"))
    person = act.values.get("person")
    for number in range(act.order + 1):
        mentions = story.mentions[number]
        if number != act.order and not any(one.person == person for one in mentions):
            continue
        for one in mentions:
            named = (one.state or sides[0], one.receiver or sides[1])
            if one.tags & rule.first and named == sides and _is_first(rule, one, number, story):
                return one
    return None


def _is_first(rule: Rule, one: Mention, number: int, story: Story) -> bool:
    """
    Whether an office is called the first of its sort, and of no narrower one.
    """
    sentence, lexicon = story.sentences[number], story.language.lexicon
    words = sentence.low[one.first : one.stop]
    start = next((at for at, word in enumerate(words) if word in rule.first_words), None)
    if start is None or rule.not_first & one.tags or not rule.not_first.isdisjoint(words):
        return False
    for at in range(one.first + start + 1, one.stop):
        hit = lexicon.longest(sentence.low, at)
        if hit is not None and any(entry.kind is Kind.TITLE for entry in hit[1]):
            return True
        word = sentence.low[at]
        if word.isalpha() and word not in rule.between and not sentence.raw[at][0].isupper():
            return False
    return False


def _words(one: Mention, act: Finding, story: Story) -> set[str]:
    """
    The words of a mention of the sentence of an act, or of one before it.
    """
    sentences = (story.sentences[number] for number in range(act.order + 1))
    holder = next(
        sentence
        for sentence, mentions in zip(sentences, story.mentions, strict=False)
        if any(other is one for other in mentions)
    )
    return set(holder.low[one.first : one.stop])


def _made(rule: Rule, act: Finding) -> Finding | None:
    """
    The act that another carries, with its evidence, day and parties.
    """
    sides = _sides(act)
    if sides is None:
        return None
    known = fields_of(rule.gives)
    guessed = set(act.guessed)
    if "parties" in known:
        values: dict[str, object] = {"parties": sides}
        guessed |= {"parties"} if guessed & {"sender", "receiver"} else set()
    else:
        values = dict(zip(("sender", "receiver"), sides, strict=True))
        guessed |= {"sender", "receiver"} if "parties" in guessed else set()
    if "level" in known and "level" in act.values:
        values["level"] = act.values["level"]
    return attrs.evolve(
        act,
        kind=rule.gives,
        values=values,
        guessed=guessed & known,
        why=[rule.why, *act.why],
        merged=[],
    )


def _sides(act: Finding) -> tuple[object, object] | None:
    """
    Who sends and who receives: of relations "with Chad", Chad receives.
    """
    if "sender" in act.values:
        return act.values["sender"], act.values["receiver"]
    parties = act.values.get("parties")
    if not isinstance(parties, tuple):
        return None
    there = [code for code in parties if code in others_with(act.draft.told)]
    if len(there) != 1:
        return None
    return next(code for code in parties if code not in there), there[0]


def _is_told(made: Finding, every: Sequence[Finding], *, but: str) -> bool:
    """
    Whether the text tells such an act between the same parties, whenever it was; an offer that is
    taken up is none.
    """
    return any(
        one.kind == made.kind
        and not one.refused
        and not (one.kind == but and one.modality in _OFFERED)
        and _agree(one, made)
        for one in every
    )


def _posted_elsewhere(act: Finding, made: Finding) -> bool:
    """
    Whether who presents letters is posted in another state: no mission opens with them.
    """
    if made.kind != "mission_opening" or act.kind != "credentials_presentation":
        return False
    return any(
        one.tags & _POSTED and one.receiver not in {None, *states_of(made.values)}
        for one in act.draft.told.analysis.mentions
    )
