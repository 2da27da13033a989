"""Reading a page as a browser does: its elements, its texts, its style and script."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "input", "col", "path", "rect"}


@dataclass
class Element:
    """An element with its attributes and everything in it."""

    tag: str
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Return the elements inside of that tag, if one is given, with those attributes."""
        found: list[Element] = []
        for part in self.parts:
            if isinstance(part, Element):
                if tag in ("", part.tag) and all(part.attributes.get(name) == value for name, value in attributes.items()):
                    found.append(part)
                found += part.all(tag, **attributes)
        return found

    def one(self, tag: str = "", **attributes: str) -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, **attributes)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag}: an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].parts.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().tag == tag, f"{tag} is closed where it is not open"

    def handle_data(self, data: str) -> None:
        self.stack[-1].parts.append(data)


def parse(page: str) -> Element:
    """Return the document, whose elements must all be closed in order."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert [element.tag for element in parser.stack] == [""]
    return parser.stack[0]


def check(page: str, *, may_send: bool = False) -> Element:
    """Check what holds of every page of ours, and return its document.

    Style and script are inside and allowed by their hash, nothing is fetched, no element has code or style of its own, every
    link inside the page leads somewhere, no id stands twice, headings go down one level at a time. Only a page that *may_send*
    has a form, and that one sends to where the page is from.
    """
    root = parse(page)
    policy = root.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    (script,) = [each for each in root.all("script") if each.attributes.get("type") != "application/json"]
    for kind, element in (("style", root.one("style")), ("script", script)):
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "url(" not in root.one("style").text
    assert "@import" not in root.one("style").text
    elements = root.all()
    assert {each.tag for each in elements} & {"link", "img", "iframe", "object", "embed", "base"} == set()
    assert len(root.all("form")) == int(may_send)
    assert ("form-action 'self'" if may_send else "form-action 'none'") in policy
    for each in elements:
        assert not {name for name in each.attributes if name.startswith("on") or name in ("style", "src", "srcset")}
    ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    inside = {each.attributes["href"][1:] for each in root.all("a") if each.attributes["href"].startswith("#")}
    assert inside <= set(ids)
    levels = [int(each.tag[1]) for each in elements if each.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert page.endswith("</html>\n")
    return root
