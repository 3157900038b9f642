"""Small parts of pages, and the code of templates, are made once."""

from __future__ import annotations

import sys

import jinja2
import pytest
from jinja2.runtime import Macro

from janadesh.desk.app import create_app
from janadesh.desk.drawn_once import drawn_once
from janadesh.desk.names_shown import Names
from janadesh.desk.names_shown import Naming
from janadesh.desk.names_shown import Shown
from janadesh.desk.pages import Pages
from janadesh.desk.readiness import LATE
from janadesh.desk.readiness import make_ready
from janadesh.record.book import Record


class Drawing:
    """A macro that notes each time it is drawn."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        templates = jinja2.Environment(autoescape=True)
        templates.globals["note"] = self._note
        text = "{% macro seat(name) %}<b>{{ note(name) }}</b>{% endmacro %}"
        self.macro: Macro = templates.from_string(text).module.seat  # type: ignore[attr-defined]

    def _note(self, name: str) -> str:
        self.drawn.append(name)
        return name


def test_part_is_drawn_once_for_what_it_is_given() -> None:
    drawing, once = Drawing(), drawn_once(Naming("en", lambda _: {}))
    assert [once(drawing.macro, name) for name in ("Budgam", "Ganderbal", "Budgam")] == [
        "<b>Budgam</b>",
        "<b>Ganderbal</b>",
        "<b>Budgam</b>",
    ]
    assert drawing.drawn == ["Budgam", "Ganderbal"]


def test_part_is_escaped_and_is_not_escaped_again() -> None:
    part = drawn_once(Naming("en", lambda _: {}))(Drawing().macro, "<Budgam>")
    assert f"{part:s}" == "<b>&lt;Budgam&gt;</b>"
    assert part.__html__() == part


def test_parts_are_drawn_anew_when_the_record_learns_a_name_and_only_then() -> None:
    names: Names = {}
    naming, drawing = Naming("hi", lambda _: dict(names)), Drawing()
    once = drawn_once(naming)
    for state in ("first", "second"):
        naming.follow(state)
        once(drawing.macro, "Budgam")
    assert drawing.drawn == ["Budgam"]
    names = {("constituency", "in-jk-ac-27"): Shown("बडगाम", "बडगाम")}
    naming.follow("third")
    once(drawing.macro, "Budgam")
    assert drawing.drawn == ["Budgam", "Budgam"]


def test_parts_drawn_long_ago_are_let_go() -> None:
    drawing, once = Drawing(), drawn_once(Naming("en", lambda _: {}), most=1)
    for name in ("Budgam", "Ganderbal", "Budgam"):
        once(drawing.macro, name)
    assert drawing.drawn == ["Budgam", "Ganderbal", "Budgam"]


def test_templates_are_compiled_once_for_all_languages_and_none_at_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_template = jinja2.Environment.compile

    def noting(templates: jinja2.Environment, source: str, name: str, filename: str) -> object:
        compiled.append(name)
        return compile_template(templates, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", noting)
    pages = Pages(lambda: "state")
    pages.make_ready()
    assert "election.html" in compiled
    assert len(compiled) == len(set(compiled))
    pages.make_ready()
    assert len(compiled) == len(set(compiled))


def test_a_desk_made_ready_has_imported_what_pages_need_later(jk: Record) -> None:
    make_ready(create_app(jk).state.desk).join(timeout=60)
    assert set(LATE) <= set(sys.modules)
