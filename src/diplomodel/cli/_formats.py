"""
``diplomodel formats``: what ``diplomodel export`` can write.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from diplomodel.cli._options import as_json
from diplomodel.cli._render import Page, emit_json
from diplomodel.exporters import CORE
from diplomodel.plugins import ExporterSpec, PluginStatus, host
from diplomodel.plugins._records import trouble


__all__ = ["command"]


@click.command(name="formats")
@as_json
def command(*, as_json: bool) -> None:
    """
    List the formats that `diplomodel export` writes, those of plugins too.
    """
    found = [*(("diplomodel", spec) for spec in CORE), *_offered()]
    if as_json:
        emit_json([_data(owner, spec) for owner, spec in found])
        return
    page = Page()
    page.items((spec.name, _words(owner, spec)) for owner, spec in found)
    page.show()


def _offered() -> Iterator[tuple[str, ExporterSpec]]:
    """
    What plugins offer; one that cannot be loaded is named on standard error.
    """
    for record in host().load(quiet=True):
        if record.status is PluginStatus.LOADED:
            for spec in record.offers(ExporterSpec):
                yield record.owner, spec
        elif record.status is not PluginStatus.DISABLED:
            click.echo(f"diplomodel: {trouble(record)}", err=True)


def _words(owner: str, spec: ExporterSpec) -> str:
    return spec.summary if owner == "diplomodel" else f"{spec.summary} [{owner}]"


def _data(owner: str, spec: ExporterSpec) -> dict[str, object]:
    return {
        "name": spec.name,
        "summary": spec.summary,
        "suffix": spec.suffix,
        "media_type": spec.media_type,
        "binary": spec.binary,
        "lossless": spec.lossless,
        "from": owner,
    }
