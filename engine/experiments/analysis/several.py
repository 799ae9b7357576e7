"""Several metrics at once: how many of those that stand out would stand out by luck (Benjamini and Hochberg 1995)."""

import numpy as np

from engine.experiments.analysis.moments import Floats


def adjusted_p(p_values: Floats) -> Floats:
    """p-values at which the share of false findings among all found is held; nan stays nan and counts for nothing."""
    found = np.full(len(p_values), np.nan)
    known = np.flatnonzero(np.isfinite(p_values))
    order = known[np.argsort(p_values[known], kind="stable")]
    scaled = p_values[order] * len(order) / np.arange(1, len(order) + 1)
    found[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return found
