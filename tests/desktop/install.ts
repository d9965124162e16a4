import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { artifact, findInstalled, installed, macApplications } from './helpers/places.ts'
import { asPerson, personHome, run } from './helpers/person.ts'

// Installs for the person without a question, also over what is there.

const { platform, env } = process

if (platform === 'linux')
  run({ command: 'sudo', args: ['apt-get', 'install', '--yes', '--reinstall', artifact('.deb')] })
if (platform === 'win32') run(asPerson({ command: artifact('.exe'), args: ['/S'] }, { platform, env }))
if (platform === 'darwin') installFromImage(artifact('.dmg'))

console.log(`installed: ${installed().folder}`)

/** What a person does with the mouse: the application is dragged out of the image. */
function installFromImage(image: string): void {
  const volume = join(env['RUNNER_TEMP'] ?? '/tmp', 'đĩa cài đặt')
  run({ command: 'hdiutil', args: ['attach', image, '-nobrowse', '-readonly', '-mountpoint', volume] })
  try {
    const applications = readdirSync(volume).filter((name) => name.endsWith('.app'))
    const [name] = applications
    if (name === undefined || applications.length > 1)
      throw new Error(`the image holds ${applications.length} programs`)
    const target = macApplications(personHome())
    mkdirSync(target, { recursive: true })
    const before = findInstalled()
    if (before !== null) run({ command: 'rm', args: ['-R', before.folder] })
    cpSync(join(volume, name), join(target, name), { recursive: true, verbatimSymlinks: true })
  } finally {
    run({ command: 'hdiutil', args: ['detach', volume] })
  }
}
