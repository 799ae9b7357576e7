// What both parts of the conversation share: elements, ids, and acts that Python is told until it has heard them.

const TOLD_AGAIN = 2500 // ms without an answer
const SAID = "toption-said" // the box tells the log, so that words stand there at once

function element(tag, className, ...children) {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}

function button(text, className, act) {
  const node = element("button", className, text)
  node.type = "button"
  node.onclick = act
  return node
}

const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("")

// A run can be stopped by the next before it has read its message: all that is unheard goes along, and goes again.
function createTeller() {
  let send, count, timer
  let unheard = []

  function receive(data, trigger) {
    send = trigger
    count = Math.max(count ?? 0, data.heard)
    unheard = unheard.filter(act => act.count > data.heard)
    if (!unheard.length) clearTimeout(timer)
  }

  function tell(act) {
    count += 1
    unheard.push({ count, ...act })
    repeat()
  }

  function repeat() {
    clearTimeout(timer)
    send("acted", { acts: unheard })
    timer = setTimeout(() => unheard.length && repeat(), TOLD_AGAIN)
  }

  return { receive, tell, isWaiting: () => unheard.length > 0, leave: () => clearTimeout(timer) }
}
