"""
Offers in use: factories, options, blame, batches.
"""

from __future__ import annotations

from types import SimpleNamespace

import attrs
import pytest

from diplomodel.errors import BadInputError
from diplomodel.plugins import (
    ExtractorSpec,
    Offer,
    PluginError,
    PluginRecord,
    Settings,
    gathered,
)


@attrs.frozen(kw_only=True)
class Options:
    """
    Options of a thing.
    """

    size: int = 1
    deep: bool = False
    names: tuple[str, ...] = ()


#: What the references of the tests name.
HERE = "plug_offers_here"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """
    A module that holds what the offers name.
    """
    import sys

    def leave() -> None:
        raise SystemExit(2)

    module = SimpleNamespace(
        Options=Options, make=lambda options=None: ("made", options), leave=leave
    )
    monkeypatch.setitem(sys.modules, HERE, module)
    return module


def offer(settings: Settings | None = None, **fields: object) -> Offer[ExtractorSpec]:
    """
    An offer of an extractor.
    """
    spec = ExtractorSpec(**{"name": "x.y", "summary": "s", "factory": f"{HERE}:make", **fields})
    record = PluginRecord(name="x", distribution="diplomodel-x", version="1.2")
    return Offer(spec=spec, record=record, settings=settings or Settings())


def test_a_factory_is_called_with_options() -> None:
    """
    Options come from the call, else from the configuration, else from the class.
    """
    made = offer(
        Settings(options={"x": {"y": {"size": 3, "deep": True}}}), options=f"{HERE}:Options"
    )
    assert ("made", Options(size=3, deep=True)) == made.make()
    assert ("made", Options(size=4, deep=True, names=("a",))) == made.make(
        {"size": "4", "names": "a"}
    )
    own = Options(size=9)
    assert own is made.make(own)[1]


def test_a_factory_without_options() -> None:
    """
    What takes no options is made without, and refuses any.
    """
    assert ("made", None) == offer().make()
    with pytest.raises(
        BadInputError, match="extractor 'x.y' of diplomodel-x 1.2 takes no options: leave out 'a'"
    ):
        offer().make({"a": 1})


def test_bad_options_are_told_all_at_once() -> None:
    """
    Unknown options and bad values are one error, with suggestions.
    """
    with pytest.raises(BadInputError, match="2 problems"):
        offer(options=f"{HERE}:Options").make({"siez": 1, "deep": "perhaps"})


@pytest.mark.parametrize(
    ("reference", "match"),
    [
        ("plug_no_such:make", "ModuleNotFoundError: No module named 'plug_no_such'"),
        (f"{HERE}:made", "AttributeError"),
    ],
)
def test_what_cannot_be_imported_names_the_plugin(reference: str, match: str) -> None:
    """
    A factory that is not there is one error that names offer, distribution and version.
    """
    with pytest.raises(
        PluginError, match=f"'x.y' of diplomodel-x 1.2 cannot be loaded: .*{match}"
    ):
        offer(factory=reference).make()


def test_errors_while_working_carry_a_note() -> None:
    """
    An error keeps its type and gains a note, once, that names the plugin.
    """
    made = offer()
    with pytest.raises(ZeroDivisionError) as caught, made.blamed(), made.blamed():
        1 / 0  # noqa: B018
    assert ["raised by extractor 'x.y' of diplomodel-x 1.2"] == caught.value.__notes__


def test_a_plugin_cannot_end_the_program() -> None:
    """
    A plugin that asks to end the program gives an error instead.
    """
    with pytest.raises(PluginError, match="asks to end the program"):
        offer(factory=f"{HERE}:leave").make()


def test_items_are_watched() -> None:
    """
    An error between two items of an iterator is blamed on the plugin, and the items come through.
    """

    def items():
        yield 1
        raise KeyError("two")

    found = offer().watched(items())
    assert 1 == next(found)
    with pytest.raises(KeyError) as caught:
        next(found)
    assert caught.value.__notes__
    assert [] == list(offer().watched([]))


def test_batches() -> None:
    """
    A batch stops at the first error, or does the rest and tells all errors together.
    """
    done: list[int] = []

    def good() -> None:
        done.append(1)

    def bad() -> None:
        with offer().blamed():
            raise ValueError("bad")

    with pytest.raises(ValueError, match="bad"):
        gathered([bad, good])
    assert [] == done
    with pytest.raises(ExceptionGroup, match="two files") as caught:
        gathered([bad, good, bad], on_error="collect", message="two files")
    assert [1] == done
    assert 2 == len(caught.value.exceptions)
    assert all(error.__notes__ for error in caught.value.exceptions)
    with pytest.raises(ValueError, match="bad"):
        gathered([bad])
