"""What a peer of the rankers is given and gives back: each window's arrays in one file, its scores in another."""

import sys
import warnings

import numpy as np


def answered(scores):
    """Run `scores(data) -> {name: (users, items)}` on every window of the file named first; write the one after it."""
    warnings.simplefilter("ignore")
    with np.load(sys.argv[1]) as given:
        windows = sorted({name.split("|")[0] for name in given.files})
        made = {}
        for window in windows:
            data = {name.split("|")[1]: given[name] for name in given.files if name.startswith(f"{window}|")}
            made.update({f"{window}|{name}": values for name, values in scores(data).items()})
    np.savez(sys.argv[2], **made)
