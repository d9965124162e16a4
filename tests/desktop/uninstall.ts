import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findInstalled, installed } from './helpers/places.ts'
import { asPerson, run } from './helpers/person.ts'

// Takes the program away without a question.

const { platform, env } = process
const { folder } = installed()

if (platform === 'linux') run({ command: 'sudo', args: ['apt-get', 'remove', '--yes', 'hoi-dong-ocop'] })
if (platform === 'darwin') run({ command: 'rm', args: ['-R', folder] })
if (platform === 'win32') {
  const name = readdirSync(folder).find((one) => /^Uninstall .+\.exe$/.test(one))
  if (name === undefined) throw new Error(`no uninstaller in ${folder}`)
  run(asPerson({ command: join(folder, name), args: ['/S'] }, { platform, env }))
  // It goes on in a copy of itself after it has ended.
  const end = performance.now() + 60_000
  while (findInstalled() !== null && performance.now() < end) await wait(200)
}

if (findInstalled() !== null) throw new Error('the program is still there')
console.log('uninstalled')
