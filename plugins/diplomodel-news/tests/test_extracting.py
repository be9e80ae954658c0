"""
What the extractor finds in texts written for these tests, and where.
"""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import diplomodel_news
from diplomodel.casebooks import SetAside
from diplomodel.events import Event
from diplomodel.testing import check_plugin
from diplomodel_news import NewsExtractor, NewsOptions


def events(text, *, published="2030-03-06", lang="en", name="a.txt"):
    reader = NewsExtractor(NewsOptions(published=published, lang=lang))
    found = list(reader.extract(io.BytesIO(text.encode("utf-8", "surrogatepass")), name=name))
    return [one for one in found if isinstance(one, Event)]


def told(text, **options):
    return [(one.kind, str(one.occurred), one.modality.value) for one in events(text, **options)]


def test_conforms(isolated_host, conforms):
    """
    The plugin keeps all that plugins promise.
    """
    conforms(check_plugin(isolated_host(diplomodel_news), "news"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile broke off diplomatic relations with Peru on Monday.",
            ("relations_break", "2030-03-04", "done"),
        ),
        (
            "Diplomatic relations with Peru were severed by Chile on 3 February.",
            ("relations_break", "2030-02-03", "done"),
        ),
        (
            "Chile will break off diplomatic relations with Peru on Friday.",
            ("relations_break", "2030-03-08", "planned"),
        ),
        (
            "Chile threatened on Monday to break off relations with Peru.",
            ("relations_break", "2030-03-04", "threatened"),
        ),
        (
            "Chile denied on Monday that it had broken off relations with Peru.",
            ("relations_break", "2030-03-04", "denied"),
        ),
        (
            "Kenya expelled three Norwegian diplomats on 1 March 2029.",
            ("staff_expulsion", "2029-03-01", "done"),
        ),
        (
            "Kenya recalled its ambassador to Norway for consultations last month.",
            ("ambassador_recall", "2030-02", "done"),
        ),
        (
            "Kenya summoned the Norwegian ambassador yesterday.",
            ("ambassador_summons", "2030-03-05", "done"),
        ),
        (
            "Ghana and Nepal restored diplomatic relations in May 2027.",
            ("relations_restoration", "2027-05", "done"),
        ),
        ("Ghana closed its embassy in Nepal in 2021.", ("mission_closure", "2021", "done")),
    ],
)
def test_one_act(text, expected):
    """
    A sentence that tells one act gives that event, with its day and its modality.
    """
    assert [expected] == told(text)


def test_parties_of_a_passive():
    """
    Who acts and on whom does not hang on the voice.
    """
    (active,) = events("Kenya expelled the Norwegian ambassador on Monday.")
    (passive,) = events("The Norwegian ambassador was expelled by Kenya on Monday.")

    assert active.id == passive.id
    assert ("NOR", "KEN") == (active.sender, active.receiver)


@pytest.mark.parametrize(
    "text",
    [
        "If Chile broke off relations with Peru, trade would suffer.",
        "Nobody asked whether Chile would recall its ambassador.",
        "The striker broke off relations with his agent.",
        "Apples were discussed.",
    ],
)
def test_no_act(text):
    """
    What is supposed, asked, or about something else gives nothing.
    """
    assert [] == told(text)


def test_tellings_of_one_event_merge():
    """
    One happening told three times is one event with three pieces of evidence.
    """
    text = (
        "Chile breaks relations with Peru\n"
        "Chile broke off diplomatic relations with Peru on Monday.\n"
        "Relations with Peru were severed by Chile after a quarrel."
    )
    (found,) = events(text)

    assert 3 == len(found.evidence)
    assert "2030-03-04" == str(found.occurred)


def test_deadline_and_number():
    """
    The number of staff and the time they are given are read.
    """
    (found,) = events(
        "Kenya expelled twelve Norwegian diplomats on Monday, giving them 72 hours to leave."
    )

    assert (12, "PT72H") == (found.number, found.deadline.text)


def test_today_in_a_quotation_leaves_a_day_of_doubt():
    """
    "Today" in a quotation is the day of publication or the one before.
    """
    (found,) = events(
        '"Today we have broken off diplomatic relations with Peru," the Chilean foreign minister said.'
    )

    assert "2030-03-05/2030-03-06" == str(found.occurred)


