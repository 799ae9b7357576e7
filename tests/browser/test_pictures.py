"""How the live tuner and the main blocks look: drawn over the sample world and held against small stored pictures.

`make pictures` renews them. Letters come from the font that the product brings along, so that no font of the
machine matters; edges may be smoothed differently, which a tile's mean colour hardly feels.
"""

import io
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Colours = NDArray[np.float64]

PICTURES = Path(__file__).parent / "pictures"
RENEW = os.environ.get("TOPTION_RENEW_PICTURES") == "1"
TILE = 16  # pixels
ALLOWED = 6.0  # of 255, in a tile's mean colour
VIEWS = {
    "live": {"tuner": ".tuner"},
    "deck": {"card": "li.card", "book": ".book"},
    "": {"panel": ".frame", "cards": "ul.cards"},
}
LOOKS = [(address, width, dark) for address in VIEWS for width in (1440, 390) for dark in (False, True)]


def tiles(image: Image.Image) -> Colours:
    """The mean colour of every whole tile, shape (rows, columns, 3)."""
    pixels = np.asarray(image.convert("RGB"), dtype=np.float64)
    rows, columns = pixels.shape[0] // TILE, pixels.shape[1] // TILE
    whole = pixels[: rows * TILE, : columns * TILE]
    return whole.reshape(rows, TILE, columns, TILE, 3).mean(axis=(1, 3))


def apart(one: Image.Image, other: Image.Image) -> tuple[float, tuple[int, int]]:
    """How far the two differ in the tile where they differ most, and where that tile is (x, y)."""
    found = np.abs(tiles(one) - tiles(other)).max(axis=2)
    row, column = np.unravel_index(int(found.argmax()), found.shape)
    return float(found.max()), (int(column) * TILE, int(row) * TILE)


def taken(page: Page, selector: str) -> Image.Image:
    """One part of the page, when its letters are there and nothing moves."""
    expect(page.locator(selector).first).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => null)")
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)
    return Image.open(io.BytesIO(page.locator(selector).first.screenshot(animations="disabled"))).convert("RGB")


@pytest.mark.parametrize(("address", "width", "dark"), LOOKS)
def test_it_looks_as_it_did(address: str, width: int, dark: bool, demo: str, open_page: Open, tmp_path: Path) -> None:
    """A style that slipped, a label that lost its place: no other test sees it."""
    page = open_page(f"{demo}/{address}", dark=dark, width=width, height=900)
    for name, selector in VIEWS[address].items():
        compare(taken(page, selector), f"{name}_{'dark' if dark else 'light'}_{width}.png", tmp_path)


def compare(image: Image.Image, name: str, folder: Path) -> None:
    """Hold a picture against the stored one; what was taken stays in `folder`."""
    if RENEW:
        image.quantize(128, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)
    stored = Image.open(PICTURES / name).convert("RGB")
    image.save(folder / name)
    advice = f"see {folder / name}; if it is meant, renew it: make pictures"
    assert image.size == stored.size, f"{name} was {stored.size}; {advice}"
    most, place = apart(image, stored)
    assert most <= ALLOWED, f"{name} differs by {most:.1f} at {place}; {advice}"


def test_a_difference_that_people_see_is_found() -> None:
    """The comparison itself: a word that is gone and a colour that changed are found, a smoothed edge is not."""
    image = Image.open(PICTURES / "tuner_light_1440.png").convert("RGB")
    smooth = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC).resize(image.size)
    assert apart(image, smooth)[0] <= ALLOWED
    covered = image.copy()
    covered.paste((255, 255, 255), (0, 60, 48, 76))  # about one word of a slider's label
    assert apart(image, covered)[0] > ALLOWED
    blue = np.asarray(image).copy()
    blue[(blue == (0, 114, 178)).all(axis=2)] = (106, 81, 163)
    assert apart(image, Image.fromarray(blue))[0] > ALLOWED
