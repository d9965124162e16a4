import type { ProductFields, ProductIdentity } from '../../../shared/api/products.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { describeCode } from '../../../shared/domain/register/product-code.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { AppContext } from '../../context.ts'
import {
  deleteProduct,
  deleteProductPicture,
  findProducer,
  findProduct,
  findProductByCode,
  findProductIdentity,
  findProductPicture,
  insertProduct,
  readProducts,
  updateProduct,
  upsertProductIdentity,
  upsertProductPicture,
} from '../../db/queries/products.ts'
import { hasDossier } from '../../db/queries/registrations.ts'
import { isInRound } from '../../db/queries/opinions.ts'
import { hasInspection } from '../../db/queries/inspections.ts'
import { hasWithdrawal } from '../../db/queries/withdrawals.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { placeStandings } from '../communes/communes-today.ts'
import { nextCodeAt } from './next-code-at.ts'
import { procedures } from '../procedures.ts'
import { findProducts } from '../search/find-products.ts'
import { findTwins } from './find-twins.ts'
import { mergeProducts, previewProductMerge } from './merge-products.ts'
import { readPicture } from './picture.ts'
import { setsOnEntry } from './sets-on-entry.ts'

export function productsHandlers(app: AppContext) {
  return {
    list: procedures.products.list.handler(({ input }) => {
      const db = openDb(app)
      const standingOf = placeStandings(app, db, 'product')
      const found = findProducts(db, input)
      const products = readProducts(db, found.slice(input.offset, input.offset + input.limit))
      return { total: found.length, products: products.map((product) => ({ ...product, ...standingOf(product) })) }
    }),

    get: procedures.products.get.handler(({ input }) => {
      const db = openDb(app)
      const product = requireFound(findProduct(db, input.id))
      return { ...product, ...placeStandings(app, db, 'product')(product) }
    }),

    twins: procedures.products.twins.handler(({ input }) => findTwins(openDb(app), input)),

    code: procedures.products.code.handler(({ input: { code, commune, district } }) => {
      const units = requireFound(app.rules.unitCodes.at(-1) ?? null)
      return { reading: describeCode(code, units), next: nextCodeAt(app, openDb(app), { commune, district }) }
    }),

    offeredSets: procedures.products.offeredSets.handler(({ input }) => setsOnEntry(app, openDb(app), input.id)),

    previewMerge: procedures.products.previewMerge.handler(({ input }) => previewProductMerge(openDb(app), input)),

    identity: procedures.products.identity.handler(({ input }) => {
      const db = openDb(app)
      return findProductIdentity(db, requireFound(findProduct(db, input.id)).id)
    }),

    picture: procedures.products.picture.handler(({ input }) => {
      const picture = findProductPicture(openDb(app), input.id)
      return picture === null ? null : new File([new Uint8Array(picture.bytes)], 'anh', { type: picture.type })
    }),

    ...commandsAt(app, 'products').inside({
      save: (db, { input }) => {
        const twin = input.fields.code === undefined ? null : findProductByCode(db, input.fields.code)
        if (twin !== null && twin.id !== input.id) {
          throw new Refusal('duplicate-code', { code: twin.code, name: twin.name })
        }
        const producer = input.producerId === undefined ? null : requireFound(findProducer(db, input.producerId))
        const made = producer === null ? {} : { producerName: producer.name, producerKind: producer.kind }
        if (input.id === undefined) {
          const fields = { ...input.fields, ...made }
          const id = insertProduct(db, fields, producer?.id)
          return { result: { id }, audit: { subject: `product:${id}`, detail: { to: fields } } }
        }
        const { id } = input
        const {
          id: _id,
          producerId: _producerId,
          sessionCount,
          lastStar: _star,
          hasPicture: _picture,
          ...from
        } = requireFound(findProduct(db, id))
        const to = layPatch<ProductFields>(from, { ...input.fields, ...made })
        // An agenda has sealed the form of this set already: another set would judge it by the wrong criteria.
        if (sessionCount > 0 && from.setNumber !== to.setNumber) throw new Refusal('in-use', { name: from.name })
        updateProduct(db, id, to, producer?.id)
        return { result: { id }, audit: { subject: `product:${id}`, detail: { from, to } } }
      },

      saveIdentity: (db, { input: { id, fields } }) => {
        const productId = requireFound(findProduct(db, id)).id
        const from = findProductIdentity(db, productId)
        const to = layPatch<ProductIdentity>(from, fields)
        upsertProductIdentity(db, { ...to, productId })
        return { result: undefined, audit: { subject: `product:${id}`, detail: { from, to } } }
      },

      merge: (db, { input }) => {
        const detail = mergeProducts(db, input)
        return { result: undefined, audit: { subject: `product:${detail.into}`, detail } }
      },

      remove: (db, { input }) => {
        const product = requireFound(findProduct(db, input.id))
        const isFollowed = hasWithdrawal(db, product.id) || hasInspection(db, product.id) || isInRound(db, product.id)
        const isUsed = product.sessionCount > 0 || hasDossier(db, product.id) || isFollowed
        if (isUsed) throw new Refusal('in-use', { name: product.name })
        deleteProduct(db, input.id)
        return { result: undefined, audit: { subject: `product:${input.id}`, detail: { from: { ...product } } } }
      },
    }),

    ...commandsAt(app, 'products').around({
      setPicture: async ({ input, commit }) => {
        const picture = input.file === null ? null : await readPicture(app, input.file)
        return commit((db) => {
          const product = requireFound(findProduct(db, input.id))
          if (picture === null) deleteProductPicture(db, product.id)
          else upsertProductPicture(db, { productId: product.id, ...picture })
          const detail = picture === null ? { removed: true } : { type: picture.type, size: picture.bytes.length }
          return { result: undefined, audit: { subject: `product:${product.id}`, detail } }
        })
      },
    }),
  }
}
