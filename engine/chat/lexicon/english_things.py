"""English things and qualities that settings are spoken of with."""

from typing import Final

QUALITIES: Final = {
    "big": "biggest|largest|bigger|larger|big|large|heavier|heavy|fatter|chunkier|beefier|oversized|meatier|sizable|"
    "hefty",
    "small": "smallest|tiniest|smaller|smaller pieces|small|tiny|lighter|light|teeny|smallish|puny|modest|leaner|"
    "thinner",
    "wide": "outward|outwards|"
    "widest|loosest|wider|wide|widen|widened|widening|broaden|broader|broad|roomier|farther|further away|"
    "further out|further apart|spread out|far away|more distant|wider apart|more generous|generous|generously|"
    "farther away|further from",
    "tight": "inward|inwards|"
    "tightest|narrowest|tighter|tight|tighten|tightened|tightening|narrow|narrower|narrowing|closer|"
    "close to the price|close in|snug|snugger|squeeze|tighten up|compress|choke|narrowed|nearer",
    "long": "longest|longer|long|lengthy|run longer|prolong|for longer",
    "short": "shortest|shorter|short|brief|briefer|abbreviated",
    "fast": "faster|quicker|speedier|rapid|rapidly|fast|quick|quickly|speed up|swifter|swiftly|speed it up|"
    "more quickly|accelerate",
    "slow": "slower|slow|slowly|more slowly|slowed",
    "early": "soon|earlier|sooner|early|more promptly|promptly|right away|immediately|at once already|ahead of time|"
    "prematurely",
    "late": "later|late|delayed|delay|more patient|hold off|postpone",
    "often": "often|frequently|more frequent|frequent|regularly|more often|more frequently|all the time|constantly",
    "rare": "rarely|less often|less frequently|seldom|infrequently|less frequent|rarer|sparingly|less regularly|rare|"
    "infrequent|sparse|occasionally",
    "strict": "more strictly|stricter|strict|tougher|stringent|rigorous|harsher|firmer|more demanding|more rigid|"
    "more picky",
    "loose": "slacken|slackened|looser|loosen|loose|lenient|relax|relaxing|laxer|lax|permissive|more relaxed|"
    "forgiving|more tolerant|tolerant|loosened|loosening|slacker|liberal|softer|flexible|generous",
    "strong": "stronger|strong",
    "weak": "weaker|weak",
    "deep": "deeper|deep",
    "shallow": "shallower|shallow",
    "high": "high",
    "low": "low",
    "room": "more breathing space|breathing space|more room|room|breathing room|more space|space|more slack|slack|"
    "more leeway|leeway|breathe|room to breathe|wiggle room|more breathing room|elbow room|headroom",
}  # fmt: skip

