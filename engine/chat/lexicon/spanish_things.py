"""Spanish things and qualities that settings are spoken of with."""

from typing import Final

QUALITIES: Final = {
    "big": "grande|grandes|más grande|más grandes|mayor|mayores|gordo|gordas|gordos|gorda|abultad*|enorm*|grandísim*|"
    "voluminos*|pesad*|grandote*",
    "small": "pequeñ*|más pequeñ*|menor|menores|chic*|chiquit*|reducid*|diminut*|modest*|ligero de tamaño|mini",
    "wide": "anch*|más anch*|ampli*|holgad*|separad*|abiert* las bandas|ensanch*|abre|abrir las bandas|"
    "abre las bandas|abra|lejan*|lejos|más lejos|alejad*|alej*|espaciad*|dilatad*|espacios*|abierta|abiertas",
    "tight": "estrech*|más estrech*|angost*|ajustad*|apretad*|ceñid*|cerrad*|pegad*|cercan*|más cerca|cerca|aprieta*|"
    "apretar|apriete|acerc*|acérc*|estrecha*|ciñe|ceñir|junt*|arrima*|pegadit*|justit*|cort* de distancia|arrimad*|"
    "comprim*",
    "long": "larg*|más larg*|prolongad*|extens*|largo plazo|durader*|más tiempo|durante más tiempo|por más tiempo|"
    "más rato",
    "short": "cort* de duración|más cort*|corto|corta|cortas|brev*|menos tiempo|cortit*|menos rato|más breve*|acortad*",
    "fast": "rápid*|más rápid*|veloz|veloces|rapidez|deprisa|más deprisa|rapidamente|aceler*|de inmediato|ágilmente|"
    "ligerito|velocidad|con rapidez",
    "slow": "lent*|más lent*|despacio|más despacio|ralentiz*|lentitud|pausad*|desaceler*|tardo|más calmado",
    "early": "temprano|más temprano|antes de tiempo|antes|pronto|más pronto|cuanto antes|anticipad*|prematur*|"
    "adelantad*|inmediatamente|enseguida|en seguida|tempran*",
    "late": "tarde|más tarde|tardí*|tardi*|retras*|más tardí*|con retraso|demor*|tarda",
    "often": "a menudo|más a menudo|frecuente*|con más frecuencia|seguido|más seguido|con mayor frecuencia|"
    "con frecuencia|frecuentemente|más veces|muchas veces|constantemente|todo el rato|a cada rato",
    "rare": "rara vez|raramente|menos a menudo|con menos frecuencia|poco frecuente*|menos veces|menos seguido|"
    "esporádic*|infrecuente*|de vez en cuando|con menor frecuencia",
    "strict": "estrict*|más estrict*|rigid*|rígid*|rigur*|exigente con|dur*|sever*|más exigente|más dura|más duro|"
    "firme|endurec*|endurezc*|riguros*",
    "loose": "flexible*|lax*|permisiv*|toleran*|relaj* el filtro|suelt*|floj*|afloj*|más suelt*|laxitud|indulgent*|"
    "flexibiliz*|holgur*|menos exigente",
    "strong": "fuertes|más fuerte|más fuertes|intens*|robust*",
    "weak": "débil*|más débil*|flojit*",
    "deep": "profund*",
    "shallow": "superficial*",
    "high": "alto|alta|altos|altas|más alto|más alta|más altos|más altas|elevado|elevada|elevados|elevadas|altísim*",
    "low": "bajo|bajos|bajas|más bajo|más bajos|más bajas|bajísim*|bajit*",
    "room": "aire|más aire|espacio|más espacio|margen|más margen|hueco|oxígeno|respirar|respiro|holgura|colchón|juego|"
    "cancha|manga ancha|cuartel",
}  # fmt: skip

