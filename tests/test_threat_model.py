"""The threat model names tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
TESTS = NAMED.findall((ROOT / "docs" / "explanation" / "threat-model.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("file", "test"), sorted(set(TESTS)))
def test_what_proves_a_defence_is_a_test(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
