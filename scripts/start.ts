import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron, type ElectronRuntime } from './electron-runtime.ts'
import { ensureBuilt } from './ensure-built.ts'
import { loadProgram, place, root } from './program.ts'

// `npm start`: the Electron window where it can be had, else the same application in the browser of this machine.

const sayBuilding = () => console.log('Đang dựng ứng dụng…')

const runtime = await findElectron({ root, env: process.env, platform: process.platform })
if (runtime.path === null) await startInBrowser(runtime.reason)
else await startInWindow(runtime)

async function startInWindow({ path }: ElectronRuntime & { readonly path: string }): Promise<void> {
  await ensureBuilt(['main', 'preload', 'renderer', 'room'], sayBuilding)
  const started = performance.now()
  const child = spawn(path, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl+C reaches the whole console group; the window closes its file and ends first.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  const hadNoTimeToOpen = performance.now() - started < 5000
  if (code === 0 || !hadNoTimeToOpen) process.exit(code ?? 1)
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  await startInBrowser(`Electron dừng ngay khi khởi động (mã ${code ?? 'không rõ'})`)
}

async function startInBrowser(reason: string): Promise<void> {
  console.log(`Không mở cửa sổ Electron: ${reason}. Chạy trong trình duyệt.`)
  const { serve } = await loadProgram('serve', sayBuilding)
  const host = await serve({ out: join(root, 'out'), ...place })
  openBrowser(host.address)
}

/** Opens the default browser where there is a screen; without one the printed address is enough. */
function openBrowser(address: string): void {
  const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  if (!hasScreen || process.env['CI'] !== undefined || process.env['OCOP_OPEN'] === '0') return
  const openCommands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
    darwin: ['open'],
  }
  const [command, ...args] = openCommands[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
