"""What holds a change back in six languages: fixed things, refusals, what is called off or put right."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.chat.lexicon.lexicon import Said

_ENGLISH: Final[Said] = {
    "noon": "around lunchtime|at lunchtime|lunchtime|lunch time|around lunch|at lunch|at noon|around noon|noon|"
    "midday|at midday|around midday",
    "afternoon": "in the afternoon|afternoon",
    "keep": "read only|read-only|readonly|off the table|not up for discussion|not up for debate|not negotiable|"
    "non negotiable|non-negotiable|is none of your business|are none of your business|is spoken for|excluded|"
    "is excluded|out of bounds|out of the game|sacrosanct|taboo|a no go|a no-go|is not yours|isn't yours|are not yours|"
    "not yours to|paws off|paws away|fingers off|settled|is settled|belongs to|contractually fixed|carved in stone|"
    "written in stone|hardcoded|hard coded|hard-coded|immutable|under lock and key|stays where it|is not for you|"
    "on the no touch list|do not disturb|does not move|doesn't move|must not move|mustn't move|may not move|is given|"
    "as a given|nailed|bolted down|glued|chained|out of scope|not in scope|fenced off|protected|is law|no changes to|"
    "no change to|no change in|no changes in|stays where it is|stays at|stay at",
    "neg": "stop it from|stop him from|stop them from|stop the bot from|keep it from|far from wanting|nobody asked for|"
    "no one asked for|nobody wants|i never said|the last thing i want|the last thing we want|the last thing i need|"
    "last thing i want is|i'd hate|i would hate|i hate the idea of|i refuse to|refuse to|i'm against|i am against|"
    "we're against|against raising|against lowering|not a fan of|no fan of|would be a mistake|out of the question|"
    "is not an option|isn't an option|not an option|is the wrong idea|is a bad idea|would be a bad idea|"
    "is a terrible idea|would be stupid|would be madness|under no circumstances|in no case|not as if|not that i want|"
    "not that we want|not that it should|it's not that|it isn't that|it is not that|by no stretch|opposed to|"
    "i'm opposed to|no reason to|no need for|no point in|no sense in|i see no reason to|not what i want|"
    "isn't what i want|is not what i want|not the idea|not my idea of|don't even think about|not even think of|"
    "makes no sense to|has no business|i wouldn't dream of|wouldn't dream of|god forbid|heaven forbid|"
    "anything other than",
    "neg=without": "without|w/o|without being|without becoming|without getting|without going|without making|but no|"
    "while not|yet not",
    "rather_not=take_back": "better not|maybe not|perhaps not|probably not|preferably not",
    "forget": "just kidding|only kidding|i'm kidding|kidding|only joking|just joking|i'm joking|joke|that was a joke|"
    "jk|april fools|gotcha|leave it after all|on second thought leave it|ignore that|ignore me|scratch everything|"
    "scrap everything|cancel that|cancel all that|call it off|don't bother|leave it be",
    "correct=take_back": "no way|no chance|actually no|no actually|scratch that|strike that|on second thought|"
    "on second thoughts|no no|nope|wait no|no wait|oh no wait|nah|well no|actually not|or not|hmm no|eh no|er no|uh no",
    "correct": "argh|typo|misread|misspoke|i meant to say|should read|whoops|woops|oopsie|d'oh|doh|correcting myself|"
    "correction",
}  # fmt: skip

_GERMAN: Final[Said] = {
    "noon": "mittag|mittags|zu mittag|um die mittagszeit|gegen mittag",
    "afternoon": "nachmittag|nachmittags|am nachmittag",
    "keep": "tabu|ist tabu|sind tabu|gesetzt|ist gesetzt|steht nicht zur debatte|nicht zur debatte|"
    "steht nicht zur diskussion|nicht zur diskussion|nicht verhandelbar|unantastbar|außen vor|bleibt außen vor|"
    "schreibgeschützt|in stein gemeißelt|unverrückbar|vorgegeben|ist vorgegeben|pfoten weg|hände weg|finger davon|"
    "ausgenommen|ist gesperrt|gesperrt|unveränderlich|ist fix|geht dich nichts an|gehört nicht dazu|festgelegt|"
    "festgeschrieben|festgenagelt|steht fest",
    "neg": "hör auf|hört auf|hören sie auf|nicht dass|nicht , dass|das letzte , was ich will|"
    "das letzte , was ich brauche|es ist nicht so , dass|es ist nicht so dass|bin gegen|ich bin gegen|"
    "das letzte was ich will|kommt nicht in frage|kommt nicht infrage|wäre ein fehler|ist ein fehler|ist keine option|"
    "halte nichts von|weit davon entfernt|niemand will|niemand wollte|keiner will|ich weigere mich|wäre dumm|"
    "wäre wahnsinn|um gottes willen kein|hüte dich|kein grund|kein interesse an",
    "neg=without": "ohne|ohne dass|ohne dabei|ohne ihn|ohne es",
    "rather_not=take_back": "besser nicht|lieber nicht|vielleicht doch nicht|doch lieber nicht|lieber doch nicht",
    "forget": "scherz|kleiner scherz|war ein scherz|nur spaß|war nur spaß|nur ein witz|witz|war ein witz|vergiss es|"
    "lass gut sein|ach lass|ach nein lass|doch nicht machen|lieber doch nicht|doch lieber nicht|ich mach nur spaß|"
    "vergiss alles|lass stecken",
    "correct=take_back": "ach nein|doch nicht|nein doch nicht|ach nee|nein quatsch|äh nein|halt nein|nein halt|quatsch|"
    "nein warte|nein moment|ach quatsch",
    "correct": "tippfehler|vertippt|verschrieben|ich habe mich vertippt|ich meinte natürlich|verzeihung|entschuldigung",
}  # fmt: skip

_SPANISH: Final[Said] = {
    "noon": "al mediodía|mediodía|a mediodía|a la hora de comer",
    "afternoon": "por la tarde|de la tarde",
    "keep": "ni tocar|ni tocarla|ni tocarlo|ni se toca|no se toca|no se tocan|no se discute|no está en discusión|"
    "no está sobre la mesa|innegociable|no es negociable|intocable|intocables|prohibido tocar|vetado|vetada|blindado|"
    "blindada|es sagrado|es sagrada|sagrado|sagrada|es tabú|tabú|fuera de discusión|está fijado|está fijada|"
    "queda fuera|quedan fuera|queda excluido|queda excluida|excluido|excluida|es de solo lectura|de solo lectura|"
    "manos fuera de|no es asunto tuyo|grabado en piedra",
    "neg": "no es que quiera|no es que|lo último que quiero|lo último que quiero es|lo último que necesito|"
    "de ninguna manera|de ningún modo|bajo ningún concepto|en ningún caso|estoy en contra de|me niego a|nadie quiere|"
    "nadie pidió|sería un error|es un error|es una mala idea|sería una locura|no tiene sentido|no soy partidario de|"
    "ni se te ocurra|ni hablar de|odiaría|lejos de querer",
    "neg=without": "sin|sin que|sin hacerlo|sin volverlo|sin que sea|sin ser|sin llegar a",
    "rather_not=take_back": "mejor no|no mejor no|mejor que no",
    "forget": "es broma|era broma|era una broma|bromeo|estoy bromeando|olvídalo|olvida lo que dije|olvida eso|"
    "déjalo así|déjalo estar|mejor déjalo|al final no|nada déjalo|no hagas nada",
    "correct=take_back": "no espera|espera no|no mejor|ah no|ay no|uy no|pensándolo bien|pensándolo mejor|no no",
    "correct": "errata|me equivoqué|perdona|disculpa|perdón|quise decir|quería decir|léase|uy",
}  # fmt: skip

_FRENCH: Final[Said] = {
    "noon": "à midi|midi|vers midi|à l'heure du déjeuner",
    "afternoon": "après-midi|l'après-midi|dans l'après-midi",
    "keep": "intouchable|intouchables|est intouchable|est sacré|est sacrée|sacré|sacrée|tabou|est tabou|non négociable|"
    "n'est pas négociable|pas négociable|hors de question d'y toucher|n'est pas en discussion|hors jeu|"
    "en lecture seule|bas les pattes|pas touche|pas touche à|exclu|exclue|est exclue|est exclu|gravé dans le marbre|"
    "figé|figée|est figée|est figé|verrouillé|verrouillée|ne se touche pas|ne te regarde pas|est imposé|est imposée",
    "neg": "ce n'est pas que|c'est pas que|non pas que|non que|la dernière chose que je veux|"
    "la dernière chose que je veux c'est|la dernière chose dont j'ai besoin|surtout pas|en aucun cas|en aucune façon|"
    "je suis contre|contre l'idée de|je refuse de|personne ne veut|personne n'a demandé|serait une erreur|"
    "est une erreur|serait une folie|est une mauvaise idée|hors de question de|pas question de|hors de question|"
    "pas question d'|je ne suis pas fan de|loin de vouloir|aucune raison de",
    "neg=without": "sans|sans que|sans le rendre|sans rendre|sans devenir|sans être|sans pour autant",
    "rather_not=take_back": "plutôt pas|mieux vaut pas|vaut mieux pas|peut-être pas",
    "forget": "je plaisante|c'est une blague|c'était une blague|blague|je rigole|laisse tomber|oublie|oublie ça|"
    "oublie ce que j'ai dit|finalement rien|ne fais rien|laisse comme ça",
    "correct=take_back": "en fait non|finalement non|non attends|attends non|ah non|euh non|non non|ou pas|"
    "tout compte fait non|réflexion faite|à la réflexion non|en fait pas",
    "correct": "faute de frappe|je me suis trompé|excuse moi|excusez moi|désolé|désolée|oups|lire|je voulais écrire",
}  # fmt: skip

_PORTUGUESE: Final[Said] = {
    "noon": "ao meio-dia|meio-dia|meio dia|na hora do almoço",
    "afternoon": "à tarde|de tarde",
    "keep": "intocável|intocáveis|é intocável|é sagrado|é sagrada|sagrado|sagrada|tabu|é tabu|inegociável|"
    "não é negociável|não está em discussão|não se mexe|não se toca|nem tocar|nem mexer|fora de questão mexer|"
    "só de leitura|somente leitura|excluído|excluída|está fora|fica de fora|ficam de fora|proibido mexer|trancado|"
    "trancada|não é da sua conta|gravado em pedra",
    "neg": "não é que eu queira|não é que|a última coisa que quero|a última coisa que quero é|"
    "a última coisa que preciso|de jeito nenhum|de forma alguma|de modo nenhum|em hipótese alguma|em caso algum|"
    "sou contra|contra aumentar|me recuso a|recuso-me a|ninguém quer|ninguém pediu|seria um erro|é um erro|"
    "é uma má ideia|seria uma loucura|não faz sentido|nem pense em|nem pensar em|odiaria|longe de querer|"
    "está fora de questão",
    "neg=without": "sem|sem que|sem torná-lo|sem tornar|sem ficar|sem ser|sem deixar|sem deixá-lo",
    "rather_not=take_back": "melhor não|não melhor não",
    "forget": "brincadeira|é brincadeira|era brincadeira|tô brincando|estou brincando|estou a brincar|esquece|esqueça|"
    "deixa pra lá|deixa para lá|deixa estar|esquece isso|não faça nada|não faz nada|afinal não",
    "correct=take_back": "na verdade não|não na verdade|pensando bem|pensando melhor|não espera|espera não|não pera|"
    "ah não|não não|ou não",
    "correct": "erro de digitação|me enganei|enganei-me|desculpe|desculpa|perdão|quis dizer|queria dizer|ops",
}  # fmt: skip

_CHINESE: Final[Said] = {
    "noon": "中午|正午",
    "afternoon": "下午",
    "keep": "碰不得|动不得|不可动|不许碰|不许动|不能碰|不准碰|定死|定死了|已经定了|已定|写死|写死了|不在讨论范围|"
    "不容商量|没得商量|只读|锁死|锁死了|不归你管|除外|排除在外",
    "neg": "并不是我想|不是说我想|不是要|并不想|最不想要的就是|最不想要|绝对不要|绝不|决不|绝不能|坚决不|千万不|我反对|"
    "反对|没人想|没人要|是个错误|不是个好主意|没有理由|没理由|并不是",
    "neg=without": "但不要让它|而不|但不让它|但别让它|又不|而不让它",
    "rather_not=take_back": "还是不要|还是别|最好别|最好不要",
    "forget": "开玩笑|开玩笑的|逗你的|玩笑|算了|还是算了|当我没说|别管了|没事了|不用了|作罢|忽略我",
    "correct=take_back": "哦不|不不|还是别|想了想不|等等不",
    "correct": "打错了|写错了|口误|笔误|我打错了|不好意思|等一下",
}  # fmt: skip

HOLDING: Final[Mapping[str, Said]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "pt": _PORTUGUESE, "zh": _CHINESE}
)
