"""
Acts told only as done likewise: "Nicaragua hizo lo propio", "Chile followed suit".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from diplomodel_news._frames.apart import acts_next
from diplomodel_news._frames.fields import PAIRS, Filled
from diplomodel_news._frames.models import (
    actor_field,
    follower,
    foremost,
    is_act,
    its_own,
    named_models,
    ranked,
    with_named,
)
from diplomodel_news._frames.once_more import (
    DATIVE,
    counts_alone,
    counts_as_many,
    counts_with,
    did_before,
    once_more,
    repeated,
    suffixed,
)
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.text import fold
from diplomodel_news._mentions.mentions import Mention


__all__ = ["imitated", "is_caption", "likewise"]

#: How far into a line the colon of a caption can stand.
_LABEL = 6
#: Of how many imitators a list is followed.
_MOST = 12
#: What an act has of its own, so that another's like it has not.
_OWN: Final = ("person", "speaker", "number", "persons", "government", "post", "leaving")
_ONE, _SEVERAL = "persona_non_grata", "staff_expulsion"
#: Members of missions whose expulsion is of another kind than an ambassador's.
_RANKS: Final = frozenset({"charge", "consul", "single_diplomat"})


def likewise(
    analysis: Analysis,
    here: Sequence[Told],
    before: Iterable[Told],
    *,
    ever: Sequence[Told] = (),
) -> Iterator[Told]:
    """
    The acts told before, once more, by whoever is said to have done likewise.

    Args:
        analysis: The sentence.
        here: What the sentence tells itself.
        before: What the sentence before told.
        ever: What the text told so far.
    """
    earlier = _to_follow(before)
    known = [one for one in here if is_act(one)]
    yield from _compared(analysis, known)
    for verb in analysis.verbs if earlier or known or ever else ():
        alone = verb.silent == "actor"
        again = [] if alone else once_more(verb, earlier, here, analysis)
        subject = verb.subject if alone else _imitator(verb, analysis)
        as_many = counts_as_many(verb, earlier + known, analysis)
        subject = analysis.subject_of(verb) if again or as_many else subject
        if subject is None and did_before(verb, analysis):
            yield from _like(verb, [one for one in earlier if one.analysis.times], analysis)
        if subject is None or _tells_next(verb, here, analysis):
            continue
        counted = counts_alone(verb, analysis) or counts_with(verb, earlier + known, analysis)
        if counted := as_many or counted:
            verb.number = counted
            earlier = [one for one in earlier if one.form.kind in {_ONE, _SEVERAL}]
        models = named_models(verb, analysis, ever) or again or _models(verb, known)
        models = models or ([] if alone and verb.over is not None else earlier)
        for one in [one for one in models if _is_followed(one, verb, analysis)]:
            roles = _roles_like(one, _together(subject, analysis), verb, analysis)
            known.append(Told(one.form, analysis, verb, None, roles, passive=False, like=one))
            yield known[-1]


def _to_follow(before: Iterable[Told]) -> list[Told]:
    """
    The acts that others can follow: to do the same as who "condemned the coup" is to condemn it,
    not to stage one.
    """
    acts = foremost([one for one in before if is_act(one)])
    return [one for one in acts if one.noun is None] or acts


def _like(verb: Verb, models: Iterable[Told], analysis: Analysis) -> Iterator[Told]:
    """
    The same acts by those who did them before.
    """
    for one in models:
        yield Told(one.form, analysis, verb, None, one.roles, passive=False, like=one)


def _compared(analysis: Analysis, known: list[Told]) -> Iterator[Told]:
    """
    What a comparison without a verb tells: "lo condenó Cuba, al igual que Argelia y Siria".
    """
    for same in analysis.mentions if known else ():
        at = same.stop
        if "likewise" not in same.tags or not analysis.is_a(at, "likewise_than"):
            continue
        first = analysis.at.get(at + 1)
        if first is None or not first.state or first.first != at + 1 or first.kind == "concept":
            continue
        several = _together(first, analysis)
        end = several[-1].stop
        if end not in analysis.times and analysis.word(end)[:1].isalnum():
            # "Al igual que Chile hizo en mayo": of another time.
            continue
        ahead = [one for one in known if one.trigger[0] < same.first]
        for one in [one for one in ahead if one.verb is ahead[-1].verb]:
            roles = {**one.roles, "subject": several, "owner": several}
            told = Told(one.form, analysis, one.verb, None, roles, passive=False, like=one)
            known.append(told)
            yield told


def _roles_like(
    model: Told, several: list[Mention], verb: Verb, analysis: Analysis
) -> dict[str, list[Mention]]:
    """
    The roles of what was told before, for others who do it: "did the same to Germany" is done to
    another than the first.
    """
    roles = {**model.roles, "subject": several, "owner": several}
    for word in analysis.language.words["likewise_to"]:
        beside = [m for m in analysis.after(verb) if m.gov == word]
        roles[word] = [m for m in beside if m.state and "own" not in m.tags]
        roles[f"{word} whom"] = [m for m in beside if m.tags & _RANKS]
        roles[f"{word} named"] = [m for m in beside if m.kind == "person" and m.name]
    return {**roles, **its_own(verb, analysis)}


def _tells_next(verb: Verb, here: Sequence[Told], analysis: Analysis) -> bool:
    """
    Whether a colon opens what was done: "answered in kind: it expelled the consul".
    """
    colon = next((at for at in range(verb.stop, len(analysis.low)) if analysis.low[at] == ":"), 0)
    told = (one for one in here if not one.refused and one.form.kind != "statement")
    return colon > 0 and any(one.trigger[0] > colon for one in told)


def _is_followed(model: Told, verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb can tell that somebody does as another did: "Sudan followed in October" tells no
    words, which are joined or echoed, and a verb of saying tells nothing else.
    """
    if model.form.kind == "statement":
        return not _follows_alone(verb, analysis)
    return not _only_says(verb, analysis)


