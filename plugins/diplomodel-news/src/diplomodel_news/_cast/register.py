"""
The persons of a text: names, later surnames, offices without names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from diplomodel.actors import person_id
from diplomodel.errors import BadInputError
from diplomodel_news._cast.deeds import Deeds
from diplomodel_news._cast.homes import default_state
from diplomodel_news._cast.persons import IN_OFFICE, OF_STATE, Person, placeholder, same_name
from diplomodel_news._grammar.grammar import Analysis
from diplomodel_news._language.gazetteer import exists, then
from diplomodel_news._language.holders import Holder, Post, named
from diplomodel_news._language.language import Language
from diplomodel_news._language.text import fold
from diplomodel_news._mentions.mentions import Mention


__all__ = ["IN_OFFICE", "OF_STATE", "Person", "Register", "placeholder"]

#: Days within which somebody who held an office can still be in the news.
_A_LIFE: Final = 60 * 365
_LAST_DAY: Final = dt.date.max.toordinal()
#: Years before publication that are not history yet.
_RECENT: Final = 5
#: How much oftener than any other a text that is about one state names it.
_BY_FAR: Final = 2
#: What frames call envoys.
_SENT_AS: Final = {
    "head_of_mission": frozenset({"ambassador", "full_ambassador", "envoy"}),
    "charge_daffaires": frozenset({"charge", "envoy"}),
}

#: Years after whose end a state is not meant by its name any more.
_LIFETIME: Final = 80


class Register(Deeds):
    """
    Who is named in a text, and which states.

    Attributes:
        persons: The persons by their ids.
        by_word: Ids of the persons whose names have a word.
        seen: Ids of the persons told of, the last one last.
        told_in: The paragraph that told of each of them last.
        focus_person: Whom the last sentence that tells of anybody is about.
        focus_state: The state that the last sentence with one is about.
        count: How often each state is named, the first one first among equals.
        recent: States in the order in which they were told of last.
        before: The same before the sentence that is read.
        local: The same within its paragraph.
        spoken: The states of the sentence before.
        passed: States named last only for where somebody goes, or where something is.
        senders: States that are told to have missions or envoys.
        missions: Whose mission where was told of, the last one last.
        mission_in: The paragraph of the last of them.
        mission_of: Whose mission was told of last without where it is, and in which sentence.
        analysis: The sentence that is read.
        number: How many sentences have been read with it.
        paragraph: Its paragraph.
        opens: Whether it opens that.
        headed: Whether the paragraph is an item of a digest, with a place for its head.
        theme: The state that a paragraph is about whose first sentence tells of nothing done.
        home: Where the text is told from.
    """

    focus_person: str | None = None
    focus_state: str | None = None
    mission_in: int = -1
    mission_of: tuple[str | None, int] = (None, -9)
    analysis: Analysis | None = None
    number: int = 0
    paragraph: int = -1
    opens: bool = False
    headed: bool = False
    theme: str | None = None
    home: str | None = None

    def __init__(self, language: Language, *, day: int, year: int) -> None:
        """
        Begin with nobody.

        Args:
            language: The text's language.
            day: Ordinal of the day of publication.
            year: Its year.
        """
        super().__init__()
        self.language = language
        self.day = day
        self.year = year
        self.persons: dict[str, Person] = {}
        self.by_word: dict[str, list[str]] = {}
        self.seen: list[str] = []
        self.told_in: dict[str, int] = {}
        self.count: dict[str, int] = {}
        self.recent: list[str] = []
        self.before: list[str] = []
        self.local: list[str] = []
        self.spoken: list[str] = []
        self.passed: set[str] = set()
        self.senders: dict[str, None] = {}
        self.missions: list[tuple[str, str]] = []

    def main_states(self) -> list[str]:
        """
        The states of the text, the one named most first.
        """
        return sorted(self.count, key=lambda code: (-self.count[code], code != self.home))

    def main_lands(self) -> list[str]:
        """
        The states of the text that are no organisations, the one named most first.
        """
        return [code for code in self.main_states() if not code.startswith("org:")]

    def leading(self) -> list[str]:
        """
        The state that a text is about, where it names that one by far the most.
        """
        main = self.main_lands()
        counts = self.count
        alone = len(main) == 1 or (main and counts[main[0]] >= _BY_FAR * counts[main[1]])
        return main[:1] if alone else []

    def others(self, code: object) -> list[str]:
        """
        The states that a state may have to do with, where a sentence takes that for granted.

        First the one to which several have done something, then the one that the sentence before
        names alone; then those with which the text has
        told of its dealings, the last first; then the one to which something was done last, since
        others do the like; then those of which the text tells most; then those named last.

        Args:
            code: The state; nothing for any.
        """
        known = self.dealings.get(code, []) if isinstance(code, str) else []
        topic = [one for one in self.spoken if one != code] if code in self.count else []
        near = [one for one in topic if len(topic) == 1 and self.count.get(one, 0) > 1]
        near = [one for one in near if frozenset((one, code)) not in self.talked or not known]
        fresh = self.number - self.pair_at <= 1
        if near and fresh and near[0] == self.last_pair[0] and self.last_pair[1] != code:
            # Who acts after another has acted does so to the same one.
            near = [self.last_pair[1]]
        last = [self.last_pair[1]] if self.last_pair[1] else []
        brunt = self.brunt(code) if not known else None
        near = [brunt, *near] if brunt is not None else near
        home = [self.home] if self.home else []
        several = self.common_target(code)
        return [*several, *near, *known, *last, *self.main_states(), *reversed(self.recent), *home]

    def _choose_state(self, mention: Mention) -> None:
        for one in (mention, mention.owner, mention.of, mention.sent, *mention.seats):
            if one is None or one.state is not None or not one.states:
                continue
            if (one.kind == "actor" and "epithet" in one.tags) or _is_of_epithet(one):
                continue
            fitting = [
                code for code in one.states if code.startswith("org:") or exists(code, self.year)
            ]
            known = [code for code in fitting if code in self.count]
            if any(code.startswith("org:") for code in fitting) and one.kind == "actor":
                known = self._city_of_both(one, fitting, known)
            able = known or fitting or self._not_long_gone(one.states) or self._to_come(one)
            one.state = next((then(code, self.year) for code in able), None)
        if mention.sent is not None and mention.sent.state:
            mention.receiver = mention.sent.state
            seats = [mention.sent.state, *(one.state for one in mention.seats)]
            if mention.seats and all(seats):
                mention.receivers = tuple(code for code in seats if code)
        for one in (mention.of, mention.owner, mention):
            if one is not None and one.state is None and one.kind in {"institution", "person"}:
                one.state = default_state(one, self.count)
        if mention.state is None and mention.kind != "actor":
            for source in (mention.of, mention.owner):
                if source is not None and source.kind in {"actor", "institution"} and source.state:
                    mention.state = source.state

    def _not_long_gone(self, codes: tuple[str, ...]) -> list[str]:
        """
        The states that were there a lifetime before: the Soviet Union, though hardly Texas.
        """
        return [code for code in codes if exists(code, self.year - _LIFETIME)]

    def _to_come(self, one: Mention) -> tuple[str, ...]:
        """
        The land that a name of its own tells in a year before it was a state: "in Samoa in 1856".
        """
        alone = len(one.states) == 1 and not one.tags & {"capital", "epithet", "demonym"}
        named = alone and one.kind == "actor" and self.is_past()
        return one.states if named and then(one.states[0], self.year) == one.states[0] else ()

    def _city_of_both(self, one: Mention, fitting: list[str], known: list[str]) -> list[str]:
        """
        The state of a city, or the organisation that sits there: as a place always the state.
        """
        if "capital" not in one.tags:
            return known
        group = [code for code in fitting if code.startswith("org:")]
        lands = [code for code in fitting if code not in group]
        if one.gov in self.language.words["at"]:
            return lands or known
        counts = {code: self.count.get(code, 0) for code in fitting}
        more = lands and counts[lands[0]] > max(counts[code] for code in group)
        return lands if more else group

    def _words(self, name: str) -> tuple[str, ...]:
        """
        The words of a name without a title: "Prince Faisal bin Farhan", but not "Sheikh Hasina".
        """
        words = tuple(word for word in fold(name).replace(".", " ").split() if word)
        first, rest = words[:1], words[1:]
        if not rest or not self.language.words["noble"].issuperset(first):
            return words
        told = any(self.persons[one].words[0] == rest[0] for one in self.by_word.get(rest[0], ()))
        return rest if told or self.language.particles.intersection(rest) else words

    def _named(self, mention: Mention) -> Person | None:
        """
        The person that a name belongs to, made known if not yet.
        """
        words = self._words(mention.name or "")
        if not words:
            return None
        person = self._known(words, mention) or self._new(words, mention)
        if person is not None:
            if len(words) > len(person.words):
                person.words = words
            self._tell(person, mention)
        return person

    def person_named(self, mention: Mention) -> Person | None:
        """
        The person already known that a mention names.
        """
        return self._known(self._words(mention.name or ""), mention) if mention.name else None

    def _known(self, words: tuple[str, ...], mention: Mention) -> Person | None:
        candidates = [self.persons[one] for one in self.by_word.get(words[-1], ())]
        if len(words) > 1:
            for person in candidates:
                if same_name(words, person.words):
                    return person
            for one in self.by_word.get(words[0], ()):
                if same_name(words, self.persons[one].words):
                    return self.persons[one]
            return None
        fitting = [p for p in candidates if p.words[-1] == words[-1] or words[0] in p.words[1:]]
        # "Pérez" is rather Carlos Andrés Pérez than Javier Pérez de Cuéllar.
        fitting = [p for p in fitting if p.words[-1] == words[-1]] or fitting
        if mention.state:
            same = [p for p in fitting if p.state == mention.state]
            fitting = same or [p for p in fitting if p.state is None]
        if not fitting and words[0] not in self.language.genders:
            # "Phumtham": a name of its own, where no other person of the text has it.
            first = [p for p in candidates if p.words and p.words[0] == words[0]]
            fitting = first if len(first) == 1 and len(candidates) == 1 else []
        return fitting[-1] if fitting else None

    def _new(self, words: tuple[str, ...], mention: Mention) -> Person | None:
        found = [
            one
            for one in named(words)
            if (self._lives(one.posts) or _bears(one.posts, mention))
            and (len(words) > 1 or self._holds(one.posts, mention))
        ]
        if len(words) == 1 and len(found) != 1 and mention.role:
            found = self._now(words, mention)
        try:
            known = len(found) == 1 and not (len(words) > 1 and words in found[0].names)
            key = found[0].id if known else person_id(" ".join(words))
        except BadInputError:
            return None
        person = self.persons.get(key) or Person(key, words)
        self.persons[key] = person
        if len(found) == 1:
            person.gender = found[0].gender
            posts = [post for post in found[0].posts if post.first <= self.day + 400]
            then = [post for post in posts if self.is_past() and self._then(post)]
            posts = then or posts
            if posts:
                post = max(posts, key=lambda one: (one.first <= self.day <= one.last, one.last))
                person.role, person.state = post.role, post.of
                person.tags |= {post.role, "official", "public", "high"}
                there = {post.of, post.at} <= set(self.count)
                if post.first <= self.day and (there or self.day <= post.last):
                    # "Morales expulsó a Philip Goldberg", years later in a text of these two.
                    person.tags |= _SENT_AS.get(post.role, frozenset())
                person.former = post.last < self.day and not then
                person.receiver = post.at or None
        for word in {*words, *(found[0].names[0] if len(found) == 1 else ())}:
            ids = self.by_word.setdefault(word, [])
            if key not in ids:
                ids.append(key)
        return person

    def _now(self, words: tuple[str, ...], mention: Mention) -> list[Holder]:
        """
        Who of a surname holds the office named with it: "President Bush" needs no state beside it.
        """
        able = [
            (one, post)
            for one in named(words)
            for post in one.posts
            if post.role == mention.role
            and post.first <= self.day <= post.last
            and mention.state in {None, post.of}
        ]
        told = [one for one, post in able if post.of in self.count]
        able = able or self._once(words, mention)
        return list({one.id: one for one in told or [one for one, _ in able]}.values())

    def _once(self, words: tuple[str, ...], mention: Mention) -> list[tuple[Holder, Post]]:
        """
        Who last held the office named with a surname that only one state's holders had: "President
        Reagan" in a report that does not say how old it is.
        """
        if mention.state is not None or mention.role not in OF_STATE or mention.former:
            return []
        able = [
            (one, post)
            for one in named(words)
            for post in one.posts
            if post.role == mention.role and self.day - _A_LIFE < post.last < self.day
        ]
        one_state = len({post.of for _, post in able}) == 1
        return sorted(able, key=lambda pair: pair[1].last)[-1:] if one_state else []

    def _lives(self, posts: Iterable[Post]) -> bool:
        """
        Whether a holder of offices can be meant: of these days, or of those in the text.
        """
        return any(self._then(post) or post.last > self.day - _A_LIFE for post in posts)

    def is_past(self) -> bool:
        """
        Whether the text tells of years before its own.
        """
        return self.year < dt.date.fromordinal(self.day).year - _RECENT

    def _then(self, post: Post) -> bool:
        first, last = (min(max(day, 1), _LAST_DAY) for day in (post.first, post.last))
        return (
            dt.date.fromordinal(first).year - 1 <= self.year <= dt.date.fromordinal(last).year + 1
        )

    def _holds(self, posts: Iterable[Post], mention: Mention) -> bool:
        for post in posts:
            # "President Truman" in a text of 1949 needs no state beside it.
            if mention.state is None and mention.role == post.role and post.last < self.day:
                if self._then(post):
                    return True
            elif mention.state == post.of and (not mention.role or mention.role == post.role):
                return True
        return False

    def _tell(self, person: Person, mention: Mention) -> None:
        person.tags |= mention.tags - {"name"}
        if mention.role and not (person.role and "leader" in mention.tags):
            if not person.role or not mention.former:
                person.role = mention.role
            person.former = mention.former
        if mention.state and (mention.role or person.state is None or person.supposed):
            person.supposed = person.supposed and person.state == mention.state
            person.state = mention.state
        person.receiver = mention.receiver or person.receiver
        if not person.gender:
            told = {"feminine": "f", "masculine": "m"}
            known = self.language.genders.get(person.words[0], "")
            person.gender = known or next((told[tag] for tag in told if tag in mention.tags), "")


def _bears(posts: Iterable[Post], mention: Mention) -> bool:
    """
    Whether somebody is named with an office that a holder of that name had, however long ago.
    """
    return any(
        post.role == mention.role and mention.state in {None, post.of} and not mention.former
        for post in posts
    )


def _is_of_epithet(mention: Mention) -> bool:
    """
    Whether something is of a state called by an epithet: "the Baltic country's minister".
    """
    owner = mention.owner
    return (
        owner is not None
        and "epithet" in owner.tags
        and owner.states == mention.states
        and len(owner.states) > 1
    )
