// The band: rolling mean and population deviation of closes. Arithmetic only, equal to the engine's to 1e-9.

// How many closes follow each other without a gap, up to and with each one; `starts` are where stretches begin.
function runLengths(count, starts) {
  const runs = new Int32Array(count)
  const begins = new Set(starts)
  for (let i = 0; i < count; i++) runs[i] = i === 0 || begins.has(i) ? 1 : runs[i - 1] + 1
  return runs
}

// Two passes over every window and no running sums, so that nothing drifts; NaN where the window spans a gap.
function meanAndDeviation(closes, runs, window) {
  const count = closes.length
  const mean = new Float64Array(count).fill(NaN)
  const deviation = new Float64Array(count).fill(NaN)
  for (let i = window - 1; i < count; i++) {
    if (runs[i] < window) continue
    let total = 0
    for (let j = i - window + 1; j <= i; j++) total += closes[j]
    const middle = total / window
    let squares = 0
    for (let j = i - window + 1; j <= i; j++) squares += (closes[j] - middle) * (closes[j] - middle)
    mean[i] = middle
    deviation[i] = Math.sqrt(squares / window)
  }
  return { mean, deviation }
}

// The band at the places `at`: mean and the edges `width` deviations around it.
function edgesAt(at, { mean, deviation }, width) {
  return {
    lower: Float64Array.from(at, i => mean[i] - width * deviation[i]),
    mean: Float64Array.from(at, i => mean[i]),
    upper: Float64Array.from(at, i => mean[i] + width * deviation[i]),
  }
}
