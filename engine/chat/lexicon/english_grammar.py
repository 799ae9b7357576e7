"""English words of grammar: which way, how far, not, too, keep, only, whose words, what opens a question."""

from typing import Final

ROLES: Final = {
    "up": "augment|augmented|augmenting|rise|higher|increase|increases|increased|increasing|raise|raises|raised|"
    "raising|up|boost|boosting|bump|bumped|bumping|grow|lift|lifting|extend|extended|extending|lengthen|lengthened|"
    "lengthening|upwards|upward|greater|expand|expanding|step up|turn up|dial up|ramp up|crank up|push up|move up|"
    "scale up|go up|goes up|bring up|hike|upsize|enlarge|enlarging|amplify|widening upwards|build up|stretch|"
    "stretched|jack up|beef up|loosen up|strengthen|upped|elevate|increase in",
    "down": "dial~back|scale~back|wind~back|rein~in|"
    "diminished|scaled down|lower|lowered|lowering|lowers|decrease|decreased|decreases|decreasing|reduce|"
    "reduces|reduced|reducing|down|drop|dropped|dropping|cut|cuts|cutting|trim|trimmed|trimming|shrink|shrinking|"
    "shorten|shortened|shortening|downwards|downward|lessen|dial back|dial down|scale back|scale down|turn down|ease|"
    "ease off|cut back|cut back on|cut down|cut down on|pull back|pull back on|step down|bring down|go down|"
    "goes down|knock down|tone down|wind down|ratchet down|rein in|slash|slashing|lower down|minimise|minimize|curb|"
    "crank down|notch down|back off|back off on|go easier on|go easy on|easy on|taper|diminish|ease back|move down|"
    "push down|decrease in|reduction in|pare|pare back|dampen|hold back on|lay off|restrain|weaken|throttle|"
    "throttle back",
    "more": "more than now|more than it is now|more than today|more than before|more than currently|"
    "more than it does now|more|extra|additional|another|increased|added",
    "less": "less than now|less than it is now|less than today|less than before|less than currently|"
    "less than it does now|less than at present|less than present|less|fewer|lesser|not as much|not as many",
    "add": "add|adding|tack on",
    "take": "take off|take away|subtract|knock off|shave off|shave|cut off|minus|off of|deduct|knock",
    "off_behind": "off",
    "set": "set|put|puts|use|using|make|makes|making|change|changes|changing|changed|touching|adjusting|altering|"
    "modifying|move|moves|adjust|modify|alter|tweak|switch|switching|go|run|bring|take|give|giving|pick|choose|try|"
    "let's try|fix at|peg|configure|update|specify|place|run with|go with|operate|stick with|work with|shift|"
    "base it on|base",
    "should": "should|must|ought|needs|need|should be|must be|ought to be|needs to be|need to be|has to be|can be|"
    "shall|shall be|should have|better be|could be|ought to",
    "is": "r|is|are|it's|feels|feel|seems|seem|looks|was|were|that's|there's|has been|have been|appears|"
    "keeps getting|gets|seems to be|currently|looks like|acts|behaves|isn't|aren't too",
    "on": "turn on|enable|enabled|activate|switch on|on|engage|switched on|turned on|start using|permit|re-enable|"
    "add in|introduce|open up to|apply|bring in|begin using|allowed|allow|allows|allowing|let it use|include",
    "multiply": "by a factor of|with a factor of|a factor of|multiply|multiplied|multiplying|multiply by|times it by",
    "divide": "divide|divided|dividing",
    "off": "turn off|disable|disabled|switch off|deactivate|off|turned off|switched off|kill|remove|get rid of|"
    "stop using|forbid|ban|prohibit|disallow|ditch|no longer use|exclude|block|scrap|ignore|ignoring|disregard|"
    "eliminate|discard|bin|do away with|cancel the|prevent",
    "highest": "as wide as they go|as wide as it goes|as big as it gets|"
    "as high as it gets|as long as it goes|as wide as possible|as wide as allowed|"
    "max out|its maximum|to the maximum|at the maximum|to maximum|at maximum|to its maximum|"
    "to the highest|to the max|as high as possible|maxed out|maximise|maximize|as large as possible|"
    "as big as possible|the largest allowed|the upper limit|as high as it goes|all the way up|maximum allowed|"
    "highest allowed|at max|to max|upper bound|its max|as wide as possible|as long as possible|the top of its range|"
    "full blast",
    "lowest": "its minimum|to the minimum|at the minimum|to minimum|at minimum|to its minimum|to the lowest|"
    "to the min|as low as possible|as small as possible|the smallest allowed|the lower limit|as short as possible|"
    "all the way down|minimum allowed|lowest allowed|lower bound|its min|as tight as possible|"
    "the bottom of its range|the smallest possible|as low as it goes",
    "cap": "cap|caps|capped|capping|limit|limits|limited|limiting|max|maximum|at most|no more than|not more than|"
    "up to|ceiling|maximal|not exceed|never exceed|don't exceed|restrict|restricted|not above|no higher than|"
    "no bigger than|no larger than|no longer than|never more than|upper limit|at the most|or less|or fewer|tops|"
    "largest|tolerate|accept|accepts|biggest",
    "floor": "at least|min|minimum|no less than|not less than|no fewer than|no lower than|not below|no smaller than|"
    "never less than|not less|or more|or higher|or above|require|requires|require at least|insist on|demand",
    "to": "to|at|of|equal to|equals|equal|to be|to around|at around|around|about|roughly|approximately|exactly|as|"
    "down to|up at|back to|to exactly|into|reads|to a|at a|of a|becomes",
    "by": "by|by about|by around|by another|by roughly",
    "from": "from|starting from|instead of the current|currently at|down from|up from|rather than the current",
    "above": "above|over|exceeds|exceeding|beyond|greater than|more than|higher than|passes|tops out at|north of|past",
    "below": "below|under|beneath|less than|lower than|south of|underneath|within|smaller than",
    "neg": "needn't|need not|don't you dare|never ever|don't|dont|not|never|no|do not|doesn't|does not|shouldn't|"
    "should not|won't|cannot|can't|cant|didn't|isn't|aren't|wasn't|wouldn't|mustn't|avoid|nor|neither|without|w/o|"
    "stop being|stop getting|stop making|quit being|quit|stop|stop the|refrain from|no need to|don't want|"
    "do not want|don't want to|do not want to|don't need|none of|i'd rather not|rather not|no longer|not to|"
    "doesn't have to|don't have to|ain't|never again|by no means",
    "except": "except|except for|but not|other than|apart from|aside from|excluding|with the exception of|save for|"
    "bar the|all but|everything but|anything but|besides|and not|not counting|leaving out",
    "instead": "instead of|rather than|in place of|as opposed to",
    "instead_end": "instead",
    "only": "only|just|solely|nothing but|exclusively|purely|merely",
    "too": "too|overly|excessively|too much|too many|way too|far too|way too many|way too much|a bit too|"
    "a little too|bit too|somewhat too|slightly too|rather too|much too|unnecessarily|ridiculously|insanely|crazy|"
    "excessive|stupidly|annoyingly|absurdly|painfully",
    "too_few": "too few|too little|way too few|not enough|insufficient|hardly any|barely any|almost no|too rarely|"
    "too seldom|far too few|way too little|too infrequent|nearly no",
    "so": "so|so much|so many|that much|that many|that|this|as|quite so|such|so big a|nearly as|as much|as many|"
    "quite as",
    "enough": "enough|sufficiently",
    "keep": "retain|retaining|stands|remains as is|stands as is|locked|pinned|off limits|untouchable|sacred|"
    "stays locked|is locked|nailed down|set in stone|fixed|stay fixed|remain fixed|keep|keeping|leave|leaves|leaving|"
    "same|unchanged|stays|stay|staying|alone|as is|as it is|where it is|as they are|untouched|touch|touching|touched|"
    "preserve|maintain|maintaining|remain|remains|freeze|frozen|lock|where they are|as before|mess with|messing with|"
    "fiddle with|hands off|intact|unaffected|affect|affecting|where it was|constant|in place|protect|the way it is|"
    "the way they are|as it stands|steady|tamper with|play with|disturb|disturbing|stay put|stays put|stays the same|"
    "stay the same|stays as is|holding",
    "others": "rest as is|the rest as is|rest unchanged|rest stays|rest same|rest untouched|rest the same|"
    "leave the rest|rest stays the same|the remainder|remainder|ceteris paribus|all else equal|everything else|"
    "anything else|the rest|others|other settings|all else|nothing else|other parameters|all the rest|the others|"
    "everything other|all other settings|all other parameters|rest of the settings|the other settings|"
    "the other parameters|rest of it|other things|all others|any other setting|other values|other knobs|rest",
    "nothing": "nothing|none of the settings|no settings|no parameters|no setting",
    "word": "nothing to do with|from now|as it happens|for what it's worth|of all things|two things|three things|"
    "2 things|3 things|a few things|one more thing|one thing|a couple of things|a couple things|at this point|"
    "for now|in general|of course|by the way|for a while|as you know|these days|right now|at the moment|all right|"
    "no problem|no worries|not sure|no idea|kind of|sort of|of the bot|the bot's|for the bot|one of|the way|"
    "in the market|over time|from now on|going forward|my bot",
    "all": "anything|everything|parameters|the settings|any changes|all settings|settings|all parameters|"
    "the configuration|config|configuration|setup|the bot|the parameters|the current settings|current settings|"
    "values|numbers|all of it|all of them|any of it|things",
    "slight": "a bit|a little|slightly|slight|a touch|touch more|somewhat|a notch|one notch|notch|nudge|nudged|tick|"
    "a tad|tad|marginally|a hair|gently|a little bit|bit|one step|a step|one tick|a smidge|smidge|a tiny bit|"
    "tiny bit|a small amount|minimally|modestly|a fraction|fractionally|a shade|carefully|ever so slightly|mildly|"
    "a smidgen|little by little|one click|a click|small bit|softly|slowly up|a wee bit|moderately|just a bit|"
    "just a little|a dash|a sliver|subtly|inch|a pinch|little|minor|lightly",
    "large": "a good deal|a lot|much|significantly|far|substantially|considerably|way|greatly|drastically|strongly|"
    "lots|heavily|big time|massively|hugely|dramatically|radically|a great deal|a ton|tons|a whole lot|markedly|"
    "sharply|hard|seriously|really|aggressively up|majorly|by a lot|by far|notably|noticeably|huge|hell of a lot|"
    "loads|plenty|quite a bit|very much|vastly|severely|steeply|major|dramatic|significant|substantial|enormously|"
    "quite a lot|tremendously",
    "join": "w/|and|but|then|also|while|with|plus|yet|w|as well as|along with|together with|and also|and then|though|"
    "however|whereas|although|after that|or|still|meanwhile|additionally|furthermore|moreover|on top of that|"
    "in addition|even though|but also|even if|otherwise|next|finally|lastly|secondly|thirdly|firstly|second|third|"
    "first",
    "why": "because|since|so that|in order to|due to|given that|as long as|so i|so we|so it|because of|given|"
    "for the sake of|seeing as|now that|in view of|considering|so the bot|so i can|so they|so that it|in case|"
    "which means|that way|as i|as we|as the market",
    "cond": "if|when|whenever|once|as soon as|in the event|the moment|until|unless",
    "cond_polite": "if that is possible|if that's alright|if it is possible|if that is alright|if that's all right|"
    "if you could please|if that's okay|if it pleases you|if you like|if you think so|if that is fine|if that's fine|"
    "if i can ask|if that's not too much|if it isn't too much|if i may ask|if you agree|if it's not too much trouble|"
    "if it's no trouble|if you can|if possible|if you could|if that's ok|if that is ok|if it's ok|when you can|"
    "if you please|if you don't mind|if you would|if that's possible|if it isn't too much trouble|"
    "if that makes sense|when possible|if that works|if it's possible|if needed|if necessary|if at all possible|"
    "when you get a chance|if allowed|if i may",
    "ask": "could a|can a|would a|might a|could it help|"
    "would you say|would you think|do folks|do people|do traders|do others|do most|do they|is that dumb|"
    "is that normal|is it normal|is it common|is that common|is that sane|what happens|what would|what will|should i|"
    "should we|should the|do you|do i|do we|is it|is the|is my|"
    "is this|is that|is there|are there|are the|are we|does it|does the|does this|does that|did you|did it|did the|"
    "will it|will the|will that|would it|would that|would a|am i|have you|has it|has the|what|how|why|when|which|who|"
    "where|what's|how's|what're|shall i|shall we|whats|how come|any idea|whose|what if|how much|how many|how would|"
    "how does|how do|how is|wondering|i wonder|curious|may i ask|question",
    "aux": "should|is|are|does|do|did|will|was|were|has|would|isn't|aren't|wouldn't|shouldn't|am|have|had",
    "greet": "hello|hi|hey|well|ok|okay|so|and|but|hmm|um|uh|right|sorry|please|yo|quick question|just curious|"
    "curious|one question|question|btw|by the way|thanks|good morning|good evening|morning|dear|also|now|then|first|"
    "oh|ah|alright|listen|look|sir|mate|bro|man|dude|buddy|claude|bot|friend|guys|honestly|actually|say|again|wait|"
    "just wondering|i've been wondering|sorry if this is silly|silly question|maybe a stupid question|"
    "stupid question|dumb question|noob question|out of curiosity|remind me|before i change anything|i'm new to this|"
    "forgive me|excuse me|pardon|i forget|i forgot|serious question",
    "show": "show me|let's see|let me see|show us|let's show|i want to see|we want to see|let's try|let us try",
    "last_tight": "in",
    "last_wide": "out",
    "past": "was going to|were going to|had|did|tried|ran|went|took|cost|used to|i was|we were|it was|they were|were|"
    "i would|we would|i'd go|id go|if i had|back in the day|i have asked|i asked|i said|i had|we had|i lowered|"
    "i raised|i reduced|i increased|i set|i changed|i cut|i widened|i tightened|i shortened|i doubled|i halved|"
    "i moved|i put|i turned|we lowered|we raised|we set|we tried|you lowered|you raised|it lowered|i already|"
    "already lowered|already raised|got hit|got stopped|lost money|thought better|was fine|worked|runs his|runs hers|"
    "has his|runs theirs|in my old bot|in the old bot|on my other bot|last quarter|last year|i've lowered|"
    "i've raised|i've set|i've changed|i have lowered|i have raised|i have set|i bumped|i trimmed|i dropped|"
    "i switched|i used|i thought",
    "forget": "never mind|nevermind|forget it|forget that|forget what i said|do nothing|forget i asked|"
    "forget about it|disregard that|ignore what i said|leave everything as it was|actually leave it|no leave it",
    "may_i": "can|could|may|might|can the bot|could the bot|can it|could it|can i|could i|may i|could we|can we",
    "own_again": "so let's|so please|so i want|so i'd like|so i would like|so can you|so could you|but i want|"
    "but i'd like|so make|so set|so lower|so raise|so go|but please|but let's|so reduce|so increase|so cut|so we|"
    "so change|so use|so put|so drop|so give|so switch|so turn|so widen|so tighten|so have it|anyway please|"
    "but can you|but could you|so take|so keep|so bring|so add|so just",
    "tell": "telling me|telling us|"
    "explain|tell|describe|summarise|summarize|compare|list|display|report|recap|translate|"
    "give me an overview|walk me through|help me understand|remind me|talk me through|define|clarify|elaborate|"
    "analyse|analyze|print|calculate|estimate|run a backtest|backtest|simulate|let me know|i don't understand|"
    "not sure what|tell me|teach me",
    "polite": "might i ask for|may i ask for|could i ask for|can i ask for|could i please|might i have|"
    "i'd be grateful if you could|could you kindly|would you please|would you be so kind|i was hoping you could|"
    "i was wondering if you could|i wonder if you could|wondering if you could|can you|could you|would you|will you|"
    "would you mind|please|can we|could we|can i have|could i have|could i get|can i get|how about|may i have|"
    "why don't you|why don't we|why not|what about|would it be possible to|is it possible to|"
    "is it possible for you to|pls|plz|kindly|can you please|could you please|may we|might we|can i please|let's|"
    "could you maybe|any chance you could|any chance we could|mind|would you be able to|are you able to|you could|"
    "you can|can u|could u|i need you to|do me a favor and|do me a favour and|go ahead and|feel free to|how about we|"
    "why don't i|any chance you can|you might|would you kindly|can you maybe",
    "wish": "what i want is|what i'd like is|what i'd really like is|all i want is|i'd feel better if|"
    "i'd feel much better if|i'd be happier if|it would be nice if|it would be great if|i'd prefer it if|"
    "i'd prefer if|i'd appreciate it if|i'd be grateful if|i'd like it if|it'd be nice if|it'd be great if|"
    "would be nice if|would be great if|i would prefer if|i would feel better if|i'd feel safer if|"
    "i would appreciate it if|i would be grateful if|i'd sleep better if|it would help if|it might be better if|"
    "i'd feel happier if|i wish|i'd love it if|i would like it if|it'd be better if|would be better if|"
    "it would be better if|i'd rather|let's have|let's go for|let's say|i say we|i'd say we|i'd say|i've settled on|"
    "i settled on|settle on|i've decided on|go for|i want|i'd like|i would like|i prefer|i'd prefer|i need|we need|"
    "we want|want|prefer|i think we should|we should|you should|let it|let|let the bot|have it|have the bot|i'd love|"
    "let them|i would rather|i would prefer|rather|would like|i think it should|it should|the bot should|"
    "i'd rather have|wanna|i wanna|gimme|give me|i'm looking for|looking for|we'd like|it would be better to|"
    "it'd be better|i'm hoping for|in favor of|aim for",
    "it": "em|'em|mine|it|its|them|they|their|that one|this one|those|these|both|both of them|the same|ones|"
    "this setting|that setting",
    "same": "same for|the same for|same with|the same with|same thing for|ditto for|likewise for|do the same for|"
    "do the same with|same goes for|same again for|also for|and the same for|likewise|ditto|apply the same to|"
    "do that for",
    "again": "again|once more|one more time|further|even|still more|keep going|more of that|another round|even more|"
    "same again|more please|do it again|do that again|repeat that|repeat|a further|go further|some more|yet again",
    "back_off": "not that much|too much now|that's too much|that was too much|a bit less|too far|that's too far|"
    "overshot|dial it back|a little less|less than that|not so much|that's a bit much|went too far|halfway back|"
    "a step back",
    "other": "the other one|the other|not that one|other one|wrong one|not that|that's not what i meant|"
    "not what i meant",
    "correct": "no wait|wait no|i mean|i meant|sorry|correction|scratch that|make that|actually no|no actually|oops|"
    "hang on|hold on|no make it|on second thought|strike that|or rather|no sorry|sorry no|no no|no let's say|my bad|"
    "let me correct that|no better|better yet|well no|nope|wait|actually make it|no i mean|err|i misspoke|"
    "rather make it",
    "restore": "ctrl z|ctrl-z|control z|cmd z|ctrl+z|undo|revert|roll back|rollback|go back|put back|bring back|"
    "restore|scrap it|return to|reverse|take back|reset|backtrack|reinstate|switch back|change back|take it back|"
    "undo it|undoing|revert it|unwind|reload|re-apply|reapply|reverted|want back|undone|roll it back|go back to|"
    "as it was|as they were|set it back|step back|walk back|scrap that|retrieve|like it was|the way it was",
    "back": "back to|back",
    "redo": "redo|redo that|bring it back again|undo the undo|do it over|redo it|undo that undo|revert the undo|"
    "redo the last",
    "default": "default|its default|defaults|the default|default value|default values|factory settings|factory|"
    "the default settings|default settings|factory defaults|original settings|from scratch|the standard settings|"
    "standard value|out of the box|its default value|original default|stock settings|stock|standard settings|"
    "initial settings|default parameters|default one|the defaults|the original settings|standard|initial values|"
    "starting values|starting point|start over|initial value|initial|usual value",
    "last": "last|latest|most recent|recent change|previous|prior|my last|your last|preceding",
    "previous": "how it was before|how it was|how they were|how things were|the way they were|as it was before|prev|"
    "as it had been|as it used to be|as before|it was before|like before|previous value|what it was|"
    "where it was before|before that|it used to be|used to be|old value|its old value|its previous value|"
    "earlier value|we had|we used|before this|before the change|was before|previously|had before|the old|old|it had|"
    "i had|they were",
    "yesterday_morning": "yesterday morning|the morning of yesterday",
    "yesterday": "yesterday",
    "before_yesterday": "day before yesterday|the day before yesterday",
    "last_week": "last week",
    "last_month": "last month",
    "this_morning": "this morning|earlier today",
    "last_night": "last night|yesterday evening",
    "today": "today",
    "ago": "ago",
    "weekday": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "changes": "changes|edit|edits|modification|modifications|adjustment|adjustments|steps|tweaks|updates|"
    "thing you did|you did|you just did|i did|i just did|we did|just did|you made|i made|actions",
    "version": "version|versions|revision|snapshot|v|save|saved version|configuration number|preset|labelled|labeled|"
    "the one called",
    "goal": "a month|per month|a year|per year|a week|per week|make money|more money|guarantee*|double my money|"
    "get rich|beat the market|without losing|can't lose|risk free|make me rich|earn|earnings|outperform|win every|"
    "win more|more profit|profitable|more profitable|maximum profit|increase profits|win rate|better returns|"
    "higher returns|more returns|sharpe|roi|return|returns|performance|results|monthly|annually|sure thing",
    "vague": "better|improve|improved|fix|optimise|optimize|optimal|optimum|perfect|best|right|wrong|good|sensible|"
    "sane|ideal|appropriate|reasonable|proper|suitable|something else|different|differently|change it up|"
    "do something|tune|tune it|smarter|work properly|help|normal|decent|fine tune|nicer|interesting|balanced|"
    "better balanced|whatever|magic|do your thing|sort it out|enhance|upgrade|stronger|clever",
    "percent": "percent|pct|per cent|percents|percnt",
    "points": "percentage points|percentage point|points|point|pp|pps",
    "basis": "bps|bp|basis points|basis point|bips|pips",
    "times": "times|fold|x|times as",
    "as": "as",
    "of_now": "of what i risk now|of what i have now|of what i use now|of now|of what it is today|"
    "of what i trade now|of what it does now|of what it is|of what it is now|of its current|of the current|"
    "of its present|of current|its current value|the current value|of today's|of what it was|current level|"
    "of its value|of the current value|of the present|of where it is",
    "hours": "hours|hour|hrs|hr|h",
    "days": "days|day's",
    "minutes": "minutes|minute|mins|min",
    "weeks": "weeks",
    "coins": "btc|bitcoin|bitcoins|coin units|eth|units|unit|coins",
    "point": "point|dot",
    "and_half": "and a half",
    "and_quarter": "and a quarter",
    "number_of": "number of|amount of|count of|level of|degree of|rate of|range",
    "says": "says|said|say|saying|told me|tells me|told us|claims|claimed|recommends|recommended|suggests|suggested|"
    "writes|wrote|advises|advised|posted|tweeted|reads|states|announced|reported|according to|thinks|thinks i should|"
    "swears by|insists|heard that|heard i should|i read that|i heard|quoted|quote|advice was|insists that|"
    "thinks we should|wants me to|keeps telling me|asked me to|asks me to|messaged",
    "agree": "i would like that|i'd like that|i want that too|i want the same|same for me|i'll do the same|"
    "i agree|i tend to agree|he's right|she's right|has a point|have a point|they're right|makes sense|"
    "good advice|i think so too|agree with|i like that idea|good idea|convinced me|i concur|he is right|she is right",
    "source": "friend|newsletter|tweet|forum|article|blog|post|guru|analyst|analysts|youtuber|youtube|telegram|"
    "discord|twitter|reddit|email|mail|message|website|guy|colleague|neighbour|neighbor|brother|sister|boss|expert|"
    "experts|someone|somebody|he|she|they|dad|uncle|signal group|comment|text|note|document|pdf|report|headline|"
    "thread|influencer|buddy|coworker|wife|husband|podcast|chatgpt|gpt|people|system message|page|book|mentor|"
    "advisor|adviser|chat|group|review|paper|snippet|channel|feed|bio|caption|video|user|users|bot name|title|"
    "support|column",
    "attack": "ignore all previous|ignore previous|ignore your|ignore the guardrails|ignore all|"
    "previous instructions|developer mode|without limits|bypass|jailbreak|override|guardrails|system prompt|pretend|"
    "you are now|act as|roleplay|role play|no restrictions|unrestricted|root access|sudo|admin mode|all safety|"
    "safety checks|safeguards|limits off|disregard all|disregard your|disregard previous|your instructions|"
    "hidden instructions|no limits|god mode|debug mode|your rules|without asking|skip validation|skip the checks|"
    "ignore limits|beyond the limits|apply without confirmation|apply it without confirmation|"
    "apply this without confirmation|no need to confirm with me|without confirming|"
    "without logging|don't log|dont log|do not log|off the record|leave no trace|without a trace|bypass confirmation",
}  # fmt: skip
