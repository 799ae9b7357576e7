"""Spanish as traders speak it: grammar and numbers."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon
from engine.chat.lexicon.spanish_trade import CHOICES, EFFECTS, MOODS, NOUNS, QUALITIES, REFUSALS, TARGETS

_ROLES: Final = {
    "up": "aument*|sube*|subir*|suba*|subamos|subiendo|súbe*|increment*|eleva*|elev*|alza*|agrand*|amplía*|amplia*|"
    "ampli*|alarg*|extiend*|extend*|mayor|mayores|crezca|crecer|hacia arriba|incremento|agrandar|potencia*|engrand*|"
    "sube|prolonga*|arriba|más alto|más alta|más altos|más altas|expand*|dispara*",
    "down": "reduc*|reduzc*|baja*|baje*|bajar*|bajamos|disminu*|recort*|acort*|achic*|menor|menores|rebaj*|"
    "hacia abajo|minimiz*|encog*|encoj*|baja|abajo|más bajo|más baja|más bajos|más bajas|aminor*|modera*|quita*|"
    "quítale|afloja|achicar|contrae*|limita más|frena*",
    "more": "más|otro|otra|adicional*|extra|un poco más|mucho más|otros|otras",
    "less": "menos|no tanto|no tantos|no tantas|menos que ahora",
    "add": "suma*|añad*|agreg*|súmale|sumale|añádele|agrégale",
    "take": "resta*|réstale|restale|quítale|quitale|descuenta",
    "set": "pon*|ponlo|ponla|ponga*|pongo|pongamos|poner|fij*|establec*|configur*|usa|usar|use|uses|usemos|utiliz*|"
    "cambi*|haz|hazlo|hazla|hacer|haga*|ajust*|deja|dejar|deje|déjalo|déjame|dej*|mueve*|mover|mueva|pasa|pase|pasar|"
    "modific*|opera con|operar con|ve a|trabaja con|acerca|aleja|mete*|coloca*|coloque|lleva*|llevar|vuelve|define|"
    "definir|cámbia*|pónlo|pónla|pónme|trae|toc*",
    "should": "debe|debería|deberían|deben|tiene que|tienen que|ha de|sea|sean|que sea|que sean|que esté|hay que|"
    "debiera|necesita|conviene que sea|tendría que",
    "is": "es|son|está|están|parece|parecen|era|eran|me parece|lo veo|la veo|los veo|las veo|se siente|resulta|"
    "resultan|lo noto|anda|tiene|tienen|va|van|está siendo",
    "on": "activ*|encend*|enciend*|habilit*|permit*|prend*|autoriz*|introduc*|actívame|acepta que",
    "off": "desactiv*|apag*|deshabilit*|prohíb*|prohib*|elimin*|ignor*|quitar|quita el|quita la|suprim*|desconect*|"
    "prescind*|descart*|bloque*|saca",
    "highest": "al máximo|a su máximo|lo más alto posible|máximo posible|al tope|lo más grande posible|valor máximo|"
    "lo más alta posible|a tope|hasta el máximo",
    "lowest": "al mínimo|a su mínimo|lo más bajo posible|mínimo posible|lo más pequeño posible|valor mínimo|"
    "lo más corto posible|lo más corta posible|hasta el mínimo",
    "cap": "máximo|máxima|máximos|como máximo|como mucho|limit*|no más de|hasta|tope|a lo sumo|límite|nunca más de|"
    "no superar|acepta|acepte|tolera|no pase de|no pases de|no exceder|que no supere|que no pase de|máximo de|"
    "no mayor que|no supere|techo",
    "floor": "al menos|mínimo|mínima|como mínimo|por lo menos|no menos de|exige|exigir|requier*|piso|pide|exija",
    "to": "a|en|al|de|igual a|del|sea de|como|alrededor de|aproximadamente|unos|unas|a unos|exactamente|en torno a|"
    "a un|a una|de un|de una",
    "by": "en un|en una|por|otro|otros en|por un|un",
    "from": "desde|partiendo de",
    "above": "por encima de|encima de|superior a|superen|supere|supera|mayor que|más de|más del|sobre|arriba de|"
    "mayor a|rebase|exceda|pase de",
    "below": "por debajo de|debajo de|inferior a|menor que|menos de|menos del|bajo|menor a",
    "neg": "no|nunca|jamás|sin|ni|nada de|ningún|ninguna|evita*|deja de|tampoco|dejar de|no quiero|ninguno|"
    "no hace falta|no hay que|basta de|nada más de|en absoluto|no me",
    "except": "excepto|salvo|menos la|menos el|a excepción de|aparte de|pero no|quitando|con excepción de",
    "instead": "en vez de|en lugar de",
    "instead_end": "en su lugar",
    "only": "solo|sólo|solamente|únicamente|nada más|exclusivamente",
    "too": "demasiado|demasiada|demasiados|demasiadas|muy|excesivamente|excesivo|excesiva|en exceso|excesivos|"
    "tan alto tan|un poco demasiado",
    "too_few": "muy poco|muy pocas|muy pocos|poquísim*|demasiado poco|demasiado pocas|demasiado pocos|apenas|casi no|"
    "insuficient*|no suficientes|no bastante|muy poca|casi nunca|rara vez",
    "so": "tan|tanto|tanta|tantos|tantas|así de",
    "as": "como",
    "enough": "suficiente|bastante|suficientemente|lo bastante|lo suficientemente",
    "keep": "mantén*|manten*|conserv*|sin cambios|igual|intacto|intacta|como está|como están|quiet*|no toques|"
    "tal cual|deja como|mantiene*|quieta|quieto|fijo|fija|mismo|misma|congela|respeta|sin modificar|sin tocar|"
    "sin cambiar|tal y como está|tal como está|quede igual|quede como|se queda|se quede|queda|quede|intactos|"
    "intactas|estable|donde está|bloqueado|bloqueada",
    "others": "lo demás|todo lo demás|el resto|nada más|los demás|las demás|otros ajustes|otra cosa|otros parámetros|"
    "ninguna otra cosa|demás",
    "nothing": "nada",
    "all": "todo|todos|todas|parámetros|configuración|ajustes|los ajustes|el bot|bot|la configuración|cambios|valores",
    "slight": "un poco|ligeramente|un poquito|levemente|algo|un pelín|un toque|poquito|un tanto|apenas un poco|"
    "una pizca|suavemente|un puntito|una miaja|ligero|un paso|pelín|tantito|un chin|un tris|un ápice|poco a poco",
    "large": "mucho|muchísimo|bastante más|considerablemente|drásticamente|notablemente|significativamente|mucha|"
    "fuertemente|muchas|un montón|radicalmente|sustancialmente|claramente|muchos|a lo grande|enormemente|"
    "de forma notable|con ganas|un buen|en gran medida",
    "join": "y|e|pero|además|también|luego|con|después|aunque|mientras|o|sino|y también|así como|y luego|más bien|"
    "ademas|primero|segundo|por último|sin embargo|eso sí|y además",
    "why": "porque|ya que|para que|dado que|puesto que|debido a|por lo que|pues|como el|así que no|para no|a fin de|"
    "para evitar|que estoy|que me|para ganar|para captar|para reaccionar",
    "cond": "si|cuando|siempre que|en cuanto|cada vez que|mientras que|apenas se",
    "cond_polite": "si puedes|si es posible|si se puede|si no te importa|si puede|si no es molestia|si no le importa|"
    "si te parece|si le parece|si quieres|si no es mucha molestia|si fuera posible|si pudieras",
    "ask": "qué|que significa|que es|que hace|cómo|por qué|cuándo|cuál|cuáles|quién|dónde|cuánto|cuánta|cuántos|"
    "cuántas|debo|debería|deberia|debería yo|es mejor|es bueno|conviene|me conviene|tengo que|qué tal si|crees que|"
    "es demasiado|es muy|hay|vale la pena|sería|es normal|es arriesgado|está bien|piensas que|tiene sentido|has|"
    "hiciste|qué pasa si|y si|merece la pena|cuanto|cual|me recomiendas|es recomendable|es seguro",
    "aux": "es|está|son|hay|sirve|funciona",
    "tell": "explíca*|explica*|muestr*|muéstra*|dime|dinos|describe|compar*|resum*|enséña*|enseña*|cuénta*|cuenta|"
    "lista|dame un resumen|me gustaría saber|quiero saber|quisiera saber|no entiendo|me pregunto|traduce|háblame|"
    "aclárame|explicarme|decirme|mostrarme",
    "may_i": "se puede|podría|podría el|puede el",
    "show": "",
    "polite": "puedes|podrías|podría|puede|por favor|me puedes|me podrías|podéis|podemos|te importaría|le importaría|"
    "serías tan amable|sería posible|qué tal si|qué te parece si|porfa|porfi|me gustaría que|podrían|quisiera que|"
    "a ver si puedes|harías el favor de|me haces el favor de|sería tan amable de|podríamos|plis|quieres",
    "wish": "quiero|quisiera|me gustaría|prefiero|deseo|necesito|queremos|prefería|desearía|que el bot|quería|"
    "me encantaría|preferiría|mejor|querría|vamos a|necesitamos|quiero que|busco|ojalá|me vendría bien|me iría mejor",
    "it": "lo|la|los|las|le|eso|esto|ambos|ambas|ese valor|este ajuste|los dos|las dos|él|ella|ellos|les|el mío",
    "same": "lo mismo para|lo mismo con|igual para|lo mismo en",
    "again": "otra vez|de nuevo|aún|todavía|nuevamente|una vez más|más aún|incluso",
    "back_off": "no tanto|te pasaste|demasiado ahora",
    "other": "el otro|la otra|ese no|esa no",
    "correct": "no espera|espera|perdón|quiero decir|digo|mejor dicho|corrijo|me equivoqué|no perdón|o mejor|"
    "no mejor|perdona|quise decir|ay no|disculpa",
    "restore": "deshac*|deshaz*|deshag*|reviert*|revert*|restaur*|restablec*|volver a la|vuelve a la|vuelve a los|"
    "volver a|vuelve a como|regres*|anul*|recuper*|retroced*|vuelve atrás|volver atrás|da marcha atrás|"
    "dar marcha atrás|restituye|resete*|vuelve al|volvamos|devuelv*|vuelve a lo|cancela el último|cancela la última|"
    "reinici*|cancela eso|echa atrás|retorna",
    "back": "de vuelta|atrás|vuelta",
    "redo": "rehac*|rehaz*|rehag*",
    "default": "por defecto|predeterminad*|valores iniciales|de fábrica|valor inicial|estándar|defecto|"
    "valores originales|configuración inicial|valor original|default|los originales|ajustes iniciales|por omisión|"
    "punto de partida",
    "last": "último|última|últimos|últimas|anterior*|previo|previa|reciente|antepenúltimo|previos|penúltim*",
    "previous": "antes|como antes|como estaba|como estaban|valor anterior|que tenía|que teníamos|el de antes|"
    "la de antes|lo que era|anteriormente|que había|viejo|vieja|como era|que tenia",
    "changes": "cambios|cambio|modificación|modificaciones|pasos|ajuste|edición|paso|modificacion|acción",
    "version": "versión|version|número de versión|configuración número",
    "yesterday_morning": "ayer por la mañana|ayer en la mañana",
    "yesterday": "ayer",
    "before_yesterday": "anteayer|antes de ayer|antier",
    "last_week": "la semana pasada|semana pasada",
    "last_month": "el mes pasado|mes pasado",
    "this_morning": "esta mañana|hoy por la mañana|hoy temprano",
    "last_night": "anoche|ayer por la noche|ayer por la tarde",
    "today": "hoy",
    "ago": "hace|atrás en el tiempo",
    "weekday": "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    "goal": "al mes|por mes|al año|por semana|ganar dinero|garantiz*|rico|rentabilidad|rendimiento|ganancias seguras|"
    "sin perder|más ganancias|más beneficios|mejor resultado|resultados|ganar más|dinero fácil|más rentable|rentable",
    "vague": "mejor*|optimiz*|arregl*|perfecto|bien|mal|correcto|otra manera|diferente|algo distinto|ideal|óptimo|"
    "adecuad*|ayud*|razonable|afina*|bueno|buena|óptima|conveniente|lo que sea",
    "percent": "por ciento|porciento|por cien",
    "points": "puntos porcentuales|punto porcentual|puntos|punto",
    "basis": "puntos básicos|punto básico|pb|bps|puntos base",
    "times": "veces|vez",
    "of_now": "del actual|del valor actual|de lo que es ahora|de su valor|de lo actual|de la actual",
    "hours": "horas|hora",
    "days": "días|día",
    "minutes": "minutos|minuto|min",
    "weeks": "semanas",
    "coins": "btc|bitcoin|bitcoins|unidades|unidad|eth|monedas unidades",
    "point": "coma|punto decimal",
    "and_half": "y medio|y media",
    "and_quarter": "y cuarto",
    "multiply": "multiplica*|por un factor de|por un factor|multiplícalo",
    "divide": "divid*|divíde*",
    "says": "dice|dijo|dicen|recomienda|recomendó|recomiendan|según|sugiere|escribe|escribió|afirma|aconseja|"
    "aconsejó|opina|sugirió|jura|me pide que|publicó|asegura|cuenta que|me ha dicho",
    "source": "amigo|amiga|boletín|tuit|tweet|foro|artículo|blog|gurú|analista|analistas|youtuber|telegram|discord|"
    "twitter|reddit|correo|mensaje|colega|vecino|hermano|hermana|jefe|experto|alguien|primo|podcast|influencer|"
    "cuñado|usuario|texto|página|chatgpt|gente|asesor|padre|madre|él|grupo|noticia|vídeo|video",
    "agree": "estoy de acuerdo|tiene razón|me parece bien|buena idea|tienen razón|coincido",
    "attack": "ignora todas|ignora tus|olvida tus|instrucciones anteriores|instrucciones previas|modo desarrollador|"
    "sin límites|saltarse|sáltate|salta los|eres ahora|ahora eres|prompt del sistema|sin restricciones|"
    "límites de seguridad|anula las|tus reglas|sin confirmación|sin confirmar|modo administrador|jailbreak|modo dios|"
    "ignora los límites|protecciones|guardarraíles",
    "greet": "hola|buenas|buenos días|buenas tardes|buenas noches|oye|oiga|bueno|pues|ok|vale|y|pero|perdón|perdona|"
    "disculpa|disculpe|una pregunta|pregunta|por favor|gracias|eh|a ver|mira|entonces|amigo|bot|che|una duda|duda|"
    "por curiosidad|perdone|ahora|bien|ey|estimado|oye una pregunta|una cosa|sólo una pregunta|solo una pregunta",
    "word": "muchas gracias|en este momento|por ahora|de ahora en adelante|a partir de ahora|el bot|del bot|al bot|"
    "mi bot|dos cosas|tres cosas|de momento|en general|un saludo|al final|de acuerdo|a partir de hoy|sin problema|"
    "en el mercado|ahora mismo|a mí|en realidad|la verdad",
}  # fmt: skip
_NUMBERS: Final = {
    "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veinticinco": 25, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
    "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "veintiuno": 21, "veintidós": 22,
    "un par de": 2, "una docena": 12, "veinticuatro": 24, "cuarenta y ocho": 48, "treinta y cinco": 35,
    "cuarenta y cinco": 45, "sesenta y cinco": 65, "setenta y cinco": 75, "medio punto": 0.5,
}  # fmt: skip
_FACTORS: Final = {
    "duplic*": 2, "duplíca*": 2, "dobla*": 2, "el doble": 2, "doble": 2, "triplic*": 3, "triplíca*": 3, "el triple": 3,
    "triple": 3, "cuadruplic*": 4, "a la mitad": 0.5, "por la mitad": 0.5, "la mitad de": 0.5, "la mitad": 0.5,
    "el doble de": 2, "mitad": 0.5, "al doble": 2, "al triple": 3, "en la mitad": 0.5, "la mitad del": 0.5,
}  # fmt: skip
_SHARES: Final = {
    "un tercio": 1 / 3, "tercio": 1 / 3, "dos tercios": 2 / 3, "un cuarto": 0.25, "cuarto": 0.25, "un quinto": 0.2,
    "una cuarta parte": 0.25, "una tercera parte": 1 / 3, "un décimo": 0.1, "medio": 0.5, "media": 0.5,
    "tres cuartos": 0.75, "una quinta parte": 0.2, "una décima parte": 0.1, "un cuarto de": 0.25,
}  # fmt: skip
_PLAIN: Final = (
    "el los las una unos unas y o ni que me mi mis te tu tus se su sus nos yo tú usted ustedes nosotros él ella ello "
    "este esta estos estas ese esa esos esas aquel aquella aquí allí ahí ya ahora hoy mañana siempre veces ser estar "
    "ha he han hemos era fue ir voy va vamos hago hace hacen para con sin sobre entre hacia hasta desde durante tras "
    "contra según del al lo gracias hola favor bot mercado mercados precio precios estrategia valor valores "
    "parámetro ajuste nivel cosa cosas algo así aún todavía también bien mal días semana mes dinero perdí perdido "
    "ganar calma calmado tranquilo tranquila sensación creo pienso siento veo parece entonces luego quizá quizás tal "
    "vez realmente simplemente actualmente general forma manera modo tipo parte lado momento tiempo rato bitcoin "
    "cripto movimiento movimientos reciente recientes cambio cambios vacaciones próxima próximo noche noches dormir "
    "miedo nervioso nerviosa preocupa gusta gustaría amor señor verdad caso cada dentro fuera cual quien donde como "
    "porque opere operando opera operar operé bolsa lateral laterales semanas fin último anda sabe sé saber dicho "
    "digo hecho haber había hubiera puede pueden poder esperar siendo estoy estamos mucha gente idea plan llama "
    "llamado llamada posible posiblemente mientras igualmente respecto cuanto encima mismo misma propio propia demás "
    "tener tengo tenga tenemos teníamos dar da das doy salir entrar euros dólares antes después nuevo nueva nuevos "
    "trabajo familia hijo hija mujer marido jefe últimamente ayer pasa pasado pasando venga vale claro exacto "
    "perfecto listo"
)  # fmt: skip

SPANISH: Final = Lexicon(
    "es",
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
