"""Portuguese words of grammar: which way, how far, not, too, keep, only, questions, going back."""

from typing import Final

ROLES: Final = {
    "past": "baixei|aumentei|era|estava|tinha|reduzi|subi|coloquei|testei|testamos|mudei|tentamos|diminuí|ajustei|"
    "mexi|tirei|deixei|tínhamos|esteve",
    "up": "aument*|sob*|subir|suba*|subi*|subindo|increment*|elev*|ampli*|alarg*|alongu*|along*|estend*|cresc*|cresça|"
    "prolong*|levant*|ergu*|expand*|reforç*|para cima|acima do que está|incremento|aumento|eleva*|dá mais|dê mais|"
    "põe mais|coloca mais|bota mais|mete mais|turbin*|acrescer|estic*|puxa para cima|puxa pra cima|pra cima|"
    "mais elevad*|acrescent* mais|bota pra cima|aumenta|aumente|aumentar|sobe|suba|eleva|eleve|elevar|amplia|amplie|"
    "ampliar|alonga|alongue|alongar|incrementa|incremente|estende|estenda",
    "down": "reduz*|reduç*|diminu*|baix*|abaix*|encurt*|encolh*|recort*|rebaix*|decresc*|minimiz*|atenu*|para baixo|"
    "pra baixo|cort*|enxug*|dá menos|põe menos|coloca menos|bota menos|desç*|desc* a|desce|descer|desça|corta|"
    "encurta*|alivi*|modera*|afroux* o ritmo|diminuição|apert* mais|suaviz* o|afrouxe o risco|limite mais|"
    "tira um pouco|reduz|reduza|reduzir|baixa|baixe|baixar|diminui|diminua|diminuir|corte|cortar|encurta|encurte|"
    "encurtar|abaixa|abaixe|abaixar",
    "more": "mais do que agora|mais do que está|mais|adicional|adicionais|extra|outro pouco|outros|outras|mais um|"
    "mais uma",
    "less": "menos do que agora|menos do que está|menos|não tanto quanto agora|não tantos|não tantas",
    "add": "soma|some|somar|acrescent*|adicion*|junta mais|junte mais|ponha mais",
    "take": "tira uns|tire uns|tira um|subtrai|subtraia|subtrair|desconta|descontar|retira uns",
    "set": "põe|ponha|põem|ponham|pôr|por o|por a|ponho|coloc*|coloqu*|bota|bote|botar|defin*|fix*|configur*|ajust*|"
    "mud*|alter*|troc*|troqu*|usa|use|usar|usemos|utiliz*|faz|faça|fazer|façam|faze|façamos|mete|meta|meter|deixa|"
    "deixe|deixar|deixem|deixo|passa|passe|passar|estabelec*|estabeleç*|modific*|modifiqu*|mexe|mexa|mova|mover|move|"
    "muda|mude|seta|sete o|setar|sete a|regul*|regular|calibr*|dá|dê|dar|leva|leve|levar|seja|sejam|fica|fique|ficar|"
    "fiquem|escolh*|vamos com|trabalh*|torna|torne|tornar|torná|põe-me|atribu*|aplica o valor|tenha|ter|tenham|"
    "coloque-me|bora de",
    "should": "deveria|deveriam|deve|devem|tem que|têm que|tem de|têm de|há que|teria que|deveria ser|precisa ser|"
    "precisa|precisam|convém|é preciso que|temos que|temos de|precisa de",
    "is": "é|são|está|estão|tá|tão|parece|parecem|anda|andam|me parece|parece-me|acho|acho que está|fica|ficam|"
    "se sente|continua|continuam|era|eram|estava|estavam|sinto que|vejo|noto|vem|ficou|ficaram|parece que|"
    "parece estar|tem estado|vai|vão|acho que o|acho que a|resulta",
    "on": "ativ*|activ*|habilit*|lig*|ligue|permit*|autoriz*|começa a usar|comece a usar|começar a usar|passa a usar|"
    "passe a usar|inclu*|aplica|aplique|aplicar|libera|libere|liberar|reativ*|ligado|ligada|aceita vendas",
    "off": "desativ*|desactiv*|desabilit*|deslig*|desligue|remov*|elimin*|exclu*|proíb*|proib*|para de usar|"
    "pare de usar|parar de usar|deixa de usar|deixe de usar|retira|retire|retirar|bloquei*|descart*|cancela o|"
    "cancela a|ignora|ignore|ignorar|esquece|esqueça|dispens*|fora o|fora a|sem usar|deixar de usar",
    "multiply": "multipli*|multiplica por|multiplique por|por um fator de|fator de",
    "divide": "divid*|divide por|divida por",
    "highest": "ao máximo|no máximo possível|o mais alto possível|o máximo possível|até o máximo|até ao máximo|"
    "no talo|para o máximo|pro máximo|valor máximo|o mais largo possível|o mais longo possível|o maior possível|"
    "máximo permitido|o mais alto|máximo possível",
    "lowest": "ao mínimo|o mais baixo possível|o mínimo possível|até o mínimo|até ao mínimo|para o mínimo|pro mínimo|"
    "valor mínimo|o mais curto possível|o menor possível|mínimo permitido|o mais baixo|o mais estreito possível|"
    "o mais apertado possível|no mínimo possível|mínimo possível",
    "cap": "máxim*|no máximo|quando muito|limit*|teto|tecto|tope|não mais do que|não mais que|não mais de|"
    "até um máximo de|um máximo de|não passar de|não passe de|não ultrapassar|não ultrapasse|não exceder|não exceda|"
    "nunca mais do que|nunca mais que|nunca mais de|sem passar de|restring*|restrinj*|aceita|aceite|aceitar|aceito|"
    "toler*|aguent*|que não passe de|não superior a|no máx|a no máximo|no mais tardar|o mais tardar|não passar dos",
    "floor": "pelo menos|ao menos|mínim*|no mínimo|não menos de|não menos que|não menos do que|um mínimo de|exig*|"
    "exij*|requer|requeira|requerer|ped*|peç*|nunca menos de|nunca menos que|ou mais|ou superior|piso|requer*",
    "to": "para|pra|pro|até|até aos|até às|ao|à|aos|igual a|equivalente a|em torno de|por volta de|cerca de|"
    "aproximadamente|exatamente|para um|para uma|de volta para|de volta a|como|para uns|para os|para as|a|que seja|"
    "que fique em|seja de|sejam de|pra um|pra uma|no valor de|em cerca de",
    "by_or_to": "em|num|numa|em um|em uma|nos|em uns",
    "by": "por outros|por outras",
    "from": "desde|partindo de|em vez do atual|que agora está em|atualmente em",
    "from_if": "de|do|da|dos|das",
    "above": "acima de|acima do|acima da|acima dos|supera|supere|superar|superior a|superiores a|maior que|"
    "maior do que|excede|exceda|exceder|passa de|passar de|passe de|mais de|mais do que|além de|ultrapass*|"
    "por cima de|ultrapasse|superado",
    "below": "abaixo de|abaixo do|abaixo da|abaixo dos|inferior a|inferiores a|menor que|menor do que|menos de|"
    "menos do que|cai abaixo de|por baixo de|desce abaixo de",
    "neg": "não|nao|nunca|jamais|nem|tampouco|sem|evita|evite|evitar|evites|não quero|não quero que|não precisa|"
    "nada de|não me|não o|não a|não se|para de|pare de|parar de|deixa de|deixe de|deixar de|que não|sem que|nenhum|"
    "nenhuma|não há|já não|não deve|não deveria|não é para|não vá|num",
    "except": "exceto|excepto|salvo|a não ser|à exceção de|com exceção de|com exceção do|com exceção da|tirando|"
    "fora isso|menos o|menos a|menos os|menos as|mas não|e não|tudo menos|exceção feita",
    "instead": "em vez de|em vez do|em vez da|em lugar de|ao invés de|no lugar de|e não com",
    "only": "só|somente|apenas|unicamente|exclusivamente|nada mais que",
    "too": "demais|demasiado|demasiada|demasiados|demasiadas|em excesso|excessiv*|excessivamente|um pouco demais|"
    "é muito|está muito|são muito|estão muito|tá muito|tão muito|fica muito|acho muito|está um pouco demais|"
    "estou achando muito|anda muito|parece muito|parecem muito|me parece muito|parece-me muito|ficou muito|vai muito|"
    "tá meio|está meio|por demais|além da conta|está bem",
    "too_few": "muito pouco|muito pouca|muito poucos|muito poucas|demasiado pouco|demasiado poucos|demasiado poucas|"
    "pouco demais|poucas demais|poucos demais|pouquíssim*|insuficiente*|não o suficiente|quase nenhum|quase nenhuma|"
    "quase nada de|mal há|mal tem|quase não|insuficient*|pouca|quase nunca|não suficientes|muito raramente",
    "so": "tão|tanto|tanta|tantos|tantas|assim tão|assim",
    "enough": "suficiente|suficientes|suficientemente|o suficiente|o bastante|bastante bem",
    "keep": "mantenh*|mantém|mantem|manter|mantêm|mantido|mantida|mantendo|conserva|conserve|conservar|preserv*|"
    "respeita|respeite|congel*|bloqueado|bloqueada|como está|como estão|como tá|do jeito que está|do jeito que tá|"
    "do jeito que estão|tal como está|tal qual|onde está|onde estão|igual|iguais|quieto|quieta|quietos|quietas|"
    "intact*|intocad*|sem mudar|sem mexer|sem alterar|sem tocar|sem mudanças|sem alterações|sem alteração|em paz|fixo|"
    "fixa como está|fixos|fixas|inalterad*|toca|toque|tocar|toques|mexa em|mexe em|mexer|mexas|mexer em|mexer no|"
    "mexer na|permanec*|permaneç*|fica como está|fique como está|fica igual|fique igual|continua igual|continue igual|"
    "deixa igual|deixe igual|deixa como está|deixe como está|na mesma|assim como está|no mesmo lugar|não mexa|"
    "não mexe|não mexas|não mexer|não toque|não toques|não altere|não alteres|não mude|não mudes|não mude nada|"
    "nem mexa|nem toque|fica quieto|fique como estava",
    "others": "todo o resto|o resto|os demais|as demais|os outros parâmetros|outros parâmetros|outras configurações|"
    "as outras configurações|resto das configurações|resto dos parâmetros|resto|nada mais|mais nada|"
    "nenhuma outra coisa|nenhum outro|nenhum outro parâmetro|outra coisa|tudo o mais|tudo mais|tudo o resto|os outros|"
    "as outras|demais parâmetros|demais configurações|demais ajustes|outros ajustes|os outros ajustes|o restante|"
    "restante|o resto todo|outras coisas",
    "nothing": "nada|nenhum parâmetro|nenhum dos parâmetros|nenhuma configuração|nenhum ajuste",
    "all": "tudo|todos os parâmetros|todas as configurações|a configuração|configuração|configurações|os ajustes|"
    "ajustes|os parâmetros|parâmetros|o bot|ao bot|o robô|os valores|valores|todos os valores|coisas|o sistema|"
    "settings|a config|config|o setup|as configurações|esse bot|este bot|todos|todas|robô",
    "slight": "um pouco|um pouquinho|um bocadinho|um bocado|um tiquinho|um tico|ligeiramente|levemente|um tanto|"
    "um toque|uma pitada|um ponto|um pontinho|pouquinho|de leve|ligeiro|ligeira|leve|minimamente|suavemente|"
    "um nadinha|um cadinho|moderadamente|com moderação|aos poucos|um tantinho|um degrau|um passo|gradualmente|"
    "um pouquito|bocadinho|discretamente|uma coisinha|um teco|algo|um pouco só|pouco|de levinho|um nada|um fio",
    "large": "muito|muita|muitos|muitas|muitíssimo|bastante|consideravelmente|notavelmente|significativamente|"
    "drasticamente|substancialmente|um monte|fortemente|forte|bem|radicalmente|claramente|enormemente|pra caramba|"
    "pra caralho|imenso|de forma notável|em grande medida|sensivelmente|pra valer|com força|à beça|considerável|"
    "substancial|drástica|brutalmente|bastante mais|muito mais|bem mais",
    "join": "e|mas|porém|depois|além disso|também|ou|embora|enquanto isso|ao mesmo tempo|e depois|e também|e ainda|"
    "bem como|assim como|junto com|todavia|no entanto|contudo|primeiro|segundo|terceiro|finalmente|por último|por fim|"
    "com|então|aí|daí|e de quebra|em seguida|aliás|só que|mas também|entretanto",
    "why": "porque|já que|pois|dado que|devido a|devido ao|visto que|uma vez que|para que|pra que|para não|pra não|"
    "para evitar|pra evitar|para reduzir o|para ter|pra ter|assim não|para proteger|a fim de|por causa de|"
    "por causa do|para ganhar|para poder|pra poder|por culpa de|graças a|para aproveitar|pra aproveitar|para captar|"
    "para pegar|pra pegar|para filtrar|de modo que|de forma que|de maneira que|assim o bot|por via das dúvidas|senão|"
    "para dormir|pra dormir|considerando que|para ser|para ficar|por causa|para reagir|pra reagir|como o mercado|"
    "pra ver se",
    "cond": "se|quando|assim que|sempre que|até que|a menos que|cada vez que|toda vez que|em caso de|caso|logo que|"
    "a não ser que|enquanto|enquanto o",
    "cond_polite": "se puder|se possível|se for possível|se der|se não se importa|se não se importar|"
    "se não for incômodo|se quiser|se puderes|quando puder|quando puderes|se você puder|se achar bom|se for preciso|"
    "se necessário|se não for pedir muito|se faz favor|se fizer favor|se dá|se der pra ser|por favor se|se for o caso",
    "ask": "o que acontece se|o que acontece|o que aconteceria|o que faz|o que é|o que significa|o que|que valor|"
    "que tal|qual|quais|quanto|quanta|quantos|quantas|como|por que|porque é que|quando|quem|onde|para que serve|"
    "pra que serve|de que|a que|em que|com que|devo|deveria eu|é melhor|é boa ideia|é uma boa|é recomendável|"
    "vale a pena|faz sentido|adianta|me pergunto|tenho uma dúvida|não sei se|sabe|sabes|é verdade que|há alguma|"
    "há algum|tem algum|tem alguma|compensa|acha que|achas que|você acha|cadê|será que|a quanto|em quanto|afeta|"
    "que faz|é bom|tenho que|é arriscado|é normal|tem como saber|que tal saber|é seguro|é verdade",
    "aux": "deveria|devo|devemos|é|são|está|estão|há|tem|tenho|seria|convém|faz|já|foi|vai|usa|posso",
    "greet": "olá|oi|bom dia|boa tarde|boa noite|ei|e aí|opa|bom|boas|então|ok|certo|desculpa|desculpe|por favor|"
    "uma pergunta|uma dúvida|pergunta|dúvida|obrigado|obrigada|e|mas|agora|amigo|cara|mano|pá|claude|senhor|"
    "a propósito|só por curiosidade|por curiosidade|curiosidade|antes de mudar qualquer coisa|me lembra|lembra-me|bem|"
    "vê|olha|olhe|epá|fala|viva|só uma pergunta|alô|só uma dúvida|com licença|viu|gente",
    "show": "mostre-me|mostra-me|deixa eu ver|deixe-me ver|quero ver",
    "may_i": "posso|pode o bot|é possível|dá para|dá pra|daria para|será possível",
    "tell": "explica|explique|explicar|me explica|me explique|diz|diga|diga-me|diz-me|me diz|me diga|me fala|fala-me|"
    "conta|conte|descreve|descreva|resume|resuma|resumo|compara|compare|lista|liste|mostra|mostre|me mostra|me mostre|"
    "indica|indique|calcula|calcule|estima|estime|simula|simule|esclarece|esclareça|não entendo|não entendi|"
    "me informa|detalha|detalhe|quero saber|gostaria de saber|queria saber|ajuda a entender|me ajuda a entender|"
    "me ensina|lembre-me|expliq*|mostr*|compar*|resum*|fale|traduz*|explica*|me conta",
    "polite": "por favor|por gentileza|faz favor|se faz favor|pode|poderia|podia|podes|podias|pode me|você pode|"
    "você poderia|você consegue|consegue|conseguiria|dá para|dá pra|daria para|daria pra|seria possível|é possível|"
    "importa-se de|importas-te de|faça o favor de|faz o favor de|agradeceria se|agradecia que|agradecia se|poderíamos|"
    "podemos|podíamos|peço que|preciso que|gostaria que|gostava que|que tal|e se|por que não|vamos|bora|vai lá e|"
    "tem como|teria como|haveria como|teria a gentileza de|quer|pf|pfv|pfvr|tenha a bondade de|vê se|que tal se|"
    "poderiam|podem|faz favor de|se importaria de|você se importa de|será que você pode|será que dá para|"
    "será que dá pra|será que você poderia|por obséquio|será que podia|será que poderia|será que pode",
    "wish": "quero|quero que|queria|queria que|gostaria|gostaria de|gostava|gostava de|prefiro|prefiro que|preferia|"
    "preferiria|preciso|preciso de|desejo|desejaria|queremos|precisamos|seria bom|seria bom se|seria ótimo|tomara|"
    "oxalá|o melhor é|o que eu quero é|o que quero|o que eu quero|busco|procuro|adoraria|melhor|faça com que|"
    "faz com que|faça o bot|deixa que|permita que|que o bot|ficaria mais tranquilo se|dormiria melhor se|vou querer|"
    "estou a fim de|bora|é para|é pra|eu quero|seria ótimo se|acho melhor|tô querendo|estou querendo",
    "it": "-la|-lo|-las|-los|-a|-o|-as|-os|-lhe|-lhes|isso|isto|aquilo|ambos|ambas|os dois|as duas|esse valor|"
    "este valor|esse parâmetro|este parâmetro|ele|ela|eles|elas|esse ajuste",
    "word": "-me|-se|-nos|-te|o de|por enquanto|por agora|no momento|neste momento|em geral|claro|aliás|agora mesmo|"
    "do bot|para o bot|pro bot|pelo menos por agora|um dos|uma das|no mercado|a partir de agora|daqui para a frente|"
    "daqui pra frente|de agora em diante|duas coisas|uma coisa|mais uma coisa|outra coisinha|na verdade|ou seja|"
    "para mim|pra mim|para o meu gosto|pro meu gosto|meu gosto|acho que|penso que|creio que|cada vez|cada vez mais é|"
    "tipo de|com o bot|sim ,|ai|como|a gente|de vez|faz tempo|eu quero é|já agora|tudo bem|ok ,|é que|muito obrigado|"
    "muito obrigada|meu bot|três coisas|de acordo|daqui para frente|um abraço|com certeza|no bot|bom trabalho|"
    "muito bem|ótimo trabalho|bom dia|boa tarde|boa noite|tudo certo|tô|estou|me sinto|tô confiante|estou confiante|"
    "me sinto confiante|to confiante|tô seguro",
    "same": "o mesmo com|o mesmo para|o mesmo no|o mesmo na|igual para o|faça o mesmo com|idem para|igual para|"
    "a mesma coisa para",
    "again": "de novo|outra vez|novamente|ainda mais|mais ainda|mais um pouco ainda|mais uma vez|continua assim|"
    "repete|repita|ainda",
    "back_off": "não tanto|exagerou|exagerei|foi demais|é demais|um pouco menos|passou do ponto",
    "other": "o outro|a outra|esse não|essa não|não esse|não era esse",
    "correct": "não espera|espera não|não desculpa|desculpa não|melhor dizendo|quero dizer|quer dizer|digo|me enganei|"
    "enganei-me|corrijo|correção|aliás não|melhor não|não melhor|ops|espera|desculpa|quis dizer|ou melhor|não digo|"
    "não peraí|peraí|péra|corrigindo|não pera|não na verdade|na verdade não|errei|perdão",
    "restore": "desfaz*|desfaç*|desfa|reverte*|revert*|volta atrás|voltar atrás|volta|volte|voltar|voltemos|"
    "volta a pôr|volta para|volte para|restaur*|restabelec*|restabeleç*|recuper*|devolv*|retroced*|"
    "anula as alterações|anula a alteração|anula a última|anule a última|cancela as alterações|cancela a última|"
    "ctrl z|undo|rollback|retorna|retorne|retornar|reset|reseta|resete|resetar|reinici*|repõe|repor|reponha|"
    "deixa tudo como estava|tudo como estava|deixa como estava|desfiz*|restabele*|volt*|retorn*|anul*|redefin*|reset*|"
    "cancele a última|cancela isso|resgat*",
    "back": "de volta|atrás|trás",
    "redo": "refaz*|refaç*|redo|refa",
    "default": "padrão|padrões|valores padrão|valor padrão|de fábrica|valores de fábrica|configuração de fábrica|"
    "configurações de fábrica|por defeito|por omissão|predefinid*|predefiniç*|valores iniciais|valor inicial|"
    "valor original|valores originais|configuração original|configurações originais|configuração inicial|default|"
    "do zero|estado inicial|originais|pré-definid*|ponto de partida",
    "last": "último|última|últimos|últimas|mais recente|recente|recentes|minha última|anterior*|penúltim*|"
    "passado anterior",
    "previous": "como estava antes|como estavam antes|como estava|como estavam|como antes|como era|como era antes|"
    "como eu tinha|como tinha antes|valor anterior|o anterior|a anterior|anterior|anteriores|o que tinha|"
    "o que tinha antes|o de antes|a de antes|que tinha antes|que havia antes|antes|prévio|prévia|de antes|tinha antes|"
    "estado anterior|que eu tinha|tínhamos|era antes|estava antes|que tinha|que tínhamos|anteriormente|o que era|"
    "que estava|antigo|antiga|que havia|antes da última|antes do último|antes da mudança|antes da alteração|"
    "antes das mudanças|antes disso|antes das últimas|antes dessa",
    "yesterday_morning": "ontem de manhã|ontem pela manhã",
    "yesterday": "ontem|o dia de ontem",
    "before_yesterday": "anteontem|antes de ontem",
    "last_week": "semana passada|na semana passada|a semana passada|semana anterior|última semana",
    "last_month": "mês passado|no mês passado|o mês passado|mês anterior",
    "this_morning": "hoje de manhã|esta manhã|hoje cedo|hoje pela manhã",
    "last_night": "ontem à noite|ontem de noite|noite passada|na noite passada",
    "today": "hoje",
    "ago": "há|atrás no tempo",
    "weekday=mon": "segunda-feira|segunda feira",
    "weekday=tue": "terça-feira|terça feira|terça",
    "weekday=wed": "quarta-feira|quarta feira",
    "weekday=thu": "quinta-feira|quinta feira",
    "weekday=fri": "sexta-feira|sexta feira|sexta",
    "weekday=sat": "sábado",
    "weekday=sun": "domingo",
    "changes": "mudança|mudanças|alteração|alterações|modificação|modificações|edição|edições|o que você fez|"
    "o que fizeste|o que fiz|acabei de fazer|acabou de fazer|acabaste de fazer|passos|o que eu fiz|ajuste que|passo|"
    "ação",
    "version": "versão|versões|revisão|v|salva como|guardada como|a chamada|preset|configuração chamada|"
    "configuração número|versão número",
    "goal": "por mês|ao mês|mensal|mensais|por ano|ao ano|por semana|ganhar dinheiro|ganhe dinheiro|mais dinheiro|"
    "garant*|dobrar meu dinheiro|dobrar o meu dinheiro|ficar rico|me deixa rico|me deixe rico|nunca perca|"
    "nunca perder|sem perder|sem risco|bater o mercado|ganhar mais|ganhe mais|ganha mais|rentabilidade|rentável|"
    "rentáveis|mais lucro|mais lucros|rendimento|rendimentos|sharpe|roi|retorno|retornos|resultados|mais lucrativo|"
    "lucrativo|maximiza o lucro|maximize o lucro|desempenho|rico|lucrar mais|performance",
    "vague": "melhor*|otimiz*|optimiz*|arrum*|consert*|perfeito|perfeita|ótim*|ideal|adequad*|apropriad*|razoáve*|"
    "correto|bom|boa|diferente|algo diferente|faça algo|faz algo|afina|afinar|afine|sensat*|estranho|mal|o que achar|"
    "o que quiser|como quiser|inteligent*|equilibrad*|mágica|bonito|jeito nisso|bem ajustado|outro jeito|errado|ajud*|"
    "normal|qualquer coisa|afin*|aprimor*",
    "percent": "por cento|porcento|por-cento|pct|por cem",
    "points": "pontos percentuais|ponto percentual|pontos|pp",
    "basis": "pontos base|pontos-base|ponto base|pontos básicos|bps|bp|pips|pb",
    "times": "vezes|vez",
    "as": "quanto",
    "of_now": "do que é|do que é agora|do que está|do valor atual|do atual|da atual|do que é hoje|do seu valor|"
    "do seu valor atual|do que tem|do que era|do que vale|do valor de hoje",
    "hours": "horas|hora|hs",
    "days": "dias|dia",
    "minutes": "minutos|minuto|mins",
    "weeks": "semanas|semana",
    "coins": "btc|bitcoin|bitcoins|unidades|unidade|eth|moedas",
    "point": "ponto|vírgula",
    "and_half": "e meio|e meia",
    "and_quarter": "e um quarto",
    "number_of": "número de|quantidade de|nível de|grau de",
    "says": "diz|dizem|disse|disseram|me disse|me disseram|disse-me|recomend*|suger*|aconselh*|garante que|afirma*|"
    "segundo|escreveu|publicou|opina|insist*|comentou|li que|falou|falaram|me falou|acha que eu|postou|escreve|"
    "fala que|jura|mandou",
    "agree": "concordo|tem razão|têm razão|boa ideia|me convenceu|convenceu-me|acho que ele está certo|"
    "estou de acordo|ele está certo|ela está certa",
    "source": "amigo|amiga|newsletter|tweet|fórum|artigo|blog|post|guru|analista|analistas|youtuber|youtube|telegram|"
    "discord|twitter|reddit|email|e-mail|mensagem|site|cara do|colega|vizinho|irmão|irmã|chefe|especialista|"
    "especialistas|alguém|ele|ela|eles|pai|mãe|tio|grupo|comentário|texto|nota|documento|pdf|relatório|manchete|"
    "thread|influencer|cunhado|esposa|marido|podcast|chatgpt|pessoal|livro|assessor|canal|vídeo|usuário|utilizador|"
    "primo|prima|mulher|namorada|namorado|influenciador|página|galera",
    "attack": "ignora tudo|ignore tudo|ignore as instruções|ignora as instruções|ignore suas|ignore seus|"
    "ignora os limites|ignore os limites|esqueça as instruções|esquece as instruções|instruções anteriores|"
    "modo desenvolvedor|modo programador|sem limites|jailbreak|system prompt|finja|finge que|aja como|sem restrições|"
    "sudo|modo admin|sem confirmação minha|sem perguntar|sem validar|suas instruções|suas regras|modo deus|"
    "sem pedir confirmação|ignore previous|ignore all|bypass|override|developer mode|root|ignore todas|ignore as|"
    "esqueça suas|contorne|você agora é|agora você é|prompt do sistema|burle|modo administrador|proteções|"
    "travas de segurança|limites de segurança|guardrails",
    "own_again": "então quero|mas quero|mas eu quero|eu quero|mas por favor|por isso|mas eu prefiro|eu prefiro",
    "instead_end": "no lugar|em vez disso",
    "take_off": "tira|tire|tirar",
}  # fmt: skip
