"""
Frames held against verbs and nouns: which forms they can set off.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplomodel_news._frames.carried import forms_carried
from diplomodel_news._frames.misfit import misfit
from diplomodel_news._frames.noun_roles import noun_roles
from diplomodel_news._frames.roles import verb_roles
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.causatives import is_ordered
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.forms import Form
from diplomodel_news._mentions.mentions import Mention


__all__ = ["tellings"]


#: What verbs make of acts that those who act will themselves.
_WILLED = frozenset({"planned", "threatened", "offered", "denied"})


def tellings(analysis: Analysis, *, misses: bool) -> Iterator[Told]:
    """
    Every form that a verb or noun of a sentence can set off.

    Args:
        analysis: The sentence.
        misses: Whether those that just miss are asked for too, all of them; without it most are
            passed over by what the sentence does not even mention.
    """
    for verb in analysis.verbs:
        for form in _set_off(verb, analysis, misses=misses):
            told = _by_verb(form, verb, analysis)
            if told is not None:
                yield told
    for mention in analysis.mentions:
        forms = (form for tag in mention.tags for form in analysis.language.nominal.get(tag, ()))
        for form in {id(form): form for form in forms}.values():
            yield _by_noun(form, mention, analysis)


def _set_off(verb: Verb, analysis: Analysis, *, misses: bool) -> list[Form]:
    """
    The forms that a verb can set off, unless what they need is nowhere in reach of it.
    """
    if verb.silent == "actor" or _repeats(verb, analysis):
        return []
    every = [form for lemma in verb.lemmas for form in analysis.language.forms.get(lemma, ())]
    every += forms_carried(verb, analysis)
    forms = list({id(form): form for form in every}.values())
    if misses or not forms:
        return forms
    about = verb_roles(verb, analysis, passive=verb.passive).values()
    near = [*analysis.mentions, *(one for several in about for one in several)]
    near += [analysis.topic] if analysis.topic is not None else []
    reach = {tag for one in near for tag in one.tags}
    return [form for form in forms if not any(map(reach.isdisjoint, form.wanted))]


def _by_verb(form: Form, verb: Verb, analysis: Analysis) -> Told | None:
    if form.particle and not _has_particle(form, verb, analysis):
        return None
    passive = verb.passive
    if form.voice == "reflexive" and not verb.reflexive:
        return None
    told = Told(form, analysis, verb, None, verb_roles(verb, analysis, passive=passive))
    told.passive = passive
    if form.particle and not passive:
        _beyond_particle(told, verb)
    told.refused = misfit(form, told, analysis)
    reduced = not passive and not verb.auxiliary and "participle" in verb.features
    acted = bool(analysis.language.words["agent"] & set(told.roles))
    reduced = reduced and not _is_predicate(verb, analysis) and not _on_several(told, verb)
    if told.refused and reduced and (acted or not _is_whole(told, verb)):
        for whose in _undergoers(verb, analysis):
            roles = verb_roles(verb, analysis, passive=True, whose=whose)
            other = Told(form, analysis, verb, None, roles, passive=True)
            other.refused = misfit(form, other, analysis)
            if not other.refused:
                return other
    return told


def _has_particle(form: Form, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether one of a form's particles follows the verb, or its object: "called the envoy in".
    """
    if analysis.word(verb.stop) in form.particle:
        return True
    if analysis.word(verb.stop + 1) in form.particle and verb.stop not in analysis.at:
        return True
    if analysis.language.adjective_after or verb.passive:
        return False
    stops = (
        # "Called the envoy, John Doe, in".
        one.stop + (bool(one.name) and analysis.word(one.stop) == ",")
        for one in verb_roles(verb, analysis, passive=False)["object"]
        if one.first >= verb.stop
    )
    ends = {
        stop
        for stop in stops
        if analysis.word(stop) in form.particle
        if analysis.is_a(stop, "adverbial")
        if stop + 1 not in analysis.times or not analysis.is_a(stop, "at")
    }
    led = {one.first for one in analysis.mentions if one.gov in form.particle}
    return any(not led & {end + 1, end + 2} for end in ends)


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
    near = analysis.at.get(verb.first - 2) if analysis.word(verb.first - 1) == "," else None
    named = near is not None and bool(near.person) and not near.gov
    if named and analysis.language.adjective_after and verb.features == {"participle"}:
        # "Bazoum, elegido en 2021, había protagonizado".
        yield near
    yield None
    if near is not None and near.kind == "institution" and not analysis.language.adjective_after:
        # "Reopened its embassy, closed since 2012".
        yield near
    if verb.over is not None and analysis.word(verb.first - 1) == ",":
        yield analysis.subject_of(verb.over)


