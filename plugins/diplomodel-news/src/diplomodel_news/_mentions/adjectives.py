"""
Adjectives that follow what they belong to: nationality, rank, and what names a body in full.
"""

from __future__ import annotations

from diplomodel_news._language.gazetteer import Kind
from diplomodel_news._mentions.mentions import Mention
from diplomodel_news._mentions.wording import Words


__all__ = ["Adjectives"]

_TITLED = frozenset({Kind.TITLE, Kind.INSTITUTION})
#: Words of the longest office.
_LONGEST = 9


class Adjectives(Words):
    """
    Takes in what follows a mention and says of what state, party or time it is.
    """

    def _adjective(self, item: Mention) -> bool:
        at = item.stop
        while self.is_a(at, "modifier", "former") and at - item.stop < 3:
            item.former |= self.is_a(at, "former")
            at += 1
        found = self.by_first.get(at)
        skipped = 0
        while found is None and skipped < 1 and self._plain_word(at):
            at += 1
            skipped += 1
            found = self.by_first.get(at)
        if found is None or "demonym" not in found.tags or id(found) in self.gone or item.owner:
            return False
        item.owner = found
        said, past = range(item.first, item.stop), found.stop
        self._take(found, item)
        self._parted(item, self.low[said.start : said.stop], past)
        return True

    def _party(self, item: Mention) -> bool:
        """
        Take in the name of a party, which may be a body's, too: "partido Congreso Nacional".
        """
        other = self.by_first.get(item.stop)
        if other is None or id(other) in self.gone or other.kind == "concept":
            return False
        if not self.sentence.raw[item.stop][0].isupper():
            return False
        self._take(other, item)
        return True

    def _parted(self, item: Mention, before: list[str], at: int) -> None:
        """
        Join what a nationality parts: "ministro noruego de Asuntos Exteriores".
        """
        if item.kind not in {"person", "institution"} or not self.is_a(at, "of"):
            return
        if item.former and before[-1].startswith("ex"):
            # "Exministro noruego de Defensa": the office is that without the "ex".
            before = [*before[:-1], before[-1].removeprefix("ex").lstrip("-")]
        hit = self.language.lexicon.longest([*before, *self.low[at : at + _LONGEST]], 0)
        ahead = hit[0] - len(before) if hit is not None else 0
        entry = next((one for one in hit[1] if one.kind in _TITLED), None) if hit else None
        if entry is None or ahead <= 1:
            return
        item.tags = (item.tags - (item.entry.tags if item.entry else frozenset())) | entry.tags
        item.role, item.entry, item.stop = entry.role, entry, at + ahead
        self.gone |= {id(one) for one in self.items if at <= one.first < item.stop}
        over = next((one for one in self.items if at <= one.first < item.stop < one.stop), None)
        if over is not None:
            # "Ministro noruego de Defensa Olav Berg": no name begins with the office.
            self._freed(over, item.stop)

    def _part_given(self, item: Mention, other: Mention) -> None:
        """
        Free somebody's name from that of a body before it: "jefe del Banco Central Luis Gil".
        """
        able = item.kind == "person" and other.kind == "name" and not item.plural
        if not able or not self.language.adjective_after:
            return
        for at in range(other.first + 1, other.stop - 1):
            if self.low[at] in self.language.genders and self.sentence.raw[at][0].isupper():
                stop = other.stop
                whole = Mention(at, stop, at, "name", tags=frozenset({"name"}))
                whole.name = " ".join(self.sentence.raw[at:stop])
                self.items.append(whole)
                self.by_first[at] = whole
                other.stop, other.name = at, " ".join(self.sentence.raw[other.first : at])
                return

    def _freed(self, one: Mention, first: int) -> None:
        """
        Make a name of what is left of a mention whose first words belong to an office.
        """
        one.kind, one.tags, one.entry = "name", frozenset({"name"}), None
        one.first = one.head = first
        one.name = " ".join(self.sentence.raw[first : one.stop])
        self.by_first[first] = one
        self.gone.discard(id(one))

    def _modified(self, item: Mention) -> bool:
        """
        Take in an adjective of rank or time that follows, as in "presidente depuesto".
        """
        at = item.stop
        if item.kind != "person" or not self.is_a(at, "modifier", "former"):
            return False
        if self.is_a(at, "of", "preposition", "conjunction") or self.is_a(at + 1, "agent"):
            return False
        item.former |= self.is_a(at, "former")
        item.stop = at + 1
        return True

    def _entitled(self, item: Mention) -> bool:
        """
        Take in the adjectives of a body's full name, as in "Juzgado Penal Colegiado Nacional".
        """
        name = self.by_first.get(item.stop)
        if item.kind != "institution" or name is None or name.kind != "name":
            return False
        words = self.low[name.first : name.stop]
        ends = tuple(self.language.adjective_endings)
        if id(name) in self.gone or not all(
            word.endswith(ends) and word not in self.language.genders for word in words
        ):
            return False
        self._take(name, item)
        return True

    def _called_before(self, item: Mention, name: Mention, at: int) -> bool:
        """
        Give a name the nationality before it, where a word for the person stands before that, as
        in "el cantautor cubano Luis Bello".
        """
        if not self.language.adjective_after or name.kind != "name" or not self._plain_word(at):
            return False
        if "demonym" not in item.tags or len((name.name or "").split()) < 2:
            return False
        if any(one.first <= at < one.stop for one in self.items):
            return False
        start = at - 1 if self.is_a(at - 1, "determiner") else at
        if start == at > 0 and self.word(at - 1) not in self.language.contractions:
            return False
        name.kind, name.owner, name.states = "person", item, item.states
        name.state = item.states[0] if len(item.states) == 1 else None
        name.tags = (name.tags - {"name"}) | {"person", "named_person"}
        name.first = start
        self.gone.add(id(item))
        return True
