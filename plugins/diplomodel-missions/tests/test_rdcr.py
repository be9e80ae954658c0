"""
Tests of reading the guide to recognition and relations.
"""

import io
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomodel.casebooks import SetAside
from diplomodel.errors import BadInputError
from diplomodel.events import Event
from diplomodel_missions.rdcr import RdcrExtractor, RdcrOptions
from diplomodel_missions.rdcr._acts import acts_of
from diplomodel_missions.rdcr._prose import sentences


def entry(head: str, prose: str = "", when: str = "") -> str:
    """
    An entry of a timeline.
    """
    year = head.rstrip(".")[-4:]
    date = f'<date when="{when or year}">{year}</date>.' if year.isdigit() else ""
    start = head.rstrip(".")[:-4] if date else head
    return f'<div type="timeline"><head>{start}{date}</head><p>{prose}</p></div>'


def article(*entries: str, country: str = "Peru", section: str = "relations") -> bytes:
    """
    An article in TEI.
    """
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        f'<title type="complete">Made up: {country}</title><title type="short">{country}</title>'
        f'</teiHeader><text><body><div type="section" xml:id="{section}">{"".join(entries)}</div>'
        "</body></text></TEI>"
    ).encode()


def found(*entries: str, country: str = "Peru"):
    """
    What is read of an article.
    """
    data = io.BytesIO(article(*entries, country=country))
    return list(RdcrExtractor().extract(data, name=f"{country.lower()}.xml"))


def told(*entries: str, country: str = "Peru") -> list[str]:
    """
    Date, kind and parties of each event.
    """
    fields = ("by", "target", "parties", "sender", "receiver", "level", "subject", "value", "post")
    lines = []
    for one in found(*entries, country=country):
        assert isinstance(one, Event), one
        parts = [getattr(one, name, None) for name in fields]
        texts = [
            "-".join(part) if isinstance(part, tuple) else str(part) for part in parts if part
        ]
        lines.append(" ".join([str(one.occurred), one.kind, *texts]))
    return lines


@pytest.mark.parametrize(
    ("head", "country", "wanted"),
    [
        ("U.S. Recognition of Peru, 1901.", "Peru", ["state_recognition USA PER"]),
        ("U.S. Recognition of Malian Independence, 1960.", "Mali", ["state_recognition USA MLI"]),
        (
            "Mutual Recognition, 1901.",
            "Peru",
            ["state_recognition USA PER", "state_recognition PER USA"],
        ),
        (
            "Danish Recognition of the United States, 1901.",
            "Denmark",
            ["state_recognition DNK USA"],
        ),
        (
            "Recognition of Montenegro Withdrawn by the United States, 1910.",
            "Montenegro",
            ["state_recognition_withdrawal USA MNE"],
        ),
        (
            "Establishment of Diplomatic Relations, 1901.",
            "Peru",
            ["relations_establishment PER-USA"],
        ),
        (
            "Establishment of Diplomatic Relations with the German Democratic Republic, 1972.",
            "Germany",
            ["relations_establishment DDR-USA"],
        ),
        (
            "Establishment of Diplomatic Relations and the American Embassy in Peru, 1951.",
            "Peru",
            ["relations_establishment PER-USA", "mission_opening USA PER ambassador"],
        ),
        (
            "Resumption of Diplomatic Relations and Reopening of the U.S. Legation, 1901.",
            "Peru",
            ["relations_restoration PER-USA", "mission_opening USA PER minister"],
        ),
        ("Diplomatic Relations Severed by Peru, 1901.", "Peru", ["relations_break PER USA"]),
        (
            "Diplomatic Relations Severed by the United States, 1901.",
            "Peru",
            ["relations_break USA PER"],
        ),
        (
            "Diplomatic Relations Severed, 1901.",
            "Peru",
            ["observation PER-USA broken"],
        ),
        ("Cessation of Relations, 1866.", "Hanover", ["state_extinction USA-XHAN"]),
        ("Closure of American Embassy, 1951.", "Peru", ["mission_closure USA PER"]),
        ("Peruvian Legation Reopened, 1901.", "Peru", ["mission_opening PER USA minister"]),
        (
            "Establishment of the Peruvian Embassy in the United States, 1951.",
            "Peru",
            ["mission_opening PER USA ambassador"],
        ),
        ("Suspension of the U.S. Embassy in Peru, 1951.", "Peru", ["mission_suspension USA PER"]),
        (
            "Elevation of American Legation to Embassy Status, 1941.",
            "Peru",
            ["level_upgrade USA PER ambassador"],
        ),
        (
            "Elevation of Legations to Embassy Status, 1941.",
            "Peru",
            ["level_upgrade USA PER ambassador", "level_upgrade PER USA ambassador"],
        ),
        (
            "Elevation of U.S. Consulate to Embassy, 1961.",
            "Peru",
            ["mission_opening USA PER ambassador"],
        ),
        (
            "Establishment of U.S. Interests Section in Peru, 1971.",
            "Peru",
            ["mission_opening USA PER interests_section"],
        ),
        ("Embassy at Taipei Closed, 1979.", "China", ["mission_closure USA TWN"]),
        (
            "Establishment of Consular Relations, 1901.",
            "Peru",
            ["consular_relations_establishment PER-USA"],
        ),
        (
            "Establishment of Consulate in Callao, 1901.",
            "Peru",
            ["consular_post_opening USA PER callao"],
        ),
        (
            "U.S. Recognition of Antigua and Barbudan Independence, 1981.",
            "Antigua and Barbuda",
            ["state_recognition USA ATG"],
        ),
    ],
)
def test_headings_name_acts(head: str, country: str, wanted: list[str]) -> None:
    """
    A heading's acts become events between the states that it names, dated to its year.
    """
    assert [f"{head.rstrip('.')[-4:]} {one}" for one in wanted] == told(
        entry(head), country=country
    )


