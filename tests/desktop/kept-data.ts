import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { dataFolderOf } from '../../electron/web-host/data-folder.ts'
import { workFolder } from './helpers/places.ts'
import { personHome } from './helpers/person.ts'

// As the person: `remember` writes down the files of the data folder, `compare` fails where one is gone or another.

const folder = dataFolderOf({ env: process.env, platform: process.platform, home: homedir() })
const note = join(workFolder(personHome()), 'dữ liệu.json')
const now = existsSync(folder) ? digests() : {}

if (process.argv[2] === 'remember') {
  if (!Object.keys(now).some((name) => name.endsWith('.ocop'))) throw new Error(`no file of a council in ${folder}`)
  writeFileSync(note, JSON.stringify(now))
} else {
  const before = JSON.parse(readFileSync(note, 'utf8')) as Readonly<Record<string, string>>
  const changed = Object.entries(before).filter(([name, digest]) => now[name] !== digest)
  if (changed.length > 0) throw new Error(`gone or changed: ${changed.map(([name]) => name).join(', ')}`)
}
console.log(`${folder}:\n${Object.keys(now).join('\n')}`)

/** SHA-256 of every file but Chromium's own, by its path. */
function digests(): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'chromium')))
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}
