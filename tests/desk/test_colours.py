"""Party colours stay legible on both grounds, whatever a pack says."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.desk.colours import DARK_GROUND
from janadesh.desk.colours import LIGHT_GROUND
from janadesh.desk.colours import NO_COLOUR
from janadesh.desk.colours import colour_class
from janadesh.desk.colours import colour_sheet
from janadesh.desk.colours import contrast
from janadesh.desk.colours import legible

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
