"""Parties that stood, with the codes of older results and the spellings of newer ones that mean them."""

# ruff: noqa: E501 - a table reads best with one fact a line
from __future__ import annotations

from typing import Any

Row = dict[str, Any]

# id, name, abbreviation, kind, colour, known since, codes and spellings of results
_MAIN: list[tuple[str, str, str, str, str | None, str, tuple[str, ...]]] = [
    ("in-nc", "Jammu & Kashmir National Conference", "NC", "state", "#b3123f", "1950-01-26", ("JKN",)),
    ("in-bjp", "Bharatiya Janata Party", "BJP", "national", "#ff7a1a", "1980-04-06", ()),
    ("in-inc", "Indian National Congress", "INC", "national", "#19aaed", "1950-01-26", ()),
    ("in-pdp", "Jammu & Kashmir Peoples Democratic Party", "PDP", "state", "#1f7a4f", "1999-07-28", ("JKPDP",)),
    ("in-jkpc", "Jammu & Kashmir People Conference", "PC", "registered", "#7d5ba6", "2004-02-29", ("JPC",)),
    ("in-cpim", "Communist Party of India (Marxist)", "CPI(M)", "national", "#c8102e", "1964-11-07", ("CPM",)),
    ("in-aap", "Aam Aadmi Party", "AAP", "national", "#0b6fb8", "2012-11-26", ("AAAP",)),
    ("in-jkap", "Jammu and Kashmir Apni Party", "Apni Party", "registered", "#5f8dd3", "2020-03-08", ()),
    ("in-dpap", "Democratic Progressive Azad Party", "DPAP", "registered", "#c79a1e", "2022-09-26", ()),
    ("in-jknpp", "Jammu & Kashmir National Panthers Party", "JKNPP", "state", "#8a5a2b", "2003-12-04", ()),
    ("in-jknpp-india", "J&K National Panthers Party (India)", "JKNPP(I)", "registered", "#8a5a2b", "2024-08-16", ()),
    ("in-jknpp-bhim", "Jammu & Kashmir National Panthers Party (Bhim)", "JKNPP(B)", "state", "#a5784a", "2024-03-16", ()),
    ("in-jkanc", "Jammu & Kashmir Awami National Conference", "ANC", "registered", "#4f6d7a", "2008-10-19", ()),
    ("in-jkaip", "Jammu & Kashmir Awami Ittehad Party", "AIP", "registered", "#2f8f8f", "2014-03-05", ()),
    ("in-bsp", "Bahujan Samaj Party", "BSP", "national", "#22409a", "1984-04-14", ()),
    ("in-sp", "Samajwadi Party", "SP", "state", "#e02020", "1992-10-04", ()),
    ("in-ncp", "Nationalist Congress Party", "NCP", "state", "#00a0a0", "1999-06-10", ()),
    ("in-cpi", "Communist Party of India", "CPI", "state", "#e0322d", "1950-01-26", ()),
    ("in-jdu", "Janata Dal (United)", "JD(U)", "state", "#1f7a4d", "2003-10-30", ()),
    ("in-rld", "Rashtriya Lok Dal", "RLD", "state", "#3d9141", "1999-08-01", ()),
    ("in-aifb", "All India Forward Bloc", "AIFB", "state", "#b8001f", "1950-01-26", ()),
    ("in-rjd", "Rashtriya Janata Dal", "RJD", "state", "#0f8a3c", "1997-07-05", ()),
    ("in-ljp", "Lok Jan Shakti Party", "LJP", "state", "#3c6ea5", "2000-11-28", ("LJNSP",)),
    ("in-rljp", "Rashtriya Lok Janshakti Party", "RLJP", "registered", "#5d8aa8", "2021-10-05", ()),
    ("in-shs", "Shiv Sena", "SHS", "state", "#e8701a", "1966-06-19", ("Shivsena",)),
    ("in-shsubt", "Shiv Sena (Uddhav Balasaheb Thackeray)", "SHS(UBT)", "state", "#f08a24", "2022-10-10", ("ShivSena (Uddhav Balasaheb Thackeray)",)),
    ("in-jds", "Janata Dal (Secular)", "JD(S)", "state", "#1b7f3b", "1999-07-31", ()),
    ("in-rsp", "Revolutionary Socialist Party", "RSP", "state", "#b22222", "1950-01-26", ()),
    ("in-aspkr", "Aazad Samaj Party (Kanshi Ram)", "ASP(KR)", "registered", "#1b4fa0", "2020-03-15", ()),
    ("in-rpi-athawale", "Republican Party of India (Athawale)", "RPI(A)", "registered", "#1f3f8b", "1999-12-31", ("Republican Party of India (A)",)),
    ("in-ind", "Independent", "IND", "independent", "#8a8a8a", "1950-01-26", ()),
]  # fmt: skip

