"""The script that Streamlit runs for every page and every interaction."""

from pathlib import Path

from pages.ui.frame import run
from pages.ui.navigation import ENTRIES

run(ENTRIES, folder=Path(__file__).parent.parent)
