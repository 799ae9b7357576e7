"""French as traders speak it: grammar and numbers."""

from typing import Final

from engine.chat.lexicon.french_trade import CHOICES, EFFECTS, MOODS, NOUNS, QUALITIES, REFUSALS, TARGETS
from engine.chat.lexicon.lexicon import Lexicon

_ROLES: Final = {
    "up": "augment*|hauss*|relèv*|relev*|mont*|remont*|accr*|accroi*|agrandi*|allong*|rallong*|étend*|élev*|"
    "supérieur*|vers le haut|en hausse|grimp*|gonfl*|pouss*|plus haut|plus haute|plus élevé*|prolong*|amplifi*|"
    "booste*|rehauss*|croître|hausse|étir*",
    "down": "rédui*|reduis|réduction|baiss*|diminu*|abaiss*|raccourci*|rétréci*|inférieur*|vers le bas|en baisse|"
    "coup*|rogn*|rabaiss*|allég*|moindre|plus bas|plus basse|plus faible*|descend*|restrein*|ramèn*|resserre encore|"
    "amoindri*|écourt*|minimis*|ralenti*|limite davantage|frein*|fais tomber|tempér*",
    "more": "plus|davantage|encore plus|supplémentaire*|en plus|de plus|encore un|encore une|un autre|une autre|"
    "plus de|plus d'|encore des",
    "less": "moins|pas autant|moins de|moins d'|pas tant",
    "add": "ajout*|additionn*|rajout*",
    "take": "enlèv*|soustrai*|retir*|ôt*|déduis|retranch*",
    "set": "mets|met|mettre|mettez|fix*|règl*|regl*|utilis*|emploi*|passe|passer|passez|pass*|chang*|rend*|rends-le|"
    "fais|faites|faire|modifi*|prend*|prenez|définis|définir|configure*|ajust*|place*|donne*|donner|donnez|met*|"
    "mettons|bascul*|écart*|rapproch*|éloign*|pose*|porte*|touch*|bouge*|laiss*|trade en|essa*|joue|jouer|travaill*|"
    "choisi*",
    "should": "doit|devrait|devraient|doivent|faut que|soit|soient|il faut|faudrait|devra|qu'il soit|il faudrait|"
    "devrais",
    "is": "est|sont|était|semble*|paraît|parait|me semble|je trouve|trouve|sont trop|c'est|ce sont|étaient|a l'air|"
    "ont l'air|reste|suis|a été|as|avons|a|ont",
    "on": "activ*|allum*|autoris*|permet*|enclench*|accept* les|branche*|réactiv*|autorise|ouvre aux|introdui*",
    "off": "désactiv*|étein*|coupe le|coupe les|supprim*|arrête d'utiliser|interdi*|vire*|ignor*|désenclench*|"
    "élimin*|retire le|retire la|enlève le|enlève la|abandonne*|bloque*|bannis|oublie le",
    "highest": "au maximum|à son maximum|le plus haut possible|le plus grand possible|à fond|au max|valeur maximale|"
    "aussi haut que possible|le plus large possible",
    "lowest": "au minimum|à son minimum|le plus bas possible|le plus petit possible|au min|valeur minimale|"
    "aussi bas que possible|le plus court possible|le plus serré possible",
    "cap": "maximum|maximal|maximale|max|au plus|limit*|plafonn*|pas plus de|pas plus d'|jusqu'à|plafond|maxi|"
    "tout au plus|jamais plus de|jamais plus d'|toléré|tolèr*|maximaux|maximales|ne pas dépasser|ne dépasse pas|"
    "accept*|sans dépasser|ne doit pas dépasser|dépasse pas",
    "floor": "au moins|minimum|minimal|minimale|exig*|pas moins de|au minimum de|requi*|réclam*|demande au moins",
    "to": "à|a|en|de|sur|égal à|du|au|aux|environ|autour de|vers|égale|à environ|comme|exactement|à hauteur de|"
    "d'environ|d'",
    "by": "de l'ordre de|par|encore de|d'encore",
    "from": "de actuellement|à partir de|partant de",
    "above": "au-dessus de|au dessus de|supérieur à|supérieure à|dépasse|plus de|excède|au-delà de|dépassent|"
    "au-dessus des",
    "below": "en dessous de|au-dessous de|inférieur à|inférieure à|moins de|sous|en-dessous de|endessous de",
    "neg": "ne|n'|pas|aucun|aucune|sans|jamais|ni|arrête de|arrête d'|évit*|non|cess* de|cesse d'|plus aucun|"
    "plus aucune|surtout pas|ne pas|interdiction de|pas la peine de|hors de question|pas question|pas de|pas d'|"
    "arrêtez de|arrêter de|surtout ne|n'oublie pas de ne pas",
    "except": "sauf|excepté|hormis|à part|à l'exception de|mais pas|à l'exception|en dehors de",
    "instead": "au lieu de|au lieu d'|plutôt que|à la place de|plutôt que de",
    "instead_end": "plutôt|à la place",
    "only": "seulement|uniquement|juste|que|rien que|exclusivement|ne que",
    "too": "trop|beaucoup trop|un peu trop|bien trop|excessif|excessive|excessivement|trop de|trop d'|exagérément|"
    "excessifs|vachement|carrément trop",
    "too_few": "trop peu|pas assez|insuffisant*|presque pas|presque aucun|trop rarement|à peine|beaucoup trop peu|"
    "pas suffisamment|presque jamais|quasiment pas|rarement",
    "so": "si|aussi|autant|tellement|tant|à ce point",
    "as": "comme",
    "enough": "assez|suffisamment|suffisant*",
    "keep": "gard*|conserv*|maint*|inchangé*|tel quel|telle quelle|tels quels|comme il est|comme elle est|"
    "comme ils sont|tranquille*|intact*|identique*|ne touche pas|même|fixe|fige*|stable|préserv*|en place|"
    "touche pas à|restent|reste comme|laisse comme|bloqué*|verrouill*|figé*|comme ça|en l'état|ne bouge pas",
    "others": "tout le reste|le reste|rien d'autre|les autres|autres réglages|autre chose|autres paramètres|reste",
    "nothing": "rien",
    "all": "tout|tous|toutes|paramètres|réglages|configuration|le bot|les réglages|changements|valeurs|les paramètres",
    "slight": "un peu|légèrement|un petit peu|un poil|un chouïa|un brin|quelque peu|un cran|une touche|un tantinet|"
    "un soupçon|un tout petit peu|à peine|doucement|peu|modérément|une idée|un chouia|p'tit peu|un iota|faiblement|"
    "léger|légère|tout doucement",
    "large": "beaucoup|nettement|fortement|considérablement|bien|énormément|sensiblement|largement|franchement|"
    "drastiquement|vraiment|bien davantage|massivement|significativement|sacrément|radicalement|très|carrément|"
    "à fond les|grandement|notablement|de beaucoup|clairement",
    "join": "et|mais|puis|ensuite|aussi bien que|avec|ainsi que|tandis que|également|ou|en plus de ça|et aussi|"
    "mais aussi|toutefois|cependant|tout en|de plus|alors|d'abord|deuxièmement|enfin|or|par contre|et puis|"
    "pendant que",
    "why": "parce que|car|pour que|afin que|afin de|vu que|puisque|comme le marché|à cause de|étant donné|"
    "pour éviter|pour ne pas|parce qu'|puisqu'|histoire de|en raison|dans le but de|du coup j|pour mieux|pour capter|"
    "pour réagir",
    "cond": "si jamais|quand|lorsque|lorsqu'|dès que|chaque fois que|au cas où|s'il|tant que|si le|si la|si les|"
    "si on|dès qu'",
    "cond_polite": "si possible|si tu peux|si vous pouvez|s'il te plaît|s'il vous plaît|s'il te plait|"
    "s'il vous plait|si ça ne te dérange pas|si c'est possible|si tu veux bien|si vous voulez bien|"
    "si ça ne vous dérange pas|si cela ne vous dérange pas|si tu veux|si vous le voulez bien|"
    "si ce n'est pas trop demander|svp|stp|s' il te plaît|s' il vous plaît",
    "ask": "que fait|qu'est-ce|qu' est ce|qu' est|est-ce que|est ce que|est ce que je|quel|quelle|quels|quelles|"
    "comment|pourquoi|quand est ce|combien|qui|où|dois-je|dois je|devrais-je|devrais je|est-ce|est ce|à quoi|"
    "que signifie|que se passe|vaut-il|vaut il|penses-tu|penses tu|pensez vous|crois-tu|crois tu|as tu|avez vous|"
    "faut il|que veut dire|c'est quoi|c' est quoi|à quoi sert|est il|est elle|sont ils|y a t il|que penses tu|et si|"
    "ça change quoi|ça veut dire quoi|aurais je|ai je|qu'|quoi|dis moi ce que",
    "aux": "est|sont|a|as|faut",
    "tell": "explique*|montre*|dis-moi|dis moi|décri*|compar*|résum*|affich*|raconte*|précis*|j'aimerais savoir|"
    "j' aimerais savoir|je veux savoir|je voudrais savoir|je me demande|traduis|parle moi|je ne comprends pas|"
    "dites moi|donne moi un résumé|explique moi|peux tu m' expliquer|rappelle moi",
    "may_i": "peut on|pourrait on",
    "show": "montre moi une version|voyons",
    "polite": "peux-tu|peux tu|pourrais-tu|pourrais tu|pouvez-vous|pouvez vous|pourriez-vous|pourriez vous|"
    "est-ce que tu peux|est ce que tu peux|est ce que vous pouvez|est ce que tu pourrais|est ce que vous pourriez|"
    "est ce qu' on peut|est ce qu' on pourrait|pourrait-on|pourrait on|peut on|pouvons nous|merci de|veuillez|"
    "veux tu bien|voudrais tu|auriez-vous la gentillesse|auriez vous la gentillesse|ça te dérangerait de|"
    "cela vous dérangerait il de|serait il possible de|serait il possible d'|et si on|on pourrait|on peut|tu peux|"
    "tu pourrais|vous pouvez|vous pourriez|voulez vous bien|aurais tu la gentillesse de|je vous prie",
    "wish": "je veux|j'aimerais|j' aimerais|je voudrais|je préfère|je souhaite|il me faut|nous voulons|on devrait|"
    "je préférerais|je souhaiterais|qu'il|je veux que|j'ai besoin|j' ai besoin|je veux bien|on veut|j'aimerai|"
    "j' aimerai|j'ai envie|j' ai envie|mieux vaut|autant|il vaudrait mieux|ça serait bien si|ce serait bien si|"
    "ce serait bien de|je désire|voudrais|aimerais|veux|souhaite|préfère|qu'on|j'aurais aimé",
    "it": "le|la|les|l'|lui|ça|cela|celui-ci|celui ci|les deux|celui-là|eux|elles|elle|cette valeur|ce réglage|il",
    "same": "pareil pour|la même chose pour|idem pour|même chose pour",
    "again": "encore|de nouveau|à nouveau|toujours|encore une fois|encore davantage",
    "back_off": "pas autant|c'est trop|pas à ce point",
    "other": "l'autre|pas celui-là",
    "correct": "non attends|attends|pardon|je veux dire|plutôt non|correction|enfin non|je voulais dire|ou plutôt|"
    "non plutôt|oups|non en fait|désolé non|euh non|non pardon|zut|en fait non",
    "restore": "annul*|rétabli*|restaur*|réinitialis*|reviens|revenir|reven*|défai*|remets|remettre|remettez|retour|"
    "retourne*|rembobin*|défaire|retourn*|récupèr*|recharge*|reprend*|restitu*|fais marche arrière|reset|repass*",
    "back": "en arrière|arrière",
    "redo": "refai*|rétablis ce que|refaire|rejou*",
    "default": "par défaut|défaut|valeurs d'usine|valeur initiale|valeurs initiales|d'usine|paramètres d'origine|"
    "réglages d'origine|origine|valeur d'origine|standard|réglages initiaux|valeurs d' usine|valeurs d' origine|"
    "valeur d' origine|réglages d' usine|réglages d' origine|paramètres d' origine|point de départ|d' usine|"
    "d' origine|configuration initiale|paramètres initiaux",
    "last": "dernier*|dernière*|précédent*|récent*|avant-dernier*|derniers",
    "previous": "avant|comme avant|auparavant|qu'il était|ce que c'était|ancien*|qu'on avait|comme c'était|"
    "précédemment|où il était|qu' on avait|comme c' était|ce que c' était|tel qu' il était|telle qu' elle était|"
    "ce qu' il était|ce qu' elle était|d'avant|d' avant|vieux|vieille",
    "changes": "changement*|modification*|modif*|étapes|étape|ajustement*|réglage|action*|correction*",
    "version": "version|version numéro|configuration numéro",
    "yesterday_morning": "hier matin",
    "yesterday": "hier|d'hier|d' hier",
    "before_yesterday": "avant-hier|avant hier",
    "last_week": "la semaine dernière|semaine dernière|semaine passée|la semaine passée",
    "last_month": "le mois dernier|mois dernier",
    "this_morning": "ce matin",
    "last_night": "hier soir|la nuit dernière",
    "today": "aujourd'hui|aujourd' hui",
    "ago": "il y a",
    "weekday": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "goal": "par mois|par an|par semaine|gagner de l'argent|gagner de l' argent|garanti*|riche|rendement|rentab*|"
    "sans perdre|résultats|performance*|plus de gains|gagne plus|sans risque|plus d'argent|sharpe",
    "vague": "mieux|amélior*|optimis*|répar*|parfait|bon|bien|correct*|autrement|différemment|meilleur*|idéal*|"
    "optimal*|aide*|arrange*|raisonnable*|adapté*|comme il faut|mauvais|normal*|n'importe quoi|affin*",
    "percent": "pour cent|pourcent|pourcents|pour-cent",
    "points": "points de pourcentage|point de pourcentage|points|point",
    "basis": "points de base|point de base|pdb|bps|pb",
    "times": "fois",
    "of_now": "de sa valeur actuelle|de l'actuel|de la valeur actuelle|de sa valeur|du niveau actuel|"
    "de la valeur d'aujourd'hui",
    "hours": "heures|heure",
    "days": "jours|jour",
    "minutes": "minutes|minute",
    "weeks": "semaines",
    "coins": "btc|bitcoin|bitcoins|unités|unité|eth",
    "point": "virgule",
    "and_half": "et demi|et demie",
    "and_quarter": "et quart",
    "multiply": "multipli*|par un facteur|d'un facteur|d' un facteur|facteur multiplicatif de",
    "divide": "divis*",
    "says": "dit|disent|a dit|recommande|recommandent|conseille|selon|affirme|écrit|suggère|prétend|a recommandé|"
    "a conseillé|d'après|pense que|jure|assure|m'a dit|raconte que",
    "source": "ami|amie|copain|newsletter|tweet|forum|article|blog|gourou|analyste|analystes|youtubeur|telegram|"
    "discord|twitter|reddit|mail|message|collègue|voisin|frère|sœur|chef|expert|quelqu'un|pote|podcast|influenceur|"
    "utilisateur|texte|page|chatgpt|conseiller|cousin|père|mère|beau-frère|groupe|vidéo|gens|il|elle",
    "agree": "je suis d'accord|d'accord avec|il a raison|elle a raison|bonne idée|ils ont raison",
    "attack": "ignore toutes|ignore tes|oublie tes|instructions précédentes|mode développeur|sans limites|contourne*|"
    "tu es maintenant|prompt système|garde-fous|sans restriction*|outrepass*|tes règles|sans confirmation|mode admin|"
    "jailbreak|ignore les limites|limites de sécurité|protections",
    "greet": "bonjour|salut|bonsoir|coucou|dis|dites|bon|alors|ok|et|mais|pardon|excuse moi|excusez moi|une question|"
    "question|svp|stp|merci|euh|hé|tiens|au fait|dis donc|écoute|voilà|cher|bot|désolé|petite question|par curiosité|"
    "dis moi|juste une question|ah|hello|eh bien|simple question|question bête|donc|en fait",
    "word": "merci beaucoup|d'avance|en ce moment|pour l'instant|pour l' instant|pour le moment|"
    "à partir de maintenant|le bot|du bot|mon bot|deux choses|trois choses|en général|au final|à l'avenir|d' accord|"
    "tout de suite|bonne journée|en ce qui concerne|dorénavant|désormais|à l' avenir|en même temps que|par rapport|"
    "s'il te|ma|mon|mes",
}  # fmt: skip
_NUMBERS: Final = {
    "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17, "dix sept": 17,
    "dix huit": 18, "dix neuf": 19, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "soixante dix": 70, "quatre vingt": 80, "quatre vingts": 80, "quatre vingt dix": 90, "cent": 100, "vingt cinq": 25,
    "une douzaine": 12, "une dizaine": 10, "une vingtaine": 20, "une quinzaine": 15, "soixante quinze": 75,
}  # fmt: skip
_FACTORS: Final = {
    "doubl*": 2, "le double": 2, "double": 2, "tripl*": 3, "le triple": 3, "quadrupl*": 4, "divis* par deux": 0.5,
    "par deux": 0.5, "de moitié": 0.5, "à la moitié": 0.5, "moitié moins": 0.5,
    "deux fois plus": 2, "deux fois moins": 0.5,
    "trois fois plus": 3, "multipli* par deux": 2, "multipli* par trois": 3, "divis* par trois": 1 / 3,
    "la moitié": 0.5,
    "en deux": 0.5, "au double": 2,
}  # fmt: skip
_SHARES: Final = {
    "un tiers": 1 / 3, "d'un tiers": 1 / 3, "tiers": 1 / 3, "deux tiers": 2 / 3, "un quart": 0.25, "quart": 0.25,
    "trois quarts": 0.75, "un cinquième": 0.2, "un dixième": 0.1, "demi": 0.5, "demie": 0.5, "moitié": 0.5,
    "un demi": 0.5, "une demi": 0.5, "cinquième": 0.2, "dixième": 0.1,
}  # fmt: skip
_PLAIN: Final = (
    "le la les un une des du de d' l' j' m' t' s' c' n' qu' je tu il elle on nous vous ils elles ce cet cette ces "
    "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs que qui quoi dont où ici là maintenant "
    "aujourd'hui demain toujours souvent parfois déjà encore aussi très bien mal merci bonjour svp stp marché "
    "marchés prix cours bot stratégie valeur paramètre niveau chose choses être été avoir ai as avons avez ont fait "
    "pour avec sans dans entre vers chez depuis pendant après contre selon y en au aux se me te lui jour jours "
    "semaine mois argent perdu perdre calme sensation crois pense sens vois alors peut-être vraiment simplement "
    "actuellement général façon manière sorte partie côté moment temps bitcoin crypto mouvement mouvements récent "
    "récents vacances prochaine prochain nuit nuits dormir peur nerveux inquiet aime voudrais veux voulais est-ce "
    "qu'il qu'elle donc sinon même afin tout toute plaît plait cher chère ami beaucoup mieux si ou ni or car comme "
    "fais faire faut faudrait va vais allons aller vient venir trade trader c'est ça bon d'accord oui dernier "
    "dernièrement récemment possible possiblement gens idée plan voilà cas fois chaque quelques plusieurs certains "
    "sais savoir dire parle passe passé latéral plat nouveau nouvelle week-end fin tard tôt euros dollars travail "
    "famille femme mari enfant patron moi toi soi ailleurs quelque chacun peu actuel actuelle actuels actuelles "
    "suite point sujet propos concernant question réponse honnêtement"
)  # fmt: skip

FRENCH: Final = Lexicon(
    "fr",
    _ROLES,
    QUALITIES,
    NOUNS,
    TARGETS,
    CHOICES,
    MOODS,
    EFFECTS,
    REFUSALS,
    _NUMBERS,
    _FACTORS,
    _SHARES,
    _PLAIN,
    True,
)
