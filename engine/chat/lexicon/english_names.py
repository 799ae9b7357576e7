"""English names of every setting and of the values that can be chosen."""

from typing import Final

TARGETS: Final = {
    "base_trade_size": "buy size|purchase size|size of each purchase|each purchase|every purchase|order quantity|"
    "unit order quantity|how much is bought|how much it buys each time|amount per trade|base trade size|base size|"
    "trade size|trading size|order size|position size|bet size|trade sizes|position sizes|order sizes|size of trades|"
    "size of each trade|size of my trades|size of the trades|size per trade|stake per trade|lot size|trade volume|"
    "size of positions|base amount|base order|base order size|base lot|base stake|entry size|unit size|"
    "size of orders|stake size|quantity per trade|size of each order|size of my positions|size of a trade|"
    "size of one trade|base position|size of an order|how much i trade|how much it buys|trade quantity|"
    "position sizing|order amount|sizing|coins per trade|btc per trade|size of every trade|size of my orders|"
    "basesize|tradesize|size per order|size of each position|per trade size|btc a trade|each order|per trade amount",
    "max_position_size": "most big total position|biggest total position|max position size|maximum position size|"
    "position size limit|position size cap|maximum position|max position|largest position|biggest position|"
    "position limit|position cap|total position size|total position|largest total position|max total position|"
    "position ceiling|full position|whole position|total position limit|upper limit on positions|"
    "biggest a position can get|maximum total position|max pos size|max size of a position|position maximum",
    "max_trades_per_day": "max trades per day|daily trade limit|daily trades|trades per day|trades a day|trade limit|"
    "maximum trades per day|trades daily|daily trade cap|trades each day|entries per day|entries a day|"
    "trades every day|max daily trades|trade cap|daily number of trades|number of trades per day|daily cap on trades|"
    "trades in a day|orders per day|daily trade count|daily entries|positions per day|trades/day|"
    "limit on daily trades|orders a day|trade quota|daily quota|daily maximum of trades|trades per 24 hours|"
    "number of daily trades|buys per day|buys a day|trading limit",
    "max_daily_loss_pct": "daily loss limit|max daily loss|daily loss|daily stop|daily loss cap|loss limit per day|"
    "loss per day|maximum daily loss|daily max loss|day loss limit|daily drawdown|daily drawdown limit|"
    "loss limit for the day|daily limit|daily stop loss|loss a day|max loss per day|maximum loss per day|"
    "daily loss threshold|daily risk limit|daily losses|loss in a day|daily circuit breaker|loss for the day|"
    "losses per day|lose per day|lose in a day|lose a day|max loss a day|daily loss allowance|daily pain limit|"
    "loss in one day|lose in one day|lose on a single day|lose in a single day|lost in a day|losing day|bad day|"
    "bad days|day's loss|lose any day|max loss day|losses in a day|losses a day|losses for the day",
    "max_drawdown_pct": "dd cutoff|dd limit|dd cap|dd stop|drawdown halt|drawdown cutoff|max drawdown|"
    "maximum drawdown|drawdown limit|max drawdown limit|maximum drawdown limit|drawdown cap|drawdown threshold|"
    "drawdown stop|equity stop|max dd|account stop|drawdown tolerance|total drawdown|allowed drawdown|"
    "overall drawdown|circuit breaker|equity drawdown limit|maximum loss overall|kill switch|total loss limit|"
    "drawdown guard",
    "max_open_positions": "open positions|concurrent positions|positions at once|simultaneous positions|"
    "max open positions|number of positions|parallel positions|positions open at once|positions at the same time|"
    "concurrent trades|open trades|number of open positions|simultaneous trades|positions simultaneously|"
    "max positions|maximum positions|open position limit|positions in parallel|trades at once|"
    "trades at the same time|open position count|positions concurrently|position count|positions at a time|"
    "trades at a time|max concurrent positions|positions open|position slots|number of concurrent positions|"
    "trades open|trades in parallel|concurrent lots|active positions|open lots|how many positions",
    "max_asset_exposure": "max exposure|asset exposure|exposure per asset|exposure per coin|exposure cap|"
    "exposure limit|maximum exposure|share of equity|largest share of equity|share of capital|portfolio share|"
    "max allocation|asset allocation|allocation per asset|allocation per coin|exposure to any single asset|"
    "exposure to one asset|max asset exposure|single asset exposure|single coin exposure|asset cap|allocation cap|"
    "allocation limit|exposure to a single asset|equity share|exposure to one coin|equity per asset|"
    "capital per asset|capital per coin|of equity per asset|asset limit",
    "cooldown_bars": "cooldown period|cooldown time|time between trades|pause between trades|bars between trades|"
    "wait between trades|between trades|delay between trades|gap between trades|break between trades|"
    "rest between trades|pause after a trade|cooldown bars|cooldown after a trade|spacing between trades|"
    "between entries|between orders|distance between trades|pause between entries|between one trade and the next|"
    "after each trade|after every trade|before the next trade|after a trade|after trades|before trading again|"
    "between two trades|before re-entering|before reentering|between consecutive trades|before it trades again|"
    "before entering again|before another trade|before the next entry|after closing a trade|after closing|"
    "after an exit|before a new trade|before opening another|after exiting|before the next one|between positions|"
    "between deals|after a loss|after a losing trade|after a stop|before opening another trade|"
    "before trading once more|after a stop out|after a close|before going again",
    "max_holding_bars": "holding time|holding period|max holding time|maximum holding time|max holding|time stop|"
    "hold time|maximum holding period|max hold time|time limit per trade|trade duration|time in trade|"
    "time in the market|position duration|max holding period|longest holding|time based exit|time-based exit|"
    "time exit|holding limit|max holding bars|time in trades|maximum hold time|time a trade can stay open|"
    "time limit on trades|holding duration|hold limit|hold duration|max hold",
    "entry_confirm_bars": "confirmation bars|confirmation bar|entry confirmation|confirm bars|bars of confirmation|"
    "confirmation candles|confirmation candle|signal confirmation|confirmation period|candles of confirmation|"
    "bar confirmation|confirmation requirement|extra confirmation|number of confirmation bars|confirmation count|"
    "confirmation length",
    "take_profit_pct": "take profit|take profits|profit target|profit targets|tp|takeprofit|take profit target|"
    "target profit|profit goal|take-profit level|tp level|profit taking|profit exit|take profit level|upside target|"
    "win target|gain target",
    "exit_band": "exit band|exit distance|exit level|exit threshold|exit zone|distance from the mean|exit line|"
    "exit distance from the mean|band exit|mean exit|exit point|exit sigma|before the mean|short of the mean|"
    "from the mean|away from the mean|exit bands|near the mean|close to the mean|at the mean|reaching the mean|"
    "reaches the mean|to the mean|the mean is reached",
    "trailing_stop_pct": "trailing stop|trailing stops|trailing stop loss|trailing distance|trailing sl|"
    "trailing exit|trail stop|trail distance|trailing percentage|stop that follows|stop trails|trail the stop|"
    "trail my stop|following stop|trailing",
    "stop_loss_pct": "stop loss|stop losses|stoploss|stop-loss level|sl|loss per trade|max loss per trade|"
    "loss limit per trade|maximum loss per trade|hard stop|protective stop|loss cut|cut loss|cut loss level|"
    "per trade loss|loss on a trade|loss on a single trade|loss on any trade|losses per trade|loss per position|"
    "stop distance|stop out level|lose per trade|loss on each trade|lose on a trade|lose on any trade|"
    "lose on a single trade|lose on each trade|loss each trade",
    "max_volatility_pct": "volatility limit|max volatility|maximum volatility|volatility cap|volatility filter|"
    "volatility threshold|volatility ceiling|vol limit|vol cap|vol filter|daily volatility|volatility cutoff|"
    "volatility gate|vol threshold|daily vol|volatility tolerance|vol ceiling|volatility guard|max vol|"
    "maximum daily volatility|volatility limits",
    "trend_filter": "trend filter|trend-filter|trendfilter|trend gate|trend check|trend confirmation|200 bar filter|"
    "trend rule|200-bar filter|trend filtering|trend guard|trend following filter",
    "ml_weight": "forecast weight|ml weight|ai weight|prediction weight|weight of the forecast|model weight|"
    "weight of the model|weight of the predictions|forecast influence|weight of the ai|ml influence|ai influence|"
    "model influence|weight of ml|weight on the forecast|forecast weighting|weight of the ml forecast|ml impact|"
    "forecast tilt|weight to the forecast",
    "ml_min_confidence": "min confidence|minimum confidence|confidence threshold|confidence level|ml confidence|"
    "forecast confidence|model confidence|minimum forecast confidence|least confidence|confidence floor|"
    "confidence bar|prediction confidence|confidence cutoff|ml min confidence|confidence requirement|"
    "required confidence|confidence filter|ai confidence",
    "max_slippage_bps": "max slippage|slippage limit|slippage tolerance|slippage cap|maximum slippage|"
    "allowed slippage|slippage|slippage allowance|slippage threshold|slippage ceiling|accepted slippage|"
    "tolerated slippage",
    "position_scaling": "pyramiding multiplier|pyramid multiplier|entry multiplier|position scaling|scaling factor|"
    "scaling multiplier|pyramiding factor|scale factor|entry scaling|size multiplier|scaling of further entries|"
    "pyramid factor|multiplier for further entries|martingale factor|dca multiplier|dca factor|averaging multiplier|"
    "safety order multiplier|martingale multiplier|add on multiplier|volume scale|dca scale",
    "allow_short": "short selling|shorting|short trades|short positions|shorts",
    "timeframe": "timeframe|time frame|bar interval|candle interval|interval|candle size|bar size|chart timeframe|"
    "candle length|bar length|chart interval|chart|time resolution|resolution|candle period|timeframes|bar period|"
    "granularity|candle duration",
    "order_type": "order type|type of order|execution type|kind of orders|type of orders|order execution",
    "style": "trading style|strategy type|strategy style|trading strategy|style|strategy mode|strategy|"
    "trading approach",
    "risk_factor": "rf|r f|risk factor|risk fctr|risk tolerance|risk appetite|risk level|risk parameter|riskfactor|"
    "risk setting|risk score",
    "window": "mean and std|mean and the std|mean and standard deviation|mean and sigma|mean and stdev|"
    "average and deviation|"
    "rolling window|window length|window size",
    "k_sigma": "k sigma|band width|ksigma|sigma multiplier|k-sigma",
}  # fmt: skip

