"""Blocks of a house: an alliance with its parties, or a party that stands for itself, and their seats."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

import polars as pl

from janadesh import model
from janadesh.analysis.alliances import alliance_of_candidacies
from janadesh.desk.colours import colour_class
from janadesh.desk.names_shown import Naming
from janadesh.record.book import Record
from janadesh.record.moments import Moment


@dataclass(frozen=True, slots=True)
class PartySeats:
    """One party's part of a block."""

    party: str
    name: str
    short: str
    colour: str
    won: int
    leading: int

    @property
    def seats(self) -> int:
        """Seats won, and those it is ahead in without a declaration."""
        return self.won + self.leading


@dataclass(frozen=True, slots=True)
class Block:
    """
    Parties that stand together, the one with most seats first.

    `name` is as a headline says it: the party's name, or its largest party and the alliance's short name
    (`NC-led INDIA alliance`). An alliance of which one party alone stands is that party.
    """

    id: str
    name: str
    short: str
    colour: str
    is_independents: bool
    parties: tuple[PartySeats, ...]
    names_leader: bool = False
    """Whether the name of the alliance says which of its parties is the largest."""

    @property
    def is_alliance(self) -> bool:
        """Whether it is an alliance of which more than one party stands."""
        return len(self.parties) > 1

    @property
    def won(self) -> int:
        """Seats declared for its parties."""
        return sum(party.won for party in self.parties)

    @property
    def leading(self) -> int:
        """Seats its parties are ahead in without a declaration."""
        return sum(party.leading for party in self.parties)

    @property
    def seats(self) -> int:
        """Seats won, and those its parties are ahead in."""
        return self.won + self.leading

    @property
    def votes_together(self) -> str:
        """Its parties that have seats, joined for a line of text; empty for a party that stands for itself."""
        return " + ".join(f"{party.short} {party.seats}" for party in self.parties if party.seats)


def blocks_of(
    record: Record, parties: pl.DataFrame, election: str, as_of: Moment, *, names_leader: bool
) -> tuple[Block, ...]:
    """
    Gather the rows of `party_results` into blocks that have a seat, most seats first, independents last.

    Independents are no block that could govern, so they are never first. `names_leader` is whether an
    alliance is named with its largest party, which says little where only part of a house is filled.
    """
    independent = frozenset(record.frame(model.Party, as_of, kind="independent")["id"])
    with_own_colour = parties.with_columns(own_colour="colour")
    rows = alliance_of_candidacies(record, with_own_colour, election, as_of)
    gathered: dict[str, list[dict[str, object]]] = {}
    for row in rows.iter_rows(named=True):
        gathered.setdefault(row["alliance"], []).append(row)
    blocks = [_block(name, members, independent, names_leader=names_leader) for name, members in gathered.items()]
    with_seats = [block for block in blocks if block.seats]
    return tuple(sorted(with_seats, key=lambda block: (block.is_independents, -block.seats, block.name)))


def _block(block: str, rows: list[dict[str, object]], independent: frozenset[str], *, names_leader: bool) -> Block:
    is_alliance = len(rows) > 1
    members = tuple(
        PartySeats(
            party=str(row["party"]),
            name=str(row["party_name"]),
            short=str(row["party_short"]),
            colour=colour_class(str(row["party"])),
            won=int(str(row["won"])),
            leading=int(str(row["leading"])),
        )
        for row in sorted(rows, key=lambda row: -int(str(row["won"])) - int(str(row["leading"])))
    )
    is_independents = block in independent
    if is_independents:
        name = short = "Independents"
    elif is_alliance:
        short = str(rows[0]["alliance_short"])
        name = short if "alliance" in short.lower() else f"{short} alliance"
        name = f"{members[0].short}-led {name}" if names_leader else name
    else:
        name, short = members[0].name, members[0].short
    return Block(
        id=block,
        name=name,
        short=short,
        colour=colour_class(block if is_alliance else members[0].party),
        is_independents=is_independents,
        parties=members,
        names_leader=is_alliance and names_leader,
    )


def block_name(texts: NullTranslations, naming: Naming, block: Block) -> str:
    """Name a block in a reader's language."""
    if block.is_independents:
        return texts.gettext("Independents")
    if not block.is_alliance:
        return naming.named("party", block.parties[0].party, block.name)
    known = naming.short_named_plainly("alliance", block.id, "")
    if not known:
        return naming.as_written(block.name)
    if not block.names_leader:
        return known
    leader = block.parties[0]
    # Translators: an alliance, named with its largest party
    text = texts.gettext("%(party)s-led %(alliance)s")
    return text % {"party": naming.short_named_plainly("party", leader.party, leader.short), "alliance": known}


def block_short(texts: NullTranslations, naming: Naming, block: Block) -> str:
    """Name a block in short in a reader's language."""
    if block.is_independents:
        return texts.gettext("Independents")
    noun, of = ("alliance", block.id) if block.is_alliance else ("party", block.parties[0].party)
    return naming.short_named(noun, of, block.short)
