"""French things and qualities that settings are spoken of with."""

from typing import Final

QUALITIES: Final = {
    "big": "gros|grosse|grosses|grossi*|grand|grande|grands|grandes|importante|importantes|important|conséquent*|"
    "imposant*|volumineu*|lourd*|massif|massive|épais*|costaud*",
    "small": "petit|petite|petits|petites|rapetiss*|minuscule*|réduite|réduites|moindre*|léger* taille|maigre*|"
    "modeste*|menu|menues|menus|minime*",
    "wide": "large|larges|élarg*|élargir|élargis|écart*|éloign*|ample*|amples|espacé*|plus loin|loin|distant*|"
    "généreu*|relâch* large|évas*",
    "tight": "serr*|serre|serré|serrée|serrés|serrées|resserr*|étroit*|rapproch*|proche*|rétréci*|rétréci|près|"
    "plus près|collé*|coll*|étriqu*|restreint*",
    "long": "long|longue|longs|longues|longtemps|rallong*|allong*|prolong*|durable*",
    "short": "court|courte|courts|courtes|raccourci*|raccourcir|écourt*|bref|brève*",
    "fast": "vite|rapide|rapides|rapidement|accélér*|plus vite|prompt*",
    "slow": "lent|lente|lents|lentes|lentement|ralenti*|ralentir|mou|molle",
    "early": "tôt|plus tôt|tôt que possible|immédiatement|tout de suite|d'emblée|aussitôt|en avance|prématuré*",
    "late": "tard|plus tard|tardi*|tardif|retard*|différé*|repouss*",
    "often": "souvent|fréquemment|fréquent*|régulièrement|plus souvent",
    "rare": "rarement|moins souvent|rare|rares|moins fréquemment|peu souvent|occasionnellement",
    "strict": "strict|stricte|stricts|strictes|sévère*|durci*|durcir|exigeant*|rigoureu*|dur|dure|ferme|rigide*",
    "loose": "lâche|lâches|relâch*|relâche|assoupli*|assouplir|souple|souples|tolérant*|laxiste*|permissi*|détend*|"
    "desserr*|indulgent*|cool|flexible*",
    "strong": "puissant*",
    "weak": "faible|faibles",
    "deep": "profond*",
    "shallow": "superficiel*",
    "high": "haut|haute|hauts|hautes|élevé|élevée|élevés|élevées",
    "low": "bas|basse|basses",
    "room": "plus de marge|marge|plus d'air|de l'air|plus d'espace|espace|respirer|plus de place|plus de mou|du mou|"
    "de la marge|respire|air",
}  # fmt: skip

