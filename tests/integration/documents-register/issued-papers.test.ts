import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import PizZip from 'pizzip'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, refusal } from './numbered-session.ts'

sayWhyLeftOut()

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const bytesOf = async (file: Promise<File>) => new Uint8Array(await (await file).arrayBuffer())
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')

async function numberDecision() {
  const session = await lockedSession(app)
  const { sessionId } = session
  const { id } = await app.client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  return { ...session, id }
}

async function entryOf(sessionId: number, kind = 'decision') {
  const entries = await app.client.documents.register.list({ sessionId })
  const entry = entries.find((each) => each.kind === kind)
  if (entry?.issued === undefined || entry.issued === null) throw new Error('no issued paper')
  return { ...entry, issued: entry.issued }
}

/** Unlocks, changes a ballot and locks again. */
async function correct({ sessionId, itemIds, memberIds }: Awaited<ReturnType<typeof lockedSession>>) {
  app.clock.at = new Date('2026-11-26T07:05:00.000Z')
  await app.client.sessions.reopen({ sessionId, reason: 'Sửa một phiếu' })
  const ballot = { agendaItemId: itemIds[1] ?? 0, memberId: memberIds[0] ?? 0 }
  await actsOf(app.client).reopen({ ...ballot, reason: 'Nhập nhầm' })
  await actsOf(app.client).choose({ ...ballot, criterionIndex: 0, option: 1 })
  await actsOf(app.client).confirm(ballot)
  app.clock.at = new Date('2026-11-26T08:10:00.000Z')
  await app.client.sessions.close({ sessionId })
}

const isIntact = async () => (await app.client.workspace.checkIntegrity()).isIntact

