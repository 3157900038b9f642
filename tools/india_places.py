"""The assembly maps of Jharkhand and Delhi: every seat with its number, reservation, division and district."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    One map of a house. Seats are numbered from 1 in the order of `official_names`.

    `name` overrides the readable name of a seat, `district` leaves out seats that lie in two districts,
    `region` gives the last seat number of each division in the order of the map.
    """

    territory: str
    delimitation: str
    official_names: Sequence[str]
    scheduled_castes: frozenset[int]
    known_at: str
    source: str
    scheduled_tribes: frozenset[int] = frozenset()
    name: Mapping[int, str] = field(default_factory=dict)
    district: Mapping[int, str] = field(default_factory=dict)
    region: Mapping[int, str] = field(default_factory=dict)
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def house(self) -> str:
        """The id of the house."""
        return f"{self.territory}-assembly"

    def id(self, number: int) -> str:
        """Give the id of a seat."""
        return f"{self.house}.{self.delimitation}.{number}"

    def reservation(self, number: int) -> str:
        """Say for whom a seat is reserved: `SC`, `ST`, or nobody, `GEN`."""
        if number in self.scheduled_castes:
            return "SC"
        return "ST" if number in self.scheduled_tribes else "GEN"

    def region_of(self, number: int) -> str | None:
        """Name the division of a seat."""
        return next((name for last, name in self.region.items() if number <= last), None)


def _districts(*runs: tuple[str, Sequence[int]]) -> dict[int, str]:
    return {number: name for name, numbers in runs for number in numbers}


_JHARKHAND = (
    "RAJMAHAL; BORIO; BARHAIT; LITIPARA; PAKAUR; MAHESHPUR; SIKARIPARA; NALA; JAMTARA; DUMKA; JAMA; JARMUNDI; "
    "MADHUPUR; SARATH; DEOGHAR; POREYAHAT; GODDA; MAHAGAMA; KODARMA; BARKATHA; BARHI; BARKAGAON; RAMGARH; MANDU; "
    "HAZARIBAGH; SIMARIA; CHATRA; DHANWAR; BAGODAR; JAMUA; GANDEY; GIRIDIH; DUMRI; GOMIA; BERMO; BOKARO; "
    "CHANDANKIYARI; SINDRI; NIRSA; DHANBAD; JHARIA; TUNDI; BAGHMARA; BAHARAGORA; GHATSILA; POTKA; JUGSALAI; "
    "JAMSHEDPUR EAST; JAMSHEDPUR WEST; ICHAGARH; SERAIKELLA; CHAIBASA; MAJHGAON; JAGANATHPUR; MANOHARPUR; "
    "CHAKRADHARPUR; KHARSAWAN; TAMAR; TORPA; KHUNTI; SILLI; KHIJRI; RANCHI; HATIA; KANKE; MANDAR; SISAI; GUMLA; "
    "BISHUNPUR; SIMDEGA; KOLEBIRA; LOHARDAGA; MANIKA; LATEHAR; PANKI; DALTONGANJ; BISHRAMPUR; CHHATARPUR; "
    "HUSSAINABAD; GARHWA; BHAWANATHPUR"
)

_DELHI = (
    "NERELA; BURARI; TIMARPUR; ADARSH NAGAR; BADLI; RITHALA; BAWANA; MUNDKA; KIRARI; SULTANPUR MAJRA; NANGLOI JAT; "
    "MANGOL PURI; ROHINI; SHALIMAR BAGH; SHAKUR BASTI; TRI NAGAR; WAZIRPUR; MODEL TOWN; SADAR BAZAR; CHANDNI CHOWK; "
    "MATIA MAHAL; BALLIMARAN; KAROL BAGH; PATEL NAGAR; MOTI NAGAR; MADIPUR; RAJOURI GARDEN; HARI NAGAR; TILAK NAGAR; "
    "JANAKPURI; VIKASPURI; UTTAM NAGAR; DWARKA; MATIALA; NAJAFGARH; BIJWASAN; PALAM; DELHI CANTT; RAJINDER NAGAR; NEW "
    "DELHI; JANGPURA; KASTURBA NAGAR; MALVIYA NAGAR; R. K. PURAM; MEHRAULI; CHHATARPUR; DEOLI; AMBEDKAR NAGAR; SANGAM "
    "VIHAR; GREATER KAILASH; KALKAJI; TUGHLAKABAD; BADARPUR; OKHLA; TRILOKPURI; KONDLI; PATPARGANJ; LAXMI NAGAR; "
    "VISHWAS NAGAR; KRISHNA NAGAR; GANDHI NAGAR; SHAHDARA; SEEMAPURI; ROHTAS NAGAR; SEELAM PUR; GHONDA; BABARPUR; "
    "GOKALPUR; MUSTAFABAD; KARAWAL NAGAR"
)

