"""French as traders speak it: the words of grammar, of numbers, and of wishes for the whole bot."""

from typing import Final

from engine.chat.lexicon.french_effects import EFFECTS, REFUSALS
from engine.chat.lexicon.french_grammar import ROLES
from engine.chat.lexicon.french_names import CHOICES, TARGETS
from engine.chat.lexicon.french_things import NOUNS, QUALITIES
from engine.chat.lexicon.lexicon import Lexicon

_MOODS: Final = {
    "boldness+": "agressi*|agressif|agressive|audacieu*|hardi*|téméraire*|risquée|risquées|offensi*|fonceur*|"
    "courageu*|intrépide*|mordant*|culotté*|osé|oser|ose|plus risqué|plus risqués|prends plus de risques|"
    "prendre plus de risques|prise de risque plus|mode attaque|plein gaz|les gaz|mets les gaz|mettre les gaz|"
    "à l'attaque|attaque|gourmand*|gourmande|ambitieu*|fougueu*|spéculati*|plus de punch|punchy|vas y à fond|"
    "combati*|de l'audace|plus de mordant|pied au plancher|lâche les chevaux|fonce",
    "boldness-": "y aller doucement|vas y doucement|plus calmement|calme un peu|moins risqué|moins risqués|"
    "trop risqué|pas si risqué|prudent*|prudemment|prudence|conservateur*|conservatrice*|défensi*|sage*|sagement|"
    "sécurit*|sécuritaire|protecteur*|protectrice*|calme toi|calmer le jeu|calme le jeu|en sécurité|mesuré*|modéré*|"
    "modérée|précaution*|frileu*|craintif|craintive|timide*|posé|posée|lève le pied|lever le pied|levez le pied|"
    "dormir tranquille|mieux dormir|protéger mon capital|protéger le capital|préserver mon capital|"
    "préserver le capital|jouer la sécurité|joue la sécurité|en douceur|pépère|tranquillement|plus tranquille|"
    "plus tranquilles|zen|cool le jeu|raisonnable|raisonnables|plus calme|mollo|vas y mollo|plus sûr|plus sûre|"
    "plus doux|plus douce|moins exposé au risque|assagi*|soft|père de famille|ralentis la cadence du risque|sobre|"
    "retenue|prends moins de risques|moins de risques partout|bon père de famille|en sûreté|réservé",
    "sensitivity+": "sensib*|sensible|sensibilité|réceptif|réceptive|éveillé*|à l'affût|attentif|attentive|"
    "réactif aux petits",
    "sensitivity-": "insensib*|désensibilis*|blindé*|imperturbable*",
    "quickness+": "réacti*|réactif|réactive|réactivité|réagi*|réagir|réagisse|agile*|nerveuse réaction|vif|vive|"
    "vivacité|alerte|adaptab*|s'adapt*|adapte|données récentes|prix récents|cours récents|mouvements récents|récents|"
    "dynamique|fluide réaction|temps de réaction",
    "quickness-": "liss*|lisse|lisser|lissé|lissage|adoucir le signal|plus fluide|posément|signaux plus calmes|"
    "signal plus calme|stabilis*",
    "frequency+": "actif davantage|plus actif|plus active|actives|activité|fréquence|fréquence de trading|"
    "fréquence des trades|plus d'opportunités|opportunités|occasions|plus d'action|d'action|cadence|rythme|remuant*|"
    "cadence des trades",
    "frequency-": "inactif|inactive|sélecti*|sélectif|sélective|exigeant|exigeante|difficile|patient|patiente|"
    "patience|trié sur le volet|triés sur le volet|parcimoni*|pointilleu*|tatillon*|uniquement les meilleurs setups",
}  # fmt: skip

