"""
Acts that others carry by law, though the text does not name them.
"""

from __future__ import annotations

import datetime as dt
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from diplomodel.errors import BadInputError
from diplomodel_news._documents import Article
from diplomodel_news._events.finding import findings_of
from diplomodel_news._explain import explained
from diplomodel_news._language.language import language, read_language
from diplomodel_news._story import Story


TEXT = (
    "Norway and Siam had traded for years. Relations between Norway and Siam were established on"
    " 9 May 1905, when Nils Lie presented his credentials as Norwegian Minister Plenipotentiary."
)


def story(text=TEXT):
    """
    A text read as of the end of 2023.
    """
    return Story(text, language("en"), dt.date(2023, 12, 31))


def test_an_implied_act_has_the_day_parties_and_words_of_the_one_that_carries_it():
    """
    The mission that begins with the letters has their day, their parties and their sentence.
    """
    found = {one.kind: one for one in findings_of(story()).events}
    letters, mission = found["credentials_presentation"], found["mission_opening"]

    assert (letters.date, letters.order) == (mission.date, mission.order)
    assert {"sender": "NOR", "receiver": "THA", "level": "minister"} == mission.values


def test_an_explanation_names_the_rule_and_its_article():
    """
    What follows by law is told with the rule and the article by which it does.
    """
    article = Article(name="a.txt", text=TEXT, digest="0" * 64, as_given=True)
    lines = list(explained(story(), article))

    assert any("because implied by relations-begun-by-envoy (VCDR 13)" in one for one in lines)


def test_what_a_text_tells_stands_before_what_follows():
    """
    Nothing is inferred where the text tells such an act of the same parties on another day.
    """
    later = " The Norwegian Legation in Bangkok was opened on 1 July 1906."
    found = findings_of(story(TEXT + later)).events

    assert ["1906-07-01"] == [one.date for one in found if one.kind == "mission_opening"]


def test_faults_of_a_rule_are_told(tmp_path):
    """
    An unknown key, a kind that there is not and a missing law are faults with their place.
    """
    folder = tmp_path / "xx"
    shutil.copytree(Path(str(files("diplomodel_news") / "languages" / "en")), folder)
    bad = "a: {of: relations_brake, gives: meeting, when: now}\n"
    (folder / "implied.yaml").write_text(bad, encoding="utf-8")

    with pytest.raises(BadInputError) as caught:
        read_language(folder)

    told = " ".join(str(one) for one in caught.value.problems)
    assert all(one in told for one in ("'when' is not known", "relations_brake", "$.a.law"))
