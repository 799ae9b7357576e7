"""The week ahead on one picture, with the chances that it touches what matters to the bot, and the list beside it."""

from typing import Final

import numpy as np
import streamlit as st

from engine.market.bars import DAY_MS, timestamp
from engine.services.outlook import Level, levels_ahead
from engine.services.track.imports import Beside
from engine.services.tune_bot import Outlook
from pages.ui.forecast.figures.fan import Other, Past, Pill, Week, fan_chart
from pages.ui.forecast.known import Known, leans
from pages.ui.forecast.words import listed
from pages.ui.lab.drawing import draw
from pages.ui.look import day, number, percent, plain, price, small_print, tokens
from pages.ui.tuner.data import drawn, fan, step_in_words
from pages.ui.tuner.live_data import drawn_ends
from pages.ui.wording import explained

SHARES: Final = (0.5, 0.8, 0.95)
MOST_PAST: Final = 21  # days: the week ahead is what this picture is about
MOST_OTHERS: Final = 3  # beyond it nobody can tell one line from another; the list has them all
SHORT: Final = {"edge": "", "stop": "stop", "target": "target"}


def ahead_card(at: Known, span: int, others: tuple[Beside, ...]) -> None:
    """The picture over the two lists that say the same in numbers."""
    forecast, quote = at.ahead.forecast, at.after.market.quote
    levels = levels_ahead(at.after.result, at.after.band, forecast)
    drawn_others = tuple(each for each in others if each.forecast is not None and not each.is_over)[:MOST_OTHERS]
    with st.container(border=True, gap="small", key="forecast_ahead"):
        with st.container(horizontal=True, vertical_alignment="center"):
            since = day(timestamp(forecast.cutoff_ms))
            st.markdown(f"**{plain(at.symbol)}, 7 days from {since}, {plain(quote)}**", width="stretch")
            badges(at)
        draw(fan_chart(week(at, span, levels, drawn_others), tokens()), "forecast_fan", described(at, levels))
        small_print(
            f"The last {step_in_words(at.after.result.tape.bars.step, 1)}, the bot's band, and what 50, 80 and 95 %"
            " of weeks should stay within. The line through the middle is the last price: no side is taken."
            + (" Broken lines: the 80 % range that somebody else said, around their median." if drawn_others else "")
        )
        if forecast.model != "E4":
            small_print(explained(model_told(at)))
        left, right = st.columns([1, 1.15], gap="medium")
        with left:
            st.markdown("**Touched within the week**")
            touched(levels, quote)
        with right:
            st.markdown(f"**Ranges day by day, {plain(quote)}**")
            ranges(at.ahead)


def badges(at: Known) -> None:
    """What made the forecast, and what it says of direction."""
    lean = leans(at.market, at.after.result.parameters.timeframe)
    st.badge(at.ahead.forecast.model, color="blue", help=model_told(at))
    if lean is None:
        st.badge("7-day direction: not judged, too few weeks", color="gray")
        return
    told = f"{number(lean.percent, 1)} % ± {number(lean.error, 1)}, {lean.weeks} weeks"
    verdict = "not better than chance" if lean.is_chance else "leans, and is not used"
    st.badge(
        f"7-day direction: {verdict} ({told})", color="gray",
        help=f"A week went against the week before it here: {told}, with the standard error. Half is"
        " chance. It is the simplest word on direction, and one test among many: the median stays flat.",
    )  # fmt: skip


def model_told(at: Known) -> str:
    """Which model speaks here, and why this one."""
    made, days = at.ahead.forecast.model, at.ahead.forecast.days
    if made == "E4":
        return f"The pooled model, fitted on all real markets here ({at.ahead.version})."
    if made == "E7-short":
        return f"{days} days are too few for the pooled model, which asks for 372: two lines of arithmetic (E7) answer."
    if at.is_simulated:
        return "Simulated prices teach nothing about real ones: two lines of arithmetic (E7) answer here."
    return "The pooled model is not fitted yet, or cannot speak of these days: two lines of arithmetic (E7) answer."


