"""German phrases that ask for a setting without naming it, and what no bot can do."""

from typing import Final

EFFECTS: Final = {
    "ml_weight-": "vertraue der ki nicht|vertraue dem modell nicht|vertraue der prognose nicht|traue der ki nicht|"
    "traue der prognose nicht|traue dem modell nicht|traue ich nicht der prognose|misstraue der ki|"
    "misstraue der prognose|misstraue dem modell|prognose liegt daneben|modell liegt daneben|prognose taugt nichts|"
    "ki taugt nichts|modell taugt nichts",
    "!stop_loss_pct+": "ausgestoppt*|werde ausgestoppt|dauernd ausgestoppt|ständig ausgestoppt|rausgekegelt|"
    "rausgeworfen|rausgeflogen|fliege raus|fliegt raus|fliegen raus|aus guten trades gekickt|stop wird gerissen|"
    "stop wird ausgelöst|stop greift|reißt den stop|stops werden gerissen|stop wird abgefischt|abgefischt|"
    "stop fishing|stops abgefischt|rausgeschüttelt|ausgeschüttelt|stop zu früh|schmeißt mich raus|wirft mich raus|"
    "kickt mich raus|aus dem markt geworfen|stoppt mich aus|ausstoppen|kickt mich|wirft mich der stop|stop out|"
    "stop outs|rausgekickt|rausgehauen|rausgedrückt",
    "stop_loss_pct+": "trades mehr luft|positionen mehr luft|mehr luft für trades|den trades mehr raum|"
    "trades atmen lassen|den trades luft|dem trade luft|trades luft|luft zum atmen|größere rücksetzer aushalten|"
    "rücksetzer aushalten|rücksetzer überstehen|dips aushalten|dips aussitzen|trades mehr spielraum|"
    "den trades mehr spielraum|positionen atmen|trades atmen|dem trade mehr luft|den trades mehr luft|"
    "mehr luft nach unten|positionen mehr spielraum|mehr geduld mit verlierern|trades mehr platz",
    "stop_loss_pct-": "verluste begrenzen|verluste klein halten|verluste kleiner|kleinere verluste|verluste gering|"
    "verlierer schneller|verlierer früher|verlierer kappen|verluste kappen|verluste früher|verluste schneller|"
    "begrenze verluste|begrenze die verluste|begrenz meine verluste|begrenze meine verluste|schadensbegrenzung|"
    "verluste minimieren|verluste pro trade kleiner|weniger verlieren pro trade|pro trade weniger verlieren|"
    "verlierer abschneiden|schlechte trades früher|schlechte trades schneller|verlierer raus|verlierer abstoßen|"
    "verluste im zaum|blutung stoppen|verluste eindämmen|verlierer laufen zu lange|verlierer zu lange|"
    "verliere zu viel pro trade|zu viel pro trade verliere|weniger verlust pro trade|verlust begrenzen|"
    "lässt verlierer laufen|hält verlierer zu lange|verluste reduzieren",
    "take_profit_pct+": "gewinne laufen lassen|gewinner laufen lassen|lass gewinne laufen|lass die gewinne laufen|"
    "lass gewinner laufen|lass die gewinner laufen|lass meine gewinne laufen|lass meine gewinner laufen|"
    "gewinne länger laufen|gewinner länger laufen|gewinne mehr laufen|größere gewinne|größere gewinner|"
    "mehr gewinn pro trade|höhere gewinne pro trade|mehr rausholen|mehr aus gewinnern|mehr aus den gewinnern|"
    "verkauft zu früh|verkaufe zu früh|steigt zu früh aus gewinnern|nimmt gewinne zu früh mit|gewinne zu früh mit|"
    "gewinne zu früh mitnehmen|gewinne zu früh|geld auf dem tisch|geld liegen lassen|lässt geld liegen|"
    "gewinner reiten|gewinner länger halten|höher zielen|gewinne weiter laufen|schneidet gewinne ab|kappt gewinne|"
    "gewinner abwürgen|würgt gewinner ab|gewinne abwürgen|gewinne ausreizen|gewinne auszureizen|gewinnen mehr raum|"
    "gewinnern mehr raum|gewinnern mehr luft|gewinnen mehr luft|kleine gewinne mit",
    "take_profit_pct-": "gewinne mitnehmen|gewinne früher mitnehmen|gewinne schneller mitnehmen|gewinne sichern|"
    "gewinne früher sichern|gewinne schneller sichern|gewinne früher realisieren|gewinne eher mitnehmen|"
    "gewinne einstreichen|gewinne schneller einstreichen|gewinne früher|gewinne schneller|gewinne eher|"
    "schnelle gewinne|schneller gewinne mitnehmen|früher gewinne mitnehmen|kleinere gewinne|kleine gewinne mitnehmen|"
    "kleine gewinne|scalpen|scalping|scalp|kasse machen|früher kasse machen|schneller kasse machen|nimm gewinne mit|"
    "nimm gewinne früher mit|nimm gewinne schneller mit|nimm die gewinne früher mit|nimm die gewinne schneller mit|"
    "gewinne einsacken|kleinere ziele|spatz in der hand|gewinne absichern|gewinne eintüten|gewinne realisieren",
    "entry_confirm_bars+": "auf bestätigung warten|bestätigung abwarten|warte auf bestätigung|mehr bestätigung|"
    "fehlsignal*|falsche signale|falschen signale|falschen signalen|fehlausbrüch*|fehlausbruch*|falsche ausbrüche|"
    "fehleinstieg*|fehlalarm*|falschsignal*|zu früh eingestiegen|steigt zu früh ein|kauft zu früh|springt zu früh|"
    "geht zu früh rein|zu frühe einstiege|voreilig*|vorschnell*|weniger impulsiv|impulsiv*|überstürzt*|"
    "signale doppelt prüfen|signal doppelt prüfen|schlechte signale|schwache signale|fakeout*|fake signale|übereilt*|"
    "zu früh rein|zu früh ein|greift ins fallende messer zu früh|einzelne ausreißer|eintagsfliegen|schnellschüsse|"
    "schnellschuss",
    "entry_confirm_bars-": "ohne bestätigung|sofort einsteigen|sofort rein|direkt einsteigen|steigt zu spät ein|"
    "kauft zu spät|geht zu spät rein|zu spät eingestiegen|zu späte einstiege|zu spät rein|zu spät ein|ohne zu zögern|"
    "nicht auf bestätigung warten|direkt rein",
    "max_holding_bars-": "nicht über nacht halten|über nacht halten|nicht über nacht|keine positionen über nacht|"
    "keine übernacht*|hält zu lange|halten zu lange|zu lange im markt|zu lange drin|zu lange offen|ewig offen|"
    "ewig drin|ewig gehalten|hängt ewig|hängen ewig|liegen ewig|steckt in trades fest|steckt fest|stecken fest|"
    "steckenbleib*|tote trades|trades schneller schließen|positionen schneller schließen|trades früher schließen|"
    "positionen früher schließen|früher aussteigen|schneller aussteigen|schneller raus|früher raus|eher raus|"
    "kürzere trades|kürzer halten|positionen kürzer halten|trades kürzer halten|rein und raus|schnell rein und raus|"
    "hängen in der luft|herumdümpeln|zu lang offen|zu lang drin|karteileichen|leichen im depot|nicht so lange halten|"
    "positionen zu lange|trades zu lange|hockt auf positionen|sitzt auf positionen|trades herumliegen",
    "max_holding_bars+": "länger halten|positionen länger halten|trades länger halten|halte länger|"
    "halte positionen länger|halte trades länger|länger im markt bleiben|länger drin bleiben|trades mehr zeit|"
    "mehr zeit geben|mehr zeit lassen|den trades mehr zeit|positionen mehr zeit|trades mehr zeit geben|"
    "steigt zu früh aus|schließt zu früh|macht zu früh zu|längere trades|länger offen|länger laufen|"
    "geduld mit offenen trades|swing trading|zu früh geschlossen|zeit zum reifen|zu früh raus|zu früh dicht",
    "max_volatility_pct-": "turbulente märkte meiden|wilde märkte meiden|volatile märkte meiden|"
    "volatile phasen meiden|volatilen phasen|volatilen märkten fernbleiben|nur noch in ruhigen märkten|"
    "nur in ruhigen märkten|nur noch bei ruhigem markt|nur bei ruhigem markt|nur noch wenn es ruhig ist|"
    "nur wenn es ruhig ist|nur noch ruhige märkte|nur ruhige märkte|nur noch bei ruhigen märkten|"
    "nur bei ruhigen märkten|nur noch in ruhigen phasen|nur in ruhigen phasen|wilde tage meiden|"
    "verrückte tage auslassen|volatile tage auslassen|nur noch an ruhigen tagen|nur an ruhigen tagen|"
    "nur noch wenn der markt ruhig ist|nur wenn der markt ruhig ist|ruhige märkte|hektische tage auslassen",
    "max_volatility_pct+": "auch in volatilen märkten|auch bei hoher volatilität|auch in turbulenten märkten|"
    "auch in wilden märkten|auch an wilden tagen|mehr volatilität zulassen|mehr volatilität aushalten|"
    "mehr vola zulassen|höhere volatilität zulassen|keine angst vor volatilität|auch wenn es wild wird|"
    "mehr volatilität akzeptieren|auch an volatilen tagen",
    "trend_filter=on": "mit dem trend|nur noch mit dem trend|nur mit dem trend|in trendrichtung|"
    "nur noch in trendrichtung|nur in trendrichtung|gegen den trend|nicht gegen den trend|nie gegen den trend|"
    "trend ist dein freund|trend ist mein freund|trend respektieren|entlang des trends|ins fallende messer|"
    "fallende messer|fallendes messer|gegen den haupttrend|mit dem haupttrend|gegen den großen trend|"
    "mit dem großen trend|nur noch im trend|nur im trend|gegentrend*|mit dem übergeordneten trend|"
    "gegen den übergeordneten trend|gegen den strom|trendkonform*|in richtung des trends",
    "trend_filter=off": "trend ignorieren|ignoriere den trend|unabhängig vom trend|egal welcher trend|"
    "trend ist egal|trend ist mir egal|auch gegen den trend|trades gegen den trend erlauben|gegen den trend erlauben|"
    "egal wohin der trend|trend egal|gegen den trend handeln dürfen|trend spielt keine rolle",
    "!frequency-": "hektisch*|besten gelegenheiten|besten setups|besten signale|besten trades|besten chancen|"
    "besten einstiege|klarsten signale|ruhiger handeln|überhandel*|handelt zu viel|handelt zu oft|tradet zu viel|"
    "tradet zu oft|handelt viel zu viel|handelt viel zu oft|handelt dauernd|handelt ständig|tradet ständig|"
    "tradet dauernd|ballert|zu viele trades|viel zu viele trades|overtrading|overtraded|nur noch die besten signale|"
    "nur die besten signale|nur noch die besten setups|nur die besten setups|nur noch gute setups|nur gute setups|"
    "qualität statt quantität|qualität vor quantität|nur noch klare signale|nur klare signale|"
    "nur noch eindeutige signale|nur eindeutige signale|handelt wie verrückt|tradet wie verrückt|"
    "rund um die uhr handelt|zu hektisch|hektik|hin und her|ständig rein und raus|zu viel gehandelt|zu oft gehandelt|"
    "jeden mist|jedem mist|zockt|zu viele signale|feuert zu oft|dauernd rein und raus|nur noch die stärksten signale|"
    "nur die stärksten signale|nur noch die besten trades|nur die besten trades|nur noch die besten gelegenheiten|"
    "nur die besten gelegenheiten|rosinen|tradet viel zu viel|tradet viel zu oft|zu viele einstiege|handelst zu viel|"
    "handelst zu oft",
    "!frequency+": "handelt kaum|handelt zu selten|handelt fast nie|handelt nie|handelt zu wenig|handelt gar nicht|"
    "handelt nicht genug|handelt nicht oft genug|tradet kaum|tradet zu wenig|tradet zu selten|tradet nicht|"
    "tradet nie|tradet fast nie|zu wenig trades|zu wenige trades|viel zu wenig trades|kaum trades|fast keine trades|"
    "kaum signale|zu wenig signale|zu wenige signale|passiert nichts|es passiert nichts|nichts passiert|"
    "passiert kaum was|passiert zu wenig|nichts los|tut nichts|macht nichts|macht kaum was|sitzt nur rum|"
    "verpasst chancen|verpasst gelegenheiten|verpasse chancen|verpasst zu viel|verpasst trades|verpasst viel|"
    "chancen verpasst|lässt chancen liegen|schläft|pennt|schläft ein|steht nur rum|zu inaktiv|viel zu wenige trades|"
    "wochenlang nichts|tagelang nichts|einschläfernd|rumsteht|untätig*|gelegenheiten liegen|däumchen|"
    "lässt gelegenheiten aus",
    "!quickness-": "jeden zacken|jeder zacke|jedes kleine zucken|jede kleine welle|jede welle|jede kleine bewegung|"
    "jeder kleinen bewegung|jede kleinigkeit|jedes zucken|jeden zucker|jeden kleinen zucker|jedes rauschen|rauschen|"
    "marktrauschen|rauschen filtern|rauschen ignorieren|jeder mucks|jeden mucks|jedem zucken|zickzack|whipsaw*|"
    "jeden kleinen ausschlag|jedem kleinen ausschlag|jeden ausschlag|jede bewegung|jeder bewegung|jeden tick|"
    "auf jeden furz|hin und hergerissen|jeden pieps|jedem pieps|kleinste bewegungen|kleinsten bewegungen|"
    "auf jede zuckung|jede zuckung|lärm|jede schwankung|jeder schwankung|jede kleine schwankung|"
    "jeder kleinen schwankung|jede mücke|jeden hüpfer",
    "!quickness+": "reagiert zu langsam|reagiert zu spät|reagiert zu träge|zu träge|hinkt hinterher|"
    "hinkt dem markt hinterher|hängt hinterher|läuft hinterher|kommt zu spät|hinterherhink*|hinterher|zu langsam|"
    "verschläft|immer zu spät|näher am markt|dichter am markt|näher am aktuellen kurs|läuft dem markt hinterher|"
    "lahm*|schnarch*|verpennt|langsam reagiert|zu behäbig|behäbig*",
    "!sensitivity+": "kleinere bewegungen|kleinere kursbewegungen|auch kleine bewegungen|auf kleinere bewegungen|"
    "kleine bewegungen mitnehmen|kleine bewegungen erkennen|kleinere schwankungen|kleineren bewegungen|"
    "kleinere ausschläge",
    "!sensitivity-": "nervös*|zappelig*|hibbelig*|überempfindlich*|hypersensibel|überreagier*|überreagiert|"
    "reagiert über|hyperaktiv*|schreckhaft*|nur noch große bewegungen|nur große bewegungen|"
    "nur noch auf große bewegungen|nur auf große bewegungen|nur noch größere bewegungen|nur größere bewegungen|"
    "größere bewegungen|nur noch bei großen bewegungen|nur bei großen bewegungen|nicht so zappelig|zuckt bei jedem|"
    "überreaktion*|aufgeregt*|dünnhäutig*|sprunghaft*|fickrig|panisch*|nur noch bei größeren bewegungen|"
    "nur bei größeren bewegungen",
    "exit_band+": "vor dem mittelwert aussteigen|vor erreichen des mittelwerts|bevor er den mittelwert erreicht|"
    "bevor der mittelwert erreicht ist|vor dem mittelwert raus|vor der mittellinie raus|"
    "bevor der kurs den mittelwert erreicht|bevor der kurs die mitte erreicht|vor der mitte aussteigen",
    "max_asset_exposure-": "diversifizier*|breiter streuen|mehr streuen|alles auf eine karte|"
    "nicht alles auf eine karte|eier in einen korb|eier in einem korb|zu konzentriert|besser streuen|klumpenrisiko|"
    "stärker streuen|mehr streuung|zu viel in einem coin|übergewichtet",
    "max_asset_exposure+": "mehr konzentrieren|stärker konzentrieren|konzentriere dich mehr|konzentrierter|"
    "weniger streuen",
    "ml_weight=0": "prognose ignorieren|ignoriere die prognose|ignoriere die ki|ignoriere das modell|"
    "ignoriere die vorhersage|ohne prognose|ohne ki|ohne die prognose|ohne die ki|ohne modell|ohne vorhersage|"
    "prognose abschalten|prognose ausschalten|ki abschalten|ki ausschalten|schalte die prognose ab|"
    "schalte die prognose aus|schalte die ki ab|schalte die ki aus|schalt die prognose ab|schalt die ki ab|"
    "schalt die ki aus|schalt die prognose aus|keine prognose|keine ki|kein ml|hör nicht auf die prognose|"
    "hör nicht auf die ki|hör nicht auf das modell|nicht auf die prognose hören|nicht auf die ki hören|"
    "vergiss die prognose|vergiss die ki|nutze die prognose nicht|prognose nicht mehr nutzen|prognose nicht nutzen|"
    "prognose nicht verwenden|ki nicht nutzen|auf die prognose verzichten|verzichte auf die prognose|"
    "verzichte auf die ki|prognose komplett raus|prognose weglassen|ki raus|prognose raus|ohne ml|"
    "ignorier die prognose|ignorier die ki",
    "position_scaling=1": "nicht nachkaufen|kein nachkaufen|keine nachkäufe vergrößern|kein martingale|"
    "kein pyramidisieren|nicht pyramidisieren|nicht verbilligen|kein verbilligen|alle einstiege gleich groß|"
    "jeder einstieg gleich groß|ohne martingale|ohne pyramidisieren|keine pyramide|nie verbilligen|"
    "niemals verbilligen|kein averaging down|gleich große einstiege|ohne nachkaufen|nie nachkaufen|"
    "nachkaufen verboten",
    "entry_confirm_bars=0": "keine bestätigung|keine bestätigungskerzen|ohne jede bestätigung|bestätigung weglassen|"
    "keine bestätigung nötig|ohne bestätigungskerzen|keine bestätigung mehr",
    "cooldown_bars=0": "kein cooldown|keine pause zwischen trades|ohne cooldown|keine wartezeit|"
    "sofort wieder einsteigen|keine pause zwischen den trades|keinen cooldown|ohne pause|ohne wartezeit|"
    "gleich wieder einsteigen|keine pausen|direkt wieder einsteigen",
    "trailing_stop_pct=0": "kein trailing|keinen trailing stop|kein trailing stop|ohne trailing stop|ohne trailing|"
    "stop nicht nachziehen|kein nachziehen|trailing stop ausschalten|trailing ausschalten",
    "max_open_positions=1": "nur noch eine position|nur eine position|nur noch eine position gleichzeitig|"
    "nur eine position gleichzeitig|immer nur eine position|höchstens eine position|maximal eine position|"
    "eine position gleichzeitig|nur noch ein trade gleichzeitig|nur ein trade gleichzeitig|"
    "nur noch eine offene position|nur eine offene position|nie mehr als eine position|eine einzige position|"
    "nicht mehr als eine position|immer nur ein trade|nur noch einen trade gleichzeitig|nur einen trade gleichzeitig|"
    "maximal ein trade gleichzeitig|eine position zur zeit|nur noch eine position auf einmal|"
    "nur eine position auf einmal",
}  # fmt: skip

