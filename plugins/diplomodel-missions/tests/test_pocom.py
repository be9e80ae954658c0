"""
Files of chiefs of mission, read into events.
"""

from __future__ import annotations

import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplomodel_missions
from diplomodel.casebooks import SetAside
from diplomodel.errors import BadInputError
from diplomodel.events import (
    AmbassadorExpulsion,
    AmbassadorWithdrawal,
    Appointment,
    ChargeAppointment,
    CredentialsPresentation,
    DepartureReason,
    EnvoyDeparture,
    Event,
    MissionClosure,
    MissionOpening,
    MissionSuspension,
    Observation,
    Rank,
    RelationsBreak,
    RelationsRestoration,
    StateExtinction,
)
from diplomodel.fluents import MissionLevel, Residence
from diplomodel.plugins import PluginHost
from diplomodel.testing import check_extractor
from diplomodel_missions.pocom import PocomExtractor, PocomOptions


def chief(
    ident="xx-1",
    person="doe-jane",
    role="ambassador-e-p",
    *,
    appointed="",
    arrived="",
    started="",
    start_note="",
    ended="",
    end_note="",
    note="",
    contemporary="",
):
    return (
        f"<chief><id>{ident}</id><person-id>{person}</person-id>"
        f"<role-title-id>{role}</role-title-id>"
        f"<contemporary-territory-id>{contemporary}</contemporary-territory-id>"
        f"<appointed><date>{appointed}</date><note/></appointed>"
        f"<arrived><date>{arrived}</date><note/></arrived>"
        f"<started><date>{started}</date><note>{start_note}</note></started>"
        f"<ended><date>{ended}</date><note>{end_note}</note></ended>"
        f"<note>{note}</note></chief>\n"
    )


def mission_note(text):
    return f"<mission-note><text>{text}</text></mission-note>\n"


def country(*records, territory="albania", nominees=""):
    return (
        f"<country-mission><territory-id>{territory}</territory-id>\n"
        f"<chiefs>\n{''.join(records)}</chiefs>\n"
        f"<other-nominees>{nominees}</other-nominees></country-mission>"
    )


def read(text, *, name="albania.xml", **options):
    data = text if isinstance(text, bytes) else text.encode()
    extractor = PocomExtractor(PocomOptions(**options))
    return list(extractor.extract(io.BytesIO(data), name=name))


def events(*records, territory="albania"):
    return [one for one in read(country(*records, territory=territory)) if isinstance(one, Event)]


def only(kind, found):
    (one,) = [event for event in found if isinstance(event, kind)]
    return one


class TestChief:
    def test_term(self):
        """
        A chief is appointed, presents credentials and leaves, by the record as evidence.
        """
        found = events(
            chief(
                "al-1994",
                appointed="1994-07-05",
                started="1994-10-17",
                ended="1996-03-15",
                end_note="Left post on",
            )
        )

        assert [
            (Appointment, "1994-07-05"),
            (CredentialsPresentation, "1994-10-17"),
            (EnvoyDeparture, "1996-03-15"),
        ] == [(type(event), event.occurred.text) for event in found]
        assert {("USA", "ALB", "doe-jane")} == {
            (event.sender, event.receiver, event.person) for event in found
        }
        assert {"al-1994, line 3"} == {event.evidence[0].place for event in found}
        assert "Left post on" == found[-1].evidence[0].quote
        assert "pocom-albania" == found[0].evidence[0].source.id
        assert DepartureReason.END_OF_TERM is found[-1].reason

    @pytest.mark.parametrize(
        ("role", "level"),
        [
            ("ambassador-e-p", MissionLevel.AMBASSADOR),
            ("envoy-extraordinary-minister-plenipotentiary", MissionLevel.MINISTER),
            ("minister-resident-consul-general", MissionLevel.MINISTER),
            ("charge-daffaires", MissionLevel.CHARGE_DAFFAIRES),
            ("diplomatic-agent-consul-general", MissionLevel.CHARGE_DAFFAIRES),
        ],
    )
    def test_class(self, role, level):
        """
        The class of the mission follows from the title of its head.
        """
        found = events(chief(role=role, started="1901-02-03"))

        assert level is only(CredentialsPresentation, found).level

    @pytest.mark.parametrize("role", ["charge-daffaires-ad-interim", "charge-daffaires-pro-tem"])
    def test_charge_ad_interim(self, role):
        """
        A chargé ad interim acts, presents no credentials, and leaves the class as it is seen.
        """
        found = events(chief(role=role, arrived="2018-09-19"))

        assert "2018-09-19" == only(ChargeAppointment, found).occurred.text
        assert ("mission_level", "USA>ALB", "charge_daffaires") == (
            (seen := only(Observation, found)).fluent,
            seen.subject,
            seen.value,
        )

    def test_principal_officer(self):
        """
        A principal officer is observed in charge of a section of interests, and is no chargé.
        """
        found = events(chief(role="principal-officer", started="1977-09-01", ended="1979-07-01"))

        assert [("acting_head", "doe-jane"), ("mission_level", "interests_section")] == [
            (event.fluent, event.value) for event in found if isinstance(event, Observation)
        ]
        assert not [event for event in found if isinstance(event, ChargeAppointment)]
        assert Rank.CHARGE_DAFFAIRES is only(EnvoyDeparture, found).standing

    def test_partial_and_vague_dates(self):
        """
        A month stays a month, and a date beside "about" is approximate.
        """
        found = events(chief(started="1844-06-12", start_note="About", ended="1847"))

        assert "1844-06-12~" == only(CredentialsPresentation, found).occurred.text
        assert "1847" == only(EnvoyDeparture, found).occurred.text

    def test_no_credentials(self):
        """
        Whoever did not present credentials is named, and not in post.
        """
        found = events(chief(appointed="2007-10-29", ended="2010-07-19", end_note="Left post on"))

        assert [Appointment, EnvoyDeparture] == [type(event) for event in found]


