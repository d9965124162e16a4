import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, scoredSession } from './numbered-session.ts'

sayWhyLeftOut()

describe('"Mã kiểm chứng" on papers', () => {
  let app: TestApp
  let sessionId: number
  beforeAll(async () => {
    app = createTestApp()
    ;({ sessionId } = await lockedSession(app))
    await app.client.documents.register.enter({
      sessionId,
      kind: 'decision',
      issue: issue(15),
      reason: '',
      accepted: ['cited-unnumbered'],
    })
    await app.client.documents.certificates.enter({ sessionId, firstNumber: 9, symbol: 'GCN-UBND' })
  })
  afterAll(() => app[Symbol.dispose]())

  /** Of the newest event of that command. */
  const codeOf = (command: string): string => {
    const row = app
      .file()
      .prepare<string, { hash: string }>('SELECT hash FROM audit_events WHERE command = ? ORDER BY seq DESC')
      .get(command)
    return verificationCode(row?.hash ?? '')
  }
  type Rendered = Parameters<TestApp['client']['documents']['render']>[0]
  const bytesOf = async (asked: Omit<Rendered, 'sessionId'>) =>
    new Uint8Array(await (await app.client.documents.render({ ...asked, sessionId })).arrayBuffer())
  const textOf = async (kind: Rendered['kind']) => readText(await bytesOf({ kind, format: 'pdf' }))

  it.skipIf(!hasPoppler)('is that of the closing, and of the number where there is one', async () => {
    expect(await textOf('minutes')).toContain(`Mã kiểm chứng: ${codeOf('sessions.close')}`)
    expect(await textOf('result-notices')).toContain(codeOf('sessions.close'))
    expect(await textOf('decision')).toContain(codeOf('documents.register.enter'))
    expect(await textOf('filled-ballots')).not.toContain('Mã kiểm chứng')
  })

  it('stands in the register, to be read out', async () => {
    const [entry] = await app.client.documents.register.list({ sessionId })
    expect(entry?.verification).toBe(codeOf('documents.register.enter'))
  })

  it.skipIf(!hasPoppler)('is that of its numbering on a certificate', async () => {
    const file = await app.client.documents.certificates.render({ sessionId, form: 'sheet' })
    const pdf = new Uint8Array(await file.arrayBuffer())
    expect(readText(pdf)).toContain(`Mã kiểm chứng: ${codeOf('documents.certificates.enter')}`)
  })

  it('stands in Word and Excel too, and Word files are whole', async () => {
    for (const kind of ['minutes', 'decision', 'result-notices'] as const) {
      const docx = await bytesOf({ kind, format: 'docx' })
      const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
      const code = codeOf(kind === 'decision' ? 'documents.register.enter' : 'sessions.close')
      expect(xml).toContain(`Mã kiểm chứng: ${code}</w:t></w:r></w:p>`)
      // The page's description stays the last of the body, as Word asks.
      expect(xml.slice(xml.lastIndexOf('</w:p>'))).toMatch(/^<\/w:p>\s*(<w:bookmarkEnd[^>]*>)*\s*<w:sectPr/)
    }
    const xlsx = new PizZip(await bytesOf({ kind: 'tally-table', format: 'xlsx' }))
    expect(xlsx.file('xl/sharedStrings.xml')?.asText()).toContain(`Mã kiểm chứng: ${codeOf('sessions.close')}`)
  })

  it.skipIf(!hasPoppler)('is on no draft', async () => {
    using open = createTestApp()
    const session = await scoredSession(open)
    const file = await open.client.documents.render({
      sessionId: session.sessionId,
      kind: 'minutes',
      format: 'pdf',
    })
    expect(readText(new Uint8Array(await file.arrayBuffer()))).not.toContain('Mã kiểm chứng')
  })
})
