import type { DecisionDay } from '../../../shared/domain/register/decision-day.ts'
import type { RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import type { ListedRecognition } from '../../../shared/domain/register/register-list.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listDecidedItems, readRegister, type DecidedItem } from '../../db/queries/register.ts'
import { issueCode } from '../../documents/issue.ts'
import { outcomesOf } from '../deadlines/session-outcomes.ts'

/**
 * The whole register, to hold a list or a package against, with what the decisions of locked sessions say beyond their
 * certificates: who is recognised while the certificates have no number, and whom they do not recognise.
 */
export function readHeldRegister(db: ReadDb): readonly RegisteredProduct[] {
  const register = readRegister(db)
  const items = Map.groupBy(listDecidedItems(db), ({ productId }) => productId)
  if (items.size === 0) return register
  return register.map((product) => {
    const own = (items.get(product.id) ?? []).map((item) => ({ item, star: starOf(db, item) }))
    if (own.length === 0) return product
    const certified = [
      ...(product.certified ?? []),
      ...own.flatMap(({ item, star }) => (star === null || item.star !== null ? [] : [recognitionBy(item, star)])),
    ]
    const notRecognised = own.flatMap(({ item, star }) => (star === null ? [decisionOf(item)] : []))
    return {
      ...product,
      ...(certified.length > 0 && { certified }),
      ...(notRecognised.length > 0 && { notRecognised }),
    }
  })
}

/** Null where the session did not recognise the product. */
const starOf = (db: ReadDb, { id, sessionId, tallyDigest, star }: DecidedItem): number | null =>
  star ?? outcomesOf(db, { id: sessionId, tallyDigest }).stars.get(id) ?? null

const decisionOf = (item: DecidedItem): DecisionDay => ({ number: issueCode(item), day: item.issuedOn })

function recognitionBy(item: DecidedItem, star: number): ListedRecognition {
  const { number, day } = decisionOf(item)
  return {
    star,
    score: null,
    decisionNumber: number,
    decisionDate: day,
    decisionYear: Number(day.slice(0, 4)),
    validUntil: null,
    certificateNumber: null,
  }
}
