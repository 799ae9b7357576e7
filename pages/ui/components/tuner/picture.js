// The chart as strings: paths and places for what the drawing sets. No document here, so that it is quick.

const MIN_PITCH = 4 // pixels a candle needs to be told from the next
const MARK = 5 // half a triangle's width

const short = value => value.toFixed(1)
const line = points => points.map(([x, y], i) => `${i ? "L" : "M"}${short(x)} ${short(y)}`).join("")
const around = (top, bottom) => (top.length ? `${line(top)}${line([...bottom].reverse()).replace("M", "L")}Z` : "")

// Fewer candles where they would run into each other, the newest always whole.
function legible(candles, pitch) {
  const each = Math.max(1, Math.ceil(MIN_PITCH / pitch))
  const found = []
  for (let end = candles.time_ms.length; end > 0; end -= each) {
    const first = Math.max(0, end - each)
    found.unshift({
      first,
      last: end - 1,
      open: candles.open[first],
      high: Math.max(...candles.high.slice(first, end)),
      low: Math.min(...candles.low.slice(first, end)),
      close: candles.close[end - 1],
    })
  }
  return { each, shown: found }
}

// Bodies and wicks of rising and falling candles, on whole pixels.
function candlePaths(shown, centre, y, pitch) {
  const half = Math.max(0.5, Math.min(4.5, Math.round(pitch * 0.3 - 0.1)))
  const paths = { upWicks: "", upBodies: "", downWicks: "", downBodies: "" }
  for (const candle of shown) {
    const x = Math.round(centre(candle)) + 0.5
    const isUp = candle.close >= candle.open
    const top = Math.round(y(Math.max(candle.open, candle.close))) + 0.5
    const bottom = Math.max(Math.round(y(Math.min(candle.open, candle.close))) + 0.5, top + 1)
    paths[isUp ? "upWicks" : "downWicks"] +=
      `M${x} ${short(y(candle.high))}V${top}M${x} ${bottom}V${short(y(candle.low))}`
    paths[isUp ? "upBodies" : "downBodies"] += `M${x - half} ${top}H${x + half}V${bottom}H${x - half}Z`
  }
  return paths
}

// Lines and filling of a band over the places where it is known.
function bandPaths(band, xs, y) {
  const known = [...xs.keys()].filter(i => Number.isFinite(band.lower[i]))
  const runs = []
  for (const i of known) {
    if (!runs.length || runs.at(-1).at(-1) !== i - 1) runs.push([])
    runs.at(-1).push(i)
  }
  const points = (values, run) => run.map(i => [xs[i], y(values[i])])
  const joined = values => runs.map(run => line(points(values, run))).join("")
  return {
    area: runs.map(run => around(points(band.upper, run), points(band.lower, run))).join(""),
    edges: joined(band.lower) + joined(band.upper),
    mean: joined(band.mean),
  }
}

// The ranges of the fan from the last close on, widest first, and its median.
function fanPaths(fan, now, last, x, y) {
  const ahead = [...fan.time_ms.keys()].filter(i => fan.time_ms[i] > now)
  const points = values => [[x(now), y(last)], ...ahead.map(i => [x(fan.time_ms[i]), y(values[i])])]
  return {
    wide: around(points(fan.high_95), points(fan.low_95)),
    middle: around(points(fan.high_80), points(fan.low_80)),
    narrow: around(points(fan.high_50), points(fan.low_50)),
    median: line(points(fan.median)),
  }
}

// Triangles under the low of a buy's candle, over the high of a sell's.
function markPath(marks, place) {
  return marks
    .map(mark => {
      const [x, y] = place(mark)
      const tall = mark.side > 0 ? MARK * 1.7 : -MARK * 1.7
      return `M${short(x)} ${short(y)}l${MARK} ${tall}h${-2 * MARK}Z`
    })
    .join("")
}
