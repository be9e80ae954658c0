"""
Events as plain data, and plain data as YAML, JSON Lines and CSV.

`to_plain` and `from_plain` turn one event into dicts, lists, text, numbers and booleans and back.
Whole files are the matter of `diplomodel.casebooks`.

Example:
    >>> from diplomodel.events import RelationsBreak
    >>> event = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX")
    >>> to_plain(event)
    {'kind': 'relations_break', 'occurred': '2025-11-03', 'by': 'PER', 'target': 'MEX'}
    >>> from_plain(to_plain(event)) == event
    True
"""

from diplomodel.formats._codec import from_plain, to_plain


__all__ = ["from_plain", "to_plain"]
