import { spawnSync } from 'node:child_process'
import { installedElectron } from '../../scripts/electron-runtime.ts'
import { root } from '../../scripts/program.ts'
import { appArmorProfile } from '../../scripts/window-obstacle.ts'
import { run } from './helpers/person.ts'

// On Ubuntu: the profile that `npm start` advises, for the runtime that the end-to-end tests start. The sandbox stays on,
// and so does the restriction for everything else.

const executable = installedElectron({ root, env: process.env })
if (executable === null) throw new Error('the runtime is not there: npm run runtime')
const { path, text } = appArmorProfile(executable)
const written = spawnSync('sudo', ['tee', path], { input: `${text}\n`, stdio: ['pipe', 'inherit', 'inherit'] })
if (written.status !== 0) throw new Error(`${path} could not be written`)
run({ command: 'sudo', args: ['apparmor_parser', '--replace', path] })
