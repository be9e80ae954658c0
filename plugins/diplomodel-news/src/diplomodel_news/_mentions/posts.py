"""
Where a mission, its members or another body are, as the words after it say.
"""

from __future__ import annotations

from typing import Final

from diplomodel_news._language.text import fold
from diplomodel_news._mentions.groups import Groups
from diplomodel_news._mentions.mentions import Mention


__all__ = ["Posts"]

_MISSION = frozenset({"mission", "envoy", "diplomats", "consul"})
#: Who works at a mission, and the missions that such as these belong to.
_OF_MISSIONS = frozenset({"diplomats", "employees", "members_of", "staff_all"})
_POSTS = frozenset({"embassy", "consulate"})
#: What ends a list of the states to which one envoy is sent.
_ENDS: Final = frozenset({"", ".", ",", ";", ")"})


class Posts(Groups):
    """
    Takes in the city or state that a mission or a body is in.
    """

    def _is_seat_of_envoy(self, state: Mention) -> bool:
        """
        Whether an envoy is at a state, who is told before: "Minister to Peru Col. John Doe".
        """
        envoy = self.by_stop.get(state.first - 1)
        return (
            envoy is not None
            and bool(envoy.tags & _MISSION)
            and self.is_a(state.first - 1, "at")
            and "demonym" not in state.tags
        )

    def _qualified(self, item: Mention) -> None:
        """
        Take in a word for a person that only says of what sort an envoy is: "official envoy".
        """
        before = self.by_stop.get(item.first) if "envoy" in item.tags else None
        alone = before is not None and before.kind == "person" and before.head + 1 == before.stop
        if before is not None and alone and self.is_a(before.head, "modifier"):
            self._take(before, item)

    def _bracketed(self, at: int, item: Mention) -> Mention | None:
        """
        The envoy's name in brackets after the office: "the envoy in Lima (John Doe)".
        """
        name = self.by_first.get(at + 1) if self.word(at) == "(" else None
        if name is None or not {"envoy", "consul"} & item.tags or item.plural:
            return None
        return name if self.word(name.stop) == ")" and len((name.name or "").split()) > 1 else None

    def _receives(self, item: Mention) -> bool:
        other = self._starting(item.stop + 1)
        if other is not None and other.kind == "name":
            return self._in_city(item, other) or self._sits_in(item, other)
        if other is not None and "capital_city" in other.tags and other.states:
            return self._in_capital(item, other)
        if other is None or other.kind != "actor" or "demonym" in other.tags:
            return False
        if item.tags & _MISSION or item.tags & {"colleague", "high"} == {"colleague"}:
            if item.receiver is not None:
                return False
            item.receiver, item.sent = _first(other), other
            item.place = item.place or other.place
            self._take(other, item)
            self._land_of(item, other)
            self._more_receivers(item)
            return True
        if "capital" in other.tags and item.of is None and self._sits_there(item):
            item.of = other
            self._take(other, item)
            return True
        return False

    @staticmethod
    def _seated(item: Mention) -> None:
        """
        Take a capital after a mission for where it is, where an adjective says whose the mission
        is: "la embajada saudí de Teherán".
        """
        whose, seat = item.owner, item.of
        if whose is None or seat is None or not item.tags & _MISSION or item.receiver:
            return
        if "demonym" in whose.tags and "capital" in seat.tags and whose.states != seat.states:
            item.receiver, item.sent, item.of = _first(seat), seat, None
            item.place = item.place or seat.place

    def _sits_there(self, item: Mention) -> bool:
        """
        Whether a body, or who speaks for a state not named, belongs where it sits.
        """
        speaks = item.tags & {"high", "spokesman"} and not item.plural
        alone = item.owner is None and not item.states and item.name is None
        bare = self.is_a(item.first, "determiner") or self.is_a(item.first - 1, "determiner")
        return item.kind == "institution" or bool(speaks and alone and bare)

    def _in_capital(self, item: Mention, city: Mention) -> bool:
        """
        Take in "en la capital salvadoreña" after a mission or an envoy.
        """
        if not item.tags & _MISSION or item.receiver is not None:
            return False
        item.receiver, item.sent = _first(city), city.owner or city.of
        self._take(city, item)
        return True

    def _sits_in(self, item: Mention, city: Mention) -> bool:
        """
        Take in the city of a court or another body, where it is known: "a court in Milan".
        """
        code = self.language.cities.get(fold(city.name or ""))
        if code is None or item.kind != "institution" or item.owner or item.of:
            return False
        item.states, item.state, item.place = (code,), code, city.name or ""
        self._take(city, item)
        return True

    def _of_city(self, item: Mention, other: Mention) -> bool:
        """
        Take in the city of "el consulado de Klaipeda".
        """
        named = other.kind == "name" and "consulate" in item.tags
        return named and self._in_city(item, other)

    def _in_city(self, item: Mention, city: Mention) -> bool:
        """
        Take in a city that is no capital, where it is known or its state stands after it.
        """
        if not item.tags & {*_MISSION, "consul"} or item.receiver is not None:
            return False
        code = self.language.cities.get(fold(city.name or ""))
        land = self.by_first.get(city.stop + 1) if self.word(city.stop) == "," else None
        if land is not None and "state" in land.tags and "demonym" not in land.tags:
            code = code or _first(land)
        if code is None:
            return False
        item.receiver, item.place = code, item.place or city.name or ""
        self._take(city, item)
        if land is not None and code in land.states and id(land) not in self.gone:
            self._take(land, item)
        return True

    def _land_of(self, item: Mention, city: Mention) -> None:
        """
        Take in the state that stands after its capital, as in "the embassy in Lima, Peru".
        """
        land = self.by_first.get(city.stop + 1) if self.word(city.stop) == "," else None
        if land is None or id(land) in self.gone or not {"capital"} & city.tags:
            return
        if "demonym" not in land.tags and land.kind == "actor" and _first(land) in city.states:
            item.receiver = _first(land)
            self._take(land, item)

    def _more_receivers(self, item: Mention) -> None:
        """
        Take in further states after the first, as in "embassies in Angola and Uganda".
        """
        codes = [item.receiver]
        while len(codes) < 12:
            at = item.stop
            if self.is_a(at, "conjunction") and self.is_a(at + 1, "at"):
                # "La embajadora en Siria y en el Líbano".
                at += 2
            elif not item.plural and not self._ends_with_state(at):
                break
            while self._passes(at) or (self.word(at) == "," and at == item.stop):
                at += 1
            other = self.by_first.get(at)
            if at == item.stop or other is None or other.kind != "actor" or id(other) in self.gone:
                break
            if at - item.stop > 1 and self.word(item.stop) == "," == self.word(other.stop):
                # "La embajada en Berlín, y Francia, a 35": no place, but who did the same.
                break
            helped = self.is_a(other.stop, "perfect_aux", "passive_aux")
            if self.is_a(other.stop, "plural_aux"):
                # "Its ambassadors in Chad and Togo were summoned": both, unlike "and Togo was".
                helped = False
            if self.language.adjective_after and self.word(other.stop).endswith("n"):
                # "Sus embajadores en Chad y Togo fueron": both, unlike "y Togo fue".
                helped = False
            if "demonym" in other.tags or helped:
                break
            codes.append(_first(other))
            item.seats = (*item.seats, other)
            self._take(other, item)
        if len(codes) > 1:
            item.receivers = tuple(code for code in codes if code)

    def _ends_with_state(self, at: int) -> bool:
        """
        Whether "and" and a state end the words, as in "named her ambassador to Chad and Togo.".
        """
        last = self.by_first.get(self.past_articles(at + 1))
        if not self.is_a(at, "conjunction") or last is None or last.kind != "actor":
            return False
        return self.word(last.stop) in _ENDS

    def _passes(self, at: int) -> bool:
        """
        Whether a token only joins the states of a list, and is no part of a name: "y La Paz".
        """
        return self.is_a(at, "conjunction", "determiner") and at not in self.by_first

    def _starting(self, at: int) -> Mention | None:
        """
        The mention that starts at a token, or whose head does after its articles.
        """
        item = self.by_first.get(at)
        if item is None and self.is_a(at, "possessive"):
            # "El embajador de Chile en nuestro país".
            ours = self.by_first.get(at + 1)
            item = ours if ours is not None and "epithet" in ours.tags else None
        if item is None or id(item) in self.gone:
            item = self.by_first.get(self.past_articles(at))
        if item is None or id(item) in self.gone:
            for one in self.items:
                if one.first <= at < one.stop and id(one) not in self.gone:
                    return one
        return item if item is not None and id(item) not in self.gone else None

    def _can_own(self, item: Mention, other: Mention) -> bool:
        if item.kind == "concept":
            return other.kind in {"actor", "person", "name", "institution", "pronoun"}
        if item.kind == "institution":
            led = "power" in item.tags and other.kind in {"person", "name"}
            return other.kind in {"actor", "institution"} or led
        return other.kind in {"actor", "institution", "person", "name"}

    def _stands_for(self, item: Mention, other: Mention) -> bool:
        """
        Whether one speaks for a body, or belongs to a mission: "an official at the embassy".
        """
        if "spokesman" in item.tags and self.is_a(item.stop, "spokes_for"):
            return self._can_own(item, other)
        posted = bool(item.tags & _OF_MISSIONS) or item.role == "official"
        free = item.owner is None and not item.name and "ambassador" not in item.tags
        belongs = self.is_a(item.stop, "belongs_at") and bool(other.tags & _POSTS)
        return item.kind == "person" and posted and free and belongs

    def _works_at(self, item: Mention, body: Mention) -> None:
        """
        Take those of an embassy for diplomats: "two employees of the embassy".
        """
        sent = body.tags & _POSTS or ("mission" in body.tags and body.owner)
        if sent and (item.tags & _OF_MISSIONS or item.role == "official"):
            many = item.plural or (item.number or 1) > 1
            item.tags |= {"diplomats", "several_diplomats" if many else "single_diplomat"}
            item.role = "diplomat" if item.role in {"", "other"} else item.role


def _first(mention: Mention) -> str | None:
    return mention.states[0] if mention.states else None
