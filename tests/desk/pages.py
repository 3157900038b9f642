"""Reading a page as its reader does: its text without tags, its tables row by row."""

from __future__ import annotations

from lxml import html


def text_of(page: str, selector: str = "main") -> str:
    """Give the text of the first element that an XPath-free selector (a tag or `#id`) names, blanks made one."""
    root = html.fromstring(page)
    found = root.get_element_by_id(selector[1:]) if selector.startswith("#") else root.find(f".//{selector}")
    assert found is not None, f"the page has no {selector}"
    return " ".join(found.text_content().split())


def rows_of(page: str, table_class: str, part: str = "tbody") -> list[list[str]]:
    """Give the cells of the rows of the first table of a class, or of its `tfoot`; hidden rows are left out."""
    root = html.fromstring(page)
    tables = [table for table in root.iter("table") if table_class in table.get("class", "").split()]
    assert tables, f"the page has no table of class {table_class}"
    rows = [row for row in tables[0].find(part) if "hidden" not in row.attrib]
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def article_of(page: str) -> str:
    """Give the checked article's text as it is shown, without the badges at its marks."""
    (article,) = html.fromstring(page).find_class("article")
    for badge in article.find_class("badge"):
        badge.drop_tree()
    return str(article.text_content())


def marks_of(page: str) -> list[str]:
    """Give the runs of the article's text that are marked, in order."""
    return [mark.text_content() for mark in html.fromstring(page).iter("mark")]


def column(rows: list[list[str]], place: int) -> list[str]:
    """Give one column of rows."""
    return [row[place] for row in rows]


def links_of(page: str) -> list[str]:
    """Give every address that the page links to."""
    return [
        link for _, attribute, link, _ in html.fromstring(page).iterlinks() if attribute in ("href", "src", "action")
    ]
