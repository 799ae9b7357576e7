"""Real English words that lie one slip of the pen from a word of the bot: they are mended to nothing.

Found by counting: words that stand six times or more in the texts of the Python library and of the packages that the
engine runs on, and that would be taken for slips.
"""

from typing import Final

REAL_WORDS: Final = frozenset({
    "ability", "adopt", "ambiguous", "arise", "arising", "await", "awaited", "backing", "bare", "begun", "beta",
    "biased", "bland", "blank", "blending", "border", "brand", "brought", "butter", "caching", "casing", "cast",
    "cell", "clock", "cloned", "clones", "cloning", "coarse", "code", "collection", "compilation", "condition",
    "conference", "conforms", "const", "continued", "convention", "correlation", "corruption", "dagger", "decoded",
    "depending", "descent", "detection", "discarding", "dual", "east", "edited", "editing", "erase", "exceptions",
    "extensive", "facing", "fail", "fails", "fixing", "flag", "flavor", "float", "former", "functionally", "gamble",
    "gambles", "grad", "grind", "grinds", "having", "hoarded", "hood", "hopping", "inefficient", "inference", "info",
    "interacting", "inverted", "lack", "lang", "lass", "latter", "layer", "leader", "leaking", "learner", "legs",
    "listing", "literal", "loader", "lobe", "logger", "logs", "loopback", "looping", "male", "males", "masking",
    "mime", "mini", "modal", "monkey", "national", "nets", "neutral", "noting", "ounce", "overlaying", "overloaded",
    "overrides", "overriding", "packet", "paire", "parse", "permitted", "pills", "pipe", "plain", "port",
    "prepending", "presentation", "primes", "prints", "proceeding", "production", "project", "pure", "recursion",
    "referring", "rejecting", "rejection", "releasing", "relevance", "remaining", "rendering", "replacing",
    "replaying", "reporting", "resets", "resetting", "retains", "returning", "reuse", "reversing", "ridge", "rose",
    "sale", "sash", "seeding", "seek", "seeking", "seeks", "sees", "sent", "shell", "shrunk", "sine", "site", "sites",
    "snake", "sole", "solid", "sordid", "sorted", "sorting", "spam", "spawn", "spider", "spines", "splitting",
    "stable", "stages", "stating", "stats", "steep", "string", "stripping", "stroke", "swallowed", "tail", "taps",
    "task", "tilde", "toke", "toms", "traced", "traces", "tracing", "tram", "trams", "transitions", "translations",
    "trial", "trials", "trick", "tuna", "util", "variation", "vary", "weakly", "weeding", "whale", "whitening",
    "wings", "writing",
})  # fmt: skip
