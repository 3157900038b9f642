"""What the result tables of Haryana do not say: districts, partners, rebels, and whom the record has as a person."""

from __future__ import annotations

DISTRICTS = {
    "Panchkula": (1, 2),
    "Ambala": (3, 4, 5, 6),
    "Yamunanagar": (7, 8, 9, 10),
    "Kurukshetra": (11, 12, 13, 14),
    "Kaithal": (15, 16, 17, 18),
    "Karnal": (19, 20, 21, 22, 23),
    "Panipat": (24, 25, 26, 27),
    "Sonipat": (28, 29, 30, 31, 32, 33),
    "Jind": (34, 35, 36, 37, 38),
    "Fatehabad": (39, 40, 41),
    "Sirsa": (42, 43, 44, 45, 46),
    "Hisar": (47, 48, 49, 50, 51, 52, 53),
    "Bhiwani": (54, 57, 58, 59),
    "Charkhi Dadri": (55, 56),
    "Rohtak": (60, 61, 62, 63),
    "Jhajjar": (64, 65, 66, 67),
    "Mahendragarh": (68, 69, 70, 71),
    "Rewari": (72, 73, 74),
    "Gurugram": (75, 76, 77, 78),
    "Nuh": (79, 80, 81),
    "Palwal": (82, 83, 84),
    "Faridabad": (85, 86, 87, 88, 89, 90),
}

SPELLED = {61: "Garhi Sampla-Kiloi", 4: "Ambala Cantt", 86: "Faridabad NIT"}
"""Readable names that are not the official ones in other letters."""

ALLIANCES = (
    ("in-inld-bsp", "INLD and BSP alliance", "INLD+BSP", ("in-inld", "in-bsp"), "2024-07-11"),
    ("in-jjp-asp", "JJP and Azad Samaj Party alliance", "JJP+ASP", ("in-jjp", "in-aspkr"), "2024-08-27"),
)
"""Id, name, short name, members, and the day of the announcement."""

PARTNERS = {
    "in-india": ("in-inc", "in-cpim"),
    "in-inld-bsp": ("in-inld", "in-bsp"),
    "in-jjp-asp": ("in-jjp", "in-aspkr"),
}

REBELS = {
    (4, "CHITRA SARWARA"): "in-inc",
    (18, "SATBIR BHANA"): "in-inc",
    (28, "DEVENDER KADYAN"): "in-bjp",
    (52, "SAVITRI JINDAL"): "in-bjp",
    (64, "RAJESH JOON"): "in-inc",
    (77, "NAVEEN GOYAL"): "in-bjp",
    (88, "SHARDA RATHORE"): "in-inc",
}
"""Independents who came first or second and whose party had given its ticket to another, as newspapers told."""

PERSONS = {
    (61, "BHUPINDER SINGH HOODA"): "bhupinder-hooda",
    (11, "NAYAB SINGH"): "nayab-saini",
    (11, "NAYAB SINGH SAINI"): "nayab-saini",
    (37, "DUSHYANT CHAUTALA"): "dushyant-chautala",
    (21, "MANOHAR LAL"): "manohar-lal-khattar",
}
"""Leaders whom the pack `india` has as persons."""

NEW_SOURCES = (
    {
        "id": "eci-results-2024-hr",
        "title": "Results of the general election to the assembly of Haryana, 8 October 2024, EVM and postal votes",
        "publisher": "Election Commission of India",
        "kind": "official",
        "published": "2024-10-08",
        "url": "https://results.eci.gov.in/AcResultGenOct2024/index.htm",
        "note": "Two copies of the pages, taken independently, agree in all 1,121 rows",
    },
    {
        "id": "ballot-papers-hr-2024",
        "title": "Candidates of each seat as printed in the official results of Haryana 2024",
        "publisher": "Election Commission of India",
        "kind": "derived",
        "url": "https://results.eci.gov.in",
        "note": "Who stood where is official; which party belongs to which alliance is in alliance_members",
    },
)
