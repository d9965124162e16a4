import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type * as electron from 'electron'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { AppClient } from '../../../shared/api/contract.ts'
import { forkMain } from '../../helpers/electron-stand-in/fork-main.ts'
import type { record } from '../../helpers/electron-stand-in/record.ts'
import type { StandInWindow } from '../../helpers/electron-stand-in/window.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

type Module = typeof electron & { readonly record: typeof record & { readonly windows: readonly StandInWindow[] } }

type Call = { readonly name: string; readonly args: readonly unknown[] }

/** What the compiled main asked for, with what the person at it sees of a box. */
type Box = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] }

/**
 * The compiled main with a page that does nothing by itself, until the test is over.
 *
 * @param asksToStay what the page answers when its window closes
 */
export async function openMain({
  env = {},
  argv = [],
  asksToStay = () => false,
  dataFolder = ownFolder(),
}: {
  readonly env?: Readonly<Record<string, string>>
  readonly argv?: readonly string[]
  readonly asksToStay?: () => boolean
  readonly dataFolder?: string
} = {}) {
  const calls = join(ownFolder(), 'calls')
  const loaded = Promise.withResolvers<string>()
  const handlers = {
    load: (url: string) => loaded.resolve(url),
    reload: () => {},
    asksToStay,
    leave: () => {},
  }
  const main = forkMain({ dataFolder, handlers, env: { STAND_IN_CALLS: calls, ...env }, argv })
  onTestFinished(main.kill)
  const allCalls = (): readonly Call[] =>
    existsSync(calls)
      ? readFileSync(calls, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Call)
      : []
  const callsOf = (name: string) => allCalls().filter((call) => call.name === name)
  return {
    dataFolder,
    /** Runs a function in main, with the stand-in for `electron` and what it recorded. */
    evaluate: <Answer, Arg = null>(run: (module: Module, arg: Arg) => Answer, arg?: Arg): Promise<Awaited<Answer>> =>
      main.call('evaluate', run.toString(), arg ?? null),
    callsOf,
    boxes: () => callsOf('showMessageBox').map(({ args }) => args[0] as Box),
    isShown: Promise.race([loaded.promise, main.ended.then(() => Promise.reject(new Error(main.said.join('\n'))))]),
    /** What the page calls, once it is shown. */
    page: async () => connectPage(await loaded.promise),
    ended: main.ended,
    said: () => main.said.join('\n'),
    log: () => {
      const path = join(dataFolder, 'loi.log')
      return existsSync(path) ? readFileSync(path, 'utf8') : ''
    },
  }
}

/** The page's end of its port, carried as `page-shim.ts` does. */
function connectPage(url: string): AppClient {
  const { port1, port2 } = new MessageChannel()
  const asked = JSON.stringify({ channel: 'ocop:connect', url, isOpened: false })
  const socket = new WebSocket(new URL(`/stand-in/port?port=${encodeURIComponent(asked)}`, url.replace('http', 'ws')))
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => {
    port2.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array<ArrayBuffer>>) => socket.send(data))
    port2.start()
  })
  socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
    port2.postMessage(typeof data === 'string' ? data : new Uint8Array(data))
  })
  onTestFinished(() => {
    port2.close()
    socket.close()
  })
  return createORPCClient(new RPCLink({ port: port1 }))
}

export function ownFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  return folder.path
}
