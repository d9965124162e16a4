import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import type { NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'
import { hasPoppler, readPages, readText } from '../../helpers/read-pdf.ts'
import { wordText } from '../../helpers/word-template.ts'
import { issue, lockedThree, refusal } from './numbered-session.ts'

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const symbols = {
  minutes: 'BB-HĐOCOP',
  'council-report': 'BC-HĐOCOP',
  proposal: 'TTr-SNNMT',
  decision: 'QĐ-UBND',
  'referral-letter': 'UBND-NN',
} as const satisfies Record<NumberedKind, string>

const unnumbered = ['cited-unnumbered'] as const satisfies readonly DoubtKind[]

type Given = {
  readonly more?: Partial<DocumentIssue>
  readonly reason?: string
  readonly accepted?: readonly DoubtKind[]
}

async function number(
  sessionId: number,
  kind: NumberedKind,
  { more = {}, reason = '', accepted = unnumbered }: Given = {},
) {
  const given = issue(15, { symbol: symbols[kind], ...more })
  const { id } = await app.client.documents.register.enter({
    sessionId,
    kind,
    issue: given,
    reason,
    accepted: [...accepted],
  })
  return id
}

const notice = { number: 31, symbol: 'TB-SNNMT', issuedOn: '2026-11-27', posts: ['GIÁM ĐỐC'], signer: 'Người ký thử' }
const later = (hour: number) => (app.clock.at = new Date(`2026-11-28T0${hour}:00:00.000Z`))

async function entryOf(sessionId: number, kind: string) {
  const entries = await app.client.documents.register.list({ sessionId })
  const entry = entries.find((each) => each.kind === kind && each.void === null)
  if (entry === undefined) throw new Error(`no ${kind}`)
  return entry
}

const bytesOf = async (file: Promise<File>) => new Uint8Array(await (await file).arrayBuffer())
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ')
const drawn = (sessionId: number, kind: NumberedKind | 'result-notices', format: 'pdf' | 'docx' = 'pdf') =>
  bytesOf(app.client.documents.render({ sessionId, kind, format }))

async function runBatch(sessionId: number, what: 'documents' | 'certificates') {
  for await (const event of await app.client.documents.batch.run({ sessionId, what })) {
    if (event.kind === 'done') return bytesOf(app.client.documents.batch.take({ id: event.id }))
  }
  throw new Error('the batch did not end')
}

describe('what names a paper', () => {
  it('is old once that one is void, dated anew or issued again, also under the same number and day', async () => {
    const { sessionId } = await lockedThree(app)
    const { register, notices, certificates } = app.client.documents
    let decision = await number(sessionId, 'decision')
    await number(sessionId, 'referral-letter')
    await notices.enter({ sessionId, issue: notice, accepted: [...unnumbered] })
    await certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    const followers = async () => {
      const [certificate] = (await certificates.list({ sessionId })).entries
      const papers = [await entryOf(sessionId, 'referral-letter'), await entryOf(sessionId, 'result-notices')]
      return [...papers, certificate?.certificate].map((paper) => [paper?.staleSince, paper?.changes[0]?.to])
    }
    const old = (since: string, to: string) => [1, 2, 3].map(() => [since, to])
    expect(await followers()).toEqual([1, 2, 3].map(() => [null, undefined]))

    later(1)
    await register.void({ id: decision, reason: 'Ký nhầm người' })
    expect((await followers()).map(([since]) => since)).toEqual([1, 2, 3].map(() => '2026-11-28T01:00:00.000Z'))
    for (const [more, named] of [
      [{ issuedOn: '2026-11-26' }, '15/QĐ-UBND ngày 26/11/2026'],
      [{}, '15/QĐ-UBND ngày 25/11/2026 (ban hành lần 2)'],
    ] as const) {
      later(2)
      const accepted = ['cited-unnumbered', 'dated-before-cited'] as const
      decision = await number(sessionId, 'decision', { more, reason: 'Ban hành lại', accepted })
      expect(await followers()).toEqual(old('2026-11-28T01:00:00.000Z', named))
      await register.void({ id: decision, reason: 'Ghi nhầm ngày' })
    }
    // A number that they do not name is nothing to them.
    later(3)
    await number(sessionId, 'decision', { more: { number: 16 } })
    await number(sessionId, 'proposal')
    const letter = await entryOf(sessionId, 'referral-letter')
    expect(letter.changes.map(({ what }) => what)).toEqual(['Quyết định được viện dẫn'])
    await register.renew({ id: letter.id, reason: 'Chưa ký' })
    expect((await entryOf(sessionId, 'referral-letter')).staleSince).toBeNull()
  })

  it('is asked about while that one has no number, and is old once it has', async () => {
    const { sessionId } = await lockedThree(app)
    const refused = number(sessionId, 'decision', { accepted: [] })
    await expect(refused).rejects.toMatchObject({ data: { reason: 'doubtful', detail: { kinds: 'cited-unnumbered' } } })
    await number(sessionId, 'decision')
    const [, entered] = await app.client.audit.list({ limit: 2 })
    expect(entered?.detail).toMatchObject({ doubts: ['cited-unnumbered'] })
    expect((await entryOf(sessionId, 'decision')).staleSince).toBeNull()
    later(1)
    await number(sessionId, 'minutes', { more: { number: 3, issuedOn: '2026-11-20' }, accepted: [] })
    const { staleSince, changes, issued } = await entryOf(sessionId, 'decision')
    expect(staleSince).toBe('2026-11-28T01:00:00.000Z')
    expect(changes).toEqual([
      { what: 'Biên bản được viện dẫn', from: 'chưa có số', to: '03/BB-HĐOCOP ngày 20/11/2026' },
    ])
    expect(issued?.state).toBe('kept')
  })

  it('is asked about where a letter is older than its decision, or a report younger than its proposal', async () => {
    const { sessionId } = await lockedThree(app)
    const kindsOf = async (kind: NumberedKind, issuedOn: string) => {
      const call = number(sessionId, kind, { more: { issuedOn }, accepted: [] })
      return call.then(
        () => '',
        (error: { data: { detail: { kinds: string } } }) => error.data.detail.kinds,
      )
    }
    await number(sessionId, 'minutes', { more: { issuedOn: '2026-11-20' } })
    await number(sessionId, 'proposal', { more: { issuedOn: '2026-11-23' } })
    expect(await kindsOf('council-report', '2026-11-24')).toBe('dated-before-cited')
    expect(await kindsOf('council-report', '2026-11-23')).toBe('')
    expect(await kindsOf('decision', '2099-11-25')).toBe('dated-far-ahead')
    expect(await kindsOf('decision', '2026-11-25')).toBe('')
    expect(await kindsOf('referral-letter', '2026-11-24')).toBe('dated-before-cited')
  })
})

describe('sending', () => {
  it('is asked about where it is logged already, and in another century', async () => {
    const { sessionId } = await lockedThree(app)
    const { register } = app.client.documents
    const ids = [await number(sessionId, 'decision')]
    expect(await refusal(register.send({ ids, on: '2077-11-30', to: '' }))).toBe('doubtful')
    await register.send({ ids, on: '2026-11-30', to: 'Sở Nội vụ' })
    expect(await refusal(register.send({ ids, on: '2026-12-01', to: '' }))).toBe('doubtful')
    await register.send({ ids, on: '2026-12-01', to: 'Bộ', accepted: ['sent-before'] })
    expect((await entryOf(sessionId, 'decision')).sent).toEqual({ on: '2026-12-01', to: 'Bộ' })
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event?.detail).toMatchObject({ doubts: ['sent-before'] })
  })
})

