"""What a reader supposes of a government: read from the page's form or address, and written as one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from itertools import zip_longest

from starlette.datastructures import QueryParams

from janadesh.desk.asked_fields import joined
from janadesh.desk.asked_fields import listed
from janadesh.desk.asked_fields import pairs

NOBODY = "-"
"""Says in an address that no party is in, which without it is whoever governs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentAsked:
    """
    The reader's coalition, as typed.

    `inside` are parties, None where nothing is said; `alone` how many of those who sit alone, and `nominated`
    members by party; `never` are pairs that do not govern together.
    """

    inside: tuple[str, ...] | None = None
    alone: Mapping[str, str] = field(default_factory=dict)
    nominated: Mapping[str, str] = field(default_factory=dict)
    never: tuple[tuple[str, str], ...] = ()
    is_form: bool = False

    def query(self) -> dict[str, str]:
        """Write it as an address does; what is not said is left out."""
        said = {
            "in": "" if self.inside is None else ",".join(self.inside) or NOBODY,
            "alone": joined((party, count) for party, count in self.alone.items() if count != "0"),
            "nominated": joined((party, count) for party, count in self.nominated.items() if count != "0"),
            "never": ",".join(f"{one}+{other}" for one, other in self.never),
        }
        return {name: value for name, value in said.items() if value}


def read_government(query: QueryParams) -> GovernmentAsked:
    """Read a coalition, whether the form sent it field by field or an address says it together."""
    is_form = "form" in query
    inside = tuple(party for party in listed(query, "in") if party != NOBODY)
    told = [tuple(map(str.strip, pair.split("+", 1))) for pair in listed(query, "never") if "+" in pair]
    told += zip_longest(query.getlist("never_one"), query.getlist("never_other"), fillvalue="")
    return GovernmentAsked(
        inside=inside if inside or is_form or "in" in query else None,
        alone=dict(pairs(query, "alone")),
        nominated=dict(pairs(query, "nominated")),
        never=tuple(dict.fromkeys((one, other) for one, other in told if one and other)),
        is_form=is_form,
    )
