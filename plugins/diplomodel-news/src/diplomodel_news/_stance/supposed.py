"""
What makes an act no more than supposed, waited for, spoken of or usual.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention


__all__ = ["is_due", "is_habit", "is_of_nobody", "is_to_come", "supposing", "topical", "would_be"]

#: What is drafted before it is adopted.
_PAPERS: Final = frozenset({"resolution", "request_of"})
#: Tenses of what a paper would do, and of what is told as done.
_TO_COME: Final = frozenset({"present", "future", "possible"})
_TOLD: Final = frozenset({"past", "perfect", "pluperfect"})
#: How far before a verb "no country" begins.
_BEFORE: Final = 3
#: What makes "no" a time's end and nobody.
_LONGER: Final = "longer"
#: How far after "is" the words stand that say what becomes of something.
_NEAR: Final = 4


def supposing(verb: Verb, analysis: Analysis) -> str:
    """
    What makes a verb's clause a supposition, or something waited for; nothing where none does.
    """
    if verb.joint in analysis.language.matrix["hypothetical"]:
        return f"{verb.joint!r} supposes it"
    if _is_almost(verb, analysis):
        return "only almost done"
    if _is_in_paper(verb, analysis):
        return "only what a paper would do that others speak of"
    # "Must pay before it would lift them": what would be done then is not planned.
    coming = verb.tense == "present" or (verb.tense == "future" and verb.over is not None)
    if coming and analysis.language.is_a(verb.joint, "awaited"):
        return f"{verb.joint!r} waits for it"
    first = bool(analysis.verbs) and verb is analysis.verbs[0]
    opens = first and not analysis.language.adjective_after
    if opens and analysis.word(0) in analysis.language.matrix["hypothetical"]:
        # "Should Chad expel him": before its subject, where no clause is seen to open.
        return f"{analysis.word(0)!r} supposes it"
    if first and analysis.is_a(0, "had") and analysis.low[-1] != "?":
        return "'had' before its subject supposes it"
    return ""


def _is_almost(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb's words say that it was not quite done: "nearly broke", "all but severing".
    """
    at = verb.first - 1
    all_but = analysis.is_a(at, "almost_but") and analysis.is_a(at - 1, "almost_all")
    return all_but or any(analysis.is_a(one, "almost") for one in range(at, verb.head))


