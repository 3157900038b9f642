"""Three reports written after the rules for the others, with their marks; the check was tried on them last."""

from __future__ import annotations

from tests.claims.abroad.later_reports import ANIL
from tests.claims.abroad.later_reports import DEVGARH
from tests.claims.abroad.later_reports import FARHANA
from tests.claims.abroad.later_reports import KAVITA
from tests.claims.abroad.later_reports import KMD
from tests.claims.abroad.later_reports import NANDPUR
from tests.claims.abroad.later_reports import RAMPURA
from tests.claims.abroad.later_reports import STATE
from tests.claims.abroad.later_reports import SURESH
from tests.claims.abroad.marks import Mark
from tests.claims.abroad.marks import Report
from tests.claims.abroad.reports import BECKER
from tests.claims.abroad.reports import ELLISON
from tests.claims.abroad.reports import FOURTEEN
from tests.claims.abroad.reports import LOPEZ
from tests.claims.abroad.reports import MARBURY
from tests.claims.abroad.reports import PIKE
from tests.claims.abroad.reports import PRICE
from tests.claims.abroad.reports import PRYCE
from tests.claims.abroad.reports import RAO
from tests.claims.abroad.reports import TWENTY_SEVEN

ASHWORTH, BATES = "ASHWORTH, Helen", "BATES, Colin"

ANALYSIS = Report(
    "a morning-after analysis",
    "2025-03-10",
    "How Anil Pratap Singh turned Devgarh around\n\n"
    "Trailing for most of Sunday, the KMD's Anil Pratap Singh eventually pipped Kavita Rathore to the post in Devgarh. "
    "He ended up with 51,877 votes to her 50,665, and a margin of just 1,212.\n\n"
    "Elsewhere the news was less cheerful for his party. In Rampura, Meena Devi Chaudhary was beaten by the JHP's "
    "Suresh Kumar Yadav, who bagged 48,210 votes. And the KMD had to be content with third place in Nandpur East, "
    "where Gopal Verma could muster only 21,009 votes. The winner there, Farhana Begum, secured 33,450.\n\n"
    "The KMD won 22 of the 60 seats. Its vote share was 36.4 per cent.\n\n"
    "Nearly 72 per cent of voters had turned out on March 2.",
    (
        Mark("pipped Kavita Rathore", "outcome", ANIL, seat=DEVGARH),
        Mark("51,877 votes", "votes", ANIL, 51877, DEVGARH),
        Mark("50,665", "votes", KAVITA, 50665, DEVGARH),
        Mark("margin of just 1,212", "margin", ANIL, 1212, DEVGARH),
        Mark("was beaten", "outcome", "MEENA DEVI CHAUDHARY", seat=RAMPURA),
        Mark("48,210 votes", "votes", SURESH, 48210, RAMPURA),
        Mark("third place in Nandpur East", "rank", KMD, 3, NANDPUR),
        Mark("21,009 votes", "votes", "GOPAL VERMA", 21009, NANDPUR),
        Mark("The winner there, Farhana Begum", "outcome", FARHANA, seat=NANDPUR),
        Mark("33,450", "votes", FARHANA, 33450, NANDPUR),
        Mark("won 22", "seats", KMD, 22, verdict="unverifiable"),
        Mark("60 seats", "house", STATE, 60),
        Mark("36.4 per cent", "vote_share", KMD, 36.4, verdict="unverifiable"),
        Mark("Nearly 72 per cent", "turnout", STATE, 72),
        Mark("March 2", "schedule", STATE, "2025-03-02"),
    ),
)

BROADCASTER = Report(
    "a broadcaster's summary",
    "2024-07-05",
    "Marbury North turns red as Tories lose seat after 14 years\n\n"
    "Labour's Helen Ashworth is the new MP for Marbury North. She took 41.4% of the vote, with David Pryce second on "
    "33.8%.\n\n"
    "Reform UK pushed the Liberal Democrats into fourth place: Colin Bates picked up 7,215 votes and Sunita Rao "
    "4,410.\n\n"
    "Just under two thirds of those eligible cast a vote, with turnout put at 62.4%.\n\n"
    "Ashworth's majority is 3,578. In Castlebridge and Dunmere, the Conservatives' Robert Lyle will go back to "
    "Westminster with a much smaller majority of 1,234.",
    (
        Mark("Tories lose seat", "outcome", "Conservative and Unionist Party", seat=MARBURY),
        Mark("is the new MP for Marbury North", "outcome", ASHWORTH, seat=MARBURY),
        Mark("41.4% of the vote", "vote_share", ASHWORTH, 41.4, MARBURY),
        Mark("second", "rank", PRYCE, 2, MARBURY),
        Mark("33.8%", "vote_share", PRYCE, 33.8, MARBURY),
        Mark("fourth place", "rank", "Liberal Democrats", 4, MARBURY),
        Mark("7,215 votes", "votes", BATES, 7215, MARBURY),
        Mark("4,410", "votes", RAO, 4410, MARBURY),
        Mark("62.4%", "turnout", MARBURY, 62.4, MARBURY),
        Mark("majority is 3,578", "margin", ASHWORTH, 3578, MARBURY),
        Mark("will go back to Westminster", "outcome", "LYLE, Robert", seat="Castlebridge and Dunmere"),
        Mark("majority of 1,234", "margin", "LYLE, Robert", 1234, "Castlebridge and Dunmere"),
    ),
)

LOCAL_TV = Report(
    "local television",
    "2024-11-06",
    "It's official: Maria Lopez is headed to the statehouse. The Democrat ousted three-term incumbent Tom Becker in "
    "District 14 by a razor-thin 148 votes, the county clerk said Wednesday.\n\n"
    "Lopez finished with 25,019 votes, or 49%, and Becker with 24,871, or 48.7%. Libertarian Sam Pike collected "
    "1,202 votes.\n\n"
    "Republican Ruth Ellison kept her seat in District 27, beating Democrat Angela Price 30,555 to 21,444.\n\n"
    "Under state law, a margin of less than half a percentage point triggers an automatic recount.",
    (
        Mark("ousted three-term incumbent Tom Becker", "outcome", LOPEZ, seat=FOURTEEN),
        Mark("148 votes", "margin", LOPEZ, 148, FOURTEEN),
        Mark("25,019 votes", "votes", LOPEZ, 25019, FOURTEEN),
        Mark("49%", "vote_share", LOPEZ, 49, FOURTEEN),
        Mark("24,871", "votes", BECKER, 24871, FOURTEEN),
        Mark("48.7%", "vote_share", BECKER, 48.7, FOURTEEN),
        Mark("1,202 votes", "votes", PIKE, 1202, FOURTEEN),
        Mark("kept her seat in District 27", "outcome", ELLISON, seat=TWENTY_SEVEN),
        Mark("30,555", "votes", ELLISON, 30555, TWENTY_SEVEN),
        Mark("21,444", "votes", PRICE, 21444, TWENTY_SEVEN),
    ),
)
