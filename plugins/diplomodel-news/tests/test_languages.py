"""
Language folders: what is checked, and what small parts do.
"""

from __future__ import annotations

import datetime as dt
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from diplomodel.errors import BadInputError, UnknownNameError
from diplomodel_news import language, language_names, read_language
from diplomodel_news._cli import lint_command
from diplomodel_news._events.figures import duration_in, votes_in
from diplomodel_news._language.phrases import expanded
from diplomodel_news._language.text import sentences
from diplomodel_news._times.dates import moments_of


@pytest.fixture
def copied(tmp_path):
    folder = tmp_path / "xx"
    shutil.copytree(Path(str(files("diplomodel_news") / "languages" / "en")), folder)
    return folder


def test_lint_finds_nothing_in_what_is_shipped():
    """
    The folders of this package have no fault.
    """
    result = CliRunner().invoke(lint_command, [])

    assert (0, "") == (result.exit_code, result.stderr)
    assert all(f"{code}: " in result.stdout for code in language_names())


def test_every_fault_is_told(copied):
    """
    All faults of a folder come at once, each with its file and a remedy.
    """
    (copied / "frames" / "zz.yaml").write_text(
        "relations_braek: {forms: {a: {verb: [brake]}}}\n"
        "relations_break: {slots: {by: [subject]}, forms: {b: {verb: [break], slots: {buy: [subject]}, wen: x}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(BadInputError) as caught:
        read_language(copied)

    told = str(caught.value)
    assert "did you mean 'relations_break'" in told
    assert "'brake' is not in verbs.yaml" in told
    assert "no field 'buy'" in told
    assert "frames/zz.yaml" in told
    assert "stands in frames/relations.yaml too: keep one" in told


def test_a_key_twice_is_refused(copied):
    """
    A key that stands twice in a file is a fault with its line.
    """
    (copied / "modality.yaml").write_text("verbs: {}\nverbs: {}\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="modality.yaml:2: the key 'verbs' stands twice"):
        read_language(copied)


def test_a_form_may_have_a_default_of_its_own(copied):
    """
    A value that another telling may correct is the kind's or the form's, and "set" is firm.
    """
    (copied / "frames" / "asylum.yaml").write_text(
        "asylum_request: {set: {manner: oral}, forms: {a: {verb: [yodel]},"
        " b: {verb: [yodel], default: {manner: at_mission}},"
        " c: {verb: [yodel], default: {manner: at_mission}, set: {manner: written}}}}\n",
        encoding="utf-8",
    )
    (copied / "verbs-zz.yaml").write_text("regular: {plain: [yodel]}\n", encoding="utf-8")

    found = {form.name: form for form in read_language(copied).forms["yodel"]}

    assert [
        ({"manner": "oral"}, {"manner"}),
        ({"manner": "at_mission"}, {"manner"}),
        ({"manner": "written"}, set()),
    ] == [
        (found[f"asylum_request.{one}"].set, found[f"asylum_request.{one}"].default)
        for one in "abc"
    ]


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_names_of_files_do_not_matter(code, tmp_path):
    """
    A kind stands in one file, and what forms are tried first does not hang on how it is called.
    """
    folder = tmp_path / code
    shutil.copytree(Path(str(files("diplomodel_news") / "languages" / code)), folder)
    frames = sorted((folder / "frames").iterdir())
    for number, file in enumerate(frames):
        file.rename(file.with_name(f"{len(frames) - number:03}.yaml"))

    before, after = (
        {
            word: [form.name for form in several]
            for table in (one.forms, one.nominal)
            for word, several in table.items()
        }
        for one in (language(code), read_language(folder))
    )

    assert before == after


def test_an_unknown_language():
    """
    A language without a folder is named with those that have one.
    """
    with pytest.raises(UnknownNameError, match="unknown language 'eo'"):
        language("eo")


def test_counts_of_use(tmp_path):
    """
    The linter counts how often each form tells an event.
    """
    (tmp_path / "a.txt").write_text(
        "Chile recalled its ambassador to Peru on Monday.", encoding="utf-8"
    )
    result = CliRunner().invoke(lint_command, ["--uses", str(tmp_path)])

    assert "1 ambassador_recall.recall" in result.stdout


@pytest.mark.parametrize("pattern", ["(a", "a)", "[a|b", "(a|(b)"])
def test_brackets_must_close(pattern):
    """
    A pattern with an open bracket is refused.
    """
    with pytest.raises(BadInputError):
        expanded(pattern)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Wednesday", "2022-12-07"),
        ("on Friday", "2022-12-09"),
        ("yesterday", "2022-12-08"),
        ("last week", "2022-11-28/2022-12-04"),
        ("earlier this week", "2022-12-05/2022-12-09"),
        ("last month", "2022-11"),
        ("in May", "2022-05"),
        ("on 15 December", "2021-12-15"),
        ("on December 7, 2022", "2022-12-07"),
        ("in March 2021", "2021-03"),
        ("in 1979", "1979"),
        ("three days ago", "2022-12-06"),
        ("two months ago", "2022-10"),
        ("next Monday", "2022-12-12"),
    ],
)
def test_dates(words, expected):
    """
    Words of dates are resolved against the day of publication, Friday 9 December 2022.
    """
    (sentence,) = sentences(f"It happened {words}.")
    found = moments_of(sentence, language("en"), dt.date(2022, 12, 9))

    assert [expected] == [one.text for one in found]


def test_figures():
    """
    Lengths and votes are read from digits and words.
    """
    tongue = language("en")
    low = ["sentenced", "to", "11", "years", ",", "five", "months", "and", "15", "days"]

    assert "P11Y5M15D" == str(duration_in(low, 0, len(low), tongue).text)
    assert "101-6-10" == str(votes_in(["by", "101-6-10"], tongue))
    assert "336-1-?" == str(votes_in(["by", "336", "votes", "to", "one"], tongue))
