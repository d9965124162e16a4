import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { wordsFrom } from '../../../shared/integrity/report-lines.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import { consistentEdits, edits } from '../../tamper/edits.ts'
import { look } from '../../tamper/look.ts'
import { makeTamperFile, type TamperFile } from '../../tamper/tamper-file.ts'
import { tryEdit, tryFlips } from '../../tamper/tamper.ts'

// Some of what `npm run test:tamper` does whole.

const say = wordsFrom(JSON.parse(readFileSync(join(resourcesFolder, 'locales/vi/integrity.json'), 'utf8')))
let file: TamperFile
beforeAll(async () => {
  file = await makeTamperFile()
})
afterAll(() => file.app[Symbol.dispose]())

it('a file that nobody altered is intact', () => {
  expect(look(file.path, say)).toEqual({ by: 'nobody', lines: [] })
})

it.each(edits.filter((_, index) => index % 5 === 0))('names $what', (edit) => {
  const { lines } = tryEdit(file.path, edit, say)
  expect(lines.filter((line) => edit.names.test(line))).not.toEqual([])
})

it.each(consistentEdits)('finds by an anchor and by a code what is consistent in itself: $what', (edit) => {
  const of = { dataFolder: file.app.folder }
  expect(look(file.path, say, { ...of, codes: [file.code] })).toEqual({ by: 'nobody', lines: [] })
  expect(tryEdit(file.path, edit, say)).toEqual({ by: 'nobody', lines: [] })
  expect(tryEdit(file.path, edit, say, of).lines.join()).toMatch(/Tệp đã bị dựng lại/)
  expect(tryEdit(file.path, edit, say, { codes: [file.code] }).lines.join()).toMatch(/nhật ký của tệp này không có/)
})

it('sees every turned bit where this machine closed the file', () => {
  const of = { dataFolder: file.app.folder }
  const flips = tryFlips(file.path, { seed: 7, count: 25 }, say, of)
  expect(flips.filter(({ by }) => by === 'nobody')).toEqual([])
  expect(flips.flatMap(({ lines }) => lines).join()).toMatch(/không còn từng byte.*không có sai lệch nào/)
})

it('sees by the file alone every bit that changes something it looks at', () => {
  const unseen = tryFlips(file.path, { seed: 7, count: 25 }, say).filter(({ by }) => by === 'nobody')
  // Ids of acts stand in no paper: the report says that nobody looks at them.
  expect(unseen.filter(({ changes }) => changes !== '' && changes !== 'ballot_acts')).toEqual([])
})
