import { Refusal } from '../../../shared/api/refusal.ts'
import type { CorrectableField } from '../../../shared/domain/session/province-fields.ts'
import { productFieldsSchema, type ProductFields } from '../../../shared/api/products.ts'
import type { WriteDb } from '../../db/handles.ts'
import { findProduct, findProductByCode, updateProduct } from '../../db/queries/products.ts'
import { copyProduct } from '../../db/queries/session-copies.ts'
import { findAgendaItem, findSession } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'

type Correction = { readonly agendaItemId: number; readonly field: CorrectableField; readonly value: string }

/** A product's facts that changed, for the audit. */
export type ProductCorrection = {
  readonly product: number
  readonly from: Readonly<Record<string, string>>
  readonly to: Readonly<Record<string, string>>
}

/**
 * Writes corrections of products of one session, into what an open one says of them too; those that change nothing are
 * left out. Runs inside the command's
 * transaction.
 *
 * @throws Refusal `not-found` for an item of another session, `duplicate-code`, `name-required` for an empty name or code
 */
export function correctProducts(
  db: WriteDb,
  facts: { readonly sessionId: number; readonly corrections: readonly Correction[] },
): readonly ProductCorrection[] {
  const session = requireFound(findSession(db, facts.sessionId))
  const byItem = Map.groupBy(facts.corrections, ({ agendaItemId }) => agendaItemId)
  return [...byItem].flatMap(([agendaItemId, corrections]) => {
    const item = requireFound(findAgendaItem(db, agendaItemId))
    if (item.sessionId !== facts.sessionId) throw new Refusal('not-found')
    const change = correctProduct({ db, productId: item.productId, corrections })
    if (change === null) return []
    // A locked session goes on saying what it said.
    if (session.state === 'open') copyProduct(db, { sessionId: session.id, agendaItemId })
    return [change]
  })
}

function correctProduct(facts: {
  readonly db: WriteDb
  readonly productId: number
  readonly corrections: readonly Correction[]
}): ProductCorrection | null {
  const { db, productId, corrections } = facts
  const {
    id,
    sessionCount: _count,
    lastStar: _star,
    hasPicture: _picture,
    ...present
  } = requireFound(findProduct(db, productId))
  const corrected = corrections.reduce<ProductFields>(
    (fields, { field, value }) => ({ ...fields, [columnOf[field]]: value }),
    present,
  )
  const parsed = productFieldsSchema.safeParse(corrected)
  if (!parsed.success) throw new Refusal('name-required', { code: present.code })
  const fields = parsed.data
  const changed = Object.values(columnOf).filter((column) => fields[column] !== present[column])
  if (changed.length === 0) return null
  const twin = fields.code === present.code ? null : findProductByCode(db, fields.code)
  if (twin !== null && twin.id !== id) throw new Refusal('duplicate-code', { code: fields.code, name: twin.name })
  updateProduct(db, id, fields)
  const pick = (from: ProductFields) => Object.fromEntries(changed.map((column) => [column, from[column]]))
  return { product: id, from: pick(present), to: pick(fields) }
}

/** The product's own name of each field. */
const columnOf = {
  productName: 'name',
  code: 'code',
  producerName: 'producerName',
  producerKind: 'producerKind',
  commune: 'commune',
  district: 'district',
} as const satisfies Record<CorrectableField, keyof ProductFields>
