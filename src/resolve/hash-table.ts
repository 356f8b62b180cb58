/** Numbers by hash, looked up for every word of a dossier: faster than a Map, since it holds nothing but integers. */
export interface HashTable {
  /** The number of a hash; -1 where it has none. */
  get(hash: number): number
}

/** A table of hashes and their numbers, none of them below 0. */
export function hashTable(entries: Iterable<readonly [hash: number, value: number]>): HashTable {
  const all = [...entries]
  const mask = (1 << Math.max(4, Math.ceil(Math.log2(all.length * 4 + 1)))) - 1
  const keys = new Int32Array(mask + 1)
  const values = new Int32Array(mask + 1).fill(-1)
  for (const [hash, value] of all) {
    let at = spread(hash) & mask
    while (values[at] !== -1 && keys[at] !== hash) at = (at + 1) & mask
    keys[at] = hash
    values[at] = value
  }
  return {
    get: (hash) => {
      let at = spread(hash) & mask
      for (let value = values[at] as number; value !== -1; value = values[at] as number) {
        if (keys[at] === hash) return value
        at = (at + 1) & mask
      }
      return -1
    },
  }
}

/** FNV leaves most of the difference in the upper bits of short words. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}
