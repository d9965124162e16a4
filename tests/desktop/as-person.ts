import { join } from 'node:path'
import { asPerson, loginName, run } from './helpers/person.ts'

// `node scripts/desktop/as-person.ts <step> [arguments]`: runs a step of this folder as the person.

const { platform, env } = process
const [step = '', ...args] = process.argv.slice(2)
// Whoever owns the screen lets the person on it.
if (platform === 'linux' && env['DISPLAY'] !== undefined) {
  run({ command: 'xhost', args: [`+si:localuser:${loginName(platform)}`] })
}
const script = join(import.meta.dirname, `${step}.ts`)
run(asPerson({ command: process.execPath, args: [script, ...args] }, { platform, env }))
