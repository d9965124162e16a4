import { afterEach, beforeEach, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// A list is written beside the keys and copied at a stroke: the audit tells the same rows as if they had been written one by one.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Danh mục' })
})
afterEach(() => app[Symbol.dispose]())

const head = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'SĐT', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
const products = (from: number, to: number, day: string, phone = '0218 1'): OfficeList['rows'] => [
  head,
  ...Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index
    const decision = [3 + (number % 3), '3163/QĐ-UBND', dateCell(day)]
    return [number, `Sản phẩm ${number}`, `HTX ${number % 3}`, phone, 'xã Thu Phong', ...decision]
  }),
]

async function take(rows: OfficeList['rows']) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
  return app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
}

type Told = Readonly<Record<string, { readonly columns?: readonly string[]; readonly added?: readonly unknown[][] }>>

const rowsOf = (table: string) => app.file().prepare(`SELECT * FROM ${table}`).raw().all()
const lastChanges = () =>
  JSON.parse(
    app.file().prepare('SELECT changes FROM audit_events ORDER BY seq DESC LIMIT 1').pluck().get() as string,
  ) as Told

it('every new row stands in the audit under its table, and Kiểm chứng builds the file from it', async () => {
  expect(await take(products(1, 7, '2019-12-30'))).toMatchObject({ added: 7 })
  const told = lastChanges()
  for (const table of ['producers', 'products', 'list_rows', 'recognitions', 'list_imports']) {
    expect(told[table]?.added, table).toEqual(rowsOf(table))
  }
  expect(told['products']?.columns?.slice(0, 3)).toEqual(['id', 'code', 'name'])
  expect((await app.client.workspace.checkIntegrity()).faults).toEqual([])
})

it('rows that are new and rows that change known ones go together; numbers go on from those that the file had', async () => {
  await take(products(1, 4, '2019-12-30'))
  // Known products with a later recognition and another phone of their producer, and new ones.
  expect(await take(products(3, 9, '2022-12-30', '0218 2'))).toMatchObject({ added: 7 })
  const ids = (table: string) => app.file().prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all()
  expect(ids('products')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(ids('recognitions')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(ids('list_imports')).toEqual([1, 2])
  expect(app.file().prepare('SELECT DISTINCT phone FROM producers').pluck().all()).toEqual(['0218 2'])
  const changed = [3, 1, 2].map((id) => [id, { phone: '0218 2' }])
  expect(lastChanges()).toMatchObject({ producers: { changed }, products: { added: [{}, {}, {}, {}, {}] } })
  expect((await app.client.workspace.checkIntegrity()).faults).toEqual([])
  expect(await take(products(3, 9, '2022-12-30', '0218 2'))).toMatchObject({ added: 0, changed: 0, same: 7 })
})

it('what was written meanwhile is planned with: no product is there twice', async () => {
  const rows = products(1, 5, '2019-12-30')
  const both = await Promise.all([take(rows), take([...rows, ...products(6, 6, '2019-12-30').slice(1)])])
  expect(both.map(({ added }) => added).toSorted()).toEqual([1, 5])
  expect(rowsOf('products')).toHaveLength(6)
  expect((await app.client.workspace.checkIntegrity()).faults).toEqual([])
})
