/**
 * A path as it is written in a source or setting, made plain: relative, forward slashes, no `.` or `..` left.
 *
 * @returns `undefined` when it names no place beneath the folder it is meant from: absolute, with a drive letter or
 * a server's name, with a backslash or a NUL, or with more `..` than folders. `''` is the folder itself.
 */
export function pathInside(path: string): string | undefined {
  if (/^[/~]|^[A-Za-z]:|[\\\0]/.test(path)) return undefined
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join('/')
}
