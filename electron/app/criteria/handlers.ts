import type { OfficeSource, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { canBeTakenAsPrinted } from '../../../shared/domain/criteria/check-set.ts'
import { compareSets } from '../../../shared/domain/criteria/compare-sets.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import {
  countSessionsOfFiles,
  deleteOtherAnswers,
  endOfficeSet,
  findOfficeSet,
  insertOfficeSet,
  listItemsToReseal,
  resealItem,
} from '../../db/queries/criteria.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { findSeal, sealFile } from '../../db/queries/sealed-files.ts'
import { itemHasBallots } from '../../db/queries/sessions.ts'
import { openDb, requireFound } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { standingSet } from '../rules/standing-sets.ts'
import { unlockedSession } from '../sessions/guard.ts'
import { knockoutKeys } from '../sessions/knockouts.ts'
import { detailOf, listDecisions, previewOf, shippedSet } from './read-sets.ts'

export function criteriaHandlers(app: AppContext) {
  return {
    list: procedures.criteria.list.handler(() => listDecisions(openDb(app), app.rules)),
    get: procedures.criteria.get.handler(({ input }) => detailOf(openDb(app), app.rules, input.key)),
    workbook: procedures.criteria.workbook.handler(async ({ input, signal }) => {
      const form = standingSet(openDb(app), shippedSet(app.rules, input.key))
      const asked = { form, createdAt: app.clock.now() }
      const bytes = await app.work.run('write-criteria-workbook', asked, { signal })
      return new File([bytes as Uint8Array<ArrayBuffer>], `Bo-tieu-chi_${form.id}.xlsx`, { type: mimeTypes.xlsx })
    }),
    preview: procedures.criteria.preview.handler(async ({ input, signal }) => {
      const bytes = new Uint8Array(await input.file.arrayBuffer())
      const reading = await app.work.run('read-criteria-workbook', { bytes }, { signal })
      return previewOf(openDb(app), app.rules, reading)
    }),

    ...commandsAt(app, 'criteria').around({
      load: async ({ input: { file, office }, commit }) => {
        requirePast(app, office)
        const bytes = new Uint8Array(await file.arrayBuffer())
        const { form, faults, isShort } = await app.work.run('read-criteria-workbook', { bytes })
        const { shortReason, ...source } = office
        if (form === null || (faults.length > 0 && !(isShort && shortReason !== undefined)))
          throw new Refusal('workbook-has-faults', { faults: faults.length })
        const own = isShort
          ? { status: 'corrected-as-printed' as const, office }
          : { status: 'completed-by-office' as const, office: source }
        return commit((db, now) => {
          const standing = standingSet(db, shippedSet(app.rules, form.id))
          const changes = compareSets(standing, form).length
          if (changes === 0) throw new Refusal('criteria-set-same', setOf(form))
          const sha256 = adopt(db, { form: { ...form, ...own }, now })
          const detail = { key: form.id, file: file instanceof File ? file.name : '', sha256, changes, to: own.office }
          return { result: { key: form.id }, audit: { subject: `criteria:${form.id}`, detail } }
        })
      },
    }),

    ...commandsAt(app, 'criteria').inside({
      acceptAsPrinted: (db, { input: { key, office }, now }) => {
        requirePast(app, office)
        const form = standingSet(db, shippedSet(app.rules, key))
        if (!canBeTakenAsPrinted(form)) throw new Refusal('criteria-set-not-short', setOf(form))
        const sha256 = adopt(db, { form: { ...form, status: 'as-printed', office }, now })
        const detail = { key, sha256, mostPoints: mostPoints(form), to: office }
        return { result: undefined, audit: { subject: `criteria:${key}`, detail } }
      },

      withdraw: (db, { input: { key, reason }, now }) => {
        const fileId = requireFound(findOfficeSet(db, key))
        const form = standingSet(db, shippedSet(app.rules, key))
        const sessions = countSessionsOfFiles(db).get(fileId) ?? 0
        if (sessions > 0) throw new Refusal('criteria-set-used', { ...setOf(form), sessions })
        endOfficeSet(db, { setKey: key, endedAt: now, endReason: reason })
        const detail = { key, reason, from: requireFound(form.office ?? null) }
        return { result: undefined, audit: { subject: `criteria:${key}`, detail } }
      },

      takeInto: (db, { input: { key, sessionId }, now }) => {
        const session = unlockedSession(db, sessionId)
        const form = standingSet(db, shippedSet(app.rules, key))
        const criteriaFileId = sealFile(db, { kind: 'criteria-set', content: form, sealedAt: now })
        const items = listItemsToReseal(db, { sessionId, setKey: key, criteriaFileId })
        if (items.length === 0) throw new Refusal('not-found')
        if (items.some((id) => itemHasBallots(db, id))) throw new Refusal('session-has-ballots')
        for (const id of items) {
          resealItem(db, { id, criteriaFileId, keepsCase: hasCases(form) })
          deleteOtherAnswers(db, { agendaItemId: id, questions: knockoutKeys(form) })
        }
        const { sha256 } = requireFound(findSeal(db, criteriaFileId))
        const audit = { subject: `session:${session.id}`, detail: { key, sha256, items } }
        return { result: undefined, audit, sessionId: session.id }
      },
    }),
  }
}

const setOf = ({ setNumber, name }: CriteriaSet) => ({ setNumber, name })

const hasCases = (form: CriteriaSet): boolean =>
  listCriteria(form).some(({ criterion }) => criterion.cases !== undefined)

/** Seals the set into the file, from now on the one that new sessions score with; answers its SHA-256. */
function adopt(db: WriteDb, { form, now }: { readonly form: CriteriaSet; readonly now: string }): string {
  const criteriaFileId = sealFile(db, { kind: 'criteria-set', content: form, sealedAt: now })
  insertOfficeSet(db, { setKey: form.id, criteriaFileId, adoptedAt: now })
  return requireFound(findSeal(db, criteriaFileId)).sha256
}

function requirePast(app: AppContext, { documentDate }: OfficeSource): void {
  const today = vietnamDay(app.clock.now())
  if (documentDate > today) {
    throw new Refusal('day-to-come', { day: formatDate(documentDate), today: formatDate(today) })
  }
}
