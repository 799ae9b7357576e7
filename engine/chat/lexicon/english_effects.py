"""English phrases that ask for a setting without naming it, and what no bot can do."""

from typing import Final

EFFECTS: Final = {
    "!stop_loss_pct+": "stopped out|getting stopped|gets stopped|stops me out|stop gets hit|stop is hit|hit my stop|"
    "hits my stop|hitting my stop|knocked out|shaken out|stop hunted|stopped out all the time|stop keeps getting hit|"
    "stops get hit|stops keep getting hit|stop out too|stop-outs|stop outs|stopouts|kicked out of good trades|"
    "shaken out of trades|stop hunts|triggers my stop|stop triggers|stop being hit|stopped too|tagged out|stops out|"
    "stop gets triggered|stop gets tagged|stops getting hit|stop getting hit|survive normal swings|survive dips|"
    "ride out dips|taken out by noise|wicked out",
    "stop_loss_pct+": "give trades room|give trades more room|more room for trades|give positions more room|"
    "let trades breathe|give it room|room to breathe|let losers run|hold through dips|tolerate bigger dips|"
    "survive bigger dips|more room before bailing|give each trade more room|give the trade more room|let it breathe|"
    "let trades breathe more|give trades space|more breathing room|give trades a bit more room|"
    "give trades a little more room|give positions room|room to move|breathing room|room to work|weather bigger dips|"
    "sit through dips|let positions breathe|withstand bigger dips|more room to breathe|give trades more space|"
    "more patience with losers|give trades more breathing room",
    "stop_loss_pct-": "cut losers|cut my losers|cut losses|cut my losses|stop the bleeding|stop bleeding|"
    "limit losses|limit my losses|cap losses|cap my losses|cut the losers|bail on losers|dump losers|"
    "get out of losers|get out of losing trades|exit losers|stop losing so much per trade|lose less per trade|"
    "cut losing trades|cut bad trades|close losers|bleed less|smaller losses|keep losses small|losses smaller|"
    "keep my losses small|limit the damage|damage control|limit the loss|lose less on each trade|"
    "lose less on bad trades|losing too much per trade|losers run too far|losers too long|bleeding too much|"
    "lets losers run|cut losing positions|smaller losers|cutting losses|limit the losses|get out of bad trades|"
    "exit losing trades|cap the losses|reduce losses per trade|cut losses short|minimise losses|minimize losses|"
    "protect against losses|quit losing trades|close losing trades|kill losers|lose too much on each trade|"
    "losing too much on each trade|lose less when wrong|bleeding so much",
    "take_profit_pct+": "let winners run|let profits run|let my winners run|let the winners run|ride winners|"
    "let gains run|bigger wins|bigger winners|hold out for more|aim higher|let my profits run|more upside|"
    "ride the winners|let good trades run|run winners|larger profits per trade|squeeze more out of winners|"
    "milk winners|wait for bigger gains|bigger gains|let winning trades run|let winners ride|"
    "bigger profits per trade|hold winners|bigger profits|let it run|let trades run|hold on to winners|"
    "give winners room|give winners more room|leave money on the table|leaving money on the table|sells too early|"
    "selling too early|sells too soon|selling winners too early|cuts winners|cutting winners|cuts winners short|"
    "exits winners too early|cutting winners too early|closes winners too early|taking profits too early|"
    "takes profits too early|takes profit too early|takes profit too soon|takes profits too soon|"
    "cutting winners short|cuts my winners|sells winners|larger gains|let winning positions run|let the profits run|"
    "let them run|ride trends longer|more per winner|cash out too early",
    "take_profit_pct-": "lock in profits|lock in gains|lock profits|bank profits|bank gains|secure profits|"
    "secure gains|book profits|cash in|take gains|quick profits|smaller profits|take the money and run|lock gains|"
    "pocket gains|pocket profits|take what you can get|take smaller wins|smaller wins|smaller gains|"
    "take my profits|cash in on winners|book gains|quick wins|take quick profits|lock in my gains|lock in my profits|"
    "bank my gains|grab profits|smaller targets|quick gains|take money off the table|money off the table|"
    "exit winners|close winners|sell winners|lock in wins|take wins|secure my gains|secure my profits|"
    "bank my profits|bank wins|take small profits|cash out winners|small quick profits|take the win",
    "entry_confirm_bars+": "wait for confirmation|more confirmation|extra confirmation|wait for the signal to hold|"
    "wait for proof|let the signal prove itself|false signals|fake signals|fakeouts|fake outs|false breakouts|"
    "false starts|one bar spikes|one-bar spikes|single candle spikes|fake breakouts|bad signals|weak signals|"
    "double check signals|one candle spikes|wait for a close|less impulsive|don't jump the gun|jump the gun|"
    "jumps the gun|jumping the gun|single bar spikes|wait for signals to confirm|false entries|false alarms|"
    "let the signal hold|knee jerk|premature entries|enters too early|entering too early|gets in too early|"
    "getting in too early|jumps in too early|jumps in too fast|impulsive|buys too early|enter too early|"
    "false positives|phantom signals|fakeout|false triggers|spurious signals|jumping in too early",
    "entry_confirm_bars-": "without confirmation|no confirmation|enter immediately|enter right away|enter at once|"
    "enter instantly|get in immediately|get in right away|straight in|"
    "act immediately|act on signals immediately|enters too late|entering too late|gets in too late|late entries|"
    "late to enter|getting in too late|in too late",
    "trailing_stop_pct+": "give the trail more room|trail further behind|looser trail",
    "!max_holding_bars-": "don't hold overnight|not hold overnight|no overnight|avoid overnight|hold overnight|"
    "holding overnight|overnight positions|overnight holding|stuck in trades|stuck in positions|hangs around|"
    "hang around|hold so long|holding so long|holds too long|hold too long|hold forever|holds forever|"
    "quick in and out|dead trades|stale trades|stale positions|close trades faster|close trades sooner|"
    "close positions sooner|close positions faster|get out sooner|get out faster|get out quicker|get out earlier|"
    "exit sooner|exit faster|exit earlier|exit quicker|leave trades sooner|hold on for so long|holding too long|"
    "drag on|sit in trades|sits in trades|hold for too long|hold onto trades|trades that go nowhere|going nowhere|"
    "close out sooner|quicker exits|faster exits|earlier exits|positions open too long|positions open so long|"
    "trades open too long|trades open so long|shorter trades|quick trades|faster turnaround|zombie trades|lingering|"
    "hang on to trades|hanging on to trades|close stale|close old trades|overstay|get out of trades faster|"
    "exit trades faster|exit trades sooner|get out of trades sooner|exit positions faster|exit positions sooner|"
    "get out of positions faster",
    "max_holding_bars+": "hold longer|hold on longer|hold positions longer|hold trades longer|stay in longer|"
    "stay in trades longer|longer trades|be patient with open trades|give trades more time|more time|"
    "more time to work|time to work out|time to develop|give positions more time|hold for longer|"
    "stay invested longer|time to play out|give it more time|swing trade|swing trading|exits too early|"
    "exit too early|gets out too early|getting out too early|closes too early|closes too soon|exits too soon|"
    "closing too early|closing trades too early|closes trades too early|closes positions too early|positions longer",
    "max_volatility_pct-": "stay out of wild markets|stay out of turbulent markets|avoid turbulence|skip crazy days|"
    "avoid volatility|avoid volatile markets|avoid volatile days|stay out of volatile markets|wild markets|"
    "stay flat when it's wild|calm markets only|only trade calm markets|only trade in calm markets|"
    "only trade quiet markets|quiet markets only|only in calm markets|only when it's calm|only calm days|"
    "trade calm markets only|only when the market is calm|only when markets are calm|only trade when it's calm|"
    "only trade when it's quiet|only when it's quiet",
    "max_volatility_pct+": "trade through turbulence|trade in wild markets|don't be afraid of volatility|"
    "handle volatility|trade volatile markets|trade volatile days|trade even when it's volatile|"
    "trade even when volatile|embrace volatility|tolerate more volatility|accept more volatility|"
    "trade in volatile markets|trade even when it's wild|trade through volatility",
    "trend_filter=on": "with the trend|only with the trend|trade with the trend|in the direction of the trend|"
    "respect the trend|against the trend|counter trend|countertrend|counter-trend|fight the trend|fighting the trend|"
    "trend direction|trend is your friend|in trend direction|along the trend|along with the trend|swim against|"
    "follow the trend direction|the trend's direction|go with the trend|trend aligned|against the 200|"
    "with the main trend|with the bigger trend|against the bigger trend|counter trend trades|countertrend trades|"
    "counter-trend trades|catching falling knives|falling knives|catch falling knives|against the tide|"
    "aligned with the trend|in line with the trend|trend-aligned|against the main trend|falling knife|knives|"
    "with the 200 bar trend|against a trend|with trend|against trend|against the overall trend|bucking the trend|"
    "buck the trend",
    "trend_filter=off": "ignore the trend|regardless of the trend|whatever the trend|don't care about the trend|"
    "forget the trend|trade against the trend too|counter trend trades too|allow counter trend trades|"
    "allow countertrend trades|allow counter-trend trades|allow trades against the trend|"
    "trade against the trend as well|no matter the trend|disregard the trend|counter-trend trades again|"
    "let it trade against the trend|permit counter trend trades|also trade against the trend",
    "frequency-": "slow down|slow it down|slow things down",
    "!frequency-": "overtrading|overtrade|overtrades|over trading|over trade|churn|churning|over-trading|overactive|"
    "trade happy|trades like crazy|trades all the time|trading all the time|trading nonstop|trading constantly|"
    "trades constantly|trades nonstop|trades way too much|trades too much|trading too much|spamming|spams|"
    "only the best setups|best setups|high quality setups|quality setups|clear setups|only clear setups|"
    "quality over quantity|trades far too much|trades too often|trading too often|fires too often|fires too much|"
    "too trigger happy|churns|constantly trading|trading like crazy|trades a lot|only take the best|"
    "only the clearest signals|overtraded|machine gun|trading way too much|in and out too often|best trades only|"
    "only the strongest signals|strongest signals|cherry pick|buying and selling all the time|trade way too often|"
    "trades way too often|excessive trading|too busy",
    "!frequency+": "barely trades|hardly trades|hardly ever trades|never trades|rarely trades|doesn't trade|"
    "does not trade|isn't trading|not trading enough|doesn't trade enough|trades too rarely|trades too little|"
    "not trading much|nothing happens|sits idle|never does anything|does nothing|hardly does anything|"
    "barely does anything|barely any trades|hardly any trades|not taking any trades|misses opportunities|"
    "missing opportunities|misses trades|missing trades|missing out|miss out|misses out|too few trades|"
    "not enough trades|too few signals|not enough signals|almost no trades|sitting on its hands|sits around|"
    "sitting idle|doesn't trade much|doesn't trade often enough|not trading often enough|miss opportunities|"
    "missing too many|passes up|trades so rarely|trades seldom|seldom trades|trades too infrequently|"
    "isn't doing anything|hasn't traded|barely trading|hardly trading|rarely trading|trades so little|"
    "no trades at all|not trade enough|more opportunities|asleep|hasn't done anything|pick up the pace|"
    "barely any signals|hardly any signals|scarcely trades|too few entries|misses too many|missed opportunities|"
    "missed trades|trade way more",
    "!quickness-": "every little move|every small move|every wiggle|every tick|every little wiggle|every blip|"
    "every twitch|filter out noise|ignore noise|filter the noise|noise|noisy|wiggles|wiggle|filter out the noise|"
    "ignore the noise|chop|whipsaw|whipsaws|whipsawed|whipsawing|every small wiggle|each little move|"
    "every little blip|every bump|every small tick|every jump|tiny moves|small wiggles|smooth things out|"
    "smooth it out|smooth out|each wiggle|random noise|market noise|every minor move|every price move|"
    "every small price move|every hiccup|every flicker|too choppy",
    "!quickness+": "slow to react|too slow to react|reacts too slowly|behind the market|behind the price|"
    "slow to adapt|lagging|lags|lag|laggy|sluggish|reacts too late|slow to respond|late to react|reacts slowly|"
    "too slow|behind the curve|less lag|always late|slow to catch up|too laggy|lagging behind|reacting too slowly|"
    "reacting too late|responds too slowly|adapts too slowly|stay closer to the price|track the price more closely|"
    "follow the price more closely|hug the price|late to the party|keeps missing moves|misses the moves|misses moves",
    "!sensitivity+": "pick up smaller moves|catch smaller moves|notice smaller moves|smaller moves|"
    "react to smaller moves|misses small moves|smaller price moves|on smaller moves|smaller dips|smaller swings|"
    "smaller price movements|minor moves",
    "!sensitivity-": "calmer about|calmer on small|calmer when|excited about every|get excited about|jumpy|twitchy|"
    "jittery|nervous|skittish|nervy|hyperactive|overreacting|overreacts|overreact|oversensitive|hypersensitive|"
    "only bigger moves|only big moves|bigger moves only|only react to big moves|less touchy|robust to noise|"
    "trigger-happy|bigger moves|larger moves|only large moves|bigger price moves|big moves only|hair trigger|"
    "too touchy",
    "exit_band+": "before it reaches the mean|before reaching the mean|before the middle|"
    "before it gets back to the mean|exit before the mean|leave before the mean|close before the mean|"
    "before it gets to the mean",
    "ml_weight+": "more say|a bigger say|more of a say|stronger say|bigger say|greater say|louder voice",
    "ml_weight-": "less say|smaller say|less of a say|weaker say",
    "max_asset_exposure-": "diversify|diversify more|eggs in one basket|too concentrated|less concentrated|"
    "spread the risk|spread out more|spread my money|spread the capital|more diversified|concentrated|overexposed|"
    "spread it out",
    "max_asset_exposure+": "concentrate|concentrate more|more concentrated|less diversified",
    "ml_weight=0": "ignore the forecast|ignore the model|ignore the predictions|ignore forecasts|ignore predictions|"
    "without the forecast|without the model|turn off the forecast|don't use the forecast|do not use the forecast|"
    "stop using the forecast|ignore the ml|ignore the ai|without ml|without the ai|no forecast|"
    "don't listen to the model|no ml|no ai|without forecasts|forget the forecast|drop the forecast|ignore ml|"
    "ignore ai|ignore the ml forecast|ignore the ml predictions|disregard the forecast|"
    "stop listening to the forecast|stop using the model|stop using forecasts|ignore the ai forecast|without ai|"
    "ignore machine learning|don't use forecasts|don't use the model|don't use predictions|don't use ml|"
    "don't use the ai",
    "position_scaling=1": "no pyramiding|no averaging down|no martingale|never average down|don't average down|"
    "stop averaging down|don't pyramid|stop pyramiding|same size for every entry|no scaling|equal size entries|"
    "never pyramid|don't scale in|stop adding to losers|without pyramiding|without martingale|without averaging down|"
    "keep all entries the same size|no scaling in|don't add to losers|all entries the same size|equal sized entries|"
    "every entry the same size",
    "entry_confirm_bars=0": "without confirmation bars|skip the confirmation bars|no confirmation bars|"
    "without any confirmation|no confirmation needed|"
    "don't wait for confirmation|skip confirmation bars|no confirmation required|no entry confirmation|"
    "enter without confirmation|stop waiting for confirmation",
    "cooldown_bars=0": "no cooldown|no waiting between trades|no pause between trades|without cooldown|no cool down|"
    "without a cooldown|no wait between trades|no break between trades|re-enter immediately|reenter immediately|"
    "no cooldown between trades|re-enter right away|reenter right away|no waiting after a trade",
    "trailing_stop_pct=0": "no trailing stop|without a trailing stop|without trailing stop|don't trail|no trailing|"
    "stop trailing|don't use a trailing stop|no trailing stops",
    "max_open_positions=1": "one position at a time|one trade at a time|a single position|only one position|"
    "one position only|just one position|a single position at a time|only one trade at a time|one open position|"
    "one position at once|a single open position|only one trade open|just one trade at a time|single position",
}  # fmt: skip

