import { overruledDays } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Deadline, LetterFields } from '../../../shared/api/deadlines.ts'
import { addDays } from '../../../shared/domain/calendar/iso-date.ts'
import { pressingStates } from '../../../shared/domain/certificates/pressing.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { sampleCouncil, sampleSession } from '../../helpers/sample-council.ts'
import { completeDossiers, registeredAgain } from '../../helpers/written-round.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedThree, refusal } from '../documents-register/numbered-session.ts'

// The days of the year's rounds through the procedures that the window asks, on real files.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const list = (year = 2026) => app.client.deadlines.list({ year })

async function find(
  key: Partial<Pick<Deadline, 'level' | 'kind' | 'round'>>,
  year = 2026,
): Promise<Deadline | undefined> {
  const { deadlines } = await list(year)
  return deadlines.find((one) => Object.entries(key).every(([name, value]) => one[name as keyof Deadline] === value))
}

async function register(rows: OfficeList['rows'], year: number) {
  const heads = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện']
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [heads, ...rows] }))], 'Đăng ký.xlsx')
  await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year, acceptsDoubts: true })
}

/** The province's letter of 2024: districts before 30/10, sent up before 10/11, the province before 15/12. */
const letter: LetterFields = {
  year: 2024,
  number: '638/UBND-KTN',
  issuedOn: '2024-04-26',
  issuer: 'Ủy ban nhân dân tỉnh Hòa Bình',
  signer: 'Phó Chủ tịch',
  deadlines: [
    { level: 'district', kind: 'evaluated', round: null, before: '2024-10-30' },
    { level: 'province', kind: 'proposals', round: null, before: '2024-11-10' },
    { level: 'province', kind: 'evaluated', round: null, before: '2024-12-15' },
  ],
}

