import { join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { OtherLaw } from '../../../shared/api/sessions.ts'
import type {
  KnownSession,
  MatchAnswer,
  OldTextChoice,
  WorkbookMatch,
  WorkbookPreview,
} from '../../../shared/api/workbook.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { listAgendaItems, listSessions } from '../../db/queries/sessions.ts'
import { withStaged } from '../../db/with-staged.ts'
import type { StagedImport } from '../../work/jobs.ts'
import { commit, requireFound, openDb } from '../commit.ts'
import { askedHere } from '../people/asked-here.ts'
import { procedures } from '../procedures.ts'
import { listOwnSets } from '../rules/standing-sets.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { listOtherLawThan, requireOwnLaw } from '../sessions/filed-laws.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { backgroundsOf } from './backgrounds.ts'
import { importSession } from './import-session.ts'
import { listMatches, settleMatches, type Settled } from './match-items.ts'

const workbookFile = (bytes: Uint8Array, name: string): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type: mimeTypes.xlsx })

export function workbookHandlers(app: AppContext) {
  return {
    preview: procedures.workbook.preview.handler(async ({ input, signal }) => {
      const asked = { bytes: await bytesOf(input.file), oldText: input.oldText ?? null, ownSets: ownSetsOf(app) }
      const preview = await app.work.run('preview-workbook', asked, { signal })
      if (app.workspace.current === null) return { ...preview, known: null, matches: [], otherLaws: [] }
      const db = openDb(app)
      const isSound = preview.faults.length === 0
      const matches = isSound ? listMatches(db, preview.summary?.listed ?? []) : []
      return { ...preview, known: findKnown(db, preview), matches, otherLaws: otherLawsOf(app, db, preview, matches) }
    }),

    import: procedures.workbook.import.handler(({ input, signal }) => {
      const requireStill = askedHere(app)
      return stageWorkbook(app, { file: input.file, oldText: input.oldText, signal }, ({ preview, write }) => {
        if (write === null) throw new Refusal('workbook-has-faults', { faults: preview.faults.length })
        requireStill()
        return write({ answers: input.answers ?? [], acceptsOtherLaw: input.acceptsOtherLaw === true })
      })
    }),

    export: procedures.workbook.export.handler(async ({ input, signal }) => {
      const db = openDb(app)
      const record = unsealedRecord(db, input.sessionId)
      const backgrounds = backgroundsOf(app, db, input.sessionId)
      const bytes = await app.work.run('write-workbook', { record, backgrounds, filled: input.filled }, { signal })
      const kind = input.filled ? 'Phieu-diem' : 'Mau-phieu-diem'
      const name = `${kind}_${record.session.heldOn}.xlsx`
      return workbookFile(bytes, name)
    }),

    blank: procedures.workbook.blank.handler(async ({ input, signal }) => {
      const ruleSet = requireFound(app.rules.ruleSet(input.ruleSetId))
      if (!ruleSet.isForSessions) throw new Refusal('rule-set-not-for-sessions', { ruleSet: ruleSet.shortTitle })
      const asked = { ruleSet, date: vietnamDay(app.clock.now()) }
      const bytes = await app.work.run('write-blank-workbook', asked, { signal })
      return workbookFile(bytes, `So-lam-viec-trong_${ruleSet.id}.xlsx`)
    }),
  }
}

type Workbook = {
  readonly file: Blob
  readonly oldText?: OldTextChoice | undefined
  readonly signal?: AbortSignal | undefined
}

type StagedWorkbook = {
  readonly preview: WorkbookPreview
  /** Writes it as a new open session, in one transaction; null where it has faults. */
  readonly write: ((said: Said) => { readonly sessionId: number }) | null
}

/** What a person said of the workbook's products. */
type Said = { readonly answers: readonly MatchAnswer[]; readonly acceptsOtherLaw: boolean }

