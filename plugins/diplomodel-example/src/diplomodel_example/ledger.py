"""
Writing a ledger: a line for each change, oldest first.
"""

from typing import BinaryIO

from diplomodel.exporters import Export


class LedgerExporter:
    """
    Writes each change as one line of text.
    """

    def __init__(self, options: object = None) -> None:
        """
        Take no options: an exporter without any is made without arguments.
        """

    def export(self, case: Export, target: BinaryIO, /) -> None:
        """
        Write the ledger, with the fingerprint of rules and plugins on its first line.

        Args:
            case: What to write.
            target: Where to.
        """
        target.write(f"# {case.title or 'Ledger'} ({case.fingerprint})\n".encode())
        for change in case.transitions():
            before = "unknown" if change.before is None else change.before
            after = "unknown" if change.after is None else change.after
            line = f"{change.date} {change.subject} {change.fluent}: {before} -> {after}\n"
            target.write(line.encode())
