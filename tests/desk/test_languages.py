"""The desk in Hindi: a whole catalogue, no English of the desk's own on its pages, and links that keep the language."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path

import pytest
from babel.dates import get_month_names
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from lxml import html
from starlette.testclient import TestClient

from janadesh.desk import language
from janadesh.desk.days import months
from janadesh.desk.language import best_language
from janadesh.desk.language import texts_in
from tests.desk.pages import text_of

ELECTION = "/elections/in-jk-2024"
PAGES = (
    "/",
    ELECTION,
    f"{ELECTION}?as_of=2024-08-22",
    f"{ELECTION}/constituencies/27",
    f"{ELECTION}/constituencies/27?as_of=2024-09-20",
    f"{ELECTION}/timeline",
    f"{ELECTION}/compare",
    f"{ELECTION}/compare?then=2024-08-22",
    f"{ELECTION}/sources",
    f"{ELECTION}/projection",
    f"{ELECTION}/share-seats",
    f"{ELECTION}/government",
    "/elections/in-ls-2024",
    "/parties/in-nc",
    "/alliances/in-india",
    "/people/omar-abdullah",
    "/parties",
    "/alliances",
    "/people",
    "/sources",
    "/ledger",
    "/about-the-numbers",
    "/check",
    "/check?example=1",
    f"/embed{ELECTION}",
    f"/embed{ELECTION}/constituencies/27",
    "/nowhere",
)
PO = language.CATALOGUES / "hi" / "LC_MESSAGES" / "desk.po"
ROOT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"%\((\w+)\)|\{(\w+)\}")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
NOT_ENGLISH = {"CSV", "Janadesh", "JSON", "SHA", "UTC"}
"""Latin words that a Hindi page has all the same."""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="hi")


def in_hindi(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang=hi"


def test_every_text_has_a_translation(catalogue: Catalog) -> None:
    without = [message.id for message in catalogue if message.id and not all(_strings(message.string))]
    assert without == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_catalogue_has_just_the_texts_of_pages_and_code(catalogue: Catalog) -> None:
    """A text that is new or was changed is brought in by `make messages`, and then translated."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {mapping["pattern"]: _options(mapping) for mapping in mappings}
    found = {
        (context, message)
        for _, _, message, _, context in extract_from_dir(
            ROOT / "src/janadesh/desk", method_map=methods, options_map=options
        )
    }
    kept = {(message.context, message.id) for message in catalogue if message.id}
    assert {text for text in found if text not in kept} == set()
    assert {text for text in kept if text not in found} == set()


def test_compiled_catalogue_is_that_of_the_translations(catalogue: Catalog) -> None:
    made = io.BytesIO()
    write_mo(made, catalogue)
    assert made.getvalue() == PO.with_suffix(".mo").read_bytes(), "run `make messages`"


def test_translations_keep_the_values_that_are_put_into_them(catalogue: Catalog) -> None:
    for message in catalogue:
        if not message.id:
            continue
        wanted = _placeholders(_strings(message.id)[-1])
        for string in _strings(message.string):
            assert _placeholders(string) - {"num"} == wanted - {"num"}, message.id


def test_months_are_those_of_the_common_locale_data() -> None:
    assert list(months(texts_in("hi"))) == list(get_month_names("wide", locale="hi").values())


@pytest.mark.parametrize("path", PAGES)
def test_page_in_hindi_says_nothing_in_english_but_what_is_marked_so(desk: TestClient, path: str) -> None:
    page = desk.get(in_hindi(path))
    root = html.fromstring(page.text)
    assert root.get("lang") == "hi"
    assert page.headers["content-language"] == "hi"
    left = {
        word
        for element in root.find("body").iter()
        if isinstance(element.tag, str) and not _is_marked(element)
        for text in (element.text, *(child.tail for child in element))
        for word in LATIN_WORD.findall(text or "")
    }
    assert left - NOT_ENGLISH == set()


def test_names_are_those_that_the_record_knows_in_hindi(desk: TestClient) -> None:
    page = desk.get(in_hindi(ELECTION)).text
    assert "नेकां नीत इंडिया गठबंधन को 90 सीटों में से 49 पर जीत" in text_of(page, "h1")
    assert '<span lang="en">' in page


