"""Words of the format: kinds, events and standings that nothing else in Janadesh knows by another word."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.linting.given import ROW
from janadesh.sources.linting.given import Given
from janadesh.sources.near import did_you_mean

STEPS = (
    "announcement",
    "notification",
    "nominations",
    "scrutiny",
    "withdrawal",
    "poll",
    "count",
    "swearing-in",
)
"""The steps of an election in the order in which they follow each other."""

WORDS: dict[tuple[type[model.Noun], str], tuple[str, ...]] = {
    (model.Source, "kind"): ("official", "agency", "press", "archive", "derived"),
    (model.House, "kind"): ("assembly", "parliament", "council"),
    (model.Lineage, "basis"): ("unchanged", "same name", "part"),
    (model.Party, "kind"): ("national", "state", "registered", "independent"),
    (model.PartyDescent, "how"): ("renamed", "split", "merged"),
    (model.AllianceMember, "status"): ("talks", "member", "left"),
    (model.SeatShare, "arrangement"): ("allotted", "friendly", "outside"),
    (model.Person, "gender"): ("M", "F", "T"),
    (model.Candidacy, "gender"): ("M", "F", "T"),
    (model.Candidacy, "serial_kind"): ("ballot", "list"),
    (model.Candidacy, "status"): ("contesting", "withdrawn", "rejected", "uncontested"),
    (model.Election, "kind"): ("general", "by-election"),
    (model.ScheduleEntry, "event"): STEPS,
    (model.Tally, "status"): ("interim", "final"),
    (model.Declaration, "status"): ("declared", "uncontested", "countermanded", "adjourned"),
    (model.Vacancy, "reason"): ("other seat", "resigned", "died", "disqualified", "election void"),
    (model.Figure, "scope"): ("election", "phase", "constituency", "segment", "region", "district"),
    (model.Figure, "unit"): ("votes", "percent", "candidates", "seats"),
}
"""The words that a column may have, as `model` says them."""


def unknown_words(given: Given) -> Iterator[Fault]:
    """Tell words that the format does not know, since what bears them is not found by its questions."""
    for (noun, column), known in WORDS.items():
        odd = pl.col(column).is_not_null() & ~pl.col(column).is_in(list(known))
        for row, word in given.every(noun).filter(odd).select(ROW, column).iter_rows():
            problem = "this word is none of the format's, so no question asks for it"
            yield given.advice(noun, problem, did_you_mean(word, known), row=row, column=column, value=word)


def colours(given: Given) -> Iterator[Fault]:
    """Tell colours that are not written as #rrggbb."""
    for noun in (model.Party, model.Alliance):
        odd = pl.col("colour").is_not_null() & ~pl.col("colour").str.contains(r"^#[0-9a-fA-F]{6}$")
        for row, colour in given.every(noun).filter(odd).select(ROW, "colour").iter_rows():
            problem = "this is no colour, and nothing is drawn in it"
            yield given.advice(noun, problem, "Write it as #1f5fa8.", row=row, column="colour", value=colour)
