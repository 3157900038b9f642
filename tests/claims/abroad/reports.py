"""Six reports from other countries with their marks, written before the check was tried on them."""

from __future__ import annotations

from tests.claims.abroad.marks import Mark
from tests.claims.abroad.marks import Report

LAB, CON, LD = "Labour Party", "Conservative and Unionist Party", "Liberal Democrats"
REF, GRN = "Reform UK", "Green Party"
ASHWORTH, PRYCE, RAO, BATES = "ASHWORTH, Helen", "PRYCE, David", "RAO, Sunita", "BATES, Colin"
LYLE, MORGAN, ODUYA, FLINT, WREN = "LYLE, Robert", "MORGAN, Nia", "ODUYA, Grace", "FLINT, Peter", "WREN, Isla"
MARBURY, DUNMERE, EASTWICK = "Marbury North", "Castlebridge and Dunmere", "Eastwick"
WHITFIELD, NOVAK, TESSIER = "Joan Whitfield", "Peter Novak", "Marc Tessier"
GILL, KOWALSKI, PERRAULT = "Anita Gill", "Brent Kowalski", "Luc Perrault"
ELMIRA, HADLEY = "Lakeshore-Elmira", "Port Hadley"
LIB, TORY, NDP = "Liberal Party of Canada", "Conservative Party of Canada", "New Democratic Party"
LOPEZ, BECKER, PIKE, ELLISON, PRICE = "Maria Lopez", "Tom Becker", "Sam Pike", "Ruth Ellison", "Angela Price"
FOURTEEN, TWENTY_SEVEN = "District 14", "District 27"
DEM, REP = "Democratic Party", "Republican Party"

NIGHT = Report(
    "a constituency night",
    "2024-07-05",
    "Labour has taken Marbury North from the Conservatives after a tense night at the leisure centre. "
    "Helen Ashworth polled 19,482 votes, with the sitting Conservative MP David Pryce on 15,904, giving Labour "
    "a majority of 3,578. Reform UK's Colin Bates came third with 7,215 and the Liberal Democrat Sunita Rao was "
    "fourth on 4,410.\n\n"
    "Turnout was 62.4%. Mr Pryce, who had held the seat with a majority of 6,068 in 2019, conceded shortly after "
    "3am.\n\n"
    "In neighbouring Castlebridge and Dunmere it was a Conservative hold: Robert Lyle saw his majority cut to 1,234 "
    "over the Lib Dems' Nia Morgan, who took 20,096 votes. Turnout there was 70.1 per cent.",
    (
        Mark("Labour has taken Marbury North", "outcome", LAB, seat=MARBURY),
        Mark("19,482 votes", "votes", ASHWORTH, 19482, MARBURY),
        Mark("on 15,904", "votes", PRYCE, 15904, MARBURY),
        Mark("majority of 3,578", "margin", LAB, 3578, MARBURY),
        Mark("came third", "rank", BATES, 3, MARBURY),
        Mark("7,215", "votes", BATES, 7215, MARBURY),
        Mark("fourth", "rank", RAO, 4, MARBURY),
        Mark("4,410", "votes", RAO, 4410, MARBURY),
        Mark("62.4%", "turnout", MARBURY, 62.4, MARBURY),
        Mark("conceded", "outcome", PRYCE, seat=MARBURY),
        Mark("Conservative hold", "outcome", CON, seat=DUNMERE),
        Mark("majority cut to 1,234", "margin", LYLE, 1234, DUNMERE),
        Mark("20,096 votes", "votes", MORGAN, 20096, DUNMERE),
        Mark("70.1 per cent", "turnout", DUNMERE, 70.1, DUNMERE),
    ),
)

BOARD = Report(
    "a results board",
    "2024-07-05",
    "Results from the county\n\n"
    "Eastwick: Labour hold\n"
    "Grace Oduya (Lab) 17,650\n"
    "Peter Flint (Reform) 9,981\n"
    "Isla Wren (Green) 5,120\n"
    "Majority: 7,669\n"
    "Turnout: 51.3%\n\n"
    "Marbury North: Labour gain from Conservative\n"
    "Helen Ashworth (Lab) 19,482\n"
    "David Pryce (Con) 15,904\n"
    "Majority: 3,578\n"
    "Turnout: 62.4%",
    (
        Mark("Labour hold", "outcome", LAB, seat=EASTWICK),
        Mark("17,650", "votes", ODUYA, 17650, EASTWICK),
        Mark("9,981", "votes", FLINT, 9981, EASTWICK),
        Mark("5,120", "votes", WREN, 5120, EASTWICK),
        Mark("Majority: 7,669", "margin", ODUYA, 7669, EASTWICK),
        Mark("51.3%", "turnout", EASTWICK, 51.3, EASTWICK),
        Mark("Labour gain", "outcome", LAB, seat=MARBURY),
        Mark("19,482", "votes", ASHWORTH, 19482, MARBURY),
        Mark("15,904", "votes", PRYCE, 15904, MARBURY),
        Mark("Majority: 3,578", "margin", ASHWORTH, 3578, MARBURY),
        Mark("62.4%", "turnout", MARBURY, 62.4, MARBURY),
    ),
)

