"""
Observations: what a source says was so on a day, without the act that made it so.
"""

from __future__ import annotations

from typing import ClassVar

import attrs
from attrs import field

from diplomodel.events._base import WHO, Coding, Event
from diplomodel.fields import text


__all__ = ["Observation"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Observation(Event):
    """
    A source tells the value of a fluent on a day.

    An observation is not a transition: between two that differ, the change is interval-censored,
    and one that contradicts an event gives a finding and does not overwrite it.

    Attributes:
        fluent: Name of the fluent.
        subject: The subject, as the fluent's kind of subject is written.
        value: The value, as written in files.

    Example:
        >>> from diplomodel.events import Observation
        >>> seen = Observation(
        ...     occurred="2022-12-06", fluent="relations", subject="PER-MEX", value="established"
        ... )
        >>> seen.subject
        'PER-MEX'
    """

    coding: ClassVar[Coding] = Coding(None, None, why="an observation is no act")
    rank: ClassVar[int] = 0

    fluent: str = field(validator=text, metadata=WHO)
    subject: str = field(validator=text, metadata=WHO)
    value: str = field(validator=text, metadata=WHO)
