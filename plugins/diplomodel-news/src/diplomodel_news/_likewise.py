"""
Acts told only as done likewise: "Nicaragua hizo lo propio al día siguiente".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplomodel_news._grammar import Analysis, Verb
from diplomodel_news._match import Told
from diplomodel_news._mentions import Mention
from diplomodel_news._text import fold


__all__ = ["is_caption", "likewise"]

#: How far into a line the colon of a caption can stand.
_LABEL = 6
#: Of how many imitators a list is followed.
_MOST = 12


def likewise(analysis: Analysis, before: Iterable[Told]) -> Iterator[Told]:
    """
    The acts of the sentence before, once more, by whoever is said to have done likewise.

    Args:
        analysis: The sentence.
        before: What the sentence before told.
    """
    told = [one for one in before if _is_act(one)]
    for verb in analysis.verbs if told else ():
        subject = _imitator(verb, analysis)
        if subject is None:
            continue
        for one in told:
            several = [subject]
            while several[0].before is not None and len(several) < _MOST:
                several.insert(0, several[0].before)
            roles = {**one.roles, "subject": several, "owner": several}
            yield Told(one.form, analysis, verb, None, roles, passive=False)


def _is_act(told: Told) -> bool:
    """
    Whether a telling is one that its subject did, so that another can do the same.
    """
    slots = told.form.slots
    acting = any(roles and roles[0].startswith("subject") for roles in slots.values())
    return acting and not told.refused and told.form.kind not in {"statement", "meeting"}


def _imitator(verb: Verb, analysis: Analysis) -> Mention | None:
    """
    Who does likewise, where a verb says so and nothing more.
    """
    lemmas = analysis.language.words["likewise"]
    if not any(fold(lemma) in lemmas for lemma in verb.lemmas):
        return None
    same = any("likewise" in one.tags for one in analysis.after(verb))
    same |= bool(analysis.clitics(verb)) and not analysis.objects(verb)
    subject = analysis.subject_of(verb)
    if not same or subject is None or subject is analysis.topic or not subject.state:
        return None
    return subject


def is_caption(analysis: Analysis) -> bool:
    """
    Whether a line is the caption of a picture.
    """
    start = 1 if analysis.word(0) in {"(", "["} else 0
    if not analysis.is_a(start, "caption"):
        return False
    return start == 1 or ":" in analysis.low[:_LABEL]
