// The visitor's role beside the menu. The window remembers it over a reload; another window has its own.

const KEY = "toption-role"
const asked = new WeakSet()
// Whoever follows a link to a role means that role; a reload keeps what was chosen after it.
const wanted = new URLSearchParams(location.search).get("as")
let isFollowed = performance.getEntriesByType("navigation")[0]?.type === "navigate" && wanted !== null

export default function ({ parentElement, data, setTriggerValue }) {
  const mark = parentElement.querySelector(".mark")
  const select = mark.querySelector("select") ?? made(mark, data.roles)
  select.onchange = () => {
    sessionStorage.setItem(KEY, select.value)
    setTriggerValue("chosen", select.value)
  }
  const kept = isFollowed && wanted === data.role ? null : sessionStorage.getItem(KEY)
  isFollowed = false
  // Once after a reload: from then on Python knows, and what it says counts.
  if (!asked.has(parentElement) && kept && kept !== data.role && data.roles.some(([name]) => name === kept)) {
    asked.add(parentElement)
    select.value = kept
    setTriggerValue("chosen", kept)
    return
  }
  asked.add(parentElement)
  sessionStorage.setItem(KEY, data.role)
  select.value = data.role
  mark.dataset.role = data.role
}

function made(mark, roles) {
  const select = document.createElement("select")
  select.setAttribute("aria-label", "Your role")
  for (const [name, label] of roles) {
    const option = document.createElement("option")
    option.value = name
    option.textContent = label
    select.append(option)
  }
  mark.append(select)
  return select
}