_NUMBERS: Final = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "dix sept": 17, "dix huit": 18, "dix neuf": 19, "vingt": 20, "vingt et un": 21, "vingt deux": 22,
    "vingt trois": 23, "vingt quatre": 24, "vingt cinq": 25, "vingt huit": 28, "trente": 30, "trente cinq": 35,
    "quarante": 40, "quarante cinq": 45, "quarante huit": 48, "cinquante": 50, "soixante": 60, "soixante dix": 70,
    "soixante quinze": 75, "quatre vingts": 80, "quatre vingt": 80, "quatre vingt cinq": 85, "quatre vingt dix": 90,
    "quatre vingt quinze": 95, "cent": 100, "mille": 1000, "une dizaine": 10, "une douzaine": 12, "une vingtaine": 20,
    "une quinzaine": 15, "une trentaine": 30, "une cinquantaine": 50, "une centaine": 100, "un et demi": 1.5,
    "un demi": 0.5, "une demi": 0.5, "deux cents": 200,
}  # fmt: skip
_FACTORS: Final = {
    "double": 2, "doubler": 2, "doublez": 2, "doublons": 2, "doublé": 2, "doublée": 2, "le double": 2, "deux fois": 2,
    "deux fois plus": 2, "triple": 3, "tripler": 3, "triplez": 3, "le triple": 3, "trois fois plus": 3,
    "quadruple": 4, "quadrupler": 4, "deux fois moins": 0.5, "divise par deux": 0.5, "diviser par deux": 0.5,
    "divisez par deux": 0.5, "divisons par deux": 0.5, "coupe en deux": 0.5, "couper en deux": 0.5,
    "coupez en deux": 0.5, "divise en deux": 0.5, "trois fois moins": 1 / 3, "quintupler": 5, "quintuple": 5,
    "décuple": 10, "décupler": 10, "divise par trois": 1 / 3, "divisé par deux": 0.5,
}  # fmt: skip
_SHARES: Final = {
    "moitié": 0.5, "la moitié": 0.5, "de moitié": 0.5, "demi": 0.5, "un tiers": 1 / 3, "tiers": 1 / 3,
    "deux tiers": 2 / 3, "un quart": 0.25, "quart": 0.25, "trois quarts": 0.75, "un cinquième": 0.2,
    "un dixième": 0.1, "cinquième": 0.2, "dixième": 0.1, "un huitième": 0.125, "un sixième": 1 / 6,
    "moitié moins": 0.5, "d'un tiers": 1 / 3, "d'un quart": 0.25, "d'un cinquième": 0.2, "d'un dixième": 0.1,
}  # fmt: skip
_PLAIN: Final = (
    "constamment continuellement le la les un une des du de d' l' j' m' t' s' c' qu' ce cet cette ces ceci mon ma "
    "mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se lui y en "
    "dont qui que quoi où ne n' ni et ou donc or car ici là maintenant actuellement aujourd'hui demain toujours "
    "parfois déjà encore enfin peut être probablement sûrement certainement évidemment vraiment simplement juste "
    "seulement par pour dans chez vers avec sans entre depuis pendant avant après contre sous selon malgré comme "
    "aussi ainsi alors bot robot trader traders marché marchés cours prix crypto monnaie bitcoin stratégie mois an "
    "année années semaine matin soir nuit midi temps moment fois vie travail vacances été hiver monsieur madame ami "
    "amis cordialement merci bien bonne journée bonjour salut coucou bonsoir suis es est sommes êtes sont étais "
    "était étions étaient serai sera serait seraient serais sois soit avoir ai as a avons avez ont avais avait "
    "auront aurait aurais eu faire fais fait faites font ferait ferais faudra voir vois voit vu vue dire dis dit "
    "dites aller vais va vas allons allez vont venir viens vient pouvoir peux pouvons pouvez peuvent pourrait "
    "pourrais pourriez vouloir veux veut voulons voulez voudrait voudriez savoir sais sait savez croire crois croit "
    "penser pense penses pensez sentir sens sent trouve trouves trouver semble chose choses truc trucs genre façon "
    "manière raison raisons sensation impression avis idée plan souhait demande question réponse peur crainte souci "
    "soucis stress nerfs énerve énervant agaçant dommage malheureusement heureusement espère espoir honnêtement "
    "franchement sincèrement clairement bref quand même tout toute tous toutes très si bon bons bonnes mauvais "
    "mauvaise pire super génial parfait nul merde putain mince zut peu beaucoup quelque quelques plusieurs chaque "
    "aucun certains certaines mêmes autre autres tel telle celui celle ceux celles ça cela lequel laquelle lesquels "
    "réglage réglages paramètre paramètres valeur valeurs option options bouton curseur curseurs niveau niveaux "
    "profil champ variable fonction claude toption assistant s'il plaît plait svp stp cher chère voilà voici hein "
    "bah ben bof ouais oui non ouf hop mec gars pote chef chérie environ presque quasiment quasi exactement "
    "précisément plutôt surtout notamment particulièrement globalement généralement habituellement normalement "
    "récemment dernièrement bientôt longtemps directement ensuite puis finalement premièrement dernier dernière "
    "prochain prochaine premier première deuxième second seconde nouveau nouvelle nouveaux nouvelles actuel actuelle "
    "actuels actuelles ancien ancienne haussier baissier rally krach crash dip dips pump dump range latéral latéraux "
    "news fed inflation coûte coûter coût coûts frais impôts résultat résultats effet effets conséquence décision "
    "décidé décidons prévu essayer essaie essaye tester teste test expérience exercice jeu jouer jouons conseil "
    "astuce exemple cas situation conditions environnement contexte phase période partie côté bout fin début milieu "
    "compris comprends comprend comprendre connais connaît rester reste fort facile difficile simple rapidement "
    "dessus dedans dehors dessous partout ailleurs jamais toi moi soi eux celui-ci via etc afin quel quelle quels "
    "quelles dès lors grâce d'avance avance veuillez prier prie priez moi-même mode histoire besoin envie goût "
    "plaisir confort confortable tranquillement problème problèmes erreur erreurs attention garde-fou argument "
    "promis promesse vacance boulot maison enfant enfants famille femme mari père mère week lundi café train avion "
    "route nuits dormir dors dort sommeil stresse stressé inquiet inquiète inquiétude fatigué marre ras bol perso "
    "personnellement gros tordu minute instant peux-tu allons-y quelqu'un quelqu chacun chacune personne gens monde "
    "concernant concerne disons voyons regarde regardez écoute écoutez sert servir marche marchent marchait "
    "fonctionne fonctionner tourne grand suite cause effectivement vite quelconque totalement complètement "
    "entièrement absolument strictement jusque tant mieux pis"
)  # fmt: skip

FRENCH: Final = Lexicon(
    code="fr",
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
