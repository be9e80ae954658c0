"""
The extractor: articles in, typed, dated, evidenced events out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, BinaryIO, Final

import attrs

from diplomodel.casebooks import SetAside
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel.evidence import Evidence, Source
from diplomodel.extractors import set_aside
from diplomodel_news._documents import Article, articles
from diplomodel_news._events.finding import findings_of
from diplomodel_news._events.found import Finding
from diplomodel_news._gate import Gate
from diplomodel_news._language.gazetteer import Kind
from diplomodel_news._language.holders import holders
from diplomodel_news._language.language import Language, language, language_names, read_language
from diplomodel_news._options import NewsOptions
from diplomodel_news._story import Story


__all__ = ["NewsExtractor"]

#: No article is longer; what comes after is set aside.
LONGEST: Final = 1_000_000
#: Whose name alone says that a text may be about states.
_LEADING: Final = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_NAMES: Final = (Kind.STATE, Kind.CAPITAL, Kind.ORGANISATION)
_NOTHING: Final = "no word in it that any frame asks for: this is no news of diplomacy"
_MOST_EVIDENCE: Final = 6
_LONGEST_QUOTE: Final = 1500


class NewsExtractor:
    """
    Reads events out of news articles by patterns that are data.

    Attributes:
        options: The options.
        used: How often each form has told an event so far.

    Example:
        >>> import io
        >>> reader = NewsExtractor(NewsOptions(published="2025-11-04"))
        >>> text = "Chile broke off diplomatic relations with Peru on Monday."
        >>> [event.kind for event in reader.extract(io.BytesIO(text.encode()), name="a.txt")]
        ['relations_break']
    """

    def __init__(self, options: NewsOptions | None = None) -> None:
        """
        Take the options.
        """
        self.options = options or NewsOptions()
        self.used: Counter[str] = Counter()

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAside]:
        """
        Read the events of a file of articles.

        Args:
            source: The file.
            name: Its name.
        """
        for number, found in enumerate(articles(source, name)):
            if isinstance(found, SetAside):
                yield found
                continue
            story = self._story(found)
            if isinstance(story, str):
                yield set_aside(found.text[:200], story, index=number, file=found.name)
            elif story is None:
                if found.as_given:
                    yield set_aside(found.text[:200], _NOTHING, index=number, file=found.name)
            else:
                yield from self._events(found, story)
                if len(found.text) > LONGEST:
                    yield set_aside(
                        found.text[LONGEST : LONGEST + 200],
                        f"only the first {LONGEST:,} characters of an article are read:"
                        " give one article to a line or file",
                        index=number,
                        file=found.name,
                    )

    def explain(self, source: BinaryIO, /, *, name: str = "") -> Iterator[str]:
        """
        Tell, line by line, why each event was found and each near miss was not.

        Args:
            source: The file.
            name: Its name.
        """
        from diplomodel_news._explain import explained

        for found in articles(source, name):
            if isinstance(found, SetAside):
                yield f"set aside: {found.problems[0]}"
                continue
            story = self._story(found, misses=True)
            yield f"{found.name or 'text'}: {len(found.text)} characters, SHA-256 {found.digest}"
            if story is None:
                yield "  no word that any frame asks for: not read"
            elif isinstance(story, str):
                yield f"  {story}"
            else:
                yield from explained(story, found)

    def _story(self, article: Article, *, misses: bool = False) -> Story | str | None:
        """
        The article ready to read; nothing where no frame could find anything; or what is wrong.
        """
        tags = _gate(self.options.languages).tags(article.text[:LONGEST])
        if not tags:
            return None
        code = self.options.lang or article.language or detected(article.text, tags)
        if code not in _languages(self.options.languages):
            known = ", ".join(language_names())
            return f"the language {code!r} has no folder here: use one of {known}"
        published = _published(article, self.options)
        if published is None:
            return "no day of publication: give it with --published 2025-11-04"
        tongue = _languages(self.options.languages)[code]
        return Story(article.text[:LONGEST], tongue, published, misses=misses)

    def _events(self, article: Article, story: Story) -> Iterator[Event]:
        source = _source(article, story, self.options)
        for finding in findings_of(story).events:
            self.used[finding.draft.told.form.name] += 1
            event = _with_evidence(finding, source, article)
            if event is not None:
                yield event


def _published(article: Article, options: NewsOptions) -> dt.date | None:
    if article.published is not None:
        return article.published
    return dt.date.fromordinal(options.published.first) if options.published is not None else None


def detected(text: str, tags: frozenset[str]) -> str:
    """
    The language of a text, of those that there are folders for.
    """
    if len(tags) == 1 and len(language_names()) == 1:
        return next(iter(tags))
    found: Any = _detector().detect_language_of(text[:3000])
    return found.iso_code_639_1.name.lower() if found is not None else next(iter(sorted(tags)))


@cache
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder
    from lingua import Language as Tongue

    codes = [getattr(IsoCode639_1, code.upper()) for code in ("en", "es", "fr", "pt", "de", "it")]
    del Tongue
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.with_low_accuracy_mode().build()


@cache
def _gate(more: tuple[str, ...]) -> Gate:
    leaders = [
        " ".join(name[-1:])
        for one in holders()
        for name in one.names[:1]
        if any(post.role in _LEADING for post in one.posts)
    ]
    return Gate(
        {
            code: {
                "alone": found.gate,
                "beside": found.gate_beside,
                "named": list(_names(found, Kind.DEMONYM)),
                "capital": [*_names(found, *_NAMES), *leaders],
            }
            for code, found in _languages(more).items()
        }
    )


def _names(found: Language, *kinds: Kind) -> Iterator[str]:
    """
    The phrases of some kinds that cannot be a verb or a function word.
    """
    for phrase, entry in found.lexicon:
        common = phrase in found.word_class or phrase in found.verbs
        if entry.kind in kinds and entry.states and not common:
            yield phrase


@cache
def _languages(more: tuple[str, ...]) -> dict[str, Language]:
    found = {code: language(code) for code in language_names()}
    for text in more:
        package, _, folder = text.partition(":")
        try:
            place = files(package)
        except ImportError as error:
            raise BadInputError(f"languages: there is no package {package!r}") from error
        made = read_language(place / folder if folder else place)
        found[made.code] = made
    return found


def _source(article: Article, story: Story, options: NewsOptions) -> Source:
    note = "" if article.as_given else "offsets count in the extracted text; "
    return Source(
        id=f"news-{article.digest[:16]}",
        publisher=options.publisher or article.publisher or "unnamed outlet",
        title=_clean(
            article.title or story.text[story.sentences[0].start : story.sentences[0].end]
        )
        if story.sentences
        else None,
        address=options.address or article.address,
        published=str(story.published),
        language=story.language.code,
        licence=options.licence,
        note=f"{note}text SHA-256 {article.digest}",
    )


def _clean(text: str) -> str | None:
    kept = "".join(letter for letter in text[:300] if letter.isprintable())
    return kept or None


def _with_evidence(finding: Finding, source: Source, article: Article) -> Event | None:
    pieces = []
    told = sorted([*_all(finding), finding], key=lambda one: one.order)
    for one in list({one.order: one for one in told}.values())[:_MOST_EVIDENCE]:
        sentence = one.draft.told.analysis.sentence
        start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST_QUOTE)
        quote = article.text[start:end]
        note = next((line for line in one.why if line.startswith("dated")), None)
        try:
            pieces.append(
                Evidence(
                    source=source,
                    quote=quote,
                    start=start,
                    end=end,
                    attributed_to=one.attributed,
                    note=note,
                )
            )
        except BadInputError:
            pieces.append(
                Evidence(source=source, start=start, end=end, place=f"characters {start}-{end}")
            )
    try:
        return attrs.evolve(finding.event(), evidence=tuple(dict.fromkeys(pieces)))
    except BadInputError:
        return None


def _all(finding: Finding) -> Iterator[Finding]:
    for one in finding.merged:
        yield one
        yield from _all(one)
