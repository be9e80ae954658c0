"""
Casebooks: the sources and events of one incident in one file that people can read and edit.

The same casebook can stand in YAML, for writing by hand; in JSON Lines, one event a line; and in
CSV, for spreadsheets. Reading what was written gives an equal casebook, and writing that again
gives the same bytes.

Example:
    >>> text = '''
    ... format: 1
    ... sources:
    ...   sre-2025-11-03: {publisher: SRE, published: 2025-11-03}
    ... events:
    ...   - kind: relations_break
    ...     occurred: 2025-11-03
    ...     by: PER
    ...     target: MEX
    ...     evidence: [sre-2025-11-03]
    ... '''
    >>> case = loads(text, format="yaml")
    >>> case.events[0].evidence[0].source.publisher
    'SRE'
    >>> loads(dumps(case, format="csv"), format="csv") == case
    True
"""

from diplomodel.casebooks._bundled import casebook, casebook_names
from diplomodel.casebooks._casebook import Casebook, Coverage, SetAside
from diplomodel.casebooks._files import (
    FormatName,
    OnProblem,
    dumps,
    loads,
    read,
    write,
)
from diplomodel.casebooks._lint import lint
from diplomodel.casebooks._schema import json_schema
from diplomodel.casebooks._streams import read_events, write_events


__all__ = [
    "Casebook",
    "Coverage",
    "FormatName",
    "OnProblem",
    "SetAside",
    "casebook",
    "casebook_names",
    "dumps",
    "json_schema",
    "lint",
    "loads",
    "read",
    "read_events",
    "write",
    "write_events",
]