class TestEnd:
    @pytest.mark.parametrize(
        ("note", "reason"),
        [
            ("Presented recall on", DepartureReason.END_OF_TERM),
            ("Superseded", DepartureReason.END_OF_TERM),
            ("", DepartureReason.END_OF_TERM),
            ("Died at post on", DepartureReason.DEATH),
            ("Assassinated at Northtown", DepartureReason.DEATH),
            ("Normal relations interrupted on", DepartureReason.OTHER),
        ],
    )
    def test_departure(self, note, reason):
        """
        A letter of recall ends a term; a death is one; a government not recognised is neither.
        """
        found = events(chief(started="1901-02-03", ended="1902-03-04", end_note=note))

        assert reason is only(EnvoyDeparture, found).reason

    @pytest.mark.parametrize(
        "note",
        [
            "Promoted to Ambassador Extraordinary and Plenipotentiary on",
            "Recommissioned to a different combination of countries on",
            "When the state became a kingdom, Doe was reaccredited on",
        ],
    )
    def test_goes_on(self, note):
        """
        Whoever goes on with another title does not leave.
        """
        found = events(chief(started="1901-02-03", ended="1902-03-04", end_note=note))

        assert [CredentialsPresentation] == [type(event) for event in found]

    def test_goes_on_unsaid(self):
        """
        Whoever begins anew on the day of the end does not leave, though no note says so.
        """
        found = events(
            chief(role="charge-daffaires-ad-interim", started="1981-10-29", ended="1983-06-23"),
            chief("xx-2", started="1983-06-23", ended="1985-07-10", end_note="Left post on"),
        )

        assert "1985-07-10" == only(EnvoyDeparture, found).occurred.text

    @pytest.mark.parametrize(
        ("note", "by", "target"),
        [
            ("The United States severed diplomatic relations with Finland on", "USA", "FIN"),
            ("Finland severed diplomatic relations with the United States on", "FIN", "USA"),
            ("Government of the Republic of Finland severed relations with it", "FIN", "USA"),
            ("Finland declared war on the United States on (local time)", "FIN", "USA"),
        ],
    )
    def test_break(self, note, by, target):
        """
        The note tells which side broke relations; a declaration of war breaks them.
        """
        found = events(
            chief(started="1941-02-03", ended="1944-06-30", end_note=note), territory="finland"
        )
        broken = only(RelationsBreak, found)

        assert (by, target) == (broken.by, broken.target)
        assert ("declaration of war" if "war" in note else None) == broken.ground
        assert DepartureReason.BREAK_OF_RELATIONS is only(EnvoyDeparture, found).reason

    @pytest.mark.parametrize(
        ("note", "kind"),
        [
            ("Embassy closed", MissionClosure),
            ("Legation Tirana closed on", MissionClosure),
            ("Embassy suspended operations", MissionSuspension),
            ("All U.S. diplomatic personnel were withdrawn from Tirana on", MissionSuspension),
            ("Albania incorporated into the Adriatic Union", StateExtinction),
        ],
    )
    def test_mission_ends(self, note, kind):
        """
        A closing, a suspension and the end of the state are acts of their own.
        """
        found = events(chief(started="1991-02-03", ended="1992-03-04", end_note=note))

        assert "1992-03-04" == only(kind, found).occurred.text

    def test_closing_has_its_own_day(self):
        """
        A closing keeps the day that the note names, where it is not that of the chief's leaving.
        """
        note = "Embassy closed July 4, 2014 and mission moved to Malta. Left Malta on"
        found = events(chief(started="2013-06-11", ended="2015-09-12", end_note=note))

        assert "2014-07-04" == only(MissionClosure, found).occurred.text
        assert "2015-09-12" == only(EnvoyDeparture, found).occurred.text

    def test_non_grata(self):
        """
        Words in italics inside a note are part of it; a chief declared non grata is expelled.
        """
        note = "Declared <hi rend='italic'>persona non grata</hi> by the Government"
        found = events(chief(started="2006-02-03", ended="2008-09-14", end_note=note))

        assert "non_grata" == only(AmbassadorExpulsion, found).form.value

    def test_recall_requested(self):
        """
        A recall that the receiving state asks for is its act; a recall alone the sender's.
        """
        asked = chief(started="1825-02-03", ended="1829-10-17", end_note="Recall requested by it")
        called = chief(started="1990-02-03", ended="1992-08-01", end_note="Recalled")

        assert "not_acceptable" == only(AmbassadorExpulsion, events(asked)).form.value
        assert "1992-08-01" == only(AmbassadorWithdrawal, events(called)).occurred.text


