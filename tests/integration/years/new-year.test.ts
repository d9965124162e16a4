import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LetterFields } from '../../../shared/api/deadlines.ts'
import type { TableCount } from '../../../shared/api/years.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { hasPoppler, readText } from '../../helpers/read-pdf.ts'
import { sampleCouncil, sampleMember, sampleProduct, sampleSession } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, refusal, scoredSession } from '../documents-register/numbered-session.ts'

// A year that begins with the council of the year before. The session is of 20/11/2026.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const letter: LetterFields = {
  year: 2026,
  number: '638/UBND-KTN',
  issuedOn: '2026-04-26',
  issuer: 'Ủy ban nhân dân tỉnh',
  signer: 'Phó Chủ tịch',
  deadlines: [{ level: 'province', kind: 'evaluated', round: 2, before: '2026-12-15' }],
}

async function proposed(year = 2027) {
  const proposal = await app.client.years.proposal({ year })
  const [council] = proposal.councils
  if (council === undefined) throw new Error('no council to go on')
  return { proposal, council }
}

async function begin({
  leave = [] as readonly number[],
  year = 2027,
  reason = 'Chuyển công tác',
  foundedOn = '2027-01-05',
  accepted = [] as readonly DoubtKind[],
} = {}) {
  const { council } = await proposed(year)
  return app.client.years.begin({
    year,
    councils: [
      {
        councilId: council.id,
        name: council.name,
        foundingDecisionNumber: '05/QĐ-UBND',
        foundingDecisionDate: foundedOn,
        members: council.members
          .filter(({ id }) => !leave.includes(id))
          .map(({ id: memberId, role }) => ({ memberId, role })),
        reason,
      },
    ],
    letters: [],
    accepted: [...accepted],
  })
}

const rowOf = (tables: readonly TableCount[], name: string) => tables.find(({ table }) => table === name)

