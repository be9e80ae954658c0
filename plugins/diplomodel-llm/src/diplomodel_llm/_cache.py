"""
Answers of models, kept under the hash of what was asked.

A file holds one answer, is written whole or not at all, and carries the hash of the answer, so
that a damaged one is not used. What was asked is not kept, only its hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs

from diplomodel.errors import BadInputError, Problem


__all__ = ["Answer", "Cache", "key_of", "write_whole"]

_FORMAT: Final = 1

#: A larger file holds no answer that was kept here.
_LARGEST: Final = 100_000_000


@attrs.frozen(kw_only=True)
class Answer:
    """
    What a model said.

    Attributes:
        text: The answer, as far as it was read.
        whole: Whether it was read to its end.
        input_tokens: Tokens sent; ``None`` where the model does not count.
        output_tokens: Tokens received; ``None`` where the model does not count.
        kept: Whether it comes from the cache.
    """

    text: str
    whole: bool = True
    input_tokens: int | None = None
    output_tokens: int | None = None
    kept: bool = False


def key_of(asked: Mapping[str, object]) -> str:
    """
    The SHA-256 of what is asked: the same for the same question, whatever its order of keys.

    Example:
        >>> key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
        True
    """
    plain = json.dumps({"format": _FORMAT, **asked}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


@attrs.frozen(kw_only=True)
class Cache:
    """
    A directory of answers.

    Attributes:
        directory: The directory; ``None`` keeps nothing.
    """

    directory: Path | None

    def get(self, key: str) -> Answer | None:
        """
        The answer under a key; ``None`` if there is none, or it is damaged.
        """
        if self.directory is None:
            return None
        try:
            path = self._path(self.directory, key)
            if path.stat().st_size > _LARGEST:
                return None
            held = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(held, dict) or held.get("format") != _FORMAT:
            return None
        text = held.get("text")
        if not isinstance(text, str) or held.get("sha256") != _digest(text):
            return None
        return Answer(
            text=text,
            whole=held.get("whole") is not False,
            input_tokens=_number(held.get("input_tokens")),
            output_tokens=_number(held.get("output_tokens")),
            kept=True,
        )

    def put(self, key: str, answer: Answer, *, model: str) -> None:
        """
        Keep an answer.

        Raises:
            BadInputError: The directory cannot be written to.
        """
        if self.directory is None:
            return
        plain = {
            "format": _FORMAT,
            "model": model,
            "text": answer.text,
            "sha256": _digest(answer.text),
            "whole": answer.whole,
            "input_tokens": answer.input_tokens,
            "output_tokens": answer.output_tokens,
        }
        write_whole(self._path(self.directory, key), json.dumps(plain, indent=1) + "\n")

    @staticmethod
    def _path(directory: Path, key: str) -> Path:
        return directory / key[:2] / f"{key}.json"


def write_whole(path: Path, text: str) -> None:
    """
    Write a file that is there whole or not at all; one of that name is replaced.

    Raises:
        BadInputError: It cannot be written.
    """
    spare = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with spare.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            spare.replace(path)
        finally:
            spare.unlink(missing_ok=True)
    except OSError as error:
        message = f"it cannot be written: {error.strerror or error}; choose another place"
        raise BadInputError([Problem(message=message, file=str(path))]) from None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
