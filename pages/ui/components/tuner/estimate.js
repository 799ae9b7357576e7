// A quick estimate of the trades while a thumb moves: the bot's entries and exits, bar by bar.
// Caps, fees, brakes and what came first inside a bar are left out; the exact replay follows on release.

const NEAR = 1e-9 // a close nearer to a level than this fraction of itself is not beyond it
const MAY_BUY = 1
const MAY_SELL = 2
const FOLLOWS = 4

const isUnder = (close, level) => level - close >= NEAR * close
const isOver = (close, level) => close - level >= NEAR * close

// Entries and exits as [{at, side}], `at` an index of the bars; `gates` are bits a bar, known at its close.
function estimatedTrades({ closes, highs, lows, gates }, { mean, deviation }, width, rules) {
  const bot = { side: 0, lots: 0, size: 0, entry: 0, best: 0, held: 0, rested: Infinity, below: 0, above: 0 }
  const trades = []
  let order = 0 // decided at the last close: +1 buy, -1 sell
  for (let i = 1; i < closes.length; i++) {
    bot.rested += 1
    const before = bot.side
    if (order !== 0 && isFilled(order, closes[i - 1], highs[i], lows[i], rules)) {
      if (order !== before) trades.push({ at: i, side: order })
      if (order === -before) leave(bot)
      else enter(bot, order, closes[i - 1], rules)
    }
    if (bot.side !== 0 && isOut(bot, before !== 0, highs[i], lows[i], rules)) {
      trades.push({ at: i, side: -bot.side })
      leave(bot)
    }
    bot.best = bot.side > 0 ? Math.max(bot.best, highs[i]) : Math.min(bot.best, lows[i])
    order = decided(bot, closes[i], gates[i], mean[i], deviation[i], width, rules)
  }
  return trades
}

// A limit order waits at the last close for one bar.
const isFilled = (order, limit, high, low, { is_limit }) => !is_limit || (order > 0 ? low <= limit : high >= limit)

// A first lot, or one more at its own price.
function enter(bot, side, price, { scaling }) {
  if (bot.side === 0) Object.assign(bot, { side, best: price, lots: 0, size: 0, held: 0, follows: bot.wants })
  const size = scaling ** bot.lots
  bot.entry = (bot.entry * bot.size + price * size) / (bot.size + size)
  bot.size += size
  bot.lots += 1
}

function leave(bot) {
  bot.side = 0
  bot.rested = 0
}

// Whether the bar reaches the stop, the trailing stop or (not in the bar of the entry) the target.
function isOut({ side, entry, best }, mayTake, high, low, { stop, trailing, target }) {
  const against = side > 0 ? low : high
  const favour = side > 0 ? high : low
  if (side * (against - entry * (1 - side * stop)) <= 0) return true
  if (trailing > 0 && side * (against - best * (1 - side * trailing)) <= 0) return true
  return mayTake && side * (favour - entry * (1 + side * target)) >= 0
}

function decided(bot, close, gate, mean, deviation, width, rules) {
  bot.below = isUnder(close, mean - width * deviation) ? bot.below + 1 : 0
  bot.above = isOver(close, mean + width * deviation) ? bot.above + 1 : 0
  if (bot.side !== 0) bot.held += 1
  if (bot.side !== 0 && isDone(bot, close, mean, deviation, rules)) return -bot.side
  if (Math.max(bot.below, bot.above) <= rules.confirm || bot.rested < rules.cooldown) return 0
  bot.wants = (gate & FOLLOWS) !== 0
  const side = (bot.below > rules.confirm ? 1 : -1) * (bot.wants ? -1 : 1)
  if (side === -bot.side || (bot.side !== 0 && bot.lots >= rules.lots)) return 0
  return gate & (side > 0 ? MAY_BUY : MAY_SELL) ? side : 0
}

// Back at the exit level of the position's style, or held too long.
function isDone({ side, follows, held }, close, mean, deviation, rules) {
  if (held >= rules.hold) return true
  if (Number.isNaN(mean)) return false
  const level = mean + (follows ? 1 : -1) * side * rules.exit * deviation
  const isLong = side > 0
  if (follows) return !(isLong ? isOver(close, level) : isUnder(close, level))
  return !(isLong ? isUnder(close, level) : isOver(close, level))
}
