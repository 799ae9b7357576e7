"""German names of every setting and of the values that can be chosen."""

from typing import Final

TARGETS: Final = {
    "base_trade_size": "handelsgröße*|tradegröße*|trade größe|positionsgröße*|positions größe|ordergröße*|"
    "order größe|größe pro trade|größe je trade|größe der trades|größe der positionen|größe meiner trades|"
    "größe meiner positionen|größe der orders|einsatz pro trade|einsatz je trade|einsatz pro position|basisgröße*|"
    "grundgröße*|kaufgröße|kaufmenge|ordermenge|losgröße*|lotgröße*|menge pro trade|menge pro order|betrag pro trade|"
    "betrag je trade|volumen pro trade|kaufbetrag|einsatzhöhe|ordervolumen|handelsvolumen|basiseinsatz|"
    "stückzahl pro trade|größe jedes trades|größe einzelner trades|größe einer position|größe eines trades|"
    "position size|trade size|tradesize|einzelne order|pro kauf|je kauf|einsatz pro order|höhe der trades|"
    "handelsmenge|einstiegsgröße*|handelsgrösse*|tradegrösse*|basis trade größe|basis tradegröße",
    "max_position_size": "maximale positionsgröße*|maximalen positionsgröße*|größte position|maximalposition*|"
    "gesamtposition*|positionslimit*|positionsobergrenze|maximale position|maximalen position|"
    "maximale gesamtposition|größte gesamtposition|positionsgrenze*|obergrenze für positionen|max positionsgröße|"
    "max position|positionsdeckel|obergrenze der position|höchste position|höchstposition*|positionsmaximum|"
    "volle position|größtmögliche position|gesamte position",
    "max_trades_per_day": "trades pro tag|trades am tag|tageslimit für trades|tageslimit an trades|"
    "tageslimit der trades|tägliche trades|täglichen trades|tradelimit*|trade limit|trades täglich|geschäfte pro tag|"
    "geschäfte am tag|transaktionen pro tag|anzahl der trades pro tag|maximale trades pro tag|trades je tag|"
    "einstiege pro tag|käufe pro tag|käufe am tag|orders pro tag|handelslimit|tägliche anzahl trades|"
    "positionen pro tag|tägliches tradelimit|trades jeden tag|tageskontingent|einstiege am tag|abschlüsse pro tag|"
    "deals pro tag|trades an einem tag|handel pro tag|maximalzahl der trades|tägliches handelslimit|"
    "trades in 24 stunden",
    "max_daily_loss_pct": "tagesverlust*|tagesverlustlimit|tagesverlustgrenze|täglicher verlust|täglichen verlust|"
    "täglichen verluste|tägliche verlust|verlust pro tag|verlust am tag|verluste pro tag|tägliches verlustlimit|"
    "tägliche verlustgrenze|maximaler tagesverlust|maximalen tagesverlust|verlustlimit pro tag|verlustgrenze pro tag|"
    "verlustlimit am tag|tageslimit|tages limit|daily loss|pro tag verlieren|am tag verlieren|an einem tag verlieren|"
    "verlust an einem tag|täglicher maximalverlust|tages stop|tagesstop*|tagesstopp*|tagesminus|tagesgrenze|"
    "verlust je tag|verlust des tages|täglich verlieren|tägliche verluste|tages drawdown|tagesdrawdown",
    "max_drawdown_pct": "maximaler drawdown|maximalen drawdown|max drawdown|drawdown limit|drawdownlimit|"
    "drawdown grenze|drawdowngrenze|maximaler rückgang|maximalen rückgang|maximaler gesamtverlust|"
    "maximalen gesamtverlust|gesamtverlustgrenze|kapitalrückgang|größter rückgang|größten rückgang|drawdown stop|"
    "drawdown bremse|notbremse|maximaler wertverlust|maximaler einbruch|gesamtverlust*|drawdown schwelle|"
    "drawdownschwelle|kontolimit",
    "max_open_positions": "offene positionen|offenen positionen|offene trades|offenen trades|"
    "gleichzeitige positionen|gleichzeitigen positionen|gleichzeitig offene positionen|"
    "gleichzeitig offenen positionen|parallele positionen|parallelen positionen|positionen gleichzeitig|"
    "positionen auf einmal|positionen parallel|trades gleichzeitig|trades parallel|anzahl der positionen|"
    "anzahl offener positionen|anzahl positionen|offener positionen|gleichzeitige trades|positionen zugleich|"
    "positionsanzahl|parallele trades|positionen zur gleichen zeit|positionen nebeneinander|gleichzeitig positionen|"
    "gleichzeitig offene|maximale anzahl positionen|positionen offen",
    "max_asset_exposure": "exposure pro coin|exposure pro asset|anteil pro coin|anteil pro asset|anteil am kapital|"
    "kapitalanteil*|maximales exposure|maximale exposure|max exposure|exposure limit|exposure|"
    "maximaler kapitalanteil|engagement pro coin|engagement pro asset|anteil des kapitals|anteil am konto|"
    "anteil am depot|allokation pro coin|allokation pro asset|klumpenrisiko|allokation|maximaler anteil|"
    "maximalen anteil|größter anteil|größten anteil|depotanteil*|portfolioanteil*|kapital pro coin|kapital pro asset|"
    "geld in einem coin|kapital in einem coin|anteil in einem coin|anteil je coin|quote pro coin|gewicht pro coin",
    "cooldown_bars": "cooldown*|cooldown phase|abkühlphase*|abkühlzeit*|abkühlung*|pause zwischen trades|"
    "pause zwischen den trades|pause zwischen zwei trades|pausen zwischen trades|pausen zwischen den trades|"
    "wartezeit zwischen trades|wartezeit zwischen den trades|wartezeit zwischen zwei trades|abstand zwischen trades|"
    "abstand zwischen den trades|abstand zwischen zwei trades|zwischen trades|zwischen den trades|"
    "zwischen zwei trades|nach einem trade|nach jedem trade|nach einem verlust|nach einem verlusttrade|handelspause*|"
    "wartezeit*|ruhezeit*|pause nach einem trade|nach dem ausstieg|nach einem ausstieg|zwischen den einstiegen|"
    "zwischen zwei einstiegen|bis zum nächsten trade|vor dem nächsten trade|vor dem nächsten einstieg|"
    "bis zum nächsten einstieg|nach jedem ausstieg|nach dem verkauf|bevor er wieder einsteigt|bevor er wieder kauft|"
    "bevor er wieder handelt|bevor der bot wieder einsteigt|bevor der bot wieder kauft|vorm nächsten trade|"
    "zwischen den käufen|zwischen zwei käufen|zwischen käufen|zwischen orders|vor dem nächsten kauf|sperrzeit*|"
    "nach jedem verlust|nach einem verkauf|nach einem stop",
    "max_holding_bars": "haltedauer*|haltezeit*|maximale haltedauer|maximalen haltedauer|maximale haltezeit|"
    "maximalen haltezeit|haltefrist*|höchsthaltedauer|zeitstop*|zeit stop|zeitlimit*|zeitlimit pro trade|"
    "positionsdauer|dauer der trades|dauer der positionen|dauer eines trades|tradedauer|trade dauer|"
    "maximale laufzeit|laufzeit der trades|laufzeit der positionen|verweildauer|zeit im trade|zeit im markt|"
    "längste haltedauer|maximale dauer|zeitlicher ausstieg|zeitbasierter ausstieg|halte dauer|holding time|time stop|"
    "laufzeit*|höchstdauer|lebensdauer",
    "entry_confirm_bars": "bestätigungskerze*|bestätigungsbar*|bestätigung*|einstiegsbestätigung*|"
    "kerzen bestätigung|kerzen zur bestätigung|kerzen als bestätigung|signalbestätigung*|bestätigungsbalken|"
    "bestätigungen|balken bestätigung|bars bestätigung|bestätigungsperiode*|bestätigende kerzen|kerze bestätigung|"
    "kerze zur bestätigung",
    "take_profit_pct": "gewinnziel*|gewinnmitnahme*|take profit|takeprofit|take profits|tp|kursziel*|profitziel*|"
    "gewinnmarke|gewinnschwelle|ziel für gewinne|zielgewinn|gewinnlevel|gewinn ziel|gewinnrealisierung|profit target|"
    "gewinngrenze",
    "exit_band": "ausstiegsband|exit band|ausstiegsabstand|ausstiegsschwelle|ausstiegsniveau|ausstiegslinie|"
    "abstand zum mittelwert|abstand vom mittelwert|vor dem mittelwert|ausstiegslevel|ausstiegszone|"
    "vor der mittellinie|abstand zur mittellinie|abstand von der mittellinie|ausstiegsbänder|vor der mitte|"
    "ausstiegspunkt|exitband|vom mittelwert|zum mittelwert|am mittelwert|beim mittelwert",
    "trailing_stop_pct": "trailing stop*|trailing|nachziehender stop*|nachziehenden stop*|nachgezogener stop*|"
    "nachgezogenen stop*|mitlaufender stop*|mitlaufenden stop*|nachlaufender stop*|nachlaufenden stop*|"
    "trailing abstand|trail|trailing sl|nachziehender stopp|trailingstop*|mitziehender stop*|mitziehenden stop*|"
    "trailing distanz|nachführender stop*|nachziehstop*|gleitender stop*|gleitenden stop*|dynamischer stop*|"
    "dynamischen stop*",
    "stop_loss_pct": "stop loss|stoploss|stopp loss|stop-loss|sl|stopkurs*|stoppkurs*|verlust pro trade|"
    "verlust je trade|verlustlimit pro trade|verlustbegrenzung|verluststop*|schutzstop*|verlustgrenze|"
    "verlustgrenze pro trade|maximaler verlust pro trade|maximalen verlust pro trade|stop abstand|stopabstand|"
    "fester stop|festen stop|pro trade verlieren|verlust pro position|harter stop|harten stop|stopp los|stop los|"
    "stoplos|stoppmarke|verlust in einem trade|verlust bei einem trade|je trade verlieren|verlustschwelle|"
    "verluststopp|verlustlimit",
    "max_volatility_pct": "volatilitätslimit*|volatilitätsgrenze*|volatilitätsfilter*|maximale volatilität|"
    "maximalen volatilität|max volatilität|vola limit|volalimit|vola filter|volafilter|vola grenze|volagrenze|"
    "tagesvolatilität|tägliche volatilität|täglichen volatilität|volatilitätsschwelle*|volatilitätsobergrenze|"
    "schwankungsgrenze|obergrenze für volatilität|vola schwelle|tagesvola|volatilitätsdeckel|schwankungslimit",
    "trend_filter": "trendfilter*|trend filter|filter für den trend|trendprüfung|trendregel|200er filter|"
    "trendfolgefilter|trendcheck|trend check",
    "ml_weight": "prognosegewicht*|gewicht der prognose|gewichtung der prognose|gewicht der vorhersage|"
    "gewichtung der vorhersage|einfluss der prognose|einfluss der vorhersage|einfluss des modells|"
    "gewicht des modells|gewichtung des modells|ki gewicht|ki gewichtung|ml gewicht|ml gewichtung|modellgewicht*|"
    "einfluss der ki|gewicht der ki|gewichtung der ki|forecast gewicht|forecast gewichtung|prognoseeinfluss|"
    "prognose gewicht|prognose gewichtung|ki einfluss|ml einfluss|vorhersagegewicht*|gewicht des ml|"
    "gewicht vom modell|bedeutung der prognose",
    "ml_min_confidence": "mindestkonfidenz|mindest konfidenz|minimale konfidenz|konfidenz|konfidenzschwelle*|"
    "konfidenzniveau|mindestsicherheit|konfidenz der prognose|sicherheit der prognose|sicherheit des modells|"
    "konfidenz des modells|konfidenzlevel|vertrauensschwelle|mindestvertrauen|konfidenzgrenze|"
    "mindestwahrscheinlichkeit|modellkonfidenz|prognosesicherheit|ki konfidenz|ml konfidenz|vorhersagesicherheit|"
    "konfidenzfilter|prognosekonfidenz|konfidenzlimit|konfidenzuntergrenze",
    "max_slippage_bps": "slippage*|maximale slippage|maximalen slippage|slippage limit|slippagelimit|"
    "slippage grenze|slippage toleranz|slippagetoleranz|schlupf|erlaubte slippage|max slippage|kursabweichung*|"
    "preisabweichung*|ausführungsabweichung",
    "position_scaling": "positionsskalierung|skalierungsfaktor*|skalierung*|nachkauffaktor*|pyramidisierungsfaktor|"
    "pyramidenfaktor|pyramidisierung|multiplikator für nachkäufe|multiplikator für weitere einstiege|"
    "martingale faktor|nachkauf multiplikator|faktor für nachkäufe|scaling|aufstockungsfaktor|"
    "multiplikator je nachkauf|einstiegsskalierung|faktor für weitere einstiege",
    "allow_short": "leerverkauf*|leerverkäufe*|leerverkäufen|short positionen|shortpositionen|short trades|"
    "shorttrades|shorts|shorten|short selling|short handel|shorting|short gehen|short seite|shortseite",
    "timeframe": "zeitrahmen|zeiteinheit|zeitebene|timeframe|kerzenlänge|kerzengröße|kerzenintervall|intervall|"
    "kerzendauer|zeitintervall|balkenlänge|chartintervall|kerzenzeit|zeitauflösung|auflösung|chart|kerzenperiode",
    "order_type": "ordertyp*|order typ|orderart*|order art|auftragsart*|ausführungsart*|art der orders|"
    "art der order|ausführungstyp",
    "style": "handelsstil*|stil|strategie|strategietyp|handelsstrategie|trading stil|tradingstil|handelsansatz|"
    "strategieart|handelsweise|trading style",
    "risk_factor": "risikofaktor*|risiko faktor|risikofactor|risikolevel|risikostufe|risikoniveau|risikotoleranz|"
    "risikobereitschaft|risikoappetit|risikofreude|risikoparameter|risikoneigung|rf|risikowert|risikoregler",
    "window": "fensterlänge*|fenstergröße*|fensterbreite*|rückblickfenster|lookback|zeitfenster|window|"
    "rückblickperiode|lookback periode|rollendes fenster|rollierendes fenster|bandfenster",
    "k_sigma": "bandbreite*|bandweite*|k sigma|ksigma|sigma faktor|sigmafaktor|sigma multiplikator|"
    "breite der bänder|weite der bänder|bandfaktor|bollinger breite|bollingerbreite|sigma wert|sigmawert|"
    "abstand der bänder|bandabstand",
}  # fmt: skip

