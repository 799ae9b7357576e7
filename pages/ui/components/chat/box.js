// Where one writes: suggestions, the message, and a fold for pasted text that is read but never obeyed.

const boxes = new WeakMap()
const isMouse = matchMedia("(pointer: fine)") // a phone would unfold its keyboard
const BUSY = "An answer is on its way. Wait for it, or stop waiting; what you wrote stays here."
const NEARLY = 0.9 // of the letters allowed: from here on they are counted

export default function ({ parentElement, data, setTriggerValue }) {
  let box = boxes.get(parentElement)
  if (!box) {
    box = createBox(parentElement)
    boxes.set(parentElement, box)
  }
  box.receive(data, setTriggerValue)
  return () => {
    box.leave()
    boxes.delete(parentElement)
  }
}

function createBox(parent) {
  const find = name => parent.querySelector(name)
  const [chips, form, words, send, fold, advise, beside, pasted, told, problem] =
    [".chips", "form", ".words", ".send", ".fold", ".advise", ".beside", ".pasted", ".told", ".problem"].map(find)
  const teller = createTeller()
  let data, shownChips, last = "", refused

  function receive(latest, trigger) {
    data = latest
    teller.receive(latest, trigger)
    words.placeholder = data.hint
    problem.textContent = data.problem
    if (!data.is_busy && told.textContent === BUSY) told.textContent = ""
    if (JSON.stringify(data.chips) !== shownChips) suggest()
    if (data.refused && data.refused.id !== refused) giveBack(data.refused)
    ready()
  }

  function suggest() {
    shownChips = JSON.stringify(data.chips)
    chips.replaceChildren(...data.chips.map(each => button(each, "chip", () => say(each, "") && isMouse.matches && words.focus())))
    chips.hidden = !data.chips.length
  }

  // What was refused comes back into the box: nothing that was written is lost.
  function giveBack({ id, words: again, pasted: besides, told: why }) {
    refused = id
    if (!words.value) words.value = again
    if (besides && !pasted.value) pasted.value = besides
    open(Boolean(pasted.value))
    told.textContent = why
    grow()
  }

  function say(text, besides) {
    if (data.is_busy) {
      told.textContent = BUSY
      return false
    }
    const id = newId()
    last = text
    told.textContent = ""
    window.dispatchEvent(new CustomEvent(SAID, { detail: { id, words: text, pasted: besides } }))
    teller.tell({ say: text, pasted: besides, id })
    return true
  }

  function submit() {
    const text = words.value.trim()
    if (!text) {
      if (pasted.value.trim()) told.textContent = "Say what you want to know about the pasted text."
      return words.focus()
    }
    if (tooLong() || !say(text, beside.hidden ? "" : pasted.value.trim())) return
    words.value = pasted.value = ""
    open(false)
    grow()
    words.focus()
  }

  function tooLong() {
    const over = [[words, data.most, "A message"], [pasted, data.most_pasted, "A pasted text"]].find(
      ([field, most]) => field.value.trim().length > most,
    )
    if (over) told.textContent = `${over[2]} may have ${over[1].toLocaleString("en-US")} characters, this has ${over[0].value.trim().length.toLocaleString("en-US")}. Shorten it.`
    return Boolean(over)
  }

  function ready() {
    send.disabled = !words.value.trim()
    const left = data.most - words.value.length
    const digits = Math.abs(left).toLocaleString("en-US")
    if (left < 0) told.textContent = `${digits} characters too long. Shorten it, or paste it to be discussed.`
    else if (words.value.length > NEARLY * data.most) told.textContent = `${digits} characters left`
  }

  function grow() {
    words.style.height = "auto"
    words.style.height = `${Math.min(words.scrollHeight, 140)}px`
    ready()
  }

  function open(wanted) {
    beside.hidden = !wanted
    fold.setAttribute("aria-expanded", String(wanted))
  }

  form.onsubmit = event => {
    event.preventDefault()
    submit()
  }
  words.oninput = () => {
    told.textContent = ""
    grow()
  }
  words.onkeydown = event => {
    if (event.isComposing) return // Enter ends a word of a script that is typed in steps
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault()
      submit()
    } else if (event.key === "ArrowUp" && !words.value && last) {
      event.preventDefault()
      words.value = last
      grow()
    } else if (event.key === "Escape") {
      if (!beside.hidden) open(false)
      else words.blur()
    }
  }
  fold.onclick = () => {
    open(beside.hidden)
    ;(beside.hidden ? words : pasted).focus()
  }
  advise.onclick = () => teller.tell({ do: "recommend", id: "" })
  pasted.onkeydown = event => {
    if (event.key !== "Escape") return
    open(false)
    words.focus()
  }

  return { receive, leave: teller.leave }
}