RIDING = Report(
    "a riding",
    "2025-04-29",
    "Liberal Joan Whitfield has unseated two-term New Democrat MP Marc Tessier in the riding of Lakeshore-Elmira. "
    "With all polls reporting, Whitfield had 28,745 votes, or 45.4 per cent of the vote. Conservative candidate Peter "
    "Novak finished second, 2,434 votes back, while Tessier fell to third with 8,230.\n\n"
    "Elections Canada says 71.2 per cent of eligible voters in the riding cast a ballot. Nationally, turnout was "
    "68.7 per cent.\n\n"
    "A party needs 172 seats for a majority in the 343-seat House of Commons.",
    (
        Mark("Whitfield has unseated", "outcome", WHITFIELD, seat=ELMIRA),
        Mark("28,745 votes", "votes", WHITFIELD, 28745, ELMIRA),
        Mark("45.4 per cent of the vote", "vote_share", WHITFIELD, 45.4, ELMIRA),
        Mark("second", "rank", NOVAK, 2, ELMIRA),
        Mark("2,434 votes back", "margin", NOVAK, 2434, ELMIRA),
        Mark("third", "rank", TESSIER, 3, ELMIRA),
        Mark("8,230", "votes", TESSIER, 8230, ELMIRA),
        Mark("71.2 per cent", "turnout", ELMIRA, 71.2, ELMIRA),
        Mark("68.7 per cent", "turnout", "xc-2025", 68.7),
        Mark("172 seats", "house", "xc-2025", 172),
        Mark("343-seat", "house", "xc-2025", 343),
    ),
)

RURAL = Report(
    "a hold in the country",
    "2025-04-29",
    "PORT HADLEY - Conservative incumbent Brent Kowalski has been re-elected in Port Hadley, taking 31,986 votes to "
    "22,107 for Liberal challenger Anita Gill. The New Democrats' Luc Perrault was a distant third with 3,410 votes. "
    "Kowalski's winning margin of 9,879 is down from 11,492 in 2021.\n\n"
    "He defeated Gill in 2021 as well.",
    (
        Mark("has been re-elected in Port Hadley", "outcome", KOWALSKI, seat=HADLEY),
        Mark("31,986 votes", "votes", KOWALSKI, 31986, HADLEY),
        Mark("22,107 for", "votes", GILL, 22107, HADLEY),
        Mark("distant third", "rank", PERRAULT, 3, HADLEY),
        Mark("3,410 votes", "votes", PERRAULT, 3410, HADLEY),
        Mark("winning margin of 9,879", "margin", KOWALSKI, 9879, HADLEY),
    ),
)

CAPITOL = Report(
    "a state house race",
    "2024-11-07",
    "Democrat Maria Lopez narrowly defeated Republican Rep. Tom Becker in House District 14, flipping the seat by 148 "
    "votes out of more than 51,000 cast. Lopez received 25,019 votes to Becker's 24,871, according to final but "
    "unofficial results. Libertarian Sam Pike drew 1,202.\n\n"
    "In District 27, Rep. Ruth Ellison, R-Milton, cruised to another term with 58.8% of the vote. Her Democratic "
    "opponent, Angela Price, got 41.2%.\n\n"
    "All 99 seats in the Franklin House of Representatives were on the ballot.",
    (
        Mark("Lopez narrowly defeated", "outcome", LOPEZ, seat=FOURTEEN),
        Mark("by 148 votes", "margin", LOPEZ, 148, FOURTEEN),
        Mark("25,019 votes", "votes", LOPEZ, 25019, FOURTEEN),
        Mark("24,871", "votes", BECKER, 24871, FOURTEEN),
        Mark("1,202", "votes", PIKE, 1202, FOURTEEN),
        Mark("cruised to another term", "outcome", ELLISON, seat=TWENTY_SEVEN),
        Mark("58.8% of the vote", "vote_share", ELLISON, 58.8, TWENTY_SEVEN),
        Mark("41.2%", "vote_share", PRICE, 41.2, TWENTY_SEVEN),
        Mark("All 99 seats", "house", "xf-2024", 99),
    ),
)

ELECTION_NIGHT = Report(
    "election night",
    "2024-11-05",
    "With 60% of precincts reporting, Lopez, a Democrat, led Becker 15,204 to 14,377 in District 14. "
    "Maria Lopez was ahead by 827 votes. Tom Becker trailed in the early vote.\n\n"
    "Ruth Ellison won reelection in District 27, The Associated Press projected. Angela Price conceded the race at "
    "10 p.m. Republicans need 50 seats for a majority in the House.",
    (
        Mark("15,204", "votes", LOPEZ, 15204, FOURTEEN, "superseded"),
        Mark("14,377", "votes", BECKER, 14377, FOURTEEN, "superseded"),
        Mark("ahead by 827 votes", "lead", LOPEZ, 827, FOURTEEN, "superseded"),
        Mark("Tom Becker trailed", "lead", BECKER, None, FOURTEEN, "superseded"),
        Mark("Ruth Ellison won", "outcome", ELLISON, seat=TWENTY_SEVEN),
        Mark("conceded", "outcome", PRICE, seat=TWENTY_SEVEN),
        Mark("50 seats", "house", "xf-2024", 50),
    ),
)

BRITISH = (NIGHT, BOARD)
CANADIAN = (RIDING, RURAL)
AMERICAN = (CAPITOL, ELECTION_NIGHT)