def _follows_alone(verb: Verb, analysis: Analysis) -> bool:
    lemmas = {fold(lemma) for lemma in verb.lemmas}
    return bool(lemmas & analysis.language.words["likewise_alone"]) and not any(
        "likewise" in one.tags for one in analysis.after(verb)
    )


def _models(verb: Verb, known: Sequence[Told]) -> list[Told]:
    """
    What the clause before a verb tells: of a silent one, that whose verb it leaves out.
    """
    if verb.silent:
        return [one for one in known if one.verb is verb.over]
    ahead = [one for one in known if one.verb is not None and one.verb.first < verb.first]
    if not ahead and verb.passive:
        # "The recall of its envoy was followed by Chad".
        return [one for one in known if one.trigger[0] < verb.first]
    # "Expelled Gil, whom it blames for it, and Lima did the same": expelled, too.
    ahead = foremost(ahead)
    return [one for one in ahead if one.verb is ahead[-1].verb]


def _imitator(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    Who does likewise, where a verb says so and nothing more.
    """
    words = analysis.language.words
    lemmas = {fold(lemma) for lemma in verb.lemmas}
    if counts_alone(verb, analysis):
        subject = analysis.subject_of(verb)
        return subject if subject is not None and subject.state else None
    says = bool(lemmas & words["likewise_saying"])
    before = analysis.is_a(verb.first - 1, "likewise_before")
    follows = words["likewise"] | words["likewise_alone"]
    follows |= words["trailing"] if before else frozenset()
    led = follower(verb, analysis) if lemmas & words["likewise_alone"] and not before else None
    if led is not None:
        return led
    if not (says or lemmas & follows) or verb.passive or verb.tense == "gerund":
        return None
    if before:
        # "As did Togo", "so did Togo", "detrás fueron Canadá y Brasil".
        near = analysis.at.get(verb.stop)
        for one in analysis.mentions:
            near = one if near is not None and one.before is near else near
        return near if near is not None and near.state else None
    same = _says_same(verb, lemmas, analysis)
    if analysis.word(verb.stop) == ":":
        # "Chávez se sumó: echó al embajador": what he did himself comes after.
        return None
    subject = analysis.subject_of(verb)
    if not same or subject is None or subject is analysis.topic or not subject.state:
        return None
    return subject


def _only_says(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb only tells of words, which no other deed is like.
    """
    words = analysis.language.words
    lemmas = {fold(lemma) for lemma in verb.lemmas}
    says = not verb.silent and bool(lemmas & words["likewise_saying"])
    return says and not lemmas & (
        words["likewise"] | words["likewise_alone"] | words["likewise_joining"]
    )


def _says_same(verb: Verb, lemmas: set[str], analysis: Analysis) -> bool:
    """
    Whether what stands by a verb says that it is the same deed: "did so", "lo hizo", "se sumó".
    """
    words = analysis.language.words
    same = any("likewise" in one.tags for one in analysis.after(verb))
    same |= analysis.same_before(verb)
    if same or not lemmas & (words["likewise"] | words["likewise_alone"]):
        return same
    same |= analysis.is_a(verb.stop, "so") or _joins_in(verb, lemmas, analysis)
    ahead = [
        one
        for one in analysis.objects(verb)
        if one not in _together(analysis.subject_of(verb), analysis)
        if not acts_next(one, verb, analysis)
    ]
    # "Le siguieron Canadá y Brasil".
    dative = frozenset() if lemmas & words["following"] else DATIVE
    same |= any(one.anaphor not in dative for one in analysis.clitics(verb)) and not ahead
    if suffixed(verb, analysis) is not None:
        return all(one is suffixed(verb, analysis) for one in ahead)
    things = [one for one in analysis.objects(verb) if "time" not in one.tags]
    # "Se sumó a la OTAN" is no doing likewise.
    things += [m for m in analysis.after(verb) if m.gov in words["personal"] and m.state]
    # "Se sumó con un gesto más suave": a deed of its own.
    things += [m for m in analysis.after(verb) if m.gov in words["with"] and m.kind == "concept"]
    return same or (bool(lemmas & words["likewise_alone"]) and not things)


def _joins_in(verb: Verb, lemmas: set[str], analysis: Analysis) -> bool:
    """
    Whether somebody joins those who did something, or acts, too: "joined them", "acted as well".
    """
    words = analysis.language.words
    if lemmas & words["likewise_joining"]:
        return any(one.kind == "pronoun" for one in analysis.objects(verb))
    ends = range(verb.stop, verb.limit)
    too = any(analysis.is_a(at, "likewise_well") for at in ends)
    things = [one for one in analysis.objects(verb) if "time" not in one.tags]
    return bool(lemmas & words["likewise_too"]) and too and not things


def _together(subject: Mention | None, analysis: Analysis) -> list[Mention]:
    """
    A subject and those coordinated with it: "lo hicieron Brasil, Colombia y Perú".
    """
    found = [subject] if subject is not None else []
    while found and found[0].before is not None and len(found) < _MOST:
        found.insert(0, found[0].before)
    for one in analysis.mentions:
        if found and one.before is found[-1]:
            found.append(one)
    return found


def imitated(told: Told, kind: str) -> list[Filled]:
    """
    The acts of a telling of what was done likewise: against the same state, or against the one
    that did it first, where that is who was hit.

    Args:
        told: The telling.
        kind: The kind of act.
    """
    model = told.like
    if model is None:
        return []
    first = [one for one in model.made if one.kind == kind] or model.made
    if told.roles is model.roles:
        return repeated(first, _OWN)
    codes = [code for one in told.roles["subject"] for code in one.codes]
    words = told.analysis.language.words["likewise_to"]
    other = [one.receiver or one.state for one in told.roles.get("own at", ())]
    other += [one.state for word in sorted(words) for one in told.roles.get(word, ())]
    found: list[Filled] = []
    for code in dict.fromkeys(codes):
        for one in _answered(first, actor_field(model), code):
            made = _turned(one, actor_field(model), code, next(iter(other), None))
            if made is not None and made.kind == model.form.kind:
                # "Se negó a hacerlo": another kind than what the others did.
                made.kind = kind
            if made is not None and all(made.values != known.values for known in found):
                found.append(with_named(ranked(_counted(made, told), told), told))
    return found


def _answered(first: Sequence[Filled], field: str, code: str) -> Sequence[Filled]:
    """
    Of the acts against several, that against the one that does likewise.
    """
    pair = next((pair for pair in PAIRS if field in pair), ())
    partner = next((name for name in pair if name != field), "")
    own = [one for one in first if one.values.get(partner) == code]
    return own or first


def _turned(one: Filled, field: str, code: str, other: str | None) -> Filled | None:
    """
    An act with another actor; where that is the one it was done to, the other way round.
    """
    values = {name: value for name, value in one.values.items() if name not in _OWN}
    acted = values.get(field)
    if field == "institution" and not code.startswith("org:"):
        return None
    several = values.get("parties")
    if isinstance(several, tuple):
        if code in several:
            return None
        values["parties"] = (code, *[known for known in several if known != several[0]])
    elif field in values and isinstance(acted, str):
        values[field] = code
        pair = next((pair for pair in PAIRS if field in pair), ())
        partner = next((name for name in pair if name != field), "")
        if other:
            values[partner] = other
        elif acted == code:
            return None
        elif values.get(partner) == code:
            values[partner] = acted
    else:
        return None
    why = [*one.why, f"{code} did likewise"]
    return attrs.evolve(one, values=values, why=why, guessed=set(one.guessed))


def _counted(made: Filled, told: Told) -> Filled:
    """
    An act with the number that a clause without a verb tells.
    """
    number = told.verb.number if told.verb is not None else None
    if number is None or made.kind not in {_ONE, _SEVERAL}:
        return made
    made.kind = _ONE if number == 1 else _SEVERAL
    if number == 1:
        made.values.pop("demanded_by_receiver", None)
    else:
        made.values = {
            name: value for name, value in made.values.items() if name in {"sender", "receiver"}
        }
        made.values["number"] = number
    return made


def is_caption(analysis: Analysis) -> bool:
    """
    Whether a line is the caption of a picture.
    """
    start = int(analysis.word(0) in {"(", "["})
    return analysis.is_a(start, "caption") and (start == 1 or ":" in analysis.low[:_LABEL])