NOUNS: Final = {
    "trade": "operación|operaciones|trade|trades|transacción|transacciones|trading|negociación|opera|opere|operar|"
    "operando|operes|operen|operamos|tradea|tradee|tradear|disparos|disparo|dispara|dispare|disparar|jugada|jugadas|"
    "apuestas|apuesta|negocia|negocie|negociar|operativa",
    "enter": "entrada|entradas|entra|entre al mercado|entrar|entre en|entres|entrando|compra|compras|comprar|compre|"
    "comprando|abrir posición|abrir posiciones|abre posición|abre posiciones|abrir operaciones|abrir una operación|"
    "abre operaciones|entra al mercado|punto de entrada|se mete|meterse|se meta|nuevas entradas|nuevas posiciones|"
    "nuevas operaciones|lanzarse|se lanza|actuar|actúe|actúa",
    "signal": "señal|señales",
    "position": "posición|posiciones|tramos|lote abierto",
    "open": "abrir",
    "size": "tamaño|tamaños|volumen|importe|importes|monto|montos|cantidad|apuesta|tamaño de apuesta|"
    "tamaño de las apuestas|por operación|por trade|por orden|en cada operación|en cada trade|size|cada operación|"
    "sizing|cuantía",
    "risk": "riesgo|riesgos|arriesg*|riesgosidad|peligro|riesgo asumido|risk",
    "loss": "pérdida|pérdidas|perder|pierde|pierda|pierdo|perdemos|perdiendo|pierdas|perdido|en rojo|sangría|sangrar|"
    "palmar|palmo|pierden",
    "loser": "operaciones perdedoras|operación perdedora|perdedor|perdedora|perdedoras|perdedores|"
    "posiciones perdedoras|posición perdedora|malas operaciones|mala operación|trades malos|trades perdedores|"
    "las que van mal|lo que va mal|va en contra|va en mi contra|sale mal|salen mal|las malas|las perdedoras|"
    "cuando va mal|se tuerce|se tuercen",
    "winner": "operaciones ganadoras|operación ganadora|ganador|ganadora|ganadoras|ganadores|posiciones ganadoras|"
    "posición ganadora|buenas operaciones|buena operación|trades ganadores|las que van bien|lo que va bien|"
    "las ganadoras|las buenas|trades buenos",
    "profit": "ganancia|ganancias|beneficio|beneficios|profit|profits|utilidad|utilidades|plusvalía|plusvalías|"
    "en verde|en positivo",
    "run": "correr|corran|corra|crecer más|rodar|volar|respiren",
    "lock": "asegur*|bloquear|cerrar ganancias|recoge|recoger|recoja|embols*|toma|tomar|tome|cobra|cobrar|cobre|"
    "realiza|realizar|materializa|materializar|cosecha|cosechar|recolecta",
    "stop": "stop|stops|parada|freno|stop out|salida de emergencia|umbral de dolor",
    "trail": "trailing|arrastre|seguimiento|perseguir el precio|siguiendo al precio|móvil|dinámico",
    "target": "objetivo|objetivos|meta|target|targets|tp",
    "exit": "salida|salidas|sal|sale|salga|salir|saliendo|salgas|cierra|cierre|cierres|cerrar|cerrando|vende|venda|"
    "vender|vendiendo|liquida|liquidar|sácame|salte|sacarme|sal de|deshacerse|salimos|cierran",
    "hold": "mantener posiciones|mantener la posición|mantener operaciones|mantener las operaciones|"
    "mantener una posición|mantener una operación|mantén las posiciones|mantenga las posiciones|"
    "mantén las operaciones|mantenga las operaciones|mantener las posiciones|aguanta las posiciones|"
    "aguantar posiciones|aguante las posiciones|aguantar las operaciones|aguanta las operaciones|aguanta|aguante|"
    "aguantar|mantener abiertas|mantener abierta|sostener|dura|duren|duran|dure|durar|duración|permanecer|permanezca|"
    "permanezcan|hold|holdear|dentro de la posición|dentro de una operación|dentro de la operación|en posición|"
    "en una operación|posiciones abiertas durante|operaciones abiertas durante|mantener la operación|tener abiertas|"
    "tener abierta|quedarse|abierta más de|abiertas más de|operación abierta|posición abierta",
    "wait": "espera|esperar|espere|esperas|esperes|esperando|pausa|pausas|descans*|reposo|respiro entre|"
    "espac* operaciones|reposar",
    "cooldown": "enfriamiento|cooldown|reentrada|reentradas|reentrar|reentre|volver a entrar|vuelve a entrar|"
    "vuelva a entrar|enfriar|enfríe|una detrás de otra|una tras otra|seguidas|back to back|operar por venganza|"
    "revancha",
    "day": "por día|al día|diario|diaria|diarios|diarias|cada día|todos los días|en un día|en un solo día|24 horas|"
    "por jornada|jornada|sesión|en el día|del día|el día|diariamente",
    "bar": "vela|velas|barra|barras|candela|candelas|candle|candles|periodos|períodos|período",
    "band": "banda|bandas|bollinger|bandas de bollinger|banda de bollinger|canal|canales|envolvente*|"
    "umbral de las bandas|banda de entrada|bandas de entrada|las bb|bb|umbral de señal|multiplicador|umbrales",
    "sigma": "sigma|sigmas|desviación|desviaciones|desviación estándar|desviaciones estándar|desviación típica|"
    "desviaciones típicas|desvío|desvíos|desvío estándar|σ|k|stdev|desvíos estándar",
    "window": "ventana|ventanas|ventanita|lookback|media móvil|promedio móvil|histórico|historia|histórico de velas|"
    "memoria|velas atrás|mira atrás|mirar atrás|mire atrás|hacia atrás|período de la media|media de las últimas|"
    "longitud|muestra|período de cálculo|retrospectiva|pasado",
    "mean": "media|la media|promedio|línea media|línea central|centro|banda media|la mitad de las bandas|el medio",
    "drawdown": "drawdown|drawdowns|caída|caídas|retroceso|desde el pico|desde máximos|desde el máximo|"
    "pérdida acumulada|racha de pérdidas",
    "volatile": "volatilidad|volátil|volátiles|turbulen*|agitad*|revuelt*|loco|locos|caos|caótic*|movid*|"
    "mercados locos|salvaj*|tormenta*|brusc*|vol|se pone feo|se desmadra|se vuelve loco|pánico|histeria|convuls*",
    "forecast": "pronóstico|pronósticos|predicción|predicciones|previsión|previsiones|forecast|ml|ia|modelo|modelos|"
    "machine learning|inteligencia artificial|red neuronal|pronóstico de 7 días|la ia|el modelo|"
    "aprendizaje automático|predictivo|algoritmo de predicción|pronóstico semanal",
    "confident": "confianza|certeza|segur* del modelo|convicción|confiable|confiables|fiable|fiables|fiabilidad|"
    "probabilidad|convencido|convencida|seguro de|segura de|seguridad del modelo|dud*|confiado|esté seguro|"
    "está seguro|no está seguro|no esté seguro|seguridad",
    "weight": "peso|influencia|importancia|impacto|pese|pesa|influya|influye|influir|caso|confía|confiar|confíe|"
    "fiarse|fíate|te fíes|haz caso|hazle caso|hacerle caso|hacer caso|haga caso|hagas caso|cuente|escucha|escuche|"
    "escuchar|hazle más caso|atención|relevancia|ponderación|protagonismo",
    "asset": "activo|moneda|un solo activo|un activo|una sola moneda|una moneda|cada activo|cada moneda|por activo|"
    "por moneda|un único activo|una única moneda|símbolo|cripto|una sola cripto|cesta|una sola cesta",
    "capital": "capital|cuenta|equity|cartera|portafolio|portfolio|patrimonio|fondos|saldo|mi dinero|balance|"
    "del capital|de la cuenta|de la cartera",
    "exposure": "exposición|expuesto|expuesta|exponer|exponga|concentración|concentrado|asignación|invertido|"
    "comprometido|diversific*|diversifiqu*|exponerme|expuestos",
    "atonce": "a la vez|al mismo tiempo|simultáne*|simultane*|en paralelo|concurrentes|concurrente|abiertas a la vez|"
    "posiciones abiertas|abiertas al mismo tiempo|de golpe|al tiempo|operaciones abiertas|operaciones a la vez|"
    "posiciones a la vez|abiertas simultáneamente",
    "shorts": "cortos|en corto|short|shorts|corto y largo|ventas en corto|venta en corto|vender en corto|"
    "vender a la baja|ponerse corto|posiciones bajistas|operaciones bajistas|bajistas",
    "trend": "tendencia|tendencias|tendencia principal|tendencia general|tendencia mayor|tendencia de fondo|"
    "dirección del mercado|trend",
    "against": "en contra|contra|en contra de|contraria|contrario",
    "filter": "filtro|filtros|filtra|filtre|filtrar",
    "slip": "slippage|deslizamiento|deslizamientos|perseguir precios|perseguir el precio|peor precio|malos precios|"
    "mala ejecución|precio de ejecución|deslice|desliza",
    "scaling": "escalado|escalar|escala entradas|escale|piramid*|martingala|promedi*|entradas adicionales|"
    "entradas sucesivas|siguientes entradas|entradas posteriores|añadir a posiciones|añadir a la posición|"
    "añadir a las ganadoras|añadir a las perdedoras|promediar a la baja|recompras|cada entrada siguiente|"
    "cada entrada adicional|cada nueva entrada|dca|entrada siguiente|reforzar posiciones",
    "confirm": "confirmación|confirmaciones|confirma|confirme|confirmar|confirmen|confirmada|confirmadas|confirmado|"
    "antes de entrar|antes de comprar|antes de abrir|antes de actuar|antes de operar|antes de meterse|"
    "antes de lanzarse|antes de abrir posición|antes de disparar|antes de una entrada|antes de la entrada|prueba de|"
    "se sostenga|se mantenga la señal",
    "between": "entre",
    "after": "después de|tras|luego de|posterior a",
    "peak": "pico|máximos|desde arriba|el pico|punto más alto|mejor precio",
    "overnight": "de noche|por la noche|durante la noche|toda la noche|overnight|de un día para otro|eternamente|"
    "una eternidad|para siempre|días y días|tanto tiempo",
    "halt": "para de operar|deja de operar|dejar de operar|parar de operar|deje de operar|pare de operar|detén el bot|"
    "detener el bot|detente|se detenga|se pare|párate|pararse|para el bot|parar el bot|pare el bot|apaga el bot|"
    "apágalo todo|corta la operativa|corte la operativa|deja de comprar|corta por hoy|cierra el chiringuito|"
    "detenga el bot|detenerse|se detiene|se para|parar todo|para por hoy|pare por hoy|cortar la operativa|suspende*|"
    "suspender",
    "stay_out": "quédate fuera|quedarse fuera|mantente fuera|se quede fuera|no operes|no opere|no operar|no entres|"
    "no entre|no entrar|no abras|no abra|al margen|abstente|abstenerse|no compres|fuera del mercado|no tradees|"
    "no tradee|manténgase fuera|mantenerse fuera|no hagas nada",
    "order": "orden|órdenes|ejecución",
    "bot": "el algoritmo|el algo",
    "ignore": "ignora|ignorar|ignore|descarta|descartar|haz caso omiso|pasa de|no hagas caso|solo haz caso|"
    "hazle caso solo|usa solo",
}  # fmt: skip
