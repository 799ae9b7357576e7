"""French words: elided articles, pronouns behind a hyphen, "de" with two meanings, what stays, what only asks."""

import pytest

from engine.bots.parameters import BotParameters
from engine.bots.settings.knob import Value
from engine.chat.edits import Request
from engine.chat.text.language import language_of
from tests.spoken import READER, USUAL, moves

TRENDING = BotParameters(trend_filter=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mets la fenêtre à 12", {"window": 12}),
        ("fenêtre de 15 à 12", {"window": 12}),
        ("Je voudrais un stop de 2 %", {"stop_loss_pct": 2.0}),
        ("Augmente le risque de 20 %", {"risk_factor": 0.6}),
        ("Réduis la taille des trades de moitié", {"base_trade_size": 0.0005}),
        ("reduis l'objectif de gain d'un quart", {"take_profit_pct": 1.5}),
        ("Fenêtre 10, sigma 1,5", {"window": 10, "k_sigma": 1.5}),
        ("Mets le take profit à 3,5 % et le stop à 2 %", {"take_profit_pct": 3.5, "stop_loss_pct": 2.0}),
        ("Pas plus de cinq trades par jour", {"max_trades_per_day": 5}),
        ("Passe en bougies de 4 heures", {"timeframe": "4h"}),
        ("Deux bougies de confirmation avant d'entrer", {"entry_confirm_bars": 2}),
        ("Attends 5 bougies après chaque trade", {"cooldown_bars": 5}),
        ("Garde les positions deux jours maximum", {"max_holding_bars": 48}),
        ("Ne trade que si le modèle est sûr à 80 % au moins", {"ml_min_confidence": 0.8}),
        ("N'utilise plus la prévision", {"ml_weight": 0.0}),
        ("Active le filtre de tendance", {"trend_filter": True}),
    ],
)
def test_a_quantity_is_read_with_its_preposition(words: str, expected: dict[str, Value]) -> None:
    """A stop of 2 % is set, a cut of 2 % is taken off, and "de 15 à 12" ends at 12."""
    assert moves(words) == expected


@pytest.mark.parametrize(
    ("words", "name", "up"),
    [
        ("Le stop est beaucoup trop serré", "stop_loss_pct", True),
        ("bandes plus étroites", "k_sigma", False),
        ("Pas si agressif", "risk_factor", False),
        ("moins sensible", "k_sigma", True),
        ("Je me fais tout le temps stopper", "stop_loss_pct", True),
        ("Laisse courir les gagnants", "take_profit_pct", True),
        ("Il ne trade presque jamais", "k_sigma", False),
        ("Le bot réagit au moindre mouvement", "window", True),
        ("rends-le moins nerveux", "window", True),
        ("Donne plus de poids à la prévision", "ml_weight", True),
    ],
)
def test_a_direction_is_understood(words: str, name: str, up: bool) -> None:
    """Adjectives stand behind their things; "si" before one is a degree and no condition."""
    value, before = moves(words)[name], getattr(USUAL, name)
    assert (value > before) is up


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Élargis les bandes sans toucher à la fenêtre", {"k_sigma"}),
        ("Un peu plus agressif, mais garde la taille", {"window", "k_sigma", "risk_factor"}),
        ("Augmente le risque, le reste ne bouge pas", {"risk_factor"}),
        ("Ne change rien", set()),
        ("Dois-je baisser le risque ?", set()),
        ("Mon ami dit que je devrais mettre le risque à 0,9", set()),
        ("Agrandis le convecteur temporel", set()),
        ("Donne-moi un levier x10", set()),
    ],
)
def test_nothing_changes_that_was_not_asked_for(words: str, expected: set[str]) -> None:
    """What stays, what only asks, what others say, what nobody knows, what cannot be."""
    assert set(moves(words)) == expected


def test_a_switch_goes_off() -> None:
    """A verb that also opens attacks is still a verb."""
    assert moves("Désactive le filtre de tendance", TRENDING) == {"trend_filter": False}


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Annule la dernière modification", "undo"), ("Remets tout par défaut", "default")],
)
def test_words_go_back(words: str, kind: str) -> None:
    """Undo and the defaults."""
    restore = READER.read(Request(words, USUAL)).restore
    assert restore is not None
    assert restore.kind == kind


def test_french_is_told_from_english() -> None:
    """Traders mix English into French; one language has to be found for the text."""
    assert [language_of(words) for words in ("Mets le stop-loss à 2 %", "set the stop loss to 2 %")] == ["fr", "en"]
