"""
Why a form does not fit what a sentence says.
"""

from __future__ import annotations

from diplomodel_news._frames.next_speaker import next_speaker
from diplomodel_news._frames.roles import Roles
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.forms import Form
from diplomodel_news._mentions.mentions import Mention


__all__ = ["OF_WORDS", "misfit"]


#: What is about whose something is, whatever that is.
OF_WORDS = frozenset({"statement", "joint_statement", "threat"})
_QUOTES = frozenset({'"', "«", "“"})
#: What "de nuevo" is, which is no object.
_ANEW = frozenset({"anew"})
#: Where a form can ask for a word.
_HAVING = ("object", "subject", "as")


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
    if verb is None or told.form.kind != "statement" or told.noun is not None:
        return analysis.mentions
    end = next_speaker(verb, analysis)
    if verb.link != "and":
        found = analysis.mentions
        return found if end == len(analysis.low) else [one for one in found if one.first < end]
    quoted = analysis.sentence.quoted
    ahead = [one for one in analysis.verbs if one.stop <= verb.first and not quoted[one.head]]
    start = ahead[0].stop if ahead else 0
    within = (one for one in analysis.mentions if not start <= one.first < verb.first)
    return [one for one in within if one.first < end]


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
    if form.under and not _is_under(told.verb, form.under, analysis):
        return f"no verb above it that is one of {_listed(form.under)}"
    if form.not_under and (
        _is_under(told.verb, form.not_under, analysis)
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


def _is_under(verb: Verb | None, lemmas: frozenset[str], analysis: Analysis) -> bool:
    """
    Whether one of some verbs governs a verb, at whatever distance; past a relative pronoun only
    where that may be what opens a clause of another kind, as "que" does.
    """
    many = analysis.language.adjective_after
    while verb is not None and verb.over is not None and (many or verb.joint != "relative"):
        verb = verb.over
        if lemmas & set(verb.lemmas):
            return True
    return False


def _has(mentions: list[Mention], tags: frozenset[str]) -> bool:
    return any(mention.tags & tags for mention in mentions)
