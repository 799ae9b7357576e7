"""What a question asks for, in six languages; of several kinds the first that stands here holds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.chat.edits import Asks

_ENGLISH: Final[Mapping[Asks, str]] = {
    "advice": "recommend me|recommend a|recommend some|recommend settings|can you recommend|could you recommend|"
    "do you recommend|would you recommend|would you suggest|do you suggest|can you suggest|suggest settings|suggest a|"
    "suggest some|suggest me|which settings should|which settings would|what settings should|what settings would|"
    "best settings|best configuration|ideal settings|right settings|what would you set|what would you choose|"
    "what should i use|find me settings|find settings|find a configuration|advise me|your recommendation|"
    "a recommendation|what do you advise",
    "why": "why|how come|what was the reason|what is the reason|for what reason",
    "effect": "what if|what would|what happens if|what happens when|should i|shall i|would it help|do you think",
    "risk": "how risky|how safe|how dangerous|what can i lose|how much can i lose",
    "market": "forecast for|tomorrow|next week|where is the market|what will the price|outlook",
    "meaning": "what does|what do|explain|mean|means|difference between|define|how does|how do",
    "value": "what is|what's|how large|how big|how long|how wide|how high|how much|how many|which|is|are",
}
_GERMAN: Final[Mapping[Asks, str]] = {
    "advice": "empfiehl*|empfehl*|schlag mir|schlage mir|schlag eine|was würdest du einstellen|was rätst du|"
    "einstellungen soll ich|einstellungen sollte ich|einstellungen würde*|einstellungen schlägst|"
    "beste einstellungen|"
    "die besten einstellungen|beste konfiguration|passende einstellungen|finde einstellungen|was soll ich nehmen",
    "why": "warum|wieso|weshalb|aus welchem grund|wie kommt es",
    "effect": "was passiert wenn|was passiert , wenn|was würde|was wäre|was bringt|soll ich|sollte ich|meinst du",
    "risk": "wie riskant|wie gefährlich|wie sicher|was kann ich verlieren|wie viel kann ich verlieren",
    "market": "prognose für|morgen|nächste woche|wohin geht|wie wird der markt|aussichten",
    "meaning": "was bedeutet|was bedeuten|was heißt|was macht|was machen|wofür|wozu|was tut|erklär*|unterschied",
    "value": "wie hoch|wie groß|wie lang|wie breit|wie weit|wie viel|wie viele|worauf steht|was ist|welcher wert",
}
_SPANISH: Final[Mapping[Asks, str]] = {
    "advice": "recomiénda*|recomienda*|recomendar*|sugiére*|sugiere*|sugerir*|qué ajustes me|qué ajustes debería|"
    "qué configuración me|mejor configuración|mejores ajustes|qué pondrías|qué me aconsejas|aconséjame|"
    "búscame una configuración",
    "why": "por qué|cómo es que|a qué se debe",
    "effect": "qué pasa si|qué pasaría si|qué pasaría|y si|debería|crees que",
    "risk": "qué tan arriesgad*|cómo de arriesgad*|cuánto puedo perder|qué puedo perder|es muy peligros*",
    "market": "pronóstico para|mañana|la semana que viene|hacia dónde va|cómo estará el mercado",
    "meaning": "qué hace|qué significa|para qué sirve|qué quiere decir|explica*|explíca*|diferencia entre",
    "value": "cuál es|cuánto|cuánta|cuántos|cuántas|qué valor|en cuánto está|qué es",
}
_FRENCH: Final[Mapping[Asks, str]] = {
    "advice": "recommande*|recommander|conseille*|suggère*|suggérer|quels réglages me|quels réglages devrais|"
    "quelle configuration me|meilleure configuration|meilleurs réglages|que mettrais tu|trouve moi une configuration",
    "why": "pourquoi|comment se fait il|pour quelle raison",
    "effect": "que se passe t il si|qu'est ce qui se passe si|et si|que ferait|devrais je|dois je|penses tu",
    "risk": "à quel point est ce risqué|est ce risqué|est ce dangereux|combien puis je perdre",
    "market": "prévision pour|demain|la semaine prochaine|où va le marché",
    "meaning": "que fait|que veut dire|que signifie|à quoi sert|c'est quoi|explique*|différence entre|qu'est ce que",
    "value": "quelle est|quel est|combien|à combien est|quelle valeur|quels sont|quelles sont",
}
_PORTUGUESE: Final[Mapping[Asks, str]] = {
    "advice": "recomend*|suger*|aconselh*|que configurações me|quais configurações|que ajustes me|"
    "melhor configuração|"
    "melhores configurações|melhores ajustes|o que você colocaria|encontra uma configuração",
    "why": "por que|por quê|porque é que|porquê|qual o motivo",
    "effect": "o que acontece se|o que aconteceria|e se|devo|deveria|você acha que|achas que",
    "risk": "quão arriscad*|é muito arriscad*|quanto posso perder|o que posso perder|é perigos*",
    "market": "previsão para|amanhã|semana que vem|para onde vai|como estará o mercado",
    "meaning": "o que faz|o que significa|para que serve|o que quer dizer|explica*|explique*|diferença entre",
    "value": "qual é|quanto|quanta|quantos|quantas|que valor|em quanto está|o que é",
}
_CHINESE: Final[Mapping[Asks, str]] = {
    "advice": "推荐|建议用|建议什么|有什么建议|给我建议|给个建议|"
    "最好的设置|最佳设置|最佳参数|合适的参数|该用什么参数|用什么设置",
    "why": "为什么|为何|怎么会|什么原因",
    "effect": "如果|会怎样|会怎么样|应该不应该|该不该|要不要",
    "risk": "有多大风险|风险大吗|危险吗|会亏多少|能亏多少|有多危险",
    "market": "明天|下周|行情会|市场会|走势",
    "meaning": "什么意思|是什么|有什么用|做什么|解释|说明|区别",
    "value": "是多少|多少|多大|多长|多宽|几",
}

ASKING: Final[Mapping[str, Mapping[Asks, str]]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "pt": _PORTUGUESE, "zh": _CHINESE}
)
