"""Spanish as traders speak it: moods, numbers, plain words, and the lexicon as a whole."""

from typing import Final

from engine.chat.lexicon.lexicon import Lexicon
from engine.chat.lexicon.spanish_effects import EFFECTS, REFUSALS
from engine.chat.lexicon.spanish_grammar import ROLES
from engine.chat.lexicon.spanish_names import CHOICES, TARGETS
from engine.chat.lexicon.spanish_things import NOUNS, QUALITIES

_MOODS: Final = {
    "boldness+": "agresiv*|agresividad|agresivamente|atrevid*|arriesgad*|audaz|audaces|audacia|osad*|valient*|lanzad*|"
    "caña|más caña|métele caña|dale caña|temerari*|a saco|con todo|ambicios*|riesgos*|salvajemente|a tope de riesgo|"
    "kamikaze|con más garra|garra|a por todas|picante|atacante|ofensiv*|codicios*|avaricios*",
    "boldness-": "conservador*|conservadurismo|conservadoramente|prudent*|prudencia|cautelos*|cautela|cauto|cauta|"
    "cautos|precavid*|precaución|seguro|segura|seguros|más seguro|a lo seguro|ir sobre seguro|sobre seguro|defensiv*|"
    "tranquil*|tranquilidad|moderad*|cuidados*|cuidado|con cuidado|relajad*|calmad*|con calma|calma|"
    "proteger el capital|protege el capital|protege mi capital|proteger mi capital|preservar el capital|"
    "preserva el capital|conservar el capital|mesura|mesurad*|comedid*|sensat*|timid*|tímid*|sosegad*|menos alocad*|"
    "dormir tranquilo|duerma tranquilo",
    "sensitivity+": "sensible|sensibles|sensibilidad|reactiv*|receptiv*|reactividad|alerta ante|sensibiliza*",
    "sensitivity-": "insensible*|impasible*|desensibiliz*",
    "quickness+": "reaccion*|reacción|velocidad de reacción|ágil|ágiles|agilidad|adapta*|adapte*|adaptación|respond*|"
    "respuesta|capacidad de reacción|seguir el ritmo|ponerse al día|datos recientes|precios recientes|velas recientes|"
    "espabila*|espabile*",
    "quickness-": "suaviz*|suavic*|suave*|suavidad|estable|estables|estabilidad|más a largo plazo|visión a largo plazo",
    "frequency+": "activo operando|más activo|más activos|más activa|actividad|frecuencia|frecuencia de operación|"
    "frecuencia de operaciones|frecuencia de trading|frecuencia operativa|oportunidades|operar más|opere más|"
    "opera más|activo|movimiento operativo",
    "frequency-": "selectiv*|selectividad|paciente|pacientes|paciencia|quisquillos*|inactiv*|exquisit*|pasiv*|"
    "exigente|exigentes|menos alocado operando",
}  # fmt: skip

