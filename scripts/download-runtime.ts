import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { setGlobalProxyFromEnv } from 'node:http'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Progress } from './download-progress.ts'
import { DownloadStalled, troubleOf } from './download-trouble.ts'
import { isRunning } from '../electron/is-running.ts'

/** The person pressed Ctrl+C while the runtime was on its way; what had come is removed. */
export class DownloadStopped extends Error {}

/**
 * Fetches the runtime of the installed `electron` package with that package's own downloader, which knows mirrors
 * (`ELECTRON_MIRROR`), keeps what it fetched in a cache and compares it with the package's checksums. What
 * `node_modules/electron` shows is whole or not there: all is made in a folder beside it and moved in at the end.
 *
 * @param folder `node_modules/electron`
 * @param stallAfter milliseconds without a byte; there is no other limit
 * @returns null, or in Vietnamese why there is no runtime
 * @throws DownloadStopped
 */
export async function downloadRuntime({
  folder,
  env,
  onProgress,
  stallAfter = 60_000,
}: {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onProgress: (progress: Progress) => void
  readonly stallAfter?: number
}): Promise<string | null> {
  const proxy = proxyOf(env)
  // Node's own complaint repeats the address with its password.
  if (![proxy.http_proxy, proxy.https_proxy].every(isReadableProxy)) return unreadableProxy
  const stop = new AbortController()
  const onSignal = () => stop.abort(new DownloadStopped())
  for (const signal of endings) process.once(signal, onSignal)
  let restoreProxy = () => {}
  let temporary: string | null = null
  try {
    restoreProxy = setGlobalProxyFromEnv(proxy)
    removeLeftovers(folder)
    temporary = mkdtempSync(join(folder, `${temporaryPrefix}${process.pid}-`))
    const zip = await fetchZip({ folder, temporary, env, onProgress, stallAfter, stop })
    const unpacked = join(temporary, 'dist')
    await tools(folder).extract(zip, { dir: unpacked })
    stop.signal.throwIfAborted()
    await moveIn({ folder, unpacked })
    return null
  } catch (error) {
    if (stop.signal.reason instanceof DownloadStopped) throw stop.signal.reason
    return troubleOf(error, stallAfter)
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
    restoreProxy()
    for (const signal of endings) process.off(signal, onSignal)
  }
}

/** Where the executable lies in the runtime's folder, as the electron package writes it into `path.txt`. */
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron'

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const temporaryPrefix = '.downloading-'

async function fetchZip({
  folder,
  temporary,
  env,
  onProgress,
  stallAfter,
  stop,
}: Required<Parameters<typeof downloadRuntime>[0]> & {
  readonly temporary: string
  readonly stop: AbortController
}): Promise<string> {
  const stall = setTimeout(() => stop.abort(new DownloadStalled()), stallAfter)
  try {
    return await tools(folder).downloadArtifact({
      version: readJson<{ readonly version: string }>(join(folder, 'package.json')).version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: readJson<Readonly<Record<string, string>>>(join(folder, 'checksums.json')),
      cacheRoot: env['electron_config_cache'] ?? (isWritable(homedir()) ? undefined : join(temporary, 'cache')),
      tempDirectory: temporary,
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        getProgressCallback: (progress) => {
          stall.refresh()
          onProgress(progress)
        },
      },
    })
  } finally {
    clearTimeout(stall)
  }
}

/** What the electron package itself installs with. */
type ElectronTools = {
  readonly downloadArtifact: (options: {
    readonly version: string
    readonly artifactName: string
    readonly platform: string
    readonly arch: string
    readonly checksums: Readonly<Record<string, string>>
    readonly cacheRoot: string | undefined
    readonly tempDirectory: string
    readonly downloadOptions: {
      readonly quiet: true
      readonly signal: AbortSignal
      readonly getProgressCallback: (progress: Progress) => void
    }
  }) => Promise<string>
  readonly extract: (zip: string, options: { readonly dir: string }) => Promise<void>
}

function tools(folder: string): ElectronTools {
  const load = createRequire(join(folder, 'install.js'))
  return { ...load('@electron/get'), ...load('@electron-internal/extract-zip') }
}

/** Node's own names of the variables, from the environment or from npm's configuration. */
function proxyOf(env: Readonly<Record<string, string | undefined>>) {
  const either = (...names: readonly string[]) => names.map((name) => env[name]).find((value) => value)
  const plain = either('http_proxy', 'HTTP_PROXY', 'npm_config_proxy')
  return {
    http_proxy: plain,
    https_proxy: either('https_proxy', 'HTTPS_PROXY', 'npm_config_https_proxy') ?? plain,
    no_proxy: either('no_proxy', 'NO_PROXY', 'npm_config_noproxy'),
  }
}

const unreadableProxy = 'thiết lập proxy không đọc được: cần dạng http://máy:cổng'

function isReadableProxy(address: string | undefined): boolean {
  if (address === undefined) return true
  try {
    const { protocol, username, password } = new URL(address)
    decodeURIComponent(username + password)
    return /^(https?|socks5?):$/.test(protocol)
  } catch {
    return false
  }
}

/** Puts the whole runtime in its place; `path.txt`, which says that it is there, comes last. */
async function moveIn({ folder, unpacked }: { readonly folder: string; readonly unpacked: string }): Promise<void> {
  if (!existsSync(join(unpacked, executableName))) throw new Error(`no ${executableName} in the archive`)
  const [place, pathFile] = [join(folder, 'dist'), join(folder, 'path.txt')]
  // Another start was faster, and its window may be open.
  if (existsSync(pathFile) && existsSync(join(place, executableName))) return
  rmSync(pathFile, { force: true })
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  await renameWhenFree(unpacked, place)
  writeFileSync(join(unpacked, '..', 'path.txt'), executableName)
  renameSync(join(unpacked, '..', 'path.txt'), pathFile)
}

/** A virus scanner on Windows holds new files for a moment. */
async function renameWhenFree(from: string, to: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      return renameSync(from, to)
    } catch (error) {
      if (process.platform !== 'win32' || left === 0) throw error
      await wait(250)
    }
  }
}

/** Folders of downloads whose process was killed. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(temporaryPrefix) ? Number.parseInt(name.slice(temporaryPrefix.length)) : null
    if (owner !== null && !isRunning(owner)) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}
