"""Portuguese words: Brazil's and Portugal's, pronouns behind a hyphen, contractions, accents left out."""

import pytest

from engine.bots.settings.knob import Value
from engine.chat.text.language import language_of
from tests.spoken import USUAL, moves


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Aumente a janela para 20", {"window": 20}),
        ("Aumenta a janela em 3 candles", {"window": 18}),
        ("O risco, diminua-o em 20%", {"risk_factor": 0.4}),
        ("tira dois candles da janela", {"window": 13}),
        ("Baixa a janela de 15 para 10", {"window": 10}),
        ("k_sigma em 1,5 e stop loss em 2,5 %", {"k_sigma": 1.5, "stop_loss_pct": 2.5}),
        ("Corta o tamanho da operação pela metade", {"base_trade_size": 0.0005}),
        ("corta o tamanho da operacao pela metade", {"base_trade_size": 0.0005}),
        ("Põe a janela em vinte e quatro", {"window": 24}),
        ("Usa ordens a mercado em vez de limitadas", {"order_type": "market"}),
        ("No máximo 8 operações por dia", {"max_trades_per_day": 8}),
    ],
)
def test_a_number_stands_or_counts_as_its_preposition_says(words: str, expected: dict[str, Value]) -> None:
    """In Portuguese "para 20" is the new value and "em 3" behind a verb of change the distance."""
    assert moves(words) == expected


@pytest.mark.parametrize("verb", ["sobe", "suba", "subir", "aumenta", "aumente", "quero aumentar", "você pode subir"])
def test_every_form_of_address_asks_the_same(verb: str) -> None:
    """Some write as to a friend, some politely, some leave a bare infinitive."""
    assert moves(f"{verb} o fator de risco para 0,6") == {"risk_factor": 0.6}


@pytest.mark.parametrize("words", ["o bot está parado o dia todo", "quase não opera", "perde oportunidades demais"])
def test_too_few_trades_want_tighter_bands(words: str) -> None:
    """A complaint says what is wanted without naming a setting."""
    assert set(moves(words)) == {"k_sigma"}
    assert moves(words)["k_sigma"] < USUAL.k_sigma


@pytest.mark.parametrize("words", ["Para que serve a janela?", "Não mexa no risco", "Ajusta o frobnicador para 7"])
def test_what_asks_for_no_change_makes_none(words: str) -> None:
    """A question, a ban and an unknown name leave everything as it is."""
    assert moves(words) == {}


def test_a_slip_still_tells_the_language() -> None:
    """No word of "aumneta a janlea" is in any lexicon, and yet only one language is near."""
    assert language_of("aumneta a janlea") == "pt"
