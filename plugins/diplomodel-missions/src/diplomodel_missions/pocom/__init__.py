"""
Chiefs of mission of the United States, read from the Office of the Historian's POCOM files.

One file holds the chiefs of mission in one country: appointment, arrival, presentation of
credentials, and the end with its note. Each becomes the events it tells, with the record's id as
evidence; free notes give closings, openings and breaks where a sentence tells one with its date.
What titles and notes mean stands in two files of patterns, ``titles.toml`` and ``notes.toml``.

Example:
    >>> import io
    >>> xml = (
    ...     b"<country-mission><territory-id>albania</territory-id><chiefs><chief>"
    ...     b"<id>al-1</id><person-id>doe-jane</person-id>"
    ...     b"<role-title-id>ambassador-e-p</role-title-id>"
    ...     b"<started><date>1994-10-17</date></started>"
    ...     b"<ended><date>1996-03-15</date><note>Left post on</note></ended>"
    ...     b"</chief></chiefs></country-mission>"
    ... )
    >>> for event in PocomExtractor().extract(io.BytesIO(xml), name="albania.xml"):
    ...     print(event.occurred, event.kind, event.receiver)
    1994-10-17 credentials_presentation ALB
    1996-03-15 envoy_departure ALB
"""

from __future__ import annotations

from diplomodel_missions.pocom._extractor import PocomExtractor, PocomOptions
from diplomodel_missions.pocom._implied import implied_acts
from diplomodel_missions.pocom._levels import mission_level


__all__ = ["PocomExtractor", "PocomOptions", "implied_acts", "mission_level"]
