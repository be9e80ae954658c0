"""
Pronouns written onto infinitives, as Spanish does: "reabrirla", "expulsarlos".
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence


__all__ = ["is_enclitic", "part_enclitics"]

#: Pronouns of those to whom something is said or done: "pedirle".
_DATIVE: Final = frozenset({"le", "les"})


def part_enclitics(sentence: Sentence, language: Language) -> None:
    """
    Make two tokens of an infinitive and the object pronoun written onto it.

    Args:
        sentence: The sentence, whose tokens are changed.
        language: Its language.
    """
    onto = sorted(
        (word for word, one in language.pronouns.items() if one.clitic and word not in _DATIVE),
        key=len,
        reverse=True,
    )
    for at in range(len(sentence) - 1, -1, -1) if onto else ():
        word = sentence.low[at]
        ending = next((one for one in onto if word.endswith(one)), "")
        stem = word.removesuffix(ending)
        forms = (
            language.forms_of(stem)
            if ending and word in language.verbs and word not in language.word_class
            else ()
        )
        if not any(feature == "infinitive" for _, feature in forms or ()):
            continue
        raw, middle = sentence.raw[at], sentence.ends[at] - len(ending)
        sentence.raw[at : at + 1] = [raw[: -len(ending)], raw[-len(ending) :]]
        sentence.low[at : at + 1] = [stem, ending]
        sentence.starts.insert(at + 1, middle)
        sentence.ends.insert(at, middle)
        sentence.quoted.insert(at, sentence.quoted[at])


def is_enclitic(sentence: Sentence, at: int) -> bool:
    """
    Whether a token is a pronoun that was written onto the verb before it.
    """
    return (
        at > 0
        and sentence.starts[at] == sentence.ends[at - 1]
        and sentence.low[at].isalpha()
        and sentence.low[at - 1].isalpha()
    )
