"""
What checks do in a process of its own: everything by name, everything given back as plain data.
"""

from __future__ import annotations

import base64
import hashlib
import io
import sys
from importlib import import_module
from typing import Any

from diplomodel.plugins import PluginHost


__all__ = ["export_digest", "extract_digest", "modules_after_import"]


def _host(plugin: str, entry: str) -> PluginHost:
    module, _, name = entry.partition(":")
    found: Any = import_module(module)
    for part in name.split(".") if name else ():
        found = getattr(found, part)
    named: dict[str, Any] = {plugin: found}
    return PluginHost.isolated(**named)


def export_digest(
    *, plugin: str, entry: str, exporter: str, casebook: str, options: object
) -> str:
    """
    The hash of what an exporter writes.

    Args:
        plugin: Name of the plugin.
        entry: Its entry module.
        exporter: Name of the exporter.
        casebook: The casebook, as JSON Lines.
        options: Options of the exporter.
    """
    from diplomodel.casebooks import loads
    from diplomodel.exporters import export

    # The casebook may need the plugin that is checked, which no installed package need have.
    target = io.BytesIO()
    book = loads(casebook, format="jsonl")
    export(book, target, to=exporter, options=options, host=_host(plugin, entry))
    return hashlib.sha256(target.getvalue()).hexdigest()


def extract_digest(
    *, plugin: str, entry: str, extractor: str, sample: str, name: str, options: object
) -> str:
    """
    The hash of what an extractor reads.

    Args:
        plugin: Name of the plugin.
        entry: Its entry module.
        extractor: Name of the extractor.
        sample: The file, in base 64.
        name: The file's name.
        options: Options of the extractor.
    """
    from diplomodel.plugins import ExtractorSpec

    offer = _host(plugin, entry).find(ExtractorSpec, extractor)
    found = offer.make(options).extract(io.BytesIO(base64.b64decode(sample)), name=name)
    lines = [repr(one) for one in found]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def modules_after_import(*, entry: str) -> list[str]:
    """
    The modules that importing an entry module loads, beyond those of diplomodel's plugin room.

    Args:
        entry: The entry module.
    """
    before = set(sys.modules)
    import_module(entry.partition(":")[0])
    return sorted(set(sys.modules) - before)
