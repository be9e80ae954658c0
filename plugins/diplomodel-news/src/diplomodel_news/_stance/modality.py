"""
How surely an act is done, and who says so.
"""

from __future__ import annotations

from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.above import climb, kind_of, report
from diplomodel_news._stance.around import read_around
from diplomodel_news._stance.stance import OBLIGED
from diplomodel_news._stance.supposed import (
    is_due,
    is_habit,
    is_of_nobody,
    supposing,
    topical,
    would_be,
)
from diplomodel_news._stance.sureness import Sureness


__all__ = ["sureness"]

#: What is demanded by who says that others must do it: "Chad must free him, Togo said".
_BIDDEN = frozenset({"release", "safe_conduct_decision"})
#: The tenses in which time is given to do something.
_GIVEN = frozenset({"past", "perfect", "pluperfect", "present"})
#: Tenses in which "not until" tells that it was done then; "will not until" tells only that not.
_LOOKING_BACK = frozenset({"past", "perfect", "pluperfect"})


def sureness(told: Told) -> Sureness:
    """
    How surely a telling's act is done.
    """
    found = Sureness()
    analysis = told.analysis
    start, _ = told.trigger
    found.quoted = analysis.sentence.quoted[start] if start < len(analysis.sentence) else False
    if told.noun is not None:
        if told.noun.gov and _is_open(analysis, told.noun):
            found.become("possible", "nobody has decided on it")
        _noun(told, found)
    elif told.verb is not None:
        if is_of_nobody(told):
            acting = told.roles.get("subject", ())[:1]
            none = any(one.kind == "actor" and one.state is None for one in acting)
            found.become("supposed" if none else "denied", "it is said of nobody")
        _own(told.verb, analysis, found, told)
        setter = told.verb.over if told.verb.link == "clause" else None
        bare = not told.verb.joint and not told.verb.auxiliary and told.verb.tense == "present"
        setter = setter if bare and told.form.kind in _BIDDEN else None
        if setter is not None:
            # "Should set him free": two words for one act.
            _own(setter, analysis, found)
        if told.form.kind in _BIDDEN and found.modality == "possible":
            _bidden(told.verb, analysis, found)
            if setter is not None:
                _bidden(setter, analysis, found)
        climb(told.verb, analysis, found)
    read_around(told, found)
    return found


def _is_asked(told: Told | None, analysis: Analysis) -> bool:
    """
    Whether a form asks for the verb that gives time for it: "le dio tres días para cerrarla".
    """
    over = told.verb.over if told is not None and told.verb is not None else None
    if told is None or over is None or over.negated or over.tense not in _GIVEN:
        return False
    return bool(analysis.language.words["time_giving"] & told.form.under & set(over.lemmas))


def _own(verb: Verb, analysis: Analysis, found: Sureness, told: Told | None = None) -> None:
    text = " ".join(analysis.low[verb.first : verb.stop])
    before = verb.first - 1
    if (
        verb.tense == "gerund"
        and analysis.is_a(before, "of")
        and before - 1 not in analysis.by_head
    ):
        near = analysis.at.get(before - 1)
        none = near is not None and "no_plans" in near.tags
        # "Has no intention of closing it".
        found.become("denied" if none else "supposed", "only a notion: 'of' before it")
    if verb.tense in {"gerund", "infinitive"} and analysis.is_a(before, "topic"):
        word = analysis.word(before)
        found.become("supposed", f"only what is spoken of: {word!r} before it")
    if not _is_asked(told, analysis):
        _spoken_of(verb, analysis, found)
    bare = verb.tense == "present" and {"infinitive", "present"} <= verb.features
    alone = bare and not verb.auxiliary and not analysis.sentence.is_heading
    if alone and analysis.subject_of(verb) is None:
        found.become("supposed", f"{text!r} without a subject: an order or a wish")
    if (
        verb.negated
        and verb.tense in _LOOKING_BACK
        and any(analysis.is_a(at, "not_until") for at in range(verb.stop, verb.limit + 1))
    ):
        found.why.append(f"{text!r} is negated only until then")
    elif verb.negated and any(analysis.is_a(at, "duty") for at in range(verb.first, verb.stop)):
        found.become("supposed", f"{text!r}: what ought not to be")
    elif verb.negated:
        found.become("denied", f"{text!r} is negated")
    elif verb.tense == "future":
        glad = any(analysis.word(at) in _glad(analysis) for at in range(verb.first, verb.head))
        found.become("offered" if glad else "planned", f"{text!r} is to come")
    elif verb.tense == "possible":
        found.become("possible", f"{text!r} may be")
    elif verb.tense == "present" and is_habit(verb, analysis):
        found.become("supposed", f"{text!r} is done again and again")
    elif is_due(verb, analysis):
        found.become("planned", f"{text!r}, on a day to come")


