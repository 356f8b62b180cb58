import type {Scale} from './binary-units.ts'

/**
 * Scales the lengths of `BASE`, `GDEF` or `GPOS` in place; other tables have none. False where bytes are shared between
 * a length and something else, so that none could be changed alone.
 *
 * Every length is scaled once, however many ways lead to it.
 */
export function scaleLayout(tag: string, table: DataView | undefined, scale: Scale): boolean {
  if (!table) return true
  const places = new Places(table)
  if (tag === 'BASE') findInBase(places)
  else if (tag === 'GDEF') findInDefinitions(places)
  else if (tag === 'GPOS') findInPositions(places)
  return places.scale(scale)
}

/** What is found on the way through a table. */
class Places {
  readonly table: DataView
  readonly #lengths = new Set<number>()
  readonly #others = new Set<number>()

  constructor(table: DataView) {
    this.table = table
  }

  number(at: number): number {
    return this.table.getUint16(at)
  }

  /** Starts of the tables that a list of offsets leads to, counted from `base`; those that are not there left out. */
  list(base: number, first: number, count: number, step = 2): number[] {
    return Array.from({length: count}, (_, index) => this.number(first + step * index)).filter((offset) => offset > 0).map((offset) => base + offset)
  }

  length(at: number): void {
    this.#lengths.add(at)
  }

  /** A list of glyphs or of their classes, six bytes of which could as well be an anchor. */
  other(start: number): void {
    for (let at = start; at < start + 6; at += 2) this.#others.add(at)
  }

  scale(scale: Scale): boolean {
    if ([...this.#lengths].some((at) => this.#others.has(at))) return false
    for (const at of this.#lengths) this.table.setInt16(at, scale(this.table.getInt16(at)))
    return true
  }
}

/** OpenType 1.9 §BASE. */
function findInBase(places: Places): void {
  const minMax = (at: number): void => {
    for (const coordinate of places.list(at, at, 2)) places.length(coordinate + 2)
    const count = places.number(at + 4)
    for (const shift of [4, 6]) for (const coordinate of places.list(at, at + 6 + shift, count, 8)) places.length(coordinate + 2)
  }
  for (const axis of places.list(0, 4, 2)) {
    for (const scripts of places.list(axis, axis + 2, 1)) {
      for (const script of places.list(scripts, scripts + 6, places.number(scripts), 6)) {
        for (const values of places.list(script, script, 1)) {
          for (const coordinate of places.list(values, values + 4, places.number(values + 2))) places.length(coordinate + 2)
        }
        for (const table of places.list(script, script + 2, 1)) minMax(table)
        for (const table of places.list(script, script + 10, places.number(script + 4), 6)) minMax(table)
      }
    }
  }
}

/** OpenType 1.9 §GDEF: places of the caret within ligatures. */
function findInDefinitions(places: Places): void {
  for (const carets of places.list(0, 8, 1)) {
    for (const glyph of places.list(carets, carets + 4, places.number(carets + 2))) {
      for (const caret of places.list(glyph, glyph + 2, places.number(glyph))) {
        if (places.number(caret) !== 2) places.length(caret + 2)
      }
    }
  }
}

/** OpenType 1.9 §GPOS. */
function findInPositions(places: Places): void {
  for (const lookups of places.list(0, 8, 1)) {
    for (const lookup of places.list(lookups, lookups + 2, places.number(lookups))) {
      const kind = places.number(lookup)
      for (const table of places.list(lookup, lookup + 6, places.number(lookup + 4))) {
        // An extension leads to a table farther away.
        if (kind === 9) findInLookup(places, places.number(table + 2), table + places.table.getUint32(table + 4))
        else findInLookup(places, kind, table)
      }
    }
  }
}

function findInLookup(places: Places, kind: number, at: number): void {
  // Contexts (7, 8) only lead to other lookups.
  if (kind > 6) return
  for (const glyphs of places.list(at, at + 2, 1)) places.other(glyphs)
  if (kind === 1) findInSingle(places, at)
  else if (kind === 2) findInPairs(places, at)
  else if (kind === 3) {
    for (const anchor of places.list(at, at + 6, 2 * places.number(at + 4))) findInAnchor(places, anchor)
  } else findInMarks(places, kind, at)
}

/** The four lengths of a value come first in it, those whose bits are set. */
function findInValue(places: Places, format: number, at: number): number {
  let end = at
  for (let bit = 1; bit <= format; bit *= 2) {
    if (!(format & bit)) continue
    if (bit <= 8) places.length(end)
    end += 2
  }
  return end
}

function findInSingle(places: Places, at: number): void {
  const format = places.number(at + 4)
  let end = at + 6
  const count = places.number(at) === 1 ? 1 : places.number(end)
  if (places.number(at) !== 1) end += 2
  for (let index = 0; index < count; index++) end = findInValue(places, format, end)
}

function findInPairs(places: Places, at: number): void {
  const formats = [places.number(at + 4), places.number(at + 6)] as const
  const findBoth = (start: number): number => findInValue(places, formats[1], findInValue(places, formats[0], start))
  if (places.number(at) === 1) {
    for (const set of places.list(at, at + 10, places.number(at + 8))) {
      let end = set + 2
      for (let count = places.number(set); count > 0; count--) end = findBoth(end + 2)
    }
    return
  }
  for (const classes of places.list(at, at + 8, 2)) places.other(classes)
  let end = at + 16
  for (let count = places.number(at + 12) * places.number(at + 14); count > 0; count--) end = findBoth(end)
}

function findInAnchor(places: Places, at: number): void {
  places.length(at + 2)
  places.length(at + 4)
}

/** Marks on glyphs (4), on ligatures (5) and on marks (6). */
function findInMarks(places: Places, kind: number, at: number): void {
  for (const glyphs of places.list(at, at + 4, 1)) places.other(glyphs)
  const classes = places.number(at + 6)
  for (const marks of places.list(at, at + 8, 1)) {
    for (const anchor of places.list(marks, marks + 4, places.number(marks), 4)) findInAnchor(places, anchor)
  }
  for (const bases of places.list(at, at + 10, 1)) {
    const rows = kind === 5 ? places.list(bases, bases + 2, places.number(bases)) : [bases]
    for (const row of rows) for (const anchor of places.list(row, row + 2, classes * places.number(row))) findInAnchor(places, anchor)
  }
}
