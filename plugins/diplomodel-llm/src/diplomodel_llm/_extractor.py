"""
The extractor.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import BinaryIO, Final, TypeAlias

import attrs

from diplomodel.casebooks import SetAside
from diplomodel.events import Event
from diplomodel.evidence import Evidence
from diplomodel.extractors import set_aside
from diplomodel_llm._answers import Judge, MalformedError, RefusedError, events_in
from diplomodel_llm._articles import Article, articles
from diplomodel_llm._cache import write_whole
from diplomodel_llm._caller import Caller, Request, UnansweredError
from diplomodel_llm._options import LlmOptions
from diplomodel_llm._parts import parts
from diplomodel_llm._prompts import again_prompt, part_prompt, system_prompt
from diplomodel_llm._schema import answer_schema
from diplomodel_llm._usage import Usage


__all__ = ["LlmExtractor"]

_LOG: Final = logging.getLogger("diplomodel.llm")

#: So much of what was refused is shown in an explanation.
_SHOWN: Final = 300


@attrs.frozen(kw_only=True)
class _Asked:
    """
    A part that was sent, or whose answer was kept.
    """

    number: int
    parts: int
    span: tuple[int, int]
    kept: bool


@attrs.frozen(kw_only=True)
class _Refused:
    """
    What became no event, and why.
    """

    given: object
    reason: str


_Step: TypeAlias = _Asked | _Refused | Event


class LlmExtractor:
    """
    Reads articles with a language model.

    Every event has its kind, its fields and its codes checked, and quotes words that stand in the
    article; what fails is set aside with the reason.

    Args:
        options: Which model, and its bounds.

    Raises:
        BadInputError: No model is named, or it cannot have these settings.
        UnknownNameError: There is no such model.
    """

    def __init__(self, options: LlmOptions | None = None) -> None:
        """
        Find the model.
        """
        self.options = options or LlmOptions()
        self._caller = Caller.of(self.options)
        kinds = self.options.kinds
        self._schema = answer_schema(kinds)
        self._system = system_prompt(kinds)

    @property
    def usage(self) -> Usage:
        """
        What reading has cost so far.
        """
        return self._caller.meter.usage

    def extract(self, source: BinaryIO, /, *, name: str = "") -> Iterator[Event | SetAside]:
        """
        Read the events of a text, or of articles in JSON Lines, and set aside what is none.

        Args:
            source: The file, in UTF-8.
            name: Its name; what ends in ``.jsonl`` holds an article in each line.

        Raises:
            BadInputError: It is no text, the model lacks its key, or a file cannot be written.
        """
        try:
            for article in articles(source, name=name, options=self.options):
                if isinstance(article, SetAside):
                    yield article
                else:
                    yield from self._found(article, name)
        finally:
            self._report()

    def explain(self, source: BinaryIO, /, *, name: str = "") -> Iterator[str]:
        """
        Tell what was asked, what was answered, and why it became an event or not.

        Args:
            source: The file, as for `extract`.
            name: Its name.

        Raises:
            BadInputError: As for `extract`.
        """
        for article in articles(source, name=name, options=self.options):
            if isinstance(article, SetAside):
                yield f"{name}: {article.problems[0].message}"
                continue
            yield f"{article.source.id}: {len(article.text)} characters"
            for step in self._steps(article):
                yield f"  {_told(step)}"
        yield f"{self.options.model}: {self.usage}"

    def _found(self, article: Article, name: str) -> Iterator[Event | SetAside]:
        """
        The events of an article, each once, though it stand in two parts.
        """
        events: dict[str, Event] = {}
        silent = True
        for step in self._steps(article):
            if isinstance(step, _Refused):
                silent = False
                yield set_aside(
                    step.given, step.reason, index=article.index, file=name, line=article.line
                )
            elif isinstance(step, Event):
                known = events.get(step.id)
                pieces = (*(known.evidence if known else ()), *step.evidence)
                distinct = _distinct(pieces)
                events[step.id] = attrs.evolve(known or step, evidence=distinct)
        yield from events.values()
        if silent and not events:
            reason = "the model finds no event in this article"
            shown = article.text[:_SHOWN]
            yield set_aside(shown, reason, index=article.index, file=name, line=article.line)

    def _steps(self, article: Article) -> Iterator[_Step]:
        options = self.options
        spans = list(parts(article.text, size=options.part, overlap=options.overlap))
        for number, span in enumerate(spans, start=1):
            prompt = part_prompt(article, span, number=number, parts=len(spans))
            try:
                kept, given = self._answered(prompt)
            except UnansweredError as error:
                part = article.text[slice(*span)]
                yield _Refused(given=part[:_SHOWN], reason=str(error))
                continue
            yield _Asked(number=number, parts=len(spans), span=span, kept=kept)
            judge = Judge.of(article, span, self._schema)
            for one in given:
                try:
                    yield judge.event(one)
                except RefusedError as error:
                    yield _Refused(given=one, reason=str(error))

    def _answered(self, prompt: str) -> tuple[bool, list[object]]:
        """
        What the model gives as events, asked again as often as the options allow.

        Raises:
            UnansweredError: It gives nothing of use.
        """
        request = Request(system=self._system, prompt=prompt, schema=self._schema)
        repeated = 0
        while True:
            try:
                answer = self._caller.ask(request)
                return answer.kept, events_in(answer)
            except MalformedError as error:
                request = attrs.evolve(
                    request,
                    prompt=prompt + again_prompt(str(error)),
                    repeated=request.repeated + 1,
                )
                if repeated == self.options.retries:
                    reason = f"the answer of the model cannot be used: {error}"
                    raise UnansweredError(reason, again=False) from None
            except UnansweredError as error:
                if repeated == self.options.retries or not error.again:
                    raise
                self._caller.pause(repeated)
            repeated += 1
            self._caller.meter.retries += 1

    def _report(self) -> None:
        usage = self.usage
        _LOG.info("%s: %s", self.options.model, usage)
        if self.options.report is not None:
            import json
            from pathlib import Path

            plain = {"model": self.options.model, **usage.plain()}
            write_whole(Path(self.options.report), json.dumps(plain, indent=2) + "\n")


def _distinct(pieces: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """
    Each place in the text once: where parts overlap, both quote it.
    """
    found: dict[tuple[int | None, int | None], Evidence] = {}
    for piece in pieces:
        found.setdefault((piece.start, piece.end), piece)
    return tuple(found.values())


def _told(step: _Step) -> str:
    if isinstance(step, _Asked):
        start, end = step.span
        how = "the kept answer" if step.kept else "asked the model"
        return f"part {step.number} of {step.parts}, characters {start} to {end}: {how}"
    if isinstance(step, Event):
        piece = step.evidence[0]
        said = " ".join((piece.quote or "").split())
        note = f"; {piece.note}" if piece.note else ""
        return (
            f"accepted: {step.kind} {step.occurred} ({step.modality.value}),"
            f" characters {piece.start} to {piece.end}: {said!r}{note}"
        )
    return f"refused: {step.reason}: {' '.join(str(step.given).split())[:_SHOWN]}"
