// Ctrl+Z and Ctrl+Y for the page: never while somebody types, where they belong to the text.

const listening = new WeakMap()

const isTyping = node =>
  node instanceof HTMLElement &&
  (node.isContentEditable || node.tagName === "TEXTAREA" || (node.tagName === "INPUT" && node.type !== "range"))

const deepest = root => {
  let node = root.activeElement
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement
  return node
}

export default function ({ parentElement, setTriggerValue }) {
  listening.get(parentElement)?.()
  const heard = event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(deepest(document))) return
    const key = event.key.toLowerCase()
    const wanted = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : undefined
    if (!wanted) return
    event.preventDefault()
    setTriggerValue(wanted, true)
  }
  document.addEventListener("keydown", heard)
  const leave = () => document.removeEventListener("keydown", heard)
  listening.set(parentElement, leave)
  return leave
}
