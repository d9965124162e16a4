import type { CouncilFields } from '../../../shared/api/councils.ts'
import { writeChoices } from '../../../shared/domain/ballot/choice-text.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import type { WriteDb } from '../../db/handles.ts'
import {
  insertScoringRound,
  upsertAgreedLevel,
  upsertExclusion,
  upsertKnockoutAnswer,
} from '../../db/queries/agenda-facts.ts'
import { insertBallot, setBallotState } from '../../db/queries/ballots.ts'
import { insertCouncil, insertMember, listCouncils } from '../../db/queries/councils.ts'
import { findSameProduct, insertProduct } from '../../db/queries/products.ts'
import { sealFile } from '../../db/queries/sealed-files.ts'
import {
  insertAgendaItem,
  insertSession,
  updateAgendaItem,
  updateSession,
  upsertAttendance,
} from '../../db/queries/sessions.ts'
import type { ImportedItem, SessionImport } from '../../workbooks/session/session-import.ts'
import { requireFound } from '../commit.ts'
import type { ShippedRules } from '../rules/shipped.ts'
import { scorableSet } from '../sessions/agenda-handlers.ts'
import { knockoutKeys, otherKnockout } from '../sessions/knockouts.ts'

type Import = {
  readonly db: WriteDb
  readonly now: string
  readonly value: SessionImport
  readonly rules: ShippedRules
}

/** Writes a whole imported session and returns its id. Runs inside the caller's transaction. */
export function importSession(job: Import): number {
  const { db, now, value, rules } = job
  const ruleSet = requireFound(rules.ruleSet(value.ruleSetId))
  const council = findOrInsertCouncil(db, value)
  const sessionId = insertSession(db, {
    councilId: council.id,
    ruleSetFileId: sealFile(db, { kind: 'rule-set', content: ruleSet, sealedAt: now }),
    level: value.level,
    fields: { ...value.session, regulation: value.regulation },
  })
  updateSession(db, sessionId, { state: 'open', tallyDigest: null, openedAt: now })
  for (const { code, isPresent } of value.members) {
    const memberId = requireFound(council.memberIds.get(code))
    upsertAttendance(db, { sessionId, memberId, isPresent, arrivedAt: null, leftAt: null, absenceReason: '' })
  }
  for (const item of value.items) importItem({ job, item, sessionId, memberIds: council.memberIds })
  return sessionId
}

type Place = {
  readonly job: Import
  readonly item: ImportedItem
  readonly sessionId: number
  readonly memberIds: ReadonlyMap<string, number>
}

function importItem({ job, item, sessionId, memberIds }: Place): void {
  const { db, now, value, rules } = job
  const form = scorableSet({ rules, ruleSetId: value.ruleSetId, setNumber: item.setNumber })
  const product = {
    code: item.code,
    name: item.productName,
    producerName: item.producerName,
    producerKind: item.producerKind,
    commune: item.commune,
    district: item.district,
    setNumber: item.setNumber,
  }
  const agendaItemId = insertAgendaItem(db, {
    sessionId,
    productId: findSameProduct(db, product) ?? insertProduct(db, product),
    criteriaFileId: sealFile(db, { kind: 'criteria-set', content: form, sealedAt: now }),
    application: item.application,
    criteriaCase: item.criteriaCase,
  })
  importKnockouts({ db, form, item, agendaItemId })
  for (const code of item.recusedMemberCodes) {
    upsertExclusion(db, { agendaItemId, memberId: requireFound(memberIds.get(code)), kind: 'recused', reason: '' })
  }
  for (const { criterionCode, option } of item.agreedLevels) {
    const criterion = listCriteria(form).findIndex((place) => place.criterion.code === criterionCode)
    upsertAgreedLevel(db, { agendaItemId, criterion, option })
  }
  for (const { round, ballots } of item.rounds) {
    if (round > 1) {
      insertScoringRound(db, { agendaItemId, number: round, reason: 'Nhập từ bảng tính', openedAt: now })
      updateAgendaItem(db, agendaItemId, { scoringRound: round })
    }
    for (const { memberCode, choices } of ballots) {
      const key = { agendaItemId, memberId: requireFound(memberIds.get(memberCode)), scoringRound: round }
      importBallot({ db, now, form, key, choices })
    }
  }
}

/** The workbook answers all questions at once: rejected with its reason, or none applies. */
function importKnockouts(facts: {
  readonly db: WriteDb
  readonly form: CriteriaSet
  readonly item: ImportedItem
  readonly agendaItemId: number
}): void {
  const { db, form, item, agendaItemId } = facts
  if (item.isRejected) {
    const reason = item.rejectionReason === '' ? 'Hồ sơ bị loại' : item.rejectionReason
    upsertKnockoutAnswer(db, { agendaItemId, question: otherKnockout, isRejected: true, reason })
    return
  }
  for (const question of knockoutKeys(form)) {
    upsertKnockoutAnswer(db, { agendaItemId, question, isRejected: false, reason: '' })
  }
}

function importBallot(ballot: {
  readonly db: WriteDb
  readonly now: string
  readonly form: CriteriaSet
  readonly key: { readonly agendaItemId: number; readonly memberId: number; readonly scoringRound: number }
  readonly choices: BallotChoices
}): void {
  const { db, now, form, key, choices } = ballot
  const { answered, isComplete } = totalBallot(form, choices)
  if (answered === 0) return
  const text = writeChoices(listCriteria(form).map((_, index) => choices[index] ?? null))
  const row = insertBallot(db, { ...key, choices: text, savedAt: now, reopenedReason: '', revision: 0, opinion: '' })
  if (isComplete) setBallotState(db, { ballotId: row.id, state: 'confirmed', at: now, by: 'Nhập từ bảng tính' })
}

/** The same council (name, level, founding decision) with the same members is used again; anything else is a new one. */
function findOrInsertCouncil(
  db: WriteDb,
  value: SessionImport,
): { readonly id: number; readonly memberIds: ReadonlyMap<string, number> } {
  const known = listCouncils(db).find(
    (council) =>
      council.name === value.council.name &&
      council.level === value.level &&
      council.province === value.council.province &&
      council.district === value.council.district &&
      council.foundingDecisionNumber === value.council.foundingDecisionNumber &&
      hasSameMembers(council.members, value.members),
  )
  if (known !== undefined) {
    return { id: known.id, memberIds: new Map(known.members.map(({ code, id }) => [code, id])) }
  }
  const fields: CouncilFields = {
    name: value.council.name,
    level: value.level,
    province: value.council.province,
    district: value.council.district,
    foundingDecisionNumber: value.council.foundingDecisionNumber,
    foundingDecisionDate: value.council.foundingDecisionDate,
    regulationNumber: '',
    regulation: value.regulation,
  }
  const id = insertCouncil(db, fields)
  const memberIds = new Map(
    value.members.map(({ code, name, position, organisation, role }) => [
      code,
      insertMember(db, id, { code, name, position, organisation, role }),
    ]),
  )
  return { id, memberIds }
}

function hasSameMembers(
  known: readonly { readonly code: string; readonly name: string; readonly role: string }[],
  given: readonly { readonly code: string; readonly name: string; readonly role: string }[],
): boolean {
  return (
    known.length === given.length &&
    given.every((member) =>
      known.some(({ code, name, role }) => code === member.code && name === member.name && role === member.role),
    )
  )
}
