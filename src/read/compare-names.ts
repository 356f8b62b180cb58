/**
 * Order of files in a dossier: numbers in names by their value (`2` before `10`), everything else by code units, so
 * that it is the same on every machine and in every locale.
 */
export function compareNames(a: string, b: string): number {
  const partsA = a.match(/\d+|\D+/g) ?? []
  const partsB = b.match(/\d+|\D+/g) ?? []
  for (let index = 0; index < Math.min(partsA.length, partsB.length); index++) {
    const difference = compareParts(partsA[index] ?? '', partsB[index] ?? '')
    if (difference !== 0) return difference
  }
  return partsA.length - partsB.length || compareText(a, b)
}

function compareParts(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareText(a, b)
  // As text without leading zeros, so that no number is too long.
  const [plainA, plainB] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return plainA.length - plainB.length || compareText(plainA, plainB)
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
