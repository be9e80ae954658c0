"""
Articles and practices, as rules cite them.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel import law
from diplomodel.errors import BadInputError, UnknownNameError


ARTICLE_ID = re.compile(
    r"(?:(?P<treaty>VCDR|VCCR|VCLT|Montevideo) (?P<number>[1-9][0-9]*)"
    r"(?P<parts>(?:\((?:[1-9]|[a-z])\))*)"
    r"|(?P<caracas>Caracas) (?P<roman>[IVX]+)"
    r"|practice: (?P<practice>\S(?:.*\S)?))"
)
ROMAN = {"I": 1, "V": 5, "X": 10}
ORDER = ("Caracas", "Montevideo", "VCCR", "VCDR", "VCLT", "practice")

# Each row of the rule table that the library was built on.
CITED = {
    "VCDR": "2 3 4 5 6 7 8 9 9(1) 9(2) 10 11 13 14 15 16 17 19 22 27 29 30 31 32 39 41 43 43(a) "
    "43(b) 44 45 45(a) 45(b) 45(c) 46 47",
    "VCCR": "2(1) 2(2) 2(3) 3 4 8 12 13 14 15 23 27 70",
    "Caracas": "I II III IV V VI VII VIII IX X XI XII XIII XIV XVII XVIII XIX XX",
    "Montevideo": "1 3 6 7 8",
    "VCLT": "63",
}
PRACTICES = (
    "recall for consultations",
    "downgrade of the mission",
    "suspension of operations",
    "pause of relations",
    "break of relations",
    "non-recognition of a government",
    "Estrada doctrine",
    "territorial asylum",
    "end of asylum",
    "statements",
    "diplomatic protest",
    "visa policy",
    "sanctions",
    "political declaration",
    "observation",
)


def roman(text: str) -> int:
    """
    The number that a Roman numeral up to 39 stands for.
    """
    values = [ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < f else v for v, f in zip(values, following, strict=True))


def sort_key(article_id: str) -> tuple[object, ...]:
    """
    Place of an identifier: by treaty, then as the treaty counts.
    """
    match = ARTICLE_ID.fullmatch(article_id)
    assert match is not None, article_id
    if match["practice"]:
        return (ORDER.index("practice"), match["practice"].lower())
    if match["caracas"]:
        return (ORDER.index("Caracas"), roman(match["roman"]))
    parts = re.findall(r"\((\w)\)", match["parts"])
    return (ORDER.index(match["treaty"]), int(match["number"]), *parts)


ALL = law.articles()


@pytest.mark.parametrize("article", ALL, ids=lambda article: article.id)
def test_every_identifier_parses_and_resolves(article: law.Article) -> None:
    """
    An identifier has the form of its treaty's numbering and finds its own article.
    """
    assert ARTICLE_ID.fullmatch(article.id)

    assert article == law.article(article.id)


def test_identifiers_are_unique_and_in_order() -> None:
    """
    Articles come sorted by treaty and number, each once.
    """
    keys = [sort_key(article.id) for article in ALL]

    assert sorted(set(keys)) == keys


@pytest.mark.parametrize(
    "article_id",
    [f"{treaty} {number}" for treaty, numbers in CITED.items() for number in numbers.split()]
    + [f"practice: {name}" for name in PRACTICES],
)
def test_every_row_of_the_rule_table_has_an_entry(article_id: str) -> None:
    """
    What the rules rest on can be cited.
    """
    assert article_id == law.article(article_id).id


@pytest.mark.parametrize("article", ALL, ids=lambda article: article.id)
def test_entries_are_filled_in(article: law.Article) -> None:
    """
    An entry has a title, one to three sentences, an actor and a consent.
    """
    sentences = re.findall(r"[.?!](?:\s|$)", article.text)

    assert 1 <= len(sentences) <= 3
    assert article.text.endswith(".")
    assert all((article.title, article.acts, article.consent))
    assert len(article.text) < 400


@pytest.mark.parametrize("article", ALL, ids=lambda article: article.id)
def test_what_was_read_names_where(article: law.Article) -> None:
    """
    A paraphrase that claims to be checked has a source: an address, or a judgment by name.
    """
    for source in article.sources:
        assert re.match(r"https?://\S+$|International Court of Justice, ", source)

    assert article.sources or article.status is law.Status.FROM_MEMORY


def test_a_sub_paragraph_comes_after_its_article() -> None:
    """
    Where a paragraph has an entry, so has the article it belongs to.
    """
    known = {article.id for article in ALL}

    assert all(article.id.split("(", 1)[0] in known for article in ALL)


def test_one_treaty_only() -> None:
    """
    Articles can be listed for one treaty, and for the practices.
    """
    by_treaty = [law.articles(treaty=name) for name in ORDER]

    assert ALL == tuple(article for group in by_treaty for article in group)
    assert {"Caracas"} == {article.treaty for article in law.articles(treaty="Caracas")}


def test_consents_that_the_rules_rely_on() -> None:
    """
    Establishing takes both sides, an expulsion nobody's consent, a protecting power three.
    """
    wanted = {
        "VCDR 2": "mutual",
        "VCDR 4": "receiving",
        "VCDR 9": "none",
        "VCDR 45(c)": "three-way",
        "VCDR 46": "receiving (prior)",
        "practice: break of relations": "none",
    }

    assert wanted == {article_id: law.article(article_id).consent for article_id in wanted}


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("VCDR 99", "did you mean 'VCDR 9'"),
        ("caracas xix", "did you mean 'Caracas XIX'"),
        ("practice: recal for consultation", "did you mean 'practice: recall for consultations'"),
    ],
)
def test_a_slip_is_answered_with_the_nearest(wrong: str, hint: str) -> None:
    """
    An unknown identifier names the one that was probably meant.
    """
    with pytest.raises(UnknownNameError, match=re.escape(hint)):
        law.article(wrong)


def test_an_unknown_treaty_is_refused() -> None:
    """
    Listing the articles of a treaty that is not there says so.
    """
    with pytest.raises(UnknownNameError, match=r"unknown treaty 'VCDRR'; did you mean 'VCDR'"):
        law.articles(treaty="VCDRR")


def test_an_endless_name_is_cut() -> None:
    """
    A name of a megabyte is answered at once and not repeated in full.
    """
    with pytest.raises(UnknownNameError, match=r"^unknown article 'x{80}\.\.\.'$"):
        law.article("x" * 1_000_000)


@pytest.mark.parametrize("wrong", [9, None, ["VCDR 9"]])
def test_an_identifier_is_text(wrong: object) -> None:
    """
    Anything but text is refused with the library's own error.
    """
    with pytest.raises(BadInputError, match="article: the name must be text"):
        law.article(wrong)  # type: ignore[arg-type]  # the wrong type is the point


@given(st.text())
def test_any_text_is_found_or_refused(text: str) -> None:
    """
    No text makes the lookup fail in another way.
    """
    if text in {article.id for article in ALL}:
        assert text == law.article(text).id
    else:
        with pytest.raises(UnknownNameError):
            law.article(text)
