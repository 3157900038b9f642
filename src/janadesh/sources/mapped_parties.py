"""Parties of a mapped table: those of the record under the mapping's prefix, and new ones."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.mapped_rows import MappedRow
from janadesh.sources.mapping import TableMap
from janadesh.sources.party_names import abbreviation

_INDEPENDENT = "Independent"


@dataclass(frozen=True, slots=True)
class MappedParties:
    """Party ids by printed name, with statements on those that the record does not have."""

    ids: Mapping[str, str]
    new: tuple[model.Party, ...]


def mapped_parties(
    rows: Iterable[MappedRow], mapping: TableMap, record: Record, said: Mapping[str, Any]
) -> MappedParties:
    """
    Find or make the party of each row.

    A party of the record is taken only if its id begins with the mapping's prefix, so that the Green Party
    of one country is not that of another.

    Args:
        rows: the rows.
        mapping: its `parties` say what printed names stand for.
        record: what parties are found in.
        said: `known_at` and `source` of new statements.
    """
    held = _held(record, mapping.prefix)
    ids: dict[str, str] = {}
    new: list[model.Party] = []
    taken = set(held.values())
    for row in rows:
        if row.is_nota or row.party in ids:
            continue
        name = _INDEPENDENT if row.is_independent else mapping.parties.get(row.party, row.party)
        party = held.get(spelling_key(name))
        if party is None:
            party = _unused(f"{mapping.prefix}-{slug(name)}", taken)
            new.append(
                model.Party(
                    id=party,
                    name=name,
                    abbreviation="Ind" if row.is_independent else row.party_abbreviation or abbreviation(name),
                    kind="independent" if row.is_independent else "registered",
                    known_at=said["known_at"],
                    source=said["source"],
                )
            )
            held[spelling_key(name)] = party
            taken.add(party)
        ids[row.party] = party
    return MappedParties(ids, tuple(new))


def slug(name: str) -> str:
    """Make a name fit for an id: small letters and figures, words joined with hyphens."""
    words = (spelling_key(word) for word in name.replace("-", " ").replace("/", " ").split())
    return "-".join(word for word in words if word) or "unnamed"


def _held(record: Record, prefix: str) -> dict[str, str]:
    parties = record.frame(model.Party).filter(pl.col("id").str.starts_with(f"{prefix}-"))
    others = record.frame(model.Name, noun="party").filter(
        pl.col("of").is_in(parties["id"].to_list()), pl.col("kind").is_in(["spelling", "former", "short"])
    )
    found = {spelling_key(name): party for name, party in others.select("name", "of").iter_rows()}
    found |= {spelling_key(name): party for name, party in parties.select("abbreviation", "id").iter_rows()}
    return found | {spelling_key(name): party for name, party in parties.select("name", "id").iter_rows()}


def _unused(wanted: str, taken: set[str]) -> str:
    number, unused = 2, wanted
    while unused in taken:
        unused, number = f"{wanted}-{number}", number + 1
    return unused
