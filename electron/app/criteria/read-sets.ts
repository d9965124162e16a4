import type {
  DecisionSets,
  OfficeSetEvent,
  SetDetail,
  SetPreview,
  SessionOfSet,
  StandingSet,
} from '../../../shared/api/criteria.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { canBeTakenAsPrinted, checkCriteriaSet, isUsableForScoring } from '../../../shared/domain/criteria/check-set.ts'
import { compareSets } from '../../../shared/domain/criteria/compare-sets.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import type { ReadDb } from '../../db/handles.ts'
import { countSessionsOfFiles, listOfficeSets, listSessionsOfSet, type SetSession } from '../../db/queries/criteria.ts'
import { findSealedFile, loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import type { CriteriaReading } from '../../workbooks/criteria/read-criteria-workbook.ts'
import type { ShippedRules } from '../rules/shipped.ts'
import { standingSet } from '../rules/standing-sets.ts'

/** The set of that key as it ships. @throws Refusal `not-found` */
export function shippedSet(rules: ShippedRules, key: string): CriteriaSet {
  for (const { id } of rules.ruleSets) {
    const found = rules.criteriaSets(id).find((set) => set.id === key)
    if (found !== undefined) return found
  }
  throw new Refusal('not-found')
}

/** Sets by decision, the newest decision first, as they stand in the file. */
export function listDecisions(db: ReadDb, rules: ShippedRules): readonly DecisionSets[] {
  const sessions = countSessionsOfFiles(db)
  const own = new Map(listOfficeSets(db).flatMap((row) => (row.endedAt === null ? [[row.setKey, row] as const] : [])))
  const folders = Map.groupBy(
    rules.ruleSets
      .filter(({ criteriaFolder }) => criteriaFolder !== null)
      .toSorted((a, b) => b.inForce.from.localeCompare(a.inForce.from)),
    ({ criteriaFolder }) => criteriaFolder,
  )
  return [...folders.values()].flatMap((ruleSets) => {
    const shipped = rules.criteriaSets(ruleSets[0]?.id ?? '')
    if (shipped[0] === undefined) return []
    return [
      {
        decision: shipped[0].decision,
        ruleSets: ruleSets.map(({ id, shortTitle: title }) => ({ id, title })),
        sets: shipped.map((set) => {
          const row = own.get(set.id)
          const form = row === undefined ? set : loadSealedCriteriaSet(db, row.criteriaFileId)
          const fileId = row?.criteriaFileId ?? findSealedFile(db, set)
          return lineOf(form, row?.adoptedAt ?? null, sessions.get(fileId ?? 0) ?? 0)
        }),
      },
    ]
  })
}

function lineOf(form: CriteriaSet, adoptedAt: string | null, sessions: number): StandingSet {
  return {
    key: form.id,
    setNumber: form.setNumber,
    name: form.name,
    sector: form.sector,
    group: form.group ?? '',
    status: form.status,
    isUsable: isUsableForScoring(form),
    canBeTakenAsPrinted: canBeTakenAsPrinted(form),
    criteriaCount: listCriteria(form).length,
    mostPoints: mostPoints(form),
    office: form.office ?? null,
    adoptedAt,
    sessions,
  }
}

/** @throws Refusal `not-found` */
export function detailOf(db: ReadDb, rules: ShippedRules, key: string): SetDetail {
  const shipped = shippedSet(rules, key)
  const form = standingSet(db, shipped)
  const fileId = findSealedFile(db, form)
  const sessions = countSessionsOfFiles(db)
  const events = listOfficeSets(db).filter(({ setKey }) => setKey === key)
  return {
    ...lineOf(form, events.find(({ endedAt }) => endedAt === null)?.adoptedAt ?? null, sessions.get(fileId ?? 0) ?? 0),
    form,
    faults: checkCriteriaSet(form),
    changes: compareSets(shipped, form),
    events: events.map(({ criteriaFileId, adoptedAt, endedAt, endReason }): OfficeSetEvent => {
      const { status, office } = loadSealedCriteriaSet(db, criteriaFileId)
      return {
        adoptedAt,
        endedAt,
        endReason,
        status,
        office: office ?? null,
        sessions: sessions.get(criteriaFileId) ?? 0,
      }
    }),
    takers: takersOf(listSessionsOfSet(db, key), fileId),
  }
}

export function previewOf(
  db: ReadDb,
  rules: ShippedRules,
  { form, faults, isShort, notices }: CriteriaReading,
): SetPreview {
  if (form === null || (faults.length > 0 && !isShort)) return { faults, notices, set: null }
  const sessions = listSessionsOfSet(db, form.id)
  return {
    faults,
    notices,
    set: {
      key: form.id,
      decision: form.decision,
      setNumber: form.setNumber,
      name: form.name,
      mostPoints: mostPoints(form),
      isShort,
      changes: compareSets(standingSet(db, shippedSet(rules, form.id)), form),
      takers: takersOf(sessions, null),
      keepers: sessions.filter(({ state, isScored }) => state === 'closed' || isScored === 1).map(toSession),
    },
  }
}

const takersOf = (sessions: readonly SetSession[], fileId: number | null): readonly SessionOfSet[] =>
  sessions
    .filter(({ state, isScored, criteriaFileId }) => state !== 'closed' && isScored === 0 && criteriaFileId !== fileId)
    .map(toSession)

function toSession({ criteriaFileId: _file, isScored: _scored, ...session }: SetSession): SessionOfSet {
  return session
}
