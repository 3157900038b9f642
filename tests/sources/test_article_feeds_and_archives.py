"""Articles of feeds and archives: each item stands for itself, and what is left out is told."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest

from janadesh.errors import JanadeshError
from janadesh.sources.article import Article
from janadesh.sources.article import NoDate
from janadesh.sources.article_feed import BrokenFeed
from janadesh.sources.article_warc import MOST_PAGE_BYTES
from janadesh.sources.article_warc import BrokenArchive
from janadesh.sources.article_warc import PageTooLarge
from janadesh.sources.articles import each_article
from janadesh.sources.articles import parse_articles
from janadesh.sources.articles import read_articles
from janadesh.sources.text_file import BinaryFile

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>Omar wins Budgam &amp; Ganderbal</title><link>https://news.example/1</link>
 <guid>first</guid><pubDate>Wed, 09 Oct 2024 00:30:00 +0530</pubDate>
 <description>A short summary</description>
<content:encoded><![CDATA[<p>Omar Abdullah <b>won</b> Budgam.</p><script>x()</script><p>उमर जीते</p>]]></content:encoded>
</item>
<item><title>Undated</title><link>https://news.example/2</link><description>Omar won.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>urn:x:1</id><title>Count</title>
<updated>2024-10-08T18:30:02Z</updated><summary>Omar leads in Budgam</summary></entry></feed>"""


def page(
    day: str | None, text: str = "Omar Abdullah won Budgam by 18,485 votes, the Election Commission said."
) -> bytes:
    meta = f'<meta property="article:published_time" content="{day}T15:00:00+05:30">' if day else ""
    return f"<html><head>{meta}</head><body><article><h1>Result</h1><p>{text}</p></article></body></html>".encode()


def archive(path: Path, *pages: tuple[str, str, str, bytes]) -> Path:
    """Write an archive of pages: address, media type, status, content."""
    http = pytest.importorskip("warcio.statusandheaders", reason="needs warcio: pip install 'janadesh[corpus]'")
    writer = pytest.importorskip("warcio.warcwriter")
    with path.open("wb") as file:
        warc = writer.WARCWriter(file, gzip=path.suffix == ".gz")
        for url, media_type, status, content in pages:
            headers = http.StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
            record = warc.create_warc_record(url, "response", payload=io.BytesIO(content), http_headers=headers)
            warc.write_record(record)
    return path


def two_pages(path: Path) -> Path:
    return archive(
        path,
        ("https://news.example/1", "text/html; charset=utf-8", "200 OK", page("2024-10-08")),
        ("https://news.example/2", "text/html", "200 OK", page("2024-10-09")),
    )


def read(path: Path) -> tuple[list[Article], list[JanadeshError]]:
    set_aside: list[JanadeshError] = []
    return read_articles(path, set_aside=set_aside.append), set_aside


def test_an_item_is_its_title_and_its_fullest_text_without_markup() -> None:
    (article,) = parse_articles(RSS, "feed", None, lambda _: None)

    assert article.text == "Omar wins Budgam & Ganderbal\n\nOmar Abdullah won Budgam.\nउमर जीते"
    assert (article.id, article.url) == ("first", "https://news.example/1")


def test_an_item_is_of_the_day_in_its_own_time_zone() -> None:
    (article,) = parse_articles(RSS, "feed", None, lambda _: None)

    assert article.written_on == dt.date(2024, 10, 9)


def test_an_atom_entry_is_of_the_day_it_was_updated_where_it_says_no_other() -> None:
    (article,) = parse_articles(ATOM, "feed")

    assert (article.id, article.written_on) == ("urn:x:1", dt.date(2024, 10, 8))


def test_an_item_without_a_day_is_set_aside_and_told() -> None:
    set_aside: list[JanadeshError] = []
    parse_articles(RSS, "feed", None, set_aside.append)

    assert [type(reason) for reason in set_aside] == [NoDate]
    assert "feed, item 2" in str(set_aside[0])
    with pytest.raises(NoDate):
        parse_articles(RSS, "feed")


def test_two_items_with_one_id_stay_apart() -> None:
    doubled = ATOM.replace("</feed>", ATOM[ATOM.index("<entry>") :])

    assert [article.id for article in parse_articles(doubled, "feed")] == ["urn:x:1", "feed-2"]


