"""
Phoenix.
"""

from __future__ import annotations

import pytest

from diplomodel_eventdata._phoenix import PhoenixExtractor
from eventrows import partly, phoenix, read, table


EXTRACTOR = PhoenixExtractor()
CLINE = (
    "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,"
    "target_root,target_agent,target_others,code,root_code,quad_class,goldstein,joined_issues,"
    "lat,lon,placename,statename,countryname,aid,process"
)


@pytest.mark.parametrize("width", [25, 26])
def test_the_alliances_layouts(width):
    """
    A row of 25 or 26 columns gives an event with its report.
    """
    (event,), aside = read(EXTRACTOR, table(phoenix(1, width=width)))
    source = event.evidence[0].source

    assert {} == aside
    assert ("relations_reduced", "HND", "TWN") == (event.kind, event.by, event.target)
    assert ("wire", "http://news.example/p") == (source.publisher, source.address)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"code": "13y"}, "'13y' is no CAMEO code"),
        ({"code": "---"}, "the row has no event code"),
        ({"roles": ("REB", "")}, "an actor is not a government"),
        ({"one": ""}, "an actor has no country"),
        ({"one": "NGO"}, "an actor's country is no state on that date"),
        ({"other": "HND"}, "both actors are of one state"),
        ({"on": "20150631"}, "the date of the event is no day"),
    ],
)
def test_what_is_set_aside(more, reason):
    """
    Rows that tell no act between governments are set aside with the reason.
    """
    assert ([], {reason: 1}) == read(EXTRACTOR, table(phoenix(1, **more)))


def test_the_cline_centers_layout():
    """
    Historical rows are CSV with quotes, with dates in parts that may be floats.
    """
    row = '7,3/1/1961,1961.0,3.0,1.0,USAGOV,USA,GOV,,CUB,CUB,,,161,16,3,-4,,,,"Havana, Cuba",,CUB,9,x'
    (event,), aside = read(EXTRACTOR, table(CLINE, row))

    assert {} == aside
    assert ("USA", "CUB", "1961-03-01") == (event.by, event.target, event.occurred.text)


def test_other_tables_are_refused():
    """
    A table of another width is refused with what is wanted.
    """
    assert "25 or 26" in partly(EXTRACTOR, b"1\t2\t3\n4\t5\t6\n")[1]
