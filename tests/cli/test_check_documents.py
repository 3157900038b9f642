"""`janadesh check` writes documents for others, and lays folders of articles side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Janadesh

ONE = (
    "date 2024-10-14 National Conference vice president Omar Abdullah won Budgam by 18,485 votes. "
    "The BJP won 29 seats in the assembly, and the Congress won six in all, with three for the PDP."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "more").mkdir(parents=True)
    (made / "one.txt").write_text(ONE, encoding="utf-8")
    (made / "more" / "two.txt").write_text(ONE.replace("18,485", "16,485"), encoding="utf-8")
    (made / ".hidden.txt").write_text("no article", encoding="utf-8")
    return made


def test_a_folder_stands_for_its_files(janadesh: Janadesh, folder: Path) -> None:
    answer = janadesh("check", str(folder), "--format", "jsonl")

    assert answer.code == 0
    assert {json.loads(line)["article"] for line in answer.out.splitlines()} == {"one", "two"}


def test_an_empty_folder_is_told(janadesh: Janadesh, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    answer = janadesh("check", str(tmp_path / "nothing"))

    assert answer.code == 2
    assert "nothing: there is no file in this folder" in answer.err


def test_the_report_shows_figures_that_differ_and_near_identical_articles(janadesh: Janadesh, folder: Path) -> None:
    answer = janadesh("check", str(folder), "--report")
    differing, copies = (answer.out.index(title) for title in ("Figures that differ", "Near-identical"))

    assert answer.code == 0
    assert "margin: Omar Abdullah, Budgam" in answer.out[differing:copies]
    assert "16,485" in answer.out[differing:copies]
    assert "two, one" in answer.out[copies:]


def test_the_report_is_json_for_programs(janadesh: Janadesh, folder: Path) -> None:
    told = json.loads(janadesh("check", str(folder), "--report", "--format", "json").out)

    assert [event["official"] for event in told["differing"]] == [18485]
    assert len(told["copies"]) == 1


def test_a_report_is_no_document(janadesh: Janadesh, folder: Path) -> None:
    answer = janadesh("check", str(folder), "--report", "--format", "html")

    assert (answer.code, answer.out) == (2, "")
    assert "table or json" in answer.err


def test_html_holds_all_articles(janadesh: Janadesh, folder: Path) -> None:
    page = janadesh("check", str(folder), "--format", "html").out

    assert page.startswith("<!doctype html>")
    assert 'id="article-2"' in page


def test_claimreview_names_publisher_and_page(janadesh: Janadesh, folder: Path) -> None:
    options = ("--publisher", "The Desk", "--page-url", "https://desk.example/1")
    answer = janadesh("check", str(folder / "one.txt"), "--format", "claimreview", *options)
    first = json.loads(answer.out)["@graph"][0]

    assert first["author"]["name"] == "The Desk"
    assert first["url"] == "https://desk.example/1#claim-1"


def test_claimreview_without_a_page_says_so(janadesh: Janadesh, folder: Path) -> None:
    answer = janadesh("check", str(folder / "one.txt"), "--format", "claimreview")

    assert "--page-url" in answer.err
    assert json.loads(answer.out)["@graph"][0]["url"] == "#claim-1"


def test_a_page_that_is_no_web_address_is_refused(janadesh: Janadesh, folder: Path) -> None:
    options = ("--format", "claimreview", "--page-url", "javascript:alert(1)")
    answer = janadesh("check", str(folder / "one.txt"), *options)

    assert (answer.code, answer.out) == (2, "")


def test_annotations_are_one_collection(janadesh: Janadesh, folder: Path) -> None:
    told = json.loads(janadesh("check", str(folder), "--format", "annotations").out)

    assert told["type"] == "AnnotationCollection"
    assert told["total"] == len(told["first"]["items"]) > 0


def test_an_item_of_a_feed_without_a_day_is_told_and_the_others_are_checked(janadesh: Janadesh, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    item = "<item><title>{}</title><guid>{}</guid>{}<description>Omar Abdullah won Budgam.</description></item>"
    dated = item.format("A", "a", "<pubDate>Mon, 14 Oct 2024 09:00:00 +0530</pubDate>")
    file.write_text(f"<rss><channel>{dated}{item.format('B', 'b', '')}</channel></rss>", encoding="utf-8")

    answer = janadesh("check", str(file), "--format", "jsonl")

    assert answer.code == 2
    assert "feed, item 2" in answer.err
    assert {json.loads(line)["article"] for line in answer.out.splitlines()} == {"a"}
