"""German as traders speak it: grammar and numbers."""

from typing import Final

from engine.chat.lexicon.german_trade import CHOICES, EFFECTS, MOODS, NOUNS, QUALITIES, REFUSALS, TARGETS
from engine.chat.lexicon.lexicon import Lexicon

_ROLES: Final = {
    "up": "erhöh*|höher*|steiger*|heb*|anheb*|angehoben|rauf|hoch|hochsetz*|hochschraub*|hochfahr*|heraufsetz*|"
    "aufstock*|vergrößer*|verlänger*|ausweit*|ausdehn*|nach oben|hinauf|herauf|rauffahr*|raufsetz*|hochdreh*|"
    "aufdreh*|größeren wert|zunehm*|anziehen|hochstell*|raufschraub*|hochgesetzt|mehr raum|nimm zu|geh hoch|geh rauf|"
    "zulegen|heraufgesetzt|schraub hoch|schraube hoch|ausbau*|aufbläh*",
    "down": "senk*|gesenkt|verringer*|reduzier*|niedriger*|runter|herunter|herab|herabsetz*|runtersetz*|"
    "heruntersetz*|runterfahr*|runterschraub*|verkleiner*|verkürz*|kürz*|gekürzt|kürzen|minder*|vermindert|drossel*|"
    "nach unten|zurückfahr*|zurückschraub*|abschwäch*|schrumpf*|runterdreh*|tiefer*|geh runter|geringer*|"
    "herunterfahr*|herunterschraub*|zurücknehm*|dämpf*|nimm zurück|halt zurück|zurückgefahren|einschränk*|"
    "begrenz stärker|abspeck*|zusammenstreich*|streich zusammen|mach kleiner|eindampf*|minimier*",
    "more": "mehr|weitere|weiteren|weiterer|zusätzlich*|noch mehr|noch einen|noch eine|noch ein|extra|deutlich mehr",
    "less": "weniger|wenigere|nicht so viele weniger|seltenere",
    "add": "addier*|füg*|hinzufüg*|leg drauf|drauflegen|gib dazu|schlag drauf",
    "take": "zieh ab|abziehen|subtrahier*|nimm weg|wegnehmen|abzieh*|knapps* ab|zieh",
    "set": "setz*|stell*|mach*|nimm|nehmen|nutz*|benutz*|verwend*|änder*|geänder*|bring*|leg*|pass*|wechsel*|schalt*|"
    "schalte um|umschalt*|umstell*|geh|gehen|gib|geben|fahr*|schieb*|schraub*|dreh*|einstell*|eingestellt|"
    "konfigurier*|wähl*|handel mit|arbeite mit|arbeiten mit|lass uns|zieh*|tausch*|rück*|rühr*|justier*|anpass*|"
    "angepasst",
    "should": "soll|sollen|sollte|sollten|muss|müssen|müsste|darf|dürfen|dürfte|sei|gehört|könnte|könnten|kann|"
    "sollst|möge",
    "is": "ist|sind|war|waren|wirkt|scheint|fühlt sich|wird|werde|kommt mir vor|kommen mir vor|finde ich|finde|"
    "gerade|momentan|steht|liegt|sitzt|sitzen|liegen|hat|haben",
    "on": "aktivier*|einschalt*|anschalt*|anmach*|erlaub*|zulass*|lass zu|zulassen|erlaubt|ermöglich*|genehmig*|"
    "eingeschaltet|anstell*|gestatt*|freischalt*|einführ*|schalt ein|einsetzen",
    "off": "deaktivier*|ausschalt*|abschalt*|ausmach*|abstell*|ausgeschaltet|abgeschaltet|verbiet*|verboten|entfern*|"
    "weg damit|ignorier*|streich*|unterbind*|sperr*|blockier*|rausnehm*|rauswerf*|aus dem spiel|weglassen|verzicht*|"
    "keine mehr|abschaff*|unterlass*|schmeiß raus|untersag*",
    "last_on": "an|ein",
    "last_off": "aus|ab|weg|raus",
    "highest": "maximal möglich|so hoch wie möglich|auf maximum|auf das maximum|auf den höchstwert|höchstmöglich*|"
    "so groß wie möglich|aufs maximum|höchster wert|maximalwert|so weit wie möglich|auf anschlag|ausreizen|"
    "volle pulle|höchstwert|auf max",
    "lowest": "so niedrig wie möglich|auf minimum|auf das minimum|auf den kleinsten wert|aufs minimum|"
    "so klein wie möglich|kleinstmöglich*|mindestwert|so eng wie möglich|so kurz wie möglich|kleinster wert|"
    "niedrigster wert|niedrigstmöglich*|auf min|minimalwert",
    "cap": "höchstens|maximal|max|maximum|begrenz*|beschränk*|deckel*|nicht mehr als|bis zu|obergrenze|limit*|"
    "nicht über|kappen|kappe|maximale|maximalen|maximaler|limitier*|nie mehr als|keinesfalls mehr als|"
    "nicht höher als|akzeptier*|tolerier*|größte|größter|keine mehr als|nicht länger als|erst recht nicht mehr als",
    "floor": "mindestens|min|minimal|minimum|nicht weniger als|wenigstens|untergrenze|verlang*|forder*|nicht unter|"
    "erforder*",
    "to": "auf|zu|bei|von|gleich|um die|ungefähr|etwa|ca|circa|rund|als|zum|zur|genau|exakt",
    "by": "um|um etwa|um ca|um rund|um ungefähr|um weitere|nochmal um|um nochmal",
    "from": "von derzeit|von aktuell|ausgehend von",
    "above": "über|oberhalb|größer als|höher als|mehr als|übersteig*|überschreit*|jenseits|ab",
    "below": "unter|unterhalb|kleiner als|niedriger als|weniger als|unterschreit*|geringer als|tiefer als",
    "neg": "nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|hör auf|aufhören|vermeid*|lass das|nö|nein|weder|"
    "noch|keinesfalls|auf keinen fall|bloß nicht|hör auf zu|schluss mit|nicht mehr|keine mehr|lass die finger von|"
    "finger weg von|nee|ne",
    "except": "außer|ausgenommen|bis auf|abgesehen von|mit ausnahme|nur nicht|aber nicht|jedoch nicht|ausschließlich",
    "instead": "statt|anstatt|anstelle|statt dessen|anstelle von",
    "instead_end": "stattdessen|dafür lieber",
    "only": "nur|lediglich|bloß|allein|ausschließlich|einzig",
    "too": "zu|viel zu|zu viel|zu viele|zu sehr|allzu|etwas zu|ein bisschen zu|übermäßig|zu oft|ein wenig zu|"
    "übertrieben|viel zu viel|viel zu viele|ziemlich zu|deutlich zu|zuviel|zuviele|extrem|wahnsinnig",
    "too_few": "zu wenig|zu wenige|zu selten|nicht genug|kaum|fast keine|viel zu wenig|viel zu wenige|nicht genügend|"
    "zuwenig|viel zu selten|fast gar keine|nicht oft genug|nicht ausreichend",
    "so": "so|so viel|so viele|so sehr|derart|dermaßen|so stark|ganz so|allzu",
    "as": "genauso",
    "enough": "genug|genügend|ausreichend",
    "keep": "behalt*|beibehalt*|halt*|lass*|bleib*|unverändert|unangetastet|gleich bleib*|anfass*|anrühr*|antast*|"
    "verschon*|in ruhe|so wie es ist|wie es ist|wie sie sind|wie er ist|wie sie ist|stehen|konstant|fest|fix|fixier*|"
    "belass*|anzufassen|zu verändern|zu ändern|gleich|dieselbe|dasselbe|so lassen|wie bisher|wie gehabt|unberührt|"
    "festhalten|einfrier*",
    "others": "alles andere|sonst nichts|den rest|der rest|rest|alle anderen|die anderen|übrige*|sonstige*|"
    "sonst alles|alles übrige|nichts anderes|alles sonst|anderen einstellungen|andere einstellungen|übrigen|"
    "anderen parameter|restliche*|sonst",
    "nothing": "nichts|gar nichts",
    "all": "alles|alle|einstellungen|parameter|das ganze|konfiguration|die einstellungen|werte|den bot|der bot|setup|"
    "änderungen",
    "slight": "etwas|ein bisschen|bisschen|ein wenig|wenig|leicht|leichte|minimal|ein kleines stück|ein stück|"
    "ein tick|einen tick|tick|eine spur|eine idee|ein klein wenig|geringfügig|eine stufe|einen hauch|hauch|"
    "vorsichtig|ein kleines bisschen|kleines bisschen|ganz leicht|sachte|moderat|eine nuance|behutsam|minimalst|"
    "eine kleinigkeit|ein stückchen|bissl|bisserl",
    "large": "viel|deutlich|stark|erheblich|wesentlich|sehr|massiv|kräftig|drastisch|weit|beträchtlich|spürbar|"
    "ordentlich|richtig|radikal|ein ganzes stück|um einiges|enorm|gewaltig|bedeutend|ganz schön|merklich|um welten|"
    "heftig|satt",
    "join": "und|aber|sowie|dann|außerdem|auch|jedoch|oder|zudem|dazu|plus|danach|gleichzeitig|während|allerdings|"
    "doch|ebenso|ferner|zusätzlich dazu|und zwar|mit|dabei|obwohl|trotzdem|sondern|nur dass|erstens|zweitens|"
    "drittens|zuerst|anschließend|schließlich",
    "why": "weil|da|damit|denn|wegen|aufgrund|um zu|sodass|so dass|zumal|nachdem|angesichts|schließlich|dadurch|"
    "um nicht|um mehr|um besser|um weniger|um schneller",
    "cond": "wenn|falls|sobald|sofern|solange|jedes mal|bis",
    "cond_polite": "wenn möglich|wenn es geht|falls möglich|wenn du kannst|wenn sie können|wenn das geht|"
    "wenn du magst|wenn das möglich ist|wenns geht|wenn es ihnen nichts ausmacht|wenn es dir nichts ausmacht|"
    "falls das geht|wenn es nicht zu viel mühe macht|sofern möglich|wenn das okay ist|wenn das ok ist",
    "ask": "was|wie|warum|wieso|weshalb|wann|welche|welcher|welches|wer|wo|woran|wofür|wozu|soll ich|sollte ich|"
    "sollten wir|sollen wir|ist es|ist das|ist der|ist die|ist mein|ist meine|hat der|hat die|hast du|haben sie|"
    "habe ich|lohnt|macht es sinn|macht das|würde es|würde das|wäre es|gibt es|bedeutet|was wäre wenn|inwiefern|"
    "wieviel|wie viel|wie viele|wohin|meinst du|glaubst du|denkst du|findest du|wird der|wird die|bin ich|muss ich|"
    "darf ich fragen|frage",
    "aux": "ist|sind|hat|haben|war|waren|würde|würden|wäre|soll|sollte|sollten|darf|wird|werden|muss|gilt",
    "tell": "erklär*|zeig*|erzähl*|beschreib*|sag*|vergleich*|liste|zusammenfass*|fass zusammen|berichte|nenne|"
    "verrate|erläuter*|übersetz*|mich interessiert|ich frage mich|ich wüsste gern|ich würde gern wissen|"
    "ich möchte wissen|ich verstehe nicht|verstehe nicht",
    "may_i": "kann|könnte|darf|können|könnten|dürfte",
    "show": "",
    "polite": "kannst du|könntest du|könnten sie|können sie|würdest du|würden sie|kannst du bitte|bitte|magst du|"
    "wärst du so nett|wären sie so nett|wie wäre es mit|wie wäre es wenn|lass uns|ich bitte|könntest du bitte|"
    "könnten wir|können wir|wie wärs mit|kannst du mal|könntest du mal|mal|bitteschön|seien sie so gut|sei so gut|"
    "sei so nett|möchtest du|kann man|könnte man|wärst du so lieb",
    "wish": "ich will|ich möchte|ich hätte gern|ich hätte gerne|ich wünsche mir|ich würde gern|ich würde gerne|"
    "wir wollen|wir sollten|ich brauche|lieber|ich bevorzuge|mir wäre lieber|ich mag|möchte|hätte gern|hätte gerne|"
    "es wäre schön wenn|es wäre gut wenn|ich fände es gut wenn|gerne|gern|will|wir brauchen|wir möchten|"
    "ich hätt gern|mir wäre es lieber wenn|ich wäre froh wenn|bräuchte|ich bräuchte|wünsche|ich fänd|wünschte",
    "it": "es|ihn|sie|ihm|das|die beiden|beide|beides|diese einstellung|den wert|ihr|dieses|jenes|selbe|meins|ihnen",
    "same": "dasselbe für|das gleiche für|genauso für|ebenso für|gleiches für|auch für|dasselbe beim|das gleiche beim",
    "again": "nochmal|noch einmal|erneut|weiter|noch|immer noch|noch weiter|wieder",
    "back_off": "nicht so viel|zu viel jetzt|das war zu viel|etwas weniger als das|das ist zu viel",
    "other": "der andere|die andere|das andere|nicht das|nicht den",
    "correct": "nein warte|warte|ich meine|ich meinte|sorry|quatsch|korrektur|moment|ach nein|besser gesagt|"
    "beziehungsweise|vielmehr|nee doch|doch lieber|ups|äh|pardon|nein doch",
    "restore": "rückgängig*|zurücksetz*|zurückgesetzt|wiederherstell*|stell wieder her|stelle wieder her|"
    "mach rückgängig|widerruf*|rücknahme|nimm zurück|zurückgehen|geh zurück|gehe zurück|zurückroll*|zurückdreh*|"
    "revidier*|zurücknehmen|undo|setz zurück|setze zurück|hol zurück|hole zurück|kehr zurück|zurückkehren|annullier*|"
    "storniere die änderung|zurückstell*|mach das weg|wieder her|zurückhol*|zurückbring*|lad|lade|laden",
    "back": "zurück|wieder",
    "redo": "wiederhol*|redo|nochmal anwenden|doch wieder anwenden|stell wieder auf neu|wieder vor",
    "default": "standard|standardwert*|standardeinstellung*|voreinstellung*|default|werkseinstellung*|"
    "grundeinstellung*|ausgangswert*|auslieferungszustand|ursprungswert*|vorgabe*|werkszustand|grundwert*|"
    "anfangswert*|ausgangseinstellung*|startwert*",
    "last": "letzte|letzten|letzter|letztes|vorige|vorigen|vorherige|vorherigen|vorheriger|jüngste|eben|gerade eben|"
    "vorletzte|voriger",
    "previous": "vorher|davor|wie vorher|wie zuvor|zuvor|vorheriger wert|den alten wert|alten|alte|alter|wie es war|"
    "was es war|wie er war|wie sie war|wie sie waren|früher|frühere|früheren|war davor|hatten wir|hatte|hatten|"
    "ehemalige",
    "changes": "änderungen|änderung|schritte|schritt|anpassung|anpassungen|anpassungs|modifikation*|einstellung|edit|"
    "aktion*",
    "version": "version|fassung|stand|stand nummer|konfiguration nummer",
    "yesterday_morning": "gestern morgen|gestern früh|gestern vormittag",
    "yesterday": "gestern|gestrige*|gestrigen|von gestern",
    "before_yesterday": "vorgestern|vorgestrige*",
    "last_week": "letzte woche|letzter woche|vorige woche|voriger woche|vergangene woche|vergangener woche|"
    "letzten woche|vorigen woche",
    "last_month": "letzten monat|vorigen monat|letztem monat",
    "this_morning": "heute morgen|heute früh|heute vormittag",
    "last_night": "gestern abend|letzte nacht",
    "today": "heute",
    "ago": "vor",
    "weekday": "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
    "goal": "im monat|pro monat|im jahr|pro jahr|pro woche|gewinn machen|geld verdienen|garantie*|reich|rendite|"
    "ertrag|performance|ergebnis*|sharpe|mehr gewinn|profitabler|trefferquote|verdien*|ohne verlust|risikofrei|"
    "ohne risiko",
    "vague": "besser|verbesser*|optimier*|optimal*|repariere|reparier*|perfekt|richtig|falsch|gut|sinnvoll|passend|"
    "anders|irgendwie|irgendwas|klüger|schlauer|vernünftig*|super|stimmt nicht|tun|hilf|helfen|schöner|tune|"
    "geeignet*|ideal*|passt nicht",
    "percent": "prozent|proz|vh",
    "points": "prozentpunkt*|punkte|punkt|pp",
    "basis": "basispunkt*|bps|bp|bip",
    "times": "mal|fach|-fache|x|fache|faches|fachen",
    "of_now": "des aktuellen werts|vom aktuellen|des jetzigen|des bisherigen|vom jetzigen|vom bisherigen|"
    "des momentanen|des heutigen",
    "hours": "stunden|stunde|std",
    "days": "tage|tagen|tag",
    "minutes": "minuten|minute",
    "weeks": "wochen",
    "coins": "btc|bitcoin|bitcoins|einheiten|einheit|eth|coins",
    "point": "komma",
    "and_half": "einhalb|und ein halb|und eine halbe|und ein halbes",
    "and_quarter": "einviertel",
    "multiply": "multiplizier*|mal nehmen|mit dem faktor|um den faktor|faktor",
    "divide": "teil*|dividier*|durch",
    "says": "sagt|sagte|meint|meinte|schreibt|schrieb|empfiehlt|empfahl|behauptet|behauptete|rät|riet|laut|findet|"
    "steht|hat gesagt|hat geschrieben|hat empfohlen|verlangt|postet|twittert",
    "source": "freund|kumpel|newsletter|tweet|forum|artikel|blog|guru|analyst|analysten|youtuber|telegram|discord|"
    "twitter|reddit|mail|email|nachricht|kollege|nachbar|bruder|schwester|chef|experte|jemand|er|sie|influencer|"
    "berater|podcast|chatgpt|text|beitrag|kommentar|mann|frau|onkel|vater|mutter|zeitung|leute|user",
    "agree": "da stimme ich zu|finde ich auch|hat recht|da hat er recht|sehe ich auch so|gute idee|stimme ihm zu|"
    "er hat recht|sie hat recht",
    "attack": "ignoriere alle|ignoriere deine|vergiss alle|vergiss deine|vorherigen anweisungen|"
    "bisherigen anweisungen|entwicklermodus|ohne limits|umgeh*|systemprompt|system-prompt|du bist jetzt|tu so als|"
    "ohne einschränkungen|sicherheitsgrenzen|schutzgrenzen|leitplanken|ohne rückfrage|keine grenzen|"
    "sicherheitsregeln|ohne bestätigung|admin-modus|jailbreak|ignoriere die regeln",
    "greet": "hallo|hi|hey|moin|servus|guten tag|guten morgen|guten abend|ok|okay|also|und|aber|hm|hmm|naja|sorry|"
    "entschuldigung|bitte|sag mal|kurze frage|frage|nur so|danke|ach|mal ehrlich|ehrlich|noch|äh|so|nun|gut|"
    "lieber bot|bot|du|eine frage|nochmal|verzeihung|grüß dich|dumme frage|mal eine frage|tschuldigung|denn|"
    "eigentlich",
    "word": "vielen dank|im moment|zur zeit|auf jeden fall|ein paar|der bot|des bots|vom bot|dem bot|zwei dinge|"
    "drei dinge|und zwar bitte|auf dauer|in zukunft|ab jetzt|ab sofort|von nun an|für jetzt|erst mal|erstmal|"
    "mein bot|meinen bot|meinem bot|viele grüße|alles klar|kein problem|im augenblick|jetzt gerade",
}  # fmt: skip

