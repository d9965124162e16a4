import { cpSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { changeArchive } from './helpers/change-archive.ts'
import { collect, runSampleSession, sessionFault } from './helpers/run-session.ts'
import { installed, installedIn, workFolder } from './helpers/places.ts'
import { personHome, powershell, quoted } from './helpers/person.ts'

// As the person: what the installed program is sealed with is read back, and a copy whose archive was changed by one
// letter does not run.

const { platform } = process
const folder = workFolder(personHome())
const program = installed()

const wire = await getCurrentFuseWire(program.binary)
const wanted = {
  [FuseV1Options.RunAsNode]: '0',
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: '0',
  [FuseV1Options.EnableNodeCliInspectArguments]: '0',
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: '1',
  [FuseV1Options.OnlyLoadAppFromAsar]: '1',
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: '0',
}
for (const [fuse, state] of Object.entries(wanted)) {
  const found = String.fromCharCode(Number(wire[Number(fuse) as FuseV1Options]))
  if (found !== state) throw new Error(`fuse ${FuseV1Options[Number(fuse)]} is ${found}`)
}
console.log('the fuses are set')
await readSignature()

const copy = join(folder, basename(program.folder))
rmSync(copy, { recursive: true, force: true })
cpSync(program.folder, copy, { recursive: true, verbatimSymlinks: true })
const copied = installedIn(copy, platform)
if (copied === null) throw new Error('the copy holds no program')
const runCopy = () =>
  runSampleSession({ program: { command: copied.program, args: [] }, sample: 'district-2024', folder })

// On Linux Electron compares nothing, and a copy stands under no AppArmor profile.
if (platform !== 'linux') {
  const whole = sessionFault(await runCopy())
  if (whole !== null) throw new Error(`the copy does not run before it is changed: ${whole}`)
  changeArchive(copied.archive)
  const { code, written, output } = await runCopy()
  if (code === 0 || written.length > 0) throw new Error(`a changed archive ran: ${code}, ${written.join(', ')}`)
  console.log(`a changed archive was refused: ${code}\n${output}`)
}
rmSync(copy, { recursive: true, force: true })

/** Fails where there is a signature that does not hold; on macOS where there is none. */
async function readSignature(): Promise<void> {
  if (platform === 'darwin') {
    const args = ['--verify', '--deep', '--strict', '--verbose=2', program.folder]
    const { code, output } = await collect({ command: 'codesign', args }, folder)
    if (code !== 0) throw new Error(output)
    console.log(output)
  }
  if (platform === 'win32') {
    const read = powershell(`(Get-AuthenticodeSignature -LiteralPath ${quoted(program.program)}).Status`)
    const { output } = await collect(read, folder)
    if (!/^(Valid|NotSigned)\s*$/.test(output)) throw new Error(`signature: ${output}`)
    console.log(`signature: ${output}`)
  }
}
