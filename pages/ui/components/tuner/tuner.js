// The live tuner: sliders and chart in one. Everything moves with the thumb; Python hears once, on release.

const tuners = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  let tuner = tuners.get(parentElement)
  if (!tuner) {
    tuner = createTuner(parentElement)
    tuners.set(parentElement, tuner)
  }
  tuner.receive(data, setTriggerValue)
  return () => {
    tuner.leave()
    tuners.delete(parentElement)
  }
}

function createTuner(parent) {
  const canvas = parent.querySelector(".canvas")
  const drawing = createDrawing(canvas)
  const writeLegend = createLegend(parent.querySelector(".legend"))
  const panel = createPanel(parent.querySelector(".panel"), request)
  const hover = createHover(canvas, drawing, x => (place ? whatIsAt(x, scene, place) : null))
  const watcher = new ResizeObserver(request)
  let ready, scene, place, range, frame
  watcher.observe(canvas)

  function receive(data, trigger) {
    ready = prepared(data)
    panel.receive(data, trigger)
  }

  // However many moves a screen picture brings, it is drawn once.
  function request() {
    frame ??= requestAnimationFrame(paint)
  }

  function paint() {
    frame = undefined
    const size = { width: canvas.clientWidth, height: canvas.clientHeight }
    if (!ready || size.width < 100 || size.height < 100) return
    scene = sceneOf(ready, panel.values())
    range = rangeOf(scene, scene.isEstimate ? range : undefined)
    place = drawing.draw({ ...scene, range }, size)
    drawing.note(scene.isEstimate && ready.data.rules ? "hollow: estimated trades, not yet replayed" : "")
    writeLegend(ready.data, scene.saved !== null, place.bars)
    hover.show()
  }

  return { receive, leave: panel.leave }
}
