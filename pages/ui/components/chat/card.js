// A proposed change: its settings with the words they rest on, what it did, what speaks against it, and its buttons.

const STAYS = new Set(["refused", "kept", "unchanged"])
const SPOKEN = { refused: "not changed", unchanged: "is so already" }

function cardNode(id, card, act) {
  return card.state === "open" ? openCard(id, card, act) : foldedCard(id, card, act)
}

function openCard(id, card, act) {
  const node = element("section", "card")
  node.setAttribute("aria-label", "Proposed change")
  node.append(element("div", "rows", ...card.rows.map(settingRow)))
  if (card.also) node.append(element("p", "also", `Kept with it, moved before: ${card.also}.`))
  if (card.effect) node.append(effectTable(card.effect))
  for (const text of card.blocked) node.append(element("p", "said blocked", text))
  for (const text of card.warnings) node.append(element("p", "said warning", text))
  node.append(actions(id, card, act))
  return node
}

function settingRow(row) {
  const stays = STAYS.has(row.status)
  const numbers = element("span", "numbers")
  if (stays) numbers.append(element("span", "was", row.after))
  else numbers.append(element("span", "was", `${row.before} → `), element("b", "", row.after))
  const node = element("div", `row ${row.status}`, element("div", "line", element("span", "name", row.label), numbers))
  if (row.status !== "kept") node.append(element("div", "line", element("q", "words", row.words), ...mark(row, stays)))
  if (row.reason) node.append(element("p", "reason", row.reason))
  return node
}

function mark(row, stays) {
  if (row.track && !stays) return [track(row.track)]
  return SPOKEN[row.status] ? [element("span", "status", SPOKEN[row.status])] : []
}

function track([from, to]) {
  const node = element("span", "way")
  node.setAttribute("aria-hidden", "true")
  const [rail, moved, was, now] = ["rail", "moved", "from", "to"].map(name => element("i", name))
  moved.style.left = `${100 * Math.min(from, to)}%`
  moved.style.width = `${100 * Math.abs(to - from)}%`
  was.style.left = `${100 * from}%`
  now.style.left = `${100 * to}%`
  node.append(rail, moved, was, now)
  return node
}

function effectTable(effect) {
  const node = element("div", "effect", element("p", "period", effect.title))
  for (const row of effect.rows) {
    const line = element("div", "number", element("span", "name", row.label))
    line.append(element("span", "numbers", element("span", "was", `${row.before} → `), element("b", "", row.after)))
    line.append(element("span", "unseen", `, ${row.told}`), whisker(row))
    line.title = row.told
    node.append(line)
  }
  if (effect.sentence) node.append(element("p", "sentence", effect.sentence))
  return node
}

// The difference with its range; zero in the middle, so that what may be luck is seen to reach it.
function whisker({ low, at, high }) {
  const node = element("span", "whisker")
  node.setAttribute("aria-hidden", "true")
  if (![low, at, high].every(Number.isFinite)) return node
  const most = 1.1 * Math.max(Math.abs(low), Math.abs(high), Math.abs(at)) || 1
  const place = value => `${50 + (50 * value) / most}%`
  const [axis, zero, range, point] = ["axis", "zero", "range", "point"].map(name => element("i", name))
  range.style.left = place(low)
  range.style.right = `calc(100% - ${place(high)})`
  point.style.left = place(at)
  node.classList.toggle("sure", low > 0 || high < 0)
  node.append(axis, zero, range, point)
  return node
}

function actions(id, card, act) {
  const node = element("div", "actions")
  const usual = () => {
    const apply = button("Apply", "primary", () => (card.confirm ? ask() : act({ do: "apply", id })))
    apply.disabled = card.blocked.length > 0
    const edit = button("Edit", "plain", () => {
      act({ do: "edit", id })
      focusSlider(card.rows)
    })
    edit.title = "Take it over as your own change and move it further"
    node.replaceChildren(apply, edit, button("Discard", "quiet", () => act({ do: "discard", id })))
  }
  // A second look at a large step: the question takes the buttons' place, with the safe answer in focus.
  const ask = () => {
    const no = button("No", "plain", usual)
    const yes = button("Yes, apply", "primary", () => act({ do: "confirm", id }))
    node.replaceChildren(element("p", "ask", `A large step: ${card.confirm}. Apply it?`), yes, no)
    node.onkeydown = event => event.key === "Escape" && (usual(), node.querySelector("button").focus())
    no.focus()
  }
  usual()
  return node
}

// The first slider beside the chart that the card moves.
function focusSlider(rows) {
  const roots = [...document.querySelectorAll('[class*="st-key-tuner_"] *')].map(node => node.shadowRoot).filter(Boolean)
  const moved = rows.filter(row => !STAYS.has(row.status)).map(row => `#slider-${row.name}`)
  for (const name of moved) for (const root of roots) if (root.querySelector(name)) return root.querySelector(name).focus()
}

const WAYS = {
  applied: card => card.can_take_back && ["Take back", "back"],
  undone: () => ["Apply again", "again"],
  fits: () => ["Show", "show"],
  discarded: () => ["Show again", "show"],
  overtaken: () => ["Measure again", "show"],
}

function foldedCard(id, card, act) {
  const way = WAYS[card.state]?.(card)
  const head = element("div", "line", element("span", "told", card.told))
  if (way) head.append(button(way[0], "link", () => act({ do: way[1], id })))
  const rows = element("details", "", element("summary", "", card.summary || "nothing changes"), ...card.rows.map(settingRow))
  return element("section", `card folded ${card.state}`, head, rows)
}
