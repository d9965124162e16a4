import { randomBytes } from 'node:crypto'
import { appendFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { root } from '../../scripts/program.ts'
import { loginName, personHome, personName, powershell, quoted, run } from './helpers/person.ts'

// Makes the user for whom everything is tried, who may read the project but not write it. macOS gives nobody else a
// screen: there the runner's own user plays the part, in folders of that name.

const { platform } = process

if (platform === 'linux') {
  const login = loginName(platform)
  const home = ['--create-home', '--home-dir', personHome(platform)]
  run({ command: 'sudo', args: ['useradd', ...home, '--comment', personName, '--shell', '/bin/bash', login] })
  for (let folder = root; folder !== '/'; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) run({ command: 'sudo', args: ['chmod', 'o+x', folder] })
  }
}

if (platform === 'win32') {
  const password = `Aa1!${randomBytes(12).toString('base64url')}`
  const usersGroup = 'S-1-5-32-545'
  run(
    powershell(`
$password = ConvertTo-SecureString ${quoted(password)} -AsPlainText -Force
New-LocalUser -Name ${quoted(personName)} -FullName ${quoted(personName)} -Password $password | Out-Null
Add-LocalGroupMember -SID '${usersGroup}' -Member ${quoted(personName)}
icacls ${quoted(root)} /grant '*${usersGroup}:(OI)(CI)RX' /T /C /Q
icacls ${quoted(process.execPath)} /grant '*${usersGroup}:RX' /Q`),
  )
  // For the steps that follow.
  console.log(`::add-mask::${password}`)
  appendFileSync(process.env['GITHUB_ENV'] ?? '', `OCOP_PERSON_PASSWORD=${password}\n`)
}
