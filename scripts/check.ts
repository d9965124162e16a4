import { spawn } from 'node:child_process'
import { once } from 'node:events'

// `npm run check`: what is read of the sources goes beside the types, which take one core and longest; then the unit
// tests, which take every core. What each says comes in one piece.

const lanes = [['types'], ['lint', 'format:check', 'unused']] as const

const isSound = await Promise.all(lanes.map(runInTurn))
process.exitCode = isSound.every(Boolean) && (await run('unit', 'inherit')) ? 0 : 1

async function runInTurn(scripts: readonly string[]): Promise<boolean> {
  for (const script of scripts) if (!(await run(script, 'pipe'))) return false
  return true
}

async function run(script: string, output: 'pipe' | 'inherit'): Promise<boolean> {
  // npm is a shell script on Windows.
  const child = spawn(`npm run ${script}`, { shell: true, stdio: ['ignore', output, output] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const [status] = await once(child, 'close')
  process.stdout.write(said)
  return status === 0
}
