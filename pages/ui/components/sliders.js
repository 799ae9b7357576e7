// The slider panel as a component of its own.

const panels = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  let panel = panels.get(parentElement)
  if (!panel) {
    panel = createPanel(parentElement.querySelector(".panel"))
    panels.set(parentElement, panel)
  }
  panel.receive(data, setTriggerValue)
  return () => {
    panel.leave()
    panels.delete(parentElement)
  }
}
