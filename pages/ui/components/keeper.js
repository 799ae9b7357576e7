// A window's own moves, kept over a reload and over a restart of the server: both begin a new session.

export default function ({ data, setTriggerValue }) {
  const kept = readMoves(data.place)
  if (!data.moves && !data.is_asked && kept?.moves && kept.session !== data.session)
    setTriggerValue("brought", kept.moves)
  else writeMoves(data.place, { session: data.session, moves: data.moves })
}

function readMoves(place) {
  try {
    return JSON.parse(sessionStorage.getItem(place))
  } catch {
    return undefined // not ours, or the browser keeps nothing
  }
}

function writeMoves(place, value) {
  try {
    sessionStorage.setItem(place, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing keeps no moves: then they end with the session.
  }
}
