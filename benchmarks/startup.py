"""
How long commands take as whole processes, as ratios to importing attrs in the same run.

Each is run in turn, fifteen times; the medians are compared.

Run ``python benchmarks/startup.py`` with diplomodel installed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time


ROUNDS = 15

#: What is run, and how many times the import of attrs it may take.
COMMANDS = {
    "import attrs": (["-c", "import attrs"], 1),
    "import diplomodel": (["-c", "import diplomodel"], 2),
    "diplomodel --help": (["-m", "diplomodel", "--help"], 3),
    "diplomodel replay peru-mexico": (["-m", "diplomodel", "replay", "peru-mexico"], 10),
}


def seconds(arguments: list[str]) -> float:
    """
    How long a fresh interpreter takes.
    """
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (our own commands)
    return time.perf_counter() - started


def main() -> None:
    """
    Print one line for each command.
    """
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, (arguments, _) in COMMANDS.items():
            times[name].append(seconds(arguments))
    base = statistics.median(times["import attrs"])
    for name, (_, limit) in COMMANDS.items():
        median = statistics.median(times[name])
        print(f"{name:30} {median * 1000:6.0f} ms  {median / base:5.1f} times (at most {limit})")


if __name__ == "__main__":
    main()
