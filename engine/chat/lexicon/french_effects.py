"""French phrases that ask for a setting without naming it, and what no bot can do."""

from typing import Final

EFFECTS: Final = {
    "ml_weight-": "fais pas confiance à l'ia|fais pas confiance au modèle|fais pas confiance aux prévisions|"
    "fais pas confiance à la prévision|méfie de l'ia|méfie du modèle|méfie des prévisions|"
    "se trompe souvent la prévision|prévision se trompe|modèle se trompe|ia se trompe|confiance dans l'ia perdue",
    "!stop_loss_pct+": "fais~stopper|fait~stopper|fais~éjecter|fais~sortir|fait~éjecter|fait~sortir|fais~virer|"
    "fait~virer|stopper tout le temps|stopper sans arrêt|stoppé sans arrêt|sortir par le stop|stoppé|stoppée|"
    "me fais stopper|fais stopper|se fait stopper|fait stopper|font stopper|me fait stopper|stop touché|"
    "stop est touché|stop saute|stops sautent|stop se fait toucher|éjecté|éjectée|me fais éjecter|fais éjecter|"
    "se fait éjecter|me fais sortir|fais sortir|se fait sortir|chasse aux stops|chasse au stop|stop déclenché|"
    "stop se déclenche|stops se déclenchent|sortir trop tôt par le stop|stop me sort|stop saute trop|touche mon stop|"
    "touche le stop|touchent mon stop|stop hunt*|me fait éjecter|sauter mon stop|sauter le stop|sauter mes stops|"
    "secoué hors|viré du marché|dégommer mon stop|stoppe trop",
    "stop_loss_pct+": "laisse respirer|laisser respirer|laissez respirer|laisser respirer les trades|"
    "laisse respirer les trades|plus de marge aux trades|plus d'air aux trades|plus d'espace aux trades|"
    "de l'air aux trades|de la marge aux trades|de la place aux trades|plus de place aux trades|encaisser les replis|"
    "encaisser des replis|supporter les replis|supporter des replis|tenir dans les creux|plus de mou aux trades|"
    "plus d'air aux positions|de l'air aux positions|plus de marge aux positions|de la marge aux positions|"
    "respirer les trades|respirer les positions|supporter de plus gros replis|les trades respirer|résister aux replis",
    "stop_loss_pct-": "coupe les pertes|couper les pertes|coupe mes pertes|coupez les pertes|couper mes pertes|"
    "limite les pertes|limiter les pertes|limite mes pertes|limiter mes pertes|couper les perdants|"
    "coupe les perdants|réduis les pertes|réduire les pertes|pertes plus petites|plus petites pertes|"
    "limiter la casse|limite la casse|perdre moins par trade|perds trop par trade|perd trop par trade|"
    "je perds trop sur chaque trade|moins de pertes par trade|stopper l'hémorragie|stoppe l'hémorragie|"
    "arrêter l'hémorragie|sors plus vite des perdants|sortir plus vite des perdants|sortir des perdants|"
    "contenir les pertes|minimiser les pertes|laisse courir les pertes|laisse filer les pertes|"
    "couper court aux pertes|pertes plus tôt|les perdants plus tôt|les perdants plus vite|pertes plus vite|"
    "sors plus tôt des trades perdants|ferme plus vite les perdants",
    "take_profit_pct+": "laisse courir les gains|laisser courir les gains|laissez courir les gains|"
    "laisse courir les profits|laisser courir les profits|laisse courir les gagnants|laisser courir les gagnants|"
    "laissez courir les gagnants|laissez courir les profits|laisse courir mes gains|laisser courir mes gains|"
    "laisse filer les gains|laisse les gains courir|laisse les profits courir|laisse les gagnants courir|"
    "laisser les gains courir|laisser les gagnants courir|laisser les profits courir|gains plus gros|plus gros gains|"
    "de plus gros gains|de plus gros profits|plus gros profits|vise plus haut|viser plus haut|vend trop tôt|"
    "vends trop tôt|vendre trop tôt|prend ses gains trop tôt|prend les gains trop tôt|prends mes gains trop tôt|"
    "coupe les gagnants|coupe mes gagnants|couper les gagnants|coupe les gains trop tôt|coupe ses gains trop tôt|"
    "coupe mes gains trop tôt|laisse de l'argent sur la table|de l'argent sur la table|"
    "laisser de l'argent sur la table|gratter plus|encaisse trop tôt|encaisse ses gains trop tôt|"
    "encaisse mes gains trop tôt|coupe trop tôt les gagnants|coupe trop tôt mes gagnants|vend trop vite|"
    "gagner plus par trade|plus de gain par trade|rafle trop tôt|profits trop tôt|gains trop tôt|"
    "gains plus longtemps|profits plus longtemps",
    "take_profit_pct-": "encaisse un peu plus tôt|encaisser un peu plus tôt|prends les gains un peu plus tôt|"
    "gains un peu plus tôt|profits un peu plus tôt|prends les gains|prendre les gains|prends les profits|"
    "prendre les profits|prends tes profits|prends tes gains|prends mes profits|prendre mes profits|"
    "prendre ses profits|prendre mes gains|prendre ses gains|prends mes gains|encaisse les gains|encaisser les gains|"
    "encaisse les profits|encaisser les profits|sécurise les gains|sécuriser les gains|sécurise mes gains|"
    "sécuriser mes gains|sécurise les profits|sécuriser les profits|verrouille les gains|verrouiller les gains|"
    "gains plus tôt|gains plus vite|profits plus tôt|profits plus vite|bénéfices plus tôt|bénéfices plus vite|"
    "gains rapides|petits gains|petits profits|scalp*|plus petits gains|empoche les gains|empocher les gains|"
    "mettre les gains au chaud|mets les gains au chaud|engranger les gains|prends les bénéfices|"
    "prendre les bénéfices|encaisse plus tôt|encaisse plus vite|encaisser plus tôt|encaisser plus vite|"
    "profits rapides|un tiens vaut mieux",
    "entry_confirm_bars+": "attendre une confirmation|attends une confirmation|attendre la confirmation|"
    "attends la confirmation|plus de confirmation|faux signaux|faux signal|fausses cassures|fausse cassure|"
    "faux départs|faux départ|fausses entrées|fausse entrée|signaux foireux|mauvais signaux|signaux faibles|"
    "entre trop tôt|entre trop vite|entrer trop tôt|achète trop tôt|achète trop vite|rentre trop tôt|"
    "rentre trop vite|saute trop vite|fausses alertes|fausse alerte|impulsi*|se précipite|précipit*|moins impulsif|"
    "vérifier deux fois|vérifie deux fois|faux breakouts|fakeout*|entrées prématurées|entrées trop hâtives|hâtives|"
    "démarre au quart de tour|mèches isolées|bougies isolées",
    "entry_confirm_bars-": "sans confirmation|entre immédiatement|entrer immédiatement|entrer tout de suite|"
    "entre tout de suite|entre trop tard|entrer trop tard|achète trop tard|rentre trop tard|entrées tardives|"
    "arrive trop tard sur les entrées|sans attendre de confirmation|sans attendre",
    "max_holding_bars-": "pas les positions la nuit|pas de position la nuit|pas les trades la nuit|"
    "rien garder la nuit|pas garder la nuit|garder la nuit|ne pas garder la nuit|pas de positions la nuit|"
    "positions la nuit|tient trop longtemps|garde trop longtemps|garder trop longtemps|reste trop longtemps|"
    "restent trop longtemps|traîne trop|traînent trop|traîner|traînent|s'éternise|éternisent|trades qui traînent|"
    "positions qui traînent|bloqué dans des trades|coincé dans des trades|coincé*|trades morts|fermer plus vite|"
    "ferme plus vite|fermer plus tôt|ferme plus tôt|sortir plus tôt|sors plus tôt|sortir plus vite|sors plus vite|"
    "trades plus courts|positions plus courtes|garder moins longtemps|garde moins longtemps|rester moins longtemps|"
    "reste moins longtemps|positions dormantes|trades dormants|tenir moins longtemps|allers retours rapides|"
    "trop longtemps ouvert*|ouvertes trop longtemps|ouverts trop longtemps|moins longtemps en position|"
    "s'accroche trop|traînent en longueur|traîne en longueur|croupi*",
    "max_holding_bars+": "garder plus longtemps|garde plus longtemps|garder les positions plus longtemps|"
    "garde les positions plus longtemps|garde les trades plus longtemps|garder les trades plus longtemps|"
    "tenir plus longtemps|tiens plus longtemps|tient plus longtemps|reste plus longtemps|rester plus longtemps|"
    "restes plus longtemps|plus de temps aux trades|du temps aux trades|plus de temps aux positions|"
    "laisser plus de temps|laisse plus de temps|donne plus de temps|donner plus de temps|trades plus longs|"
    "positions plus longues|sort trop tôt|sors trop tôt|ferme trop tôt|clôture trop tôt|swing trading|"
    "ferme trop vite|sort trop vite|laisser le temps aux trades|laisse le temps aux trades|le temps de mûrir|"
    "patient avec les positions ouvertes",
    "max_volatility_pct-": "éviter les marchés volatils|évite les marchés volatils|éviter les marchés agités|"
    "évite les marchés agités|évite la volatilité|éviter la volatilité|seulement quand c'est calme|"
    "seulement quand le marché est calme|uniquement quand le marché est calme|que dans des marchés calmes|"
    "marchés calmes|seulement dans les marchés calmes|uniquement par temps calme|éviter les journées folles|"
    "évite les journées folles|évite les journées agitées|évite les turbulences|éviter les turbulences|"
    "quand c'est calme|fuir la volatilité|fuis la volatilité|que quand c'est calme",
    "max_volatility_pct+": "accepter plus de volatilité|accepte plus de volatilité|tolérer plus de volatilité|"
    "tolère plus de volatilité|même quand c'est volatil|même quand ça bouge|trader même quand c'est agité|"
    "même dans les marchés agités|même dans les marchés volatils|même en marché volatil|supporter plus de volatilité|"
    "même quand ça secoue|même par gros temps|n'aie pas peur de la volatilité|sans peur de la volatilité|"
    "supporte plus de volatilité",
    "trend_filter=on": "avec la tendance|dans le sens de la tendance|seulement dans le sens de la tendance|"
    "contre la tendance|pas contre la tendance|jamais contre la tendance|respecter la tendance|respecte la tendance|"
    "à contre tendance|contre tendance|couteau qui tombe|couteaux qui tombent|dans le sens du marché|"
    "à contre courant|aligné sur la tendance|alignés sur la tendance|trades à contre courant|dans la tendance|"
    "contre la tendance de fond|la tendance est mon amie|dans le sens du courant",
    "trend_filter=off": "ignore la tendance|ignorer la tendance|peu importe la tendance|quelle que soit la tendance|"
    "indépendamment de la tendance|aussi contre la tendance|même contre la tendance|"
    "autoriser les trades contre la tendance|autorise les trades contre la tendance|se fiche de la tendance|"
    "oublie la tendance|sans tenir compte de la tendance",
    "!frequency-": "meilleures occasions|meilleurs setups|meilleurs signaux|meilleures opportunités|"
    "meilleurs trades|meilleures entrées|signaux les plus nets|garde juste les meilleures occasions|surtrad*|"
    "sur trade|overtrad*|trade trop|trade beaucoup trop|trade trop souvent|trade sans arrêt|trade tout le temps|"
    "trop de trades|beaucoup trop de trades|bien trop de trades|trop de transactions|trop d'opérations|mitraill*|"
    "que les meilleurs setups|que les meilleurs signaux|les meilleurs setups|les meilleurs signaux|"
    "qualité plutôt que quantité|la qualité à la quantité|signaux clairs seulement|que des signaux clairs|"
    "trop de signaux|tradant trop|arrête pas de trader|n'arrête pas de trader|achète et vend sans arrêt|"
    "dans tous les sens|trop d'entrées|meilleures opportunités seulement|que les meilleures opportunités|"
    "seulement les meilleures occasions|uniquement les meilleures occasions|que les meilleures occasions|"
    "trade comme un fou|trade à tout va|à tout bout de champ|trades inutiles|tire sur tout ce qui bouge|"
    "calme la cadence|ralentir la cadence|ralentis la cadence|saute sur tout",
    "!frequency+": "ne trade presque pas|ne trade presque jamais|trade presque jamais|trade presque pas|"
    "il ne trade jamais|bot ne trade jamais|il trade jamais|bot trade jamais|ne trade pas assez|trade pas assez|"
    "trade trop peu|trade trop rarement|trade rarement|il ne trade pas|bot ne trade pas|il trade pas|bot trade pas|"
    "pas assez de trades|trop peu de trades|presque aucun trade|presque pas de trades|il ne se passe rien|"
    "se passe rien|ne se passe rien|ne fait rien|fait rien|ne fait presque rien|fait presque rien|"
    "rate des opportunités|rate trop d'opportunités|rate des occasions|rate trop d'occasions|rate des trades|"
    "loupe des opportunités|loupe des occasions|manque des opportunités|manque des occasions|loupe trop|rate trop|"
    "passe à côté|passe à côté d'opportunités|dort|roupille|s'endort|reste les bras croisés|bras croisés|"
    "trop inactif|trop passif|pas assez de signaux|trop peu de signaux|se tourne les pouces|ne bouge pas assez|"
    "pas assez actif|pas assez active|trop peu actif|tourne les pouces|manque trop d'opportunités|"
    "manque trop d'occasions|à peine un trade",
    "!quickness-": "chaque petit mouvement|moindre mouvement|au moindre mouvement|chaque mouvement|chaque tick|"
    "bruit|le bruit|bruit de marché|filtrer le bruit|filtre le bruit|ignorer le bruit|ignore le bruit|"
    "petits soubresauts|chaque soubresaut|moindre soubresaut|whipsaw*|faux mouvements|moindre frémissement|"
    "moindre variation|chaque variation|moindre secousse|chaque frémissement|zigzag*|à la moindre oscillation|"
    "moindre oscillation|au moindre pet|moindre tick|moindre pet|chaque hoquet|pour un rien",
    "!quickness+": "réagit trop lentement|réagit lentement|réagit trop tard|trop lent|trop lente|trop lent à réagir|"
    "à la traîne|en retard|toujours en retard|en retard sur le marché|colle plus au marché|coller au marché|"
    "coller plus au marché|coller de plus près|suivre le prix de plus près|suit trop lentement|mou du genou|trop mou|"
    "à la bourre|trop long à réagir|met trop de temps à réagir|met du temps à réagir|plus près du marché|lambin*|"
    "à la ramasse|décroche",
    "!sensitivity+": "plus petits mouvements|mouvements plus petits|petits mouvements|"
    "capter de plus petits mouvements|capte de plus petits mouvements|aux petits mouvements|des petits mouvements|"
    "mouvements plus faibles|petites variations|plus petites variations|petites oscillations",
    "!sensitivity-": "nerveux|nerveuse|surréagi*|sur réagi*|surréagit|hypersensib*|trop sensible au bruit|"
    "à fleur de peau|excité*|s'emballe|s'excite|que sur les gros mouvements|que les gros mouvements|"
    "seulement les gros mouvements|uniquement les gros mouvements|gros mouvements|plus gros mouvements|hyperactif|"
    "hyperactive|sursaute|chatouilleu*|parano*|fébrile*|plus grands mouvements|grands mouvements|surexcit*|"
    "épidermique",
    "exit_band+": "sortir avant la moyenne|sors avant la moyenne|avant d'atteindre la moyenne|"
    "avant que le prix n'atteigne la moyenne|avant le retour à la moyenne|avant de toucher la moyenne",
    "max_asset_exposure-": "diversifi*|diversifie|diversifier|diversifie plus|diversifie davantage|"
    "œufs dans le même panier|oeufs dans le même panier|même panier|trop concentré|répartir le risque|"
    "répartis le risque|trop exposé|trop exposée|surexposé*|mieux répartir",
    "max_asset_exposure+": "concentrer davantage|concentre davantage|plus concentré|moins diversifié|concentre plus",
    "ml_weight=0": "ignore la prévision|ignore les prévisions|ignorer les prévisions|ignore le modèle|"
    "ignorer le modèle|ignore l'ia|ignorer l'ia|ignorer la prévision|sans l'ia|sans ia|sans la prévision|"
    "sans prévision|sans le modèle|sans les prévisions|désactive l'ia|désactiver l'ia|désactive la prévision|"
    "désactive les prévisions|désactiver les prévisions|désactive le modèle|coupe l'ia|coupe la prévision|"
    "n'écoute plus le modèle|n'écoute plus l'ia|n'utilise pas la prévision|n'utilise pas l'ia|"
    "n'utilise plus la prévision|n'utilise plus l'ia|n'utilise plus le modèle|n'utilise plus les prévisions|"
    "n'utilise pas le modèle|oublie l'ia|oublie la prévision|oublie le modèle|oublie les prévisions|pas d'ia|"
    "pas de prévision|pas de prévisions|plus d'ia du tout|n'écoute pas le modèle|n'écoute pas l'ia|"
    "ne te fie plus au modèle|ne te fie plus à l'ia|ne tiens plus compte de la prévision|"
    "ne tiens pas compte de la prévision|ne tiens pas compte du modèle|ne tiens plus compte du modèle|"
    "ne tiens plus compte des prévisions|ne tiens pas compte des prévisions|ignore le ml|sans ml|"
    "ne te fie pas au modèle",
    "position_scaling=1": "pas de pyramidage|pas de martingale|ne pas pyramider|ne pas moyenner|ne moyenne pas|"
    "ne moyenne jamais à la baisse|jamais moyenner à la baisse|pas de moyenne à la baisse|ne moyenne pas à la baisse|"
    "toutes les entrées de même taille|toutes les entrées de la même taille|chaque entrée de la même taille|"
    "sans pyramidage|sans martingale|pas de renforcement|arrête de moyenner à la baisse|"
    "ne jamais moyenner à la baisse|ne pyramide pas|entrées de taille égale|arrête de pyramider|arrête le pyramidage",
    "entry_confirm_bars=0": "pas de confirmation|aucune confirmation|sans barre de confirmation|"
    "pas de bougie de confirmation|supprime la confirmation|plus de bougie de confirmation du tout|"
    "confirmation inutile",
    "cooldown_bars=0": "pas de cooldown|aucun cooldown|sans cooldown|pas de pause entre les trades|"
    "aucune pause entre les trades|sans pause|aucune attente entre les trades|pas d'attente entre les trades|"
    "sans temps d'attente|réentrer immédiatement|réentre immédiatement|supprime le cooldown|pas de pause|"
    "pas de temps d'attente",
    "trailing_stop_pct=0": "pas de trailing stop|pas de trailing|sans trailing stop|sans trailing|"
    "pas de stop suiveur|sans stop suiveur|aucun trailing stop|aucun stop suiveur|supprime le trailing|"
    "supprime le stop suiveur|désactive le trailing|désactive le stop suiveur|désactive le trailing stop|"
    "supprime le trailing stop|enlève le trailing stop|enlève le trailing|enlève le stop suiveur",
    "max_open_positions=1": "une seule position|une position à la fois|un seul trade à la fois|"
    "une seule position à la fois|un trade à la fois|une seule position ouverte|pas plus d'une position|"
    "jamais plus d'une position|qu'une seule position|qu'une position|qu'un trade à la fois|qu'un seul trade|"
    "une unique position|une position en même temps|un seul trade en même temps",
}  # fmt: skip