def test_figures_keep_their_digits_and_groups(desk: TestClient) -> None:
    assert "88,23,899" in text_of(desk.get(in_hindi(ELECTION)).text)


def test_browser_that_prefers_hindi_gets_it(desk: TestClient) -> None:
    page = desk.get("/", headers={"Accept-Language": "hi-IN,hi;q=0.9,en;q=0.8"})
    assert html.fromstring(page.text).get("lang") == "hi"
    assert "Accept-Language" in page.headers["vary"]


def test_address_that_names_a_language_wins_over_the_browser(desk: TestClient) -> None:
    page = desk.get("/?lang=en", headers={"Accept-Language": "hi"})
    assert html.fromstring(page.text).get("lang") == "en"


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [("", "en"), ("*", "en"), ("fr", "en"), ("en-GB,hi;q=0.5", "en"), ("fr,hi;q=0.4", "hi"), (";;q=x,,", "en")],
)
def test_language_is_the_best_of_those_that_a_browser_wants(accepted: str, chosen: str) -> None:
    assert best_language(accepted) == chosen


def test_unknown_language_is_that_of_the_browser(desk: TestClient) -> None:
    assert html.fromstring(desk.get("/?lang=tlh").text).get("lang") == "en"


def test_moment_and_language_are_carried_together(desk: TestClient) -> None:
    root = html.fromstring(desk.get(f"{ELECTION}?as_of=2024-08-22&lang=hi").text)
    inside = [link for link in root.xpath("//main//a/@href") if link.startswith(("/elections/", "/parties/"))]
    assert inside
    assert all("lang=hi" in link and "as_of=2024-08-22" in link for link in inside)


def test_every_link_of_a_page_keeps_its_language(desk: TestClient) -> None:
    for path in PAGES:
        root = html.fromstring(desk.get(in_hindi(path)).text)
        links = [link for link in root.xpath("//a/@href") if link.startswith("/") and not link.startswith("/api/")]
        assert [link for link in links if "lang=hi" not in link] == [], path


def test_every_form_of_a_page_keeps_its_language(desk: TestClient) -> None:
    for path in PAGES:
        for form in html.fromstring(desk.get(in_hindi(path)).text).forms:
            assert "lang=hi" in (form.action or "") or form.fields.get("lang") == "hi", (path, form.action)


def test_redirect_keeps_moment_and_language(desk: TestClient) -> None:
    sent = desk.get("/parties/BJP?lang=hi&as_of=2024-10-08", follow_redirects=False)
    assert sent.status_code == 308
    assert "lang=hi" in sent.headers["location"]
    assert "as_of=2024-10-08" in sent.headers["location"]


def test_switch_leads_to_the_same_page_in_the_other_language(desk: TestClient) -> None:
    root = html.fromstring(desk.get(f"{ELECTION}?sort=margin&as_of=2024-10-09").text)
    (switch,) = root.find_class("languages")[0].xpath(".//a")
    assert switch.text == "हिन्दी"
    assert switch.get("hreflang") == "hi"
    assert dict(pair.split("=") for pair in switch.get("href").removeprefix("?").split("&")) == {
        "sort": "margin",
        "as_of": "2024-10-09",
        "lang": "hi",
    }


def test_parts_of_a_running_count_are_in_the_language_of_the_page(desk: TestClient) -> None:
    """The parts that many open pages ask for at once are kept, but each language's apart."""
    asked = f"{ELECTION}?fragment=headline"
    english, hindi = desk.get(asked).text, desk.get(in_hindi(asked)).text
    assert "wins 49 of 90 seats" in english
    assert "90 सीटों में से 49 पर जीत" in hindi
    assert desk.get(asked).text == english


def _options(mapping: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in mapping.items() if name not in ("method", "pattern")}


def _strings(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


def _placeholders(text: str) -> set[str]:
    return {one or other for one, other in PLACEHOLDER.findall(text)}


def _is_marked(element: html.HtmlElement) -> bool:
    # code is of no language; drawings' titles and choices hold names as plain text, text fields the reader's words
    plain = {"code", "option", "script", "textarea", "title"}
    return any(one.get("lang") == "en" or one.tag in plain for one in (element, *element.iterancestors()))
