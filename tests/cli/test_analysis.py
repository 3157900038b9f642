"""The commands of analysis on the bundled record."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.conftest import Janadesh


def rows(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_indices_name_their_sources(janadesh: Janadesh) -> None:
    answer = janadesh("indices", "in-jk-2024")

    assert answer.code == 0
    assert "Laakso and Taagepera 1979" in answer.out
    assert "Gallagher 1991" in answer.out


def test_indices_of_an_unknown_election_say_what_is_near(janadesh: Janadesh) -> None:
    answer = janadesh("indices", "in-jk-2025")

    assert answer.code == 3
    assert "'in-jk-2025'. Did you mean 'in-jk-2024'" in answer.err
