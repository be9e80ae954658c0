"""
Acts that others carry by law, as data.

"Relations were established when Jane Doe presented her credentials as Minister": she is a head of
mission from that day (VCDR 13), so that the mission begins, though the text does not name it. A
rule says which told act carries which other one, and by which article.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel.events import event_type
from diplomodel_news._language.forms import Form
from diplomodel_news._language.schema import Plain, Reader
from diplomodel_news._language.text import fold


__all__ = ["Rule", "read_rules"]

_KEYS = (
    "of",
    "gives",
    "law",
    "because",
    "needs",
    "lacks",
    "unless",
    "beside",
    "open",
    "after",
    "new",
    "first",
    "first_words",
    "not_first",
    "between",
    "again",
    "words",
    "nowhere",
)
#: Keys that name a kind told elsewhere.
_TOLD = ("beside", "open", "after")


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """
    Which act is carried by one that is told, and why.

    Attributes:
        name: Its name in traces.
        of: The kind of the act that is told as done.
        gives: The kind that it carries.
        law: The article by which it does.
        because: Why, in a few words.
        form: What must stand, or must not, around the telling.
        beside: A kind that must be told in the same sentence, of the same day and parties.
        open: A kind that must be told there, of which it is open between whom it is.
        after: A kind that must have been offered or planned between the parties before.
        new: Kinds of which none may be told earlier of the same parties and somebody else.
        first: Tags of an office of which somebody must be told to be the first holder.
        first_words: Words that say so.
        not_first: Tags of offices, and words, that do not count for it.
        between: Words that may stand between such a word and the office, beside names.
        again: Those of them that say that it was there before.
        words: Folded words of which one must stand in the sentence.
        nowhere: Folded words and tags that must not stand in the text.
    """

    name: str
    of: str
    gives: str
    law: str
    because: str
    form: Form
    beside: str = ""
    open: str = ""
    after: str = ""
    new: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    first_words: frozenset[str] = frozenset()
    not_first: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    nowhere: frozenset[str] = frozenset()

    @property
    def why(self) -> str:
        """
        What says of an act that this rule gives it.
        """
        return f"implied by {self.name} ({self.law}): {self.because}"


def read_rules(plain: Mapping[str, Plain], reader: Reader) -> tuple[Rule, ...]:
    """
    The rules of a language.

    Args:
        plain: The file, a mapping of names to rules.
        reader: Where to note faults.
    """
    return tuple(_rule(name, one, reader) for name, one in plain.items())


def _rule(name: str, plain: Plain, reader: Reader) -> Rule:
    path = f"$.{name}"
    rule = reader.mapping(plain, path, known=_KEYS)

    def text(key: str) -> str:
        return reader.text(rule.get(key), f"{path}.{key}")

    def words(key: str) -> frozenset[str]:
        return frozenset(reader.texts(rule.get(key), f"{path}.{key}"))

    def folded(key: str) -> frozenset[str]:
        return frozenset(map(fold, words(key)))

    def by_role(key: str) -> dict[str, frozenset[str]]:
        roles = reader.mapping(rule.get(key) or {}, f"{path}.{key}")
        return {
            role: frozenset(reader.texts(tags, f"{path}.{key}.{role}"))
            for role, tags in roles.items()
        }

    for key in ("of", "gives", "law", "because"):
        if not text(key):
            reader.fault(f"{path}.{key}", "say which act carries which, by what law and why")
    for kind in {text("of"), text("gives"), *map(text, _TOLD), *words("new")} - {""}:
        _check(kind, path, reader)
    return Rule(
        name=name,
        of=text("of"),
        gives=text("gives"),
        law=text("law"),
        because=text("because"),
        form=Form(
            name=f"implied.{name}",
            kind=text("gives"),
            needs=by_role("needs"),
            lacks=by_role("lacks"),
            unless=folded("unless"),
        ),
        beside=text("beside"),
        open=text("open"),
        after=text("after"),
        new=words("new"),
        first=words("first"),
        first_words=folded("first_words"),
        not_first=folded("not_first"),
        between=folded("between"),
        again=folded("again"),
        words=folded("words"),
        nowhere=folded("nowhere"),
    )


def _check(kind: str, path: str, reader: Reader) -> None:
    try:
        event_type(kind)
    except (UnknownNameError, BadInputError) as error:
        reader.fault(path, str(error))
