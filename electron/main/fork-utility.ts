import type { utilityProcess } from 'electron'
import type { ForkProcess } from '../fork-process.ts'

/** Electron's own way: the packed binary runs no script that it is told by its command line. Once the application is ready. */
export function forkUtility(utility: Pick<typeof utilityProcess, 'fork'>): ForkProcess {
  return ({ script, args, megabytes, onMessage, onEnd }) => {
    const child = utility.fork(script, [...args], {
      serviceName: 'ocop-work',
      execArgv: [`--js-flags=--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let last = ''
    const note = (text: string) => (last = (last + text).slice(-mostSaid))
    child.stderr?.on('data', (piece: Buffer) => note(piece.toString()))
    child.on('error', (type, location) => note(`${type} ${location}\n`))
    child.on('message', onMessage)
    child.on('exit', (code) => onEnd(`the process ended with ${code}\n${last}`.trimEnd()))
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
      post: (message) => child.postMessage(message),
      kill: () => void child.kill(),
      // It holds nobody: an application with windows ends by its own rules.
      ref: () => {},
      unref: () => {},
    }
  }
}

/** Letters. */
const mostSaid = 4000
