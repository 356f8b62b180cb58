import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import type {Readable, Writable} from 'node:stream'
import type {ProtocolMapping} from 'devtools-protocol/types/protocol-mapping.d.ts'
import {BrowserTrouble} from './browser-trouble.ts'

type Commands = ProtocolMapping.Commands
type Events = ProtocolMapping.Events

/** A conversation with one page, or with the browser itself, in the DevTools protocol. */
export interface Session {
  /** Rejects with {@link BrowserTrouble} when the browser is gone, and when it refuses. */
  send<C extends keyof Commands>(command: C, ...input: Commands[C]['paramsType']): Promise<Commands[C]['returnType']>
  /** Calls `listener` at each event, until the browser ends. */
  on<E extends keyof Events>(event: E, listener: (...input: Events[E]) => void): void
}

/** A browser process and the pipe to it. */
export interface DevtoolsPipe extends Session {
  readonly child: ChildProcess
  /** Opens a conversation with a target. */
  attach(targetId: string): Promise<Session>
  /** Resolves when the process has ended, with its last words. */
  readonly ended: Promise<string>
}

/** How to start the process. */
export interface Command {
  readonly program: string
  readonly flags: readonly string[]
  readonly environment: Record<string, string | undefined>
}

/**
 * Starts a browser and speaks the DevTools protocol with it over file descriptors 3 and 4 (`--remote-debugging-pipe`): JSON
 * messages, each closed by a zero byte. Puppeteer does the same, but loading it takes longer than starting the browser.
 * The pipe closes when we die, by whatever cause, and the browser ends with it.
 */
export function startDevtoolsPipe({program, flags, environment}: Command): DevtoolsPipe {
  const child = spawn(program, [...flags], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const toBrowser = child.stdio[3] as Writable
  const fromBrowser = child.stdio[4] as Readable
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((...input: unknown[]) => void)[]>()
  const ended = attendEnd(child, waiting)
  toBrowser.on('error', () => {})
  readMessages(fromBrowser, message => deliver(message, waiting, listeners))
  const session = (sessionId?: string): Session => ({
    send: (method, ...[params]) => new Promise((resolve, reject) => {
      const id = ++lastId
      if (child.exitCode !== null || child.signalCode !== null) return reject(gone())
      waiting.set(id, {resolve: resolve as (value: unknown) => void, reject, method})
      toBrowser.write(`${JSON.stringify({id, method, params, sessionId})}\0`)
    }),
    on: (event, listener) => {
      const key = `${sessionId ?? ''} ${event}`
      listeners.set(key, [...(listeners.get(key) ?? []), listener as (...input: unknown[]) => void])
    },
  })
  const browser = session()
  const attach = async (targetId: string): Promise<Session> =>
    session((await browser.send('Target.attachToTarget', {targetId, flatten: true})).sessionId)
  return {...browser, child, attach, ended}
}

let lastId = 0

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly method: string
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: {readonly message: string}
}

function gone(): BrowserTrouble {
  return new BrowserTrouble('gone', 'the browser ended without being asked to')
}

async function attendEnd(child: ChildProcess, waiting: Map<number, Waiting>): Promise<string> {
  let lastWords = ''
  child.stderr?.on('data', (words: Buffer) => (lastWords = (lastWords + words.toString()).slice(-4000)))
  const cause = await Promise.race([
    once(child, 'exit').then(([code, signal]) => `exit ${code ?? signal}`),
    once(child, 'error').then(([error]) => String(error)),
  ]).catch((error: unknown) => String(error))
  for (const {reject} of waiting.values()) reject(gone())
  waiting.clear()
  return `${cause}: ${lastWords.trim()}`
}

/** A message may come in many pieces, and a piece may hold many messages. */
function readMessages(stream: Readable, onMessage: (message: Message) => void): void {
  let pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => {
    let start = 0
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, start)) {
      pieces.push(piece.subarray(start, end))
      onMessage(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Message)
      pieces = []
      start = end + 1
    }
    if (start < piece.length) pieces.push(piece.subarray(start))
  })
  stream.on('error', () => {})
}

function deliver(message: Message, waiting: Map<number, Waiting>, listeners: Map<string, ((...input: unknown[]) => void)[]>): void {
  if (message.id === undefined) {
    for (const listener of listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? []) listener(message.params)
    return
  }
  const asked = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.error) asked?.reject(new BrowserTrouble('refused', `${asked.method}: ${message.error.message}`))
  else asked?.resolve(message.result)
}
