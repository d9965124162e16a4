import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forgetFailure, recallFailure, rememberFailure } from './download-failure.ts'
import { progressLine } from './download-progress.ts'
import { downloadRuntime } from './download-runtime.ts'
import { readSandboxFacts, sandboxObstacle, windowObstacle, type Obstacle } from './window-obstacle.ts'

export type ElectronRuntime = { readonly path: string } | ({ readonly path: null } & Obstacle)

type Machine = {
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** As this process runs unless told. */
  readonly isRoot?: boolean
  /** The file system's root; tests name another folder. */
  readonly system?: string
}

/**
 * The Electron executable, or in Vietnamese why the window cannot be had. At a terminal a missing runtime is
 * downloaded first, once: a failure is remembered for a day. Elsewhere nothing is ever downloaded.
 *
 * @throws DownloadStopped where the person stops the download
 */
export async function findElectron(machine: Machine): Promise<ElectronRuntime> {
  const obstacle = machineObstacle(machine)
  if (obstacle !== null) return { path: null, ...obstacle }
  const present = installedElectron(machine)
  if (present !== null) return { path: present }
  if (!process.stdout.isTTY || machine.env['CI'] !== undefined) {
    return { path: null, reason: 'chưa có bộ chạy Electron', remedy: 'Tải bộ chạy bằng: npm run runtime' }
  }
  const failure = await fetchOnce(machine)
  const path = installedElectron(machine)
  if (path !== null) return { path }
  return { path, reason: failure, remedy: 'Tải lại bộ chạy bằng: npm run runtime' }
}

/** Why no window can open here whatever is installed, or null. */
export function machineObstacle({
  root,
  env,
  platform,
  isRoot = process.getuid?.() === 0,
  system = '/',
}: Machine): Obstacle | null {
  const obstacle = windowObstacle({ env, platform, isRoot })
  if (obstacle !== null || platform !== 'linux') return obstacle
  const executable = installedElectron({ root, env }) ?? join(packageFolder(root), 'dist', 'electron')
  return sandboxObstacle(executable, readSandboxFacts({ executable, system }))
}

/** Path of the runtime when it lies on disk. Unlike `require('electron')`, never starts a download. */
export function installedElectron({ root, env }: Pick<Machine, 'root' | 'env'>): string | null {
  const folder = packageFolder(root)
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined) return existing(join(override, name ?? 'electron'))
  return name === null ? null : existing(join(folder, 'dist', name))
}

/**
 * Fetches the runtime now, whatever failed before, and shows how far it is.
 *
 * @returns null, or in Vietnamese why it could not be had
 * @throws DownloadStopped
 */
export async function fetchRuntime({ root, env }: Pick<Machine, 'root' | 'env'>): Promise<string | null> {
  const folder = packageFolder(root)
  const line = progressLine(
    (text) => process.stdout.isTTY && process.stdout.write(text),
    () => performance.now(),
  )
  console.log('Đang tải bộ chạy Electron (một lần; không muốn tải: đặt OCOP_HOST=browser)…')
  try {
    const reason = await downloadRuntime({ folder, env, onProgress: line.show })
    if (reason === null) forgetFailure(folder)
    else rememberFailure({ folder, env, reason, at: new Date() })
    return reason
  } finally {
    line.end()
  }
}

async function fetchOnce(machine: Machine): Promise<string> {
  const earlier = recallFailure({ folder: packageFolder(machine.root), env: machine.env, now: new Date() })
  if (earlier !== null) {
    const at = earlier.at.toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' })
    return `lần tải bộ chạy Electron lúc ${at} không thành (${earlier.reason})`
  }
  const failure = await fetchRuntime(machine)
  return `không tải được bộ chạy Electron (${failure ?? 'bản tải về không đủ'})`
}

function packageFolder(root: string): string {
  return join(root, 'node_modules', 'electron')
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null
}
