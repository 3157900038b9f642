"""
Time the command line as a person waits for it: the best of three runs of each command, on a record made first.

    python benchmarks/command_line.py [--record FILE]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import Figure
from figures import keep

COMMAND = [sys.executable, "-c", "from janadesh.cli.main import app; app()"]
REPORTS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
RUNS = 3


def main() -> None:
    """Print one line for each command: what it does, seconds, and the limit where one is promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", type=Path, help="where to make the record; a temporary one by default")
    with tempfile.TemporaryDirectory() as folder:
        record = parser.parse_args().record or Path(folder) / "record.sqlite"
        print(f"{'load both bundled packs':<42}{seconds(record, 'load', 'jk-2024', 'india'):6.2f} s")
        for what, words, limit in timed():
            best = min(seconds(record, *words) for _ in range(RUNS))
            print(f"{what:<42}{best:6.2f} s" + (f"   (at most {limit} s)" if limit else ""))
            goal = {"goal": f"at most {limit} s", "met": best <= limit} if limit else {}
            keep(Figure(what=f"command line: {what}", ours=f"{best:.2f} s", **goal))


def timed() -> list[tuple[str, list[str], float | None]]:
    """Name the commands, with the limit that the project set itself."""
    commands: list[tuple[str, list[str], float | None]] = [
        ("tell the version", ["--version"], 0.3),
        ("results of an election by party", ["results", "in-jk-2024"], None),
        ("results of a constituency", ["results", "in-jk-2024", "--constituency", "Budgam"], None),
        ("show a person", ["show", "Engineer Rashid"], None),
        ("verify the ledger", ["verify"], None),
    ]
    reports = [str(file) for file in sorted(REPORTS.glob("*.txt"))]
    if reports:
        commands.append(("check the four reports", ["check", *reports, "--format", "jsonl"], None))
    return commands


def seconds(record: Path, *words: str) -> float:
    """Run a command and give the time it took."""
    start = time.perf_counter()
    environment = os.environ | {"JANADESH_RECORD": str(record)}
    subprocess.run([*COMMAND, *words], check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
