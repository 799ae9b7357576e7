"""The crowd's prior out of its events: empirical Bayes by turns of every trader's posterior and the crowd's."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from engine.ranking.content.basis import KINDS, PAIRS, Basis, basis_of
from engine.ranking.content.belief import Belief
from engine.ranking.content.encounters import Encounters, encounters_of, said
from engine.ranking.content.foretold import Foretold, steps
from engine.ranking.content.prior import ContentPrior
from engine.ranking.content.responses import USUAL, Habits
from engine.traders.log import EventLog

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
TURNS: Final = 8
TRADERS: Final = 300  # of the crowd, evenly chosen, and
NEWEST: Final = 400  # encounters of each that are learned from: more take memory and tell little
FOLDS: Final = 5
STEPS: Final = 3  # of Newton for every trader and turn; the next turn goes on from there
NUDGE: Final = 1e-3
DOUBT: Final = 40.0  # traders' worth of doubt that weights go together other than by their kind
TICKER_DOUBT: Final = 4.0  # traders' worth of doubt that the crowd likes a ticker more than others
BEGIN: Final = (2.0, 2.5, 0.5, (2.0, 1.5, 1.5, 0.5, 0.6, 0.6), 0.4)  # variances: 1, strategies, sectors, hats, pairs
TICKER_BEGIN: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """One trader of the crowd: his encounters, their lines with his own tickers beside, and his posterior's mode."""

    met: Encounters
    lines: Floats
    tickers: Codes
    mode: Floats
    spread: Floats

    def held_back(self, turn: int) -> NDArray[np.bool_]:
        """The fifth of the encounters that this turn does not learn from, so that it can be foretold."""
        found: NDArray[np.bool_] = np.arange(len(self.met)) % FOLDS == turn % FOLDS
        return found


def usual_prior(log: EventLog) -> ContentPrior:
    """Before anything is fitted: scales where the log's ideas are, and what is usual elsewhere."""
    traits = encounters_of(log).traits
    basis = basis_of(traits, sorted(name for name in log.sectors if name))
    belief = Belief(np.r_[-2.0, np.zeros(basis.size - 1)], structured(basis, BEGIN))
    names = log.underlyings
    return ContentPrior(basis, belief, names, np.zeros(len(names)), TICKER_BEGIN, USUAL)


def fit_prior(log: EventLog, turns: int = TURNS) -> ContentPrior:
    """The prior fitted on everybody in the log; some seconds for some hundred traders, never while a page waits."""
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - it looks through all loaded libraries at import

    prior, met = usual_prior(log), encounters_of(log)
    with threadpool_limits(1):  # many small solves: on a busy machine threads made them a hundred times slower
        return _in_turns(prior, met, turns)


