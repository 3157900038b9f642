"""`janadesh desk` opens the desk and says where."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.cli.conftest import Janadesh
from tests.cli.test_process import COMMAND


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def fetched(url: str, seconds: float) -> str:
    """Ask until the desk answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=seconds) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_the_desk_answers_where_it_says_and_closes_when_told(bundled_file: Path) -> None:
    port = free_port()
    words = [*COMMAND, "desk", "--port", str(port), "--record", str(bundled_file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ) as desk:
        try:
            page = fetched(f"http://127.0.0.1:{port}/", seconds=120)
        finally:
            desk.send_signal(signal.SIGINT)
            out, said = desk.communicate(timeout=120)

    assert "Jammu and Kashmir" in page
    assert out == ""
    assert f"The desk is open at http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said


def test_a_taken_port_is_told_with_the_next(janadesh: Janadesh) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])

        answer = janadesh("desk", "--port", str(port))

    assert answer.code == 2
    assert f"Try another: --port {port + 1}" in answer.err


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_port_is_a_port(janadesh: Janadesh, port: str) -> None:
    assert janadesh("desk", "--port", port).code == 2


def test_a_token_that_is_too_short_is_refused_before_the_desk_opens(janadesh: Janadesh, tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_text("secret\n")

    answer = janadesh("desk", "--port", str(free_port()), "--token-file", str(tmp_path / "token.txt"))

    assert answer.code == 2
    assert "has 6 characters" in answer.err
    assert "secret" not in answer.err
