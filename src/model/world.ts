/**
 * Everything outside the program: disk, clock, environment, terminal. Whoever needs one of them is given a World;
 * nothing below `world.ts` reaches for them itself. Nothing here throws for what a user's disk may do: the answer
 * says what went wrong.
 */
export interface World {
  readonly disk: Disk
  readonly terminal: Terminal
  /** Variables as the program was started with. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths of the command line are meant from; absolute. */
  readonly currentFolder: string
  /** The folder of this package, with its `templates/`, `styles/` and `package.json`; absolute. */
  readonly packageFolder: string
  /**
   * A folder that outlives the run, for what is costly to make again; absolute, and there once asked for.
   * `$DOSSIER_CACHE`, else `$XDG_CACHE_HOME/dossier`, else `~/.cache/dossier`, else beneath the temporary folder.
   */
  readonly cacheFolder: () => Promise<string>
  /** A new empty folder that is gone when the run ends; after a killed run, when the next one begins. */
  readonly temporaryFolder: () => Promise<string>
  /** Starts a second thread of the program, for work that can be shared; `undefined` where there is none. */
  readonly startThread?: () => SecondThread
  /** Told that nothing is to be done for a while, so that memory can be given back. */
  readonly restSoon?: () => void
  /** Milliseconds that only ever rise; for progress and the time taken, never for what is printed in a dossier. */
  readonly elapsedMs: () => number
}

/** A thread beside the first. */
export interface SecondThread {
  /** Does one task of `thread-tasks.ts` with plain data, after those before it. Rejects only for our own bugs. */
  run(task: string, input: unknown): Promise<unknown>
  end(): Promise<void>
}

/** A disk, seen from a folder that nothing read may leave. Paths inside it are relative, with forward slashes. */
export interface Disk {
  /**
   * The whole content of `path` within `folder`. Never follows a way out of `folder` (`..`, absolute paths, links),
   * never opens what is no plain file, and reads nothing of a file larger than `limitBytes`.
   */
  readonly read: (folder: string, path: string, limitBytes: number) => Promise<Read>
  /**
   * Names in `path` (`''` for the folder itself), in code-unit order; links are told apart by what they lead to
   * inside `folder`.
   */
  readonly list: (folder: string, path: string) => Promise<Listed>
  /** What stands at an absolute path. */
  readonly kindOf: (absolute: string) => Promise<EntryKind>
  /**
   * Writes files into `folder`, making it and folders within as needed, all or none. All are written in one place within it,
   * flushed, and moved when all are there; after a failure the old ones stand, and after a kill {@link Disk.finish} gives
   * all old or all new ones. Two that write into one folder do so in turn.
   *
   * @param stale files within `folder` that go when the others have come, with folders that are empty then; asked for when
   * nobody else writes there. Default: none
   */
  readonly write: (folder: string, files: readonly FileContent[], stale?: () => Promise<readonly string[]>) => Promise<Written>
  /**
   * Finishes what a killed run began to write in `folder`: the files it had decided on are moved into place, whatever else it
   * left is removed. Waits for a run that writes there now. Nothing is touched where nothing was left. Refused where it cannot be finished.
   */
  readonly finish: (folder: string) => Promise<Finished>
}

/** What an entry is. `other`: a pipe, a device, a socket. `outside`: a link that leads out of the folder, or nowhere. */
export type EntryKind = 'file' | 'folder' | 'other' | 'outside' | 'missing'

export interface Entry {
  readonly name: string
  readonly kind: EntryKind
}

export interface FileContent {
  /** Relative to the folder written to, with forward slashes. */
  readonly path: string
  readonly content: Uint8Array | string
}

/** Why a file or folder could not be read or written. */
export type Refusal =
  | 'missing'
  /** `..`, an absolute path, or a link that leads out. */
  | 'outside'
  /** A folder, pipe, device or socket where a file was expected, or a file where a folder was. */
  | 'wrong-kind'
  | 'too-large'
  | 'forbidden'
  | 'disk-full'
  | 'read-only'
  /** Some files are new and some old: they could neither be moved nor taken back; {@link Disk.finish} moves the rest. */
  | 'unfinished'
  /** Another run writes there. */
  | 'busy'
  /** Anything else the system said. */
  | 'failed'

export interface Refused {
  readonly ok: false
  readonly why: Refusal
  /** What stands in the way, in words: a size, a kind of file, the system's own code. */
  readonly says: string
}

export type Read = {readonly ok: true; readonly bytes: Uint8Array} | Refused
export type Listed = {readonly ok: true; readonly entries: readonly Entry[]} | Refused
export type Finished = {readonly ok: true} | Refused
export type Written =
  | {readonly ok: true; readonly files: readonly {readonly path: string; readonly bytes: number}[]}
  | (Refused & {/** The file that could not be written, as it was given. */ readonly path: string})

export interface Terminal {
  /** Results. */
  readonly write: (text: string) => void
  /** Messages, progress and summary. */
  readonly writeError: (text: string) => void
  /** Whether results, and whether messages, go to a person's terminal. */
  readonly isTerminal: boolean
  readonly isErrorTerminal: boolean
}
