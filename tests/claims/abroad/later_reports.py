"""Five further reports in other styles with their marks, written before the check was tried on them."""

from __future__ import annotations

from tests.claims.abroad.marks import Mark
from tests.claims.abroad.marks import Report
from tests.claims.abroad.reports import DUNMERE
from tests.claims.abroad.reports import EASTWICK
from tests.claims.abroad.reports import ELMIRA
from tests.claims.abroad.reports import GILL
from tests.claims.abroad.reports import HADLEY
from tests.claims.abroad.reports import KOWALSKI
from tests.claims.abroad.reports import LAB
from tests.claims.abroad.reports import LIB
from tests.claims.abroad.reports import LYLE
from tests.claims.abroad.reports import MORGAN
from tests.claims.abroad.reports import NOVAK
from tests.claims.abroad.reports import ODUYA
from tests.claims.abroad.reports import TESSIER
from tests.claims.abroad.reports import WHITFIELD
from tests.claims.abroad.reports import WREN

TATE = "TATE, Owen"
SURESH, MEENA, ANIL, KAVITA = "SURESH KUMAR YADAV", "MEENA DEVI CHAUDHARY", "ANIL PRATAP SINGH", "KAVITA RATHORE"
FARHANA, GOPAL = "FARHANA BEGUM", "GOPAL VERMA"
RAMPURA, DEVGARH, NANDPUR = "Rampura", "Devgarh", "Nandpur East"
JHP, KMD, LED = "Janhit Party", "Kisan Morcha Dal", "Lok Ekta Dal"
STATE = "xs-2025"

LOCAL_PAPER = Report(
    "a local paper",
    "2024-07-05",
    "Tory Robert Lyle clung on in Castlebridge and Dunmere by the skin of his teeth, seeing off the Liberal "
    "Democrats' Nia Morgan by 1,234 votes.\n\n"
    "A recount was called before the returning officer announced at 5.12am that Mr Lyle had polled 21,330, well "
    "down on 2019. Ms Morgan's tally was 20,096. Owen Tate (Labour) trailed in on 6,002.\n\n"
    "\"I'm gutted,\" said Ms Morgan, who was runner-up for the second time running. Mr Lyle's share of the vote "
    "fell to 45 per cent.\n\n"
    "Across the county line, Labour comfortably retained Eastwick, where Grace Oduya won 17,650 votes \u2013 7,669 "
    "more than Reform's Peter Flint. The Greens' Isla Wren lagged on 5,120. In 2019 Ms Oduya's margin had been 7,407. "
    "Just over half of the electorate \u2013 51.3 per cent \u2013 bothered to vote there.",
    (
        Mark("clung on in Castlebridge and Dunmere", "outcome", LYLE, seat=DUNMERE),
        Mark("by 1,234 votes", "margin", LYLE, 1234, DUNMERE),
        Mark("polled 21,330", "votes", LYLE, 21330, DUNMERE),
        Mark("tally was 20,096", "votes", MORGAN, 20096, DUNMERE),
        Mark("on 6,002", "votes", TATE, 6002, DUNMERE),
        Mark("runner-up", "rank", MORGAN, 2, DUNMERE),
        Mark("45 per cent", "vote_share", LYLE, 45, DUNMERE),
        Mark("Labour comfortably retained Eastwick", "outcome", LAB, seat=EASTWICK),
        Mark("17,650 votes", "votes", ODUYA, 17650, EASTWICK),
        Mark("7,669 more than", "margin", ODUYA, 7669, EASTWICK),
        Mark("on 5,120", "votes", WREN, 5120, EASTWICK),
        Mark("51.3 per cent", "turnout", EASTWICK, 51.3, EASTWICK),
    ),
)

