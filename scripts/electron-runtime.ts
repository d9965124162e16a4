import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ElectronRuntime = { readonly path: string } | { readonly path: null; readonly reason: string }

type Machine = {
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

/**
 * The Electron executable, or in Vietnamese why the window cannot be had. At a terminal a missing runtime is
 * downloaded first, for at most `downloadLimit`; elsewhere nothing is ever downloaded.
 */
export async function findElectron(machine: Machine): Promise<ElectronRuntime> {
  const obstacle = windowObstacle({ ...machine, isRoot: process.getuid?.() === 0 })
  if (obstacle !== null) return { path: null, reason: obstacle }
  const present = installedElectron(machine)
  if (present !== null) return { path: present }
  if (process.stdout.isTTY && machine.env['CI'] === undefined) await download(machine.root)
  const path = installedElectron(machine)
  return path === null ? { path, reason: 'chưa có bộ chạy Electron (tải bằng: npx install-electron)' } : { path }
}

/** Path of the runtime when it lies on disk. Unlike `require('electron')`, never starts a download. */
export function installedElectron({ root, env }: Pick<Machine, 'root' | 'env'>): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined) return existing(join(override, name ?? 'electron'))
  return name === null ? null : existing(join(folder, 'dist', name))
}

/** Why no window can open on this machine whatever is installed, or null. */
export function windowObstacle({
  env,
  platform,
  isRoot,
}: Omit<Machine, 'root'> & { readonly isRoot: boolean }): string | null {
  if (env['OCOP_HOST'] === 'browser') return 'OCOP_HOST=browser'
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'máy này không có màn hình đồ hoạ'
  // Chromium's sandbox does not run as root, and this application never runs without it.
  return isRoot ? 'Electron không chạy với quyền root' : null
}

const downloadLimit = 300_000

async function download(root: string): Promise<void> {
  console.log('Đang tải bộ chạy Electron (một lần, tối đa 5 phút; bỏ qua bằng OCOP_HOST=browser)…')
  const child = spawn(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: downloadLimit,
  })
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null
}
