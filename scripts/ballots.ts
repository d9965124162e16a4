import { goWhereCalled, loadProgram, place } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run ballots -- workbook.xlsx --out folder`: the blank ballots of a session, printed by the compiled program.

const { runBallotsCommand } = await loadProgram('ballots').catch((error: unknown) => endWithProblem(error, 'in phiếu'))
goWhereCalled()
process.exitCode = await runBallotsCommand(process.argv.slice(2), place)
