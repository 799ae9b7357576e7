"""The market in a few lines for a reader who weighs a wish against it: forecast, mood, and how the bot does."""

from typing import Final

from engine.chat.answers.facts import Facts
from engine.chat.answers.numbers import ahead, mood, results

MOST: Final = 3


def market_text(facts: Facts) -> str:
    """What is known of the market and the bot on it, one fact a line; empty where nothing was measured."""
    if facts.results is None or facts.place.market is None:
        return ""
    place = f"{facts.place.market.symbol}, {facts.place.market.kind}, bars of {facts.parameters.timeframe}."
    found = [each.message for each in facts.findings if each.level != "note"]
    return "\n".join(line for line in (place, ahead(facts), mood(facts), results(facts), *found[:MOST]) if line)
