"""
Who stands in which role about a verb: subject, object, and after prepositions.
"""

from __future__ import annotations

from diplomodel_news._frames.apart import acts_next
from diplomodel_news._frames.carried import carried_by
from diplomodel_news._frames.leaders import (
    instanced,
    listed_behind,
    shared_agents,
    with_joined,
    with_leader,
)
from diplomodel_news._frames.relatives import (
    agreeing,
    antecedent_of,
    several_relative,
    thing_before,
)
from diplomodel_news._frames.set_apart import named_beside, suspended
from diplomodel_news._grammar.causatives import is_caused
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._grammar.subjects import just_before
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Roles", "chain_of", "verb_roles"]

Roles = dict[str, list[Mention]]
#: Where somebody is sent or called, which is nobody's object.
_WHITHER = frozenset({"out_of", "homeward", "back_word", "persona_non_grata"})
_WHO = frozenset({"actor", "person", "institution", "name", "pronoun"})
#: Tenses of a verb that has a clause of its own.
_FINITE = frozenset({"past", "present", "perfect", "pluperfect", "future"})


def chain_of(mention: Mention) -> list[Mention]:
    """
    A mention with those that it is coordinated with, in order.
    """
    found = [mention]
    while found[0].before is not None and len(found) < 30:
        found.insert(0, found[0].before)
    return found


def verb_roles(
    verb: Verb, analysis: Analysis, *, passive: bool, whose: Mention | None = None
) -> Roles:
    """
    The roles about a verb, which every form that it sets off asks for.
    """
    key = (id(verb), passive, id(whose))
    if key not in analysis.roles:
        analysis.roles[key] = _read_roles(verb, analysis, passive=passive, whose=whose)
    return analysis.roles[key]


def _read_roles(
    verb: Verb, analysis: Analysis, *, passive: bool, whose: Mention | None = None
) -> Roles:
    language = analysis.language
    roles: Roles = {"subject": [], "object": []}
    subject = whose if whose is not None else analysis.subject_of(verb)
    if passive:
        subject = _undergoing(verb, subject, analysis)
    chain = listed_behind(chain_of(subject) if subject is not None else [], verb, analysis)
    reduced = passive and not verb.auxiliary and language.adjective_after
    if reduced and not analysis.word(verb.head).endswith("s"):
        # "Depusieron a Bongo, pero Oligui, investido el lunes": of the one who stands before it.
        chain = chain[-1:]
    _around(verb, analysis, subject, chain, roles)
    roles["object"] = roles["object"] or carried_by(verb, analysis)
    for word, one in suspended(verb, analysis):
        roles.setdefault(word, []).append(one)
    if not passive and verb.joint == "relative":
        _of_antecedent(verb, analysis, subject, roles)
        chain = _doers(verb, analysis, chain, roles)
    elif not passive and not roles["object"] and subject is not None:
        roles["object"] = thing_before(verb, subject, analysis)
    if passive:
        agents = [one for word in language.words["agent"] for one in roles.get(word, ())]
        agents = agents or shared_agents(verb, analysis)
        if not agents and verb.over is not None and is_caused(verb, analysis):
            doer = analysis.subject_of(verb.over)
            agents = chain_of(doer) if doer is not None else []
        # "Envoys named by his rival, John Doe": who stands beside the one who names is no office.
        beside = {one.stop + 1 for one in agents if analysis.word(one.stop) == ","}
        roles["second"] = [one for one in roles["object"] if one.first not in beside]
        roles["object"], roles["subject"] = instanced(chain, verb, analysis), agents
    else:
        roles["subject"] = with_joined(with_leader(chain, verb, analysis), verb, analysis)
        led = [one for one in roles["object"] if _is_led(one, analysis)]
        if verb.reflexive and len(led) == len(roles["object"]):
            # "Se establecieron relaciones a nivel de embajadores".
            roles["object"] = [*chain, *led]
    _add_owners(roles, analysis)
    return roles


def _undergoing(verb: Verb, subject: Mention | None, analysis: Analysis) -> Mention | None:
    """
    To whom something is done: of a participle alone, who stands right before it.
    """
    if not verb.auxiliary and (subject is None or subject.kind == "concept"):
        near = just_before(verb, analysis)
        near = (near and agreeing(near, verb, analysis)) or near
        person = near is not None and (near.kind in _WHO or near.of is not None)
        subject = near if person or subject is None else subject
        if subject is None and verb.over is not None:
            subject = analysis.subject_of(verb.over)
    if subject is None and verb.first < verb.head:
        # "Both were freed": a word that may stand inside a verb.
        subject = analysis.at.get(verb.first)
    return subject and (named_beside(subject, analysis) or subject)


def _add_owners(roles: Roles, analysis: Analysis) -> None:
    """
    Put whose the subject and object are, and of what, into roles of their own.
    """
    for role in ("subject", "object"):
        for one in list(roles[role]):
            for name, part in (("owner", one.owner), ("of", one.of)):
                if part is not None:
                    able = name == "of" and (role == "object" or part.kind != "actor")
                    listed = _listed_after(part, analysis) if able else []
                    roles.setdefault(f"{role}-{name}", []).extend([part, *listed])


def _is_led(one: Mention, analysis: Analysis) -> bool:
    """
    Whether what is no person or state begins with a preposition, so that it is no object.
    """
    return one.kind == "concept" and analysis.is_a(one.first, "preposition", "at", "personal")


def _listed_after(part: Mention, analysis: Analysis) -> list[Mention]:
    """
    The persons or states that are listed after one: "the trial of Castillo, Torres and others",
    "the aggression of Chad, Niger and Mali".
    """
    if part.kind not in {"name", "person", "actor"}:
        return []
    return [
        one
        for one in analysis.mentions
        if one.first >= part.stop and one is not part and part in chain_of(one)
    ]


