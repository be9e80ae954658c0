"""
What the files of a language folder hold, checked when they are read.

Every fault is reported with its file and its place, all faults of a folder at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.abc import Traversable
from typing import Final, TypeAlias

from diplomodel.errors import BadInputError, Problem, did_you_mean


__all__ = ["FEATURES", "Plain", "Reader", "read_yaml"]

Plain: TypeAlias = "Mapping[str, Plain] | list[Plain] | str | int | bool | None"

#: What a form of a verb can be.
FEATURES: Final = (
    "infinitive",
    "present",
    "past",
    "imperfect",
    "participle",
    "gerund",
    "future",
    "conditional",
    "subjunctive",
)


def read_yaml(file: Traversable) -> Plain:
    """
    One file, all scalars as text, so that ``no`` and ``12:30`` stay what they are.

    Raises:
        BadInputError: It is not readable as YAML.
    """
    import yaml

    # The parser in C reads the same several times faster, and is not built everywhere.
    base: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

    class Loader(base):  # type: ignore[misc, valid-type] # which of the two is known at run time
        """
        Texts only, and no key twice.
        """

    def mapping(loader: yaml.BaseLoader, node: yaml.MappingNode) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key, value in node.value:
            name = loader.construct_object(key, deep=True)
            if name in found:
                told = f"the key {name!r} stands twice: keep one"
                line = key.start_mark.line + 1
                raise BadInputError([Problem(message=told, file=file.name, line=line)])
            found[name] = loader.construct_object(value, deep=True)
        return found

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    try:
        plain: Plain = yaml.load(file.read_text(encoding="utf-8"), Loader)  # noqa: S506 (texts only)
    except yaml.YAMLError as error:
        raise BadInputError(f"{file.name} is no YAML: {error}") from error
    return plain


class Reader:
    """
    Collects the faults found while plain data are read.

    Attributes:
        file: Name of the file that is read.
        problems: The faults so far.
    """

    def __init__(self) -> None:
        """
        Begin without faults.
        """
        self.file = ""
        self.problems: list[Problem] = []

    def fault(self, path: str, message: str) -> None:
        """
        Note a fault.
        """
        self.problems.append(Problem(message=message, path=path, file=self.file))

    def mapping(
        self, plain: Plain, path: str, *, known: Iterable[str] | None = None
    ) -> Mapping[str, Plain]:
        """
        A mapping, whose keys are all known where these are given; empty where it is none.
        """
        if not isinstance(plain, Mapping):
            self.fault(path, "give a mapping of names to values")
            return {}
        if known is not None:
            names = tuple(known)
            for key in plain:
                if key not in names:
                    hint = did_you_mean(key, names) or f"; use one of {', '.join(names)}"
                    self.fault(f"{path}.{key}", f"{key!r} is not known here{hint}")
        return plain

    def texts(self, plain: Plain, path: str) -> tuple[str, ...]:
        """
        A list of texts, or one text that stands for itself.
        """
        if isinstance(plain, str):
            return (plain,)
        if isinstance(plain, list) and all(isinstance(item, str) for item in plain):
            return tuple(str(item) for item in plain)
        if plain is not None:
            self.fault(path, "give a list of texts")
        return ()

    def text(self, plain: Plain, path: str, *, default: str = "") -> str:
        """
        One text.
        """
        if isinstance(plain, str):
            return plain
        if plain is not None:
            self.fault(path, "give one text")
        return default

    def guarded(self, path: str, action: Callable[[], None]) -> None:
        """
        Do something, and note the fault where it fails.
        """
        try:
            action()
        except BadInputError as error:
            self.fault(path, str(error))

    def finish(self) -> None:
        """
        Raise all faults at once, if there are any.

        Raises:
            BadInputError: There are faults.
        """
        if self.problems:
            raise BadInputError(self.problems)