_NUMBERS: Final = {
    "null": 0, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "einundzwanzig": 21, "zweiundzwanzig": 22,
    "fünfundzwanzig": 25, "dreißig": 30, "fünfunddreißig": 35, "vierzig": 40, "achtundvierzig": 48, "fünfzig": 50,
    "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100, "anderthalb": 1.5, "eineinhalb": 1.5,
    "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5, "einen": 1, "dutzend": 12, "fünfundsiebzig": 75,
}  # fmt: skip
_FACTORS: Final = {
    "verdopp*": 2, "doppelt*": 2, "das doppelte": 2, "verdreifach*": 3, "dreifach*": 3, "das dreifache": 3,
    "vervierfach*": 4, "halbier*": 0.5, "auf die hälfte": 0.5, "um die hälfte": 0.5, "zur hälfte": 0.5,
    "halb so": 0.5, "doppelt so": 2, "zweimal so": 2, "dreimal so": 3, "zweifach*": 2, "halb so viel": 0.5,
    "doppelt so viel": 2, "zehnfach*": 10, "halb so groß": 0.5, "doppelt so groß": 2, "verzehnfach*": 10,
    "vierfach*": 4, "anderthalbfach*": 1.5, "das anderthalbfache": 1.5, "eineinhalbfach*": 1.5,
}  # fmt: skip
_SHARES: Final = {
    "halbe": 0.5, "halbes": 0.5, "halben": 0.5, "halber": 0.5, "hälfte": 0.5, "ein drittel": 1 / 3, "drittel": 1 / 3,
    "zwei drittel": 2 / 3, "ein viertel": 0.25, "viertel": 0.25, "drei viertel": 0.75, "dreiviertel": 0.75,
    "ein fünftel": 0.2, "ein zehntel": 0.1, "fünftel": 0.2, "zehntel": 0.1, "eine halbe": 0.5, "ein halbes": 0.5,
    "einen halben": 0.5, "ein halber": 0.5, "die hälfte": 0.5, "zwei fünftel": 0.4, "einem viertel": 0.25,
}  # fmt: skip
_PLAIN: Final = (
    "der die das den dem des ein eine einen einer eines einem ich du er wir ihr mich mir dich dir uns euch mein "
    "meine meinen meiner meinem meines dein deine sein seine unser unsere dieser diese dieses diesen diesem jeder "
    "jede jedes jeden jedem hier dort da jetzt nun dann heute morgen immer oft manchmal schon noch eben gerade "
    "wirklich ganz sehr also ja doch vielleicht eigentlich einfach bitte danke hallo im in an am zum zur ins vom "
    "beim für gegen durch nach vor hinter neben zwischen seit während pro je man wer dass ob obwohl fast markt "
    "märkte märkten preis preise kurs kurse bot strategie werte wert system test woche wochen monat geld verloren "
    "viel große großen gut schlecht ruhig ruhigen momentan aktuell derzeit bisher insgesamt generell überhaupt "
    "irgendwann bald später hin her los mal halt ding dinge sache sachen glaube denke finde weiß wohl ruhe gefühl "
    "angst nervös sorge sorgen urlaub wochenende nächste nächsten nächster komme kommt kommen geht gehen ging werden "
    "wurde worden bin bist wäre hätte könnte würde lieber gerne gern möglichst möglich etwas einige paar art weise "
    "genau klar okay super toll prima bewegung bewegungen kursbewegung kursbewegungen seitwärts zeit zeiten moment "
    "handeln handelt wollte will trade bitcoin chart fall eher einmal darum deshalb deswegen daher dafür davon damit "
    "darauf dabei daran darin sich selbst selber eigene eigenen zwar trotz sonst drin dran raus rein leider "
    "bitteschön sowieso ohnehin endlich lange tut tun gemacht sagen wissen verstehe verstanden erst neu neue neuen "
    "neuer laufen läuft lief steigt fällt steigen fallen lust freue froh schlafen schlafe familie frau mann kinder "
    "arbeit chef kollege ehrlich gesagt übrigens bezüglich was angeht betrifft hinsichtlich frage fragen antwort "
    "idee plan weiterhin zurzeit stück teil seite bereich höhe eingestellt euro dollar"
)  # fmt: skip

GERMAN: Final = Lexicon(
    "de",
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
