import { loadProgram, place } from './program.ts'

// `npm run demo [-- --out folder]`: both sample sessions through batch mode of the compiled program.

const { runDemo } = await loadProgram('demo')
process.exitCode = await runDemo(process.argv.slice(2), place)
