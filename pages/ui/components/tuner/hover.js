// What lies under the pointer, in words: a candle with its band and trades, or the fan at a time.

const MOST_MARKS = 4 // trades told of one candle
const row = (...cells) => cells

// Lines as [[text, …], …], and where the thin line stands; null where there is nothing to say.
function whatIsAt(x, scene, place) {
  const { data, band, marks } = scene
  const time = place.to.time(x)
  if (time > place.now && data.fan) return fanAt(time, data.fan, place)
  if (x > place.frame.right) return null
  const at = candleAt(data, { time_ms: time })
  const candle = place.shown.find(one => one.last >= at)
  const lines = [
    row(momentText(data.time_ms[candle.first])),
    row("open", priceText(candle.open), "close", priceText(candle.close)),
    row("low", priceText(candle.low), "high", priceText(candle.high)),
  ]
  const [lower, upper] = [band.lower[candle.last], band.upper[candle.last]]
  if (Number.isFinite(lower)) lines.push(row("band", priceText(lower), "to", priceText(upper)))
  const inside = marks.filter(mark => mark.candle >= candle.first && mark.candle <= candle.last)
  for (const mark of inside.slice(0, MOST_MARKS)) lines.push(row(wordsOf(mark)))
  return { x: place.centre(candle), lines }
}

function wordsOf(mark) {
  const name = mark.side > 0 ? "buy" : "sell"
  return mark.text === undefined ? `${name}, estimated` : `${name} at ${priceText(mark.price)}: ${mark.text}`
}

function fanAt(time, fan, place) {
  let i = fan.time_ms.findIndex(at => at >= time)
  if (i < 0) i = fan.time_ms.length - 1
  const range = (low, high) => `${priceText(low[i])} to ${priceText(high[i])}`
  return {
    x: place.to.x(fan.time_ms[i]),
    lines: [
      row(momentText(fan.time_ms[i])),
      row("median", priceText(fan.median[i])),
      row("50 %", range(fan.low_50, fan.high_50)),
      row("80 %", range(fan.low_80, fan.high_80)),
      row("95 %", range(fan.low_95, fan.high_95)),
    ],
  }
}

// Shows it while a mouse hovers or a finger rests on the chart.
function createHover(canvas, drawing, look) {
  const tip = element("div", "tip")
  tip.setAttribute("aria-hidden", "true") // the chart's own text says what matters
  tip.hidden = true
  canvas.append(tip)
  let at

  function show() {
    const found = at === undefined ? null : look(at)
    tip.hidden = !found
    drawing.point(found ? `M${short(found.x)} ${4}V${canvas.clientHeight - BELOW}` : "")
    if (!found) return
    tip.replaceChildren(
      ...found.lines.map(cells => {
        const node = element("div")
        cells.forEach((cell, i) => node.append(element(i % 2 ? "b" : "span", "", cell), " "))
        return node
      }),
    )
    const isRight = found.x > canvas.clientWidth / 2
    tip.style.left = isRight ? "" : `${found.x + 12}px`
    tip.style.right = isRight ? `${canvas.clientWidth - found.x + 12}px` : ""
  }

  const follow = event => {
    at = event.clientX - canvas.getBoundingClientRect().left
    show()
  }
  const leave = () => {
    at = undefined
    show()
  }
  canvas.onpointermove = canvas.onpointerdown = follow
  canvas.onpointerleave = canvas.onpointercancel = leave
  return { show }
}
