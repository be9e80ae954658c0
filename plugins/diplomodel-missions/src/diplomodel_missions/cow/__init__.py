r"""
Correlates of War Diplomatic Exchange: read as observations, and written back.

The data set has a row for each state towards each other and year. ``DR_at_2`` is how the first
state is represented at the second; ``DR_at_1`` is the reverse, and stands as ``DR_at_2`` in the
row of the two states in the other order. So a row is one observation, of the first state's mission
at the second, and all rows together tell everything.

Source: Bayer, Reşat. 2006. "Diplomatic Exchange Data set, v2006.1" (Correlates of War project),
its codebook for the codes, and its rows for what they mean in practice.

Example:
    >>> import io
    >>> from diplomodel_missions.cow import CowExtractor
    >>> table = b"ccode1,ccode2,year,DR_at_1,DR_at_2,DE\n70,135,1970,3,3,1\n"
    >>> [seen] = CowExtractor().extract(io.BytesIO(table))
    >>> print(seen.occurred, seen.fluent, seen.subject, seen.value)
    1970 mission_level MEX>PER ambassador
"""

from diplomodel_missions.cow._codes import COW_LEVEL, CowCode
from diplomodel_missions.cow._read import CowExtractor, CowOptions, Tells
from diplomodel_missions.cow._rules import RULES
from diplomodel_missions.cow._table import CowTableExporter, CowTableOptions


__all__ = [
    "COW_LEVEL",
    "RULES",
    "CowCode",
    "CowExtractor",
    "CowOptions",
    "CowTableExporter",
    "CowTableOptions",
    "Tells",
]
