"""A PostgreSQL server of the tests' own: started in an empty folder, thrown away at the end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
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
        data = str(folder / "data")
        initdb: list[str | Path] = [
            bin_folder / "initdb",
            "-D",
            data,
            "-U",
            "tests",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ]
        done = subprocess.run(as_server(initdb), capture_output=True, text=True, cwd="/", check=False)
        if done.returncode:
            raise RuntimeError(f"initdb failed: {done.stdout}{done.stderr}")
        running = as_server([bin_folder / "postgres", "-D", data, *_FAST.split(), "-k", folder])
        with (folder / "log").open("w") as log, subprocess.Popen(running, stdout=log, stderr=log, cwd="/") as process:
            url = sa.make_url(f"postgresql+psycopg://tests@/postgres?host={folder}")
            try:
                _wait_for(url, process)
                yield url
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(60)


def as_server(command: list[str | Path]) -> list[str]:
    """Let a command run as the server's user, and end with the tests even where these are killed."""
    user = ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *user, "--pdeathsig", "INT", *map(str, command)]


def _wait_for(url: sa.URL, process: subprocess.Popen[bytes]) -> None:
    engine = sa.create_engine(url)
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            engine.connect().close()
        except sa.exc.OperationalError:
            time.sleep(0.05)
        else:
            engine.dispose()
            return
    raise RuntimeError(f"PostgreSQL does not start: {Path(str(url.query['host']), 'log').read_text()}")