CHOICES: Final = {
    "style=breakout": "breakout|breakouts|break out|break outs|trend following|trend follower|momentum|"
    "follow the breakout|breakout style|follow the move|breakout mode|trend follow|follow breakouts|"
    "breakout strategy|momentum style|trade breakouts|follow the trend|chase breakouts|buy breakouts|ride breakouts|"
    "breakout trading|momentum trading|follow momentum|trade the breakouts|buy strength|trend-following|"
    "ride the momentum|breakout logic|go with the move|follow the band break",
    "style=mean_reversion": "mean reversion|mean reverting|reversion|fade|fading|buy the dip|buy dips|fade the move|"
    "mean-revert|mean revert|fade moves|revert to the mean|counter trend trading|mean reversion style|range trading|"
    "fade the bands|contrarian|fade extremes|reversal|reversals|trade reversals|buy low|reversion to the mean|"
    "fade breakouts|bet on reversals|fade the band|fade band touches|buy weakness",
    "style=hybrid": "hybrid|hybrid style|hybrid mode|mix of both|mixed style|combination of both|"
    "mix of breakout and mean reversion|mixture|both styles|blend|blended|hybrid strategy|adaptive style|"
    "a mix of the two|a blend of both|mixed mode|combine both|mix of mean reversion and breakout|"
    "combine breakout and mean reversion|a mix",
    "order_type=market": "market only|only market|mkt orders|mkt order|mkt|market orders|market order|at market|"
    "marketable orders|market execution|market entries|at the market|with market|market fills|immediate execution|"
    "taker orders|market buy|orders to market|type market|market type|order type market|go in at market|"
    "order type to market|order type is market|order type = market",
    "order_type=limit": "limit only|limits only|only limit|only limits|limit from now|lmt orders|lmt|limit orders|"
    "limit order|passive orders|maker orders|limit execution|limit entries|resting orders|with limit|limit fills|"
    "post only|post-only|maker only|type limit|limit type|order type limit|order type to limit|maker fees|"
    "orders to limit|passive execution|order type is limit|limits instead of market|order type = limit",
    "allow_short=off": "long only|longs only|only longs|only long|spot only|buy only|only buy|long-only|buys only|"
    "only go long|long side only|only trade long|only the long side|only on the long side|only long trades|"
    "only long positions",
    "allow_short=on": "betting on falling prices|betting on falls|bets on falling prices|long and short|both sides|"
    "both directions|short too|short as well|profit from falling prices|short when it falls|trade both sides|"
    "trade both ways|trade both directions|make money when it falls|in both directions|longs and shorts|"
    "make money when prices fall|earn when prices fall|bet on falling prices|sell short too|trade the downside|"
    "both long and short",
    "timeframe=5m": "5m|5 min|5min|5 m|5-min|five minute candles|five minute bars|5 minute|five minute|"
    "5 minutes candles|m5",
    "timeframe=15m": "15m|15 min|15min|15 m|15 minute|fifteen minute|quarter hour|quarter hourly|fifteen minutes|m15|"
    "quarter-hour",
    "timeframe=1h": "1h|hourly|1 h|1hr|1 hr|1 hour candles|one hour candles|hour candles|one hour bars|"
    "hourly candles|hourly bars|1 hour bars|hour bars|hourly chart|1 hour|one hour|h1|hourly timeframe|60 minute|"
    "60 min|60m|60min",
    "timeframe=4h": "4h|4 h|4hr|4 hr|4 hour|four hour|four-hour|4 hourly|four hourly|4 hours candles|h4|240 minute",
    "timeframe=1d": "1d|1 d|daily candles|daily bars|daily chart|daily timeframe|day candles|1 day|one day candles|"
    "one day bars|day bars|end of day|daily time frame|d1|dailies|24h candles|24 hour candles|daily closes|"
    "daily charts",
}  # fmt: skip
