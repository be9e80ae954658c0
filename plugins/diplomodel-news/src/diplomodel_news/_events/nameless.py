"""
Those whom an act befalls and the text does not name: "Kuwait arrested four embassy drivers".
"""

from __future__ import annotations

from typing import Final

from diplomodel.actors import person_id
from diplomodel.errors import BadInputError
from diplomodel_news._cast.cast import Cast
from diplomodel_news._cast.persons import Person
from diplomodel_news._frames.fields import Filled, fields_of
from diplomodel_news._frames.told import Told
from diplomodel_news._mentions.mentions import Mention


__all__ = ["name_the_nameless"]

#: Whose arrest or asylum is told without a name: no crowd, and no officer of the law.
_TOLD: Final = frozenset(
    {"diplomats", "employees", "forces", "high", "military", "nationals", "opposition", "envoy"}
)
#: Of whom it is no release where they are "released": missions, and those who serve in them.
_SERVING: Final = frozenset({"diplomats", "envoy"})
_NOT: Final = frozenset(
    {"court", "crowd", "inst", "judge", "junta", "police", "power", "pronoun", "staff_all"}
)


def name_the_nameless(filled: Filled, told: Told, cast: Cast) -> None:
    """
    An id for those without a name whom an act of justice or of asylum befalls.

    Args:
        filled: The fields found so far, which are changed.
        told: The telling.
        cast: Who is in the text: they are entered there with whose they are.
    """
    if "persons" not in fields_of(filled.kind) or "persons" in filled.values:
        return
    for slot in told.form.slots.get("persons", ()):
        role, _, what = slot.partition(".")
        for one in told.roles.get(role, ()) if what == "person" else ():
            key = _key(one, told)
            if key and not (filled.kind == "release" and one.tags & _SERVING):
                tags = frozenset(one.tags)
                person = Person(
                    id=key, words=(), role=one.role, state=one.state, tags=tags, unnamed=True
                )
                cast.persons.setdefault(key, person)
                filled.values["persons"] = (key,)
                filled.guessed.add("persons")
                return


def _key(one: Mention, told: Told) -> str:
    if one.kind != "person" or one.person or one.name or not one.state:
        return ""
    if not one.tags & _TOLD or one.tags & _NOT:
        return ""
    word = told.analysis.word(one.head)
    try:
        return person_id(f"{word} of {one.state.replace(':', ' ')}")
    except BadInputError:
        return ""
