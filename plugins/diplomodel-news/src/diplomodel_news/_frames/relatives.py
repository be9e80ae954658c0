"""
What a relative clause with a subject of its own is about: "the embargo that Chad imposed".
"""

from __future__ import annotations

from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._grammar.pronouns import PLACES
from diplomodel_news._grammar.whom import marked_relative, outnumbered
from diplomodel_news._mentions.mentions import Mention


__all__ = ["agreeing", "antecedent_of", "past_clause", "several_relative", "thing_before"]


def antecedent_of(verb: Verb, analysis: Analysis) -> tuple[Mention | None, str]:
    """
    What a relative pronoun stands for, where the verb's subject stands between the two or behind
    the verb, and the preposition before the pronoun.

    Args:
        verb: That of the clause.
        analysis: The sentence.
    """
    subject = analysis.subject_of(verb)
    least = 1 if subject is not None and subject.first >= verb.stop else 2
    for at in range(verb.first - 1, max(-1, verb.first - 14), -1):
        whose = analysis.at.get(at) if at <= verb.first - least else None
        if whose is not None and whose is not subject and _opens(whose, at, analysis):
            # "Cuba, whose embassy Chad closed".
            return whose, ""
        if analysis.is_a(at, "relative") and at not in analysis.at:
            there = analysis.low[at] in PLACES and _is_mission(at - 1, analysis)
            if there or at <= verb.first - least or _is_marked(at, verb, analysis):
                return _stood_for(at, analysis, there=there)
    return None, ""


