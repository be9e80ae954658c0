"""
Who held which office when: facts from a data file.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs

from diplomodel.actors import person_id
from diplomodel.dates import PartialDate
from diplomodel.errors import BadInputError
from diplomodel_news._language.schema import Plain, Reader, read_yaml
from diplomodel_news._language.text import fold


__all__ = ["Holder", "Post", "holders", "in_office", "named"]


@attrs.frozen(kw_only=True)
class Post:
    """
    An office that somebody held.

    Attributes:
        role: As in `diplomodel.actors.OfficeRole`.
        of: Code of the state or organisation.
        at: Code of the receiving state, for envoys.
        first: Ordinal of the first day.
        last: Ordinal of the last day.
    """

    role: str
    of: str
    at: str
    first: int
    last: int


@attrs.frozen(kw_only=True)
class Holder:
    """
    A person who held offices.

    Attributes:
        id: The person's id.
        name: The name.
        names: All names, folded, as tuples of words.
        gender: ``m``, ``f`` or nothing.
        posts: The offices.
    """

    id: str
    name: str
    names: tuple[tuple[str, ...], ...]
    gender: str
    posts: tuple[Post, ...]


@cache
def holders() -> tuple[Holder, ...]:
    """
    All holders of offices that the data files name; one in several files has what all tell.

    Raises:
        BadInputError: A file is not right.
    """
    reader = Reader()
    found = []
    folder = files("diplomodel_news") / "languages"
    listed: dict[str, list[Plain]] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.startswith("holders") and file.name.endswith(".yaml"):
            reader.file = file.name
            for name, value in reader.mapping(read_yaml(file), "$").items():
                listed.setdefault(name, []).append(value)
    for name, values in listed.items():
        path = f"$.{name}"
        known = ("names", "gender", "held")
        entries = [reader.mapping(value, path, known=known) for value in values]
        held = [text for one in entries for text in reader.texts(one.get("held"), f"{path}.held")]
        posts = _posts(reader, dict.fromkeys(held), path)
        others = [text for one in entries for text in reader.texts(one.get("names"), path)]
        entry = entries[0]
        found.append(
            Holder(
                id=person_id(name),
                name=name,
                names=tuple(tuple(fold(one).replace(".", " ").split()) for one in (name, *others)),
                gender=reader.text(entry.get("gender"), f"{path}.gender"),
                posts=tuple(posts),
            )
        )
    reader.finish()
    return tuple(found)


def _posts(reader: Reader, texts: Iterable[str], path: str) -> list[Post]:
    posts = []
    for text in texts:
        try:
            posts.append(_post(text))
        except (BadInputError, ValueError) as error:
            reader.fault(path, f"{text!r}: write role, state, interval: {error}")
    return posts


def _post(text: str) -> Post:
    """
    Read ``role STATE [STATE] interval``.
    """
    role, of, *more, held = text.split()
    spell = PartialDate.parse(held)
    return Post(role=role, of=of, at=more[0] if more else "", first=spell.first, last=spell.last)


@cache
def _by_last() -> dict[str, tuple[Holder, ...]]:
    table: dict[str, dict[str, Holder]] = {}
    for holder in holders():
        for words in holder.names:
            for word in words:
                table.setdefault(word, {})[holder.id] = holder
    return {word: tuple(found.values()) for word, found in table.items()}


def named(words: tuple[str, ...]) -> Iterable[Holder]:
    """
    The holders one of whose names holds the given folded words one after the other.

    Example:
        >>> [holder.id for holder in named(("angela", "merkel"))]
        ['angela-merkel']
    """
    for holder in _by_last().get(words[-1], ()):
        if any(_within(words, name) for name in holder.names):
            yield holder


def _within(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    size = len(words)
    return any(name[at : at + size] == words for at in range(len(name) - size + 1))


@cache
def _by_post() -> dict[tuple[str, str], tuple[tuple[Post, Holder], ...]]:
    table: dict[tuple[str, str], list[tuple[Post, Holder]]] = {}
    for holder in holders():
        for post in holder.posts:
            table.setdefault((post.role, post.of), []).append((post, holder))
    return {key: tuple(found) for key, found in table.items()}


def in_office(
    role: str, of: str, day: int, *, at: str = "", former: bool = False
) -> Holder | None:
    """
    Who holds an office on a day, or held it last before where a former holder is meant.

    Where two held it on that day, one gave it to the other, who is meant.

    Args:
        role: The role.
        of: The state or organisation.
        day: The day, as an ordinal.
        at: The receiving state, for envoys.
        former: Whether one who left is meant.
    """
    posts = [(post, one) for post, one in _by_post().get((role, of), ()) if at in {"", post.at}]
    if former:
        gone = [pair for pair in posts if pair[0].last <= day]
        return max(gone, key=lambda pair: (pair[0].last, pair[0].first))[1] if gone else None
    held = [pair for pair in posts if pair[0].first <= day <= pair[0].last]
    return max(held, key=lambda pair: (pair[0].first, pair[0].last))[1] if held else None
