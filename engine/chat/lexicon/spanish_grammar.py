"""Spanish words of grammar: which way, how far, not, too, keep, only, questions, going back."""

from typing import Final

ROLES: Final = {
    "past": "bajé|subí|era|estaba|tenía|probé|puse|reduje|aumenté|había|probamos|cambié|bajamos ayer|ajusté|moví|"
    "quité|dejé|teníamos|estuvo",
    "up": "aument*|sub*|incremen*|elev*|ampli*|agrand*|alarg*|extiend*|extend*|crec*|crezca*|prolong*|alz*|levanta|"
    "levante|levantar|sube*|subir*|incremento|aumento|hacia arriba|para arriba|arriba|potenci*|refuerz*|reforz*|"
    "hacer crecer|estir*|engord*|dale más|mete más|métele más|ponle más|pon más|dar más|al alza|aumenta|aumente|"
    "aumentar|sube|suba|subir|incrementa|incremente|incrementar|amplía|amplíe|ampliar|alarga|alargue|alargar|eleva|"
    "eleve|elevar|agranda|extiende|subimos",
    "down": "reduc*|reduzc*|baj*|disminu*|recort*|decrec*|acort*|achic*|encog*|encoj*|rebaj*|mengua*|aminor*|"
    "afloja el ritmo|hacia abajo|para abajo|abajo|resta importancia|minimiz*|atenú*|atenu*|a la baja|ponle menos|"
    "pon menos|mete menos|dale menos|cort*|recorte|reduce|reduzca|reducir|baja|baje|bajar|disminuye|disminuya|"
    "disminuir|recorta|recortar|acorta|acorte|acortar|achica|rebaja|rebajar",
    "more": "más que ahora|más de lo que está|más de lo que hay ahora|más|mayor cantidad de|adicional*|extra|"
    "otro poco|otros|otras",
    "less": "menos que ahora|menos de lo que está|menos|menor cantidad de|no tanto como ahora",
    "add": "añad*|agreg*|suma|súmale|sumar|sume|sumarle|añádele|agrégale",
    "take": "resta|réstale|restar|restarle|descuenta|descontar|descuéntale",
    "set": "pon|ponme|pone|ponga|pongan|pongas|poner|pongamos|póngame|fija|fije|fijar|fijes|coloca*|coloque*|"
    "establec*|establezc*|cambi*|ajust*|configur*|configúr*|usa|use|usar|usemos|utiliz*|utilic*|haz|haga|hacer|"
    "hagamos|hagas|hagan|define|definir|defina|mete|meter|dale|déjame|deja|deje|dejar|dejemos|dejes|modific*|"
    "modifiqu*|mueve|muevas|mover|mueva|muevan|asign*|asigna|seteá|setea|setear|poné|hacé|hacelo|dejá|pasa|pasar|pase|"
    "pasemos|pásame|da|dar|dé|trabaj*|elige|elegir|elija|escoge|escoger|prueba con|probar con|probemos|vamos con|sea|"
    "sean|lleva|llevar|lleve|regula|regular|calibra|calibrar|ten|tenga|tener|tengan",
    "should": "debería|deberían|debe|deben|tiene que|tienen que|hay que|tendría que|ha de|debería ser|debería estar|"
    "conviene|toca|deberíamos|tenemos que|necesita|necesitan|hace falta",
    "is": "es|son|está|están|parece|parecen|resulta|resultan|anda|andan|queda|quedan|me parece|lo veo|la veo|los veo|"
    "las veo|se ve|se siente|sigue|siguen|era|eran|estaba|estaban|se queda|se quedan|se me hace|siento que|viene|noto|"
    "lo noto|la noto|veo",
    "on": "activa|activar|active|actives|habilit*|enciende*|encender|encienda|prende|prender|permit*|autoriz*|"
    "pon en marcha|conecta|conectar|activado|activada|empieza a usar|empezar a usar|incluye|incluir|incluya|aplica|"
    "aplicar|aplique|reactiva*|acepta cortos",
    "off": "desactiv*|deshabilit*|apag*|elimin*|suprim*|prohíb*|prohib*|desconect*|deja de usar|dejar de usar|"
    "dejes de usar|sacar|saque|bloquea*|descart*|cancela el|cancela la|anula el|anula la|retira|retirar|fuera|"
    "fuera el|olvídate de|ignora|ignorar|ignore|prescind*|sin usar",
    "multiply": "multiplic*|multiplica por|multiplícalo por|multiplicar por|por un factor de|multiplíqu*",
    "divide": "divid*|divide entre|divide por|divídelo entre|dividir entre|divídelo por",
    "highest": "al máximo|a tope|lo más alto posible|lo máximo posible|lo máximo|a su máximo|hasta el máximo|al tope|"
    "lo más ancho posible|lo más largo posible|lo más grande posible|el valor máximo|máximo permitido|lo más alto|"
    "al límite superior",
    "lowest": "al mínimo|lo más bajo posible|lo mínimo posible|lo mínimo|a su mínimo|hasta el mínimo|"
    "lo más corto posible|lo más pequeño posible|el valor mínimo|mínimo permitido|lo más bajo|lo más estrecho posible|"
    "lo más ajustado posible",
    "cap": "máxim*|como máximo|como mucho|a lo sumo|límite|límites|limit*|tope|topes|no más de|hasta un máximo de|"
    "un máximo de|techo|no superar|no supere|no superior a|que no pase de|que no pasen de|no pases de|sin pasar de|"
    "no excedas|no exceda|no exceder|nunca más de|no más que|que no supere|a más tardar|cuando mucho|no mayor de|"
    "no mayor que|restring*|restrinj*|acepta|aceptar|acepto|tolera*|aguant*|como muy tarde|como tarde|"
    "como muy pronto no|no pasar de|que no supere los",
    "floor": "al menos|por lo menos|mínim*|como mínimo|no menos de|un mínimo de|exige|exigir|exija|requiere|requerir|"
    "pide|pedir|nunca menos de|no menor de|cuando menos|exígele|pídele|o más|o superior",
    "to": "a|hasta|al|a un|a una|igual a|igual|equivalente a|en torno a|alrededor de|sobre|como|de vuelta a|"
    "a exactamente|exactamente|justo en|aproximadamente|más o menos en|a unos|a unas|hasta los|hasta las|hasta el|"
    "que sea|que sean|que quede en|sea de|sean de|a los|valga",
    "by_or_to": "en|en un|en una|en unos|en unas",
    "by": "por otros|por otras",
    "from": "desde|partiendo de|en lugar del actual|en vez del actual|que ahora está en|actualmente en",
    "from_if": "de|del",
    "above": "por encima de|por encima del|encima de|supera|supere|superan|superar|superior a|superiores a|mayor que|"
    "mayor de|mayor a|excede|exceda|pasa de|pase de|más allá de|más de|más alto que|rebasa|rebase|sobrepas*|"
    "por arriba de|superado",
    "below": "por debajo de|por debajo del|debajo de|inferior a|inferiores a|menor que|menor de|menor a|menos de|"
    "baja de|baje de|cae por debajo de|menos del|por abajo de",
    "neg": "no|nunca|jamás|ni|tampoco|sin|evita|evitar|evite|evites|no quiero|no quiero que|no hace falta|nada de|"
    "no me|no lo|no la|no los|no las|no le|no se|no te|no nos|no vayas a|ya no|deja de|dejar de|deje de|para de|"
    "que no|sin que|no hay que|no hay|no debe|no debería|ningún|ninguna",
    "except": "excepto|salvo|a excepción de|con excepción de|con la excepción de|aparte de|quitando|exceptuando|"
    "menos el|menos la|menos los|menos las|y no|pero no|sin contar|menos en el|menos en la|todo menos",
    "instead": "en vez de|en lugar de|antes que|y no con|en lugar del|en vez del",
    "only": "solo|sólo|solamente|únicamente|exclusivamente|nada más que|nomás|apenas",
    "too": "demasiado|demasiada|demasiados|demasiadas|en exceso|excesivo|excesiva|excesivos|excesivas|excesivamente|"
    "de más|un poco demasiado|un pelín demasiado|es muy|está muy|son muy|están muy|va muy|me parece muy|queda muy|"
    "me queda muy|se me hace muy|lo veo muy|la veo muy|las veo muy|los veo muy|anda muy|resulta muy|sigue muy|"
    "parece muy|parecen muy|van muy|quedan muy|me resulta muy|demasiado poco segura",
    "too_few": "demasiado poco|demasiado poca|demasiado pocos|demasiado pocas|muy poco|muy poca|muy pocos|muy pocas|"
    "poquísim*|insuficiente*|no lo suficiente|casi ningún|casi ninguna|casi nada de|apenas hay",
    "so": "tan|tanto|tanta|tantos|tantas|así de",
    "enough": "suficiente|suficientes|suficientemente|bastante bien|lo suficiente|lo bastante",
    "keep": "mantén|mantener|mantenga|mantengas|mantengamos|mantiene|manten*|mantené|conserva|conserve|conservar|"
    "respeta|respetar|respete|congela*|bloqueado|bloqueada|como está|como están|tal como está|tal como están|tal cual|"
    "tal y como está|tal y como están|donde está|donde están|igual que ahora|igual que está|quieto|quieta|quietos|"
    "quietas|intacto|intacta|intactos|intactas|sin cambios|sin cambiar|sin tocar|sin mover|sin modificar|sin alterar|"
    "en paz|tranquilo como está|fijo|fija como está|fijos|fijas|inalterad*|toca|toques|tocar|toque|toquen|tocado|"
    "permanec*|permanezc*|sigue igual|siga igual|sigan igual|siga como está|se queda como está|se quede como está|"
    "se quede igual|se queda igual|queda igual|quede igual|deja igual|déjalo igual|así como está|así como están|"
    "lo mismo de ahora|iguales|no toques|no toque|no tocar|no muevas|no mover|no cambies|no cambiar|no me toques|"
    "no modifiques|no alteres|ni toques|ni tocar",
    "others": "todo lo demás|lo demás|el resto|los demás|las demás|lo otro|nada más|ninguna otra cosa|otra cosa|"
    "otros parámetros|los otros parámetros|el resto de parámetros|el resto de los parámetros|el resto de ajustes|"
    "el resto de los ajustes|el resto de la configuración|resto|ningún otro|ningún otro parámetro|"
    "los demás parámetros|demás parámetros|otros ajustes|los demás ajustes|las demás cosas|todos los demás|"
    "los demás valores|el resto de los valores|el resto de cosas|todo el resto",
    "nothing": "nada|ningún parámetro|ninguno de los parámetros|ningún ajuste|ninguna configuración",
    "all": "todo|todos los parámetros|todos los ajustes|los ajustes|la configuración|configuración|ajustes|"
    "los parámetros|parámetros|el bot|al bot|todos los valores|los valores|cosas|el sistema|los settings|settings|"
    "la config|config|el setup|el robot",
    "slight": "un poco|un poquito|un poquitín|un pelín|un pelo|ligeramente|levemente|un tanto|algo|apenas un poco|"
    "un toque|un toquecito|una pizca|un chin|un cachito|tantito|poquito|un punto|un puntito|ligero|ligera|leve|"
    "una miaja|mínimamente|suavemente|con moderación|moderadamente|discretamente|un tantito|una nada|una chispa|"
    "un poquillo|un pelito|un ápice|poco a poco|un escalón|un paso|gradualmente",
    "large": "mucho|mucha|muchos|muchas|muchísimo|muchísima|bastante|considerablemente|notablemente|"
    "significativamente|drásticamente|sustancialmente|un montón|un huevo|fuertemente|fuerte|muy|radicalmente|"
    "claramente|enormemente|de forma notable|en gran medida|sensiblemente|harto|brutalmente|a lo bestia|bien|"
    "un buen trozo|un buen bocado|considerable|notable|sustancial|de verdad|drástico|harta",
    "join": "y|e|pero|luego|después|además|también|o|u|aunque|mientras tanto|a la vez|al mismo tiempo|y luego|"
    "y después|y además|y también|así como|junto con|más adelante|sin embargo|por otro lado|por otra parte|eso sí|"
    "primero|segundo|tercero|finalmente|por último|y de paso|de paso|y ya que estás|con|pero también|entonces",
    "why": "porque|ya que|pues|dado que|debido a|puesto que|para que|para no|para evitar|para reducir el|para tener|"
    "así no|para proteger|con el fin de|a fin de|a causa de|para ganar|para poder|para así|por culpa de|gracias a|"
    "como el mercado|para aprovechar|para captar|para filtrar|para capturar|de modo que|de manera que|así que el|"
    "por si acaso|que si no|para que no|para dormir|no vaya a ser|en vista de que|que luego|visto que|"
    "considerando que|para ser|para estar|que me da",
    "cond": "si|cuando|en cuanto|siempre que|hasta que|a menos que|una vez que|cada vez que|en caso de que|en caso de|"
    "apenas se|tan pronto como|a no ser que",
    "cond_polite": "si puede ser|si es posible|si puedes|si no te importa|si te parece|si te parece bien|"
    "si no es molestia|si quieres|si se puede|cuando puedas|si puede|cuando pueda|si eres tan amable|si no le importa|"
    "si hace falta|si es necesario|si no es mucha molestia|si te viene bien",
    "ask": "qué pasa si|qué pasaría si|qué pasa|qué pasaría|qué hace|qué es|qué significa|qué valor|qué tal|qué tan|"
    "cuál|cuáles|cuánto|cuánta|cuántos|cuántas|por qué|cuándo|quién|dónde|para qué|de qué|a qué|en qué|con qué|"
    "hasta qué|debo|debería yo|es mejor|es buena idea|es recomendable|vale la pena|merece la pena|tiene sentido|"
    "sirve de algo|me pregunto|tengo una duda|no sé si|sabes|es verdad que|es cierto que|afecta|hay alguna|hay algún|"
    "hay un|me conviene|nos conviene|crees que|cree que|piensas que|cómo|qué hay|qué ventana|qué stop|qué parámetro|"
    "qué riesgo|qué parámetros|qué quiere decir|qué efecto|qué ocurre|qué sucede|qué son|qué era|qué tengo|qué tiene|"
    "qué estilo|qué diferencia|qué me|qué debería|qué opinas|qué piensas|qué crees|qué recomiendas|qué cambios|"
    "qué cambió|qué ha|qué has|qué está|qué timeframe|qué tipo|qué nivel|qué cantidad|qué porcentaje|qué tamaño|"
    "qué hago|qué puedo|qué puedes|qué sería|qué conviene|qué probabilidad|qué previsión|qué pronóstico|qué dice|"
    "qué versión|qué hiciste|qué settings|qué ajustes|qué configuración|qué pasó",
    "aux": "debería|debo|deberíamos|es|son|está|están|hay|tengo|tiene|sería|conviene|hace|ha|has|he|va|vale|usa",
    "greet": "hola|buenas|buenos días|buenas tardes|buenas noches|oye|oiga|eh|ey|mira|bueno|vale|pues|ok|a ver|"
    "perdona|perdón|disculpa|disculpe|por favor|una pregunta|una duda|pregunta|duda|gracias|y|pero|entonces|ahora|che|"
    "amigo|tío|claude|señor|por cierto|solo por curiosidad|por curiosidad|simple curiosidad|antes de cambiar nada|"
    "recuérdame|venga|en serio",
    "show": "muéstrame|enséñame|a ver|déjame ver|quiero ver",
    "may_i": "puedo|se puede|puede el bot|podría|podríamos|puede|es posible|cabe",
    "tell": "explica|explícame|explicame|dime|cuéntame|describe|descríbeme|resume|resúmeme|compara|lista|muestra|"
    "muéstrame|enseña|enséñame|indica|indícame|calcula|estima|simula|aclara|aclárame|no entiendo|infórmame|detalla|"
    "decime|contame|explícanos|quiero saber|me gustaría saber|quisiera saber|ayúdame a entender",
    "polite": "por favor|porfa|porfavor|porfis|pf|puedes|podrías|podría usted|puede usted|podés|me puedes|me podrías|"
    "nos puedes|te importaría|te importa|le importaría|sería posible|es posible|serías tan amable de|haz el favor de|"
    "hazme el favor de|te agradecería que|le agradecería que|agradecería que|se podría|podríamos|podemos|te pido que|"
    "le pido que|necesito que|quisiera que|me gustaría que|te animas a|qué tal si|y si|por qué no|podrá|puede|vamos a|"
    "venga|anda y|ve y|hay manera de|habría forma de|sería tan amable de|me harías el favor de|tenga la bondad de|"
    "podria|podría",
    "wish": "quiero|quiero que|quisiera|quisiera que|me gustaría|me gustaría que|querría|preferiría|prefiero|"
    "prefiero que|preferiría que|necesito|necesito que|deseo|desearía|queremos|necesitamos|me vendría bien|ojalá|"
    "que el bot|mejor que|estaría bien|estaría bien que|sería bueno|me quedo más tranquilo si|dormiría mejor si|"
    "lo que quiero es|lo que quiero|me haría falta|busco|buscamos|apunto a|me apetece|mejor|dejémoslo|pretendo|"
    "me encantaría|que se|ponle que|haz que|hacer que|haga que|vamos a dejarlo|deja que|permite que|dejar que|"
    "conseguir que",
    "it": "-la|-lo|-las|-los|-le|-les|lo|eso|esto|ambos|ambas|los dos|las dos|ése|ésa|este valor|ese valor|"
    "ese parámetro|este parámetro|ellos|ellas|ese ajuste|-melo|-mela|-melos|-melas|-selo|-sela",
    "same": "lo mismo con|lo mismo para|lo mismo en|igual con|igual para|ídem con|haz lo mismo con|lo mismo con el|"
    "también con",
    "again": "otra vez|de nuevo|nuevamente|aún más|todavía más|más todavía|más aún|otro poco más|sigue así|"
    "una vez más|más de lo mismo|repite|repítelo|otra más|aun|todavía",
    "back_off": "te has pasado|te pasaste|no tanto|demasiado ahora|fue demasiado|es demasiado|es mucho|eso es mucho|"
    "un poco menos",
    "other": "el otro|la otra|ese no|esa no|no ese|no era ese|no me refería a eso",
    "correct": "no espera|espera no|no perdón|perdón no|mejor dicho|quiero decir|digo|me equivoqué|corrijo|corrección|"
    "rectifico|no mejor|mejor no|bueno no|ay no|perdón|espera|quise decir|o mejor|mejor ponlo|no digo",
    "restore": "deshaz|deshazlo|deshacer|deshace|deshaga|deshacé|revierte|revertir|revierta|revert*|vuelve atrás|"
    "volver atrás|vuelve|volver|vuelva|volvamos|volvé|vuelve a poner|vuelve a dejar|regresa|regresar|regrese|"
    "regresemos|restaur*|restablec*|recupera|recuperar|recupere|devuelv*|retrocede|retroceder|anula los cambios|"
    "anula el cambio|anula lo|anula el último|cancela los cambios|cancela el cambio|ctrl z|control z|undo|rollback|"
    "da marcha atrás|marcha atrás|dar marcha atrás|echa atrás|echar atrás|reestablec*|resetea*|reset|reinicia*|"
    "déjalo como estaba|ponlo como estaba|deja todo como estaba|todo como estaba",
    "back": "vuelta a|de vuelta|atrás",
    "redo": "rehaz|rehazlo|rehacer|rehace|redo|deshaz el deshacer|rehaga",
    "default": "por defecto|valores por defecto|valor por defecto|de fábrica|valores de fábrica|"
    "configuración de fábrica|ajustes de fábrica|predeterminad*|valores iniciales|valor inicial|valor original|"
    "valores originales|configuración original|configuración inicial|estándar|default|ajustes originales|de serie|"
    "desde cero|valor de origen|defecto",
    "last": "último|última|últimos|últimas|más reciente|reciente|recientes|mi último|tu último",
    "previous": "como estaba antes|como estaban antes|como estaba|como estaban|como antes|como lo tenía|"
    "como lo tenía antes|como la tenía|como la tenía antes|valor anterior|valor previo|el anterior|la anterior|"
    "anterior|anteriores|lo que tenía|lo que tenía antes|lo de antes|el de antes|la de antes|lo que había|"
    "que había antes|que tenía antes|antes|previo|previa|tenía antes|de antes|teníamos|a su valor anterior|"
    "estado anterior|antes del último|antes de la última|antes del cambio|antes de los cambios|antes de ese cambio|"
    "antes de eso|antes de los últimos",
    "yesterday_morning": "ayer por la mañana|ayer en la mañana|ayer a la mañana",
    "yesterday": "ayer|el día de ayer",
    "before_yesterday": "anteayer|antier|antes de ayer|anteantier",
    "last_week": "la semana pasada|semana pasada|la semana anterior",
    "last_month": "el mes pasado|mes pasado|el mes anterior",
    "this_morning": "esta mañana|hoy por la mañana|hoy en la mañana|hoy temprano",
    "last_night": "anoche|ayer por la noche|ayer en la noche|ayer a la noche",
    "today": "hoy",
    "ago": "hace",
    "weekday=mon": "el lunes|lunes",
    "weekday=tue": "el martes|martes",
    "weekday=wed": "el miércoles|miércoles",
    "weekday=thu": "el jueves|jueves",
    "weekday=fri": "el viernes|viernes",
    "weekday=sat": "el sábado|sábado",
    "weekday=sun": "el domingo|domingo",
    "changes": "cambio|cambios|modificación|modificaciones|edición|ediciones|lo que hiciste|lo que hice|"
    "acabas de hacer|acabo de hacer|pasos|retoques|retoque|lo último|eso que hiciste",
    "version": "versión|versiones|revisión|v|guardada como|la llamada|preset|instantánea|configuración llamada|"
    "configuración número",
    "goal": "al mes|por mes|mensual|mensuales|al año|a la semana|ganar dinero|gane dinero|más dinero|garantiza*|"
    "duplica mi dinero|duplicar mi dinero|hacerme rico|hazme rico|nunca pierda|sin perder|sin riesgo|batir al mercado|"
    "ganar más|gane más|gana más|rentabilidad|rentable|rentables|más beneficios|rendimiento|rendimientos|sharpe|roi|"
    "retorno|retornos|resultados|más rentable|más ganancias|maximiza el beneficio|maximiza la ganancia",
    "vague": "mejor*|optimiz*|optimic*|arregl*|perfecto|perfecta|óptim*|ideal|adecuad*|apropiad*|razonabl*|correcto|"
    "bueno|buena|bien puesto|diferente|distinto|algo diferente|algo distinto|haz algo|afina|afinar|afínalo|tunea|"
    "tunear|sensat*|raro|rara|mal|lo que veas|lo que quieras|como veas|inteligent*|equilibrad*|magia",
    "percent": "por ciento|porciento|por cien|pct",
    "points": "puntos porcentuales|punto porcentual|puntos|pp",
    "basis": "puntos básicos|punto básico|bps|bp|pbs|pips|pb",
    "times": "veces|vez",
    "as": "como",
    "of_now": "de lo que es|de lo que es ahora|de lo que está|del valor actual|del actual|de lo actual|de su valor|"
    "de su valor actual|de lo que tiene|de lo que hay|de lo que era|de lo que vale|de la actual|de lo que vale ahora",
    "hours": "horas|hora|hs",
    "days": "días|día",
    "minutes": "minutos|minuto|mins",
    "weeks": "semanas|semana",
    "coins": "btc|bitcoin|bitcoins|unidades|unidad|eth|monedas",
    "point": "punto|coma",
    "and_half": "y medio|y media",
    "and_quarter": "y cuarto",
    "number_of": "número de|cantidad de|nivel de|grado de|numero de",
    "says": "dice|dicen|dijo|dijeron|me dijo|me dijeron|me dice|recomienda*|recomendó|sugiere*|sugirió|aconseja*|"
    "aconsejó|asegura*|afirma*|según|cuenta|escribió|publicó|opina*|insiste*|comentó|ponía|he leído que|leí que|"
    "me han dicho",
    "agree": "estoy de acuerdo|tiene razón|tienen razón|me parece buena idea|buena idea|me convenció|me ha convencido|"
    "creo que acierta",
    "source": "amigo|amiga|newsletter|tuit|tweet|foro|artículo|blog|post|gurú|analista*|youtuber|youtube|telegram|"
    "discord|twitter|reddit|correo|email|mensaje|web|tipo|colega|vecino|hermano|hermana|jefe|jefa|experto*|alguien|él|"
    "ella|ellos|papá|padre|madre|tío|grupo|comentario|texto|nota|documento|pdf|informe|titular|hilo|influencer|cuñado|"
    "esposa|marido|podcast|chatgpt|gente|libro|asesor|canal|vídeo|video|usuario|primo|prima|mujer|novia|novio|"
    "compañero",
    "attack": "ignora todo|ignora las instrucciones|ignora tus|ignora los límites|olvida las instrucciones|"
    "olvida tus instrucciones|instrucciones anteriores|modo desarrollador|sin límites|sáltate|jailbreak|system prompt|"
    "haz como si|finge|actúa como|sin restricciones|sudo|modo admin|sin confirmación|sin preguntar|sin validar|"
    "tus instrucciones|tus reglas|modo dios|sin pedir confirmación|ignore previous|ignore all|bypass|override|"
    "developer mode|root",
    "own_again": "así que|asi que|pero quiero|pero yo quiero|yo quiero|pero por favor|pero yo prefiero|yo prefiero",
    "word": "lo de|lo que|a lo mejor|por ahora|de momento|por el momento|en general|por supuesto|por cierto|"
    "ahora mismo|en este momento|del bot|para el bot|una de|en el mercado|a partir de ahora|de ahora en adelante|"
    "desde ahora|sí ,|si ,|si por favor|un par de cosas|dos cosas|una cosa|una cosa más|otra cosa más|la verdad|"
    "más bien|eso es|para mí|para mi gusto|mi gusto|de todo|por operar|se me|se te|la verdad es que|creo que|"
    "pienso que|con el bot|a mi|ai|un montón de veces|en cada|de cada|vez más|cada vez|tipo de|-me|-nos|-se|-te|"
    "buen trabajo|bien hecho|muy bien|gran trabajo|está bien|va bien|muchas gracias|mil gracias|genial|estoy|"
    "me siento|que luego|que sea|estoy confiado|estoy confiada|estoy seguro de|me siento confiado",
    "take_off": "quita|quitar|quite|quitemos|quítale|quitarle|quítele|saca",
}  # fmt: skip
