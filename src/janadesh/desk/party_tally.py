"""A party's row on an election's page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from typing import Any

from janadesh.desk.colours import colour_class


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTally:
    """What `party_results` says of a party, as it names it; shares are in per cent, None where unknown."""

    party: str
    party_name: str
    party_short: str
    won: int
    leading: int
    contested: int
    votes: int
    share: float | None
    share_with_nota: float | None
    lost_deposits: int

    @property
    def css(self) -> str:
        """The style class of its colour."""
        return colour_class(self.party)


def party_tally(row: Mapping[str, Any]) -> PartyTally:
    """Read a row of `party_results`."""
    return PartyTally(**{field.name: row[field.name] for field in fields(PartyTally)})