describe('a new year', () => {
  it('has its own council ask for written opinions, not the one that goes on into it', async () => {
    await lockedSession(app)
    const [before] = await app.client.councils.list()
    await begin()
    app.clock.at = new Date('2027-01-10T02:00:00Z')
    const round = { sentOn: '2027-01-08', replyBy: '2027-01-18', registrations: [], certificates: [] }
    await expect(app.client.opinions.create({ councilId: before?.id ?? 0, ...round })).rejects.toMatchObject({
      data: { reason: 'council-continued', detail: { year: 2027 } },
    })
  })

  it('has the council with its members and regulations, and not one ballot', async () => {
    const { memberIds } = await lockedSession(app)
    const [before] = await app.client.councils.list()
    if (before === undefined) throw new Error('no council')
    await app.client.councils.save({ id: before.id, fields: { regulation: { spreadLimit: 17 } } })
    const count = await begin()
    expect(count.councils).toMatchObject([{ fromId: before.id, copied: 3, of: 3, retired: 0 }])
    const [former, council] = await app.client.councils.list()
    expect(council).toMatchObject({
      name: before.name,
      foundingDecisionNumber: '05/QĐ-UBND',
      foundingDecisionDate: '2027-01-05',
      regulation: { spreadLimit: 17 },
      sessionCount: 0,
      begun: { year: 2027, fromId: before.id },
      continued: null,
    })
    expect(former?.continued).toEqual({ year: 2027, id: council?.id })
    expect(former?.foundingDecisionNumber).toBe('12/QĐ-UBND')
    expect(council?.members.map(({ code, role }) => [code, role])).toEqual([
      ['TV1', 'chair'],
      ['TV2', 'secretary'],
      ['TV3', 'member'],
    ])
    expect(council?.members.some(({ id }) => memberIds.includes(id))).toBe(false)
    expect(rowOf(count.tables, 'ballots')).toEqual({
      table: 'ballots',
      before: 6,
      after: 6,
      ofYear: { before: 0, after: 0 },
    })
    expect(rowOf(count.tables, 'members')).toEqual({
      table: 'members',
      before: 3,
      after: 6,
      ofYear: { before: 0, after: 3 },
    })
    for (const table of ['sessions', 'registrations', 'certificates', 'document_register', 'products', 'others']) {
      const row = rowOf(count.tables, table)
      expect(row?.after, table).toBe(row?.before)
      expect(row?.ofYear?.after ?? 0, table).toBe(0)
    }
    expect(app.file().prepare('SELECT count(*) FROM ballots').pluck().get()).toBe(6)
  })

  it('takes no council of a district along by itself: the rules of the year know none', async () => {
    await app.client.workspace.create({ name: 'Hội đồng cấp huyện' })
    const district = { ...sampleCouncil(), level: 'district', district: 'huyện Cao Phong' } as const
    await app.client.councils.save({ fields: district })
    await app.client.councils.save({ fields: sampleCouncil() })
    const { councils } = (await proposed(2027)).proposal
    expect(councils.map(({ level, isLevelKept }) => [level, isLevelKept])).toEqual([
      ['district', false],
      ['province', true],
    ])
    expect((await app.client.deadlines.list({ year: 2027 })).levels.toSorted()).toEqual(['central', 'province'])
    expect((await app.client.deadlines.list({ year: 2024 })).levels).toContain('district')
  })

  it('is begun once: a second time is told, and makes no second council', async () => {
    await lockedSession(app)
    const { council } = await proposed()
    await begin()
    expect((await app.client.years.proposal({ year: 2027 })).councils).toEqual([])
    const again = app.client.years.begin({
      year: 2027,
      councils: [
        {
          councilId: council.id,
          name: council.name,
          foundingDecisionNumber: '',
          foundingDecisionDate: '',
          members: council.members.map(({ id, role }) => ({ memberId: id, role })),
          reason: '',
        },
      ],
      letters: [],
    })
    expect(await refusal(again)).toBe('year-begun')
    expect(await app.client.councils.list()).toHaveLength(2)
  })

  it('leaves those who do not go along retired, with a reason, where they were', async () => {
    const { memberIds, sessionId } = await lockedSession(app)
    const [, , third = 0] = memberIds
    expect(await refusal(begin({ leave: [third], reason: '' }))).toBe('reason-required')
    expect(await app.client.councils.list()).toHaveLength(1)
    const count = await begin({ leave: [third] })
    expect(count.councils).toMatchObject([{ copied: 2, of: 3, retired: 1 }])
    const [former, council] = await app.client.councils.list()
    expect(council?.members.map(({ code }) => code)).toEqual(['TV1', 'TV2'])
    expect(former?.members.find(({ id }) => id === third)).toMatchObject({
      retiredOn: '2026-12-31',
      retireReason: 'Chuyển công tác',
    })
    expect((await app.client.sessions.get({ sessionId })).members).toHaveLength(3)
    // Until that day a member like the others: a pasted list corrects it.
    const seen = sampleMember(3)
    const corrected = { id: third, seen, fields: { ...seen, organisation: 'Cơ quan mới' } }
    const councilId = former?.id ?? 0
    await app.client.councils.takeMembers({ councilId, rows: [corrected] })
    const [after] = await app.client.councils.list()
    expect(after?.members.find(({ id }) => id === third)?.organisation).toBe('Cơ quan mới')
  })

  it('is asked about where nobody leads the council, or it was founded before the former one', async () => {
    const { memberIds } = await lockedSession(app)
    const [chair = 0, secretary = 0] = memberIds
    const asked = (how: Parameters<typeof begin>[0]) =>
      begin(how).then(
        () => '',
        (error: unknown) => (error as { data: { detail: { kinds?: string } } }).data.detail.kinds,
      )
    expect(await asked({ leave: [chair] })).toBe('council-no-chair')
    expect(await asked({ leave: [secretary], foundedOn: '2026-05-31' })).toBe(
      'founded-before-former,council-no-secretary',
    )
    expect(await app.client.councils.list()).toHaveLength(1)
    await begin({ leave: [chair], foundedOn: '', accepted: ['council-no-chair'] })
    expect((await app.client.audit.list({ limit: 1 }))[0]?.detail).toMatchObject({ doubts: ['council-no-chair'] })
  })

  it('refuses years far off, and a council that has gone on for a session of its new year', async () => {
    await lockedSession(app)
    for (const year of [2025, 2028]) expect(await refusal(begin({ year }))).toBe('year-not-near')
    await begin()
    const [former, council] = await app.client.councils.list()
    const fields = { ...sampleSession(), year: 2027, round: 1, heldOn: '2027-06-01' }
    const create = (councilId = 0) => app.client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
    expect(await refusal(create(former?.id))).toBe('council-continued')
    expect(await create(council?.id)).toMatchObject({ id: expect.any(Number) })
  })

  it('takes a letter along a year later under its own number, and tells which sessions are not locked', async () => {
    const { sessionId } = await scoredSession(app)
    await app.client.deadlines.saveLetter({ fields: letter })
    const { proposal, council } = await proposed()
    expect(proposal.unlocked.map(({ id }) => id)).toEqual([sessionId])
    expect(proposal.letters).toMatchObject([{ deadlines: [{ before: '2027-12-15' }] }])
    const members = council.members.map(({ id: memberId, role }) => ({ memberId, role }))
    const { name } = council
    const facts = { foundingDecisionNumber: '', foundingDecisionDate: '' as const, reason: '' }
    const ask = (issuedOn: string) =>
      app.client.years.begin({
        year: 2027,
        councils: [{ councilId: council.id, name, members, ...facts }],
        letters: [{ letterId: proposal.letters[0]?.id ?? 0, number: '12/UBND', issuedOn, issuer: '', signer: '' }],
      })
    app.clock.at = new Date('2027-12-21T03:00:00Z')
    // A letter that does not fit takes the whole act back.
    expect(await refusal(ask('2027-12-20'))).toBe('deadline-before-letter')
    expect(await app.client.councils.list()).toHaveLength(1)
    const count = await ask('2027-01-20')
    expect(rowOf(count.tables, 'deadline_letters')).toMatchObject({ before: 1, after: 2 })
    const { letters } = await app.client.deadlines.list({ year: 2027 })
    expect(letters).toMatchObject([{ number: '12/UBND', deadlines: [{ round: 2, before: '2027-12-15' }] }])
  })

  it.skipIf(!hasPoppler)('can be printed with its count, as the audit keeps it', async () => {
    await lockedSession(app)
    await begin()
    const [count] = (await app.client.years.proposal({ year: 2027 })).begun
    const paper = { kind: 'new-year-count' as const, seq: count?.seq ?? 0, asOf: '2026-11-20' }
    const pdf = await app.client.officePapers.render({ papers: [paper], format: 'pdf' })
    const text = readText(new Uint8Array(await pdf.arrayBuffer())).replace(/\s+/gu, ' ')
    expect(text).toContain('Mở năm 2027 từ dữ liệu năm 2026')
    expect(text).toContain('chép 03 trên 03 thành viên')
    expect(text).toMatch(/Phiếu đánh giá 6 6 0/)
    expect(text).toMatch(/Thành viên Hội đồng 3 6 0 → 3/)
    const book = new ExcelJS.Workbook()
    const sheet = await app.client.officePapers.render({ papers: [paper], format: 'xlsx' })
    await book.xlsx.load(await sheet.arrayBuffer())
    const ballots = book.worksheets[0]?.getColumn(1).values.indexOf('Phiếu đánh giá') ?? 0
    expect([2, 3, 4].map((column) => book.worksheets[0]?.getRow(ballots).getCell(column).value)).toEqual([6, 6, 0])
    const none = { ...paper, seq: 1 }
    expect(await app.client.officePapers.look({ papers: [none] })).toMatchObject([{ unavailable: 'empty' }])
  })

  it('is called to mind from the first working day of the year, until it is begun', async () => {
    await lockedSession(app)
    const due = async (at: string) => {
      app.clock.at = new Date(at)
      return (await app.client.today.get()).newYear
    }
    expect(await due('2026-12-31T05:00:00Z')).toBeNull()
    expect(await due('2027-01-01T05:00:00Z')).toBeNull()
    expect(await due('2027-01-04T05:00:00Z')).toBe(2027)
    await begin()
    expect(await due('2027-01-04T05:00:00Z')).toBeNull()
  })
})