describe('an issued paper', () => {
  it('is kept as the bytes that were issued, with their SHA-256, and stays so after a correction', async () => {
    const session = await numberDecision()
    const { sessionId } = session
    const { issued } = await entryOf(sessionId)
    expect(issued).toMatchObject({ state: 'kept', reopenedAt: null })
    const bytes = await bytesOf(app.client.documents.issued.take({ seq: issued.seq, format: 'pdf' }))
    expect(issued.kept).toEqual([expect.objectContaining({ format: 'pdf', sha256: hashOf(bytes), size: bytes.length })])
    await correct(session)
    expect(await bytesOf(app.client.documents.issued.take({ seq: issued.seq, format: 'pdf' }))).toEqual(bytes)
    const entry = await entryOf(sessionId)
    expect(entry.issued).toMatchObject({ state: 'kept', reopenedAt: '2026-11-26T07:05:00.000Z' })
    expect(entry.changes).toHaveLength(1)
    expect(await isIntact()).toBe(true)
  })

  it.skipIf(!hasPoppler)('carries its number and code; what the record says now is drawn beside it', async () => {
    const session = await lockedSession(app)
    const { sessionId } = session
    const { register, issued: papers, render } = app.client.documents
    const given = issue(8, { symbol: 'BB-HĐ' })
    await register.enter({ sessionId, kind: 'minutes', issue: given, reason: '', accepted: ['cited-unnumbered'] })
    await correct(session)
    const { issued, verification, changes } = await entryOf(sessionId, 'minutes')
    const text = plain(readText(await bytesOf(papers.take({ seq: issued.seq, format: 'pdf' }))))
    expect(text).toContain('Số: 08/BB-HĐ')
    expect(text).toContain(`Mã kiểm chứng: ${verification ?? 'none'}`)
    const now = plain(readText(await bytesOf(render({ sessionId, kind: 'minutes', format: 'pdf' }))))
    const mean = changes.find(({ what }) => what.endsWith('điểm trung bình'))
    expect(now).toContain(mean?.to)
    expect(text).not.toContain(mean?.to)
    expect(text).toContain(mean?.from)
  })

  it('is kept again under its number when it is renewed, and the first one stays', async () => {
    const session = await numberDecision()
    const { sessionId } = session
    const first = await entryOf(sessionId)
    await correct(session)
    await app.client.documents.register.renew({ id: first.id, reason: 'Chưa ký' })
    const second = await entryOf(sessionId)
    expect(second.issued).toMatchObject({ state: 'kept', reopenedAt: null })
    expect(second.issued.seq).not.toBe(first.issued.seq)
    expect((await bytesOf(app.client.documents.issued.take({ seq: first.issued.seq, format: 'pdf' }))).length).toBe(
      first.issued.kept[0]?.size,
    )
  })

  it('that was not kept is told, and kept on request as long as it would be the same', async () => {
    const session = await numberDecision()
    const { sessionId } = session
    forgetPapers()
    const { issued } = await entryOf(sessionId)
    expect(issued).toMatchObject({ state: 'missing', kept: [] })
    await app.client.documents.issued.keep({ seq: issued.seq })
    expect((await entryOf(sessionId)).issued.state).toBe('kept')
    forgetPapers()
    await correct(session)
    expect((await entryOf(sessionId)).issued.state).toBe('outdated')
    expect(await refusal(app.client.documents.issued.keep({ seq: issued.seq }))).toBe('paper-moved-on')
  })

  it.skipIf(!hasPoppler)('knows no number that was given after it', async () => {
    const { sessionId } = await lockedSession(app)
    const { register, issued } = app.client.documents
    const proposal = issue(3, { symbol: 'TTr-SNNMT' })
    await register.enter({ sessionId, kind: 'proposal', issue: proposal, reason: '', accepted: ['cited-unnumbered'] })
    await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted: ['cited-unnumbered'] })
    const { seq } = (await entryOf(sessionId, 'proposal')).issued
    const first = await bytesOf(issued.take({ seq, format: 'pdf' }))
    forgetPapers()
    await issued.keep({ seq })
    expect(readText(await bytesOf(issued.take({ seq, format: 'pdf' })))).toBe(readText(first))
  })

  it('has its Word form kept when it was first taken after issuing', async () => {
    const session = await numberDecision()
    const { sessionId } = session
    const docx = await bytesOf(app.client.documents.render({ sessionId, kind: 'decision', format: 'docx' }))
    const { issued } = await entryOf(sessionId)
    expect(issued.kept.map(({ format }) => format)).toEqual(['docx', 'pdf'])
    await app.client.documents.render({ sessionId, kind: 'decision', format: 'docx' })
    expect(await bytesOf(app.client.documents.issued.take({ seq: issued.seq, format: 'docx' }))).toEqual(docx)
    await correct(session)
    await app.client.documents.render({ sessionId, kind: 'decision', format: 'docx' })
    expect(await bytesOf(app.client.documents.issued.take({ seq: issued.seq, format: 'docx' }))).toEqual(docx)
  })

  it.skipIf(!hasPoppler)('of certificates is one file a batch, as they came out first', async () => {
    const { sessionId } = await numberDecision()
    const { certificates, issued } = app.client.documents
    await certificates.enter({ sessionId, firstNumber: 9, symbol: 'GCN-UBND' })
    const { batches } = await certificates.list({ sessionId })
    expect(batches).toEqual([
      expect.objectContaining({ from: '09/GCN-UBND', to: '10/GCN-UBND', count: 2, state: 'kept' }),
    ])
    const text = plain(readText(await bytesOf(issued.take({ seq: batches[0]?.seq ?? 0, format: 'pdf' }))))
    expect(text.match(/Số: \d+\/GCN-UBND/g)).toEqual(['Số: 09/GCN-UBND', 'Số: 10/GCN-UBND'])
    expect(text).not.toContain('in lại')
  })

  it('goes into the file of all documents in a folder of its own', async () => {
    const { sessionId } = await numberDecision()
    const { batch } = app.client.documents
    let id = 0
    for await (const event of await batch.run({ sessionId, what: 'documents' }))
      if (event.kind === 'done') ({ id } = event)
    const zip = new PizZip(await bytesOf(batch.take({ id })))
    const { issued } = await entryOf(sessionId)
    const kept = issued.kept[0]
    expect(hashOf(zip.file(`Ban-phat-hanh/${kept?.fileName}`)?.asUint8Array() ?? new Uint8Array())).toBe(kept?.sha256)
  })

  it('whose bytes were turned over outside is named by Kiểm chứng, twice', async () => {
    await numberDecision()
    const file = app.file()
    file.exec("UPDATE issued_papers SET bytes = CAST(replace(bytes, x'25504446', x'25504447') AS BLOB)")
    const { faults } = await app.client.workspace.checkIntegrity()
    expect(faults.map(({ kind, row }) => [kind, row?.table])).toEqual([
      ['row-changed', 'issued_papers'],
      ['issued', 'issued_papers'],
    ])
  })

  /** As a kill between numbering and keeping leaves it. */
  function forgetPapers(): void {
    app.file().exec('DELETE FROM issued_papers')
  }
})

describe('minutes', () => {
  it.skipIf(!hasPoppler)(
    'of a session that was unlocked say when, by whom and why, and when it was locked again',
    async () => {
      const session = await lockedSession(app)
      const { sessionId } = session
      const text = async () =>
        plain(readText(await bytesOf(app.client.documents.render({ sessionId, kind: 'minutes', format: 'pdf' }))))
      expect(await text()).not.toContain('mở lại')
      await correct(session)
      expect(await text()).toContain(
        'Phiên họp đã khóa được mở lại lúc 14 giờ 05, ngày 26 tháng 11 năm 2026; người mở lại: Thư ký; lý do: Sửa một phiếu.',
      )
      expect(await text()).toContain('Phiên họp được khóa lại lúc 15 giờ 10, ngày 26 tháng 11 năm 2026.')
    },
  )
})
