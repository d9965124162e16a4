import { afterEach, beforeEach, expect, it } from 'vitest'
import { commit } from '../../../electron/app/commit.ts'
import { keptOf, keptOfTables } from '../../../electron/app/kept.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Giữ lại' })
})
afterEach(() => app[Symbol.dispose]())

const countProducts = () => app.file().prepare('SELECT count(*) FROM products').pluck().get()

it('what is worked out of a file is kept until anything is written to it, each by its name', async () => {
  let worked = 0
  const ask = (name: string) =>
    keptOf(app.db(), name, () => {
      worked += 1
      return `${name} ${String(countProducts())}`
    })
  expect([ask('a'), ask('a'), ask('b'), ask('a')]).toEqual(['a 0', 'a 0', 'b 0', 'a 0'])
  expect(worked).toBe(2)
  await app.client.products.save({ fields: sampleProduct(1) })
  expect([ask('a'), ask('a')]).toEqual(['a 1', 'a 1'])
  expect(worked).toBe(3)
})

it('what a command sees of its own change is neither kept nor taken from what was kept', async () => {
  const ask = () => keptOf(app.db(), 'products', countProducts)
  expect(ask()).toBe(0)
  const { id } = await app.client.products.save({ fields: sampleProduct(1) })
  expect(ask()).toBe(1)
  const refused = () =>
    commit(app.context, 'products.remove', () => {
      app.file().prepare('DELETE FROM products WHERE id = ?').run(id)
      expect(ask()).toBe(0)
      throw new Error('thought better of it')
    })
  expect(refused).toThrow('thought better of it')
  expect(ask()).toBe(1)
})

it('another file has answers of its own', async () => {
  expect(keptOf(app.db(), 'products', countProducts)).toBe(0)
  await app.client.products.save({ fields: sampleProduct(1) })
  await app.client.workspace.close()
  await app.client.workspace.create({ name: 'Tệp khác' })
  expect(keptOf(app.db(), 'products', countProducts)).toBe(0)
})

it('what hangs on some tables is kept until a command touches one of them', async () => {
  let worked = 0
  const ask = (tables: readonly string[]) =>
    keptOfTables(app.db(), { name: tables.join(), tables }, () => {
      worked += 1
      return countProducts()
    })
  expect([ask(['products']), ask(['councils']), ask(['councils', 'products'])]).toEqual([0, 0, 0])
  expect(worked).toBe(3)
  const { id } = await app.client.products.save({ fields: sampleProduct(1) })
  expect([ask(['products']), ask(['councils']), ask(['councils', 'products'])]).toEqual([1, 0, 1])
  expect(worked).toBe(5)
  const refused = () =>
    commit(app.context, 'products.remove', () => {
      app.file().prepare('DELETE FROM products WHERE id = ?').run(id)
      expect(ask(['products'])).toBe(0)
      throw new Error('thought better of it')
    })
  expect(refused).toThrow('thought better of it')
  expect(ask(['products'])).toBe(1)
  expect(() => ask(['no_such_table'])).toThrow('nothing is gathered of no_such_table')
})

it.each([
  ['products', () => app.client.search.find({ query: 'san pham', limit: 6 })],
  ['producers', () => app.client.producers.list({ query: 'htx', limit: 6, offset: 0 })],
])('%s are found as they are after each command', async (_kind, find) => {
  const answers: string[] = []
  for (let number = 1; number <= 2; number += 1) {
    await app.client.products.save({ fields: { ...sampleProduct(number), producerName: `HTX ${number}` } })
    answers.push(JSON.stringify(await find()))
  }
  await app.client.products.save({ id: 1, fields: { name: 'Sản phẩm khác hẳn', producerName: 'HTX ba' } })
  answers.push(JSON.stringify(await find()))
  expect(new Set(answers).size).toBe(3)
})
