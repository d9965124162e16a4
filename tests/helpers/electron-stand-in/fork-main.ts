import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { openCalls, type CallHandlers } from '../ipc-calls.ts'

const root = join(import.meta.dirname, '../../..')
const standIn = import.meta.dirname

type ForkMainInput = {
  readonly dataFolder: string
  readonly handlers: CallHandlers
  readonly env?: Readonly<Record<string, string>>
  readonly argv?: readonly string[]
}

/**
 * Starts the compiled main against the stand-in, in a process of its own.
 *
 * @param handlers what `driver` asks of whoever shows the page
 */
export function forkMain({ dataFolder, handlers, env = {}, argv = [] }: ForkMainInput) {
  const child = fork(join(standIn, 'run-window.ts'), [join(root, 'out'), ...argv], {
    execArgv: ['--import', pathToFileURL(join(standIn, 'register.ts')).href],
    env: { ...process.env, OCOP_DATA: dataFolder, STAND_IN_APP_PATH: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  if (child.stderr !== null) createInterface(child.stderr).on('line', (line) => said.push(line))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const { call } = openCalls(child, handlers)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { call, kill, ended, said: said as readonly string[] }
}
