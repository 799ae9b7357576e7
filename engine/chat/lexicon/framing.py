"""What makes a sentence no wish in six languages: others' deeds, thoughts, later times, irony, conditions.

`person` is somebody else whose doing a clause tells, `supposed` opens a thought, `when` a time to come (of a weekday by
its name), `ironic` says the contrary of what is meant.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.chat.lexicon.lexicon import Said

_ENGLISH: Final[Said] = {
    "past": "i like|i love|i enjoy|i adore|means|leads to|make me|makes me|makes us|the higher the|the lower the|"
    "the longer the|the shorter the|the bigger the|the smaller the|the wider the|the tighter the|nothing beats|foolish|"
    "reckless|stupid to|silly to|mad to|crazy to|insane to|dumb to|unwise|it is said|it's said|rumour has it|"
    "rumor has it|word is|legend has it|studies show|research shows|studies say|the docs recommend|the docs say|"
    "the docs suggest|apparently|allegedly|supposedly|last time you|last time i|last time we|says plus|says minus|hit|"
    "in my old software|in the old days|back then|i'm feeling|i am feeling|i am a|i'm a|i'm more of a|i've always been|"
    "by nature i|lost|i wouldn't call|i wouldn't say|i can't say|it's not as if|not as if|they tell me|they told me|"
    "people tell me|keeps telling me|keep telling me|keeps nagging me|nagging me to|i lost|we lost|it lost|i've lost|"
    "i have lost|they lost|i used to|always used|i remember|i recall|i regret|you told me|you said|you suggested|"
    "you recommended|you advised|you mentioned|you wrote|you proposed|the warning says|it says|it said|says here|"
    "i'd have|i would have|we'd have|would've|could have|might have|i bought|i started with|i've made|i made|died|"
    "blew up|i nearly|i almost|we nearly|we almost|i came close to|i hesitated|i have tried|i've tried",
    "person": "only a fool|only an idiot|only a madman|no sane person|nobody sane|a wise man|a wise trader|"
    "wise traders|my friend|a friend|friends|my friends|a mate|my mate|my mates|my brother|my sister|my cousin|"
    "my uncle|my aunt|my dad|my father|my mother|my mum|my mom|my son|my daughter|my wife|my husband|my partner|"
    "my boss|my boyfriend|my girlfriend|my neighbour|my neighbor|my colleague|a colleague|my colleagues|my coach|"
    "my broker|my banker|my bank|my adviser|my advisor|my accountant|my mentor|my teacher|my buddy|my flatmate|"
    "my roommate|my nephew|my niece|my grandpa|my grandma|my brother in law|my brother-in-law|my father in law|"
    "my doctor|my barber|my trainer|the guy|this guy|some guy|the guys|a guy|the lads|the pros|pros|professionals|"
    "experts|most experts|everyone else|everybody else|everyone|everybody|most people|some people|other people|"
    "many people|lots of people|other traders|most traders|some traders|many traders|real traders|a tweet|the tweet|"
    "the book|a book|the books|textbooks|the textbook|the manual|the tutorial|the podcast|a podcast|"
    "yesterday's podcast|the newsletter|the video|a video|the article|an article|the forum|reddit|twitter|chatgpt|"
    "gurus|the gurus|the other bot|his bot|her bot|their bot|another bot|other bots|most bots|institutions|hedge funds|"
    "whales|market makers|the competition|my ex|the trader next door|the old me|my evil twin",
    "supposed": "let's talk about|let us talk about|let's discuss|talk about|discuss|you choose|you decide|your call|"
    "were i|if only|had i|had i only|interesting to see|let me think|let me think about|we shall see|we'll see|i could|"
    "we could|normally i'd|normally i would|usually i'd|in backtests|in the backtest|in a backtest|as a test|normally|"
    "usually|in such times|may be|might be|could be that|it could be that|it might|imagine|imagining|suppose|supposing|"
    "hypothetically|in theory|theoretically|hypothetical|one could|one might|you could argue|one could argue|"
    "some would argue|i might|we might|i may|maybe i should|perhaps i should|maybe i'll|maybe i will|perhaps i'll|"
    "maybe we should|perhaps we should|should i maybe|not sure if|not sure whether|unsure whether|unsure if|"
    "don't know if|don't know whether|dunno if|can't decide|cannot decide|undecided|torn between|i'm considering|"
    "i am considering|considering whether|contemplating|toying with|i've been thinking|i am thinking|i'm thinking|"
    "thinking about|thinking of|i was thinking|tempted to|i'm tempted|i am tempted|debating|mulling|pondering|i wonder|"
    "i wonder if|let's say hypothetically|let's pretend|in a perfect world|in an ideal world|in a parallel universe|"
    "dreaming of|fantasising|what would it take|as an experiment of thought|playing with the idea|half a mind to|"
    "someday|some day|one of these days|at some point|one day i|eventually|sometime|in a dream",
    "when": "just once|only once|one time only|for an hour|for an hour or so|for one trade|for the next trade|"
    "for the next few trades|for the next two trades|for the next three trades|during us hours|during asian hours|"
    "during market hours|during european hours|during the session|in a bear market|in bear markets|in a bull market|"
    "in bull markets|on red days|on green days|in downtrends|in uptrends|in a downtrend|in an uptrend|in a crash|"
    "in crashes|during crashes|during a crash|in sideways markets|on bad days|on good days|in winter|in summer|"
    "for ethereum|for eth|tomorrow|tonight|next week|next month|next year|next time|starting next week|"
    "starting tomorrow|as of tomorrow|from tomorrow|from tomorrow on|later today|later tonight|this evening|at night|"
    "during the night|every night|every evening|every morning|overnight only|over the next|over the coming|"
    "during the day|after work|in an hour|in two hours|in two days|in a week|in a month|after the weekend|"
    "after christmas|after the fed|before the fed|during the news|during news|around the news|in the evenings|"
    "in the mornings|at noon|after lunch|by next week",
    **{
        f"when={day[:3]}": f"on {day}|from {day}|from {day} on|starting {day}|starting on {day}|as of {day}|"
        f"only on {day}|next {day}|by {day}|until {day}|come {day}|only on {day}s|{day}s only|every {day}|this {day}"
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    },
    "ironic": "yeah right|yea right|oh great|oh sure|sure why not ruin|great idea|what a great idea|brilliant idea|"
    "genius idea|that's exactly what i need|just what i needed|just what i need|exactly what i needed|"
    "because what i obviously need|obviously need|what could go wrong|what could possibly go wrong|"
    "because that worked so well|worked so well last time|as if i needed|and ruin me|why not go broke|"
    "let's go bankrupt|because losing is fun|because who needs money|who needs money|who needs sleep|sarcasm|slow clap|"
    "bravo|how clever",
    "cond": "as long as|while the market|every time|each time|provided|provided that|assuming|should it|"
    "should the market|should btc|should bitcoin|should the price|in the event of|whenever|each time it|as soon as|"
    "the day that|after every loss",
    "via": "through|via|by means of|by way of|by using|using only|using nothing but",
    "alone": "alone",
    "is=would": "would be",
    "neg=is": "isn't|aren't|wasn't|weren't|isnt|arent|isn’t",
    "turned": "other direction|the other direction|opposite direction|the other way|other way round|"
    "the other way round|the other way around|other way around|vice versa|the opposite|the reverse|swap them|swapped",
    "is=was": "was|were|had been|used to be",
    "wish": "i'd go with|i'd go for|i would go with|i would go for|i'd settle for|i'd take",
}  # fmt: skip

_GERMAN: Final[Said] = {
    "past": "ich mag|ich liebe|bedeutet|bedeuten|führt zu|macht mich|machen mich|je höher|je länger|je größer|"
    "je breiter|je enger|je mehr|dumm wäre|töricht|leichtsinnig|man sagt|es heißt|angeblich|studien zeigen|"
    "gerüchten zufolge|ich hätte|hätte ich|selbst später|selber später|ich selbst|ich selber|fiel um|stieg um|"
    "ich bin ein|ich bin eher|ich bin von natur|ich fühle mich|verloren|ich verlor|ich habe verloren|hat verloren|"
    "wäre fast|hätte fast|ich hätte fast|du hast gesagt|du sagtest|du hast empfohlen|du meintest|früher|damals|"
    "letzte woche hatte|ich erinnere mich|beinahe|um ein haar",
    "person": "mein kumpel|ein kumpel|kumpels|mein freund|ein freund|meine freundin|meine freunde|mein bruder|"
    "meine schwester|mein cousin|mein onkel|meine tante|mein vater|meine mutter|mein mann|meine frau|mein chef|"
    "mein nachbar|mein kollege|ein kollege|meine kollegen|mein berater|mein coach|mein schwager|meine bank|"
    "alle anderen|andere trader|andere händler|viele trader|viele händler|manche leute|die meisten|die leute|profis|"
    "die profis|experten|die experten|der podcast|das buch|ein buch|lehrbücher|das video|der artikel|das forum|ein typ|"
    "der typ|der andere bot|sein bot|ihr bot|institutionelle|wale|der guru|gurus",
    "supposed": "lass uns über|reden wir über|sprechen wir über|normalerweise|üblicherweise|im backtest|in backtests|"
    "könnte zu|könnten zu|mag zu|mal sehen|ich könnte|wir könnten|wäre ich|angenommen|mal angenommen|stell dir vor|"
    "stellt euch vor|theoretisch|hypothetisch|vielleicht sollte ich|vielleicht sollten wir|ich überlege|überlege|"
    "man könnte|ich spiele mit dem gedanken|weiß nicht ob|weiss nicht ob|nicht sicher ob|ich frage mich|"
    "ich denke darüber nach|ich bin versucht|eines tages|irgendwann|vielleicht irgendwann|was wäre wenn|ich schwanke|"
    "bin unschlüssig|unschlüssig|im prinzip könnte|eventuell sollte ich|ich würde vielleicht|ich denke daran|"
    "gesetzt den fall",
    "when": "nur einmal|für eine stunde|für einen trade|für die nächsten trades|für die nächsten drei trades|"
    "während der us sitzung|in einem bärenmarkt|im bärenmarkt|im bullenmarkt|an roten tagen|an schlechten tagen|"
    "im abwärtstrend|im aufwärtstrend|im crash|morgen|heute abend|heute nacht|nächste woche|nächsten monat|"
    "nächstes mal|ab morgen|ab nächster woche|nachts|in der nacht|abends|am abend|später|am wochenende|jede nacht|"
    "jeden abend|in den nächsten wochen|über die nächsten|tagsüber|nach der arbeit|in einer stunde|in zwei stunden|"
    "nach der fed",
    **{
        f"when={name}": f"am {day}|ab {day}|nächsten {day}|jeden {day}|erst am {day}|{day}s|bis {day}|kommenden {day}"
        for name, day in (
            ("mon", "montag"), ("tue", "dienstag"), ("wed", "mittwoch"), ("thu", "donnerstag"), ("fri", "freitag"),
            ("sat", "samstag"), ("sun", "sonntag"),
        )
    },
    "ironic": "na toll|na klar|ja klar|ja genau|na super|tolle idee|super idee|ganz toll|genau das brauche ich|"
    "genau das hat mir gefehlt|was soll schon schiefgehen|was kann schon schiefgehen|glückwunsch|ironie|wie schlau",
    "cond": "jedes mal wenn|jedes mal|sobald|falls|sollte der|sollte es|sollte btc|sollte bitcoin|im falle|"
    "im fall dass|für den fall|vorausgesetzt|wenn dann|immer wenn",
    "via": "über|mittels|mit hilfe von|mithilfe|per|anhand",
    "neg=is": "ist nicht|sind nicht|war nicht|waren nicht",
    "turned": "andersrum|anders herum|anders rum|umgekehrt|andersherum|das gegenteil|vertauscht",
    "is=was": "war|waren|lag|lagen|stand|standen",
    "be": "sei|seien|wäre|wären",
    "wish": "hätte ich gern|hätte ich gerne|hätte ich lieber",
}  # fmt: skip

_SPANISH: Final[Said] = {
    "past": "me gusta|me gustan|me encanta|me encantan|significa|me pone|me ponen|cuanto más|cuanto mayor|a más riesgo|"
    "insensato|dicen que|se dice que|según dicen|dicen por ahí|los estudios dicen|al parecer|debería haber|"
    "tendría que haber|debí|yo mismo|yo misma|bajo yo|subo yo|cayó|subió|soy una persona|soy un|soy más bien|me siento|"
    "perdí|perdimos|he perdido|hemos perdido|perdió|dijiste|me dijiste|sugeriste|recomendaste|me recomendaste|recuerdo|"
    "casi subo|casi bajo|casi amplío|antes tenía|antes era|antes usaba|usaba|solía|hubiera|habría|por poco",
    "person": "mi primo|mi prima|mi hermano|mi hermana|mi amigo|un amigo|mis amigos|mi amiga|mi padre|mi madre|"
    "mi mujer|mi esposa|mi marido|mi novio|mi novia|mi jefe|mi vecino|mi colega|un colega|mi tío|mi cuñado|mi asesor|"
    "mi banco|mi compañero|todo el mundo|todos los demás traders|la gente|mucha gente|algunos traders|"
    "los demás traders|otros traders|los expertos|los profesionales|los profesionales usan|el libro|un libro|"
    "el podcast|el vídeo|el video|el artículo|el foro|un tipo|el tipo|su bot|el otro bot|los gurús|las ballenas|"
    "mis colegas",
    "supposed": "hablemos de|hablar de|hablemos sobre|normalmente|en los backtests|en el backtest|podría ser|"
    "puede ser que|podría estar|puede estar|puede que|ya veremos|podría yo|ojalá hubiera|imagina|imagina que|imagínate|"
    "imagínate que|supongamos|supongamos que|supón|supón que|hipotéticamente|en teoría|quizás debería|quizá debería|"
    "tal vez debería|a lo mejor debería|quizás deberíamos|estoy pensando en|estaba pensando en|estoy pensando|"
    "pensaba en|pensando en|podría ser que|se podría|uno podría|no sé si|no estoy seguro de si|no estoy seguro si|"
    "dudo entre|dudo si|estoy tentado|me tienta|algún día|en algún momento|estoy considerando|considerando si|"
    "me planteo|me pregunto si|y si hipotéticamente|tal vez un día",
    "when": "solo una vez|una sola vez|por una hora|durante una hora|en las próximas operaciones|"
    "en las próximas tres operaciones|en un mercado bajista|en mercados bajistas|en un mercado alcista|"
    "en los días rojos|en días malos|en tendencia bajista|mañana|esta noche|la semana que viene|la próxima semana|"
    "el próximo mes|la próxima vez|a partir de mañana|desde mañana|por la noche|por las noches|de noche|cada vez que|"
    "los fines de semana|el fin de semana|cada noche|más tarde|dentro de una hora|durante la noche|"
    "en las próximas semanas|por las mañanas|esta tarde",
    **{
        f"when={name}": f"el {day}|el próximo {day}|a partir del {day}|desde el {day}|cada {day}|los {day}|"
        f"solo los {day}|hasta el {day}"
        for name, day in (
            ("mon", "lunes"), ("tue", "martes"), ("wed", "miércoles"), ("thu", "jueves"), ("fri", "viernes"),
            ("sat", "sábado"), ("sun", "domingo"),
        )
    },
    "ironic": "qué gran idea|que gran idea|gran idea|genial idea|qué buena idea|sí claro|si claro|"
    "claro que sí arruíname|justo lo que necesito|justo lo que necesitaba|lo que me faltaba|qué podría salir mal|"
    "qué puede salir mal|enhorabuena|ironía",
    "cond": "cada vez|cada vez que|si mañana|en cuanto|cuando llegue|en caso de|siempre que|a menos que|por si",
    "why": "como me saltó|como me ha saltado|como saltó|como salta|como saltan|como se|como el|como la|como las|"
    "como los|como ya|como hay|como últimamente|como hemos|como he",
    "via": "a través de|a través del|por medio de|mediante|vía|tocando|usando",
    "less_or": "menos en el|menos en la",
    "too=is": "es muy|está muy|son muy|están muy|es demasiado|está demasiado|son demasiado|están demasiado",
    "turned": "al revés|lo contrario|a la inversa|viceversa|intercambiados",
    "is=was": "era|eran|estaba|estaban|fue",
    "be": "sea|sean|fuera|fuese",
}  # fmt: skip

_FRENCH: Final[Said] = {
    "past": "j'aime|j'adore|signifie|ça me rend|me rendent|me rend|imprudent|insensé|on dit que|on dit qu'|"
    "il paraît que|il paraît qu'|paraît que|les études montrent|j'aurais dû|moi-même|moi même|a chuté|a baissé de|"
    "a monté|je suis quelqu'un|je suis plutôt|je suis de nature|je me sens|j'ai perdu|on a perdu|nous avons perdu|"
    "perdu|tu as dit|tu m'as dit|tu as suggéré|tu as recommandé|je me souviens|j'ai failli|avant j'avais|j'avais|"
    "on avait|j'utilisais|j'aurais|on aurait|a sauté|ont sauté",
    "person": "mon cousin|ma cousine|mon frère|ma sœur|mon ami|un ami|mes amis|mon amie|mon père|ma mère|ma femme|"
    "mon mari|mon copain|ma copine|un copain|mon chef|mon patron|mon voisin|mon collègue|un collègue|mon oncle|"
    "mon beau frère|mon beau-frère|mon conseiller|mon banquier|ma banque|tout le monde|les gens|certains traders|"
    "les autres traders|d'autres traders|la plupart des traders|les experts|les pros|les professionnels|le livre|"
    "un livre|le podcast|la vidéo|l'article|le forum|un type|le type|son bot|l'autre bot|les gourous|mes collègues|"
    "mon pote|un pote|mes potes",
    "supposed": "parlons de|parler de|discutons de|normalement|d'habitude|en backtest|dans le backtest|est peut-être|"
    "est peut être|sont peut-être|pourrait être|peut être trop|on verra|il se peut que|si seulement|imagine|"
    "imagine que|imaginons|imaginons que|suppose|supposons|supposons que|hypothétiquement|en théorie|"
    "je devrais peut être|je devrais peut-être|peut être que je devrais|peut-être que je devrais|peut être devrais je|"
    "je pensais|je pensais à|je pense à|je songe à|je réfléchis à|on pourrait|je pourrais|je ne sais pas si|"
    "je sais pas si|pas sûr que|pas sûr si|j'hésite|j'hésite à|j'hésite entre|je suis tenté|un jour|un de ces jours|"
    "j'envisage|je me demande si|à terme",
    "when": "une seule fois|juste une fois|pendant une heure|pour les prochains trades|pour les trois prochains trades|"
    "en marché baissier|dans un marché baissier|en marché haussier|les jours rouges|les mauvais jours|demain|ce soir|"
    "cette nuit|la semaine prochaine|le mois prochain|la prochaine fois|à partir de demain|dès demain|la nuit|le soir|"
    "le week-end|le weekend|chaque nuit|plus tard|dans une heure|pendant la nuit|dans les prochaines semaines|"
    "tous les soirs|la journée",
    **{
        f"when={name}": f"le {day}|{day} prochain|à partir de {day}|dès {day}|chaque {day}|tous les {day}s|"
        f"jusqu'à {day}"
        for name, day in (
            ("mon", "lundi"), ("tue", "mardi"), ("wed", "mercredi"), ("thu", "jeudi"), ("fri", "vendredi"),
            ("sat", "samedi"), ("sun", "dimanche"),
        )
    },
    "ironic": "super idée|quelle super idée|quelle bonne idée|excellente idée|bien sûr que oui|mais oui bien sûr|"
    "ben voyons|exactement ce qu'il me faut|c'est exactement ce qu'il me faut|il ne manquait plus que ça|"
    "qu'est ce qui pourrait mal tourner|que pourrait il arriver|bravo|ironie",
    "cond": "chaque fois|à chaque fois|dès que|dès qu'|au cas où|en cas de|à condition que|si jamais|chaque fois que",
    "why": "comme le stop|comme le|comme mon|comme mes|comme ça saute|comme il y a",
    "via": "via|à travers|au moyen de|au moyen du|par le biais de|par le biais du|en passant par|grâce à",
    "too=is": "est trop|sont trop|est très|sont très",
    "turned": "dans l'autre sens|l'inverse|le contraire|vice versa|à l'envers|inversés",
    "is=was": "était|étaient|fut",
    "be": "soit|soient",
}  # fmt: skip

_PORTUGUESE: Final[Said] = {
    "past": "gosto de|adoro|significa|me deixa|me deixam|quanto mais|quanto maior|insensato|dizem que|diz-se que|"
    "dizem por aí|estudos mostram|ao que parece|deveria ter|devia ter|eu mesmo|eu mesma|eu próprio|caiu|subiu|"
    "sou uma pessoa|sou um|sou mais|me sinto|sinto-me|perdi|perdemos|perdeu|você disse|tu disseste|disseste|"
    "você sugeriu|você recomendou|me lembro|lembro-me|quase aumentei|quase baixei|antes eu tinha|eu usava|usava|"
    "costumava|teria|por pouco",
    "person": "meu primo|minha prima|meu irmão|minha irmã|meu amigo|um amigo|meus amigos|minha amiga|meu pai|minha mãe|"
    "minha mulher|minha esposa|meu marido|meu namorado|minha namorada|meu chefe|meu vizinho|meu colega|um colega|"
    "meu tio|meu cunhado|meu assessor|meu banco|meu gerente|o meu primo|o meu irmão|o meu amigo|todo mundo|"
    "toda a gente|as pessoas|muita gente|alguns traders|outros traders|a maioria|os especialistas|os profissionais|"
    "o livro|um livro|o podcast|o vídeo|o artigo|o fórum|um cara|o cara|o bot dele|o outro bot|os gurus|meus colegas",
    "supposed": "vamos falar de|vamos falar sobre|falemos de|normalmente|em backtests|no backtest|pode estar|"
    "pode ser que|pode ser|poderia ser|poderia estar|veremos|quem me dera|imagina|imagina que|imagine|imagine que|"
    "suponha|suponha que|supondo|supondo que|suponhamos|hipoteticamente|em teoria|talvez eu devesse|talvez devesse|"
    "talvez eu deva|talvez devêssemos|estou pensando em|estava pensando em|estou a pensar em|estava a pensar em|"
    "penso em|pensava em|poderia ser que|daria para|não sei se|não tenho certeza se|não tenho a certeza se|"
    "em dúvida se|em dúvida entre|estou tentado|um dia|algum dia|qualquer dia|estou considerando|me pergunto se|"
    "pergunto-me se",
    "when": "só uma vez|uma única vez|por uma hora|durante uma hora|nas próximas operações|nas próximas três operações|"
    "em mercado de baixa|num mercado de baixa|em mercado de alta|nos dias vermelhos|em dias ruins|amanhã|esta noite|"
    "hoje à noite|semana que vem|na próxima semana|na semana que vem|próximo mês|na próxima vez|da próxima vez|"
    "a partir de amanhã|desde amanhã|à noite|de noite|durante a noite|cada vez que|nos fins de semana|no fim de semana|"
    "todas as noites|mais tarde|daqui a uma hora|nas próximas semanas|hoje mais tarde",
    **{
        f"when={name}": f"na {day}|na próxima {day}|a partir de {day}|a partir da {day}|desde {day}|toda {day}|"
        f"às {day}s|{day} que vem|até {day}"
        for name, day in (
            ("mon", "segunda"), ("tue", "terça"), ("wed", "quarta"), ("thu", "quinta"), ("fri", "sexta"),
            ("sat", "sábado"), ("sun", "domingo"),
        )
    },
    "ironic": "que ótima ideia|ótima ideia|que bela ideia|bela ideia|grande ideia|que grande ideia|ah claro|sim claro|"
    "era só o que faltava|exatamente o que eu preciso|exatamente o que preciso|o que poderia dar errado|"
    "o que pode dar errado|parabéns|ironia",
    "cond": "toda vez que|toda vez|se cair|se subir|assim que|quando chegar|em caso de|caso o|a menos que",
    "why": "como o|como a|como os|como as|como foi|como tem|como houve|como ultimamente|por causa das|por causa dos",
    "via": "através de|através do|através da|por meio de|por meio do|via|pelo|pela|mediante|usando",
    "less_or": "menos o|menos a|menos no|menos na",
    "too=is": "é muito|está muito|são muito|estão muito|tá muito|é demasiado|está demasiado|estão demasiado",
    "turned": "ao contrário|o contrário|vice versa|o inverso|trocados",
    "is=was": "era|eram|estava|estavam|foi",
    "be": "seja|sejam|fosse",
}  # fmt: skip

_CHINESE: Final[Said] = {
    "past": "意味着|让我紧张|越大越|越高越|越长越|越窄越|越宽越|有人说|据说|听说|都说|研究表明|我早该|早该|本该|"
    "自己降低|自己提高|我自己来|跌了|涨了|亏了|我亏了|亏掉了|输了|赔了|你说过|你刚才说|你建议过|你推荐过|差点|差一点|"
    "曾经|原先",
    "person": "我朋友|我的朋友|我哥哥|我哥|我弟弟|我弟|我姐|我妹|我爸|我妈|我老婆|我老公|我妻子|我丈夫|我老板|我同事|"
    "我邻居|我的顾问|我教练|大家|别人|有些人|有的人|很多人|其他人|其他交易员|专家|专家们|高手们|书上|那本书|视频里|"
    "文章里|论坛里|论坛上|群里|那家伙|别的机器人|他的机器人|大户|机构",
    "supposed": "聊聊|谈谈|讨论一下|可能|说不定|没准|通常|一般来说|回测里|在回测中|要不要考虑|假设|假如说|想象一下|"
    "试想|理论上|也许我应该|也许应该|也许该|或许我应该|或许应该|可能我应该|我在考虑|在考虑|考虑要不要|正在考虑|我在想|"
    "我可能会|可以说|不确定要不要|不知道要不要|不知道该不该|犹豫要不要|纠结要不要|有点想|总有一天|哪天|有朝一日|改天",
    "when": "就一次|只一次|一个小时内|接下来三笔|接下来几笔|熊市里|熊市时|牛市里|牛市时|下跌的日子|行情不好时|明天|"
    "今晚|下周|下个月|下次|从明天开始|从明天起|晚上|夜里|夜间|每晚|周末|到时候|稍后|一小时后|接下来几周|未来几周|白天|"
    "下班后|以后再",
    **{
        f"when={name}": f"从周{day}开始|从周{day}起|下周{day}|每周{day}|等到周{day}|从星期{day}开始|到周{day}"
        for name, day in (
            ("mon", "一"), ("tue", "二"), ("wed", "三"), ("thu", "四"), ("fri", "五"), ("sat", "六"), ("sun", "日"),
        )
    },
    "ironic": "真是好主意|好主意啊|可真行|真行啊|太棒了吧|正是我需要的呢|还能出什么错|反话|呗",
    "cond": "等我|等到|等|每次|每当|一旦|万一|假使|倘若|等比特币|等价格|等行情|等市场|等它",
    "via": "通过|只通过|靠|借助",
    "not_is": "不是",
    "turned": "反过来|相反|反了|反着来|颠倒",
    "is=very": "很",
    "is=was": "曾是|原来是|以前是|之前是|本来是",
    "neg=is": "并不|并没有|并非|不算",
}  # fmt: skip

FRAMING: Final[Mapping[str, Said]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "pt": _PORTUGUESE, "zh": _CHINESE}
)
