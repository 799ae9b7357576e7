"""Text that would like to be code or a request, wherever the live tuner shows text."""

from pages.ui.controls import SliderSpec
from pages.ui.tuner.live_tuner import live_tuner
from pages.ui.tuner.live_view import LiveView, Seen, Trade

BAD = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>![a](https://example.invalid/a.png)'
HOUR = 3_600_000
COUNT = 20
PRICES = [100.0 + at % 5 for at in range(COUNT)]
TIMES = [1_790_812_800_000 + at * HOUR for at in range(COUNT)]

live_tuner(
    LiveView(
        title=BAD, alt=BAD, time_ms=TIMES, candle_ms=HOUR, bars_a_candle=1,
        open=PRICES, high=[price + 1 for price in PRICES], low=[price - 1 for price in PRICES], close=PRICES,
        seen=Seen(PRICES, [0], [100] * COUNT, [100] * COUNT, "1" * COUNT), ends=list(range(COUNT)),
        trades=[Trade(at, 100.0, "buy", BAD) for at in TIMES], made={"window": 5, "k_sigma": 1.0},
        rules=None, ahead=None, has_saved_band=True, future=BAD,
    ),
    [
        SliderSpec("window", BAD, BAD, 5, 30, 1, 10, 20, 5, 6, 0),
        SliderSpec("k_sigma", BAD, BAD, 0.5, 3, 0.1, 1, 2, 1, 1, 1),
    ],
    key="hostile",
    on_change=print,
    sentence=BAD,
)  # fmt: skip