def _beyond_particle(told: Told, verb: Verb) -> None:
    """
    Take what follows a particle for the object, as in "called in the envoy".
    """
    if told.roles["object"]:
        return
    # "Pushed hard for it": a word of how may stand before the particle.
    led = {told.analysis.word(verb.stop), told.analysis.word(verb.stop + 1)}
    for one in told.analysis.after(verb):
        if one.gov and one.gov in led and one.gov in told.form.particle:
            told.roles = {**told.roles, "object": [one]}
            return


def _is_predicate(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb with "to" after it can only be what a sentence says: "Togo threatened to leave".
    """
    if analysis.language.adjective_after or analysis.sentence.is_heading:
        return False
    governs = any(
        one.over is verb and one.link == "infinitive" and one.noun is None
        for one in analysis.verbs
    )
    planned = any(analysis.language.matrix["verbs"].get(lemma) in _WILLED for lemma in verb.lemmas)
    return governs and planned and verb.link != "clause"


def _is_whole(told: Told, verb: Verb) -> bool:
    """
    Whether a verb has a subject and an object right after it, so that it is no bare participle.
    """
    if verb.features == {"participle"}:
        # "Arrestada el lunes": no such word can say what somebody did.
        return False
    objects = told.roles["object"]
    beside = bool(objects) and objects[0].first == verb.stop
    # "Staff ordered to leave": these words are no object.
    # Nor "for life" after "jailed".
    beside = beside and not told.analysis.is_a(verb.stop, "infinitive_marker", "preposition")
    if told.analysis.word(verb.first - 1) == ",":
        # "The ambassador, called back in May, attended": no object either.
        beside = beside and not told.analysis.is_a(verb.stop, "adverb")
    if is_ordered(verb, told.analysis):
        return False
    opens = told.analysis.is_a(verb.stop, "determiner", "possessive", "number")
    return bool(told.roles["subject"]) and (beside or opens or _acts_on(told, verb))


def _on_several(told: Told, verb: Verb) -> bool:
    """
    Whether a state or body stands before a verb and a number after: "Togo expelled 20 workers".
    """
    analysis, subject = told.analysis, told.roles["subject"]
    many = analysis.word(verb.stop).isdecimal() or analysis.is_a(verb.stop, "number")
    acting = bool(subject) and subject[-1].kind in {"actor", "institution"}
    return many and acting and verb.stop not in analysis.times and not analysis.sentence.is_heading


def _acts_on(told: Told, verb: Verb) -> bool:
    """
    Whether a state stands before a verb and a plain noun after it: "Togo expelled inspectors".
    """
    analysis = told.analysis
    word, near = analysis.word(verb.stop), analysis.at.get(verb.first - 1)
    if near is None or near.kind != "actor" or near.gov or analysis.sentence.is_heading:
        return False
    known = analysis.language.word_class.get(word, frozenset())
    plain = word.replace("-", "").isalpha() and known <= {"nonessential"}
    return plain and verb.stop not in analysis.times and verb.stop not in analysis.by_head


def _by_noun(form: Form, noun: Mention, analysis: Analysis) -> Told:
    verb, roles = noun_roles(noun, analysis)
    told = Told(form, analysis, verb, noun, roles)
    told.refused = misfit(form, told, analysis)
    return told
