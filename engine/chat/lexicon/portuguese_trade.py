"""Portuguese names of what a bot can be set to: things, qualities, settings, values, moods, phrases that imply one."""

from typing import Final

QUALITIES: Final = {
    "big": "grande|grandes|maiores|enorme*",
    "small": "pequen*|menorzinh*|reduzid*|pequenin*",
    "wide": "larg*|alarg*|ampl*|folgad*|abert*|longe|afast*|abr*|espaçad*|distante*|mais longe|alargue",
    "tight": "estreit*|apertad*|apert*|justo|justa|fechad*|perto|próxim*|aproxim*|fech*|colad*|mais perto",
    "long": "long*|comprid*|mais tempo|muito tempo|demorad*",
    "short": "curt*|breve*|curtinh*",
    "fast": "rápid*|ligeir*|veloz|aceler*|depressa|agilmente",
    "slow": "lent*|devagar|vagaros*",
    "early": "cedo|mais cedo|antes da hora|logo|antes do tempo|imediatamente",
    "late": "tarde|mais tarde|atras*|tardi*",
    "often": "frequentemente|frequente*|com mais frequência|mais vezes|com frequência|toda hora|direto|o tempo todo|"
    "constantemente",
    "rare": "raramente|menos vezes|com menos frequência|de vez em quando|menos frequente*",
    "strict": "rigoros*|exigente*|rígid*|severo|criterios*",
    "loose": "frou*|flexíve*|permissiv*|solt*|afroux*|tolerante*|relaxad*",
    "strong": "forte*",
    "weak": "frac*",
    "deep": "profund*",
    "high": "alto|alta|altos|altas|elevad*",
    "low": "baixo|baixa|baixos|baixas",
    "room": "mais espaço|espaço|mais folga|folga|mais margem|margem|respirar|mais fôlego|fôlego|respiro",
}  # fmt: skip
NOUNS: Final = {
    "trade": "operação|operações|operacao|trade|trades|transaç*|negociaç*|opera|operar|opere|negócios|trading|"
    "operando|negocia|negociar",
    "enter": "entrada*|entrar|entre em|entra|entre|compra*|comprar|abrir operações|ingress*|abrir posições|abra",
    "signal": "sinal|sinais",
    "position": "posição|posições|posicao",
    "open": "aberta|abertas|aberto|abertos",
    "size": "tamanho*|volume*|quantidade*|montante|lote*|por operação|cada operação|por trade|cada compra|cada trade|"
    "por ordem|mão",
    "risk": "risco*|arrisc*|apetite|tolerância ao risco|exposição ao risco|apetite ao risco",
    "loss": "perda*|prejuízo*|perde*|perder|perdendo|perca|no vermelho",
    "loser": "perdedor*|operações perdedoras|operações ruins|posições perdedoras|trades ruins",
    "winner": "vencedor*|operações vencedoras|ganhador*|operações boas|posições vencedoras|trades bons",
    "profit": "lucro*|ganho*|ganhe|ganhos|lucr*",
    "run": "correr|corram|corra|rodar",
    "lock": "realiz*|garant* os|embols*|segurar|tome|travar|proteg*|pegar|colher|pegue|coloque no bolso",
    "stop": "stop|stops",
    "trail": "móve*|móvel|trailing",
    "target": "alvo*|meta|metas|objetivo*",
    "exit": "saída*|sair|saia|fech* posi*|encerr*|vend*|liquid*|fechar|feche|fecha|sai|zere|zerar|saio",
    "hold": "duração|permanência|manter posições|tempo de posição|segurar posições|segura as posições|"
    "ficar posicionado|manter as posições|fique na posição|segure as posições|mantenha as posições|tempo em posição|"
    "segure|segurando|carregar|carregue|posições abertas por mais|tempo aberto",
    "wait": "esper*|aguard*|pausa*|descans*",
    "cooldown": "resfriamento|intervalo entre operações|tempo de espera|cooldown|período de espera|descanso entre|"
    "reentrada|reentrar|voltar a entrar|pausa entre operações",
    "day": "por dia|ao dia|diári*|cada dia|num dia|dia|no dia|em um dia|24 horas",
    "bar": "vela*|barra*|candle*|período*|periodo*",
    "band": "banda*|bollinger|canal|envelope|limiar de entrada",
    "sigma": "sigma|sigmas|desvio*|desvio padrão|desvios padrão|desvio-padrão|desvios-padrão",
    "window": "janela*|lookback|média móvel|retrospectiv*|histórico|período da média|período de cálculo|janela móvel|"
    "memória",
    "mean": "média|meio da banda|centro",
    "drawdown": "drawdown|rebaixamento|queda máxima|queda|perda total|rebaixamento máximo",
    "volatile": "volatilidade|volátil|voláteis|turbul*|agitad*|louco|loucos|nervoso o mercado|conturbad*|maluc*|"
    "caótic*|doid*|selvage*",
    "forecast": "previs*|prediç*|modelo*|ia|ml|prognóstico*|aprendizado de máquina|inteligência artificial|modelo ml|"
    "modelo de ia|algoritmo|aprendizagem automática",
    "confident": "confianç*|certeza|segur*|convicç*|confiáve*|probabilidade|confiante*",
    "weight": "peso|influência|confie|confiar|importância|confia|ouça|leve em conta|pese|considere|dê ouvidos|"
    "crédito|siga|confiando",
    "asset": "ativo|ativos|moeda|moedas|por ativo|por moeda|um único ativo|um só ativo|uma moeda|um ativo|cripto|"
    "cada ativo|uma única moeda|mesmo ativo|mesma moeda",
    "capital": "capital|carteira|conta|patrimônio|portfólio|fundos|saldo|meu dinheiro|banca",
    "exposure": "exposição|alocação|concentração|participação|exposto|concentrad*",
    "atonce": "ao mesmo tempo|de uma vez|simultâne*|em paralelo|simultaneamente|de uma só vez",
    "shorts": "venda a descoberto|vendas a descoberto|vendido*|short|shorts|posições vendidas|operar vendido|"
    "vender a descoberto|shortar|operações vendidas|na venda|posição vendida|shorte*",
    "trend": "tendência*",
    "against": "contra",
    "filter": "filtro*",
    "slip": "slippage|derrapagem|deslizamento|escorregamento",
    "order": "ordem|ordens|tipo de ordem",
    "scaling": "escalonamento|piramid*|preço médio|martingale|entradas adicionais|piramidação|fazer preço médio|"
    "escalar entradas|entradas seguintes|entradas sucessivas|aumentos de posição",
    "confirm": "confirm*|antes de entrar|antes de comprar|candles de confirmação|antes da entrada|antes de abrir",
    "between": "entre",
    "after": "depois de|após|depois",
    "peak": "pico|topo|máxima atingida|melhor preço",
    "overnight": "durante a noite|de um dia para o outro|eternamente|à noite|de um dia pro outro|a noite toda|"
    "overnight",
    "halt": "pare o bot|parar o bot|desligue o bot|pause o bot|pare de operar|pausar o bot|interrompa|"
    "parar de operar|pare tudo|suspenda|para o bot|parar tudo|interromper|deixe de operar|pare|parar|suspend*",
    "stay_out": "fique fora|não opere|não entre|não operar|não entrar|fora do mercado|evite operar|não abra|"
    "não compre|ficar de fora|fique de fora|mantenha-se fora|não negocie|fica de fora|sem operar|fica fora|"
    "ficar fora|não faça operações",
    "ignore": "ignor*|descart*|só use|use apenas|use somente|só quando|desconsider*|só considere|só aceite|"
    "apenas quando|só siga",
}  # fmt: skip
TARGETS: Final = {
    "base_trade_size": "tamanho da operação|tamanho de operação|tamanho das operações|tamanho base|"
    "tamanho da posição|tamanho das posições|tamanho por operação|tamanho do trade|tamanho da ordem|"
    "volume por operação|tamanho dos trades|lote base|tamanho base da operação|tamanho das ordens|"
    "tamanho de cada operação|quantidade por operação|tamanho de posição|tamanho da mão|tamanho das minhas operações|"
    "tamanho de trade|tamanho de cada trade|tamanho do lote|tamanho das entradas",
    "max_position_size": "tamanho máximo da posição|posição máxima|tamanho máximo de posição|limite de posição|"
    "posição total máxima|maior posição|teto da posição|tamanho máximo das posições",
    "max_trades_per_day": "operações por dia|trades por dia|operações diárias|máximo de operações por dia|"
    "operações ao dia|limite de operações|entradas por dia|negociações por dia|trades ao dia|"
    "limite diário de operações|máximo de trades por dia|número de operações por dia|trades diários|"
    "máximo de operações diárias|ordens por dia|compras por dia",
    "max_daily_loss_pct": "perda diária|limite de perda diária|perda máxima diária|perda por dia|"
    "limite diário de perda|prejuízo diário|perdas diárias|limite de perdas diárias|limite diário de perdas|"
    "perda diária máxima|prejuízo máximo diário|limite de prejuízo diário|máxima perda diária|stop diário|"
    "perda no dia|prejuízo por dia",
    "max_drawdown_pct": "drawdown máximo|máximo drawdown|limite de drawdown|rebaixamento máximo|drawdown|"
    "queda máxima|max drawdown|perda máxima total|teto de drawdown|máxima queda",
    "max_open_positions": "posições abertas|posições simultâneas|posições ao mesmo tempo|operações abertas|"
    "número de posições|posições de uma vez|operações simultâneas|posições em paralelo|operações ao mesmo tempo|"
    "máximo de posições|trades abertos|trades ao mesmo tempo|quantidade de posições|trades simultâneos",
    "max_asset_exposure": "exposição por ativo|exposição máxima|exposição por moeda|alocação por ativo|"
    "exposição máxima por ativo|capital por ativo|exposição a um único ativo|exposição em um único ativo|"
    "exposição a um só ativo|percentual por ativo|exposição em cada ativo|concentração por ativo|máxima exposição",
    "cooldown_bars": "cooldown|tempo de espera entre operações|pausa entre operações|entre operações|"
    "espera entre operações|após cada operação|período de resfriamento|intervalo entre operações|resfriamento|"
    "após uma operação|depois de cada operação|depois de uma operação|intervalo entre trades|entre as operações|"
    "entre trades|entre uma operação e outra|entre os trades|tempo entre operações|pausa entre trades|"
    "espera entre trades|descanso entre operações|antes da próxima operação",
    "max_holding_bars": "duração máxima|tempo máximo|tempo de permanência|stop por tempo|tempo em posição|"
    "tempo de posição|duração das operações|tempo máximo em posição|tempo de retenção|prazo máximo|"
    "tempo máximo de permanência|limite de tempo|duração da posição|stop de tempo|duração das posições|"
    "permanência máxima|tempo máximo de posição|saída por tempo",
    "entry_confirm_bars": "velas de confirmação|barras de confirmação|candles de confirmação|confirmação|"
    "confirmação de entrada|vela de confirmação|barra de confirmação|candle de confirmação|confirmação do sinal|"
    "confirmações",
    "take_profit_pct": "realização de lucro|realização de lucros|alvo de lucro|take profit|meta de lucro|"
    "alvo de ganho|tp|objetivo de lucro|alvo de lucros|tomada de lucro|meta de ganho|realização do lucro|"
    "obtenção de lucro",
    "exit_band": "banda de saída|distância de saída|limiar de saída|antes da média|nível de saída|da média|"
    "antes de chegar à média|antes de atingir a média|distância da média",
    "trailing_stop_pct": "stop móvel|trailing stop|trailing|stop deslizante|stop dinâmico|stop de arrasto|"
    "stop loss móvel|stop-móvel",
    "stop_loss_pct": "stop loss|stop-loss|limite de perda|stoploss|stop de perda|perda por operação|"
    "perda máxima por operação|limite de prejuízo|perda por trade|stop de prejuízo|prejuízo por operação",
    "max_volatility_pct": "volatilidade máxima|limite de volatilidade|filtro de volatilidade|volatilidade diária|"
    "limiar de volatilidade|teto de volatilidade|máxima volatilidade",
    "trend_filter": "filtro de tendência|filtro da tendência|filtro por tendência|filtro de tendências",
    "ml_weight": "peso da previsão|peso do modelo|peso das previsões|peso da ia|peso do ml|influência do modelo|"
    "peso de ml|peso ml|influência da previsão|influência das previsões|peso da predição|influência da ia|"
    "peso das predições",
    "ml_min_confidence": "confiança mínima|limiar de confiança|nível de confiança|confiança do modelo|"
    "mínima confiança|confiança mínima do modelo|confiança da previsão|confiança mínima da previsão",
    "max_slippage_bps": "slippage máximo|slippage|limite de slippage|derrapagem máxima|deslizamento máximo|"
    "slippage máxima|tolerância de slippage|derrapagem|deslizamento|tolerância ao slippage|slippage permitido",
    "position_scaling": "escalonamento de posição|fator de escalonamento|multiplicador de entradas|escalonamento|"
    "fator de piramidação|escalonamento de posições|piramidação|escalonamento da posição",
    "allow_short": "venda a descoberto|vendas a descoberto|operar vendido|posições vendidas|operações vendidas|shorts",
    "timeframe": "tempo gráfico|intervalo dos candles|timeframe|período gráfico|intervalo|intervalo de tempo|"
    "tamanho do candle|tempo do gráfico",
    "order_type": "tipo de ordem|tipo de ordens|tipo de execução",
    "style": "estilo|estilo de operação|tipo de estratégia|estilo de trading",
    "risk_factor": "fator de risco|nível de risco|tolerância ao risco|apetite ao risco|apetite por risco|"
    "parâmetro de risco",
    "window": "janela|janela móvel|tamanho da janela|comprimento da janela|período da janela|janela de cálculo",
    "k_sigma": "largura das bandas|largura da banda|multiplicador sigma|multiplicador de sigma|amplitude das bandas|"
    "desvios",
}  # fmt: skip
CHOICES: Final = {
    "style=breakout": "rompimento*|breakout*|seguidor de tendência|seguir tendência|momentum|seguir a tendência",
    "style=mean_reversion": "reversão à média|reversão|mean reversion|retorno à média|contra-tendência|"
    "reversao a media|contrário|volta à média",
    "style=hybrid": "híbrid*|mist*|combinad*",
    "order_type=market": "ordens a mercado|ordem a mercado|a mercado|market|ordens de mercado|ordem de mercado",
    "order_type=limit": "ordens limite|ordem limite|ordens limitadas|limit|ordem limitada|ordens limit|"
    "ordens com limite",
    "allow_short=off": "só comprado|apenas comprado|somente compra|só compras|somente comprado|apenas compras|"
    "só na compra|só long|apenas na compra",
    "allow_short=on": "comprado e vendido|nas duas direções|nos dois sentidos|também vendido|lucrar na queda|"
    "ganhar na queda|apostar na queda|ambas as direções|vendido também|lucrar com as quedas",
    "timeframe=5m": "5 minutos|5m|cinco minutos|5 min",
    "timeframe=15m": "15 minutos|15m|quinze minutos|15 min",
    "timeframe=1h": "1h|candles de 1 hora|velas de uma hora|horári*|candles horários|uma hora|1 hora|gráfico horário|"
    "gráfico de 1 hora",
    "timeframe=4h": "4h|4 horas|quatro horas",
    "timeframe=1d": "velas diárias|candles diários|gráfico diário|1d|barras diárias|candles de um dia|no diário|"
    "tempo diário",
}  # fmt: skip
MOODS: Final = {
    "boldness+": "agressiv*|arriscad*|ousad*|audacios*|arrojad*|agressividade|ofensiv*|valente*|corajos*",
    "boldness-": "conservador*|prudent*|cautelos*|defensiv*|cuidados*|mais segur*|cautela|moderad*|tranquil*|"
    "precavid*|prudência|calm*|contid*|com cuidado|pé no chão|seguro|segura",
    "sensitivity+": "sensíve*|sensibilidade|reativ* aos sinais",
    "sensitivity-": "insensíve*",
    "quickness+": "reaç*|reag*|ágil|ágeis|reativ*|respond*|responsiv*|adapt*|reatividade|resposta",
    "quickness-": "suav*|estáve*|suaviz*|suavidade|liso",
    "frequency+": "frequência|ativ*|opere mais|operar mais|opera mais|mais atividade|opere com mais frequência|"
    "negocie mais|operar com mais frequência",
    "frequency-": "seletiv*|pacien*|opere menos|operar menos|opera menos|negocie menos|paciência",
}  # fmt: skip
EFFECTS: Final = {
    "!stop_loss_pct+": "sou stopado|estopado*|stopado*|me tira do mercado|stop é acionado|stopad*|sendo stopado|"
    "sou estopado|stop é atingido|pega meu stop|violinad*|stop toda hora|batendo no stop",
    "stop_loss_pct+": "dar mais espaço às operações|mais espaço para as operações|mais folga às operações|"
    "deixe as operações respirarem|dar mais folga|mais espaço às operações|mais espaço pras operações|"
    "operações respirarem|mais fôlego às operações|mais margem às operações",
    "stop_loss_pct-": "cortar perdas|corte as perdas|cortar as perdas|limitar perdas|limite as perdas|"
    "cortar prejuízos|corte os prejuízos|reduzir as perdas|corte perdas|cortar o prejuízo|perdas menores|"
    "perder menos por operação|corte mais cedo as perdas|limitar o prejuízo|limitar as perdas|"
    "cortar as operações perdedoras|corte as operações perdedoras",
    "take_profit_pct+": "deixar os lucros correrem|deixe os lucros correrem|deixe correr os lucros|"
    "deixar correr os lucros|lucros maiores|deixe os ganhos correrem|deixar os ganhos correrem|"
    "deixe as vencedoras correrem|deixa o lucro correr|deixe o lucro correr|realiza cedo demais|"
    "realiza o lucro cedo demais|vende cedo demais|deixa os lucros correrem|deixar o lucro correr|"
    "deixar lucros correrem|ganhos maiores",
    "take_profit_pct-": "realizar lucros mais cedo|garantir lucros|realize lucros|realizar lucro mais cedo|"
    "realize os lucros|garanta os lucros|embolse os lucros|pegue os lucros|realizar os lucros|"
    "realiza o lucro mais cedo|realizar o lucro|realize o lucro|garantir os lucros|garanta o lucro|"
    "embolsar os ganhos|realizar ganhos|garantir os ganhos|pegar o lucro|realizar mais cedo|realize lucro",
    "entry_confirm_bars+": "sinais falsos|falsos sinais|esperar confirmação|espere confirmação|falsos rompimentos|"
    "esperar a confirmação|espere a confirmação|entra cedo demais|entra rápido demais|espere por confirmação|"
    "aguarde confirmação|mais confirmação|entradas falsas|aguarde a confirmação|rompimentos falsos|"
    "esperar por confirmação",
    "!max_holding_bars-": "durante a noite|de um dia para o outro|tempo demais|por tanto tempo|tanto tempo|"
    "sair mais cedo|saia mais cedo|saia mais rápido|feche mais cedo|fechar mais cedo|sair mais rápido|"
    "muito tempo aberto|de um dia pro outro|feche as posições mais cedo|feche mais rápido|encerre mais cedo|"
    "muito tempo abertas|sair antes das posições|feche as operações mais cedo|fechar mais rápido",
    "max_holding_bars+": "segurar mais tempo|segure mais tempo|manter por mais tempo|mantenha por mais tempo|"
    "manter as posições por mais tempo|ficar mais tempo|segure as posições por mais tempo|"
    "mais tempo para as operações|posições por mais tempo|operações mais longas|segurar por mais tempo|"
    "segure por mais tempo|mantenha as posições por mais tempo|sai cedo demais|fecha cedo demais",
    "max_volatility_pct-": "evite mercados voláteis|evitar volatilidade|só mercados calmos|evite a volatilidade|"
    "apenas mercados calmos|evite dias voláteis|só em mercados calmos|só quando estiver calmo|"
    "evite mercados agitados|fuja da volatilidade",
    "max_volatility_pct+": "mesmo com volatilidade|apesar da volatilidade|mesmo com alta volatilidade|"
    "tolere mais volatilidade|aceite mais volatilidade|mesmo em mercados voláteis",
    "trend_filter=on": "a favor da tendência|com a tendência|contra a tendência|respeite a tendência|"
    "na direção da tendência|facas caindo|no sentido da tendência|faca caindo",
    "trend_filter=off": "ignore a tendência|independente da tendência|também contra a tendência|"
    "não importa a tendência|ignorar a tendência",
    "!frequency-": "opera demais|operando demais|opera muito|não para de operar|opera o tempo todo|overtrad*|"
    "operações demais|opera sem parar|opera toda hora|só as melhores oportunidades|só os melhores sinais|"
    "opera feito louco|trades demais|apenas os melhores sinais",
    "!frequency+": "quase não opera|mal opera|opera muito pouco|nunca opera|não opera|não faz nada|"
    "perde oportunidades|opera pouco|quase nunca opera|perdendo oportunidades|muito poucas operações|"
    "poucas operações|raramente opera|tá parado|está parado|deixa passar oportunidades",
    "!quickness-": "cada movimentinho|cada pequeno movimento|ruído|qualquer movimento|filtrar o ruído|"
    "qualquer oscilação|cada oscilação|pequenos movimentos|todo movimentinho|cada tremida|qualquer coisinha",
    "!quickness+": "reage tarde|muito lento|atrasado|reage devagar|demora a reagir|reage muito tarde|lento demais|"
    "demora para reagir|demora pra reagir|reage muito devagar|muito lenta|demora muito",
    "!sensitivity-": "hipersensível|nervos*|reage exageradamente|reage a tudo|exagera nas reações|ansios*|afobad*",
    "ml_weight=0": "ignore a previsão|ignore o modelo|sem previsão|ignore as previsões|sem o modelo|não use o modelo|"
    "ignore a ia|sem ia|não use a previsão|não use as previsões|pare de usar o modelo|ignorar o modelo|"
    "ignorar a previsão|ignorar as previsões|desconsidere a previsão",
    "position_scaling=1": "sem piramidar|sem martingale|não faça preço médio|sem preço médio|não piramide|"
    "sem fazer preço médio|não fazer preço médio|sem piramidação|pare de fazer preço médio",
    "trailing_stop_pct=0": "sem trailing stop|sem stop móvel|sem trailing",
    "cooldown_bars=0": "sem cooldown|sem pausa entre operações|sem espera entre operações|"
    "sem intervalo entre operações",
    "max_open_positions=1": "uma única posição|uma posição de cada vez|só uma posição|uma posição por vez|"
    "apenas uma posição|uma operação por vez|uma operação de cada vez",
    "entry_confirm_bars=0": "sem confirmação|sem esperar confirmação",
    "max_asset_exposure-": "diversific*|menos concentrad*|concentrado demais|muito concentrad*|espalhar mais",
    "exit_band+": "sair antes da média|saia antes da média",
}  # fmt: skip
REFUSALS: Final = {
    "leverage": "alavanc*|margem de crédito|futuros|leverage|empréstimo",
    "keys": "chave api|chaves api|api key|senha*|credencia*|prompt do sistema|chave da api|chave secreta|segredos|"
    "variáveis de ambiente|frase semente|chave privada|chaves",
    "act": "compre agora|venda tudo|vender tudo|saque|sacar|transfira|transfer*|deposit*|feche todas as posições|"
    "venda agora|coloque uma ordem|compra agora|carteira digital|feche tudo|compre bitcoin|compre já|envie uma ordem|"
    "me compre|tudo ou nada|all in|resgatar dinheiro",
    "coins": "ethereum|solana|dogecoin|outra moeda|outras moedas|ações|ouro|litecoin|ripple|xrp|cardano|binance|"
    "outro mercado|bolsa de valores",
    "unknown": "rsi|macd|novo parâmetro|fins de semana|fim de semana|notif*|me avise|me avisa|grid|arbitragem|"
    "import os|aos domingos|às segundas|me mande|me lembre|envie-me|indicador novo|fibonacci|notícias|atr",
}  # fmt: skip