describe('a member who retires', () => {
  const day = '2026-11-10'
  const retire = (id: number, retiredOn = day) =>
    app.client.councils.retireMember({ id, retiredOn, reason: 'Nghỉ hưu theo chế độ' })

  it('stays in sessions that are opened, is in no later one, and can be called back', async () => {
    const { sessionId, memberIds } = await lockedSession(app)
    const [, , third = 0] = memberIds
    expect(await refusal(app.client.councils.removeMember({ id: third }))).toBe('in-use')
    const [council] = await app.client.councils.list()
    const create = (heldOn: string) =>
      app.client.sessions.create({
        councilId: council?.id ?? 0,
        ruleSetId: 'qd-26-2026',
        fields: { ...sampleSession(), round: 3, heldOn },
      })
    const { id: later } = await create('2026-11-25')
    const { id: onTheDay } = await create(day)
    await retire(third)
    const codes = async (id: number) =>
      (await app.client.sessions.get({ sessionId: id })).members.map(({ code }) => code)
    expect(await codes(sessionId)).toEqual(['TV1', 'TV2', 'TV3'])
    expect(await codes(onTheDay)).toEqual(['TV1', 'TV2', 'TV3'])
    expect(await codes(later)).toEqual(['TV1', 'TV2'])
    expect(await refusal(retire(third))).toBe('member-retired')
    expect(
      await refusal(app.client.sessions.setAttendance({ sessionId: later, memberId: third, isPresent: true })),
    ).toBe('not-found')
    await app.client.councils.recallMember({ id: third, reason: 'Trở lại Hội đồng' })
    expect(await codes(later)).toEqual(['TV1', 'TV2', 'TV3'])
    const events = (await app.client.audit.list({ limit: 10 })).map(({ command, detail }) => [command, detail])
    expect(events.slice(0, 2)).toEqual([
      ['councils.recallMember', { from: day, to: null, reason: 'Trở lại Hội đồng' }],
      ['councils.retireMember', { from: null, to: day, reason: 'Nghỉ hưu theo chế độ' }],
    ])
  })

  it('is not given to a session that opens later, nor to one that takes over the lists', async () => {
    const { memberIds } = await lockedSession(app)
    const [, , third = 0] = memberIds
    const [council] = await app.client.councils.list()
    const councilId = council?.id ?? 0
    const fields = { ...sampleSession(), round: 3, heldOn: '2026-11-25' }
    const { id: sessionId } = await app.client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
    await retire(third)
    const { id: product } = await app.client.products.save({ fields: sampleProduct(9) })
    await app.client.sessions.addProducts({ sessionId, productIds: [product] })
    await app.client.sessions.open({ sessionId })
    await app.client.councils.saveMember({ councilId, fields: sampleMember(4) })
    await app.client.sessions.takeOver({ sessionId })
    const { members } = await app.client.sessions.get({ sessionId })
    expect(members.map(({ code }) => code)).toEqual(['TV1', 'TV2', 'TV4'])
  })
})

