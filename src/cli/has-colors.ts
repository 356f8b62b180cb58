import type {World} from '../model/world.ts'

/** Whether messages may be coloured: on a terminal only, and not against the wish of NO_COLOR (no-color.org). */
export function hasColors({terminal, environment}: World): boolean {
  return terminal.isErrorTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
}
