import { fetchRuntime, installedElectron } from './electron-runtime.ts'
import { root } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run runtime`: fetches the Electron runtime now, also after a download that failed.

try {
  const { env } = process
  const reason = installedElectron({ root, env }) === null ? await fetchRuntime({ root, env }) : null
  console.log(reason === null ? 'Đã có bộ chạy Electron.' : `Không tải được bộ chạy Electron: ${reason}.`)
  process.exitCode = reason === null ? 0 : 1
} catch (error) {
  endWithProblem(error, 'tải bộ chạy Electron')
}