@pytest.mark.parametrize(
    ("head", "prose", "wanted"),
    [
        (
            "Diplomatic Relations Severed, 1907.",
            "War began on May 2, 1907. Peru had severed diplomatic relations with the U.S. on July 9, 1907.",
            "1907-07-09 relations_break PER USA",
        ),
        (
            "Diplomatic Relations Severed, 1907.",
            "On July 9, 1907, President Doe severed relations with Peru.",
            "1907-07-09 observation PER-USA broken",
        ),
        (
            "Relations Interrupted, 1907.",
            "Chile attacked. The United States broke off diplomatic relations on Dec. 9, 1907.",
            "1907-12-09 relations_break USA PER",
        ),
        (
            "Legation in Lima Closed, 1907.",
            "The minister left on June 1, 1907. The Legation was closed on or about June 7, 1907.",
            "1907-06-07~ mission_closure USA PER",
        ),
        (
            "U.S. Recognition of Peru, 1907.",
            "Peru was free on June 1, 1907. The United States recognized Peru on that same day.",
            "1907-06-01 state_recognition USA PER",
        ),
        (
            "Legation in Lima Closed, 1907.",
            "The Legation was closed on June 7, 1908, after long talks.",
            "1907 mission_closure USA PER",
        ),
        (
            "Legation in Lima Closed, 1907.",
            "The Legation closed in March 1907, and its minister left on May 3, 1907.",
            "1907-03 mission_closure USA PER",
        ),
        (
            "Establishment of the American Legation in Lima, 1907.",
            "The Legation was opened on May 3, 1907, by Chargé d’Affaires John Doe.",
            "1907-05-03 mission_opening USA PER charge_daffaires",
        ),
        (
            "Establishment of the American Legation in Lima, 1907.",
            "The Legation was opened on May 33, 1907.",
            "1907 mission_opening USA PER minister",
        ),
    ],
)
def test_the_prose_gives_the_day_and_the_side(head: str, prose: str, wanted: str) -> None:
    """
    The sentence about the act dates it within the heading's year and tells who acted.
    """
    assert [wanted] == told(entry(head, prose))


def test_an_event_cites_its_sentence() -> None:
    """
    The evidence names the section and entry, and quotes the sentence, or else the heading.
    """
    first, second = found(
        entry("Legation in Lima Closed, 1907.", "It rained. The Legation closed on May 3, 1907."),
        entry("Legation in Lima Reopened, 1909.", "Nothing is told."),
    )
    pieces = [first.evidence[0], second.evidence[0]]
    assert [
        ("relations, entry 1", "The Legation closed on May 3, 1907.", None),
        ("relations, entry 2", "Legation in Lima Reopened, 1909.", "dated by its heading"),
    ] == [(piece.place, piece.quote, piece.note) for piece in pieces]
    source = pieces[0].source
    assert ("rdcr-peru", "CC0-1.0", "Made up: Peru") == (source.id, source.licence, source.title)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (entry("Trade in Guano, 1907."), "names no act"),
        (entry("No Diplomatic Relations Established, 1907."), "names no act"),
        (entry("Treaty of Recognition of Debts, 1907."), "names no act"),
        (entry("Embassy Moved to Arequipa, 1957."), "names no act"),
        (entry("U.S. Recognition of the Peruvian Legation, 1907."), "names no act"),
        (entry("Establishment of Diplomatic Relations."), "gives no date"),
        (entry("Relations Interrupted, 1907."), "whether relations were broken"),
        (entry("U.S. Recognition of a Provisional Government, 1907."), "who recognises"),
        (entry("International Recognition of Peru, 1907."), "who recognises"),
        (
            entry("Consulate Opened in the Duchy of Nowhere, 1907."),
            "the seat of the consular post",
        ),
        ('<div type="timeline"><p>Words.</p></div>', "it has no heading"),
    ],
)
def test_what_is_no_event_is_set_aside(data: str, reason: str) -> None:
    """
    An entry that does not say enough is set aside with its heading and the reason.
    """
    (aside,) = found(data)
    assert isinstance(aside, SetAside)
    assert reason in aside.problems[0].message
    assert "peru.xml" == aside.problems[0].file


