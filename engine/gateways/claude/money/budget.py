"""What may be asked and spent: limits for a user and for everybody, and the reason when one is reached."""

from dataclasses import dataclass
from typing import Final

from engine.gateways.store.spending import Totals

DOLLAR: Final = 1_000_000  # micro-dollars
USE_OFFLINE: Final = "The offline interpreter can read it now."


@dataclass(frozen=True, slots=True)
class Limits:
    """Requests and dollars: of one user in a minute and a day, of the whole deployment in a day (UTC)."""

    minute: int = 10
    day: int = 200
    user_usd: float = 0.50
    all_usd: float = 20.0
    message: int = 2_000
    pasted: int = 8_000

    def too_long(self, words: str, pasted: str) -> str:
        """Why a message is too long to send, in plain words; empty when it is not."""
        for what, found, most in (("A message", words, self.message), ("Pasted text", pasted, self.pasted)):
            if len(found) > most:
                return f"{what} for Claude may have {most:,} characters, this one has {len(found):,}. Shorten it."
        return ""

    def refusal(self, so_far: Totals, micro_usd: int) -> str:
        """Why another call of at most this price may not be made now; empty when it may."""
        if so_far.minute >= self.minute:
            return f"You asked Claude {so_far.minute} times within a minute; {self.minute} are allowed. {USE_OFFLINE}"
        if so_far.day >= self.day:
            return f"You asked Claude {so_far.day} times today; {self.day} are allowed. {USE_OFFLINE}"
        return self.too_dear(so_far, micro_usd)

    def too_dear(self, so_far: Totals, micro_usd: int) -> str:
        """Why this much more may not be spent; empty when it may."""
        if so_far.user_micro_usd + micro_usd > self.user_usd * DOLLAR:
            spent = so_far.user_micro_usd / DOLLAR
            return (
                f"Your ${self.user_usd:.2f} a day for Claude leave no room for this (${spent:.2f} spent). {USE_OFFLINE}"
            )
        if so_far.all_micro_usd + micro_usd > self.all_usd * DOLLAR:
            return f"Today's ${self.all_usd:.2f} for Claude, shared by everybody here, are spent. {USE_OFFLINE}"
        return ""