describe('a year of the province under Điều 5', () => {
  it('says what each deadline lacks, and what it lacked is listed', async () => {
    const { sessionId, top } = await lockedThree(app)
    const evaluated = await find({ level: 'province', kind: 'evaluated', round: 2 })
    expect(evaluated).toMatchObject({
      before: '2026-12-30',
      lastDay: '2026-12-29',
      source: { kind: 'law', article: 'Điều 5 Quyết định số 26/2026/QĐ-TTg' },
      state: 'kept',
      doneOn: '2026-11-20',
      days: 39,
      workingDays: { kind: 'counted', days: 26 },
      isOwn: true,
      lacks: [],
    })
    const sending = { level: 'central', kind: 'proposals', round: 2 } as const
    expect(await find(sending)).toMatchObject({
      before: '2027-01-30',
      state: 'open',
      isOwn: true,
      lacks: [{ lack: 'referred-unsent', count: 1 }],
    })
    const lacking = await app.client.deadlines.lacking({
      ...sending,
      year: 2026,
      lack: 'referred-unsent',
      limit: 50,
      offset: 0,
    })
    expect(lacking).toMatchObject({ total: 1, rows: [{ kind: 'product', code: 'SP2', sessionId }] })
    expect(top).toBeGreaterThan(0)

    await app.client.documents.register.enter({
      sessionId,
      kind: 'referral-letter',
      issue: issue(7, { symbol: 'UBND-NN', issuedOn: '2026-11-25' }),
      reason: '',
      accepted: ['dated-far-ahead', 'cited-unnumbered', 'dated-before-cited'],
    })
    expect(await find(sending)).toMatchObject({ state: 'kept', doneOn: '2026-11-25', lacks: [] })
    expect(
      await app.client.deadlines.lacking({ ...sending, year: 2026, lack: 'referred-unsent', limit: 50, offset: 0 }),
    ).toEqual({
      total: 0,
      rows: [],
    })
  })

  it('wants registered products in a locked session, by the next deadline of the year', async () => {
    await lockedThree(app)
    await register(
      [
        ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong'],
        ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu'],
      ],
      2026,
    )
    const key = { level: 'province', kind: 'evaluated', round: 2 } as const
    expect((await find(key))?.lacks).toEqual([{ lack: 'registered-unscored', count: 2 }])
    expect((await find({ ...key, round: 1 }))?.lacks).toEqual([])
    const asked = { ...key, year: 2026, lack: 'registered-unscored', limit: 1 } as const
    const names = async (offset: number) => {
      const { total, rows } = await app.client.deadlines.lacking({ ...asked, offset })
      return [total, ...rows.map((row) => (row.kind === 'product' ? row.productName : ''))]
    }
    expect([await names(0), await names(1)]).toEqual([
      [2, 'Cam lòng vàng'],
      [2, 'Rượu cần'],
    ])
    // Named for the first round, or withdrawn: not the second round's any more.
    const { rows: registered } = await app.client.registrations.list({ year: 2026, limit: 50, offset: 0 })
    const [cam = 0, wine = 0] = registered.map(({ id }) => id)
    await app.client.registrations.save({ id: cam, fields: { round: 1 } })
    expect((await find({ ...key, round: 1 }))?.lacks).toEqual([{ lack: 'registered-unscored', count: 1 }])
    expect((await find(key))?.lacks).toEqual([{ lack: 'registered-unscored', count: 1 }])
    await app.client.registrations.withdraw({ id: wine, reason: 'Chủ thể xin rút' })
    expect((await find(key))?.lacks).toEqual([])
    await app.client.registrations.save({ id: cam, fields: { round: null } })

    // A letter's day for one round, and one for all the others.
    const { id: letterId } = await app.client.deadlines.saveLetter({
      fields: {
        ...letter,
        year: 2026,
        issuedOn: '2026-11-05',
        deadlines: [
          { level: 'province', kind: 'evaluated', round: 3, before: '2026-12-10' },
          { level: 'province', kind: 'evaluated', round: null, before: '2026-12-20' },
        ],
      },
    })
    const lacksOf = async (round: number | null) => (await find({ ...key, round }))?.lacks.map(({ count }) => count)
    await app.client.registrations.save({ id: cam, fields: { round: 3 } })
    expect([await lacksOf(3), await lacksOf(null)]).toEqual([[1], []])
    await app.client.registrations.save({ id: cam, fields: { round: 1 } })
    expect([await lacksOf(3), await lacksOf(null)]).toEqual([[], [1]])
    await app.client.registrations.save({ id: cam, fields: { round: null } })
    expect([await lacksOf(3), await lacksOf(null)]).toEqual([[1], []])
    await app.client.deadlines.removeLetter({ id: letterId })

    app.clock.at = new Date('2026-12-29T16:59:00Z')
    expect((await find(key))?.state).toBe('near')
    app.clock.at = new Date('2026-12-29T17:00:00Z')
    expect((await find(key))?.state).toBe('missed')
  })

  it('wants meetings locked', async () => {
    await app.client.workspace.create({ name: 'Năm 2026' })
    const { id: councilId } = await app.client.councils.save({ fields: sampleCouncil() })
    const { id: sessionId } = await app.client.sessions.create({
      councilId,
      ruleSetId: 'qd-26-2026',
      fields: sampleSession(),
    })
    const key = { level: 'province', kind: 'evaluated', round: 2 } as const
    expect((await find(key))?.lacks).toEqual([{ lack: 'sessions-open', count: 1 }])
    expect((await find({ level: 'central', kind: 'proposals', round: 2 }))?.lacks).toEqual([
      { lack: 'sessions-open', count: 1 },
    ])
    expect(
      await app.client.deadlines.lacking({ ...key, year: 2026, lack: 'sessions-open', limit: 50, offset: 0 }),
    ).toMatchObject({
      total: 1,
      rows: [{ kind: 'session', sessionId, state: 'planned', round: 2 }],
    })
    // A round of which the file has nothing.
    expect(await find({ ...key, round: 1 })).toMatchObject({ state: 'passed', lacks: [] })
  })
})