it('a paper that the window calls unavailable is neither numbered, renewed nor drawn', async () => {
  const session = await openSmallSession(app, { products: 1 })
  const { sessionId, memberIds, itemIds } = session
  const form = await app.client.rules.itemForm({ agendaItemId: itemIds[0] ?? 0 })
  const zeros = form.parts
    .flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria))
    .map((_, place) => place)
  for (const memberId of memberIds) await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId, zeros })
  await app.client.sessions.close({ sessionId })
  for (const kind of ['decision', 'proposal', 'referral-letter'] as const) {
    expect(await refusal(number(sessionId, kind))).toBe('document-unavailable')
    expect(await refusal(drawn(sessionId, kind))).toBe('document-unavailable')
  }
  expect(await app.client.documents.register.list({ sessionId })).toEqual([])
})

it('a number is taken whatever the case, accents, width or dashes of its symbol', async () => {
  const { sessionId } = await lockedThree(app)
  const { register, certificates } = app.client.documents
  await register.void({ id: await number(sessionId, 'decision'), reason: 'Thử' })
  for (const symbol of ['qđ-ubnd', 'QD-UBND', 'QĐ-UBND'.normalize('NFD'), 'ＱĐ-ＵＢＮＤ']) {
    expect(await refusal(number(sessionId, 'decision', { more: { symbol } }))).toBe('number-taken')
    expect(await register.propose({ sessionId, kind: 'decision', issuedOn: '2026-11-25', symbol })).toMatchObject({
      number: 16,
    })
  }
  await number(sessionId, 'decision', { more: { number: 16 } })
  await certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
  const [entry] = (await certificates.list({ sessionId })).entries
  await certificates.void({ id: entry?.certificate?.id ?? 0, reason: 'Phôi hỏng' })
  expect(await refusal(certificates.enter({ sessionId, firstNumber: 1, symbol: 'gcn-ubnd' }))).toBe('number-taken')
})

