import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { note } from './record.ts'

type Options = {
  readonly execArgv?: readonly string[]
  readonly stdio?: readonly string[]
  readonly serviceName?: string
}

/** A process of Electron's for Node's work: here Node's own, which has a port to its parent instead of a channel. */
export class StandInUtility extends EventEmitter {
  static fork(this: void, script: string, args: readonly string[] = [], options: Options = {}): StandInUtility {
    return new StandInUtility(script, args, options)
  }
  /** All that were ever forked. */
  static readonly all: StandInUtility[] = []
  /** Set by the application. */
  static isReady = (): boolean => false
  stderr: Readable | null
  #child: ChildProcess | null
  constructor(script: string, args: readonly string[], options: Options) {
    super()
    if (!StandInUtility.isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
    const [input = 'ignore', output = 'inherit', errors = 'inherit'] = options.stdio ?? []
    if (input !== 'ignore') throw new Error('stdin value other than ignore is not supported.')
    note('utilityProcess.fork', script, options)
    const flags = (options.execArgv ?? []).flatMap((given) => given.replace(/^--js-flags=/, '').split(' '))
    const child = fork(join(import.meta.dirname, 'utility-child.ts'), [script, ...args], {
      execArgv: flags,
      serialization: 'advanced',
      stdio: ['ignore', output as 'pipe', errors as 'pipe', 'ipc'],
    })
    this.#child = child
    StandInUtility.all.push(this)
    this.stderr = child.stderr
    child.on('message', (message: Told) => {
      if ('loaded' in message) (globalThis as unknown as Loaded).standInLoaded?.add(message.loaded)
      else this.emit('message', message.data)
    })
    child.on('exit', (code) => {
      this.#child = null
      try {
        this.emit('exit', code ?? 0)
      } finally {
        // What it said last and nobody heard by now is lost.
        this.stderr?.removeAllListeners()
        this.stderr = null
      }
    })
  }
  get pid(): number | undefined {
    return this.#child?.pid
  }
  postMessage(data: unknown): void {
    // To one that has ended nothing is said.
    this.#child?.send({ data } as object, () => {})
  }
  kill(): boolean {
    return this.#child?.kill('SIGTERM') ?? false
  }
}

type Told = { readonly loaded: string } | { readonly data: unknown }
type Loaded = { readonly standInLoaded?: Set<string> }
