"""German words of grammar: which way, how far, not, too, keep, only, whose words, what opens a question."""

from typing import Final

ROLES: Final = {
    "past": "ich habe|habe ich gestern|ich hatte|hatten wir|hab ich|ich hab|wir haben|wir hatten",
    "up": "erhöhe|erhöhen|erhöht|steigere|steigern|vergrößere|vergrößern|verlängere|verlängern|anheben|erhöh*|"
    "steiger*|anheb*|angehoben|anzuheben|heb*~an|heraufsetz*|raufsetz*|hochsetz*|hochgesetzt|heraufgesetzt|"
    "hochschraub*|hochdreh*|hochfahr*|hochgefahren|hochzufahren|hochzusetzen|raufgeh*|hochgeh*|hochzieh*|aufstock*|"
    "aufgestockt|stock*~auf|aufzustocken|vergrößer*|höher*|höher stell*|rauf|herauf|hinauf|nach oben|aufwärts|"
    "anzieh*|zunehm*|zulegen|leg*~zu|verlänger*|ausdehn*|dehn*~aus|auszudehnen|ausbau*|bau*~aus|aufdreh*|dreh*~auf|"
    "verstärk*|hochschalt*|erweiter*|ausweit*|weit*~aus|auszuweiten|boost*|pump*~auf|weiter erhöhen|weiter hoch|"
    "noch höher|steigen|wachsen|maximaler|schraub*~auf|hochstuf*|hinaufsetz*|emporheb*|erhöhung|anhebung|steigerung|"
    "push*|hochnehm*|gesteigert",
    "down": "senke|senken|verringere|verringern|reduziere|reduzieren|verkleinere|verkleinern|verkürze|verkürzen|"
    "kürze|kürzen|herunter|runter|senk*|herabsenk*|absenk*|abzusenken|senk*~ab|verringer*|reduzier*|reduktion|"
    "verkleiner*|minder*|verminder*|vermindr*|drossel*|herabsetz*|heruntersetz*|runtersetz*|herabgesetzt|"
    "heruntergesetzt|runterfahr*|herunterfahr*|herunterschraub*|runterschraub*|runterdreh*|herunterdreh*|runtergeh*|"
    "heruntergeh*|runternehm*|runterzieh*|runterschalt*|runterzusetzen|herunterzusetzen|herabzusetzen|"
    "herunterzufahren|zurückzufahren|hinunter|herab|hinab|nach unten|abwärts|niedriger*|geringer*|fahr*~zurück|"
    "fähr*~zurück|schraub*~zurück|dreh*~zurück|zurückfahr*|zurückschraub*|zurückgefahren|kürz*|verkürz*|einschränk*|"
    "schränk*~ein|abschwäch*|schwäch*~ab|schwäch*|abbau*|bau*~ab|zurückgeh*|abnehm*|weiter runter|weiter senken|"
    "weiter reduzieren|noch niedriger|sinken|schrumpf*|dämpf*|mäßig*|herunterregel*|runterregel*|zusammenstreich*|"
    "stutz*|beschneid*|senkung|verringerung|reduzierung|dezimier*|runterstuf*|herunterstuf*|zurücknehm*|tu*~runter|"
    "verknapp*",
    "take_back": "nimm*~zurück|nehm*~zurück|zurückzunehmen|zurücknehmen",
    "more": "mehr|mehr als jetzt|mehr als bisher|mehr als heute|zusätzlich*|extra|weitere|noch mehr|dazu|drauf|"
    "obendrauf|mehr als aktuell",
    "less": "weniger|weniger als jetzt|weniger als bisher|nicht so viel|nicht so viele|minder|noch weniger|"
    "weniger als heute",
    "add": "addier*|hinzufüg*|füg*~hinzu|leg*~drauf|pack*~drauf|pack*~dazu|gib*~dazu|geb*~dazu|leg*~obendrauf|"
    "draufleg*|draufpack*|hinzuzufügen|häng*~dran",
    "take": "zieh*~ab|abzieh*|subtrahier*|abzuziehen|nimm*~weg|nehm*~weg|wegnehm*|nimm*~ab",
    "set": "setz*|setz|setze|setzt|gesetzt|stell*|mach*|mache|änder*|ändere|geändert|veränder*|verstell*|verstell|"
    "nimm|nimmt|nehmen|nehme|nehmt|wähl*|benutz*|verwend*|nutz*|gib|gebe|geben|geht|geh|gehe|gehen|leg*|pack*|"
    "anpass*|pass*~an|angepasst|anzupassen|einstell*|stell*~ein|eingestellt|einzustellen|festleg*|leg*~fest|"
    "festgelegt|bring*|zieh*|schieb*|verschieb*|dreh*|schraub*|fahr|fahre|fahren|fahrt|schalt*|wechsel*|wechsl*|"
    "tausch*|umstell*|stell*~um|umzustellen|umschalt*|schalt*~um|umzuschalten|probier*|versuch*|justier*|modifizier*|"
    "konfigurier*|trag*~ein|eintrag*|definier*|arbeit* mit|handle mit|handel mit|rechne mit|steig*~um|tu|regel*|"
    "regle|umzusteigen|stellst|setzen|einsetz*|setz*~ein|hau*~rein|nachjustier*|schwenk*",
    "should": "soll|sollen|sollte|sollten|muss|müssen|müsste|müssten|sollst|muesste|darf|dürfen",
    "is": "ist|sind|war|waren|wirkt|wirken|scheint|scheinen|fühlt sich an|erscheint|liegt|ist mir|sind mir|"
    "kommt mir vor|kommen mir vor|steht|stehen|finde ich|läuft|es gibt",
    "on": "einschalt*|anschalt*|eingeschaltet|angeschaltet|aktivier*|aktiv|schalt*~ein|schalt*~an|mach*~an|"
    "stell*~an|knips*~an|erlaub*|zulass*|zugelassen|zuzulassen|lass*~zu|gestatt*|einzuschalten|anzuschalten|"
    "freischalt*|schalt*~frei|freigeb*|gib*~frei|~an|~ein|einführ*|führ*~ein|dazunehm*|nimm*~dazu|anmach*|wieder rein",
    "off": "ausschalt*|abschalt*|ausgeschaltet|abgeschaltet|deaktivier*|schalt*~aus|schalt*~ab|stell*~aus|stell*~ab|"
    "mach*~aus|mach*~weg|nimm*~raus|nimm*~heraus|nehm*~raus|lass*~weg|weglass*|entfern*|verbiet*|verboten|verbot|"
    "streich*|lösch*|ignorier*|auszuschalten|abzuschalten|abstell*|ausmach*|auszumachen|rausnehm*|herausnehm*|~aus|"
    "~weg|weg mit|schmeiß*~raus|wirf*~raus|unterlass*|unterbind*|aussetz*|abschaff*|schaff*~ab|raus damit|untersag*|"
    "wegfall*|verzicht*|heb*~auf|aufheb*|nicht mehr benutzen|nicht mehr verwenden|nicht mehr nutzen|"
    "nicht länger nutzen|keine rücksicht",
    "multiply": "multiplizier*|mal nehmen|nimm*~mal",
    "divide": "dividier*|teil*~durch|teile",
    "highest": "aufs maximum|auf maximum|auf das maximum|ans maximum|zum maximum|so hoch wie möglich|"
    "so groß wie möglich|so weit wie möglich|so lang wie möglich|auf den höchstwert|auf höchstwert|maximier*|"
    "auf anschlag|auf das höchste|voll aufdrehen|voll auf|bis zum anschlag|höchstmöglich*|größtmöglich*|"
    "auf den maximalwert|auf maximalwert|ganz hoch|ganz nach oben|auf max",
    "lowest": "aufs minimum|auf minimum|auf das minimum|auf ein minimum|ans minimum|zum minimum|"
    "so niedrig wie möglich|so klein wie möglich|so gering wie möglich|so eng wie möglich|so kurz wie möglich|"
    "auf den mindestwert|auf den niedrigsten wert|minimier*|auf das niedrigste|kleinstmöglich*|niedrigstmöglich*|"
    "geringstmöglich*|auf den minimalwert|ganz runter|ganz nach unten|auf min",
    "cap": "höchstens|maximal*|nicht mehr als|nie mehr als|niemals mehr als|keine mehr als|auf keinen fall mehr als|"
    "bis zu|limit*|begrenz*|deckel*|beschränk*|obergrenze|maximum|max|allerhöchstens|nicht über|nie über|"
    "nicht größer als|nicht höher als|nicht länger als|nie länger als|höchst*|limit|kapp*|oder weniger|begrenzung|"
    "toleriere|größte*|akzeptiere",
    "floor": "mindestens|nicht weniger als|wenigstens|nicht unter|nie unter|minimum|mind|zumindest|oder mehr|"
    "untergrenze|verlange|verlang|mindest*|nicht kleiner als|nie weniger als",
    "to": "auf|bei|an|gleich|zum|in höhe|lautet|beträgt|auf genau|auf exakt|aufs|hin zu|genau|exakt|auf den wert|"
    "wird zu",
    "by_why": "um",
    "by": "um etwa|um ungefähr|um rund|um ca|um circa|um weitere|um nochmal|um noch mal|um genau|jeweils um|um je",
    "of_from": "von|vom",
    "above": "über|oberhalb|mehr als|größer als|höher als|überschreit*|übersteig*",
    "below": "unter|unterhalb|weniger als|kleiner als|niedriger als|unterschreit*",
    "neg": "nicht|kein|keine|keinen|keinem|keiner|keines|keinerlei|nie|niemals|ohne|weder|vermeid*|verhinder*|"
    "hör*~auf|aufhör*|nicht mehr|keine mehr|nicht länger|auf keinen fall|keinesfalls|bloß nicht|bitte nicht|nimmer|"
    "net|nich|keineswegs|schluss mit|nie wieder|nie mehr|unter keinen umständen",
    "except": "außer|ausgenommen|abgesehen|mit ausnahme|mit ausnahme von|bis auf das|bis auf die|bis auf den|"
    "nur noch nicht|nur nicht|aber nicht|nicht aber|jedoch nicht|ausser bei",
    "instead": "statt|anstatt|anstelle|anstelle von|und nicht|stattdessen nicht",
    "instead_end": "stattdessen",
    "only": "nur|lediglich|ausschließlich|bloß|nur noch|einzig|allein|rein|nur noch mehr|nur mehr",
    "too_to": "zu",
    "too": "viel zu|zu viel|zu viele|zu sehr|allzu|übertrieben|viel zu viele|viel zu viel|etwas zu|ein bisschen zu|"
    "ein wenig zu|zu stark|deutlich zu|bisschen zu|unnötig|übermäßig|weitaus zu|einfach zu|leicht zu|definitiv zu|"
    "irre|echt zu|wahnsinnig",
    "too_few": "zu wenig|zu wenige|viel zu wenig|viel zu wenige|nicht genug|nicht genügend|kaum|kaum noch|"
    "fast keine|so gut wie keine|zu selten|viel zu selten|nicht oft genug|fast nie|ungenügend|fast gar nicht|"
    "fast nicht",
    "so": "so|derart|dermaßen|so viel|so viele|so sehr|so stark|ganz so|gar so|solch|solche|derartig",
    "enough": "genug|genügend|ausreichend|hinreichend",
    "keep": "ist okay|ist ok|ist okay so|ist ok so|ist in ordnung|passt mir|passt|passt schon|ist gut so|sind okay|"
    "sind ok|sind in ordnung|sind gut so|gefällt mir|gefallen mir|bleib*|lass|lasse|lasst|lassen|belass*|behalt*|"
    "behält|beibehalt*|beizubehalten|unverändert*|gleich bleiben|gleichbleiben|unangetastet|unberührt|finger weg|"
    "anfass*|angefasst|anrühr*|anzufassen|anzurühren|anzutasten|fass*~an|rühr*~an|tast*~an|berühr*|antast*|verschon*|"
    "wie es ist|wie er ist|wie sie ist|wie sie sind|so wie es ist|wie gehabt|konstant|stehen lassen|in ruhe|fixier*|"
    "fest|eingefroren|einfrier*|frier*~ein|erhalten|festhalt*|halt*~fest|so lassen|soll so bleiben|stehenlassen|"
    "unbeeinflusst|dran rühren|daran rühren|dasselbe|stabil|herumspiel*|herumschraub*|weiterhin|bewahr*|wie jetzt",
    "others": "der rest|den rest|rest|dem rest|alles andere|alles übrige|das übrige|die anderen|den anderen|"
    "andere einstellungen|alle anderen|die restlichen|restliche*|restlichen|sonst nichts|nichts anderes|nichts sonst|"
    "nichts weiter|sonst alles|die übrigen|übrige|übrigen|andere werte|sonstige*|alle übrigen|alle restlichen|"
    "anderen|sonst gar nichts|ansonsten alles|ansonsten nichts|sonst bitte nichts|sonst|ansonsten|weiter nichts|"
    "anderes",
    "nothing": "nichts|gar nichts|keine einstellung|keine einstellungen|keine werte|keinen wert|keinen parameter|"
    "überhaupt nichts|an nichts",
    "word": "sieht gut ~aus|sieht gut aus|sieht super ~aus|sieht schon besser ~aus|ist gut|gut gemacht|alles gut|"
    "sehr gut|gut so|alles klar|gute arbeit|sehr schön|läuft gut|läuft super|läuft prima|läuft bestens|fast|ich fahr|"
    "ich fahre|fahre ich|wir fahren|fahr ich|in urlaub|im urlaub|am besten|zur zeit|im moment|im großen und ganzen|"
    "auf jeden fall|auf dauer|in zukunft|ab jetzt|ab sofort|ab heute|an sich|so langsam|zum beispiel|"
    "bis auf weiteres|im prinzip|unter anderem|an der stelle|bei mir|bei dir|nach meinem geschmack|von mir aus|"
    "vom bot|des bots|auf einmal|im grunde|einen moment|zwei dinge|drei dinge|zwei sachen|noch was|noch etwas|"
    "von daher|für den anfang|zu dem|zu den|zu der|zu mir|nach und nach|mal wieder|auch|immer noch|immer|noch|"
    "an stelle|aus sicherheitsgründen|im augenblick|auf die dauer|wider|hat|tag|am ende|kommt|in ordnung",
    "all": "alles|alle werte|alle einstellungen|einstellungen|die einstellungen|parameter|die parameter|"
    "alle parameter|konfiguration|setup|der bot|den bot|dem bot|das ganze|das alles|werte|die werte|alle zahlen|"
    "meinen bot|mein bot",
    "slight": "etwas|ein bisschen|ein wenig|bisschen|leicht|einen tick|ein tick|ein tickchen|einen hauch|ein hauch|"
    "ein stück|ein stückchen|geringfügig|eine spur|eine idee|sachte|moderat|mäßig|ein klein wenig|ein klein bisschen|"
    "bissl|bisserl|bissi|nen tick|n bisschen|behutsam|dezent|eine nuance|ein kleines bisschen|ein kleines stück|"
    "eine stufe|minimal|einen schritt|ein paar prozent|ganz leicht|leichte|leichter|kleines bisschen|tick|"
    "eine kleinigkeit|ein quäntchen|ein wenig mehr als|unwesentlich|sanft",
    "large": "viel|deutlich|stark|erheblich|wesentlich|massiv|drastisch|kräftig|sehr|richtig|ordentlich|merklich|"
    "beträchtlich|enorm|spürbar|signifikant|radikal|gewaltig|um einiges|bei weitem|sehr viel|ganz stark|heftig|krass|"
    "extrem|um vieles|um längen|weitaus|wahnsinnig viel|ein ganzes stück|ein gutes stück|einiges|"
    "ein ordentliches stück|viel viel|bedeutend|jede menge|deutliche|starke|deutlicher|kräftige",
    "join": "und|aber|dann|sowie|mit|dafür|dabei|jedoch|allerdings|doch|außerdem|zudem|danach|anschließend|plus|"
    "während|wobei|oder|dazu noch|dann noch|des weiteren|darüber hinaus|und zwar|und dann|und auch|aber auch|"
    "aber dann|nebenbei|erstens|zweitens|drittens|obwohl|trotzdem|dagegen|ebenso|samt|und dabei|und dafür|"
    "und außerdem|zusammen mit|bzw|hingegen|daher|deshalb|darum|drum|also",
    "why": "weil|denn|damit|wegen|sodass|so dass|da ich|da der|da die|da das|da es|da wir|aufgrund|angesichts|"
    "damit ich|damit er|damit der|damit es|nachdem|zumal|schließlich|ich finde nämlich|aus angst|dann kann ich|"
    "dann wird|dann werden",
    "cond": "wenn|falls|sobald|sofern|immer wenn|solange|es sei denn|bis",
    "cond_polite": "wenn möglich|falls möglich|wenn es geht|wenn das geht|wenn du magst|wenn du kannst|"
    "wenn sie können|wenns geht|wenn ich bitten darf|wenn es dir nichts ausmacht|wenn es ihnen nichts ausmacht|"
    "wenn das möglich ist|wenn es möglich ist|wenn das ok ist|wenn das okay ist|wenn es recht ist|"
    "wenn du so nett wärst|falls das geht|falls es geht|wenn das passt|sofern möglich|falls du kannst|falls nötig|"
    "wenn nötig",
    "ask": "was|wie|warum|wieso|weshalb|welche|welcher|welches|welchen|wann|wo|wer|wozu|woran|wovon|worin|inwiefern|"
    "soll ich|sollte ich|sollten wir|sollen wir|soll der|sollte der|muss ich|ist das|ist es|ist der|ist die|ist mein|"
    "ist meine|sind die|sind meine|gibt es|macht es sinn|lohnt es sich|lohnt sich|wäre es|ist mein risiko|wird der|"
    "wird das|würde das|was ist|was macht|was bedeutet|was passiert|was wäre|wie hoch|wie viel|wie viele|wie lange|"
    "wie oft|hat der|habe ich|ob|frage|bin ich|weißt du|wissen sie|findest du|meinst du|glaubst du|denkst du|"
    "was heißt|wofür|wodurch|kurze frage|dumme frage",
    "aux": "ist|sind|hat|habe|haben|wird|werden|würde|war|bin|soll|sollte|macht|hast|handelt|kostet|bringt|geht|"
    "läuft|braucht|muss|nutzt|benutzt|darf|steht|stimmt|passt",
    "greet": "wie schauts ~aus|wie siehts ~aus|wie schaut's ~aus|wie sieht's ~aus|schauts ~aus|hallo|hi|hey|moin|"
    "servus|guten morgen|guten tag|guten abend|grüß gott|grüezi|na|also|und|aber|ok|okay|so|hm|äh|ach|gut|danke|"
    "sorry|entschuldigung|entschuldige|verzeihung|mal ehrlich|mal|bitte|kurz|nur|sag mal|nur noch so aus interesse|"
    "nur so aus interesse|noch eine frage|eine frage|kurze frage|übrigens|bot|claude|mensch|alter|leute|ja|nein|tja|"
    "denn|jetzt|ich frage mich|ich wüsste gern|mich würde interessieren|bevor ich was ändere",
    "may_i": "kann|kann der bot|kann ich|kann man|könnte ich|könnte man|darf ich|darf der bot|können",
    "own_again": "also bitte|aber bitte|also setz|also mach|also senk|also erhöh|aber ich will|aber ich möchte|"
    "ich will|ich möchte|also lass uns|ich hätte gern|aber mach|aber setz",
    "tell": "erklär|erkläre|erklären sie|zeig|zeige|zeigen sie|sag mir|sage mir|sagen sie mir|beschreib|beschreibe|"
    "vergleich|vergleiche|liste|fass zusammen|fasse zusammen|erläutere|erzähl|erzähle|verrate mir|nenne|nenn|"
    "berechne|simuliere|schätz|schätze|teste|backtest|ich verstehe nicht|übersetze|hilf mir zu verstehen|erklären|"
    "zeigen",
    "polite": "kannst du nicht|könntest du nicht|können wir nicht|kann der bot nicht|kann er nicht|"
    "könnten sie nicht|kann das ding nicht|kann das nicht|könnte man nicht|kann man nicht|willst du nicht|"
    "könnte der bot nicht|könnte er nicht|kannst|könntest|bitte|kannst du|kannst du bitte|kannst du mal|"
    "kannst du mir|kannst du bitte mal|könntest du|könntest du bitte|könntest du mir|könnten sie|könnten sie bitte|"
    "können sie|können sie bitte|würdest du|würdest du bitte|würden sie|würden sie bitte|können wir|könnten wir|"
    "magst du|wärst du so nett|wären sie so freundlich|wären sie so nett|sei so gut|sei so nett|seien sie so gut|"
    "wie wäre es mit|wie wärs mit|wie wäre es , wenn|wie wäre es wenn|warum nicht|kriegst du|bekommst du|du kannst|"
    "du könntest|sie können|sie könnten|ist es möglich|wäre es möglich|bist du so nett|kann man bitte|"
    "tu mir den gefallen|ich bitte dich|ich bitte sie|bitte einmal|bitte mal|könnt ihr|könntet ihr|kannste|"
    "ich bitte darum|ich darf sie bitten|dürfte ich bitten|dürfte ich sie bitten",
    "wish": "ich will|ich möchte|ich möcht|ich hätte gern|ich hätte gerne|hätte gern|hätte gerne|ich würde gern|"
    "ich würde gerne|würde gern|würde gerne|ich wünsche mir|ich wünsche|wir wollen|wir möchten|lieber|am liebsten|"
    "gib mir|ich brauche|wir brauchen|brauche|lass uns|lasst uns|lassen sie uns|lass den bot|lass ihn|lasst den bot|"
    "lassen sie den bot|mir wäre lieber , wenn|mir wäre lieber wenn|mir wäre es lieber , wenn|"
    "mir wäre es lieber wenn|es wäre schön , wenn|es wäre schön wenn|es wäre gut , wenn|es wäre gut wenn|"
    "es wäre super , wenn|es wäre super wenn|mir wäre wohler , wenn|mir wäre wohler wenn|ich fände es gut , wenn|"
    "ich fände es gut wenn|ich fänd es besser , wenn|ich fänd es besser wenn|ich fände es besser , wenn|"
    "ich fände es besser wenn|ich würde mich wohler fühlen , wenn|ich würde mich wohler fühlen wenn|"
    "mir wäre wohler mit|ich würde mich freuen , wenn|ich würde mich freuen wenn|es wäre mir recht , wenn|"
    "es wäre mir recht wenn|es wäre mir lieber , wenn|es wäre mir lieber wenn|besser wäre , wenn|besser wäre wenn|"
    "ich wäre froh , wenn|ich wäre froh wenn|ich wäre dankbar , wenn|ich wäre dankbar wenn|ich schlafe besser , wenn|"
    "ich schlafe besser wenn|schön wäre|gut wäre|besser wäre|mir wäre|will|möchte|wollen|wünsche|ich bevorzuge|"
    "her mit|ich habe lieber|ich hab lieber|ich mag|mir reicht|mir reichen|es reicht|es reichen|reicht|reichen|"
    "ich bin für|der bot soll|der bot sollte|er soll|er sollte|ich denke wir sollten|wir sollten|du solltest|"
    "ich setze lieber|mir genügt|her damit|ich würde lieber|würde lieber|es darf|darf ruhig|ruhig",
    "pronoun": "das|den|die",
    "it": "es|ihn|diesen wert|diese einstellung|den wert|dieser wert|ihm|sie wieder|beide|beides|davon|er|"
    "das wieder|beiden",
    "same": "dasselbe für|das gleiche für|dasselbe mit|das gleiche mit|genauso|ebenso für|gleiches für|dito|"
    "das gleiche gilt für|gleiches gilt für",
    "again": "nochmal|noch mal|noch einmal|noch ein bisschen|noch etwas|wieder|erneut|noch weiter|"
    "das gleiche nochmal|noch ein stück|weiter so|einmal mehr|noch eins drauf",
    "back_off": "das war zu viel|zu viel des guten|das ist zu viel|nicht ganz so viel|das war zu stark|"
    "doch etwas weniger|zu weit|übers ziel hinaus|doch nicht so viel",
    "other": "das andere|den anderen|die andere|nicht das|nicht den|nicht die|falsche|das meinte ich nicht",
    "correct": "sondern|äh nein|ähm nein|äh ne|äh nee|oder nein|oder doch lieber|oder besser|nein besser|nein warte|"
    "warte|quatsch|ich meine|ich meinte|sorry|korrektur|korrigiere|ach nein|nee|nein|doch lieber|besser gesagt|"
    "halt nein|vergiss das|stopp|moment|pardon|ne|ach quatsch|nein doch|verbesserung|ich korrigiere",
    "restore": "wieder wie|alles wieder wie|wieder so wie|rückgängig|mach*~rückgängig|rückgängig machen|"
    "mach das rückgängig|zurücksetz*|zurückzusetzen|setz*~zurück|stell*~zurück|stell*~her|wiederherstell*|"
    "wiederherzustellen|wieder her|zurückdrehen|roll*~zurück|rolle zurück|zurückroll*|geh*~zurück|zurückgehen|"
    "kehr*~zurück|zurückkehr*|spring*~zurück|wechsel*~zurück|zurückwechseln|zurück zum stand|zurück zur|zurück zum|"
    "widerruf*|undo|revidier*|mach*~ungeschehen|ungeschehen|hol*~zurück|zurückholen|bring*~zurück|verwirf|verwerf*|"
    "lade|stornier*|nehme zurück|will*~zurück|zurückhaben",
    "back": "zurück auf|zurück zu|zurück|retour",
    "redo": "wiederhol*|rückgängig doch nicht|doch wieder herstellen|redo|rückgängigmachen aufheben|"
    "stell die änderung wieder her|wende es wieder an|doch wieder anwenden",
    "default": "standard|standardwert*|standardeinstellung*|werkseinstellung*|voreinstellung*|grundeinstellung*|"
    "ursprüngliche|ursprünglichen|default*|ausgangswert*|ausgangseinstellung*|auslieferungszustand|standardmäßig|"
    "vorgabe|vorgabewert*|grundwert*|startwert*|anfangswert*",
    "last": "letzte|letzten|letzter|letztes|vorherige*|vorige*|jüngste*|zuletzt|eben gemacht",
    "previous": "wie vorher|wie zuvor|vorher|zuvor|wie es war|wie früher|alten wert|alter wert|alten werte|"
    "wie davor|davor|so wie es war|wie er vorher war|wie sie vorher war|frühere*|den alten|die alten|das alte|"
    "wie am anfang|was vorher",
    "yesterday_morning": "gestern früh|gestern morgen|gestern vormittag|am gestrigen morgen",
    "yesterday": "gestern|gestrig*",
    "before_yesterday": "vorgestern",
    "last_week": "letzte woche|letzter woche|vorige woche|voriger woche|vergangene woche|vergangener woche|"
    "letzten woche|vorigen woche|vergangenen woche",
    "last_month": "letzten monat|letztem monat|letzten monats|vorigen monat|vergangenen monat|im letzten monat",
    "this_morning": "heute früh|heute morgen|heute vormittag",
    "last_night": "gestern abend|letzte nacht|gestern nacht|letzter nacht",
    "today": "heute|heutig*",
    "ago": "vor|her",
    "weekday=mon": "montag",
    "weekday=tue": "dienstag",
    "weekday=wed": "mittwoch",
    "weekday=thu": "donnerstag",
    "weekday=fri": "freitag",
    "weekday=sat": "samstag|sonnabend",
    "weekday=sun": "sonntag",
    "changes": "änderung*|anpassung*|schritte|schritten|änderungen|veränderung*|das letzte|deine änderung|eingriff*",
    "version": "version*|fassung|stand|snapshot|preset|namens|zustand|gespeicherte*|konfiguration nummer",
    "goal": "im monat|pro monat|pro jahr|im jahr|geld verdienen|mehr geld|garantier*|mein geld verdoppeln|"
    "reich werden|reich|nie verlieren|den markt schlagen|risikolos|ohne verlust|verdien*|rendite*|mehr gewinn|"
    "mehr profit|profitabel|profitabler|gewinnbringend*|sharpe|performance|ergebnisse|trefferquote|mehr verdienen|"
    "outperform*|ertrag|erträge|pro woche|keine verluste mehr",
    "vague": "besser|verbesser*|optimier*|optimal|perfekt|am besten laufen|gut|richtig einstellen|sinnvoll|"
    "vernünftig|ideal|passend|angemessen|reparier*|schlauer|klüger|gescheit|hilf|hilfe|irgendwas|normal|ordentlicher|"
    "geeignet|anders|ander*|irgendwie|zauber*|mach was|mach mal|feinjustier*|schöner|balancier*|ausgewogen*|"
    "bring in ordnung",
    "percent": "prozent|prozentig",
    "points": "prozentpunkte|prozentpunkt|prozentpunkten|punkte|punkt",
    "basis": "basispunkte|basispunkt|basispunkten|bp|bps|bips",
    "times": "mal|fach|fache|faches|fachen",
    "of_now": "des aktuellen|des jetzigen|vom aktuellen|des aktuellen werts|des jetzigen werts|des bisherigen|"
    "vom jetzigen wert|vom aktuellen wert|des derzeitigen|der aktuellen|der jetzigen|der bisherigen|der derzeitigen|"
    "davon übrig|des bisherigen werts",
    "hours": "stunde|stunden|std|h",
    "days": "tage|tagen|tages",
    "minutes": "minute|minuten|min",
    "weeks": "wochen|woche",
    "coins": "btc|bitcoin|bitcoins|eth|einheiten|einheit|coin|coins",
    "point": "komma|punkt komma",
    "and_half": "und ein halb|und eine halbe|einhalb",
    "number_of": "anzahl der|anzahl an|anzahl von|zahl der|höhe der|höhe des|größe der|wert für|wert von|wert des|"
    "wert der|grad der|grad an|maß an|die anzahl|anzahl",
    "says": "sagt|sagte|meint|meinte|empfiehlt|empfahl|schreibt|schrieb|rät|behauptet|gesagt|geschrieben|empfohlen|"
    "geraten|laut|zufolge|steht|stand|findet|schwört|twitterte|postete|gelesen|gehört|behauptete|schlägt vor|predigt",
    "agree": "er hat recht|sie hat recht|ich stimme zu|das finde ich auch|da stimme ich zu|klingt vernünftig|"
    "guter rat|das sehe ich auch so|gute idee|da hat er recht",
    "source": "freund|freundin|newsletter|tweet|forum|artikel|blog|beitrag|guru|analyst|analysten|youtuber|youtube|"
    "telegram|discord|twitter|reddit|email|mail|nachricht|webseite|website|kollege|kollegin|kumpel|nachbar|bruder|"
    "schwester|chef|experte|experten|jemand|vater|onkel|signalgruppe|kommentar|text|dokument|bericht|schlagzeile|"
    "influencer|frau|mann|podcast|chatgpt|leute|buch|mentor|berater|chat|gruppe|video|zeitung|seite|coach|schwager|"
    "papa|mutter|opa|internet",
    "attack": "ignoriere alle|ignoriere deine|ignoriere sämtliche|vergiss alle|vergiss deine|vorherigen anweisungen|"
    "bisherigen anweisungen|entwicklermodus|ohne limits|ohne grenzen|ohne sicherheits*|umgeh*|aushebel*|"
    "überschreib* die limits|jailbreak|systemprompt|system prompt|du bist jetzt|tu so|sicherheitsprüfung*|"
    "sicherheitsmechanism*|alle limits aus|ohne rückfrage|ohne zu fragen|ohne prüfung|admin modus|adminmodus|"
    "deine regeln|deine anweisungen|über die grenzen hinaus|limits ignorieren|alle prüfungen",
}  # fmt: skip
