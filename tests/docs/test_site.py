"""
The documentation builds without a warning, is complete, and loads nothing from elsewhere.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import diplomodel


for needed in ("sphinx", "furo", "myst_parser", "sphinx_copybutton", "sphinx_design"):
    pytest.importorskip(needed, reason="the documentation's own packages are not installed")

DOCS = Path(__file__).parents[2] / "docs"

# One worker builds the site for all tests of this file.
pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The directory of the built pages.
    """
    target = tmp_path_factory.mktemp("site")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    arguments = ["-n", "-W", "--keep-going", "-q", "-E", str(DOCS), str(target)]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
    )

    assert "" == done.stderr
    assert 0 == done.returncode

    return target


def public_modules() -> Iterator[str]:
    """
    The names of all modules that users may import.
    """
    yield "diplomodel"
    for found in pkgutil.walk_packages(diplomodel.__path__, "diplomodel."):
        if not any(part.startswith("_") for part in found.name.split(".")):
            yield found.name


def documented(site: Path) -> set[str]:
    """
    The names in the inventory of the built pages.
    """
    from sphinx.util.inventory import InventoryFile

    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    return {
        name
        for kind, entries in inventory.data.items()
        if kind.startswith("py:")
        for name in entries
    }


def aliases() -> dict[int, set[str]]:
    """
    For each public object, by its identity: every public name that leads to it.
    """
    found: dict[int, set[str]] = {}
    for module in public_modules():
        imported = importlib.import_module(module)
        for name in getattr(imported, "__all__", ()):
            found.setdefault(id(getattr(imported, name)), set()).add(f"{module}.{name}")
    return found


def test_every_public_name_is_documented(site: Path) -> None:
    """
    Each object in a public ``__all__`` has an entry under at least one of its public names.
    """
    known = documented(site)

    assert [] == sorted(min(names) for names in aliases().values() if not names & known)


class Loader(HTMLParser):
    """
    Collects what a page makes a browser load.
    """

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note addresses of scripts, styles, fonts, images and frames; links are followed by people.
        """
        values = dict(attrs)
        if tag not in {"a", "form"}:
            for name in ("src", "href", "srcset", "data", "poster"):
                self.loaded.append(values.get(name) or "")


def test_pages_load_nothing_from_other_hosts(site: Path) -> None:
    """
    Scripts, styles, fonts and images all lie beside the pages.
    """
    loader = Loader()
    for page in site.rglob("*.html"):
        loader.feed(page.read_text("utf-8"))

    assert [] == sorted({one for one in loader.loaded if re.match(r"\s*(?:https?:)?//", one)})


def test_styles_load_nothing_from_other_hosts(site: Path) -> None:
    """
    No style sheet imports another host's style or font.
    """
    remote = re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//")
    found = [
        sheet.name for sheet in site.rglob("*.css") if remote.search(sheet.read_text("utf-8"))
    ]

    assert [] == found


def test_catalogue_has_every_event_type(site: Path) -> None:
    """
    Each event type has an entry in the catalogue.
    """
    from diplomodel.events import event_types, kind_of

    pages = (site / "reference" / "catalogue" / "events").glob("*.html")
    text = "".join(page.read_text("utf-8") for page in pages)
    anchors = {f'id="event-{kind_of(cls).replace("_", "-")}"' for cls in event_types()}

    assert set() == {anchor for anchor in anchors if anchor not in text}


def test_catalogue_has_every_article(site: Path) -> None:
    """
    Each article and practice of the law table has an entry.
    """
    from diplomodel.law import articles

    pages = (site / "reference" / "catalogue" / "law").glob("*.html")
    text = "".join(page.read_text("utf-8") for page in pages)

    slugs = {re.sub(r"[^a-z0-9]+", "-", one.id.lower()).strip("-") for one in articles()}

    assert len(articles()) == len(slugs)
    assert set() == {slug for slug in slugs if f'id="law-{slug}"' not in text}
