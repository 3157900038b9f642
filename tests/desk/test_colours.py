"""Party colours stay legible on both grounds, whatever a pack says."""

from __future__ import annotations

import colorsys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh import model
from janadesh.desk.colours import DARK_GROUND
from janadesh.desk.colours import LIGHT_GROUND
from janadesh.desk.colours import NO_COLOUR
from janadesh.desk.colours import colour_class
from janadesh.desk.colours import colour_sheet
from janadesh.desk.colours import contrast
from janadesh.desk.colours import distance
from janadesh.desk.colours import legible
from janadesh.desk.party_colours import LENT
from janadesh.desk.party_colours import colours_of
from janadesh.desk.party_colours import lent
from janadesh.record.book import Record
from tests.builders import Stood
from tests.builders import lok_sabha
from tests.builders import parties
from tests.builders import record_of

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(colours)
def test_fills_and_texts_can_be_told_from_both_grounds(colour: str) -> None:
    made = legible(colour)
    assert contrast(made.fill, LIGHT_GROUND) >= 3
    assert contrast(made.text, LIGHT_GROUND) >= 4.5
    assert contrast(made.dark_fill, DARK_GROUND) >= 3
    assert contrast(made.dark_text, DARK_GROUND) >= 4.5


@given(colours)
def test_text_upon_a_fill_can_be_read(colour: str) -> None:
    made = legible(colour)
    assert contrast(made.on_fill, made.fill) >= 4.3
    assert contrast(made.dark_on_fill, made.dark_fill) >= 4.3


def test_legible_colour_is_left_as_it_is() -> None:
    assert legible("#b3123f").fill == "#b3123f"


def test_orange_that_is_too_light_for_white_stays_orange() -> None:
    fill = legible("#ff7a1a").fill
    hue, _, saturation = colorsys.rgb_to_hls(*(int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    assert fill != "#ff7a1a"
    assert 0.04 < hue < 0.09
    assert saturation > 0.9


@pytest.mark.parametrize("colour", [None, "", "red", "#fff", "#12345g", "url(javascript:alert(1))", "#123456;}body{"])
def test_what_is_no_colour_counts_as_none(colour: str | None) -> None:
    assert legible(colour) == legible(NO_COLOUR)


def test_sheet_cannot_be_broken_out_of() -> None:
    sheet = colour_sheet([("a{}b", "#123456;}body{display:none"), ("</style>", "#00ff00")])
    assert "display" not in sheet
    assert "<" not in sheet
    assert ".c-a-b{" in sheet


def test_classes_of_ids_are_plain_words() -> None:
    assert colour_class("in-cpim") == "c-in-cpim"
    assert colour_class("In.X Y") == "c-in-x-y"
    assert colour_class(None) == "c-none"


# G. M. Machado, M. M. Oliveira and L. A. F. Fernandes (2009): what is seen without red and without green cones
SEEN_BY = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def seen(colour: str, cones: str) -> str:
    """Give the colour as it is seen."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    mixed = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear, strict=True)))) for row in SEEN_BY[cones]]
    return "#" + "".join(
        f"{round(255 * (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)):02x}" for c in mixed
    )


@pytest.mark.parametrize("cones", SEEN_BY)
def test_colours_lent_can_be_told_apart(cones: str) -> None:
    fills = [seen(legible(colour).fill, cones) for colour in LENT]
    assert min(distance(one, other) for one, other in combinations(fills, 2)) > 0.04


def test_parties_without_a_colour_are_lent_different_ones() -> None:
    assert len(set(lent("abcdefghi", []).values())) == len(LENT)


def test_a_colour_like_one_that_is_taken_is_lent_last() -> None:
    assert list(lent("abcdefghi", ["#0070b0"]).values())[-1] == LENT[0]


def test_independents_and_those_with_a_colour_keep_theirs(jk: Record) -> None:
    colours = colours_of(jk)
    assert (colours["in-ind"], colours["in-bjp"]) == ("#8a8a8a", "#ff7a1a")
    assert all(colours[party] for party in jk.frame(model.Party)["id"])


def test_independents_without_a_colour_stay_grey(folder: Path) -> None:
    with record_of(folder, *lok_sabha(), *parties([Stood("A", "Lantern", 10), Stood("B", "Independent", 9)])) as record:
        assert (colours_of(record)["lantern"], colours_of(record)["independent"]) == (LENT[0], None)
