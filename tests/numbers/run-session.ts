import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { AppClient } from '../../shared/api/contract.ts'
import type { DocumentFormat, DocumentKind } from '../../shared/api/documents.ts'
import type { RegisterEntry } from '../../shared/api/document-register.ts'
import type { CertificateList } from '../../shared/api/certificates.ts'
import type { NoticeList } from '../../shared/api/notices.ts'
import { doubtKinds } from '../../shared/domain/session/doubt-kinds.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { describeMissing } from '../../shared/domain/session/missing-text.ts'
import { tallyJson, type TallyJson } from '../../shared/domain/session/tally-json.ts'
import { verificationCode } from '../../shared/domain/verification-code/verification-code.ts'
import { filesIn, startProgram } from '../crash/program.ts'

/** A session as the compiled program tells it, and its papers at one time. */
export type SessionPapers = {
  /** `district-2024 numbered` */
  readonly name: string
  readonly stage: Stage
  /** What `results.session` says. */
  readonly record: SessionRecord
  /** What `npm run session … --json` prints of the same workbook: tests/integration/cli holds that against figures of its own. */
  readonly tally: TallyJson
  readonly register: readonly RegisterEntry[]
  readonly notices: NoticeList | null
  readonly certificates: CertificateList | null
  /** "Mã kiểm chứng" of the event that locked it; papers without a number of their own carry it. */
  readonly closingCode: string | null
  /** The same of the event that numbered the certificates. */
  readonly certificateCode: string | null
  readonly files: readonly PaperFile[]
  /** On which a printer is tried before certificates: it says nothing of the session. */
  readonly testPage: Uint8Array
}

export type Stage = 'open' | 'closed' | 'numbered'

export type PaperFile = {
  readonly kind: DocumentKind | 'certificates' | 'overprint'
  readonly format: DocumentFormat
  readonly bytes: Uint8Array
}

export type SessionPlan = {
  readonly name: string
  readonly workbook: Uint8Array
  readonly stages: readonly Stage[]
  /** What the council does between import and locking. */
  readonly prepare?: (client: AppClient, record: SessionRecord) => Promise<void>
}

/** Runs a session workbook through the compiled program and takes every paper of each stage. */
export async function runPlan(plan: SessionPlan): Promise<readonly SessionPapers[]> {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'))
  const program = await startProgram({ dataFolder: folder })
  try {
    const { client } = program
    await client.workspace.create({ name: plan.name })
    const { sessionId } = await client.workbook.import({ file: new File([plan.workbook.slice()], `${plan.name}.xlsx`) })
    const tally = await tallyOf(client, sessionId)
    await plan.prepare?.(client, await client.results.session({ sessionId }))
    const taken: Omit<SessionPapers, 'closingCode' | 'certificateCode'>[] = []
    for (const stage of ['open', 'closed', 'numbered'] as const) {
      if (stage === 'closed') await client.sessions.close({ sessionId, accepted: [...doubtKinds] })
      if (stage === 'numbered') await numberAll(client, sessionId)
      if (plan.stages.includes(stage)) taken.push(await takePapers({ client, sessionId, stage, plan, tally }))
    }
    await program.stop()
    const [path = ''] = filesIn(folder)
    const closingCode = codeOfEvent(path, 'sessions.close')
    const certificateCode = codeOfEvent(path, 'documents.certificates.enter')
    return taken.map((papers) => ({ ...papers, closingCode, certificateCode }))
  } finally {
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function codeOfEvent(path: string, command: string): string | null {
  const file = new Database(path, { readonly: true })
  try {
    const hash = file.prepare('SELECT hash FROM audit_events WHERE command = ? ORDER BY seq DESC').pluck().get(command)
    return typeof hash === 'string' ? verificationCode(hash) : null
  } finally {
    file.close()
  }
}

/** The session as imported, locked nowhere yet. */
async function tallyOf({ results, sessions }: AppClient, sessionId: number): Promise<TallyJson> {
  const missing = (await sessions.missing({ sessionId })).map(describeMissing)
  return tallyJson(await results.session({ sessionId }), missing)
}

/** The day on which everything of that session is numbered. */
export const issuedOn = '2026-12-03'

async function numberAll(client: AppClient, sessionId: number): Promise<void> {
  const { register, notices, certificates } = client.documents
  let number = 7
  const listings = await client.documents.list({ sessionId })
  for (const kind of numbered) {
    if (listings.find((listing) => listing.kind === kind)?.unavailable !== null) continue
    const { unused: _, ...issue } = await register.propose({ sessionId, kind, issuedOn })
    number += 8
    const given = { ...issue, number, issuedOn }
    await register.enter({ sessionId, kind, issue: given, reason: 'Lấy số tại văn thư', accepted: [...doubtKinds] })
  }
  const list = await notices.list({ sessionId })
  if (list.blocked === null) {
    const issue = { ...list.proposal, number: 41, issuedOn }
    await notices.enter({ sessionId, issue, accepted: [...doubtKinds] })
  }
  const { blocked, symbol } = await certificates.list({ sessionId })
  if (blocked === null) await certificates.enter({ sessionId, firstNumber: 61, symbol })
}

/** What is named comes before what names it. */
const numbered = ['minutes', 'council-report', 'proposal', 'decision', 'referral-letter'] as const

type TakeInput = {
  client: AppClient
  sessionId: number
  stage: Stage
  plan: SessionPlan
  tally: TallyJson
}

async function takePapers({
  client,
  sessionId,
  stage,
  plan,
  tally,
}: TakeInput): Promise<Omit<SessionPapers, 'closingCode' | 'certificateCode'>> {
  const { documents } = client
  const files: PaperFile[] = []
  for (const { kind, formats, state, unavailable } of await documents.list({ sessionId })) {
    if (unavailable !== null) continue
    // Ballots are the same at each stage but for the draft's mark.
    if (state === 'form' ? stage !== 'open' : kind === 'filled-ballots' && stage !== 'closed') continue
    for (const format of formats) {
      files.push({ kind, format, bytes: await bytesOf(documents.render({ sessionId, kind, format })) })
    }
  }
  const certificates = stage === 'open' ? null : await documents.certificates.list({ sessionId })
  if (certificates !== null && certificates.entries.length > 0) {
    const itemIds = certificates.entries.slice(0, 20).map(({ itemId }) => itemId)
    const sheet = documents.certificates.render({ sessionId, form: 'sheet', itemIds })
    files.push({ kind: 'certificates', format: 'pdf', bytes: await bytesOf(sheet) })
    const overprint = documents.certificates.render({ sessionId, form: 'overprint', itemIds })
    files.push({ kind: 'overprint', format: 'pdf', bytes: await bytesOf(overprint) })
  }
  const testPage = await bytesOf(documents.certificates.render({ sessionId, form: 'test-page' }))
  return {
    name: `${plan.name} ${stage}`,
    stage,
    record: await client.results.session({ sessionId }),
    tally,
    register: await documents.register.list({ sessionId }),
    notices: stage === 'numbered' ? await documents.notices.list({ sessionId }) : null,
    certificates,
    files,
    testPage,
  }
}

const bytesOf = async (file: Promise<File>): Promise<Uint8Array> => new Uint8Array(await (await file).arrayBuffer())
