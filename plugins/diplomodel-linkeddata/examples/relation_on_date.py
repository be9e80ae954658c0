"""
What was the relation of Peru and Mexico on 5 November 2025, and who says so?
"""

from __future__ import annotations

import diplomodel as dm
from diplomodel_linkeddata.graphs import dataset, relation_query


def main() -> None:
    """
    Ask the linked data of a bundled casebook, and print what they answer.
    """
    graph = dataset(dm.casebook("peru-mexico"))
    for row in graph.query(relation_query("MEX-PER", "2025-11-05")):
        print(f"{row.value} since {row.since}: {row.who} says, {row.says}")


if __name__ == "__main__":
    main()
