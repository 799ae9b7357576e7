"""Make what in the documentation is made: the page of all settings, and the pictures of the running product.

`python -m docs.make`, or `make docs`. The pictures need Chromium; without one only the page is written.
"""

import tempfile
from pathlib import Path
from typing import Final

from docs.camera import chromium, served, take_pictures, working
from docs.film import film
from engine.bots.settings.reference import parameters_page
from engine.chat.words.reference import words_page
from engine.cli.output import say
from engine.experiments.metrics.reference import metrics_page
from engine.options.reference import opportunities_page

DOCS: Final = Path(__file__).resolve().parent
PICTURES: Final = DOCS / "pictures"


def write_reference() -> tuple[Path, ...]:
    """Write the pages that are made: all settings, what words can do, every number of an opportunity, every metric."""
    pages = {
        "parameters.md": parameters_page(), "words.md": words_page(), "opportunities.md": opportunities_page(),
        "metrics.md": metrics_page(),
    }  # fmt: skip
    for name, text in pages.items():
        (DOCS / "reference" / name).write_text(text, encoding="utf-8")
    return tuple(DOCS / "reference" / name for name in pages)


def main() -> None:
    """Write the page, then the pictures where there is a browser to take them with."""
    for page in write_reference():
        say(f"Written: {page.relative_to(DOCS.parent)}")
    browser = chromium()
    if browser is None:
        say("No Chromium here: the pictures stay as they are. Install chromium to take them again.")
        return
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as address, working(browser) as chrome:
        for picture in (*take_pictures(chrome, address, PICTURES), film(chrome, address, PICTURES / "drag.gif")):
            size = picture.stat().st_size / 1000
            say(f"Written: {picture.relative_to(DOCS.parent)}, {size:.0f} kB")


if __name__ == "__main__":
    main()
