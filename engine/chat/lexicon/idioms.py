"""Idioms that name a thing and mean another, units and things that no setting has, in six languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.chat.lexicon.lexicon import Said

_ENGLISH: Final[Said] = {
    "word": "open the window|close the window|open a window|open up a window|hit the brakes|hit the nail|"
    "repeating myself|kicking myself|beside myself|hit the road|hit the spot|cut to the chase|life is too short|"
    "life's too short|window of time|high risk high reward|high risk , high reward|no risk no fun|quick win|"
    "quick question|quick one|the stakes are high|bigger boat|full stop|end of story|stop worrying|stop messing around|"
    "stop fooling around|stop kidding|non stop|nonstop|stop and think|stop by|stop press|pit stop|bus stop|"
    "at the end of the day|end of the day|in the long run|in the short run|in the short term|in the long term|"
    "long story short|to cut a long story short|short story|in short|short and sweet|before long|so long as|"
    "at long last|long overdue|at the risk of|i risk sounding|run the risk of|take a position on|position on|"
    "in a position to|in no position to|good position|no limit to|sky is the limit|sky's the limit|window shopping|"
    "window of opportunity|window seat|sit by the window|sitting by the window|look through the window|"
    "out of the window|out the window|of my office|shop window|browser window|chat window|band aid|band-aid|"
    "rubber band|size up the market|let me size up|risk it all|cannot risk it|can't risk it|one size fits all|"
    "that's about the size of it|cut to size|by and large|more or less|sooner or later|better safe than sorry|"
    "better late than never|less is more|the more the merrier|to say the least|last but not least|more often than not|"
    "as often as not|once more unto the breach|more power to you|half the time|half the fun|half measures|half hearted|"
    "give it a shot|long shot|tight spot|tight schedule|time is tight|money is tight|tight budget|on a tight leash|"
    "on a short leash|short on time|short of time|running short|fall short|falls short|stop short of|"
    "keep up the good work|keep it up|keep in mind|keep an eye on|keep your fingers crossed|hold your horses|"
    "hold on a second|hold on tight|hold my beer|hold that thought|on hold|get hold of|take hold|hold off on that|"
    "take your time|take it or leave it|take a look|take care|take note|take it from me|take my word for it|"
    "take a breath|take a deep breath|take into account|on target|off target|right on target|bottom line|"
    "on the one hand|on the other hand|out of my hands|in good hands|up to you|up to me|what's up|whats up|cheer up|"
    "hurry up|wake up|give up|made up my mind|make up my mind|fed up|grow up|shut up|speak up|look up|pick up on|"
    "come up with|end up|ended up|wind up|heads up|thumbs up|follow up on|sum up|to sum up|let me down|break down|"
    "broke down|written down|write down|wrote down|down the road|down to earth|upside down|turn down the|ups and downs|"
    "down under|step by step|set in my ways|set off|set out|dead set on|all set|mind set|mindset|cut me some slack|"
    "cut corners|cut and dried|clear cut|short cut|shortcut|cut the chatter|cut the crap|cut it out|give me a break|"
    "break even|lucky break|high time|high five|high hopes|low hanging|sky high|high horse|aim high|slow and steady|"
    "fast asleep|early bird|better early than late|wide awake|far and wide|world wide|worldwide|deep down|"
    "in deep water|raise the question|raises the question|raise an eyebrow|raise a glass|raise the bar|sets a high bar|"
    "set the bar|lower my voice|behind bars|bar none|coffee bar|raising eyebrows|trade off|trade-off|"
    "tricks of the trade|jack of all trades|trade secret|trend setter|on trend|target audience|profit from this|"
    "loss for words|cut my teeth|for tomorrow|for tomorrow's|ahead of tomorrow|before tomorrow|until tomorrow|at large|"
    "for good measure|bigger picture|the big picture|big deal|no big deal|big thanks|small talk|small print|"
    "small wonder|tighten our belts|tighten my belt|loosen up|widen my horizons|stop gap|stopgap|full on|on and off|"
    "from time to time",
    "foreign": "months|years|seconds|secs|dollars|dollar|usd|usdt|euros|euro|eur|bucks|quid|pounds|gbp|grand",
    "unknown": "letters|letter|font|fonts|text|axis|legend|menu|button|picture|screen|music|alerts|alert|messages|"
    "notifications|sound|voice",
}  # fmt: skip

_GERMAN: Final[Said] = {
    "word": "auf die bremse|das leben ist zu kurz|kein risiko kein spaß|größeres boot|hohes risiko hoher gewinn|"
    "am ende des tages|unterm strich|kurz und gut|kurz gesagt|kurzum|lange rede kurzer sinn|über kurz oder lang|"
    "auf lange sicht|auf kurze sicht|seit langem|vor kurzem|mehr oder weniger|früher oder später|weniger ist mehr|"
    "nicht mehr und nicht weniger|stopp mal|stop mal|halt mal|halt mal kurz|halt die ohren steif|moment mal|"
    "das maß ist voll|aus dem fenster|steh am fenster|stehe am fenster|sitze am fenster|stehen am fenster|"
    "fenster zum hof|im schaufenster|schaufenster|zeitfenster|am band|laufendes band|am laufenden band|"
    "außer rand und band|das risiko gehe ich ein|risiko gehe ich ein|auf die gefahr hin|ohne risiko kein gewinn|"
    "im großen und ganzen|großes kino|größe zeigen|eine nummer zu groß|position beziehen|stellung halten|in der lage|"
    "halt durch|immer mit der ruhe|ruhe bewahren|mach schnell|beeil dich|schneller antworten|langsamer sprechen|"
    "kopf hoch|hoch im kurs|hoch und heilig|höchste zeit|es ist höchste zeit|unter uns|unter anderem|"
    "es geht rauf und runter|das ist die grenze|grenzen setzen|auf wiedersehen|für morgen|eng befreundet|"
    "den gürtel enger schnallen|gürtel enger schnallen|auf dem zahnfleisch",
    "foreign": "monate|monaten|jahre|jahren|sekunden|dollar|usd|usdt|euro|euros|eur|franken|chf",
    "unknown": "schrift|buchstaben|text|menü|bild|bildschirm|musik|meldungen|stimme|ton",
}  # fmt: skip

_SPANISH: Final[Said] = {
    "word": "abre la ventana|abrir la ventana|cierra la ventana|la vida es demasiado corta|la vida es muy corta|"
    "a mayor riesgo mayor beneficio|al fin y al cabo|a fin de cuentas|al final del día|en resumen|en pocas palabras|"
    "a la larga|a corto plazo|a largo plazo|más o menos|tarde o temprano|menos es más|junto a la ventana|"
    "por la ventana|ventana de oportunidad|corro el riesgo|a riesgo de|correr el riesgo|quien no arriesga no gana|"
    "me arriesgo a|tomar posición|tomar una posición|en posición de|no hay límite|sin límites a mi|banda sonora|"
    "banda de música|la banda toca|alto ahí|para un momento|para el carro|a lo grande|en gran medida|hasta arriba de|"
    "de arriba abajo|darse prisa|date prisa|más despacio por favor|ni más ni menos|cuanto más mejor|poco a poco|"
    "a lo sumo|en alto|en voz baja|sube el ánimo|baja la voz|para mañana|corta el rollo|en corto",
    "foreign": "meses|años|segundos|dólares|dólar|usd|usdt|euros|euro|eur|pesos",
    "unknown": "letra|letras|texto|menú|imagen|pantalla|música|avisos|voz|sonido",
}  # fmt: skip

_FRENCH: Final[Said] = {
    "word": "calmes|tranquilles|ouvre la fenêtre|ferme la fenêtre|la vie est trop courte|plus de peur que de mal|"
    "au bout du compte|en fin de compte|à la fin de la journée|en bref|en un mot|à la longue|à court terme|"
    "à long terme|plus ou moins|tôt ou tard|moins c'est plus|par la fenêtre|assis à la fenêtre|fenêtre de tir|"
    "au risque de|prendre le risque|je prends le risque|qui ne risque rien n'a rien|prendre position|en position de|"
    "sans limite à ma|bande dessinée|bande originale|bande de copains|stop ou encore|dans une large mesure|grosso modo|"
    "haut les mains|haut la main|en haut lieu|à voix basse|baisser les bras|baisse la voix|dépêche toi|dépêche-toi|"
    "plus lentement s'il te plaît|ni plus ni moins|tant mieux|peu à peu|au plus tard|pour demain|petit à petit|"
    "coupe court",
    "foreign": "mois|ans|années|secondes|dollars|dollar|usd|usdt|euros|euro|eur|francs|balles",
    "unknown": "lettres|police|texte|menu|image|écran|musique|alertes|voix|son du",
}  # fmt: skip

_PORTUGUESE: Final[Said] = {
    "word": "abre a janela|fecha a janela|abrir a janela|a vida é curta demais|a vida é muito curta|no fim das contas|"
    "no final das contas|ao fim e ao cabo|no fim do dia|em resumo|em poucas palavras|a longo prazo|a curto prazo|"
    "mais ou menos|mais cedo ou mais tarde|menos é mais|pela janela|sentado à janela|janela de oportunidade|"
    "correr o risco|corro o risco|sob o risco de|quem não arrisca não petisca|tomar posição|em posição de|"
    "sem limites para a minha|banda sonora|banda de música|a banda toca|alto lá|para com isso|em grande medida|"
    "em grande parte|de cima a baixo|nem mais nem menos|quanto mais melhor|pouco a pouco|em voz baixa|baixa a voz|"
    "para amanhã|em alta|no alto|se apressa|mais devagar por favor",
    "foreign": "meses|anos|segundos|dólares|dólar|usd|usdt|euros|euro|eur|reais|real",
    "unknown": "letra|letras|texto|menu|imagem|tela|ecrã|música|alertas|voz|som",
}  # fmt: skip

_CHINESE: Final[Said] = {
    "word": "我会更安心|我会更放心|我更放心|心里踏实|我会安心|音量|打开窗户|开窗|尽可能|人生苦短|高风险高回报|总之|"
    "归根到底|归根结底|说到底|长话短说|简而言之|长远来看|从长远看|短期来看|或多或少|迟早|窗口旁|窗口旁边|坐在窗口|窗外|"
    "机会窗口|冒昧|冒着风险说|有风险就有收益|表个态|表明立场|没有上限的耐心|乐队|加油|慢慢来|别急|快点回答|说慢点|大概|"
    "差不多|大不了|不大不小|高见|低调",
    "foreign": "个月|年|秒|美元|美金|欧元|人民币|块钱",
}  # fmt: skip

IDIOMS: Final[Mapping[str, Said]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "pt": _PORTUGUESE, "zh": _CHINESE}
)
