"""Other names by which reports call parties, alliances, places and people."""

from __future__ import annotations

from typing import Any

from jk_2024 import parties
from jk_2024.places import LADAKH
from jk_2024.places import assembly_seat
from jk_2024.places import lok_sabha_seat

Row = dict[str, Any]

# noun, of, then names by kind; a language other than English stands before a colon, as `hi:भाजपा`
_NAMES: list[tuple[str, str, dict[str, tuple[str, ...]]]] = [
    ("party", "in-nc", {
        "short": ("JKNC", "JKN"),
        "also": ("National Conference", "J&K National Conference", "hi:नेशनल कॉन्फ्रेंस", "hi:नेकां"),
        "spelling": ("Jammu and Kashmir National Conference", "Jammu Kashmir National Conference"),
    }),
    ("party", "in-inc", {"short": ("Congress", "Cong", "hi:कांग्रेस"), "also": ("Congress party"), "nickname": ("grand old party",)}),
    ("party", "in-bjp", {"also": ("hi:भारतीय जनता पार्टी", "hi:भाजपा", "hi:बीजेपी"), "nickname": ("saffron party",), "spelling": ("Bhartiya Janata Party",)}),
    ("party", "in-pdp", {"short": ("JKPDP", "JPDP", "hi:पीडीपी"), "also": ("J&K Peoples Democratic Party", "Jammu and Kashmir People's Democratic Party", "People's Democratic Party")}),
    ("party", "in-jkpc", {"short": ("JKPC", "JPC"), "also": ("People's Conference", "Jammu and Kashmir People's Conference", "J&K People's Conference"), "spelling": ("Peoples Conference", "People Conference", "Jammu and Kashmir Peoples Conference")}),
    ("party", "in-cpim", {"short": ("CPM", "CPI-M", "CPI (M)", "CPIM"), "also": ("Communist Party of India-Marxist", "hi:माकपा")}),
    ("party", "in-cpi", {"also": ("hi:भाकपा",)}),
    ("party", "in-aap", {"also": ("hi:आम आदमी पार्टी", "hi:आप"), "spelling": ("Aam Admi Party",)}),
    ("party", "in-jkap", {"short": ("JKAP", "AP(JK)"), "also": ("J&K Apni Party", "hi:अपनी पार्टी")}),
    ("party", "in-dpap", {"also": ("Azad's party", "Democratic Progressive Azad Party (DPAP)", "Democratic Azad Party"), "short": ("DAP",)}),
    ("party", "in-jknpp-india", {"also": ("Panthers Party", "National Panthers Party", "J&K National Panthers Party", "JKNPP (India)", "Panthers Party (India)")}),
    ("party", "in-jknpp-bhim", {"also": ("Panthers Party (Bhim)", "JKNPP (Bhim)", "National Panthers Party (Bhim)")}),
    ("party", "in-jkanc", {"also": ("Awami National Conference",), "short": ("JKANC",)}),
    ("party", "in-ind", {"also": ("Independents", "Ind", "independent candidate", "independent candidates", "hi:निर्दलीय")}),
    ("party", "in-sp", {"also": ("hi:सपा", "hi:समाजवादी पार्टी")}),
    ("party", "in-bsp", {"also": ("hi:बसपा",)}),
    ("alliance", "in-india", {"also": ("INDIA bloc", "INDIA alliance", "INDI alliance", "INDIA block", "hi:इंडिया गठबंधन"), "spelling": ("I.N.D.I.A.", "I.N.D.I.A", "Indian National Developmental Inclusive Alliance (INDIA)", "Indian National Development Inclusive Alliance")}),
    ("alliance", "in-nda", {"also": ("hi:एनडीए", "hi:राजग", "NDA alliance", "BJP-led NDA")}),
    ("alliance", "in-upa", {"also": ("UPA-I", "UPA-II", "hi:यूपीए", "hi:संप्रग")}),
    ("territory", "in-jk", {"short": ("J&K", "J-K", "JK", "J and K"), "also": ("Jammu & Kashmir", "Jammu-Kashmir", "hi:जम्मू-कश्मीर", "hi:जम्मू और कश्मीर", "hi:जम्मू कश्मीर")}),
    ("territory", "in-la", {"also": ("hi:लद्दाख",)}),
    ("territory", "in", {"also": ("hi:भारत",)}),
    ("region", "Kashmir", {"also": ("Kashmir Valley", "Valley", "the Valley", "Kashmir region", "Kashmir division", "hi:कश्मीर घाटी", "hi:कश्मीर")}),
    ("region", "Jammu", {"also": ("Jammu region", "Jammu division", "Jammu province", "hi:जम्मू संभाग", "hi:जम्मू क्षेत्र")}),
    ("region", "Ladakh", {"also": ("Ladakh region", "Ladakh division")}),
    ("house", "in-jk-assembly", {"also": ("Jammu and Kashmir Assembly", "J&K Assembly", "Legislative Assembly of Jammu and Kashmir", "J&K Legislative Assembly", "Jammu & Kashmir Assembly", "hi:जम्मू-कश्मीर विधानसभा")}),
    ("house", "in-lok-sabha", {"also": ("House of the People", "Lower House", "hi:लोकसभा"), "spelling": ("Loksabha",)}),
    ("house", "in-la-lahdc-leh", {"short": ("LAHDC Leh", "LAHDC-Leh"), "also": ("Leh hill council", "Ladakh Autonomous Hill Development Council Leh")}),
    ("house", "in-la-lahdc-kargil", {"short": ("LAHDC Kargil", "LAHDC-Kargil"), "also": ("Kargil hill council", "Ladakh Autonomous Hill Development Council Kargil")}),
    ("person", "omar-abdullah", {"also": ("Omar", "hi:उमर अब्दुल्ला"), "handle": ("@OmarAbdullah",), "spelling": ("Umar Abdullah",)}),
    ("person", "farooq-abdullah", {"also": ("Dr Farooq Abdullah", "Farooq", "hi:फारूक अब्दुल्ला")}),
    ("person", "rahul-gandhi", {"also": ("Rahul", "hi:राहुल गांधी"), "handle": ("@RahulGandhi",)}),
    ("person", "mallikarjun-kharge", {"also": ("Kharge", "hi:मल्लिकार्जुन खड़गे"), "handle": ("@kharge",)}),
    ("person", "mehbooba-mufti", {"also": ("Mehbooba", "hi:महबूबा मुफ्ती")}),
    ("person", "abdul-rashid-sheikh", {"also": ("Engineer Rashid", "Er Rashid", "Er. Rashid", "hi:इंजीनियर रशीद"), "spelling": ("Sheikh Abdul Rashid", "Abdul Rashid", "Engineer Rasheed", "Er Abdul Rashid Sheikh")}),
    ("person", "mohmad-haneefa", {"also": ("Haji Haneefa Jan", "Haneefa Jan", "Haji Haneefa", "Haji Hanifa Jan"), "spelling": ("Mohammad Haneefa Jan", "Mohmad Haneefa Jan", "Mohammad Haneefa", "Haji Mohammad Haneefa Jan", "Mohammed Haneefa", "Hanifa Jan"), "handle": ("@HajiHanifa",)}),
    ("person", "tashi-gyalson", {"also": ("Gyalson",)}),
    ("person", "hassan-khan", {"also": ("Ghulam Hassan Khan", "Haji Hassan Khan"), "spelling": ("Ghulam Hasan Khan",)}),
    ("person", "phuntsog-namgyal", {"also": ("P Namgyal", "P. Namgyal"), "spelling": ("Phuntsok Namgyal",)}),
    ("constituency", lok_sabha_seat(3), {"spelling": ("Anantnag - Rajouri", "Anantnag Rajouri"), "also": ("Anantnag-Rajouri-Poonch",)}),
    ("constituency", lok_sabha_seat(4), {"also": ("Udhampur-Kathua", "Udhampur-Doda", "Udhampur-Doda-Kathua")}),
    ("constituency", lok_sabha_seat(5), {"also": ("Jammu-Reasi", "Jammu-Poonch")}),
    ("constituency", lok_sabha_seat(1), {"spelling": ("Baramula",), "also": ("North Kashmir",)}),
    ("constituency", LADAKH, {"also": ("Ladakh seat", "hi:लद्दाख")}),
]  # fmt: skip

