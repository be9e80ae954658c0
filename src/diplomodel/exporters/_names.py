"""
Which formats there are: those of the core, and those of plugins.

A format of the core is found without loading any plugin.
"""

from __future__ import annotations

from typing import Final

from diplomodel.errors import UnknownNameError
from diplomodel.plugins._host import PluginHost
from diplomodel.plugins._host import host as plugin_host
from diplomodel.plugins._offers import Offer
from diplomodel.plugins._records import PluginRecord, PluginStatus
from diplomodel.plugins._specs import ExporterSpec


__all__ = ["CORE", "exporters", "find_exporter"]

#: The exporters of the core.
CORE: Final = (
    ExporterSpec(
        name="jsonl",
        summary="JSON Lines: the whole casebook, an event a line; reads back equal.",
        factory="diplomodel.exporters._lines:JsonLinesExporter",
        suffix=".jsonl",
        media_type="application/jsonl",
        lossless=True,
        streaming=True,
        reader="diplomodel.exporters._lines:read_json_lines",
    ),
    ExporterSpec(
        name="csv",
        summary="CSV: the whole casebook, an event a row; reads back equal.",
        factory="diplomodel.exporters._lines:CsvExporter",
        suffix=".csv",
        media_type="text/csv",
        lossless=True,
        streaming=True,
        reader="diplomodel.exporters._lines:read_csv_rows",
    ),
    ExporterSpec(
        name="csv.spells",
        summary="CSV: from when to when each fluent had each value.",
        factory="diplomodel.exporters._tables:SpellsExporter",
        suffix=".csv",
        media_type="text/csv",
        streaming=True,
        options="diplomodel.exporters._tables:SpellsOptions",
    ),
    ExporterSpec(
        name="csv.transitions",
        summary="CSV: each change of a fluent, with its event, rule and law.",
        factory="diplomodel.exporters._tables:TransitionsExporter",
        suffix=".csv",
        media_type="text/csv",
        streaming=True,
        options="diplomodel.exporters._tables:TableOptions",
    ),
    ExporterSpec(
        name="markdown",
        summary="Markdown: a report with timeline, findings, obligations, law and sources.",
        factory="diplomodel.exporters._markdown:MarkdownExporter",
        suffix=".md",
        media_type="text/markdown",
        options="diplomodel.exporters._markdown:MarkdownOptions",
    ),
    ExporterSpec(
        name="mermaid",
        summary="Mermaid: a timeline of what happened.",
        factory="diplomodel.exporters._mermaid:TimelineExporter",
        suffix=".mmd",
        media_type="text/vnd.mermaid",
        options="diplomodel.exporters._mermaid:TimelineOptions",
    ),
    ExporterSpec(
        name="mermaid.rules",
        summary="Mermaid: the values of one fluent and the events that lead to each.",
        factory="diplomodel.exporters._rules:RulesExporter",
        suffix=".mmd",
        media_type="text/vnd.mermaid",
        options="diplomodel.exporters._rules:RulesOptions",
    ),
)


def exporters(host: PluginHost | None = None) -> dict[str, ExporterSpec]:
    """
    All exporters by name: those of the core, then those of a host's plugins.

    Args:
        host: The host; without one, only the core's.

    Example:
        >>> list(exporters())[:3]
        ['jsonl', 'csv', 'csv.spells']
    """
    found = {spec.name: spec for spec in CORE}
    if host is not None:
        offered = host.exporters()
        found |= {name: offered[name] for name in sorted(offered) if name not in found}
    return found


def find_exporter(name: str, *, host: PluginHost | None = None) -> Offer[ExporterSpec]:
    """
    The exporter of that name, and who offers it; plugins are asked only where the core has none.

    Args:
        name: The format: the whole name, or what stands after the dot of one.
        host: The host of plugins; that of this process if left out.

    Raises:
        UnknownNameError: There is none.
        PluginError: Its plugin cannot be used.

    Example:
        >>> find_exporter("csv.spells").spec.suffix
        '.csv'
        >>> find_exporter("markdwon", host=PluginHost.isolated())
        Traceback (most recent call last):
            ...
        diplomodel.errors.UnknownNameError: unknown exporter 'markdwon'; did you mean 'markdown'?
    """
    core = exporters()
    if name in core:
        return Offer(spec=core[name], record=_CORE)
    asked = plugin_host() if host is None else host
    try:
        return asked.find(ExporterSpec, name)
    except UnknownNameError:
        raise UnknownNameError("exporter", name, exporters(asked)) from None


#: The core, where messages name who offers an exporter.
_CORE: Final = PluginRecord(
    name="diplomodel",
    entry="diplomodel.exporters",
    distribution="diplomodel",
    status=PluginStatus.LOADED,
)
