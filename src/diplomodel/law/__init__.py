"""
The legal basis of the rules: articles in our own words, and who is bound by which treaty.

Every rule of the library cites an article or a recognised practice by its identifier, such as
``VCDR 9`` or ``practice: recall for consultations``. The texts are paraphrases; each says how far
it was checked and where. A treaty binds its parties only, so ask `bound` before applying one.

Example:
    >>> from diplomodel import law
    >>> law.article("VCDR 9").title
    'Persona non grata'
    >>> law.bound("Caracas", ("PER", "MEX"), at="2025-11-03")
    True
    >>> law.bound("Caracas", ("ECU", "GBR"), at="2012-08-16")
    False
"""

from diplomodel.law._articles import Article, Status, article, article_ids, articles
from diplomodel.law._treaties import (
    Party,
    Standing,
    Treaty,
    bound,
    is_party,
    treaties,
    treaty,
)


__all__ = [
    "Article",
    "Party",
    "Standing",
    "Status",
    "Treaty",
    "article",
    "article_ids",
    "articles",
    "bound",
    "is_party",
    "treaties",
    "treaty",
]
