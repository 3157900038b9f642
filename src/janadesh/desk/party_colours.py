"""
The colour of every party and alliance on the record; parties to whom no source gives one are lent one.

The colours lent can be told apart by the colour-blind: those of P. Tol's muted scheme (2021), moved further apart.
Those with most candidates choose first, so that the parties that matter differ. Independents stay grey.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from janadesh import model
from janadesh.desk.colours import is_colour
from janadesh.desk.colours import nearest
from janadesh.record.book import Record
from janadesh.record.said import candidacies_by_party

LENT = ("#0072b2", "#e0701a", "#0a5c2a", "#aa4499", "#6b6b12", "#882255", "#44aa99", "#332288", "#e07a8b")
"""The colours lent, in the order in which they are."""


def colours_of(record: Record) -> dict[str, str | None]:
    """Give the colour of every party and alliance by its id, None where it has none."""
    parties = record.frame(model.Party)
    given = dict(parties.select("id", "colour").iter_rows())
    without = [
        name
        for name, kind, own in parties.select("id", "kind", "colour").iter_rows()
        if not is_colour(own) and kind != "independent"
    ]
    if without:
        stood = candidacies_by_party(record)
        without.sort(key=lambda name: (-stood.get(name, 0), name))
    alliances = dict(record.frame(model.Alliance).select("id", "colour").iter_rows())
    return alliances | given | lent(without, given.values())


def lent(parties: Iterable[str], taken: Iterable[str | None]) -> dict[str, str]:
    """Lend each party, in this order, the colour that fewest parties have, or have one near to."""
    uses = Counter(nearest(colour, LENT) for colour in taken if colour and is_colour(colour))
    colours: dict[str, str] = {}
    for party in parties:
        colours[party] = min(LENT, key=lambda colour: uses[colour])
        uses[colours[party]] += 1
    return colours
