"""
Run every benchmark, print one table of what they measured, and keep it in docs/benchmarks.md: make bench

    python benchmarks/everything.py [--only replay live] [--keep FILE]

A benchmark that fails is named, and leaves with code 1 at the end. With `--only` the figures of the others stay as they
were measured before, from the file in which they are kept.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

from figures import FILE
from figures import Figure

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "benchmarks.md"
SMALL, INDIA = "{records}/bundled.sqlite", "{records}/india.sqlite"

BENCHMARKS: dict[str, tuple[str, ...]] = {
    "command_line": ("--record", SMALL),
    "numbers_and_dates": (str(SHARED),),
    "judging": ("--record", SMALL, "--shared", str(SHARED)),
    "checking": ("--shared", str(SHARED)),
    "analysis": (),
    "as_of": (),
    "replay": (),
    "live": (),
    "projection": ("--shared", str(SHARED)),
    "people": ("--shared", str(SHARED)),
    "lokdhaba_load": ("--record", INDIA),
    "history": ("--record", INDIA),
    "checking_speed": ("--record", INDIA),
    "desk": ("--india", INDIA),
    "soak": (),
}
"""Every benchmark with its options, in an order in which one finds what the one before it made."""

ELSEWHERE = {"soak": ROOT / "tools" / "soak.py"}
"""Those whose script is no benchmark in the first place, but measures."""

PARTS = ("polars", "numpy", "scipy", "sqlalchemy", "fastapi", "uvicorn", "pandas", "rapidfuzz", "spacy")


def main() -> None:
    """Run them, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS))
    parser.add_argument("--keep", type=Path, default=ROOT / ".venv" / "figures.json", help="where figures are kept")
    asked = parser.parse_args()
    kept = json.loads(asked.keep.read_text()) if asked.keep.exists() else {}
    failed = []
    with tempfile.TemporaryDirectory() as records:
        for name in asked.only:
            figures = measured(name, records)
            if figures is None:
                failed.append(name)
                continue
            kept[name] = {"on": dt.date.today().isoformat(), "figures": figures}  # noqa: DTZ011 - the reader's day
            # kept at once: whoever breaks it off has what was measured so far
            asked.keep.write_text(json.dumps(kept))
            PAGE.write_text(page({name: kept[name] for name in BENCHMARKS if name in kept}), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


def measured(name: str, records: str) -> list[dict[str, object]] | None:
    """Run one benchmark and give its figures; None where it failed."""
    file = Path(records) / f"{name}.figures"
    script = ELSEWHERE.get(name, HERE / f"{name}.py")
    command = [sys.executable, str(script), *(part.format(records=records) for part in BENCHMARKS[name])]
    print(f"\n== {name}", flush=True)
    begun = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=os.environ | {FILE: str(file)}, check=False).returncode
    print(f"== {name}: {time.monotonic() - begun:.0f} s", flush=True)
    if code:
        return None
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def page(kept: dict[str, dict[str, object]]) -> str:
    """Write the table as a page of the manual."""
    versions = ", ".join(f"{part} {metadata.version(part)}" for part in PARTS if _is_there(part))
    lines = [
        "<!-- Written by make bench (benchmarks/everything.py); run it, do not change this page. -->\n",
        "# Benchmarks\n",
        "Each line is one run of a script in `benchmarks/`, beside a baseline of the same run where one is named.",
        "A ratio is ours over the baseline's: below 1 is faster. A goal is what the project set itself.\n",
        f"{os.cpu_count()} cores of {platform.machine()}, {_memory()} GB of memory, {platform.system()},",
        f"Python {platform.python_version()}, {versions}.\n",
        "| measured | figure | beside | its figure | ratio | memory | goal | met | on |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, run in kept.items():
        figures = [Figure(**figure) for figure in run["figures"]]  # type: ignore[attr-defined]
        lines += [_line(figure, str(run["on"]), name) for figure in figures]
    return "\n".join(lines) + "\n"


def _line(figure: Figure, on: str, name: str) -> str:
    met = {True: "yes", False: "**no**", None: ""}[figure.met]
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    cells = (f"{figure.what} (`{name}`)", figure.ours, figure.beside, figure.other, ratio, figure.memory, figure.goal)
    return "| " + " | ".join([*cells, met, on]) + " |"


def _is_there(part: str) -> bool:
    try:
        metadata.version(part)
    except metadata.PackageNotFoundError:
        return False
    return True


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9)


if __name__ == "__main__":
    main()