# id, name, abbreviation, announcement of the first election here, codes and spellings of results
_SMALL: list[tuple[str, str, str, str, tuple[str, ...]]] = [
    ("in-rpi", "Republican Party of India", "RPI", "1993-12-02", ()),
    ("in-sap", "Samata Party", "SAP", "1998-11-28", ()),
    ("in-jp", "Janata Party", "JP", "1993-12-02", ()),
    ("in-abhm", "Akhil Bharat Hindu Mahasabha", "ABHM", "1998-11-28", ()),
    ("in-asp", "Ambedkar Samaj Party", "ASP", "2003-12-04", ()),
    ("in-anc", "Ambedkar National Congress", "ANC(Ambedkar)", "2009-03-02", ("ANC",)),
    ("in-bmup", "Bahujan Mukti Party", "BMUP", "2014-10-25", ()),
    ("in-bhbp", "Bharatiya Bahujan Party", "BHBP", "2008-10-19", ()),
    ("in-bskrp", "Bharatiya Sampuran Krantikari Party", "BSKRP", "2008-10-19", ()),
    ("in-rksp", "Rashtriya Krantikari Samajwadi Party", "RKSP", "2008-10-19", ()),
    ("in-hjp", "Hindustan Janta Party", "HJP", "2013-12-08", ()),
    ("in-hnd", "Hindusthan Nirman Dal", "HND", "2013-12-08", ()),
    ("in-manpa", "Manvadhikar National Party", "MaNPa", "2019-03-10", ()),
    ("in-pspl", "Pragatishil Samajwadi Party (Lohia)", "PSPL", "2019-03-10", ()),
    ("in-nyp", "National Youth Party", "NYP", "2013-12-08", ()),
    ("in-nlp", "National Loktantrik Party", "NLP", "1998-11-28", ()),
    ("in-sasp", "Sainik Samaj Party", "SaSP", "2024-06-04", ()),
    ("in-sbkp", "Sampoorna Bharat Kranti Party", "SBKP", "2024-08-16", ()),
    ("in-jkdpn", "Jammu & Kashmir Democratic Party Nationalist", "JKDPN", "2008-10-19", ()),
    ("in-jkpdf", "Jammu And Kashmir Peoples Democratic Front (Secular)", "PDF(S)", "2008-10-19", ("JKPDF",)),
    ("in-pdf", "Peoples Democratic Forum", "PDF", "2008-10-19", ()),
    ("in-ajkkmp", "All J & K Kisan Majdoor Party", "AJKKMP", "2008-10-19", ("AJKMP",)),
    ("in-ajkrp", "All Jammu and Kashmir Republican Party", "AJKRP", "2014-03-05", ("AKAKRP",)),
    ("in-sdp-jk", "Socialistic Democratic Party", "SDP", "2004-02-29", ()),
    ("in-bcdp", "Backward Classes Democratic Party, J&K", "BCDP", "2008-10-19", ()),
    ("in-jknuf", "Jammu & Kashmir National United Front", "JKNUF", "2008-10-19", ()),
    ("in-jkppap", "Jammu & Kashmir Pir Panjal Awami Party", "JKPPAP", "2014-10-25", ()),
    ("in-jkal", "Jammu & Kashmir Awami League", "JKAL", "2004-02-29", ()),
    ("in-dgpp", "Duggar Pradesh Party", "DGPP", "2008-10-19", ()),
    ("in-dssp", "Dogra Swabhiman Sangathan Party", "DSSP", "2019-03-10", ("Dogra Swabhiman Sangathan Party,",)),
    ("in-rjkp", "Rashtriya Jankranti Party", "RJKP", "2014-10-25", ("RAJPA", "RaJPa")),
    ("in-nrcp", "Navarang Congress Party", "NRCP", "2019-03-10", ()),
    ("in-indpp", "Independent People's Party", "INDPP", "2019-03-10", ("Independent People\u2019s Party",)),
    ("in-gaap", "Gareeb Aadmi Party", "GaAP", "2014-03-05", ()),
    ("in-prism", "Prism", "Prism", "2014-03-05", ("PRISM",)),
    ("in-abmls", "Akhil Bharatiya Muslim League (Secular)", "ABML(S)", "2014-03-05", ()),
    ("in-jmbp", "Jai Maha Bharath Party", "JMBP", "2014-03-05", ()),
    ("in-ijp", "Indian Justice Party", "IJP", "2004-02-29", ()),
    ("in-sjpr", "Samajwadi Janata Party (Rashtriya)", "SJP(R)", "2004-02-29", ()),
    ("in-nlhp", "National Lokhind Party", "NLHP", "2008-10-19", ()),
    ("in-pdp-namesake", "Peoples Democratic Party", "Peoples DP", "2024-08-16", ()),
    ("in-jkaadp", "Jammu & Kashmir All Alliance Democratic Party", "JKAADP", "2024-08-16", ()),
    ("in-jknpf", "Jammu and Kashmir Nationalist People's Front", "JKNPF", "2024-03-16", ("Jammu and Kashmir Nationalist People\u2019s Front",)),
    ("in-naup", "National Awami United Party", "NAUP", "2024-03-16", ()),
    ("in-bhimsena", "Bhim Sena", "Bhim Sena", "2024-08-16", ()),
    ("in-ansp", "Anarakshit Samaj Party", "AnSP", "2024-08-16", ()),
    ("in-ajkldp", "All Jammu & Kashmir Liberal Democratic Party", "AJKLDP", "2024-08-16", ()),
    ("in-ldp", "Liberal Democratic Party", "LDP", "2024-08-16", ()),
    ("in-hss", "Hindustan Shakti Sena", "HSS", "2024-03-16", ()),
    ("in-bjdp", "Bharat Jodo Party", "BJoP", "2024-03-16", ()),
    ("in-nrpi", "National Republic Party Of India", "NRPI", "2024-08-16", ()),
    ("in-gdp", "Garib Democratic Party", "GDP", "2024-03-16", ()),
    ("in-aast", "Aman Aur Shanti Tehreek-E-Jammu & Kashmir", "AAST", "2024-08-16", ()),
    ("in-azsp", "Azad Samaj Party", "AzSP", "2024-08-16", ()),
    ("in-hip", "Haq Insaaf Party", "HIP", "2024-08-16", ()),
    ("in-ndpi", "National Democratic Party (Indian)", "NDP(I)", "2024-08-16", ()),
    ("in-gsp", "Gana Suraksha Party", "GSP", "2024-03-16", ()),
    ("in-esbd", "Ekam Sanatan Bharat Dal", "ESBD", "2024-03-16", ()),
]  # fmt: skip

