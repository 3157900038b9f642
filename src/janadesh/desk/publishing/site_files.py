"""The files of a site that no page is: what robots may read, and the list of pages for search engines."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_PAGES = 50_000
"""So many pages one sitemap may list."""

Pages = Sequence[tuple[str, str]]
"""Full addresses, each with the instant at which the page last changed."""


def robots(base: str | None) -> bytes:
    """
    Let everybody read everything, and say where the sitemap is, which takes a full address.

    Source of the format: RFC 9309.
    """
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {base}sitemap.xml"] if base else [])]
    return "\n".join(lines).encode() + b"\n"


def sitemaps(base: str, pages: Pages) -> list[tuple[str, bytes]]:
    """
    Write the sitemap: one file, or an index of several where one may not hold all pages.

    Source of the format: sitemaps.org, protocol 0.9.
    """
    parts = [pages[begin : begin + MOST_PAGES] for begin in range(0, len(pages), MOST_PAGES)] or [pages]
    if len(parts) == 1:
        return [("sitemap.xml", _listed("urlset", "url", pages))]
    files = [(f"sitemap-{number}.xml", _listed("urlset", "url", part)) for number, part in enumerate(parts, 1)]
    latest = [(base + name, max(changed for _, changed in part)) for (name, _), part in zip(files, parts, strict=True)]
    return [("sitemap.xml", _listed("sitemapindex", "sitemap", latest)), *files]


def _listed(root: str, item: str, pages: Pages) -> bytes:
    listed = etree.Element(root, {}, {None: NAMESPACE})
    for address, changed in pages:
        one = etree.SubElement(listed, item)
        etree.SubElement(one, "loc").text = address
        etree.SubElement(one, "lastmod").text = changed
    return bytes(etree.tostring(listed, xml_declaration=True, encoding="UTF-8", pretty_print=True))