def _in_turns(prior: ContentPrior, met: Encounters, turns: int) -> ContentPrior:
    everybody = np.unique(met.trader)
    chosen = everybody[:: -(-len(everybody) // TRADERS) or 1].tolist()
    crowd = [_own(prior, met.rows(np.flatnonzero(met.trader == each)[-NEWEST:])) for each in chosen]
    for turn in range(turns if crowd else 0):
        crowd = [posterior(prior, each, turn) for each in crowd]
        prior = _fitted(prior, crowd, turn)
    return replace(prior, traders=len(crowd), encounters=sum(len(each.met) for each in crowd))


def structured(basis: Basis, variances: tuple[float, float, float, tuple[float, ...], float]) -> Floats:
    """A covariance that knows kinds of weights alone: neighbours on a scale go together, others do not."""
    one, strategy, sector, scales, pair = variances
    found = np.zeros((basis.size, basis.size))
    flat = [one, *[strategy] * KINDS, *[sector] * len(basis.sectors)]
    found[np.arange(len(flat)), np.arange(len(flat))] = flat
    for (place, knots), variance in zip(basis.scales(), scales, strict=True):
        apart = np.arange(len(knots))[:, None] - np.arange(len(knots))
        found[place, place] = variance * np.exp(-0.5 * (apart / (len(knots) / 5)) ** 2)
    last = np.arange(basis.pairs.start, basis.size)
    found[last, last] = pair
    return found + 1e-6 * np.eye(basis.size)


def posterior(prior: ContentPrior, own: Own, turn: int) -> Own:
    """Some steps nearer to the mode of one trader's weights, and the spread around it; a fifth is held back."""
    used = ~own.held_back(turn)
    met, lines = own.met.rows(used), own.lines[used]
    whole = prior.belief.grown(prior.ticker_means[own.tickers], prior.ticker_variance)
    inverse = np.linalg.inv(whole.spread)
    mode, spread = own.mode, own.spread
    for _ in range(STEPS):
        pull, curve = _slopes(prior.habits, met, lines @ mode)
        root = cho_factor(inverse + (lines * curve[:, None]).T @ lines)
        step = cho_solve(root, lines.T @ pull - inverse @ (mode - whole.mean))
        mode = mode + step * min(1.0, 3.0 / max(float(np.abs(lines @ step).max(initial=0)), 1e-9))
        spread = cho_solve(root, np.eye(len(mode)))
    return replace(own, mode=mode, spread=spread)


def _own(prior: ContentPrior, met: Encounters) -> Own:
    tickers, place = np.unique(met.traits.ticker, return_inverse=True)
    beside = np.zeros((len(met), len(tickers)))
    beside[np.arange(len(met)), place] = 1
    whole = prior.belief.grown(prior.ticker_means[tickers], prior.ticker_variance)
    return Own(met, np.column_stack((prior.basis.lines(met.traits), beside)), tickers, whole.mean, whole.spread)


def _slopes(habits: Habits, met: Encounters, f: Floats) -> tuple[Floats, Floats]:
    """First and (turned round, at least a little) second derivative of the log chances in f."""
    low, here, high = (said(habits, met.rank, met.outcome, f + nudge) for nudge in (-NUDGE, 0.0, NUDGE))
    return (high - low) / (2 * NUDGE), np.maximum((2 * here - low - high) / NUDGE**2, 1e-3)


def _fitted(prior: ContentPrior, crowd: list[Own], turn: int) -> ContentPrior:
    """The crowd's Gaussian, tickers and habits that go with these posteriors."""
    size = prior.basis.size
    modes = np.array([each.mode[:size] for each in crowd])
    mean = modes.mean(axis=0)
    found = np.mean([each.spread[:size, :size] for each in crowd], axis=0) + np.cov(modes.T, bias=True)
    target = structured(prior.basis, _variances(prior.basis, found))
    spread = (len(crowd) * found + DOUBT * target) / (len(crowd) + DOUBT)
    means, variance = _tickers(prior, crowd)
    belief = Belief(mean, (spread + spread.T) / 2)
    habits, offset, slope = steps(_foretold(crowd, turn), prior.habits)
    found = replace(prior, belief=belief, ticker_means=means, ticker_variance=variance)
    return replace(_rescaled(found, offset, slope), habits=habits)


def _variances(basis: Basis, spread: Floats) -> tuple[float, float, float, tuple[float, ...], float]:
    """The mean variance of every kind of weight."""
    each = np.diag(spread)
    last = 1 + KINDS + len(basis.sectors)
    hats = tuple(float(each[place].mean()) for place, _ in basis.scales())
    sectors = float(each[1 + KINDS : last].mean()) if basis.sectors else 0.0
    return float(each[0]), float(each[1 : 1 + KINDS].mean()), sectors, hats, float(each[-PAIRS:].mean())


def _tickers(prior: ContentPrior, crowd: list[Own]) -> tuple[Floats, float]:
    """Every ticker's mean weight, drawn to 0, and how far traders are from it."""
    size, count = prior.basis.size, len(prior.tickers)
    total, seen, square, held = np.zeros(count), np.zeros(count), 0.0, 0
    for each in crowd:
        certain = np.maximum(1 - np.diag(each.spread)[size:] / prior.ticker_variance, 0)  # what he has told of it
        total += np.bincount(each.tickers, certain * each.mode[size:], count)
        seen += np.bincount(each.tickers, certain, count)
    means = total / (seen + TICKER_DOUBT)
    for each in crowd:
        square += float(np.sum((each.mode[size:] - means[each.tickers]) ** 2 + np.diag(each.spread)[size:]))
        held += len(each.tickers)
    return means, square / max(held, 1)


def _rescaled(prior: ContentPrior, offset: float, slope: float) -> ContentPrior:
    """The same crowd with likings offset + slope × f in the place of f: what turns alone would need hundreds for."""
    mean = prior.belief.mean * slope
    mean[0] += offset
    return replace(
        prior, belief=Belief(mean, prior.belief.spread * slope**2), ticker_means=prior.ticker_means * slope,
        ticker_variance=prior.ticker_variance * slope**2,
    )  # fmt: skip


def _foretold(crowd: list[Own], turn: int) -> Foretold:
    """What was held back, as this turn's posteriors foretell it."""
    f, variance, rank, outcome = [], [], [], []
    for own in crowd:
        held = own.held_back(turn)
        lines = own.lines[held]
        f.append(lines @ own.mode)
        variance.append(np.einsum("ij,ij->i", lines @ own.spread, lines))
        rank.append(own.met.rank[held])
        outcome.append(own.met.outcome[held])
    return Foretold(*(np.concatenate(each) for each in (f, variance, rank, outcome)))
