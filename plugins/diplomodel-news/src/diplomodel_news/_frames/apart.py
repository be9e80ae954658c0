"""
States that act in a clause of their own beside the one that tells an act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


if TYPE_CHECKING:
    from diplomodel_news._frames.told import Told


__all__ = [
    "acting_apart",
    "acts_next",
    "dealt_otherwise",
    "is_apart",
    "is_whither",
    "movers",
    "only_matters",
    "only_venue",
]

#: What states do that begin to deal with each other.
_BEGINNINGS: Final = frozenset({"relations_establishment", "relations_restoration"})
#: What opens or ends a quotation.
_MARKS: Final = frozenset({'"', "”", "’", "'"})
#: Words before those who do what another verb says.
_AGENTS: Final = frozenset({"por"})

#: Words before where somebody goes.
_WHITHER: Final = frozenset({"a", "hacia", "to", "for"})


def acting_apart(told: Told) -> frozenset[str]:
    """
    The states that act in other main clauses, so that they are hardly the act's other side.

    "Honduras recalled its ambassador, and Venezuela closed its embassy" tells of neither's
    dealings with the other; "India recalled its ambassador after Pakistan held two diplomats"
    does.
    """
    analysis = told.analysis
    if told.verb is None and told.form.kind != "statement":
        return frozenset()
    own = _main(told.verb, analysis) if told.verb is not None else None
    found: set[str] = set()
    for verb in analysis.verbs:
        if analysis.is_a(verb.first - 1, "likewise_before"):
            # "Chile recalled its envoy, as did Peru."
            subject = analysis.at.get(verb.stop)
        elif verb.silent == "actor" and verb is not told.verb:
            # "Kuwait recalled its ambassador on Tuesday, and Qatar on Wednesday."
            subject = verb.subject
        elif _main(verb, analysis) is not own:
            subject = analysis.subject_of(verb)
        else:
            continue
        while subject is not None:
            found.update(subject.codes)
            subject = subject.before
    return frozenset(found)


def dealt_otherwise(told: Told) -> frozenset[str]:
    """
    The states with which a sentence tells of relations that begin, beside some that end.

    "Severed ties in March and established relations with Beijing": the ties were another's.

    Args:
        told: What tells of the ties.
    """
    analysis, verb = told.analysis, told.verb
    if told.form.kind != "relations_break" or verb is None:
        return frozenset()
    if any(one.kind == "pronoun" for one in told.roles.get("object", ())):
        # "Restored relations with Chad, months after it broke them off": the same.
        return frozenset()
    forms = analysis.language.forms
    found: set[str] = set()
    for other in analysis.verbs:
        kinds = {form.kind for lemma in other.lemmas for form in forms.get(lemma, ())}
        if other is verb or not kinds & _BEGINNINGS:
            continue
        for one in analysis.after(other):
            if one.gov in analysis.language.words["with"]:
                found.update(one.codes)
    return frozenset(found)


def only_matters(told: Told) -> frozenset[str]:
    """
    The states that a sentence names only as what an act is about, or for whose sake it is: "broke
    relations over Bahrain", "in solidarity with Riyadh".
    """
    analysis = told.analysis
    about, siding = (analysis.language.words[name] for name in ("matter", "siding"))
    acts = told.form.kind != "statement"
    named = [one for one in analysis.mentions if one.state and one.kind != "concept"]
    beside = [
        one
        for one in named
        if one.gov in about or (acts and one.gov and analysis.word(one.first - 2) in siding)
    ]
    matters = {one.state for one in beside if one.kind == "actor"}
    others = {one.state for one in named if one not in beside}
    return frozenset(code for code in matters - others if code)


def acts_next(one: Mention, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a mention is the subject of a main clause that "and" joins to a verb's.

    "The United States regretted the step, and Germany backed Lithuania": Germany is no object.

    Args:
        one: A mention after the verb, that nothing governs.
        verb: The verb.
        analysis: The sentence.
    """
    for later in analysis.verbs:
        if later.first < one.stop or later.link != "clause" or later.joint:
            continue
        chain = [subject] if (subject := analysis.subject_of(later)) is not None else []
        while chain and chain[-1].before is not None:
            chain.append(chain[-1].before)
        joined = analysis.is_a(chain[-1].first - 1, "conjunction") if chain else False
        # "Must free them, the minister said": who says it is none of those freed.
        joined |= bool(chain) and _says(later, analysis) and _is_parted(chain[-1], analysis)
        if one in chain and joined:
            return analysis.subject_of(verb) is not subject
    return False


def _is_parted(one: Mention, analysis: Analysis) -> bool:
    """
    Whether a comma, and maybe the end of a quotation, stands before a mention.
    """
    at = one.first - 1
    return analysis.word(at - (analysis.word(at) in _MARKS)) == ","


def _says(verb: Verb, analysis: Analysis) -> bool:
    reporting = analysis.language.matrix["reporting"]
    return any(lemma in reporting for lemma in verb.lemmas)


def _main(verb: Verb, analysis: Analysis) -> Verb:
    """
    The verb of the main clause that a verb belongs to.
    """
    while verb.over is not None and not _is_coordinate(verb, analysis):
        verb = verb.over
    return verb


def _is_coordinate(verb: Verb, analysis: Analysis) -> bool:
    joined = not verb.joint or analysis.language.is_a(verb.joint, "concessive")
    return verb.link == "clause" and joined


def is_apart(one: Mention, told: Told) -> bool:
    """
    Whether a mention stands past a semicolon, or in a clause that hangs on what follows the act.

    Args:
        one: The mention.
        told: What tells the act.
    """
    analysis, (start, stop) = told.analysis, told.trigger
    first, last = min(one.head, stop), max(one.head, start)
    if ";" in analysis.low[first:last]:
        return True
    if not analysis.language.adjective_after or one.head < stop or one.gov not in _AGENTS:
        return False
    # "Lo llamó al saberse que los cohetes vendidos por Suecia": no party of the recall.
    owners = [verb for verb in analysis.verbs if stop <= verb.first and verb.stop <= one.head]
    return bool(owners)


def only_venue(code: str, told: Told) -> bool:
    """
    Whether a sentence names a state by nothing but the capital in which things happen.

    Args:
        code: The state.
        told: What tells the act.
    """
    mine = [one for one in told.analysis.mentions if code in {one.state, one.receiver}]
    at = told.analysis.language.words["at"]
    return bool(mine) and all("capital" in one.tags and one.gov in at for one in mine)


def movers(told: Told) -> set[str]:
    """
    Who votes, vetoes, asks or drafts in a body, so that its step does not concern them.

    Args:
        told: What tells the step.
    """
    acting = ("subject", "object-owner")
    codes = {code for role in acting for one in told.roles.get(role, ()) for code in one.codes}
    analysis = told.analysis
    drafted = (
        one
        for one in analysis.mentions
        if analysis.is_a(one.first - 1, "agent") and one.first - 2 in analysis.by_head
    )
    return codes | {code for one in drafted for code in one.codes}


def is_whither(one: Mention) -> bool:
    """
    Whether a place is where somebody goes, and not where something happens.

    Args:
        one: A mention.
    """
    return one.kind == "actor" and "capital" in one.tags and one.gov in _WHITHER
