"""
Clauses that leave their verb out: "Croatia expelled eighteen and Slovenia eight".

Such a clause gets a verb without words, a silent one, which is a form of the verb before it; so
does a sentence that has none: "Mauritania, on Tuesday". What it does is told by `_likewise`.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._grammar.numbers import number_at
from diplomodel_news._grammar.own_beside import own_beside, past_post
from diplomodel_news._grammar.thing_beside import thing_beside
from diplomodel_news._mentions.mentions import Mention


__all__ = ["carry_gap", "find_gaps"]

_FINITE: Final = frozenset({"past", "present", "perfect", "pluperfect", "future"})
_ENDS: Final = frozenset({",", ";", ".", ":", ")", "—", "–", "!", "?"})
_POSTS: Final = frozenset({"envoy", "consul", "diplomats", "mission", "colleague"})
#: Of how many states that share a clause a list is followed.
_MOST: Final = 12
#: How long a sentence without a verb can be that goes on with the one before.
_SHORT: Final = 30


def find_gaps(analysis: Analysis) -> None:
    """
    Put a silent verb where a state stands with nothing but a number or a time of its own.

    Args:
        analysis: The sentence, whose verbs are added to.
    """
    found: list[Verb] = []
    after = {id(one.before): one for one in analysis.mentions if one.before is not None}
    for mention in analysis.mentions:
        if id(mention) in after:
            continue
        made = None
        acting = mention.kind == "actor" or (mention.state and "government" in mention.tags)
        if acting and not mention.tags & {"demonym", "residence"}:
            made = _gap(mention, analysis) or _so_has(mention, analysis)
            beside = thing_beside(mention, _first_of(mention), analysis) if not made else None
            if beside is not None:
                made = _silent(beside[0], mention.stop, silent="actor", limit=beside[1])
                made.subject = mention
            made = made or (_governed_gap(mention, analysis) if mention.gov else None)
        elif mention.tags & _POSTS:
            made = _posted_gap(mention, analysis) or _so_were(mention, analysis)
        if made is not None:
            found.append(made)
    for verb in found:
        analysis.verbs.append(verb)
        _detach(verb)
    if found:
        analysis.verbs.sort(key=lambda one: (one.first, one.stop))


def carry_gap(analysis: Analysis, over: Verb | None) -> None:
    """
    Put a silent verb into a sentence that is nothing but states beside a time or a number.

    Args:
        analysis: The sentence.
        over: The verb of an act that the sentence before told, if it told one.
    """
    if over is None or analysis.verbs or len(analysis.low) > _SHORT:
        return
    actors = [one for one in analysis.mentions if one.kind == "actor" and not one.gov]
    named = {at for one in actors for at in range(one.first, one.stop)}
    if not actors or any(one.before is not before for one, before in _linked(actors)):
        return
    number, at = number_at(_past_gap(actors[-1].stop, analysis), analysis)
    counted = set(range(actors[-1].stop, at)) if number is not None else set()
    rest = [at for at in range(len(analysis.low)) if at not in named | counted | analysis.times]
    told = number is not None or bool(analysis.times)
    if not told or not all(_is_slight(at, analysis) for at in rest):
        return
    made = _silent(over, len(analysis.low), silent="actor", limit=len(analysis.low))
    made.first = made.head = made.stop = actors[-1].stop
    made.over, made.link, made.joint = None, "", ""
    made.subject, made.number = actors[-1], number
    analysis.verbs.append(made)


def _linked(several: list[Mention]) -> list[tuple[Mention, Mention | None]]:
    """
    Mentions with those that come right before them.
    """
    return list(zip(several, [None, *several], strict=False))


def _is_slight(at: int, analysis: Analysis) -> bool:
    """
    Whether a token only joins: a comma, "and", "also", or what opens a time.
    """
    if analysis.low[at] in _ENDS or analysis.is_a(at, "conjunction", "adverb"):
        return True
    opens = analysis.is_a(at, "preposition", "determiner", "at")
    return (
        opens and at not in analysis.at and (at + 1 in analysis.times or at - 1 in analysis.times)
    )


def _detach(verb: Verb) -> None:
    """
    Take what a silent verb has of its own from the verb before it.
    """
    first = verb.subject
    if verb.silent == "thing" and verb.over is not None:
        verb.over.limit = min(verb.over.limit, verb.first)
        return
    while first is not None and first.before is not None:
        first.gov, first = "", first.before
    if first is not None and verb.over is not None:
        first.gov, first.before = "", None
        verb.over.limit = min(verb.over.limit, first.first)


def _gap(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    A silent verb for a state beside a number or a time: "and Slovenia eight".
    """
    joined = _joined(mention, analysis)
    if joined is None:
        return None
    over, _, end = joined
    start = _past_gap(mention.stop, analysis)
    number, at = number_at(start, analysis)
    timed = _past_time(at, analysis)
    closed = timed >= len(analysis.low) or analysis.word(timed) in _ENDS
    closed = closed or (timed not in analysis.at and analysis.is_a(timed, "conjunction"))
    own = own_beside(mention, analysis)
    if own is not None and end >= over.head:
        # "Togo recalled its envoy, and Chad its own".
        made = _silent(over, mention.stop, silent="actor", limit=past_post(own, analysis))
        made.subject = mention
        return made
    if end < over.head or not closed or timed == start:
        return None
    if number is None and not _is_parallel(end, mention, over, analysis):
        return None
    made = _silent(over, mention.stop, silent="actor", limit=timed)
    made.subject, made.number = mention, number
    return made


