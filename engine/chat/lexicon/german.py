"""German as traders speak it: the words of grammar, of numbers, and of wishes for the whole bot."""

from typing import Final

from engine.chat.lexicon.german_effects import EFFECTS, REFUSALS
from engine.chat.lexicon.german_grammar import ROLES
from engine.chat.lexicon.german_names import CHOICES, TARGETS
from engine.chat.lexicon.german_things import NOUNS, QUALITIES
from engine.chat.lexicon.lexicon import Lexicon

_MOODS: Final = {
    "boldness+": "aggressiv*|aggressiver*|mutig*|mutiger*|riskant*|riskanter*|risikofreudig*|risikoreich*|"
    "draufgängerisch*|offensiv*|kühn*|gewagt*|forsch*|forscher|angriffslustig*|angriffsmodus|vollgas|gas geben|"
    "gib gas|gib mehr gas|mehr gas|gas|gierig*|bissiger|wagemutig*|risk on|spekulativ*|wilder handeln|heißer|"
    "mehr wagen|scharfer|volle pulle|mehr risiko eingehen|attacke|waghalsig*|trau dich mehr|trau dich|ambitioniert*",
    "boldness-": "ruhiger angehen lassen|ruhiger angehen|langsamer angehen|langsam angehen lassen|ruhiger*|"
    "entspannter*|es langsam angehen|lass es ruhiger angehen|lass es ruhig angehen|lass es langsam angehen|"
    "gemütlicher|konservativ*|konservativer*|vorsichtig*|vorsichtiger*|defensiv*|defensiver*|behutsamer|"
    "zurückhaltend*|zurückhaltender|risikoscheu*|risikoärmer*|risikoarm*|risikobewusst*|sicherheitsorientiert*|"
    "auf nummer sicher|nummer sicher|auf sicherheit|kapital schützen|kapital erhalten|kapitalerhalt|"
    "mein geld schützen|weniger wild|ruhiger schlafen|besser schlafen|bedacht*|bedächtig*|gemäßigt*|zahm*|zahmer|"
    "brav*|braver|sanfter|schonend*|risk off|abgesichert*|defensive|in deckung|kein großes risiko|weniger gas|"
    "vom gas|fuß vom gas|geh vom gas|entspannter handeln|schutzmodus|moderater|sicherer handeln|sichere schiene|"
    "auf die bremse|bremse rein|schonender|kürzer treten|tritt kürzer|kleinere brötchen|kleine brötchen",
    "sensitivity+": "empfindlich*|sensibel|sensibler*|sensible|sensitiv*|empfindlichkeit|sensitivität|feinfühlig*|"
    "hellhörig*|wachsam*|feiner ansprechen|ansprechempfindlich*|reizbar*|hellhöriger|sensibilität",
    "sensitivity-": "unempfindlich*|dickfellig*|stumpfer|abgestumpft*|dickhäutig*|unsensibel",
    "quickness+": "reaktionsfreudig*|reaktionsschnell*|reagier*|reaktionsfähig*|reaktion|reaktionszeit|"
    "reaktionsgeschwindigkeit|wendig*|wendiger|agil*|agiler|anpassungsfähig*|aktuelle kurse|aktuelle preise|"
    "aktueller|spritzig*|flexibler auf den markt|auf zack|am puls",
    "quickness-": "glatt|glatter*|glätte*|geglättet*|ruhigere signale|ruhigeres signal|glättung|geschmeidig*|"
    "ruhigerer verlauf",
    "frequency+": "aktiv*|aktiver*|handelsfrequenz|handelshäufigkeit|frequenz|mehr aktivität|umtriebig*|"
    "mehr gelegenheiten|gelegenheiten|mehr chancen|chancen|mehr action|action|mehr los|mehr betrieb|aktivität|"
    "fleißig*|fleißiger|umschlagshäufigkeit|öfter zuschlagen|häufiger zuschlagen|umschlag",
    "frequency-": "wählerisch*|selektiv*|inaktiv*|passiver|geduldig*|geduldiger*|geduld|selektiver|anspruchsvoll*|"
    "wählerischer|nur noch die besten setups|nur die besten setups|pingelig*|handverlesen*",
}  # fmt: skip

