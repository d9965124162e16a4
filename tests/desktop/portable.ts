import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { artifact, workFolder } from './helpers/places.ts'
import { personHome } from './helpers/person.ts'
import { runSampleSession, sessionFault } from './helpers/run-session.ts'

// As the person: what runs without being installed, from a folder such as a USB stick's.

const { platform } = process
const stick = join(workFolder(personHome()), 'USB của Thư ký')
mkdirSync(stick, { recursive: true })
const program = copyOf(artifact(platform === 'win32' ? '-portable.exe' : '.AppImage'))
// An AppImage mounts itself; where the machine has no FUSE it unpacks itself instead.
process.env['APPIMAGE_EXTRACT_AND_RUN'] = '1'

const fault = sessionFault(
  await runSampleSession({ program: { command: program, args: [] }, sample: 'district-2024', folder: stick }),
)
if (fault !== null) throw new Error(fault)
console.log('17 documents')

if (platform === 'win32' && !existsSync(join(stick, 'du-lieu-hoi-dong-ocop'))) {
  throw new Error('the portable program keeps its data elsewhere')
}
if (platform === 'linux') {
  // Ubuntu refuses it namespaces: instead of a window without its sandbox there is a sentence that says what helps. Its
  // message box waits for somebody, so the whole group is ended.
  const child = spawn(program, [], { cwd: stick, detached: true, stdio: ['ignore', 'inherit', 'pipe'] })
  let said = ''
  for await (const line of createInterface(child.stderr)) {
    said += `${line}\n`
    if (line.includes('.deb')) break
  }
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  if (!said.includes('.deb')) throw new Error(`the AppImage says nothing of its sandbox:\n${said}`)
  console.log(said)
}

function copyOf(path: string): string {
  const copy = join(stick, basename(path))
  copyFileSync(path, copy)
  chmodSync(copy, 0o755)
  return copy
}
