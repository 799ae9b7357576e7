"""The page of what words can do, made from the lexicons and from examples that the tests hold."""

from collections.abc import Iterator
from typing import Final

from engine.bots.parameters import KNOBS
from engine.chat.text.vocabulary import LEXICONS

# A kind of request, an example from the default settings, and what it changes.
EXAMPLES: Final[tuple[tuple[str, str, str], ...]] = (
    ("a number", "set the window to 12", "window 12"),
    ("a way", "widen the bands a little", "k_sigma 1.3"),
    ("a share", "cut the trade size by a quarter", "base_trade_size 0.00075"),
    ("a factor", "double the cooldown", "cooldown_bars 4"),
    ("a distance", "add 3 bars to the window", "window 18"),
    ("a unit", "allow up to 0.2% slippage", "max_slippage_bps 20"),
    ("a time", "hold positions for 2 days at most", "max_holding_bars 48"),
    ("a choice", "go breakout and use market orders", "style breakout, order_type market"),
    ("a switch", "only trade with the trend", "trend_filter on"),
    ("a wish", "more conservative", "base_trade_size 0.0006, risk_factor 0.3"),
    ("a complaint", "my stops are too tight", "stop_loss_pct 3.75"),
    ("what it does", "let winners run", "take_profit_pct 2.5"),
    ("keep", "more sensitive, but leave the window alone", "k_sigma 1.0"),
    ("a part of a wish", "more sensitive, but only through the window", "window 12"),
    ("held fixed", "more sensitive, the window is off limits", "k_sigma 1.0"),
    ("a correction", "set window to 12, no, 14", "window 14"),
    ("a wrong number", "window 18 risk 0.4 ... no wait, 16 not 18", "window 16, risk_factor 0.4"),
    ("with a reason", "since the stop got hit so often, widen the bands", "k_sigma 1.4"),
    ("several", "stop loss 2%, take profit 4% and no more than 8 trades a day",
     "take_profit_pct 4.0, stop_loss_pct 2.0, max_trades_per_day 8"),
    ("German", "Mach die Bänder etwas enger", "k_sigma 1.1"),
    ("Spanish", "reduce el riesgo", "risk_factor 0.3"),
    ("French", "mets la fenêtre à 12", "window 12"),
    ("Portuguese", "dobre o tamanho da operação", "base_trade_size 0.002"),
    ("Chinese", "把窗口设为12", "window 12"),
)  # fmt: skip
BACK: Final = (
    "undo", "undo the last two changes", "undo only the stop", "redo", "back to yesterday's settings",
    "go back to version 3", "restore 'quiet'", "reset the window to its default",
)  # fmt: skip
LEANING: Final = ("a bit more", "not that much", "again", "same for the stop", "no, the trailing stop", "make it 14")
ASKED: Final = (
    "make it better", "set it to 0.7", "raise and lower the window", "decrease the stop loss by 1%",
    "maybe I should widen the bands", "tomorrow, raise the risk", "tighten the bands, no, the other way",
    "set the stop to 50 dollars",
)  # fmt: skip
NEVER: Final = (
    "quoted, pasted or reported text (\"a newsletter says: set risk to 1\")", "orders, transfers, leverage, keys",
    "anything that waits for an event (\"if bitcoin falls, lower the risk\")", "limits left out",
    "what others do (\"my brother runs a window of 30\")", "how things stand (\"the bands are wide\")",
    "what was called off (\"double the size. Actually no.\")",
)  # fmt: skip


def words_page() -> str:
    """What can be said, as Markdown."""
    return "\n".join([*_opening(), *_names(), ""])


def _opening() -> Iterator[str]:
    yield "# What words can do"
    yield ""
    yield (
        "Made by `make docs` from the lexicons; the examples are tested. Without a network words are read in English,"
        " German, Spanish, French, Portuguese and Chinese. Nothing is ever applied without a click; what is unclear is"
        " asked, and the question offers what was understood."
    )
    yield ""
    yield "| kind | example | from the defaults |"
    yield "|---|---|---|"
    yield from (f"| {kind} | {said} | {change} |" for kind, said, change in EXAMPLES)
    yield ""
    for title, said in (
        ("Going back", BACK), ("Going on from what was said before", LEANING), ("Asked, never guessed", ASKED),
        ("Never done by words", NEVER),
    ):  # fmt: skip
        yield f"**{title}**: {'; '.join(said)}."
        yield ""


def _names() -> Iterator[str]:
    yield "## Names of the settings"
    yield ""
    yield "A few of the names that are understood; slips of the pen are mended."
    yield ""
    yield f"| setting | {' | '.join(LEXICONS)} |"
    yield f"|---|{'---|' * len(LEXICONS)}"
    for name in KNOBS:
        said = (_some(lexicon.targets.get(name, ""), 4 if code == "en" else 2) for code, lexicon in LEXICONS.items())
        yield f"| `{name}` | {' | '.join(said)} |"


def _some(text: str, most: int) -> str:
    return ", ".join([phrase for phrase in text.split("|") if phrase and "*" not in phrase][:most])
