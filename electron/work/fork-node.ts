import { fork } from 'node:child_process'
import type { Socket } from 'node:net'
import type { ForkProcess } from '../fork-process.ts'

/** A process of Node, by the program that this one runs in. */
export const forkNode: ForkProcess = ({ script, args, megabytes, onMessage, onEnd }) => {
  const child = fork(script, args, {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const said = child.stderr as Socket
  let last = ''
  said.setEncoding('utf8').on('data', (text: string) => (last = (last + text).slice(-mostSaid)))
  child.on('message', onMessage)
  child.on('error', ({ message }) => (last += message))
  child.on('close', (code, signal) => onEnd(`the process ended with ${signal ?? code}\n${last}`.trimEnd()))
  const each = [child, said, child.channel]
  return {
    post: (message) => void child.send(message as object, () => {}),
    kill: () => void child.kill('SIGKILL'),
    ref: () => each.forEach((one) => one?.ref()),
    unref: () => each.forEach((one) => one?.unref()),
  }
}

/** Letters: what an error that nobody caught prints, or a lack of memory. */
const mostSaid = 4000
