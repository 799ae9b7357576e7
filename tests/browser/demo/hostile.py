"""Text that would like to be code or a request, in every block that shows text."""

import streamlit as st

from pages.ui.controls import SliderSpec, slider_panel
from pages.ui.look import plain, small_print
from pages.ui.tuner.results import ResultCard, result_cards

BAD = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>![a](https://example.invalid/a.png)'

slider_panel([SliderSpec("window", BAD, BAD, 5, 30, 1, 10, 20, 15, 18, 0)], key="panel", on_change=print, sentence=BAD)
result_cards([ResultCard(BAD, BAD, BAD, BAD, note=BAD)], key="results")
small_print(plain(BAD))
st.markdown(BAD)
