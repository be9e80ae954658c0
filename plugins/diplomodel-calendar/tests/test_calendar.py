"""
Calendars: what is in them, and that the library icalendar reads back what was written.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Component

import diplomodel_calendar
from diplomodel import casebook, casebook_names, replay
from diplomodel.casebooks import Casebook
from diplomodel.errors import BadInputError
from diplomodel.events import (
    Observation,
    RelationsBreak,
    StaffExpulsion,
    Talks,
    UnknownEvent,
    VisaRequirementAnnouncement,
)
from diplomodel.evidence import Claim, Evidence, Source
from diplomodel.exporters import export
from diplomodel.plugins import PluginHost
from diplomodel.testing import check_plugin, events


HOST = PluginHost.isolated(diplomodel_calendar)
HOSTILE = (
    "a, b; c\\n d\r\nEND:VEVENT\rBEGIN:VALARM\u2028X:1\x85ACTION:AUDIO\nBEGIN:VEVENT \u202e \\"
)


def written(what: object, **options: object) -> bytes:
    target = io.BytesIO()
    export(what, target, to="calendar", options=options or None, host=HOST)
    return target.getvalue()


def calendar(what: object, **options: object) -> Calendar:
    found = Calendar.from_ical(written(what, **options))

    assert isinstance(found, Calendar)
    assert [] == [error for part in found.walk() for error in part.errors]
    return found


def entries(what: object, **options: object) -> list[Component]:
    return calendar(what, **options).subcomponents


def entry(*what: object, **options: object) -> Component:
    (found,) = entries(replay(what), **options)
    return found


def test_conforms(isolated_host, conforms) -> None:
    """
    The plugin keeps all that plugins promise.
    """
    conforms(check_plugin(isolated_host(diplomodel_calendar), "calendar"))


@pytest.mark.parametrize("name", casebook_names())
def test_every_event_is_an_entry(name) -> None:
    """
    The library reads an entry for each event but the opening, with its summary and date.
    """
    history = replay(casebook(name))
    expected = {
        f"{event.id}@diplomodel": (event.occurred.text, event.name)
        for event in history.events
        if not isinstance(event, Observation)
    }
    found = {
        str(one["uid"]): (str(one["x-diplomodel-occurred"]), str(one["x-diplomodel-name"]))
        for one in entries(casebook(name), deadlines="false")
    }

    assert expected == found


@pytest.mark.parametrize("name", casebook_names())
def test_every_deadline_is_an_entry(name) -> None:
    """
    Each obligation with a day has an entry on that day.
    """
    history = replay(casebook(name))
    due = sorted(duty.due.text for duty in history.obligations() if duty.due is not None)
    titles = [one for one in entries(casebook(name)) if " owes " in one["summary"]]

    assert due == sorted(str(one["x-diplomodel-due"]) for one in titles)


@given(event=events())
@settings(max_examples=60, derandomize=True, deadline=None)
def test_any_event_is_written(event) -> None:
    """
    Whatever the type and date of an event, the library reads what was written, each UID once.
    """
    found = entries(replay([event]), opening="true")
    names = {str(one["uid"]) for one in found}

    assert len(found) == len(names)
    assert all("dtstamp" in one and "dtstart" in one for one in found)
    is_dated = event.occurred.earliest is not None or event.occurred.latest is not None
    assert is_dated == (f"{event.id}@diplomodel" in names)


@pytest.mark.parametrize(
    ("occurred", "start", "end"),
    [
        ("2025-11-03", dt.date(2025, 11, 3), dt.date(2025, 11, 4)),
        ("2025-11-03?", dt.date(2025, 11, 3), dt.date(2025, 11, 4)),
        ("2025-11", dt.date(2025, 11, 1), dt.date(2025, 12, 1)),
        ("2025-11-03/2025-11-05", dt.date(2025, 11, 3), dt.date(2025, 11, 6)),
        ("../2025-11-05", dt.date(2025, 11, 5), None),
        ("2025-11-05/..", dt.date(2025, 11, 5), None),
        ("9999-12-31", dt.date(9999, 12, 31), None),
        ("2025-11-03T14:30", dt.datetime.fromisoformat("2025-11-03T14:30"), None),
        (
            "2025-11-03T22:30:10-05:00",
            dt.datetime(2025, 11, 4, 3, 30, 10, tzinfo=dt.UTC),
            None,
        ),
        ("0001-01-01T01:00+05:00", dt.date(1, 1, 1), dt.date(1, 1, 2)),
    ],
)
def test_entry_stands_on_its_days(occurred, start, end) -> None:
    """
    An event takes the days on which it may have happened; a time with an offset is in UTC.
    """
    found = entry(RelationsBreak(occurred=occurred, by="PER", target="MEX"))

    assert start == found.decoded("dtstart")
    assert end == found.decoded("dtend", None)
    assert occurred == found["x-diplomodel-occurred"]


def test_entry_says_what_happened() -> None:
    """
    Title, place, summary, versions, sources and certainty are there.
    """
    source = Source(
        id="sre", publisher="SRE", address="https://example.org/a,b;c", published="2025-11-10"
    )
    evidence = Evidence(source=source)
    event = RelationsBreak(
        occurred="2025-11",
        by="PER",
        target="MEX",
        place="Lima",
        modality="planned",
        summary="Peru plans to break.",
        evidence=[evidence],
        claims=[Claim(text="no plan", by="SRE", verdict="rejected")],
    )
    found = entry(event)

    assert "Relations break (planned): Peru, Mexico" == found["summary"]
    assert [
        "Peru plans to break.",
        "Dated 2025-11.",
        "Version: no plan (SRE); rejected.",
        "Source: SRE (2025-11-10), https://example.org/a,b;c",
    ] == str(found["description"]).split("\n")
    assert ("Lima", "TENTATIVE") == (found["location"], found["status"])
    assert "https://example.org/a,b;c" == found["url"]
    assert dt.datetime(2025, 11, 10, tzinfo=dt.UTC) == found.decoded("dtstamp")


def test_obligation_is_a_deadline() -> None:
    """
    A deadline says who owes what, and how that stands on the last day.
    """
    expulsion = StaffExpulsion(
        occurred="2018-03-14", sender="RUS", receiver="GBR", number=23, deadline="P7D", label="out"
    )
    (found,) = [one for one in entries(replay([expulsion])) if "x-diplomodel-due" in one]

    assert dt.date(2018, 3, 21) == found.decoded("dtstart")
    assert str(found["summary"]).startswith("Deadline: Russia owes United Kingdom to ")
    assert "It is open on the last day covered." in found["description"]
    assert "since the event out." in found["description"]


def test_deadline_can_be_a_thing_to_do() -> None:
    """
    Asked for, deadlines are things to do, with how they stand.
    """
    case = casebook("uk-russia-skripal")
    todos = calendar(case, todos="true").walk("VTODO")

    assert len(todos) == sum("x-diplomodel-due" in one for one in entries(case))
    assert {"NEEDS-ACTION"} >= {str(one["status"]) for one in todos if "status" in one}
    assert all("due" in one for one in todos)


def test_kept_duty_is_completed() -> None:
    """
    What was done is marked so, with its day.
    """
    found = [
        one
        for name in casebook_names()
        for one in calendar(casebook(name), todos="true").walk("VTODO")
        if one.get("status") == "COMPLETED"
    ]

    assert found
    assert all(one.decoded("completed").tzinfo is not None for one in found)


def test_day_of_effect_is_an_entry() -> None:
    """
    What takes effect on a later day has an entry there.
    """
    visa = VisaRequirementAnnouncement(
        occurred="2025-11-06", effective="2025-11-20", by="PER", target="MEX"
    )
    _, found = entries(replay([visa]))

    assert dt.date(2025, 11, 20) == found.decoded("dtstart")
    assert str(found["summary"]).startswith("Takes effect: Visa requirement announcement")


def test_only_what_is_done_has_deadlines() -> None:
    """
    A demand or a plan sets no deadline in the calendar.
    """
    planned = VisaRequirementAnnouncement(
        occurred="2025-11-06", effective="2025-11-20", by="PER", target="MEX", modality="planned"
    )

    assert 1 == len(entries(replay([planned])))


def test_options_choose() -> None:
    """
    Deadlines can be left out, and the opening can be had.
    """
    case = casebook("uk-russia-skripal")
    opening = len(case.opening)

    assert 0 < opening
    assert len(entries(case)) + opening == len(entries(case, opening="true"))
    assert [] == [one for one in entries(case, deadlines="false") if "x-diplomodel-due" in one]


@pytest.mark.parametrize(
    ("options", "message"),
    [({"todo": "true"}, "did you mean 'todos'"), (object(), "give CalendarOptions")],
)
def test_wrong_options_are_refused(options, message) -> None:
    """
    An option that there is not is an error.
    """
    with pytest.raises(BadInputError, match=message):
        export(replay([]), io.BytesIO(), to="calendar", options=options, host=HOST)


def test_hostile_text_adds_no_entry() -> None:
    """
    No text ends its line: the entries are those of the events, and say what they said.
    """
    source = Source(id="bad", publisher=HOSTILE, address="https://x.org/\r\nBEGIN:VALARM")
    evidence = [Evidence(source=source)]
    case = Casebook(
        title=HOSTILE,
        events=[
            Talks(
                occurred="2025-01-01", by="PER", place=HOSTILE, summary=HOSTILE, evidence=evidence
            ),
            UnknownEvent(occurred="2025-01-02", unknown_kind=HOSTILE, summary=HOSTILE),
            Observation(
                occurred="2025-01-03", fluent="head_of_state", subject="PER", value=HOSTILE
            ),
        ],
    )
    data = written(case, opening="true").decode()
    found = calendar(case, opening="true")
    parts = [one.name for one in found.walk()]

    assert ["VCALENDAR", "VEVENT", "VEVENT", "VEVENT"] == parts
    assert data.splitlines() == data.split("\r\n")[:-1]
    assert "\n".join(HOSTILE.splitlines()) == found.walk("VEVENT")[0]["location"]
    assert "url" not in found.walk("VEVENT")[0]


def test_lines_are_short_and_end_in_crlf() -> None:
    """
    No line is longer than 75 octets, and each ends as RFC 5545 (section 3.1) asks.
    """
    lines = written(casebook("peru-mexico")).split(b"\r\n")

    assert b"" == lines[-1]
    assert [] == [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line]


def test_stamp_needs_no_clock() -> None:
    """
    Without a publication date the stamp is the event's own day.
    """
    undated = Evidence(source=Source(id="late", publisher="Late"))
    broken = RelationsBreak(occurred="2025-11-03", by="PER", target="MEX", evidence=[undated])

    assert dt.datetime(2025, 11, 3, tzinfo=dt.UTC) == entry(broken).decoded("dtstamp")


def test_deadline_beyond_all_days_is_left_out() -> None:
    """
    A time that ends after the year 9999 has no entry.
    """
    late = StaffExpulsion(occurred="9999-12-30", sender="RUS", receiver="GBR", deadline="P7D")

    assert 1 == len(entries(replay([late])))


def test_bytes_depend_on_neither_clock_nor_chance() -> None:
    """
    On another day, in another zone, in another process with another seed, the bytes are the same.
    """
    code = (
        "import sys, time\n"
        "shift, now = float(sys.argv[1]), time.time\n"
        "time.time = lambda: now() + shift\n"
        "import diplomodel_calendar\n"
        "from diplomodel import casebook\n"
        "from diplomodel.exporters import export\n"
        "from diplomodel.plugins import PluginHost\n"
        "host = PluginHost.isolated(diplomodel_calendar)\n"
        "export(casebook('qatar-quartet'), '-', to='calendar', host=host)\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code, shift],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            timeout=120,
        ).stdout
        for shift, seed, zone in (
            ("0", "1", "Pacific/Auckland"),
            ("99999999", "2", "America/Lima"),
        )
    ]

    assert outputs[0] == outputs[1] == written(casebook("qatar-quartet"))


def test_entry_module_is_light() -> None:
    """
    Importing the package and asking what it offers does not load icalendar.
    """
    code = (
        "import sys\n"
        "import diplomodel_calendar\n"
        "specs = list(diplomodel_calendar.diplomodel_register_exporters())\n"
        "print(len(specs), 'icalendar' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert b"1 False" == done.stdout.strip()
