"""
The host: which plugins there are, what they offer, and nothing of them before it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

import attrs

from diplomodel.errors import UnknownNameError, did_you_mean
from diplomodel.events import Event
from diplomodel.plugins._discovery import Found, discovered
from diplomodel.plugins._offers import Offer
from diplomodel.plugins._packs import event_class, extended, fingerprint
from diplomodel.plugins._records import PluginError, PluginRecord, PluginStatus, trouble
from diplomodel.plugins._registry import Registry
from diplomodel.plugins._settings import Settings
from diplomodel.plugins._specs import (
    CasebookSpec,
    CommandSpec,
    EventTypeSpec,
    ExporterSpec,
    ExtractorSpec,
    FluentSpec,
    ReconcilerSpec,
    RuleSpec,
    Spec,
)
from diplomodel.rules import RuleSet, core_rules


__all__ = ["PluginHost", "host"]

S = TypeVar("S", bound=Spec)


class PluginHost:
    """
    Finds plugins, loads those asked for, and keeps the trouble of each apart from the rest.

    Nothing is looked for before the first question, and no plugin is imported before something of
    it is asked for. The order in which packages were installed never matters.

    Example:
        >>> PluginHost.isolated().records()
        ()
    """

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        find: Callable[[], Iterable[Found]] = discovered,
    ) -> None:
        """
        Make a host.

        Args:
            settings: Which plugins may load; those of this process if left out.
            find: Finds them.
        """
        self._plugins = Registry(settings=settings, find=find)

    @classmethod
    def isolated(
        cls,
        *modules: object,
        strict: bool = True,
        settings: Settings | None = None,
        **named: object,
    ) -> PluginHost:
        """
        A host of these modules alone, which looks for no others: for tests.

        Args:
            modules: Entry modules of plugins; ``diplomodel_x`` is the plugin ``x``.
            strict: Raise on a plugin that fails.
            settings: Options for their offers.
            named: Modules, or objects that have hooks, by name of plugin.
        """
        every = {**{_name_of(module): module for module in modules}, **named}
        plugins = tuple(_given(name, every[name]) for name in sorted(every))
        chosen = attrs.evolve(settings or Settings(), strict=strict)
        return cls(settings=chosen, find=lambda: plugins)

    @property
    def settings(self) -> Settings:
        """
        Which plugins may load, and their options.
        """
        return self._plugins.settings

    def records(self) -> tuple[PluginRecord, ...]:
        """
        Every plugin, by name, as far as it has come; imports none.

        Raises:
            PluginError: The settings name a plugin that there is not.
        """
        return tuple(self._plugins.record(index) for index in range(len(self._plugins.all())))

    def record(self, name: str) -> PluginRecord:
        """
        The plugin of that name, or of that distribution, as far as it has come; imports none.

        Raises:
            UnknownNameError: There is none.
        """
        return self._plugins.record(self._plugins.index(name))

    def load(self, name: str | None = None, *, quiet: bool = False) -> tuple[PluginRecord, ...]:
        """
        Load a plugin, or all of them, and give their records; one that fails is passed over.

        Args:
            name: The plugin's name or that of its distribution; all if left out.
            quiet: Do not warn or raise: the records tell.

        Raises:
            PluginError: A plugin fails, and the settings are strict.
            UnknownNameError: There is none of that name.
        """
        every = range(len(self._plugins.all())) if name is None else (self._plugins.index(name),)
        found = []
        for index in every:
            self._plugins.load(index)
            if not quiet:
                self._plugins.tell(index)
            found.append(self._plugins.record(index))
        return tuple(found)

    def require(self, name: str, *, why: str = "") -> PluginRecord:
        """
        Load a plugin that something cannot do without.

        Args:
            name: The plugin's name or that of its distribution.
            why: Who requires it, as the start of a sentence, for the error.

        Raises:
            PluginError: There is none, or it cannot be used.
        """
        start = f"{why} " if why else ""
        try:
            index = self._plugins.index(name)
        except UnknownNameError as error:
            package = f"diplomodel-{name.replace('_', '-')}"
            raise PluginError(
                f"{start or 'you ask for '}the plugin {name!r}, which is not installed"
                f"{error.hint}; install the package that has it, perhaps {package}"
            ) from None
        self._plugins.load(index)
        record = self._plugins.record(index)
        if record.status is not PluginStatus.LOADED:
            raise PluginError(trouble(record, start=why), record=record) from self._plugins.error(
                index
            )
        return record

    def event_types(self) -> Mapping[str, EventTypeSpec]:
        """
        The event types that plugins offer, by kind.
        """
        return self._specs(EventTypeSpec)

    def fluents(self) -> Mapping[str, FluentSpec]:
        """
        The fluents that plugins offer, by name.
        """
        return self._specs(FluentSpec)

    def rule_packs(self) -> Mapping[str, RuleSpec]:
        """
        The rules that plugins offer, by name.
        """
        return self._specs(RuleSpec)

    def extractors(self) -> Mapping[str, ExtractorSpec]:
        """
        The extractors that plugins offer, by name.
        """
        return self._specs(ExtractorSpec)

    def exporters(self) -> Mapping[str, ExporterSpec]:
        """
        The exporters that plugins offer, by name.
        """
        return self._specs(ExporterSpec)

    def reconcilers(self) -> Mapping[str, ReconcilerSpec]:
        """
        The reconcilers that plugins offer, by name.
        """
        return self._specs(ReconcilerSpec)

    def casebooks(self) -> Mapping[str, CasebookSpec]:
        """
        The casebooks that plugins offer, by name.
        """
        return self._specs(CasebookSpec)

    def commands(self) -> Mapping[str, CommandSpec]:
        """
        The commands that plugins offer, by name.
        """
        return self._specs(CommandSpec)

    def find(self, cls: type[S], name: str) -> Offer[S]:
        """
        One offer by its name; only the plugin that the name begins with is imported.

        A name that no plugin has is looked for after the dots of all of them: ``parquet`` finds
        ``tables.parquet`` if nothing else ends so.

        Args:
            cls: The class of its spec.
            name: Its name.

        Raises:
            PluginError: Its plugin cannot be used, or several offers end so.
            UnknownNameError: There is none.
        """
        first = name.partition(".")[0]
        if any(record.name == first for record in self.records()):
            record = self.require(first)
            for spec in record.offers(cls):
                if spec.name == name:
                    return self._offer(spec, record)
            known = [spec.name for spec in record.offers(cls)]
            hint = did_you_mean(name, known) or f"; it has {', '.join(known) or 'none'}"
            raise PluginError(
                f"the plugin {record.name!r} offers no {cls.what} {name!r}{hint}", record=record
            )
        self.load()
        every = [self._offer(spec, one) for one in self.records() for spec in one.offers(cls)]
        found = [offer for offer in every if offer.spec.name.partition(".")[2] == name]
        if len(found) > 1:
            owners = " and ".join(offer.owner for offer in found)
            raise PluginError(f"{name!r} may be {owners}: write the whole name")
        if found:
            return found[0]
        names = [offer.spec.name for offer in every]
        raise UnknownNameError(cls.what, name, [*names, *(one.partition(".")[2] for one in names)])

    def types(self, requires: Iterable[str], *, why: str = "") -> Mapping[str, type[Event]]:
        """
        The event types of some plugins, by kind.

        Args:
            requires: Names of the plugins.
            why: Who requires them, as the start of a sentence, for errors.

        Raises:
            PluginError: One of them cannot be used.
        """
        records = self._required(requires, why)
        return {
            spec.kind: event_class(self._offer(spec, record))
            for record in records
            for spec in record.offers(EventTypeSpec)
        }

    def rules(
        self, requires: Iterable[str], *, base: RuleSet | None = None, why: str = ""
    ) -> RuleSet:
        """
        A rule set with the event types, fluents and rules of some plugins; no other is imported.

        Args:
            requires: Names of the plugins; their order does not matter.
            base: What to add them to; the core's rules if left out.
            why: Who requires them, as the start of a sentence, for errors.

        Raises:
            PluginError: One of them cannot be used, or what they add does not fit together.
        """
        start = core_rules() if base is None else base
        records = self._required(requires, why)
        if not any(
            one.offers(c) for one in records for c in (EventTypeSpec, FluentSpec, RuleSpec)
        ):
            return start
        return extended(
            start,
            event_types=self._offers(EventTypeSpec, records),
            fluents=self._offers(FluentSpec, records),
            packs=self._offers(RuleSpec, records),
            names=[record.name for record in records],
        )

    def fingerprint(self, requires: Iterable[str] = (), *, rules: RuleSet | None = None) -> str:
        """
        What tells apart the rules and plugins by which a result was made.

        What else is installed has no part in it.

        Args:
            requires: Names of the plugins that had a part in the result.
            rules: The rules; the core's with those of the plugins if left out.

        Raises:
            PluginError: One of the plugins cannot be used.
        """
        names = tuple(requires)
        records = self._required(names, "")
        found = self.rules(names) if rules is None else rules
        return fingerprint(found, plugins=records, core=_core_version())

    def _required(self, requires: Iterable[str], why: str) -> tuple[PluginRecord, ...]:
        found = {}
        for name in requires:
            record = self.require(name, why=why)
            found[record.name] = record
        return tuple(found[name] for name in sorted(found))

    def _specs(self, cls: type[S]) -> Mapping[str, S]:
        self.load()
        found = [spec for record in self.records() for spec in record.offers(cls)]
        return MappingProxyType({spec.name: spec for spec in found})

    def _offers(self, cls: type[S], records: Iterable[PluginRecord]) -> tuple[Offer[S], ...]:
        return tuple(self._offer(spec, one) for one in records for spec in one.offers(cls))

    def _offer(self, spec: S, record: PluginRecord) -> Offer[S]:
        return Offer(spec=spec, record=record, settings=self.settings)


def _name_of(module: object) -> str:
    name: str = getattr(module, "__name__", type(module).__name__)
    return re.sub(r"^diplomodel_", "", name.rpartition(".")[2])


def _given(name: str, module: object) -> Found:
    entry = getattr(module, "__name__", type(module).__qualname__)
    record = PluginRecord(name=name, entry=entry)
    return Found(record=record, load=lambda: module)


@cache
def _core_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("diplomodel")
    except PackageNotFoundError:
        return ""


@cache
def host() -> PluginHost:
    """
    The host of this process: its installed plugins, under the settings at the first call.

    Example:
        >>> host() is host()
        True
    """
    return PluginHost()
