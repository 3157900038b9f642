"""The commands of analysis on the bundled record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Janadesh


def rows(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_indices_name_their_sources(janadesh: Janadesh) -> None:
    answer = janadesh("indices", "in-jk-2024")

    assert answer.code == 0
    assert "Laakso and Taagepera 1979" in answer.out
    assert "Gallagher 1991" in answer.out


def test_indices_of_an_unknown_election_say_what_is_near(janadesh: Janadesh) -> None:
    answer = janadesh("indices", "in-jk-2025")

    assert answer.code == 3
    assert "'in-jk-2025'. Did you mean 'in-jk-2024'" in answer.err


def test_swing_says_who_gained_from_whom(janadesh: Janadesh) -> None:
    answer = janadesh("swing", "in-jk-2024", "--by", "gains", "--format", "json")

    assert {"from_party": "in-pdp", "from_short": "PDP", "to_party": "in-nc", "to_short": "NC", "seats": 17} in rows(
        answer.out
    )
    assert "Left out are 16 of 90 seats" in answer.err


def test_sums_by_alliance_say_which_members_they_rest_on(janadesh: Janadesh) -> None:
    for command in (("tally", "--by", "alliance"), ("swing", "--by", "alliance"), ("government",)):
        answer = janadesh(command[0], "in-jk-2024", *command[1:])

        assert "National Democratic Alliance is counted as BJP alone" in answer.err
        assert "is counted as BJP alone" not in answer.out


def test_swing_by_constituency_says_how_sure_the_comparison_is(janadesh: Janadesh) -> None:
    answer = janadesh("swing", "in-jk-2024", "--by", "constituency", "--between", "NC,BJP")

    assert "same name" in answer.out
    assert "Swing to NC" in answer.out
    assert "All votes" in answer.out


def test_every_list_of_change_is_drawn(janadesh: Janadesh) -> None:
    for by in ("party", "alliance", "seat", "incumbent", "rebel"):
        assert janadesh("swing", "in-ls-2024", "--by", by).code == 0


def test_swing_from_an_election_that_is_not_there_says_so(janadesh: Janadesh) -> None:
    assert janadesh("swing", "in-jk-2024", "--from", "in-jk-1951").code == 3
    unknown = janadesh("swing", "in-dl-1993")
    assert unknown.code == 3
    assert "Name the one to compare with (from)" in unknown.err


def test_swing_from_a_later_election_says_so(janadesh: Janadesh) -> None:
    later = janadesh("swing", "in-jk-2014", "--from", "in-jk-2024")

    assert later.code == 3
    assert "in-jk-2024 was held after in-jk-2014" in later.err


def test_swing_is_between_two(janadesh: Janadesh) -> None:
    assert janadesh("swing", "in-jk-2024", "--by", "constituency", "--between", "NC").code == 2


def test_a_tally_by_party_has_strike_rates(janadesh: Janadesh) -> None:
    lines = janadesh("tally", "in-jk-2024").out.splitlines()

    assert lines[3].split()[5:9] == ["42", "56", "75.00%", "11"]


def test_every_tally_is_drawn(janadesh: Janadesh) -> None:
    for by in ("alliance", "district", "phase", "gender", "person"):
        assert janadesh("tally", "in-jk-2024", "--by", by).code == 0
    assert janadesh("tally", "in-jk-2024", "--by", "region", "--across", "party").code == 0
    assert janadesh("tally", "in-jk-2024", "--by", "person", "--across", "party").code == 2


def test_margins_are_closest_first_or_largest_first(janadesh: Janadesh) -> None:
    closest = rows(janadesh("margins", "in-jk-2024", "--closest", "3", "--format", "json").out)
    largest = rows(janadesh("margins", "in-jk-2024", "--largest", "1", "--format", "json").out)

    assert [row["margin"] for row in closest] == [460, 521, 603]
    assert largest[0]["constituency_name"] == "Nagrota"


def test_margins_under_a_bound(janadesh: Janadesh) -> None:
    assert len(rows(janadesh("margins", "in-jk-2024", "--under", "1,000", "--format", "json").out)) == 7
    assert len(rows(janadesh("margins", "in-jk-2024", "--under", "1%", "--format", "json").out)) == 3
    assert "Closest margin" in janadesh("margins", "in-jk-2024", "--nota", "--matrix").out
    wrong = janadesh("margins", "in-jk-2024", "--under", "few")
    assert wrong.code == 2
    assert "votes (1000) or per cent (2%)" in wrong.err


def test_a_what_if_without_suppositions_is_the_result(janadesh: Janadesh) -> None:
    told = rows(janadesh("whatif", "in-jk-2024", "--draws", "5", "--format", "json").out)

    assert [(row["short"], row["actual"], row["expected"]) for row in told[:2]] == [
        ("INDIA", 49, 49.0),
        ("NDA", 29, 29.0),
    ]


def test_a_what_if_reads_rates_swings_and_withdrawals(janadesh: Janadesh) -> None:
    answer = janadesh(
        *("whatif", "in-jk-2024", "--together", "NC,PDP", "--transfer", "0.8±0.1", "--transfer", "PDP>NC=0.9+-0.01"),
        *("--swing", "BJP=+2±1", "--swing", "AAP=x1.2", "--split", "INC=0.1", "--draws", "20", "--by", "constituency"),
        *("--withdraw", "Banihal:Vikar Rasool Wani>NC", "--rest", "others"),
    )

    assert answer.code == 0, answer.err
    assert "Banihal" in answer.out


def test_a_what_if_that_cannot_be_says_why(janadesh: Janadesh) -> None:
    cases = {
        ("--transfer", "1.5"): "lies between 0 and 1",
        ("--transfer", "much"): "a share such as 0.9",
        ("--together", "NC"): "takes two parties",
        ("--swing", "BJP"): "takes PARTY=VALUE",
        ("--swing", "BJP=lots"): "points such as +2",
        ("--withdraw", "Banihal"): "takes SEAT:CANDIDATE>PARTY",
    }
    for words, says in cases.items():
        answer = janadesh("whatif", "in-jk-2024", *words)
        assert answer.code == 2
        assert says in " ".join(answer.err.replace("│", " ").split())
    assert janadesh("whatif", "in-jk-2024", "--together", "NC,Labour").code == 3


def test_government_says_the_mark_and_what_left_the_house(janadesh: Janadesh) -> None:
    first = janadesh("government", "in-jk-2024").out.splitlines()[0]

    assert first.endswith("45 of 88 members make a majority, 2 vacant")


def test_government_lists_coalitions_without_enemies(janadesh: Janadesh) -> None:
    words = ("government", "in-jk-2014", "--by", "party", "--coalitions", "--format", "json")
    bound = janadesh(*words, "--never", "BJP+PDP", "--most", "1000")

    assert bound.code == 0
    assert not any({"BJP", "PDP"} <= set(row["coalition"].split(" + ")) for row in rows(bound.out))
    cut = janadesh(*words, "--most", "1")
    assert len(rows(cut.out)) == 1
    assert "more coalitions" in cut.err


def test_government_reads_its_options(janadesh: Janadesh) -> None:
    assert janadesh("government", "in-jk-2024", "--nominated", "BJP=five").code == 2
    assert janadesh("government", "in-jk-2024", "--never", "BJP").code == 2
    assert "6 were given" in janadesh("government", "in-jk-2024", "--nominated", "BJP=6").err


PARTNERS = ("share", "--parties", "NC,INC", "--election", "in-jk-2024", "--from", "in-jk-2014,in-ls-2024")


def test_share_compares_plans_and_says_that_it_is_proved(janadesh: Janadesh) -> None:
    answer = janadesh(*PARTNERS)

    assert answer.code == 0
    assert "Proved: no allotment wins more." in answer.err
    assert [line.split()[0] for line in answer.out.splitlines()[3:7]] == ["proposed", "agreed", "each", "announced"]
    assert "Budgam" in answer.out


def test_share_keeps_what_partners_insist_on(janadesh: Janadesh) -> None:
    words = ("--must", "INC=Budgam", "--minimum", "INC=45", "--keep-incumbents", "--transfer", "NC>INC=0.8")
    told = rows(janadesh(*PARTNERS, *words, "--format", "json").out)

    assert next(row for row in told if row["constituency_name"] == "Budgam")["choice"] == "in-inc"
    assert sum(row["choice"] == "in-inc" for row in told) >= 45


def test_impossible_shares_leave_with_code_2_and_a_sentence(janadesh: Janadesh) -> None:
    cases = {
        ("--minimum", "NC=60,INC=40"): "60 for NC and 40 for INC make 100",
        ("--must", "NC=Budgam,INC=Budgam"): "Budgam cannot go to two partners",
        ("--minimum", "NC=most"): "is no number",
    }
    for words, says in cases.items():
        answer = janadesh(*PARTNERS, *words)
        assert answer.code == 2
        assert says in " ".join(answer.err.replace("│", " ").split())
    assert janadesh("share", "--parties", "NC,INC", "--election", "in-jk-2024", "--from", "in-jk-1999").code == 3
    assert janadesh("share", "--parties", "NC,JKNPPI", "--election", "in-jk-2024", "--from", "in-jk-2014").code == 3


def test_answers_are_drawn_into_files(janadesh: Janadesh, tmp_path: Path) -> None:
    cases = {
        "house.svg": ("tally", "in-jk-2024", "--by", "alliance"),
        "power.svg": ("government", "in-jk-2024"),
        "change.svg": ("swing", "in-jk-2024"),
        "arrows.svg": ("swing", "in-jk-2024", "--by", "constituency"),
        "hands.svg": ("swing", "in-jk-2024", "--by", "seat"),
        "flow.svg": ("swing", "in-jk-2024", "--by", "gains"),
        "margins.svg": ("margins", "in-jk-2024"),
        "results.svg": ("results", "in-jk-2024", "--by", "alliance"),
        "map.svg": ("results", "in-jk-2024", "--by", "constituency"),
        "triangle.svg": ("results", "in-jk-2024", "--between", "INDIA,NDA,PDP"),
        "what-if.svg": ("whatif", "in-jk-2024", "--draws", "5"),
        "shared.svg": PARTNERS,
    }
    for name, words in cases.items():
        answer = janadesh(*words, "--plot", str(tmp_path / name))
        assert answer.code == 0, answer.err
        assert "Drawn into" in answer.err
        assert "</svg>" in (tmp_path / name).read_text(encoding="utf-8")


def test_results_between_three_add_up_to_all_votes(janadesh: Janadesh) -> None:
    told = rows(janadesh("results", "in-jk-2024", "--between", "INDIA,NDA,PDP", "--format", "json").out)

    assert len(told) == 90
    sides = ("first_share", "second_share", "third_share", "others_share")
    assert all(abs(sum(row[side] for side in sides) - 100) < 1e-6 for row in told)
    assert janadesh("results", "in-jk-2024", "--between", "NC,BJP").code == 2


def test_what_has_no_picture_is_said(janadesh: Janadesh, tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"

    assert janadesh("swing", "in-jk-2024", "--by", "incumbent", "--plot", str(file)).code == 2
    assert janadesh("results", "in-jk-2024", "--party", "NC", "--plot", str(file)).code == 2
    assert janadesh("tally", "in-jk-2024", "--by", "region", "--plot", str(file)).code == 2
    assert janadesh("tally", "in-jk-2024", "--plot", str(tmp_path / "picture.gif")).code == 2
    assert not file.exists()


def test_a_tally_of_an_election_without_candidates_says_what_is_missing(janadesh: Janadesh) -> None:
    answer = janadesh("tally", "in-br-2025")

    assert answer.code == 0
    assert "no candidates of Bihar Legislative Assembly election, 2025" in answer.err


def test_a_fair_part_is_told_by_the_partys_short_name(janadesh: Janadesh) -> None:
    partners = ("--parties", "NC,INC", "--election", "in-jk-2024", "--from", "in-jk-2014")
    answer = janadesh("share", *partners, "--fair", "votes", "--within", "3", "--plans")

    assert "Fair for NC:" in answer.err
    assert "Fair for INC:" in answer.err
