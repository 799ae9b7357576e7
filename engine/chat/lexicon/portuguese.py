"""Portuguese as traders speak it: grammar and numbers."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon
from engine.chat.lexicon.portuguese_trade import CHOICES, EFFECTS, MOODS, NOUNS, QUALITIES, REFUSALS, TARGETS

_ROLES: Final = {
    "past": "baixei|aumentei|era|estava|tinha|reduzi|subi|coloquei|testei|testamos|mudei|tentamos|diminuí",
    "up": "aument*|eleve*|elev*|sub*|subir|suba|sobe|increment*|along*|estend*|ampli*|cresc*|maior|maiores|para cima|"
    "pra cima|eleva|engrand*|incremento|expand*|prolong*|mais alto|mais alta|mais altos|mais altas|mais elevad*|"
    "levant*|acrescent* mais|turbin*|estic*|bota pra cima",
    "down": "reduz*|reduç*|diminu*|baix*|abaix*|encurt*|encolh*|cort*|menor|menores|para baixo|pra baixo|rebaix*|"
    "minimiz*|mais baixo|mais baixa|mais baixos|mais baixas|desc*|apert* mais|enxug*|alivi*|segur*|modere|suaviz* o|"
    "freia|corta|afrouxe o risco|limite mais|tira um pouco",
    "more": "mais|outro|outra|adicional|adicionais|extra|mais um|mais uma|outros|outras",
    "less": "menos|não tanto|não tantos|não tantas",
    "add": "some|soma|somar|adicion*|acrescent*|ponha mais",
    "take": "subtrai*|tire|tira|tirar|retire|desconte",
    "set": "coloque|coloca|colocar|coloc*|ponha|põe|por|pôr|bote|bota|defin*|ajust*|use|usar|usa|utiliz*|mude|mudar|"
    "muda|alter*|altere|troque|trocar|troca|deixe|deixa|deixar|deix*|faça|fazer|faz|passe|passar|passa|configur*|"
    "fix*|opere com|operar com|mex*|mov*|mova|torne|tornar|torna|vá de|vai de|trabalhe com|aproxim*|afast*|lev*|"
    "estabele*|modific*|mantém em|escolh*|vamos de|vamos usar|toque|tocar",
    "should": "deve|deveria|deveriam|devem|tem que|tem de|têm que|seja|sejam|precisa ser|fique|fiquem|esteja|precisa|"
    "precisam|tinha que",
    "is": "tô|estou|é|são|está|estão|parece|parecem|era|eram|acho|fica|ficam|tá|tão sendo|sinto|anda|tem|têm|ta|vai|"
    "vão|estava|foi",
    "on": "ativ*|ligue|liga|ligar|habilit*|permit*|libere|liberar|acion*|autoriz*|introduz*|aceite os|inclua|ative",
    "off": "desativ*|deslig*|desabilit*|proíb*|proib*|elimin*|remov*|ignor*|suprim*|bloque*|cancele o uso|descart*|"
    "retira o|abandon*|pare de usar|corta fora",
    "highest": "ao máximo|no máximo possível|o mais alto possível|o maior possível|máximo possível|valor máximo|"
    "no talo|o mais largo possível|até o máximo|pro máximo",
    "lowest": "ao mínimo|no mínimo possível|o mais baixo possível|o menor possível|mínimo possível|valor mínimo|"
    "o mais curto possível|até o mínimo|pro mínimo",
    "cap": "máximo|máxima|máximos|no máximo|limit*|não mais que|não mais de|até|teto|limite|nunca mais de|"
    "nunca mais que|não passar de|não passe de|aceite|aceita|tolere|tolera|não ultrapass*|sem passar de|máximo de|"
    "que não passe de|não exceda|não exceder",
    "floor": "pelo menos|ao menos|mínimo|mínima|no mínimo|não menos que|exij*|exig*|piso|requer*|peça|não menos de",
    "to": "a|em|para|pra|pro|de|igual a|do|da|ao|no|na|cerca de|aproximadamente|uns|como|por volta de|exatamente|num|"
    "numa|para um|para uma|dum",
    "by": "em mais|por mais|em cerca de|mais uns",
    "from": "a partir de|partindo de|desde",
    "above": "acima de|superior a|maior que|mais de|acima dos|ultrapass*|exceder|superar|mais do que|passar de|"
    "passe de|maior do que|acima da",
    "below": "abaixo de|inferior a|menor que|menos de|sob|abaixo dos|menos do que|menor do que|abaixo da",
    "neg": "não|nunca|jamais|sem|nem|nenhum|nenhuma|evit*|pare de|para de|parar de|chega de|nada de|tampouco|"
    "deixe de|nao|n|não quero|nem pensar em",
    "except": "exceto|menos a|menos o|salvo|a não ser|tirando|com exceção de|mas não|fora o|fora a",
    "instead": "em vez de|ao invés de|no lugar de",
    "instead_end": "no lugar|em vez disso",
    "only": "só|somente|apenas|unicamente|exclusivamente|so",
    "too": "demais|muito|muita|muitos|muitas|excessivamente|excessiv*|um pouco demais|tão|além da conta|em excesso|"
    "exageradamente|demasiado|demasiada|demasiados|demasiadamente|exagerad*",
    "too_few": "muito pouco|muito poucos|muito poucas|pouquíssim*|quase não|quase nenhum|mal|insuficient*|"
    "não o suficiente|raramente|pouca|quase nunca|não suficientes|muito raramente|muito pouca|poucas demais",
    "so": "tão|tanto|tanta|tantos|tantas|assim",
    "as": "como|quanto",
    "enough": "suficiente|bastante|o suficiente|suficientemente|suficientes",
    "keep": "mant*|conserv*|preserv*|sem alterações|igual|intact*|como está|como estão|quiet*|não mexa|não toque|"
    "do jeito que está|permanec*|fica como|mesmo|mesma|congel*|fixo|fixa|inalterad*|parado|parada|sem mexer|"
    "sem mudar|sem alterar|não mude|do jeito que estão|fica igual|fica como está|estável|onde está|continue|continua|"
    "trave|travad*|segure o",
    "others": "o resto|todo o resto|tudo o mais|nada mais|os outros|as outras|outras configurações|o restante|"
    "mais nada|outra coisa|outros parâmetros|demais",
    "nothing": "nada",
    "all": "tudo|todos|todas|parâmetros|configurações|o bot|bot|ajustes|configuração|mudanças|valores|o robô|robô",
    "slight": "um pouco|um pouquinho|ligeiramente|levemente|um tiquinho|um bocadinho|um tantinho|de leve|um pouco só|"
    "pouco|um tico|uma pitada|um degrau|um bocado|de levinho|discretamente|suavemente|um tanto|leve|um passo|"
    "pouquinho|um cadinho|um nada|um fio",
    "large": "bem|bastante mais|consideravelmente|drasticamente|muito mais|significativamente|fortemente|bem mais|"
    "muitíssimo|radicalmente|substancialmente|pra caramba|um monte|claramente|notavelmente|bruscamente|enormemente|"
    "pra valer|grande",
    "join": "e|mas|porém|depois|além disso|também|com|enquanto|ou|então|bem como|embora|só que|assim como|aí|"
    "e também|mas também|contudo|senão|primeiro|segundo|por fim|entretanto|e depois",
    "why": "porque|já que|pois|para que|visto que|devido a|por causa|uma vez que|dado que|pra não|pra evitar|"
    "para não|para evitar|pra pegar|para captar|para reagir|pra reagir|como o mercado|a fim de|pra ver se",
    "cond": "se|quando|sempre que|assim que|toda vez que|caso|enquanto o",
    "cond_polite": "se puder|se possível|se for possível|se não for incômodo|se der|por favor se|se você puder|"
    "se não se importar|se não se importa|se quiser|se não for pedir muito|se for o caso",
    "ask": "o que|que faz|como|por que|porque é que|quando|qual|quais|quem|onde|quanto|quanta|quantos|quantas|devo|"
    "deveria|será que|vale a pena|é melhor|é bom|o que é|o que acontece|você acha|tenho que|faz sentido|"
    "o que significa|para que serve|pra que serve|é muito|é arriscado|é normal|tem como saber|e se|que tal saber|"
    "é seguro|o quê|por quê|é verdade|acha que|compensa|é recomendável",
    "aux": "é|está|são|tem|há|existe",
    "tell": "expliq*|mostr*|diga|diz|descrev*|compar*|resum*|conte|conta|me fala|fale|fala|gostaria de saber|"
    "quero saber|queria saber|não entendo|lista|liste|traduz*|me ensina|me pergunto|explica*|me conta",
    "may_i": "pode o|pode-se|dá pra saber",
    "show": "",
    "polite": "pode|poderia|você pode|você poderia|por favor|dá para|dá pra|consegue|podemos|seria possível|que tal|"
    "que tal se|daria para|podia|você consegue|pfv|por gentileza|poderiam|podem|faça o favor de|faz favor de|"
    "se importaria de|você se importa de|será que você pode|será que dá para|será que dá pra|será que você poderia|"
    "poderíamos|teria como|tem como|por obséquio|daria pra|será que podia|será que poderia|será que pode|pfvr|"
    "faz o favor de|importa-se de",
    "wish": "quero|queria|gostaria|prefiro|desejo|preciso|queremos|gostaria de|gostaria que|quero que|preferiria|"
    "vamos|seria bom|eu quero|melhor|precisamos|preferia|adoraria|seria ótimo se|acho melhor|queria que|tô querendo|"
    "estou querendo|bora|gostava de|gostava que|busco|espero",
    "it": "o|a|os|as|ele|ela|isso|isto|ambos|ambas|lo|la|esse valor|os dois|as duas|eles|elas|essa configuração|meu",
    "same": "o mesmo para|o mesmo com|igual para|a mesma coisa para|idem para",
    "again": "de novo|outra vez|novamente|ainda|mais uma vez|ainda mais",
    "back_off": "não tanto|passou do ponto|foi demais",
    "other": "o outro|a outra|esse não|essa não",
    "correct": "não espera|espera|desculpa|quero dizer|quer dizer|aliás|digo|corrigindo|ops|melhor dizendo|não pera|"
    "pera|não na verdade|na verdade não|errei|perdão|me enganei",
    "restore": "desfaz*|desfaç*|desfiz*|revert*|restaur*|restabele*|volt*|retorn*|recuper*|anul*|redefin*|reset*|"
    "desfazer|retroced*|voltar|reponha|repor|cancele a última|cancela a última|volta|reinici*|cancela isso|devolv*|"
    "resgat*",
    "back": "de volta|atrás|trás",
    "redo": "refaz*|refaç*|refazer",
    "default": "padrão|padrões|valores iniciais|de fábrica|valor inicial|predefinid*|valores originais|"
    "configuração inicial|default|valor original|originais|configurações originais|pré-definid*|ponto de partida|"
    "configuração original|por defeito",
    "last": "último|última|últimos|últimas|anterior*|prévio|recente|penúltim*|passado anterior",
    "previous": "antes|como antes|como era|como estava|valor anterior|que tinha|que tínhamos|o de antes|"
    "anteriormente|o que era|que estava|antigo|antiga|como estavam|de antes|que havia",
    "changes": "mudanças|mudança|alteração|alterações|modificação|modificações|ajuste|passos|passo|edição|ação",
    "version": "versão|versao|versão número|configuração número",
    "yesterday_morning": "ontem de manhã|ontem pela manhã",
    "yesterday": "ontem",
    "before_yesterday": "anteontem",
    "last_week": "semana passada|a semana passada|última semana",
    "last_month": "mês passado",
    "this_morning": "hoje de manhã|esta manhã|hoje cedo|hoje pela manhã",
    "last_night": "ontem à noite|noite passada",
    "today": "hoje",
    "ago": "atrás|há",
    "weekday": "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo|terça|quarta|quinta|"
    "sexta",
    "goal": "por mês|ao mês|por ano|por semana|ganhar dinheiro|garant*|rico|rentabilidade|rendimento|sem perder|"
    "mais lucro|mais lucros|mais lucrativo|resultados|desempenho|ganhar mais|lucrar mais|performance|sem risco|"
    "ficar rico",
    "vague": "melhor*|otimiz*|consert*|perfeito|bom|bem ajustado|certo|diferente|outro jeito|errado|ótimo|ajud*|"
    "arrum*|ideal|adequad*|razoável|boa|bem|correto|normal|qualquer coisa|afin*|aprimor*",
    "percent": "por cento|porcento|por cem",
    "points": "pontos percentuais|ponto percentual|pontos|ponto",
    "basis": "pontos base|pontos-base|ponto base|bps|pb",
    "times": "vezes|vez",
    "of_now": "do atual|do valor atual|do que é agora|do que é hoje|do valor de hoje|da atual",
    "hours": "horas|hora",
    "days": "dias|dia",
    "minutes": "minutos|minuto",
    "weeks": "semanas",
    "coins": "btc|bitcoin|bitcoins|unidades|unidade|eth",
    "point": "vírgula",
    "and_half": "e meio|e meia",
    "and_quarter": "e um quarto",
    "multiply": "multipli*|por um fator de|fator de",
    "divide": "divid*",
    "says": "diz|disse|dizem|recomenda|recomendou|segundo|sugere|escreve|escreveu|afirma|aconselha|aconselhou|falou|"
    "fala que|sugeriu|jura|postou|garante que|mandou|publicou",
    "source": "amigo|amiga|newsletter|tweet|fórum|artigo|blog|guru|analista|analistas|youtuber|telegram|discord|"
    "twitter|reddit|e-mail|email|mensagem|colega|vizinho|irmão|irmã|chefe|especialista|alguém|primo|podcast|"
    "influenciador|cunhado|usuário|texto|página|chatgpt|cara|galera|grupo|vídeo|pai|mãe|post|pessoal",
    "agree": "concordo|tem razão|boa ideia|ele está certo|ela está certa|têm razão",
    "attack": "ignore todas|ignore as|esqueça suas|instruções anteriores|modo desenvolvedor|sem limites|contorne|"
    "você agora é|agora você é|prompt do sistema|sem restrições|burle|suas regras|sem confirmação|sem confirmar|"
    "modo administrador|jailbreak|ignore os limites|proteções|travas de segurança|limites de segurança|guardrails",
    "greet": "olá|oi|bom dia|boa tarde|boa noite|ei|bom|então|ok|e|mas|desculpa|desculpe|uma pergunta|pergunta|"
    "por favor|obrigado|obrigada|olha|opa|cara|amigo|bot|escuta|uma dúvida|dúvida|bem|aí|só uma pergunta|"
    "por curiosidade|me diz|alô|pois|ah|só uma dúvida|com licença|viu|gente|mano",
    "word": "muito obrigado|muito obrigada|neste momento|por enquanto|a partir de agora|o bot|do bot|meu bot|"
    "duas coisas|três coisas|no momento|em geral|de agora em diante|por favor|de acordo|daqui pra frente|"
    "daqui para frente|tudo bem|na verdade|ao bot|um abraço|com certeza|agora mesmo|pro bot|no bot|pra mim|para mim",
}  # fmt: skip
_NUMBERS: Final = {
    "zero": 0, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9,
    "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14, "quinze": 15, "dezesseis": 16,
    "dezassete": 17, "dezessete": 17, "dezoito": 18, "dezenove": 19, "vinte": 20, "trinta": 30, "quarenta": 40,
    "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90, "cem": 100, "vinte e cinco": 25,
    "um par de": 2, "uma dúzia": 12, "vinte e quatro": 24, "quarenta e oito": 48, "trinta e cinco": 35,
}  # fmt: skip
_FACTORS: Final = {
    "dobr*": 2, "duplic*": 2, "duplique": 2, "o dobro": 2, "dobro": 2, "triplic*": 3, "triplique": 3,
    "o triplo": 3, "quadruplic*": 4,
    "pela metade": 0.5, "à metade": 0.5, "na metade": 0.5, "metade": 0.5, "a metade": 0.5, "ao meio": 0.5,
    "o dobro de": 2, "a metade de": 0.5, "para metade": 0.5, "para a metade": 0.5, "pra metade": 0.5,
}  # fmt: skip
_SHARES: Final = {
    "um terço": 1 / 3, "terço": 1 / 3, "dois terços": 2 / 3, "um quarto": 0.25, "um quinto": 0.2, "um décimo": 0.1,
    "meio": 0.5, "meia": 0.5, "três quartos": 0.75, "uma quarta parte": 0.25, "uma terça parte": 1 / 3,
}  # fmt: skip
_PLAIN: Final = (
    "o a os as um uma uns umas que me meu minha meus minhas teu tua seu sua seus suas nos eu você vocês ele ela eles "
    "este esta esse essa isso isto aquele aquela aqui ali aí já agora hoje amanhã sempre vezes ser estar há foi ir "
    "vou vai vamos fazer faz para pra pro com sem sobre entre até desde durante contra segundo do da dos das no na "
    "nas ao aos à pelo pela gracias obrigado obrigada olá oi bot mercado mercados preço preços estratégia valor "
    "valores parâmetro configuração nível coisa coisas algo assim ainda também bem mal dias semana mês dinheiro "
    "perdi perdido ganhar calmo calma tranquilo sensação acho penso sinto vejo parece então logo talvez realmente "
    "simplesmente atualmente geral forma maneira modo tipo parte lado momento tempo bitcoin cripto movimento "
    "movimentos recente recentes férias próxima próximo noite noites dormir medo nervoso nervosa gosto verdade caso "
    "vez cada dentro fora quem onde como porque opere operando operar favor lateral semanas fim ultimamente anda "
    "sabe sei saber sido lhe te se nós num numa dum duma pouco poucos tudo todo toda qualquer alguma algum alguns "
    "algumas preocupa preocupado ficar pessoas gente ideia plano possível possivelmente enquanto respeito quanto "
    "mesmo própria próprio ter tenho tenha tinha tínhamos dar dá dou sair entrar reais dólares novo nova novos "
    "trabalho família filho filha mulher marido chefe passa passado passando claro exato perfeito pronto nada pois "
    "né tá tô cá lá só cara senhor senhora jeito hein aliás por"
)  # fmt: skip

PORTUGUESE: Final = Lexicon(
    "pt",
    _ROLES,
    QUALITIES,
    NOUNS,
    TARGETS,
    CHOICES,
    MOODS,
    EFFECTS,
    REFUSALS,
    _NUMBERS,
    _FACTORS,
    _SHARES,
    _PLAIN,
    True,
)