_SEATS_2022: dict[int, tuple[str, ...]] = {
    5: ("Handwada",),
    7: ("Sopur",),
    8: ("Rafiyabad",),
    12: ("Wagoora-Kreeri", "Wagoora Kreeri", "Wagoora"),
    14: ("Sonawari", "Sonwari"),
    15: ("Bandipore", "Bandipur"),
    16: ("Gurez (ST)", "Gurez ST"),
    19: ("Hazrat Bal",),
    20: ("Khanyar",),
    21: ("Habba Kadal", "Habbakadal", "Haba Kadal", "Habbakadal"),
    22: ("Lal Chowk", "Lalchowk"),
    23: ("Channapora", "Chanapora", "Chhanapora"),
    24: ("Zadibal", "Zaidibal"),
    25: ("Eidgah", "Idgah"),
    26: ("Central Shalteng", "Shalteng"),
    27: ("Badgam",),
    28: ("Beerwah", "Birwah"),
    29: ("Khan Sahib", "Khansahib", "Khan Saheb"),
    30: ("Chrar-i-Sharief", "Charar-e-Sharief", "Charar-i-Sharief", "Charari Sharief", "Chrari Sharief", "Chah-i-Sharief", "Chrar-e-Sharief"),
    31: ("Chadoora", "Chadura"),
    35: ("Rajpora", "Rajpura"),
    36: ("Zainapora", "Zainpora"),
    37: ("Shopian", "Shupiyan"),
    38: ("D.H. Pora", "DH Pora", "Damhal Hanji Pora", "Damhal Hanjipora", "D H Pora"),
    40: ("Devsar", "Deosar"),
    41: ("Dooru", "Duru"),
    42: ("Kokernag", "Kokarnag", "Kokernag (ST)"),
    45: ("Bijbehara", "Srigufwara Bijbehara", "Srigufwara-Bijbehara", "Bijbehara-Srigufwara", "Srigufwara", "Bijbehera"),
    46: ("Shangus", "Anantnag East", "Shangus-Anantnag East", "Shangus Anantnag East"),
    47: ("Pahalgam",),
    48: ("Inderwal", "Indrawal", "Inderval"),
    50: ("Padder-Nagseni", "Padder Nagseni", "Paddar-Nagseni", "Padder", "Nagseni"),
    51: ("Bhadarwah", "Bhaderwah", "Bhadrawah", "Bhaderwa"),
    53: ("Doda West",),
    56: ("Gulabgarh", "Gulab Garh"),
    58: ("Shri Mata Vaishno Devi", "Mata Vaishno Devi", "Vaishno Devi", "Shri Mata Vaishno Devi Katra", "Katra"),
    61: ("Chenani", "Chanani"),
    62: ("Ramnagar", "Ram Nagar"),
    65: ("Basohli", "Basholi", "Bashohli"),
    64: ("Billawar", "Bilawar"),
    68: ("Hiranagar", "Hira Nagar"),
    71: ("Vijaypur", "Vijay Pur", "Vijaypore", "Vijapur"),
    72: ("Bishnah", "Bishna"),
    73: ("Suchetgarh", "Suchet Garh"),
    74: ("R.S. Pura-Jammu South", "RS Pura", "R.S. Pura", "R S Pura", "RS Pura-Jammu South", "Jammu South"),
    81: ("Akhnoor", "Akhnur"),
    82: ("Chhamb", "Chamb"),
    83: ("Kalakote-Sunderbani", "Kalakote", "Kalakote Sunderbani", "Sunderbani", "Kalakot"),
    84: ("Nowshera", "Naushera", "Nowshehra"),
    86: ("Budhal", "Buddhal"),
    87: ("Thannamandi", "Thanamandi", "Thana Mandi", "Thanna Mandi"),
    88: ("Surankote", "Surankot"),
    89: ("Poonch Haveli", "Poonch", "Haveli", "Punch Haveli"),
    90: ("Mendhar",),
}  # fmt: skip
"""Spellings of the assembly seats in other official lists and in reports."""


def names(known: dict[str, str]) -> list[Row]:
    """
    Give the rows of `names.csv`, each name once.

    `known` holds, per constituency id, the name it already has; a name equal to it is left out.
    """
    listed = [(noun, of, said, kind) for noun, of, by_kind in _NAMES for kind, many in by_kind.items() for said in many]
    listed += [("party", i, said, kind) for i, said, kind in parties.spellings()]
    listed += [
        ("constituency", assembly_seat(number), said, "spelling")
        for number, many in _SEATS_2022.items()
        for said in many
    ]
    rows: dict[tuple[str, str, str], Row] = {}
    for noun, of, said, kind in listed:
        language, name = ("hi", said.removeprefix("hi:")) if said.startswith("hi:") else ("en", said)
        if known.get(of) == name:
            continue
        rows.setdefault(
            (noun, of, name),
            {
                "noun": noun,
                "of": of,
                "name": name,
                "kind": kind,
                "language": language,
                "known_at": "2004-01-01",
                "source": "public-record",
            },
        )
    order = {noun: place for place, noun in enumerate(dict.fromkeys(noun for noun, *_ in listed))}
    return sorted(rows.values(), key=lambda row: (order[row["noun"]], row["of"], row["kind"], row["name"]))
