import type {Matrix} from './matrix.ts'
import type {Rect} from './pdf-facts.ts'

/** What a path encloses, in points of the page. */
export interface Area {
  readonly rect: Rect
  /** Corners of each part, x and y in turn; none where the rectangle is all of it. */
  readonly parts: readonly (readonly number[])[]
  readonly isEvenOdd: boolean
}

/** Takes the operators of a path (ISO 32000-2 §8.5.2) and makes areas of it. Curves become eight lines. */
export class PathTracer {
  #parts: number[][] = []
  #x = 0
  #y = 0

  /** @returns whether the operator was one of a path */
  take(operator: string, operands: readonly unknown[], matrix: Matrix): boolean {
    const at = (index: number): number => (typeof operands[index] === 'number' ? operands[index] : 0)
    switch (operator) {
      case 'm': this.#begin(at(0), at(1), matrix); return true
      case 'l': this.#line(at(0), at(1), matrix); return true
      case 'c': this.#curve([at(0), at(1), at(2), at(3), at(4), at(5)], matrix); return true
      case 'v': this.#curve([this.#x, this.#y, at(0), at(1), at(2), at(3)], matrix); return true
      case 'y': this.#curve([at(0), at(1), at(2), at(3), at(2), at(3)], matrix); return true
      case 'h': return true
      case 're': {
        const [x, y, width, height] = [at(0), at(1), at(2), at(3)]
        this.#begin(x, y, matrix)
        this.#line(x + width, y, matrix)
        this.#line(x + width, y + height, matrix)
        this.#line(x, y + height, matrix)
        return true
      }
      default: return false
    }
  }

  /** What the path encloses; `undefined` for no path. */
  area(isEvenOdd: boolean): Area | undefined {
    return this.#parts.length === 0 ? undefined : areaOf(this.#parts, isEvenOdd)
  }

  /** Its lines, as wide as they are drawn. */
  lines(width: number): Area[] {
    return this.#parts.flatMap((part) => {
      const found: Area[] = []
      for (let at = 2; at < part.length; at += 2) {
        const [x, y, toX, toY] = part.slice(at - 2, at + 2) as [number, number, number, number]
        const length = Math.hypot(toX - x, toY - y) || 1
        const [acrossX, acrossY] = [(toY - y) / length * width / 2, (x - toX) / length * width / 2]
        found.push(areaOf([[x + acrossX, y + acrossY, toX + acrossX, toY + acrossY, toX - acrossX, toY - acrossY, x - acrossX, y - acrossY]], false))
      }
      return found
    })
  }

  clear(): void {
    this.#parts = []
  }

  #begin(x: number, y: number, matrix: Matrix): void {
    this.#parts.push([])
    this.#line(x, y, matrix)
  }

  #line(x: number, y: number, matrix: Matrix): void {
    this.#x = x
    this.#y = y
    const [a, b, c, d, e, f] = matrix as unknown as [number, number, number, number, number, number]
    this.#parts.at(-1)?.push(a * x + c * y + e, b * x + d * y + f)
  }

  #curve([x1, y1, x2, y2, x3, y3]: readonly [number, number, number, number, number, number], matrix: Matrix): void {
    const [x, y] = [this.#x, this.#y]
    for (let step = 1; step <= 8; step++) {
      const t = step / 8
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
      this.#line(p * x + q * x1 + r * x2 + s * x3, p * y + q * y1 + r * y2 + s * y3, matrix)
    }
  }
}

/** A rectangle as an area. */
export function boxArea(rect: Rect): Area {
  return {rect, parts: [], isEvenOdd: false}
}

function areaOf(parts: readonly (readonly number[])[], isEvenOdd: boolean): Area {
  const xs = parts.flatMap((part) => part.filter((_, index) => index % 2 === 0))
  const ys = parts.flatMap((part) => part.filter((_, index) => index % 2 === 1))
  const rect = {left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys)}
  const [only] = parts
  const isBox = parts.length === 1 && only !== undefined && only.length >= 8 && only.length <= 10
    && only.every((value, index) => (index % 2 === 0 ? near(value, rect.left) || near(value, rect.right) : near(value, rect.bottom) || near(value, rect.top)))
  return {rect, parts: isBox ? [] : parts, isEvenOdd}
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01
}

/** Whether a point lies in an area. */
export function isWithin({rect, parts, isEvenOdd}: Area, x: number, y: number): boolean {
  if (x < rect.left || x > rect.right || y < rect.bottom || y > rect.top) return false
  if (parts.length === 0) return true
  let turns = 0
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 2) {
      const [fromX, fromY] = [part[at] as number, part[at + 1] as number]
      const [toX, toY] = [part[(at + 2) % part.length] as number, part[(at + 3) % part.length] as number]
      if (fromY > y === toY > y || x >= (toX - fromX) * (y - fromY) / (toY - fromY) + fromX) continue
      turns += toY > fromY ? 1 : -1
      if (isEvenOdd) turns = Math.abs(turns) % 2
    }
  }
  return turns !== 0
}