def test_attribution():
    """
    Who says so stands with the evidence.
    """
    (found,) = events(
        "Chile recalled its ambassador to Peru on Monday, the foreign ministry in Santiago said."
    )

    assert "the foreign ministry in Santiago" == found.evidence[0].attributed_to


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_quotes_stand_at_their_offsets(before, after):
    """
    Every quotation is the text at its offsets, whatever letters stand around it.
    """
    text = f"{before}\nChile broke off diplomatic relations with Peru on Monday. {after}"
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\r", " ").lstrip("\ufeff")
    for event in events(text):
        for piece in event.evidence:
            if piece.quote is not None:
                assert piece.quote == text[piece.start : piece.end]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.rss", "a"]))
def test_any_bytes(raw, name):
    """
    No bytes make it fail.
    """
    reader = NewsExtractor(NewsOptions(published="2030-03-06"))

    assert all(
        isinstance(one, Event | SetAside) for one in reader.extract(io.BytesIO(raw), name=name)
    )


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"ambassador " * 30_000, "a.txt"),
        (b"a" * 5_000_000 + b" ambassador", "a.txt"),
        (b"<html>" + b"<div>" * 50_000 + b"ambassador expelled", "a.html"),
        (b"<" * 1_000_000 + b"ambassador", "a.html"),
        (b'"' * 200_000 + b" ambassador", "a.txt"),
        (b'{"text": ' + b"[" * 50_000, "a.jsonl"),
    ],
)
def test_hostile_input_ends(raw, name):
    """
    Endless lines, deep nesting and repeated marks end in good time.
    """
    reader = NewsExtractor(NewsOptions(published="2030-03-06", lang="en"))

    assert [] == [
        one for one in reader.extract(io.BytesIO(raw), name=name) if isinstance(one, Event)
    ]


def test_json_lines():
    """
    Each line is an article with its own date, language and address; a bad one is set aside.
    """
    good = {
        "text": "Chile recalled its ambassador to Peru on Monday.",
        "published": "2030-03-06",
        "url": "https://a.example/1",
    }
    raw = (json.dumps(good) + "\n{]\n" + json.dumps({"title": "none"}) + "\n").encode()
    found = list(NewsExtractor(NewsOptions(lang="en")).extract(io.BytesIO(raw), name="a.jsonl"))

    assert ["AmbassadorRecall", "SetAside", "SetAside"] == [type(one).__name__ for one in found]
    assert "https://a.example/1" == found[0].evidence[0].source.address


def test_html_and_feed():
    """
    Pages and feeds give the same event as the text itself.
    """
    sentence = "Chile broke off diplomatic relations with Peru on Monday."
    page = f"<html><body><article><h1>News</h1><p>{sentence}</p></article></body></html>"
    feed = (
        '<rss version="2.0"><channel><title>Wire</title><item><title>News</title>'
        f"<pubDate>Wed, 06 Mar 2030 10:00:00 GMT</pubDate><description>{sentence}</description></item></channel></rss>"
    )

    assert {"relations_break"} == {one.kind for one in events(page, name="a.html")}
    assert {"Wire"} == {one.evidence[0].source.publisher for one in events(feed, name="a.rss")}


def test_language_is_detected():
    """
    Without a language given, the text's own words tell it.
    """
    reader = NewsExtractor(NewsOptions(published="2030-03-06"))
    text = b"The government of Chile broke off diplomatic relations with Peru on Monday, it said."

    assert ["en"] == [
        e.evidence[0].source.language for e in reader.extract(io.BytesIO(text), name="a.txt")
    ]


def test_publication_date_is_needed():
    """
    Without a day of publication the article is set aside with the remedy.
    """
    (found,) = NewsExtractor().extract(
        io.BytesIO(b"Chile recalled its ambassador to Peru."), name="a.txt"
    )

    assert "--published" in found.problems[0].message


def test_explain():
    """
    Events and near misses are told with their reasons.
    """
    reader = NewsExtractor(NewsOptions(published="2030-03-06", lang="en"))
    lines = list(
        reader.explain(
            io.BytesIO(
                b"Chile may recall its ambassador to Peru. It broke relations with Oman on Monday."
            ),
            name="a.txt",
        )
    )

    assert any("near miss ambassador_recall" in line and "possible" in line for line in lines)
    assert any("event relations_break 2030-03-04 done" in line for line in lines)
    assert any("'monday' before or on 2030-03-06" in line for line in lines)