def touched(levels: tuple[Level, ...], quote: str) -> None:
    """Each price with the chance that it is reached before the week is over."""
    listed(
        {
            "Price that matters": [each.name for each in levels],
            f"At, {quote}": [price(each.price) for each in levels],
            "Touched within 7 days": [percent(each.chance, 0) for each in levels],
        },
        "forecast_touched", "Prices that matter to the bot with the chance that the week touches each",
    )  # fmt: skip
    small_print(
        "Counted over paths whose days follow each other as past weeks did. The band moves on with the price; stops"
        " and targets are where they would lie after a fill at the last price, or lie for what is held."
    )


def ranges(ahead: Outlook) -> None:
    """The edges of each range on each day."""
    forecast = ahead.forecast
    edges = {share: forecast.band(share) for share in SHARES}
    listed(
        {
            "Day": [day(timestamp(each)) for each in days_of(ahead)],
            **{
                f"{100 * share:.0f} %": [
                    f"{price(low)} to {price(high)}" for low, high in zip(*edges[share], strict=True)
                ]
                for share in SHARES
            },
        },
        "forecast_ranges", "The 50, 80 and 95 % ranges of each of the seven days",
    )  # fmt: skip


def days_of(ahead: Outlook) -> list[int]:
    """The moments that the seven days ahead end at."""
    return [ahead.forecast.cutoff_ms + DAY_MS * each for each in range(1, 8)]


def week(at: Known, span: int, levels: tuple[Level, ...], others: tuple[Beside, ...]) -> Week:
    """The values of the picture."""
    return Week(
        past(at, span),
        fan(at.ahead),
        days_of(at.ahead),
        [told(at.ahead, place) for place in range(7)],
        tuple(Pill(called(each), each.price, each.chance, each.kind == "edge") for each in levels),
        tuple(other(each) for each in others),
    )


def past(at: Known, span: int) -> Past:
    """The newest candles, several as one where there are many, each with the band at its close."""
    tape, band = at.after.result.tape, at.after.band
    ends, each = drawn_ends(tape, min(span, MOST_PAST))
    made = drawn(tape.bars, ends, each)
    lines = [
        [float(value) if np.isfinite(value) else None for value in side[ends]]
        for side in (band.lower, band.mean, band.upper)
    ]
    return Past((tape.bars.time[ends] + tape.bars.step_ms).tolist(), *(side.tolist() for side in made), *lines)


def other(each: Beside) -> Other:
    """Somebody else's forecast as it is drawn."""
    made = each.forecast
    assert made is not None  # noqa: S101 - only forecasts that can be drawn come here
    low, high = made.band(0.8)
    middle = made.quantiles[:, int(np.abs(made.levels - 0.5).argmin())]
    times = [made.cutoff_ms + DAY_MS * ahead for ahead in range(8)]
    lines = [[made.last_close, *side.tolist()] for side in (middle, low, high)]
    return Other(each.issued.maker.source, times, *lines)


def called(each: Level) -> str:
    """What a price is called on the picture: as short as can be."""
    return each.name.split(" ")[0].lower() if each.kind == "edge" else SHORT[each.kind]


def told(ahead: Outlook, place: int) -> str:
    """What stands under the pointer at one of the days."""
    lines = [f"<b>{day(timestamp(days_of(ahead)[place]))}</b>"]
    for share in SHARES:
        low, high = ahead.forecast.band(share)
        lines.append(f"{100 * share:.0f}\u00a0%: {price(low[place])} to {price(high[place])}")
    return "<br>".join(lines)


def described(at: Known, levels: tuple[Level, ...]) -> str:
    """The picture in words, for people who cannot see it."""
    low, high = at.ahead.forecast.band(0.8)
    reached = ", ".join(f"{each.name.lower()} {percent(each.chance, 0)}" for each in levels)
    return (
        f"{at.symbol}: candles, band and the forecast of 7 days from {price(at.ahead.forecast.last_close)}. After 7"
        f" days the 80 % range is {price(low[-1])} to {price(high[-1])}. Touched within the week: {reached}."
        " The two tables under it hold every number."
    )
