import type { CommitmentFields, InspectionFields } from '../../../shared/api/inspections.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { doubtsOfInspecting } from '../../../shared/domain/aftercare/doubts.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  deleteCommitment,
  deleteFinding,
  deleteInspectionFile,
  findCommitment,
  findInspection,
  findInspectionFile,
  findRoute,
  insertCommitment,
  insertInspectionFile,
  listInspectionFiles,
  readFindings,
  readInspections,
  updateCommitment,
  updateInspection,
  upsertFinding,
  type InspectionRow,
  type StoredCommitment,
} from '../../db/queries/inspections.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { handPaper, takePaper, viewPaper } from '../paper-files/taken-paper.ts'
import { procedures } from '../procedures.ts'
import { requireAccepted } from '../require-accepted.ts'
import { requirePast } from '../require-past.ts'
import { inspectionFolder } from './inspection-folder.ts'
import { planHandlers } from './inspection-plan-handlers.ts'
import { listCommitmentsOn, listInspectionsOn, readInspection, toInspections } from './inspections.ts'
import { lawOn } from './withdrawals.ts'

/** What was found, promised and photographed. */
export function inspectionHandlers(app: AppContext) {
  const { list, get, commitments, viewFile, takeFile } = procedures.aftercare.inspections
  const fileOf = (id: number) => {
    const file = requireFound(findInspectionFile(openDb(app), id))
    return { file, path: inspectionFolder(app).find(file) }
  }
  return {
    list: list.handler(({ input }) => listInspectionsOn(app, openDb(app), input)),
    get: get.handler(({ input }) => readInspection(app, openDb(app), input.id)),
    commitments: commitments.handler(({ input }) => listCommitmentsOn(app, openDb(app), input)),
    viewFile: viewFile.handler(async ({ input }) => {
      const { file, path } = fileOf(input.id)
      await viewPaper(app, file, path)
    }),
    takeFile: takeFile.handler(async ({ input }) => {
      const { file, path } = fileOf(input.id)
      return handPaper(file, path)
    }),

    ...planHandlers(app),
    ...commandsAt(app, 'aftercare.inspections').inside({
      save: (db, { input, now }) => {
        const row = requireFound(findInspection(db, input.id))
        const from = fieldsOf(row)
        const to = layPatch<InspectionFields>(from, input.fields)
        requirePast(to.inspectedOn, vietnamDay(now))
        const doubts = to.inspectedOn === from.inspectedOn ? [] : doubtsOf(db, row, to.inspectedOn)
        const accepted = requireAccepted(doubts, input.accepted)
        updateInspection(db, row.id, to)
        return { result: undefined, audit: { subject: `inspection:${row.id}`, detail: { from, to, ...accepted } } }
      },

      answer: (db, { input: { id, item, answer, remark }, now }) => {
        const { inspectedOn } = requireFound(findInspection(db, id))
        const law = lawOn(app, inspectedOn ?? vietnamDay(now))
        const isAsked = law?.rules.inspection.items.some(({ key }) => key === item) === true
        if (!isAsked && answer !== null) throw new Refusal('not-found')
        const before = readFindings(db, [id])
          .get(id)
          ?.find((one) => one.item === item)
        if (answer === null) deleteFinding(db, { inspectionId: id, item })
        else upsertFinding(db, { inspectionId: id, item, answer, remark })
        const from = before === undefined ? null : { answer: before.answer, remark: before.remark }
        const detail = { item, from, to: answer === null ? null : { answer, remark } }
        return { result: undefined, audit: { subject: `inspection:${id}`, detail } }
      },

      markClean: (db, { input: { ids, on, accepted: asked }, now }) => {
        requirePast(on, vietnamDay(now))
        const rows = readInspections(db, ids)
        const violating = toInspections(app, db, rows).find(
          ({ violations, findings }) => violations !== '' || findings.some(({ answer }) => answer === 'no'),
        )
        if (violating !== undefined) throw new Refusal('inspection-has-violation', { name: violating.productName })
        const doubts = rows.flatMap((row) => (row.inspectedOn === null ? doubtsOf(db, row, on) : []))
        const accepted = requireAccepted([...new Set(doubts)], asked)
        const findings = readFindings(db, ids)
        for (const { id: inspectionId, inspectedOn } of rows) {
          if (inspectedOn === null) updateInspection(db, inspectionId, { inspectedOn: on })
          const answered = findings.get(inspectionId) ?? []
          for (const { key: item } of lawOn(app, inspectedOn ?? on)?.rules.inspection.items ?? []) {
            const isAnswered = answered.some((one) => one.item === item)
            if (!isAnswered) upsertFinding(db, { inspectionId, item, answer: 'yes', remark: '' })
          }
        }
        const inspections = rows.map(({ id }) => id)
        const subject = inspections.length === 1 ? `inspection:${inspections[0]}` : 'inspections'
        const audit = inspections.length === 0 ? null : { subject, detail: { inspections, on, ...accepted } }
        return { result: undefined, audit }
      },

      saveCommitment: (db, { input }) => {
        if (input.id === undefined) {
          const { inspectionId, ...to } = input.fields
          requireDue(to, requireFound(findInspection(db, inspectionId)))
          const id = insertCommitment(db, { inspectionId, ...to })
          return { result: { id }, audit: { subject: `inspection:${inspectionId}`, detail: { to } } }
        }
        const { id, inspectionId, what, dueOn } = requireFound(findCommitment(db, input.id))
        const from = { what, dueOn }
        const to = layPatch<CommitmentFields>(from, input.fields)
        requireDue(to, requireFound(findInspection(db, inspectionId)))
        updateCommitment(db, id, to)
        return { result: { id }, audit: { subject: `inspection:${inspectionId}`, detail: { from, to } } }
      },

      removeCommitment: (db, { input }) => {
        const { id, inspectionId, what, dueOn } = requireFound(findCommitment(db, input.id))
        deleteCommitment(db, id)
        return {
          result: undefined,
          audit: { subject: `inspection:${inspectionId}`, detail: { from: { what, dueOn } } },
        }
      },

      settle: (db, { input: { id, settlement, accepted: asked }, now }) => {
        const commitment = requireFound(findCommitment(db, id))
        requirePast(settlement?.on ?? null, vietnamDay(now))
        const { inspectedOn } = requireFound(findInspection(db, commitment.inspectionId))
        const isEarly = settlement !== null && inspectedOn !== null && settlement.on < inspectedOn
        const accepted = requireAccepted(isEarly ? ['before-inspection'] : [], asked)
        const from = settlementOf(commitment)
        const { outcome, on: settledOn, remark } = settlement ?? { outcome: null, on: null, remark: '' }
        updateCommitment(db, id, { outcome, settledOn, remark })
        const detail = { what: commitment.what, from, to: settlement, ...accepted }
        return { result: undefined, audit: { subject: `inspection:${commitment.inspectionId}`, detail } }
      },

      removeFile: (db, { input }) => {
        const { inspectionId, name, sha256 } = requireFound(findInspectionFile(db, input.id))
        deleteInspectionFile(db, input.id)
        return { result: undefined, audit: { subject: `inspection:${inspectionId}`, detail: { file: name, sha256 } } }
      },
    }),

    ...commandsAt(app, 'aftercare.inspections').around({
      addFile: async ({ input: { id: inspectionId, file }, commit }) => {
        requireFound(findInspection(openDb(app), inspectionId))
        const already = listInspectionFiles(openDb(app), inspectionId).length
        const of = { parent: 'inspections', id: inspectionId } as const
        const { name, bytes, sha256 } = await takePaper(app, { file, of, already })
        // Before the record says that it has it: a file that no record names harms nobody.
        const storedName = await inspectionFolder(app).keep({ inspectionId, name, bytes, sha256 })
        return commit((db, addedAt) => {
          requireFound(findInspection(db, inspectionId))
          const same = listInspectionFiles(db, inspectionId).find((one) => one.sha256 === sha256)
          if (same !== undefined) return { result: { id: same.id }, audit: null }
          const size = bytes.length
          const id = insertInspectionFile(db, { inspectionId, name, storedName, sha256, size, addedAt })
          return {
            result: { id },
            audit: { subject: `inspection:${inspectionId}`, detail: { file: name, sha256, size } },
          }
        })
      },
    }),
  }
}

function doubtsOf(db: ReadDb, { routeId, recognisedOn }: InspectionRow, on: string | null) {
  return doubtsOfInspecting(on, { route: routeId === null ? null : findRoute(db, routeId), recognisedOn })
}

/** @throws Refusal `due-before-inspection` */
function requireDue({ dueOn }: CommitmentFields, { inspectedOn }: Pick<InspectionFields, 'inspectedOn'>): void {
  if (inspectedOn !== null && dueOn < inspectedOn) {
    throw new Refusal('due-before-inspection', { day: formatDate(inspectedOn) })
  }
}

function settlementOf({ outcome, settledOn, remark }: StoredCommitment) {
  return outcome === null || settledOn === null ? null : { outcome, on: settledOn, remark }
}

function fieldsOf(row: InspectionFields): InspectionFields {
  const { inspectedOn, place, participants, producerSide, violations, producerOpinion } = row
  return { inspectedOn, place, participants, producerSide, violations, producerOpinion }
}
