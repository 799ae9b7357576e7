// An idea's way to its place: every step with what it adds and the place after it, in two columns of bars.

export default function ({ parentElement, data }) {
  const table = node("table", "", node("caption", "", data.alt), head(data))
  for (const block of data.blocks) {
    const body = node("tbody", "")
    const heading = node("th", "unit", block.heading)
    heading.colSpan = 5 // the sixth column is not there on a phone
    heading.scope = "rowgroup"
    body.append(node("tr", "", heading, node("td", "won")), ...block.lines.map(line))
    table.append(body)
  }
  parentElement.querySelector(".way").replaceChildren(table)
}

function head({ start, end }) {
  const ends = node("span", "ends", node("span", "", start), node("span", "", end))
  const cells = ["", "", "adds", ends, "place", "won"].map((each, at) => {
    const cell = node(each ? "th" : "td", ["", "", "number", "", "number", "number won"][at], each)
    if (each) cell.scope = "col"
    return cell
  })
  return node("thead", "", node("tr", "", ...cells))
}

function line(each) {
  const name = node("th", "name", each.label)
  name.scope = "row"
  const row = node(
    "tr", each.kind, name, node("td", "track", ...bar(each.value)), node("td", "number", each.told),
    node("td", "track", ...bar(each.place), ...dot(each.place)), node("td", "number rank", each.rank),
    node("td", `number won ${tone(each.place)}`, each.won),
  )
  if (each.tip) row.title = each.tip
  return row
}

function tone(span) {
  return !span || span[0] === span[1] ? "" : span[1] > span[0] ? "up" : "down"
}

function bar(span) {
  if (!span) return []
  const mark = node("i", `bar ${tone(span)}`)
  mark.style.left = `${100 * Math.min(...span)}%`
  mark.style.width = `${100 * Math.abs(span[1] - span[0])}%`
  return [mark]
}

function dot(span) {
  if (!span) return []
  const mark = node("i", "dot")
  mark.style.left = `${100 * span[1]}%`
  return [mark]
}

function node(tag, className, ...children) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}
