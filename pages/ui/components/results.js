// The result cards. Every text is set as text, never as markup.

export default function ({ parentElement, data }) {
  parentElement.querySelector(".cards").replaceChildren(...data.cards.map(card))
}

function element(tag, className, ...children) {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}

function card(result) {
  const value = element("div", "value", element("b", "", result.value))
  if (result.was) value.append(element("span", "was", result.was))
  const node = element("li", "card", element("div", "label", element("span", "", result.label), element("span", "", result.tag)), value)
  if (Number.isFinite(result.minimum) && Number.isFinite(result.maximum)) node.append(whisker(result))
  if (result.note) node.append(element("div", "note", result.note))
  return node
}

function whisker({ low, at, high, minimum, maximum, zero }) {
  const place = value => `${100 * Math.min(Math.max((value - minimum) / (maximum - minimum), 0), 1)}%`
  const node = element("div", "whisker", element("i", "axis"))
  node.setAttribute("aria-hidden", "true") // the note says the range in words
  if (Number.isFinite(zero)) {
    const tick = element("i", "zero")
    tick.style.left = place(zero)
    node.append(tick)
  }
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const range = element("i", "range")
    range.style.left = place(low)
    range.style.right = `calc(100% - ${place(high)})`
    node.append(range)
  }
  if (Number.isFinite(at)) {
    const point = element("i", "point")
    point.style.left = place(at)
    node.append(point)
  }
  return node
}
