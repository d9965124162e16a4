import { loadProgram, place } from './program.ts'

// `npm run session -- workbook.xlsx --out folder [--json]`: batch mode of the compiled program.

const { runSessionCommand } = await loadProgram('session')
process.exitCode = await runSessionCommand(process.argv.slice(2), place)
