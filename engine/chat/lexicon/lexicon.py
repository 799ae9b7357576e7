"""What a language says for each role: the one shape that all lexicons have."""

from collections.abc import Mapping
from dataclasses import dataclass

Said = Mapping[str, str]  # what is meant -> the phrases that say it, parted by |, a trailing * for any ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language as data; the reading itself knows none of its words.

    `roles` are the words of grammar (up, not, too, keep, ...); `qualities` tight, wide, early and the like; `nouns`
    things that a target is made of; `targets` and `choices` names of settings and of their values; `moods` wishes for
    the whole bot; `effects` phrases that ask for a setting without naming it; `refusals` what cannot be done;
    `endings` the pronouns that verbs end with; `sounds` pairs of letters that are said the same.
    """

    code: str
    roles: Said
    qualities: Said
    nouns: Said
    targets: Said
    choices: Said
    moods: Said
    effects: Said
    refusals: Said
    numbers: Mapping[str, float]
    factors: Mapping[str, float]
    shares: Mapping[str, float]
    plain: str
    comma_decimal: bool = False
    endings: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
