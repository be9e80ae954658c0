"""
Long texts in parts that overlap.
"""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diplomodel_llm._parts import parts
from diplomodel_llm._quotes import Searchable


@given(
    text=st.text("ab .\n", max_size=600),
    size=st.integers(20, 200),
    share=st.floats(0, 0.5),
)
def test_parts_hold_the_whole_text(text, size, share) -> None:
    """
    No character is left out, no part is too long, and neighbours overlap as asked.
    """
    overlap = int(size * share)
    spans = list(parts(text, size=size, overlap=overlap))

    assert (0, len(text)) == (spans[0][0], spans[-1][1])
    assert all(0 <= end - start <= size for start, end in spans)
    assert all(before[1] - after[0] == overlap for before, after in pairwise(spans))


def test_parts_end_where_something_ends() -> None:
    """
    Paragraphs come before lines, lines before sentences, sentences before words.
    """

    def first(text) -> str:
        start, end = next(parts(text, size=40, overlap=0))
        return text[start:end]

    words = "word " * 6
    assert first(f"{words}w.\n\nNew line\nand. And more text " * 2).endswith("w.\n\n")
    assert first(f"{words}w. New\nand then. And more text " * 2).endswith("New\n")
    assert first(f"{words}w. New and then so it goes on and on " * 2).endswith("w. ")
    assert first("word " * 20).endswith("word ")
    assert first("x" * 100) == "x" * 40


@given(st.text("ab “\"'’\n\t —-", max_size=60), st.integers(0, 60), st.integers(1, 30))
def test_quotations_are_found_with_other_space_and_marks(text, start, length) -> None:
    """
    Words of the text are found, however their space and marks are written.
    """
    words = text[start : start + length]
    plain = " ".join(words.replace("“", '"').replace("’", "'").replace("—", "-").split())
    found = Searchable.of(text).find(plain)

    if plain:
        assert " ".join(text[slice(*found)].split()) in " ".join(text.split())


def test_searching_takes_no_more_than_linear_time() -> None:
    """
    Text made to be slow to search is searched at once.
    """
    searchable = Searchable.of("a" * 200_000 + " " * 200_000)
    begin = time.perf_counter()
    found = searchable.find("a" * 500 + "b" + "a" * 400)

    assert None is found
    assert 2 > time.perf_counter() - begin
