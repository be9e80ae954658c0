"""
Who does what to whom in the example tests, and how their findings are picked out.
"""

from __future__ import annotations

from diplomodel.events import AsylumGrant
from diplomodel.histories import Finding, History


SIDES = {"by": "PER", "target": "MEX"}
WAY = {"sender": "MEX", "receiver": "PER"}
ENVOY = {**WAY, "person": "pablo-monroy"}
CASE = {"asylum_state": "MEX", "territorial_state": "PER", "persons": "betssy-chavez"}
GRANT = AsylumGrant(occurred="2025-11-03", **CASE)


def found(history: History, code: str) -> list[Finding]:
    """
    The findings of one code.
    """
    return [finding for finding in history.findings() if finding.code == code]
