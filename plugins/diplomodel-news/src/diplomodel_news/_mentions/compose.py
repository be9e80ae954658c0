"""
Putting together what belongs to one mention: owner, office, name, place of the mission.
"""

from __future__ import annotations

from diplomodel_news._language.language import Language
from diplomodel_news._language.text import Sentence, fold
from diplomodel_news._mentions.governed import Governed
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.places import with_places
from diplomodel_news._mentions.siblings import with_siblings


__all__ = ["mentions_of"]

#: What the heads of an organisation take over from it.
_GROUPS = frozenset({"org", "intergovernmental", "supranational", "deciding_body", "court"})
#: What is said of somebody, so that a state before it does not own it: "Chile responsible".
_UNOWNED = frozenset({"evaluation", "support_words", "responsible", "explaining"})


def mentions_of(sentence: Sentence, language: Language) -> list[Mention]:
    """
    The mentions of a sentence, put together, in order of their first tokens.
    """
    return _Composer(sentence, language).composed()


class _Composer(Governed):
    def composed(self) -> list[Mention]:
        for item in reversed(self.items):
            if "time" in item.tags:
                continue
            if item.kind == "institution" and self.language.adjective_after:
                self._named_body(item)
            if item.kind in {"person", "institution", "concept"}:
                self._right(item)
                self._left(item)
                self._state(item)
                self._in_need(item)
            elif item.kind in {"actor", "name"}:
                self._article(item)
            branch = self._starting(item.stop) if "non-governmental" in item.tags else None
            if branch is not None and branch.kind == "actor":
                # "Oxfam Canada" speaks for no state.
                self._take(branch, item)
        for item in self.items:
            self._qualified(item)
            if item.kind == "name" and id(item) not in self.gone:
                self._apposed(item)
            elif item.kind == "person" and item.name and id(item) not in self.gone:
                self._described(item)
        kept = [one for one in self.items if id(one) not in self.gone and not self._quality(one)]
        kept.sort(key=lambda one: (one.first, one.stop))
        kept = with_siblings(self._shared(kept), self.sentence, self.language)
        kept = self._titled_twice(kept)
        kept = self._borne(kept)
        self._govern(kept)
        self._break_lists(kept)
        for item in kept:
            self._count(item)
            self._gendered(item)
        return with_places(kept, self.sentence, self.language)

    def _named_body(self, item: Mention) -> None:
        """
        Take in what names a court or a body further: "Tercer Juzgado Penal Colegiado Nacional".
        """
        after, before = self.by_first.get(item.stop), self.by_stop.get(item.first)
        if after is not None and after.kind == "name" and id(after) not in self.gone:
            words = fold(after.name or "").split()
            if words and words[0] not in self.language.genders and not item.tags & {"power"}:
                self._take(after, item)
        named = before is not None and before.kind == "name" and before.stop - before.first < 3
        upper = self.sentence.raw[item.head][0].isupper()
        if before is not None and named and upper and id(before) not in self.gone:
            self._take(before, item)

    def _right(self, item: Mention) -> None:
        for _ in range(3):
            at = self._past_date(item)
            if "party" in item.tags and self._party(item):
                continue
            if self.language.adjective_after and self._adjective(item):
                continue
            if self.language.adjective_after and self._modified(item):
                continue
            if self.language.adjective_after and self._entitled(item):
                continue
            if self.is_a(at, "of"):
                if self._of(item, self._starting(at + 1)):
                    continue
                break
            if self.is_a(at, "at") and self._receives(item):
                continue
            if self.is_a(at, "spokes_for", "belongs_at") and item.of is None:
                other = self._starting(at + 1)
                if other is not None and self._stands_for(item, other):
                    item.of = other
                    self._absorb(item, other)
                    continue
            break
        if item.kind == "person" or "residence" in item.tags:
            # "La residencia del embajador brasileño, Luis Gil": he is nobody else here.
            self._named(item)

    def _of(self, item: Mention, other: Mention | None) -> bool:
        """
        Take in what an ``of`` joins, where it can be whose the thing is, or where.
        """
        if other is None:
            return False
        if self._of_city(item, other):
            return True
        self._part_given(item, other)
        if not self._can_own(item, other) or item.of is not None:
            return False
        item.of = other
        self._absorb(item, other)
        return True

    def _absorb(self, item: Mention, other: Mention) -> None:
        """
        Take in what an ``of`` joins; what a concept is of stays a mention of its own.
        """
        apart = item.kind == "concept" and "treaty" not in item.tags
        if not apart and (not item.relation or other.kind == "actor"):
            self._take(other, item)

    def _named(self, item: Mention) -> None:
        at = item.stop
        while self.is_a(at, "honorific"):
            at += 1
        name = self.by_first.get(at) or self._bracketed(at, item)
        if name is None and self.word(at) == "," and not item.plural:
            ahead = self.past_articles(at + 1) if self.is_a(at + 1, "honorific") else at + 1
            name = self.by_first.get(ahead)
            if name is not None and (
                name.kind != "name" or name.stop - name.first < 2 or not self._closes(name.stop)
            ):
                name = None
        if name is None or not _names(name, item) or id(name) in self.gone:
            return
        item.name = name.name
        item.head = name.head
        self._take(name, item)
        if item.owner is None and item.of is None and self.is_a(item.stop, "of"):
            other = self._starting(item.stop + 1)
            if other is not None and other.kind == "actor":
                item.of = other
                self._take(other, item)

    def _left(self, item: Mention) -> None:
        """
        Take in what stands before a mention and belongs to it.
        """
        if item.tags & {"homeward", "back_word"}:
            # "Called the envoy to Sweden home": this is not Sweden's.
            return
        if item.kind == "concept" and self.is_a(item.first, "preposition"):
            # "Recalled from Skopje for consultations": these are not Skopje's.
            return
        at, plain = item.first - 1, 0
        begin = item.first
        while at >= 0:
            before = self.by_stop.get(at + 1)
            if before is not None and id(before) not in self.gone:
                if self._rules(before, item) or not self._is_alone(before):
                    break
                if not self._located(item, before) and not self._owned(item, before):
                    break
                begin, at, plain = before.first, before.first - 1, 0
                continue
            if self.is_a(at, "genitive", "possessive", "determiner"):
                begin = self._opened(item, at, begin)
                break
            if self._acts(at):
                break
            if self.is_a(at, "former", "modifier", "again") and not self._told_of(at):
                item.former |= self.is_a(at, "former")
                begin = at
            elif (number := self._number(at)) is not None:
                item.number, begin = number, at
            elif plain < 2 and (words := self._unlisted(item, at)):
                plain += 1
                at -= words - 1
            else:
                break
            at -= 1
        item.first = min(item.first, begin)
        self._person_left(item)

    def _is_alone(self, state: Mention) -> bool:
        return state.kind == "actor" and "pair" not in state.tags

    def _rules(self, named: Mention, item: Mention) -> bool:
        """
        Take in whose government it is: "its recognition of the Assad government".
        """
        if named.kind != "name" or "government" not in item.tags or self.language.adjective_after:
            return False
        if not self.is_a(named.first - 1, "determiner") or not self.is_a(named.first - 2, "of"):
            return False
        named.tags |= {"government"}
        self._take(item, named)
        return True

    def _owned(self, item: Mention, state: Mention) -> bool:
        """
        Take the state right before a mention for whose it is: "the Chilean embassy".
        """
        unowned = item.tags & _UNOWNED and "demonym" not in state.tags
        unowned = unowned or self._is_seat_of_envoy(state)
        # "Shut Egypt out of its activities": no noun.
        aside = item.kind == "concept" and self.is_a(item.first, "adverb", "preposition")
        unowned = unowned or (aside and "demonym" not in state.tags)
        unowned = unowned or (item.kind == "concept" and self._is_of_office(state))
        if unowned or item.owner or self.language.adjective_after:
            return False
        item.owner = state
        self._take(state, item)
        return True

    def _is_of_office(self, state: Mention) -> bool:
        """
        Whether a state is that of an office: "handed the president of Chile formal notice".
        """
        office = self.by_stop.get(state.first - 1)
        led = self.is_a(state.first - 1, "of") and "demonym" not in state.tags
        return led and office is not None and office.kind == "person"

    def _located(self, item: Mention, city: Mention) -> bool:
        """
        Take a capital right before a mission for where it is: "its Tehran embassy".
        """
        if (
            "mission" not in item.tags
            or item.receiver is not None
            or self.language.adjective_after
            or "capital" not in city.tags
            or "demonym" in city.tags
        ):
            return False
        item.receiver, item.sent, item.place = _first(city), city, item.place or city.place
        self._take(city, item)
        return True

    def _person_left(self, item: Mention) -> None:
        """
        Take in what tells of a person whether the office is given up, and how many there are.
        """
        if item.kind == "person":
            item.former |= self._is_former(item)
            self._quantity(item)

    def _is_former(self, item: Mention) -> bool:
        """
        Whether the office itself is one given up: "the ousted leader".
        """
        return item.entry is not None and any(
            self.is_a(at, "former") for at in range(item.first, item.head)
        )

    def _told_of(self, at: int) -> bool:
        """
        Whether a word such as "elected" is a participle after "was", and no adjective.
        """
        return self.is_a(at - 1, "passive_aux") and self.word(at) in self.language.verbs

    def _opened(self, item: Mention, at: int, begin: int) -> int:
        """
        The first token of a mention that a genitive, a possessive or an article opens.
        """
        if self.is_a(at, "genitive"):
            owner = self.by_stop.get(at)
            if owner is None or item.owner is not None or id(owner) in self.gone:
                return begin
            item.owner = owner
            if owner.kind == "actor":
                self._take(owner, item)
            return owner.first
        if self.is_a(at, "complementiser") and item.name:
            # "Demanded that Prime Minister X resign": a clause begins.
            return begin
        if self.is_a(at, "possessive"):
            item.possessive = self.word(at)
        elif item.number is None:
            item.number = self._number(at)
        return at

    def _article(self, item: Mention) -> None:
        at = item.first - 1
        name = self.by_first.get(item.stop)
        if (
            "demonym" in item.tags
            and self.language.adjective_after
            and self.is_a(at, "determiner", "personal", "of")
            and name is not None
            and name.kind == "name"
        ):
            name.kind, name.owner, name.states = "person", item, item.states
            name.state = _first(item) if len(item.states) == 1 else None
            name.tags = (name.tags - {"name"}) | {"person", "named_person"}
            # "al turco X": the preposition stays outside.
            name.first = at if self.is_a(at, "determiner") else item.first
            self.gone.add(id(item))
            return
        if name is not None and self._called_before(item, name, at):
            return
        while self.is_a(at, "modifier", "former") and at >= 0 and not self._acts(at):
            if self.by_stop.get(at + 1) is not None:
                # "Desde entonces Suiza": no Switzerland of then.
                break
            item.former |= self.is_a(at, "former")
            at -= 1
            item.first -= 1
        if self.is_a(at, "determiner") and not self.is_a(at, "complementiser"):
            item.first -= 1
        if "org" in item.tags and self.language.is_a(self.word(item.stop), "body_noun"):
            # "The NATO alliance has agreed": one body.
            item.stop += item.stop not in self.by_first

    def _state(self, item: Mention) -> None:
        """
        The state that an office or institution acts for, from its owner or what it is of.
        """
        self._seated(item)
        for source in (item.of, item.owner):
            if source is None or item.state is not None:
                continue
            if source.kind == "actor":
                item.states = source.states
                item.state = _first(source) if len(source.states) == 1 else None
            elif source.state is not None and item.kind != "concept":
                item.state = source.state
                item.receiver = item.receiver or source.receiver
                item.sent = item.sent or source.sent
        for part in (item.of, item.owner) if item.kind in {"person", "institution"} else ():
            if part is not None and part.kind == "actor" and "org" in part.tags:
                item.tags |= {f"of-{tag}" for tag in part.tags & _GROUPS}
        if item.of is not None and item.kind == "person" and item.of.kind == "institution":
            item.tags |= {f"of-{tag}" for tag in item.of.tags}
            self._works_at(item, item.of)

    def _says(self, at: int) -> bool:
        """
        Whether a verb of saying stands at a token: "must leave Tigray, the minister said".
        """
        reporting = self.language.matrix["reporting"]
        readings = self.language.verbs.get(self.word(at), ())
        return any(lemma in reporting and feature == "past" for lemma, feature in readings)

    def _apposed(self, name: Mention) -> None:
        """
        An office after a name and a comma is that person's.
        """
        at = name.stop
        if self.word(at) not in {",", "("}:
            return
        for item in self.items:
            if item.kind == "person" and item.first == at + 1 and not item.name:
                if not self._closes(item.stop) or id(item) in self.gone or item.relation:
                    return
                if name.first > 0 and self._says(item.stop):
                    return
                name.kind, name.role = "person", item.role
                name.tags = (name.tags | item.tags) - {"name"}
                name.state, name.states = item.state, item.states
                name.receiver = None if item.former else item.receiver
                name.former = item.former
                name.sent = None if item.former else item.sent
                name.owner, name.of, name.possessive = item.owner, item.of, item.possessive
                name.stop = item.stop
                if self.word(name.stop) == ",":
                    name.stop += 1
                self.gone.add(id(item))
                return
            if item.first > at + 1:
                return


def _names(name: Mention, item: Mention) -> bool:
    """
    Whether a name goes with an office, a soldier's rank before it too: "Minister Col. John Doe".
    """
    ranked = name.kind == "person" and "military" in name.tags and "envoy" in item.tags
    return name.kind == "name" or (ranked and name.name is not None)


def _first(mention: Mention) -> str | None:
    return mention.states[0] if mention.states else None
