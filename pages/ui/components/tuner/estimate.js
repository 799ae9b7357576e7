// A quick estimate of the trades while a thumb moves: the bot's entries and exits read from closes alone.
// Sizes, fees and what happens inside a bar are left out; the exact replay follows on release.

const NEAR = 1e-9 // a close nearer to a level than this fraction of itself is not beyond it
const MAY_BUY = 1
const MAY_SELL = 2
const FOLLOWS = 4

const isUnder = (close, level) => level - close >= NEAR * close
const isOver = (close, level) => close - level >= NEAR * close

// Entries and exits as [{at, side}], `at` an index of the closes; `gates` are bits a bar, known at its close.
function estimatedTrades(closes, gates, band, width, rules) {
  const bot = { side: 0, follows: false, entry: 0, held: 0, rested: Infinity, below: 0, above: 0 }
  const trades = []
  let order = 0 // decided at the last close: +1 buy, -1 sell
  for (let i = 1; i < closes.length; i++) {
    bot.rested += 1
    if (order !== 0) {
      trades.push({ at: i, side: order })
      fill(bot, order, closes[i - 1])
    } else if (isStopped(bot, closes[i], rules)) {
      trades.push({ at: i, side: -bot.side })
      fill(bot, -bot.side, closes[i])
    }
    order = decided(bot, closes[i], gates[i], band.mean[i], width * band.deviation[i], band.deviation[i], rules)
  }
  return trades
}

function fill(bot, order, price) {
  if (bot.side !== 0) Object.assign(bot, { side: 0, rested: 0 })
  else Object.assign(bot, { side: order, entry: price, held: 0, follows: bot.wants })
}

function isStopped(bot, close, rules) {
  const gain = bot.side * (close / bot.entry - 1)
  return bot.side !== 0 && (gain <= -rules.stop || gain >= rules.target)
}

function decided(bot, close, gate, mean, reach, deviation, rules) {
  bot.below = isUnder(close, mean - reach) ? bot.below + 1 : 0
  bot.above = isOver(close, mean + reach) ? bot.above + 1 : 0
  if (bot.side !== 0) {
    bot.held += 1
    return isDone(bot, close, mean, deviation, rules) ? -bot.side : 0
  }
  if (Math.max(bot.below, bot.above) <= rules.confirm || bot.rested < rules.cooldown) return 0
  bot.wants = (gate & FOLLOWS) !== 0
  const side = (bot.below > rules.confirm ? 1 : -1) * (bot.wants ? -1 : 1)
  return gate & (side > 0 ? MAY_BUY : MAY_SELL) ? side : 0
}

function isDone({ side, follows, held }, close, mean, deviation, rules) {
  if (held >= rules.hold) return true
  if (Number.isNaN(mean)) return false
  const level = mean + (follows ? 1 : -1) * side * rules.exit * deviation
  const isLong = side > 0
  if (follows) return !(isLong ? isOver(close, level) : isUnder(close, level))
  return !(isLong ? isUnder(close, level) : isOver(close, level))
}
