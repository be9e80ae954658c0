"""
The door of the command line: which commands there are, and how they end.

Exit status 0 is success, 1 findings or an error, 2 a wrong call, 130 an interruption.
"""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, NoReturn, TextIO

import click

from diplomodel.errors import DiplomodelError, did_you_mean


__all__ = ["cli", "main"]

#: Each command, the module that holds it, and what it does: known without loading any.
_COMMANDS: Final = {
    "replay": ("_replay", "Tell a casebook day by day: what happened and what it changed."),
    "show": ("_show", "Show the state of everything known on one day."),
    "explain": ("_explain", "Explain one value: event, rule, article, evidence."),
    "diff": ("_diff", "Show what differs between two days."),
    "obligations": ("_obligations", "List what is owed on one day, by whom, to whom."),
    "casebooks": ("_casebooks", "List the casebooks that come with diplomodel."),
    "lint": ("_lint", "List everything wrong with casebook files."),
    "convert": ("_convert", "Write a casebook as YAML, JSON Lines or CSV."),
    "export": ("_export", "Write a casebook in the format of another tool."),
    "formats": ("_formats", "List the formats that export writes."),
    "events": ("_events", "Look up the types of event."),
    "rules": ("_rules", "Look up what events change, and by which article."),
    "fluents": ("_fluents", "List the properties that are followed over time."),
    "extract": ("_extract", "Read events from the files of a source that a plugin knows."),
    "reconcile": ("_reconcile", "Make one event out of the reports of one happening."),
    "score": ("_score", "Compare predicted events with gold ones: precision, recall, F1."),
    "plugins": ("_plugins", "List plugins, check one, begin a new one."),
}

_INTERRUPTED: Final = 130

#: Set to anything, errors of plugins come with their traceback.
_TRACE: Final = "DIPLOMODEL_TRACE_PLUGINS"


class Failure(click.ClickException):
    """
    An error of the library or of the system, told in one message.
    """

    exit_code = 1

    def show(self, file: Any = None) -> None:  # click's own signature
        """
        Say it on standard error.
        """
        click.echo(f"diplomodel: {self.message}", file=file, err=file is None)


class LazyGroup(click.Group):
    """
    A group that loads a command when it is run, and not to list it.
    """

    def list_commands(self, ctx: click.Context | None) -> list[str]:  # noqa: ARG002 (click's own)
        """
        The commands in the order in which a newcomer needs them.
        """
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's own)
        cmd_name: str,
    ) -> click.Command | None:
        """
        The command of that name, loaded.
        """
        if cmd_name not in _COMMANDS:
            from diplomodel.cli._mounted import mounted

            return mounted(cmd_name)
        module = import_module(f"diplomodel.cli.{_COMMANDS[cmd_name][0]}")
        found: click.Command = module.command
        return found

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's own)
        formatter: click.HelpFormatter,
    ) -> None:
        """
        List the commands without loading them.
        """
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """
        Find the command, or name the nearest one.
        """
        if args and args[0] not in _COMMANDS and not ctx.resilient_parsing:
            from diplomodel.cli._mounted import plugin_names

            plugins = plugin_names()
            if args[0] not in plugins:
                hint = did_you_mean(args[0], [*_COMMANDS, *plugins])
                ctx.fail(f"there is no command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # click's own signature
        """
        Run the command; turn the errors meant for people into one message.
        """
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            with warnings.catch_warnings():
                warnings.showwarning = _warn
                return super().invoke(ctx)
        except DiplomodelError as error:
            raise Failure(_told(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE or (error.filename is None and not _blame(error)):
                raise
            raise Failure(_told(error)) from error
        except Exception as error:
            if not _blame(error) or os.environ.get(_TRACE):
                raise
            raise Failure(_told(error)) from error


def _blame(error: BaseException) -> str:
    """
    The note that names the plugin that an error comes from, if one does.
    """
    notes = getattr(error, "__notes__", ())
    return next((note for note in notes if note.startswith("raised by ")), "")


def _told(error: Exception) -> str:
    """
    An error in one message, with the plugin that it comes from.
    """
    blame = _blame(error)
    if isinstance(error, DiplomodelError):
        return f"{error} ({blame})" if blame else str(error)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}" + (f" ({blame})" if blame else "")
    return f"{type(error).__name__}: {error} ({blame}; {_TRACE}=1 shows where)"


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """
    Tell the library's own warnings as it tells everything; others as Python does.
    """
    if category.__module__.startswith("diplomodel."):
        click.echo(f"diplomodel: {message}", err=True)
        return
    text = warnings.formatwarning(message, category, filename, lineno, line)
    click.echo(text, file=file or sys.stderr, nl=False)


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("diplomodel")
    except PackageNotFoundError:
        number = "(not installed)"
    click.echo(f"diplomodel {number}")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: diplomodel replay peru-mexico."
    " Plugins add commands under their own names: diplomodel plugins list.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """
    Replay diplomatic events into the state of a relation on any day.

    A CASEBOOK is the name of one that comes with diplomodel, or a file of yours.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """
    Run the command line and leave the process with its exit status.

    Args:
        arguments: The words after the program's name; those of the process if left out.

    Raises:
        SystemExit: Always, with the exit status.
    """
    import gc

    # A command is over before collecting what it leaves behind could pay.
    gc.set_threshold(200_000, 50, 50)
    raise SystemExit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    given = list(arguments) if arguments is not None else None
    try:
        status = cli.main(given, prog_name="diplomodel", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read has seen enough; the interpreter must not complain when it closes the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status if isinstance(status, int) else 0
