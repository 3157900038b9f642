"""Territories, houses and the names of seats on the maps of 1995 and 2022, with what carries on from what."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

ASSEMBLY = "in-jk-assembly"
LOK_SABHA = "in-lok-sabha"

TERRITORIES: list[Row] = [
    {"id": "in", "name": "India", "status": "country", "known_at": "1950-01-26", "source": "constitution"},
    {
        "id": "in-jk",
        "name": "Jammu and Kashmir",
        "status": "state",
        "within": "in",
        "code": "S09",
        "valid_to": "2019-10-30",
        "known_at": "1950-01-26",
        "source": "constitution",
        "note": "With Ladakh",
    },
    {
        "id": "in-jk",
        "name": "Jammu and Kashmir",
        "status": "union territory with legislature",
        "within": "in",
        "code": "U08",
        "valid_from": "2019-10-31",
        "known_at": "2019-08-09",
        "source": "reorganisation-act-2019",
    },
    {
        "id": "in-la",
        "name": "Ladakh",
        "status": "union territory",
        "within": "in",
        "code": "U09",
        "valid_from": "2019-10-31",
        "known_at": "2019-08-09",
        "source": "reorganisation-act-2019",
        "note": "Part of the state of Jammu and Kashmir before; has no assembly",
    },
]

HOUSES: list[Row] = [
    {
        "id": ASSEMBLY,
        "name": "Jammu and Kashmir Legislative Assembly",
        "territory": "in-jk",
        "kind": "assembly",
        "elected_seats": 87,
        "nominated_seats": 2,
        "valid_to": "2019-10-30",
        "known_at": "1996-09-07",
        "source": "jk-constitution",
        "note": "Two women could be nominated; another 24 seats were kept vacant",
    },
    {
        "id": ASSEMBLY,
        "name": "Jammu and Kashmir Legislative Assembly",
        "territory": "in-jk",
        "kind": "assembly",
        "elected_seats": 90,
        "nominated_seats": 5,
        "valid_from": "2022-05-20",
        "known_at": "2022-05-20",
        "source": "delimitation-2022",
        "note": "Up to five members may be nominated (Amendment Act of 2023); another 24 seats are kept vacant",
    },
    {
        "id": LOK_SABHA,
        "name": "Lok Sabha",
        "territory": "in",
        "kind": "parliament",
        "elected_seats": 543,
        "nominated_seats": 2,
        "valid_to": "2020-01-24",
        "known_at": "1989-12-31",
        "source": "constitution",
        "note": "Two Anglo-Indian members could be nominated",
    },
    {
        "id": LOK_SABHA,
        "name": "Lok Sabha",
        "territory": "in",
        "kind": "parliament",
        "elected_seats": 543,
        "nominated_seats": 0,
        "valid_from": "2020-01-25",
        "known_at": "2020-01-25",
        "source": "constitution",
        "note": "The 104th Amendment ended nominations",
    },
    {
        "id": "in-la-lahdc-leh",
        "name": "Ladakh Autonomous Hill Development Council, Leh",
        "territory": "in-la",
        "kind": "council",
        "elected_seats": 26,
        "nominated_seats": 4,
        "known_at": "1995-09-03",
        "source": "lahdc",
    },
    {
        "id": "in-la-lahdc-kargil",
        "name": "Ladakh Autonomous Hill Development Council, Kargil",
        "territory": "in-la",
        "kind": "council",
        "elected_seats": 26,
        "nominated_seats": 4,
        "known_at": "2003-07-01",
        "source": "lahdc",
    },
]

LOK_SABHA_2022 = {1: "Baramulla", 2: "Srinagar", 3: "Anantnag-Rajouri", 4: "Udhampur", 5: "Jammu"}
LOK_SABHA_1995 = {1: "Baramulla", 2: "Srinagar", 3: "Anantnag", 4: "Ladakh", 5: "Udhampur", 6: "Jammu"}

SEGMENTS_1995 = {1: (1, 15), 2: (16, 30), 3: (31, 46), 4: (47, 50), 5: (51, 67), 6: (68, 87)}
"""First and last assembly seat of each Lok Sabha seat on the map of 1995."""

LADAKH = "in-lok-sabha.2019.U09-1"


def assembly_seat(number: int, delimitation: str = "2022") -> str:
    """Name an assembly constituency by map and number."""
    return f"{ASSEMBLY}.{delimitation}.{number}"


def lok_sabha_seat(number: int, delimitation: str = "2022") -> str:
    """Name a Lok Sabha constituency of Jammu and Kashmir by map and number."""
    return f"{LOK_SABHA}.{delimitation}.{'U08' if delimitation == '2022' else 'S09'}-{number}"


NAMES_1995 = """
Karnah, Kupwara, Lolab, Handwara, Langate, Uri, Rafiabad, Sopore, Gurez, Bandipora, Sonawari, Sangrama, Baramulla,
Gulmarg, Pattan, Kangan, Ganderbal, Hazratbal, Zadibal, Eidgah, Khanyar, Habba Kadal, Amira Kadal, Sonawar, Batmaloo,
Chadoora, Budgam, Beerwah, Khan Sahib, Chrar-i-Sharief, Tral, Pampore, Pulwama, Rajpora, Wachi, Shopian, Noorabad,
Kulgam, Homshalibugh, Anantnag, Devsar, Dooru, Kokernag, Shangus, Bijbehara, Pahalgam, Nubra, Leh, Kargil, Zanskar,
Kishtwar, Inderwal, Doda, Bhadarwah, Ramban, Banihal, Gulabgarh, Reasi, Gool Arnas, Udhampur, Chenani, Ramnagar, Bani,
Basohli, Kathua, Billawar, Hiranagar, Samba, Vijaypur, Nagrota, Gandhi Nagar, Jammu East, Jammu West, Bishnah,
R. S. Pura, Suchetgarh, Marh, Raipur Domana, Akhnoor, Chhamb, Nowshera, Darhal, Rajouri, Kalakote, Surankote, Mendhar,
Poonch Haveli
"""

CARRIES_ON = {
    12: (12, "part", "Sangrama went into it in the main"),
    36: (35, "part", "Wachi under another name and with other boundaries"),
    38: (37, "part", "Noorabad under another name and with other boundaries"),
    45: (45, "same name", "Bijbehara; boundaries differ"),
    46: (44, "same name", "Shangus; boundaries differ"),
    74: (75, "same name", "R. S. Pura; boundaries differ and it was reserved for the Scheduled Castes"),
    83: (84, "same name", "Kalakote; boundaries differ"),
}
"""Seats of 2022 that carry on from one of 1995 under another name: number of 1995, basis, note."""


def names_1995() -> dict[int, str]:
    """Give the readable names of the 87 seats of the map of 1995 by number."""
    names = [name.strip() for name in NAMES_1995.replace("\n", " ").split(",")]
    return dict(enumerate(names, start=1))


def region_1995(number: int) -> str:
    """Name the region of a seat of the map of 1995."""
    return "Kashmir" if number <= 46 else "Ladakh" if number <= 50 else "Jammu"


def lok_sabha_constituencies(official_names: dict[str, str]) -> list[Row]:
    """Give the Lok Sabha seats of both maps; official names are keyed by state code and number (`U08-1`)."""
    rows = [
        {
            "id": lok_sabha_seat(number),
            "house": LOK_SABHA,
            "delimitation": "2022",
            "number": number,
            "name": name,
            "official_name": official_names[f"U08-{number}"],
            "territory": "in-jk",
            "reservation": "GEN",
            "region": "Jammu" if number >= 4 else "Kashmir",
            "valid_from": "2022-05-20",
            "known_at": "2022-05-05",
            "source": "delimitation-2022",
            "note": "Eleven segments in Kashmir, seven in Jammu; reports count it as Kashmir" if number == 3 else None,
        }
        for number, name in LOK_SABHA_2022.items()
    ]
    rows.append(
        {
            "id": LADAKH,
            "house": LOK_SABHA,
            "delimitation": "2019",
            "number": 1,
            "name": "Ladakh",
            "official_name": official_names["U09-1"],
            "territory": "in-la",
            "reservation": "GEN",
            "region": "Ladakh",
            "valid_from": "2019-10-31",
            "known_at": "2019-08-09",
            "source": "reorganisation-act-2019",
            "note": "Boundaries as before; numbered anew because Ladakh became a union territory of its own",
        }
    )
    rows.extend(
        {
            "id": lok_sabha_seat(number, "1995"),
            "house": LOK_SABHA,
            "delimitation": "1995",
            "number": number,
            "name": name,
            "official_name": name.upper(),
            "territory": "in-jk",
            "reservation": "GEN",
            "region": {4: "Ladakh", 5: "Jammu", 6: "Jammu"}.get(number, "Kashmir"),
            "valid_to": "2019-10-30" if number == 4 else "2022-05-19",
            "known_at": "1996-04-01",
            "source": "delimitation-1995",
            "note": "Made of segments of the assembly map of 1995",
        }
        for number, name in LOK_SABHA_1995.items()
    )
    return rows


def lok_sabha_lineage() -> list[Row]:
    """Say which Lok Sabha seat carries on from which."""
    links = [
        (lok_sabha_seat(1), 1, "same name", "Budgam and Beerwah came to it; boundaries differ"),
        (lok_sabha_seat(2), 2, "same name", "Shopian and Pulwama came to it; boundaries differ"),
        (lok_sabha_seat(3), 3, "part", "Anantnag without Pulwama and most of Shopian; with Poonch and most of Rajouri"),
        (lok_sabha_seat(4), 5, "same name", "Reasi went out of it; boundaries differ"),
        (lok_sabha_seat(5), 6, "same name", "Poonch and most of Rajouri went out of it, Reasi came to it"),
    ]
    rows = [
        {
            "constituency": new,
            "predecessor": lok_sabha_seat(old, "1995"),
            "basis": basis,
            "known_at": "2022-05-05",
            "source": "delimitation-2022",
            "note": note,
        }
        for new, old, basis, note in links
    ]
    rows.append(
        {
            "constituency": LADAKH,
            "predecessor": lok_sabha_seat(4, "1995"),
            "basis": "unchanged",
            "known_at": "2019-08-09",
            "source": "reorganisation-act-2019",
        }
    )
    return rows


def assembly_lineage(names_2022: dict[int, str]) -> list[Row]:
    """Say which assembly seat of 2022 carries on from which of 1995."""
    of_name = {name: number for number, name in names_1995().items()}
    rows = []
    for number, name in names_2022.items():
        link = CARRIES_ON.get(number)
        if link is None and name in of_name:
            link = (of_name[name], "same name", "Boundaries differ")
        if link is not None:
            old, basis, note = link
            rows.append(
                {
                    "constituency": assembly_seat(number),
                    "predecessor": assembly_seat(old, "1995"),
                    "basis": basis,
                    "known_at": "2022-05-05",
                    "source": "delimitation-2022",
                    "note": note,
                }
            )
    return rows
