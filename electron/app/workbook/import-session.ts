import type { Council, CouncilFields } from '../../../shared/api/councils.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
import { importedReason } from '../../../shared/domain/session/session-record.ts'
import type { WriteDb } from '../../db/handles.ts'
import { insertScoringRound, upsertAgreedLevel, upsertExclusion } from '../../db/queries/agenda-facts.ts'
import { insertCouncil, insertMember, listCouncils } from '../../db/queries/councils.ts'
import { fillContact } from '../../db/queries/producers.ts'
import { fillProducerKind, fillProduct, insertProduct } from '../../db/queries/products.ts'
import { copyStaged } from '../../db/queries/staged-session.ts'
import { sealFile } from '../../db/queries/sealed-files.ts'
import { copyDirectory } from '../../db/queries/session-copies.ts'
import {
  insertAgendaItem,
  insertSession,
  updateAgendaItem,
  updateSession,
  upsertAttendance,
} from '../../db/queries/sessions.ts'
import type { StagedImport } from '../../work/jobs.ts'
import { requireFound } from '../commit.ts'
import type { Settled } from './match-items.ts'

type Import = {
  readonly db: WriteDb
  readonly now: string
  readonly value: StagedImport
  readonly ruleSet: RuleSet
  /** Where each item goes, in their order. */
  readonly places: readonly Settled[]
}

/** Writes a whole imported session, whose ballots are staged, and returns its id. Inside the caller's transaction. */
export function importSession(job: Import): number {
  const { db, now, value, ruleSet } = job
  const council = findOrInsertCouncil(db, value)
  const sessionId = insertSession(db, {
    councilId: council.id,
    ruleSetFileId: sealFile(db, { kind: 'rule-set', content: ruleSet, sealedAt: now }),
    level: value.level,
    fields: { ...value.session, regulation: value.regulation },
  })
  updateSession(db, sessionId, { state: 'open', tallyDigest: null, recordDigest: null, openedAt: now })
  for (const { code, isPresent, arrivedAt, leftAt, absenceReason } of value.members) {
    const memberId = requireFound(council.memberIds.get(code))
    upsertAttendance(db, { sessionId, memberId, isPresent, arrivedAt, leftAt, absenceReason })
  }
  const fileIds = new Map(
    [...value.forms].map(([setNumber, content]) => [
      setNumber,
      sealFile(db, { kind: 'criteria-set', content, sealedAt: now }),
    ]),
  )
  value.items.forEach((item, index) => {
    const to = requireFound(job.places[index])
    importItem({ job, item, to, sessionId, memberIds: council.memberIds, fileIds })
  })
  copyDirectory(db, sessionId)
  copyStaged(db, { sessionId, now, by: importedReason })
  return sessionId
}

type Place = {
  readonly job: Import
  readonly item: StagedImport['items'][number]
  readonly to: Settled
  readonly sessionId: number
  readonly memberIds: ReadonlyMap<string, number>
  /** The sealed form of each set. */
  readonly fileIds: ReadonlyMap<number, number>
}

function importItem({ job, item, to, sessionId, memberIds, fileIds }: Place): void {
  const { db, now, value } = job
  const form = requireFound(value.forms.get(item.setNumber))
  const product = {
    code: item.code,
    name: item.productName,
    producerName: item.producerName,
    producerKind: item.producerKind,
    commune: item.commune,
    district: item.district,
    setNumber: item.setNumber,
  }
  if (to.producerId !== null) fillProducerKind(db, { id: to.producerId, kind: item.producerKind })
  const productId =
    to.productId === null ? insertProduct(db, product, to.producerId) : fillProduct(db, to.productId, product)
  fillContact(db, { productId, phone: item.phone, representative: item.representative, address: item.address })
  const agendaItemId = insertAgendaItem(db, {
    sessionId,
    productId,
    criteriaFileId: requireFound(fileIds.get(item.setNumber)),
    application: item.application,
    criteriaCase: item.criteriaCase,
  })
  const { samplesReceived, dossierStatus, dossierNote } = item
  updateAgendaItem(db, agendaItemId, { samplesReceived, dossierStatus, dossierNote })
  for (const { memberCode, kind, reason } of item.exclusions) {
    upsertExclusion(db, { agendaItemId, memberId: requireFound(memberIds.get(memberCode)), kind, reason })
  }
  for (const { criterionCode, option, reason } of item.agreedLevels) {
    const criterion = listCriteria(form).findIndex((place) => place.criterion.code === criterionCode)
    upsertAgreedLevel(db, { agendaItemId, criterion, option, reason })
  }
  for (const round of item.rounds) {
    if (round === 1) continue
    insertScoringRound(db, { agendaItemId, number: round, reason: importedReason, openedAt: now })
    updateAgendaItem(db, agendaItemId, { scoringRound: round })
  }
}

/** The same council (name, level, founding decision) with the same members is used again; anything else is a new one. */
function findOrInsertCouncil(
  db: WriteDb,
  value: StagedImport,
): { readonly id: number; readonly memberIds: ReadonlyMap<string, number> } {
  const known = listCouncils(db).find(
    (council) =>
      council.name === value.council.name &&
      council.level === value.level &&
      council.province === value.council.province &&
      council.district === value.council.district &&
      council.foundingDecisionNumber === value.council.foundingDecisionNumber &&
      ['', council.regulationNumber].includes(value.council.regulationNumber) &&
      hasSameMembers(standingOn(council, value.session.heldOn), value.members),
  )
  if (known !== undefined) {
    return {
      id: known.id,
      memberIds: new Map(standingOn(known, value.session.heldOn).map(({ code, id }) => [code, id])),
    }
  }
  const fields: CouncilFields = {
    name: value.council.name,
    level: value.level,
    province: value.council.province,
    district: value.council.district,
    foundingDecisionNumber: value.council.foundingDecisionNumber,
    foundingDecisionDate: value.council.foundingDecisionDate,
    regulationNumber: value.council.regulationNumber,
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

/** Its members on the day of the meeting. */
const standingOn = ({ members }: Council, day: string) => members.filter((member) => isMemberOn(member, day))

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
