import {harbour, software, type Unquoted} from './nothing-quoted-english.ts'
import {bridge, mixed, startup} from './nothing-quoted-han.ts'

/** Every dossier in which nothing is quoted. */
export const unquoted: readonly Unquoted[] = [harbour, software, bridge, startup, mixed]
