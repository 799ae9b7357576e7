// Title and legend of the tuner chart: small drawings of the chart's own marks, and their names.

const SVG = "http://www.w3.org/2000/svg"
const NAMES = {
  band: "band",
  saved: "saved",
  carried: "carried on",
  fan: "50/80/95 %",
  buy: "buy",
  sell: "sell",
}

export default function ({ parentElement, data }) {
  const title = document.createElement("h3")
  title.textContent = data.title
  const marks = data.marks.map(mark => {
    const node = document.createElement("span")
    node.append(drawing(mark, data.colours), NAMES[mark])
    return node
  })
  parentElement.querySelector(".legend").replaceChildren(title, ...marks)
}

function drawing(mark, { band, fan, up, down }) {
  const shapes = {
    band: [18, ["path", { d: "M0 1H18M0 9H18", stroke: band }], ["rect", { width: 18, height: 10, fill: band, opacity: 0.15 }]],
    saved: [18, ["path", { d: "M0 1H18M0 9H18", stroke: band, "stroke-dasharray": "5 2", opacity: 0.7 }]],
    carried: [18, ["path", { d: "M0 5H18", stroke: band, "stroke-width": 1.6, "stroke-dasharray": "2 2.6" }]],
    fan: [22, ...[[22, 0.15], [15, 0.25], [8, 0.4]].map(([width, opacity]) => ["rect", { width, height: 10, fill: fan, opacity }])],
    buy: [10, ["path", { d: "M5 1L9.500 9H.5Z", fill: up }]],
    sell: [10, ["path", { d: "M5 9L9.500 1H.5Z", fill: down }]],
  }
  const [width, ...parts] = shapes[mark]
  const svg = shape(["svg", { width, height: 10, "aria-hidden": "true" }])
  svg.append(...parts.map(shape))
  return svg
}

function shape([tag, attributes]) {
  const node = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  return node
}
