import { join } from 'node:path'
import { goWhereCalled, loadProgram, place, root } from './program.ts'
import { endWithProblem } from './say-problem.ts'

// `npm run demo [-- --out folder]`: both sample sessions through batch mode of the compiled program.

const { runDemo } = await loadProgram('demo').catch((error: unknown) => endWithProblem(error, 'chạy phiên mẫu'))
goWhereCalled()
process.exitCode = await runDemo(process.argv.slice(2), { ...place, out: join(root, 'out') })