class TestResidence:
    @pytest.mark.parametrize(
        ("territory", "end_note", "note", "residence"),
        [
            ("dominica", "Left Bridgetown", "", Residence.NON_RESIDENT),
            ("andorra", "Departed Madrid on", "", Residence.NON_RESIDENT),
            ("paraguay", "Relinquished charge at Montevideo", "", Residence.NON_RESIDENT),
            ("samoa", "Left Apia", "", Residence.RESIDENT),
            ("japan", "Left Japan", "", Residence.RESIDENT),
            ("samoa", "Left post on or soon after", "", Residence.RESIDENT),
            ("niger", "Superseded", "The non-resident ambassador did so.", Residence.NON_RESIDENT),
            ("niger", "Superseded", "Served it; resident at Abidjan.", Residence.NON_RESIDENT),
            ("italy", "Superseded", "Commissioned as Minister Resident at Rome.", None),
            ("romania", "Left Sinaia", "", None),
            ("romania", "", "", None),
        ],
    )
    def test_residence(self, territory, end_note, note, residence):
        """
        A capital of another state that a chief leaves, or resides at, is where the chief resides.
        """
        record = chief(started="1990-02-03", ended="1993-03-04", end_note=end_note, note=note)
        found = events(record, territory=territory)

        assert residence is only(CredentialsPresentation, found).residence

    def test_seat_is_evidence(self):
        """
        The seat elsewhere is told in the evidence.
        """
        record = chief(started="1990-11-19", ended="1993-06-17", end_note="Left Bridgetown")

        found = events(record, territory="dominica")

        assert "resides at Bridgetown" == found[0].evidence[0].note


class TestReceiver:
    @pytest.mark.parametrize(
        ("territory", "contemporary", "date", "note", "code"),
        [
            ("germany", "germany", "1840-01-01", "", "XPRU"),
            ("germany", "germany", "1960-01-01", "", "DEU"),
            ("italy", "italy", "1850-01-01", "", "XSAR"),
            ("russia", "russia", "1950-01-01", "", "SUN"),
            ("congo-republic", "congo-brazzaville", "1970-01-01", "", "COG"),
            ("vietnam-south", "south-vietnam-1975", "1970-01-01", "", "XRVN"),
            ("china", "china", "1960-01-01", "Commissioned to China; resident at Taipei.", "TWN"),
            ("china", "china", "1930-01-01", "Commissioned to China.", "CHN"),
            ("holy-see", "holy-see", "1850-01-01", "Commissioned to the Papal States.", "VAT"),
            ("guatemala", "guatemala", "1850-01-01", "Commissioned to Honduras.", "GTM"),
        ],
    )
    def test_state_of_the_time(self, territory, contemporary, date, note, code):
        """
        The receiving state is the one that the territory was when the chief began.
        """
        record = chief(started=date, note=note, contemporary=contemporary)

        assert code == events(record, territory=territory)[0].receiver

    def test_two_crowns(self):
        """
        A chief accredited to a union is the file's own state's from when that state is there.
        """
        record = chief(
            appointed="1905-03-08",
            started="1905-05-31",
            ended="1906-08-06",
            note="Commissioned to Sweden and Norway; resident at Stockholm.",
        )

        assert {"NOR"} == {event.receiver for event in events(record, territory="norway")}