_DELHI_1993 = (
    "SAROJINI NAGAR; GOLE MARKET; MINTO ROAD; KASTURBA NAGAR; JANGPURA; OKHLA; KALKAJI; MALVIYA NAGAR; HAUZ KHAS; "
    "R.K.PURAM; DELHI CANTONMENT; JANAK PURI; HARI NAGAR; TILAK NAGAR; RAJOURI GARDEN; MADIPUR; TRI NAGAR; "
    "SHAKURBASTI; SHALIMAR BAGH; BADLI; SAHIBABAD DAULATPUR; BAWANA; SULTANPUR MAJRA; MANGOLPURI; NANGLOI JAT; VISHNU "
    "GARDEN; HASTSAL; NAJAFGARH; NASIRPUR; PALAM; MAHIPALPUR; MEHRAULI; SAKET; DR. AMBEDKAR NAGAR; TUGLAKABAD; "
    "BADARPUR; TRILOKPURI; PATPAR GANJ; MANDAWALI; GEETA COLONY; GANDHI NAGAR; KRISHNA NAGAR; VISHWASH NAGAR; "
    "SHAHDARA; SEEMAPURI; NAND NAGARI; ROHTAS NAGAR; BABARPUR; SEELAMPUR; GHONDA; YAMUNA VIHAR; QARAWAL NAGAR; "
    "WAZIRPUR; NARELA; BHALSWA JAHANGIRPUR; ADARSH NAGAR; PAHAR GANJ; MATIA MAHAL; BALLI MARAN; CHANDNI CHOWK; "
    "TIMARPUR; MODEL TOWN; KAMLA NAGAR; SADAR BAZAR; MOTI NAGAR; PATEL NAGAR; RAJINDER NAGAR; KAROL BAGH; RAM NAGAR; "
    "BALJIT NAGAR"
)

JHARKHAND = Place(
    territory="in-jh",
    delimitation="2008",
    official_names=_JHARKHAND.split("; "),
    scheduled_castes=frozenset([15, 26, 27, 30, 37, 47, 65, 74, 78]),
    scheduled_tribes=frozenset([2, 3, 4, 6, 7, 10, 11, 45, 46, *range(51, 61), 62, *range(66, 74)]),
    district=_districts(
        ("Sahebganj", range(1, 4)),
        ("Pakur", range(4, 7)),
        ("Dumka", (7, 10, 11, 12)),
        ("Jamtara", (8, 9)),
        ("Deoghar", range(13, 16)),
        ("Godda", range(16, 19)),
        ("Kodarma", (19,)),
        ("Hazaribagh", (20, 21, 25)),
        ("Ramgarh", (23,)),
        ("Chatra", (26, 27)),
        ("Giridih", range(28, 34)),
        ("Bokaro", range(34, 38)),
        ("Dhanbad", range(38, 44)),
        ("East Singhbhum", range(44, 50)),
        ("Seraikela Kharsawan", (50, 51, 57)),
        ("West Singhbhum", range(52, 57)),
        ("Khunti", (59, 60)),
        ("Ranchi", (58, *range(61, 67))),
        ("Gumla", range(67, 70)),
        ("Simdega", (70, 71)),
        ("Lohardaga", (72,)),
        ("Latehar", (73, 74)),
        ("Palamu", range(75, 80)),
        ("Garhwa", (80, 81)),
    ),
    region={
        18: "Santhal Pargana",
        43: "North Chotanagpur",
        57: "Kolhan",
        72: "South Chotanagpur",
        81: "Palamu",
    },
    known_at="2005-01-01",
    source="delimitation-2008",
)
"""Jharkhand kept its seats in 2008 (Delimitation Act 2002, section 10B): the same 81 since the state's first poll."""

DELHI = Place(
    territory="in-dl",
    delimitation="2008",
    official_names=_DELHI.split("; "),
    scheduled_castes=frozenset([7, 10, 12, 23, 24, 26, 47, 48, 55, 56, 63, 68]),
    name={44: "R. K. Puram"},
    district=_districts(
        ("North", (1, 4, 5, 7, 13, 15, 17, 18)),
        ("Central", (2, 3, *range(19, 24))),
        ("North West", (6, 8, 9, 10, 12, 14, 16)),
        ("West", (11, *range(25, 31))),
        ("New Delhi", (24, 38, 39, 40, 44, 50)),
        ("South West", range(31, 38)),
        ("South East", (41, 42, 49, *range(51, 55))),
        ("South", (43, *range(45, 49))),
        ("East", (*range(55, 59), 60, 61)),
        ("Shahdara", (59, 62, 63, 64, 67)),
        ("North East", (65, 66, 68, 69, 70)),
    ),
    valid_from="2008-02-19",
    known_at="2008-02-19",
    source="delimitation-2008",
)

DELHI_1993 = Place(
    territory="in-dl",
    delimitation="1993",
    official_names=_DELHI_1993.split("; "),
    scheduled_castes=frozenset([16, 22, 23, 24, 34, 37, 38, 45, 46, 54, 68, 69, 70]),
    valid_to="2008-02-18",
    known_at="1993-11-06",
    source="lokdhaba",
)
