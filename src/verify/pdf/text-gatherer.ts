/** Puts a text together from its pieces without making a string for each. */
export class TextGatherer {
  #narrow = Buffer.alloc(256)
  #wide = Buffer.alloc(512)
  #count = 0
  #highest = 0

  add(text: string): void {
    for (let at = 0; at < text.length; at++) this.addUnit(text.charCodeAt(at))
  }

  addUnit(unit: number): void {
    if (this.#count === this.#narrow.length) {
      this.#narrow = Buffer.concat([this.#narrow], 2 * this.#count)
      this.#wide = Buffer.concat([this.#wide], 4 * this.#count)
    }
    this.#narrow[this.#count] = unit
    this.#wide[2 * this.#count] = unit
    this.#wide[2 * this.#count + 1] = unit >> 8
    this.#highest |= unit
    this.#count++
  }

  /** The text so far; the next one begins. */
  take(): string {
    const text = this.#highest < 256 ? this.#narrow.toString('latin1', 0, this.#count) : this.#wide.toString('utf16le', 0, 2 * this.#count)
    this.#count = 0
    this.#highest = 0
    return text
  }
}