def _bidden(verb: Verb, analysis: Analysis, found: Sureness) -> None:
    """
    Make demanded what somebody says that another state must do.
    """
    subject = analysis.subject_of(verb)
    duty = any(analysis.is_a(at, "duty") for at in range(verb.first, verb.stop))
    if duty and subject is not None and OBLIGED in subject.tags:
        found.modality = "demanded"
        found.why.append("somebody says that another must do it")


def _glad(analysis: Analysis) -> frozenset[str]:
    """
    What makes an offer of what is to come: "would gladly receive him".
    """
    return analysis.language.words["gladly"]


def _spoken_of(verb: Verb, analysis: Analysis, found: Sureness) -> None:
    """
    What becomes of an act that a clause supposes, or only speaks of.
    """
    if topic := topical(verb, analysis):
        found.become(topic, "only what something is said of: the subject of another verb")
        if verb.over is not None:
            report(verb.over, analysis, found)
    if why := supposing(verb, analysis):
        found.become("supposed", why)


def _noun(told: Told, found: Sureness) -> None:
    """
    What governs a noun of action: a verb, or another noun before it.
    """
    analysis, noun = told.analysis, told.noun
    if noun is None:
        return
    before = [
        one
        for one in analysis.mentions
        if one.stop <= noun.first and noun.first - one.stop <= 3 and one.kind == "concept"
    ]
    for one in before[-1:]:
        for tag in one.tags:
            if tag.startswith("as-"):
                found.become(tag[3:], f"a noun before it makes it {tag[3:]}")
    for at in range(max(0, noun.first - 3), noun.stop):
        word = analysis.low[at]
        kind = analysis.language.matrix["nouns"].get(word)
        if kind and noun.head != at:
            found.become(kind, f"{word!r} makes it {kind}")
    of_whom = told.roles.get("predicate", ())
    ahead = range(of_whom[-1].stop, noun.first) if of_whom else range(0)
    if any(analysis.is_a(at, "future") and at not in analysis.at for at in ahead):
        found.become("planned", "what somebody will be")
    if why := would_be(noun, analysis):
        found.become("supposed", why)
    verb = told.verb
    if verb is not None:
        _governs_noun(noun, verb, analysis, found)


def _governs_noun(noun: Mention, verb: Verb, analysis: Analysis, found: Sureness) -> None:
    """
    What a verb makes of a noun of action that it governs.
    """
    governs = noun.gov == "" or _kind_with(verb, noun, analysis)
    fronted = noun.stop <= verb.first
    if fronted or (governs and noun.first < verb.limit and noun in analysis.after(verb)):
        if why := supposing(verb, analysis):
            found.become("supposed", why)
        kind = _kind_with(verb, noun, analysis) or kind_of(verb, analysis)
        text = " ".join(analysis.low[verb.first : verb.stop])
        if kind == "denied" and _objects_to(noun, verb, analysis):
            return
        if kind:
            found.become(kind, f"{text!r} makes it {kind}")
        if kind or analysis.language.matrix["verbs"].get(verb.lemmas[0]) == "done":
            found.by.append(verb)
            _own(verb, analysis, found)
        climb(verb, analysis, found)


def _objects_to(noun: Mention, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether somebody rejects what another has done, which was done all the same.
    """
    subject = analysis.subject_of(verb)
    if subject is None or not analysis.language.words["objecting"] & {*verb.lemmas}:
        return False
    agents = [
        one
        for one in analysis.after(verb)
        if one.first >= noun.stop and one.gov in analysis.language.words["agent"]
    ]
    return "coup" in noun.tags or any(one.state not in {None, subject.state} for one in agents)


def _is_open(analysis: Analysis, noun: Mention) -> bool:
    """
    Whether a sentence says that there is nothing yet: "no date has been set for the opening".
    """
    undecided = analysis.language.words["undecided"]
    return any(
        analysis.low[at] in undecided and analysis.is_a(at - 1, "nobody")
        for at in range(1, noun.first)
    )


def _kind_with(verb: Verb, noun: Mention, analysis: Analysis) -> str:
    table = analysis.language.matrix["verbs"]
    for lemma in verb.lemmas:
        kind = table.get(f"{lemma} {noun.gov}") if noun.gov else None
        if kind:
            return kind
    return ""