describe('a closed year', () => {
  const numberAll = async (sessionId: number) => {
    const enter = (kind: 'minutes' | 'decision' | 'referral-letter', symbol: string) =>
      app.client.documents.register.enter({
        sessionId,
        kind,
        issue: { ...issue(1), symbol },
        reason: '',
        accepted: ['cited-unnumbered', 'dated-after-decision', 'dated-before-cited'],
      })
    await enter('minutes', 'BB-HĐOCOP')
    await enter('decision', 'QĐ-UBND')
    const [year] = await app.client.years.list()
    if (year?.unnumbered[0]?.papers.includes('referral-letter') === true) await enter('referral-letter', 'UBND-NN')
    await app.client.documents.certificates.enter({ sessionId, symbol: 'GCN-UBND', firstNumber: 1 })
  }

  it('is one whose sessions are locked and numbered; then nothing of it changes until it is opened again', async () => {
    const { sessionId } = await scoredSession(app)
    const close = () => app.client.years.close({ year: 2026 })
    expect(await refusal(close())).toBe('year-not-ready')
    await app.client.sessions.close({ sessionId })
    expect(await refusal(close())).toBe('year-not-ready')
    await numberAll(sessionId)
    const { id: productId } = await app.client.products.save({ fields: sampleProduct(9) })
    const { id } = await app.client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
    await close()
    expect(await app.client.years.list()).toMatchObject([{ year: 2026, closed: { by: 'Thư ký' } }])
    const [council] = await app.client.councils.list()
    const refused: readonly (() => Promise<unknown>)[] = [
      () => app.client.sessions.reopen({ sessionId, reason: 'Chấm lại' }),
      () =>
        app.client.sessions.create({
          councilId: council?.id ?? 0,
          ruleSetId: 'qd-26-2026',
          fields: { ...sampleSession(), round: 3 },
        }),
      () => app.client.documents.register.void({ id: 1, reason: 'Ghi nhầm' }),
      () => app.client.registrations.save({ id, fields: { round: 2 } }),
      () => app.client.registrations.save({ id, fields: { year: 2027 } }),
      () => app.client.registrations.withdraw({ id, reason: 'Chủ thể xin rút' }),
      () => app.client.registrations.mark({ ids: [id], items: ['awards'], change: { state: 'received' } }),
    ]
    for (const call of refused) expect(await refusal(call()), call.toString()).toBe('year-closed')
    await app.client.documents.render({ sessionId, kind: 'minutes', format: 'pdf' })
    expect(await refusal(app.client.years.reopen({ year: 2026, reason: '' }))).not.toBe('not refused')
    await app.client.years.reopen({ year: 2026, reason: 'Có khiếu nại' })
    await app.client.sessions.reopen({ sessionId, reason: 'Chấm lại' })
    const events = (await app.client.audit.list({ limit: 3 })).map(({ command }) => command)
    expect(events).toEqual(['sessions.reopen', 'years.reopen', 'years.close'])
  })
})
