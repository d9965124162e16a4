import { Refusal } from '../../../shared/api/refusal.ts'
import type { AgendaRowInput, ItemFacts, ListedPlace, ListedProduct } from '../../../shared/api/sessions.ts'
import { nextCode } from '../../../shared/domain/next-code.ts'
import { matchProducts, type SaidProduct } from '../../../shared/domain/register/match-products.ts'
import { productKey } from '../../../shared/domain/register/name-keys.ts'
import { codeKey, readProductCode } from '../../../shared/domain/register/product-code.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { listCommuneChanges } from '../../db/queries/communes.ts'
import { fillProducerKind, fillProduct, findProductByCode, insertProduct } from '../../db/queries/products.ts'
import { readKnownProducts } from '../../db/queries/register.ts'
import { findSession, listAgendaItems, type SessionRow } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import { nextCodeAt } from '../products/next-code-at.ts'
import { toWorkbookMatch } from '../workbook/match-items.ts'
import { listOtherLaw, requireOwnLaw } from './filed-laws.ts'
import { markItem } from './item-facts.ts'
import { requireSeen } from './lay-answers.ts'
import { addToAgenda, standingRegistration } from './make-session.ts'

/** What the file and an agenda have of listed products, in their order. */
export function placeListed(
  app: AppContext,
  db: ReadDb,
  { sessionId, products }: { readonly sessionId: number; readonly products: readonly ListedProduct[] },
): readonly ListedPlace[] {
  const session = requireFound(findSession(db, sessionId))
  const items = listAgendaItems(db, sessionId)
  const known = readKnownProducts(db)
  const said = products.map(({ name: productName, ...rest }) => ({ ...rest, productName }))
  const named = said.filter(({ productName, producerName }) => productName !== '' && producerName !== '')
  const found = matchProducts(named, known, listCommuneChanges(db))
  const matchOf = new Map(named.map((one, place) => [one, found[place] ?? null]))
  const codes = [...items.map(({ code }) => code), ...products.map(({ code }) => code)].filter((code) => code !== '')
  return products.map((product, index): ListedPlace => {
    const listed = said[index] ?? noProduct
    const match = matchOf.get(listed) ?? null
    const ofProduct = match?.kind === 'product' ? match.known : null
    const item =
      items.find(({ productId }) => productId === ofProduct?.id) ??
      (ofProduct === null ? findItem(items, product) : null)
    const own = item === null ? ofProduct : (known.find(({ id }) => id === item.productId) ?? null)
    const coded = own === null && product.name === '' ? findCoded(db, product.code, known) : null
    const of = own ?? coded
    const isNew = of === null || of.code === ''
    const proposedCode =
      !isNew || product.code !== '' ? '' : (nextCodeAt(app, db, product, codes) ?? freeCode(codes, known))
    if (proposedCode !== '') codes.push(proposedCode)
    const sure = of === null ? null : { kind: 'product' as const, known: of, why: null }
    const shown = match ?? sure
    return {
      agendaItemId: item?.id ?? null,
      match: shown === null ? null : toWorkbookMatch(listed, shown),
      setNumber: of?.setNumber ?? null,
      proposedCode,
      isKeptInDossier: of !== null && standingRegistration(db, { productId: of.id, year: session.year }) !== null,
    }
  })
}

type ToTake = {
  readonly session: SessionRow
  readonly rows: readonly AgendaRowInput[]
  readonly acceptsOtherLaw?: boolean | undefined
  readonly now: string
}

/**
 * Lays a list over an agenda, in its order. What the audit tells of it.
 * @throws Refusal `duplicate-code`, `product-incomplete`, `other-law`, `kept-in-dossier`, `session-has-ballots`, `not-found`,
 * `changed-elsewhere`
 */
export function takeAgenda(app: AppContext, db: WriteDb, { session, rows, acceptsOtherLaw, now }: ToTake) {
  const placed = rows.map((row) => (row.agendaItemId === undefined ? productOf(db, row) : null))
  const productIds = placed.flatMap((one) => (one === null ? [] : [one.product]))
  const others = listOtherLaw(app, db, { session, productIds })
  requireOwnLaw(others, acceptsOtherLaw)
  addToAgenda(app, db, { session, productIds, now })
  const itemOf = new Map(listAgendaItems(db, session.id).map(({ id, productId }) => [productId, id]))
  const items = rows.map(({ agendaItemId, facts, seen }, index) => {
    const added = placed[index] ?? null
    const id = requireFound(agendaItemId ?? itemOf.get(added?.product ?? 0))
    const marked = markItem(db, { id, session, facts })
    if (agendaItemId !== undefined) requireSeenOf(marked.from, { facts, seen })
    return { ...marked, ...added }
  })
  return { items, ...(others.length > 0 && { ofOtherLaw: others.map(({ productId }) => productId) }) }
}

/** Whatever a list changes of an item was seen before. @throws Refusal `changed-elsewhere` */
function requireSeenOf(now: ItemFacts, { facts, seen = {} }: Pick<AgendaRowInput, 'facts' | 'seen'>): void {
  const changed = (Object.keys(facts) as (keyof ItemFacts)[]).filter((field) => facts[field] !== now[field])
  if (changed.some((field) => seen[field] === undefined)) throw new Refusal('changed-elsewhere')
  requireSeen(now, seen)
}

/** The product of a row, with what it lacked; a new one where the row is of none. @throws Refusal `not-found`, `duplicate-code` */
function productOf(db: WriteDb, { productId, producerId, product }: AgendaRowInput) {
  if (productId !== undefined)
    return { product: product === undefined ? productId : fillProduct(db, productId, product) }
  const fields = requireFound(product)
  const twin = fields.code === '' ? null : findProductByCode(db, fields.code)
  if (twin !== null) throw new Refusal('duplicate-code', { code: twin.code, name: twin.name })
  if (fields.name === '' || fields.producerName === '') throw new Refusal('product-incomplete', { name: fields.name })
  if (producerId !== undefined) fillProducerKind(db, { id: producerId, kind: fields.producerKind })
  return { product: insertProduct(db, fields, producerId), isNew: true as const }
}

type Item = ReturnType<typeof listAgendaItems>[number]

/** By its code where the list says no name; by its name alone where it says no producer. */
function findItem(items: readonly Item[], { code, name, producerName }: ListedProduct): Item | null {
  if (name === '') return (code === '' ? undefined : items.find((item) => codeKey(item.code) === codeKey(code))) ?? null
  const named = producerName === '' ? items.filter((item) => productKey(item.productName) === productKey(name)) : []
  return named.length === 1 ? (named[0] ?? null) : null
}

function findCoded<Known extends { readonly id: number }>(
  db: ReadDb,
  code: string,
  known: readonly Known[],
): Known | null {
  const coded = code === '' ? null : findProductByCode(db, code)
  return known.find(({ id }) => id === coded?.id) ?? null
}

/** In the manner of the agenda's own codes, and no product's of the file. */
function freeCode(codes: readonly string[], known: readonly { readonly code: string }[]): string {
  const taken = new Set(known.map(({ code }) => codeKey(code)))
  const own = codes.filter((code) => readProductCode(code) === null)
  let next = nextCode(own, 'SP01')
  while (taken.has(codeKey(next))) next = nextCode([...own, next], 'SP01')
  return next
}

const noProduct: SaidProduct = {
  code: '',
  productName: '',
  producerName: '',
  producerKind: '',
  commune: '',
  district: '',
  setNumber: null,
}
