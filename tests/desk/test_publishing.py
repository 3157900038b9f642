"""The desk as static files: whole, without a server, and only touched where something changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from lxml import etree
from lxml import html
from starlette.staticfiles import StaticFiles

from janadesh.cli.publish import now_and_then
from janadesh.desk.publishing.addresses import Address
from janadesh.desk.publishing.addresses import Wanted
from janadesh.desk.publishing.addresses import relative
from janadesh.desk.publishing.publish import Asked
from janadesh.desk.publishing.publish import Publisher
from janadesh.desk.publishing.site_files import MOST_PAGES
from janadesh.desk.publishing.site_files import NAMESPACE
from janadesh.desk.publishing.site_files import sitemaps
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord
from janadesh.export.writing import NotWritten
from janadesh.record.book import Record
from tests.builders import ELECTION
from tests.builders import Stood
from tests.builders import record_of_seat
from tests.count import counted
from tests.desk.browsing import chromium
from tests.desk.browsing import served
from tests.desk.live_desk import count

BASE = "https://results.example/2024/"
SEAT = f"elections/{ELECTION}/constituencies/1/index.html"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with counted.small_record(tmp_path) as made:
        count(made, 1, "Araku")
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a published folder, to be read only."""
    folder = tmp_path_factory.mktemp("published")
    with counted.small_record(folder) as record:
        count(record, 1, "Araku")
        publisher(record, folder / "site", base_url=BASE).publish(silent)
    return folder / "site"


def publisher(record: Record, folder: Path, base_url: str | None = None, as_of: str | None = None) -> Publisher:
    return Publisher(record, folder, Asked(base_url=base_url, as_of=as_of))


def silent(_: int, __: int) -> None:
    return


def pages_of(site: Path) -> dict[str, html.HtmlElement]:
    return {
        file.relative_to(site).as_posix(): html.document_fromstring(file.read_bytes())
        for file in site.rglob("*.html")
        if ".janadesh" not in file.parts
    }


def test_every_link_and_part_of_a_page_is_there(site: Path) -> None:
    """The published folder is walked as a browser would walk it from a disk."""
    pages = pages_of(site)
    assert {"index.html", SEAT, f"hi/{SEAT}", "404.html"} <= pages.keys()
    checked = 0
    for name, page in pages.items():
        for element, attribute, link, _ in page.iterlinks():
            told = urlsplit(link)
            if told.scheme or told.netloc or name == "404.html":
                continue
            target = (site / name).parent / unquote(told.path) if told.path else site / name
            assert target.is_file(), f"{name} has a dead {attribute} of {element.tag}: {link}"
            if told.fragment and told.fragment != "main":
                there = pages[target.resolve().relative_to(site.resolve()).as_posix()]
                assert there.xpath("//*[@id=$part]", part=unquote(told.fragment)), f"{name}: {link}"
            checked += 1
    assert checked > 100


def test_page_of_what_is_not_there_works_in_every_folder(site: Path) -> None:
    page = pages_of(site)["404.html"]
    links = [link for *_, link, _ in page.iterlinks() if not urlsplit(link).scheme and not link.startswith("#")]
    assert links
    assert all(link.startswith("/2024/") for link in links)
    assert all((site / unquote(urlsplit(link).path).removeprefix("/2024/")).is_file() for link in links)


def test_nothing_that_needs_a_server_is_left(site: Path) -> None:
    for name, page in pages_of(site).items():
        assert not page.xpath("//form[@action or not(@data-filters)] | //*[@data-live] | //input[@type='range']"), name
        scripts = {script.get("src").partition("?")[0].rpartition("/")[2] for script in page.iter("script")}
        assert scripts <= {"table.js"}, name
        assert "desk.invalid" not in html.tostring(page, encoding="unicode")
    check = pages_of(site)["check/index.html"].text_content()
    assert "This part works on the desk itself, not in a published copy." in check


def test_strict_policy_stands_in_the_pages_themselves(site: Path) -> None:
    for page in pages_of(site).values():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy


def test_hindi_pages_stand_in_a_folder_of_their_own(site: Path) -> None:
    page = pages_of(site)[f"hi/{SEAT}"]
    assert page.get("lang") == "hi"
    assert "../../../../../hi/" not in html.tostring(page, encoding="unicode")
    assert list(page.xpath("//ul[@class='languages']//a/@href")) == [
        f"../../../../../{SEAT}",
    ]


def test_search_engines_are_told_of_every_page_but_the_cards(site: Path) -> None:
    listed = etree.parse(site / "sitemap.xml").xpath("//s:loc/text()", namespaces={"s": NAMESPACE})
    pages = {name for name in pages_of(site) if "embed/" not in name} - {"404.html"}
    assert {address.removeprefix(BASE) + "index.html" for address in listed} == pages
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text()


