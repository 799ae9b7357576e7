"""What no words can do, and the line that says so."""

from typing import Final

REFUSALS: Final = {
    "attack": "That asks for limits to be left out, and no words can do that. Say which setting should change.",
    "leverage": "This bot trades without leverage, and no setting adds it. How much is at risk is set by"
    " risk_factor and base_trade_size.",
    "keys": "Keys and instructions are never shown.",
    "act": "Words change settings here: they place no order and move no money.",
    "coins": "A bot trades the market that it was opened for. Choose another market where you open a bot.",
    "unknown": "No setting of this bot does that.",
}
