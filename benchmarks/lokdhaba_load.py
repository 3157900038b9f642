"""
Load all of Lok Dhaba into one record: wall time and peak memory.

    python benchmarks/lokdhaba_load.py [--data FOLDER] [--record FILE]

FOLDER holds the files as downloaded (default: `data/lokdhaba` of the shared folder beside the checkout).
Each file is one load, checked and sealed into the ledger. `All_States_GE` holds every state's Lok Sabha rows, so the
states' own `_GE` files are left out where it is there.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from janadesh.record.opening import open_record
from janadesh.sources.lokdhaba import read_lokdhaba
from janadesh.sources.pack import read_pack
from janadesh.sources.packs import bundled_packs

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "lokdhaba"


def files_of(folder: Path) -> list[Path]:
    """List the files to load: every state's assembly elections, and the Lok Sabha's in one file or by state."""
    assembly = sorted(folder.glob("*_AE.csv*"))
    together = sorted(folder.glob("All_States_GE.csv*"))
    return [*assembly, *(together or sorted(folder.glob("*_GE.csv*")))]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=SHARED)
    options.add_argument("--record", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        load_all(files_of(chosen.data), chosen.record or Path(folder) / "lokdhaba.sqlite")


def load_all(files: list[Path], where: Path) -> None:
    with open_record(where) as record:
        for pack in bundled_packs():
            record.load(read_pack(pack.folder))
        started = time.perf_counter()
        read_in = loaded = set_aside = 0
        reading = 0.0
        for file in files:
            before = time.perf_counter()
            statements = read_lokdhaba(file, record)
            reading += time.perf_counter() - before
            entry = record.load(statements)
            read_in += 1
            loaded += entry.statements if entry else 0
            set_aside += len(statements.set_aside)
            print(f"{file.name:40} {entry.statements if entry else 0:9,} {len(statements.set_aside):6,} set aside")
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"\n{read_in} files, {loaded:,} statements, {set_aside:,} told of what was set aside")
    print(
        f"wall time {seconds:.1f} s, of it reading {reading:.1f} s; peak memory {peak:.2f} GB; "
        f"record {where.stat().st_size / 1e6:.0f} MB"
    )


if __name__ == "__main__":
    main()