_NUMBERS: Final = {
    "null": 0, "eins": 1, "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwei": 2, "zwo": 2, "drei": 3,
    "vier": 4, "fünf": 5, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "fuenfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "einundzwanzig": 21, "zweiundzwanzig": 22,
    "dreiundzwanzig": 23, "vierundzwanzig": 24, "fünfundzwanzig": 25, "dreißig": 30, "fünfunddreißig": 35,
    "vierzig": 40, "fünfundvierzig": 45, "achtundvierzig": 48, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "fünfundsiebzig": 75, "achtzig": 80, "neunzig": 90, "hundert": 100, "einhundert": 100, "tausend": 1000,
    "ein dutzend": 12, "anderthalb": 1.5, "eineinhalb": 1.5, "einenhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5,
    "viereinhalb": 4.5, "ein paar": 2, "zweihundert": 200, "ein halbes": 0.5, "einem halben": 0.5,
    "einen halben": 0.5, "eine halbe": 0.5,
}  # fmt: skip
_FACTORS: Final = {
    "verdoppel*": 2, "verdopple": 2, "verdoppeln": 2, "doppelt so": 2, "doppelt": 2, "das doppelte": 2, "doppelte": 2,
    "doppelten": 2, "verdreifach*": 3, "dreifach": 3, "das dreifache": 3, "dreimal so": 3, "vervierfach*": 4,
    "vierfach": 4, "halbier*": 0.5, "halb so": 0.5, "halb so viel": 0.5, "doppelt so viel": 2, "zweimal so": 2,
    "verfünffach*": 5, "zweifach": 2, "anderthalbfach": 1.5, "anderthalbfache": 1.5, "halbe portion": 0.5,
    "verzehnfach*": 10,
}  # fmt: skip
_SHARES: Final = {
    "die hälfte": 0.5, "hälfte": 0.5, "zur hälfte": 0.5, "halbe": 0.5, "halben": 0.5, "halb": 0.5,
    "ein drittel": 1 / 3, "einem drittel": 1 / 3, "drittel": 1 / 3, "zwei drittel": 2 / 3, "ein viertel": 0.25,
    "viertel": 0.25, "drei viertel": 0.75, "dreiviertel": 0.75, "ein fünftel": 0.2, "fünftel": 0.2,
    "ein zehntel": 0.1, "zehntel": 0.1, "ein achtel": 0.125, "ein sechstel": 1 / 6, "einem viertel": 0.25,
    "zwei fünftel": 0.4, "einem fünftel": 0.2, "einem zehntel": 0.1, "einem achtel": 0.125, "einem sechstel": 1 / 6,
}  # fmt: skip
_PLAIN: Final = (
    "ständig andauernd dauernd laufend zahle zahlst zahlt gezahlt bezahle bezahlt rum herum der die das den dem des "
    "dass ein ich du er sie wir ihr mich dich sich uns euch mir dir ihm ihnen mein meine meinen meinem meiner meines "
    "dein deine deinen deinem deiner sein seine seinen ihre ihren ihrem unser unsere unseren unserer euer dieser "
    "diese dieses diesen diesem jener jene jenes man hier da dort dann jetzt nun gerade aktuell derzeit momentan "
    "bisher schon bereits eben halt einfach eigentlich ja doch wohl etwa ungefähr rund circa ca vielleicht "
    "möglicherweise wahrscheinlich eventuell nämlich überhaupt gar ganz ziemlich recht relativ besonders wirklich "
    "echt total absolut völlig komplett gänzlich insgesamt generell grundsätzlich allgemein im in ins am für durch "
    "aus seit bis als wie ob wird werden wurde worden würde würden werde wirst bin bist sind gewesen habe hab hat "
    "haben hatte hatten hätte hätten kann kannst könnte können konnte mag magst würdest darf dürfte lässt tut tun "
    "getan machst gemacht gehst gekommen kommen hin dorthin hierhin bot bots trader traders trading kurs kurse "
    "kursen kurses preis preise preisen markt märkte märkten marktes börse krypto währung jahr jahre monat monate "
    "woche tage nacht morgen morgens abend abends mittag uhr zeit zeiten zeitlang leben urlaub ferien sommer winter "
    "arbeit frau herr grüße gruß vielen dank danke gern gerne hallo hi hey moin servus tschüss grüezi liebe lieber "
    "guten schönen herzlichen freundlichen mfg vg lg ding dinge sache sachen teil punkte art weise grund gründe "
    "gefühl gefühlt meinung ansicht idee plan wunsch frage antwort angst sorge sorgen nerven nervt stört störend "
    "ärgert schade leider gottseidank hoffentlich bauchschmerzen bauchgefühl mulmig unwohl wohler gemütlich gerecht "
    "worte sehe siehst sieht gesehen denke denkst denkt gedacht finde findest glaube glaubst meinst weiß weißt "
    "wissen kenne kennst versteh verstehe verstehst verstanden hoffe fühle fühlt merke gemerkt bemerkt brauch "
    "brauchst braucht schau schaue guck gucke pass auf hör höre übrigens nebenbei kurz gesagt ehrlich sag sage beim "
    "vorm hinterm unterm überm zwischen neben weil obwohl deswegen deshalb daher darum somit folglich trotzdem "
    "sowieso ohnehin jedenfalls natürlich selbstverständlich klar genau stimmt passt super toll prima klasse gut "
    "schlecht schlimm blöd doof mist scheiße verdammt alter digga kumpel leute freunde kollege mann mensch junge "
    "meister chef claude toption assistent ki-assistent einstellung wert regler schieber schalter knopf option "
    "optionen funktion feature profil feld variable setzung höhe gesamt komplette ganze ganzen ganzer ganzes jeder "
    "jede jedes jeden jedem alle allen aller einige einigen manche mancher mehrere viele wenig wenige beide selbst "
    "selber miteinander untereinander heutzutage neulich kürzlich letztens demnächst künftig zukünftig bald später "
    "nachher vorhin soeben direkt gleich mal einmal zweimal dreimal wieder vorerst erstmal zunächst zuerst endlich "
    "schließlich zuletzt sonst daran darauf daraus darin darüber davon dazu dafür dagegen dabei damit hierfür "
    "hiervon hierbei womit wofür wobei nachdem während bevor ehe seitdem solang tagsüber bitcoin btcs coins rally "
    "crash absturz dip dips bullenmarkt bärenmarkt seitwärts seitwärtsmarkt seitwärtsphase phase phasen lage "
    "situation umfeld bedingungen news nachrichten zinsentscheid fed inflation kostet kosten gebühren gebühr steuern "
    "ergebnis ergebnisse effekt wirkung folge auswirkung entscheidung entschieden beschlossen überlegt geplant "
    "vorgenommen probieren testen experiment test übung versuch spiel spielen tipp trick hinweis info beispiel fall "
    "fälle genommen genutzt zu allem übel zieht gezogen gestellt gebracht gegangen gefahren geblieben worum sei "
    "seien wäre wären sind's ist's gibt's geht's gehts gibts macht's machs sondern weder entweder jeweils pro je etc "
    "usw bzw bspw evtl ggf inkl exkl inklusive tendenziell faktisch praktisch theoretisch sozusagen quasi irgendwo "
    "irgendwann irgendwer jemanden niemand keiner wer wen wem wessen ansonsten andererseits einerseits übrig eigenen "
    "eigene eigener passieren passiert geschehen lassen müssten möchten wollte wollten wolltest willst wollt sollst "
    "will darfst dürfen ab sofort los geht weitergehen weitermachen handhaben umgehend geraten nach vorne hinten "
    "oben unten links rechts innen außen drüben hinein heraus herein zusammen allein gemeinsam extra speziell "
    "ausdrücklich unbedingt dringend schnellstmöglich baldmöglichst rechtzeitig pünktlich lust bock laune spaß "
    "freude glück pech fehler problem probleme schwierig leicht leichter besseres besten beste bester nächste "
    "nächsten nächster erste ersten erster zweite zweiten dritte dritten eh nix was wat dat et ick isch bissel gell "
    "oder ne wa nicht wahr"
)  # fmt: skip

GERMAN: Final = Lexicon(
    code="de",
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
)