WIRE = Report(
    "wire copy",
    "2025-04-29",
    "LAKESHORE-ELMIRA, Ont. \u2014 The Liberals have picked up Lakeshore-Elmira, ending the NDP's hold on the "
    "southwestern Ontario riding.\n\n"
    "Former city councillor Joan Whitfield took 28,745 votes on Monday, edging out Conservative Peter Novak, who had "
    "26,311. NDP incumbent Marc Tessier was a distant third with 13 per cent of ballots cast.\n\n"
    "It was a different story in Port Hadley, where Brent Kowalski, a Conservative first elected in 2021 with 26,500 "
    "votes, widened his margin to 9,879 and captured 55.6 per cent of the vote. Liberal Anita Gill was second at "
    "38.4 per cent.\n\n"
    "Elections Canada pegged national turnout at 68.7 per cent. There are 343 seats in the Commons, up from 338.\n\n"
    "This report by The Canadian Press was first published April 29, 2025.",
    (
        Mark("picked up Lakeshore-Elmira", "outcome", LIB, seat=ELMIRA),
        Mark("28,745 votes", "votes", WHITFIELD, 28745, ELMIRA),
        Mark("edging out", "outcome", WHITFIELD, seat=ELMIRA),
        Mark("26,311", "votes", NOVAK, 26311, ELMIRA),
        Mark("distant third", "rank", TESSIER, 3, ELMIRA),
        Mark("13 per cent", "vote_share", TESSIER, 13, ELMIRA),
        Mark("margin to 9,879", "margin", KOWALSKI, 9879, HADLEY),
        Mark("55.6 per cent of the vote", "vote_share", KOWALSKI, 55.6, HADLEY),
        Mark("second", "rank", GILL, 2, HADLEY),
        Mark("38.4 per cent", "vote_share", GILL, 38.4, HADLEY),
        Mark("68.7 per cent", "turnout", "xc-2025", 68.7),
        Mark("343 seats", "house", "xc-2025", 343),
    ),
)

LIVE_BLOG = Report(
    "a live blog",
    "2025-03-09",
    "Suryagarh Assembly Election Results LIVE: counting of votes for 60 seats under way\n\n"
    "11.42 am\n"
    "Early trends: JHP leading in 34 seats, KMD 19 and LED 7. Majority mark in the 60-member House is 31.\n\n"
    "12.10 pm\n"
    "Former minister Anil Pratap Singh trails JHP's Kavita Rathore by 2,318 votes in Devgarh after six rounds of "
    "counting.\n\n"
    "1.05 pm\n"
    "Rampura: Suresh Kumar Yadav (JHP) - 31,204; Meena Devi Chaudhary (KMD) - 27,880\n\n"
    "2.30 pm\n"
    "Big upset in Nandpur East! LED's Farhana Begum beats sitting MLA Dinesh Mishra of the JHP by 3,325 votes.\n\n"
    "3.15 pm\n"
    "Suresh Yadav wins Rampura. He got 48,210 votes against 39,154 polled by Meena Devi.\n\n"
    "4.40 pm\n"
    "Turnaround in Devgarh: Anil Pratap Singh has scraped through by a wafer-thin 1,212 votes.\n\n"
    "Polling for all 60 seats was held in a single phase on March 2. Turnout was 71.8 per cent.",
    (
        Mark("60 seats", "house", STATE, 60),
        Mark("34 seats", "seats", JHP, 34, verdict="superseded"),
        Mark("KMD 19", "seats", KMD, 19, verdict="superseded"),
        Mark("LED 7", "seats", LED, 7, verdict="superseded"),
        Mark("60-member", "house", STATE, 60),
        Mark("31", "house", STATE, 31),
        Mark("by 2,318 votes", "lead", ANIL, 2318, DEVGARH, "superseded"),
        Mark("31,204", "votes", SURESH, 31204, RAMPURA, "superseded"),
        Mark("27,880", "votes", MEENA, 27880, RAMPURA, "superseded"),
        Mark("Farhana Begum beats", "outcome", FARHANA, seat=NANDPUR),
        Mark("by 3,325 votes", "margin", FARHANA, 3325, NANDPUR),
        Mark("wins Rampura", "outcome", SURESH, seat=RAMPURA),
        Mark("48,210 votes", "votes", SURESH, 48210, RAMPURA),
        Mark("39,154", "votes", MEENA, 39154, RAMPURA),
        Mark("scraped through", "outcome", ANIL, seat=DEVGARH),
        Mark("1,212 votes", "margin", ANIL, 1212, DEVGARH),
        Mark("all 60 seats", "house", STATE, 60),
        Mark("single phase", "schedule", STATE, 1),
        Mark("March 2", "schedule", STATE, "2025-03-02"),
        Mark("71.8 per cent", "turnout", STATE, 71.8),
    ),
)

