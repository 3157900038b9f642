"""A record whose every name tries something."""

from __future__ import annotations

from pathlib import Path

from janadesh import model
from janadesh.record.book import Record
from tests.builders import BEFORE_ALL
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of
from tests.builders import seat

SCRIPT = "<script>alert(1)</script>"
HANDLER = '"><img src=x onerror=alert(2)>'
TEMPLATE = "{{7*7}}{% raw %}"
TURNED = "\u202eEMAN\u2066"
FORMULA = '=HYPERLINK("http://elsewhere.example")'
NAMES = (
    SCRIPT,
    HANDLER,
    TEMPLATE,
    TURNED,
    "zero\u200b\ufeffwidth",
    "bell\x07 escape\x1b[31m",
    "L" * 10_000,
    "\U0001f600 e\u0301\u0301",
    FORMULA,
    "[red]rich[/red]",
    "محمد شفیع",
)
STEERING = "\u202e\u2066\u200b\ufeff\x07\x1b"
ELECTION = "/elections/in-ls-2024"


def hostile_record(folder: Path) -> Record:
    """Make a record of one seat in which candidates, parties, sources, a person and the seat are hostile."""
    stood = [Stood(name, f"{number} {name}", 100 - number) for number, name in enumerate(NAMES)]
    return record_of(
        folder,
        *lok_sabha(),
        model.Source(id="bad", title=SCRIPT, publisher=HANDLER, kind="official", url="javascript:alert(3)"),
        model.Person(id="nobody", name=HANDLER, known_at=BEFORE_ALL, source="bad"),
        *parties(stood),
        *seat("<b>Seat</b>" + TURNED, stood, nota=1),
    )
