import type { FiledLawGroup, OtherLaw } from '../../../shared/api/sessions.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { lawOfFiling, type FiledLaw } from '../../../shared/domain/rules/law-of-filing.ts'
import { lodgedBy } from '../../../shared/domain/dossiers/dossier-rules.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import type { SessionRow } from '../../db/queries/sessions.ts'
import { loadSealedRuleSet } from '../../db/queries/sealed-files.ts'
import { findRegistrationOf, listUnheard, type UnheardRow } from '../../db/queries/registrations.ts'

type OnDay = { readonly heldOn: string; readonly year: number }

/** As many as one reads. */
const mostNames = 5

/**
 * By which law the year's dossiers that no agenda has are judged at a meeting of that day, by their days of filing; those
 * of which no day tells are counted apart.
 */
export function readFiledLaws(app: AppContext, db: ReadDb, { heldOn, year }: OnDay) {
  const groups = new Map<string, { readonly law: FiledLaw; readonly rows: UnheardRow[] }>()
  let undated = 0
  for (const row of listUnheard(db, year)) {
    const lodged = lodgedBy(row)
    const law = lodged === null ? null : lawOn(app, { ...row, filedOn: lodged, heldOn })
    // Whole on a day of the present law, it may have been lodged before.
    const isUndated = row.filedOn === null && (law === null || law.why === 'in-force')
    if (isUndated) undated += 1
    if (law === null || isUndated) continue
    const key = `${law.ruleSet.id} ${law.why} ${law.term?.article ?? ''}`
    const group = groups.get(key) ?? { law, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return { groups: [...groups.values()].map(toGroup), undated }
}

/** Of these products those whose dossiers are judged by another rule set than the session's. */
export function listOtherLaw(
  app: AppContext,
  db: ReadDb,
  { session, productIds }: { readonly session: SessionRow; readonly productIds: readonly number[] },
): readonly OtherLaw[] {
  const { heldOn, year, ruleSetFileId } = session
  const { id: ruleSetId } = loadSealedRuleSet(db, ruleSetFileId)
  return listOtherLawThan(app, db, { heldOn, year, ruleSetId, productIds })
}

type Meeting = OnDay & { readonly ruleSetId: string; readonly productIds: readonly number[] }

/** The same of a session that is in no file yet. */
export function listOtherLawThan(
  app: AppContext,
  db: ReadDb,
  { heldOn, year, ruleSetId: own, productIds }: Meeting,
): readonly OtherLaw[] {
  return productIds.flatMap((productId) => {
    const registration = findRegistrationOf(db, { productId, year })
    if (registration === null || registration.withdrawnOn !== null) return []
    const { productName: name, filedOn } = registration
    const lodged = lodgedBy(registration)
    if (lodged === null) return []
    const law = lawOn(app, { ...registration, filedOn: lodged, heldOn })
    if (law === null || law.ruleSet.id === own) return []
    const { ruleSet, why, term } = law
    const { id: ruleSetId, shortTitle: ruleSetTitle } = ruleSet
    return [
      {
        productId,
        name,
        filedOn,
        lodgedBy: lodged,
        ruleSetId,
        ruleSetTitle,
        why,
        article: term?.article ?? '',
        lastDay: term?.lastDay ?? null,
      },
    ]
  })
}

/** @throws Refusal `other-law` for the first of them, unless they are wanted all the same */
export function requireOwnLaw(others: readonly OtherLaw[], acceptsOtherLaw: boolean | undefined): void {
  const [stranger] = others
  if (stranger === undefined || acceptsOtherLaw === true) return
  const { name, ruleSetTitle, article } = stranger
  throw new Refusal('other-law', { name, ruleSet: ruleSetTitle, article, count: others.length })
}

function toGroup({ law, rows }: { readonly law: FiledLaw; readonly rows: readonly UnheardRow[] }): FiledLawGroup {
  return {
    ruleSetId: law.ruleSet.id,
    ruleSetTitle: law.ruleSet.shortTitle,
    why: law.why,
    article: law.term?.article ?? '',
    lastDay: law.term?.lastDay ?? null,
    count: rows.length,
    names: rows.slice(0, mostNames).map(({ productName }) => productName),
  }
}

function lawOn(
  { rules }: AppContext,
  { filedOn, application, heldOn }: Omit<Parameters<typeof lawOfFiling>[0], 'ruleSets'>,
): FiledLaw | null {
  return lawOfFiling({ ruleSets: rules.ruleSets, filedOn, application, heldOn })
}
