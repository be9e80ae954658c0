"""
Made-up rows in each format.
"""

from __future__ import annotations

import io
import re
import zipfile

from diplomodel.events import Event
from diplomodel_eventdata import _polecat


def gdelt(
    number,
    code="161",
    one=("HND", "HONDURAS", ""),
    other=("TWN", "TAIWAN", ""),
    *,
    width=61,
    on="20250601",
    added="20250602101500",
    address="https://www.news.example/a",
    group="",
):
    """
    A row of GDELT: an actor is the country, the name and the type.
    """

    def actor(country, name, kind, of=""):
        return [country + kind, name, country, of, "", "", "", kind, "", ""]

    row = [str(number), on, on[:6], on[:4], "2025.4", *actor(*one, group), *actor(*other)]
    row += ["1", code, code[:3], code[:2], "4", "-4.0", "6", "2", "5", "-1.5"]
    row += [""] * (21 if width < 61 else 24)
    row += [added, address] if width > 57 else [added]
    assert len(row) == width
    return "\t".join(row)


ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity"
    "\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict"
    "\tProvince\tCountry\tLatitude\tLongitude"
)


def icews(
    number,
    code="161",
    one=("Honduras", "NA", "Honduras"),
    other=("Taiwan", "NA", "Taiwan"),
    *,
    on="2025-06-01",
    text="Reduce or break diplomatic relations",
    story="71",
    publisher="A Wire",
):
    """
    A row of ICEWS: an actor is the name, the sectors and the country.
    """
    row = [str(number), on, *one, text, code, "-4", *other, story, "2", publisher]
    return "\t".join([*row, "NA", "NA", "NA", "NA", "0", "0"])


POLECAT = "\t".join(name.title() for name in _polecat.COLUMNS)


def polecat(
    number,
    kind="SANCTION",
    mode="withdraw",
    one=("HND", "91", "GOV"),
    other=("TWN", "713", "GOV"),
    *,
    contexts="diplomatic",
    on="2025-06-01",
    source="La Nación",
    **more,
):
    """
    A row of POLECAT: an actor is the country, the Correlates of War number and the sector.
    """
    told = {
        "event id": str(number),
        "event date": on,
        "event type": kind,
        "event mode": mode,
        "contexts": contexts,
        "source": source,
        "publication date": on,
    }
    for side, (country, cow, sector) in (("actor", one), ("recipient", other)):
        told[f"{side} name"] = country
        told[f"{side} country"] = country
        told[f"{side} cow"] = cow
        told[f"primary {side} sector"] = sector
    told |= {name.replace("_", " "): value for name, value in more.items()}
    return "\t".join(told.get(name, "None") for name in _polecat.COLUMNS)


def phoenix(
    number, code="161", one="HND", other="TWN", *, roles=("GOV", ""), width=26, on="20150601"
):
    """
    A row of Phoenix: an actor is a country.
    """
    row = [str(number), on, on[:4], on[4:6], on[6:]]
    for country, role in zip((one, other), roles, strict=True):
        row += [country + role, country, role, ""]
    row += [code, code[:2], "4", "-4.0"]
    row += [""] * (width - len(row) - 3) + [f"abc_{number}", "http://news.example/p", "wire"]
    assert len(row) == width
    return "\t".join(row)


def table(*rows, end="\n", encoding="utf-8"):
    """
    The bytes of rows.
    """
    return "".join(row + end for row in rows).encode(encoding)


def zipped(**members):
    """
    A zip archive.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(re.sub("__", ".", name), data)
    return target.getvalue()


def read(extractor, data, name="a.csv"):
    """
    The events, and how many rows are set aside for each reason; then the number of rows.
    """
    return gathered(extractor.extract(io.BytesIO(data), name=name))


def gathered(found):
    """
    The events of what is found, and how many rows are set aside for each reason.
    """
    events, aside = [], {}
    for one in found:
        if isinstance(one, Event):
            events.append(one)
        else:
            aside[one.reason] = aside.get(one.reason, 0) + len(one)
    return events, aside


def partly(extractor, data, name="a.csv"):
    """
    What is found before the error that ends the reading, and the error's text.
    """
    found = []
    try:
        found.extend(extractor.extract(io.BytesIO(data), name=name))
    except ValueError as error:
        return gathered(found), str(error)
    return gathered(found), ""
