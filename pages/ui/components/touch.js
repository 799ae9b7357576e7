// Lets a finger scroll the page over a chart: Plotly would hold it. A tap still comes, as a click of the mouse.

const listening = new WeakMap()

export default function ({ parentElement }) {
  listening.get(parentElement)?.()
  const heard = event => {
    if (event.target instanceof Element && event.target.closest(".js-plotly-plot")) event.stopPropagation()
  }
  const how = { capture: true, passive: true }
  document.addEventListener("touchstart", heard, how)
  const leave = () => document.removeEventListener("touchstart", heard, how)
  listening.set(parentElement, leave)
  return leave
}
