// Streamlit writes several addresses on the way from a list with filters to an idea. One Back is to leave all of them.

const listening = new WeakMap()
const MOST = 12 // addresses between a list and an idea: one for every filter there is

export default function ({ parentElement, data }) {
  listening.get(parentElement)?.()
  const from = readOpened(data.idea)
  let passed = 0
  const heard = event => {
    if (!from || location.href === from || (passed += 1) > MOST) return
    event.stopImmediatePropagation() // nothing to do for the page: it goes on to where the idea was opened
    history.back()
  }
  addEventListener("popstate", heard, true)
  const leave = () => removeEventListener("popstate", heard, true)
  listening.set(parentElement, leave)
  return leave
}