class TestNotes:
    def test_acts_of_sentences(self):
        """
        Each sentence that tells a dated act of the mission or of relations gives it.
        """
        found = events(
            chief(started="1935-11-08", ended="1939-04-08"),
            mission_note(
                "Legation Tirana was officially closed on May 3, 1940. The United States"
                " resumed diplomatic relations with Albania on June 4, 1990. The U.S. Embassy in"
                " Tirana opened on July 5, 1991. It is in a street."
            ),
        )

        assert [
            (MissionClosure, "1940-05-03"),
            (RelationsRestoration, "1990-06-04"),
            (MissionOpening, "1991-07-05"),
        ] == [(type(event), event.occurred.text) for event in found[2:]]

    def test_section_and_raising(self):
        """
        A section of interests opens at its class, and is raised when it becomes an embassy.
        """
        found = events(
            mission_note(
                "On May 2, 1978, the United States established an Interests Section in"
                " the Embassy of another. The United States and Cuba resumed diplomatic relations"
                " on June 3, 2014, when the two sides elevated their Interests Sections"
                " to Embassy status."
            ),
            territory="cuba",
        )

        assert [
            ("mission_opening", MissionLevel.INTERESTS_SECTION),
            ("relations_restoration", None),
            ("level_upgrade", MissionLevel.AMBASSADOR),
        ] == [(event.kind, getattr(event, "level", None)) for event in found]

    def test_mission_elsewhere(self):
        """
        An embassy in another state's capital, near a government in exile, closes none here.
        """
        note = "The office of the Embassy at Cairo was closed on March 4, 1944."
        found = events(chief(started="1943-02-03", note=note), territory="greece")

        assert [CredentialsPresentation] == [type(event) for event in found]

    def test_break_with_another_government(self):
        """
        Relations that end with one government when they begin with another are both told.
        """
        found = events(
            mission_note(
                "The United States established diplomatic relations with the People’s Republic of"
                " China, and terminated them with the Republic of China, on February 2, 1979."
            ),
            territory="china",
        )

        assert [("CHN", "USA"), ("USA", "TWN")] == [
            getattr(event, "parties", None) or (event.by, event.target) for event in found
        ]


class TestSetAside:
    def test_counted(self):
        """
        Every record tells an event or is set aside with its line and reason.
        """
        text = country(
            chief("ok", started="1994-10-17"),
            chief("undated"),
            chief("unknown", role="gardener", started="1994-10-17"),
            chief("crooked", started="1994-13-45"),
            chief("nobody", person="", started="1994-10-17"),
            mission_note("Chiefs did not present credentials at first."),
            nominees=chief("nominee", note="Nomination withdrawn."),
        )
        found = read(text)
        aside = [one for one in found if isinstance(one, SetAside)]

        assert 1 == len(found) - len(aside)
        assert [
            ("no date", 4),
            ("title 'gardener'", 5),
            ("1994-13-45", 6),
            ("person", 7),
            ("no dated act", 8),
            ("nominee", 10),
        ] == [
            (word, one.problems[0].line)
            for word, one in zip(
                ["no date", "title 'gardener'", "1994-13-45", "person", "no dated act", "nominee"],
                aside,
                strict=True,
            )
            if word in one.problems[0].message
        ]

    def test_own_country(self):
        """
        The United States sends no mission to itself, and to no state that is not known.
        """
        for territory in ("united-states", "atlantis", "<x/>"):
            (aside,) = read(country(chief(started="1994-10-17"), territory=territory))

            assert isinstance(aside, SetAside)


