import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertifiedBy } from '../../../shared/api/certificates.ts'
import type { IssuedPaper } from '../../../shared/api/issued-papers.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { wordKinds } from '../../../shared/api/word-templates.ts'
import { numberedKinds, type RegisteredKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { insertIssuedPaper, listIssuedPapers } from '../../db/queries/issued-papers.ts'
import { findNumbering, findNumberingEvent, type Numbering } from '../../db/queries/paper-events.ts'
import { issueCode } from '../../documents/issue.ts'
import { commit, openDb, requireFound } from '../commit.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { issuedOfficePapers } from '../office-papers/entries.ts'
import { issuedPaper } from './issued-papers.ts'
import { certificateSource } from './certificate-source.ts'
import { changedCertificates } from './certificates.ts'
import { certificateSources, documentSources, noCodes, ownTemplates } from './print-sources.ts'
import { codeOf, eventOf, isMovedOn, sessionNow, stalenessOf } from './register-entries.ts'

/**
 * Draws the PDF of what an audit event numbered, from the record as it was numbered, and keeps its bytes. Who asks while it
 * is drawn waits with the others.
 *
 * @throws Refusal `not-found`; `paper-moved-on` where it would not be what was issued; what drawing and writing refuse
 */
export function keepIssued(app: AppContext, seq: number): Promise<void> {
  const db = openDb(app)
  const ofFile = keeping.get(db) ?? new Map<number, Promise<void>>()
  keeping.set(db, ofFile)
  const begun = ofFile.get(seq)
  if (begun !== undefined) return begun
  const kept = drawAndKeep(app, db, seq).finally(() => ofFile.delete(seq))
  ofFile.set(seq, kept)
  return kept
}

/** What is being drawn, by the open file and the event. */
const keeping = new WeakMap<ReadDb, Map<number, Promise<void>>>()

async function drawAndKeep(app: AppContext, db: ReadDb, seq: number): Promise<void> {
  const { actor } = app
  const paper = paperOf(app, db, requireFound(findNumbering(db, seq)))
  const { state } = issuedPaper(db, paper)
  if (state === 'kept') return
  if (state !== 'missing') throw new Refusal('paper-moved-on')
  const { bytes, fileName } = await paper.draw()
  // Another file may have been opened meanwhile, and another person have come.
  if (app.workspace.current?.db !== db) throw new Refusal('changed-meanwhile')
  keepBytes({ ...app, actor }, { paper, format: 'pdf', bytes, fileName: numberedName(fileName, paper) })
}

/** The same right after the numbering, which stands whatever becomes of it: what was not kept is told and kept later. */
export async function keepNumbered(app: AppContext, seq: number | undefined): Promise<void> {
  if (seq === undefined || app.host.isThrownAway === true) return
  try {
    await keepIssued(app, seq)
  } catch (error) {
    app.log.error('an issued paper was not kept', error)
  }
}

/** The event that numbered a document as it is printed now; null where it has no number. */
export function numberedBy(db: ReadDb, sessionId: number, kind: string): number | null {
  if (!numberedKinds.some((numbered) => numbered === kind)) return null
  const row = listLiveRegisterRows(db, sessionId).find((each) => each.kind === kind)
  return row === undefined ? null : (eventOf(db, row)?.seq ?? null)
}

/** Keeps another form of a document that was issued and still says the same, once: what is taken after its number was given. */
export function keepForm(app: AppContext, seq: number, made: MadeForm): void {
  const db = openDb(app)
  const numbering = findNumbering(db, seq)
  if (app.workspace.current?.readOnly !== null || app.host.isThrownAway === true || numbering === null) return
  const paper = paperOf(app, db, numbering)
  const { state, kept, reopenedAt } = issuedPaper(db, paper)
  const isAsIssued = reopenedAt === null && state !== 'before' && !paper.isStale()
  if (!isAsIssued || kept.some(({ format }) => format === made.format)) return
  try {
    keepBytes(app, { ...made, paper, fileName: numberedName(made.fileName, paper) })
  } catch (error) {
    app.log.error('a form of an issued paper was not kept', error)
  }
}

type MadeForm = {
  readonly format: IssuedPaper['kept'][number]['format']
  readonly bytes: Uint8Array
  readonly fileName: string
}

type Paper = Pick<Numbering, 'seq' | 'sessionId' | 'roundId'> & {
  /** `issuedOn`: ISO date. */
  readonly codes: readonly { readonly number: number; readonly symbol: string; readonly issuedOn: string }[]
  /** Could not be drawn as it was issued any more. */
  readonly isMovedOn: () => boolean
  /** Says something else now; numbers that others were given since count as well. */
  readonly isStale: () => boolean
  readonly draw: () => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>
}

function paperOf(app: AppContext, db: ReadDb, numbering: Numbering): Paper {
  const { sessionId, roundId, command } = numbering
  if (roundId !== null) return certificatesOf(app, db, numbering, { roundId })
  if (sessionId === null) return { ...numbering, ...issuedOfficePapers(app, db, numbering) }
  const ofSession = { ...numbering, sessionId }
  return command === 'documents.certificates.enter'
    ? certificatesOf(app, db, ofSession, { sessionId })
    : documentOf(app, db, ofSession)
}

type OfSession = Numbering & { readonly sessionId: number }

function certificatesOf(app: AppContext, db: ReadDb, numbering: Numbering, by: CertifiedBy): Paper {
  const { seq, at } = numbering
  const source = certificateSource(app, db, by)
  const isOfEvent = findNumberingEvent(db, { subject: source.subject, at })?.seq === seq
  const rows = source.numbered.filter(({ numberedAt }) => isOfEvent && numberedAt === at)
  const itemIds = rows.map(({ itemId }) => itemId)
  const changed = () => changedCertificates(certificateSource(app, db, by))
  const isGone = () => rows.length === 0 || itemIds.some((id) => changed().has(id))
  const draw = () => drawCertificates(app, db, { itemIds, by, seq })
  return { ...numbering, codes: rows, isMovedOn: isGone, isStale: isGone, draw }
}

function documentOf(app: AppContext, db: ReadDb, numbering: OfSession): Paper {
  const { sessionId, seq } = numbering
  const rows = listLiveRegisterRows(db, sessionId).filter((row) => eventOf(db, row)?.seq === seq)
  const [first] = rows
  const now = () => sessionNow(db, unsealedRecord(db, sessionId))
  const kind = (first?.kind ?? 'result-notices') as RegisteredKind
  const itemIds = rows.flatMap(({ agendaItemId }) => agendaItemId ?? [])
  return {
    ...numbering,
    codes: rows,
    isMovedOn: () => first === undefined || rows.some((row) => isMovedOn(db, row, { ...now(), seq })),
    isStale: () => first === undefined || rows.some((row) => stalenessOf(db, row, now()).staleSince !== null),
    draw: () => drawDocument(app, db, { ...numbering, kind, itemIds }),
  }
}

type OfKind = OfSession & {
  readonly kind: RegisteredKind
  /** The products that a batch is of. */
  readonly itemIds: readonly number[]
}

function drawDocument(app: AppContext, db: ReadDb, { kind, itemIds, sessionId, seq, hash }: OfKind) {
  const sources = documentSources(app, db, sessionId, seq)
  const numbered = { ...sources.codes.numbered, [kind]: codeOf(hash) }
  const codes = sources.codes.session === null ? noCodes : { session: sources.codes.session, numbered }
  const templates = ownTemplates(
    db,
    wordKinds.filter((word) => word === kind),
  )
  const asked = { ...sources, codes, kind, format: 'pdf', templates } as const
  return app.work.run('render-document', kind === 'result-notices' ? { ...asked, itemIds } : asked)
}

type CertificatesToKeep = {
  readonly by: CertifiedBy
  /** The products that were numbered at once. */
  readonly itemIds: readonly number[]
  readonly seq: number
}

/** As they come out of the printer the first time. */
async function drawCertificates(app: AppContext, db: ReadDb, { itemIds, by, seq }: CertificatesToKeep) {
  const sources = certificateSources(app, db, by, seq)
  const numbered = sources.numbered.map((row) => ({ ...row, prints: 0, lastPrintedAt: null, isChanged: false }))
  const fileName = `Giay-chung-nhan_${sources.scope.session.heldOn}.pdf`
  const folder = makeTempFolder(app)
  const path = join(folder, fileName)
  try {
    await app.work.run('print-certificates', { ...sources, numbered, itemIds, print: { form: 'sheet' }, path })
    return { fileName, bytes: readFileSync(path) }
  } finally {
    removeTempFolder(app, folder)
  }
}

type ToKeep = MadeForm & { readonly paper: Paper }

function keepBytes(app: AppContext, { paper, format, bytes, fileName }: ToKeep): void {
  const { seq, sessionId } = paper
  commit(app, 'documents.issued.keep', (db, now) => {
    if (listIssuedPapers(db, seq).some((kept) => kept.format === format)) return { result: undefined, audit: null }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    insertIssuedPaper(db, { seq, sessionId, format, fileName, bytes: Buffer.from(bytes), sha256, keptAt: now })
    const detail = { seq, paper: codesText(paper), format, sha256, size: bytes.length }
    const subject = paper.roundId === null ? 'workspace' : `written:${paper.roundId}`
    if (sessionId === null) return { result: undefined, audit: { subject, detail } }
    return { result: undefined, audit: { subject: `session:${sessionId}`, detail }, sessionId }
  })
}

/** `15/QĐ-UBND`; of a batch `01/GCN-UBND – 12/GCN-UBND`. */
function codesText({ codes }: Paper): string {
  const [first, last] = firstAndLast(codes)
  return first === last ? first : `${first} – ${last}`
}

function firstAndLast(codes: Paper['codes']): readonly [string, string] {
  const inOrder = codes.toSorted((one, other) => one.number - other.number).map(issueCode)
  return [inOrder[0] ?? '', inOrder.at(-1) ?? '']
}

/** `Quyet-dinh_2024-10-25_so-15.pdf`, of the day that it was issued on, whichever its meeting or its figures are of. */
function numberedName(fileName: string, { codes }: Paper): string {
  const [first, last] = firstAndLast(codes).map((code) => code.split('/')[0] ?? '')
  const numbers = first === last ? first : `${first}-${last}`
  const issuedOn = codes[0]?.issuedOn ?? ''
  return fileName.replace(/(?:_\d{4}-\d{2}-\d{2})?\.(\w+)$/, `_${issuedOn}_so-${numbers}.$1`)
}
