"""Spanish names of what a bot can be set to: things, qualities, settings, values, moods, phrases that imply one."""

from typing import Final

QUALITIES: Final = {
    "big": "grande|grandes|más grande|más grandes|enorme*|gran",
    "small": "pequeño*|pequeña*|chico*|chica*|chiquito*|reducid*|diminut*",
    "wide": "ancho*|ancha*|amplio*|amplia|amplias|holgad*|ensanch*|lejos|alejad*|abre|abrir|abrirse|separad*|ampliar|"
    "lejan*|aléja*",
    "tight": "estrech*|ajustad*|cerrad*|apretad*|ceñid*|angost*|aprieta*|apriét*|cerca|cercan*|cierra|acércalo|"
    "acerc*|pegad*|próxim*|apreta*",
    "long": "largo*|larga*|alarg*|más tiempo|mucho tiempo|más largo",
    "short": "corto*|corta|cortas|breve*",
    "fast": "rápid*|veloz|ágilmente|aceler*|deprisa",
    "slow": "lent*|despacio|pausad*",
    "early": "antes|pronto|temprano|antes de tiempo|anticipad*|enseguida",
    "late": "tarde|más tarde|retras*|tardí*|después",
    "often": "a menudo|frecuentemente|frecuente*|seguido|con frecuencia|más veces|constantemente|más seguido|"
    "a cada rato",
    "rare": "raramente|menos veces|con menos frecuencia|menos a menudo|rara vez|menos seguido|de vez en cuando|"
    "menos frecuente*",
    "strict": "estrict*|exigent*|rigur*|selectivamente",
    "loose": "suelto*|flexible*|laxo*|laxa*|permisiv*|relaj*|tolerante*|floj*",
    "strong": "fuerte*",
    "weak": "débil*",
    "deep": "profund*",
    "high": "alto|alta|altos|altas|elevad*",
    "low": "bajo|baja|bajos|bajas",
    "room": "más margen|margen|más espacio|espacio|más aire|aire|holgura|respirar|más cancha",
}  # fmt: skip
NOUNS: Final = {
    "trade": "operación|operaciones|operacion|trade|trades|transacci*|opera|operar|opere|opero|negociaciones|trading|"
    "operando|operas|negocia",
    "enter": "entrada*|entrar|entre en|entra|entres|compra|compras|comprar|compre|abrir operaciones|abrir posiciones|"
    "ingres*|entro",
    "signal": "señal|señales",
    "position": "posición|posiciones|posicion",
    "open": "abiert*",
    "size": "tamaño*|volumen|cantidad*|monto|importe|lote|lotes|por operación|cada operación|por trade|cada compra|"
    "tamano|cada trade|por cada operación|por orden",
    "risk": "riesgo*|arriesg*|apetito|tolerancia|tolerancia al riesgo|exposición al riesgo|apetito de riesgo",
    "loss": "pérdida*|perdida*|pierd*|perder|perdiendo|en rojo",
    "loser": "perdedor*|operaciones perdedoras|malas operaciones|posiciones perdedoras|operación sale mal",
    "winner": "ganador*|operaciones ganadoras|posiciones ganadoras|buenas operaciones",
    "profit": "ganancia*|beneficio*|gane|ganando|utilidades|ganado",
    "run": "correr|corran|corra",
    "lock": "asegur*|tom*|recog*|realiz*|cobr*|embols*|recoge|bloquea",
    "stop": "stop|stops|parada",
    "trail": "dinámic*|seguimiento|trailing|móvil del stop",
    "target": "objetivo*|meta|metas",
    "exit": "salida*|salir|salga*|sal|cerrar|cierr*|cierre*|vend*|liquid*|sale|salgo|sacar|sácame",
    "hold": "mantener*|duración|duracion|aguant*|sosten*|retener|permanen*|tenencia|mantenga*|posición abierta|"
    "posiciones abiertas más|tiempo abierta|tiempo abiertas|mantenimiento|en cartera",
    "wait": "espera*|espere*|esper*|pausa*|descans*|respiro",
    "cooldown": "enfriamiento|pausa entre operaciones|tiempo de espera|periodo de espera|cooldown|reentrada|reentrar|"
    "reposo|volver a entrar",
    "day": "al día|por día|diari*|cada día|en un día|día|en el día|jornada|24 horas",
    "bar": "vela|velas|barra|barras|período*|periodo*|candle*",
    "band": "banda|bandas|bollinger|canal|envolvente|umbral de entrada",
    "sigma": "sigma|sigmas|desviaci*|desviación estándar|desviaciones típicas|desviaciones estándar|desviación típica",
    "window": "ventana*|retrospectiv*|media móvil|lookback|histórico|período de la media|mirada atrás|"
    "periodo de cálculo|memoria|ventana móvil|historial|hacia atrás|periodo de la media",
    "mean": "media|promedio|medio de la banda|línea central|centro",
    "drawdown": "drawdown|caída máxima|reducción máxima|retroceso|caída de capital|caída|pérdida acumulada|caida|"
    "pérdida total",
    "volatile": "volatilidad|volátil*|turbulen*|agitad*|loco|locos|revuelto*|movido*|tormentos*|nervioso el mercado|"
    "alborotad*|salvaje*|caótic*",
    "forecast": "pronóstico*|pronostic*|predicci*|modelo*|previsi*|ia|ml|aprendizaje automático|"
    "inteligencia artificial|modelo ml|modelo de ia|algoritmo",
    "confident": "confianza|seguro|segura|seguridad|certeza|convicción|fiable*|probabilidad|seguras|seguros",
    "weight": "peso|influencia|confía|confiar|confíe|hazle caso|importancia|fíate|fiarse|caso|hacer caso|confies|"
    "confíes|haz más caso|pese",
    "asset": "activo|activos|moneda|monedas|un solo activo|una sola moneda|cada activo|por activo|por moneda|"
    "una moneda|un activo|cripto|criptomoneda|mismo activo|misma moneda",
    "capital": "capital|cartera|cuenta|patrimonio|portafolio|portfolio|fondos|saldo|mi dinero",
    "exposure": "exposición|asignación|concentraci*|participación|exposicion",
    "atonce": "a la vez|al mismo tiempo|simultáne*|en paralelo|de una vez|abiertas a la vez",
    "shorts": "cortos|en corto|ventas en corto|posiciones cortas|short|shorts|venta en corto|vender en corto|"
    "ventas cortas|operaciones cortas|posición corta|operaciones en corto|venda en corto",
    "trend": "tendencia*",
    "against": "contra|en contra",
    "filter": "filtro*",
    "slip": "deslizamiento*|slippage|desliz*",
    "order": "orden|órdenes|ordenes|tipo de orden",
    "scaling": "escalado|piramid*|promediar a la baja|martingala|entradas adicionales|promedi*|entradas sucesivas|"
    "ampliaciones|reentradas|sucesivas",
    "confirm": "confirm*|antes de entrar|antes de comprar|antes de abrir|velas de confirmación",
    "between": "entre",
    "after": "después de|tras|luego de",
    "peak": "máximo alcanzado|pico|mejor precio|mejor punto",
    "overnight": "de noche|durante la noche|por la noche|de un día para otro|eternamente|toda la noche",
    "halt": "detén el bot|parar el bot|para el bot|deja de operar|detener el bot|pausa el bot|detén|detener|"
    "se detenga|que pare|deje de operar|deten el bot|pare el bot|para de operar|se pare|detenga*|parar|"
    "dejar de operar|pare de operar|frena el bot",
    "stay_out": "no entres|no operes|no operar|no entrar|quédate fuera|mantente fuera|evita operar|fuera del mercado|"
    "no abras|no compres|sin operar|no opere|no entre|no compre|quedarse fuera|mantente al margen|al margen|"
    "manténte fuera|no abra|no operemos",
    "ignore": "ignor*|descart*|solo usa|sólo usa|omite|solo cuando|sólo cuando|desecha",
}  # fmt: skip
TARGETS: Final = {
    "base_trade_size": "tamaño de la operación|tamaño de operación|tamaño de las operaciones|tamaño base|"
    "tamaño de posición|tamaño de la posición|tamaño de las posiciones|tamaño por operación|tamaño de cada operación|"
    "tamaño de orden|tamaño del trade|volumen por operación|monto por operación|tamaño de los trades|"
    "tamaño base de operación|lote base|tamaño de las órdenes|cantidad por operación|importe por operación|"
    "tamaño de trade|tamaño de la orden|tamaño de mis operaciones|tamaño de cada compra",
    "max_position_size": "tamaño máximo de posición|posición máxima|tamaño máximo de la posición|límite de posición|"
    "posición total máxima|máximo de posición|posición más grande|tamaño máximo de las posiciones|tope de posición",
    "max_trades_per_day": "operaciones por día|operaciones al día|operaciones diarias|trades por día|"
    "máximo de operaciones diarias|trades al día|entradas por día|operaciones cada día|límite de operaciones|"
    "límite diario de operaciones|máximo de operaciones por día|entradas al día|trades diarios|"
    "número de operaciones diarias|compras al día",
    "max_daily_loss_pct": "pérdida diaria|límite de pérdida diaria|pérdida máxima diaria|pérdida por día|"
    "pérdidas diarias|límite diario de pérdida|límite diario de pérdidas|límite de pérdidas diarias|"
    "pérdida diaria máxima|máxima pérdida diaria|tope de pérdida diaria|pérdida al día",
    "max_drawdown_pct": "drawdown máximo|máximo drawdown|límite de drawdown|caída máxima|reducción máxima|drawdown|"
    "pérdida máxima total|max drawdown|límite de caída|tope de drawdown|máxima caída",
    "max_open_positions": "posiciones abiertas|posiciones simultáneas|posiciones a la vez|operaciones abiertas|"
    "posiciones al mismo tiempo|número de posiciones|operaciones simultáneas|posiciones en paralelo|"
    "operaciones a la vez|cantidad de posiciones|máximo de posiciones|posiciones concurrentes",
    "max_asset_exposure": "exposición por activo|exposición máxima|exposición máxima por activo|"
    "exposición por moneda|porcentaje por activo|asignación por activo|capital por activo|"
    "exposición a un solo activo|exposición a cada activo|máxima exposición|exposición a un activo|"
    "exposición a cualquier activo|concentración por activo",
    "cooldown_bars": "enfriamiento|tiempo de espera entre operaciones|pausa entre operaciones|entre operaciones|"
    "espera entre operaciones|cooldown|período de enfriamiento|después de cada operación|tras cada operación|"
    "periodo de enfriamiento|después de una operación|tras una operación|entre una operación y otra|entre trades|"
    "entre una operación y la siguiente|descanso entre operaciones|antes de la siguiente operación|"
    "tiempo entre operaciones",
    "max_holding_bars": "duración máxima|tiempo máximo de tenencia|tiempo de tenencia|stop temporal|tiempo máximo|"
    "tiempo de mantenimiento|duración de las operaciones|tiempo máximo en posición|salida por tiempo|"
    "período de tenencia|tiempo en posición|duración de la posición|duración de las posiciones|límite de tiempo|"
    "tiempo de permanencia|permanencia máxima|máximo de velas abiertas|tiempo máximo abierta",
    "entry_confirm_bars": "velas de confirmación|barras de confirmación|confirmación|confirmación de entrada|"
    "vela de confirmación|barra de confirmación|velas para confirmar|confirmación de la señal|confirmaciones",
    "take_profit_pct": "toma de ganancias|toma de beneficios|objetivo de ganancia|objetivo de beneficio|take profit|"
    "objetivo de ganancias|tp|recogida de beneficios|objetivo de beneficios|toma de ganancia|límite de ganancias|"
    "meta de ganancia|objetivo de utilidad|toma de utilidades",
    "exit_band": "banda de salida|distancia de salida|salida de la banda|nivel de salida|antes de la media|"
    "umbral de salida|antes de llegar a la media|de la media|distancia a la media|antes del promedio",
    "trailing_stop_pct": "stop dinámico|trailing stop|stop móvil|trailing|stop de seguimiento|stop deslizante|"
    "stop loss dinámico|stop loss móvil|stop móvil dinámico|stop de arrastre",
    "stop_loss_pct": "stop loss|stop-loss|límite de pérdida|stop de pérdidas|stoploss|corte de pérdidas|"
    "pérdida por operación|pérdida máxima por operación|límite de pérdidas|stop de pérdida|el stop|freno de pérdidas",
    "max_volatility_pct": "volatilidad máxima|límite de volatilidad|filtro de volatilidad|umbral de volatilidad|"
    "volatilidad diaria|máxima volatilidad|tope de volatilidad|volatilidad diaria máxima",
    "trend_filter": "filtro de tendencia|filtro tendencial|filtro por tendencia|filtro de tendencias",
    "ml_weight": "peso del pronóstico|peso de la predicción|peso del modelo|peso de ml|peso de la ia|peso ml|"
    "influencia del modelo|peso de las predicciones|peso de los pronósticos|influencia del pronóstico|"
    "peso de la previsión|influencia de la ia",
    "ml_min_confidence": "confianza mínima|umbral de confianza|nivel de confianza|mínima confianza|"
    "confianza del modelo|confianza mínima del modelo|confianza del pronóstico|nivel mínimo de confianza",
    "max_slippage_bps": "deslizamiento máximo|slippage máximo|límite de slippage|deslizamiento|slippage|"
    "límite de deslizamiento|tolerancia de slippage|tolerancia al deslizamiento|deslizamiento permitido",
    "position_scaling": "escalado de posición|factor de escalado|escalado|escalado de posiciones|"
    "multiplicador de entradas|escala de posición|factor de piramidación|piramidación|escalamiento",
    "allow_short": "ventas en corto|operar en corto|posiciones cortas|cortos|permitir cortos",
    "timeframe": "marco temporal|temporalidad|intervalo|timeframe|intervalo de velas|periodicidad|marco de tiempo|"
    "tamaño de vela",
    "order_type": "tipo de orden|tipo de órdenes|tipo de ejecución",
    "style": "estilo|estrategia de entrada|estilo de trading|tipo de estrategia|estilo de operación",
    "risk_factor": "factor de riesgo|nivel de riesgo|tolerancia al riesgo|apetito por el riesgo|parámetro de riesgo|"
    "coeficiente de riesgo",
    "window": "ventana|ventana móvil|ventana de cálculo|tamaño de la ventana|longitud de la ventana|ventana temporal",
    "k_sigma": "ancho de banda|ancho de las bandas|anchura de las bandas|multiplicador de sigma|ancho de la banda|"
    "amplitud de las bandas|desviaciones",
}  # fmt: skip
CHOICES: Final = {
    "style=breakout": "ruptura*|breakout*|rompimiento*|seguimiento de tendencia|seguir la tendencia como estilo|"
    "momentum|rotura*|seguir rupturas",
    "style=mean_reversion": "reversión a la media|reversión|mean reversion|regresión a la media|retorno a la media|"
    "contratendencia como estilo|reversion a la media|vuelta a la media",
    "style=hybrid": "híbrid*|hibrid*|mixto|mixta|combinado|mezcla",
    "order_type=market": "órdenes de mercado|orden de mercado|a mercado|ordenes de mercado|market|órdenes a mercado|"
    "ordenes a mercado|orden a mercado|al mercado",
    "order_type=limit": "órdenes límite|orden límite|ordenes limite|órdenes limitadas|limit|orden limitada|"
    "ordenes limitadas|a límite|órdenes limit",
    "allow_short=off": "solo largos|solo en largo|sólo largos|únicamente largos|solo compras|sólo en largo|"
    "solo posiciones largas|solo al alza",
    "allow_short=on": "largo y corto|ambas direcciones|también en corto|cortos también|largos y cortos|"
    "aprovechar las caídas|ganar con las caídas|apostar a la baja",
    "timeframe=5m": "velas de 5 minutos|5 minutos|5m|cinco minutos|5 min",
    "timeframe=15m": "velas de 15 minutos|15 minutos|15m|quince minutos|15 min|cuarto de hora",
    "timeframe=1h": "velas de 1 hora|velas de una hora|1h|velas horarias|horari*|gráfico horario|una hora|1 hora",
    "timeframe=4h": "velas de 4 horas|4h|cuatro horas|4 horas",
    "timeframe=1d": "velas diarias|gráfico diario|1d|velas de un día|marco diario|velas de 1 día|temporalidad diaria",
}  # fmt: skip
MOODS: Final = {
    "boldness+": "agresiv*|arriesgad*|audaz|audaces|atrevid*|osad*|valiente*|lanzad*|agresividad|ofensiv*|riesgos*",
    "boldness-": "conservador*|prudente*|cautelos*|cauto|cauta|precavid*|defensiv*|más segur*|cuidados*|prudencia|"
    "cautela|a lo seguro|conservadurismo|tranquil*|moderad*|sosegad*|con cuidado|sobre seguro",
    "sensitivity+": "sensible*|sensibilidad|reactiv*|susceptib*",
    "sensitivity-": "insensible*",
    "quickness+": "reacci*|reaccion*|ágil|ágiles|agil|responda|responde|responsiv*|reactividad|adapt*|respuesta",
    "quickness-": "suave*|suaviz*|estable*|suavidad|alis*",
    "frequency+": "activ*|frecuencia|opera más|operar más|opere más|frecuencia de operación|más actividad|"
    "operaciones más frecuentes|opera más a menudo",
    "frequency-": "selectiv*|pacien*|opera menos|operar menos|opere menos|pacienc*",
}  # fmt: skip
EFFECTS: Final = {
    "!stop_loss_pct+": "me saca el stop|me saltan los stops|salta el stop|saltan los stops|me sacan del mercado|"
    "me saca constantemente|me saca del mercado|salta mi stop|me barren|me tocan el stop|me salta el stop|"
    "tocan el stop",
    "stop_loss_pct+": "dar más margen a las operaciones|más margen a las operaciones|más aire a las operaciones|"
    "más espacio a las operaciones|deja respirar las operaciones|respirar a las operaciones|margen a las posiciones",
    "stop_loss_pct-": "cortar pérdidas|corta pérdidas|corta las pérdidas|cortar las pérdidas|limita las pérdidas|"
    "limitar pérdidas|limitar las pérdidas|cerrar perdedoras antes|pérdidas más pequeñas|reducir las pérdidas|"
    "corte las pérdidas|corta antes las pérdidas|cortar antes las pérdidas|perder menos por operación|"
    "cierra antes las perdedoras|reduce las pérdidas por operación",
    "take_profit_pct+": "dejar correr las ganancias|deja correr las ganancias|deja correr las ganadoras|"
    "dejar correr los beneficios|deja correr los beneficios|deja correr a las ganadoras|ganancias más grandes|"
    "dejar correr las ganadoras|que corran las ganancias|deje correr las ganancias|cierra ganancias demasiado pronto|"
    "vende demasiado pronto",
    "take_profit_pct-": "asegurar ganancias|toma ganancias antes|tomar ganancias antes|recoger beneficios antes|"
    "toma beneficios antes|asegura ganancias|asegura las ganancias|recoge beneficios|tomar beneficios antes|"
    "asegurar beneficios|tomar ganancias|cobrar ganancias antes|recoge beneficios antes|toma las ganancias antes|"
    "realizar ganancias antes|asegurar las ganancias",
    "entry_confirm_bars+": "señales falsas|falsas señales|esperar confirmación|espera confirmación|falsas rupturas|"
    "espera a la confirmación|esperar la confirmación|entra demasiado pronto|entra demasiado rápido|más confirmación|"
    "entradas falsas|espere confirmación|falsas entradas",
    "!max_holding_bars-": "no mantener de noche|durante la noche|tanto tiempo abiertas|demasiado tiempo|tanto tiempo|"
    "salir antes|cierra antes|cerrar antes|sal antes|cerrar más rápido|posiciones eternas|"
    "más rápido de las operaciones|salga antes|cierre antes|cerrar las operaciones antes|"
    "cierra las operaciones antes|cierra las posiciones antes",
    "max_holding_bars+": "mantener más tiempo|mantén más tiempo|aguanta más|aguantar más|"
    "mantener las posiciones más tiempo|mantén las posiciones más tiempo|mantenga más tiempo|"
    "más tiempo en las operaciones|posiciones más tiempo|operaciones más tiempo|operaciones más largas",
    "max_volatility_pct-": "evita los mercados volátiles|evitar mercados volátiles|solo mercados tranquilos|"
    "evita la volatilidad|sólo mercados tranquilos|evitar la volatilidad|solo cuando esté tranquilo|"
    "evita días volátiles",
    "max_volatility_pct+": "también con volatilidad|aunque haya volatilidad|incluso con volatilidad|"
    "tolera más volatilidad",
    "trend_filter=on": "a favor de la tendencia|con la tendencia|contra la tendencia|en contra de la tendencia|"
    "respeta la tendencia|solo con la tendencia|en la dirección de la tendencia|cuchillos cayendo|según la tendencia",
    "trend_filter=off": "ignora la tendencia|sin importar la tendencia|ignorar la tendencia|"
    "también contra la tendencia",
    "!frequency-": "opera demasiado|sobreoper*|opera mucho|demasiadas operaciones|no para de operar|opera sin parar|"
    "opera constantemente|opera como loco|solo las mejores oportunidades|sólo las mejores señales|opera muchísimo|"
    "solo las mejores señales",
    "!frequency+": "casi no opera|apenas opera|opera muy poco|no opera|opera poco|no hace nada|pierde oportunidades|"
    "casi nunca opera|nunca opera|no está operando|muy pocas operaciones|pocas operaciones|perdiendo oportunidades|"
    "se pierde oportunidades",
    "!quickness-": "cada pequeño movimiento|cualquier movimiento|ruido|cada movimientito|cada pequeño cambio|"
    "filtrar el ruido|cada movimiento|cualquier cosita|movimientos pequeños",
    "!quickness+": "reacciona tarde|reacciona lento|va con retraso|demasiado lento|reacciona muy lento|llega tarde|"
    "va lento|reacciona muy tarde|va por detrás",
    "!sensitivity-": "hipersensible|nervios*|sobrerreaccion*|salta por cualquier cosa|reacciona a todo|"
    "reacciona por todo",
    "ml_weight=0": "ignora el pronóstico|ignora el modelo|sin pronóstico|ignora las predicciones|"
    "no uses el pronóstico|sin el modelo|no uses el modelo|ignora la ia|sin ia|ignorar el modelo|"
    "no uses predicciones|ignorar el pronóstico|ignora los pronósticos|no hagas caso al modelo",
    "position_scaling=1": "sin piramidar|no promedies|sin martingala|no promediar|no piramides|sin promediar|"
    "sin piramidación|no promedies a la baja|no promediar a la baja|sin escalado",
    "trailing_stop_pct=0": "sin trailing stop|sin stop dinámico|sin trailing|sin stop móvil",
    "cooldown_bars=0": "sin pausa entre operaciones|sin enfriamiento|sin cooldown|sin espera entre operaciones|"
    "sin esperar entre operaciones",
    "max_open_positions=1": "una sola posición|solo una posición|una posición a la vez|una sola operación a la vez|"
    "sólo una posición",
    "entry_confirm_bars=0": "sin confirmación|sin esperar confirmación",
    "max_asset_exposure-": "diversific*|repartir más|menos concentrado|demasiado concentrado|reparte más|"
    "reparte mejor",
    "exit_band+": "salir antes de la media|sal antes de la media|antes de llegar a la media sal",
}  # fmt: skip
REFUSALS: Final = {
    "leverage": "apalanc*|margen de crédito|futuros|leverage|préstamo",
    "keys": "clave api|claves api|api key|contraseña*|credencial*|prompt del sistema|clave de api|clave secreta|"
    "secretos|variables de entorno|frase semilla|clave privada|claves",
    "act": "compra ahora|vende todo|vender todo|retir*|transfi*|transfer*|deposit*|cierra todas las posiciones|"
    "compra ya|vende ya|vende ahora|véndelo todo|coloca una orden|billetera|monedero|compra bitcoin ahora|cómprame|"
    "cierra todo|todo o nada|all in",
    "coins": "ethereum|solana|dogecoin|otra moneda|otras monedas|acciones|oro|litecoin|ripple|xrp|cardano|binance|"
    "otro mercado",
    "unknown": "rsi|macd|nuevo parámetro|los fines de semana|fines de semana|notif*|avísame|grid|arbitraje|import os|"
    "fin de semana|los lunes|los domingos|envíame|mándame|recuérdame|indicador nuevo|fibonacci|noticias|atr",
}  # fmt: skip
