/** Gives names that are safe where they go, the same name for the same thing, and no name twice. */
export interface SafeNames {
  nameOf(wish: string): string
}

/**
 * Ids that XML takes as such, in ASCII, so that they stand in addresses as they are: letters, digits, `.`, `-` and `_`,
 * beginning with a letter. What a wish has else is written as its code points.
 */
export function safeIds(): SafeNames {
  return uniquely((wish) => {
    const id = plain(wish)
    return {stem: /^[A-Za-z]/.test(id) ? id : `id-${id}`, ending: ''}
  }, (id) => id)
}

/** Names of files that every system and every zip program takes, with their endings; two of them differ in more than capitals. */
export function safeFiles(taken: readonly string[] = []): SafeNames {
  const names = uniquely((wish) => {
    const [, stem = wish, ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,8})?$/.exec(plain(wish.replaceAll('/', '-'))) ?? []
    return {stem: stem.slice(0, 80 - ending.length), ending}
  }, (name) => name.toLowerCase())
  for (const name of taken) names.nameOf(name)
  return names
}

function plain(wish: string): string {
  return wish.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)
}

function uniquely(make: (wish: string) => {stem: string; ending: string}, fold: (name: string) => string): SafeNames {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  return {
    nameOf(wish) {
      const known = given.get(wish)
      if (known !== undefined) return known
      const {stem, ending} = make(wish)
      let name = stem + ending
      for (let count = 2; taken.has(fold(name)); count++) name = `${stem}-${count}${ending}`
      taken.add(fold(name))
      given.set(wish, name)
      return name
    },
  }
}
