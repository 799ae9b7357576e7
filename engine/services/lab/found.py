"""What the lab found: every configuration's numbers, the best beside the bot, and what its answer rests on."""

from dataclasses import dataclass

from engine.bots.luck.evidence import LuckEvidence
from engine.bots.luck.verdict import LuckVerdict
from engine.bots.parameters import BotParameters
from engine.bots.performance import Performance
from engine.bots.sweep.grid import Grid
from engine.bots.sweep.swept import Floats, Swept
from engine.market.bars import Times
from engine.market.market import Market
from engine.services.lab.request import LabRequest
from engine.services.tune_bot import Outlook, Touch


@dataclass(frozen=True, slots=True)
class Sources:
    """What a run rests on: with these candles, this code and its request it comes out the same.

    `candles` is a digest of the very candles that were used, `code` of the engine that used them; times in ms UTC,
    `split_ms` the end of the past (that of everything where nothing was held back); `is_file` where `source` is a file
    that was read and not stored; `versions` names what else had a part in it.
    """

    market: Market
    timeframe: str
    source: str
    candles: str
    code: str
    bars: int
    first_ms: int
    split_ms: int
    last_ms: int
    at_ms: int
    is_file: bool = False
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One configuration with the ranges of its numbers: on the past, and on what was held back.

    `number` is its place in the grid, None where these very settings are not in it.
    """

    parameters: BotParameters
    number: int | None
    past: Performance
    held: Performance | None


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Equity at the end of every UTC day, begun once and run through both parts, (d,); the market's close beside it."""

    time: Times
    best: Floats
    bot: Floats
    close: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ahead:
    """The seven days after the last candle: the forecast, the best's last band (None: none there), chances of it."""

    outlook: Outlook
    lower: float | None
    upper: float | None
    touch: Touch | None


@dataclass(frozen=True, slots=True, eq=False)
class Maps:
    """What a run knows before luck has been asked: both sweeps, the best of the past and the bot, judged alike."""

    request: LabRequest
    sources: Sources
    past: Swept
    held: Swept | None
    best: Judged
    bot: Judged

    @property
    def grid(self) -> Grid:
        """Every configuration that was tried."""
        return self.past.grid

    @property
    def trials(self) -> int:
        """How many configurations were tried: those that the registry does not refuse."""
        return int(self.grid.is_valid.sum())


@dataclass(frozen=True, slots=True, eq=False)
class LabRun:
    """A finished run, with everything that is shown of it.

    `past` and `held` are the sweeps of both parts; `best` is the best of the past by the request's objective, `bot`
    the settings that the grid was laid around; `evidence` is what speaks for and against the best, luck first;
    `ahead` is None where the candles are too few for a forecast.
    `seconds` says how long each stage took.
    """

    request: LabRequest
    sources: Sources
    past: Swept
    held: Swept | None
    best: Judged
    bot: Judged
    evidence: LuckEvidence
    verdict: LuckVerdict
    curves: Curves
    ahead: Ahead | None
    seconds: tuple[tuple[str, float], ...]

    @property
    def grid(self) -> Grid:
        """Every configuration that was tried."""
        return self.past.grid

    @property
    def trials(self) -> int:
        """How many configurations were tried: those that the registry does not refuse."""
        return int(self.grid.is_valid.sum())
