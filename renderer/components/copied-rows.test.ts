import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { allPages } from './all-pages.ts'
import { copiedRows, type CopiedColumn } from './copied-rows.ts'

type Row = { readonly name: string; readonly count: number; readonly day: string | null }

const rows: readonly Row[] = [
  { name: 'Gạo', count: 3, day: '01/02/2026' },
  { name: 'Mật ong', count: 0, day: null },
]

const link = (text: string) => createElement('a', {}, text)

describe('a table as cells', () => {
  test('takes plain columns as they are, and the text that a column says of itself', () => {
    const columns: readonly CopiedColumn<Row>[] = [
      { head: 'Tên', cell: ({ name }) => link(name), text: ({ name }) => name },
      { head: 'Số', cell: ({ count }) => count },
      { head: 'Ngày', cell: ({ day }) => day },
    ]
    expect(copiedRows(columns, rows)).toEqual({
      heads: ['Tên', 'Số', 'Ngày'],
      rows: [
        ['Gạo', 3, '01/02/2026'],
        ['Mật ong', 0, null],
      ],
    })
  })

  test('leaves out what is chosen or done, and a column that shows more than text in one row', () => {
    const columns: readonly CopiedColumn<Row>[] = [
      { head: link('Chọn'), cell: ({ name }) => name },
      { head: 'Có khi', cell: ({ name, count }) => (count === 0 ? count : link(name)) },
      { head: 'Tên', cell: ({ name }) => name },
    ]
    expect(copiedRows(columns, rows)).toEqual({ heads: ['Tên'], rows: [['Gạo'], ['Mật ong']] })
  })

  test('says several things in one line, without what is empty', () => {
    const columns: readonly CopiedColumn<Row>[] = [
      { head: 'Tên', cell: () => null, text: ({ name, day }) => [`${name}\n dẻo`, '', day, null] },
    ]
    expect(copiedRows(columns, rows).rows).toEqual([['Gạo; dẻo; 01/02/2026'], ['Mật ong; dẻo']])
  })

  test('shows that a text is longer than a cell of the workbook', () => {
    const columns: readonly CopiedColumn<Row>[] = [{ head: 'Tên', cell: () => 'x'.repeat(2001) }]
    const [cell] = copiedRows(columns, rows).rows[0] ?? []
    expect(cell).toBe(`${'x'.repeat(1999)}…`)
  })
})

test('every page of a list is brought, and the list that shrank meanwhile ends', async () => {
  const list = Array.from({ length: 1201 }, (_, at) => at)
  const pageFrom = async (offset: number) => ({ rows: list.slice(offset, offset + 500), total: list.length })
  expect(await allPages(pageFrom)).toEqual(list)
  expect(await allPages(async (offset) => ({ rows: offset === 0 ? [1] : [], total: 9 }))).toEqual([1])
})
