"""What statements of each table are called, one of them and several."""

from __future__ import annotations

from gettext import NullTranslations


def statements_of(texts: NullTranslations, table: str, count: int) -> str:
    """Name so many statements of a table of the record; a table that has no name here is named as the record does."""
    ngettext = texts.ngettext
    named = {
        "territories": ngettext("territory", "territories", count),
        "houses": ngettext("house", "houses", count),
        "constituencies": ngettext("constituency", "constituencies", count),
        "lineage": ngettext("line of descent of a constituency", "lines of descent of constituencies", count),
        "parties": ngettext("party", "parties", count),
        "party_descents": ngettext("descent of a party", "descents of parties", count),
        "alliances": ngettext("alliance", "alliances", count),
        "alliance_members": ngettext("standing in an alliance", "standings in alliances", count),
        "persons": ngettext("person", "people", count),
        "names": ngettext("other name", "other names", count),
        "elections": ngettext("election", "elections", count),
        "seat_shares": ngettext("seat shared", "seats shared", count),
        "seat_share_totals": ngettext("seat-sharing total", "seat-sharing totals", count),
        "schedule": ngettext("step of the schedule", "steps of the schedule", count),
        "contests": ngettext("contest", "contests", count),
        "candidacies": ngettext("candidacy", "candidacies", count),
        "endorsements": ngettext("endorsement", "endorsements", count),
        "tallies": ngettext("tally of votes", "tallies of votes", count),
        "leads": ngettext("lead while counting", "leads while counting", count),
        "held_tallies": ngettext("tally held back", "tallies held back", count),
        "alarms": ngettext("alarm", "alarms", count),
        "declarations": ngettext("declaration", "declarations", count),
        "repolls": ngettext("repoll", "repolls", count),
        "vacancies": ngettext("vacancy", "vacancies", count),
        "polling_stations": ngettext("polling station", "polling stations", count),
        "station_tallies": ngettext("tally at a polling station", "tallies at polling stations", count),
        "figures": ngettext("published figure", "published figures", count),
        "offices": ngettext("office", "offices", count),
        "articles": ngettext("article", "articles", count),
    }
    return named.get(table, table)