def _around(
    verb: Verb, analysis: Analysis, subject: Mention | None, chain: list[Mention], roles: Roles
) -> None:
    """
    Put what stands about a verb into the roles of its prepositions and of the object.
    """
    pool = analysis.after(verb)
    if subject is not None and subject is not analysis.topic and subject.stop <= verb.first:
        # What stands after a verb between belongs to that one: "promoted to envoy, he presented".
        end = min(
            (one.first for one in analysis.verbs if subject.stop <= one.first < verb.first),
            default=verb.first,
        )
        pool = [
            one for one in analysis.mentions if subject.stop <= one.first < end and one.gov
        ] + pool
    elif analysis.language.drops_subject and verb.tense in _FINITE:
        pool = [*_opening(verb, analysis), *pool]
    for one in pool:
        if one in chain or _is_beyond(one, verb, analysis) or _is_nominative(one, analysis):
            continue
        if one.gov:
            roles.setdefault(one.gov, []).append(one)
        if _is_personal(one, verb, analysis) or (not one.gov and one.first >= verb.stop):
            roles["object"].append(one)
    for one in analysis.clitics(verb):
        dative = one.anaphor in {"le", "les"}
        if not dative or (not roles["object"] and verb.joint != "relative"):
            roles["object"].append(one)
        roles.setdefault("a", []).append(one)


def _opening(verb: Verb, analysis: Analysis) -> list[Mention]:
    """
    What a verb's clause opens with, where the subject comes after: "a la condena se sumó Togo".
    """
    at = verb.first - 1
    while at >= 0 and (at in analysis.times or analysis.is_a(at, "reflexive", "adverb")):
        at -= 1
    near = analysis.at.get(at)
    if near is None or not near.gov or near.first > at:
        return []
    start = near.first - 1
    return [near] if start <= 0 or not analysis.word(start - 1)[:1].isalnum() else []


def _is_nominative(one: Mention, analysis: Analysis) -> bool:
    """
    Whether a pronoun is one that only subjects are: in "what they called", nobody's object.
    """
    if one.kind != "pronoun" or one.gov:
        return False
    pronoun = analysis.language.pronouns[one.anaphor]
    return pronoun.refers != "state" and not (pronoun.is_object or pronoun.clitic)


def _is_beyond(one: Mention, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a mention after a verb is rather the subject of the next one.
    """
    if not analysis.language.drops_subject:
        return not one.gov and acts_next(one, verb, analysis)
    if one.stop <= verb.first:
        return any(
            other.stop <= one.first < other.limit
            and (other.auxiliary or not other.features <= {"participle"})
            for other in analysis.verbs
        )
    if one.gov or one.kind not in _WHO:
        return False
    later = next((other for other in analysis.verbs if other.first >= one.stop), None)
    return (
        later is not None
        and later.link in {"and", "clause", "that"}
        and later.joint != "relative"
        and later.over is not None
        and later.tense not in {"infinitive", "gerund"}
        and (later.auxiliary or not later.features <= {"participle"})
        and _is_among(one, analysis.subject_of(later), later)
        and analysis.subject_of(verb) is not one
    )


def _is_among(one: Mention, several: Mention | None, verb: Verb) -> bool:
    """
    Whether a mention is the subject of a verb, or stands before it in a list: "Ann and Jo flew".
    """
    ahead = several is not None and several.stop <= verb.first and one in chain_of(several)
    return one is several or ahead


def _is_personal(one: Mention, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a preposition only marks a person as the object.
    """
    return (
        one.gov in analysis.language.words["personal"]
        and one.kind in _WHO
        and not any(at in analysis.by_head for at in range(one.stop, verb.first))
        and (one.first >= verb.stop or verb.tense != "gerund")
    )


def _of_antecedent(verb: Verb, analysis: Analysis, subject: Mention | None, roles: Roles) -> None:
    antecedent, word = antecedent_of(verb, analysis)
    if antecedent is None or antecedent is subject:
        return
    if word in analysis.language.words["personal"] and antecedent.kind in _WHO:
        # "La embajadora a la que Correa declaró persona no grata".
        whom = chain_of(antecedent) if several_relative(verb, analysis) else [antecedent]
        roles.setdefault("a", []).extend(whom)
        roles["object"].extend(whom)
    elif word:
        roles.setdefault(word, []).append(antecedent)
    elif all(one.tags & _WHITHER for one in roles["object"]) or (
        # "La pena que la corte impuso a Gil": what is given to him.
        antecedent.kind == "concept"
        and all(one.gov in analysis.language.words["personal"] for one in roles["object"])
    ):
        # "The envoy, whom the junta ordered out".
        roles["object"] = [antecedent, *roles["object"]]


def _doers(verb: Verb, analysis: Analysis, chain: list[Mention], roles: Roles) -> list[Mention]:
    """
    Who does what a clause with "que" tells, whose own subject is the thing before "que": of "el
    asilo que ha pedido" whoever the sentence is about, and the thing is what is asked for.
    """
    undergone = (
        bool(chain)
        and chain[-1].kind == "concept"
        and not verb.reflexive
        and analysis.language.drops_subject
        and analysis.is_a(verb.first - 1, "relative")
    )
    after = roles["object"]
    body = len(after) == 1 and after[0].kind in {"actor", "institution"} and not after[0].gov
    if undergone and body and after[0].first == verb.stop and "pair" not in after[0].tags:
        # "El salvoconducto que pidió México": who does it stands after the verb.
        roles["object"] = chain
        return [*after, *chain]
    if not undergone or after:
        return chain
    roles["object"] = chain
    doer = analysis.subject_of(verb.over) if verb.over is not None else None
    return [*chain_of(doer), *chain] if doer is not None and doer.kind in _WHO else chain