class TestFiles:
    @pytest.mark.parametrize("share", [0.35, 0.6, 0.95])
    def test_truncated(self, share):
        """
        A file that breaks off gives what came before, then one error that tells what is lost.
        """
        records = [chief(f"xx-{n}", f"doe-{n}", started=f"19{n}-01-01") for n in range(10, 90)]
        data = country(*records).encode()
        cut = data[: int(len(data) * share)]
        extractor = PocomExtractor().extract(io.BytesIO(cut), name="a.xml")
        seen = list(itertools.islice(extractor, cut.count(b"</chief>")))

        assert {"credentials_presentation"} == {event.kind for event in seen}
        with pytest.raises(BadInputError, match="breaks off or is damaged"):
            next(extractor)

    def test_entities(self):
        """
        A file with a document type is refused before any entity is read.
        """
        bomb = (
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
            "<country-mission><territory-id>&b;</territory-id></country-mission>"
        )
        with pytest.raises(BadInputError, match="document type declaration"):
            read(bomb)

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "no XML"),
            (b"\x00\x01\x02", "no XML"),
            (b"PK\x03\x04", "no XML"),
            (b"a,b,c\n1,2,3\n", "no XML"),
            (b"<TEI><text/></TEI>", "begin with <country-mission>"),
            (b"<?xml version='1.0' encoding='x-none'?><country-mission/>", "encoding|no XML"),
            (b"<country-mission>" + b"<a>" * 500, "deep"),
        ],
    )
    def test_no_such_file(self, data, words):
        """
        What is no POCOM file gives one clear error.
        """
        with pytest.raises(BadInputError, match=words):
            read(data)

    def test_long_text(self):
        """
        A field of ten million characters costs neither time nor an error.
        """
        note = "Left post " * 1_000_000
        found = events(chief(started="1994-10-17", ended="1996-03-15", end_note=note))

        assert [CredentialsPresentation, EnvoyDeparture] == [type(event) for event in found]

    @given(st.binary(max_size=300))
    def test_any_bytes(self, data):
        """
        No bytes make the reader fail with anything but its own error.
        """
        framed = b"<country-mission><territory-id>albania</territory-id><chiefs>" + data
        for source in (data, framed):
            try:
                read(source)
            except BadInputError as error:
                assert str(error)  # noqa: PT017 (any error of ours will do)

    @given(
        st.lists(
            st.fixed_dictionaries(
                {
                    "started": st.sampled_from(["", "1994", "1994-02", "1994-02-30", "0000-01"]),
                    "ended": st.sampled_from(["", "1993-01-01", "9999-12-31", "1995-01-01"]),
                    "end_note": st.text("abc .,()[]*+?ñé’", max_size=60),
                    "note": st.text("Embassy closedon January1,9 ", max_size=80),
                    "role": st.sampled_from(["ambassador-e-p", "chief", "principal-officer", ""]),
                }
            ),
            max_size=5,
        )
    )
    def test_any_record(self, fields):
        """
        Every record is counted once, as events or as set aside, whatever stands in it.
        """
        found = read(country(*(chief(f"xx-{n}", **one) for n, one in enumerate(fields))))
        told = {one.evidence[0].place for one in found if isinstance(one, Event)}
        aside = [one for one in found if isinstance(one, SetAside)]

        assert len(fields) == len(told) + len(aside)


def test_published():
    """
    The date of publication that is asked for is that of the source.
    """
    (event,) = read(country(chief(started="1994-10-17")), published="2020-12")

    assert "2020-12" == event.evidence[0].published.text


def test_explained():
    """
    Each record is explained in a line.
    """
    text = country(chief("al-1", started="1994-10-17"), chief("al-2"))
    lines = list(PocomExtractor().explain(io.BytesIO(text.encode()), name="albania.xml"))

    assert [
        "al-1 (line 3): credentials_presentation 1994-10-17",
        "al-2 (line 4): set aside: it has no date: nothing can be said of any day",
    ] == lines


def test_conforms():
    """
    The extractor keeps what the host asks of every extractor.
    """
    sample = country(
        chief(appointed="1994-07-05", started="1994-10-17", ended="1996-03-15"),
        chief("xx-2", "roe-john", "charge-daffaires-ad-interim", started="1996-03-15"),
    )
    host = PluginHost.isolated(diplomodel_missions)
    report = check_extractor(
        host,
        "missions.pocom",
        samples={"albania.xml": sample.encode()},
        bad={"bad.xml": b"<country-mission><chiefs><chief>"},
    )

    assert report.passed, str(report)
