"""
How long commands take as whole processes, as ratios to importing attrs in the same run.

Each is run in turn, fifteen times; the medians are compared.
Last, a replay is run beside five installed plugins, most of them broken, which it does not need.

Run ``python benchmarks/startup.py`` with diplomodel installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


ROUNDS = 15

#: What is run, and how many times the import of attrs it may take.
COMMANDS = {
    "import attrs": (["-c", "import attrs"], 1),
    "import diplomodel": (["-c", "import diplomodel"], 2),
    "diplomodel --help": (["-m", "diplomodel", "--help"], 3),
    "diplomodel replay peru-mexico": (["-m", "diplomodel", "replay", "peru-mexico"], 10),
}


#: Plugins that look installed, and what their modules hold.
PLUGINS = {
    "broken": "1 / 0",
    "good": "",
    "misspelt": "def diplomodel_register_exporter(): return []",
    "slow": "import time; time.sleep(9)",
    "toonew": "DIPLOMODEL_API = 99",
}
BESIDE = "the same beside five plugins"
BESIDE_LIMIT = 1.1


def seconds(arguments: list[str], *, path: str = "") -> float:
    """
    How long a fresh interpreter takes, with one more directory to import from.
    """
    paths = [path, os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment
    )
    return time.perf_counter() - started


def install(site: Path) -> None:
    """
    Make the plugins look installed in a directory.
    """
    for name, code in PLUGINS.items():
        info = site / f"diplomodel_{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: diplomodel-{name}\nVersion: 1.0\n"
        )
        (info / "entry_points.txt").write_text(f"[diplomodel]\n{name} = bench_{name}\n")
        (site / f"bench_{name}.py").write_text(code)


def main() -> None:
    """
    Print one line for each command.
    """
    times: dict[str, list[float]] = {name: [] for name in (*COMMANDS, BESIDE)}
    replay, _ = COMMANDS["diplomodel replay peru-mexico"]
    with tempfile.TemporaryDirectory() as site:
        install(Path(site))
        for _ in range(ROUNDS):
            for name, (arguments, _) in COMMANDS.items():
                times[name].append(seconds(arguments))
            times[BESIDE].append(seconds(replay, path=site))
    base = statistics.median(times["import attrs"])
    for name, (_, limit) in COMMANDS.items():
        median = statistics.median(times[name])
        print(f"{name:30} {median * 1000:6.0f} ms  {median / base:5.1f} times (at most {limit})")
    alone, beside = (statistics.median(times[one]) for one in (name, BESIDE))
    ratio = beside / alone
    print(f"{BESIDE:30} {beside * 1000:6.0f} ms  {ratio:5.2f} times (at most {BESIDE_LIMIT})")


if __name__ == "__main__":
    main()
