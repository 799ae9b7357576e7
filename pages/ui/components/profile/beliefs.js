// What is believed of a trader: each belief with its range on a scale and what it rests on; a press looks closer.

const views = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  let teller = views.get(parentElement)
  if (!teller) views.set(parentElement, (teller = createTeller()))
  teller.receive(data, setTriggerValue)
  const root = parentElement.querySelector(".groups")
  const focused = parentElement.activeElement?.dataset?.id
  const text = JSON.stringify(data.groups)
  if (root.drawnFrom !== text) {
    root.drawnFrom = text
    root.replaceChildren(...data.groups.map(each => group(each, id => teller.tell({ do: "look", id }))))
    if (focused) [...root.querySelectorAll("button")].find(each => each.dataset.id === focused)?.focus()
  }
  return () => {
    teller.leave()
    views.delete(parentElement)
  }
}

function group({ title, note, rows }, look) {
  const body = element("ul", "", ...rows.map(each => row(each, look)))
  const head = element("div", "head", element("h3", "", title), element("span", "note", note))
  return element("section", "", head, body)
}

function row(belief, look) {
  const open = button(belief.label, "label", () => look(belief.id))
  open.dataset.id = belief.id
  open.title = "What it rests on; correct it or let it be forgotten"
  const value = element("span", "value", element("b", "", belief.value))
  if (belief.mark) value.append(element("span", "mark", belief.mark))
  return element("li", "", open, track(belief), value, element("span", "range", belief.range), element("span", "events", belief.events))
}

function track({ low, at, high, tick }) {
  const node = element("span", "track")
  node.setAttribute("aria-hidden", "true") // value and range say it in words
  const share = value => `${100 * Math.min(Math.max(value, 0), 1)}%`
  if (!Number.isFinite(at)) return node
  node.append(element("i", "axis"))
  if (Number.isFinite(tick)) {
    const mark = element("i", "tick")
    mark.style.left = share(tick)
    node.append(mark)
  }
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const range = element("i", "reach")
    range.style.left = share(low)
    range.style.right = `calc(100% - ${share(high)})`
    node.append(range)
  }
  const point = element("i", "point")
  point.style.left = share(at)
  node.append(point)
  return node
}
