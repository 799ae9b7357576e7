"""The candles that are here: one row a market, with its course, span, gaps and where they came from."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.services.candles import Listing
from pages.ui.loaded import course, one_unit
from pages.ui.world_clock import sample_button

HEIGHT = 36


def market_table(listings: Sequence[Listing]) -> None:
    """The table, or what to do where it would be empty."""
    if not listings:
        st.info("There are no candles yet. Bring a file, or make the sample world: five simulated coins.")
        sample_button()
        return
    rows = pd.DataFrame({
        "Market": [item.symbol for item in listings],
        "Newest closes": [course(item.symbol, item.step, item.version) for item in listings],
        "Step": [item.step for item in listings],
        "Candles": [item.rows for item in listings],
        "From": pd.to_datetime([item.first_ms for item in listings], unit="ms", utc=True),
        "To": pd.to_datetime([item.last_ms for item in listings], unit="ms", utc=True),
        "Gaps": ["none" if not item.gaps else f"{item.gaps} ({item.missing} candles)" for item in listings],
        "One unit": [one_unit(item) for item in listings],
        "Source": ["simulated" if item.simulated else item.source for item in listings],
    })  # fmt: skip
    when = st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm", timezone="UTC")
    st.dataframe(
        rows, hide_index=True, key="markets", row_height=HEIGHT, height="content",
        column_config={
            "From": when, "To": when, "Candles": st.column_config.NumberColumn(format="localized"),
            "One unit": st.column_config.TextColumn(help="What trade size and largest position are counted in"),
            "Newest closes": st.column_config.LineChartColumn(width="medium", help="One a day, 90 at most"),
        },
        alt="Candles by market: course, step, number, span in UTC, gaps, asset unit and source",
    )  # fmt: skip
