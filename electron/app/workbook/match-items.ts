import { Refusal } from '../../../shared/api/refusal.ts'
import type { MatchAnswer, WorkbookMatch } from '../../../shared/api/workbook.ts'
import { matchProducts, type ProductMatch } from '../../../shared/domain/register/match-products.ts'
import type { ItemProduct } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCommuneChanges } from '../../db/queries/communes.ts'
import { readKnownProducts } from '../../db/queries/register.ts'

/** What the file has of a workbook's products, in their order; what is new to it is left out. */
export function listMatches(db: ReadDb, items: readonly ItemProduct[]): readonly WorkbookMatch[] {
  return matchProducts(items, readKnownProducts(db), listCommuneChanges(db)).flatMap((match, index) => {
    const item = items[index]
    return match === null || item === undefined ? [] : [toWorkbookMatch(item, match)]
  })
}

/** Where a product of the workbook goes: to a product of the file, or to a new one of a known producer or of a new one. */
export type Settled = {
  readonly productId: number | null
  readonly producerId: number | null
  readonly why: WorkbookMatch['why']
  /** A person said that it is another one than what the file has. */
  readonly isOther: boolean
}

/**
 * The same with what a person said of each doubtful one.
 * @throws Refusal `workbook-has-doubts`
 */
export function settleMatches(
  db: ReadDb,
  items: readonly ItemProduct[],
  answers: readonly MatchAnswer[],
): readonly Settled[] {
  const said = new Map(answers.map(({ code, knownId }) => [code, knownId]))
  const matches = matchProducts(items, readKnownProducts(db), listCommuneChanges(db))
  const settled = items.map(({ code }, index): Settled | null => {
    const match = matches[index] ?? null
    if (match === null) return { ...isNew, isOther: false }
    const id = match.kind === 'product' ? match.known.id : match.producerId
    const knownId = match.why === null ? id : said.get(code)
    if (knownId === null) return { ...isNew, isOther: true }
    if (knownId !== id) return null
    const { why } = match
    return match.kind === 'product'
      ? { productId: id, producerId: match.known.producerId, why, isOther: false }
      : { productId: null, producerId: id, why, isOther: false }
  })
  const open = settled.filter((one) => one === null).length
  if (open > 0) throw new Refusal('workbook-has-doubts', { products: open })
  return settled.filter((one) => one !== null)
}

const isNew = { productId: null, producerId: null, why: null } as const

/** As it is shown to whoever says whether it is the same. */
export function toWorkbookMatch(
  { code, productName, producerName }: Pick<ItemProduct, 'code' | 'productName' | 'producerName'>,
  match: ProductMatch,
): WorkbookMatch {
  const of = { code, productName, producerName, why: match.why }
  if (match.kind === 'producer') {
    const { producerId: id, producer, commune } = match
    return { ...of, known: { kind: 'producer', id, name: producer.name, commune } }
  }
  const { id, code: ownCode, name, producer, commune } = match.known
  return { ...of, known: { kind: 'product', id, code: ownCode, name, producerName: producer.name, commune } }
}
