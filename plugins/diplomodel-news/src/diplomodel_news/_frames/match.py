"""
Frames held against verbs and nouns: which form fits, and who stands in which role.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.roles import Roles, noun_roles, verb_roles
from diplomodel_news._grammar.causatives import is_ordered
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.forms import Form
from diplomodel_news._mentions.mentions import Mention


__all__ = ["OF_WORDS", "Told", "misfit", "tellings"]


#: What verbs make of acts that those who act will themselves.
_WILLED = frozenset({"planned", "threatened", "offered", "denied"})
#: What is about whose something is, whatever that is.
OF_WORDS = frozenset({"statement", "joint_statement", "threat"})
_QUOTES = frozenset({'"', "«", "“"})
#: What "de nuevo" is, which is no object.
_ANEW = frozenset({"anew"})
#: Where a form can ask for a word.
_HAVING = ("object", "subject", "as")


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
        seen: set[int] = set()
        for lemma in () if verb.silent == "actor" else verb.lemmas:
            for form in language.forms.get(lemma, ()):
                if id(form) not in seen:
                    seen.add(id(form))
                    told = _by_verb(form, verb, analysis)
                    if told is not None:
                        yield told
    for mention in analysis.mentions:
        seen = set()
        for tag in mention.tags:
            for form in language.nominal.get(tag, ()):
                if id(form) not in seen:
                    seen.add(id(form))
                    yield _by_noun(form, mention, analysis)


def _has(mentions: list[Mention], tags: frozenset[str]) -> bool:
    return any(mention.tags & tags for mention in mentions)


def _by_verb(form: Form, verb: Verb, analysis: Analysis) -> Told | None:
    if _repeats(verb, analysis):
        return None
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
    ends = {
        one.stop
        for one in verb_roles(verb, analysis, passive=False)["object"]
        if one.first >= verb.stop and analysis.word(one.stop) in form.particle
        if analysis.is_a(one.stop, "adverbial") and one.stop + 1 not in analysis.times
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
    beside = beside and not told.analysis.is_a(verb.stop, "infinitive_marker")
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


def misfit(form: Form, told: Told, analysis: Analysis) -> str:
    """
    Why a form does not fit; nothing where it does.

    Args:
        form: The form.
        told: Who stands in which role.
        analysis: The sentence.
    """
    roles = told.roles
    if form.voice == "passive" and not told.passive:
        return "told actively, and the form is passive"
    things = [one for one in roles["object"] if one.tags != _ANEW]
    if form.voice == "bare" and (things or told.passive or _has_with(told)):
        return "the form has no object"
    if form.voice == "plain" and (told.passive or (told.verb and told.verb.reflexive)):
        return "told passively or reflexively, and the form is neither"
    if form.voice == "active" and told.passive:
        return "told passively, and the form is active"
    for role, wanted, barred in (
        ("object", form.object, form.not_object),
        ("subject", form.subject, form.not_subject),
    ):
        fitting = [one for one in roles[role] if one.tags & wanted] if wanted else roles[role]
        if wanted and role == "object" and form.kind not in OF_WORDS:
            # "Welcomed the president's invitation": something of his, and not himself.
            fitting = [one for one in fitting if not analysis.is_a(one.stop, "genitive")]
        if wanted and not fitting:
            return f"no {role} that is one of {_listed(wanted)}"
        owners = {id(one.owner) for one in fitting if one.owner is not None}
        free = [one for one in fitting if id(one) not in owners]
        shut = [
            one for one in free if one.tags & barred and not analysis.is_a(one.stop, "genitive")
        ]
        able = {one.state for one in free if not one.tags & barred} if wanted else set()
        # Another state's envoy bars nothing: "expelled Chad's ambassador and Togo's attaché".
        if shut and any(not able or one.state in {None, *able} for one in shut):
            return f"the {role} is one of {_listed(barred)}"
    return _misheld(form, roles) or _misplaced(form, told, analysis)


def _misheld(form: Form, roles: Roles) -> str:
    """
    What a form needs at a role and misses there, or must not find.
    """
    for role, tags in form.needs.items():
        found = [one for name in role.split("/") for one in roles.get(name, ())]
        if not ("any" in tags and found) and not _has(found, tags):
            return f"nothing after {role!r} that is one of {_listed(tags)}"
    for role, tags in form.lacks.items():
        if any(_has(roles.get(name, []), tags) for name in role.split("/")):
            return f"what stands at {role!r} is one of {_listed(tags)}"
    return ""


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
        for one in (told.noun, *(m for role in _HAVING for m in told.roles.get(role, ())))
        if one is not None
        for at in range(one.first, one.stop)
    ):
        return f"neither object nor subject has {_listed(form.has)}"
    for word in form.unless:
        if word in _QUOTES and all(analysis.word(m.stop) != word for m in told.roles["object"]):
            # Only "llamó al embajador «corrupto»" is barred, and no other quotation.
            continue
        if any(low == word and not _is_elsewhere(at, told) for at, low in enumerate(analysis.low)):
            return f"the word {word!r} stands near"
    return ""


def _is_elsewhere(at: int, told: Told) -> bool:
    """
    Whether a word belongs to another act of the sentence: "summoned him and recalled its own".
    """
    verb = told.verb
    last = next((one for one in reversed(told.analysis.verbs) if one.first <= at), None)
    if told.noun is not None and last is not None and last.first > told.noun.stop:
        # "At their meeting, where a bank will be set up": a clause of its own.
        return last.joint == "relative"
    if told.noun is not None or verb is None or last is None or last is verb:
        return False
    forms = told.analysis.language.forms
    kinds = {form.kind for lemma in last.lemmas for form in forms.get(lemma, ())}
    # "Entered the embassy, where he asked for asylum": one act, told by both. So are two that
    # happen at once: "became ambassador when he presented his credentials".
    apart = bool(kinds) and told.form.kind not in kinds
    apart = apart and last.joint not in told.analysis.language.words["when"]
    over = last.over
    while over is not None and over is not verb and over.link in {"infinitive", "gerund"}:
        over = over.over
    return apart and last.link in {"and", "clause"} and over is verb


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
