import { Refusal } from '../../../shared/api/refusal.ts'
import type { SessionFields } from '../../../shared/api/sessions.ts'
import { codeKey } from '../../../shared/domain/register/product-code.ts'
import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { listSetsOfSession } from '../../db/queries/criteria.ts'
import { findCouncil } from '../../db/queries/councils.ts'
import { findProduct } from '../../db/queries/products.ts'
import { findRegistrationOf } from '../../db/queries/registrations.ts'
import { loadSealedRuleSet, sealFile } from '../../db/queries/sealed-files.ts'
import { copyNewProducts } from '../../db/queries/session-copies.ts'
import { insertAgendaItem, insertSession, listAgendaItems, type SessionRow } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import { scorableSet } from '../rules/scorable-set.ts'
import { standingSet } from '../rules/standing-sets.ts'

type ToMake = {
  readonly councilId: number
  readonly ruleSetId: string
  readonly fields: SessionFields
  readonly now: string
}

/** Makes a session of a council under a rule set, which the file gets a sealed copy of. @throws Refusal `rule-set-not-for-sessions`, `level-does-not-score`, `council-continued` */
export function makeSession(app: AppContext, db: WriteDb, { councilId, ruleSetId, fields, now }: ToMake): number {
  const council = requireFound(findCouncil(db, councilId))
  const ruleSet = requireFound(app.rules.ruleSet(ruleSetId))
  if (!ruleSet.isForSessions) throw new Refusal('rule-set-not-for-sessions', { ruleSet: ruleSet.shortTitle })
  if (findLevelRule({ ruleSet, level: council.level })?.scores !== true)
    throw new Refusal('level-does-not-score', { ruleSet: ruleSet.shortTitle, level: council.level })
  const { continued } = council
  if (continued !== null && continued.year <= fields.year)
    throw new Refusal('council-continued', { council: council.name, year: continued.year })
  const ruleSetFileId = sealFile(db, { kind: 'rule-set', content: ruleSet, sealedAt: now })
  return insertSession(db, { councilId: council.id, ruleSetFileId, level: council.level, fields })
}

type ToAdd = {
  readonly session: SessionRow
  readonly productIds: readonly number[]
  readonly now: string
  /** Of a product that is not registered for the year. */
  readonly application?: 'reassessment'
}

/** Puts products onto an agenda, each with its form. @throws Refusal `duplicate-code`, `product-incomplete` */
export function addToAgenda(app: AppContext, db: WriteDb, { session, productIds, now, application }: ToAdd): void {
  const ruleSetId = loadSealedRuleSet(db, session.ruleSetFileId).id
  const onAgenda = new Map(listAgendaItems(db, session.id).map(({ code, productName }) => [codeKey(code), productName]))
  const sealed = new Map(listSetsOfSession(db, session.id))
  const { year } = session
  for (const productId of productIds) {
    const product = requireFound(findProduct(db, productId))
    const twin = onAgenda.get(codeKey(product.code))
    if (twin !== undefined) throw new Refusal('duplicate-code', { code: product.code, name: twin })
    const { code, name, setNumber } = product
    if (code === '' || setNumber === null) throw new Refusal('product-incomplete', { name })
    const shipped = app.rules.criteriaSet(ruleSetId, setNumber)
    // Products of one set are scored alike: a set that was loaded meanwhile is taken by all of them or none.
    const criteriaFileId =
      sealed.get(shipped?.id ?? '') ??
      sealFile(db, {
        kind: 'criteria-set',
        content: scorableSet(shipped && standingSet(db, shipped), setNumber),
        sealedAt: now,
      })
    if (shipped !== null) sealed.set(shipped.id, criteriaFileId)
    insertAgendaItem(db, {
      sessionId: session.id,
      productId,
      criteriaFileId,
      application: standingRegistration(db, { productId, year })?.application ?? application ?? 'new',
      criteriaCase: null,
    })
    onAgenda.set(codeKey(product.code), product.name)
  }
  if (session.state === 'open') copyNewProducts(db, session.id)
}

/** Of a product in a year, where there is one that was not withdrawn. */
export function standingRegistration(db: ReadDb, of: { readonly productId: number; readonly year: number }) {
  const registration = findRegistrationOf(db, of)
  return registration?.withdrawnOn === null ? registration : null
}
