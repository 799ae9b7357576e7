"""French names of every setting and of the values that can be chosen."""

from typing import Final

TARGETS: Final = {
    "base_trade_size": "taille des trades|taille de trade|taille du trade|taille par trade|taille des positions|"
    "taille de position|taille de la position|taille des ordres|taille d'ordre|taille de base|"
    "taille des transactions|taille de mes trades|taille de mes positions|mise par trade|mise de base|"
    "montant par trade|montant de base|montant par ordre|montant des trades|volume par trade|quantité par trade|"
    "taille de chaque trade|taille d'un trade|trade size|position size|mise par position|montant de chaque trade|"
    "montant de chaque ordre|taille de mes ordres|taille de mise|taille de mes mises|taille des mises|"
    "quantité par ordre|volume des trades|montant par transaction|taille de lot|taille des lots|mise par ordre|"
    "taille d'achat|taille des achats",
    "max_position_size": "taille maximale de position|taille maximale des positions|taille max des positions|"
    "taille max de position|taille maximale de la position|position maximale|position max|position totale maximale|"
    "position totale|plafond de position|limite de position|plus grosse position|plus grande position|"
    "position maximum|taille totale de la position|plafond de la position|position maxi|taille totale",
    "max_trades_per_day": "trades par jour|trades quotidiens|trades journaliers|transactions par jour|"
    "opérations par jour|nombre de trades par jour|limite de trades|limite quotidienne de trades|"
    "nombre maximal de trades par jour|nombre max de trades par jour|ordres par jour|entrées par jour|"
    "achats par jour|positions par jour|trades à la journée|trades dans la journée|quota de trades|"
    "trades chaque jour|limite de trades par jour|trades max par jour|trades maximum par jour|plafond de trades|"
    "trades sur une journée|trades en une journée|quota journalier|quota quotidien",
    "max_daily_loss_pct": "perte journalière|perte quotidienne|pertes journalières|pertes quotidiennes|"
    "perte par jour|pertes par jour|perte maximale par jour|perte max par jour|perte journalière maximale|"
    "perte quotidienne maximale|limite de perte journalière|limite de perte quotidienne|limite journalière|"
    "limite quotidienne|perte du jour|stop journalier|stop quotidien|perdre par jour|perdre en une journée|"
    "perdre dans la journée|perte en une journée|limite de perte par jour|perte sur une journée|"
    "limite de pertes journalières|limite de pertes quotidiennes|plafond de perte journalière|"
    "plafond de perte quotidienne|perdre sur une journée|perte max journalière|perte max quotidienne|"
    "perte max du jour|perdre chaque jour",
    "max_drawdown_pct": "drawdown maximal|drawdown maximum|drawdown max|limite de drawdown|perte totale|"
    "perte totale maximale|perte globale|perte maximale du compte|repli maximal|recul maximal|perte maximale globale|"
    "perte cumulée|coupe circuit|seuil de drawdown|plafond de drawdown|baisse maximale du compte|repli max|"
    "max drawdown|baisse maximale du capital|perte maximale du capital",
    "max_open_positions": "positions ouvertes|positions simultanées|positions en même temps|positions à la fois|"
    "positions en parallèle|trades simultanés|trades en même temps|trades ouverts|trades à la fois|"
    "trades en parallèle|nombre de positions|nombre de positions ouvertes|positions au maximum en même temps|"
    "nombre maximal de positions|nombre max de positions|positions parallèles|positions concurrentes|"
    "positions ouvertes en même temps|positions ouvertes à la fois|nombre de positions simultanées|"
    "positions ouvertes simultanément|positions simultanément|positions au même moment|positions de front",
    "max_asset_exposure": "exposition par actif|exposition par crypto|exposition par coin|exposition maximale|"
    "exposition max|part du capital|part de capital|part du portefeuille|part maximale|allocation par actif|"
    "allocation par crypto|allocation maximale|exposition à un actif|exposition à un seul actif|"
    "exposition sur un seul actif|exposition sur un actif|limite d'exposition|plafond d'exposition|capital par actif|"
    "capital par crypto|exposition|pourcentage du capital par actif|allocation max|part de mon capital|"
    "part de l'equity|exposition à une seule crypto|exposition à un seul coin|concentration par actif",
    "cooldown_bars": "cooldown|temps de pause|temps d'attente|délai entre les trades|délai entre deux trades|"
    "pause entre les trades|pause entre deux trades|pause entre trades|entre les trades|entre deux trades|"
    "entre trades|entre chaque trade|attente entre les trades|attente entre deux trades|après un trade|"
    "après chaque trade|après une perte|après une sortie|après chaque sortie|période de repos|temps de repos|"
    "période de refroidissement|refroidissement|temps de refroidissement|avant le prochain trade|avant de réentrer|"
    "avant de retrader|avant de trader à nouveau|entre les entrées|entre deux entrées|délai d'attente|"
    "période d'attente|après un trade perdant|pause après un trade|intervalle entre les trades|"
    "intervalle entre deux trades|avant de reprendre position|avant de rentrer à nouveau|avant la prochaine entrée|"
    "après une vente|après un stop|temps entre les trades|temps entre deux trades|avant de racheter|avant de rouvrir|"
    "entre les ordres|entre deux ordres|entre les positions|entre deux positions",
    "max_holding_bars": "durée de détention|durée maximale de détention|durée de détention maximale|"
    "durée max de détention|temps de détention|durée des trades|durée des positions|durée d'un trade|"
    "durée d'une position|durée maximale d'un trade|durée maximale des trades|durée maximale des positions|"
    "stop temporel|limite de temps|limite de durée|temps en position|période de détention|durée maximale|durée max|"
    "détention maximale|détention max|durée de vie des trades|durée de vie des positions|sortie temporelle|time stop|"
    "détention|temps maximal en position|temps max en position|temps maximum en position|durée de conservation|"
    "durée de portage",
    "entry_confirm_bars": "barres de confirmation|barre de confirmation|bougies de confirmation|"
    "bougie de confirmation|confirmation d'entrée|confirmation du signal|confirmation à l'entrée|"
    "confirmations d'entrée|nombre de confirmations|confirmation des signaux|confirmation de l'entrée|"
    "périodes de confirmation|chandeliers de confirmation|bougies pour confirmer|barres pour confirmer",
    "take_profit_pct": "take profit|prise de profit|prise de profits|prise de bénéfices|prise de bénéfice|"
    "prise de gains|objectif de gain|objectif de gains|objectif de profit|objectif de profits|tp|takeprofit|"
    "cible de profit|cible de gain|seuil de gain|objectif de bénéfice|prises de profit|objectifs de profit|"
    "objectifs de gain|niveau de take profit|objectif de plus value",
    "exit_band": "bande de sortie|distance de sortie|seuil de sortie|écart de sortie|niveau de sortie|"
    "distance à la moyenne|avant la moyenne|zone de sortie|exit band|ligne de sortie|"
    "distance par rapport à la moyenne|point de sortie|de la moyenne|bandes de sortie|avant d'atteindre la moyenne|"
    "à la moyenne",
    "trailing_stop_pct": "trailing stop|stop suiveur|stop suiveurs|stops suiveurs|trailing|stop glissant|"
    "stop mobile|distance du trailing|distance du stop suiveur|stop qui suit|trailing stops|stop traînant|suiveur|"
    "stop dynamique|trail",
    "stop_loss_pct": "stop loss|stoploss|sl|stop perte|perte par trade|perte maximale par trade|perte max par trade|"
    "pertes par trade|stop de perte|seuil de perte|limite de perte|limite de perte par trade|stop fixe|"
    "perdre par trade|perdre sur un trade|perte sur un trade|stop de protection|perte par position|"
    "perdre par position|coupe pertes|perte par transaction|stop losse|arrêt des pertes|perte maximale|"
    "limite de pertes",
    "max_volatility_pct": "limite de volatilité|volatilité maximale|volatilité max|filtre de volatilité|"
    "seuil de volatilité|plafond de volatilité|volatilité quotidienne|volatilité journalière|filtre volatilité|"
    "limite volatilité|volatilité maximum|volatilité tolérée|volatilité par jour|volatilité du jour|plafond de vola|"
    "filtre de vola|limite de vola",
    "trend_filter": "filtre de tendance|filtre tendance|filtre de trend|filtre des tendances|filtre 200|"
    "filtre sur la tendance|trend filter",
    "ml_weight": "poids de la prévision|poids des prévisions|poids du modèle|poids de l'ia|poids du ml|"
    "poids de la prédiction|poids des prédictions|influence de l'ia|influence du modèle|influence de la prévision|"
    "influence des prévisions|pondération du modèle|pondération de la prévision|importance de la prévision|"
    "poids accordé à la prévision|influence du ml|pondération de l'ia|importance du modèle|importance de l'ia|"
    "poids du forecast|poids accordé au modèle|poids ml|poids ia",
    "ml_min_confidence": "confiance minimale|confiance minimum|seuil de confiance|confiance min|confiance du modèle|"
    "confiance de la prévision|niveau de confiance|niveau de confiance minimal|certitude minimale|confiance requise|"
    "confiance exigée|confiance des prévisions|confiance de l'ia|probabilité minimale|confiance ml|"
    "degré de confiance|confiance mini",
    "max_slippage_bps": "slippage|slippage maximal|slippage maximum|slippage max|limite de slippage|"
    "tolérance de slippage|glissement|glissement maximal|glissement maximum|glissement max|slippage toléré|"
    "slippage autorisé|tolérance au slippage|dérapage|dérapage maximal|écart d'exécution|slippage accepté|"
    "tolérance au glissement",
    "position_scaling": "facteur de pyramidage|multiplicateur de pyramidage|pyramidage|facteur d'échelle|"
    "multiplicateur des entrées|multiplicateur d'entrées|facteur de renforcement|multiplicateur des renforcements|"
    "multiplicateur pour les entrées suivantes|facteur de martingale|scaling|multiplicateur de renforcement|"
    "mise à l'échelle",
    "allow_short": "vente à découvert|ventes à découvert|positions courtes|positions short|trades short|shorts|"
    "short selling|les shorts|vad|short|positions vendeuses",
    "timeframe": "unité de temps|timeframe|intervalle|durée des bougies|taille des bougies|période des bougies|"
    "intervalle de temps|échelle de temps|time frame|ut|graphique|chart|intervalle des bougies|granularité|"
    "résolution|taille des barres|longueur des bougies",
    "order_type": "type d'ordre|type d'ordres|type des ordres|types d'ordres|mode d'exécution|type d'exécution|"
    "types d'ordre|genre d'ordres|sorte d'ordres",
    "style": "style de trading|style|stratégie|type de stratégie|stratégie de trading|mode de trading|"
    "approche de trading|façon de trader",
    "risk_factor": "facteur de risque|niveau de risque|tolérance au risque|appétit pour le risque|"
    "appétence au risque|paramètre de risque|risk factor|rf|aversion inverse au risque|curseur de risque|"
    "curseur risque|facteur risque|appétit au risque|indice de risque|appétence pour le risque",
    "window": "fenêtre glissante|longueur de la fenêtre|taille de la fenêtre|lookback|window|durée de la fenêtre|"
    "fenêtre de calcul|fenêtre d'observation|période de calcul|largeur de la fenêtre",
    "k_sigma": "largeur des bandes|largeur de bande|largeur de la bande|k sigma|ksigma|multiplicateur de sigma|"
    "multiplicateur sigma|écartement des bandes|facteur sigma|écart des bandes|largeur de bollinger",
}  # fmt: skip