NOUNS: Final = {
    "trade": "trade|trades|trader|trading|transaction*|opération|opérations|nombre de trades|négoci*|deals|deal|"
    "tradait|tradent|trade pas|échanges|prises de position|allers retours|déclenchement*|déclench*|se déclenche|tire|"
    "paris",
    "enter": "entrée|entrées|entrer|entrez|entre en position|entrer en position|achat|achats|achète|achètes|acheter|"
    "achetez|ouvrir|ouvre|ouverture|ouvertures|nouvelles positions|nouvelle position|nouveaux trades|"
    "prendre position|prend position|prendre des positions|rentrer|rentre|entry",
    "signal": "signal|signaux",
    "position": "position|positions|lots",
    "open": "ouvert|ouverte|ouvertes|ouverts",
    "size": "taille|tailles|mise|mises|montant|montants|volume|volumes|quantité|quantités|sizing|par trade|"
    "par ordre|par position|par transaction|lot|gabarit|dimension|chaque trade",
    "risk": "risque|risques|risquer|prise de risque|risqu*|niveau de risque|appétit pour le risque|appétit|"
    "tolérance au risque|danger|exposition au risque|facteur de risque",
    "loss": "perte|pertes|perdre|perd|perdu|perds|perdons|perdue|dans le rouge|en négatif",
    "loser": "perdant|perdants|perdante|perdantes|trades perdants|positions perdantes|mauvais trades|"
    "trades qui perdent|trade perdant|position perdante|trades dans le rouge|mauvaises positions|qui tournent mal|"
    "tourne mal|va contre moi|part contre moi|vont contre moi|tourne contre moi",
    "winner": "gagnant|gagnants|gagnante|gagnantes|trades gagnants|positions gagnantes|bons trades|trade gagnant|"
    "position gagnante|trades en profit|trades dans le vert",
    "profit": "gain|gains|profit|profits|bénéfice|bénéfices|plus value|plus values|en gain|dans le vert|gagner|gagné",
    "run": "courir|laisser courir|laisse courir|laissez courir|filer|continuer|cavaler|aller plus loin",
    "lock": "sécuris*|encaiss*|empoch*|verrouill*|engrang*|prise|prises|ramass*|réalis*|mettre au chaud|"
    "mets au chaud|matérialis*|concrétis*|rentr* les|grappill*",
    "stop": "stop|stops|sl|stop order|seuil de perte|ordre stop|stop fixe|niveau de stop|stop de protection",
    "trail": "trailing|suiveur|suiveurs|suiveuse|glissant|qui suit|mobile|traînant|trailer",
    "target": "objectif|objectifs|cible|cibles|tp|target|objectif de gain|objectif de profit|but",
    "exit": "sortie|sorties|sortir|sors|sortez|sortant|vendre|vend|vends|vendez|vente|ventes|ferme|fermer|fermez|"
    "ferment|fermeture|clôtur*|clôture|clôturer|liquid*|solder|solde les|couper|débouclé*|débouclage|déboucl*|"
    "quitter|quitte|exit|exits|couper les|bazarder|te débarrasser|largue*|dégage*",
    "hold": "détention|tenir|tiens|tient|tenue|durée de détention|durée de vie|durée|garder les positions|"
    "garder une position|garder un trade|garder les trades|garde les positions|garde les trades|garde une position|"
    "gardez les positions|garder ses positions|conserver les positions|conserver une position|rester en position|"
    "reste en position|rester dans un trade|reste dans un trade|restes en position|temps en position|"
    "temps dans un trade|détenir|détiens|détient|en position|positions ouvertes pendant|traîn*|traîne|reste ouvert|"
    "reste ouverte|restent ouvertes|restent ouverts|rester ouvert|rester ouverte|rester ouvertes|laisser ouvert|"
    "laisser ouverte|laisse ouvert|laisse ouverte|accroche|s'accroche|garder longtemps|garde trop longtemps|"
    "garder trop longtemps",
    "wait": "attend*|attente|attends|attendre|pause|pauses|patient*|repos|souffl*|temps mort|répit|laisser passer|"
    "laisse passer|marquer une pause|faire une pause|fais une pause|fasse une pause",
    "cooldown": "bougies de pause|barres de pause|pause de|bougie de pause|bougies de repos|cooldown|"
    "refroidissement|temps d'attente|temps de repos|délai d'attente|période d'attente|temps de pause|délai|"
    "récupération|se reprécipite|rentre aussitôt|revenir sur le marché|réentrer|réentre|ré entrer|réentrée|ré entrée|"
    "reprendre position|replonge*|coup sur coup|à la suite|à la chaîne|enchaîn*|revanche|se venger|re rentrer|"
    "rentrer à nouveau",
    "day": "par jour|journalier*|journalière|journalières|quotidien*|quotidienne|jour|journée|chaque jour|"
    "dans la journée|en une journée|sur la journée|sur une journée|en un jour|24 heures|par 24 heures|à la journée|"
    "intraday|tous les jours|du jour",
    "bar": "barre|barres|bougie|bougies|chandelier|chandeliers|période|périodes|candle|candles|bars",
    "band": "bande|bandes|bollinger|bandes de bollinger|canal|enveloppe|enveloppes|largeur de bande|"
    "largeur des bandes|seuil d'entrée|bande d'entrée|seuil de déclenchement|seuil",
    "sigma": "sigma|sigmas|écart type|écarts types|déviation|déviations|déviation standard|écarts type|facteur k|k",
    "window": "fenêtre|fenêtres|historique|moyenne mobile|lookback|look back|profondeur|période de calcul|"
    "fenêtre glissante|longueur de la fenêtre|taille de la fenêtre|période de référence|recul historique|passé|"
    "regarde en arrière|regarder en arrière|période de la moyenne|longueur de la moyenne|période moyenne|"
    "période de bollinger|mémoire|rétroviseur|regard en arrière|dernières bougies|dernières barres|horizon|"
    "échantillon",
    "mean": "moyenne|milieu|ligne médiane|médiane|bande médiane|ligne centrale|centre|ligne du milieu",
    "drawdown": "drawdown|drawdowns|repli|recul|chute du capital|baisse du capital|perte totale|perte globale|"
    "depuis le sommet|depuis le plus haut|depuis son plus haut|depuis le pic|dd|perte maximale du compte|"
    "perte cumulée|effondrement du compte",
    "volatile": "volatil*|volatile|volatilité|vola|turbul*|agité|agitée|agités|agitées|chahut*|chaotique*|chaos|fou|"
    "folle|folles|fous|tempête|tempêtes|orageu*|instable*|mouvementé*|panique|s'affole|part dans tous les sens|"
    "secoué*|secoue|secousses|turbulence|turbulences|débridé*|hystérique|ça secoue|affole*",
    "forecast": "prévision*|prédiction*|prévision|modèle|modèles|ia|ml|pronostic*|forecast*|"
    "intelligence artificielle|apprentissage automatique|machine learning|algorithme|boule de cristal|prédicti*|"
    "projection*|modèle prédictif",
    "confident": "confiance|confiant*|certitude|sûr|sûre|sûrs|sûres|certain|certaine|conviction|probabilité|fiab*|"
    "fiabilité|convaincu*|incertain*|seuil de confiance|assurance|hésitant*|douteu*",
    "weight": "poids|importance|influence|pondér*|pondération|écout*|écoute|fie|fier|fie toi|compte sur|crédit|"
    "confiance à|confiance aux|prendre en compte|prends en compte|tenir compte|tiens compte|foi|peser|pèse|pesant|"
    "attention à|attention aux|suivre les|suis les|la voix",
    "asset": "actif|actifs|crypto|cryptos|pièce|coin|par actif|par crypto|par coin|seul actif|un actif|même actif|"
    "seule crypto|une seule crypto|un seul actif|un seul coin|par pièce|par monnaie|une crypto|chaque actif|"
    "par token|même crypto|même coin|seul coin|même panier",
    "capital": "capital|compte|portefeuille|equity|argent|fonds|solde|avoirs|patrimoine|mes sous|mes billes|"
    "capitaux|pognon|trésorerie|économies",
    "exposure": "exposition|exposé|exposée|allocation|part|part du capital|concentr*|concentration|diversif*|"
    "diversifi*|expos*|œufs dans le même panier|investi|répart*|alloué*|poids en portefeuille|quote part|"
    "pourcentage du capital|engagé|engagés",
    "atonce": "en même temps|simultané*|simultanément|à la fois|en parallèle|simultanées|parallèles|concurrent*|"
    "ensemble ouvertes|au même moment|de front",
    "shorts": "short|shorts|shorter|vente à découvert|ventes à découvert|vendre à découvert|vends à découvert|"
    "vend à découvert|à découvert|découvert|shorte|parier sur la baisse|parier à la baisse|positions courtes|"
    "position courte|positions short|les deux sens|deux sens|vad|positions vendeuses|position vendeuse|sens vendeur|"
    "côté vendeur|trades short",
    "trend": "tendance|tendances|trend|sens du marché|direction du marché|tendance de fond|grande tendance|"
    "tendance générale|tendance principale|tendance longue",
    "against": "contre|à l'encontre|à contre courant|contre tendance|à contresens|à rebours",
    "filter": "filtre|filtres|filtrer|filtrage",
    "slip": "slippage|glissement|dérapage|écart d'exécution|écart de prix|pire prix|mauvais prix|prix d'exécution|"
    "courir après le prix|court après le prix|mauvaise exécution|mauvaises exécutions",
    "scaling": "pyramid*|pyramidage|moyenner à la baisse|moyenne à la baisse|renforcement*|renforcer une position|"
    "martingale|entrées suivantes|entrée suivante|entrées supplémentaires|entrée supplémentaire|"
    "chaque nouvelle entrée|ré achat|rachats|achats suivants|recharge*|recharger|lots suivants|ordres suivants|"
    "moyenner|mise à l'échelle|scaling|entrées ultérieures|renforts|chaque entrée supplémentaire|averaging down|dca",
    "confirm": "confirm*|confirmation|confirmations|confirmé|avant d'entrer|avant l'entrée|avant d'acheter|"
    "avant une entrée|avant de rentrer|avant chaque entrée|avant toute entrée|valid*|validation|"
    "avant de prendre position|avant qu'il entre|avant qu'il achète|avant d'ouvrir|avant l'achat|vérifi*|"
    "avant de se lancer",
    "between": "entre|intervalle entre",
    "after": "après|suivant un|à la suite d'",
    "peak": "sommet|pic|point haut|meilleur prix|plus haut depuis|son plus haut|le plus haut|cours le plus haut",
    "overnight": "la nuit|overnight|toute la nuit|pendant des heures|pendant des jours|éternellement|une éternité|"
    "des lustres|indéfiniment|des plombes|interminable*|pour la nuit|jusqu'au lendemain|des siècles",
    "halt": "arrête le bot|arrêter le bot|stoppe le bot|stopper le bot|stoppe tout|coupe circuit|arrêter de trader|"
    "arrête de trader|cesser de trader|arrêt|arrêt du bot|arrêter|on arrête|s'arrête|s'arrêter|stopper|stoppe|"
    "fini pour aujourd'hui|stop pour la journée|arrêter les frais|mettre en pause|mets en pause|mets le bot en pause|"
    "éteindre le bot|couper le bot|coupe le bot|arrête tout|arrête toi|arrêt d'urgence|on plie|s'interrompt|"
    "interromp*|suspend*|baisser le rideau|arrête les frais|on remballe",
    "stay_out": "rester à l'écart|reste à l'écart|restes à l'écart|ne pas trader|ne trade pas|n'entre pas|"
    "ne pas entrer|n'achète pas|n'ouvre pas|pas de trades|aucun trade|pas de trade|abstiens toi|s'abstenir|"
    "t'abstenir|rester en dehors|reste en dehors|reste dehors|rester dehors|tiens toi à l'écart|"
    "ne prends pas de position|pas de nouvelles positions|reste au chaud|reste tranquille|ne rien faire|ne fais rien|"
    "rester sur la touche|reste sur la touche|t'abstiens|passer son tour|passe ton tour|se tenir à l'écart",
    "order": "ordre|ordres|exécution|type d'ordre",
    "bot": "système|algo|programme|stratégie",
    "ignore": "ignor*|ignore|ignorer|ne retiens que|ne garder que|écart* les|filtre les|ne tenir compte que|"
    "ne tiens compte que|n'écoute que|n'écouter que|seulement écouter|rejet*|rejette|écarte les|ne suis que|"
    "ne prends en compte que",
}  # fmt: skip