_CODES_ONLY = {
    "JSM(P)": "2008-10-19",
    "BCP": "2008-10-19",
    "UCP": "2008-10-19",
    "NDP": "2008-10-19",
    "RNSP": "2008-10-19",
    "KRD": "2008-10-19",
    "APP": "2008-10-19",
    "SPI": "2004-02-29",
    "BBP": "2009-03-02",
    "JKPPS": "2014-10-25",
    "IPCP": "2014-10-25",
    "HKRD": "2014-10-25",
}
"""Parties of which the source gives an abbreviation only; no name is made up for them."""


def parties() -> list[Row]:
    """Give the rows of `parties.csv`, the larger ones first."""
    main: list[Row] = [
        {"id": i, "name": name, "abbreviation": short, "kind": kind, "colour": colour, "known_at": since}
        for i, name, short, kind, colour, since, _ in _MAIN
    ]
    small: list[Row] = [
        {"id": i, "name": name, "abbreviation": short, "kind": "registered", "known_at": since}
        for i, name, short, since, _ in sorted(_SMALL)
    ]
    unnamed: list[Row] = [
        {
            "id": _id_of_code(code),
            "name": f"{code} (abbreviation only)",
            "abbreviation": f"{code} (abbreviation only)",
            "kind": "registered",
            "known_at": since,
            "source": "eci-statistical-reports",
            "note": "The source gives no name",
        }
        for code, since in sorted(_CODES_ONLY.items())
    ]
    return [{"source": "eci-parties"} | row for row in [*main, *small, *unnamed]]


def ids() -> dict[str, str]:
    """Map every name, abbreviation and code that a result prints to a party's id."""
    found = {code: _id_of_code(code) for code in _CODES_ONLY}
    found["PDP"] = "in-pdp"  # the collection's code for the People's Democratic Party in Srinagar in 2019
    for i, name, short, spellings in [
        *((r[0], r[1], r[2], r[6]) for r in _MAIN),
        *((r[0], r[1], r[2], r[4]) for r in _SMALL),
    ]:
        for said in (name, short, *spellings):
            found.setdefault(said, i)
    return found | {"ANC": "in-anc", "JKANC": "in-jkanc"}


def spellings() -> list[tuple[str, str, str]]:
    """Give further names that results print: party id, name, kind of name."""
    listed = [*((r[0], r[6]) for r in _MAIN), *((r[0], r[4]) for r in _SMALL)]
    return [
        (i, said, "short" if said.isupper() and " " not in said else "spelling") for i, more in listed for said in more
    ]


def _id_of_code(code: str) -> str:
    return "in-code-" + code.lower().replace("(", "-").replace(")", "")
