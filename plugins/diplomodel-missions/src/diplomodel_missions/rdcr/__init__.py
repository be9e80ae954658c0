"""
The Office of the Historian's guide to recognition and relations, as events.

"A Guide to the United States' History of Recognition, Diplomatic, and Consular Relations, by
Country, since 1776" has an article in TEI XML for each country. Its timeline entries have
a heading that names one or more acts and their year, and prose that tells them. An event is made
of the heading; the prose gives the day, and the side that acted where the heading is silent.

An entry that names several acts gives several events; one that names none that is known here is
set aside with the reason.

Example:
    >>> import io
    >>> article = '''<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title type="short">Peru
    ... </title></teiHeader><text><body><div xml:id="diplomatic-relations"><div type="timeline">
    ... <head>Elevation of Legation to Embassy Status, <date when="1920">1920</date>.</head>
    ... <p>The Legation in Lima was raised to Embassy status on January 27, 1920.</p>
    ... </div></div></body></text></TEI>'''
    >>> [event] = RdcrExtractor().extract(io.BytesIO(article.encode()), name="peru.xml")
    >>> print(event.occurred, event.kind, event.sender, event.receiver, event.level.value)
    1920-01-27 level_upgrade USA PER ambassador
    >>> print(event.evidence[0].place)
    diplomatic-relations, entry 1
"""

from diplomodel_missions.rdcr._read import RdcrExtractor, RdcrOptions


__all__ = ["RdcrExtractor", "RdcrOptions"]
