import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsFrom } from '../../shared/integrity/report-lines.ts'
import { resourcesFolder } from '../helpers/test-app.ts'
import { uncoveredTables } from '../../electron/db/covered-tables.ts'
import { consistentEdits, edits } from './edits.ts'
import { tryEdit, tryFlips } from './tamper.ts'
import type { Outside } from './look.ts'
import { makeTamperFile } from './tamper-file.ts'

// npm run test:tamper: every edit and two hundred bit flips, each in a copy of its own, and how each is named: where this
// machine closed the file, and by the file alone.

const say = wordsFrom(JSON.parse(readFileSync(join(resourcesFolder, 'locales/vi/integrity.json'), 'utf8')))
const { path, app, code } = await makeTamperFile()
const outside = { dataFolder: app.folder }
let missed = 0

console.log('edit | seen by | named')
for (const edit of edits) {
  const { by, lines } = tryEdit(path, edit, say, outside)
  const named = lines.find((line) => edit.names.test(line))
  if (named === undefined) missed += 1
  console.log(`${edit.what} | ${by} | ${named ?? `NOT NAMED: ${lines.join(' / ')}`}`)
}
console.log(`\n${edits.length - missed} of ${edits.length} edits found and named`)

for (const edit of consistentEdits) {
  const ways = { anchors: { dataFolder: app.folder }, 'a code': { codes: [code] }, 'the file alone': {} }
  for (const [way, outside] of Object.entries(ways)) {
    const { by, lines } = tryEdit(path, edit, say, outside)
    if (way !== 'the file alone' && by === 'nobody') missed += 1
    console.log(`consistent in itself, against ${way}: ${edit.what} | ${by} | ${lines[0] ?? ''}`)
  }
}

const flipsSeen = countFlips('where this machine closed the file', outside)
const alone = countFlips('by the file alone', {})
const isUnseen = [...alone.keys()].some((how) => how.startsWith('UNSEEN'))
if (missed > 0 || isUnseen || [...flipsSeen.keys()].some((how) => !how.startsWith('seen'))) process.exitCode = 1
app[Symbol.dispose]()
process.exit()

function countFlips(way: string, known: Outside) {
  const flips = tryFlips(path, { seed: 2026, count: 200 }, say, known)
  const counts = Map.groupBy(flips, ({ by, changes }) => (by === 'nobody' ? placeOf(changes ?? '') : `seen by ${by}`))
  console.log(`\n200 bit flips ${way}: ${[...counts].map(([how, some]) => `${some.length} ${how}`).join(', ')}`)
  return counts
}

function placeOf(table: string): string {
  if (table === '') return 'in bytes without content'
  return table in uncoveredTables ? `in ${table}, which the report says it does not look at` : `UNSEEN in ${table}`
}
