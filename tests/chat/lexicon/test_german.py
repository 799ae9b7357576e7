"""German words: separable verbs, endings, umlauts typed or not, what stays, what turns round, what only asks."""

import pytest

from engine.bots.parameters import BotParameters
from engine.bots.settings.knob import Value
from engine.chat.edits import Request
from engine.chat.text.language import language_of
from tests.spoken import READER, USUAL, moves

SHORTING = BotParameters(allow_short=True, trend_filter=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Setz das Fenster auf 12 herunter", {"window": 12}),
        ("Ich möchte, dass du das Fenster um 3 Kerzen verkürzt", {"window": 12}),
        ("Fahr das Risiko um 20 % zurück", {"risk_factor": 0.4}),
        ("erhoehe die Groesse um 10%", {"base_trade_size": 0.0011}),
        ("Verdopple die Handelsgröße und halbiere den Risikofaktor", {"base_trade_size": 0.002, "risk_factor": 0.25}),
        ("Setze den Take Profit auf 3,5 % und den Stop auf 2 %", {"take_profit_pct": 3.5, "stop_loss_pct": 2.0}),
        ("Fenster 10, Sigma 1,5", {"window": 10, "k_sigma": 1.5}),
        ("Halte Positionen höchstens 2 Tage", {"max_holding_bars": 48}),
        ("Setzen Sie bitte die Slippage auf 5 Basispunkte", {"max_slippage_bps": 5.0}),
        ("Höchstens fünf Trades pro Tag", {"max_trades_per_day": 5}),
        ("Zwei Kerzen Bestätigung vor dem Einstieg", {"entry_confirm_bars": 2}),
        ("Schalte den Trendfilter ein", {"trend_filter": True}),
        ("Wechsle auf 4-Stunden-Kerzen", {"timeframe": "4h"}),
        ("Nur handeln, wenn das Modell sich mindestens zu 80 % sicher ist", {"ml_min_confidence": 0.8}),
    ],
)
def test_a_quantity_is_read_with_its_verb_wherever_that_stands(words: str, expected: dict[str, Value]) -> None:
    """German parts its verbs and puts them last; the number and its unit stay what they are."""
    assert moves(words) == expected


@pytest.mark.parametrize(
    ("words", "name", "up"),
    [
        ("Der Stop ist viel zu eng", "stop_loss_pct", True),
        ("engere Bänder bitte", "k_sigma", False),
        ("Versuche das Fenster zu verkleinern", "window", False),
        ("Nicht so aggressiv bitte", "risk_factor", False),
        ("Ich werde dauernd ausgestoppt", "stop_loss_pct", True),
        ("Lass die Gewinne laufen", "take_profit_pct", True),
        ("Der Bot handelt zu selten", "k_sigma", False),
        ("Der Bot reagiert auf jede kleine Bewegung", "window", True),
        ("das Risiko ein klein wenig hochfahren", "risk_factor", True),
        ("Mehr Gewicht auf die Prognose", "ml_weight", True),
        ("weniger empfindlich", "k_sigma", True),
    ],
)
def test_a_direction_is_understood(words: str, name: str, up: bool) -> None:
    """Complaints turn round, infinitives with "zu" do not."""
    value, before = moves(words)[name], getattr(USUAL, name)
    assert (value > before) is up


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mach die Bänder weiter, ohne das Fenster anzufassen", {"k_sigma"}),
        ("Ein bisschen aggressiver, aber die Größe bleibt", {"window", "k_sigma", "risk_factor"}),
        ("Erhöhe das Risiko, der Rest bleibt wie er ist", {"risk_factor"}),
        ("Lass das Fenster so wie es ist und senke das Risiko", {"risk_factor"}),
        ("Weniger Risiko, aber das Fenster nicht ändern", {"risk_factor"}),
        ("Bitte ändere nichts", set()),
        ("Soll ich das Risiko senken?", set()),
        ("Mein Freund sagt, ich soll das Risiko auf 0,9 setzen", set()),
        ("mach den Fluxkompensator größer", set()),
        ("Gib mir 10x Hebel", set()),
    ],
)
def test_nothing_changes_that_was_not_asked_for(words: str, expected: set[str]) -> None:
    """What stays, what only asks, what others say, what nobody knows, what cannot be."""
    assert set(moves(words)) == expected


@pytest.mark.parametrize("words", ["Trendfilter bitte aus", "kein Leerverkauf mehr und den Trendfilter abschalten"])
def test_a_switch_goes_off(words: str) -> None:
    """At the end of the clause, or as one word."""
    assert moves(words, SHORTING)["trend_filter"] is False


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Mach die letzte Änderung rückgängig", "undo"),
        ("Nimm die letzte Änderung zurück", "undo"),
        ("Stell alles auf Standard zurück", "default"),
    ],
)
def test_words_go_back(words: str, kind: str) -> None:
    """A change is taken back; a setting taken back goes down."""
    restore = READER.read(Request(words, USUAL)).restore
    assert restore is not None
    assert restore.kind == kind


def test_german_is_told_from_english() -> None:
    """Traders mix English into German; one language has to be found for the text."""
    assert [language_of(words) for words in ("Setz den Stop-Loss auf 2 %", "set the stop loss to 2 %")] == ["de", "en"]
