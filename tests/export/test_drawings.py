"""Pictures: each is a whole SVG, shows what it is given, and is saved as SVG or PNG."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from janadesh.errors import Impossible
from janadesh.export.drawings import svg
from janadesh.export.drawings.dumbbells import Change
from janadesh.export.drawings.dumbbells import dumbbells_picture
from janadesh.export.drawings.flow import Flow
from janadesh.export.drawings.flow import flow_picture
from janadesh.export.drawings.house import Side
from janadesh.export.drawings.house import house_picture
from janadesh.export.drawings.legend import legend
from janadesh.export.drawings.margin_dots import Margin
from janadesh.export.drawings.margin_dots import margins_picture
from janadesh.export.drawings.saving import save_picture
from janadesh.export.drawings.swing_arrows import Arrow
from janadesh.export.drawings.swing_arrows import swing_arrows_picture
from janadesh.export.drawings.ternary import Contest
from janadesh.export.drawings.ternary import ternary_picture
from janadesh.export.drawings.tile_map import Tile
from janadesh.export.drawings.tile_map import tile_map_picture
from janadesh.export.drawings.tile_map import tile_places

NAMESPACE = "{http://www.w3.org/2000/svg}"
SIDES = [Side("Left & <Right>", 49, "#3b8ed0"), Side("Second", 29, "#ff9a3c"), Side("Others", 12)]


def drawn(picture: str, element: str) -> list[ET.Element]:
    return ET.fromstring(picture).findall(f".//{NAMESPACE}{element}")


def test_a_house_has_a_dot_for_each_seat_and_one_for_each_name() -> None:
    picture = house_picture("A house", SIDES, 46)

    assert len(drawn(picture, "circle")) == 90 + 3
    words = [element.text for element in drawn(picture, "text")]
    assert "46 for a majority" in words
    assert "49 Left & <Right>" in words, "names are escaped"


def test_the_two_largest_face_each_other() -> None:
    seats = [c for c in drawn(house_picture("A house", SIDES), "circle") if float(c.attrib["r"]) > 6]
    by_x = sorted(seats, key=lambda circle: float(circle.attrib["cx"]))

    assert by_x[0].attrib["fill"] == "#3b8ed0"
    assert by_x[-1].attrib["fill"] == "#ff9a3c"


def test_dumbbells_run_from_before_to_now() -> None:
    picture = dumbbells_picture("Change", [Change("A", 10, 20, "#000000"), Change("B", 30, 5)])
    lines = [e for e in drawn(picture, "line") if e.attrib["stroke-width"] == "3"]

    ways = [float(line.attrib["x2"]) - float(line.attrib["x1"]) for line in lines]
    assert ways[0] > 0 > ways[1]
    assert ways[1] == pytest.approx(-2.5 * ways[0], abs=0.5)


def test_arrows_point_to_who_gained() -> None:
    picture = swing_arrows_picture(
        "Swing", [Arrow("1 Here", 5), Arrow("2 There", -10)], ("A", "#0000ff"), ("B", "#ff0000")
    )
    heads = drawn(picture, "path")

    assert [head.attrib["fill"] for head in heads] == ["#0000ff", "#ff0000"]
    tips = [float(re.findall(r"M([\d.]+)", head.attrib["d"])[0]) for head in heads]
    assert tips[0] > tips[1]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=1, max_size=60))
def test_every_seat_has_a_tile_of_its_own(points: list[tuple[float, float]]) -> None:
    places = tile_places(points)

    assert len(set(places)) == len(points)
    assert all(column >= 0 and row >= 0 for column, row in places)


def test_places_all_but_on_one_line_need_no_larger_map() -> None:
    places = tile_places([(100.0, 0.0), (-100.0, 1e-300), (0.0, 0.0)])

    assert max(column for column, _ in places) < 4
    assert len(set(places)) == 3


def test_tiles_on_a_grid_stay_where_they_are() -> None:
    grid = [(float(x), float(y)) for y in range(4) for x in range(4)]
    places = tile_places(grid)

    assert all(places[i][0] <= places[i + 1][0] for i in range(16) if i % 4 != 3), "who lies west stays west"
    assert all(places[i][1] <= places[i + 4][1] for i in range(12)), "who lies north stays north"


def test_tiles_without_a_map_stand_in_rows() -> None:
    tiles = [Tile(f"c{n}", n, f"Seat {n}", "A", "#123456") for n in range(1, 31)]
    picture = tile_map_picture("Seats", tiles, {})

    boxes = [box for box in drawn(picture, "rect") if "rx" in box.attrib]
    assert len({(box.attrib["x"], box.attrib["y"]) for box in boxes}) == 30
    assert "30 A" in [element.text for element in drawn(picture, "text")]


def test_long_titles_are_made_to_fit() -> None:
    assert svg.fitting("short", 600, 15) == 15
    assert svg.fitting("x" * 200, 600, 15) < 5


def test_a_picture_is_saved_as_svg_or_png(tmp_path: Path) -> None:
    picture = house_picture("A house", SIDES, 46)

    save_picture(picture, tmp_path / "house.svg")
    save_picture(picture, tmp_path / "house.PNG")

    assert (tmp_path / "house.svg").read_text(encoding="utf-8") == picture
    assert (tmp_path / "house.PNG").read_bytes().startswith(b"\x89PNG\r\n")


def test_a_picture_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    with pytest.raises(Impossible, match=r"saved as \.svg or \.png"):
        save_picture("<svg/>", tmp_path / "house.gif")
    with pytest.raises(Impossible, match="cannot be written"):
        save_picture("<svg/>", tmp_path / "nowhere" / "house.svg")


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(Impossible, match="no seats to draw"):
        house_picture("Empty", [Side("A", 0)])
    with pytest.raises(Impossible, match="no seats to draw"):
        tile_map_picture("Empty", [], {})
    with pytest.raises(Impossible, match="No seat has a swing"):
        swing_arrows_picture("Empty", [], ("A", None), ("B", None))
    with pytest.raises(Impossible, match="no change"):
        dumbbells_picture("Empty", [])


FLOWS = [Flow("A", "A", 10, "#111111", "#111111"), Flow("A", "B", 5, "#111111", "#222222"), Flow("C", "B", 3)]


def test_each_flow_of_seats_is_a_band_as_wide_as_its_seats() -> None:
    picture = flow_picture("Flow", FLOWS, ("2014", "2024"))
    bands = {e[0].text: e.attrib["d"] for e in drawn(picture, "path")}

    wide = {told: _height_at_left(path) for told, path in bands.items()}
    assert set(wide) == {"10 seats stayed with A", "5 seats from A to B", "3 seats from C to B"}
    assert wide["10 seats stayed with A"] == pytest.approx(2 * wide["5 seats from A to B"], abs=0.3)


def _height_at_left(path: str) -> float:
    (_, top), *_, (_, bottom) = [tuple(map(float, pair.split(","))) for pair in re.findall(r"[\d.]+,[\d.]+", path)]
    return bottom - top


def test_bars_of_a_flow_add_up_on_both_ends() -> None:
    words = [e.text for e in drawn(flow_picture("Flow", FLOWS, ("2014", "2024")), "text")]

    assert {"A 15", "C 3", "10 A", "8 B"} <= set(words)


def test_sides_with_few_seats_flow_together() -> None:
    flows = [Flow(f"P{i}", f"P{i}", 20 - i) for i in range(6)]
    words = [e.text for e in drawn(flow_picture("Flow", flows, ("then", "now"), most=4), "text")]

    assert "others 31" in words
    assert "31 others" in words


def test_a_seat_lies_nearest_the_corner_of_who_has_most_votes() -> None:
    contests = [
        Contest("1 Top", (80, 10, 10), "A", "#aa0000"),
        Contest("2 Left", (10, 80, 10), "B", "#00bb00"),
        Contest("3 Right", (10, 10, 80), "C", "#0000cc"),
    ]
    picture = ternary_picture("Three", contests, [("A", "#aa0000"), ("B", "#00bb00"), ("C", "#0000cc")])
    seats = {e[0].text.split(":")[0]: e for e in drawn(picture, "circle") if len(e) and e[0].text}
    at = {name: (float(e.attrib["cx"]), float(e.attrib["cy"])) for name, e in seats.items()}

    assert at["1 Top"][1] < at["2 Left"][1] == at["3 Right"][1]
    assert at["2 Left"][0] < at["1 Top"][0] < at["3 Right"][0]


def test_equal_shares_lie_in_the_middle_whatever_others_have() -> None:
    sides = [("A", None), ("B", None), ("C", None)]
    places = set()
    for share in (33.0, 10.0):
        picture = ternary_picture("Three", [Contest("1 Middle", (share, share, share), "A")], sides)
        (dot,) = [e for e in drawn(picture, "circle") if len(e)]
        places.add((dot.attrib["cx"], dot.attrib["cy"]))

    assert len(places) == 1


def test_margins_stand_in_the_order_of_their_size() -> None:
    margins = [Margin("1 Close", 0.4, "A"), Margin("2 Clear", 12.0, "B"), Margin("3 Huge", 31.0, "A")]
    dots = [e for e in drawn(margins_picture("Margins", margins), "circle") if len(e)]
    at = {str(e[0].text).split(":")[0]: float(e.attrib["cx"]) for e in dots}

    assert at["1 Close"] < at["2 Clear"] < at["3 Huge"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 100), min_size=1, max_size=120))
def test_no_dot_of_a_margin_lies_upon_another(percents: list[float]) -> None:
    picture = margins_picture("Margins", [Margin(str(i), percent, "A") for i, percent in enumerate(percents)])
    dots = [e for e in drawn(picture, "circle") if len(e)]
    places = {(e.attrib["cx"], e.attrib["cy"]) for e in dots}

    assert len(places) == len(percents)


def test_a_legend_counts_those_with_least_together() -> None:
    sides = [(f"P{i}", None) for i in range(20) for _ in range(20 - i)]

    assert legend(0, 0, sides).told.endswith("45 others")


def test_every_picture_is_told_in_words_and_turns_dark_where_that_is_preferred() -> None:
    for picture in (
        house_picture("A house", SIDES),
        flow_picture("Flow", FLOWS, ("2014", "2024")),
        margins_picture("Margins", [Margin("1 Close", 0.4, "A")]),
        ternary_picture("Three", [Contest("1", (1, 1, 1), "A")], [("A", None), ("B", None), ("C", None)]),
        swing_arrows_picture("Swing", [Arrow("1 Here", 5)], ("A", None), ("B", None)),
        dumbbells_picture("Change", [Change("A", 10, 20)]),
        tile_map_picture("Tiles", [Tile("x", 1, "Here", "A")], {}),
    ):
        assert drawn(picture, "desc")[0].text
        assert "prefers-color-scheme: dark" in str(drawn(picture, "style")[0].text)


def test_no_flow_triangle_or_margin_to_draw_is_said() -> None:
    with pytest.raises(Impossible, match="nothing flows"):
        flow_picture("Flow", [], ("2014", "2024"))
    with pytest.raises(Impossible, match="no seat lies between"):
        ternary_picture("Three", [Contest("1", (0, 0, 0), "A")], [("A", None), ("B", None), ("C", None)])
    with pytest.raises(Impossible, match="No seat has a margin"):
        margins_picture("Margins", [])