describe('after the session was unlocked, changed and locked again', () => {
  async function changed(prepare?: () => Promise<unknown>) {
    const session = await lockedThree(app)
    await prepare?.()
    const { sessionId, top } = session
    const ids = { decision: await number(sessionId, 'decision'), letter: await number(sessionId, 'referral-letter') }
    await app.client.documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    await app.client.documents.notices.enter({ sessionId, issue: notice, accepted: [...unnumbered] })
    later(1)
    await app.client.sessions.reopen({ sessionId, reason: 'Sửa kết luận' })
    return { ...session, ...ids, top }
  }
  const withdraw = async ({ sessionId, four }: Awaited<ReturnType<typeof changed>>) => {
    await app.client.results.conclude({ agendaItemId: four, star: 0, note: 'Chủ thể xin rút' })
    later(2)
    await app.client.sessions.close({ sessionId })
  }

  it.skipIf(!hasPoppler)(
    'every copy made anew of a paper that reads otherwise says so, and has not its code',
    async () => {
      const session = await changed()
      const { sessionId } = session
      await withdraw(session)
      const { verification, changes } = await entryOf(sessionId, 'decision')
      expect(changes.map(({ to }) => to)).toContain('không xếp hạng')
      const says = 'Khác bản phát hành số 15/QĐ-UBND ngày 25/11/2026; không thay bản đó'
      const pdf = await drawn(sessionId, 'decision')
      const zip = new PizZip(await runBatch(sessionId, 'documents'))
      const packed = zip.file('Quyet-dinh_2026-11-20.pdf')?.asUint8Array() ?? new Uint8Array()
      for (const bytes of [pdf, packed]) {
        expect(plain(readText(bytes))).toContain(says)
        expect(readText(bytes)).not.toContain(verification)
        expect(readPages(bytes).every(({ hasDraftMark }) => hasDraftMark)).toBe(true)
      }
      const word = new PizZip(await drawn(sessionId, 'decision', 'docx'))
      const texts = Object.values(word.files).map((file) => (file.name.endsWith('.xml') ? file.asText() : ''))
      expect(texts.join('').replaceAll('\u00a0', ' ')).toContain(says)
      expect(wordText(await drawn(sessionId, 'decision', 'docx'))).toContain('DỰ THẢO')
      // The notice of the one product that changed; the letter says the same as it did of the product that goes up.
      expect(plain(readText(await drawn(sessionId, 'result-notices')))).toContain(
        'Khác bản phát hành số 31/TB-SNNMT ngày',
      )
      expect((await entryOf(sessionId, 'referral-letter')).changes).toEqual([])
      expect(readText(await drawn(sessionId, 'referral-letter'))).not.toContain('Khác bản')
      // What was issued is what it was.
      const { issued } = await entryOf(sessionId, 'decision')
      const first = await bytesOf(app.client.documents.issued.take({ seq: issued?.seq ?? 0, format: 'pdf' }))
      expect(readText(first)).not.toContain('Khác bản')
      expect(readText(first)).toContain(verification)
    },
    60_000,
  )

  const bringTemplate = async () => {
    const { templates } = app.client.documents
    const file = await templates.download({ kind: 'result-notices' })
    await templates.save({ kind: 'result-notices', file: new File([file], 'Mẫu.docx') })
  }
  it.skipIf(!hasPoppler).each([
    ['the program’s words', undefined],
    ['the office’s own', bringTemplate],
  ])('only the notice of the product that changed is a draft, in every format, in %s', async (_, prepare) => {
    const session = await changed(prepare)
    const { sessionId } = session
    await withdraw(session)
    const says = 'Khác bản phát hành số 31/TB-SNNMT ngày 27/11/2026; không thay bản đó'
    const { entries } = await app.client.documents.notices.list({ sessionId })
    expect(entries.map(({ entry }) => [entry?.number, entry?.staleSince !== null])).toEqual([
      [31, true],
      [32, false],
      [33, false],
    ])
    const code = entries[1]?.entry?.verification ?? ''
    const zip = new PizZip(await runBatch(sessionId, 'documents'))
    const packed = zip.file('Thong-bao-ket-qua_2026-11-20.pdf')?.asUint8Array() ?? new Uint8Array()
    const noticesOf = (bytes: Uint8Array) =>
      readPages(bytes).flatMap(({ lines, hasDraftMark }) => {
        // The back of a sheet that another notice does not begin on.
        if (lines.length === 0) return []
        const text = lines.map((line) => line.text).join(' ')
        const number = /\d+\/TB-SNNMT/.exec(text)?.[0]
        return [
          { number, isDraft: hasDraftMark, saysChanged: plain(text).includes(says), hasCode: text.includes(code) },
        ]
      })
    for (const bytes of [await drawn(sessionId, 'result-notices'), packed]) {
      expect(noticesOf(bytes)).toEqual([
        { number: '31/TB-SNNMT', isDraft: true, saysChanged: true, hasCode: false },
        { number: '32/TB-SNNMT', isDraft: false, saysChanged: false, hasCode: true },
        { number: '33/TB-SNNMT', isDraft: false, saysChanged: false, hasCode: true },
      ])
    }
    const word = wordText(await drawn(sessionId, 'result-notices', 'docx'))
    expect(word.match(/DỰ THẢO/g)).toHaveLength(1)
    expect(plain(word)).toContain(`Trong tệp này, chỉ thông báo sau khác bản phát hành`)
  })

  it('certificates that lost their product are not offered for print, and drafts are no prints', async () => {
    const session = await changed()
    const { sessionId, four } = session
    const { certificates } = app.client.documents
    await runBatch(sessionId, 'certificates')
    await withdraw(session)
    const { entries } = await certificates.list({ sessionId })
    expect(entries.map(({ itemId, isCertified, certificate }) => [itemId, isCertified, certificate?.prints])).toEqual([
      [four, false, 0],
    ])
  })

  it.skipIf(!hasPoppler)('a certificate that reads otherwise is a draft that says so', async () => {
    const session = await changed()
    const { sessionId, decision } = session
    await app.client.sessions.close({ sessionId })
    await app.client.documents.register.void({ id: decision, reason: 'Ký nhầm người' })
    const more = { signer: 'Người khác', number: 16 }
    await number(sessionId, 'decision', { more })
    const pdf = await runBatch(sessionId, 'certificates')
    expect(plain(readText(pdf))).toContain('Khác bản đã cấp số 01/GCN-UBND ngày 25/11/2026')
    expect(readPages(pdf).every(({ hasDraftMark }) => hasDraftMark)).toBe(true)
    const { entries } = await app.client.documents.certificates.list({ sessionId })
    expect(entries[0]?.certificate?.prints).toBe(0)
    expect(entries[0]?.certificate?.changes.map(({ what }) => what)).toEqual(['Quyết định công nhận', 'Người ký'])
  })

  it('what was issued before a number was renewed stays in the register, and beside it in the zip', async () => {
    const session = await changed()
    const { sessionId, decision } = session
    const first = (await entryOf(sessionId, 'decision')).issued?.kept[0]
    await withdraw(session)
    await app.client.documents.register.renew({ id: decision, reason: 'Chưa ký' })
    const { former, issued } = await entryOf(sessionId, 'decision')
    expect(former.map(({ kept, reopenedAt }) => [kept[0]?.sha256, reopenedAt])).toEqual([
      [first?.sha256, '2026-11-28T01:00:00.000Z'],
    ])
    const names = Object.keys(new PizZip(await runBatch(sessionId, 'documents')).files)
    const decisions = names.filter((name) => name.startsWith('Ban-phat-hanh/Quyet-dinh'))
    expect(decisions).toEqual([
      'Ban-phat-hanh/Quyet-dinh_2026-11-25_so-15.pdf',
      'Ban-phat-hanh/Quyet-dinh_2026-11-25_so-15_lan-2.pdf',
    ])
    expect(issued?.kept[0]?.sha256).not.toBe(first?.sha256)
  })
})
