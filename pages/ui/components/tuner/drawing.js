// The chart on the screen: elements made once, and only what differs is set again. Colours are the style sheet's.

const SVG = "http://www.w3.org/2000/svg"
const BELOW = 24 // pixels under the chart for the dates
const PATHS = [
  "grid", "area", "fan-wide", "fan-middle", "fan-narrow", "median", "saved", "mean", "edges", "carried",
  "up-wicks", "up-bodies", "down-wicks", "down-bodies", "now", "buys", "sells", "estimated-buys", "estimated-sells",
]

function shape(tag, className, parent) {
  const node = document.createElementNS(SVG, tag)
  if (className) node.setAttribute("class", className)
  parent?.append(node)
  return node
}

function put(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value)
    if (node.getAttribute(name) !== text) node.setAttribute(name, text)
  }
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text
}

function createDrawing(canvas) {
  const svg = shape("svg", "picture")
  canvas.replaceChildren(svg)
  const paths = Object.fromEntries(PATHS.map(name => [name, shape("path", name, svg)]))
  const texts = Object.fromEntries(["future", "note"].map(name => [name, shape("text", name, svg)]))
  const labels = { y: shape("g", "labels y", svg), x: shape("g", "labels x", svg) }
  const pills = { upper: pill(svg, "upper"), lower: pill(svg, "lower") }
  const tag = pill(svg, "tag")
  const cross = shape("path", "cross", svg)

  const lay = (name, path) => put(paths[name], { d: path })

  // `scene` is what to show; gives back where it lies, for the pointer.
  function draw(scene, size) {
    const { data, band, saved, range, marks, isEstimate } = scene
    const lastText = priceText(data.close.at(-1))
    const frame = { left: 2, right: size.width - 14 - 7 * lastText.length, top: 4, bottom: size.height - BELOW }
    const now = data.time_ms.at(-1) + data.candle_ms
    const end = data.fan ? data.fan.time_ms.at(-1) : now
    const to = scales(frame, data.time_ms[0], end, ...range)
    const pitch = to.x(data.candle_ms) - to.x(0)
    const { each, shown } = legible(data, pitch)
    const xs = Float64Array.from(data.time_ms, time => to.x(time + data.candle_ms / 2))
    const centre = candle => (xs[candle.first] + xs[candle.last]) / 2
    put(texts.note, { x: frame.left + 5, y: frame.bottom - 8 })
    // A picture, and with a name, from the moment on that it shows something.
    put(svg, { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": data.alt })
    drawCandles(candlePaths(shown, centre, to.y, pitch * each))
    drawBand(bandPaths(band, xs, to.y), saved && bandPaths(saved, xs, to.y))
    drawFuture(scene, frame, to, now, end)
    drawMarks(marks, isEstimate, mark => {
      const candle = shown.find(one => one.last >= mark.candle) ?? shown.at(-1)
      return [centre(candle), mark.side > 0 ? to.y(candle.low) + 7 : to.y(candle.high) - 7]
    })
    drawLabels(frame, to, range, data, lastText, end)
    return { frame, to, centre, shown, now, bars: each * data.bars_a_candle }
  }

  function drawCandles({ upWicks, upBodies, downWicks, downBodies }) {
    lay("up-wicks", upWicks)
    lay("up-bodies", upBodies)
    lay("down-wicks", downWicks)
    lay("down-bodies", downBodies)
  }

  function drawBand({ area, edges, mean }, saved) {
    lay("area", area)
    lay("edges", edges)
    lay("mean", mean)
    lay("saved", saved ? saved.edges : "")
  }

  function drawFuture({ data, band, touches }, frame, to, now, end) {
    const none = { wide: "", middle: "", narrow: "", median: "" }
    const fan = data.fan ? fanPaths(data.fan, now, data.close.at(-1), to.x, to.y) : none
    lay("fan-wide", fan.wide)
    lay("fan-middle", fan.middle)
    lay("fan-narrow", fan.narrow)
    lay("median", fan.median)
    const x = Math.round(to.x(now)) + 0.5
    lay("now", data.fan ? `M${x} ${frame.top}V${frame.bottom}` : "")
    const isNarrow = frame.right - x < 190
    put(texts.future, { x: isNarrow ? x - 5 : x + 5, y: frame.top + 11, "text-anchor": isNarrow ? "end" : "start" })
    write(texts.future, data.fan && frame.right - frame.left > 300 ? data.future : "")
    const edges = { upper: band.upper.at(-1), lower: band.lower.at(-1) }
    const ends = Object.values(edges).filter(edge => data.fan && Number.isFinite(edge))
    lay("carried", ends.map(edge => `M${short(x)} ${short(to.y(edge))}H${short(to.x(end))}`).join(""))
    for (const [name, edge] of Object.entries(edges))
      drawPill(name, edge, { chance: touches[name], words: touchWords(name, edge, data.path_last, isNarrow) }, frame, to)
  }

  function drawPill(name, edge, { chance, words }, frame, to) {
    const isKnown = Number.isFinite(edge) && Number.isFinite(chance)
    const above = name === "upper" ? -22 : 3
    const y = Math.min(Math.max(to.y(edge) + above, frame.top + 16), frame.bottom - 20)
    fillPill(pills[name], isKnown ? `${words} ${percentText(chance)}` : "", frame.right - 4, y)
  }

  function drawMarks(marks, isEstimate, place) {
    const [buys, sells] = [1, -1].map(side => markPath(marks.filter(mark => mark.side === side), place))
    lay("buys", isEstimate ? "" : buys)
    lay("sells", isEstimate ? "" : sells)
    lay("estimated-buys", isEstimate ? buys : "")
    lay("estimated-sells", isEstimate ? sells : "")
  }

  function drawLabels(frame, to, [low, high], data, lastText, end) {
    const lastY = to.y(data.close.at(-1))
    const prices = priceTicks(low, high, frame.bottom - frame.top > 320 ? 6 : 4)
    const lines = prices.map(price => Math.round(to.y(price)) + 0.5)
    lay("grid", lines.map(y => `M${frame.left} ${y}H${short(frame.right)}`).join(""))
    const room = prices.filter(price => Math.abs(to.y(price) - lastY) > 15)
    relabel(labels.y, room.map(price => [priceText(price), frame.right + 9, to.y(price) + 4, "start"]))
    const days = dayTicks(data.time_ms[0], end, frame.right - frame.left)
    const inside = days.filter(day => to.x(day) > frame.left + 16 && to.x(day) < frame.right - 10)
    relabel(labels.x, inside.map(day => [dayText(day), to.x(day), frame.bottom + 17, "middle"]))
    fillPill(tag, lastText, frame.right + 7 * lastText.length + 13, Math.round(lastY) - 9)
  }

  function point(path) {
    put(cross, { d: path })
  }

  return { svg, draw, point, note: text => write(texts.note, text) }
}

// From outside the band the nearer edge is the way back into it.
function touchWords(name, edge, last, isNarrow) {
  const isOutside = name === "upper" ? last > edge : last < edge
  if (isOutside) return isNarrow ? "back in" : "back to the band"
  return isNarrow ? name : `touches ${name} edge`
}

function relabel(group, wanted) {
  while (group.childNodes.length > wanted.length) group.lastChild.remove()
  while (group.childNodes.length < wanted.length) shape("text", "", group)
  wanted.forEach(([text, x, y, anchor], i) => {
    put(group.childNodes[i], { x: short(x), y: short(y), "text-anchor": anchor })
    write(group.childNodes[i], text)
  })
}

function pill(svg, name) {
  const group = shape("g", `pill ${name}`, svg)
  return { group, box: shape("rect", "", group), text: shape("text", "", group) }
}

// Words in a small box that ends at `right`; digits and letters of the font are about 6.1 pixels wide.
function fillPill({ group, box, text }, words, right, y) {
  put(group, { visibility: words ? "visible" : "hidden" })
  const width = Math.ceil(words.length * 6.1 + 10)
  put(box, { x: short(right - width), y: short(y), width, height: 19, rx: 4 })
  put(text, { x: short(right - width / 2), y: short(y + 13.5), "text-anchor": "middle" })
  write(text, words)
}