/** Reads and checks a session workbook against the shipped rules, for `use` to write it or not. */
export async function stageWorkbook<Result>(
  app: AppContext,
  { file, oldText, signal }: Workbook,
  use: (staged: StagedWorkbook) => Result | Promise<Result>,
): Promise<Result> {
  const folder = makeTempFolder(app)
  try {
    const path = join(folder, 'phien.sqlite')
    const asked = { bytes: await bytesOf(file), oldText: oldText ?? null, ownSets: ownSetsOf(app), path }
    const { preview, value } = await app.work.run('stage-workbook', asked, { signal })
    return await use({
      preview,
      write: value === null ? null : (said) => writeStaged(app, { value, path, ...said }),
    })
  } finally {
    removeTempFolder(app, folder)
  }
}

type Staged = Said & { readonly value: StagedImport; readonly path: string }

function writeStaged(app: AppContext, staged: Staged): { readonly sessionId: number } {
  const { value, path, answers, acceptsOtherLaw } = staged
  const ruleSet = requireFound(app.rules.ruleSet(value.ruleSetId))
  return withStaged(openDb(app), path, () =>
    commit(app, 'workbook.import', (db, now) => {
      const places = settleMatches(db, value.items, answers)
      const productIds = places.flatMap(({ productId }) => (productId === null ? [] : [productId]))
      const { heldOn, year } = value.session
      const others = listOtherLawThan(app, db, { heldOn, year, ruleSetId: ruleSet.id, productIds })
      requireOwnLaw(others, acceptsOtherLaw)
      const ofOtherLaw = others.map(({ productId }) => productId)
      const sessionId = importSession({ db, now, value, ruleSet, places })
      const detail = {
        ...sizeOf(value),
        ...takenOf(value, places),
        ...(ofOtherLaw.length > 0 && { ofOtherLaw }),
      }
      return { result: { sessionId }, audit: { subject: `session:${sessionId}`, detail }, sessionId }
    }),
  )
}

/** Without an open file a workbook is read against what ships. */
function ownSetsOf(app: AppContext): readonly CriteriaSet[] {
  const { current } = app.workspace
  return current === null ? [] : listOwnSets(current.db, app.rules)
}

const sizeOf = ({ items, members, ruleSetId, officeSets }: StagedImport) => ({
  items: items.length,
  members: members.length,
  ruleSetId,
  ...(officeSets.length > 0 && { officeSets: officeSets.map(({ sealed: _sealed, ...set }) => set) }),
})

/** What the audit keeps of products that the file had, and of those that were said to be others. */
function takenOf({ items }: StagedImport, places: readonly Settled[]) {
  const placed = items.map(({ code }, index) => ({ code, place: places[index] }))
  const taken = placed.flatMap(({ code, place }) =>
    place === undefined || place.productId === null
      ? []
      : [{ code, product: place.productId, ...(place.why !== null && { why: place.why }) }],
  )
  const others = placed.flatMap(({ code, place }) => (place?.isOther === true ? [code] : []))
  return { ...(taken.length > 0 && { taken }), ...(others.length > 0 && { others }) }
}

function otherLawsOf(
  app: AppContext,
  db: ReadDb,
  { summary }: WorkbookPreview,
  matches: readonly WorkbookMatch[],
): readonly OtherLaw[] {
  if (summary === null || summary.year === null || summary.heldOn === '') return []
  const productIds = matches.flatMap(({ known }) => (known.kind === 'product' ? [known.id] : []))
  const { heldOn, year, ruleSetId } = summary
  return listOtherLawThan(app, db, { heldOn, year, ruleSetId, productIds })
}

/** A session of the same council and day, or of the same year and round with a product in common. */
function findKnown(db: ReadDb, { summary }: WorkbookPreview): KnownSession | null {
  if (summary === null) return null
  const codes = new Set(summary.listed.map(({ code }) => code))
  const found = listSessions(db).find(
    ({ id, councilName, heldOn, year, round }) =>
      fold(councilName) === fold(summary.councilName) &&
      (heldOn === summary.heldOn ||
        (year === summary.year &&
          round === summary.round &&
          listAgendaItems(db, id).some(({ code }) => codes.has(code)))),
  )
  if (found === undefined) return null
  const { id: sessionId, year, round, heldOn, productCount: products } = found
  return { sessionId, year, round, heldOn, products }
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
