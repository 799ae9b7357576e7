"""Chance that repeats: seeded generators, stable shares and names, the same on every machine."""

import hashlib

import numpy as np


def _digest(*words: object) -> bytes:
    return hashlib.sha256("\x1f".join(str(word) for word in words).encode()).digest()


def generator(seed: int, *words: object) -> np.random.Generator:
    """An independent stream of random numbers for each seed and list of words."""
    return np.random.default_rng(int.from_bytes(_digest(seed, *words)[:16], "big"))


def stable_name(*words: object) -> str:
    """Sixteen letters and digits that stand for the words, the same on every machine."""
    return _digest(*words)[:8].hex()


def stable_share(*words: object) -> float:
    """A number in [0, 1) that depends on the words alone; unlike `hash()` it never changes."""
    return int.from_bytes(_digest(*words)[:8], "big") / 2**64
