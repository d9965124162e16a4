import { homedir } from 'node:os'
import { dataFolderOf } from '../electron/web-host/data-folder.ts'
import { goWhereCalled, loadProgram, place } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run verify -- file.ocop [--code …] [--json]`: "Kiểm chứng" by the compiled program.

const { runVerifyCommand } = await loadProgram('verify').catch((error: unknown) => endWithProblem(error, 'kiểm chứng'))
goWhereCalled()
const dataFolder = dataFolderOf({ env: process.env, platform: process.platform, home: homedir() })
process.exitCode = await runVerifyCommand(process.argv.slice(2), { ...place, dataFolder })
