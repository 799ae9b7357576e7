"""arch as a contestant, run in an environment of its own: `python -m benchmarks.peer_arch IN OUT`.

A GARCH(1,1) with Student-t errors, whose own standardised residuals are drawn again (filtered simulation).
"""

import sys
import warnings

import numpy as np
from arch import arch_model  # type: ignore[import-not-found,unused-ignore]  # in the peer's environment only
from numpy.typing import NDArray

HORIZON = 7
DRAWS = 2000
LEVELS = (np.arange(100) + 0.5) / 100


def quantiles(logs: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
    """Quantiles of the log return over 1 to 7 days from one series of log closes, shape (7, 100)."""
    returns = 100 * np.diff(logs)
    fitted = arch_model(returns, mean="Zero", vol="GARCH", p=1, q=1, dist="t").fit(disp="off")
    made = fitted.forecast(
        horizon=HORIZON,
        method="bootstrap",
        simulations=DRAWS,
        random_state=np.random.RandomState(seed),
    )
    paths = made.simulations.values[-1] / 100
    return np.quantile(np.cumsum(paths, axis=1), LEVELS, axis=0).T


def main() -> None:
    """Case by case."""
    warnings.simplefilter("ignore")
    logs = np.load(sys.argv[1])["logs"]
    np.savez(sys.argv[2], **{"GARCH-t, filtered": np.stack([quantiles(one, case) for case, one in enumerate(logs)])})


if __name__ == "__main__":
    main()