describe('the letter of a province', () => {
  beforeEach(() => app.client.workspace.create({ name: 'Năm 2024' }))

  it('sets the days of a year that the law sets none for', async () => {
    app.clock.at = new Date('2024-10-15T02:00:00Z')
    await app.client.councils.save({ fields: { ...sampleCouncil(), level: 'district', district: 'Cao Phong' } })
    expect((await list(2024)).deadlines).toEqual([])
    const { id } = await app.client.deadlines.saveLetter({ fields: letter })
    const { deadlines, letters, years } = await list(2024)
    expect(
      deadlines.map(({ level, kind, before, state, isOwn, days }) => [level, kind, before, state, isOwn, days]),
    ).toEqual([
      ['district', 'evaluated', '2024-10-30', 'near', true, 14],
      ['province', 'proposals', '2024-11-10', 'open', true, 25],
      ['province', 'evaluated', '2024-12-15', 'open', false, 60],
    ])
    expect(deadlines[0]?.source).toEqual({
      kind: 'letter',
      id,
      number: '638/UBND-KTN',
      issuedOn: '2024-04-26',
      issuer: 'Ủy ban nhân dân tỉnh Hòa Bình',
      signer: 'Phó Chủ tịch',
    })
    expect([letters, years]).toEqual([[{ id, ...letter }], [2024]])
  })

  it('is of a day that has come; of two for one deadline the younger holds, whichever is entered last', async () => {
    const ahead = { ...letter, issuedOn: '2030-04-26' }
    await expect(app.client.deadlines.saveLetter({ fields: ahead })).rejects.toMatchObject({
      data: { reason: 'day-to-come' },
    })
    const { id } = await app.client.deadlines.saveLetter({ fields: letter })
    const older = { ...letter, number: '1/UBND', issuedOn: '2024-03-01', deadlines: letter.deadlines.slice(0, 1) }
    await app.client.deadlines.saveLetter({ fields: older })
    const { deadlines, letters } = await list(2024)
    expect(letters.map((one) => overruledDays(one, deadlines).map(({ by }) => by))).toEqual([
      [],
      [expect.objectContaining({ id, number: '638/UBND-KTN', issuedOn: '2024-04-26' })],
    ])
  })

  it('is changed, removed, and told in the audit', async () => {
    const { id } = await app.client.deadlines.saveLetter({ fields: letter })
    const fields: LetterFields = {
      ...letter,
      deadlines: [{ level: 'province', kind: 'evaluated', round: null, before: '2024-12-20' }],
    }
    await app.client.deadlines.saveLetter({ id, fields })
    expect((await list(2024)).deadlines.map(({ before }) => before)).toEqual(['2024-12-20'])
    await app.client.deadlines.removeLetter({ id })
    expect(await list(2024)).toMatchObject({ deadlines: [], letters: [] })
    const events = await app.client.audit.list({ limit: 3 })
    expect(events.map(({ command }) => command)).toEqual([
      'deadlines.removeLetter',
      'deadlines.saveLetter',
      'deadlines.saveLetter',
    ])
    expect((await app.client.workspace.checkIntegrity()).isIntact).toBe(true)
    expect(await refusal(app.client.deadlines.removeLetter({ id }))).toBe('not-found')
    expect(await refusal(app.client.deadlines.saveLetter({ id, fields: letter }))).toBe('not-found')
  })

  it.each([
    { name: 'one deadline twice', deadlines: [letter.deadlines[0]!, letter.deadlines[0]!], why: 'deadline-twice' },
    {
      name: 'a day before the letter’s',
      deadlines: [{ ...letter.deadlines[0]!, before: '2024-04-26' }],
      why: 'deadline-before-letter',
    },
    {
      name: 'a day of another year',
      deadlines: [{ ...letter.deadlines[0]!, before: '2026-01-01' }],
      why: 'deadline-of-other-year',
    },
  ])('is refused with $name, and nothing is kept', async ({ deadlines, why }) => {
    expect(await refusal(app.client.deadlines.saveLetter({ fields: { ...letter, deadlines } }))).toBe(why)
    expect((await list(2024)).letters).toEqual([])
  })
})

