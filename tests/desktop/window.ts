import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { dataFolderOf } from '../../electron/web-host/data-folder.ts'
import { driveWindow, reopenFile } from './helpers/drive-window.ts'
import { withWindow } from './helpers/open-window.ts'
import { installed, workFolder } from './helpers/places.ts'
import { personHome } from './helpers/person.ts'

// As the person: the window of the installed program, over Chromium's debugging port. With `again` the file of the
// first time is opened again.

const use = process.argv[2] === 'again' ? reopenFile : driveWindow
const program = { command: installed().program, args: [] }
const { code, output, left, asked } = await withWindow({ program, folder: workFolder(personHome()), use })
console.log(output)
if (asked.length > 0) console.log(`stopped before they left: ${asked.join(', ')}`)
if (left.length > 0) throw new Error(`the program reached for ${left.join(', ')}`)
if (code !== 0) throw new Error(`the program ended with ${code}`)
const log = join(dataFolderOf({ env: process.env, platform: process.platform, home: homedir() }), 'loi.log')
if (existsSync(log)) throw new Error(readFileSync(log, 'utf8'))
