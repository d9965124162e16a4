import { homedir } from 'node:os'
import { dataFolderOf } from '../electron/web-host/data-folder.ts'
import { goWhereCalled, loadProgram, place } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run register -- list.xlsx [--into file.ocop [--accept]] [--json]`: an office's list read, and taken, by the compiled program.

const { runRegisterCommand } = await loadProgram('register').catch((error: unknown) =>
  endWithProblem(error, 'đọc danh sách'),
)
goWhereCalled()
const dataFolder = dataFolderOf({ env: process.env, platform: process.platform, home: homedir() })
process.exitCode = await runRegisterCommand(process.argv.slice(2), { ...place, dataFolder })
