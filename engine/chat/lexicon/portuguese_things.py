"""Portuguese things and qualities that settings are spoken of with."""

from typing import Final

QUALITIES: Final = {
    "big": "grande|grandes|maior|maiores|mais grande|gord*|enorm*|volumos*|pesad*|grandon*|maiorzinh*",
    "small": "pequen*|mais pequen*|menor|menores|reduzid*|diminut*|modest*|mini|menorzinh*",
    "wide": "larg*|mais larg*|ampl*|folgad*|separad*|abr* as bandas|abre|abra|abrir|afast*|distant*|longe|mais longe|"
    "aberta|abertas|espaços*|espaçad*|alargad*|mais abert*|abert*|abr*",
    "tight": "estreit*|mais estreit*|apertad*|mais apertad*|aperta|aperte|apertar|just* demais|justo|justa|justos|"
    "justas|fechad*|colad*|próxim*|mais perto|perto|aproxim*|estreita|estreite|coladinh*|comprim*|encost*|"
    "chega mais perto|curt* de distância|apert*|fech*",
    "long": "long*|mais long*|prolongad*|extens*|compridi*|comprid*|longo prazo|durador*|mais tempo|por mais tempo|"
    "durante mais tempo|muito tempo",
    "short": "curt*|mais curt*|brev*|menos tempo|curtinh*|encurtad*|por menos tempo",
    "fast": "rápid*|mais rápid*|veloz|velozes|rapidez|depressa|mais depressa|rapidamente|aceler*|de imediato|"
    "velocidade|ligeiro demais|logo|agilmente",
    "slow": "lent*|mais lent*|devagar|mais devagar|lentidão|pausad*|desaceler*|vagaros*|morosa|moroso",
    "early": "cedo|mais cedo|antes do tempo|antes|o quanto antes|antecipad*|prematur*|adiantad*|imediatamente|"
    "logo de cara|antes da hora",
    "late": "tarde|mais tarde|tardi*|atras*|com atraso|demor*",
    "often": "com frequência|com mais frequência|frequente*|mais frequente*|frequentemente|mais vezes|muitas vezes|"
    "toda hora|a toda hora|o tempo todo|constantemente|amiúde|direto",
    "rare": "raramente|com menos frequência|menos vezes|pouco frequente*|menos frequente*|esporad*|esporád*|"
    "de vez em quando",
    "strict": "estrit*|mais estrit*|rígid*|rigoros*|sever*|mais exigente|dura|duro|mais duro|mais dura|firme|endurec*|"
    "endureç*|rigor",
    "loose": "flexív*|flex*|frouxo|frouxa|frouxos|frouxas|afroux*|solt*|permissiv*|toleran*|mais solto|folga|lenient*|"
    "maleáv*|menos exigente|relax* o filtro|frou*",
    "strong": "fortes|mais forte|mais fortes|intens*|robust*|forte*",
    "weak": "frac*|fraqui*",
    "deep": "profund*|fund*",
    "shallow": "superficia*|ras*",
    "high": "alto|alta|altos|altas|mais alto|mais alta|mais altos|mais altas|elevado|elevada|elevados|elevadas|"
    "altíssim*",
    "low": "baixo|baixa quantidade|baixos|baixas|mais baixo|mais baixa|mais baixos|mais baixas|baixíssim*|baixinh*",
    "room": "ar|mais ar|espaço|mais espaço|margem|mais margem|fôlego|mais fôlego|folga maior|mais folga|respirar|"
    "respiro|respirem|respire|colchão",
}  # fmt: skip

