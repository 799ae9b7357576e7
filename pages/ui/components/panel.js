// The slider panel. Numbers move here while a thumb is dragged; Python hears once, on release.
// What Python sends always wins, except over a thumb that is held and a release it has not heard yet.

const KEYBOARD_PAUSE = 200 // ms: several key presses in a row are one release
const UNANSWERED_AFTER = 3000 // ms without an answer: show what Python last said after all

function element(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text !== undefined) node.textContent = text
  return node
}

function written(value, knob) {
  const short = value.toFixed(knob.decimals)
  const text = Number(short) === value ? short : String(Number(value.toPrecision(6)))
  return text.replace("-", "−")
}

// A range counts its steps from its minimum: from a multiple of the step it meets the values that people set.
const grid = ({ low, high, step, decimals }) => ({
  min: (Math.floor(low / step + 1e-9) * step).toFixed(decimals),
  max: (Math.ceil(high / step - 1e-9) * step).toFixed(decimals),
})
const limit = value => String(value).replace("-", "−")
const share = (value, knob) => (value - knob.low) / (knob.high - knob.low)
const isSuggested = (value, knob) => value >= knob.suggested_low && value <= knob.suggested_high

// `moved` is called whenever a value may have changed, by hand or by Python.
function createPanel(root, moved = () => {}) {
  const rows = new Map() // name -> {knob, value, input, ...}
  const moving = new Set() // names that moved and are not sent yet
  let unheard = [] // what was sent and Python has not answered: {count, values} or {count, preset}
  let send, latest, shape, said, count, timer, refusal, held, keyAt

  function receive(data, trigger) {
    send = trigger
    latest = data
    count ??= data.heard
    const wanted = JSON.stringify([data.knobs.map(k => ({ ...k, value: 0, saved: 0 })), data.presets?.names])
    if (wanted !== shape) {
      shape = wanted
      said = undefined
      build(data)
    }
    if (data.sentence !== said) say((said = data.sentence)) // apart: a thumb may be held while the words change
    unheard = unheard.filter(act => act.count > data.heard)
    for (const knob of data.knobs) {
      const row = rows.get(knob.name)
      row.knob = knob
      if (knob.name !== held && !isOurs(knob.name)) row.value = knob.value
      show(row)
    }
    for (const button of root.querySelectorAll(".presets button"))
      button.setAttribute("aria-pressed", String(button.textContent === data.presets.chosen))
    announce()
  }

  function announce() {
    // Numbers that only Python can work out stand faint until it has.
    const isWaiting = [...rows.values()].some(row => row.value !== row.knob.value)
    root.querySelector(".words")?.classList.toggle("waiting", isWaiting)
    moved()
  }

  const values = () => Object.fromEntries([...rows].map(([name, row]) => [name, row.value]))

  const isOurs = name => moving.has(name) || unheard.some(act => name in (act.values ?? {}))

  function build(data) {
    const focused = root.getRootNode().activeElement?.id
    rows.clear()
    root.replaceChildren()
    if (data.presets) root.append(presets(data.presets))
    for (const knob of data.knobs) root.append(slider(knob))
    if (focused) root.querySelector(`#${CSS.escape(focused)}`)?.focus()
  }

  function presets({ names }) {
    const group = element("div", "presets")
    group.setAttribute("role", "group")
    group.setAttribute("aria-label", "Preset")
    for (const name of names) {
      const button = element("button", "", name)
      button.type = "button"
      button.onclick = () => {
        flush()
        tell({ preset: name })
      }
      group.append(button)
    }
    return group
  }

  function slider(knob) {
    const node = element("div", "slider")
    const head = element("div", "head")
    const label = element("label", "", knob.unit ? `${knob.label}, ${knob.unit}` : knob.label)
    label.htmlFor = `slider-${knob.name}`
    const numbers = element("span", "numbers")
    numbers.setAttribute("aria-hidden", "true") // the slider itself says its value
    const saved = element("span", "saved")
    const now = element("b")
    numbers.append(saved, now)
    head.append(label, numbers)

    const track = element("div", "track")
    const zone = element("i", "zone")
    zone.style.setProperty("--from", share(knob.suggested_low, knob))
    zone.style.setProperty("--to", share(knob.suggested_high, knob))
    const input = element("input")
    const { min, max } = grid(knob)
    Object.assign(input, { type: "range", id: `slider-${knob.name}`, min, max, step: knob.step })
    input.setAttribute("aria-describedby", `hint-${knob.name}`)
    track.append(element("i"), zone, input)

    const foot = element("div", "foot")
    foot.id = `hint-${knob.name}`
    const hint = element("span", "hint")
    foot.append(hint, element("span", "limits", `${limit(knob.low)} to ${limit(knob.high)}`))

    node.append(head, track, foot)
    rows.set(knob.name, { knob, value: knob.value, node, input, saved, now, hint })
    listen(knob.name, input)
    return node
  }

  function listen(name, input) {
    input.onkeydown = () => (keyAt = performance.now())
    input.onpointerdown = () => (held = name)
    input.onpointerup = input.onpointercancel = () => {
      held = undefined
      if (!isOurs(name)) receive(latest, send) // pressed without moving: take what came meanwhile
    }
    input.oninput = () => {
      const row = rows.get(name)
      const { low, high, decimals } = row.knob
      row.value = Math.min(Math.max(Number(Number(input.value).toFixed(decimals)), low), high)
      moving.add(name)
      show(row)
      announce()
    }
    input.onchange = () => {
      clearTimeout(timer)
      const isKey = performance.now() - (keyAt ?? -Infinity) < KEYBOARD_PAUSE
      timer = setTimeout(flush, isKey ? KEYBOARD_PAUSE : 0)
    }
    input.onblur = flush
  }

  function flush() {
    clearTimeout(timer)
    if (!moving.size) return
    const values = Object.fromEntries([...moving].map(name => [name, rows.get(name).value]))
    moving.clear()
    tell({ values })
  }

  function tell(act) {
    count += 1
    unheard.push({ count, ...act })
    // All that is unheard goes along: a run can be stopped by the next before it has read its message.
    send("acted", { acts: unheard })
    clearTimeout(refusal)
    refusal = setTimeout(() => {
      unheard = []
      receive(latest, send)
    }, UNANSWERED_AFTER)
  }

  function show(row) {
    const { knob, value, node, input, saved, now, hint } = row
    const text = written(value, knob)
    const isInside = isSuggested(value, knob)
    const range = `${limit(knob.suggested_low)} to ${limit(knob.suggested_high)}`
    if (Number(input.value) !== value) input.value = value
    now.textContent = text
    saved.textContent = knob.saved === value ? "" : `${written(knob.saved, knob)} → `
    hint.textContent = isInside ? `suggested ${range}` : `outside suggested ${range}`
    node.classList.toggle("outside", !isInside)
    const unit = knob.unit ? ` ${knob.unit}` : ""
    const before = knob.saved === value ? "" : `, saved ${written(knob.saved, knob)}`
    input.setAttribute("aria-valuetext", `${text}${unit}${before}${isInside ? "" : ", outside the suggested range"}`)
    for (const word of root.querySelectorAll(".words b[data-name]"))
      if (word.dataset.name === knob.name) word.textContent = text
  }

  function say(sentence) {
    root.querySelector(".words")?.remove()
    if (!sentence) return
    const node = element("div", "words")
    const line = element("div")
    for (const part of sentence.split(/(\{\w+\}|\*\*.+?\*\*)/)) {
      const name = part.match(/^\{(\w+)\}$/)?.[1]
      if (name && rows.has(name)) {
        const word = element("b")
        word.dataset.name = name
        line.append(word)
      } else if (part.startsWith("**")) line.append(element("b", "", part.slice(2, -2)))
      else line.append(part)
    }
    node.append(element("div", "heading", "In words"), line)
    root.append(node)
  }

  return { receive, values, leave: () => [timer, refusal].forEach(clearTimeout) }
}
