"""
Asking a model through the library ``llm``, with everything that bounds it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel_llm._cache import Answer, Cache, key_of
from diplomodel_llm._options import LlmOptions
from diplomodel_llm._usage import Meter


if TYPE_CHECKING:
    import llm

__all__ = ["Caller", "Request", "UnansweredError"]

_SHOWN: Final = 200
_LONGEST_WAIT: Final = 600


@attrs.frozen(kw_only=True)
class Request:
    """
    What a model is asked.

    Attributes:
        system: What it is told before.
        prompt: The question.
        schema: The schema of the answer.
        repeated: How many answers to it were of no use.
    """

    system: str
    prompt: str
    schema: Mapping[str, object] = attrs.field(eq=False)
    repeated: int = 0


class UnansweredError(Exception):
    """
    There is no answer; the message says why.

    Attributes:
        again: Whether asking again may help.
    """

    def __init__(self, reason: str, *, again: bool) -> None:
        """
        Take the reason.
        """
        super().__init__(reason)
        self.again = again


@attrs.define(kw_only=True)
class Caller:
    """
    Asks one model, or the answers that are kept.

    Attributes:
        options: Which model, and its bounds.
        meter: Counts what it costs.
        cache: The answers that are kept.
    """

    options: LlmOptions
    meter: Meter
    cache: Cache
    _model: llm.Model | llm.KeyModel | None = None

    @classmethod
    def of(cls, options: LlmOptions) -> Caller:
        """
        One with these options.

        Raises:
            BadInputError: No model is named, or it cannot have these settings.
            UnknownNameError: There is no such model.
        """
        if options.model is None:
            raise BadInputError(
                "no model is named, so nothing is sent: name one with the option model;"
                " `llm models` lists those that are there"
            )
        made = cls(
            options=options,
            meter=Meter(input_price=options.input_price, output_price=options.output_price),
            cache=Cache(directory=options.directory),
        )
        if not options.offline:
            made._model = _model(options.model, options.sampling)
        return made

    def ask(self, request: Request) -> Answer:
        """
        The answer to a request: a kept one, or else a new one, which is then kept.

        Raises:
            UnansweredError: There is none.
            BadInputError: The model lacks its key, or the cache cannot be written to.
        """
        key = key_of(
            {
                "model": self.options.model,
                "settings": self.options.sampling,
                "system": request.system,
                "prompt": request.prompt,
                "schema": request.schema if self.options.schema else None,
                "answer": self.options.answer,
                "repeated": request.repeated,
            }
        )
        kept = None if self.options.refresh else self.cache.get(key)
        if kept is not None:
            self.meter.kept += 1
            return kept
        if self._model is None:
            raise UnansweredError(
                "no answer to this part is kept, and offline is set", again=False
            )
        if self.meter.calls >= self.options.most_calls:
            reason = f"the model was asked {self.meter.calls} times: raise most_calls for more"
            raise UnansweredError(reason, again=False)
        self.meter.calls += 1
        answer = self._sent(self._model, request)
        self.meter.count(answer.input_tokens, answer.output_tokens)
        self.cache.put(key, answer, model=self._model.model_id)
        return answer

    def pause(self, before: int) -> None:
        """
        Wait before asking again; longer each time.

        Args:
            before: How often it was asked again before.
        """
        time.sleep(min(self.options.wait * 2**before, _LONGEST_WAIT))

    def _sent(self, model: llm.Model | llm.KeyModel, request: Request) -> Answer:
        import llm

        takes_schema = model.supports_schema and self.options.schema
        try:
            response = model.prompt(
                request.prompt,
                system=request.system,
                schema=dict(request.schema) if takes_schema else None,
                stream=model.can_stream,
                options=self.options.sampling,
            )
            return self._read(response)
        except llm.NeedsKeyException as error:
            raise BadInputError(f"the model {model.model_id} needs a key: {error}") from None
        except Exception as error:  # noqa: BLE001 (models are plugins and may raise anything)
            self.meter.count(None, None)
            said = " ".join(str(error).split())[:_SHOWN]
            reason = f"the model failed: {type(error).__name__}: {said}"
            raise UnansweredError(reason, again=True) from None

    def _read(self, response: llm.Response) -> Answer:
        """
        Read an answer as far as its length and its time allow.
        """
        ends = time.monotonic() + self.options.seconds
        chunks: list[str] = []
        left = self.options.answer
        whole = True
        for chunk in response:
            chunks.append(chunk[:left])
            left -= len(chunk)
            if left < 0 or time.monotonic() > ends:
                whole = False
                break
        # Asked for its usage, a response is read to the end, which may never come.
        return Answer(
            text="".join(chunks),
            whole=whole,
            input_tokens=response.input_tokens,
            output_tokens=response.output_tokens,
        )


def _model(name: str, settings: Mapping[str, object]) -> llm.Model | llm.KeyModel:
    import llm

    models = llm.get_model_aliases()
    if name not in models:
        raise UnknownNameError("model", name, models)
    model = models[name]
    try:
        model.Options(**settings)
    except ValueError as error:
        said = "; ".join(line.strip() for line in str(error).splitlines()[1:3])
        raise BadInputError(f"the model {name} does not take these settings: {said}") from None
    return model
