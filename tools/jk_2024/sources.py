"""Who said what the pack states: id, kind, publisher, title, day, address, note."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from typing import Any

ECI = "Election Commission of India"

SOURCES: list[tuple[str, str, str, str, str | None, str | None, str | None]] = [
    ("constitution", "official", "Government of India", "Constitution of India, Articles 1 and 81", None, None, None),
    ("jk-constitution", "official", "Government of Jammu and Kashmir", "Constitution of Jammu and Kashmir, 1956, sections 47 and 48", None, None, None),
    ("reorganisation-act-2019", "official", "Gazette of India", "Jammu and Kashmir Reorganisation Act, 2019 (No. 34 of 2019)", "2019-08-09", None, "Appointed day 31 October 2019"),
    ("delimitation-1995", "official", "Delimitation Commission", "Delimitation of constituencies of Jammu and Kashmir, 1995", None, None, "Numbers and names as in the results of 2004 to 2019"),
    ("delimitation-2022", "official", "Delimitation Commission", "Order on the constituencies of Jammu and Kashmir of 5 May 2022", "2022-05-05", None, "In force from 20 May 2022"),
    ("lahdc", "official", "Government of Jammu and Kashmir", "Ladakh Autonomous Hill Development Councils Act", None, None, None),
    ("eci-parties", "official", ECI, "Names of recognised and registered parties", None, "https://www.eci.gov.in", "Names as results print them"),
    ("eci-results-2024-jk", "official", ECI, "Results of the general election to the assembly of Jammu and Kashmir, 8 October 2024, EVM and postal votes", "2024-10-08", "https://results.eci.gov.in", "As kept by thecont1/india-votes-data"),
    ("eci-results-2024-ls", "official", ECI, "Results of the general election to the Lok Sabha, 4 June 2024, EVM and postal votes", "2024-06-04", "https://results.eci.gov.in", "Last state of the pages as kept by answerquest/india-elections2024-results-timewise"),
    ("eci-results-2019-ls", "official", ECI, "Results of the general election to the Lok Sabha, 23 May 2019, EVM, migrant and postal votes", "2019-05-23", "https://results.eci.gov.in", "As kept by rohit-gupta/indian-election-results"),
    ("eci-turnout-2014-ls", "official", ECI, "Electors and voters by Lok Sabha constituency, 2014", "2014-05-16", "https://www.eci.gov.in", "As kept by datameet/india-election-data"),
    ("eci-statistical-reports", "official", ECI, "Statistical reports on general elections", None, "https://www.eci.gov.in/statistical-reports", "Official figures as compiled in TCPD Indian Elections Data v2.0, 2021 (Trivedi Centre for Political Data, Ashoka University)"),
    ("eci-schedule-2004-02-29", "official", ECI, "Schedule of the general election to the Lok Sabha, 2004", "2004-02-29", None, None),
    ("eci-schedule-2008-10-19", "official", ECI, "Schedule of the general election to the assembly of Jammu and Kashmir, 2008", "2008-10-19", None, None),
    ("eci-schedule-2009-03-02", "official", ECI, "Schedule of the general election to the Lok Sabha, 2009", "2009-03-02", None, None),
    ("eci-schedule-2014-03-05", "official", ECI, "Schedule of the general election to the Lok Sabha, 2014", "2014-03-05", None, None),
    ("eci-schedule-2014-10-25", "official", ECI, "Schedule of the general elections to the assemblies of Jammu and Kashmir and Jharkhand, 2014", "2014-10-25", None, None),
    ("eci-schedule-2019-03-10", "official", ECI, "Schedule of the general election to the Lok Sabha, 2019", "2019-03-10", None, None),
    ("eci-schedule-2024-03-16", "official", ECI, "Schedule of the general election to the Lok Sabha, 2024", "2024-03-16", None, None),
    ("eci-press-2024-04-30", "official", ECI, "Date of poll in Anantnag-Rajouri moved from 7 to 25 May 2024", "2024-04-30", None, None),
    ("eci-press-turnout-2024-ls", "official", ECI, "Turnout by Lok Sabha constituency at polling stations, phases 1 to 6 of 2024", "2024-05-28", None, "Press notes of 25 and 28 May 2024, restated without the notes at hand; each agrees with the EVM votes over the electors within 0.1 point"),
    ("eci-schedule-2024-08-16", "official", ECI, "Schedule of the general elections to the assemblies of Haryana and Jammu and Kashmir, 2024", "2024-08-16", None, None),
    ("eci-press-2024-08-31", "official", ECI, "Revised schedule of the Haryana poll and of the count in Haryana and Jammu and Kashmir", "2024-08-31", None, "As reported by deccanherald.com, scroll.in and thefederal.com on 31 August 2024"),
    ("eci-press-2024-09-20", "official", ECI, "Turnout of phase 1 in Jammu and Kashmir (pib.gov.in PRID 2057183)", "2024-09-20", "https://pib.gov.in/PressReleasePage.aspx?PRID=2057183", None),
    ("eci-press-2024-09-27", "official", ECI, "Turnout of phase 2 in Jammu and Kashmir", "2024-09-27", None, "As reprinted by orissadiary.com"),
    ("eci-press-2024-10-03", "official", ECI, "Turnout of phase 3 and of all phases in Jammu and Kashmir", "2024-10-03", None, "As reprinted by orissadiary.com"),
    ("press-turnout-2024", "press", "Several newspapers", "Turnout figures that the Commission gave out during and after each polling day, September and October 2024", None, None, "etvbharat.com, lokmattimes.com, rediff.com, thehawk.in, dtnext.in, business-standard.com, newsdrum.in, devdiscourse.com"),
    ("indiatv-2024-09-02", "press", "India TV", "Electors of Jammu and Kashmir", "2024-09-02", None, None),
    ("zeenews-2024-09-17", "press", "Zee News", "Electors and candidates of phase 1", "2024-09-17", None, None),
    ("newsx-2024-09-24", "press", "NewsX", "Candidates of phase 2", "2024-09-24", None, None),
    ("lokmat-2024-09-25", "press", "Lokmat Times", "Electors of phase 2", "2024-09-25", None, "Also The Hans India of the day, rounded"),
    ("newsx-2024-09-30", "press", "NewsX", "Candidates of phase 3", "2024-09-30", None, None),
    ("etvbharat-2024-10-01", "press", "ETV Bharat", "Electors and seats of phase 3", "2024-10-01", None, None),
    ("press-2024-08-22", "press", "Several newspapers", "National Conference and Congress leaders meet in Srinagar, 22 August 2024", "2024-08-22", None, None),
    ("statesman-2024-08-26", "press", "The Statesman", "Seat-sharing of National Conference and Congress announced", "2024-08-26", None, "Also lokmattimes.com of the day; first reports of 52 and 33 seats were superseded"),
    ("indiatoday-2024-08-28", "press", "India Today", "The five seats of friendly contests", "2024-08-28", None, None),
    ("ht-2024-09-21", "press", "Hindustan Times", "A sixth friendly contest, Baramulla", "2024-09-21", None, None),
    ("scroll-2024-10-08", "press", "Scroll", "Nominated members and the majority; seats kept vacant", "2024-10-08", None, None),
    ("ballot-papers-2024-jk", "derived", "Janadesh", "Read off the official list of candidates, seat by seat", None, None, "The deal was announced as numbers, not as a list of seats"),
    ("computed", "derived", "Janadesh", "Computed from the official figures of this pack", None, None, None),
    ("alliance-announcements", "press", "Several newspapers", "Announcements of alliances", None, None, None),
    ("public-record", "derived", "Janadesh", "Offices, party membership and other names as generally reported", None, None, "Nothing rests on one article; correct it by a later row"),
    ("eci-form-20-2024-ls", "official", ECI, "Electors by assembly segment, Lok Sabha election 2024", "2024-06-04", None, "As kept by ElectionLens/ElectionLens and divij-sinha/india-elections"),
]  # fmt: skip


def sources() -> list[dict[str, Any]]:
    """Give the rows of `sources.csv`."""
    keys = ("id", "kind", "publisher", "title", "published", "url", "note")
    return [dict(zip(keys, row, strict=True)) for row in SOURCES]
