"""Spanish words: pronouns that verbs end with, prepositions of two meanings, accents left out, spelling by ear."""

import pytest

from engine.bots.settings.knob import Value
from engine.chat.text.language import language_of
from tests.spoken import moves


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sube la ventana a 20", {"window": 20}),
        ("Sube la ventana en 3 velas", {"window": 18}),
        ("La ventana se queda corta. Súbela a 20", {"window": 20}),
        ("El riesgo bájalo un 20%", {"risk_factor": 0.4}),
        ("Quítale dos velas a la ventana", {"window": 13}),
        ("Baja la ventana de 15 a 10", {"window": 10}),
        ("k_sigma en 1,5 y stop loss en 2,5 %", {"k_sigma": 1.5, "stop_loss_pct": 2.5}),
        ("Duplica el tamaño de la operación", {"base_trade_size": 0.002}),
        ("reduce el tamano de la operacion a la mitad", {"base_trade_size": 0.0005}),
        ("veinticuatro velas de ventana", {"window": 24}),
        ("Que espere cinco velas entre operaciones", {"cooldown_bars": 5}),
        ("Usa órdenes a mercado en vez de limitadas", {"order_type": "market"}),
    ],
)
def test_a_number_stands_or_counts_as_its_preposition_says(words: str, expected: dict[str, Value]) -> None:
    """In Spanish "a 20" is the new value and "en 3" the distance; a pronoun may hang on the verb."""
    assert moves(words) == expected


@pytest.mark.parametrize("verb", ["sube", "suba", "subir", "aumenta", "aumente", "quiero aumentar", "puedes subir"])
def test_every_form_of_address_asks_the_same(verb: str) -> None:
    """Some write as to a friend, some politely, some leave a bare infinitive."""
    assert moves(f"{verb} el factor de riesgo a 0,6") == {"risk_factor": 0.6}


@pytest.mark.parametrize("words", ["vaja el riesgo a 0,4", "baja el riezgo a 0,4", "baja el riesgo a 0,4"])
def test_what_sounds_the_same_is_the_same(words: str) -> None:
    """Many confuse b and v, s and z when they type in a hurry."""
    assert moves(words) == {"risk_factor": 0.4}


@pytest.mark.parametrize("words", ["¿Para qué sirve la ventana?", "No toques el riesgo", "Ajusta el frobnicador a 7"])
def test_what_asks_for_no_change_makes_none(words: str) -> None:
    """A question, a ban and an unknown name leave everything as it is."""
    assert moves(words) == {}


def test_spanish_and_portuguese_are_told_apart() -> None:
    """They share many words; a sentence has enough of its own."""
    assert language_of("Aumenta un poco la ventana") == "es"
    assert language_of("Aumenta um pouco a janela") == "pt"
    assert language_of("increase the window") == language_of("stop loss 2%") == "en"
