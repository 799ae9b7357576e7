// Ctrl+Z and Ctrl+Y for the page: never while somebody types, where they belong to the text.

const listening = new WeakMap()

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
