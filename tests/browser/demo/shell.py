"""The product's frame around the demo page."""

from pathlib import Path

from pages.ui.frame import run
from pages.ui.navigation import Entry

run(
    (
        Entry("blocks", "Tune a bot", ":material/tune:"),
        Entry("live", "Live tuner", ":material/show_chart:"),
        Entry("deck", "Deck of cards", ":material/lightbulb:"),
        Entry("hostile", "Hostile text", ":material/warning:"),
        Entry("hostile_tuner", "Hostile names", ":material/warning:"),
    ),
    folder=Path(__file__).parent,
)
