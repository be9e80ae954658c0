"""
Who takes a stand, and on what, where words alone tell it: in quotations, on others' behalf, twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.told import Told
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._stance.reported import said_before_colon, said_beside


__all__ = [
    "ADDRESSED",
    "JUDGED",
    "OBLIGED",
    "OF_QUOTES",
    "SPOKEN_OF",
    "is_thing",
    "mark_spoken",
    "on_behalf",
    "same_matter",
    "several_asked",
    "spoken_of",
    "taken_before",
    "things_of",
    "unfit",
    "unlike",
]

#: Where those stand who are addressed, or asked to do something.
ADDRESSED: Final = (
    *("object", "on", "to", "upon", "between", "for", "with"),
    *("a", "para", "entre", "con"),
)
#: What a state is called of which somebody else's words say something.
SPOKEN_OF: Final = "spoken_of"
#: What a state is called of which somebody else says that it must or should do something.
OBLIGED: Final = "obliged"
#: What a state is called of which somebody else says what it is.
JUDGED: Final = "judged"
#: Verbs after which "lo" or "la" is a person and no thing.
_OF_PERSONS: Final = frozenset(
    [
        "acusar",
        "llamar",
        "tratar",
        "felicitar",
        "agradecer",
        "culpar",
        "responsabilizar",
        "congratular",
        "insultar",
        "accuse",
        "blame",
        "thank",
        "congratulate",
        "urge",
        "tell",
        "warn",
        "remind",
        "exhort",
        "praise",
        "support",
        "back",
    ]
)
#: Tags of those who speak for a state or organisation, and of those who do not.
_SPEAKING: Final = frozenset({"official", "voice", "state", "org", "spokesman", "capital"})
_PRIVATE: Final = frozenset(
    {"source", "sources", "opposition", "court", "prosecution", "crowd", "party"}
)
_WHO: Final = frozenset({"person", "institution"})
#: Tenses of what is said to be so.
_TENSES: Final = frozenset({"present", "past", "perfect", "pluperfect"})
_OF_ASKING: Final = ("statement.ask", "statement.appeal", "statement.urge", "statement.call-for")
#: Forms in which somebody says something of somebody.
_SAID: Final = "statement.say-"
#: Forms that read a quotation, and count only where no verb tells of the stand itself.
OF_QUOTES: Final = (
    "statement.hold-that",
    "statement.named-so",
    "statement.say-",
    "statement.said-of",
)


def mark_spoken(analysis: Analysis) -> None:
    """
    Tag the states of which somebody says something in a quotation.

    Args:
        analysis: The sentence, with its mentions resolved.
    """
    quoted = analysis.sentence.quoted
    if not any(quoted):
        return
    for verb in analysis.verbs:
        reported = verb.link == "that" and any(quoted[verb.first : verb.limit])
        if not (quoted[verb.head] or reported) or verb.tense not in _TENSES:
            continue
        subject = analysis.subject_of(verb)
        if subject is None or subject.kind != "actor" or not subject.state:
            continue
        if subject.first >= len(quoted) or not (quoted[subject.head] or reported):
            continue
        reporter = said_before_colon(analysis, verb.first) or said_beside(
            analysis, verb.first, verb.stop
        )
        if reported and verb.over is not None:
            reporter = analysis.subject_of(verb.over)
        if reporter is not None and reporter.state not in {None, subject.state}:
            subject.tags |= {SPOKEN_OF}


def on_behalf(filled: Filled, told: Told) -> None:
    """
    Give words that somebody says on another's behalf to that other.
    """
    analysis = told.analysis
    for one in analysis.mentions:
        at = one.first - 1
        at -= analysis.is_a(at, "definite")
        if one.state and analysis.is_a(at, "of") and analysis.is_a(at - 1, "behalf"):
            if filled.values.get("target") == one.state:
                filled.values["target"] = None
            filled.values["by"] = one.state
            filled.why.append(f"by {one.state}, on whose behalf it is said")


def spoken_of(told: Told, by: object) -> str | None:
    """
    The state of which a quotation says something, where that is what tells the stand.
    """
    if told.noun is not None and SPOKEN_OF in told.noun.tags:
        return told.noun.state
    for tag in (SPOKEN_OF, OBLIGED, JUDGED):
        if tag in told.form.near or (tag != SPOKEN_OF and told.form.name.startswith(_SAID)):
            found = (one.state for one in told.analysis.mentions if tag in one.tags)
            return next((code for code in found if code != by), None)
    return None


def things_of(told: Told) -> list[Mention]:
    """
    What a statement is about, as its own words name it: its object, or else what is quoted.
    """
    found = [
        one for one in told.roles.get("object", ()) if one.kind == "concept" or is_thing(one, told)
    ]
    judged = [one for one in told.analysis.mentions if JUDGED in one.tags & told.form.near]
    return found or [one for one in judged if one.kind == "concept"] or _quoted_things(told)


def _quoted_things(told: Told) -> list[Mention]:
    """
    What is quoted before a verb that takes a stand: "A historic decision", the minister hailed.
    """
    verb, quoted = told.verb, told.analysis.sentence.quoted
    if verb is None or told.noun is not None or "stance" not in told.form.set:
        return []
    return [
        one
        for one in told.analysis.mentions
        if one.stop <= verb.first and one.kind == "concept" and quoted[one.head]
    ]


def taken_before(told: Told, by: object) -> str | None:
    """
    Whose decision "it" is, where the same sentence has told of that.
    """
    verb = told.verb
    reporting = told.analysis.language.matrix["reporting"]
    texts = {
        other.stop for other in told.analysis.verbs if any(x in reporting for x in other.lemmas)
    }
    found = [
        part.state
        for one in told.analysis.mentions
        if verb is not None
        and "decision" in one.tags
        and one.stop <= verb.first
        and one.first not in texts
        for part in (one.owner, one.of)
        if part is not None and part.state not in {None, by}
    ]
    return found[-1] if found else None


def same_matter(told: Told, by: object, before: tuple[int, str, object] | None) -> str | None:
    """
    Whom a reaction is about that follows another: the same state, or the one that it answers.

    Args:
        told: The reaction.
        by: Who reacts.
        before: The sentence, speaker and target of the stand told last, with no act told since.
    """
    if before is None or told.analysis.sentence.index - before[0] > 1:
        return None
    _, speaker, target = before
    if not isinstance(target, str) or target.startswith("org:") or speaker == by:
        return None
    if target == by:
        return None if speaker.startswith("org:") else speaker
    return target


def is_thing(one: Mention, told: Told) -> bool:
    """
    Whether a pronoun before a verb stands for what happened, and not for a person.
    """
    verb, analysis = told.verb, told.analysis
    pronoun = analysis.language.pronouns.get(one.anaphor) if one.kind == "pronoun" else None
    if verb is None or pronoun is None:
        return False
    if told.analysis.language.drops_subject:
        if not pronoun.clitic or one.anaphor in {"le", "les"}:
            return False
    elif told.form.near or pronoun.refers not in {"state", "both"} or one in told.roles["subject"]:
        return False
    return "stance" in told.form.set and not _OF_PERSONS & set(verb.lemmas)


def several_asked(told: Told) -> bool:
    """
    Whether several states are asked something together, so that it is about none of them.
    """
    if "stance" in told.form.set or told.verb is None:
        return False
    codes = {
        code
        for role in ("a", "object")
        for one in told.roles.get(role, ())
        if one.kind in {"actor", "institution"}
        for code in one.codes
    }
    return told.form.name.startswith(_OF_ASKING) and len(codes) > 1


def unfit(told: Told, reporter: Mention | None) -> str:
    """
    Why a statement is none after all; nothing where it is one.
    """
    verb, analysis = told.verb, told.analysis
    own = told.form.slots.get("by", ("",))[0].startswith("speaker")
    speakers = told.roles.get("subject", []) if not own else [reporter] if reporter else []
    if speakers and all(one.former for one in speakers):
        return "said by one who no longer speaks for a state"
    if (
        own
        and reporter is not None
        and (not reporter.tags & _SPEAKING or reporter.tags & _PRIVATE or reporter.relation)
    ):
        return "said by one who speaks for no state"
    states = {one.state for one in speakers if one.state}
    objects = [one for one in told.roles.get("object", ()) if one not in speakers]
    if any(one.kind in _WHO and one.gov for one in objects) and all(
        _at_home(one, states) for one in objects
    ):
        return "about the own people, and no incident"
    if verb is not None and (
        verb.joint in analysis.language.words["aside"] or _is_free(verb, analysis)
    ):
        return "told aside, as what was said before"
    noun = told.noun
    if _of_unknown_matter(told, states):
        return "about something at home, as far as the words tell"
    if noun is not None and not told.form.name.startswith(OF_QUOTES):
        return ""
    if noun is not None and not analysis.sentence.quoted[noun.head]:
        return "a word of blame, but nobody's that is quoted"
    raw = analysis.sentence.raw
    if noun is not None and noun.head > 1 and raw[noun.head][0].isupper():
        return "a name, and no word of blame" if raw[noun.head - 1][0].isalpha() else ""
    return ""


def _is_free(verb: Verb, analysis: Analysis) -> bool:
    """
    Whether a verb only names what somebody speaks of, as in "thanked it for what he called wise".
    """
    subject = analysis.subject_of(verb)
    before = subject.first if subject is not None and subject.stop <= verb.first else verb.first
    return any(analysis.is_a(at, "aside") for at in range(max(0, before - 2), before))


def _of_unknown_matter(told: Told, states: set[str]) -> bool:
    """
    Whether a verb has an object of which nothing is known, and no other state is named beside.
    """
    verb, analysis = told.verb, told.analysis
    if verb is None or told.noun is not None or told.roles.get("object") or told.passive:
        return False
    if "stance" not in told.form.set or any(analysis.sentence.quoted):
        return False
    if any(code.startswith("org:") for code in states):
        return False
    named = {code for one in analysis.mentions for code in one.codes} - states
    return not named and analysis.is_a(verb.stop, "determiner", "possessive")


def _at_home(mention: Mention, states: set[str]) -> bool:
    """
    Whether somebody belongs to one of the states that speak, or is the press.
    """
    own = {mention.state, mention.of.state if mention.of is not None else None}
    press = "source" in mention.tags and not mention.state
    return not mention.possessive and mention.kind != "concept" and bool(own & states or press)


def unlike(findings: Iterable[tuple[str, int, object]]) -> Iterator[bool]:
    """
    Whether each statement is told by a verb of its own, or else by nothing better beside it.

    Args:
        findings: Each statement's form, sentence and speaking state.
    """
    rows = list(findings)
    firm = {(order, by) for form, order, by in rows if not form.startswith(OF_QUOTES)}
    for form, order, by in rows:
        yield not form.startswith(OF_QUOTES) or (order, by) not in firm
