// The conversation: every message is set as text, never as markup. Only what differs is drawn again.

const logs = new WeakMap()
const PINNED = { id: "pinned", author: "pinned" }

export default function ({ parentElement, data, setTriggerValue }) {
  let log = logs.get(parentElement)
  if (!log) {
    log = createLog(parentElement)
    logs.set(parentElement, log)
  }
  log.receive(data, setTriggerValue)
  return () => {
    log.leave()
    logs.delete(parentElement)
  }
}

function createLog(parent) {
  const root = parent.querySelector(".log")
  const teller = createTeller()
  const drawn = new Map() // id -> {node, text}
  let data, said

  const act = what => {
    root.setAttribute("aria-busy", "true")
    teller.tell(what)
  }
  const choose = words => {
    const id = newId()
    announce({ id, words })
    act({ say: words, id })
  }

  function announce({ id, words, pasted = "" }) {
    said = { id, author: "you", text: words, pasted, choices: [] }
    draw()
  }

  function receive(latest, trigger) {
    data = latest
    teller.receive(latest, trigger)
    root.removeAttribute("aria-busy")
    if (said && (data.done.includes(said.id) || data.entries.some(entry => entry.id === said.id))) said = undefined
    parent.querySelector(".reader").textContent = data.reader
    const isOther = root.classList.contains("short") !== data.is_short
    root.classList.toggle("short", data.is_short)
    draw()
    if (isOther) root.scrollTop = root.scrollHeight
  }

  function draw() {
    const wanted = [...data.entries]
    if (said) wanted.push(said)
    if (said || data.waiting) wanted.push(waiting(data.waiting))
    const open = data.entries.findIndex(entry => entry.card?.state === "open")
    if (open >= 0 && open < wanted.length - 1) wanted.push({ ...data.entries[open], of: data.entries[open].id, ...PINNED })
    if (!wanted.length) wanted.push({ id: "empty", author: "empty" })
    for (const [id, { node }] of drawn) if (!wanted.some(entry => entry.id === id)) node.remove(), drawn.delete(id)
    let changed = false
    wanted.forEach((entry, place) => {
      changed = put(entry, place) || changed
    })
    if (changed) show(wanted.findLast(entry => entry.id !== PINNED.id).id)
  }

  const waiting = found => ({ id: "waiting", author: "waiting", text: found?.text ?? "", by: found?.by ?? "", stop: found?.id })

  function put(entry, place) {
    const text = JSON.stringify(entry)
    const before = drawn.get(entry.id)
    if (before?.text === text) return false
    if (before && entry.author === "waiting" && entry.stop === before.stop) return grow(before, entry, text)
    const node = entryNode(entry)
    const hadFocus = before?.node.contains(root.getRootNode().activeElement)
    if (before) before.node.replaceWith(node)
    else root.insertBefore(node, root.children[place] ?? null)
    drawn.set(entry.id, { node, text, stop: entry.stop })
    if (hadFocus) (node.querySelector("button") ?? root).focus({ preventScroll: true })
    return true
  }

  // What streams grows in place: a button that one is about to press must not be taken away.
  function grow(before, entry, text) {
    before.text = text
    before.node.querySelector(".text").textContent = entry.text
    return true
  }

  function entryNode(entry) {
    if (entry.author === "empty") return emptyNode()
    if (entry.author === "waiting") return waitingNode(entry)
    if (entry.author === "pinned") return pinnedNode(entry)
    const node = element("article", `entry ${entry.author}`)
    if (entry.author === "you") return ownWords(node, entry)
    node.append(element("div", "by", entry.by))
    if (entry.text) node.append(element("p", "text", entry.text))
    if (entry.notice) node.append(element("p", "notice", entry.notice))
    if (entry.card) node.append(cardNode(entry.id, entry.card, act))
    if (entry.is_unanswered) node.append(offline(entry.id))
    if (entry.choices.length) node.append(choices(entry.choices))
    return node
  }

  function ownWords(node, entry) {
    node.append(element("span", "unseen", "You: "), element("p", "text", entry.text))
    if (entry.pasted) node.append(element("p", "pasted", entry.pasted))
    if (entry.notice) node.append(element("p", "notice", entry.notice))
    if (entry.is_unanswered) node.append(offline(entry.id))
    return node
  }

  const offline = id => button("Answer offline instead", "offer", () => act({ do: "offline", id }))

  function choices(words) {
    const node = element("div", "choices")
    node.setAttribute("role", "group")
    node.setAttribute("aria-label", "Possible answers")
    node.append(...words.map(each => button(each, "chip", () => choose(each))))
    return node
  }

  function waitingNode(entry) {
    const node = element("article", "entry waiting")
    if (entry.by) node.append(element("div", "by", entry.by))
    node.append(element("p", "text", entry.text))
    node.setAttribute("aria-busy", "true") // read out when it is whole
    const dots = element("span", "dots", element("i"), element("i"), element("i"))
    dots.setAttribute("role", "img")
    dots.setAttribute("aria-label", "The answer is on its way")
    const line = element("div", "line", dots)
    if (entry.stop) line.append(button("Stop waiting", "link", () => act({ do: "stop", id: entry.stop })))
    node.append(line)
    return node
  }

  function emptyNode() {
    const node = element("article", "entry empty", element("p", "text", data.empty.text))
    const list = element("ul", "")
    for (const { words, why } of data.empty.examples)
      list.append(element("li", "", button(words, "example", () => choose(words)), element("span", "why", why)))
    node.append(list)
    return node
  }

  // What is open stays within reach while the talk goes on.
  function pinnedNode({ of, card }) {
    const node = element("section", "card pinned", element("p", "also", `Still open: ${card.summary}`), actions(of, card, act))
    node.setAttribute("aria-label", "Still open")
    return node
  }

  // The newest words in sight; of an answer that is taller than the view, the words it answers.
  function show(id) {
    const node = drawn.get(id)?.node
    if (!node) return
    const from = (node.previousElementSibling ?? node).offsetTop - root.offsetTop
    root.scrollTop = Math.min(from, root.scrollHeight)
    if (root.scrollHeight - from <= root.clientHeight) root.scrollTop = root.scrollHeight
  }

  const hear = event => announce(event.detail)
  window.addEventListener(SAID, hear)
  const leave = () => {
    window.removeEventListener(SAID, hear)
    teller.leave()
  }
  return { receive, leave }
}
