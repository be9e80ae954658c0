"""
What Spanish asks of the engine: accents, "que", clitics, dates, and words told again.
"""

from __future__ import annotations

import datetime as dt

import pytest

from diplomodel_news._events.finding import findings_of
from diplomodel_news._frames.likewise import is_caption
from diplomodel_news._grammar.romance import RomanceAnalysis, analysis_of
from diplomodel_news._language.language import language
from diplomodel_news._language.text import sentences
from diplomodel_news._mentions.compose import mentions_of
from diplomodel_news._story import Story
from diplomodel_news._times.dates import moments_of


#: A Friday.
DAY = dt.date(2025, 3, 14)


def _analysis(text: str) -> RomanceAnalysis:
    """
    The first sentence of a text, read as Spanish.
    """
    spanish = language("es")
    sentence = next(iter(sentences(text)))
    made = analysis_of(sentence, mentions_of(sentence, spanish), spanish, times=frozenset())
    assert isinstance(made, RomanceAnalysis)
    return made


def _kinds(text: str) -> list[tuple[str, str]]:
    """
    The kinds of a text's events with their modalities.
    """
    return sorted(
        (one.kind, one.modality) for one in findings_of(Story(text, language("es"), DAY)).events
    )


@pytest.mark.parametrize(
    ("word", "feature"),
    [
        ("llamará", "future"),
        ("llamara", "subjunctive"),
        ("rompió", "past"),
        ("rompía", "imperfect"),
        ("rompería", "conditional"),
        ("roto", "participle"),
        ("convoque", "subjunctive"),
        ("destituyó", "past"),
        ("retirarlo", "infinitive"),
        ("pidiendo", "gerund"),
        ("detuvo", "past"),
        ("niega", "present"),
    ],
)
def test_accents_and_endings_tell_forms_apart(word: str, feature: str) -> None:
    """
    A form of a verb is known by its ending and its accent.
    """
    readings = language("es").forms_of(word)
    assert readings is not None
    assert feature in {one for _, one in readings}


@pytest.mark.parametrize("word", ["retiro", "rechazo", "abandono", "asilo"])
def test_nouns_without_the_accent_are_no_verbs(word: str) -> None:
    """
    What differs from a verb by its accent alone is not taken for one.
    """
    assert language("es").forms_of(word) is None


def test_capitals_may_lack_accents() -> None:
    """
    In capitals a verb is known without its accent.
    """
    assert language("es").forms_of("ROMPIO") is not None


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("El canciller anunció que México rompió relaciones con Perú.", "complementiser"),
        ("Informó ayer el ministro que México rompió relaciones con Perú.", "complementiser"),
        ("Expulsó al embajador que llegó ayer.", "relative"),
        ("Perú protestó después de que México rompiera relaciones.", "subordinator"),
        ("Actuó para que México rompiera relaciones.", "subordinator"),
    ],
)
def test_que_is_told_by_what_stands_before(text: str, joint: str) -> None:
    """
    A "que" opens what is said, a relative clause, or a clause of time or purpose.
    """
    assert joint in _analysis(text).joints.values()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Expulsa Perú a embajador mexicano", "peru"),
        ("Fue expulsado el embajador mexicano.", "el embajador mexicano"),
        ("Se restablecieron las relaciones diplomáticas.", "las relaciones diplomaticas"),
    ],
)
def test_subjects_stand_after_verbs_too(text: str, words: str) -> None:
    """
    A subject that follows its verb is found.
    """
    analysis = _analysis(text)
    subject = analysis.subject_of(analysis.verbs[0])
    assert subject is not None
    assert words == " ".join(analysis.low[subject.first : subject.stop])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("el pasado 15 de diciembre", "2024-12-15"),
        ("este miércoles", "2025-03-12"),
        ("el miércoles pasado", "2025-03-12"),
        ("el viernes pasado", "2025-03-07"),
        ("el lunes 10", "2025-03-10"),
        ("el martes de la semana pasada", "2025-03-04"),
        ("hace tres días", "2025-03-11"),
        ("anteayer", "2025-03-12"),
        ("esta mañana", "2025-03-14"),
        ("el mes pasado", "2025-02"),
        ("en mayo de 2005", "2005-05"),
        ("el 17 de diciembre del año pasado", "2024-12-17"),
        ("el año pasado", "2024"),
        ("la semana que viene", "2025-03-17/2025-03-23"),
        ("el próximo miércoles 19 de marzo", "2025-03-19"),
    ],
)
def test_dates(words: str, expected: str) -> None:
    """
    Words of time are resolved against the day of publication.
    """
    sentence = next(iter(sentences(f"Perú rompió relaciones con México {words}.")))
    assert expected in {one.text for one in moments_of(sentence, language("es"), DAY)}


@pytest.mark.parametrize("text", ["Julio Bitelli habló.", "Por la mañana llovió."])
def test_what_only_looks_like_a_date(text: str) -> None:
    """
    Names and times of the day are no dates.
    """
    sentence = next(iter(sentences(text)))
    assert not any(one.text for one in moments_of(sentence, language("es"), DAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("México amenazó con romper relaciones con Perú.", [("relations_break", "threatened")]),
        ("México no rompió relaciones con Perú, dijo Lima.", [("relations_break", "denied")]),
        ("México romperá relaciones con Perú el lunes.", [("relations_break", "planned")]),
        ("México estudia romper relaciones con Perú.", []),
        ("México habría roto relaciones con Perú.", [("relations_break", "claimed")]),
        ("Tras romper relaciones con Perú, México calló.", [("relations_break", "done")]),
        ("México protestó sin romper relaciones con Perú.", []),
        ("¿Rompió México relaciones con Perú?", []),
        ("México volvió a romper relaciones con Perú.", [("relations_break", "done")]),
        ("México acaba de romper relaciones con Perú.", [("relations_break", "done")]),
        ("Ojalá México rompiera relaciones con Perú.", []),
    ],
)
def test_sureness(text: str, expected: list[tuple[str, str]]) -> None:
    """
    Moods and the verbs above an act make it done, planned, denied, or nothing.
    """
    found = [one for one in _kinds(text) if one[0] == "relations_break"]
    assert expected == found


def test_likewise() -> None:
    """
    Who does likewise does what the sentence before tells.
    """
    text = (
        "México rompió relaciones con Ecuador el lunes. Nicaragua hizo lo propio al día siguiente."
    )
    found = findings_of(Story(text, language("es"), DAY)).events
    told = {(one.kind, one.values["by"], one.values["target"], one.date) for one in found}
    assert {
        ("relations_break", "MEX", "ECU", "2025-03-10"),
        ("relations_break", "NIC", "ECU", "2025-03-11"),
    } == told


def test_captions_tell_nothing() -> None:
    """
    The caption of a picture is known as one.
    """
    assert is_caption(_analysis("(Foto de archivo: diplomáticos cierran su legación en Lima)"))
    assert not is_caption(_analysis("La foto de archivo muestra al embajador."))
