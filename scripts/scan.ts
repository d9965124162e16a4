import { goWhereCalled, loadProgram, place } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run scan -- workbook.xlsx pages… --json`: scanned ballots read against a session, by the compiled program.

const { runScanCommand } = await loadProgram('scan').catch((error: unknown) => endWithProblem(error, 'đọc phiếu giấy'))
goWhereCalled()
process.exitCode = await runScanCommand(process.argv.slice(2), place)
