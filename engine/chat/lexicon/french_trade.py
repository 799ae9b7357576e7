"""French names of what a bot can be set to: things, qualities, settings, values, moods, phrases that imply one."""

from typing import Final

QUALITIES: Final = {
    "big": "grand|grande|grands|grandes|gros|grosse|grosses|plus gros",
    "small": "petit|petite|petits|petites|minuscule*",
    "wide": "large|larges|élargi*|écart*|loin|éloign*|ample*|espac*|desserr*|plus loin|lâche*|relâch*",
    "tight": "étroit*|serr*|resserr*|près|proche*|rapproch*|rétréci*|fin|fines|plus près",
    "long": "long|longue|longs|longues|longtemps|plus longtemps",
    "short": "court|courte|courts|courtes|bref|brève",
    "fast": "vite|rapide*|rapidement|accélér*|prompt*|vif|vive",
    "slow": "lent|lente|lentement|lents|posé*",
    "early": "tôt|plus tôt|avant l'heure|prématurément|immédiatement",
    "late": "tard|plus tard|retard*|tardi*",
    "often": "souvent|fréquemment|fréquent*|plus souvent|sans arrêt|constamment|sans cesse|régulièrement",
    "rare": "rarement|moins souvent|rare|moins fréquemment|rares|de temps en temps",
    "strict": "strict*|exigeant*|sévère*|rigoureu*",
    "loose": "souple*|assoupli*|permissi*|laxiste*|tolérant*|indulgent*",
    "strong": "fort|forte",
    "weak": "faible*",
    "deep": "profond*",
    "high": "haut|haute|élevé*|hauts",
    "low": "bas|basse",
    "room": "plus de marge|marge|plus d'air|plus d' air|de l'air|d'espace|d' espace|plus d'espace|respirer|"
    "plus de place|de la place|de la marge|air",
}  # fmt: skip
NOUNS: Final = {
    "trade": "trade|trades|transaction*|opération*|opérations|trader|trading|négoci*|tradons",
    "enter": "entrée*|entrer|entre en|achat*|achet*|entre|ouvrir|ouverture*|rentre*",
    "signal": "signal|signaux",
    "position": "position|positions",
    "open": "ouvert*",
    "size": "taille*|volume*|montant*|mise*|quantité*|par trade|par transaction|par opération|chaque trade|par ordre|"
    "par achat|chaque achat|chaque transaction",
    "risk": "risque*|risquer|appétit|goût du risque|tolérance au risque|appétence",
    "loss": "perte*|perd|perds|perdre|perdant|dans le rouge",
    "loser": "trades perdants|positions perdantes|perdant*|perdants|mauvais trades",
    "winner": "trades gagnants|positions gagnantes|gagnant*|bons trades",
    "profit": "gain*|profit*|bénéfice*|plus-value*|plus value*|plus values",
    "run": "courir|courent|filer",
    "lock": "encaiss*|sécuris*|prendre|prends|verrouill*|engrang*|empoch*|réalis*|prenne",
    "stop": "stop|stops|arrêt de perte",
    "trail": "suiveur*|trailing|glissant*",
    "target": "objectif*|cible*",
    "exit": "sortie*|sortir|sors|sort|clôtur*|ferm*|vend|vends|vendre|liquid*|quitt*|coupe les positions|solde*",
    "hold": "durée*|détention|conserv* les positions|garde les positions|tenir|tiens|tien|garder les positions|"
    "détenir|détient|garder une position|garder un trade|détenu*|gardées|restent ouvertes|reste ouverte|"
    "positions ouvertes plus",
    "wait": "attend*|attente|pause*|patient*|repos|souffl*|délai",
    "cooldown": "temps de pause|refroidissement|cooldown|délai entre trades|temps d'attente|temps d' attente|"
    "temporisation|période de repos|rentrer à nouveau|réentrée|ré-entrée",
    "day": "par jour|quotidien*|journali*|chaque jour|jour|en une journée|journée|24 heures|sur la journée|"
    "dans la journée",
    "bar": "bougie*|barre*|chandelier*|période*|candle*",
    "band": "bande*|bollinger|canal|enveloppe|seuil d'entrée|seuil d' entrée",
    "sigma": "sigma|sigmas|écart-type|écarts-types|écart type|écarts types|écarts|écart",
    "window": "fenêtre*|rétrospecti*|moyenne mobile|lookback|historique|période de calcul|horizon|durée de calcul|"
    "profondeur|période de la moyenne|fenêtre glissante|mémoire|recul",
    "mean": "moyenne|milieu|centre",
    "drawdown": "drawdown|repli|baisse maximale|chute*|perte maximale du compte|perte totale|perte cumulée",
    "volatile": "volatil*|turbul*|agité*|mouvementé*|chahuté*|secoué*|nerveux le marché|chaotique*|fou|folle|"
    "sauvage*|tempête|tumultu*|houleux",
    "forecast": "prévision*|prédiction*|modèle*|ia|ml|pronostic*|apprentissage automatique|modèle ml|"
    "intelligence artificielle|modèle d'ia|machine learning|algorithme",
    "confident": "confiance|sûr|sûre|certitude|sûrs|sûres|certain|certaine|convaincu*|fiab*|probabilité|certaines",
    "weight": "poids|influence|importance|fie|fier|fais confiance|écoute*|suis|tiens compte|fais plus confiance|"
    "compte|pèse*|fais moins confiance|faire confiance|se fier|pondération|crédit",
    "asset": "actif|actifs|crypto|monnaie|par actif|un seul actif|une seule crypto|chaque actif|une crypto|un actif|"
    "une même crypto|un même actif|devise|par crypto|token",
    "capital": "capital|portefeuille|compte|fonds|patrimoine|solde|mon argent|capitaux",
    "exposure": "exposition|allocation|concentration|part|engagement|exposé",
    "atonce": "à la fois|en même temps|simultané*|en parallèle|simultanément|de front",
    "shorts": "vente à découvert|ventes à découvert|à découvert|shorts|short|shorter|positions courtes|"
    "vendre à découvert|positions short|vad|shorte*|trades courts|les baissiers|position courte|positions vendeuses",
    "trend": "tendance*",
    "against": "contre|à contre",
    "filter": "filtre*",
    "slip": "slippage|glissement*|dérapage*",
    "order": "ordre|ordres|type d'ordre|type d' ordre",
    "scaling": "renforc*|pyramid*|moyenne à la baisse|martingale|mise à l'échelle|entrées supplémentaires|"
    "renforcement|renfort*|moyenner à la baisse|entrées suivantes|moyenner|échelonnement",
    "confirm": "confirm*|avant d'entrer|avant d' entrer|avant d'acheter|avant d' acheter|avant l'entrée|"
    "avant l' entrée|avant de rentrer|bougies de confirmation|avant d' ouvrir|avant d'ouvrir",
    "between": "entre",
    "after": "après",
    "peak": "plus haut atteint|sommet|pic|plus haut|meilleur cours",
    "overnight": "la nuit|pendant la nuit|éternellement|toute la nuit|overnight|des jours",
    "halt": "arrête le bot|stoppe le bot|mets le bot en pause|arrête de trader|arrêter le bot|coupe le bot|"
    "arrêt du bot|arrêter de trader|stopper|arrêtes tout|arrête tout|s'arrête|s' arrête|arrête|arrêter|arrêtez|"
    "cesse de trader|stopper le bot|stoppe*|suspend*|mettre en pause|se coupe",
    "stay_out": "reste en dehors|reste à l'écart|reste à l' écart|n'entre pas|n' entre pas|ne trade pas|"
    "pas de trades|évite de trader|reste dehors|n'ouvre pas|n' ouvre pas|n'achète pas|n' achète pas|ne pas trader|"
    "ne pas entrer|rester à l' écart|reste hors|hors du marché|tenir à l' écart|ne trader pas|ne rentre pas|"
    "ne prends pas de trades|aucun trade|abstiens toi|évite les marchés|rester en dehors|fuis",
    "ignore": "ignor*|écarte*|seulement si|uniquement si|ne garde que|n' utilise que|ne retiens que|"
    "ne tiens pas compte|n'écoute que|n' écoute que|rejette*",
}  # fmt: skip
TARGETS: Final = {
    "base_trade_size": "taille de trade|taille des trades|taille des positions|taille de position|taille de base|"
    "taille des ordres|taille d'ordre|taille d' ordre|mise par trade|taille par trade|montant par trade|"
    "taille de la position|taille des transactions|taille du trade|volume par trade|taille de transaction|"
    "taille de chaque trade|mise de base|taille de mes trades|taille de mes positions|taille des opérations|"
    "taille d' opération|taille des achats|quantité par trade|taille de base des trades|montant des trades",
    "max_position_size": "taille maximale de position|position maximale|taille max de position|"
    "taille maximale des positions|limite de position|position totale maximale|plafond de position|"
    "taille de position maximale|position max|taille maximum de position",
    "max_trades_per_day": "trades par jour|transactions par jour|nombre de trades par jour|opérations par jour|"
    "trades quotidiens|maximum de trades par jour|limite de trades|entrées par jour|limite quotidienne de trades|"
    "trades journaliers|ordres par jour|trades chaque jour|nombre maximal de trades|achats par jour",
    "max_daily_loss_pct": "perte journalière|perte quotidienne|limite de perte journalière|perte par jour|"
    "perte maximale journalière|perte journalière maximale|limite de perte quotidienne|perte quotidienne maximale|"
    "pertes journalières|pertes quotidiennes|limite journalière de perte|perte max par jour|"
    "limite quotidienne de perte|plafond de perte journalière|perte maximale par jour|perte maximale quotidienne",
    "max_drawdown_pct": "drawdown maximal|drawdown maximum|drawdown max|limite de drawdown|perte maximale|"
    "repli maximal|drawdown|baisse maximale|perte maximale totale|seuil de drawdown|plafond de drawdown",
    "max_open_positions": "positions ouvertes|positions simultanées|nombre de positions|positions à la fois|"
    "positions en même temps|trades ouverts|trades simultanés|nombre de positions ouvertes|positions en parallèle|"
    "trades à la fois|trades en même temps|positions maximum|maximum de positions|nombre maximal de positions",
    "max_asset_exposure": "exposition par actif|exposition maximale|exposition max|part par actif|"
    "exposition à un actif|exposition par crypto|allocation par actif|part du capital par actif|"
    "exposition maximale par actif|exposition à un seul actif|exposition à une seule crypto|concentration par actif|"
    "capital par actif|plafond d' exposition",
    "cooldown_bars": "cooldown|temps de pause|entre les trades|entre deux trades|pause entre les trades|"
    "délai entre les trades|entre chaque trade|après un trade|après chaque trade|temps de refroidissement|"
    "délai entre deux trades|pause entre deux trades|attente entre les trades|période de refroidissement|"
    "période de repos|temps d' attente|entre trades|avant le prochain trade|avant de reprendre|temps d'attente|"
    "entre deux transactions|entre les transactions|entre les opérations|entre deux opérations|avant le trade suivant",
    "max_holding_bars": "durée de détention|durée maximale|durée de détention maximale|temps de détention|"
    "stop temporel|durée maximale de détention|durée des trades|durée de conservation|durée des positions|"
    "temps de détention maximal|durée de position|sortie temporelle|limite de durée|durée max|temps en position|"
    "limite de temps",
    "entry_confirm_bars": "bougies de confirmation|barres de confirmation|confirmation|confirmation d'entrée|"
    "confirmation d' entrée|bougie de confirmation|barre de confirmation|confirmation du signal|confirmations|"
    "nombre de bougies de confirmation",
    "take_profit_pct": "prise de bénéfices|prise de profit|objectif de gain|take profit|prise de bénéfice|"
    "objectif de profit|tp|prises de bénéfices|prise de profits|objectifs de gain|objectif de bénéfice|"
    "prises de profit|objectif de gains|objectif de profits",
    "exit_band": "bande de sortie|distance de sortie|seuil de sortie|avant la moyenne|niveau de sortie|de la moyenne|"
    "avant d' atteindre la moyenne|avant le retour à la moyenne|avant la médiane",
    "trailing_stop_pct": "stop suiveur|trailing stop|stop glissant|trailing|stop loss suiveur|stop mobile|"
    "stop-suiveur|stops suiveurs",
    "stop_loss_pct": "stop loss|stop-loss|perte maximale par trade|stoploss|limite de perte|seuil de perte|"
    "perte par trade|ordre stop|stop de perte|coupe-perte|arrêt des pertes|perte par position|stop de protection",
    "max_volatility_pct": "volatilité maximale|limite de volatilité|filtre de volatilité|seuil de volatilité|"
    "volatilité max|volatilité quotidienne|volatilité journalière|plafond de volatilité|volatilité maximum",
    "trend_filter": "filtre de tendance|filtre tendance|filtre de la tendance",
    "ml_weight": "poids de la prévision|poids du modèle|poids des prévisions|poids de l'ia|poids de l' ia|poids ml|"
    "influence du modèle|poids du ml|poids des prédictions|poids de la prédiction|influence de la prévision|"
    "influence des prévisions|poids de prévision|influence de l' ia",
    "ml_min_confidence": "confiance minimale|seuil de confiance|niveau de confiance|confiance minimum|"
    "confiance du modèle|confiance min|confiance minimale du modèle|confiance des prévisions",
    "max_slippage_bps": "slippage maximal|slippage max|slippage|glissement maximal|limite de slippage|"
    "slippage maximum|glissement|tolérance de slippage|slippage toléré|tolérance au slippage|dérapage maximal",
    "position_scaling": "mise à l'échelle|mise à l' échelle|facteur de renforcement|multiplicateur d'entrées|"
    "multiplicateur d' entrées|facteur d'échelle|facteur d' échelle|facteur de pyramidage|pyramidage|scaling|"
    "coefficient de renforcement|échelonnement des positions|renforcement des positions",
    "allow_short": "vente à découvert|ventes à découvert|positions short|shorts|positions courtes|"
    "la vente à découvert",
    "timeframe": "unité de temps|intervalle|timeframe|horizon de temps|intervalle des bougies|période des bougies|"
    "échelle de temps|taille des bougies|unité temporelle",
    "order_type": "type d'ordre|type d'ordres|type d' ordre|type d' ordres|type des ordres|type d' exécution",
    "style": "style|style de trading|type de stratégie|approche de trading",
    "risk_factor": "facteur de risque|niveau de risque|tolérance au risque|appétit pour le risque|"
    "coefficient de risque|paramètre de risque|appétence au risque|goût du risque",
    "window": "fenêtre|fenêtre glissante|taille de la fenêtre|longueur de la fenêtre|période de calcul|"
    "fenêtre de calcul",
    "k_sigma": "largeur des bandes|largeur de bande|largeur de la bande|multiplicateur sigma|écartement des bandes|"
    "coefficient k",
}  # fmt: skip
CHOICES: Final = {
    "style=breakout": "cassure*|breakout*|suivi de tendance|rupture*|momentum|percée*|suivre la tendance",
    "style=mean_reversion": "retour à la moyenne|réversion|mean reversion|contre-tendance|retour vers la moyenne|"
    "réversion à la moyenne|contrarien",
    "style=hybrid": "hybride*|mixte*|mélange",
    "order_type=market": "ordres au marché|ordre au marché|au marché|ordres de marché|ordre de marché|market|"
    "au prix du marché",
    "order_type=limit": "ordres limites|ordres limite|ordres à cours limité|ordre limite|ordre à cours limité|limit|"
    "cours limité|ordres limités|à cours limité",
    "allow_short=off": "uniquement à l'achat|uniquement à l' achat|long uniquement|achats seulement|que des longs|"
    "long only|seulement à l' achat|uniquement des longs|seulement long|seulement des longs|que du long|"
    "uniquement long|uniquement à la hausse",
    "allow_short=on": "dans les deux sens|long et short|aussi à découvert|shorts aussi|à la hausse et à la baisse|"
    "jouer la baisse|parier à la baisse|profiter des baisses|parier sur la baisse",
    "timeframe=5m": "5 minutes|5m|cinq minutes|5 min",
    "timeframe=15m": "15 minutes|15m|quinze minutes|quart d'heure|quart d' heure|15 min",
    "timeframe=1h": "1h|bougies horaires|horaire*|une heure|1 heure|graphique horaire|bougies d' une heure",
    "timeframe=4h": "4h|4 heures|quatre heures",
    "timeframe=1d": "bougies journalières|graphique journalier|1d|bougies quotidiennes|en journalier|en daily|"
    "barres journalières|bougies d' un jour|unité journalière",
}  # fmt: skip
MOODS: Final = {
    "boldness+": "agressi*|audac*|hardi*|offensi*|téméraire*|risqué*|mordant*|courageu*|agressivité|osé*",
    "boldness-": "prudent*|conserva*|défensi*|sage*|calme*|prudence|précautionneu*|sécuritaire*|frileu*|sécurité|"
    "tranquille*|modéré*|doucement sur|mesuré*|prudemment|raisonnable*|plus sûr|plus sûre|précaution*",
    "sensitivity+": "sensib*|réactif aux signaux|sensibilité",
    "sensitivity-": "insensib*",
    "quickness+": "réacti*|réagi*|réaction*|nerveu*|agile*|adapt*|répond*|réactivité",
    "quickness-": "liss*|lisse*|doux|fluide*|plus douce|adouci*",
    "frequency+": "fréquence|acti*|trade plus|trader plus|traite plus souvent|plus d'activité|plus d' activité|"
    "fréquence de trading|trade plus souvent",
    "frequency-": "sélecti*|patien*|trade moins|trader moins|patience|trade moins souvent",
}  # fmt: skip
EFFECTS: Final = {
    "!stop_loss_pct+": "me fais sortir|stoppé*|stop touché|stop saute|me fais stopper|stops sautent|me fait sortir|"
    "stop est touché|stops touchés|sorti par le stop|stop se fait toucher|me fais tout le temps sortir|"
    "déclenche mon stop",
    "stop_loss_pct+": "donner plus de marge aux trades|laisser respirer les trades|plus d'air aux trades|"
    "plus d' air aux trades|plus de marge aux trades|laisse respirer les trades|plus de place aux trades|"
    "respirer les positions|plus de marge aux positions|laisse respirer",
    "stop_loss_pct-": "couper les pertes|coupe les pertes|limiter les pertes|limite les pertes|"
    "couper plus tôt les pertes|réduire les pertes|pertes plus petites|coupe mes pertes|coupe plus vite les pertes|"
    "couper les perdants|coupe les perdants|coupe plus tôt les pertes|coupe les positions perdantes|"
    "limite mes pertes|perdre moins par trade|coupe plus vite les trades perdants|réduis les pertes par trade",
    "take_profit_pct+": "laisser courir les gains|laisse courir les gains|laisse courir les profits|"
    "laisser courir les profits|gains plus gros|laisser courir les gagnants|laisse courir les gagnants|"
    "laisser filer les gains|vend trop tôt|plus gros gains|prend ses gains trop tôt|laisse filer les gains|"
    "coupe les gains trop tôt|laisse courir",
    "take_profit_pct-": "prendre les gains plus tôt|prends les gains plus tôt|encaisser les gains|"
    "sécuriser les gains|prendre ses bénéfices plus tôt|encaisse plus tôt|sécurise les gains|prends les bénéfices|"
    "prends tes bénéfices|prendre les profits plus tôt|prends les profits plus tôt|prends les bénéfices plus tôt|"
    "encaisse les gains|encaisser plus tôt|engranger les gains|prendre les bénéfices|sécurise les profits|"
    "verrouille les gains|encaisse plus vite les gains|encaisser les profits",
    "entry_confirm_bars+": "faux signaux|attendre confirmation|attends la confirmation|fausses cassures|"
    "attendre une confirmation|entre trop tôt|entre trop vite|attends une confirmation|plus de confirmation|"
    "fausses entrées|attends confirmation|fausses alertes|attendre la confirmation",
    "!max_holding_bars-": "garder la nuit|toute la nuit|trop longtemps|si longtemps|sortir plus tôt|sors plus tôt|"
    "sors plus vite|sortir plus vite|fermer plus tôt|aussi longtemps|ferme plus vite|pendant la nuit|"
    "ferme les positions plus tôt|clôture plus tôt|ferme les trades plus vite|clôturer plus vite|positions traînent|"
    "traînent",
    "max_holding_bars+": "garder plus longtemps|garde plus longtemps|tenir plus longtemps|conserver plus longtemps|"
    "garder les positions plus longtemps|plus de temps aux trades|garde les positions plus longtemps|"
    "tiens plus longtemps|laisse plus de temps|trades plus longs|positions plus longtemps|"
    "tenir les positions plus longtemps|sort trop tôt|ferme trop tôt|conserve plus longtemps",
    "max_volatility_pct-": "éviter les marchés agités|évite la volatilité|uniquement les marchés calmes|"
    "évite les marchés volatils|seulement en marché calme|marchés calmes uniquement|évite les marchés agités|"
    "que les marchés calmes|fuis la volatilité|évite les jours agités",
    "max_volatility_pct+": "même quand c'est volatil|malgré la volatilité|même en cas de volatilité|"
    "même si c' est volatil|accepte plus de volatilité|même quand c' est volatil|tolère plus de volatilité",
    "trend_filter=on": "dans le sens de la tendance|avec la tendance|contre la tendance|respecte la tendance|"
    "suivant la tendance|à contre-tendance|couteaux qui tombent|à contre tendance",
    "trend_filter=off": "ignore la tendance|peu importe la tendance|quelle que soit la tendance|"
    "même contre la tendance|sans tenir compte de la tendance",
    "!frequency-": "trade trop|sur-trade|surtrade*|trop de trades|n'arrête pas de trader|n' arrête pas de trader|"
    "trade sans arrêt|trade beaucoup trop|overtrad*|trade tout le temps|que les meilleures opportunités|"
    "seulement les meilleurs signaux|uniquement les meilleurs signaux|trop de transactions|trade comme un fou",
    "!frequency+": "ne trade presque pas|trade à peine|ne trade jamais|ne fait rien|trade trop peu|"
    "rate des opportunités|trade rarement|presque jamais|ne trade pas assez|pas assez de trades|"
    "ne trade quasiment pas|rate des occasions|manque des opportunités|trop peu de trades|ne trade pas beaucoup|"
    "loupe des occasions|dort",
    "!quickness-": "chaque petit mouvement|le bruit|bruit|moindre mouvement|chaque mouvement|filtrer le bruit|"
    "au moindre mouvement|chaque soubresaut|petits mouvements|moindre frémissement",
    "!quickness+": "réagit trop tard|réagit trop lentement|en retard|trop lent|réagit tard|à la traîne|"
    "réagit lentement|est lent|a du retard|à la ramasse|trop lente|trop lente à réagir|trop lent à réagir",
    "!sensitivity-": "hypersensible|surréagi*|sur-réagi*|trop nerveux|s'affole|s' affole|s' emballe|"
    "part au quart de tour|sursaute",
    "ml_weight=0": "ignore la prévision|ignore le modèle|sans prévision|ignore les prédictions|sans le modèle|"
    "n'utilise pas le modèle|n' utilise pas le modèle|ignore l'ia|ignore l' ia|sans ia|ignore les prévisions|"
    "n' utilise plus le modèle|n' utilise pas les prévisions|n' écoute plus le modèle|ne tiens pas compte du modèle",
    "position_scaling=1": "sans pyramider|pas de martingale|ne moyenne pas à la baisse|sans renforcer|"
    "ne renforce pas|pas de renforcement|ne pyramide pas|pas de pyramidage|sans pyramidage|"
    "ne moyenne plus à la baisse|ne renforce plus",
    "trailing_stop_pct=0": "sans stop suiveur|sans trailing stop|pas de stop suiveur|pas de trailing stop|"
    "plus de stop suiveur",
    "cooldown_bars=0": "sans pause entre les trades|sans cooldown|pas de cooldown|pas de pause entre les trades|"
    "aucune pause entre les trades|pas d' attente entre les trades",
    "max_open_positions=1": "une seule position|une position à la fois|un seul trade à la fois|qu'une position|"
    "qu' une position|qu' une seule position|un trade à la fois",
    "entry_confirm_bars=0": "sans confirmation|pas de confirmation|aucune confirmation",
    "max_asset_exposure-": "diversifi*|répartir davantage|moins concentré|trop concentré|répartis mieux|"
    "moins de concentration",
    "exit_band+": "sortir avant la moyenne|sors avant la moyenne|avant d' arriver à la moyenne",
}  # fmt: skip
REFUSALS: Final = {
    "leverage": "levier|effet de levier|marge à crédit|futures|leverage|emprunt*|crédit",
    "keys": "clé api|clés api|api key|mot de passe|mots de passe|identifiants|prompt système|clé secrète|secrets|"
    "clef api|variables d' environnement|phrase de récupération|clé privée|clés",
    "act": "achète maintenant|vends tout|vendre tout|retrait*|retirer mon|vire*ment|transfèr*|transfér*|dépose*|"
    "ferme toutes les positions|achète tout de suite|vends maintenant|vends immédiatement|passe un ordre|"
    "place un ordre|porte-monnaie|liquide tout|achète moi|achète du bitcoin|envoie mes|tapis|all in",
    "coins": "ethereum|solana|dogecoin|autre crypto|autres cryptos|actions|or physique|litecoin|ripple|xrp|cardano|"
    "binance|autre marché|autre monnaie|bourse",
    "unknown": "rsi|macd|nouveau paramètre|le week-end|le weekend|notifi*|préviens-moi|préviens moi|grid|arbitrage|"
    "import os|ce week-end|les lundis|le dimanche|envoie moi|envoie-moi|rappelle-moi|avertis moi|alerte*|fibonacci|"
    "actualités|atr|nouvelle option",
}  # fmt: skip
