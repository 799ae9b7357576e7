// What one more idea does to a book: each number before and after, and the idea's own payoff with its prices.

const MARGIN = { left: 52, right: 6, top: 8, bottom: 18 }
const SIZE = { width: 280, height: 150 }

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".book")
  root.replaceChildren(...(data.about ? [element("p", "about", data.about)] : []), ...(data.rows.length ? [table(data.rows)] : []), ...data.notes.map(each => element("p", "note", each)))
  if (data.shape) root.append(element("p", "about", data.heading), picture(data.shape, data.alt))
}

function element(tag, className, ...children) {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}

function table(rows) {
  const body = element("tbody", "")
  for (const [label, before, after] of rows) {
    const name = element("th", "", label)
    name.scope = "row"
    const was = !before || before === after ? [] : [element("span", "was", `${before} → `)]
    body.append(element("tr", "", name, element("td", "", ...was, element("b", "", after))))
  }
  return element("table", "", body)
}

function picture(shape, alt) {
  const inner = { width: SIZE.width - MARGIN.left - MARGIN.right, height: SIZE.height - MARGIN.top - MARGIN.bottom }
  const place = ([x, y]) => [MARGIN.left + x * inner.width, MARGIN.top + (1 - y) * inner.height]
  const node = drawn("svg", { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img", "aria-label": alt })
  for (const [at, text] of shape.up) {
    const y = place([0, at])[1]
    node.append(drawn("path", { class: "rule", d: `M${MARGIN.left} ${y}H${SIZE.width - MARGIN.right}` }))
    node.append(drawn("text", { x: MARGIN.left - 5, y: y + 4, "text-anchor": "end" }, text))
  }
  node.append(...payoffLines(shape, place))
  for (const [at, text] of shape.across)
    node.append(drawn("text", { x: place([at, 0])[0], y: SIZE.height - 4, "text-anchor": "middle" }, text))
  const [x] = place([shape.now, 0])
  const isLeft = shape.now > 0.8
  const y = height(shape) > 0.5 ? SIZE.height - MARGIN.bottom - 6 : MARGIN.top + 9 // where the line is not
  const words = { x: x + (isLeft ? -4 : 4), y, "text-anchor": isLeft ? "end" : "start" }
  node.append(drawn("text", words, "now"))
  return node
}

// How high the line stands at the price now.
function height({ points, now }) {
  const after = points.findIndex(([x]) => x >= now)
  if (after < 1) return points[0][1]
  const [[x0, y0], [x1, y1]] = [points[after - 1], points[after]]
  return y0 + ((y1 - y0) * (now - x0)) / (x1 - x0 || 1)
}
