import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from '../tests/helpers/find-browser.ts'
import { installedElectron, windowObstacle } from './electron-runtime.ts'
import { ensureBuilt } from './ensure-built.ts'

// `npm run e2e [-- playwright arguments]`: finds a browser, builds, runs the Playwright specs on every host there is.

const root = join(import.meta.dirname, '..')
const { env, platform } = process

const browser = findBrowser()
console.log(`Trình duyệt: ${browser.path} (${browser.from})`)
const obstacle = windowObstacle({ env, platform, isRoot: process.getuid?.() === 0 })
const electron = obstacle === null ? installedElectron({ root, env }) : null
if (electron === null) {
  console.log(`Bỏ qua dự án "electron": ${obstacle ?? 'chưa có bộ chạy Electron (npx install-electron)'}`)
}
await ensureBuilt(['main', 'preload', 'renderer', 'room'], () => console.log('Đang dựng ứng dụng…'))

const child = spawn(
  process.execPath,
  [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...env, OCOP_BROWSER: browser.path, OCOP_ELECTRON: electron ?? '' } },
)
child.on('exit', (code) => process.exit(code ?? 1))
