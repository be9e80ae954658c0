"""
What the tests of exporters share: a casebook whose texts try to be more than text.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import diplomodel
from diplomodel.actors import Person
from diplomodel.casebooks import Casebook
from diplomodel.events import AsylumGrant, Observation, RelationsBreak, UnknownEvent
from diplomodel.evidence import Claim, Evidence, Source


HOSTILE = (
    '=cmd()|a %%{init: {"theme":"dark"}}%% : x; #quot; <script>alert(1)</script> "q" --> [*] '
    "[a](javascript:b) ![i](http://c) `d` \\ $x$ ]]> &amp; \u202e\n"
    "    title evil\n# heading\n- item\n\n    code\n---\nBEGIN:VEVENT\nstate s0 : {e} *f* _g_"
)


@pytest.fixture
def hostile() -> Casebook:
    """
    A casebook with such a text wherever text may stand.
    """
    source = Source(
        id="bad",
        publisher=HOSTILE,
        title=HOSTILE,
        address="javascript:alert(1)",
        licence=HOSTILE,
        note=HOSTILE,
        published="2025-11-03",
    )
    evidence = Evidence(
        source=source, place=HOSTILE, quote=HOSTILE, attributed_to=HOSTILE, note=HOSTILE
    )
    claim = Claim(
        text=HOSTILE, by=[HOSTILE], evidence=[evidence], reason=HOSTILE, verdict="rejected"
    )
    return Casebook(
        name="hostile",
        title=HOSTILE,
        summary=HOSTILE,
        licence=HOSTILE,
        people=[Person(id="ana", name=HOSTILE)],
        events=[
            Observation(
                occurred="2025-11-01",
                fluent="relations",
                subject="MEX-PER",
                value="established",
                evidence=[evidence],
            ),
            RelationsBreak(
                occurred="2025-11-03",
                by="PER",
                target="MEX",
                place=HOSTILE,
                summary=HOSTILE,
                evidence=[evidence],
                claims=[claim],
            ),
            AsylumGrant(
                occurred="2025-11-04",
                asylum_state="MEX",
                territorial_state="PER",
                persons=["ana"],
                evidence=[evidence],
            ),
            UnknownEvent(
                occurred="2025-11-05", unknown_kind=HOSTILE, summary=HOSTILE, evidence=[evidence]
            ),
        ],
    )


@pytest.fixture
def child() -> Callable[..., bytes]:
    """
    Run code in a process of its own, with more in its environment, and give what it prints.
    """

    def run(code: str, **more: str) -> bytes:
        source = str(Path(diplomodel.__file__).parents[1])
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": source, **more},
            timeout=120,
        )

        assert b"" == done.stderr
        return done.stdout

    return run