NOUNS: Final = {
    "trade": "fills|fill|purchase|purchases|trade|trades|trading|deals|transactions|number of trades|trade count|"
    "buys and sells|executions|trading activity|round trips|deal|it trades|bets|bet|shots|triggers|trigger|"
    "pulls the trigger|pull the trigger|fires|firing|fire",
    "enter": "entry|entries|enter|entering|enters|getting in|get in|gets in|buying|buy|buys|jump in|jumps in|"
    "jumping in|go in|opening trades|open trades|open a trade|open new trades|opening positions|"
    "opening new positions|entry point|takes a trade|take a trade|taking a trade|take trades|open a position|"
    "opening a position|new positions|new trades|new entries|opening a trade|dives in|act on a signal|act on signals|"
    "pulling the trigger|acting|act|commit",
    "signal": "signal|signals",
    "position": "position|positions|lots|tranches",
    "open": "open|opened",
    "size": "size|sizes|sizing|sized|stake|stakes|amount|bet size|volume|quantity|notional|ticket|clip|clip size|"
    "amounts|position sizing|trade amount|per trade|each trade|every trade|per order|order volume|order quantity|"
    "buy amount|lot",
    "risk": "risk|risks|risking|risk level|risk taking|my risk|riskiness|risk appetite|risk tolerance|"
    "appetite for risk|tolerance for risk|risk exposure|overall risk|risk budget|risk setting|risk per trade|"
    "appetite|aggressiveness level|risk parameter|risk knob|risk dial|risk slider|at risk|danger",
    "loss": "loss|losses|lose|loses|losing|lost|bleed|bleeding|in the red|underwater",
    "loser": "trade goes wrong|trades go wrong|goes wrong|goes against me|going wrong|go against me|moves against me|"
    "go wrong|turns against me|turn against me|trade that goes wrong|loser|losers|losing trade|losing trades|"
    "losing position|losing positions|bad trade|bad trades|losing ones|failing trades|trades that go against me|"
    "trades going against me|trade going wrong|wrong trades|my losses|losses early|red trades|bad positions|bad ones",
    "winner": "winner|winners|winning trade|winning trades|winning position|winning positions|profitable trades|"
    "good trades|winning ones|winning|good ones|the good trades|profitable positions|good trade|profitable trade|"
    "my winners",
    "profit": "profit|profits|gain|gains|in profit|in the green|money|upside|profit taking|taking profits",
    "run": "run|ride|running|riding|grow further|play out|breathe more|develop",
    "lock": "lock in|lock|bank|banking|locking in|secure|securing|cash in|book|booking|take|taking|pocket|pocketing|"
    "snatch|grab|collect|scalp|realise|realize|harvest|taken",
    "stop": "stop|stops|stop level|protective stop|hard stop|sl|stop order|stop distance|fixed stop|my stop|"
    "stop price|initial stop|emergency exit|pain threshold",
    "trail": "trailing|trail|trails|trailer|trailing distance|trailing stop loss|following stop",
    "target": "target|targets|tp|profit target|profit targets|take profit target|profit goal|take profit level|"
    "target price|profit objective|profit level|profit taking level|gain target|take profits|target profit|"
    "profit threshold",
    "exit": "exit|exits|exiting|close|closes|closing|get out|getting out|gets out|bail|bail out|sell|selling|sells|"
    "cash out|close out|closed|liquidate|dump|dumping|unload|out of a trade|leave a trade|leave the trade|"
    "leave trades|step out|kick out|kicked out|exited|sold|closing out|get me out|be out|take me out|cut loose|"
    "pull out|out|abandon",
    "hold": "hold|holds|holding|held|holding period|holding time|hold time|stay in|stays in|staying in|sit in|"
    "sits in|sit on|sits on|hang on|hangs on|hang on to|hold on to|holds on to|holding on to|time in trade|"
    "in a trade|in a position|hold onto|time in a trade|trade duration|duration|keep positions open|"
    "keep a position open|keep trades open|keep a trade open|holding limit|stay in a trade|stay in trades|"
    "position open|positions open|trade open|trades open|keep it open|holding positions|holding trades|in trades|"
    "in positions|lifetime|time limit|max hold|hold period|maximum hold|hanging on|linger|lingering|keep positions|"
    "keep trades|keep a position|keep a trade|position lifetime|trade length|stuck in",
    "wait": "wait|waits|waiting|pause|rest|break|breather|sit out|cool off|waited|pauses|resting|gap|idle|breaks|"
    "hold fire|stand down|stand aside|sit on its hands|rests|hold its fire|take a break|take a breather|spacing|"
    "space out|space trades out",
    "cooldown": "cooldown|cool down|cooling off|cooling|cooldowns|cool-down|cool off period|cooling period|"
    "resting period|waiting time|wait time|re-entry delay|reentry delay|rest period|waiting period|"
    "delay between trades|back to back|back-to-back|reenter|re-enter|re-entry|reentry|re-entering|reentering|"
    "re-entries|jumping back in|jump back in|right after another|revenge trading|revenge trades|getting back in|"
    "get back in|rapid fire|one after another|one after the other|jumps back in|jumping right back in",
    "day": "per day|a day|daily|each day|every day|in a day|per session|a single day|one day|in one day|24 hours|24h|"
    "a daily|per 24 hours|intraday|single day|on the day|day|for the day|today's|any day|any given day|every 24 hours",
    "bar": "bar|bars|candle|candles|candlestick|candlesticks|period|periods|ticks",
    "band": "band|bands|bollinger|bollinger bands|bollinger band|envelope|envelopes|channel|channels|the band width|"
    "bb|bandwidth|band multiplier|band distance|entry band|entry bands|entry threshold|trigger level|multiplier|"
    "thresholds|trading range|signal threshold|entry zone|bb width|entry level",
    "sigma": "sig|sigma|sigmas|standard deviation|standard deviations|std|stdev|std dev|std devs|deviation|"
    "deviations|stddev|sigma multiplier|σ|k value|k factor|k|number of deviations|sd|sds|sigma level",
    "window": "time span|span|sample|sample size|estimation window|estimation sample|stretch of the past|the past|"
    "past prices|how much history|stretch of history|amount of history|win|looks back|look-back|it looks back|"
    "bars back|candles back|window|windows|lookback|look back|lookback period|look back period|lookback window|"
    "rolling window|moving average|averaging period|averaging window|average length|length|rolling period|"
    "rolling average|ma period|moving average length|ma length|history|ma|sma|calculation period|window length|"
    "window size|bollinger period|bb length|bb period|band period|band length|averaging|how far back|"
    "rolling lookback|memory|the mean over|averages over|average over|average over the last|past candles|past bars|"
    "trailing window|size of the window|length of the window|lookbacks",
    "mean": "mean|middle|midline|mid line|center line|centre line|middle band|average|mid band|centre|center|"
    "the basis",
    "drawdown": "drawdown|drawdowns|dd|peak to trough|equity drop|equity loss|fall from the peak|max dd|account drop|"
    "drop from the peak|equity drawdown|from its peak|from the peak|from peak|from the top|total loss|overall loss|"
    "account loss",
    "volatile": "wildly|swinging|swinging wildly|swing wildly|swings wildly|swinging about wildly|volatility|"
    "volatile|vol|turbulent|turbulence|wild|crazy|stormy|hectic|wild markets|wild days|choppy markets|rough markets|"
    "rough seas|market chaos|chaos|chaotic|swings too much|violent|storms|storm|insane markets|volatilities|panic|"
    "big swings|wild swings|goes wild|goes crazy|too hot|gets rough|stormy markets|crazy days|going nuts|nuts",
    "forecast": "model's|"
    "forecast|forecasts|prediction|predictions|predicted|predictor|ml|ai|model|models|machine learning|"
    "neural net|neural network|ml model|ai model|ai forecast|ml forecast|ml predictions|ml signal|7 day forecast|"
    "seven day forecast|the 7-day forecast|ml signals|ai signal|ai signals|ai predictions|algorithm|ml prediction|"
    "ml output|forecast tilt|price forecast|forecaster|weekly forecast|week ahead forecast|model's opinion|"
    "predictive model|model output|tilt|crystal ball|ml part|ai part|artificial intelligence|forecasting|7d forecast|"
    "outlook|model predictions",
    "confident": "confident|confidence|certain|certainty|conviction|probability|confidence level|"
    "confidence threshold|minimum confidence|min confidence|high confidence|confident enough|high-confidence|"
    "low confidence|low-confidence|sure|shaky|uncertain|unsure|reliable|high conviction|low conviction|convinced|"
    "confidence bar|confidence filter|iffy|doubtful|confidences|half sure|confidence cutoff|more certain",
    "weight": "weight|influence|importance|impact|trust|rely|rely on|reliance|lean on|lean|listen to|listen|weigh|"
    "weighting|attention|pay attention to|count|follow|believe|believe in|faith|matter|matters|count for|weighs|heed|"
    "emphasis|emphasise|emphasize|tilt the size|a say|steer|care about|go by|bank on|trusting|weights",
    "asset": "asset|coin|coins|single asset|any single asset|one asset|any one asset|symbol|instrument|a single coin|"
    "one coin|any single coin|any one coin|per asset|per coin|each asset|each coin|one market|assets|single coin|"
    "per symbol|each symbol|one symbol|a single asset|one name|one basket|any coin|any asset|a coin|an asset|"
    "the same coin|one place|a single name|same asset|any one name|the same asset",
    "capital": "capital|equity|portfolio|account|bankroll|funds|net worth|wallet|of my money|my money|"
    "account balance|account size|balance|of the account|my capital|my funds|of my account|book|pot|stack|nest egg|"
    "purse|the account",
    "exposure": "exposure|allocation|share of equity|concentration|exposed|concentrated|max exposure|asset exposure|"
    "allocated|allocate|portfolio share|position weight|capital allocation|commit|invested|exposure cap|"
    "exposure limit|share of capital|eggs in one basket|diversify|diversified|per asset allocation|tied up|exposures",
    "atonce": "at once|at the same time|simultaneously|simultaneous|concurrently|concurrent|in parallel|at a time|"
    "side by side|open at once|parallel|open positions|open trades at once|positions at once|open simultaneously|"
    "running at once|at one time|at any time|at any one time|open together|all at once|in flight|overlapping|"
    "open at a time|open at the same time|active positions|running positions|positions open at once|max positions|"
    "slots|live positions",
    "shorts": "sell in short|in short|short it|shorting|shorts|short selling|sell short|short side|short positions|"
    "short trades|go short|going short|shorted|short the market|shorting allowed|bet against|shortselling|"
    "selling short|short sales|both directions|both ways|long and short|short position|short entries|short trade|"
    "shorts too|downside trades|short as well|sell-side|shorts allowed",
    "trend": "trend|trends|trending|the tide|trendline|the bigger trend|main trend|200 bar trend|200-bar trend|"
    "long term trend|direction of the market|the prevailing trend|market direction|big picture trend|larger trend|"
    "overall trend",
    "against": "against|counter|countertrend|counter trend|counter-trend|fighting|fight|opposite|contrary|against it",
    "filter": "filter|filters|filtering|gate",
    "slip": "slippage|slip|slippage tolerance|slippage limit|max slippage|price deviation|slippage allowance|chase|"
    "chasing|slippage cap|execution price|worse price|worse fills|bad fills|slippages|price impact|chase the price",
    "scaling": "extra entry|each extra entry|every extra entry|each further lot|every further lot|further lot|next lot|"
    "successive lots|successive entries|each successive|further lots|later lots|subsequent lots|"
    "each next lot|successive orders|scaling|pyramid|pyramiding|pyramids|averaging down|average down|scale in|"
    "scaling in|martingale|add ons|additional entries|further entries|follow up entries|adding to positions|"
    "add to positions|adding to a position|later entries|subsequent entries|each further entry|each additional entry|"
    "scale-in|scale ins|next entries|re-buys|follow-up orders|add-ons|position scaling|each next entry|"
    "every further entry|follow-on entries|every additional entry|adding to winners|add to winners|adding to losers|"
    "add to losers|averages down|averaging in|average in|stacking|dca|follow up orders|topping up|top up|top ups|"
    "stack|multiplier for further entries|scaling factor|extra entries",
    "confirm": "confirmation|confirm|confirmed|confirms|confirming|persist|persists|confirmation bars|"
    "confirmation bar|confirmation candles|confirmation candle|confirmations|persisted|holds for|hold up|"
    "entry confirmation|double check|signal confirmation|hold true|prove itself|proof|validated|validate|validation|"
    "sticks|proves itself|sure signals|before entering|before it enters|before entry|before buying|before it buys|"
    "before opening|before jumping in|before acting|before getting in|before going in|before taking a trade|"
    "before opening a trade|before it acts|before you enter|before pulling the trigger|before an entry|"
    "before a trade|before you buy|before i enter|to confirm|before triggering|before the bot enters|"
    "before the entry|before taking the trade|before trading|prior to entry|prior to entering",
    "between": "between|in between|apart",
    "after": "after|following|since the last",
    "peak": "peak|high water mark|best price|high point|recent high|its high|the high|the best|highs|its best|"
    "highest point|the top",
    "overnight": "overnight|over night|all day|for ages|forever|for days|so long|stale|dead money|dragging on|drag on",
    "halt": "halting|halts|"
    "stop altogether|stop completely|stop itself|stop entirely|give up for good|stop working|cease trading|"
    "cease to trade|switch itself off|stops itself|shuts itself down|shut itself down|stop the bot|pause the bot|"
    "shut down|halt|kill switch|stop trading|pause trading|stop entering|stops trading|shut it down|stop opening|"
    "stop for the day|shut the bot down|halt trading|quit trading|switch the bot off|stop buying|"
    "stop taking trades|stop everything|shut off|stop opening trades|"
    "stops the bot|pauses the bot|pauses|stop taking new trades|"
    "turn the bot off|pull the plug",
    "halt_day": "stop for the day|call it a day|stops for the day|done for the day|knock off for the day|"
    "quit for the day|stop trading for the day|halt for the day",
    "stay_out": "stay out|stays out|stay away|sit out|avoid|don't trade|do not trade|not trade|no trades|no trading|"
    "don't enter|do not enter|no entries|skip|skips|keep out|steer clear|stand aside|stay flat|don't take trades|"
    "don't open|refuse|skipping|stay on the sidelines|sidelines|don't buy|sit it out|no new trades|no new entries|"
    "sit on the sidelines|don't take any trades|stop entering|stay clear|not enter|filter out|stop trading|"
    "staying out|pause trading|stops trading|do nothing",
    "order": "order|orders|order type|execution|fills",
    "bot": "the system|the algo|algo|it's trading",
    "ignore": "ignore|ignores|ignoring|disregard|throw out|only use|only listen to|only trust|only follow|"
    "only act on|only consider|act on|rule out|use only|trust only|only believe|listen only to|only take|filter out",
}  # fmt: skip
