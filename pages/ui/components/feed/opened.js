// Where an idea was opened from, for the way back: a window's own.

const OPENED = "toption idea opened"

function writeOpened(idea) {
  try {
    sessionStorage.setItem(OPENED, JSON.stringify({ idea, from: location.href }))
  } catch {
    // A browser that keeps nothing needs more than one Back.
  }
}

function readOpened(idea) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(OPENED))
    return kept?.idea === idea ? kept.from : undefined
  } catch {
    return undefined // not ours
  }
}
