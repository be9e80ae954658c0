"""
Frames held against verbs and nouns: which form fits, and who stands in which role.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplomodel_news._apart import acts_next
from diplomodel_news._fields import Filled
from diplomodel_news._forms import Form
from diplomodel_news._grammar import Analysis, Verb
from diplomodel_news._language import Language
from diplomodel_news._mentions import Mention


__all__ = ["Roles", "Told", "tellings"]

Roles = dict[str, list[Mention]]
_WHO = frozenset({"actor", "person", "institution", "name", "pronoun"})


@attrs.define(eq=False, slots=True)
class Told:
    """
    A form that a sentence may fill, or just misses.

    Attributes:
        form: The form.
        analysis: The sentence.
        verb: The verb that sets it off, or that governs the noun that does.
        noun: The noun that sets it off.
        roles: Who stands in which role.
        refused: Why it does not fit; nothing where it does.
        passive: Whether it is told from the side of what is done to.
        trace: What was found, in order, for people.
        like: The telling that it says was done likewise.
        made: The acts that it was found to tell, for those who did likewise.
    """

    form: Form
    analysis: Analysis
    verb: Verb | None
    noun: Mention | None
    roles: Roles
    refused: str = ""
    passive: bool = False
    trace: list[str] = attrs.field(factory=list)
    like: Told | None = None
    made: list[Filled] = attrs.field(factory=list)

    @property
    def trigger(self) -> tuple[int, int]:
        """
        The tokens that set it off.
        """
        if self.noun is not None:
            return self.noun.head, self.noun.head + 1
        if self.verb is None:
            return 0, 0
        return self.verb.first, self.verb.stop


def tellings(analysis: Analysis) -> Iterator[Told]:
    """
    Every form that a verb or noun of a sentence can set off, fitting or just missing.
    """
    language = analysis.language
    for verb in analysis.verbs:
        seen: set[str] = set()
        for lemma in () if verb.silent == "actor" else verb.lemmas:
            for form in language.forms.get(lemma, ()):
                if form.name not in seen:
                    seen.add(form.name)
                    told = _by_verb(form, verb, analysis)
                    if told is not None:
                        yield told
    for mention in analysis.mentions:
        seen = set()
        for tag in mention.tags:
            for form in language.nominal.get(tag, ()):
                if form.name not in seen:
                    seen.add(form.name)
                    yield _by_noun(form, mention, analysis)


def _chain(mention: Mention) -> list[Mention]:
    """
    A mention with those that it is coordinated with, in order.
    """
    found = [mention]
    while found[0].before is not None and len(found) < 30:
        found.insert(0, found[0].before)
    return found


def _has(mentions: list[Mention], tags: frozenset[str]) -> bool:
    return any(mention.tags & tags for mention in mentions)


def _by_verb(form: Form, verb: Verb, analysis: Analysis) -> Told | None:
    if _repeats(verb, analysis):
        return None
    if form.particle and analysis.word(verb.stop) not in form.particle:
        after = analysis.word(verb.stop + 1)
        if after not in form.particle or verb.stop in analysis.at:
            return None
    passive = verb.passive
    if form.voice == "reflexive" and not verb.reflexive:
        return None
    told = Told(form, analysis, verb, None, _known_roles(verb, analysis, passive=passive))
    told.passive = passive
    if form.particle and not passive:
        _beyond_particle(told, verb)
    told.refused = _misfit(form, told, analysis)
    reduced = not passive and not verb.auxiliary and "participle" in verb.features
    acted = bool(analysis.language.words["agent"] & set(told.roles))
    if told.refused and reduced and (acted or not _is_whole(told, verb)):
        for whose in _undergoers(verb, analysis):
            roles = _known_roles(verb, analysis, passive=True, whose=whose)
            other = Told(form, analysis, verb, None, roles, passive=True)
            other.refused = _misfit(form, other, analysis)
            if not other.refused:
                return other
    return told


def _repeats(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb only says that another is done again, as in "volvió a criticar".
    """
    again = analysis.language.words["repeating"]
    return (
        bool(again)
        and any(lemma in again for lemma in verb.lemmas)
        and analysis.is_a(verb.stop, "personal")
        and any(one.first == verb.stop + 1 and one.link == "infinitive" for one in analysis.verbs)
    )


def _undergoers(verb: Verb, analysis: Analysis) -> Iterator[Mention | None]:
    """
    What a bare participle can be said of: what stands before it, and past a comma the subject.
    """
    yield None
    if verb.over is not None and analysis.word(verb.first - 1) == ",":
        yield analysis.subject_of(verb.over)


def _beyond_particle(told: Told, verb: Verb) -> None:
    """
    Take what follows a particle for the object, as in "called in the envoy".
    """
    if told.roles["object"]:
        return
    for one in told.analysis.after(verb):
        if one.gov and one.gov == told.analysis.word(verb.stop) and one.gov in told.form.particle:
            told.roles = {**told.roles, "object": [one]}
            return


