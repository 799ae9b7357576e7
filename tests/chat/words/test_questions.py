"""What a question asks for: its kind in six languages, and the way to a recommendation for whoever seeks advice."""

import pytest

from engine.bots.parameters import BotParameters
from engine.chat.answers.answer import RECOMMENDED, answered
from engine.chat.answers.facts import Facts
from engine.chat.edits import Request
from tests.spoken import READER, USUAL, moves


@pytest.mark.parametrize(
    "words",
    [
        "Recommend a configuration for me", "what settings would you suggest for my goal?", "best settings please",
        "Empfiehl mir eine Konfiguration", "Welche Einstellungen würdest du mir vorschlagen?",
        "Recomiéndame una configuración", "¿Qué ajustes me sugieres?", "Recommande-moi une configuration",
        "Quels réglages me conseilles-tu ?", "Recomenda uma configuração para mim",
        "Quais configurações você sugere?", "给我推荐一个配置", "你建议用什么参数？",
    ],
)  # fmt: skip
def test_who_seeks_advice_is_shown_the_way_to_a_recommendation(words: str) -> None:
    """A reader of words does not search settings; what does is one click away."""
    proposal = READER.read(Request(words, USUAL))
    assert (proposal.intent, proposal.asks, proposal.edits) == ("question", "advice", ())
    assert answered(words, proposal, Facts(USUAL, USUAL)) == RECOMMENDED


@pytest.mark.parametrize(
    "words", ["I followed your recommendation, set the window to 12", "suggested or not: window 12"]
)
def test_advice_that_was_given_is_none_that_is_sought(words: str) -> None:
    """The order beside it is what counts."""
    assert moves(words) == {"window": 12}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("why", "Why did you lower the risk? / Warum hast du das Risiko gesenkt? / ¿Por qué bajaste el riesgo? /"
                " Pourquoi as-tu baissé le risque ? / Por que você baixou o risco? / 你为什么降低了风险？"),
        ("meaning", "What does the window do? / Was macht das Fenster? / ¿Qué hace la ventana? /"
                    " Que fait la fenêtre ? / O que faz a janela? / 窗口有什么用？"),
        ("value", "How high is my risk? / Wie hoch ist mein Risiko? / ¿Cuál es mi riesgo? / Quel est mon risque ? /"
                  " Qual é o meu risco? / 我的风险是多少？"),
    ],
)  # fmt: skip
def test_the_kind_of_a_question_is_known_in_every_language(kind: str, words: str) -> None:
    """Whoever asks why is not told what the setting does, and a program sees what was asked."""
    for said in words.split(" / "):
        proposal = READER.read(Request(said, BotParameters()))
        assert (proposal.intent, proposal.asks) == ("question", kind), said
