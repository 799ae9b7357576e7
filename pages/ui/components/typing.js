// Whether somebody is typing: then keys belong to the text.

const isTyping = node =>
  node instanceof HTMLElement &&
  (node.isContentEditable || node.tagName === "TEXTAREA" || (node.tagName === "INPUT" && node.type !== "range"))

const deepest = root => {
  let node = root.activeElement
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement
  return node
}