REFUSALS: Final = {
    "leverage": "hebel*|leverage|margin|futures|gehebelt*|hebeln|kredit*|geliehen*|fremdkapital|marginhandel|"
    "perpetuals|10x hebel|5x hebel|lombard*|leihen",
    "keys": "api key|api keys|api-key|api schlüssel|apikey|geheimschlüssel|privater schlüssel|privaten schlüssel|"
    "passwort|passwörter|zugangsdaten|token|system prompt|systemprompt|seed phrase|secret|api secret|kennwort|"
    "umgebungsvariable*",
    "act": "auszahl*|abheb*|einzahl*|überweis*|transferier*|wallet|verkaufe alles|verkauf alles|alles verkaufen|"
    "kauf jetzt|kaufe jetzt|verkauf jetzt|verkaufe jetzt|jetzt kaufen|jetzt verkaufen|alle positionen schließen|"
    "schließ alle positionen|schließe alle positionen|schliesse alle positionen|schließen sie alle positionen|"
    "order aufgeben|platziere eine order|gib eine order auf|kauf einen bitcoin|kaufe einen bitcoin|kauf bitcoin|"
    "kaufe bitcoin|verkauf meine bitcoin|alle orders löschen|storniere alle orders|geld abheben|"
    "mach alle positionen zu|alles liquidieren|sofort verkaufen|position sofort schließen|kauf mir|kaufe mir|"
    "verkauf mir",
    "coins": "ethereum|solana|dogecoin|doge|shiba|xrp|ripple|cardano|litecoin|andere coins|anderen coin|"
    "anderer coin|andere münze|weiteren coin|weitere coins|aktien|gold|silber|forex|devisen|altcoins|memecoins|"
    "binance|coinbase|kraken|bybit|tesla|nasdaq|dax|eth handeln|öl|anderer markt|anderen markt",
    "unknown": "rsi|macd|grid|gridbot|hedge|hedgen|arbitrage|stochastik|fibonacci|ichimoku|atr|optionen|"
    "neuer parameter|neuen parameter|neue einstellung|email schicken|benachrichtig*|alarm|alarmier*|schick mir|"
    "schicke mir|nachts|am wochenende|wochenende|wochenenden|montags|freitags|sonntags|samstags|um mitternacht|"
    "zeitplan|vwap|indikator|stimmung|nachrichtenlage|drop table|teilgewinn*|teilverkauf*|halbe position|"
    "hälfte der position|hälfte verkaufen|funding|handelszeiten|kelly|mondphase|handelszeit|feiertag*|sentiment|"
    "gewinne teilweise|bei vollmond|vollmond|stop auf einstand|auf einstand|break even|breakeven",
}  # fmt: skip