CHOICES: Final = {
    "style=breakout": "breakout*|cassure*|suivi de tendance|suiveur de tendance|momentum|rupture|ruptures|"
    "suivre la tendance|suis la tendance|trend following|stratégie de cassure|mode cassure|jouer les cassures|"
    "suivre les cassures|franchissement*|suivre le mouvement|percées",
    "style=mean_reversion": "mean reversion|retour à la moyenne|réversion à la moyenne|retour vers la moyenne|"
    "contrarien|contrarienne|contrarian|acheter les creux|achète les creux|acheter les replis|réversion|"
    "retournement*|reversion|à contre pied|achat des creux",
    "style=hybrid": "hybride*|mixte|mélange des deux|mélange|un mix|combinaison des deux|les deux styles|"
    "mix des deux|mode mixte",
    "order_type=market": "ordres au marché|ordre au marché|ordres de marché|ordre de marché|passe au marché|"
    "market orders|ordres market|ordre market|market|exécution au marché|au prix du marché|exécution immédiate|"
    "en market",
    "order_type=limit": "ordres limites|ordres limite|ordre limite|ordres à cours limité|ordre à cours limité|"
    "cours limité|limit orders|ordres limit|ordre limit|ordres limités|ordres passifs|post only|maker|à cours limité|"
    "en limite|limites plutôt que",
    "allow_short=off": "seulement acheter|uniquement acheter|seulement être long|que acheter|n'acheter que|"
    "n'achète que|long only|uniquement long|long uniquement|seulement long|que du long|uniquement à l'achat|"
    "seulement à l'achat|achat uniquement|acheter uniquement|que des longs|uniquement des longs|seulement des achats|"
    "seulement des longs|achats seulement|longs uniquement|que des achats|uniquement les achats|"
    "uniquement des achats|uniquement acheteur",
    "allow_short=on": "long et short|dans les deux sens|deux directions|dans les deux directions|"
    "profiter de la baisse|profiter des baisses|gagner à la baisse|gagner quand ça baisse|aussi short|"
    "parier sur la baisse|parier à la baisse|longs et shorts|jouer la baisse|miser sur la baisse|aussi à la baisse|"
    "vendre à découvert aussi|à la hausse comme à la baisse|jouer aussi la baisse|shorter aussi|"
    "profiter quand ça baisse|miser à la baisse",
    "timeframe=5m": "5 minutes|5m|5 min|cinq minutes|bougies de 5 minutes|m5|5 mn|5min|en m5",
    "timeframe=15m": "15 minutes|15m|15 min|quart d'heure|un quart d'heure|quinze minutes|bougies de 15 minutes|m15|"
    "15 mn|15min",
    "timeframe=1h": "1h|1 heure|une heure|bougies d'une heure|horaire|horaires|bougies horaires|h1|bougies 1h|"
    "en horaire|graphique horaire|bougies de 1 heure|60 minutes",
    "timeframe=4h": "4h|4 heures|quatre heures|bougies de 4 heures|h4|bougies 4h|bougies de quatre heures",
    "timeframe=1d": "1d|bougies journalières|bougies quotidiennes|graphique journalier|d1|bougies d'un jour|"
    "en daily|daily|1j|bougies de 1 jour|en journalier|unité journalière|barres journalières|barres quotidiennes|"
    "bougies jour|clôtures journalières",
}  # fmt: skip