def test_more_pages_than_one_sitemap_may_list_are_listed_in_several() -> None:
    pages = [(f"{BASE}{number}/", "2024-10-08T00:00:00Z") for number in range(MOST_PAGES + 1)]
    files = dict(sitemaps(BASE, pages))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert etree.fromstring(files["sitemap.xml"]).tag == f"{{{NAMESPACE}}}sitemapindex"


def test_publishing_again_writes_nothing(record: Record, tmp_path: Path) -> None:
    first = publisher(record, tmp_path / "site").publish(silent)
    times = {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*") if file.is_file()}
    again = publisher(record, tmp_path / "site").publish(silent)
    assert first.written > 20
    assert (again.written, again.removed, again.unchanged) == (0, 0, first.written)
    assert times == {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*") if file.is_file()}


def test_only_what_a_count_changed_is_written(record: Record, tmp_path: Path) -> None:
    desk = publisher(record, tmp_path / "site")
    desk.publish(silent)
    before = desk.state()
    elsewhere = [SEAT.replace("/1/", "/2/"), f"api/v1/elections/{ELECTION}/constituencies/2/ballot.json"]
    times = [(tmp_path / "site" / file).stat().st_mtime_ns for file in elsewhere]
    count(record, 2, "Araku")
    assert desk.state() != before
    counts = desk.publish(silent)
    assert counts.unchanged > counts.written > 0
    assert "222" in (tmp_path / "site" / SEAT).read_text()
    assert times == [(tmp_path / "site" / file).stat().st_mtime_ns for file in elsewhere]


def test_pages_that_are_gone_are_taken_away_and_nothing_else(record: Record, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publisher(record, site, base_url=BASE).publish(silent)
    (site / "CNAME").write_text("results.example")
    (site / "elections" / "notes.txt").write_text("mine")
    (site / "sitemap.xml").write_text("changed by hand")
    counts = publisher(record, site).publish(silent)
    assert counts.left == ["sitemap.xml"]
    assert (site / "CNAME").read_text() == "results.example"
    assert (site / "elections" / "notes.txt").read_text() == "mine"
    counts = publisher(record, site, as_of="1990-01-01").publish(silent)
    assert counts.removed > 10
    assert not (site / SEAT).exists()
    assert not (site / SEAT).parent.exists()


def test_file_of_somebody_else_is_never_written_over(record: Record, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("my own page")
    with pytest.raises(NotWritten, match=r"index\.html is there and was not published"):
        publisher(record, site).publish(silent)
    assert [file.name for file in site.iterdir() if file.name != ".janadesh"] == ["index.html"]
    assert (site / "index.html").read_text() == "my own page"


def test_publishing_that_was_broken_off_goes_on_where_it_was(record: Record, tmp_path: Path) -> None:
    def pulled_out(done: int, _: int) -> None:
        if done > 20:
            raise KeyboardInterrupt

    desk = publisher(record, tmp_path / "site")
    with pytest.raises(KeyboardInterrupt):
        desk.publish(pulled_out)
    drawn = list((tmp_path / "site" / ".janadesh" / "drawn").rglob("*"))
    times = {file: file.stat().st_mtime_ns for file in drawn if file.is_file()}
    assert len(times) > 20

    def still_there(_: int, __: int) -> None:
        assert all(file.stat().st_mtime_ns == time for file, time in times.items())

    assert desk.publish(still_there).written > 20
    assert not list((tmp_path / "site" / ".janadesh" / "drawn").iterdir())
    assert (tmp_path / "site" / SEAT).is_file()


def test_copy_of_a_moment_says_so_and_knows_nothing_later(record: Record, tmp_path: Path) -> None:
    publisher(record, tmp_path / "site", as_of="2024-06-01").publish(silent)
    page = html.document_fromstring((tmp_path / "site" / SEAT).read_bytes())
    assert "As known on 1 June 2024." in page.find_class("moment")[0].text_content()
    assert "no votes yet" in page.text_content()


def test_without_an_address_nothing_pretends_to_have_one(record: Record, tmp_path: Path) -> None:
    publisher(record, tmp_path / "site").publish(silent)
    for page in pages_of(tmp_path / "site").values():
        assert not page.xpath("//meta[@property='og:image'] | //link[@rel='canonical']")
        assert not page.find_class("embedding")
    assert not (tmp_path / "site" / "sitemap.xml").exists()


def test_codes_of_cards_lead_to_the_published_cards(site: Path) -> None:
    page = pages_of(site)[SEAT]
    codes = [html.fromstring(code.text) for code in page.iter("textarea")]
    addresses = [frame.get("src") for code in codes for frame in code.iter("iframe")]
    assert addresses
    for address in addresses:
        assert address.startswith(BASE)
        assert (site / unquote(address.removeprefix(BASE)) / "index.html").is_file()


def test_unknown_election_and_unreadable_address_are_refused(record: Record, tmp_path: Path) -> None:
    with pytest.raises(NotInRecord):
        Publisher(record, tmp_path / "site", Asked(elections=("nowhere",)))
    with pytest.raises(Impossible, match="is no address of a folder"):
        publisher(record, tmp_path / "site", base_url="results.example")
    assert not (tmp_path / "site").exists()


def test_manifest_that_cannot_be_read_is_told(record: Record, tmp_path: Path) -> None:
    manifest = tmp_path / "site" / ".janadesh" / "published.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text("[]")
    with pytest.raises(NotWritten, match="cannot be read"):
        publisher(record, tmp_path / "site").publish(silent)


def test_hostile_names_stay_text_and_leave_no_folder(tmp_path: Path) -> None:
    stood = [Stood("<img src=x onerror=alert(1)>", "../../escape", 10), Stood("B", "a/b?c#d", 5)]
    with record_of_seat(tmp_path, '"><script>x</script>', stood) as record:
        publisher(record, tmp_path / "in" / "site", base_url=BASE).publish(silent)
    assert [file.name for file in (tmp_path / "in").iterdir()] == ["site"]
    for page in pages_of(tmp_path / "in" / "site").values():
        assert not page.xpath("//img | //script[not(@src)]")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/parties/in-nc", "parties/in-nc/index.html"),
        ("/parties/in-nc?election=a&lang=hi", "hi/parties/in-nc/election=a/index.html"),
        ("/people/..%2F..%2Fetc", "people/x-"),
        ("/people/%2E%2E", "people/x-"),
        ("/people/.hidden", "people/x-"),
        ("/people/" + "long" * 100, "people/x-"),
    ],
)
def test_address_becomes_a_file_below_the_folder(path: str, file: str) -> None:
    address = Wanted().address(path, "/")
    assert address is not None
    assert address.file("text/html").startswith(file)


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/",
        "/live/in-jk-2024/events",
        "/elections/in-jk-2024/step?step=1",
        "/elections/in-jk-2024?as_of=2024-08-28",
        "/api/v1/elections/in-jk-2024/changes",
        "/elections/in-other-2024",
        "/elections/in-jk-2024/share-seats?seats.in-nc=50",
    ],
)
def test_what_needs_a_server_or_was_not_asked_for_is_not_published(link: str) -> None:
    assert Wanted(frozenset({"in-jk-2024"})).address(link, "/elections/in-jk-2024") is None