NOUNS: Final = {
    "trade": "operação|operações|trade|trades|transação|transações|transacções|trading|negociação|negociações|negócio|"
    "negócios|opera|opere|operar|operando|operem|operamos|disparos|disparo|dispara|dispare|disparar|aposta|apostas|"
    "negocia|negocie|negociar|negociando|tradar|operacional|transaç*|negociaç*",
    "enter": "entrada|entradas|entra|entre no mercado|entrar|entrando|entre em|compra|compras|comprar|compre|"
    "comprando|abrir posição|abrir posições|abre posição|abre posições|abrir operações|abrir uma operação|"
    "entra no mercado|ponto de entrada|novas entradas|novas posições|novas operações|se posicionar|agir|age|aja|"
    "entrada*|compra*|ingress*",
    "signal": "sinal|sinais",
    "position": "posição|posições|posicoes",
    "open": "abrir operação|aberto|abertos",
    "size": "tamanho|tamanhos|volume|valor por operação|montante|quantidade|quantia|tamanho da aposta|por operação|"
    "por trade|por ordem|em cada operação|em cada trade|size|cada operação|sizing|mão|aporte|tamanho*|volume*|"
    "quantidade*|lote*|cada compra|cada trade",
    "risk": "risco|riscos|arrisc*|arrisqu*|perigo|risk|risco*|apetite|exposição ao risco",
    "loss": "perda|perdas|perder|perde|perca|perco|perdemos|perdendo|perdido|prejuízo|prejuízos|no vermelho|sangria|"
    "sangrar|perdem|loss|losses|perda*|prejuízo*|perde*",
    "loser": "operações perdedoras|operação perdedora|perdedor|perdedora|perdedoras|perdedores|posições perdedoras|"
    "operações ruins|operação ruim|trades ruins|trades perdedores|que vão mal|vai contra mim|dá errado|dão errado|"
    "as ruins|as perdedoras|que dão errado|vão mal|operações negativas|perdedor*",
    "winner": "operações vencedoras|operação vencedora|vencedor|vencedora|vencedoras|vencedores|posições vencedoras|"
    "boas operações|operação boa|trades vencedores|operações ganhadoras|ganhadoras|ganhadores|que vão bem|as boas|"
    "as vencedoras|trades bons|operações boas|operações positivas|vencedor*|ganhador*",
    "profit": "lucro|lucros|ganho|ganhos|profit|profits|no verde|no positivo|gain|lucro*|ganho*|ganhe|lucr*",
    "run": "correr|corram|corra|andar|crescer mais|rolar|surfar|rodar",
    "lock": "assegur*|trav* o lucro|travar|trava|trave|realiza|realize|realizar|embols*|garantir lucro|tomar lucro|"
    "colher|colha|colhe|pegar lucro|bolso|realiz*|garant* os|tome|proteg*|pegar|pegue",
    "stop": "stop|stops|stopar|parada|freio|saída de emergência",
    "trail": "trailing|arrasto|acompanhar o preço|seguindo o preço|móvel|dinâmico|móve*|seguir o preço",
    "target": "alvo|alvos|objetivo|objetivos|meta|metas|target|targets|tp|alvo*|objetivo*",
    "exit": "saída|saídas|sai|saia|sair|saindo|saias|fecha|feche|fechar|fechamento|fechamentos|fechando|vende|venda|"
    "vender|vendendo|liquida|liquide|liquidar|encerr*|zera|zerar|zere|me tira da|fecho|saída*|fech* posi*|vend*|"
    "liquid*|saio",
    "hold": "manter posições|manter a posição|manter operações|manter as operações|manter uma posição|"
    "manter uma operação|mantenha as posições|mantenha as operações|manter as posições|segur*|carreg*|carregu*|"
    "aguenta|aguente|aguentar|manter aberta|manter abertas|manter a operação|dura|durem|duram|dure|durar|duração|"
    "permanecer|permaneça|hold|holdar|na posição|em posição|numa operação|em uma operação|posicionado|"
    "fica posicionado|ficar posicionado|operação aberta|posição aberta|ficar aberta|ficar abertas|ficam abertas|"
    "fica aberta|fiquem abertas|fique aberta|posições abertas por|operações abertas por|segurar posições|"
    "segura as posições|fique na posição|segure as posições|posições abertas por mais|tempo aberto",
    "wait": "esper*|aguard*|pausa|pausas|descans*|repous*|respiro entre|intervalo|pausa*",
    "cooldown": "resfriamento|arrefecimento|cooldown|reentrada|reentradas|reentrar|reentre|entrar de novo|"
    "voltar a entrar|volta a entrar|esfriar|esfrie|uma atrás da outra|um atrás do outro|back to back|vingança|"
    "seguidas|tempo de espera|período de espera|descanso entre",
    "day": "por dia|ao dia|diário|diária|diários|diárias|cada dia|todo dia|todos os dias|em um dia|num dia|num só dia|"
    "em um só dia|24 horas|pregão|por pregão|sessão|no dia|do dia|diariamente|o dia|diári*",
    "bar": "vela|velas|candle|candles|barra|barras|períodos|período|candlestick|candlesticks|vela*|barra*|candle*|"
    "período*",
    "band": "banda|bandas|bollinger|bandas de bollinger|banda de bollinger|canal|canais|envelope|envelopes|"
    "banda de entrada|bandas de entrada|bb|limiar de sinal|multiplicador|limiares|gatilho|banda*",
    "sigma": "sigma|sigmas|desvio|desvios|desvio padrão|desvios padrão|desvio-padrão|desvios-padrão|σ|k|stdev|desvio*",
    "window": "janela|janelas|janelinha|lookback|média móvel|histórico|história|memória|velas para trás|"
    "olha para trás|olhar para trás|olhe para trás|para trás|pra trás|período da média|média dos últimos|"
    "média das últimas|comprimento|amostra|período de cálculo|retrospetiva|passado|janela*|retrospectiv*",
    "mean": "média|a média|linha média|linha central|centro|banda média|o meio|meio da banda",
    "drawdown": "drawdown|drawdowns|queda|quedas|rebaixamento|desde o pico|do topo|desde o topo|desde a máxima|"
    "perda acumulada",
    "volatile": "volatilidade|volátil|voláteis|turbul*|agitad*|nervos* o mercado|louco|loucos|maluco|malucos|caos|"
    "caótic*|selvage*|tempest*|brusc*|vol|doid*|bagunçad*|pânico|convuls*|turbulência|nervoso o mercado|conturbad*|"
    "maluc*",
    "forecast": "previsão|previsões|predição|predições|forecast|ml|ia|modelo|modelos|machine learning|"
    "inteligência artificial|rede neural|previsão de 7 dias|a ia|aprendizado de máquina|aprendizagem automática|"
    "preditivo|previsão semanal|prognóstico|prognósticos|previs*|prediç*|modelo*|prognóstico*|modelo ml|modelo de ia|"
    "algoritmo",
    "confident": "confiança|certeza|convicção|confiável|confiáveis|fiável|fiáveis|probabilidade|convencido|seguro de|"
    "certo de|dúvid*|confiante|confiantes|esteja seguro|está seguro|não está seguro|tiver certeza|tem certeza|"
    "seguro do|certeza da previsão|confianç*|convicç*|confiáve*|confiante*",
    "weight": "peso|influência|importância|impacto|pese|pesa|pesar|influencie|influencia|influenciar|confia|confie|"
    "confiar|ouve|ouça|ouvir|dá ouvidos|dê ouvidos|dar ouvidos|escuta|escute|escutar|atenção|relevância|ponderação|"
    "levar em conta|leve em conta|conte mais|conta|siga mais|dê bola|acredita|acredite|acreditar|considere|crédito|"
    "siga|confiando",
    "asset": "ativo|activo|moeda|um só ativo|um ativo|uma só moeda|uma moeda|cada ativo|cada moeda|por ativo|"
    "por moeda|um único ativo|uma única moeda|cripto|uma só cripto|cesta|mesma cesta|mesmo ativo|mesma moeda",
    "capital": "capital|conta|equity|carteira|portfólio|portfolio|património|patrimônio|fundos|saldo|meu dinheiro|"
    "banca|do capital|da conta|da carteira|da banca",
    "exposure": "exposição|exposto|exposta|expor|exponha|concentração|concentrado|alocação|investido|comprometido|"
    "diversific*|diversifiqu*|alocado|alocar|participação|concentrad*",
    "atonce": "ao mesmo tempo|simultân*|em paralelo|concorrentes|de uma vez|abertas ao mesmo tempo|posições abertas|"
    "operações abertas|operações ao mesmo tempo|posições ao mesmo tempo|de cada vez|em simultâneo|em aberto|"
    "de uma só vez",
    "shorts": "short|shorts|vendido|vendida|vendidas|a descoberto|venda a descoberto|vendas a descoberto|"
    "posições vendidas|operações vendidas|operar vendido|shortear|shortar|vender a descoberto|na ponta vendedora|"
    "vendido*|shorte*",
    "trend": "tendência|tendências|tendência principal|tendência geral|tendência maior|direção do mercado|trend|"
    "tendência*",
    "against": "contra|contra a|contrária|contrário|contramão",
    "filter": "filtro|filtros|filtra|filtre|filtrar|filtro*",
    "slip": "slippage|deslizamento|deslizamentos|derrapagem|perseguir preço|perseguir o preço|preço pior|preços ruins|"
    "má execução|execução ruim|preço de execução|escorregar|escorregamento",
    "scaling": "escalonamento|escalonar|escalona|escalone|piramid*|martingale|martingal*|preço médio|"
    "entradas adicionais|entradas sucessivas|próximas entradas|entradas seguintes|adicionar a posições|"
    "adicionar à posição|aumentar posições|recompras|cada entrada seguinte|cada nova entrada|cada entrada adicional|"
    "dca|fazer média|médio para baixo|escalar entradas|aumentos de posição",
    "confirm": "confirmação|confirmações|confirma|confirme|confirmar|confirmem|confirmada|confirmado|antes de entrar|"
    "antes de comprar|antes de abrir|antes de agir|antes de operar|antes de abrir posição|antes de disparar|"
    "antes da entrada|antes de se posicionar|se sustente|que se confirme|confirm*",
    "between": "entre",
    "after": "depois de|após|depois da|depois do",
    "peak": "pico|máximas|topo|o pico|ponto mais alto|melhor preço|máxima atingida",
    "overnight": "durante a noite|à noite|overnight|de um dia para o outro|de um dia pro outro|eternamente|"
    "para sempre|pra sempre|tanto tempo|a noite toda",
    "halt": "para de operar|pare de operar|parar de operar|deixa de operar|deixe de operar|para o bot|pare o bot|"
    "parar o bot|se pare|desliga o bot|desligue o bot|desligar o bot|encerra por hoje|encerre por hoje|para por hoje|"
    "pare por hoje|para tudo|pare tudo|para de comprar|pare de comprar|pausa o bot|pause o bot|suspend*|interromp*|"
    "o bot deve parar|parar tudo|trava o bot|trave o bot|pausar o bot|pare|parar",
    "stay_out": "fica fora|fique fora|ficar fora|fica de fora|fique de fora|ficar de fora|não opere|não opera|"
    "não operar|não operes|não entre|não entra|não entrar|não entres|não abra|não abras|não compre|não negocie|"
    "fora do mercado|não faça nada|abstenha-se|abster-se|evite operar|mantenha-se fora|não faça operações",
    "order": "ordem|ordens|execução",
    "bot": "o algoritmo|o algo|o robo",
    "ignore": "ignora|ignore|ignorar|descarta|descarte|descartar|desconsider*|só ouça|só confie|só use|só usa|use só|"
    "usa só|só considere|ignor*|use apenas|use somente|só quando|só aceite|apenas quando|só siga",
}  # fmt: skip
