"""Text that would like to be code or a request, in every block that shows text."""

import streamlit as st

from pages.ui.controls import SliderSpec, slider_panel
from pages.ui.feed.book_panel import BookPanel, book_panel
from pages.ui.feed.cards import Card
from pages.ui.feed.deck import Said, deck
from pages.ui.look import plain, small_print
from pages.ui.profile.beliefs import BeliefGroup, BeliefRow, belief_list
from pages.ui.tuner.results import ResultCard, result_cards

BAD = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>![a](https://example.invalid/a.png)'

slider_panel([SliderSpec("window", BAD, BAD, 5, 30, 1, 10, 20, 15, 18, 0)], key="panel", on_change=print, sentence=BAD)
result_cards([ResultCard(BAD, BAD, BAD, BAD, note=BAD)], key="results")
card = Card(BAD, 1, BAD, (20.0,) * 5, BAD, BAD, BAD, BAD, ((BAD, BAD),) * 4, None, chip=BAD, away=BAD, moved=BAD)
deck([card], [(BAD, 20.0)] * 5, "deck", print, said=Said(BAD, BAD))
book_panel(BookPanel(BAD, [(BAD, BAD, "1")], [BAD], None, BAD), "book")
belief_list([BeliefGroup(BAD, BAD, [BeliefRow("a", BAD, BAD, BAD, BAD, mark=BAD)])], "beliefs", print)
small_print(plain(BAD))
st.markdown(BAD)
