"""German things and qualities that settings are spoken of with."""

from typing import Final

QUALITIES: Final = {
    "big": "groß|großen|großer|großes|großem|größer*|größte*|dick|dicker*|fett|fetter*|fette|schwer|schwerer*|"
    "üppig*|mächtig*|umfangreich*|grösser*|groesser*",
    "small": "klein|kleine|kleinen|kleiner*|kleines|kleinste*|winzig*|mini|schlank*|gering|geringe|geringen|"
    "bescheiden*",
    "wide": "weit|weite|weiten|weiter*|weites|weitest*|breit|breite|breiten|breiter*|breites|breiteste*|großzügig*|"
    "weiter weg|weiter entfernt|weiter auseinander|auseinander|verbreiter*|aufweit*|weite*~auf|weiter außen|"
    "weiter fassen|weiter gefasst|weitmaschig*|weiter draußen",
    "tight": "eng|enge|engen|enger*|enges|engste*|knapp|knappe|knappen|knapper*|knappes|schmal|schmale|schmalen|"
    "schmaler*|schmäler*|straff*|näher*|nah|nahe|dichter*|dicht|verenge*|näher ran|dichter dran|näher am preis|"
    "näher am kurs|enger fassen|nachzieh* eng|zieh*~enger|schnür*|verschmäler*|enger zieh*",
    "long": "lang|lange|langen|langer|langes|länger*|längste*|ausgedehnt*|langfristig*",
    "short": "kurz|kurze|kurzen|kurzer|kurzes|kürzer*|kürzest*|kurzfristig*",
    "fast": "schnell|schnelle|schnellen|schneller*|flink*|flott*|zügig*|rasch*|rascher|flinker|flotter|zügiger|"
    "beschleunig*|schnelleren",
    "slow": "langsam|langsame|langsamer*|langsamen|träge|träger|verlangsam*|gemächlich*|langsameren",
    "early": "früh|früher|frühe|frühere|früheren|zeitiger|zeitig|eher|sofort|umgehend|unverzüglich|gleich danach|"
    "frühzeitig*|vorzeitig",
    "late": "spät|später|späte|spätere|verzöger*|verzögert|hinauszöger*|abwart*|später erst",
    "often": "oft|öfter|öfters|häufig*|häufiger*|regelmäßig*",
    "rare": "selten|seltener*|seltene|weniger oft|weniger häufig|sporadisch*|nur noch selten",
    "strict": "streng|strenge|strenger*|strikt|strikter*|strengere|härter*|hart|rigoros*|anspruchsvoller|verschärf*|"
    "schärfer*|scharf",
    "loose": "locker|lockerer*|lockere|lockeren|locker*~auf|aufzulockern|lasch|lascher|nachgiebig*|tolerant*|"
    "toleranter|entspannter|gelockert|auflocker*|locker*|aufgelockert|lockr*|lax|laxer|großzügiger|freizügig*",
    "strong": "starker|starkes|stärker*|stärkere|kräftiger",
    "weak": "schwach|schwache|schwächer*|schwaches",
    "high": "hoch|hohe|hohen|hoher|hohes|hohem",
    "low": "niedrig|niedrige|niedrigen|niedriges|gering",
    "room": "mehr luft|mehr spielraum|luft|spielraum|mehr raum|mehr platz|platz|raum zum atmen|luft zum atmen|"
    "mehr luft zum atmen|atmen|leine|mehr leine",
}  # fmt: skip