def _is_whole(told: Told, verb: Verb) -> bool:
    """
    Whether a verb has a subject and an object right after it, so that it is no bare participle.
    """
    objects = told.roles["object"]
    beside = bool(objects) and objects[0].first == verb.stop
    # "Staff ordered to leave": these words are no object.
    beside = beside and not told.analysis.is_a(verb.stop, "infinitive_marker")
    opens = told.analysis.is_a(verb.stop, "determiner", "possessive")
    return bool(told.roles["subject"]) and (beside or opens)


def _known_roles(
    verb: Verb, analysis: Analysis, *, passive: bool, whose: Mention | None = None
) -> Roles:
    """
    The roles about a verb, which every form that it sets off asks for.
    """
    key = (id(verb), passive, id(whose))
    if key not in analysis.roles:
        analysis.roles[key] = _verb_roles(verb, analysis, passive=passive, whose=whose)
    return analysis.roles[key]


def _verb_roles(
    verb: Verb, analysis: Analysis, *, passive: bool, whose: Mention | None = None
) -> Roles:
    language = analysis.language
    roles: Roles = {"subject": [], "object": []}
    subject = whose if whose is not None else analysis.subject_of(verb)
    if passive and not verb.auxiliary and (subject is None or subject.kind == "concept"):
        near = _just_before(verb, analysis)
        person = near is not None and near.kind in _WHO
        subject = near if person or subject is None else subject
        if subject is None and verb.over is not None:
            subject = analysis.subject_of(verb.over)
    chain = _chain(subject) if subject is not None else []
    _around(verb, analysis, subject, chain, roles)
    if not passive and verb.joint == "relative":
        _of_antecedent(verb, analysis, subject, roles)
    if passive:
        agents = [one for word in language.words["agent"] for one in roles.get(word, ())]
        roles["second"] = roles["object"]
        roles["object"], roles["subject"] = chain, agents
    else:
        roles["subject"] = chain
        if verb.reflexive and not roles["object"]:
            roles["object"] = chain
    for role in ("subject", "object"):
        for one in list(roles[role]):
            for name, part in (("owner", one.owner), ("of", one.of)):
                if part is not None:
                    listed = _listed_after(part, analysis) if name == "of" else []
                    roles.setdefault(f"{role}-{name}", []).extend([part, *listed])
    return roles


def _listed_after(part: Mention, analysis: Analysis) -> list[Mention]:
    """
    The persons that are listed after one: "the trial of Castillo, Torres and others".
    """
    if part.kind not in {"name", "person"}:
        return []
    return [
        one
        for one in analysis.mentions
        if one.first >= part.stop and one is not part and part in _chain(one)
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
        and analysis.subject_of(later) is one
        and analysis.subject_of(verb) is not one
    )


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
    antecedent, word = _antecedent(verb, analysis)
    if antecedent is None or antecedent is subject:
        return
    if word:
        roles.setdefault(word, []).append(antecedent)
    elif not roles["object"]:
        roles["object"] = [antecedent]


def _antecedent(verb: Verb, analysis: Analysis) -> tuple[Mention | None, str]:
    """
    What a relative pronoun stands for, where the verb's subject stands between the two, and the
    preposition before the pronoun.
    """
    for at in range(verb.first - 2, max(-1, verb.first - 14), -1):
        if analysis.is_a(at, "relative") and at not in analysis.at:
            before, word = at - 1, ""
            if (
                analysis.is_a(before, "preposition", "at", "with", "of", "agent")
                and before not in analysis.at
            ):
                before, word = before - 1, analysis.word(before)
            if analysis.word(before) == ",":
                before -= 1
            return analysis.at.get(before), word
    return None, ""


def _just_before(verb: Verb, analysis: Analysis) -> Mention | None:
    at = verb.first - 1
    if analysis.word(at) == ",":
        at -= 1
    near = analysis.at.get(at)
    # "The shop near the embassy closed": the only verb tells of what comes before.
    alone = near is not None and bool(near.gov) and len(analysis.verbs) == 1
    return None if alone else near


def _by_noun(form: Form, noun: Mention, analysis: Analysis) -> Told:
    verb, end = _surroundings(noun, analysis)
    roles: Roles = {"subject": [], "object": [], "owner": [], "of": []}
    if noun.owner is not None:
        roles["owner"] = _chain(noun.owner)
    if noun.of is not None:
        roles["of"] = _chain(noun.of)
    for mention in analysis.mentions:
        if noun.stop <= mention.first < end and mention is not noun.of:
            before = mention.before.gov if mention.before is not None else ""
            if mention.gov or before:
                roles.setdefault(mention.gov or before, []).append(mention)
    for word in analysis.language.words["of"]:
        roles["of"] += [one for one in roles.get(word, ()) if one not in roles["of"]]
    if verb is not None:
        subject = analysis.subject_of(verb)
        roles["subject"] = _chain(subject) if subject is not None else []
    told = Told(form, analysis, verb, noun, roles)
    told.refused = _misfit(form, told, analysis)
    return told


