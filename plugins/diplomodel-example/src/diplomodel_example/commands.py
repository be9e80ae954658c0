"""
The plugin's own command.
"""

import click

from diplomodel_example.gazette import ACTS


@click.command(name="acts")
def acts() -> None:
    """
    List the acts that gazettes announce.
    """
    for act in sorted(ACTS):
        click.echo(act)