NOUNS: Final = {
    "trade": "trade|trades|handel|handeln|handelt|handle|handelst|traden|tradet|trade*|geschäft*|transaktion*|"
    "abschlüsse|abschluss|deals|deal|anzahl der trades|anzahl trades|zahl der trades|handelsaktivität|zugriff*|"
    "ausführungen|getradet|gehandelt|handels|zuschlag*|zuschlägt",
    "enter": "einstieg*|einstieg|einstiege|einstiegen|einsteig*|steig*~ein|einzusteigen|kauf|käufe|käufen|kaufen|"
    "kauft|kaufe|kaufs|entry|entries|eröffn*|reingeh*|geh*~rein|geht rein|spring*~rein|reinspring*|neue positionen|"
    "neue trades|neue position|positionen eröffnen|aufmach*|zukauf|eintritt*|position eröffnen|positionen öffnen",
    "signal": "signal|signale|signalen|signals|signal*",
    "position": "position|positionen",
    "open": "offen|offene|offenen|offener|geöffnet*|gehalten",
    "size": "größe|größen der|groesse|groessen|umfang|einsatz|einsätze|einsatzes|betrag|beträge|volumen|menge|"
    "mengen|stückzahl*|positionsgröße*|ordergröße*|handelsgröße*|tradegröße*|positionsgröss*|losgröße*|pro trade|"
    "pro order|je trade|je order|je auftrag|pro auftrag|pro position|stückelung|einsatzgröße|size|kapitaleinsatz|"
    "handelsvolumen|ordervolumen",
    "risk": "risiko|risko|rsiko|risiki|riskio|risiken|risikos|risk|risikobereitschaft|risikoappetit|risikofreude|"
    "risikoniveau|risikolevel|risikostufe|riskieren|riskiert|riskiere|wagnis|gefahr|risikofaktor*|risikoneigung|"
    "risikotoleranz|risikohunger",
    "loss": "verlust|verluste|verlusten|verlustes|verliere|verlieren|verliert|verloren|minus|miese|miesen|"
    "buchverlust*",
    "loser": "verlierer|verlierern|verlusttrade*|verlustposition*|verlustbringer*|schlechte trades|"
    "schlechten trades|trades im minus|positionen im minus|schieflaufende*|schiefgeh*|schiefläuft|geht schief|"
    "schief geht|gegen mich laufen|gegen mich läuft|läuft gegen mich|verlustreich*|verlierertrade*|im minus|"
    "minustrade*|rote positionen",
    "winner": "gewinner|gewinnern|gewinntrade*|gewinnposition*|gute trades|guten trades|gewinnertrade*|"
    "trades im plus|positionen im plus|im plus|gewinnbringer|gewinnende",
    "profit": "gewinn|gewinne|gewinnen|gewinns|profit|profite|profits|plus machen|ertrag",
    "run": "laufen|laufenlassen|laufen lassen|läuft weiter|weiterlaufen|rennen",
    "lock": "mitnehm*|nimm*~mit|nehm*~mit|mitzunehmen|mitgenommen|sicher*|sichern|sichere|absicher*|einstreich*|"
    "streich*~ein|realisier*|einsack*|sack*~ein|einfahr*|fahr*~ein|eintüt*|einkassier*|kassier*|kassieren|mitnahme|"
    "gewinnmitnahme*|einlock*|abgreif*|verbuch*",
    "stop": "stop|stops|stopp|stopps|sl|stopkurs*|stoppkurs*|notausstieg|stop order|schutzstop*|stopmarke|"
    "stopabstand|stoppabstand|reißleine|stopweite",
    "trail": "trailing|trailing*|nachzieh*|nachgezogen*|zieh*~nach|nachlaufend*|mitlaufend*|trail*|nachführ*|"
    "mitziehend*|nachziehend*|mitgezogen*",
    "target": "ziel|ziele|zielen|gewinnziel*|kursziel*|tp|target|profitziel*|zielmarke|zielwert",
    "exit": "ausstieg*|aussteig*|steig*~aus|auszusteigen|schließ*|schliesst|zumach*|mach*~zu|verkauf*|verkäuf*|exit|"
    "exits|raus|rausgeh*|geh*~raus|raus aus|glattstell*|stell*~glatt|abstoß*|stoß*~ab|loswerd*|ausgestiegen|verlass*|"
    "auflös*|lös*~auf|liquidier*|beend*|rauswerf*|wirf*~ab|abzustoßen|zuzumachen|dichtmach*|mach*~dicht",
    "hold": "hängen|hängt|hänge|häng|halt|halte|hält|halten|haltet|haltedauer*|haltezeit*|gehalten werden|laufzeit*|"
    "haltefrist*|verweildauer|drinbleib*|bleib*~drin|positionen offen lassen|position offen|positionen offen|"
    "trades offen|offenhalt*|offen halten|offen bleiben|offen lassen|im markt bleiben|positionsdauer|dauer|"
    "herumlieg*|rumlieg*|drin|drinsteck*|rumschlepp*|mitschlepp*|aussitz*",
    "wait": "wart*~ab|wart*|warten|wartet|warte|abwart*|abzuwarten|pause|pausen|pausier*|pausieren|auszeit*|"
    "aussetzen|verschnauf*|ruhe|ruhepause*|durchatmen|innehalt*|luft holen|auszeit",
    "cooldown": "kerzen pause|kerze pause|bars pause|pause von|kerzen aussetzen|kerzen ruhe|cooldown*|cool down|"
    "abkühl*|abkühlphase*|abkühlzeit*|abkühlung|wartezeit*|ruhezeit*|handelspause*|sperrzeit*|sperrfrist*|"
    "wiedereinstieg*|wieder einsteig*|gleich wieder rein|sofort wieder rein|wieder rein|direkt wieder|wartefrist|"
    "karenz*|hintereinander|direkt nacheinander|schlag auf schlag|revanche*|rachetrade*|am laufenden band",
    "day": "pro tag|am tag|täglich*|tages|jeden tag|an einem tag|je tag|einen tag|innerhalb eines tages|"
    "im tagesverlauf|binnen eines tages|in 24 stunden|einem tag|tag|kalendertag|tagsüber|am selben tag|handelstag",
    "bar": "kerze|kerzen|bar|bars|balken|candle|candles|periode|perioden|stundenkerze|takte",
    "band": "band|bänder|bändern|bands|bollinger|bollingerband|bollingerbänder|bollinger bänder|bollingerbändern|"
    "bandbreite*|kanal|bandabstand|hüllkurve*|einstiegsschwelle|schwelle|schwellen|auslöseschwelle|bandweite|"
    "bändchen|bandbreiten|einstiegsband|signalschwelle|einstiegsbänder|umschlag",
    "sigma": "sigma|sigmas|standardabweichung|standardabweichungen|abweichung|abweichungen|std|streuung*|k wert|"
    "k faktor|k-wert|sigmaband|sigma wert",
    "window": "fenster|fensters|fenstern|rückblick*|rückschau|betrachtungszeitraum*|lookback|fensterlänge*|"
    "fenstergröße*|fensterbreite*|periodenlänge|gleitender durchschnitt|gleitenden durchschnitt|"
    "gleitende durchschnitt|durchschnittslänge|berechnungszeitraum|zeitfenster|mittelungszeitraum|mittelungsfenster|"
    "historie|vergangenheit|zurückblick*|blick*~zurück|schau*~zurück|zurückschau*|beobachtungszeitraum|"
    "beobachtungsfenster|blickt|blick|rückspiegel|gedächtnis|durchschnittsperiode|zeitraum|berechnungsfenster|länge|"
    "stichprobe|blick in die vergangenheit|schaut zurück|blickt zurück|letzten kerzen",
    "mean": "mittelwert*|mitte|mittellinie|mittleren band|mittleres band|mittlere linie|durchschnitt|mittelband|"
    "mittel",
    "drawdown": "drawdown*|rückgang|rückgänge|kontorückgang|einbruch*|kapitalrückgang|wertverlust|vom höchststand|"
    "vom hoch|gesamtverlust*|dd|rückschlag|vom gipfel|vom peak|absturz des kontos|kontoverlust",
    "volatile": "volatil*|volatilität*|vola|schwankung*|schwankungen|schwankt|turbulent*|turbulenz*|wild|wilde|"
    "wilden|wilder|stürmisch*|hektische tage|hektischen tagen|hektische märkte|hektischen märkten|hektischen phasen|"
    "unruhig*|chaotisch*|chaos|verrückt*|kursschwankung*|durchdreh*|dreht durch|panik|nervöse märkte|rau|raue|rauer|"
    "unruhe|turbulenzen|verrückt spielt|verrückt spielen|marktschwankung*|hohe schwankungen",
    "forecast": "prognose*|vorhersage*|forecast*|modell|modelle|modells|ki|ml|ai|ki modell|ki prognose|"
    "maschinelles lernen|vorhergesagt*|künstliche intelligenz|künstlichen intelligenz|modellprognose*|ausblick|"
    "kristallkugel|glaskugel|wochenprognose|algorithmus|neuronales netz|ml modell|ml prognose|kursprognose|"
    "ml signal*|voraussage*|vorausschau",
    "confident": "konfidenz*|sicher|sicherheit|sicherer|gewissheit|vertrauen|zuversicht*|wahrscheinlichkeit*|"
    "überzeugt*|überzeugung*|unsicher*|zuverlässig*|konfident|sicher ist|verlässlich*|gewiss|treffsicher*|"
    "zuversichtlich*|halbgar*",
    "weight": "gewicht|gewichtung*|einfluss*|bedeutung|vertrau|vertraue|vertraut|verlass*|hör*|höre|hört|achte|"
    "beachte|beachtung|mitsprache|gewichte|gewichten|gewichtet|wert legen|einfließen|stimme|zählen|zählt|rücksicht|"
    "berücksichtig*|glaub|glaube|glaubt|orientier*|zurate|verlass dich",
    "asset": "asset*|einzelne münze|einzelner coin|einzelnen coin|pro coin|je coin|pro asset|je asset|ein asset|"
    "einem asset|einem coin|einen coin|ein coin|einzelwert*|münze|münzen|einzigen coin|einzigen asset|"
    "einem einzigen coin|einzelnes asset|einzelnen wert|einem wert|pro markt|basiswert*|denselben coin|pro währung|"
    "coin",
    "capital": "kapital|kapitals|konto|kontos|depot|depots|guthaben|vermögen*|eigenkapital|portfolio*|geld|geldes|"
    "geldbeutel|equity|kontostand|erspart*|gesamtkapital|kontowert",
    "exposure": "exposure|engagement|klumpenrisiko|allokation*|anteil am kapital|kapitalanteil*|konzentrier*|"
    "konzentration|streu*|diversifizier*|investitionsgrad|gebunden|anteil|investiert|kapitalbindung|depotanteil*|"
    "portfolioanteil*|eier in einen korb|eier in einem korb|gewicht im depot|quote",
    "atonce": "gleichzeitig*|zugleich|auf einmal|parallel*|simultan*|zur gleichen zeit|zur selben zeit|"
    "nebeneinander|zeitgleich*|auf ein mal",
    "shorts": "short*|shorts|leerverkauf*|leerverkäuf*|shorten|shorte|shortet|short gehen|short positionen|"
    "shortpositionen|short trades|auf fallende kurse|leer verkaufen|short verkaufen|short seite|shortseite|baisse|"
    "beide richtungen|beide seiten|short selling|fallende kurse",
    "trend": "trend|trends|trendrichtung|großen trend|übergeordneten trend|übergeordneter trend|haupttrend|"
    "langfristigen trend|marktrichtung|200er trend",
    "against": "gegen|entgegen|gegentrend*",
    "filter": "filter*|filtern",
    "slip": "slippage*|schlupf|kursabweichung*|abrutschen|preisabweichung*|schlechtere kurse|schlechteren kurs|"
    "schlechtere preise|ausführungsabweichung*|hinterherjag*|hinterherlauf*|ausführungskurs*",
    "scaling": "skalierung*|skalier*|pyramidisier*|pyramid*|nachkauf*|nachkäuf*|kauf*~nach|nachkaufen|nachgekauft|"
    "verbillig*|aufstockungen|martingale|weitere einstiege|weiteren einstieg|weiteren einstiege|folgeeinstieg*|"
    "folgeorder*|folgetrade*|jeden weiteren einstieg|jeder weitere einstieg|jedem weiteren einstieg|nachleg*|"
    "legt nach|leg*~nach|nachschuss|aufpyramid*|folgekauf*|folgekäuf*|zukäufe|zukäufen|scale in|averaging down|"
    "nachlegen|folgeposition*|jede weitere order|jede weitere position",
    "confirm": "bestätig*|bestätigung|bestätigt|bestätigen|bestätigungskerze*|absegnen|verifizier*|vor dem einstieg|"
    "vor einem einstieg|vor dem kauf|bevor er einsteigt|bevor der bot einsteigt|bevor er kauft|bevor der bot kauft|"
    "vor jedem einstieg|bevor eingestiegen wird|bevor gekauft wird|vor dem entry|signalbestätigung*|"
    "bevor er reingeht|vorm einstieg|vorm kauf|ehe er einsteigt|ehe er kauft|bevor du einsteigst|bevor du kaufst|"
    "bevor er handelt|bevor der bot handelt|bevor ein trade",
    "between": "zwischen|dazwischen",
    "after": "nach|hinter|seit dem letzten",
    "peak": "hoch seit|höchststand|höchstkurs|vom höchstkurs|spitze|bestkurs|gipfel|hochpunkt|letzten hoch",
    "overnight": "über nacht|übernacht|tagelang|ewig|ewigkeiten|stundenlang|endlos|wochenlang|rumdümpel*|dümpel*|"
    "zu lange|karteileichen|eine ewigkeit|nächtelang",
    "halt": "stopp den bot|bot stoppen|bot anhalten|halt den bot an|anhalten|handel stoppen|handel einstellen|"
    "nicht mehr handeln|aufhören zu handeln|feierabend|schluss für heute|schluss für den tag|stoppt der bot|"
    "abschaltet|not aus|notbremse|handel aussetzen|notaus|zieh die notbremse|bot abschalten|bot ausschalten|aufhören|"
    "schluss machen|einstellen den handel|handel pausieren|pausieren|schluss ist|macht schluss|schluss sein|stoppen|"
    "dichtmachen|nicht weiter handeln|nicht weiterhandeln|nicht mehr traden|handel beenden|stellt den handel ein|"
    "schicht im schacht|stillgelegt|den stecker ziehen",
    "stay_out": "raushalt*|halt*~raus|fernbleib*|draußen bleiben|nicht handeln|nicht einsteigen|keine trades|"
    "kein handel|nicht kaufen|meide|meiden|fern halten|fernhalten|bleib*~fern|bleib*~draußen|nicht traden|"
    "keine neuen trades|keine einstiege|keine neuen positionen|auslass*|lass*~aus|seitenlinie|aussetzen|"
    "nichts machen|draußen|füße still|nicht reingehen|nichts kaufen|enthalt*|drücken",
    "order": "kauforder*|kaufauftr*|verkaufsorder*|order|orders|ordertyp*|auftrag|aufträge|orderart|ausführung",
    "bot": "system|algo|programm|strategie",
    "ignore": "ignorier*|ignoriere|ignoriert|ausblend*|blend*~aus|außer acht|überhör*|verwerf*|verwirf|"
    "nur noch beachten|nur beachten|nur noch nutzen|nur nutzen|nur noch berücksichtigen|nur berücksichtigen|"
    "nur noch auf|nur auf|aussortier*|sortier*~aus|rausfilter*|filter*~raus|unbeachtet|nur noch folgen|nur folgen",
}  # fmt: skip
