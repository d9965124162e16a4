import { afterEach, beforeEach, expect, it } from 'vitest'
import { commit } from '../../../electron/app/commit.ts'
import { keptOf } from '../../../electron/app/kept.ts'
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
