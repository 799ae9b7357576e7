"""Portuguese as traders speak it: moods, numbers, plain words, and the lexicon as a whole."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon
from engine.chat.lexicon.portuguese_effects import EFFECTS, REFUSALS
from engine.chat.lexicon.portuguese_grammar import ROLES
from engine.chat.lexicon.portuguese_names import CHOICES, TARGETS
from engine.chat.lexicon.portuguese_things import NOUNS, QUALITIES

_MOODS: Final = {
    "boldness+": "agressiv*|agressividade|agressivamente|ousad*|ousadia|arriscado|arriscada|mais arriscado|audaz|"
    "audacios*|corajos*|atrevid*|destemid*|ambicios*|com tudo|pé na tábua|pra cima deles|temerári*|ganancios*|"
    "sem medo|kamikaze|ofensiv*|atacante|mais apetite|mais garra|apimentad*|valent*|arrojad*",
    "boldness-": "conservador*|conservadorismo|conservadoramente|prudent*|prudência|cautelos*|cautela|caut*|precavid*|"
    "precaução|seguro|segura|seguros|mais seguro|pelo seguro|defensiv*|tranquil*|moderad*|cuidados*|cuidado|"
    "com cuidado|relaxad*|calm*|com calma|protege o capital|proteja o capital|proteger o capital|protege meu capital|"
    "proteja meu capital|proteger meu capital|preservar o capital|preserve o capital|preserva o capital|comedid*|"
    "sensat*|tímid*|sossegad*|dormir tranquilo|pé no freio|pé no chão|manso|mansa|mais segur*|contid*",
    "sensitivity+": "sensível|sensíveis|sensibilidade|reativ*|reactiv*|recetiv*|receptiv*|reatividade|alerta ao|"
    "sensíve*|reativ* aos sinais",
    "sensitivity-": "insensív*|dessensibiliz*|impassív*",
    "quickness+": "reag*|reaj*|reação|reacção|velocidade de reação|ágil|ágeis|agilidade|adapt*|adaptação|respond*|"
    "resposta|acompanhar o mercado|dados recentes|preços recentes|candles recentes|velas recentes|espert*|"
    "ligad* no mercado|reaç*|responsiv*",
    "quickness-": "suaviz*|suave|suaves|suavidade|estável|estáveis|estabilidade|visão de longo prazo|"
    "mais a longo prazo|suavização|suav*|estáve*|liso",
    "frequency+": "ativo operando|mais ativo|mais ativa|mais activo|mais ativos|atividade|actividade|frequência|"
    "frequência de operações|frequência de operação|frequência de trades|frequência das operações|oportunidades|"
    "operar mais|opere mais|opera mais|mais atividade|opere com mais frequência|negocie mais|"
    "operar com mais frequência",
    "frequency-": "seletiv*|selectiv*|seletividade|paciente|pacientes|paciência|criterios*|inativ*|inactiv*|exigente|"
    "exigentes|passiv*|menos ativo|menos ativa|menos activo|chat* com as entradas|pacien*|opere menos|operar menos|"
    "opera menos|negocie menos",
}  # fmt: skip

_NUMBERS: Final = {
    "zero": 0, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11,
    "doze": 12, "treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezasseis": 16,
    "dezessete": 17, "dezassete": 17, "dezoito": 18, "dezenove": 19, "dezanove": 19, "vinte": 20, "trinta": 30,
    "quarenta": 40, "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80, "noventa": 90, "cem": 100,
    "cento": 100, "duzentos": 200, "trezentos": 300, "uma dúzia": 12, "uma dúzia de": 12, "um par de": 2, "dois": 2,
    "duas": 2, "mil": 1000, "vinte e um": 21, "vinte e uma": 21, "vinte e dois": 22, "vinte e duas": 22,
    "vinte e três": 23, "vinte e quatro": 24, "vinte e cinco": 25, "vinte e seis": 26, "vinte e sete": 27,
    "vinte e oito": 28, "vinte e nove": 29, "trinta e um": 31, "trinta e uma": 31, "trinta e dois": 32,
    "trinta e duas": 32, "trinta e três": 33, "trinta e quatro": 34, "trinta e cinco": 35, "trinta e seis": 36,
    "trinta e sete": 37, "trinta e oito": 38, "trinta e nove": 39, "quarenta e um": 41, "quarenta e uma": 41,
    "quarenta e dois": 42, "quarenta e duas": 42, "quarenta e três": 43, "quarenta e quatro": 44,
    "quarenta e cinco": 45, "quarenta e seis": 46, "quarenta e sete": 47, "quarenta e oito": 48,
    "quarenta e nove": 49, "cinquenta e um": 51, "cinquenta e uma": 51, "cinquenta e dois": 52,
    "cinquenta e duas": 52, "cinquenta e três": 53, "cinquenta e quatro": 54, "cinquenta e cinco": 55,
    "cinquenta e seis": 56, "cinquenta e sete": 57, "cinquenta e oito": 58, "cinquenta e nove": 59,
    "sessenta e um": 61, "sessenta e uma": 61, "sessenta e dois": 62, "sessenta e duas": 62, "sessenta e três": 63,
    "sessenta e quatro": 64, "sessenta e cinco": 65, "sessenta e seis": 66, "sessenta e sete": 67,
    "sessenta e oito": 68, "sessenta e nove": 69, "setenta e um": 71, "setenta e uma": 71, "setenta e dois": 72,
    "setenta e duas": 72, "setenta e três": 73, "setenta e quatro": 74, "setenta e cinco": 75, "setenta e seis": 76,
    "setenta e sete": 77, "setenta e oito": 78, "setenta e nove": 79, "oitenta e um": 81, "oitenta e uma": 81,
    "oitenta e dois": 82, "oitenta e duas": 82, "oitenta e três": 83, "oitenta e quatro": 84, "oitenta e cinco": 85,
    "oitenta e seis": 86, "oitenta e sete": 87, "oitenta e oito": 88, "oitenta e nove": 89, "noventa e um": 91,
    "noventa e uma": 91, "noventa e dois": 92, "noventa e duas": 92, "noventa e três": 93, "noventa e quatro": 94,
    "noventa e cinco": 95, "noventa e seis": 96, "noventa e sete": 97, "noventa e oito": 98, "noventa e nove": 99,
}  # fmt: skip
_FACTORS: Final = {
    "dobra": 2, "dobre": 2, "dobrar": 2, "dobro": 2, "dobrado": 2, "duplica": 2, "duplique": 2, "duplicar": 2,
    "dobrando": 2, "dobremos": 2, "dobrem": 2, "o dobro": 2, "para o dobro": 2, "pro dobro": 2, "o dobro de": 2,
    "ao dobro": 2, "duas vezes": 2, "duas vezes mais": 2, "triplica": 3, "triplique": 3, "triplicar": 3,
    "o triplo": 3, "ao triplo": 3, "para o triplo": 3, "triplo": 3, "três vezes": 3, "quadruplica": 4,
    "quadruplique": 4, "quadruplicar": 4, "pela metade": 0.5, "à metade": 0.5, "para a metade": 0.5,
    "para metade": 0.5, "pra metade": 0.5, "na metade": 0.5, "a metade": 0.5, "em metade": 0.5, "ao meio": 0.5,
    "pela metade do": 0.5, "reduz à metade": 0.5, "reduza à metade": 0.5, "reduz pela metade": 0.5,
    "reduza pela metade": 0.5, "reduzir pela metade": 0.5, "reduzir à metade": 0.5, "corta pela metade": 0.5,
    "corte pela metade": 0.5, "cortar pela metade": 0.5, "corta ao meio": 0.5, "corte ao meio": 0.5,
    "reduz para metade": 0.5, "reduza para metade": 0.5, "reduzir para metade": 0.5, "diminui pela metade": 0.5,
    "diminua pela metade": 0.5, "reduz a metade": 0.5, "reduza a metade": 0.5, "baixa para metade": 0.5,
    "baixe para metade": 0.5, "multiplica por dois": 2, "multiplique por dois": 2, "multiplica por três": 3,
    "divide por dois": 0.5, "divida por dois": 0.5, "dobr*": 2, "duplic*": 2, "triplic*": 3, "quadruplic*": 4,
    "a metade de": 0.5,
}  # fmt: skip
_SHARES: Final = {
    "metade": 0.5, "meio": 0.5, "meia": 0.5, "um terço": 0.3333333333333333, "terço": 0.3333333333333333,
    "dois terços": 0.6666666666666666, "um quarto": 0.25, "três quartos": 0.75, "a quarta parte": 0.25,
    "uma quarta parte": 0.25, "a terça parte": 0.3333333333333333, "uma terça parte": 0.3333333333333333,
    "um quinto": 0.2, "a quinta parte": 0.2, "um décimo": 0.1, "a décima parte": 0.1, "um sexto": 0.16666666666666666,
    "um oitavo": 0.125, "em um terço": 1 / 3, "em um quarto": 0.25, "em um quinto": 0.2, "em um décimo": 0.1,
    "em metade": 0.5, "quinto": 0.2, "quarto": 0.25, "décimo": 0.1,
    "dois quintos": 0.4, "metade do": 0.5, "metade da": 0.5,
}  # fmt: skip
_PLAIN: Final = (
    "o a os as um uma uns umas do da dos das de no na nos nas num numa em por pelo pela pelos pelas ao aos à às com "
    "para pra pro pros pras sem sobre entre até desde que como se não sim me te lhe lhes vos mi meu minha meus minhas "
    "teu tua teus tuas seu sua seus suas nosso nossa eu tu ele ela nós vós você vocês eles elas este esta estes estas "
    "esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo aqui ali lá cá aí já agora hoje amanhã "
    "sempre nunca também mais menos tão tanto muito muita pouco pouca algo nada tudo todo toda todos todas cada outro "
    "outra outros outras mesmo mesma mesmos mesmas próprio própria ser estar haver ter fazer poder dizer ir ver dar "
    "saber querer chegar passar dever pôr parecer ficar crer falar levar deixar seguir encontrar chamar vir pensar "
    "sair voltar tomar conhecer viver sentir tratar olhar contar começar esperar buscar procurar existir entrar "
    "trabalhar escrever perder acontecer entender pedir receber lembrar terminar permitir conseguir servir tirar "
    "precisar manter resultar ler cair mudar apresentar criar abrir considerar achar gostar sou és é somos são fui "
    "foi era eram sido sendo estou estás está estamos estão estava estive tenho tens tem temos têm tinha havia há "
    "faço fazes faz fazemos fazem fez feito posso podes pode podemos podem digo diz dizem dito vou vais vai vamos vão "
    "ia vejo vês vê vemos dou dá sei sabe quero queres quer queremos chego chega passo passa devo deves deve acho "
    "achas acha penso sinto olho gosto gostei bot robô robo mercado mercados preço preços dinheiro vida coisa coisas "
    "tempo semana semanas mês meses ano anos noite tarde manhã momento caso forma maneira modo parte lado jeito favor "
    "ideia tema ponto nível valor valores ajuste parâmetro opção sistema estratégia btc bitcoin cripto criptos trader "
    "traders senhor amigo obrigado obrigada valeu olá oi bom boa bem mal assim depois então além embora enquanto "
    "porque mas senão segundo durante ante sob após contra mediante ultimamente atualmente actualmente realmente "
    "simplesmente basicamente sinceramente honestamente normalmente geralmente provavelmente talvez quiçá certamente "
    "obviamente claro claramente exatamente quase ainda apenas só somente inclusive quê qual quais quem quanto quanta "
    "quantos quantas onde porquê fim final início trabalho dia dias hora horas minuto minutos número números "
    "quantidade total geral novo nova novos novas velho velha certo certa possível impossível férias viagem viajar "
    "fed fomc notícias evento eventos lateral lateralizado alta baixa altista baixista rally crash pavio pavios "
    "oscilações movimento movimentos ganhando ganhar ganho perdendo queimado farto farta cansado cansada nervoso "
    "preocupado preocupada medo assusta gosta gostaria encanta odeio incomoda gente né tá tô cara mano galera pessoal "
    "bora daí tipo meio troço negócio legal bacana fixe porreiro beleza show tranquilo estivesse esteja estejam "
    "estiver tenha tenham tivesse seja sejam fosse for façam faça vá possa possam diga digam queira queiram ficou "
    "ficando indo vindo vendo fazendo pondo dando tomando usando visto posto dado tido ficado deixado voltado "
    "conforme respeito perto longe dentro fora frente trás cima baixo redor acima abaixo antes logo cedo rápido "
    "primeiro primeira segunda terceiro terceira plano pedido pessoa mão banco corretora exchange plataforma ecrã "
    "tela app painel dashboard controle controlo botão poucos poucas nem sequer jamais qualquer quaisquer alguém "
    "ninguém algum alguma alguns algumas nenhum nenhuma ambos ambas demais vários várias dormir durmo sono conta "
    "seguinte seguintes próximo próxima próximos atual atuais actual presente futuro razão motivo motivos exemplo "
    "exemplos tipos verdade sentido dúvida dúvidas problema problemas erro erros ajuda ajudar necessário importante "
    "melhor pior igual diferente cai caiu caem subiu desceu subindo caindo comer café casa família chefe pregão "
    "sessão porra caramba puxa ok oh ah uau eis enfim pronto perfeito excelente ótimo lindo uso vez vezes dele dela "
    "deles delas nele nela neste nesta nesse nessa deste desta desse dessa disto disso nisto nisso daqui dali comigo "
    "contigo consigo conosco connosco lo la los las"
)  # fmt: skip

PORTUGUESE: Final = Lexicon(
    code="pt",
    roles=ROLES,
    qualities=QUALITIES,
    nouns=NOUNS,
    targets=TARGETS,
    choices=CHOICES,
    moods=_MOODS,
    effects=EFFECTS,
    refusals=REFUSALS,
    numbers=_NUMBERS,
    factors=_FACTORS,
    shares=_SHARES,
    plain=_PLAIN,
    comma_decimal=True,
    sounds=("sz", "cs", "xs", "gj", "cz"),
)
