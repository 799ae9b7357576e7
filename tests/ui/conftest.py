"""The real pages without a browser: the shell that Streamlit runs, over one market in a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from engine.market.synthetic import COINS, WORLD_START_MS, simulated_bars, simulated_market
from engine.services.startup import App, open_app, read_settings
from pages.ui import loaded

SHELL = Path(__file__).resolve().parents[2] / "pages" / "ui" / "shell.py"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """An installation with one market, which the pages open as their own."""
    for name, value in {"TOPTION_DATA": str(tmp_path), "DATABASE_URL": ""}.items():
        monkeypatch.setenv(name, value)
    st.cache_resource.clear()
    app = open_app(read_settings())
    coin = COINS[0]
    bars = simulated_bars(coin, 0, WORLD_START_MS)
    app.candles.save(bars.slice(len(bars) - 24 * 120, len(bars)), simulated_market(coin), "a test")
    yield app
    st.cache_resource.clear()


@pytest.fixture
def visit(installed: App) -> Callable[..., AppTest]:
    """Open a page as a new visitor: `visit("tune_a_bot", window="20")`; the rest is the address."""

    def go(page: str, **address: str) -> AppTest:
        visitor = AppTest.from_file(str(SHELL), default_timeout=60)
        for name, value in address.items():
            visitor.query_params[name] = value
        visitor.switch_page(f"../{page}.py")
        visitor.run()
        assert not visitor.exception
        return visitor

    assert loaded.engine().settings == installed.settings
    return go