def _surroundings(noun: Mention, analysis: Analysis) -> tuple[Verb | None, int]:
    """
    The verb before a noun that it may belong to, and the token at which its own words end.
    """
    verb, end = None, len(analysis.sentence)
    for one in analysis.verbs:
        if one.stop <= noun.first:
            verb = one
        elif one.first >= noun.stop:
            end = one.first
            break
    if verb is not None and noun.first >= verb.limit:
        verb = None
    for at in range(noun.stop, end):
        if at not in analysis.at and (
            analysis.is_a(at, "relative", "subordinator") or analysis.word(at) in {";", ":"}
        ):
            return verb, at
    return verb, end


def _misfit(form: Form, told: Told, analysis: Analysis) -> str:
    """
    Why a form does not fit; nothing where it does.
    """
    roles = told.roles
    if form.voice == "passive" and not told.passive:
        return "told actively, and the form is passive"
    if form.voice == "bare" and (roles["object"] or told.passive or _has_with(told)):
        return "the form has no object"
    if form.voice == "active" and told.passive:
        return "told passively, and the form is active"
    for role, wanted, barred in (
        ("object", form.object, form.not_object),
        ("subject", form.subject, form.not_subject),
    ):
        fitting = [one for one in roles[role] if one.tags & wanted] if wanted else roles[role]
        if wanted and not fitting:
            return f"no {role} that is one of {_listed(wanted)}"
        owners = {id(one.owner) for one in fitting if one.owner is not None}
        free = [one for one in fitting if id(one) not in owners]
        shut = [one for one in free if one.tags & barred]
        able = {one.state for one in free if not one.tags & barred} if wanted else set()
        # Another state's envoy bars nothing: "expelled Chad's ambassador and Togo's attaché".
        if shut and any(not able or one.state in {None, *able} for one in shut):
            return f"the {role} is one of {_listed(barred)}"
    for role, tags in form.needs.items():
        found = [one for name in role.split("/") for one in roles.get(name, ())]
        if not ("any" in tags and found) and not _has(found, tags):
            return f"nothing after {role!r} that is one of {_listed(tags)}"
    return _misplaced(form, told, analysis)


def _within(told: Told) -> list[Mention]:
    """
    What stands near a telling; of a statement, only what is said, and not what was told before it.
    """
    analysis, verb = told.analysis, told.verb
    joined = told.noun is None and verb is not None and verb.link == "and"
    if verb is None or told.form.kind != "statement" or not joined:
        return analysis.mentions
    quoted = analysis.sentence.quoted
    ahead = [one for one in analysis.verbs if one.stop <= verb.first and not quoted[one.head]]
    start = ahead[0].stop if ahead else 0
    return [one for one in analysis.mentions if not start <= one.first < verb.first]


def _has_with(told: Told) -> bool:
    """
    Whether somebody or something follows a "with".
    """
    return any(told.roles.get(word) for word in told.analysis.language.words["with"])


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _misplaced(form: Form, told: Told, analysis: Analysis) -> str:
    """
    Why what stands farther off does not fit; nothing where it does.
    """
    quoted = "quotation" in form.near and any(analysis.sentence.quoted)
    if form.near and not quoted and not _has(_within(told), form.near):
        return f"nothing near that is one of {_listed(form.near)}"
    if form.under and not _is_under(told.verb, form.under):
        return f"no verb above it that is one of {_listed(form.under)}"
    if form.not_under and (
        _is_under(told.verb, form.not_under)
        or (told.noun is not None and told.verb and form.not_under & set(told.verb.lemmas))
    ):
        return f"a verb above it is one of {', '.join(sorted(form.not_under))}"
    if form.about and not analysis.text_tags & form.about:
        return f"the text is not about {_listed(form.about)}"
    if form.has and not any(
        analysis.low[at] in form.has
        for role in ("object", "subject", "as")
        for one in told.roles.get(role, ())
        for at in range(one.first, one.stop)
    ):
        return f"neither object nor subject has {_listed(form.has)}"
    for word in form.unless:
        if word in analysis.low:
            return f"the word {word!r} stands near"
    return ""


def _is_under(verb: Verb | None, lemmas: frozenset[str]) -> bool:
    """
    Whether one of some verbs governs a verb, at whatever distance.
    """
    over = verb.over if verb is not None else None
    while over is not None:
        if lemmas & set(over.lemmas):
            return True
        over = over.over
    return False


def language_of(told: Told) -> Language:
    """
    The language that a telling is in.
    """
    return told.analysis.language
