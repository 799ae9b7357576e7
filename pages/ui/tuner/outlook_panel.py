"""How good the fan is: its record on this very market, with n, in one line under the chart."""

from engine.services.tune_bot import Outlook
from pages.ui.look import percent, small_print
from pages.ui.wording import explained


def outlook_line(ahead: Outlook | None, why_not: str) -> None:
    """The model, what its bands held, and what it does not know; or why there is no forecast, or none in the record."""
    small_print(explained(f"No forecast: {why_not}" if ahead is None else f"{record(ahead)} {why_not}".rstrip()))


def record(ahead: Outlook) -> str:
    """The track record in a trader's words."""
    kept = ahead.record
    if kept is None:
        return (
            f"Forecast {ahead.forecast.model} from {ahead.forecast.days} days. Its record here is too short to judge"
            " it by; the direction is taken as unknown."
        )
    return (
        f"Forecast {ahead.forecast.model}, replayed on {kept.origins} weeks: after 7 days the 80 % range held"
        f" {percent(kept.coverage_week[1])} (last year {percent(kept.coverage_year[1])} of {kept.origins_year})."
        " The rest is under Forecast, above."
    )
