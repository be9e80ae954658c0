"""
What becomes of a draft: an event with a modality and a date, or a near miss with its reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel_news._cast.cast import Cast
from diplomodel_news._events.build import actor_of, fill
from diplomodel_news._events.found import Finding
from diplomodel_news._events.held import is_of_old, is_perfect
from diplomodel_news._events.memory import remember
from diplomodel_news._events.quoted import only_said
from diplomodel_news._events.recognised import RULE
from diplomodel_news._events.spared import spared
from diplomodel_news._frames.fields import STATES, Filled, fields_of, is_plural_by, states_of
from diplomodel_news._frames.told import Told
from diplomodel_news._language.forms import MODALITIES
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.stance import unfit
from diplomodel_news._story import Draft


__all__ = ["judge"]

#: What is no act in any modality that the library has.
_NO_ACT: Final = frozenset({"attempted", "failed", "wished", "possible", "supposed"})
#: Acts that words alone do: their date is that of the words.
_OF_WORDS: Final = frozenset({"offered", "threatened", "demanded", "asked", "denied"})
#: What is only in view, so that a kind that the words themselves do has their date.
_NOT_YET: Final = frozenset({"asked", "demanded", "offered", "planned", "possible", "wished"})
#: Those whose wishes are no acts, and those who speak for a state.
_THE_PUBLIC: Final = frozenset({"crowd", "source", "nationals", "opposition"})
_SPEAKING: Final = frozenset({"voice", "high", "lawmakers", "parliament", "envoy"})
#: What is refused where it is said that it will not be given, and tenses of what has been.
_REFUSED: Final = "asylum_refusal"
_TOLD: Final = frozenset({"past", "perfect", "pluperfect"})
#: Acts that a noun tells where it names both sides: "the expulsion of Togo's envoy by Chad".
_PLAIN_NOUNS: Final = frozenset(
    {
        "ambassador_expulsion",
        "ambassador_recall",
        "ambassador_summons",
        "ambassador_withdrawal",
        "persona_non_grata",
        "staff_expulsion",
    }
)
#: What a verb of intending makes of an act.
_OPEN: Final = frozenset({"planned", "possible"})
#: The verb of "is not going to".
_GOING: Final = "go"


def judge(
    draft: Draft, cast: Cast, published: dt.date, *, opinion: bool = False
) -> Iterator[Finding]:
    """
    The events that a draft tells, or one near miss with the reason.
    """
    told = draft.told
    form = told.form
    if told.refused:
        yield Finding(draft, form.kind, {}, refused=told.refused)
        return
    modality, kind, why = _modality(draft)
    if kind == "drop":
        yield Finding(draft, form.kind, {}, refused=why, modality=modality)
        return
    kinds = (kind, *form.also) if kind == form.kind else (kind,)
    for one in kinds:
        for filled in fill(draft, one, cast):
            found = _finding(draft, filled, modality, why, published)
            if opinion and not found.dated and not found.refused:
                found.refused = "an opinion piece, in which only what is dated counts"
            if is_of_old(found, cast):
                found.refused = "words of years ago, of which no day is told"
            found.refused = found.refused or only_said(found, cast)
            actor = actor_of(filled, told)
            if _demands_of_itself(found, actor):
                found.refused = "who must do it is not told: those who demand it act for none"
            if not found.refused:
                remember(found, filled, actor, cast)
            yield found


def _demands_of_itself(found: Finding, actor: str | None) -> bool:
    """
    Whether the state that would act is only taken from the one that demands it.
    """
    verb, speaker = found.draft.told.verb, found.draft.sure.reporter
    passive = found.modality == "demanded" and verb is not None and verb.passive
    return passive and speaker is not None and speaker.state == actor


def _modality(draft: Draft) -> tuple[str, str, str]:
    """
    The modality, the kind that it makes of the form's, and why.
    """
    form, sure = draft.told.form, draft.sure
    modality = sure.modality
    if modality == "done" and form.modality:
        modality = form.modality
    why = "; ".join(sure.why)
    kind = form.becomes.get(modality, form.kind)
    verb = draft.told.verb
    if kind == _REFUSED and modality == "denied" and verb is not None and verb.tense in _TOLD:
        # "Had not granted it": nothing is refused yet.
        kind = form.kind
    if kind == "same":
        standing = modality == "denied" and verb is not None and is_perfect(verb, draft.told)
        of_words = form.modality if sure.modality in _NO_ACT else ""
        standing |= modality == "attempted" and _is_charged(draft)
        return of_words or ("claimed" if standing else "done"), form.kind, why
    if kind in MODALITIES:
        return kind, form.kind, why
    if modality == "denied" and kind not in {form.kind, "drop"} and _is_not_yet(draft.told):
        # "Has not granted him asylum": nobody has been refused it.
        kind = form.kind
    if modality == "denied" and kind == form.kind and not _is_denial(draft):
        return modality, "drop", f"not so, but nobody denies it: {why}"
    if kind not in {form.kind, "drop"}:
        return "done", kind, why
    if modality in _NO_ACT and form.becomes.get(modality) is None:
        return modality, "drop", f"{modality}, which is no act: {why}"
    if kind == "drop":
        return modality, "drop", f"{modality}, which this form does not take: {why}"
    return modality, kind, why


def _is_charged(draft: Draft) -> bool:
    """
    Whether somebody is only accused of it: "accused him of trying to overthrow the king".
    """
    matrix = draft.told.analysis.language.matrix["verbs"]
    return any(matrix.get(lemma) == "claimed" for verb in draft.sure.by for lemma in verb.lemmas)


def _is_not_yet(told: Told) -> bool:
    verb = told.verb
    return verb is not None and verb.negated and verb.tense in {"perfect", "pluperfect"}


def _is_denial(draft: Draft) -> bool:
    """
    Whether somebody says that it is not so, and not the outlet alone.
    """
    sure = draft.sure
    told = draft.told
    matrix = told.analysis.language.matrix["verbs"]
    denied = any(
        (matrix.get(f"{lemma} {told.analysis.word(verb.stop)}") or matrix.get(lemma)) == "denied"
        for verb in sure.by
        for lemma in verb.lemmas
    )
    denied |= told.form.modality == "denied"
    # "Will not close it", "is not going to": told as what is ruled out.
    verbs = [told.verb, *sure.by] if told.verb is not None else sure.by
    denied |= any(verb.negated and verb.tense == "future" for verb in verbs)
    denied |= any(verb.negated and _GOING in verb.lemmas for verb in sure.by)
    denied |= _is_ruled_out(draft)
    return denied or sure.reporter is not None or sure.quoted or told.analysis.sentence.is_heading


def _is_ruled_out(draft: Draft) -> bool:
    """
    Whether whoever decides does not mean to: "no contempla cerrarla", "no tiene intención de",
    "has no intention of closing it".
    """
    analysis = draft.told.analysis
    matrix = analysis.language.matrix["verbs"]
    verb = draft.told.verb
    near = analysis.at.get(verb.first - 2) if verb is not None and verb.tense == "gerund" else None
    if near is not None and "no_plans" in near.tags:
        return True
    meant = verb is not None and verb.noun is not None and "as-planned" in verb.noun.tags
    return analysis.language.adjective_after and any(
        one.negated and (meant or any(matrix.get(lemma) in _OPEN for lemma in one.lemmas))
        for one in draft.sure.by
    )


def _finding(draft: Draft, filled: Filled, modality: str, why: str, published: dt.date) -> Finding:
    told, sure = draft.told, draft.sure
    found = Finding(
        draft,
        filled.kind,
        filled.values,
        modality=modality,
        guessed=filled.guessed,
        weak=told.form.weak and not sure.by and told.like is None,
        order=told.analysis.sentence.index,
    )
    found.why = [f"form {told.form.name}", *filled.why]
    if why:
        found.why.append(why)
    _attribute(found, filled)
    _date(found, published)
    settled = found.dated or (found.modality == "done" and found.kind in _PLAIN_NOUNS)
    found.weak = found.weak and not (settled and found.guessed <= spared(draft))
    if found.modality == "done" and not found.dated and _of_both(told, found):
        found.modality = "claimed"
        found.why.append("told of both sides at once, without a day: a summary, not a report")
    found.refused = filled.refused or _fault(found, published)
    if found.kind in {"statement", "threat"}:
        found.refused = found.refused or unfit(told, sure.reporter)
    if found.kind == "state_recognition" and str(found.values.get("target")).startswith("org:"):
        found.refused = found.refused or "an organisation is no state to recognise"
    if found.kind == "office_taken" and str(found.values.get("state")).startswith("org:"):
        found.refused = found.refused or "an organisation's chair is no office of a state"
    if told.form.aimed and ("target" in found.guessed or not found.values.get("target")):
        found.refused = found.refused or "its own words do not say whom it is about"
    if told.form.since and not draft.since:
        found.refused = found.refused or "the text does not say since when"
    if told.form.dated and not draft.own_date:
        found.refused = found.refused or "the text does not say when, as this form asks"
    if not found.refused:
        try:
            found.event()
        except BadInputError as error:
            found.refused = str(error).splitlines()[0]
    return found


def _of_both(told: Told, found: Finding) -> bool:
    """
    Whether one-sided acts are told of both of two states at once, and of no third.
    """
    parties = set(states_of(found.values))
    return told.form.kind.startswith(("ambassador", "mission", "level")) and any(
        set(one.pair) == parties
        for role in ("subject", "object")
        for one in told.roles.get(role, ())
    )


def _attribute(found: Finding, filled: Filled) -> None:
    reporter = found.draft.sure.reporter
    hedged = found.draft.sure.hedged and found.modality == "done"
    if reporter is None:
        found.modality = "claimed" if hedged else found.modality
        return
    analysis = found.draft.told.analysis
    sentence = analysis.sentence
    words = sentence.raw[reporter.first : reporter.stop]
    starts = sentence.starts[reporter.first : reporter.stop]
    found.attributed = _joined(words, starts) if words else None
    if found.modality != "done" or found.draft.told.form.slots.get("speaker"):
        return
    actor = actor_of(filled, found.draft.told)
    parties = set(states_of(found.values))
    if hedged and reporter.state != actor:
        found.modality = "claimed"
        found.why.append("hedged")
    if "source" in reporter.tags:
        found.modality = "claimed"
        found.why.append("only an unnamed source or other media say so")
    elif (
        reporter.state
        and "assumed" not in reporter.tags
        and parties
        and not parties & _speakers(reporter)
    ):
        found.modality = "claimed"
        found.why.append(f"said by {reporter.state}, who did not act")


def _speakers(reporter: Mention) -> set[str]:
    """
    The states of all who say something together.
    """
    found: set[str] = set()
    one: Mention | None = reporter
    while one is not None:
        found.update(one.codes)
        one = one.before
    return found


def _joined(words: list[str], starts: list[int]) -> str:
    """
    Words as they stand, with a space only where the text has one.
    """
    text = words[0]
    for before, word, start, previous in zip(words, words[1:], starts[1:], starts, strict=False):
        text += word if previous + len(before) == start else " " + word
    return text[:200]


def _date(found: Finding, published: dt.date) -> None:
    draft = found.draft
    words = found.modality in _OF_WORDS or found.kind not in {draft.told.form.kind, RULE}
    words |= draft.sure.modality in _NOT_YET and found.modality == "done"
    standing = draft.told.form.becomes.get("denied") in {"same", "done"}
    words |= standing and draft.sure.modality == "denied"
    if words and draft.words_date:
        found.date, found.dated = draft.words_date, True
        found.why.append(f"dated by the words: {draft.words_date}")
        return
    if draft.date:
        found.date, found.dated = draft.date, draft.own_date
        found.why.append(f"dated {draft.date}: {draft.why}")
        if words and not _recent(draft.date, published):
            found.date = f"../{published}"
        return
    if found.modality == "planned" and draft.words_date:
        found.date, found.dated = draft.words_date, True
        return
    if draft.context:
        found.date = _since(draft.context, published)
        found.why.append(f"no date of its own; the story stands at {draft.context}: {found.date}")
        return
    found.date = f"../{published}"
    found.why.append(f"no date: by the day of publication, {published}")


def _recent(text: str, published: dt.date) -> bool:
    try:
        return PartialDate.parse(text).first <= published.toordinal()
    except BadInputError:
        return False


def _since(context: str, published: dt.date) -> str:
    date = PartialDate.parse(context)
    today = published.toordinal()
    if date.first >= today:
        return str(published)
    if today - date.last > 14 or ("/" in context and date.last == today):
        return context
    return (
        f"{dt.date.fromordinal(date.first)}/{published}"
        if date.last - date.first < 40
        else f"../{published}"
    )


def _fault(found: Finding, published: dt.date) -> str:
    known = fields_of(found.kind)
    try:
        when = PartialDate.parse(found.date)
    except BadInputError as error:
        return str(error)
    if found.modality in {"done", "claimed"} and when.first > published.toordinal():
        found.modality = "planned"
        found.why.append("its date is after publication, so it is planned")
    for field in STATES:
        if field in known and field == "by" and is_plural_by(found.kind):
            continue
        if (
            field in known
            and field not in found.values
            and field not in {"target", "attributed_to", "to", "turning_from"}
        ):
            return f"nobody is told as {field}"
    if found.modality in {"demanded", "asked"} and _of_itself(found):
        return "a state that asks itself does not act yet"
    if found.modality in _OF_WORDS - {"denied"} and _of_the_public(found):
        return "none that speaks for a state or organisation says so"
    return ""


def _of_itself(found: Finding) -> bool:
    """
    Whether what asks or demands belongs to the state that is to act.
    """
    told, sure = found.draft.told, found.draft.sure
    actor = found.values.get("by") or found.values.get("sender") or found.values.get("state")
    for verb in sure.by:
        subject = told.analysis.subject_of(verb)
        if subject is not None and subject.state:
            return subject.state == actor
    return False


def _of_the_public(found: Finding) -> bool:
    """
    Whether demonstrators, exiles and the like ask for it, offer or threaten it.
    """
    analysis = found.draft.told.analysis
    matrix = analysis.language.matrix["verbs"]
    for verb in found.draft.sure.by:
        told = (f"{lemma} {analysis.word(verb.stop)}" for lemma in verb.lemmas)
        if all(matrix.get(one) != found.modality for one in (*verb.lemmas, *told)):
            continue
        subject = analysis.subject_of(verb)
        if subject is not None and subject.kind == "name" and subject.person is None:
            # "Hezbolá pidió": a party or movement of which no state is told.
            return subject.state is None
        if subject is not None and "non-governmental" in subject.tags:
            return not subject.tags & _SPEAKING
        if subject is not None and subject.kind in {"person", "name"}:
            return bool(subject.tags & _THE_PUBLIC) and not subject.tags & _SPEAKING
    return False
