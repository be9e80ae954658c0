"""
Commands of plugins, mounted under the plugin's name: ``diplomodel x`` and ``diplomodel x thing``.
"""

from __future__ import annotations

import click

from diplomodel.errors import did_you_mean
from diplomodel.plugins import CommandSpec, Offer, PluginError, host


__all__ = ["mounted", "plugin_names"]


def plugin_names() -> tuple[str, ...]:
    """
    Names of the plugins that may load; imports none.
    """
    return tuple(record.name for record in host().records() if record.status != "disabled")


def mounted(name: str) -> click.Command | None:
    """
    The command of a plugin: its own, or a group of those with a dot in their names.

    Raises:
        PluginError: The plugin cannot be used, or has no commands.
    """
    if name not in plugin_names():
        return None
    record = host().require(name)
    specs = {spec.name: spec for spec in record.offers(CommandSpec)}
    if not specs:
        raise PluginError(f"the plugin {name!r} ({record.owner}) adds no command", record=record)
    if name in specs:
        return _command(host().find(CommandSpec, name))
    return PluginGroup(name, {full.partition(".")[2]: spec for full, spec in specs.items()})


def _command(offer: Offer[CommandSpec]) -> click.Command:
    found = offer.resolve(offer.spec.command)
    if not isinstance(found, click.Command):
        raise PluginError(f"{offer.owner}: {offer.spec.command} is no click command")
    return found


class PluginGroup(click.Group):
    """
    The commands of one plugin, listed from their specs and imported when they are run.
    """

    def __init__(self, name: str, specs: dict[str, CommandSpec]) -> None:
        """
        Take the plugin's name and its commands by their own.
        """
        super().__init__(name, help=f"Commands of the plugin {name}.")
        self.specs = specs

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own)
        """
        The commands by name.
        """
        return sorted(self.specs)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's own)
        cmd_name: str,
    ) -> click.Command | None:
        """
        The command of that name, imported.
        """
        spec = self.specs.get(cmd_name)
        return None if spec is None else _command(host().find(CommandSpec, spec.name))

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's own)
        formatter: click.HelpFormatter,
    ) -> None:
        """
        List the commands without importing them.
        """
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.specs[name].summary) for name in sorted(self.specs)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """
        Find the command, or name the nearest one.
        """
        if args and args[0] not in self.specs and not ctx.resilient_parsing:
            hint = did_you_mean(args[0], self.specs)
            ctx.fail(f"{self.name} has no command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)
