"""What statements of each table are called, one of them and several."""

from __future__ import annotations

from gettext import NullTranslations


def statements_of(texts: NullTranslations, table: str, count: int) -> str:
    """Name so many statements of a table of the record; a table that has no name here is named as the record does."""
    several = texts.ngettext
    named = {
        "territories": several("territory", "territories", count),
        "houses": several("house", "houses", count),
        "constituencies": several("constituency", "constituencies", count),
        "lineage": several("line of descent of a constituency", "lines of descent of constituencies", count),
        "parties": several("party", "parties", count),
        "party_descents": several("descent of a party", "descents of parties", count),
        "alliances": several("alliance", "alliances", count),
        "alliance_members": several("standing in an alliance", "standings in alliances", count),
        "persons": several("person", "people", count),
        "names": several("other name", "other names", count),
        "elections": several("election", "elections", count),
        "seat_shares": several("seat shared", "seats shared", count),
        "seat_share_totals": several("seat-sharing total", "seat-sharing totals", count),
        "schedule": several("step of the schedule", "steps of the schedule", count),
        "contests": several("contest", "contests", count),
        "candidacies": several("candidacy", "candidacies", count),
        "endorsements": several("endorsement", "endorsements", count),
        "tallies": several("tally of votes", "tallies of votes", count),
        "leads": several("lead while counting", "leads while counting", count),
        "held_tallies": several("tally held back", "tallies held back", count),
        "alarms": several("alarm", "alarms", count),
        "declarations": several("declaration", "declarations", count),
        "repolls": several("repoll", "repolls", count),
        "vacancies": several("vacancy", "vacancies", count),
        "polling_stations": several("polling station", "polling stations", count),
        "station_tallies": several("tally at a polling station", "tallies at polling stations", count),
        "figures": several("published figure", "published figures", count),
        "offices": several("office", "offices", count),
    }
    return named.get(table, table)
