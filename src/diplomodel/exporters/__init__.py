"""
Writing a casebook and its history in the formats of other tools.

`export` opens the file, hands what there is to tell to an exporter, and leaves the file whole or
not at all.
The exporters of the core are JSON Lines, CSV, Markdown and Mermaid; plugins add more.

Example:
    >>> import io
    >>> from diplomodel import casebook
    >>> target = io.BytesIO()
    >>> export(casebook("australia-iran"), target, to="mermaid")
    >>> target.getvalue().decode().splitlines()[0]
    'timeline'
"""

from diplomodel.exporters._export import Export, Exporter, export, prepared
from diplomodel.exporters._names import CORE, exporters, find_exporter


__all__ = ["CORE", "Export", "Exporter", "export", "exporters", "find_exporter", "prepared"]