CHOICES: Final = {
    "style=breakout": "ausbruch*|ausbrüche*|breakout*|trendfolge*|trendfolgend*|momentum|ausbruchsstrategie|"
    "mit dem ausbruch|ausbruchsmodus|ausbruchshandel|dem trend folgen|folg dem trend|folge dem trend|trendfolger|"
    "breakout strategie|auf ausbrüche|stärke kaufen|der bewegung folgen",
    "style=mean_reversion": "mean reversion|rückkehr zum mittelwert|mittelwertrückkehr|gegenläufig*|antizyklisch*|"
    "mean reverting|rückkehr zum mittel|konträr*|umkehr|umkehrstrategie|dips kaufen|kauf der dips|rücksetzer kaufen|"
    "rücksetzer*|reversion|mittelwert strategie|umkehrhandel|reversal*|fade*|bewegungen faden",
    "style=hybrid": "hybrid*|mischung*|gemischt*|kombination aus beiden|mix aus beiden|mix aus beidem|beide stile|"
    "mischform|mischstrategie|mischmodus|mix",
    "order_type=market": "als market|per market|market order*|marktorder*|market orders|marktaufträge*|marktauftrag|"
    "zum marktpreis|bestens|am markt ausführen|market|market ausführung|marktpreis|mit market",
    "order_type=limit": "als limit|per limit|mit limits|limitieren|limit order*|limitorder*|limit orders|"
    "limitaufträge*|limitauftrag|limitierte orders|limitierten orders|maker orders|post only|mit limit|"
    "passive orders|passiven orders|maker order",
    "allow_short=off": "nur noch long|nur long|long only|nur noch longs|nur longs|ausschließlich long|"
    "nur noch kaufen|nur kaufen|nur noch auf steigende kurse|nur auf steigende kurse|nur noch long positionen|"
    "nur long positionen|rein long|nur noch long trades|nur long trades|nur noch auf der long seite|"
    "nur auf der long seite|nur noch kaufpositionen|nur kaufpositionen|nur noch die long seite|nur die long seite",
    "allow_short=on": "long und short|beide richtungen|in beide richtungen|auch short|auch shorts|"
    "von fallenden kursen profitieren|an fallenden kursen verdienen|auf fallende kurse setzen|beide seiten|"
    "auch short gehen|auf fallende kurse wetten|bei fallenden kursen verdienen|auch auf fallende kurse|"
    "auch leerverkaufen",
    "timeframe=5m": "5 minuten kerzen|5 minuten|5m|5 min|fünf minuten|5 minuten chart|5er kerzen|m5|5 minuten bars|"
    "fünf minuten kerzen|5 minuten takt|fünfminutenkerzen|fünfminuten",
    "timeframe=15m": "15 minuten kerzen|15 minuten|15m|15 min|viertelstunde|viertelstündlich|15 minuten chart|m15|"
    "fünfzehn minuten|viertelstunden*|15 minuten bars|15er kerzen|fünfzehnminutenkerzen",
    "timeframe=1h": "stundenkerzen|stundenkerze|1h|stündlich*|1 stunde|eine stunde|einer stunde|stundenchart|"
    "1 stunden kerzen|h1|stundenbasis|ein stunden kerzen|stundenbars|stundentakt|einstündige*|60 minuten|"
    "1 stunden chart|1 stunden",
    "timeframe=4h": "4 stunden kerzen|4h|4 stunden|vier stunden|4 stunden chart|vierstundenkerzen|h4|4 stündig*|"
    "4h kerzen|vierstündig*|vierstunden*|4 stunden bars|vier stunden kerzen|4er stunden",
    "timeframe=1d": "tageskerzen|tageskerze|1d|tageschart|tagesbasis|tagesbars|d1|1 tages kerzen|tagesschluss*|"
    "daily|daily candles|tageskerz*|ein tages kerzen|tages kerzen|24 stunden kerzen|tagescandles",
}  # fmt: skip