def _is_marked(at: int, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a relative pronoun right before its verb is told to be no subject.
    """
    if _is_led(at - 1, verb, analysis):
        return True
    return analysis.language.drops_subject and outnumbered(analysis, verb) == at


def _stood_for(at: int, analysis: Analysis, *, there: bool) -> tuple[Mention | None, str]:
    """
    What a relative pronoun stands for, and the preposition before it.
    """
    # "La embajada de Togo, donde se refugió": there.
    before, word = at - 1, min(analysis.language.words["where"]) if there else ""
    if analysis.is_a(before, "determiner") and before not in analysis.at:
        before -= 1
    near = analysis.at.get(before)
    # "Contra quien un juez emitió una orden": no stand against something.
    alone = near is None or (near.kind == "concept" and near.stop - near.first == 1)
    if alone and analysis.is_a(before, "preposition", "at", "with", "of", "agent"):
        before, word = before - 1, analysis.word(before)
    if analysis.word(before) == ",":
        before -= 1
    if before not in analysis.at and analysis.is_a(before, "adverb"):
        # "Y tres funcionarios más, a los que echó".
        before -= 1
    if before not in analysis.at and analysis.word(before - 1) == ",":
        # "Panamá, país al que acusó".
        before -= 2
    return analysis.at.get(before) or _before_span(before, analysis), word


def _before_span(at: int, analysis: Analysis) -> Mention | None:
    """
    The thing before how long it lasts, in languages that say so after it: "la pena de dos años".
    """
    units = analysis.language.dates["units"]
    if not analysis.language.drops_subject or analysis.word(at) not in units:
        return None
    start = next((one for one in range(at, max(-1, at - 4), -1) if analysis.is_a(one, "of")), -1)
    near = analysis.at.get(start - 1)
    return near if near is not None and near.kind == "concept" else None


def _is_mission(at: int, analysis: Analysis) -> bool:
    """
    Whether a mission stands before a word of place, with a comma between or without.
    """
    near = analysis.at.get(at - 1 if analysis.word(at) == "," else at)
    return near is not None and "mission" in near.tags


def _is_led(at: int, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a preposition stands before a relative pronoun, which is no subject then, though none
    stands after it: "citó a Gil, al que envió a prisión". Of what somebody is accused in such a
    clause is only why the main clause's act was done.
    """
    if not analysis.language.drops_subject or analysis.language.words["accusing"] & set(
        verb.lemmas
    ):
        return False
    if analysis.is_a(at, "determiner") and at not in analysis.at:
        at -= 1
    near = analysis.at.get(at - 2 if analysis.word(at - 1) == "," else at - 1)
    of_person = near is not None and near.kind in {"person", "name"}
    return of_person and analysis.is_a(at, "preposition", "at", "with", "of", "agent")


def agreeing(near: Mention, verb: Verb, analysis: Analysis) -> Mention | None:
    """
    The noun of which a participle tells, by its gender, and not of whom that noun is: "la salida
    del cónsul, exigida por Lima".

    Args:
        near: Who stands before the participle.
        verb: The participle.
        analysis: The sentence.
    """
    if not analysis.language.adjective_after or not analysis.is_a(near.first - 1, "of"):
        return None
    noun = next((one for one in analysis.mentions if one.of is near), None)
    if noun is None or noun.kind != "concept":
        return None
    genders = [
        analysis.word(at).rstrip("s").endswith("a") for at in (verb.head, noun.first, near.head)
    ]
    return noun if genders[0] == genders[1] != genders[2] else None


def several_relative(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a relative pronoun stands for several to whom something is done: "a quienes", "a los
    que".

    Args:
        verb: That of the clause.
        analysis: The sentence.
    """
    at = marked_relative(analysis, verb)
    return at is not None and any(analysis.word(one).endswith("s") for one in (at, at - 1))


def thing_before(verb: Verb, subject: Mention, analysis: Analysis) -> list[Mention]:
    """
    What a clause without a pronoun, or with "that", is about: "the embargo Chad imposed".

    Args:
        verb: That of the clause.
        subject: Who acts in the clause.
        analysis: The sentence.
    """
    language = analysis.language
    at = subject.first - 1
    while analysis.is_a(at, "determiner") and not analysis.is_a(at, "relative"):
        at -= 1
    opened = at not in analysis.at and analysis.is_a(at, "relative")
    near = analysis.at.get(at - 1 if opened else at)
    if near is None or language.drops_subject:
        return []
    head = _headed(near, analysis) if opened else None
    if head is not None:
        # "The ban on Somali flights that it imposed".
        return [head]
    if near.kind != "concept" and not (opened and _is_post(near, verb, analysis)):
        return []
    if any(one.over is verb and one.link == "infinitive" for one in analysis.verbs):
        # "The plan that Chad wanted to carry out": the next verb's.
        return []
    # "After the coup Chad protested": not against what stands there as a time.
    beside = not opened and near.gov not in {"", *language.words["of"], *language.words["agent"]}
    return [] if beside else [near]


def past_clause(at: int, analysis: Analysis) -> Mention | None:
    """
    Who a clause is about that ends at a token: "the envoy, who had left in May, is unwelcome".
    """
    before = [one for one in analysis.verbs if one.stop <= at]
    subject = analysis.subject_of(before[-1]) if before else None
    told = subject is not None and any(
        analysis.is_a(one, "relative") for one in range(subject.stop, before[-1].first)
    )
    return subject if told else None


def _opens(whose: Mention, at: int, analysis: Analysis) -> bool:
    """
    Whether a mention begins with the word that opens the clause: "whose embassy".
    """
    return whose.first == at and whose.stop > at + 1 and analysis.is_a(at, "relative")


def _headed(near: Mention, analysis: Analysis) -> Mention | None:
    """
    The thing that stands before what a relative clause follows: "the border with Chad that".
    """
    if not near.gov or analysis.is_a(near.first - 1, "agent"):
        return None
    at = near.first - 1
    while at > 0 and at not in analysis.at and analysis.is_a(at, "determiner", "modifier"):
        at -= 1
    head = analysis.at.get(at - 1) if analysis.word(at) == near.gov else None
    return head if head is not None and head.kind == "concept" else None


def _is_post(near: Mention, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a mission opens the sentence or stands where nobody told it something: "the embassy
    that Chad opened", but not "told the embassy that Chad would leave".
    """
    if near.kind != "institution" or near.person or verb.over is not None:
        return False
    return not any(one.first < near.first for one in analysis.verbs)