describe('today', () => {
  it('says what has no number, and which deadlines are near', async () => {
    const { sessionId } = await lockedThree(app)
    expect(await app.client.today.get()).toEqual({
      day: '2026-11-20',
      deadlines: [],
      withoutLevel: 0,
      certificates: [],
      newYear: null,
      clocks: [],
      uncertified: [],
      commitments: { overdue: 0, soon: 0 },
      unnumbered: [
        {
          sessionId,
          councilName: 'Hội đồng OCOP cấp tỉnh',
          year: 2026,
          round: 2,
          heldOn: '2026-11-20',
          papers: ['minutes', 'decision', 'referral-letter'],
          certificates: 0,
        },
      ],
    })
    app.clock.at = new Date('2027-01-20T02:00:00Z')
    const { deadlines } = await app.client.today.get()
    expect(
      deadlines.map(({ level, kind, year, round, before, state, lacks }) => [
        level,
        kind,
        year,
        round,
        before,
        state,
        lacks,
      ]),
    ).toEqual([['central', 'proposals', 2026, 2, '2027-01-30', 'near', [{ lack: 'referred-unsent', count: 1 }]]])
  })

  it('says which terms of rounds, reports and commitments run, near or past, and what each lacks', async () => {
    await app.client.workspace.create({ name: 'Các hạn' })
    const made = await registeredAgain(app.client, { members: 2, products: 2 })
    const [first = 0, second = 0] = made.registrationIds
    await completeDossiers(app.client, [first], '2026-10-01')
    await app.client.registrations.save({ id: second, fields: { filedOn: '2026-11-16' } })
    const days = { sentOn: '2026-11-02', replyBy: '2026-11-12' }
    await app.client.opinions.create({ councilId: made.councilId, ...days, registrations: [first], certificates: [] })
    const { rows } = await app.client.register.certificates({ limit: 9, offset: 0 })
    const about = rows.slice(0, 1).map(({ source, id }) => ({ source, id }))
    await app.client.aftercare.inspections.add({ routeId: null, certificates: about })
    const { ids } = await app.client.aftercare.inspections.list({ year: 2026, limit: 9, offset: 0 })
    const inspectionId = ids[0] ?? 0
    await app.client.aftercare.inspections.save({ id: inspectionId, fields: { inspectedOn: '2026-11-01' } })
    const promise = { inspectionId, what: 'In lại nhãn', dueOn: '2026-11-19' }
    await app.client.aftercare.inspections.saveCommitment({ fields: promise })
    const { clocks } = await list()
    // 45 days from 1/10, and what did not come is asked for past its day too; fifteen working days from 16/11, of which five are near; a promise whose day is gone.
    expect(clocks.map(({ kind, lastDay, state, lacks }) => [kind, lastDay, state, lacks])).toEqual([
      ['opinions', '2026-11-15', 'missed', [{ lack: 'opinions-missing', count: 1 }]],
      ['commitment', '2026-11-19', 'missed', [{ lack: 'commitment-open', count: 1 }]],
      ['commune-report', '2026-12-08', 'open', [{ lack: 'report-missing', count: 1 }]],
    ])
    expect(clocks.map(({ things }) => things.map(({ at }) => at.page))).toEqual([
      ['round'],
      ['inspection'],
      ['registration'],
    ])
    const today = await app.client.today.get()
    expect(today.clocks.map(({ kind }) => kind)).toEqual(['opinions'])
    expect(today.commitments).toEqual({ overdue: 1, soon: 0 })
    app.clock.at = new Date('2026-12-01T03:00:00Z')
    expect((await app.client.today.get()).clocks.map(({ kind }) => kind)).toEqual(['opinions', 'commune-report'])
    expect((await list(2027)).clocks).toEqual([])
  })

  it('says which certificates are to be seen to', async () => {
    await app.client.workspace.create({ name: 'Sổ' })
    const heads = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Ngày quyết định']
    const day = new Date('2024-04-15T00:00:00Z')
    const rows = [['Cam', 'HTX Hà Phong', 'Thu Phong', 'Cao Phong', 4, day] as never]
    const file = new File([new Uint8Array(await officeWorkbook({ rows: [heads, ...rows] }))], 'Danh sách.xlsx')
    await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
    expect((await app.client.today.get()).certificates).toEqual([{ state: 'window-open', count: 1 }])
  })

  it('says that the level is not known where products are registered and neither a council nor an office is there', async () => {
    await app.client.workspace.create({ name: 'Danh sách đăng ký' })
    await register(
      [
        ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong'],
        ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu'],
      ],
      2026,
    )
    app.clock.at = new Date('2026-12-20T02:00:00.000Z')
    expect(await app.client.today.get()).toMatchObject({ withoutLevel: 2, deadlines: [] })
    expect((await list()).isLevelKnown).toBe(false)
    const office = { level: 'province', province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' } as const
    await app.client.officePapers.setOffice(office)
    expect(await app.client.today.get()).toMatchObject({
      withoutLevel: 0,
      deadlines: [{ level: 'province', kind: 'evaluated', lacks: [{ lack: 'registered-unscored', count: 2 }] }],
    })
    expect((await list()).isLevelKnown).toBe(true)
  })

  it('counts just what the register counts, on any day', async () => {
    await app.client.workspace.create({ name: 'Sổ' })
    const heads = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Ngày quyết định']
    const days = Array.from({ length: 96 }, (_, month) => addDays('2019-01-31', month * 30))
    const rows = days.map((day, place) => [`Cam ${place % 60}`, 'HTX Hà Phong', 'Thu Phong', 4, dateCell(day)])
    // Of a decision long ago whose list says no star: only somebody who looks for it finds it else.
    rows.push(['Chè', 'HTX Pà Cò', 'Pà Cò', '', dateCell('2016-05-04')])
    const file = new File([new Uint8Array(await officeWorkbook({ rows: [heads, ...rows] }))], 'Danh sách.xlsx')
    await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
    const seen = new Set<string>()
    for (const day of [
      '2022-06-01',
      '2024-11-30',
      '2025-02-20',
      '2026-05-22',
      '2026-08-15',
      '2026-11-27',
      '2027-03-01',
      '2028-02-29',
    ]) {
      app.clock.at = new Date(`${day}T02:00:00Z`)
      const { counts } = await app.client.register.certificates({ limit: 1, offset: 0 })
      const expected = pressingStates
        .map((state) => ({ state, count: counts.state[state] }))
        .filter(({ count }) => count > 0)
      expect((await app.client.today.get()).certificates, day).toEqual(expected)
      for (const { state } of expected) seen.add(state)
    }
    expect([...seen].toSorted()).toEqual(['closing', 'grace', 'lapsing', 'starless', 'window-open'])
  })
})
