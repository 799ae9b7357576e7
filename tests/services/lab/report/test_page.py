"""The report stands alone: no script, no request, hostile names stay words, everything that was found is told."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from engine.services.lab.command import command_of
from engine.services.lab.found import LabRun
from engine.services.lab.report.page import to_html

ELEMENTS = {"html", "head", "meta", "title", "style", "body", "main", "header", "section", "div", "h1", "h2", "h3", "p",
            "span", "figure", "figcaption", "svg", "text", "line", "rect", "circle", "path", "polygon", "table",
            "caption", "thead", "tbody", "tr", "th", "td", "small", "strong", "code", "pre", "ul", "li"}  # fmt: skip
HOSTILE = "</title></style><script>alert(1)</script><img src=x onerror='alert(2)'>\"' & {{7*7}} \x00\x1b]"


class Read(HTMLParser):
    """Every element, attribute and text of a page; an element left open or closed twice is an error."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(page.decode())
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self.handle_starttag(tag, attrs)
        self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """The last one opened must end."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """What a reader sees."""
        self.text.append(data)


def test_the_report_needs_nothing_else(found: LabRun) -> None:
    """It is mailed, archived and opened without a network."""
    page = to_html(found)
    read = Read(page)
    assert read.elements <= ELEMENTS
    assert [each for each in read.attributes if each[0].startswith("on") or each[0] in ("src", "href", "style")] == []
    assert set(re.findall(r"https?://[^\s\"'<]*", page.decode())) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|@font-face", page.decode())
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'") in (
        read.attributes
    )


def test_hostile_names_stay_words(found: LabRun) -> None:
    """A label, a file's name, a quote currency come from anywhere."""
    market = replace(found.sources.market, quote=HOSTILE)
    sources = replace(found.sources, source=HOSTILE, market=market, versions=((HOSTILE, HOSTILE),), is_file=True)
    request = replace(found.request, symbol=HOSTILE)
    read = Read(to_html(replace(found, sources=sources, request=request), HOSTILE, HOSTILE))
    assert read.elements <= ELEMENTS
    assert [each for each in read.attributes if each[0].startswith("on") or each[0] == "src"] == []
    told = HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")
    assert sum(told in each for each in read.text) >= 6


def test_everything_that_was_found_is_told(found: LabRun) -> None:
    """Verdict, reasons, both maps, luck, folds, settings, digests, and how to make it again."""
    words = Read(to_html(found, "wide bands", "abc12345")).text
    told = " ".join(words)
    verdict, proof = found.verdict, found.evidence
    for each in (verdict.badge, verdict.headline, verdict.second_line, *verdict.reasons, *verdict.what_would_change,
                 found.sources.candles, found.sources.code, command_of(found), "wide bands", "abc12345", "On the past",
                 "Held back", f"{proof.luck.hits} of 19 lucky bests reach it"):  # fmt: skip
        assert each in told, each
    assert proof.walk is not None
    for fold in proof.walk.folds:
        assert f"{fold.out_of_sample_sharpe or 0.0:.2f}".replace("-", "−") in told


def test_every_configuration_has_its_cell_and_both_marks_are_there(found: LabRun) -> None:
    """Six configurations, two maps."""
    page = to_html(found).decode()
    past, held = page.split("<svg")[1:3]
    for drawing in (past, held):
        assert drawing.count("<rect") == 6 + 21  # and the scale's colours
        assert drawing.count("<polygon") == drawing.count("<circle") == 2


def test_without_a_part_held_back_there_is_one_map(found: LabRun) -> None:
    """Nothing is drawn that was not computed."""
    alone = replace(
        found, held=None, best=replace(found.best, held=None), bot=replace(found.bot, held=None), ahead=None
    )
    told = " ".join(Read(to_html(alone)).text)
    assert "Held back" in told  # the line that says: nothing
    assert "held-back return" not in told
    assert "The week after" not in told


@pytest.mark.parametrize("name", ["page", "ink", "m0", "m20"])
def test_both_themes_define_every_colour_that_is_used(found: LabRun, name: str) -> None:
    """A variable that is not there is black on black."""
    page = to_html(found).decode()
    style = page.split("<style>")[1].split("</style>")[0]
    light, dark = style.split("@media screen and (prefers-color-scheme:dark)")
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", page))
    for theme in (light, dark.split("}")[0]):
        assert used <= set(re.findall(r"--([a-z0-9-]+):#", theme))
    assert name in used
