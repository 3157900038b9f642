"""Result pages of Budgam in 2024, and how a small record reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest

from janadesh import model
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.statements import Statements
from janadesh.sources.eci_pages import PagesRead
from janadesh.sources.eci_pages import read_pages
from tests.sources.eci_page_builder import BUDGAM
from tests.sources.eci_page_builder import Row
from tests.sources.eci_page_builder import Shown
from tests.sources.eci_page_builder import cards_2024
from tests.sources.eci_page_builder import roundwise
from tests.sources.eci_page_builder import statewise_2024
from tests.sources.eci_page_builder import table_2024

SEAT = "in-jk-assembly.2022.27"
FOLDER = "AcResultGenOct2024/"
TABLE, CARDS, LIST = "ConstituencywiseU0827.htm", "candidateswise-U0827.htm", "statewiseU081.htm"
NC, PDP = BUDGAM[0].party, BUDGAM[1].party
LISTED = Row(
    seat="BUDGAM",
    number=27,
    leading="OMAR ABDULLAH",
    leading_party=NC,
    trailing="AGA SYED MUNTAZIR MEHDI",
    trailing_party=PDP,
    margin="18485",
    rounds="18/18",
)


def pages(record: Record, files: Mapping[str, bytes], known_at: str | None = None) -> PagesRead:
    return read_pages("pages", ((FOLDER + name, page) for name, page in files.items()), record, known_at)


def told(statements: Statements) -> list[str]:
    return [str(fault) for fault in statements.set_aside]


def only_fault(record: Record, files: Mapping[str, bytes], known_at: str | None = None) -> str:
    with pytest.raises(Refused) as refused:
        pages(record, files, known_at)
    (fault,) = refused.value.faults
    return str(fault)


def budgam(lines: tuple[Shown, ...] = BUDGAM, **options: Any) -> bytes:
    return table_2024(27, "BUDGAM", "Jammu & Kashmir", lines, **options)


def cards(lines: tuple[Shown, ...] = BUDGAM, **options: Any) -> bytes:
    return cards_2024(27, "BUDGAM", "Jammu & Kashmir", lines, **options)


def the_list(*rows: Row, **options: Any) -> bytes:
    return statewise_2024("Jammu & Kashmir", rows or (LISTED,), **options)


def rounds(*of_rounds: tuple[int, int, int], **options: Any) -> bytes:
    who = [(line.name, line.party) for line in BUDGAM]
    each = [dict(zip(who, votes, strict=True)) for votes in of_rounds]
    return roundwise(27, "BUDGAM", "Jammu & Kashmir", each, **options)


def votes(frames: Mapping[type[model.Noun], pl.DataFrame]) -> list[tuple[Any, ...]]:
    return frames[model.Tally].select("serial", "evm", "postal", "total", "status").rows()