def _is_in_paper(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a resolution does something: "will back a UN resolution that tightens sanctions".
    """
    if verb.joint != "relative" or verb.tense not in _TO_COME or verb.over is None:
        return False
    subject = analysis.subject_of(verb)
    paper = subject is not None and subject.kind == "concept" and bool(subject.tags & _PAPERS)
    return paper and verb.over.tense not in _TOLD


def topical(verb: Verb, analysis: Analysis) -> str:
    """
    What becomes of an act that a clause only speaks of: "lifting it is out of the question".
    """
    if verb.tense != "gerund" or verb.auxiliary or analysis.language.adjective_after:
        return ""
    if verb.first > 0 and not analysis.is_a(verb.first - 1, "complementiser"):
        return ""
    for at in range(verb.stop, len(analysis.low)):
        if analysis.word(at) in {",", ";", "”"} or analysis.is_a(at, "relative", "subordinator"):
            return ""
        if at not in analysis.at and analysis.is_a(at, "copula", "future", "possible"):
            said = [one for one in analysis.mentions if at < one.first <= at + _NEAR]
            tags = [tag[3:] for one in said for tag in one.tags if tag.startswith("as-")]
            return tags[0] if tags else "supposed"
    return ""


def is_habit(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb's clause says how often: "cierra los viernes", "closes every Friday".
    """
    weekdays = analysis.language.dates["weekdays"]
    return any(
        analysis.is_a(at, "habit")
        or (analysis.is_a(at, "each") and analysis.word(at + 1) in weekdays)
        for at in range(verb.stop, verb.limit)
    )


def is_due(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a sentence, and no heading, says in the present what is to be on a weekday: "the post
    reopens on Thursday", but not "closes on Fridays"; or for when it is called: "for 3 April".
    """
    words = analysis.language.words
    if words["scheduling"] & set(verb.lemmas) and not verb.negated:
        after = range(verb.stop, verb.limit)
        return any(at + 1 in analysis.times and analysis.is_a(at, "due_for") for at in after)
    if verb.tense != "present":
        return False
    if not words["scheduled"] & set(verb.lemmas) or "past" in verb.features:
        return False
    helped = verb.auxiliary or verb.passive or verb.joint == "relative"
    helped = helped or (verb.over is not None and "infinitive" in verb.features)
    if helped or analysis.sentence.is_heading or analysis.subject_of(verb) is None:
        return False
    weekdays = analysis.language.dates["weekdays"]
    days = [at for at in range(verb.stop, verb.limit) if analysis.word(at) in weekdays]
    own = bool(days) and not any(
        one.first > verb.first and one.first < days[0] for one in analysis.verbs
    )
    return own and not any(analysis.is_a(days[0] - 1, name) for name in ("each", "since"))


def is_to_come(at: int, analysis: Analysis) -> bool:
    """
    Whether a conditional only tells what somebody said of the future: "dijo que habría respuesta".
    """
    said = any(analysis.is_a(one, "complementiser") for one in (at - 1, at - 2))
    verb = next((one for one in analysis.verbs if one.first <= at < one.stop), None)
    return said and (verb is None or verb.stop == at + 1)


def would_be(noun: Mention, analysis: Analysis) -> str:
    """
    What it makes of a noun of action that it is the subject of "would be" and the like: no such
    act is told; nothing where it is not.
    """
    groups = {at for verb in analysis.verbs for at in range(verb.first, verb.stop)}
    for at in range(noun.stop if noun.first <= 1 else len(analysis.low), len(analysis.low)):
        stops = analysis.is_a(at, "copula", "relative") or analysis.low[at] in {",", ";", "."}
        if stops or at in groups:
            return ""
        told = at in analysis.at or at in analysis.times
        if analysis.is_a(at, "possible", "future") and not told:
            return f"what it {analysis.low[at]!r} be"
    return ""


def _is_apart(verb: Verb, one: Mention, analysis: Analysis) -> bool:
    """
    Whether what stands after a verb is none of its objects: past a comma, or in a clause of its
    own, as in "regretted that there had been no talks".
    """
    between = range(verb.stop, one.first)
    own = any(analysis.is_a(at, "complementiser") for at in between)
    return own or any(analysis.word(at) == "," for at in between)


def is_of_nobody(told: Told) -> bool:
    """
    Whether the object or subject is "nobody" or "no envoy".
    """
    analysis = told.analysis
    if told.verb is not None and any(
        analysis.is_a(at, "nobody")
        for at in range(told.verb.stop, min(told.verb.stop + 2, len(analysis.low)))
    ):
        return True
    verb = told.verb
    if verb is not None and not told.roles.get("subject") and not told.passive:
        # "No country has recognised it".
        near = range(max(0, verb.first - _BEFORE), verb.first)
        if any(analysis.is_a(at, "nobody") and analysis.word(at + 1) != _LONGER for at in near):
            return True
    return any(
        analysis.is_a(one.first, "nobody")
        or (
            analysis.is_a(one.first - 1, "negation")
            and analysis.is_a(one.first - 1, "conjunction")
        )
        for role, wanted in (("subject", told.form.subject), ("object", told.form.object))
        for one in told.roles.get(role, ())
        # "Recognised it in May, but they have no relations": no object of the verb.
        if verb is None or not _is_apart(verb, one, analysis)
        # "Had no right to hold it": a stand, and no object.
        if not (told.form.near & one.tags or "obliged" in told.form.near)
        if not wanted or one.tags & wanted
    )
