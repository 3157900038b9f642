"""Small archives for tests: the same three articles and three bad documents in each format."""

from __future__ import annotations

import io
import json
from pathlib import Path

import polars as pl
import pytest

GOOD = (
    ("one", "2024-10-08", "Omar Abdullah won Budgam by 18,485 votes. The BJP won 29 seats in Jammu and Kashmir."),
    ("two", "2024-10-09", "Omar Abdullah won Budgam by 16,485 votes."),
    ("three", "2024-10-10", "Nothing in this report can be checked."),
)


def json_lines(path: Path, times: int = 1) -> Path:
    """Write the articles as JSON lines, and after them a line that is no JSON, one without text, one without day."""
    rows = [{"id": f"{name}-{n}", "date": day, "text": text} for n in range(times) for name, day, text in GOOD]
    lines = [json.dumps(row) for row in rows]
    path.write_text("\n".join([*lines, "no JSON", '{"id": "x"}', '{"text": "undated"}', ""]), encoding="utf-8")
    return path


def parquet(path: Path) -> Path:
    """Write the articles as Parquet, one a row group, with rows that lack the text or the day."""
    rows = [{"id": name, "date": day, "text": text} for name, day, text in GOOD]
    bad = [{"id": "x", "date": "2024-10-08", "text": None}, {"id": "y", "date": None, "text": "undated"}]
    pl.DataFrame(rows + bad).write_parquet(path, row_group_size=1)
    return path


def warc(path: Path) -> Path:
    """Write the articles as pages of an archive, with a page that has no day."""
    http = pytest.importorskip("warcio.statusandheaders", reason="needs warcio: pip install 'janadesh[corpus]'")
    writer = pytest.importorskip("warcio.warcwriter")
    with path.open("wb") as file:
        to = writer.WARCWriter(file, gzip=True)
        for name, day, text in [*GOOD, ("undated", None, "Omar Abdullah won Budgam by 18,485 votes.")]:
            meta = f'<meta property="article:published_time" content="{day}T15:00:00+05:30">' if day else ""
            content = f"<html><head>{meta}</head><body><article><p>{text} {'More. ' * 40}</p></article></body></html>"
            headers = http.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            record = to.create_warc_record(
                f"https://news.example/{name}", "response", payload=io.BytesIO(content.encode()), http_headers=headers
            )
            to.write_record(record)
    return path
