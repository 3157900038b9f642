"""Processes that a test starts beside its own, each with Janadesh imported already."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess


def start(target: Callable[..., None], *arguments: object) -> BaseProcess:
    """Start a function of a module in a process of its own."""
    process = _context().Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


def run(target: Callable[..., None], *arguments: object, seconds: float = 120) -> int | None:
    """Run a function in a process of its own to its end, and give its exit code."""
    process = start(target, *arguments)
    process.join(seconds)
    return process.exitcode


def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    # imports take far longer than what the tests watch
    context.set_forkserver_preload(["tests.record.loads_to_kill", "sqlalchemy.dialects.sqlite", "psycopg"])
    return context
