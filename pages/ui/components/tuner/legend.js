// Title and legend: small drawings of the chart's own marks, and their names.

const MARKS = {
  saved: ["saved", 18, ["path", "saved", "M0 1H18M0 9H18"]],
  band: ["band", 18, ["path", "edges", "M0 1H18M0 9H18"], ["path", "area", "M0 0H18V10H0Z"]],
  carried: ["carried on", 18, ["path", "carried", "M0 5H18"]],
  fan: ["50/80/95 %", 22, ["path", "fan-wide", "M0 0H22V10H0Z"], ["path", "fan-middle", "M0 0H15V10H0Z"],
    ["path", "fan-narrow", "M0 0H8V10H0Z"]],
  buy: ["buy", 10, ["path", "buys", "M5 1L9.500 9H.5Z"]],
  sell: ["sell", 10, ["path", "sells", "M5 9L9.500 1H.5Z"]],
}

function createLegend(root) {
  const title = element("h3")
  const marks = Object.fromEntries(Object.entries(MARKS).map(([name, parts]) => [name, legendMark(...parts)]))
  const group = element("div", "marks") // stands beside the title whole, or below it
  group.append(...Object.values(marks))
  root.replaceChildren(title, group)
  return function describe({ title: words, fan }, isSavedShown, bars) {
    write(title, bars > 1 ? `${words}, ${bars} a candle` : words)
    marks.saved.style.visibility = isSavedShown ? "" : "hidden" // its place stays, or the chart would jump
    for (const name of ["carried", "fan"]) marks[name].hidden = !fan
  }
}

function legendMark(words, width, ...parts) {
  const svg = shape("svg")
  put(svg, { width, height: 10, viewBox: `0 0 ${width} 10`, "aria-hidden": "true" })
  for (const [tag, name, d] of parts) put(shape(tag, name, svg), { d })
  const node = element("span")
  node.append(svg, words)
  return node
}
