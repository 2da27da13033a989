"""The pages in a real browser: choosing with mouse and keyboard, without script, on a phone, printed, searched."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

from summarizer import Digest, Digester, collection, reading
from summarizer.collection import write_index
from summarizer.rendering import as_html
from summarizer.types import Source
from tests.conftest import ROOT
from tests.test_html import HOSTILE
from tests.test_index import digest, fill

ARTICLE = ROOT / "samples" / "fr" / "depeche_agence.txt"
CHOSEN = {"light": "rgb(255, 223, 128)", "dark": "rgb(77, 62, 8)"}
MONTHS = {"Titre 0": "Septembre 2024", "Titre 1": "Août 2024", "Titre 2": "Juillet 2024"}


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    """Return a Chromium without a window, or skip where there is none; where tests are run for good there must be one."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (program and driver):
        if os.environ.get("CI"):
            pytest.fail("chromium and chromium-driver are not installed")
        pytest.skip("chromium and chromium-driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in (
        "headless=new",
        "no-sandbox",
        "disable-dev-shm-usage",
        "force-prefers-reduced-motion",
        "window-size=1280,900",
    ):
        options.add_argument(f"--{argument}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield chrome
    chrome.quit()


@pytest.fixture(scope="module")
def made() -> Digest:
    return Digester().digest(reading.read(ARTICLE))


@pytest.fixture(scope="module")
def address(made: Digest, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "digest.html"
    path.write_text(as_html(made), encoding="utf-8")
    return path.as_uri()


def show(browser: webdriver.Chrome, address: str, *, width: int = 1280, scheme: str = "light") -> None:
    """Open *address* anew in a window of *width* pixels."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    browser.get("about:blank")
    browser.get(address)


def find(browser: webdriver.Chrome, selector: str) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, selector)


def lit(browser: webdriver.Chrome, scheme: str = "light") -> str:
    """Return the text of the article that is lit up."""
    return "".join(
        each.get_property("textContent")  # type: ignore[misc]
        for each in find(browser, "#text mark, #text .term")
        if each.value_of_css_property("background-color").replace("rgba", "rgb").replace(", 1)", ")") == CHOSEN[scheme]
    )


def evidence(made: Digest, number: int) -> str:
    return "".join(span.of(made.document.text) for span in sorted(made.key_points[number - 1].line.evidence))


def is_seen(browser: webdriver.Chrome, element: WebElement) -> bool:
    script = "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"
    return bool(browser.execute_script(script, element))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_choosing_a_key_point_shows_its_sentences(browser: webdriver.Chrome, made: Digest, address: str, scheme: str) -> None:
    show(browser, address, scheme=scheme)
    assert lit(browser, scheme) == ""
    for number in (4, 2):
        (point,) = find(browser, f'.line[href="#k{number}"]')
        point.click()
        assert lit(browser, scheme) == evidence(made, number)
        assert is_seen(browser, find(browser, f"mark.k{number}")[0])
        pressed = [each.get_attribute("href") for each in find(browser, '[aria-pressed="true"]')]
        assert [re.sub(".*#", "", each or "") for each in pressed] == [f"k{number}"]
    find(browser, '.line[href="#k2"]')[0].click()
    assert lit(browser, scheme) == ""
    assert find(browser, '[aria-pressed="true"]') == []


@pytest.mark.parametrize("key", [Keys.ENTER, Keys.SPACE])
def test_the_keyboard_chooses_and_lets_go(browser: webdriver.Chrome, made: Digest, address: str, key: str) -> None:
    show(browser, address)
    body = find(browser, "body")[0]
    for _ in range(4):
        body.send_keys(Keys.TAB)
        body = browser.switch_to.active_element
    assert (body.get_attribute("href") or "").endswith("#k3")
    body.send_keys(key)
    assert lit(browser) == evidence(made, 3)
    body.send_keys(Keys.ESCAPE)
    assert lit(browser) == ""
    assert browser.switch_to.active_element == body


def test_a_term_shows_its_mentions_and_a_mention_its_term(browser: webdriver.Chrome, made: Digest, address: str) -> None:
    show(browser, address)
    number, entry = max(enumerate(made.glossary.entries, start=1), key=lambda pair: len(pair[1].mentions))
    browser.execute_script("arguments[0].click()", find(browser, f"#g{number} .head")[0])
    assert lit(browser) == "".join(span.of(made.document.text) for span in sorted(entry.mentions))
    find(browser, f"#text .t{number}")[0].click()
    assert browser.current_url.endswith(f"#g{number}")
    assert is_seen(browser, find(browser, f"#g{number}")[0])


def test_on_a_phone_the_way_back_leads_to_the_line(browser: webdriver.Chrome, address: str) -> None:
    show(browser, address, width=390)
    (point,) = find(browser, '.line[href="#k4"]')
    browser.execute_script("arguments[0].click()", point)
    assert not is_seen(browser, point)
    find(browser, ".back")[0].click()
    assert is_seen(browser, point)
    assert browser.switch_to.active_element == point


def test_a_term_that_is_a_name_looks_like_a_term(browser: webdriver.Chrome, address: str) -> None:
    show(browser, address)
    looks = {each.value_of_css_property("text-decoration-style") for each in find(browser, ".term.name")}
    assert looks == {"dotted"}


def test_without_its_script_the_page_shows_the_same(browser: webdriver.Chrome, made: Digest, tmp_path: Path) -> None:
    path = tmp_path / "plain.html"
    path.write_text(re.sub(r"<script>.*?</script>", "", as_html(made), flags=re.DOTALL), encoding="utf-8")
    show(browser, path.as_uri())
    find(browser, '.line[href="#k4"]')[0].click()
    assert lit(browser) == evidence(made, 4)
    assert is_seen(browser, find(browser, "mark.k4")[0])


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(browser: webdriver.Chrome, address: str, tmp_path: Path, width: int) -> None:
    index = write_index(fill(tmp_path, digest(1, published="2024-01-01"), digest(2, published="2024-02-03", text="long" * 40)))[0]
    for page in (address, index.as_uri()):
        show(browser, page, width=width)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]


def test_the_box_alone_is_printed_on_one_page(browser: webdriver.Chrome, address: str) -> None:
    show(browser, address)
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})["data"])
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not find(browser, "#article")[0].is_displayed()
    assert find(browser, "#box")[0].is_displayed()
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen"})


@pytest.mark.parametrize("width", [390, 1280])
def test_the_longest_bar_fills_its_place(browser: webdriver.Chrome, tmp_path: Path, width: int) -> None:
    show(browser, write_index(fill(tmp_path, digest(1), digest(2, entities=[])))[0].as_uri(), width=width)
    place, bar = find(browser, "#chart-names ~ .bars td")[1], find(browser, "#chart-names ~ .bars rect")[0]
    assert bar.rect["width"] > 0.9 * place.rect["width"] > 100


def test_hostile_articles_run_nothing(browser: webdriver.Chrome, tmp_path: Path) -> None:
    text = "Le maire a annoncé la fermeture du pont. " + " ".join(f"Le texte {each} est celui du panneau." for each in HOSTILE)
    made = Digester().digest(reading.from_text(text, Source("hostile", "text/plain")))
    path = tmp_path / "hostile.html"
    path.write_text(as_html(made), encoding="utf-8")
    index = write_index(fill(tmp_path, *(digest(number, text=each) for number, each in enumerate(HOSTILE))))[0]
    for page in (path, index):
        show(browser, page.as_uri())
        assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
        assert find(browser, "img, script[src], iframe") == []
    show(browser, path.as_uri())
    assert find(browser, "#text")[0].get_property("textContent") == made.document.text


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return an index of five articles, three of them on its first page."""
    monkeypatch.setattr("summarizer.rendering.index.ROWS_A_PAGE", 3)
    monkeypatch.setattr(collection, "ROWS_A_PAGE", 3)
    langs = ("fr", "en", "fr", "en", "fr")
    made: list[dict[str, Any]] = [
        digest(number, lang=lang, published=f"2024-0{9 - number}-01") for number, lang in enumerate(langs)
    ]
    made[0]["key_points"].append({"label": "La suite", "text": "La Cité des Écluses rouvrira."})
    made[4]["key_points"].append({"label": "La suite", "text": "L’écluse fermera."})
    return write_index(fill(tmp_path, *made))[0].as_uri()


def listed(browser: webdriver.Chrome) -> list[str]:
    return [each.text for each in find(browser, ".article h3") if each.is_displayed()]


@pytest.mark.parametrize(
    ("asked", "titles", "told"),
    [
        ("", ["Titre 0", "Titre 1", "Titre 2"], ""),
        ("ecluse", ["Titre 0", "Titre 4"], "2 articles trouvés"),
        ("CITÉ ecluses", ["Titre 0"], "1 article trouvé"),
        ("cité fermera", [], "0 articles trouvés"),
        ("l'écluse", ["Titre 4"], "1 article trouvé"),
        ("sernac", [f"Titre {number}" for number in range(5)], "5 articles trouvés"),
        ("introuvable", [], "0 articles trouvés"),
    ],
)
def test_the_search_finds_articles_on_every_page(
    browser: webdriver.Chrome, index: str, asked: str, titles: list[str], told: str
) -> None:
    show(browser, index)
    find(browser, "#query")[0].send_keys(asked)
    assert (listed(browser), find(browser, "#found")[0].text) == (titles, told)
    months = [each.text for each in find(browser, ".month") if each.is_displayed()]
    elsewhere = ["Sur les autres pages"] if "Titre 4" in titles else []
    assert months == [month for title, month in MONTHS.items() if title in titles] + elsewhere
    find(browser, "#query")[0].clear()
    find(browser, "#query")[0].send_keys(" ")
    assert listed(browser) == ["Titre 0", "Titre 1", "Titre 2"]


def test_who_comes_back_from_an_article_finds_the_search_again(browser: webdriver.Chrome, index: str) -> None:
    show(browser, index)
    find(browser, "#query")[0].send_keys("ecluse")
    shown = listed(browser), find(browser, "#found")[0].text
    assert shown[1]
    browser.get("about:blank")
    browser.back()
    assert find(browser, "#query")[0].get_attribute("value") == "ecluse"
    assert (listed(browser), find(browser, "#found")[0].text) == shown


def test_the_articles_of_one_language_are_left(browser: webdriver.Chrome, index: str) -> None:
    show(browser, index)
    find(browser, "#only-en")[0].click()
    assert (listed(browser), find(browser, "#found")[0].text) == (["Titre 1", "Titre 3"], "2 articles trouvés")
    find(browser, "#only-all")[0].click()
    assert listed(browser) == ["Titre 0", "Titre 1", "Titre 2"]


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """Return the address of the local page, served by the command."""
    command = [sys.executable, "-m", "summarizer", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stderr is not None
        said = re.search(r"http://\S+", process.stderr.readline())
        try:
            assert said is not None
            yield said.group()
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)


def paste(browser: webdriver.Chrome, text: str) -> None:
    browser.execute_script("arguments[0].value = arguments[1]", find(browser, "#text")[0], text)
    follow(browser, find(browser, "button")[0])


def follow(browser: webdriver.Chrome, element: WebElement) -> None:
    """Click *element* and wait for the next page; while it comes the driver may not know where the element belongs."""
    element.click()
    WebDriverWait(browser, 60, ignored_exceptions=[WebDriverException]).until(expected_conditions.staleness_of(element))


@pytest.mark.parametrize("width", [390, 1280])
def test_an_article_is_pasted_and_its_digest_shows_the_sentences(
    browser: webdriver.Chrome, made: Digest, served: str, width: int
) -> None:
    show(browser, f"{served}/?lang=fr", width=width)
    assert browser.switch_to.active_element == find(browser, "#text")[0]
    paste(browser, ARTICLE.read_text(encoding="utf-8"))
    assert find(browser, "h1")[0].text == made.document.title
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    find(browser, '.line[href="#k4"]')[0].click()
    assert lit(browser) == evidence(made, 4)
    assert is_seen(browser, find(browser, "mark.k4")[0])
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    follow(browser, find(browser, ".bar a")[0])
    assert find(browser, "h1")[0].text == "Résumer un article"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_form_with_an_error_keeps_the_text_and_fits_the_window(browser: webdriver.Chrome, served: str, width: int) -> None:
    show(browser, f"{served}/?lang=en", width=width)
    paste(browser, "Il comune ha deciso martedì di chiudere il vecchio ponte sul fiume per due anni.")
    assert "neither English nor French" in find(browser, "[role=alert]")[0].text
    assert (find(browser, "#text")[0].get_property("value") or "").startswith("Il comune")  # type: ignore[union-attr]
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert find(browser, "button")[0].text == "Digest"
    browser.get_log("browser")  # type: ignore[no-untyped-call]


def test_without_its_script_the_index_lists_all_and_filters(browser: webdriver.Chrome, index: str, tmp_path: Path) -> None:
    path = tmp_path / "plain.html"
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    path.write_text(re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL), encoding="utf-8")
    show(browser, path.as_uri())
    assert listed(browser) == ["Titre 0", "Titre 1", "Titre 2"]
    assert not find(browser, "#query")[0].is_displayed()
    find(browser, "#only-en")[0].click()
    assert listed(browser) == ["Titre 1"]
    assert [each.text for each in find(browser, ".month") if each.is_displayed()] == ["Août 2024"]
    assert json.dumps(browser.get_log("browser")) == "[]"  # type: ignore[no-untyped-call]
