"""
Times told by a clause that says after or before what: "two days after Ghana recalled its envoy".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.causatives import is_caused
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._times.moments import DAY, YEAR, Moment, Owner, later


__all__ = ["is_set_aside", "settle_hinges"]

#: What opens and closes a clause set aside, and how far into one its relative word can stand.
_BREAKS: Final = frozenset({",", ";", "—", "–"})
_LEAD: Final = 4


def settle_hinges(
    moments: Sequence[Moment], analysis: Analysis, owner: Owner, *, now: str
) -> None:
    """
    Date a clause by another that lies so many days before or after it.

    "On 5 May, two days after they left" tells that they left on the 3rd; "two days after they left
    on 3 May, it closed" that it closed on the 5th.

    Args:
        moments: The times of a sentence, which are completed.
        analysis: The sentence.
        owner: Which verb a time belongs to.
        now: The year that the text is at.
    """
    for one in moments:
        if one.hinge is None:
            continue
        clause = _clause_after(one, analysis)
        main = _main_of(clause, one, analysis) if clause is not None else None
        if clause is None or main is None:
            # "On 6 May, a day before the results were due": no day that what follows hangs on.
            one.flashback |= one.first > 0 and analysis.word(one.first - 1) == ","
            continue
        others = [m for m in moments if m is not one and _is_of_act(m, analysis)]
        inner = [m for m in others if m.first > one.first and owner(m, analysis) is clause]
        outer = [m for m in others if owner(m, analysis) is main]
        while not (inner or outer) and main.over and _goes_with(main, analysis):
            # "On Monday it expelled him and called its own home, a day after ..."
            main = main.over
            outer = [m for m in others if owner(m, analysis) is main]
        if inner:
            _set(one, later(inner[-1].text, *one.hinge), main)
            for each in inner:
                each.flashback = True
        elif _is_counted(one, outer, clause, "" if one.first < main.first else now):
            continue
        elif one.shift is not None and not analysis.language.adjective_after:
            # No known day to count from; but "lamentó un día después que" tells what it regretted.
            one.text, one.shift = "", None


def _is_counted(moment: Moment, outer: Sequence[Moment], clause: Verb, now: str) -> bool:
    """
    Whether a clause can be dated from the verb that it hangs on, and then is: from a time of that,
    or a number of years from now, as in "would restore ties, five years after they broke them".
    """
    count, unit = moment.hinge or (0, "")
    if outer:
        _set(moment, later(outer[0].text, -count, unit), clause)
        # Where nothing else of the sentence stays as the time that the text is at, this does.
        moment.flashback = not (outer[0].flashback or outer[0].of_noun)
    elif unit == "year" and now and len(moment.text) <= YEAR:
        _set(moment, later(now, -count, unit), clause)
    else:
        return False
    return True


def _is_of_act(moment: Moment, analysis: Analysis) -> bool:
    """
    Whether something happened at a time; then, too, from which something else lasted: "there since
    7 February, when he came".
    """
    since = moment.start and not analysis.is_a(moment.stop + 1, "when")
    return bool(moment.text) and not moment.until and not since


def _goes_with(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb happens when the one above it does: "left on Monday, called home by ...", "saw
    him on Monday to protest".
    """
    reduced = "participle" in verb.features and not (verb.auxiliary or verb.joint)
    return verb.link in {"and", "infinitive"} or reduced or is_caused(verb, analysis)


def _set(moment: Moment, text: str, owner: Verb) -> None:
    if text:
        moment.text, moment.owner, moment.shift = text, owner, None
        moment.exact = len(text) == DAY


def _clause_after(moment: Moment, analysis: Analysis) -> Verb | None:
    """
    The verb of the clause that follows a time, as in "a day after it had left".
    """
    for verb in analysis.verbs:
        if verb.first > moment.first:
            open_ = "," not in analysis.low[moment.first : verb.first]
            of = analysis.language.words["of"]
            before = verb.first - 1
            before -= analysis.word(before) in of
            joined = {verb.joint, analysis.word(before)} & analysis.language.dates[
                "after_what"
            ].keys()
            return verb if joined and open_ else None
    return None


def _main_of(clause: Verb, moment: Moment, analysis: Analysis) -> Verb | None:
    """
    The verb that such a clause hangs on, before or after it.
    """
    if clause.over is not None and clause.over.first < moment.first:
        return clause.over
    return next(
        (one for one in analysis.verbs if one.over is clause and one.link == "clause"), None
    )


def is_set_aside(moment: Moment, told: Told) -> bool:
    """
    Whether a time stands in a relative clause between commas before the verb that tells, so that
    it is of what the clause tells, be its verb known or not: "after the quake, in which towers
    tumbled on Friday, Chad expelled the envoy".

    Args:
        moment: The time.
        told: The telling.
    """
    analysis, verb = told.analysis, told.verb
    if verb is None or told.noun is not None or moment.stop > verb.first:
        return False
    opens = moment.first - 1
    while opens >= 0 and analysis.word(opens) not in _BREAKS:
        opens -= 1
    led = any(analysis.is_a(at, "relative") for at in range(opens + 1, opens + _LEAD))
    if opens < 0 or not led or any(opens < one.first < moment.first for one in analysis.verbs):
        # A verb that is known owns its times itself.
        return False
    closed = [at for at in range(moment.stop, verb.first) if analysis.word(at) in _BREAKS]
    return bool(closed) and not any(one.first < closed[0] for one in _later(moment, analysis))


def _later(moment: Moment, analysis: Analysis) -> list[Verb]:
    return [one for one in analysis.verbs if one.first >= moment.stop]
