import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BuildTarget } from '../../scripts/build.ts'
import { temporaryFolder } from './loopback.ts'
import { runtimePlace, writeChecksum } from './runtime-mirror.ts'

// The project as somebody has it who has just run `npm ci`, and its commands as that person runs them.

const root = join(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0
/** The system's user for those who own nothing. */
const nobody = 65_534
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']

export type Newcomer = {
  /** The project's folder, in a path with spaces and Vietnamese letters; `electron` is there without its runtime. */
  readonly project: string
  /** A folder of the person's own. */
  readonly home: string
  /** What is run first of all on this person's PATH. */
  readonly bin: string
  readonly runs: (command: string, options?: RunOptions) => Run
  /** Puts a script for `sh` where the runtime would lie; null takes it away. */
  readonly putRuntime: (script: string | null) => void
  /** Leaves the runtime there, but as no program. */
  readonly spoilRuntime: () => void
  /** `node_modules/electron` is the project's owner's alone again. */
  readonly takeBack: () => void
  /** The bundle must be built anew. */
  readonly makeStale: (target: BuildTarget) => void
  /** Puts a text in the place of a project's file, or where there is none. */
  readonly replace: (path: string, text: string) => void
  /** What `node_modules/electron` holds beside the package itself. */
  readonly fetched: () => readonly string[]
  /** The addresses that a browser was opened on. */
  readonly opened: () => readonly string[]
  readonly remove: () => void
}

type RunOptions = {
  /** Runs in a terminal of its own, where `type` presses keys. */
  readonly terminal?: boolean
  readonly asRoot?: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export type Run = {
  /** All that was printed so far. */
  readonly output: () => string
  /** Waits for a line that the pattern finds, and gives its first group or all of it. */
  readonly says: (pattern: RegExp) => Promise<string>
  /** Waits until the browser was opened on this address. */
  readonly opens: (address: string) => Promise<unknown>
  readonly type: (keys: string) => void
  /** Ctrl+C where there is no terminal: a signal to the whole group. */
  readonly interrupt: () => void
  /** The exit code. */
  readonly ended: Promise<number | null>
}

/** Why a newcomer cannot be played on this machine, or null. */
export function newcomerObstacle(): string | null {
  if (process.platform !== 'linux') return 'terminals and users are played with Linux programs (script, setpriv)'
  const asPerson = isRoot ? asNobody : []
  const tools = [
    ['script', '--version'],
    [...asPerson, 'npm', '--version'],
    [...asPerson, 'test', '-x', tmpdir()],
  ]
  // Not in the project's folder, where this person may not even stand.
  const missing = tools.find(([tool = '', ...args]) => spawnSync(tool, args, { cwd: tmpdir() }).status !== 0)
  return missing === undefined ? null : `this does not run here: ${missing.join(' ')}`
}

/** A copy of the project, built, that a plain user may read but not write; hard links where the disk allows. */
export function newcomer(): Newcomer {
  const { path: place, remove } = temporaryFolder()
  const [project, home, bin] = [join(place, 'Dự án của tôi'), join(place, 'nhà'), join(place, 'bin')]
  for (const folder of [project, home, bin]) mkdirSync(folder)
  chmodSync(place, 0o755)
  giveAway(home)
  const linked = readdirSync(root).filter((name) => !notLinked.has(name))
  copy({ flags: '-al', names: linked, to: project })
  // What commands write stands alone: a hard link would change the project itself.
  copy({ flags: '-a', names: ['out'], to: project })
  const electron = join(project, 'node_modules', 'electron')
  layElectron(electron)
  writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${join(home, 'opened')}'\n`, { mode: 0o755 })
  const runs: Run[] = []
  return {
    project,
    home,
    bin,
    runs: (command, options = {}) => {
      const run = start({ command, project, home, bin, ...options })
      runs.push(run)
      return run
    },
    putRuntime: (script) => {
      for (const name of ['dist', 'path.txt']) rmSync(join(electron, name), { recursive: true, force: true })
      if (script === null) return
      mkdirSync(join(electron, 'dist'))
      const executable = join(electron, 'dist', runtimePlace.executableName)
      writeFileSync(executable, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
      writeFileSync(join(electron, 'path.txt'), runtimePlace.executableName)
    },
    spoilRuntime: () => chmodSync(join(electron, 'dist', runtimePlace.executableName), 0o644),
    takeBack: () => chownSync(electron, 0, 0),
    makeStale: (target) => rmSync(join(project, 'out', `.${target}.sources`)),
    replace: (path, text) => {
      // The file may be a hard link to the project's own.
      rmSync(join(project, path), { force: true })
      writeFileSync(join(project, path), text)
    },
    fetched: () =>
      readdirSync(electron)
        .filter((name) => !packed.includes(name))
        .toSorted(),
    opened: () => openedBy(home),
    remove: () => {
      for (const run of runs) run.interrupt()
      remove()
    },
  }
}

/** The electron package without its runtime, with this archive's checksum; the plain user may write it. */
export function offerRuntime(project: string, archive: Uint8Array): void {
  const folder = join(project, 'node_modules', 'electron')
  layElectron(folder)
  writeChecksum(folder, archive)
  giveAway(folder)
}

const electronPackage = join(root, 'node_modules', 'electron')
/** What npm lays into the package's folder. */
const packed = readdirSync(electronPackage).filter(
  (name) => !['dist', 'path.txt'].includes(name) && !name.startsWith('.'),
)

function layElectron(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const name of packed) cpSync(join(electronPackage, name), join(folder, name), { recursive: true })
}

/** What a fresh clone does not hold, and what stands alone in the copy. */
const notLinked = new Set(['.git', 'out', 'dist', 'test-results'])

function copy({ flags, names, to }: { flags: '-a' | '-al'; names: readonly string[]; to: string }): void {
  const { status, stderr } = spawnSync('cp', [flags, ...names, to], { cwd: root, encoding: 'utf8' })
  if (status === 0) return
  if (flags === '-a') throw new Error(stderr)
  // Another disk takes no hard links.
  copy({ flags: '-a', names, to })
}

function giveAway(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody)
}

function start({
  command,
  project,
  home,
  bin,
  terminal = false,
  asRoot = false,
  env = {},
  cwd = project,
}: RunOptions & Pick<Newcomer, 'project' | 'home' | 'bin'> & { readonly command: string }): Run {
  const shell = terminal ? ['script', '-qec', command, '/dev/null'] : ['sh', '-c', command]
  const [program = '', ...args] = isRoot && !asRoot ? [...asNobody, ...shell] : shell
  const child = spawn(program, args, {
    cwd,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Nothing of the test's own npm or CI.
    env: {
      PATH: [bin, process.env['PATH'] ?? ''].join(delimiter),
      HOME: home,
      LANG: 'C.UTF-8',
      TERM: 'xterm',
      OCOP_PORT: '0',
      OCOP_DATA: join(home, 'dữ liệu'),
      npm_config_update_notifier: 'false',
      ...env,
    },
  })
  let output = ''
  const take = (text: string) => {
    output += text
  }
  child.stdout.setEncoding('utf8').on('data', take)
  child.stderr.setEncoding('utf8').on('data', take)
  child.stdin.on('error', () => {})
  let isOver = false
  const ended = once(child, 'close').then(([code]) => {
    isOver = true
    return code as number | null
  })
  /** What `look` finds, as soon as it finds something. */
  async function find(what: string, look: () => string | undefined): Promise<string> {
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      if (isOver) throw new Error(`ended without ${what}:\n${output}`)
      await wait(20)
    }
  }
  return {
    output: () => output,
    says: (pattern) =>
      find(String(pattern), () => {
        const found = pattern.exec(output)
        return found?.[1] ?? found?.[0]
      }),
    opens: (address) => find('opening the browser', () => openedBy(home).find((line) => line === address)),
    type: (keys) => void child.stdin.write(keys),
    interrupt: () => {
      if (!isOver && child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
    },
    ended,
  }
}

/** The addresses that the stand-in for `xdg-open` was given. */
function openedBy(home: string): readonly string[] {
  const path = join(home, 'opened')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
}