def test_filter_of_the_table_is_kept_in_the_link_and_makes_no_page() -> None:
    address = Wanted().address("/elections/a?party=in-nc#constituencies", "/")
    assert address is not None
    assert address.whole == Address("/elections/a")
    assert (address.arranged, address.part) == ((("party", "in-nc"),), "constituencies")


@pytest.mark.parametrize(
    ("target", "file", "link"),
    [
        ("a/index.html", "index.html", "a/index.html"),
        ("index.html", "a/b/index.html", "../../index.html"),
        ("a/c/index.html", "a/b/index.html", "../c/index.html"),
        ("a/b/index.html", "a/b/index.html", "index.html"),
        ("a b/ü.html", "index.html", "a%20b/%C3%BC.html"),
    ],
)
def test_link_between_files_is_relative(target: str, file: str, link: str) -> None:
    assert relative(target, file) == link


def test_copy_works_from_a_disk_in_a_real_browser(site: Path) -> None:
    with chromium() as browser:
        page = browser.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.goto((site / "elections" / ELECTION / "index.html").as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).borderBottomStyle") == "solid"
        page.fill("[name=q]", "surat")
        assert page.locator("[data-contests] tbody tr:visible").count() == 1
        page.click("[data-contests] tbody tr:visible a >> nth=0")
        assert "Surat" in page.inner_text("h1")
        assert faults == []


def test_copy_at_a_plain_server_asks_for_nothing_elsewhere_and_misses_nothing(site: Path) -> None:
    """The folder is served below another address, as most hosts do, by what knows nothing of the desk."""
    server = FastAPI(openapi_url=None)
    server.mount("/2024", StaticFiles(directory=site, html=True))
    with served(server) as address, chromium() as browser:
        page = browser.new_page()
        asked: list[str] = []
        missed: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda response: missed.append(response.url) if response.status >= 400 else None)
        for path in ("", f"elections/{ELECTION}/", SEAT, f"hi/elections/{ELECTION}/", "sources/"):
            page.goto(f"{address}/2024/{path}")
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith(f"{address}/2024/")] == []
    assert missed == []


def test_progress_is_told_in_plain_lines_by_the_clock(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 4.0, 11.0, 11.0, 12.0])
    tell = now_and_then(lambda: next(seconds))
    for done in (1, 2, 3):
        tell(done, 9)
    assert capsys.readouterr().err == "2 of 9 drawn.\n"


def test_manifest_lists_every_file(site: Path) -> None:
    listed = json.loads((site / ".janadesh" / "published.json").read_text())["files"]
    there = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file() and ".janadesh" not in f.parts}
    assert listed.keys() == there