PREVIEW = Report(
    "an agency preview",
    "2025-02-28",
    "Campaigning ended on Friday evening for the Suryagarh Assembly election, with polling set for Sunday. Over 41 "
    "lakh electors, 20.2 lakh of them women, are eligible to vote across 60 constituencies, nine of which are "
    "reserved for Scheduled Castes. As many as 412 candidates are in the fray.\n\n"
    "The ruling JHP is contesting 58 seats, leaving two to its ally, the LED. The KMD has fielded 60 candidates. "
    "The KMD's Anil Pratap Singh is contesting from Devgarh.\n\n"
    "Counting of votes will take place on March 9.",
    (
        Mark("polling set for Sunday", "schedule", STATE, "2025-03-02"),
        Mark("41 lakh electors", "electors", STATE, 4_100_000, verdict="unverifiable"),
        Mark("20.2 lakh of them women", "electors", STATE, 2_020_000, verdict="unverifiable"),
        Mark("60 constituencies", "house", STATE, 60),
        Mark("nine of which are reserved", "house", STATE, 9, verdict="unverifiable"),
        Mark("412 candidates", "contest", STATE, 412, verdict="unverifiable"),
        Mark("contesting 58 seats", "contest", JHP, 58, verdict="unverifiable"),
        Mark("leaving two to its ally, the LED", "contest", LED, 2, verdict="unverifiable"),
        Mark("fielded 60 candidates", "contest", KMD, 60, verdict="unverifiable"),
        Mark("is contesting from Devgarh", "contest", ANIL, seat=DEVGARH),
        Mark("March 9", "schedule", STATE, "2025-03-09"),
    ),
)

MIXED = Report(
    "Hindi and English mixed",
    "2025-03-10",
    "सूर्यगढ़ चुनाव परिणाम: देवगढ़ में कांटे की टक्कर\n\n"
    "Devgarh seat पर KMD के अनिल प्रताप सिंह ने JHP की कविता राठौर को 1,212 वोटों से हराया। अनिल को 51,877 वोट मिले "
    "जबकि कविता राठौर को 50,665 वोट।\n\n"
    "रामपुरा से सुरेश कुमार यादव जीत गए हैं। उन्होंने मीना देवी चौधरी को 9,056 मतों के अंतर से मात दी।\n\n"
    "Nandpur East mein Farhana Begum ne Dinesh Mishra ko 3,325 vote se haraya. Gopal Verma teesre number par rahe, "
    "unhe 21,009 vote mile.\n\n"
    "विधानसभा की 60 सीटों में बहुमत के लिए 31 सीटें जरूरी हैं। राज्य में 71.8 प्रतिशत मतदान हुआ।",
    (
        Mark("1,212 वोटों", "margin", ANIL, 1212, DEVGARH),
        Mark("हराया", "outcome", ANIL, seat=DEVGARH),
        Mark("51,877 वोट", "votes", ANIL, 51877, DEVGARH),
        Mark("50,665 वोट", "votes", KAVITA, 50665, DEVGARH),
        Mark("जीत गए", "outcome", SURESH, seat=RAMPURA),
        Mark("9,056 मतों के अंतर", "margin", SURESH, 9056, RAMPURA),
        Mark("मात दी", "outcome", SURESH, seat=RAMPURA),
        Mark("3,325 vote", "margin", FARHANA, 3325, NANDPUR),
        Mark("haraya", "outcome", FARHANA, seat=NANDPUR),
        Mark("teesre number", "rank", GOPAL, 3, NANDPUR),
        Mark("21,009 vote", "votes", GOPAL, 21009, NANDPUR),
        Mark("60 सीटों", "house", STATE, 60),
        Mark("31 सीटें", "house", STATE, 31),
        Mark("71.8 प्रतिशत", "turnout", STATE, 71.8),
    ),
)
