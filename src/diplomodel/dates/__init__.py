"""
Dates as sources give them: to the second, the day, the month, or only "by the 7th".

A `PartialDate` is a date in the Extended Date/Time Format, level 1, for the years 1 to 9999.
A `Duration` is the length of a deadline.
Everything counts days as plain integers, so that comparing dates is comparing numbers.

Sources: ISO 8601-1:2019, ISO 8601-2:2019, and the Library of Congress's
Extended Date/Time Format (EDTF) Specification of 4 February 2019.
"""

from diplomodel.dates._calendar import FIRST_DAY, LAST_DAY, day_text
from diplomodel.dates._duration import Duration
from diplomodel.dates._edtf import DateLike, Day, PartialDate, day_number
from diplomodel.dates._reading import Precision


__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "DateLike",
    "Day",
    "Duration",
    "PartialDate",
    "Precision",
    "day_number",
    "day_text",
]
