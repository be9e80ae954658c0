"""
What the verbs and nouns above an act make of it: "threatened to", "denied that it would".
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.sureness import Sureness


__all__ = ["climb", "kind_of", "report"]

#: What a verb can make of an act in a gerund, or in a clause with "that", that it governs.
_OF_GERUND = frozenset(
    {"denied", "planned", "threatened", "claimed", "possible", "wished", "failed"}
)
_OF_CLAUSE = frozenset(
    {"demanded", "asked", "denied", "claimed", "planned", "wished", "threatened", "offered"}
)
#: The tenses of what is still to come under a verb of planning.
_TO_COME = frozenset({"future", "infinitive", "possible", "subjunctive"})


def kind_of(verb: Verb, analysis: Analysis) -> str:
    """
    What a verb makes of an act that it governs: one of the modalities, or nothing.

    Args:
        verb: The verb.
        analysis: The sentence.
    """
    table = analysis.language.matrix["verbs"]
    following = analysis.word(verb.stop)
    for lemma in verb.lemmas:
        kind = table.get(f"{lemma} {following}") or table.get(lemma)
        if kind:
            return kind
    return ""


def climb(verb: Verb, analysis: Analysis, found: Sureness) -> None:
    """
    Climb from a verb over those that govern it.

    Args:
        verb: The verb that tells an act.
        analysis: The sentence.
        found: How surely the act is done, which is changed.
    """
    current, steps = verb, 0
    if verb.over is None and verb.noun is not None:
        told = _made_by(verb.noun) or "supposed"
        near = range(verb.noun.first - 3, verb.noun.stop)
        if any(analysis.is_a(at, "negation", "nobody") for at in near):
            told = "denied"
        found.become(told, f"a word before it makes it {told}")
    while current.over is not None and steps < 8:
        steps += 1
        over, link = current.over, current.link
        wanted = _is_wanted(current, over, analysis)
        if (link == "clause" and not wanted) or (
            link == "and" and not _passes(current, over, found)
        ):
            break
        if wanted:
            found.become("wished", "what somebody wants or would see done")
        elif link != "and":
            _governed(current, over, analysis, found)
        current = over


def _is_wanted(current: Verb, over: Verb, analysis: Analysis) -> bool:
    """
    Whether a bare participle tells what is wanted: "wanted the embassy shut", or a bare infinitive
    what somebody wants to see: "would like to see its envoy return".
    """
    above = over.over if over.link == "infinitive" and kind_of(over, analysis) == "done" else None
    sought = above is not None and kind_of(above, analysis) == "wished"
    bare = {"participle", "infinitive"} if sought else {"participle"}
    if current.auxiliary or not bare & set(current.features) or over.passive:
        return False
    near = analysis.at.get(current.first - 1)
    if any(lemma in analysis.language.matrix["reporting"] for lemma in current.lemmas):
        # "It must stop, Egypt said": a clause of its own.
        return False
    kind = kind_of(over, analysis)
    wish = sought or kind == "wished" or (over.tense == "possible" and not kind)
    return wish and near is not None and over.stop <= near.first and not near.gov


def _passes(current: Verb, over: Verb, found: Sureness) -> bool:
    """
    Whether a verb joined to another shares what governs that one.
    """
    bare = "infinitive" in current.features and not current.auxiliary
    if bare and "past" not in current.features and over.tense in {"future", "possible"}:
        modality = "planned" if over.tense == "future" else "possible"
        found.become(modality, "joined to what is to come")
        return True
    if over.link == "that":
        return True
    return over.tense == "infinitive" and "infinitive" in current.features


def _governed(current: Verb, over: Verb, analysis: Analysis, found: Sureness) -> None:
    """
    What one verb makes of another that it governs.
    """
    kind = kind_of(over, analysis)
    text = " ".join(analysis.low[over.first : over.stop])
    found.by.append(over)
    if current.link == "infinitive":
        _of_infinitive(current, over, kind, text, found, analysis)
    elif current.link == "gerund":
        adverbial = analysis.is_a(current.first - 1, "subordinator", "cause")
        if kind in _OF_GERUND and not adverbial:
            found.become(kind, f"{text!r} makes it {kind}")
    elif current.link == "that":
        if kind in {"asked", "demanded"} and over.tense == "future":
            found.become("possible", f"{text!r} is not asked yet")
        _of_clause(current, kind, text, found)
        report(over, analysis, found)
    if _is_denied(over, analysis) and current.link != "that" and kind != "denied":
        found.become("denied", f"{text!r} is negated")
    elif over.tense in {"future", "possible"} and current.link in {"infinitive", "gerund"}:
        modality = "planned" if over.tense == "future" else "possible"
        found.become(modality, f"{text!r} is not yet")
    if over.joint in analysis.language.matrix["hypothetical"]:
        found.become("supposed", f"{over.joint!r} supposes it")


def _is_said_of_oneself(current: Verb, over: Verb, analysis: Analysis) -> bool:
    """
    Whether an infinitive right after a verb of saying is what is said: "dijo estar alarmado".
    """
    reporting = analysis.language.matrix["reporting"]
    return (
        analysis.language.drops_subject
        and current.first == over.stop
        and any(lemma in reporting for lemma in over.lemmas)
    )


def _made_by(noun: Mention) -> str:
    """
    What a noun such as "plan" makes of an act that it governs.
    """
    return next((tag[3:] for tag in noun.tags if tag.startswith("as-")), "")


def _is_denied(over: Verb, analysis: Analysis) -> bool:
    """
    Whether a negation before a verb denies what that governs: not so "no tardó en imitarla".
    """
    return over.negated and analysis.language.words["not_long"].isdisjoint(over.lemmas)


def _of_infinitive(
    current: Verb, over: Verb, kind: str, text: str, found: Sureness, analysis: Analysis
) -> None:
    told = ""
    if current.noun is not None:
        told = _made_by(current.noun)
        # "Said that Chad must be ready to mediate" asks; it offers nothing.
        told = "" if analysis.is_a(current.noun.first - 2, "duty") else told
    if _is_denied(over, analysis) and kind and not told:
        found.become("possible" if kind == "denied" else "denied", f"{text!r} is negated")
    elif told:
        ruled_out = over.negated and told == "planned"
        found.become("denied" if ruled_out else told, f"a noun before it makes it {told}")
    elif kind:
        found.become(kind, f"{text!r} makes it {kind}")
    elif analysis.is_a(current.first - 1, "outcome") and analysis.word(current.first - 2) == ",":
        found.why.append(f"what came of {text!r}")
    elif not _is_said_of_oneself(current, over, analysis):
        found.become("wished", f"only a purpose of {text!r}")


def _of_clause(current: Verb, kind: str, text: str, found: Sureness) -> None:
    if current.noun is not None:
        told = _made_by(current.noun)
        if told:
            found.become(told, f"a noun before it makes it {told}")
            return
    if kind not in _OF_CLAUSE:
        return
    if kind == "denied" and found.modality == "denied":
        found.why.append(f"{text!r} denies what is negated")
    elif kind == "threatened" and found.modality == "planned":
        found.modality = "threatened"
    elif kind == "offered" and found.modality in {"planned", "possible"}:
        found.modality = "offered"
    elif kind == "denied" and found.modality in {"planned", "offered", "threatened"}:
        _deny(found, text)
    elif kind != "planned" or current.tense in _TO_COME:
        found.become(kind, f"{text!r} makes it {kind}")


def _deny(found: Sureness, text: str) -> None:
    """
    Turn what is said to come into what is said not to.
    """
    found.modality = "denied"
    found.why.append(f"{text!r} denies that it will be")


def report(over: Verb, analysis: Analysis, found: Sureness) -> None:
    """
    Note who a verb of saying says it, and whether only as a claim.

    Args:
        over: The verb of saying.
        analysis: The sentence.
        found: How surely the act is done, which is changed.
    """
    kind = next(
        (
            analysis.language.matrix["reporting"][lemma]
            for lemma in over.lemmas
            if lemma in analysis.language.matrix["reporting"]
        ),
        "",
    )
    subject = analysis.subject_of(over)
    if found.reporter is None and subject is not None:
        found.reporter = subject
    if kind == "claim" or (kind and over.reflexive and subject is None):
        found.hedged = True
