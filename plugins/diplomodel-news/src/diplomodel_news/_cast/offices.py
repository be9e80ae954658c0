"""
Persons known by an office or a surname alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from diplomodel_news._cast.bearers import bearer_of, misspelt
from diplomodel_news._cast.persons import OF_STATE, Person, placeholder
from diplomodel_news._cast.register import Register
from diplomodel_news._language.holders import Holder, in_office, named
from diplomodel_news._mentions.mentions import Mention


__all__ = ["POST_TAKEN", "Offices", "take_over"]

#: What stands before the post that someone takes up.
POST_TAKEN: Final = frozenset({"as", "como"})

#: Offices whose holders are known by the surname alone, and for how many days after them.
_LEADING: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_LATELY: Final = 3 * 365
_LAST_DAY: Final = dt.date.max.toordinal()
#: Offices that several hold at once, so that the office alone does not tell the person.
_SEVERAL: Final = frozenset({"spokesman", "official"})
#: Offices of those who are sent to a state.
_SENT: Final = frozenset({"head_of_mission", "charge_daffaires", "consul"})
#: Words before the state that envoys are called from.
_AWAY: Final = frozenset({"from", "desde"})
#: States where the family name comes first.
_SURNAME_FIRST: Final = frozenset({"CHN", "TWN", "PRK", "KOR", "VNM", "KHM", "SGP", "JPN", "HUN"})
#: Words of names that name nobody alone.
_NO_SURNAME: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "bin", "al", "el", "de"})
#: How many words "the minister" has.
_BARE: Final = 2


class Offices(Register):
    """
    Who is meant by an office, or by a surname that no full name of the text has.
    """

    def _one_word(self, words: tuple[str, ...], mention: Mention) -> Person | None:
        """
        A surname alone that no full name of the text has: a head of state or minister, perhaps.
        """
        if words[0] in _NO_SURNAME:
            return None
        slip = misspelt(words[0], self.persons.values()) if len(words) == 1 else None
        if slip is not None:
            return slip
        able = [
            (one, post)
            for one in named(words)
            if not self._is_given(words[0], one)
            for post in one.posts
        ]
        leading = [(one, post) for one, post in able if post.role in _LEADING]
        there = [(one, post) for one, post in leading if post.of in self.count]
        sent = [
            (one, post)
            for one, post in able
            if post.role not in _LEADING and {post.of, post.at} & set(self.count)
        ]
        for fitting, since in (
            (there, 0),
            (leading, 0),
            (there, _LATELY),
            (sent, 0),
            (sent, _LATELY),
            (leading, _LATELY),
        ):
            found = {
                one.id: one
                for one, post in fitting
                if post.first <= self.day <= min(post.last + since, _LAST_DAY)
                and (not self.is_past() or self._then(post))
            }
            if len(found) == 1:
                return self._new(tuple(next(iter(found.values())).names[0]), mention)
        return None

    def _once_in_office(self, words: tuple[str, ...], mention: Mention) -> Person | None:
        """
        Who alone of a surname held an office in the last years, where somebody flees.
        """
        found = {
            one.id: one
            for one in named(words)
            if not self._is_given(words[0], one)
            and any(post.first <= self.day <= post.last + 3 * _LATELY for post in one.posts)
        }
        if len(found) != 1:
            return None
        return self._new(tuple(next(iter(found.values())).names[0]), mention)

    def _is_given(self, word: str, holder: Holder) -> bool:
        """
        Whether a word is only the given name of a holder, as nobody is called alone.
        """
        borne = [name for name in holder.names if word in name]
        return (
            word in self.language.genders
            and all(len(name) > 1 and name[0] == word for name in borne)
            and not any(post.of in _SURNAME_FIRST for post in holder.posts)
        )

    def _by_office(self, mention: Mention) -> Person | None:
        bearer = bearer_of(mention, self)
        if bearer is not None or self._of_another(mention):
            return bearer
        self._of_mission(mention)
        fitting = [
            person
            for person in (self.persons[one] for one in self._order() if one in self.persons)
            if _is_office(person, mention)
            and (mention.state is None or person.state == mention.state)
            and (not mention.receiver or person.receiver in {None, mention.receiver})
            and not self._is_sent_elsewhere(person, mention)
            and person.former == mention.former
        ]
        if mention.role in _SEVERAL and "high" not in mention.tags:
            # "The official" takes up one told of; a name that is still to come is another's.
            fitting = [person for person in fitting if person.id in self.seen]
        if fitting:
            return fitting[0]
        known = self.persons.get(self.focus_person or "") if mention.former else None
        if known is not None and not known.role and known.state in {None, mention.state}:
            if self.language.drops_subject:
                # "Moura se entregó. El expresidente brasileño": what he was. Where pronouns are
                # told, names are no proof of it: "the former monarch" can be another.
                known.role, known.former = mention.role, True
                known.state, known.tags = mention.state, known.tags | {"public"}
            return known
        return self._in_office(mention)

    def _in_office(self, mention: Mention) -> Person | None:
        """
        Who held an office on the day, of those whom the text names: a name that it never gives is
        none here.
        """
        single = mention.role not in _SEVERAL
        if not mention.state or not (
            single or (mention.role == "official" and mention.state.startswith("org:"))
        ):
            return None
        held = in_office(
            mention.role,
            mention.state,
            self.day,
            at=mention.receiver or "",
            former=mention.former,
        )
        return self.persons.get(held.id) if held is not None else None

    def _of_mission(self, mention: Mention) -> None:
        """
        Take "the ambassador" for that of the mission that the paragraph speaks of, where it has
        not told of another envoy.
        """
        whose = mention.owner or mention.of or mention.possessive or mention.states or mention.sent
        if mention.role not in _SENT or whose or mention.state or mention.receiver:
            return
        if not self.missions or self.mission_in != self.paragraph or self.analysis is None:
            return
        told = any(
            person.role == mention.role and self.told_in.get(key) == self.paragraph
            for key, person in self.persons.items()
        )
        if not told and self.analysis.is_a(mention.first, "definite"):
            mention.state, mention.receiver = self.missions[-1]

    def _is_post(self, mention: Mention) -> bool:
        """
        Whether an office is only what somebody is made: "was sworn in as interim president".
        """
        if mention.gov not in POST_TAKEN or mention.role not in OF_STATE or self.analysis is None:
            return False
        whose = mention.owner or mention.of or mention.possessive or mention.state or mention.name
        return not whose and not self.analysis.is_a(mention.first, "definite")

    def _is_sent_elsewhere(self, person: Person, mention: Mention) -> bool:
        """
        Whether a sentence calls an envoy from another state than that where a person is sent.
        """
        near = self.analysis.at.get(mention.stop + 1) if self.analysis is not None else None
        if near is None or near.gov not in _AWAY or person.role not in _SENT:
            return False
        return near.kind == "actor" and person.receiver not in {None, near.state, *near.states}

    def _of_another(self, mention: Mention) -> bool:
        """
        Whether an office is that of something unknown: "the president of the golf club".
        """
        if self.analysis is None or mention.state is not None or mention.of is not None:
            return False
        ahead = self.analysis.word(mention.stop)
        return ahead in self.language.words["of"] and mention.role not in {"", "other"}

    def _named_before(self, mention: Mention) -> Person | None:
        """
        Whoever a text speaks of by a name alone and then by an office: "Doe fled. The premier".
        """
        bare = mention.owner is None and mention.of is None and not mention.gov
        definite = self.analysis is not None and self.analysis.is_a(mention.first, "definite")
        if mention.role not in _LEADING or not bare or not definite or mention.states:
            return None
        for key in reversed(self.seen[-_BARE:]):
            person = self.persons.get(key)
            if person is None or person.unnamed or len(person.words) < _BARE:
                continue
            if person.role in {"", mention.role}:
                self._tell(person, mention)
                return person
        return None

    def _unnamed(self, mention: Mention) -> Person | None:
        """
        Whom the text named without that office before, or a stand-in for somebody never named.
        """
        named_before = self._named_before(mention)
        if named_before is not None:
            return named_before
        key = placeholder(mention, mention.state, mention.receiver)
        if key is None:
            return None
        person = self.persons.get(key)
        if person is None:
            person = Person(
                key,
                (),
                role=mention.role,
                state=mention.state,
                receiver=mention.receiver,
                former=mention.former,
                tags=mention.tags,
                unnamed=True,
            )
            self.persons[key] = person
        return person

    def _order(self) -> Iterator[str]:
        yield from reversed(self.seen)
        for one in self.persons:
            if one not in self.seen:
                yield one


def _is_office(person: Person, mention: Mention) -> bool:
    """
    Whether a person has the office that a mention names; "the minister" is the foreign one, too.
    """
    if "leader" in mention.tags:
        return person.role in {"head_of_state", "head_of_government"}
    bare = mention.role == "minister" and mention.stop - mention.first <= _BARE
    return person.role == mention.role or (bare and person.role == "foreign_minister")


def take_over(mention: Mention, person: Person) -> None:
    """
    Let a mention tell what is known of the person whom it stands for.
    """
    mention.person = person.id
    mention.kind = "person"
    mention.state = mention.state or person.state
    if mention.name and not mention.role and str(person.state).startswith("org:"):
        # "El uruguayo Luis Almagro": whom the text tells to speak for an organisation.
        mention.state = person.state
    if mention.gov in POST_TAKEN and mention.role and not mention.name:
        # "The ambassador to Belgium presented letters as minister": of another post.
        mention.tags |= {"person"}
        return
    mention.tags |= person.tags | {"person"}
    mention.receiver = mention.receiver or person.receiver
    mention.role = mention.role or person.role
    mention.former = mention.former or person.former
