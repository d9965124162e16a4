import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron } from './electron-runtime.ts'
import { ensureBuilt } from './ensure-built.ts'
import { loadProgram, place, root } from './program.ts'
import { endWithProblem } from './say-problem.ts'
import { sayNoWindow, type Obstacle } from './window-obstacle.ts'

// `npm start`: the Electron window where it can be had, else the same application in the browser of this machine.

const sayBuilding = () => console.log('Đang dựng ứng dụng…')

try {
  const runtime = await findElectron({ root, env: process.env, platform: process.platform })
  if (runtime.path === null) await startInBrowser(runtime)
  else await startInWindow(runtime.path)
} catch (error) {
  endWithProblem(error, 'khởi động')
}

async function startInWindow(path: string): Promise<void> {
  await ensureBuilt(['main', 'preload', 'renderer', 'room'], sayBuilding)
  const started = performance.now()
  const child = spawn(path, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  let isEnding = false
  // Ctrl+C reaches the whole console group; the window closes its file and ends first.
  process.on('SIGINT', () => {
    isEnding = true
  })
  process.on('SIGTERM', () => {
    isEnding = true
    child.kill('SIGTERM')
  })
  const ended = await new Promise<Ended>((resolve) => {
    child.once('error', (error) => resolve({ code: 1, how: firstWords(error) }))
    child.once('exit', (code, signal) => resolve({ code, how: code === null ? `tín hiệu ${signal}` : `mã ${code}` }))
  })
  const hadTimeToOpen = performance.now() - started >= 5000
  if (ended.code === 0 || isEnding || hadTimeToOpen) process.exit(ended.code ?? (isEnding ? 0 : 1))
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  await startInBrowser({ reason: `Electron dừng ngay khi khởi động (${ended.how})` })
}

type Ended = { readonly code: number | null; readonly how: string }

async function startInBrowser(obstacle: Obstacle): Promise<void> {
  sayNoWindow(obstacle)
  const { serve } = await loadProgram('serve', sayBuilding)
  const host = await serve({ out: join(root, 'out'), ...place })
  openBrowser(host.address)
}

/** Opens the default browser where there is a screen; without one the printed address is enough. */
function openBrowser(address: string): void {
  const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
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

function firstWords(error: NodeJS.ErrnoException): string {
  return error.code ?? error.message
}