def _so_has(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    A silent verb for a state after "so has" or "as had": "and so has Spain".
    """
    at = _first_of(mention).first - 1
    if not analysis.is_a(at, "perfect_aux", "had") or not analysis.is_a(at - 1, "likewise_before"):
        return None
    before = [one for one in analysis.verbs if one.stop < at and not one.silent]
    if at in analysis.by_head:
        # "As did Chad": a verb of its own tells that.
        return None
    if not before or not any(lemma in analysis.language.forms for lemma in before[-1].lemmas):
        return None
    made = _silent(before[-1], mention.stop, silent="actor", limit=len(analysis.low))
    made.subject = mention
    return made


def _so_were(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    A silent verb for those to whom the same is done: "as were his colleagues in Lima and Quito".
    """
    at = _first_of(mention).first - 1
    if not analysis.is_a(at, "passive_aux") or not analysis.is_a(at - 1, "likewise_before"):
        return None
    before = [one for one in analysis.verbs if one.stop < at and not one.silent]
    if not before or not before[-1].passive:
        return None
    made = _silent(before[-1], mention.stop, silent="thing", limit=len(analysis.low))
    made.passive = made.auxiliary = True
    made.subject = mention
    return made


def _posted_gap(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    A silent verb for an envoy or mission between times: "on 9 May, and the consul a day later".
    """
    joined = _joined(mention, analysis)
    if joined is None:
        return _timed_gap(mention, analysis)
    over, first, end = joined
    timed = _past_time(_past_comma(mention.stop, analysis), analysis)
    if end not in analysis.times or timed == mention.stop:
        return None
    if not analysis.times & set(range(mention.stop, timed)):
        return None
    made = _silent(
        over, mention.stop if over.passive else first.first, silent="thing", limit=timed
    )
    made.passive, made.auxiliary = over.passive, over.auxiliary
    made.subject = mention if over.passive else analysis.subject_of(over)
    return made


def _governed_gap(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    A silent verb for a body past the same preposition as the one before it, each with a time of
    its own: "was suspended from the OAS in May and from the bloc in June".
    """
    at = mention.first - 1
    over = _full_verb(mention, analysis)
    if over is None or not over.passive or analysis.word(at) != mention.gov or at in analysis.at:
        return None
    twin = any(one.gov == mention.gov for one in analysis.after(over) if one.stop < at)
    end = at - 2 if analysis.is_a(at - 1, "conjunction") else 0
    timed = _past_time(mention.stop, analysis)
    if not twin or end not in analysis.times or timed == mention.stop:
        return None
    made = _silent(over, at, silent="thing", limit=timed)
    made.passive, made.auxiliary = True, over.auxiliary
    made.subject = analysis.subject_of(over)
    return made


def _timed_gap(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    A silent verb for an envoy or mission behind a time: "el lunes, y un día después al cónsul".
    """
    over, first = _full_verb(mention, analysis), _first_of(mention)
    if over is None or over.passive or not analysis.language.adjective_after:
        return None
    at = first.first - analysis.is_a(first.first - 1, "personal")
    start = at
    while start - 1 in analysis.times:
        start -= 1
    start -= analysis.is_a(start - 1, "determiner") and start - 1 not in analysis.at
    joint = analysis.is_a(start - 1, "conjunction") or analysis.word(start - 1) == ";"
    if start == at or not joint or start <= over.stop:
        return None
    made = _silent(over, start, silent="thing", limit=mention.stop)
    made.subject = analysis.subject_of(over)
    return made


def _joined(mention: Mention, analysis: Analysis) -> tuple[Verb, Mention, int] | None:
    """
    The verb before a mention that a comma or a conjunction joins to it, the first of those that
    the mention is coordinated with, and the last token before the joint.
    """
    over = _full_verb(mention, analysis)
    first = _first_of(mention)
    if over is None or first.gov or first.first <= over.stop:
        return None
    end = _before_joint(first, analysis)
    return None if end == first.first - 1 else (over, first, end)


def _silent(over: Verb, at: int, *, silent: str, limit: int) -> Verb:
    """
    A verb without words at a token, a form of the verb before it.
    """
    return Verb(
        first=at,
        head=at,
        stop=at,
        readings=over.readings,
        tense=over.tense,
        limit=limit,
        over=over,
        link="and",
        joint="and",
        subject_known=True,
        silent=silent,
    )


def _past_gap(at: int, analysis: Analysis) -> int:
    """
    The token past the comma that stands for a verb: "y Dinamarca, a 15".
    """
    if analysis.word(at) == "," and analysis.is_a(at + 1, "relative"):
        # "And Togo, which had waited longest, three".
        end = next(
            (one for one in range(at + 2, len(analysis.low)) if analysis.low[one] == ","), at
        )
        return end + 1 if end > at and number_at(end + 1, analysis)[0] is not None else at
    if analysis.word(at) != "," or not analysis.language.adjective_after:
        return at
    number, _ = number_at(at + 1, analysis)
    return at + 1 if number is not None or _past_time(at + 1, analysis) > at + 1 else at


def _past_comma(at: int, analysis: Analysis) -> int:
    return at + 1 if analysis.word(at) == "," else at


def _before_joint(first: Mention, analysis: Analysis) -> int:
    """
    The last token of what a comma or a conjunction joins a mention to.
    """
    end = first.first - 1
    while analysis.word(end) in {",", ";"} or (
        end not in analysis.at and analysis.is_a(end, "conjunction")
    ):
        end -= 1
    return end


def _first_of(mention: Mention) -> Mention:
    """
    The first of those that a mention is coordinated with.
    """
    first = mention
    for _ in range(_MOST):
        if first.before is None:
            break
        first = first.before
    return first


def _full_verb(mention: Mention, analysis: Analysis) -> Verb | None:
    """
    The act's verb that stands before a mention, where no other follows in the same clause.
    """
    before = [one for one in analysis.verbs if one.stop <= mention.first and not one.silent]
    if not before or (before[-1].tense not in _FINITE and before[-1].tense != "gerund"):
        return None
    after = [one for one in analysis.verbs if mention.stop <= one.first]
    if after and not any(
        analysis.word(at) in _ENDS or analysis.is_a(at, "conjunction")
        for at in range(mention.stop, after[0].first)
    ):
        return None
    language = analysis.language
    acts = any(lemma in language.forms for lemma in before[-1].lemmas)
    alike = any(lemma in language.words["likewise"] for lemma in before[-1].lemmas)
    saying = any(lemma in language.matrix["reporting"] for lemma in before[-1].lemmas)
    # "Declaró non gratos a 40 rusos, y Francia, a 35", "la reconoció, y España, ayer": no saying.
    saying = saying and not any(
        "persona_non_grata" in one.tags or one.kind == "pronoun"
        for one in (*analysis.after(before[-1]), *analysis.clitics(before[-1]))
    )
    return before[-1] if (acts or alike) and not saying else None


def _past_time(at: int, analysis: Analysis) -> int:
    """
    The token past a time and the words that open it.
    """
    start = at
    while at < len(analysis.low) and at - start < _MOST:
        opens = analysis.is_a(at, "preposition", "determiner", "at") and at not in analysis.at
        if at not in analysis.times and not (opens and at + 1 in analysis.times):
            break
        at += 1
    return at


def _is_parallel(end: int, mention: Mention, over: Verb, analysis: Analysis) -> bool:
    """
    Whether what comes before ends with a time, too, and no place is what a state stands beside.
    """
    if end not in analysis.times and not over.first <= end < over.stop:
        return False
    places = [one for one in analysis.after(over) if one.kind == "actor" and one.gov]
    subject = analysis.subject_of(over)
    city = "capital" in mention.tags
    return not (
        places
        and ("capital" in places[-1].tags) is city
        and subject is not None
        and ("capital" in subject.tags) is not city
    )
