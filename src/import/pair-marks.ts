/** One `**`, `__`, `*` or `_`, and what the text around it says of it. */
export interface Mark {
  /** White space or the edge of the text before, after. */
  readonly spaceBefore: boolean
  readonly spaceAfter: boolean
  /** What stands before closes a phrase, what stands after opens one (`“`, `（`): a slight hint. */
  readonly leansOpen: boolean
  readonly leansClose: boolean
}

export type Role = 'open' | 'close' | 'none'

/** Deepest emphasis of one kind within itself that is tried: clipping tools print `_a _b_ c_`. */
const deepest = 2
const cost = {against: 2, lean: 0.5, nested: 1.5, unused: 2.5}
const roles = ['open', 'close', 'none'] as const

/**
 * Gives each mark of one kind its role, so that every opening mark has its closing one and the sum of what speaks against
 * it is smallest: a mark before a word wants to open, one after a word to close. One pass, whatever the length.
 */
export function pairMarks(marks: readonly Mark[]): Role[] {
  const states = deepest + 1
  const chosen = new Uint8Array(marks.length * states)
  let costs = new Float64Array(states).fill(Infinity)
  let next = new Float64Array(states)
  costs[0] = 0
  marks.forEach((mark, index) => {
    next.fill(Infinity)
    for (let depth = 0; depth < states; depth += 1) {
      for (let role = 0; role < roles.length; role += 1) {
        const name = roles[role] as Role
        const to = name === 'open' ? depth + 1 : name === 'close' ? depth - 1 : depth
        const total = (costs[depth] as number) + costOf(mark, name, depth)
        if (to < 0 || to >= states || total >= (next[to] as number)) continue
        next[to] = total
        chosen[index * states + to] = role
      }
    }
    ;[costs, next] = [next, costs]
  })
  return walkBack(chosen, marks.length, states)
}

function costOf(mark: Mark, role: Role, depth: number): number {
  if (role === 'none') return cost.unused
  const sure = mark.spaceBefore !== mark.spaceAfter
  if (role === 'open') return (depth > 0 ? cost.nested : 0) + (sure && mark.spaceAfter ? cost.against : mark.leansClose ? cost.lean : 0)
  return sure && mark.spaceBefore ? cost.against : mark.leansOpen ? cost.lean : 0
}

/** The way that ended with nothing open, from its last mark to its first. */
function walkBack(chosen: Uint8Array, length: number, states: number): Role[] {
  const found: Role[] = []
  let depth = 0
  for (let index = length - 1; index >= 0; index -= 1) {
    const role = roles[chosen[index * states + depth] as number] as Role
    found.push(role)
    depth += role === 'open' ? -1 : role === 'close' ? 1 : 0
  }
  return found.reverse()
}
