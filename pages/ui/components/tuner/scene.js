// From what Python sent and where the thumbs stand to what the chart shows. No document here.

// What is worked out once, when Python's data arrive.
function prepared(data) {
  const closes = Float64Array.from(data.closes)
  return {
    data,
    closes,
    runs: runLengths(closes.length, data.run_starts),
    highs: closes.map((close, i) => close * (1 + data.ups[i] / 1e4)),
    lows: closes.map((close, i) => close * (1 - data.downs[i] / 1e4)),
    gates: Uint8Array.from(data.gates, Number),
    paths: data.fan ? preparedPaths(data.path_last, data.paths) : null,
    exact: data.trades.map(trade => ({ ...trade, side: trade.side === "buy" ? 1 : -1, candle: candleAt(data, trade) })),
    saved: Object.fromEntries(data.knobs.map(knob => [knob.name, knob.saved])),
  }
}

// The drawn candle that holds a trade's bar; several bars are one candle.
function candleAt(data, trade) {
  let low = 0
  let high = data.time_ms.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (data.time_ms[middle] <= trade.time_ms) low = middle
    else high = middle - 1
  }
  return low
}

const isSameBand = (one, other) => one.window === other.window && one.k_sigma === other.k_sigma

// The band, the chances and the trades for the thumbs' values; exact trades where Python has replayed these.
function sceneOf(ready, values) {
  const { data, closes, runs } = ready
  const moments = meanAndDeviation(closes, runs, values.window)
  const band = edgesAt(data.ends, moments, values.k_sigma)
  const isEstimate = !isSameBand(values, data.made)
  return {
    data,
    band,
    isEstimate,
    saved: savedBand(ready, values),
    touches: ready.paths ? touchesOf(ready.paths, band) : { upper: NaN, lower: NaN },
    marks: isEstimate ? guessed(ready, moments, values.k_sigma) : ready.exact,
  }
}

// The saved bot's band beside another one; null where they are the same or its bars are others.
function savedBand({ data, closes, runs, saved }, values) {
  if (!data.has_saved_band || isSameBand(saved, values)) return null
  return edgesAt(data.ends, meanAndDeviation(closes, runs, saved.window), saved.k_sigma)
}

function touchesOf(paths, band) {
  return { upper: touchChance(paths, band.upper.at(-1)), lower: touchChance(paths, band.lower.at(-1)) }
}

function guessed(ready, moments, width) {
  const { data } = ready
  if (!data.rules) return []
  const found = estimatedTrades(ready, moments, width, data.rules)
  const first = data.ends[0] - data.bars_a_candle + 1
  return found
    .filter(trade => trade.at >= first)
    .map(trade => ({ ...trade, candle: data.ends.findIndex(end => end >= trade.at) }))
}

// Lowest and highest price to show; while a thumb is held the range only grows, or everything would jump.
function rangeOf({ data, band, saved }, held) {
  let low = Infinity
  let high = -Infinity
  for (const values of [data.low, band.lower, saved?.lower ?? [], data.fan?.low_95 ?? []])
    for (const value of values) if (value < low) low = value
  for (const values of [data.high, band.upper, saved?.upper ?? [], data.fan?.high_95 ?? []])
    for (const value of values) if (value > high) high = value
  const room = 0.05 * (high - low) || 0.01 * high
  const range = [low - room, high + room]
  return held ? [Math.min(range[0], held[0]), Math.max(range[1], held[1])] : range
}
