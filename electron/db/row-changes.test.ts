import { expect, it } from 'vitest'
import { spellText, toldChanges, type TableChanges } from './row-changes.ts'

const rows: TableChanges = {
  added: [[1, 'Mật ong “Hoa rừng”\n"loại 1"', null]],
  columns: ['id', 'name', 'note'],
  key: ['id'],
}
const speltRows = () => {
  const text = JSON.stringify(rows)
  return { text, spelt: Buffer.from(spellText(text)) }
}
const joined = (pieces: readonly (string | Uint8Array)[] | null) =>
  pieces === null ? null : Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString()

it('rows that were spelt elsewhere are told by the same text, and spelt as it is', () => {
  const here = toldChanges([
    ['products', rows],
    ['list_imports', rows],
  ])
  const elsewhere = toldChanges([
    ['products', speltRows()],
    ['list_imports', rows],
  ])
  expect(here).toEqual({ text: elsewhere.text, spelt: null })
  expect(JSON.parse(elsewhere.text)).toEqual({ list_imports: rows, products: rows })
  expect(joined(elsewhere.spelt)).toBe(spellText(here.text))
  expect(joined(toldChanges([['a"b', speltRows()]]).spelt)).toBe(spellText(toldChanges([['a"b', rows]]).text))
})

it('of nothing there is nothing to spell', () => {
  expect(toldChanges([])).toEqual({ text: '', spelt: null })
})
