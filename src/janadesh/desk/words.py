"""What the record says in fixed words (`talks`, `withdrawal`, `uncontested`), in words of a reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations

Words = Mapping[str, Mapping[str, str]]
"""Words by what they are about and what the record says."""


def words_in(texts: NullTranslations) -> Words:
    """Give all of them; what a table lacks is shown as the record has it."""
    return {**_of_elections(texts), **_of_contests(texts), **_of_checks(texts), **_of_sources(texts)}


def word(words: Words, said: str | None, about: str) -> str:
    """Give the word for what the record says about something; itself where none is known, empty for nothing."""
    return words[about].get(said, said) if said else ""


def _of_elections(texts: NullTranslations) -> Words:
    gettext = texts.gettext
    return {
        "standing": {"talks": gettext("in talks"), "member": gettext("member"), "left": gettext("left")},
        "standings": {"talks": gettext("in talks"), "member": gettext("members"), "left": gettext("left")},
        "step": {
            "announcement": gettext("Announcement"),
            "notification": gettext("Notification"),
            "nominations": gettext("Nominations"),
            "scrutiny": gettext("Scrutiny"),
            "withdrawal": gettext("Withdrawal"),
            "poll": gettext("Poll"),
            "count": gettext("Count"),
            "repoll": gettext("Repoll"),
            "swearing-in": gettext("Swearing in"),
        },
        "turn": {
            "results": gettext("results"),
            "schedule": gettext("schedule"),
            "seat-sharing": gettext("seat-sharing"),
            "alliances": gettext("alliances"),
            "votes": gettext("votes"),
            "candidates": gettext("candidates"),
        },
        "chance": {"under 1%": gettext("under 1%"), "over 99%": gettext("over 99%")},
        "election kind": {"general": gettext("general"), "by-election": gettext("by-election")},
        "party kind": {
            "independent": gettext("Candidates without a party"),
            "national": gettext("National party"),
            "state": gettext("State party"),
            "registered": gettext("Registered party"),
        },
        "becomes": {
            "chief minister": gettext("chief minister"),
            "deputy chief minister": gettext("deputy chief minister"),
            "leader of opposition": gettext("leader of opposition"),
            "minister": gettext("minister"),
            "speaker": gettext("speaker"),
            "lieutenant governor": gettext("lieutenant governor"),
        },
        "office": {
            "chief minister": gettext("Chief minister"),
            "deputy chief minister": gettext("Deputy chief minister"),
            "leader of opposition": gettext("Leader of opposition"),
            "minister": gettext("Minister"),
            "president": gettext("President"),
            "vice president": gettext("Vice president"),
            "party president": gettext("Party president"),
            "party vice president": gettext("Party vice president"),
            "party state president": gettext("Party state president"),
            "party general secretary": gettext("Party general secretary"),
            "national convenor": gettext("National convenor"),
            "chairman": gettext("Chairman"),
            "home minister": gettext("Home minister"),
            "speaker": gettext("Speaker"),
            "lieutenant governor": gettext("Lieutenant governor"),
            "governor": gettext("Governor"),
            "prime minister": gettext("Prime minister"),
        },
    }


def _of_contests(texts: NullTranslations) -> Words:
    gettext, pgettext = texts.gettext, texts.pgettext
    return {
        "status": {
            "scheduled": gettext("scheduled"),
            "counting": gettext("counting"),
            "declared": gettext("declared"),
            "uncontested": gettext("uncontested"),
            "countermanded": gettext("countermanded"),
            "void": gettext("void"),
        },
        "candidacy": {
            "withdrawn": gettext("withdrawn"),
            "rejected": gettext("rejected"),
            "contesting": gettext("contesting"),
            "uncontested": gettext("uncontested"),
        },
        "reservation": {
            "SC": gettext("Reserved for Scheduled Castes"),
            "ST": gettext("Reserved for Scheduled Tribes"),
        },
        "reserved short": {"SC": pgettext("abbreviation", "SC"), "ST": pgettext("abbreviation", "ST")},
        "reserved for": {
            "GEN": gettext("nobody"),
            "SC": gettext("Scheduled Castes"),
            "ST": gettext("Scheduled Tribes"),
        },
        "basis": {
            "itself": gettext("this constituency"),
            "unchanged": gettext("boundaries unchanged"),
            "same name": gettext("same name, other boundaries"),
            "part": gettext("only part of it"),
        },
        "basis of a figure": {
            "interim": gettext("interim"),
            "provisional": gettext("provisional"),
            "tentative": gettext("tentative"),
            "final": gettext("final"),
        },
        "why vacant": {
            "other seat": gettext("its member chose another seat"),
            "resigned": gettext("resigned"),
            "died": gettext("died"),
            "disqualified": gettext("disqualified"),
            "election void": gettext("election void"),
        },
        "vacancy": {
            "other seat": gettext("gave the seat up for another"),
            "resigned": gettext("resigned"),
            "died": gettext("died in office"),
            "disqualified": gettext("disqualified"),
            "election void": gettext("election declared void"),
        },
    }


def _of_checks(texts: NullTranslations) -> Words:
    gettext = texts.gettext
    return {
        "verdict": {
            "confirmed": gettext("confirmed"),
            "partial": gettext("partial"),
            "superseded": gettext("superseded"),
            "contradicted": gettext("contradicted"),
            "unverifiable": gettext("unverifiable"),
        },
        "verdict meaning": {
            "confirmed": gettext("The record says the same, for the moment that the claim speaks of."),
            "partial": gettext("True of a part or of another official figure, or true but far off as a bound."),
            "superseded": gettext("Said while it could be so; the record has moved on since."),
            "contradicted": gettext("The record says otherwise for the moment that the claim speaks of."),
            "unverifiable": gettext("The record holds nothing that decides it. That is not the same as false."),
        },
        "claim": {
            "Votes": gettext("Votes"),
            "Margin": gettext("Margin"),
            "Lead while counting": gettext("Lead while counting"),
            "Outcome": gettext("Outcome"),
            "Place": gettext("Place"),
            "Seats": gettext("Seats"),
            "The house": gettext("The house"),
            "Share of the vote": gettext("Share of the vote"),
            "Turnout": gettext("Turnout"),
            "Electors": gettext("Electors"),
            "Schedule": gettext("Schedule"),
            "Candidacy": gettext("Candidacy"),
            "Alliance": gettext("Alliance"),
            "History": gettext("History"),
        },
    }


def _of_sources(texts: NullTranslations) -> Words:
    gettext = texts.gettext
    return {
        "source": {
            "official": gettext("official"),
            "agency": gettext("agency"),
            "press": gettext("press"),
            "archive": gettext("archive"),
            "derived": gettext("derived"),
        },
        "sources": {
            "official": gettext("Official"),
            "agency": gettext("News agencies"),
            "press": gettext("Press"),
            "archive": gettext("Archives"),
            "derived": gettext("Derived"),
        },
        "sources meaning": {
            "official": gettext("the authority that holds or counts the election, or a law"),
            "agency": gettext("agencies that report the count"),
            "press": gettext("newspapers and broadcasters"),
            "archive": gettext("scholarly collections of results"),
            "derived": gettext("reasoned from the other statements, by a stated rule"),
        },
    }
