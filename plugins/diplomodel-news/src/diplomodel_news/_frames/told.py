"""
A form that a sentence may fill, and who stands in which role of it.
"""

from __future__ import annotations

import attrs

from diplomodel_news._frames.fields import Filled
from diplomodel_news._frames.roles import Roles
from diplomodel_news._grammar.grammar import Analysis, Verb
from diplomodel_news._language.forms import Form
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Told"]


@attrs.define(eq=False, slots=True)
class Told:
    """
    A form that a sentence may fill, or just misses.

    Attributes:
        form: The form.
        analysis: The sentence.
        verb: The verb that sets it off, or that governs the noun that does.
        noun: The noun that sets it off.
        roles: Who stands in which role.
        refused: Why it does not fit; nothing where it does.
        passive: Whether it is told from the side of what is done to.
        trace: What was found, in order, for people.
        like: The telling that it says was done likewise.
        made: The acts that it was found to tell, for those who did likewise.
    """

    form: Form
    analysis: Analysis
    verb: Verb | None
    noun: Mention | None
    roles: Roles
    refused: str = ""
    passive: bool = False
    trace: list[str] = attrs.field(factory=list)
    like: Told | None = None
    made: list[Filled] = attrs.field(factory=list)

    @property
    def trigger(self) -> tuple[int, int]:
        """
        The tokens that set it off.
        """
        if self.noun is not None:
            return self.noun.head, self.noun.head + 1
        if self.verb is None:
            return 0, 0
        return self.verb.first, self.verb.stop