def test_an_unknown_country_is_set_aside() -> None:
    """
    Acts with a state that is not known are set aside, not guessed.
    """
    (aside,) = found(entry("Establishment of Relations, 1901."), country="Atlantis")
    assert "is not known" in aside.problems[0].message


def test_a_colony_has_no_consular_relations() -> None:
    """
    A consulate in what is no state yet is set aside.
    """
    (aside,) = found(entry("Establishment of Consular Relations, 1901."), country="Malaysia")
    assert "no state in that year" in aside.problems[0].message


def test_every_entry_is_told() -> None:
    """
    Each entry gives an event or is set aside; entries inside others count as well.
    """
    inner = entry("Legation in Lima Closed, 1907.")
    outer = inner.replace("<p></p>", f"<p></p>{entry('Trade, 1908.')}")
    given = found(outer, entry("Mutual Recognition, 1901."))
    places = {one.evidence[0].place for one in given if isinstance(one, Event)}
    asides = [one for one in given if isinstance(one, SetAside)]
    assert (2, 1) == (len(places), len(asides))


def test_a_date_that_contradicts_its_text_gives_way() -> None:
    """
    Where the markup has another year than the words, the words count.
    """
    assert ["1993 mission_closure USA PER"] == told(
        entry("Closure of U.S. Embassy, 1993.", when="1933")
    )


def test_a_heading_over_years_is_an_interval() -> None:
    """
    A date from one year to another is the time between them.
    """
    data = entry("Closure of U.S. Embassy.").replace(
        "Embassy.</head>", 'Embassy, <date from="1950" to="1951">1950-51</date></head>'
    )
    assert ["1950/1951 mission_closure USA PER"] == told(data)


def test_a_cut_article_is_read_and_then_refused() -> None:
    """
    Whole entries before the cut are given, and one error says that the rest is lost.
    """
    whole = article(
        entry("Mutual Recognition, 1901."), entry("Establishment of Relations, 1902.", "x" * 99)
    )
    given = RdcrExtractor().extract(io.BytesIO(whole[: whole.index(b"xxx")]), name="peru.xml")
    assert ["PER", "USA"] == [next(given).target, next(given).target]
    with pytest.raises(BadInputError, match="breaks off: .* after 1 whole entries is lost"):
        next(given)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<people/>", "no article in TEI"),
        (b"<TEI><teiHeader/></TEI>", "names no country"),
        (b"{}", "no XML"),
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>', "document type or entities"),
    ],
)
def test_what_is_no_article_is_refused(data: bytes, said: str) -> None:
    """
    A file that is no article is refused with the reason.
    """
    with pytest.raises(BadInputError, match=said):
        list(RdcrExtractor().extract(io.BytesIO(data), name="x.xml"))


def test_an_article_without_a_timeline_says_so() -> None:
    """
    An article without entries is set aside as a whole.
    """
    (aside,) = found()
    assert "no timeline" in aside.problems[0].message


def test_the_date_of_publication_is_an_option() -> None:
    """
    What is given as published stands in the evidence.
    """
    extractor = RdcrExtractor(RdcrOptions(published="2009-01"))
    (one, _) = extractor.extract(io.BytesIO(article(entry("Mutual Recognition, 1901."))))
    assert "2009-01" == str(one.evidence[0].published)


def test_the_nearest_word_says_what_was_done() -> None:
    """
    Of several words for acts the one beside the object counts.
    """
    (act,) = acts_of("The Fall, Closure of the Legation in Lima, and Revival of Trade, 1901-1907.")
    assert "mission_closed" == act.kind.value


def test_abbreviations_end_no_sentence() -> None:
    """
    Initials and titles do not cut a sentence in two.
    """
    text = "The U.S. Legation opened. Dr. J. Q. Doe Jr. came. St. Johns is “warm.” It rains."
    assert 4 == len(sentences(text))


@given(st.text(max_size=120), st.text(max_size=200))
def test_any_text_is_an_event_or_set_aside(head: str, prose: str) -> None:
    """
    Whatever a heading and its prose say, nothing else comes of it.
    """
    clean = [
        escape("".join(char for char in text if char.isprintable())) for text in (head, prose)
    ]
    date = '<date when="1901">1901</date>'
    data = f'<div type="timeline"><head>{clean[0]} {date}</head><p>{clean[1]}</p></div>'
    for one in found(data):
        assert isinstance(one, Event | SetAside)
