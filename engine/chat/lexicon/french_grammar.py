"""French words of grammar: which way, how far, not, too, keep, only, whose words, what opens a question."""

from typing import Final

ROLES: Final = {
    "past": "j'ai|on a|nous avons|j'avais|avait|étaient|avions|j'étais",
    "up": "augmente|augmenter|augmentez|augmentons|monter|montez|relève|relever|hausser|augment*|relèv*|relev*|"
    "mont*|monte|remont*|hauss*|hausse|élève|élever|élevez|élevons|accroî*|accroi*|accroître|agrandi*|agrandir|"
    "étend*|étendre|boost*|gonfl*|pouss*|grimp*|à la hausse|vers le haut|supérieur|rehauss*|amplifi*|intensifi*|"
    "renforce|renforcer|renforcez|dop*|lève un peu|lever|majore*|augmentation|croître|développe|muscle*|plus haut|"
    "plus haute|plus hauts|rajoute de la|mets plus de|mettre plus de|mets davantage",
    "down": "réduis|réduire|réduisez|réduisons|baisser|baissez|baissons|diminue|diminuer|diminuez|abaisse|abaisser|"
    "descendre|baiss*|baisse|rabaiss*|abaiss*|diminu*|rédui*|réduction|descend*|descends|décroî*|allège*|allég*|"
    "restrein*|rogn*|coup*|coupe|à la baisse|vers le bas|inférieur|rétrograd*|limer|modér*|frein*|ralenti sur|minor*|"
    "amoindri*|raboter|rabote|taill* dans|taille dans|ampute*|resserre la taille|lève le pied sur|lever le pied sur|"
    "vas y mollo sur|mollo sur|plus bas|plus basse|plus bas que|atténu*|affaibli*|compress*|retranch*|"
    "serre la vis sur|diète",
    "more_of": "plus de|plus d'",
    "more": "plus|davantage|encore plus|de plus|en plus|supplémentaire|supplémentaires|plus que maintenant|"
    "plus qu' actuellement|un surcroît|additionnel*",
    "less": "moins|moins de|moins d'|de moins|en moins|moins que maintenant|pas autant de|pas autant|encore moins",
    "add": "ajout*|rajout*|additionn*",
    "take": "enlèv*|enlev*|retir*|retranche*|soustrai*|ôte|ôter",
    "set": "met|mets|mettre|mettez|mettons|mettrais|mis|mise à|pass*|passe|passer|passez|passons|règle|règles|"
    "régler|réglez|réglons|fixe|fixer|fixez|fixons|fixé|chang*|change|changer|modifi*|ajust*|configur*|utilis*|"
    "emploi*|employ*|prends|prend|prenez|prendre|prenons|choisi*|bascul*|défini*|place|placer|placez|ramèn*|ramen*|"
    "porte|porter|portez|amèn*|fais|faire|faites|fait|faisons|rends|rend|rendre|rendez|rendons|donn*|donne|opte*|"
    "adopt*|positionn*|paramètr*|paramétr*|attribu*|affect*|établi*|cal*|calons|tourne en|tourner en|travaill* en|"
    "trade en|trader en|va|vas|aller|allez|allons|essay*|tent*|mettre à jour|remplac*|transform*|touchant|modifiant|"
    "changeant|applique*|appliqu*|partir sur|pars sur|partons sur|reste sur|tourn*|décal*|déplac*|boug* à",
    "should": "doit|doivent|devrait|devraient|devons|il faut|faut|faudrait|il faudrait|dois|devra",
    "is": "est|sont|semble|semblent|paraît|paraissent|paraissait|était|étaient|c'est|il y a|y a|me semble|"
    "me semblent|me paraît|je trouve|je le trouve|je la trouve|je les trouve|trouve|a l'air|ont l'air|se fait|se font",
    "on": "activ*|allum*|enclench*|autoris*|permet*|permettre|permets|réactiv*|introdui*|mets en marche|"
    "mets en route|met en route|mettre en route|branch*|active|on|ouvre la porte aux|ouvre la porte à",
    "off": "n'en tiens plus compte|n'en tenez plus compte|n'en tiens pas compte|en tiens plus compte|désactiv*|"
    "étein*|éteindre|coupe le|coupe les|coupe la|couper le|couper la|couper les|débranch*|supprim*|interdi*|"
    "interdire|interdis|vire|virer|virez|enlève le|enlève la|enlève les|enlever le|enlever la|enlever les|retire le|"
    "retire la|retire les|retirer le|retirer la|plus besoin du|plus besoin de|oubli*|laisse tomber|laisser tomber|"
    "bloqu*|n'utilise plus|n'utilisez plus|n'utiliser plus|ne plus utiliser|arrête d'utiliser|arrêtez d'utiliser|off|"
    "renonc*|abandonn*|élimin*|exclu*|plus jamais de|ne vends plus|ne vendez plus|ne tiens plus compte|"
    "ne tenez plus compte|ne plus tenir compte|fini les|finis les|ne prends plus|ne fais plus|plus aucun|plus aucune|"
    "je ne veux plus de|je ne veux plus d'|on ne veut plus de|ne veux plus|ignore*|ignor*|prohib*",
    "multiply": "multipli*",
    "divide": "divis*",
    "highest": "au maximum|au max|à fond|à son maximum|au plus haut|le plus haut possible|le plus grand possible|"
    "le plus large possible|le plus long possible|la plus grande possible|la plus longue possible|"
    "au maximum autorisé|maximis*|le maximum autorisé|à la valeur maximale|à bloc|pousse au max",
    "lowest": "au minimum|au min|à son minimum|au plus bas|le plus bas possible|le plus petit possible|"
    "le plus serré possible|la plus petite possible|le plus court possible|la plus courte possible|"
    "au minimum autorisé|minimis*|le minimum autorisé|à la valeur minimale|au strict minimum",
    "cap": "maximum|maximal|maximale|maximaux|max|au plus|tout au plus|pas plus de|pas plus d'|jamais plus de|"
    "jamais plus d'|jusqu'à|jusqu'|plafonn*|plafond|limit*|limite|ne dépasse pas|ne pas dépasser|ne dépasse jamais|"
    "ne jamais dépasser|ne doit pas dépasser|sans dépasser|à ne pas dépasser|ou moins|pas au delà de|born*|"
    "grand maximum|pas plus que|au grand maximum|tolère|tolérer|accepte|accepter|à concurrence de|contenir|contiens|"
    "ne dépassant pas|dépasse jamais",
    "floor": "au moins|minimum|minimal|minimale|min|pas moins de|pas moins d'|jamais moins de|jamais en dessous de|"
    "pas en dessous de|ou plus|exig*|plancher|pas sous|a minima|minimum de",
    "to": "à|a|au|sur|égal à|égale à|vaut|vers|environ à|sur une|sur un|en|jusque|aux alentours de|autour de|soit à",
    "by": "de près de|d'environ|d'à peu près|de encore",
    "of_from": "de|d'",
    "above": "au dessus de|au dessus|dépass*|supérieure à|supérieur à|plus grand que|plus de 80|au delà|au delà de|"
    "excèd*|passe les|passe la barre",
    "below": "en dessous de|en dessous|sous|inférieure à|inférieur à|dans les",
    "neg": "pas|ne pas|jamais|non|sans|aucun|aucune|ni|évit*|éviter|évite|arrête de|arrête d'|arrêtez de|arrêtez d'|"
    "arrêter de|cesse de|cesser de|cessez de|plus jamais|pas de|pas d'|point de|surtout pas|nullement|en aucun cas|"
    "ne touche plus|ne change plus|ne plus toucher|ne trade plus|n'ouvre plus|empêch*|inutile de|pas besoin de|"
    "pas question de|hors de question|ne veux pas de",
    "except": "sauf|hormis|excepté|à part|mis à part|à l'exception de|à l'exception du|à l'exception des|mais pas|"
    "et pas|en dehors de|en dehors du|hors|sauf que",
    "instead": "au lieu de|au lieu du|au lieu des|au lieu d'|plutôt que|à la place de|à la place du|à la place des|"
    "et non|en remplacement",
    "instead_end": "à la place|plutôt",
    "only": "seulement|uniquement|exclusivement|que des|juste|rien que|seul|seule|seuls|purement",
    "too": "trop|bien trop|beaucoup trop|un peu trop|trop de|trop d'|beaucoup trop de|bien trop de|vraiment trop|"
    "un poil trop|nettement trop|excessivement|excessif|excessive|exagérément|inutilement|carrément trop|"
    "légèrement trop",
    "too_few": "trop peu|pas assez|trop peu de|pas assez de|pas assez d'|trop rarement|bien trop peu|presque pas|"
    "presque aucun|presque aucune|à peine|quasiment pas|quasi pas|insuffisant*|pas suffisamment|presque jamais|"
    "quasiment jamais|trop peu souvent",
    "so": "aussi|autant|tant|autant de|tant de|tellement|à ce point|pareil",
    "enough": "assez|suffisamment",
    "keep": "me va|me vont|me convient|me conviennent|est ok|est okay|sont ok|est très bien|est bien comme ça|"
    "sont très bien|me plaît|me plaisent|va bien|vont bien|est parfait|est parfaite|gard*|garde|garder|gardez|laiss*|"
    "laisse|laisser|laissez|conserve|conserver|conservez|conservons|conservant|touch*|touche|toucher|touchez|reste|"
    "restent|rester|bouge|bouger|bougent|bougez|bouge pas|inchang*|intact*|tel quel|telle quelle|tels quels|"
    "telles quelles|maintien*|maintenir|maintiens|maintenez|préserv*|fig*|figé|gel*|gèl*|comme ça|tel qu'il est|"
    "telle qu'elle est|comme il est|comme elle est|comme ils sont|comme elles sont|là où il est|là où elle est|"
    "en l'état|en place|pareil que|stable|stables|constant*|à l'identique|identique|identiques|tranquille|"
    "tranquilles|comme avant pour|tripot*|bricol*|toucher à|touche à|touche pas|pas toucher|fixes",
    "others": "le reste|tout le reste|du reste|au reste|les autres|aux autres|autres réglages|autres paramètres|"
    "rien d'autre|les autres réglages|les autres paramètres|des autres|tout autre|autres valeurs|autre chose|"
    "aucun autre|aucun autre réglage|aucun autre paramètre|aux autres réglages|aux autres paramètres|rien de plus|"
    "toutes les autres|tous les autres|rien changer d'autre|et rien d'autre",
    "nothing": "rien|rien du tout|aucun réglage|aucun paramètre|aucune valeur|à rien|de rien",
    "word": "sans arrêt|tout le temps|en permanence|sans cesse|c'est bon|c'est parfait|c'est bien|très bien|"
    "bon travail|beau travail|bien joué|ça a l'air bien|ça marche|nickel|impeccable|en général|en ce moment|"
    "pour le moment|pour l'instant|à l'avenir|par exemple|à mon avis|à mon goût|du bot|le bot|le robot|du robot|"
    "de mon bot|à partir de maintenant|dès maintenant|désormais|à chaque fois|à nouveau|en fait|en gros|en tout cas|"
    "au fond|à vrai dire|à la longue|d'accord|en vacances|au moins pour|tout à fait|à propos|en l'occurrence|"
    "à l'heure actuelle|plus ou moins|deux choses|trois choses|une chose|tout de suite|en douceur|d'habitude|"
    "à ce stade|bon sang|du tout|par défaut de|sur ce|en ce qui concerne|quant à|quant au|au niveau de|au niveau du|"
    "niveau|côté|à l'aise|de temps en temps|en même temps que|a été|a ete|pour du|pour de|pour des|au travail|"
    "en ville|au fil|au fait|en revanche|par rapport|en effet|à la maison|en cours|au lieu|aussi|n'|sur le marché|"
    "marche|main|sure|plus tard que prévu|tout à l'heure|fade|or|charge|place|sort|vis à vis|de côté|de façon|"
    "de manière|en route",
    "all": "tout|tous|toutes|toute|tous les réglages|les réglages|réglages|paramètres|les paramètres|"
    "tous les paramètres|la configuration|config|configuration|le bot|le robot|mon bot|tout ça|valeurs|ensemble|"
    "la config",
    "slight": "un peu|légèrement|un chouïa|un chouia|un poil|un tantinet|un brin|un tout petit peu|un petit peu|"
    "un cran|d'un cran|une touche|un soupçon|à peine|doucement|modérément|une pointe|petit à petit|une idée|"
    "quelque peu|un petit cran|un petit coup|tout doucement|gentiment|une once|une miette|un rien|faiblement|"
    "marginalement|un zeste|timidement|léger|légère|un pas",
    "large": "beaucoup|nettement|fortement|considérablement|vraiment|bien|très|franchement|sensiblement|énormément|"
    "largement|drastiquement|significativement|massivement|carrément|sérieusement|radicalement|notablement|"
    "de beaucoup|bien plus|sacrément|vachement|fort|grandement|à fond les ballons|de loin|un bon coup|un grand coup|"
    "un sacré coup|d'un bon cran|substantiellement|clairement|forte|net|nette",
    "join": "et|mais|puis|ensuite|avec|tandis|ainsi que|ou|également|par contre|cependant|toutefois|en plus de ça|"
    "en outre|enfin|après ça|de même que|tout en|sinon|alors que|alors|donc|premièrement|deuxièmement|d'abord|"
    "et puis|et aussi|mais aussi|et après|néanmoins|pourtant|quitte à|bien que|même si|tandis que|finalement",
    "why": "parce que|parce qu'|car|puisque|puisqu'|pour que|pour qu'|pour éviter|afin de|afin d'|afin que|vu que|"
    "vu qu'|à cause de|à cause du|étant donné que|pour ne pas|pour pouvoir|pour mieux|pour être|pour limiter|"
    "pour capter|pour dormir|pour gagner|pour profiter|pour suivre|pour réagir|pour protéger|pour attraper|"
    "pour rester|pour avoir|histoire de|histoire d'|de sorte que|de peur de|vu le|vu la|en raison de|compte tenu|"
    "de façon à|de manière à|comme ça il|pour laisser|pour coller|pour me|pour m'|pour réduire|comme le marché|"
    "comme je|comme la|comme il|comme les|comme on|maintenant que|pour filtrer|pour voir",
    "cond": "jours où|les jours où|périodes où|moments où|les moments où|les périodes où|le moment où|tout ce qui|"
    "si|quand|lorsque|lorsqu'|dès que|dès qu'|tant que|à moins que|une fois que|s'il|s'ils|au cas où|jusqu'à ce que|"
    "le jour où|chaque fois que",
    "cond_polite": "si possible|si tu peux|si vous pouvez|si tu veux|si vous voulez|si c'est possible|"
    "si tu veux bien|si vous voulez bien|si ça ne te dérange pas|si cela ne vous dérange pas|si ça te va|"
    "si c'est bon pour toi|si besoin|si nécessaire|si ça marche|si je peux me permettre|si jamais c'est possible|"
    "si cela vous convient",
    "ask": "est ce que|est ce qu'|qu'est ce que|qu'est ce qu'|qu'est ce qui|pourquoi|comment|combien|quel|quelle|"
    "quels|quelles|quand|où|qui|que|qu'|quoi|à quoi|c'est quoi|de quoi|dois je|devrais je|devrait on|faut il|"
    "faudrait il|est il|est elle|est ce|sont ils|sont elles|y a t il|a t il|a t on|vaut il mieux|ai je|suis je|"
    "peut on savoir|sais tu|savez vous|penses tu|pensez vous|crois tu|à ton avis|est ce bien|ça sert à quoi|"
    "ça fait quoi|ça veut dire quoi|lequel|laquelle|serait ce|serait il|en quoi|d'où|depuis quand|je me demande|"
    "question|combien de|ça risque|tu crois|tu penses|vous pensez",
    "aux": "est|sont|a|ont|as|doit|c'est|ça|peut|fait|va|suis|ai|faut|le|la|mon|ma|il|elle|il y a",
    "greet": "bonjour|salut|coucou|bonsoir|hello|hey|hé|alors|et|mais|bon|ok|okay|d'accord|euh|hum|ah|oh|dis|dites|"
    "merci|pardon|désolé|excuse moi|excusez moi|au fait|juste|petite question|une question|question bête|"
    "simple curiosité|par curiosité|donc|oui|non|bref|sinon|tiens|dis moi|dites moi|s'il te plaît|s'il vous plaît|"
    "écoute|voilà|claude|bot|mec|chef|franchement|honnêtement|je me demandais|avant de changer quoi que ce soit",
    "may_i": "puis je|pourrais je|peut on|pourrait on|peut il|pourrait il|je peux|on peut|est ce que je peux|"
    "est ce qu'on peut|est ce que le bot peut|le bot peut il|ai je le droit",
    "own_again": "donc mets|alors mets|du coup mets|je veux|je voudrais|j'aimerais|mais mets|mais je veux|"
    "donc baisse|donc augmente|alors baisse|alors augmente|moi je veux|du coup|donc passe|mais garde",
    "tell": "explique|expliquez|explique moi|expliquez moi|montre|montrez|montre moi|montrez moi|dis moi|dites moi|"
    "décris|décrivez|compare|comparez|résume|résumez|raconte|rappelle moi|rappelez moi|liste|listez|affiche|affichez|"
    "calcule|simule|estime|traduis|détaille|je ne comprends pas|je comprends pas|expliquer|montrer|me dire|"
    "m'expliquer|me montrer|donne moi un résumé|fais un backtest|lance un backtest",
    "polite": "tu ne pourrais pas|tu pourrais pas|ne pourrais tu pas|ne peux tu pas|vous ne pourriez pas|"
    "on ne pourrait pas|on pourrait pas|ne pourrait on pas|ne pourriez vous pas|le bot ne pourrait il pas|"
    "il ne pourrait pas|peux tu|pouvez vous|pourrais tu|pourriez vous|tu peux|vous pouvez|tu pourrais|vous pourriez|"
    "s'il te plaît|s'il vous plaît|s'il te plait|s'il vous plait|stp|svp|merci de|merci d'|veuillez|veux tu|"
    "voulez vous|voudrais tu|voudriez vous|veux tu bien|voulez vous bien|on peut|on pourrait|peut on|pourrait on|"
    "pourquoi ne pas|pourquoi pas|ça te dit de|auriez vous l'amabilité de|aurais tu la gentillesse de|"
    "auriez vous la gentillesse de|est ce que tu peux|est ce que vous pouvez|est ce que tu pourrais|"
    "est ce que vous pourriez|est ce qu'on peut|est ce qu'on pourrait|serait il possible de|serait il possible d'|"
    "est il possible de|est il possible d'|sois gentil|soyez gentil|ayez la gentillesse de|prière de|je te prie de|"
    "je vous prie de|je vous prie|je te prie|puis je te demander de|puis je vous demander de|puis je demander|"
    "ce serait possible de|c'est possible de|et si on|si on|t'inquiète|n'hésite pas à|si tu pouvais|si vous pouviez|"
    "tu veux bien|vous voulez bien|pensez à|pense à|merci",
    "wish": "je veux|je voudrais|j'aimerais|je souhaite|je souhaiterais|on veut|nous voulons|on voudrait|"
    "j'ai envie de|j'ai envie d'|j'ai besoin de|j'ai besoin d'|je préfère|je préférerais|j'aime mieux|je cherche|"
    "il me faut|il me faudrait|qu'on|ce serait bien si|ce serait bien de|ce serait mieux si|ce serait mieux avec|"
    "je serais plus tranquille si|je serais plus tranquille avec|je serais rassuré si|je me sentirais mieux si|"
    "je me sentirais mieux avec|ça m'arrangerait si|j'aimerais bien|je voudrais bien|je dirais|disons|donne moi|"
    "donnez moi|allons y pour|va pour|partons sur|laisse le bot|laissez le bot|laisse le|que le bot|"
    "je veux que le bot|je veux qu'il|j'aimerais que|je voudrais que|je souhaite que|il vaut mieux|il vaudrait mieux|"
    "mieux vaudrait|mieux vaut|autant|on devrait|tu devrais|vous devriez|nous souhaitons|je serais pour|je suis pour|"
    "veux|voudrais|aimerais|préfère|souhaite|cherche à|envie de|qu'il|qu'elle|je vise|visons|vise|viser|"
    "le bot devrait|il devrait|je penche pour|contentons nous de|contente toi de|il suffit de|ça suffit|me suffit|"
    "me suffisent|suffit|suffisent",
    "it": "là dessus|-le|-la|-les|cela|ça|celui ci|celle ci|ceux ci|celles ci|celui là|celle là|lui|ce réglage|"
    "cette valeur|ce paramètre|le même|la même",
    "clitic": "le|la|les|l'",
    "same": "pareil pour|même chose pour|idem pour|idem|de même pour|la même chose pour|fais pareil pour|"
    "même traitement pour|pareil avec",
    "again": "encore|encore une fois|encore un peu|à nouveau|de nouveau|encore un coup|continue|refais|rebelote|"
    "pareil encore|recommence|une fois de plus|davantage encore",
    "back_off": "c'est trop|c'était trop|trop loin|pas autant que ça|pas tant que ça|un peu moins que ça|"
    "c'était un peu fort|c'est un peu fort|tu es allé trop loin",
    "other": "l'autre|pas celui là|pas celle là|pas ça|le mauvais|la mauvaise|ce n'est pas ce que je voulais dire",
    "correct": "non attends|attends|enfin non|je veux dire|je voulais dire|pardon|rectification|correction|oups|"
    "ah non|non plutôt|plutôt non|finalement non|euh non|disons plutôt|mettons plutôt|erreur|je corrige|non non|"
    "non pardon|ou plutôt|nan",
    "restore": "annul*|annule|annuler|annulez|reviens|revenir|revenez|revenons|restaur*|rétabli*|rétablir|rétablis|"
    "remets|remettre|remettez|remettons|retour à|retour au|retour aux|retourn*|retourner|défai*|défaire|défais|"
    "réinitialis*|rembobin*|fais marche arrière|marche arrière|retour en arrière|en arrière|récupèr*|"
    "rappelle la version|recharg*|revert|rollback|retour",
    "back": "comme avant|comme c'était|en arrière",
    "redo": "refaire|refais la modification|rétablis ce que|refais le changement|annule l'annulation|rejoue|"
    "réapplique|remets ce que tu as annulé",
    "default": "défaut|par défaut|valeur par défaut|valeurs par défaut|réglages par défaut|paramètres par défaut|"
    "réglage par défaut|d'usine|réglages d'usine|paramètres d'usine|valeur d'origine|réglages d'origine|d'origine|"
    "valeur initiale|valeurs initiales|réglages initiaux|initial|initiale|standard|standards|départ|point de départ|"
    "valeur standard",
    "last": "dernier|dernière|derniers|dernières|précédent*|dernier changement",
    "previous": "avant|comme avant|auparavant|d'avant|ancienne|ancien|anciens|anciennes|ce que c'était|"
    "comme c'était|où il était|où elle était|ce qu'il était|ce qu'elle était|comme elle était|comme il était",
    "yesterday_morning": "hier matin|hier dans la matinée",
    "yesterday": "hier|d'hier",
    "before_yesterday": "avant hier|d'avant hier",
    "last_week": "la semaine dernière|semaine dernière|la semaine passée|semaine passée|de la semaine dernière|"
    "la dernière semaine",
    "last_month": "le mois dernier|mois dernier|le mois passé|du mois dernier",
    "this_morning": "ce matin|de ce matin|tôt ce matin",
    "last_night": "hier soir|la nuit dernière|cette nuit|d'hier soir",
    "today": "aujourd'hui|ce jour",
    "ago": "il y a|voici|ça fait",
    "weekday=mon": "lundi",
    "weekday=tue": "mardi",
    "weekday=wed": "mercredi",
    "weekday=thu": "jeudi",
    "weekday=fri": "vendredi",
    "weekday=sat": "samedi",
    "weekday=sun": "dimanche",
    "changes": "changement*|modification*|modif|modifs|ajustement*|réglage précédent|ce que tu as fait|"
    "ce que tu viens de faire|ce que je viens de faire|étapes|étape|ta modif|actions|dernière action|ce que j'ai fait",
    "version": "version*|sauvegarde*|snapshot|preset|état|nommé|nommée|appelé|appelée|révision",
    "goal": "par mois|par an|par semaine|gagner de l'argent|gagner plus|plus d'argent|garanti*|doubler mon argent|"
    "devenir riche|riche|ne jamais perdre|battre le marché|sans risque de perte|rentab*|rendement*|performance*|"
    "plus de profit|plus de profits|plus de bénéfices|sharpe|taux de réussite|gagner à tous les coups|plus rentable|"
    "fortune|rapporte|rapporter|résultats|jackpot",
    "vague": "mieux|amélior*|optimis*|optimal*|parfait*|meilleur*|bon réglage|bien réglé|idéal*|approprié*|"
    "raisonnable*|répar*|plus intelligent|intelligent|aide|aide moi|quelque chose|normal|correct|convenable|"
    "différent*|autrement|fais quelque chose|de la magie|magie|au mieux|équilibr*|malin|peaufin*|convenablement|"
    "fais ton truc|arrange",
    "percent": "pour cent|pourcent|pourcents|pct|pc",
    "points": "points de pourcentage|point de pourcentage|points|point de pour cent|pp",
    "basis": "points de base|point de base|pdb|bps|bp|pb",
    "times": "fois",
    "of_now": "de sa valeur|de la valeur actuelle|de sa valeur actuelle|du niveau actuel|de l'actuel|de l'actuelle|"
    "de ce qu'il est|de ce qu'elle est|du réglage actuel|de la taille actuelle|du montant actuel",
    "hours": "heure|heures|h",
    "days": "jours|journées",
    "minutes": "minute|minutes|mn|min",
    "weeks": "semaines|semaine",
    "coins": "btc|bitcoin|bitcoins|eth|unités|unité|coins",
    "point": "virgule|point",
    "and_half": "et demi|et demie",
    "and_quarter": "et quart|et un quart",
    "number_of": "nombre de|nombre d'|le nombre de|niveau de|degré de|quantité de|nombre maximal de|nombre max de|"
    "valeur de|valeur du",
    "says": "dit|dis|disait|disent|prétend*|recommande*|conseill*|suggèr*|écri*|affirm*|assur*|d'après|selon|lu|"
    "entendu|annonc*|pens*|jure que|tweet*|conseil de|préconis*|répète|explique qu'il faut|estime",
    "agree": "il a raison|elle a raison|je suis d'accord|ils ont raison|bon conseil|bonne idée|ça me paraît sensé|"
    "je le pense aussi|ça se tient",
    "source": "ami|amie|pote|newsletter|tweet|forum|article|blog|gourou|analyste|analystes|youtubeur|youtube|"
    "telegram|discord|twitter|reddit|email|mail|message|site|collègue|voisin|voisine|frère|sœur|patron|expert|"
    "experts|quelqu'un|père|mère|oncle|groupe|commentaire|texte|document|rapport|influenceur|podcast|chatgpt|gens|"
    "livre|mentor|conseiller|chat|vidéo|journal|page|femme|mari|copain|copine|cousin|beau frère|type|mec|banquier|"
    "on m'a|il paraît|le monde|internet",
    "attack": "désactive les vérifications|désactive les contrôles|désactive toutes les vérifications|sans contrôle|"
    "coupe les vérifications|désactive la sécurité|désactive les sécurités|ignore toutes|ignore tes|ignorez toutes|"
    "ignorez vos|instructions précédentes|consignes précédentes|mode développeur|sans limites|sans limite|contourn*|"
    "jailbreak|outrepass*|garde fous|garde fou|prompt système|tu es maintenant|fais comme si|sans restriction*|"
    "sans demander|mode admin|oublie tes|oublie toutes|tes consignes|tes instructions|tes règles|"
    "désactive les limites|désactive les protections|au delà des limites|sans confirmation de ma part|"
    "sans vérification",
}  # fmt: skip
