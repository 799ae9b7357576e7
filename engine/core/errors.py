"""What can go wrong, as a tree: each error's message says what, what is allowed, what it was, what to do."""


class ToptionError(Exception):
    """Anything that a user can put right; its message is shown as it is."""


class ParameterError(ToptionError):
    """A bot setting, or a combination of settings, that the engine refuses."""


class DataError(ToptionError):
    """Candles or another table that cannot be used as they are; nothing of them was kept."""


class InterpreterError(ToptionError):
    """A sentence that could not be turned into a change."""


class ExchangeError(ToptionError):
    """An exchange refused, did not answer, or answered nonsense."""


class StoreError(ToptionError):
    """Something could not be saved or read back; what was saved before is untouched."""


class ConflictError(StoreError):
    """Somebody else saved first; the newer version is named, and nothing was overwritten."""


class ClusterError(ToptionError):
    """Other machines were to help and did not: none there, other code, or all of them lost on the way."""
