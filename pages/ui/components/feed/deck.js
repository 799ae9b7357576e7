// The feed's cards: drawn by name, so that one that stays keeps its place and focus; j and k walk, s, d and p act.

const decks = new WeakMap()
const KEYS = { s: "save", d: "dismiss", p: "trade", Enter: "open", o: "open" }
const DOUBLE = 300 // ms in which a second press is part of a double click
const LOOK_AFTER = 350 // ms on one card: then what it would do to the book is asked for

export default function ({ parentElement, data, setTriggerValue }) {
  let deck = decks.get(parentElement)
  if (!deck) decks.set(parentElement, (deck = createDeck(parentElement)))
  deck.receive(data, setTriggerValue)
  return () => {
    deck.leave()
    decks.delete(parentElement)
  }
}

function createDeck(root) {
  const list = root.querySelector(".cards")
  const teller = createTeller()
  const gone = new Set() // what was dismissed here and Python has not answered yet
  const flipped = new Map() // what was saved or let go here, as long
  let data, looking
  let pressed = -Infinity

  function receive(sent, trigger) {
    data = sent
    teller.receive(data, trigger)
    if (!teller.isWaiting()) {
      gone.clear()
      flipped.clear()
    }
    legend(root.querySelector(".legend"), data.parts)
    told(root.querySelector(".told"), data.told)
    draw()
    root.querySelector(".frame").dataset.heard = data.heard
  }

  function draw() {
    const focus = focused()
    const before = new Map([...list.children].map(node => [node.dataset.id, node.getBoundingClientRect().top]))
    const known = new Map([...list.children].map(node => [node.dataset.id, node]))
    const cards = data.cards.filter(card => !gone.has(card.id)).map(card => ({
      ...card, is_saved: flipped.get(card.id) ?? card.is_saved,
    }))
    const nodes = cards.map(card => {
      const old = known.get(card.id)
      return old ? redrawn(old, card, act) : cardNode(card, act)
    })
    arrange(nodes)
    mark(data.current)
    restore(focus)
    if (before.size) nodes.forEach(node => glide(node, before.get(node.dataset.id)))
  }

  // Cards that stay in their order are not touched: taking all out and in again lays every one of them out anew.
  function arrange(nodes) {
    const stays = new Set(nodes)
    for (const node of [...list.children]) if (!stays.has(node)) node.remove()
    nodes.forEach((node, at) => {
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null)
    })
  }

  function act(deed, id) {
    if (deed === "dismiss") gone.add(id)
    if (deed === "save" || deed === "unsave") flipped.set(id, deed === "save")
    if (deed === "open") writeOpened(id)
    clearTimeout(looking)
    teller.tell({ do: deed, id })
    if (deed === "dismiss" || flipped.has(id)) draw()
  }

  const current = () => list.querySelector('[aria-current="true"]') ?? list.firstElementChild

  function mark(id) {
    for (const node of list.children) {
      if (node.dataset.id === id) node.setAttribute("aria-current", "true")
      else node.removeAttribute("aria-current")
    }
  }

  function walk(step) {
    const at = root.activeElement?.closest?.(".card")
    const next = at ? (step > 0 ? at.nextElementSibling : at.previousElementSibling) : current()
    if (!next) return
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: "nearest" })
    look(next.dataset.id)
  }

  function look(id) {
    clearTimeout(looking)
    if (id === data.current) return
    looking = setTimeout(() => {
      data.current = id
      mark(id)
      teller.tell({ do: "look", id })
    }, LOOK_AFTER)
  }

  function focused() {
    const node = root.getRootNode().activeElement ?? root.activeElement
    const card = node?.closest?.(".card")
    if (!card) return undefined
    return { id: card.dataset.id, button: node === card ? "" : node.className, place: [...list.children].indexOf(card) }
  }

  // Focus stays where it was; when its card is gone, on the one that took its place.
  function restore(focus) {
    if (!focus) return
    const same = [...list.children].find(node => node.dataset.id === focus.id)
    const card = same ?? list.children[Math.min(focus.place, list.children.length - 1)]
    const inside = same && focus.button ? card.querySelector(`button.${CSS.escape(focus.button)}`) : undefined
    ;(inside ?? card)?.focus({ preventScroll: true })
    if (!same && card) look(card.dataset.id)
  }

  function heard(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(deepest(document)) || document.querySelector('[role="dialog"]')) return
    if (event.key === "j" || event.key === "k") {
      event.preventDefault()
      return walk(event.key === "j" ? 1 : -1)
    }
    const focus = deepest(document)
    const card = focus?.closest?.(".card") ?? (event.key === "Enter" ? undefined : current())
    if (!KEYS[event.key] || !card || !list.contains(card) || (event.key === "Enter" && focus !== card)) return
    event.preventDefault()
    const shown = data.cards.find(each => each.id === card.dataset.id)
    if (event.key === "p" && shown.is_held) return
    const isSaved = flipped.get(shown.id) ?? shown.is_saved
    act(event.key === "s" && isSaved ? "unsave" : KEYS[event.key], shown.id)
  }

  // The second half of a double click would let go what the first saved, or dismiss what slid into its place.
  function once(event) {
    if (!event.target.closest(".buttons")) return
    if (event.detail > 1 && event.timeStamp - pressed < DOUBLE) event.stopImmediatePropagation()
    else pressed = event.timeStamp
  }

  list.addEventListener("click", once, true)
  list.addEventListener("click", event => {
    const card = event.target.closest(".card")
    if (card && !event.target.closest("button, a")) look(card.dataset.id)
  })
  root.querySelector(".told").addEventListener("click", event => {
    if (event.target.closest("button")) act("undo", "")
  })
  document.addEventListener("keydown", heard)
  return {
    receive,
    leave: () => {
      document.removeEventListener("keydown", heard)
      clearTimeout(looking)
      teller.leave()
    },
  }
}

function legend(node, parts) {
  const text = JSON.stringify(parts)
  if (node.drawnFrom === text) return
  node.drawnFrom = text
  node.replaceChildren(
    ...parts.map(([name, most], at) => element("li", "", element("i", `part${at + 1}`), `${name} ${most}`)),
    element("li", "", "of 100 points"),
  )
}

function told(node, { text, undo }) {
  const words = JSON.stringify([text, undo])
  if (node.drawnFrom === words) return
  node.drawnFrom = words
  node.replaceChildren(element("span", "", text))
  if (undo) node.append(button(undo, "undo", undefined))
}

// A card that moved glides to its new place, so that the eye can follow what a click has changed.
function glide(node, from) {
  if (from === undefined || matchMedia("(prefers-reduced-motion: reduce)").matches) return
  const way = from - node.getBoundingClientRect().top
  if (Math.abs(way) > 1 && Math.abs(way) < 1200)
    node.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], { duration: 160, easing: "ease-out" })
}
