"""
``diplomodel plugins``: which there are, what they offer, whether they keep their promises.
"""

from __future__ import annotations

from pathlib import Path

import attrs
import click

from diplomodel.cli._options import as_json
from diplomodel.cli._render import Page, emit_json
from diplomodel.plugins import PluginRecord, PluginStatus, Spec, host


__all__ = ["command"]

_STYLES = {PluginStatus.FAILED: "breach", PluginStatus.INCOMPATIBLE: "warning"}


@click.group(name="plugins")
def command() -> None:
    """
    List plugins, check one, begin a new one.

    DIPLOMODEL_PLUGINS chooses among those installed: words with commas between them. A name loads
    only what is named, -NAME leaves one out, none loads none, strict stops at one that fails.
    """


@command.command(name="list")
@click.option("--no-load", is_flag=True, help="Import none: tell what is installed.")
@as_json
def list_plugins(*, no_load: bool, as_json: bool) -> None:
    """
    List the plugins installed, whether each works, and why not.
    """
    records = host().records() if no_load else host().load(quiet=True)
    if as_json:
        emit_json([_data(record) for record in records])
        return
    page = Page()
    if not records:
        page.line("No plugins are installed.")
    for record in records:
        _heading(page, record)
        offered = sorted({f"{spec.what} {spec.name}" for spec in record.specs})
        if offered:
            page.line(", ".join(offered), indent=2)
    page.show()


@command.command(name="show")
@click.argument("name")
@as_json
def show_plugin(name: str, *, as_json: bool) -> None:
    """
    Show one plugin: all that it offers, or where and why it fails.

    NAME is that of the plugin or of its package.
    """
    (record,) = host().load(name, quiet=True)
    if as_json:
        emit_json({**_data(record), "traceback": record.traceback})
        return
    page = Page()
    _heading(page, record)
    page.line(f"imported from {record.entry}", indent=2)
    if record.seconds is not None:
        page.line(f"importing took {record.seconds:.2f} s", indent=2)
    for spec in sorted(record.specs, key=lambda spec: (spec.what, spec.name)):
        page.title(f"{spec.what} {spec.name}")
        page.line(spec.summary, indent=2)
        page.items(_details(spec))
    page.show()
    if record.traceback:
        click.echo(f"\n{record.traceback.rstrip()}")


@command.command(name="check")
@click.argument("name")
@as_json
@click.pass_context
def check_one(ctx: click.Context, name: str, *, as_json: bool) -> None:
    """
    Check that a plugin keeps what plugins promise.

    The exit status is 1 if it does not.
    """
    from diplomodel.testing import check_plugin

    report = check_plugin(host(), name)
    if as_json:
        emit_json(attrs.asdict(report))
    else:
        click.echo(str(report))
    number = len(report.checks)
    click.echo(f"diplomodel: checks: {number}, failed: {len(report.failures)}", err=True)
    if not report.passed:
        ctx.exit(1)


@command.command(name="new")
@click.argument("name")
@click.option(
    "--directory", default=".", metavar="DIR", help="Where to make it; here if left out."
)
def new_one(name: str, *, directory: str) -> None:
    """
    Write a new package, ./diplomodel-NAME, that works and passes its own tests.
    """
    from diplomodel.plugins._template import new_plugin

    made = new_plugin(name, Path(directory))
    click.echo(f"diplomodel: wrote {made}", err=True)
    click.echo(f"python -m pip install -e {click.format_filename(made)}")
    click.echo(f"python -m pytest {click.format_filename(made)}")
    click.echo(f"diplomodel plugins check {made.name}")


def _heading(page: Page, record: PluginRecord) -> None:
    page.title(f"{record.name}: {record.status} ({record.owner})")
    style = _STYLES.get(record.status, "note")
    if record.reason:
        page.line(f"{record.reason}; {record.remedy}", indent=2, style=style)
    for note in record.notes:
        page.line(note, indent=2, style="warning")


def _data(record: PluginRecord) -> dict[str, object]:
    return {
        "name": record.name,
        "distribution": record.distribution,
        "version": record.version,
        "entry": record.entry,
        "status": record.status.value,
        "reason": record.reason,
        "remedy": record.remedy,
        "notes": list(record.notes),
        "offers": [
            {"what": spec.what, **{name: _plain(value) for name, value in _fields(spec)}}
            for spec in record.specs
        ],
    }


def _fields(spec: Spec) -> list[tuple[str, object]]:
    return [(field.name, getattr(spec, field.name)) for field in attrs.fields(type(spec))]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _details(spec: Spec) -> list[tuple[str, str]]:
    found = []
    for name, value in _fields(spec):
        if name in ("name", "summary") or value in (None, (), False, ""):
            continue
        told = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        found.append((name.replace("_", " "), "yes" if value is True else told))
    return found
