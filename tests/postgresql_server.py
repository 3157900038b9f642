"""A PostgreSQL server of the tests' own: started in an empty folder, thrown away at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

# a test's database need not outlive a power cut
_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses="


def programs() -> Path | None:
    """Find the folder of the server's programs; Debian keeps them off the PATH, a folder for each version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def server(bin_folder: Path) -> Iterator[sa.URL]:
    """Run a server that listens on a socket in its own folder, and give the URL of its first database."""
    # pytest's own folders are closed to other users, and the server may not run as root
    with tempfile.TemporaryDirectory(prefix="janadesh-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data, log = str(folder / "data"), str(folder / "log")
        _run(bin_folder / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        _run(bin_folder / "pg_ctl", "-D", data, "-w", "-l", log, "-o", f"{_FAST} -k {folder}", "start")
        try:
            yield sa.make_url(f"postgresql+psycopg://tests@/postgres?host={folder}")
        finally:
            _run(bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(*command: str | Path) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*as_user, *map(str, command)], capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