REFUSALS: Final = {
    "leverage": "leverage|leveraged|margin|futures|5x leverage|10x leverage|100x|borrow|borrowed money|"
    "margin trading|gearing",
    "keys": "api key|api keys|api-key|secret key|private key|password|passwords|credentials|token|tokens|env|"
    "environment variable|environment variables|system prompt|claude api key|secrets|seed phrase|seed phrases|"
    "your prompt|your instructions|api secret",
    "act": "withdraw|deposit|wallet|transfer|send money|sell everything|buy now|sell now|buy some|place an order|"
    "place a trade|close all positions|close everything|liquidate everything|open a trade now|buy bitcoin now|"
    "sell all|market buy now|panic sell|sell my bitcoin|close my positions|close the position now|short bitcoin now|"
    "buy one bitcoin|send btc|withdrawal|deposit money|cancel all orders|close my position|execute a trade|"
    "place a market order|place a limit order|sell it all|buy it now|all in",
    "coins": "ethereum|solana|dogecoin|doge|shiba|xrp|ripple|cardano|another coin|other coins|different coin|"
    "add a coin|trade eth|trade sol|switch coin|new coin|add ethereum|litecoin|stocks|gold|tesla|nasdaq|forex|"
    "altcoins|memecoins|binance|coinbase|kraken|bybit|exchange account|trade gold|other markets|apple stock",
    "unknown": "new parameter|add a parameter|new setting|rsi|macd|grid|hedge|arbitrage|stochastic|fibonacci|ichoku|"
    "atr|ema cross|options|email me|notify me|alert me|send me|schedule|remind me tomorrow|stop loss limits|at night|"
    "on weekends|on mondays|weekends|at weekends|during the night|every monday|on fridays|funding rate|grid bot|"
    "telegram alert|dca bot|indicator|vwap|news sentiment|sentiment|on sundays|before the weekend|at midnight|"
    "import os|rm|os system|drop table|script|partial profits|partially|on saturday|on sunday|on the weekend|"
    "over the weekend|trading hours|kelly|moon phase",
}  # fmt: skip
