"""What a reader asks of the sharing of seats: read from the page's form or address, and written as one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from starlette.datastructures import QueryParams

from janadesh.analysis.scenario import Rate
from janadesh.desk.asked_fields import joined
from janadesh.desk.asked_fields import listed
from janadesh.desk.asked_fields import pairs
from janadesh.desk.asked_fields import read_number

RATE = "85"
UNSURE = "5"
WITHIN = "1"

FAIR = ("votes", "shapley")
AIMS = ("seats", "majority")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingAsked:
    """
    The reader's wishes, as typed, so that a form can show them again.

    Rates are in per cent. `rates` is by pair of parties, `minimum` and `must` by party (the seats it must have,
    parted by commas), `moved` by the constituency's number where its seat is moved by hand. `also` names one more
    partner. `is_form` is whether the form was sent, which is answered with the address that says the same.
    """

    parties: tuple[str, ...] = ()
    also: str = ""
    earlier: tuple[str, ...] = ()
    rate: str = RATE
    unsure: str = UNSURE
    rates: Mapping[tuple[str, str], str] = field(default_factory=dict)
    minimum: Mapping[str, str] = field(default_factory=dict)
    must: Mapping[str, str] = field(default_factory=dict)
    keep: bool = False
    fair: str = ""
    within: str = WITHIN
    friendly: str = ""
    aim: str = "seats"
    moved: Mapping[str, str] = field(default_factory=dict)
    is_form: bool = False

    @property
    def says_more(self) -> bool:
        """Whether anything is asked beyond partners, earlier elections and moves."""
        usual = (RATE, UNSURE, WITHIN, "seats", "", "", False)
        said = (self.rate, self.unsure, self.within, self.aim, self.fair, self.friendly, self.keep)
        return said != usual or any(map(bool, (self.rates, self.minimum, self.must)))

    def query(self, *, with_moves: bool = True) -> dict[str, str]:
        """Write the wishes as an address does; what is usual is left out."""
        must = ((party, seat) for party, seats in self.must.items() for seat in seats.split(",") if seat.strip())
        said = {
            "parties": ",".join(self.parties),
            "from": ",".join(self.earlier),
            "rate": "" if self.rate == RATE else self.rate,
            "unsure": "" if self.unsure == UNSURE else self.unsure,
            "rates": ",".join(f"{a}>{b}={text}" for (a, b), text in self.rates.items()),
            "minimum": joined(self.minimum.items()),
            "must": joined((party, seat.strip()) for party, seat in must),
            "keep": "1" if self.keep else "",
            "fair": self.fair,
            "within": "" if self.within == WITHIN else self.within,
            "friendly": self.friendly,
            "aim": "" if self.aim == "seats" else self.aim,
            "moved": joined(self.moved.items()) if with_moves else "",
        }
        return {name: value for name, value in said.items() if value}


def read_sharing(query: QueryParams) -> SharingAsked:
    """Read the wishes, whether the form sent them field by field or an address says them together."""
    rates = {}
    for pair, text in pairs(query, "rates"):
        source, _, target = pair.replace(":", ">").partition(">")
        rates[source, target] = text
    must: dict[str, list[str]] = {}
    for party, seats in pairs(query, "must"):
        must.setdefault(party, []).append(seats)
    return SharingAsked(
        parties=listed(query, "parties"),
        also=query.get("also", "").strip(),
        earlier=listed(query, "from"),
        rate=query.get("rate", "").strip() or RATE,
        # a rate that is surely known is one that is unsure by 0
        unsure=query.get("unsure", "").strip() or UNSURE,
        rates=rates,
        minimum=dict(pairs(query, "minimum")),
        must={party: ", ".join(seats) for party, seats in must.items()},
        keep=bool(query.get("keep")),
        fair=query.get("fair", "").strip(),
        within=query.get("within", "").strip() or WITHIN,
        friendly=query.get("friendly", "").strip(),
        aim=query.get("aim", "").strip() or "seats",
        moved=dict(pairs(query, "moved")),
        is_form="form" in query,
    )


def read_rate(text: str, unsure: str) -> Rate:
    """
    Read a rate in per cent and by how many points it is unsure; a sure rate of none or of all stays sure.

    Raises: Impossible.
    """
    mean = read_number(text, "A rate of transfer") / 100
    return Rate(mean, 0.0 if mean in (0, 1) else read_number(unsure, "How unsure a rate is") / 100)
