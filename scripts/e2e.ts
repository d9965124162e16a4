import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from '../tests/helpers/find-browser.ts'
import { memoryFolder } from '../tests/helpers/memory-folder.ts'
import { installedElectron, machineObstacle } from './electron-runtime.ts'
import { ensureBuilt } from './ensure-built.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run e2e [-- playwright arguments]`: finds a browser, builds, runs the Playwright specs on every host there is.

const root = join(import.meta.dirname, '..')
const { env, platform } = process

const browser = await findBrowser().catch((error: unknown) => endWithProblem(error, 'chạy kiểm thử'))
console.log(`Trình duyệt: ${browser.path} (${browser.from})`)
const obstacle = machineObstacle({ root, env, platform })
const electron = obstacle === null ? installedElectron({ root, env }) : null
if (electron === null) {
  console.log(`Bỏ qua dự án "electron": ${obstacle?.reason ?? 'chưa có bộ chạy Electron (tải bằng: npm run runtime)'}`)
}
await ensureBuilt(['main', 'preload', 'renderer', 'room'], () => console.log('Đang dựng ứng dụng…')).catch(
  (error: unknown) => endWithProblem(error, 'chạy kiểm thử'),
)

const inMemory = memoryFolder()
const child = spawn(
  process.execPath,
  [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...env,
      ...(inMemory !== null && { TMPDIR: inMemory }),
      OCOP_BROWSER: browser.path,
      OCOP_ELECTRON: electron ?? '',
      // The application starts once a test: its scripts are compiled once a run.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    },
  },
)
child.on('exit', (code) => process.exit(code ?? 1))
