"""
What the acts of a text tell of its states and persons, for what is told of them later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final


__all__ = ["Deeds"]

#: How many states do the like to one before another is taken to do so.
_SEVERAL: Final = 2
#: Acts by which a state turns away from another, in which those who follow join it.
_TURNS_AWAY: Final = frozenset(
    {
        "ambassador_recall",
        "ambassador_summons",
        "ambassador_withdrawal",
        "consular_relations_severance",
        "contacts_suspension",
        "level_downgrade",
        "mission_closure",
        "mission_suspension",
        "protest_note",
        "relations_break",
        "staff_withdrawal",
        "state_recognition_withdrawal",
    }
)
#: What is done in the own land to those whom another has sent.
_HITS_HOSTS: Final = frozenset({"inviolability_breach"})
#: What states say of a state, and not to it, in which others follow them.
_RECOGNISING: Final = frozenset(
    {"state_recognition", "state_recognition_withdrawal", "recognition_switch_announcement"}
)
#: What others do, too, or in answer to those who did something else.
_JOINED: Final = _RECOGNISING | {"sanctions_imposition"}


class Deeds:
    """
    The acts told so far, as far as later ones hang on them.

    Attributes:
        deeds: States that have done something, by the words alone.
        did: Who did each kind of thing last.
        acted: When who acted, and which states that was about.
        last_actor: Who acted last.
        last_said: Who said something last.
        last_stand: The order of the last stand taken, whose it was and towards whom.
        last_answer: Whom the last answer to something done is against.
        rebuked: Against whom what was done last protests, if it does.
        answered: Who has answered what each state has done.
        last_pair: The two states of the last act between two, the one that acted first.
        pair_at: The number of its sentence.
        together: The persons without office told of together last.
        together_at: The number of their sentence.
        struck: To which state each kind of thing was done last.
        blows: What states did to each other, as far as the text says to whom: kind, who, to whom.
        aimed: Who has done something to each state, as far as the text says to whom.
        dealings: With which states each state has to do, the last first.
        dealt_with: The state recognised or dealt with last.
        talked: Pairs of states that met or talked, and have done nothing else since.
        broken: Pairs of states between whom relations were broken off.
        breach: Whose mission was entered last, and where.
        case: Who has sued whom.
        concerned: Somebody named, to whom the last act of justice, flight or fall was done.
        tried: All those, named or not, to whom justice was done last and who may share a verdict.
        held: Which state has arrested somebody.
        sheltered: Which state shelters somebody, and where.
        risen: Who has come into office last, and the number of the sentence.
        ousted: Those who have lost their office.
        recognised: What kind of recognition was told last, and of which state.
        upheaval: Where power has changed last.
        junta: The state that is ruled by force.
        critics: Who took a stand or answered against each state, and how often.
        stands: The same with the numbers of their sentences.
        since: Whether something else has been done since the last of these.
    """

    last_actor: str | None = None
    last_said: str | None = None
    last_stand: tuple[int, str, object] | None = None
    last_answer: str | None = None
    rebuked: str | None = None
    last_pair: tuple[str, str] = ("", "")
    pair_at: int = 0
    together: tuple[str, ...] = ()
    together_at: int = 0
    dealt_with: str | None = None
    breach: tuple[str, str] | None = None
    case: tuple[str, str] | None = None
    concerned: str | None = None
    tried: tuple[str, ...] = ()
    risen: tuple[str, int] = ("", -9)
    recognised: tuple[str, str | None] = ("", None)
    upheaval: str | None = None
    junta: str | None = None
    since: bool = False

    def __init__(self) -> None:
        """
        Begin with no act.
        """
        self.deeds: list[str] = []
        self.did: dict[str, str] = {}
        self.acted: list[tuple[str, str, Sequence[str]]] = []
        self.answered: dict[str, set[str]] = {}
        self.struck: dict[str, str] = {}
        self.aimed: dict[str, set[str]] = {}
        self.blows: list[tuple[str, str, str]] = []
        self.dealings: dict[str, list[str]] = {}
        self.talked: set[frozenset[object]] = set()
        self.broken: set[frozenset[object]] = set()
        self.held: dict[str, str] = {}
        self.sheltered: dict[str, tuple[str, str]] = {}
        self.ousted: set[str] = set()
        self.critics: dict[str, Counter[str]] = {}
        self.stands: set[tuple[int, str, str]] = set()

    def brunt(self, by: object) -> str | None:
        """
        The state that bears the brunt of a text: several others, or one that it gives no answer,
        have stood up against it, and whoever reacts next without naming anybody does too.

        Args:
            by: Who reacts.
        """
        if by in self.critics or self.since:
            return None
        several = sorted(
            (len(one.keys() - {by}), code)
            for code, one in self.critics.items()
            if not code.startswith("org:")
        )
        if not several:
            return None
        most, first = several[-1]
        alone = len(several) == 1 or several[-2][0] < most
        if alone and most > 1:
            return first
        answers = any(first in one for one in self.critics.values())
        often = any(times > 1 for one, times in self.critics[first].items() if one != by)
        return first if len(several) == 1 and often and not answers else None

    def stood(self, order: int, one: str, other: str) -> None:
        """
        Remember a stand or an answer, once for a sentence that several forms read.

        Args:
            order: The number of the sentence.
            one: Who stands up.
            other: Against whom.
        """
        if (order, one, other) not in self.stands:
            self.critics.setdefault(other, Counter())[one] += 1
        self.stands.add((order, one, other))
        self.since = False

    def common_target(self, code: object) -> list[str]:
        """
        The state to which several others have done something, which one more does, too.

        Args:
            code: The state that acts.
        """
        if code in self.dealings:
            return []
        several = [
            (len(by - {code}), to)
            for to, by in self.aimed.items()
            if to != code and len(by - {code}) >= _SEVERAL
        ]
        return [max(several, key=lambda one: one[0])[1]] if several else []

    def at_fault(self) -> str | None:
        """
        Who is to blame for the harm told last, as what states did about it says.
        """
        if not self.blows:
            return None
        kind, doer, other = self.blows[-1]
        if kind in _TURNS_AWAY:
            return other
        return doer if kind in _HITS_HOSTS else None

    def hit(self, by: object, *, kindly: bool) -> str | None:
        """
        Whom a third one means that is appalled, or stands by somebody, after a mission was entered
        or an envoy called home: whoever is to blame, or in kind words whoever was hit.

        Args:
            by: Who speaks.
            kindly: Whether the words are kind.
        """
        if self.blows and self.blows[-1][0] in _HITS_HOSTS and by not in self.blows[-1]:
            _, doer, other = self.blows[-1]
            return other if kindly else doer
        return None if kindly or by == self.rebuked else self.rebuked

    def rather(self, code: str, kind: str, actor: object) -> str:
        """
        The other one of two that have acted against each other, where one that has had nothing to
        do with anybody yet rather acts against that one.

        It does what others did to the one to which they did it; it turns away from the one that
        others turn away from, or from the one that has hit another: "Riyadh broke with Tehran.
        Manama recalled its envoy", from Iran; "Togo expelled Chad's envoy. Benin recalled its
        own", from Togo.

        Args:
            code: The state that might be meant.
            kind: What is done.
            actor: Who does it.
        """
        if actor in self.dealings or kind not in _TURNS_AWAY | _JOINED:
            return code
        if code in {self.upheaval, self.junta}:
            # After a coup others turn away from where it was, whatever else is told of it.
            return code
        apart = [one for one in self.blows if actor not in one[1:] and code in one[1:]]
        same = [one for one in apart if one[0] == kind]
        if kind in _RECOGNISING:
            same = [one for one in apart if one[0] in _RECOGNISING]
            apart = []
        sides: dict[str, set[str]] = {}
        for what, doer, other in reversed(same or apart):
            joined = bool(same) or what in _TURNS_AWAY
            to, by = (other, doer) if joined else (doer, other)
            if not to.startswith("org:"):
                sides.setdefault(to, set()).add(by)
        return max(sides, key=lambda to: len(sides[to]), default=code)

    def is_beset(self, by: object) -> bool:
        """
        Whether several states have stood up against one, so that it answers none of them alone.

        Args:
            by: The state.
        """
        return len(self.critics.get(str(by), ())) > 1

    def dealt(self, one: str, other: str, *, aside: bool = False) -> None:
        """
        Remember that two states had to do with each other.

        Args:
            one: A state.
            other: The other one.
            aside: Whether what they did is no quarrel that goes on: they met, or talked.
        """
        self.talked = self.talked - {frozenset((one, other))}
        if aside:
            self.talked.add(frozenset((one, other)))
        for mine, theirs in ((one, other), (other, one)):
            known = self.dealings.setdefault(mine, [])
            if aside and theirs in known:
                continue
            if theirs in known:
                known.remove(theirs)
            known.insert(len(known) if aside else 0, theirs)
