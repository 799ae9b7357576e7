// One idea of the feed: rank, score with its parts, what it is and why, its payoff, four numbers, three buttons.

const ICONS = {
  save: "M4 2.500h8v11l-4-3-4 3z",
  dismiss: "M4 4l8 8M12 4l-8 8",
}

function icon(name) {
  const node = drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: `icon ${name}` })
  node.append(drawn("path", { d: ICONS[name] }))
  return node
}

// The pieces of a card, and what each is drawn from; the last stands beside the others.
const PIECES = [
  [ranked, card => [card.rank, card.moved]],
  [scored, card => [card.score, card.parts, card.parts_told]],
  [described, card => [card.title, card.chip, card.terms, card.reason, card.away]],
  [payoff, card => card.shape],
  [numbers, card => card.numbers],
  [buttons, card => [card.title, card.is_saved, card.is_held]],
]

function cardNode(card, act) {
  const pieces = PIECES.map(([draw, from]) => ({ text: JSON.stringify(from(card)), node: draw(card, act) }))
  const nodes = pieces.map(piece => piece.node)
  const node = element("li", "card", element("div", "grid", ...nodes.slice(0, -1)), nodes.at(-1))
  node.dataset.id = card.id
  node.tabIndex = -1
  node.pieces = pieces
  return node
}

// Only what reads otherwise than before is drawn anew: after a click most cards have another rank and nothing else.
function redrawn(node, card, act) {
  PIECES.forEach(([draw, from], at) => {
    const text = JSON.stringify(from(card))
    if (node.pieces[at].text === text) return
    const fresh = draw(card, act)
    node.pieces[at].node.replaceWith(fresh)
    node.pieces[at] = { text, node: fresh }
  })
  return node
}

function ranked(card) {
  const node = element("div", "rank", element("span", "", element("span", "unseen", "Rank "), String(card.rank)))
  if (card.moved) node.append(element("span", "moved", card.moved))
  return node
}

function scored(card) {
  const bar = element("div", "bar")
  bar.setAttribute("role", "img")
  bar.setAttribute("aria-label", card.parts_told)
  bar.title = card.parts_told
  card.parts.forEach((points, at) => {
    const part = element("i", `part${at + 1}`)
    part.style.width = `${points}%`
    bar.append(part)
  })
  return element("div", "score", element("div", "", element("b", "", card.score), element("span", "", " of 100")), bar)
}

function described(card, act) {
  const link = element("a", "", card.title)
  link.href = `?idea=${encodeURIComponent(card.id)}`
  link.onclick = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    act("open", card.id)
  }
  const title = element("h3", "", link)
  if (card.chip) title.append(element("span", "chip", card.chip))
  const terms = element("p", "terms", card.terms)
  const reason = element("p", "reason", card.reason)
  terms.title = card.terms
  reason.title = card.reason
  const node = element("div", "text", title, terms, reason)
  if (card.away) {
    const away = element("p", "away", card.away)
    away.title = card.away
    node.append(away)
  }
  return node
}

function payoff(card) {
  const node = element("div", "payoff")
  if (!card.shape) return node
  const [width, height] = [60, 38]
  const picture = drawn("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" })
  picture.append(...payoffLines(card.shape, ([x, y]) => [x * width, (1 - y) * height]))
  node.append(picture)
  return node
}

function numbers(card) {
  const node = element("dl", "numbers")
  for (const [value, label] of card.numbers)
    node.append(element("div", "", element("dt", "", label), element("dd", "", value)))
  return node
}

function buttons(card, act) {
  const save = button("", "save", () => act(card.is_saved ? "unsave" : "save", card.id))
  save.append(icon("save"))
  save.setAttribute("aria-label", `Save ${card.title}`)
  save.setAttribute("aria-pressed", String(card.is_saved))
  save.title = card.is_saved ? "Saved; press to take it off the list" : "Save (s)"
  const dismiss = button("", "dismiss", () => act("dismiss", card.id))
  dismiss.append(icon("dismiss"))
  dismiss.setAttribute("aria-label", `Dismiss ${card.title}`)
  dismiss.title = "Dismiss (d), with undo"
  const paper = button(card.is_held ? "Held" : "Paper", "paper", () => act("trade", card.id))
  paper.disabled = card.is_held
  paper.setAttribute("aria-label", card.is_held ? `${card.title} is in your book` : `Paper trade ${card.title}`)
  paper.title = card.is_held ? "In your book, on paper" : "Paper trade (p)"
  return element("div", "buttons", save, dismiss, paper)
}