def test_a_feed_in_another_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "old.xml"
    text = RSS.replace("utf-8", "ISO-8859-1").replace("उमर जीते", "à Srinagar")
    file.write_bytes(text.encode("iso-8859-1"))

    assert read(file)[0][0].text.endswith("à Srinagar")


@pytest.mark.parametrize("feed", ["<rss>", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "<rss/>"])
def test_a_feed_without_an_item_is_refused(feed: str) -> None:
    with pytest.raises(BrokenFeed, match="no item"):
        parse_articles(feed, "feed")


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_an_archives_pages_are_articles_by_their_address(tmp_path: Path, name: str) -> None:
    articles, set_aside = read(two_pages(tmp_path / name))

    assert [article.id for article in articles] == ["https://news.example/1", "https://news.example/2"]
    assert [article.written_on.day for article in articles] == [8, 9]
    assert "18,485 votes" in articles[0].text
    assert set_aside == []


def test_what_is_no_page_is_passed_over_and_a_page_without_a_day_is_told(tmp_path: Path) -> None:
    file = archive(
        tmp_path / "crawl.warc.gz",
        ("https://news.example/photo", "image/png", "200 OK", b"\x89PNG"),
        ("https://news.example/gone", "text/html", "404 Not Found", page("2024-10-08")),
        ("https://news.example/about", "text/html", "200 OK", page(None)),
        ("https://news.example/1", "text/html", "200 OK", page("2024-10-08")),
    )
    articles, set_aside = read(file)

    assert [article.id for article in articles] == ["https://news.example/1"]
    assert [type(reason) for reason in set_aside] == [NoDate]
    assert "https://news.example/about" in str(set_aside[0])


def test_a_page_that_was_crawled_twice_is_two_articles(tmp_path: Path) -> None:
    again = ("https://news.example/1", "text/html", "200 OK", page("2024-10-08"))
    articles, _ = read(archive(tmp_path / "crawl.warc", again, again))

    assert [article.id for article in articles] == ["https://news.example/1", "https://news.example/1 (2)"]


def test_a_page_too_large_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    file = archive(
        tmp_path / "crawl.warc.gz",
        ("https://news.example/large", "text/html", "200 OK", b" " * (MOST_PAGE_BYTES + 1)),
        ("https://news.example/1", "text/html", "200 OK", page("2024-10-08")),
    )
    articles, set_aside = read(file)

    assert [article.id for article in articles] == ["https://news.example/1"]
    assert [type(reason) for reason in set_aside] == [PageTooLarge]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
@pytest.mark.parametrize("lost", [60, 200, 300])
def test_an_archive_that_breaks_off_is_told_after_what_could_be_read(tmp_path: Path, name: str, lost: int) -> None:
    file = two_pages(tmp_path / name)
    file.write_bytes(file.read_bytes()[:-lost])
    read_so_far: list[str] = []

    def read_on() -> None:
        read_so_far.extend(article.id for article in each_article(file))

    with pytest.raises(BrokenArchive, match="cannot be read further"):
        read_on()
    assert read_so_far == ["https://news.example/1"]


def test_a_page_without_its_address_breaks_an_archive_off(tmp_path: Path) -> None:
    """Found by fuzzing."""
    file = two_pages(tmp_path / "a.warc")
    file.write_bytes(
        file.read_bytes().replace(b"WARC-Target-URI: https://news.example/2", b"X-Lost: https://news.example/2")
    )

    with pytest.raises(BrokenArchive, match="further than its first 1 pages: a record has no address"):
        read(file)


def test_a_page_longer_than_any_file_breaks_an_archive_off(tmp_path: Path) -> None:
    """Found by fuzzing."""
    file = two_pages(tmp_path / "a.warc")
    first, length, second = file.read_bytes().rpartition(b"Content-Length: ")
    file.write_bytes(first + length + b"99999999999999999999" + second.lstrip(b"0123456789"))

    with pytest.raises(BrokenArchive, match=r"further than its first 1 pages: .*length"):
        read(file)


def test_a_gzip_file_that_is_no_archive_is_binary(tmp_path: Path) -> None:
    file = tmp_path / "notes.gz"
    file.write_bytes(b"\x1f\x8b\x08\x00rest")

    with pytest.raises(BinaryFile):
        read_articles(file)
