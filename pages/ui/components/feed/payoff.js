// Profit at expiry over the price: above nought filled in one colour, below in the other, a dotted line for now.

function drawn(tag, marks, text) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag)
  for (const [name, value] of Object.entries(marks)) node.setAttribute(name, value)
  if (text !== undefined) node.textContent = text
  return node
}

function payoffLines({ points, zero, now }, place) {
  const written = point => place(point).map(each => each.toFixed(1)).join(" ")
  const side = clamp => {
    const edge = points.map(([x, y]) => written([x, clamp(y, zero)]))
    return `M${written([points[0][0], zero])}L${edge.join("L")}L${written([points.at(-1)[0], zero])}Z`
  }
  return [
    drawn("path", { class: "gain", d: side(Math.max) }),
    drawn("path", { class: "loss", d: side(Math.min) }),
    drawn("path", { class: "now", d: `M${written([now, 0])}L${written([now, 1])}` }),
    drawn("path", { class: "line", d: `M${points.map(written).join("L")}` }),
  ]
}
