// Where a time and a price lie on the chart, which round numbers label the axes, and how they are written.

const DAY_MS = 86400000
const LABEL_STEPS = [1, 2, 4, 7, 14, 28, 56, 91, 182, 364] // days between two labels
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

function dayText(time) {
  const at = new Date(time)
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`
}

function momentText(time) {
  const at = new Date(time)
  const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()].map(part => String(part).padStart(2, "0"))
  return `${dayText(time)} ${at.getUTCFullYear()}, ${hour}:${minute} UTC`
}

// About five digits that matter: 47,250 and 312.45 and 0.071832.
function priceText(value) {
  if (!Number.isFinite(value)) return "–"
  const decimals = value === 0 ? 0 : Math.min(Math.max(4 - Math.floor(Math.log10(Math.abs(value))), 0), 10)
  return value
    .toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .replace("-", "−")
}

function percentText(share) {
  return `${Math.round(share * 100)}\u00a0%`
}

// Round prices between `low` and `high`, at steps of 1, 2, 2.5 or 5 times a power of ten.
function priceTicks(low, high, about) {
  const raw = (high - low) / about
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * [1, 2, 2.5, 5, 10].find(lead => power * lead >= raw * 0.999)
  const ticks = []
  for (let count = Math.ceil(low / step); count <= Math.floor(high / step); count++)
    ticks.push(Number((count * step).toPrecision(10)))
  return ticks
}

function dayTicks(from, to, width) {
  const days = (to - from) / DAY_MS
  const step = LABEL_STEPS.find(each => (width / days) * each >= 50) ?? LABEL_STEPS.at(-1)
  const first = Math.ceil(from / DAY_MS)
  const ticks = []
  for (let day = first + ((step - (first % step)) % step); day * DAY_MS <= to; day += step) ticks.push(day * DAY_MS)
  return ticks
}

// `x` of a time and `y` of a price inside the frame {left, right, top, bottom}.
function scales(frame, from, to, low, high) {
  const across = (frame.right - frame.left) / (to - from)
  const up = (frame.bottom - frame.top) / (high - low)
  return {
    x: time => frame.left + (time - from) * across,
    y: price => frame.bottom - (price - low) * up,
    time: x => from + (x - frame.left) / across,
  }
}
