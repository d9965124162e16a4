import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import {
  deleteProduct,
  findProduct,
  findProductByCode,
  insertProduct,
  listProducts,
  updateProduct,
} from '../../db/queries/products.ts'
import { commit, found, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'

const topics = ['products', 'sessions', 'results'] as const

export const productsHandlers = (app: AppContext) => ({
  list: procedures.products.list.handler(({ input }) => listProducts(openDb(app), input)),

  get: procedures.products.get.handler(({ input }) => found(findProduct(openDb(app), input.id))),

  save: procedures.products.save.handler(({ input }) =>
    commit(app, { name: 'products.save', topics }, (db) => {
      const { fields } = input
      const twin = findProductByCode(db, fields.code)
      if (twin !== null && twin.id !== input.id) {
        throw new Refusal('duplicate-code', { code: fields.code, name: twin.name })
      }
      if (input.id === undefined) {
        const id = insertProduct(db, fields)
        return { result: { id }, audit: { subject: `product:${id}`, detail: { to: fields } } }
      }
      const { id } = input
      const { id: _id, sessionCount, lastStar: _star, ...from } = found(findProduct(db, id))
      // An agenda has sealed the form of this set already: another set would judge it by the wrong criteria.
      if (sessionCount > 0 && from.setNumber !== fields.setNumber) throw new Refusal('in-use', { name: from.name })
      updateProduct(db, id, fields)
      return { result: { id }, audit: { subject: `product:${id}`, detail: { from, to: fields } } }
    }),
  ),

  remove: procedures.products.remove.handler(({ input }) =>
    commit(app, { name: 'products.remove', topics }, (db) => {
      const product = found(findProduct(db, input.id))
      if (product.sessionCount > 0) throw new Refusal('in-use', { name: product.name })
      deleteProduct(db, input.id)
      return { result: undefined, audit: { subject: `product:${input.id}`, detail: { from: { ...product } } } }
    }),
  ),
})