_NUMBERS: Final = {
    "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiún": 21, "veintiuna": 21,
    "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27,
    "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "una docena": 12,
    "un par de": 2, "una docena de": 12, "mil": 1000, "treinta y uno": 31, "treinta y una": 31, "treinta y dos": 32,
    "treinta y tres": 33, "treinta y cuatro": 34, "treinta y cinco": 35, "treinta y seis": 36, "treinta y siete": 37,
    "treinta y ocho": 38, "treinta y nueve": 39, "cuarenta y uno": 41, "cuarenta y una": 41, "cuarenta y dos": 42,
    "cuarenta y tres": 43, "cuarenta y cuatro": 44, "cuarenta y cinco": 45, "cuarenta y seis": 46,
    "cuarenta y siete": 47, "cuarenta y ocho": 48, "cuarenta y nueve": 49, "cincuenta y uno": 51,
    "cincuenta y una": 51, "cincuenta y dos": 52, "cincuenta y tres": 53, "cincuenta y cuatro": 54,
    "cincuenta y cinco": 55, "cincuenta y seis": 56, "cincuenta y siete": 57, "cincuenta y ocho": 58,
    "cincuenta y nueve": 59, "sesenta y uno": 61, "sesenta y una": 61, "sesenta y dos": 62, "sesenta y tres": 63,
    "sesenta y cuatro": 64, "sesenta y cinco": 65, "sesenta y seis": 66, "sesenta y siete": 67, "sesenta y ocho": 68,
    "sesenta y nueve": 69, "setenta y uno": 71, "setenta y una": 71, "setenta y dos": 72, "setenta y tres": 73,
    "setenta y cuatro": 74, "setenta y cinco": 75, "setenta y seis": 76, "setenta y siete": 77, "setenta y ocho": 78,
    "setenta y nueve": 79, "ochenta y uno": 81, "ochenta y una": 81, "ochenta y dos": 82, "ochenta y tres": 83,
    "ochenta y cuatro": 84, "ochenta y cinco": 85, "ochenta y seis": 86, "ochenta y siete": 87, "ochenta y ocho": 88,
    "ochenta y nueve": 89, "noventa y uno": 91, "noventa y una": 91, "noventa y dos": 92, "noventa y tres": 93,
    "noventa y cuatro": 94, "noventa y cinco": 95, "noventa y seis": 96, "noventa y siete": 97, "noventa y ocho": 98,
    "noventa y nueve": 99,
}  # fmt: skip
_FACTORS: Final = {
    "duplica": 2, "duplicar": 2, "duplique": 2, "dupliques": 2, "duplicado": 2, "duplicalo": 2, "doble": 2,
    "doblar": 2, "dobla": 2, "dobles": 2, "doblemos": 2, "duplicando": 2, "el doble": 2, "al doble": 2,
    "el doble de": 2, "dos veces": 2, "triplica": 3, "triplicar": 3, "triplique": 3, "el triple": 3, "al triple": 3,
    "triple": 3, "el triple de": 3, "tres veces": 3, "cuadruplica": 4, "cuadruplicar": 4, "cuadruplique": 4,
    "a la mitad": 0.5, "por la mitad": 0.5, "en la mitad": 0.5, "reduce a la mitad": 0.5, "reducir a la mitad": 0.5,
    "reduzca a la mitad": 0.5, "baja a la mitad": 0.5, "bajar a la mitad": 0.5, "corta a la mitad": 0.5,
    "corta por la mitad": 0.5, "recorta a la mitad": 0.5, "redúcelo a la mitad": 0.5, "deja en la mitad": 0.5,
    "déjalo en la mitad": 0.5, "la mitad de grande": 0.5, "el doble de grande": 2, "el doble de ancho": 2,
    "el doble de largo": 2, "divide a la mitad": 0.5, "parte por la mitad": 0.5, "quintuplica": 5, "el cuádruple": 4,
    "multiplica por dos": 2, "divide entre dos": 0.5, "multiplica por tres": 3,
}  # fmt: skip
_SHARES: Final = {
    "la mitad": 0.5, "mitad": 0.5, "medio": 0.5, "un tercio": 0.3333333333333333, "tercio": 0.3333333333333333,
    "dos tercios": 0.6666666666666666, "un cuarto": 0.25, "tres cuartos": 0.75, "tres cuartas partes": 0.75,
    "una cuarta parte": 0.25, "la cuarta parte": 0.25, "una tercera parte": 0.3333333333333333,
    "la tercera parte": 0.3333333333333333, "un quinto": 0.2, "una quinta parte": 0.2, "la quinta parte": 0.2,
    "un décimo": 0.1, "una décima parte": 0.1, "la décima parte": 0.1, "un sexto": 0.16666666666666666,
    "un octavo": 0.125, "dos quintos": 0.4, "la mitad de": 0.5, "dos terceras partes": 0.6666666666666666,
    "media unidad": 0.5, "en un tercio": 1 / 3, "en un cuarto": 0.25, "en un quinto": 0.2, "en un décimo": 0.1,
}  # fmt: skip
_PLAIN: Final = (
    "el la los las un una unos unas de del y o u e a al en con por para sin sobre entre hasta desde que como si no se "
    "me te le les nos os mi mis tu tus su sus yo tú él ella nosotros ustedes vosotros usted ellos ellas este esta "
    "estos estas ese esa esos esas aquel aquella aquí ahí allí acá allá ya ahora hoy mañana siempre nunca también "
    "tampoco muy más menos tan tanto mucho poco algo nada todo toda todos todas cada otro otra otros otras mismo "
    "misma mismos mismas ser estar haber tener hacer poder decir ir ver dar saber querer llegar pasar deber poner "
    "parecer quedar creer hablar llevar dejar seguir encontrar llamar venir pensar salir volver tomar conocer vivir "
    "sentir tratar mirar contar empezar esperar buscar existir entrar trabajar escribir perder producir ocurrir "
    "entender pedir recibir recordar terminar permitir aparecer conseguir comenzar servir sacar necesitar mantener "
    "resultar leer caer cambiar presentar crear abrir considerar soy eres somos fue fui era eran sido siendo estoy "
    "estás estamos estaba he has ha hemos han había habían hay tengo tienes tiene tenemos tienen tenía hago haces "
    "hacemos hacen hizo hecho puedo puedes podemos pueden pude podría digo dices dicen dicho voy vas va vamos van iba "
    "veo ves vemos doy sé sabes quiero quieres queremos llego llega paso pasa debo debes creo crees pienso siento "
    "miro bot robot mercado mercados precio precios dinero vida cosa cosas tiempo semana semanas mes meses año años "
    "noche tarde rato vez veces momento caso forma manera modo parte lado gusto favor idea tema punto nivel valor "
    "valores ajuste parámetro opción sistema estrategia btc bitcoin cripto criptos trader traders señor amigo gracias "
    "hola vale bueno venga pues bien mal así luego entonces además aunque mientras porque pero sino según durante "
    "ante bajo tras hacia contra mediante últimamente actualmente realmente simplemente básicamente sinceramente "
    "honestamente normalmente generalmente probablemente quizá quizás tal quizas acaso seguramente obviamente claro "
    "claramente exactamente justo casi aún todavía apenas sólo solo solamente incluso qué cuál cuáles quién quiénes "
    "cuánto cuánta cuántos cuántas cómo cuándo dónde porqué fin final principio inicio trabajo día días hora horas "
    "minuto minutos segundo número números cantidad total general mayor menor gran grande buen buena mala malo nuevo "
    "nueva nuevos nuevas viejo vieja propio propia cierto cierta posible imposible vacaciones viaje fed bce noticias "
    "evento eventos lateral laterales alcista bajista rally crash desplome subidón mecha mechas oscilaciones "
    "movimiento movimientos ganando ganar gano gana perdiendo quemado quemé harto harta cansado cansada nervioso "
    "preocupado preocupada miedo asusta gusta gustaría encanta odio molesta molesto lunes aquello meter mete metiendo "
    "darle dame dime mirando viendo haciendo poniendo dando tomando usando parece pareces venido ido visto puesto "
    "dado tenido quedado dejado vuelto vuelva vaya vayamos haya hayan hubiera hubiese fuera fuese sea sean estuviera "
    "estén esté tenga tengan haga hagan pueda puedan diga digan conforme respecto cuanto cuanta cerca lejos dentro "
    "delante detrás encima debajo alrededor arriba abajo antes después pronto temprano rápido cuarto quinto tercer "
    "tercera primer primera segunda plan pedido orden persona gente mano banco broker exchange plataforma pantalla "
    "app panel dashboard control controles perilla deslizador barra botón cuantos pocos pocas poca siquiera jamás "
    "aquellos aquellas cualquiera cualquier alguien nadie algún alguno alguna algunos algunas ningún ninguno ninguna "
    "ambos ambas demás varios varias dormir duermo sueño tranquilo cuenta darse cuentas siguiente siguientes próximo "
    "próxima próximos actual actuales presente pasado pasada futuro razón motivo razones ejemplo ejemplos tipo tipos "
    "clase clases puesta dada supuesto verdad sentido duda dudas problema problemas error errores ayuda ayudar "
    "ayúdame necesario necesaria importante mejor peor igual distinto quiera quieras podamos pongamos estrés estresa "
    "comer café casa familia jefe vendría vengo viene vienen darme darnos hacerlo ponerlo verlo tenerlo decirlo entra "
    "salen pasan suben bajan ende onda bacán chévere mola guay genial estupendo perfecto excelente cae cayó caen "
    "subió bajó subiendo bajando corto largo plazo sesión sesiones jornada tramo"
)  # fmt: skip

SPANISH: Final = Lexicon(
    code="es",
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
    endings=(
        "melo",
        "mela",
        "melos",
        "melas",
        "selo",
        "sela",
        "los",
        "las",
        "les",
        "lo",
        "la",
        "le",
        "me",
        "nos",
        "se",
        "te",
    ),
    sounds=("bv", "sz", "cs", "cz", "gj", "yi"),
)
