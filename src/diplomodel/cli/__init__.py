"""
The command line: replay, show, explain, lint and convert casebooks.

Nothing but click and the standard library loads until a command runs.

Example:
    >>> from diplomodel.cli import cli
    >>> "replay" in cli.list_commands(None)
    True
"""

from diplomodel.cli._main import cli, main


__all__ = ["cli", "main"]
