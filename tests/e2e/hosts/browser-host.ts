import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pageClipboard, type AppHost, type HostOptions } from './app-host.ts'

const root = join(import.meta.dirname, '../../..')

/** The built application in the browser, over the loopback host of `npm start`. */
export async function openInBrowser({ dataFolder, newContext }: HostOptions): Promise<AppHost> {
  const host = await startHost(dataFolder)
  const context = await newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(host.address).origin })
  const page = await context.newPage()
  await page.goto(host.address)
  const stop = async () => {
    await context.close()
    await host.stop()
  }
  return { page, shell: null, clipboard: pageClipboard(page), stop, defects: () => host.defects }
}

/** `npm start` as it is, without a window, on a free port or, where it starts again, on the one of before. */
export async function startHost(
  dataFolder: string,
  { port = '0', environment = {} }: { readonly port?: string; readonly environment?: NodeJS.ProcessEnv } = {},
) {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    env: {
      ...process.env,
      OCOP_DATA: dataFolder,
      OCOP_PORT: port,
      OCOP_HOST: 'browser',
      OCOP_OPEN: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const defects: string[] = []
  createInterface(child.stderr).on('line', (line) => defects.push(line))
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  /** As when the machine loses its power. */
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0]
    if (address !== undefined) return { address, defects, stop, kill }
  }
  throw new Error(`the host ended before it printed its address\n${defects.join('\n')}`)
}
