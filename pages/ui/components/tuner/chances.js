// How likely a price is to be touched within the fan: the engine's formula over the same joint paths.

const WITHIN_DAY = 1.4 // between two closes prices wander further than a Brownian bridge; see the engine's paths
const LEAST_VARIANCE = 2.2250738585072014e-308

// `moves` are log moves from the last close, one row a path, one column a day.
function preparedPaths(last, moves) {
  const variance = moves.map(path => {
    let before = 0
    let squares = 0
    for (const move of path) {
      squares += (move - before) * (move - before)
      before = move
    }
    return Math.max((WITHIN_DAY * squares) / path.length, LEAST_VARIANCE)
  })
  return { last, moves, variance }
}

// NaN where there is no level. Glasserman (2003), section 6.4.
function touchChance({ last, moves, variance }, level) {
  if (!(level > 0)) return NaN
  const aim = Math.log(level / last)
  const side = aim >= 0 ? 1 : -1
  let missed = 0
  for (let i = 0; i < moves.length; i++) {
    let short = Math.abs(aim)
    let stays = 1
    for (const move of moves[i]) {
      const left = Math.max(Math.abs(aim) - side * move, 0)
      stays *= 1 - Math.exp((-2 * short * left) / variance[i])
      short = left
    }
    missed += stays
  }
  return 1 - missed / moves.length
}
