"""The animated picture of a drag: real screenshots of the tuner, one for each move of the thumb."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page

from docs.camera import opened, settle

SCALE: Final = 0.9
CLIP: Final = {"x": 60, "y": 100, "width": 958, "height": 752}  # the sliders, the chart and the three results
DRAGS: Final = (("Window", 0.4, 0.92, 16), ("Band width", 0.28, 0.62, 14))  # slider, from, to (shares), moves
MOVE_MS: Final = 90
REST_MS: Final = 1300
COLOURS: Final = 256
Frame = tuple[Image.Image, int]


def film(browser: Browser, address: str, file: Path) -> Path:
    """Write the animation of two drags, each with what Python measures after the release."""
    page = opened(browser, f"{address}/tune_a_bot", scale=SCALE)
    frames = [(picture(page), REST_MS)]
    for drag in DRAGS:
        frames += dragged(page, *drag)
    images = [image for image, _ in frames]
    # One palette for all, or the colours would flicker.
    palette = images[-1].quantize(COLOURS, dither=Image.Dither.NONE)
    drawn = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images]
    durations = [duration for _, duration in frames]
    drawn[0].save(file, save_all=True, append_images=drawn[1:], duration=durations, loop=0, optimize=True)
    return file


def dragged(page: Page, name: str, start: float, end: float, moves: int) -> Iterator[Frame]:
    """Press, move step by step, release: the band follows the thumb, the results the release."""
    box = page.get_by_role("slider", name=name).bounding_box()
    if box is None:
        raise SystemExit(f"the slider {name} is not on the page: the film cannot be made.")
    y, left, room = box["y"] + box["height"] / 2, box["x"] + 8, box["width"] - 16
    page.mouse.move(left + start * room, y)
    page.mouse.down()
    for move in range(1, moves + 1):
        page.mouse.move(left + (start + (end - start) * move / moves) * room, y)
        page.wait_for_timeout(50)
        yield picture(page), MOVE_MS
    yield picture(page), REST_MS // 2
    page.mouse.up()
    settle(page)
    yield picture(page), REST_MS


def picture(page: Page) -> Image.Image:
    """The tuner as it is now."""
    return Image.open(io.BytesIO(page.screenshot(clip=CLIP))).convert("RGB")