REFUSALS: Final = {
    "leverage": "levier|effet de levier|leverage|marge cfd|margin|futures|à crédit|emprunt*|prêt|sur marge|"
    "x10 de levier|argent emprunté|trading sur marge",
    "keys": "clé api|clés api|cle api|api key|clé secrète|clé privée|mot de passe|mots de passe|token|identifiants|"
    "prompt système|seed phrase|phrase secrète|phrase de récupération|api keys|secret api|variable d'environnement|"
    "variables d'environnement",
    "act": "retrait|retraits|retire mon argent|retirer mon argent|dépôt|dépose*|virement|transfér*|transfert|"
    "envoie de l'argent|vends tout|vendre tout|tout vendre|achète maintenant|acheter maintenant|vends maintenant|"
    "vendre maintenant|ferme toutes les positions|ferme toutes mes positions|fermer toutes les positions|"
    "clôture toutes les positions|clôture toutes mes positions|passe un ordre|passer un ordre|place un ordre|"
    "achète un bitcoin|achète du bitcoin|achète des bitcoins|achète moi|acheter du bitcoin|vends mes bitcoins|"
    "annule tous les ordres|wallet|liquide tout|solde tout|ferme ma position|ferme mes positions|ferme tout",
    "coins": "ethereum|solana|dogecoin|doge|shiba|xrp|ripple|cardano|litecoin|autre crypto|autres cryptos|"
    "autre coin|autres coins|actions|l'or|forex|altcoins|altcoin|memecoins|binance|coinbase|kraken|bybit|tesla|"
    "nasdaq|cac|cac 40|bourse|autre marché|autres marchés|une autre crypto|autre monnaie|pétrole|trade eth|"
    "d'autres coins|d'autres cryptos",
    "unknown": "rsi|macd|grid|grille|hedge|arbitrage|stochastique|fibonacci|ichimoku|atr|options|nouveau paramètre|"
    "nouveau réglage|ajoute un paramètre|envoie moi|préviens moi|avertis moi|alerte moi|notifie*|notification|"
    "notifications|alerte sms|le week end|week end|week ends|le weekend|weekend|la nuit seulement|le lundi|"
    "le vendredi|le dimanche|le samedi|à minuit|vwap|indicateur|sentiment|drop table|vente partielle|"
    "ventes partielles|moitié de la position|la moitié à|prises partielles|partiellement|funding|heures de trading|"
    "kelly|phase de lune|pleine lune|break even|breakeven|stop à l'entrée|horaires de trading|email moi|jours fériés|"
    "take profit partiel|couverture",
}  # fmt: skip
