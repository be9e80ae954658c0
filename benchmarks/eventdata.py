"""
How long raw event data take to read, and how much memory, as ratios from one run.

Time, by the clock and of all processors, is compared with a bare Polars scan of the same columns
plus the making of the kept events from ready values. Memory is compared between a table and one
four times as long. The rows are counted before anything is timed.

Run ``python benchmarks/eventdata.py [FILE]`` where diplomodel-eventdata is installed: a file of
GDELT is repeated to half a million rows, once with numbers of its own for each row and once as it
is; without one, rows are made up.
"""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import polars as pl
from diplomodel_eventdata._gdelt import GdeltExtractor

from diplomodel.events import Event
from diplomodel.evidence import Evidence, Source
from diplomodel.extractors import Found, SetAsideRows


ROWS = 500_000
ROUNDS = 9
#: The columns that kept events are made of.
COLUMNS = (0, 1, *range(6, 15), *range(16, 25), 26, 31, 32, 33, 59, 60)

CODES = ("010", "042", "043", "040", "051", "111", "161", "190", "173", "020", "036", "193")
COUNTRIES = (("PER", "PERU"), ("MEX", "MEXICO"), ("USA", "MISSOURI"), ("", ""), ("", "POLICE"))


def made_up() -> list[str]:
    """
    Made-up rows of version 2.0, of which as many become events as do in the published files.
    """
    chance = random.Random(11)
    found = []
    for number in range(5_000):
        row = [str(number), "20250601", "202506", "2025", "2025.4"]
        for _ in range(2):
            country, name = chance.choice(COUNTRIES)
            row += [country, name, country, *[""] * 7]
        code = chance.choice(CODES)
        row += ["1", code, code[:3], code[:2], "1", "2.0", "6", "2", "5", "-1.512345"]
        row += [
            "4",
            "A town somewhere, in a province",
            "US",
            "USXX",
            "",
            "1.2345",
            "6.789",
            "x",
        ] * 3
        row += [
            "20250602101500",
            f"https://news.example/{chance.randrange(10**9)}/{'a-title' * 9}",
        ]
        found.append("\t".join(row))
    return found


def written(rows: list[str], path: Path, *, times: int, renumbered: bool) -> int:
    """
    Write rows several times, each with a number of its own or as they are; how many were written.
    """
    number = 10**9
    with path.open("w", encoding="utf-8", newline="") as stream:
        for _ in range(times):
            for row in rows:
                number += 1
                told = f"{number}\t{row.split(chr(9), 1)[1]}" if renumbered else row
                stream.write(f"{told}\n")
    return len(rows) * times


def read(path: Path) -> Iterator[Found]:
    """
    What the extractor finds.
    """
    with path.open("rb") as stream:
        yield from GdeltExtractor().extract(stream, name=path.name)


def counted(path: Path) -> tuple[int, int]:
    """
    How many events and how many rows set aside there are.
    """
    events = aside = 0
    for found in read(path):
        if isinstance(found, Event):
            events += 1
        elif isinstance(found, SetAsideRows):
            aside += len(found)
    return events, aside


def bare_scan(path: Path) -> int:
    """
    Read the same columns with Polars and nothing else.
    """
    names = [f"c{place}" for place in range(61)]
    frame = pl.scan_csv(
        path,
        separator="\t",
        has_header=False,
        quote_char=None,
        schema=dict.fromkeys(names, pl.String),
    )
    return frame.select([names[place] for place in COLUMNS]).collect().height


def parts(value: attrs.AttrsInstance) -> dict[str, object]:
    """
    The fields of a value that differ from their defaults.
    """
    return {
        field.name: found
        for field in attrs.fields(type(value))
        if (found := getattr(value, field.name)) != field.default
    }


def ready(events: Iterator[Found]) -> list[tuple[type[Event], dict, dict, dict]]:
    """
    The values that kept events are made of.
    """
    found = []
    for event in events:
        if isinstance(event, Event):
            piece = event.evidence[0]
            of_event, of_piece, of_source = parts(event), parts(piece), parts(piece.source)
            del of_event["evidence"], of_piece["source"]
            found.append((type(event), of_event, of_piece, of_source))
    return found


def built(values: list[tuple[type[Event], dict, dict, dict]]) -> int:
    """
    Make the kept events again from ready values.
    """
    number = 0
    for cls, of_event, of_piece, of_source in values:
        cls(evidence=(Evidence(source=Source(**of_source), **of_piece),), **of_event)
        number += 1
    return number


def timed(run: Callable[..., object], *given: object) -> tuple[float, float]:
    """
    Seconds that a call takes, by the clock and of all processors.
    """
    clock, used = time.perf_counter(), time.process_time()
    run(*given)
    return time.perf_counter() - clock, time.process_time() - used


def peak(path: Path) -> float:
    """
    The most memory that reading a file takes in a process of its own, in MiB.
    """
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from pathlib import Path\nfrom eventdata import counted\n"
        "counted(Path(sys.argv[1]))\n"
        # Not from getrusage, which counts the process that this one was forked from.
        "told = Path('/proc/self/status').read_text().partition('VmHWM:')[2]\n"
        "print(int(told.split()[0]) / 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def main() -> None:
    """
    Print the ratios.
    """
    given = [Path(name).read_text("utf-8", "replace").splitlines() for name in sys.argv[1:]]
    rows = [row for text in given for row in text if row.count("\t") == 60] or made_up()
    times = -(-ROWS // len(rows))
    with tempfile.TemporaryDirectory() as folder:
        for renumbered in (True, False):
            path, longer = Path(folder, "once.csv"), Path(folder, "longer.csv")
            number = written(rows, path, times=times, renumbered=renumbered)
            events, aside = counted(path)
            if events + aside != number:
                raise SystemExit(f"{number} rows in, {events} events and {aside} set aside")
            values = ready(read(path))
            # What is held ready is no part of any of the three.
            gc.collect()
            gc.freeze()
            rounds = [
                (timed(bare_scan, path), timed(built, values), timed(counted, path))
                for _ in range(ROUNDS)
            ]
            # The best of each: other work on the machine only ever adds.
            clock = [min(one[place][0] for one in rounds) for place in range(3)]
            used = [min(one[place][1] for one in rounds) for place in range(3)]
            what = "rows with numbers of their own" if renumbered else "the same rows again"
            print(f"{number:,} rows, {what}: {events:,} events, {aside:,} set aside")
            for name, (scan, build, whole) in (("time", clock), ("processor time", used)):
                print(f"  {name} to bare scan and making events: {whole / (scan + build):.2f}")
                print(f"    {whole:.2f} s; bare scan {scan:.2f} s, making events {build:.2f} s")
            written(rows, longer, times=4 * times, renumbered=renumbered)
            once, four = peak(path), peak(longer)
            print(f"  peak memory, four times as long a file to one: {four / once:.2f}")
            print(f"  peak memory: {once:.0f} MiB, {four:.0f} MiB")


if __name__ == "__main__":
    main()
