// Ideas that stand elsewhere in another list: from place to place on one scale, and because of what.

export default function ({ parentElement, data }) {
  const rows = data.rows.map(each => {
    const [before, after] = each.span
    const tone = after > before ? "up" : "down"
    const track = node("span", "track", node("i", "bar"), node("i", "dot"))
    track.setAttribute("aria-hidden", "true")
    Object.assign(track.firstChild.style, { left: `${100 * Math.min(before, after)}%`, width: `${100 * Math.abs(after - before)}%` })
    track.lastChild.style.left = `${100 * after}%`
    return node("li", tone, node("b", "", each.name), track, node("span", "places", each.places), node("span", "why", each.because))
  })
  const list = node("ol", "", ...rows)
  list.setAttribute("aria-label", data.alt)
  parentElement.querySelector(".because").replaceChildren(list)
}

function node(tag, className, ...children) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}
