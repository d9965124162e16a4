import { goWhereCalled, loadProgram, place } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run session -- workbook.xlsx --out folder [--json]`: batch mode of the compiled program.

const { runSessionCommand } = await loadProgram('session').catch((error: unknown) =>
  endWithProblem(error, 'chạy phiên'),
)
goWhereCalled()
process.exitCode = await runSessionCommand(process.argv.slice(2), place)
