"""German names of what a bot can be set to: things, qualities, settings, values, moods, phrases that imply one."""

from typing import Final

QUALITIES: Final = {
    "big": "größer*|groß*|dicker*|üppiger*|mächtiger*|größte*",
    "small": "kleiner*|klein*|winzig*|kleinste*|schlanker*",
    "wide": "breiter*|breit*|weiter*|weit weg|weiter weg|lockerer|weiter auseinander|weite|weiter fassen|verbreiter*|"
    "weiten|aufweit*|weiter entfernt|großzügiger*|auseinander",
    "tight": "enger*|eng*|schmaler*|schmal*|knapper*|knapp*|näher*|dichter*|verenger*|straffer*|straff*|anzieh*|"
    "zieh an|ziehe an|enger fassen|dichter ran|näher ran|verschmäler*|zusammenzieh*|nachzieh*",
    "long": "länger*|lang*|längste*",
    "short": "kürzer*|kurz*|kürzeste*",
    "fast": "schneller*|schnell*|rascher*|zügiger*|rasch|flotter*|flott",
    "slow": "langsamer*|langsam*|gemächlicher*",
    "early": "früher*|früh*|eher|zeitiger|vorzeitig|rechtzeitiger|sofort",
    "late": "später*|spät*|verzögert*",
    "often": "öfter*|häufiger*|oft|häufig|ständig|dauernd|andauernd",
    "rare": "seltener*|selten|weniger oft|weniger häufig",
    "strict": "strenger*|streng*|schärfer*|strikter*|rigoroser*|anspruchsvoller*",
    "loose": "locker*|lockern|gelockert|nachsichtiger*|toleranter*|großzügig|lascher*",
    "strong": "stärker*|stark",
    "weak": "schwächer*|schwach", "deep": "tief",
    "high": "hoch|hohe*|hohes",
    "low": "niedrig*|gering|geringe",
    "room": "mehr luft|luft|mehr spielraum|spielraum|mehr platz|platz|raum|atmen|luft zum atmen|mehr raum|freiraum",
}  # fmt: skip
NOUNS: Final = {
    "trade": "trade|trades|handel*|geschäft*|abschlüsse|abschluss|transaktion*|handelt|traden|tradet|"
    "handelsgeschäfte|trading",
    "enter": "einstieg*|einsteig*|steig* ein|kauf*|kaufen|eröffn*|einstiegssignal*|eintritt*|rein geht|reingeh*|"
    "geh rein|geht rein|neue positionen|aufmach*",
    "signal": "signal|signale|signalen|auslös*",
    "position": "position|positionen|posten",
    "open": "offen*|offene|geöffnet*",
    "size": "größe|größen|volumen|einsatz|einsätze|stückzahl|menge|betrag|ordergröße|losgröße|pro trade|je trade|"
    "pro order|pro geschäft|pro kauf|umfang|stückgröße",
    "risk": "risiko|risiken|risikobereitschaft|risikoappetit|riskier*|risikolust|wagnis|risikofreude|risikoneigung|"
    "risikoniveau|risikolevel|risikoeinstellung",
    "loss": "verlust|verluste|verlusten|verlier*|minus|verloren|verliert",
    "loser": "verlierer|verlierern|verlusttrade*|verlustposition*|verlustgeschäft*|schlechte trades|verlustbringer*",
    "winner": "gewinner|gewinnern|gewinntrade*|gewinnposition*|gute trades|gewinnbringer*",
    "profit": "gewinn|gewinne|gewinnen|profit*|ertrag|erträge|plus",
    "run": "laufen|lauf",
    "lock": "mitnehm*|mitnahme|sicher*|absicher*|realisier*|einstreich*|nimm mit|einsammel*|mitzunehmen|kassier*",
    "stop": "stop|stopp|stops|stopps|notbremse|stop marke|stoppmarke|verlustgrenze",
    "trail": "nachgezogen*|nachzieh*|trailing|nachlaufend*|mitlaufend*|nachziehend*",
    "target": "ziel|ziele|kursziel*|gewinnziel*|zielmarke",
    "exit": "ausstieg*|aussteig*|schließ*|schliess*|verkauf*|raus|rausgeh*|steig* aus|glattstell*|beend*|geschlossen|"
    "zumach*|abstoß*|rausgeht|geht raus|rauskomm*",
    "hold": "haltedauer|haltezeit*|halten|hält|gehalten|halte|drin bleib*|drinbleib*|behalten|haltefrist|hältst|"
    "investiert bleib*|liegen lassen|liegen lässt|positionen halten|offen halten|offen lassen|laufzeit|offen bleib*",
    "wait": "wart*|abwart*|pause|pausier*|ruhepause|verschnaufpause|abstand|unterbrechung",
    "cooldown": "cooldown|abkühl*|abkühlphase|abkühlzeit|wartezeit*|sperrzeit|abklingzeit|ruhezeit|handelspause|"
    "wiedereinstieg|schonfrist|zwangspause",
    "day": "pro tag|am tag|täglich*|tages|je tag|an einem tag|tag|tagesverlust|tageslimit|in 24 stunden|den tag|tags",
    "bar": "kerze|kerzen|bar|bars|balken|candles|perioden|periode",
    "band": "band|bänder|bändern|bandbreite|bollinger*|kanal|hülle|umschlag|bandabstand|einstiegsschwelle",
    "sigma": "sigma|standardabweichung*|abweichung*|streuung|k wert|k-wert|std|sigmas",
    "window": "fenster|fensters|rückblick*|rückschau*|lookback|blickfenster|zeitfenster|beobachtungsfenster|"
    "gleitend*|durchschnittslänge|fensterlänge|fenstergröße|mittelungszeitraum|betrachtungszeitraum|"
    "rückblickzeitraum|rollfenster|periodenlänge|zurückblick*|berechnungsfenster|historie|zeitraum|glättungsfenster|"
    "betrachtungsfenster|durchschnittsfenster",
    "mean": "mittel|mittelwert*|durchschnitt*|mitte|mittellinie|mittelband",
    "drawdown": "drawdown|drawdowns|rückgang|kapitalrückgang|höchststand|gesamtverlust|wertverlust|einbruch|"
    "rückschlag|maximalverlust",
    "volatile": "volatil*|schwankung*|turbulen*|unruhig*|wild|wilde*|wilder|stürmisch*|hektisch*|vola|chaotisch*|"
    "turbulenz*|schwankt",
    "forecast": "prognose|prognosen|vorhersage|vorhersagen|modell|modells|modelle|ki|ml|vorausschau|ausblick|"
    "algorithmus|ml prognose|ki prognose|maschinelles lernen|ml vorhersage|ki vorhersage|ml modell|ki modell",
    "confident": "konfidenz*|sicherheit|zuversicht*|vertrauenswert|sicher|gewissheit|mindestkonfidenz|"
    "wahrscheinlichkeit|überzeug*|vertrauensniveau|trefferwahrscheinlichkeit|sichere|sicheren",
    "weight": "gewicht*|einfluss|vertrau*|verlass*|hör* auf|mehr auf|berücksichtig*|gewichtung|stellenwert|"
    "mitsprache|beacht*|mitred*|bedeutung",
    "asset": "coin|asset|vermögenswert|pro coin|pro asset|einem asset|ein asset|einzelwert*|einem coin|einen coin|"
    "einzelnen coin|einzelnes asset|je coin|je asset|einzelnen asset|titel|instrument",
    "capital": "kapital|kapitals|portfolio|portfolios|konto|kontos|guthaben|eigenkapital|vermögen|depot|depots|"
    "geldes|ersparniss*",
    "exposure": "exposure|engagement|exponierung|anteil|allokation|kapitalanteil|klumpenrisiko|investitionsgrad|"
    "investitionsquote|gewichtung pro",
    "atonce": "gleichzeitig|auf einmal|parallel|simultan|zur gleichen zeit|zeitgleich|nebeneinander",
    "shorts": "shorts|short|leerverkäufe|leerverkauf*|leerverkäufen|shorten|short-trades|short positionen|"
    "short gehen|leerzuverkaufen|leer verkaufen|short-positionen|shortpositionen",
    "trend": "trend|trends|trendrichtung",
    "against": "gegen|entgegen",
    "filter": "filter|trendfilter",
    "slip": "slippage|kursabweichung|rutsch*|schlupf|abrutsch*",
    "order": "order|orders|aufträge|auftrag|orderart",
    "scaling": "skalierung|nachkauf*|nachkäufe|pyramidisier*|pyramide*|aufstocken|verbillig*|martingale|zukauf*|"
    "folgekäufe|folgeeinstieg*|pyramiding|nachleg*|folgeorder*",
    "confirm": "bestätig*|bestätigungskerze*|absicherung des signals|bestätigungskerzen|bestätigungsbars|"
    "vor dem einstieg|vor einstieg|vor dem einsteigen|bevor er einsteigt|bevor er kauft",
    "between": "zwischen",
    "after": "nach",
    "peak": "hoch|höchstkurs|höchststand|bestkurs",
    "overnight": "über nacht|übernacht|ewig|tagelang",
    "halt": "bot stoppen|bot anhalten|stopp den bot|anhalten|handel einstellen|abschalten bei|stoppe den bot|"
    "bot pausieren|halt den bot an|nicht mehr handeln|aufhören zu handeln|schluss machen|schluss für heute|"
    "handel stoppen|stoppen|stoppe|stoppt|pausieren",
    "stay_out": "fernbleib*|raushalt*|draußen bleib*|halt dich raus|nicht handeln|nicht traden|nicht einsteigen|"
    "keine trades|aussetzen|meide|meiden|keine einstiege|bleib draußen|bleib weg|wegbleiben|nicht kaufen|"
    "handle nicht|nicht handelt|steig nicht ein|die füße stillhalten|stillhalten|heraushalten|finger weg",
    "ignore": "ignorier*|verwirf|verwerfe*|nur noch|nur wenn|missachte|außer acht",
}  # fmt: skip
TARGETS: Final = {
    "base_trade_size": "handelsgröße|tradegröße|trade-größe|positionsgröße|positionsgrößen|basisgröße|ordergröße|"
    "grundgröße|einsatz pro trade|größe der trades|größe pro trade|größe der positionen|größe der position|"
    "handelsvolumen|einsatzhöhe|basis-handelsgröße|basishandelsgröße|ordervolumen|losgröße|stückzahl pro trade|"
    "trade größe|basis handelsgröße|größe eines trades|einsatzgröße|kaufmenge|grundeinsatz|handelsmenge",
    "max_position_size": "maximale positionsgröße|maximalen positionsgröße|max positionsgröße|größte position|"
    "maximale position|maximalposition|gesamtposition|positionslimit|positionsobergrenze|obergrenze der position|"
    "höchste position|maximale gesamtposition",
    "max_trades_per_day": "trades pro tag|trades am tag|tägliche trades|handel pro tag|geschäfte pro tag|"
    "maximale trades pro tag|tageslimit an trades|trade-limit|tradelimit|trades täglich|anzahl trades pro tag|"
    "abschlüsse pro tag|einstiege pro tag|transaktionen pro tag|käufe pro tag|trades je tag|orders pro tag|"
    "tägliches tradelimit",
    "max_daily_loss_pct": "tagesverlust|tagesverlustlimit|tagesverlustgrenze|tägliches verlustlimit|"
    "täglicher verlust|verlust pro tag|maximaler tagesverlust|maximalen tagesverlust|tageslimit für verluste|"
    "verlustlimit pro tag|tägliche verlustgrenze|verlustgrenze pro tag|tages-verlustlimit|tägliches verlustmaximum|"
    "tagesverlustbremse|max tagesverlust",
    "max_drawdown_pct": "maximaler drawdown|maximalen drawdown|drawdown limit|drawdown-limit|drawdownlimit|"
    "drawdown-grenze|drawdowngrenze|max drawdown|kapitalrückgang|gesamtverlustgrenze|drawdown-bremse|"
    "maximal-drawdown|höchster drawdown",
    "max_open_positions": "offene positionen|offenen positionen|gleichzeitige positionen|offene trades|"
    "parallele positionen|anzahl positionen|positionen gleichzeitig|anzahl offener positionen|"
    "gleichzeitig offene positionen|positionen auf einmal|offener positionen|trades gleichzeitig|positionen parallel|"
    "offenen trades|maximale positionen|zahl der positionen|anzahl der positionen",
    "max_asset_exposure": "maximale exposure|exposure pro asset|exposure pro coin|anteil pro asset|anteil pro coin|"
    "kapitalanteil pro asset|maximaler anteil|portfolioanteil|engagement pro coin|maximales engagement|"
    "asset-exposure|kapitalanteil je coin|anteil je coin|größter anteil am kapital|anteil am kapital|"
    "anteil am portfolio",
    "cooldown_bars": "cooldown|abkühlphase|abkühlzeit|pause zwischen trades|pause nach einem trade|"
    "wartezeit zwischen trades|zwischen den trades|zwischen trades|zwischen zwei trades|nach einem trade|"
    "nach jedem trade|pause zwischen den trades|wartezeit nach einem trade|pausen zwischen trades|"
    "zwischen geschäften|bars zwischen trades|abstand zwischen trades|handelspause|wartezeit|vor dem nächsten trade|"
    "bis zum nächsten trade|pausen zwischen den trades|zwischen zwei geschäften|nach jedem geschäft",
    "max_holding_bars": "haltedauer|haltezeit|maximale haltedauer|maximale haltezeit|höchsthaltedauer|zeitstopp|"
    "zeit-stopp|zeitlimit|maximale halteperiode|time stop|haltefrist|längste haltedauer|höchste haltezeit|"
    "zeitbasierter ausstieg",
    "entry_confirm_bars": "bestätigung|bestätigungskerzen|bestätigungsbars|einstiegsbestätigung|bestätigungskerze|"
    "signalbestätigung|bestätigungsbalken|bestätigungs-kerzen|kerzen bestätigung|bestätigung vor dem einstieg|"
    "bestätigung vor einstieg|bars bestätigung|bestätigungen",
    "take_profit_pct": "gewinnziel|gewinnmitnahme|gewinnmitnahmen|take profit|take-profit|kursziel|gewinnziele|tp|"
    "zielgewinn|gewinngrenze|profitziel|gewinnmarke",
    "exit_band": "ausstiegsband|exit-band|exitband|ausstiegsdistanz|ausstiegsabstand|abstand vom mittelwert|"
    "abstand zum mittelwert|ausstiegsschwelle|vor dem mittelwert|vor dem mittel|vor der mitte|vom mittel entfernt|"
    "am mittelwert",
    "trailing_stop_pct": "trailing stop|trailing-stop|trailing stopp|nachgezogener stop|nachgezogener stopp|"
    "nachlaufender stop|trailing|mitlaufender stop|nachziehender stopp|nachziehstopp|trailing-stopp|"
    "nachgezogenen stop|nachgezogenen stopp|nachlaufenden stop|nachlaufenden stopp|mitziehender stop",
    "stop_loss_pct": "verlustlimit|stop loss|stop-loss|stopp-loss|verlustbegrenzung|verlustgrenze|stoploss|stopkurs|"
    "stoppkurs|verluststopp|stop-marke|verlust pro trade|verlustschwelle|maximaler verlust pro trade|stop abstand|"
    "stoppabstand|verlustbremse|verlust pro position",
    "max_volatility_pct": "volatilitätsgrenze|volatilitätslimit|maximale volatilität|max volatilität|"
    "volatilitätsfilter|volatilitätsschwelle|tagesvolatilität|volatilitätsobergrenze|vola-limit|vola-grenze|"
    "tägliche volatilität|schwankungsgrenze",
    "trend_filter": "trendfilter|trend-filter|trend filter|trendprüfung",
    "ml_weight": "prognosegewicht|gewicht der prognose|gewichtung der prognose|ml gewicht|ml-gewicht|ki-gewicht|"
    "einfluss der prognose|einfluss des modells|modellgewicht|vorhersagegewicht|gewicht des modells|"
    "gewichtung des modells|gewicht der vorhersage|gewicht der ki|einfluss der ki|ml-gewichtung|prognosegewichtung|"
    "gewichtung der vorhersage",
    "ml_min_confidence": "mindestkonfidenz|konfidenzschwelle|mindestsicherheit|minimale konfidenz|konfidenzgrenze|"
    "konfidenz|prognosesicherheit|mindestvertrauen|sicherheitsschwelle|modellkonfidenz|vertrauensschwelle|"
    "mindest-konfidenz",
    "max_slippage_bps": "slippage|maximale slippage|slippage-limit|slippage limit|slippage-grenze|slippage-toleranz|"
    "max slippage|erlaubte slippage|slippagetoleranz",
    "position_scaling": "positionsskalierung|skalierungsfaktor|skalierung der positionen|skalierung|nachkauf-faktor|"
    "pyramidisierung|nachkauffaktor|skalierung weiterer einstiege|aufstockungsfaktor|größenfaktor",
    "allow_short": "leerverkäufe|leerverkauf|short-trades|shorts erlauben|short-positionen|shortselling|"
    "leerverkaufen|shorts",
    "timeframe": "zeitrahmen|zeiteinheit|kerzenintervall|intervall|timeframe|kerzengröße|kerzenlänge|kerzendauer|"
    "zeitintervall",
    "order_type": "orderart|ordertyp|auftragsart|order-typ|orderarten|ausführungsart",
    "style": "handelsstil|strategie-stil|stil|strategietyp|handelsstrategie|handelsansatz",
    "risk_factor": "risikofaktor|risiko-faktor|risikobereitschaft|risikowert|risikoparameter|risikostufe|"
    "risikotoleranz",
    "window": "fenster|rückblickfenster|fensterlänge|fenstergröße|rückblick|rückschaufenster",
    "k_sigma": "bandbreite|sigma-faktor|breite der bänder|bandweite|sigmafaktor|standardabweichungen",
}  # fmt: skip
CHOICES: Final = {
    "style=breakout": "ausbruch|ausbrüche|ausbrüchen|ausbruchsstrategie|ausbruchs-stil|trendfolge|trendfolgend|"
    "breakout*|ausbruchs*|momentum|trendfolgestrategie|ausbruchshandel",
    "style=mean_reversion": "mean reversion|mittelwertrückkehr|rückkehr zum mittelwert|rückkehr zum mittel|"
    "gegentrend|mean-reversion|umkehrstrategie|antizyklisch*|gegen die bewegung|zurück zum mittelwert|"
    "mittelwert-rückkehr",
    "style=hybrid": "hybrid*|mischung|gemischt*|mischform|mix|kombination",
    "order_type=market": "marktorder*|market-order*|market orders|market-orders|market order|marktaufträge|bestens|"
    "zum marktpreis|market|markt-order*|billigst|marktpreis",
    "order_type=limit": "limitorder*|limit-order*|limit orders|limit-orders|limit order|limitaufträge|"
    "limitierte orders|limit-aufträge|limit|limitiert",
    "allow_short=off": "nur long|nur longs|long only|nur auf steigende kurse|ausschließlich long|nur kaufen|"
    "nur long-trades",
    "allow_short=on": "long und short|beide richtungen|auch short|auf fallende kurse|beidseitig|in beide richtungen|"
    "auch leerverkaufen|an fallenden kursen verdienen|auf fallende kurse setzen",
    "timeframe=5m": "5-minuten*|5 minuten kerzen|5 minuten chart|fünf-minuten*|5min|5m|fünfminuten*|5 minuten|5 min",
    "timeframe=15m": "15-minuten*|15 minuten kerzen|viertelstund*|15min|15m|15 minuten chart|fünfzehn minuten|"
    "15 minuten|15 min",
    "timeframe=1h": "stundenkerzen|stündlich*|1h|1-stunden*|stundenchart|stundenbasis|einstündig*|stundenbars|"
    "1 stunde|eine stunde|stunden-kerzen|1 stunden kerzen",
    "timeframe=4h": "4-stunden*|4 stunden kerzen|vierstündig*|4h|vier-stunden*|4 stunden chart|4-stündig*|"
    "vierstunden*|4 stunden",
    "timeframe=1d": "tageskerzen|tageschart|tagesbasis|1d|tagesbars|daily|1 tag|tages-kerzen|ein tag|tageskerze",
}  # fmt: skip
MOODS: Final = {
    "boldness+": "aggressiv*|mutiger*|mutig|offensiv*|riskant*|risikofreudig*|draufgängerisch*|forsch*|gewagter|"
    "kühner*|angriffslustig*|wagemutig*|risikobereiter*|bissiger",
    "boldness-": "konservativ*|vorsichtig*|defensiv*|sicherer*|zurückhaltend*|behutsamer*|risikoscheu*|ruhiger|"
    "risikoärmer*|besonnen*|risikoavers*|auf nummer sicher|auf sicherheit|schonender|risikobewusster|umsichtiger|"
    "zahmer|braver|entspannter|gemäßigter",
    "sensitivity+": "empfindlich*|sensibl*|sensitiv*|sensibilität|empfindlichkeit|feinfühlig*|hellhöriger|"
    "sensitivität",
    "sensitivity-": "unempfindlich*|robuster*|träger gegen|unsensib*|abgestumpfter",
    "quickness+": "reaktionsschnell*|reagier*|reaktion*|agil*|reaktionsfreudig*|flinker|wendiger|anpassungsfähig*|"
    "anpass*|spritziger",
    "quickness-": "glätt*|glatter*|geglättet*|träger*|gemütlicher|glättung|beruhig*|stabiler",
    "frequency+": "handelsfrequenz|aktiver*|handelshäufigkeit|häufiger handeln|öfter handeln|frequenz|öfter traden|"
    "häufiger traden|aktivität|mehr handeln|mehr traden|mehr action",
    "frequency-": "wählerisch*|geduldiger*|selektiv*|seltener handeln|weniger handeln|seltener traden|weniger traden|"
    "geduld",
}  # fmt: skip
EFFECTS: Final = {
    "!stop_loss_pct+": "ausgestoppt*|ständig ausgestoppt|fliege ständig raus|rausgeworfen|stopp wird gerissen|"
    "stop wird gerissen|aus dem markt geworfen|fliege dauernd raus|stopp wird ständig|zu früh ausgestoppt|"
    "rausgekegelt|abgefischt|stop gerissen|fliege aus dem markt|fliegen raus",
    "stop_loss_pct+": "mehr luft geben|den trades mehr raum|trades mehr luft|mehr spielraum geben|trades mehr raum|"
    "trades mehr spielraum|positionen mehr luft|luft zum atmen|positionen mehr raum|positionen mehr spielraum",
    "stop_loss_pct-": "verluste begrenzen|verluste schneller begrenzen|verlierer kappen|verluste kappen|"
    "verluste früher|verlierer früher|verluste begrenz*|begrenz* verluste|begrenz* die verluste|verluste klein|"
    "verluste kürzen|verlierer schneller|verluste kleiner|weniger verlust pro trade|die verluste begrenzen|"
    "verlusttrades früher|verlusttrades schneller|schneiden verluste|verluste abschneiden",
    "take_profit_pct+": "gewinne laufen lassen|gewinner laufen lassen|lass gewinne laufen|gewinne länger laufen|"
    "gewinner länger laufen|lass die gewinne laufen|lass die gewinner laufen|lass gewinner laufen|größere gewinne|"
    "gewinne weiter laufen|gewinne laufen|gewinner laufen|lass gewinne länger laufen|gewinne zu früh mit|"
    "nimmt gewinne zu früh mit|verkauft zu früh|gewinne werden zu früh",
    "take_profit_pct-": "gewinne mitnehmen|gewinne früher mitnehmen|gewinne sichern|gewinne schneller mitnehmen|"
    "früher gewinne mitnehmen|gewinne einsammeln|gewinne eher|kleinere gewinne|gewinne realisieren|"
    "nimm gewinne früher mit|nimm gewinne mit|schneller gewinne mitnehmen|gewinn früher mitnehmen|gewinne früher|"
    "gewinne schneller|nimm die gewinne|gewinne zeitiger",
    "entry_confirm_bars+": "fehlsignale|falsche signale|auf bestätigung warten|warte auf bestätigung|fehlausbrüche|"
    "bestätigung abwarten|steigt zu früh ein|steigt zu schnell ein|mehr bestätigung|fehlausbruch|falschsignale|"
    "bestätigung abwartet|eine kerze warten|eine kerze abwarten|noch eine kerze",
    "!max_holding_bars-": "nicht über nacht|über nacht halten|zu lange gehalten|hält zu lange|ewig offen|"
    "positionen zu lange|hängt zu lange|schneller raus|früher raus|schneller aussteigen|früher aussteigen|"
    "schneller schließen|früher schließen|nicht so lange halten|kürzer halten|so lange halten|so lange hält|"
    "kürzer gehalten|zu lange in trades|über nacht",
    "max_holding_bars+": "länger halten|positionen länger|trades länger|länger drinbleiben|mehr zeit geben|"
    "länger laufen lassen|länger drin bleiben|trades mehr zeit|positionen mehr zeit|hält zu kurz|länger hält|"
    "zu früh geschlossen|steigt zu früh aus",
    "max_volatility_pct-": "wilde märkte meiden|turbulente märkte meiden|nur ruhige märkte|bei turbulenzen raus|"
    "hohe volatilität meiden|nur in ruhigen märkten|nur bei ruhigem markt|wilden märkten fernbleiben|"
    "in ruhigen märkten nur",
    "max_volatility_pct+": "auch bei hoher volatilität|auch in wilden märkten|auch bei turbulenzen|"
    "auch in turbulenten märkten",
    "trend_filter=on": "mit dem trend|in trendrichtung|gegen den trend|nur mit dem trend|im trend|"
    "nicht gegen den trend|trendkonform|in richtung des trends|fallende messer|fallendes messer|gegen den haupttrend",
    "trend_filter=off": "trend ignorieren|trend egal|unabhängig vom trend|auch gegen den trend|ignoriere den trend|"
    "egal wie der trend",
    "!frequency-": "handelt zu viel|handelt zu oft|übertreibt es mit trades|tradet zu viel|zu aktiv|tradet zu oft|"
    "überhandel*|overtrad*|handelt ständig|tradet ständig|handelt dauernd|handelt wie verrückt|tradet wie verrückt|"
    "handelt zu häufig|tradet zu häufig|nur die besten gelegenheiten|nur die besten signale",
    "!frequency+": "handelt kaum|handelt zu selten|tradet kaum|tradet zu selten|macht kaum trades|handelt nie|"
    "verpasst chancen|verpasst gelegenheiten|passiert nichts|tut nichts|handelt zu wenig|tradet zu wenig|"
    "verpasse chancen|verpasst trades|macht fast nichts|handelt fast nie|tradet fast nie|kaum trades|schläft",
    "!quickness-": "jede kleine bewegung|jede kleinste bewegung|jedes zucken|rauschen|jede bewegung|jeden ausschlag|"
    "hektik|auf jede kleinigkeit|jedem zucken|jeden mist|weniger rauschen|jedes rauschen|jeden zucker|jeder bewegung|"
    "jeder kleinen bewegung",
    "!quickness+": "reagiert zu langsam|zu träge|hinkt hinterher|hinterherhink*|reagiert zu spät|zu langsam|"
    "verschläft bewegungen|hinkt dem markt hinterher|ist zu langsam|läuft hinterher",
    "!sensitivity-": "überreagiert|zu nervös|zappelig*|überempfindlich*|nervös*|hibbelig*|überreagier*|sprunghaft",
    "ml_weight=0": "prognose ignorieren|ignoriere die prognose|ohne prognose|modell ignorieren|ignoriere das modell|"
    "vorhersage ignorieren|ohne ki|ohne modell|ignoriere die vorhersage|ignoriere die vorhersagen|"
    "vorhersagen ignorieren|prognosen ignorieren|ignoriere die ki|ignoriere die prognosen|keine prognose",
    "position_scaling=1": "nicht nachkaufen|kein nachkaufen|ohne nachkauf|kein martingale|keine nachkäufe|"
    "nicht verbilligen|kein pyramiding|nicht pyramidisieren|kein verbilligen|ohne pyramidisieren|"
    "nicht mehr nachkaufen",
    "trailing_stop_pct=0": "ohne trailing stop|kein trailing stop|keinen trailing stop|keinen trailing-stop|"
    "ohne trailing-stop",
    "cooldown_bars=0": "ohne cooldown|kein cooldown|keine pause zwischen trades|keinen cooldown|keine wartezeit|"
    "ohne wartezeit|keine pause",
    "max_open_positions=1": "nur eine position|immer nur eine position|eine position gleichzeitig|"
    "nur ein trade gleichzeitig|eine position zur zeit|nur eine offene position",
    "entry_confirm_bars=0": "ohne bestätigung|keine bestätigung|keine bestätigungskerzen",
    "max_asset_exposure-": "streuen|breiter streuen|diversifizier*|stärker streuen|besser streuen|zu konzentriert|"
    "klumpenrisiko|mehr streuung",
    "exit_band+": "vor dem mittelwert aussteigen|vor erreichen des mittelwerts|bevor der mittelwert erreicht|"
    "vor dem mittelwert raus",
}  # fmt: skip
REFUSALS: Final = {
    "leverage": "hebel|hebeln|leverage|margin|futures|gehebelt|kredit",
    "keys": "api-schlüssel|api schlüssel|api key|api-key|passwort|passwörter|zugangsdaten|systemprompt|system-prompt|"
    "geheimnis*|umgebungsvariable*|schlüssel|seed phrase|private key",
    "act": "kaufe jetzt|verkaufe alles|verkauf alles|auszahl*|überweis*|abheb*|einzahl*|kauf sofort|"
    "alle positionen schließen|schließe alle positionen|kauf mir|kaufe mir|verkaufe sofort|kaufe sofort|wallet|"
    "verkauf sofort|alles verkaufen|platziere eine order|order platzieren|all in",
    "coins": "ethereum|solana|dogecoin|anderer coin|andere coins|aktien|gold|litecoin|anderen coin|ripple|xrp|"
    "cardano|binance|kraken|anderer markt|anderen markt",
    "unknown": "rsi|macd|neuen parameter|neuer parameter|nachts|am wochenende|wochenends|benachrichtig*|schick mir|"
    "grid|arbitrage|import os|neue einstellung|montags|sonntags|freitags|teilverkauf|teilweise|erinnere mich|"
    "schreib mir|nachrichten|atr|stochastik|fibonacci",
}  # fmt: skip
