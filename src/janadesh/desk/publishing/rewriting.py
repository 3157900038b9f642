"""A page of the desk made into one that stands without it: links by files, and nothing that asks a server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field

from lxml import html

from janadesh.desk.publishing.addresses import ON_DESK
from janadesh.desk.publishing.addresses import is_elsewhere
from janadesh.desk.safety import POLICY

SCRIPTS = frozenset({"table.js"})
"""The scripts that need no server."""

_POLICY = "; ".join(part for part in POLICY.split("; ") if not part.startswith(("frame-ancestors", "connect-src")))
_OF_LINKS = ("href", "target", "rel", "hreflang", "aria-label", "aria-current", "tabindex", "download")
_SVG_PARTS = frozenset({"svg", "g", "path", "circle"})

LinkTo = Callable[[str], str | None]
"""Gives the link to write for one of the desk's; None where its target is not published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """
    How pages are rewritten.

    - `moment`: stands where the moment is chosen. `needs_desk`: stands where a form was.
    - `whole`: gives the full address of what a link leads to, for other sites; None where no host is known.
    """

    moment: str
    needs_desk: str
    whole: Callable[[str], str | None]
    scripts: frozenset[str] = field(default=SCRIPTS)

    def rewritten(self, body: bytes, link_to: LinkTo, canonical: str | None) -> bytes:
        """
        Rewrite a page.

        Args:
            body: the page as the desk draws it.
            link_to: gives the links of this page.
            canonical: its own full address, where one is known.
        """
        page = html.document_fromstring(body)
        self._without_server(page)
        self._for_other_sites(page, canonical)
        for element, attribute, link, _ in list(page.iterlinks()):
            if attribute is None or link.startswith("#") or is_elsewhere(link):
                continue
            new = link_to(link)
            if new is not None:
                element.set(attribute, new)
            else:
                _unlink(element)
        return bytes(html.tostring(page, doctype="<!doctype html>", encoding="utf-8")) + b"\n"

    def _without_server(self, page: html.HtmlElement) -> None:
        for script in page.xpath("//script[@src]"):
            if script.get("src").partition("?")[0].rpartition("/")[2] not in self.scripts:
                script.drop_tree()
        for box in page.xpath("//*[@data-live or @data-needs-server]"):
            box.drop_tree()
        for aside in page.find_class("moment"):
            _replace(
                aside, html.fragment_fromstring(f'<aside class="moment"><p class="wide">{self.moment}</p></aside>')
            )
        is_told = False
        for form in page.xpath("//form"):
            if form.get("data-filters") is not None:
                # its script filters by itself, and shows it again
                form.attrib.pop("action", None)
                form.set("hidden", "hidden")
            elif is_told:
                form.drop_tree()
            else:
                _replace(form, html.fragment_fromstring(f'<p class="note needs-desk">{self.needs_desk}</p>'))
                is_told = True

    def _for_other_sites(self, page: html.HtmlElement, canonical: str | None) -> None:
        head = page.head
        head.insert(1, html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}))
        if canonical:
            head.append(html.Element("link", {"rel": "canonical", "href": canonical}))
        for picture in page.xpath('//meta[@property="og:image"]'):
            whole = self.whole(picture.get("content"))
            if whole is None:
                picture.drop_tree()
            else:
                picture.set("content", whole)
        for box in page.find_class("embedding"):
            codes = {code: self._with_full_address(code.text or "") for code in box.iter("textarea")}
            if None in codes.values():
                box.drop_tree()
                continue
            for code, text in codes.items():
                code.text = text

    def _with_full_address(self, code: str) -> str | None:
        address = ON_DESK.search(code)
        whole = self.whole(address[1]) if address else None
        return None if whole is None else ON_DESK.sub(whole, code)


def _replace(old: html.HtmlElement, new: html.HtmlElement) -> None:
    new.tail = old.tail
    old.getparent().replace(old, new)


def _unlink(element: html.HtmlElement) -> None:
    if element.tag != "a":
        element.drop_tree()
        return
    parent = element.getparent()
    if parent.tag == "li" and parent.getparent().get("class") in {"foot-links", "languages"}:
        parent.drop_tree()
        return
    if "go" in element.classes or (parent.tag == "p" and len(parent) == 1 and not _words_beside(element)):
        # a button, or a line of its own, says nothing where it leads nowhere
        (element if "go" in element.classes else parent).drop_tree()
        return
    in_drawing = any(child.tag in _SVG_PARTS for child in element)
    element.tag = "g" if in_drawing else "span"
    for name in _OF_LINKS:
        element.attrib.pop(name, None)


def _words_beside(element: html.HtmlElement) -> str:
    return f"{element.getparent().text or ''}{element.tail or ''}".strip()
