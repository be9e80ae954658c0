"""
Loading one plugin, so that whatever is wrong with it stays its own trouble.
"""

from __future__ import annotations

import inspect
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

import attrs
import pluggy

from diplomodel.errors import DiplomodelError, did_you_mean
from diplomodel.plugins._discovery import Found
from diplomodel.plugins._hookspecs import HOOKS, PROJECT
from diplomodel.plugins._records import PluginRecord, PluginStatus
from diplomodel.plugins._specs import CasebookSpec, EventTypeSpec, FluentSpec, Spec


__all__ = ["API", "APIS", "loaded", "manager"]

#: The version of the interface between host and plugins.
API: Final = 1

#: The versions that this host works with: the current one and the one before.
APIS: Final = (1,)

_PREFIX: Final = "diplomodel_"
_SLOW: Final = 0.5
_MOST: Final = 10_000

#: Offers that always have a word after the plugin's name.
_TWO_WORDS: Final = (EventTypeSpec, FluentSpec, CasebookSpec)


class RefusedError(DiplomodelError):
    """
    Why a plugin is not loaded, found out by the host itself.
    """

    def __init__(
        self, reason: str, remedy: str, *, status: PluginStatus = PluginStatus.FAILED
    ) -> None:
        super().__init__(reason)
        self.remedy = remedy
        self.status = status


def manager() -> pluggy.PluginManager:
    """
    A manager that knows the hooks and no plugin.
    """
    made = pluggy.PluginManager(PROJECT)
    from diplomodel.plugins import _hookspecs

    made.add_hookspecs(_hookspecs)
    return made


def loaded(
    found: Found, plugins: pluggy.PluginManager
) -> tuple[PluginRecord, BaseException | None]:
    """
    The record of a plugin after the attempt to load it, and what went wrong, if anything did.

    `Exception` and `SystemExit` are caught; an interruption by the user is not.
    """
    record = found.record
    start = time.perf_counter()
    try:
        module = found.load()
        seconds = time.perf_counter() - start
        record = attrs.evolve(record, seconds=seconds, notes=_notes(seconds))
        _check_api(module)
        _check_hooks(module, plugins)
        specs = _registered(record.name, module, plugins)
    except (Exception, SystemExit) as error:  # noqa: BLE001 (whatever a plugin may raise)
        return _failed(record, error), error
    return attrs.evolve(record, status=PluginStatus.LOADED, specs=specs), None


def _notes(seconds: float) -> tuple[str, ...]:
    if seconds < _SLOW:
        return ()
    return (
        f"importing it took {seconds:.1f} s: heavy libraries belong in the factories' modules",
    )


def _failed(record: PluginRecord, error: BaseException) -> PluginRecord:
    if isinstance(error, RefusedError):
        return attrs.evolve(
            record, status=error.status, reason=str(error), remedy=error.remedy, traceback=""
        )
    said = " ".join(str(error).split())
    reason = f"{type(error).__name__}: {said}" if said else type(error).__name__
    remedy = f"see `diplomodel plugins show {record.name}`, update it or report it to its author"
    if isinstance(error, SystemExit):
        reason = f"it asks to end the program ({reason})"
    elif isinstance(error, ImportError) and (error.name or "").startswith("diplomodel."):
        remedy = "it is made for another version of diplomodel: update both"
    elif isinstance(error, ModuleNotFoundError) and error.name:
        remedy = f"install what it needs: the module {error.name!r} is missing"
    trace = "".join(traceback.format_exception(error))
    return attrs.evolve(
        record, status=PluginStatus.FAILED, reason=reason, remedy=remedy, traceback=trace
    )


def _check_api(module: Any) -> None:  # a module, or any object
    owner = sys.modules.get(getattr(module, "__module__", None) or "", module)
    api = getattr(module, "DIPLOMODEL_API", getattr(owner, "DIPLOMODEL_API", API))
    if not isinstance(api, int) or isinstance(api, bool):
        reason = f"DIPLOMODEL_API is {api!r}"
        raise RefusedError(reason, f"its author must write a number: DIPLOMODEL_API = {API}")
    if api not in APIS:
        newer = api > max(APIS)
        known = " and ".join(map(str, APIS))
        raise RefusedError(
            f"it is made for version {api} of the plugin interface, this diplomodel has {known}",
            "update diplomodel" if newer else "update the plugin",
            status=PluginStatus.INCOMPATIBLE,
        )


def _check_hooks(module: Any, plugins: pluggy.PluginManager) -> None:  # a module, or any object
    for name in _routines(module):
        # What pluggy would look at, asked through its own reading of the mark.
        marked = plugins.parse_hookimpl_opts(module, name)
        if marked is None and not name.startswith(_PREFIX):
            continue
        called = (marked and marked.get("specname")) or name
        if called not in HOOKS:
            hint = did_you_mean(called, HOOKS)
            nearest = hint.partition("did you mean ")[2].rstrip("?") or "one of the hooks"
            raise RefusedError(
                f"there is no hook {called!r}{hint}", f"its author must rename it to {nearest}"
            )
        if marked is None:
            raise RefusedError(
                f"{name} is not marked as a hook", "its author must decorate it with @hookimpl"
            )
        if marked.get("hookwrapper") or marked.get("wrapper"):
            raise RefusedError(
                f"{name} is a wrapper", "its author must return specs: wrappers are none"
            )


def _routines(module: Any) -> Iterator[str]:  # a module, or any object
    for name in sorted(dir(module)):
        if inspect.isroutine(getattr(module, name, None)):
            yield name


def _registered(
    name: str, module: Any, plugins: pluggy.PluginManager
) -> tuple[Spec, ...]:  # a module, or any object
    """
    Register with pluggy and ask every hook; undone as a whole if anything fails.
    """
    try:
        plugins.register(module, name=name)
        return tuple(_specs(name, module, plugins))
    except BaseException:
        if plugins.get_plugin(name) is module:
            plugins.unregister(name=name)
        raise


def _specs(name: str, module: Any, plugins: pluggy.PluginManager) -> Iterator[Spec]:
    seen: set[tuple[type[Spec], str]] = set()
    for hook, cls in HOOKS.items():
        for implementation in getattr(plugins.hook, hook).get_hookimpls():
            # Each alone: then one that raises spoils no other, and the owner is known.
            if implementation.plugin is not module:
                continue
            for spec in _checked(name, hook, cls, implementation.function()):
                if (cls, spec.name) in seen:
                    raise RefusedError(
                        f"it offers two {cls.what}s called {spec.name!r}",
                        "its author must rename one",
                    )
                seen.add((cls, spec.name))
                yield spec


def _checked(name: str, hook: str, cls: type[Spec], given: object) -> Iterator[Spec]:
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise RefusedError(
            f"{hook} returns a {type(given).__name__}",
            f"its author must return a list of {cls.__name__}",
        )
    specs = list(islice(given, _MOST + 1))
    if len(specs) > _MOST:
        raise RefusedError(f"{hook} offers over {_MOST} things", "its author must return fewer")
    for spec in specs:
        if not isinstance(spec, cls):
            raise RefusedError(
                f"{hook} returns a {type(spec).__name__}",
                f"its author must return a list of {cls.__name__}",
            )
        first, _, rest = spec.name.partition(".")
        wanted = f"{name}.{rest or first}"
        if first != name or (isinstance(spec, _TWO_WORDS) and not rest):
            raise RefusedError(
                f"it calls {_article(cls.what)} {spec.name!r}",
                f"names begin with that of the plugin: its author must call it {wanted!r}",
            )
        yield spec


def _article(what: str) -> str:
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"
