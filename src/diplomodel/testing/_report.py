"""
What a check of a plugin finds, for people and for tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import attrs
from attrs import field


__all__ = ["Check", "Outcome", "Report", "merged"]


class Outcome(StrEnum):
    """
    How a check ended.
    """

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@attrs.frozen(kw_only=True)
class Check:
    """
    One thing looked at.

    Attributes:
        name: What must hold, in a few words.
        outcome: Whether it does.
        detail: What was found, or why it was not looked at.

    Example:
        >>> print(Check(name="loads", outcome="passed"))
        passed   loads
    """

    name: str
    outcome: Outcome = field(converter=Outcome)
    detail: str = ""

    def __str__(self) -> str:
        """
        The outcome, the name and the detail in one line.
        """
        detail = f": {self.detail}" if self.detail else ""
        return f"{self.outcome:8} {self.name}{detail}"


@attrs.frozen(kw_only=True)
class Report:
    """
    Everything that was looked at.

    Attributes:
        subject: The plugin, or what of it was checked.
        checks: What was looked at, in order.

    Example:
        >>> report = Report(
        ...     subject="gazette",
        ...     checks=[Check(name="loads", outcome="failed", detail="no module lxml")],
        ... )
        >>> report.passed
        False
        >>> print(report)
        gazette
          failed   loads: no module lxml
    """

    subject: str
    checks: tuple[Check, ...] = field(converter=tuple[Check, ...])

    @property
    def failures(self) -> tuple[Check, ...]:
        """
        The checks that failed.
        """
        return tuple(check for check in self.checks if check.outcome is Outcome.FAILED)

    @property
    def passed(self) -> bool:
        """
        Whether something was looked at and nothing failed.
        """
        return bool(self.checks) and not self.failures

    def __str__(self) -> str:
        """
        The subject, and a line for each check.
        """
        return "\n".join([self.subject, *(f"  {check}" for check in self.checks)])

    def require(self) -> None:
        """
        Fail a test if any check failed.

        Raises:
            AssertionError: With the whole report.
        """
        if not self.passed:
            raise AssertionError(str(self))


def merged(subject: str, reports: Iterable[Report]) -> Report:
    """
    Several reports as one; the names of checks begin with what they are about.
    """
    checks = [
        attrs.evolve(check, name=f"{report.subject}: {check.name}")
        for report in reports
        for check in report.checks
    ]
    return Report(subject=subject, checks=checks)
