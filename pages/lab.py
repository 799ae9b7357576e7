"""Lab: what a thousand settings would have done on one market, and whether the best of them means anything."""

from engine.services.candles import listed
from pages.ui.ending import end_page
from pages.ui.keys import undo_keys
from pages.ui.lab.drawing import let_fingers_scroll
from pages.ui.lab.header import ALL, TOGETHER, header
from pages.ui.lab.results import results
from pages.ui.lab.several import several
from pages.ui.lab.showing import linked, showing
from pages.ui.lab.together import bots_on_one_cash
from pages.ui.loaded import engine
from pages.ui.state import show_notice
from pages.ui.tuner import actions
from pages.ui.tuner.header import no_candles

listings = listed(engine())
if not listings:
    show_notice()
    no_candles("Lab")
    end_page()
named = linked(listings)
at = header(listings, None if named is None else named.run)
show_notice()
if at.view == ALL:
    several(at, listings)
elif at.view == TOGETHER:
    bots_on_one_cash(at)
else:
    results(at, showing(at, named))
let_fingers_scroll()
undo_keys(lambda: actions.undo_if_any(at.bot), lambda: actions.redo_if_any(at.bot), f"lab_keys_{at.bot.id}")
