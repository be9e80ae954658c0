"""
Offers in use: what a spec names is imported only now, and errors name the plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final, Generic, Literal, TypeVar, cast

import attrs

from diplomodel.errors import BadInputError
from diplomodel.plugins._records import PluginError, PluginRecord
from diplomodel.plugins._settings import Settings
from diplomodel.plugins._specs import Spec


__all__ = ["BLAME", "Offer", "OnError", "gathered"]

S_co = TypeVar("S_co", bound=Spec, covariant=True)
R = TypeVar("R")

OnError = Literal["raise", "collect"]
"""
What to do about an error of one of many: raise it at once, or all together at the end.
"""

#: How the note begins that tells which plugin an error comes from.
BLAME: Final = "raised by "


@attrs.frozen(kw_only=True)
class Offer(Generic[S_co]):
    """
    Something that a plugin offers, and the plugin.

    Attributes:
        spec: What is offered.
        record: Who offers it.
        settings: What options were set for it.

    Example:
        >>> from diplomodel.plugins import CommandSpec, PluginRecord
        >>> spec = CommandSpec(name="calendar", summary="Months.", command="calendar:Calendar")
        >>> offer = Offer(spec=spec, record=PluginRecord(name="calendar", entry="calendar"))
        >>> offer.resolve(spec.command).__name__
        'Calendar'
        >>> offer.owner
        "command 'calendar' of module calendar"
    """

    spec: S_co
    record: PluginRecord
    settings: Settings = attrs.field(factory=Settings, repr=False)

    @property
    def owner(self) -> str:
        """
        The offer and its plugin, as messages name them.
        """
        return f"{self.spec.what} {self.spec.name!r} of {self.record.owner}"

    def resolve(self, reference: str) -> Any:  # whatever the reference names
        """
        What ``module:name`` names, imported if need be.

        Raises:
            PluginError: It cannot be imported.
        """
        module, _, path = reference.partition(":")
        try:
            found: Any = import_module(module)
            for name in path.split("."):
                found = getattr(found, name)
        except (Exception, SystemExit) as error:
            said = " ".join(str(error).split())
            raise PluginError(
                f"{self.owner} cannot be loaded: {reference}: {type(error).__name__}: {said};"
                f" see `diplomodel plugins show {self.record.name}`",
                record=self.record,
            ) from error
        return found

    def make(self, options: object = None) -> Any:  # whatever the factory gives
        """
        What the factory gives, with options.

        Args:
            options: An object of the spec's class of options; or a mapping of its fields, whose
                values may be text; what is left out is taken from the configuration.

        Raises:
            PluginError: The factory cannot be imported.
            BadInputError: An option is not known, or has a value that it cannot have.
        """
        factory = self.resolve(cast("Any", self.spec).factory)
        chosen = self.options(options)
        with self.blamed():
            return factory() if chosen is None else factory(chosen)

    def options(self, given: object = None) -> object | None:
        """
        The options: those given, then those of the configuration, then the defaults.

        Raises:
            PluginError: The class of options cannot be imported.
            BadInputError: An option is not known, or has a value that it cannot have.
        """
        reference: str | None = getattr(self.spec, "options", None)
        if given is not None and not isinstance(given, Mapping):
            return given
        values = {**self.settings.options_of(self.spec.name), **(given or {})}
        if reference is None:
            if values:
                raise BadInputError(f"{self.owner} takes no options: leave out {min(values)!r}")
            return None
        return _structured(self.resolve(reference), values)

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """
        Add to any error that leaves the block a note that names the plugin.

        Raises:
            PluginError: The plugin asked to end the program.
        """
        note = f"{BLAME}{self.owner}"
        try:
            yield
        except Exception as error:
            if note not in getattr(error, "__notes__", ()):
                error.add_note(note)
            raise
        except SystemExit as error:
            raise PluginError(
                f"{self.owner} asks to end the program ({error})", record=self.record
            ) from error

    def watched(self, items: Iterable[R]) -> Iterator[R]:
        """
        The items that a plugin gives one by one, with its errors blamed on it.
        """
        with self.blamed():
            found = iter(items)
        while True:
            with self.blamed():
                try:
                    item = next(found)
                except StopIteration:
                    return
            yield item


def _structured(cls: type[attrs.AttrsInstance], values: Mapping[str, object]) -> object:
    from diplomodel.formats._faults import Faults, refusal
    from diplomodel.formats._plans import Context
    from diplomodel.formats._types import class_plan

    try:
        return class_plan(cls).load(values, Context())
    except Faults as faults:
        raise refusal(faults) from None


def gathered(
    calls: Iterable[Callable[[], R]],
    *,
    on_error: OnError = "raise",
    message: str = "a batch failed",
) -> tuple[R, ...]:
    """
    Call each, and give what they give.

    Args:
        calls: What to call, each independent of the others.
        on_error: ``raise`` stops at the first error; ``collect`` calls all the rest too, and then
            raises all errors together.
        message: What the errors are about, for the group that holds them.

    Raises:
        ExceptionGroup: Errors were collected; their notes name the plugins.

    Example:
        >>> gathered([lambda: 1, lambda: 2], on_error="collect")
        (1, 2)
        >>> gathered([lambda: 1 // 0, lambda: int("x")], on_error="collect")
        Traceback (most recent call last):
            ...
        ExceptionGroup: a batch failed (2 sub-exceptions)
    """
    found: list[R] = []
    errors: list[Exception] = []
    for call in calls:
        try:
            found.append(call())
        except Exception as error:
            if on_error == "raise":
                raise
            errors.append(error)
    if errors:
        raise ExceptionGroup(message, errors)
    return tuple(found)
