import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, lockedThree } from '../documents-register/numbered-session.ts'

// The register of certificates through the procedures that the window asks: what lists told of and what this file's own
// sessions certified, as one.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định']

/** The letter's three years, and one that is still in force. */
const letter: OfficeList['rows'] = [
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 74.5, '3163/QĐ-UBND', dateCell('2019-12-30')],
  ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Phong Phú', 'Tân Lạc', 3, 61, '2935/QĐ-UBND', dateCell('2020-12-22')],
  ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, null, '3001/QĐ-UBND', dateCell('2021-12-29')],
  ['Chè Pà Cò', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, 60.25, '120/QĐ-UBND', dateCell('2024-01-25')],
]

async function take(rows: OfficeList['rows'], heads: OfficeList['rows'][number] = head, year = 2026) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [heads, ...rows] }))], 'Danh sách công nhận.xlsx')
  await app.client.register.takeList({
    file,
    sender: 'Phòng NN&PTNT',
    sheet: null,
    columns: [],
    year,
    acceptsDoubts: true,
  })
}

type Asked = Omit<Parameters<TestApp['client']['register']['certificates']>[0], 'limit' | 'offset'>

const ask = (asked: Asked = {}) => app.client.register.certificates({ ...asked, limit: 50, offset: 0 })
const namesOf = async (asked: Asked) => (await ask(asked)).rows.map(({ productName }) => productName)

describe('recognitions that lists tell of', () => {
  beforeEach(async () => {
    await app.client.workspace.create({ name: 'Sổ chứng nhận' })
    await take(letter)
  })

  it('carry the number of the certificate that a list says, wherever they are named by it', async () => {
    const [cam = [], , , che = []] = letter
    await take(
      [
        [...cam, '07/GCN-UBND'],
        [...che, '12/GCN-UBND'],
      ],
      [...head, 'Số GCN'],
    )
    const numbered = (await ask({ query: '12/gcn' })).rows
    expect(numbered.map(({ code, productName }) => [code, productName])).toEqual([['12/GCN-UBND', 'Chè Pà Cò']])
    expect((await app.client.search.find({ query: 'số 7/GCN', limit: 6 })).certificates).toMatchObject([
      { code: '07/GCN-UBND', productName: 'Cam lòng vàng', issuedOn: '2019-12-30', isVoid: false, state: 'lapsed' },
    ])
    const { rows } = await app.client.register.nationalList({ year: 2024 })
    expect(rows.map(({ MA_OCOP, TenSanPham }) => [MA_OCOP, TenSanPham])).toContainEqual(['12/GCN-UBND', 'Chè Pà Cò'])
  })

  it('are found by the number of their decision, and one that a later superseded not as if it stood', async () => {
    for (const query of ['3163/QĐ-UBND', '3163 qd', '3163']) expect(await namesOf({ query })).toEqual(['Cam lòng vàng'])
    expect(await namesOf({ query: '3163/QĐ-SNN' })).toEqual([])
    expect((await app.client.search.find({ query: '2935', limit: 6 })).decisions).toEqual([
      { code: '2935/QĐ-UBND', decidedOn: '2020-12-22', products: 1 },
    ])
    const [name = '', ...place] = letter[0]?.slice(0, 4) ?? []
    await take([[name, ...place, 4, 80, '88/QĐ-UBND', dateCell('2024-02-01')]])
    expect(await namesOf({ query: '3163' })).toEqual([])
    expect(await namesOf({ query: '3163', state: 'superseded' })).toEqual(['Cam lòng vàng'])
    expect((await ask({ query: '3163' })).counts.state.superseded).toBe(1)
  })

  it('lapse on the letter’s days', async () => {
    const { rows, day, total } = await ask({ state: 'lapsed' })
    expect([day, total]).toEqual(['2026-11-20', 3])
    expect(rows.map(({ decision, lapsesOn }) => [decision, lapsesOn])).toEqual([
      ['3163/QĐ-UBND', '2022-12-30'],
      ['2935/QĐ-UBND', '2023-12-22'],
      ['3001/QĐ-UBND', '2024-12-29'],
    ])
    expect(rows[0]).toMatchObject({
      productName: 'Cam lòng vàng',
      producerName: 'HTX Hà Phong',
      commune: 'xã Thu Phong',
      district: 'Cao Phong',
      star: 4,
      score: '74,5',
      recognisedIn: 2019,
      lapseYear: 2022,
      code: '',
      registeredFor: null,
    })
    app.clock.at = new Date('2022-12-29T16:59:59.000Z')
    expect(await namesOf({ state: 'lapsed' })).toEqual([])
    expect(await namesOf({ state: 'in-force', lapsesIn: 2022 })).toEqual(['Cam lòng vàng'])
    app.clock.at = new Date('2022-12-29T17:00:00.000Z')
    expect(await namesOf({ state: 'lapsed' })).toEqual(['Cam lòng vàng'])
  })

  it('are filtered by what a letter asks for, and counted', async () => {
    expect(await namesOf({ state: 'missed' })).toEqual(['Chè Pà Cò'])
    expect(await namesOf({ lapsesIn: 2023 })).toEqual(['Mật ong hoa rừng'])
    expect(await namesOf({ recognisedIn: 2021 })).toEqual(['Rượu cần'])
    expect(await namesOf({ star: 4 })).toEqual(['Cam lòng vàng'])
    expect(await namesOf({ query: 'pa co che' })).toEqual(['Chè Pà Cò'])
    const { places, counts } = await ask()
    expect(await namesOf({ place: places.find(({ label }) => label === 'Mai Châu')?.key ?? '' })).toEqual([
      'Chè Pà Cò',
      'Rượu cần',
    ])
    expect(counts.state).toMatchObject({ lapsed: 3, missed: 1, superseded: 0 })
    expect(counts.lapsesIn).toEqual([2022, 2023, 2024, 2027].map((year) => ({ year, count: 1 })))
  })

  it('come in pages', async () => {
    const page = await app.client.register.certificates({ limit: 1, offset: 1 })
    expect([page.total, page.rows.length, page.rows[0]?.productName]).toEqual([4, 1, 'Cam lòng vàng'])
  })

  it('give way to a later one, and say what the product is registered for', async () => {
    const again = ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 80, '99/QĐ-UBND']
    await take([[...again, dateCell('2025-06-10')]])
    await take([['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu']], head.slice(0, 4), 2026)
    expect(await namesOf({ state: 'lapsed' })).toEqual(['Mật ong hoa rừng', 'Rượu cần'])
    expect((await ask({ state: 'superseded' })).rows).toMatchObject([{ decision: '3163/QĐ-UBND', lapseYear: 2022 }])
    expect((await ask({ query: 'ruou can' })).rows).toMatchObject([{ registeredFor: 2026 }])

    const { productId = 0 } = (await ask({ query: 'cam' })).rows[0] ?? {}
    const { events, productName } = await app.client.register.timeline({ productId })
    expect(productName).toBe('Cam lòng vàng')
    expect(events).toMatchObject([
      {
        kind: 'recognised',
        certificate: { decisionDate: '2019-12-30', state: 'superseded', score: '74,5', law: ['1048/QĐ-TTg'] },
      },
      {
        kind: 'recognised',
        certificate: {
          decisionDate: '2025-06-10',
          state: 'in-force',
          lapsesOn: '2028-06-10',
          law: ['148/QĐ-TTg'],
        },
      },
    ])
    const wine = (await ask({ query: 'ruou can' })).rows[0]?.productId ?? 0
    expect((await app.client.register.timeline({ productId: wine })).events).toMatchObject([
      { kind: 'recognised', list: { fileName: 'Danh sách công nhận.xlsx', sender: 'Phòng NN&PTNT' } },
      { kind: 'registered', year: 2026, application: 'reassessment' },
    ])
  })
})

describe('certificates of this file', () => {
  async function certified() {
    const session = await lockedSession(app)
    const { sessionId } = session
    const { register, certificates } = app.client.documents
    await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted: ['cited-unnumbered'] })
    await certificates.enter({ sessionId, firstNumber: 9, symbol: 'GCN-UBND' })
    // The decision is of 25/11: before that day nothing of it is in force.
    app.clock.at = new Date('2026-11-26T03:00:00Z')
    return session
  }

  it('stand beside those of lists, with the mean that their papers print', async () => {
    const { sessionId } = await certified()
    const { rows, total } = await ask()
    expect(total).toBe(2)
    const printed = (await app.client.results.session({ sessionId })).items
    expect(rows).toMatchObject(
      ['09/GCN-UBND', '10/GCN-UBND'].map((code) => ({
        code,
        source: 'session',
        decision: '15/QĐ-UBND',
        decisionDate: '2026-11-25',
        lapsesOn: '2029-11-25',
        window: { opensOn: '2029-05-29', closesOn: '2029-07-28' },
        state: 'in-force',
      })),
    )
    expect(printed.length).toBeGreaterThan(1)
    expect(rows.every(({ score }) => /^\d+,\d\d$/.test(score))).toBe(true)
  })

  it('are what no list changes or doubles: what it says otherwise is asked', async () => {
    await certified()
    const [one] = (await ask()).rows
    const { productName = '', producerName = '', commune = '', district = '' } = one ?? {}
    const rows = (star: number, day: string): OfficeList['rows'] => [
      [productName, producerName, commune, district, star, null, '15/QĐ-UBND', dateCell(day)],
    ]
    const told = async (star: number, day: string) => {
      const file = new File(
        [new Uint8Array(await officeWorkbook({ rows: [head, ...rows(star, day)] }))],
        'Danh sách.xlsx',
      )
      const { faults } = await app.client.register.previewList({
        file,
        sender: '',
        sheet: null,
        columns: [],
        year: 2026,
      })
      await take(rows(star, day))
      expect(await statesOf()).toEqual([
        ['09/GCN-UBND', 'in-force'],
        ['10/GCN-UBND', 'in-force'],
      ])
      return faults.map(({ level, reason }) => `${level}: ${reason}`)
    }
    const own = 'doubt: Kết quả công nhận của chính tệp này (quyết định 15/QĐ-UBND ngày 25/11/2026) ghi'
    const kept = 'Nhận dòng này vẫn giữ kết quả đó.'
    expect(await told(4, '2026-11-25')).toEqual([])
    expect(await told(3, '2026-11-25')).toEqual([`${own} 4 sao; dòng này ghi 3 sao. ${kept}`])
    expect(await told(4, '2026-11-26')).toEqual([`${own} ngày 25/11/2026; dòng này ghi ngày 26/11/2026. ${kept}`])
    expect((await ask({ state: 'superseded' })).total).toBe(0)
  })

  it('are decided before they are numbered: what a list says otherwise by their decision is asked, then and later', async () => {
    const { sessionId } = await lockedThree(app)
    const { register, certificates } = app.client.documents
    await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted: ['cited-unnumbered'] })
    app.clock.at = new Date('2026-11-26T03:00:00Z')
    const { items } = await app.client.results.session({ sessionId })
    const rows = [
      ...items.map(({ productName, producerName, commune, district }) => [
        productName,
        producerName,
        commune,
        district,
      ]),
      ['Măng khô', 'HTX Mường Bi', 'xã Phong Phú', 'Tân Lạc'],
    ].map((names) => [...names, 5, null, '15/QĐ-UBND', dateCell('2026-11-25')])
    const bytes = new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))
    const list = { file: new File([bytes], 'Danh sách.xlsx'), sender: '', sheet: null, columns: [], year: 2026 }
    const told = async () => {
      const { faults } = await app.client.register.previewList(list)
      return faults.filter(({ level }) => level === 'doubt').map(({ cell, reason }) => `${cell}: ${reason}`)
    }
    const decision = 'uyết định 15/QĐ-UBND ngày 25/11/2026'
    const asked = [
      `E2: Kết quả công nhận của chính tệp này (q${decision}) ghi 4 sao; dòng này ghi 5 sao. Nhận dòng này vẫn giữ kết quả đó.`,
      ...[3, 4].map(
        (row) =>
          `G${row}: Q${decision} của chính tệp này không công nhận sản phẩm này. Nhận dòng này không ghi lần công nhận đó.`,
      ),
    ]
    const beside = `G5: Q${decision} của chính tệp này không có sản phẩm này. Nhận dòng này ghi thêm một lần công nhận theo quyết định đó.`
    expect(await told()).toEqual([...asked, beside])
    await take(rows)
    expect(await namesOf({})).toEqual(['Măng khô'])
    await certificates.enter({ sessionId, firstNumber: 9, symbol: 'GCN-UBND' })
    expect(await told()).toEqual(asked)
    await take(rows)
    expect((await ask()).rows.map(({ code, star }) => [code, star])).toEqual([
      ['09/GCN-UBND', 4],
      ['', 5],
    ])
  })

  const statesOf = async () => (await ask()).rows.map(({ code, state }) => [code, state])

  it('are none where they are voided, and are to be seen to while the session is unlocked', async () => {
    const { sessionId } = await certified()
    const [entry] = (await app.client.documents.certificates.list({ sessionId })).entries
    await app.client.documents.certificates.void({ id: entry?.certificate?.id ?? 0, reason: 'Phôi in hỏng' })
    expect(await statesOf()).toEqual([['10/GCN-UBND', 'in-force']])
    await app.client.sessions.reopen({ sessionId, reason: 'Chấm lại' })
    expect(await statesOf()).toEqual([['10/GCN-UBND', 'review']])
    await app.client.sessions.close({ sessionId })
    expect(await statesOf()).toEqual([['10/GCN-UBND', 'in-force']])
  })

  it('are to be seen to where the session concluded otherwise since, first of all and not counted as in force', async () => {
    const { sessionId, itemIds } = await certified()
    await app.client.sessions.reopen({ sessionId, reason: 'Kết luận lại' })
    const conclusion = { star: 2, note: 'Hồ sơ chưa đủ' } as const
    await app.client.results.conclude({ agendaItemId: itemIds[1] ?? 0, ...conclusion })
    await app.client.sessions.close({ sessionId })
    expect(await statesOf()).toEqual([
      ['10/GCN-UBND', 'review'],
      ['09/GCN-UBND', 'in-force'],
    ])
    expect((await ask()).counts.state).toMatchObject({ review: 1, 'in-force': 1 })
    const { entries } = await app.client.documents.certificates.list({ sessionId })
    expect(entries.map(({ certificate }) => [certificate?.code, certificate?.staleSince !== null])).toEqual([
      ['09/GCN-UBND', false],
      ['10/GCN-UBND', true],
    ])
  })

  it('are to be seen to where their decision is void, or issued under another number', async () => {
    const { sessionId } = await certified()
    const { register } = app.client.documents
    const [decision] = await register.list({ sessionId })
    await register.void({ id: decision?.id ?? 0, reason: 'Ghi nhầm ngày' })
    const moved = [
      ['09/GCN-UBND', 'review'],
      ['10/GCN-UBND', 'review'],
    ]
    expect(await statesOf()).toEqual(moved)
    await register.enter({ sessionId, kind: 'decision', issue: issue(16), reason: '', accepted: ['cited-unnumbered'] })
    expect(await statesOf()).toEqual(moved)
  })

  it('leave what was recognised before as it was while they are to be seen to', async () => {
    const { sessionId } = await certified()
    const [own] = (await ask()).rows
    const told = [own?.productName ?? '', own?.producerName ?? '', own?.commune ?? '', own?.district ?? '', 3, 60]
    await take([[...told, '7/QĐ-UBND', dateCell('2025-06-10')]])
    const ofProduct = async (asked: Asked = {}) =>
      (await ask({ ...asked, query: own?.productName ?? '' })).rows.map(({ decision, state }) => [decision, state])
    expect(await ofProduct({ state: 'superseded' })).toEqual([['7/QĐ-UBND', 'superseded']])
    await app.client.sessions.reopen({ sessionId, reason: 'Chấm lại' })
    expect(await ofProduct()).toEqual([
      ['15/QĐ-UBND', 'review'],
      ['7/QĐ-UBND', 'in-force'],
    ])
  })

  it('are told once where a list tells of them too', async () => {
    await certified()
    const [own] = (await ask()).rows
    const row = [
      own?.productName ?? '',
      own?.producerName ?? '',
      own?.commune ?? '',
      own?.district ?? '',
      own?.star ?? 0,
    ]
    await take([[...row, null, '15/QĐ-UBND', dateCell('2026-11-25')]])
    const { rows } = await ask({ query: own?.productName ?? '' })
    expect(rows.map(({ code }) => code)).toEqual(['09/GCN-UBND'])
  })

  it('are in the product’s time with the meeting and its papers', async () => {
    const { sessionId } = await certified()
    const [own] = (await ask()).rows
    const { events } = await app.client.register.timeline({ productId: own?.productId ?? 0 })
    expect(events).toMatchObject([
      {
        kind: 'scored',
        sessionId,
        isLocked: true,
        star: own?.star,
        mean: own?.score,
        papers: [{ kind: 'decision', code: '15/QĐ-UBND', issuedOn: '2026-11-25' }],
      },
      { kind: 'recognised', sessionId, list: null, certificate: { code: '09/GCN-UBND' } },
    ])
  })

  it('have papers in a product’s time that name it, and no others', async () => {
    const { sessionId, productIds } = await lockedThree(app)
    for (const [place, kind] of (['minutes', 'decision', 'proposal', 'referral-letter'] as const).entries()) {
      const numbered = issue(1, { symbol: `SO-${place}` })
      const accepted = ['cited-unnumbered'] as const
      await app.client.documents.register.enter({
        sessionId,
        kind,
        issue: numbered,
        reason: '',
        accepted: [...accepted],
      })
    }
    const kindsOf = async (productId: number) => {
      const { events } = await app.client.register.timeline({ productId })
      return events.flatMap((event) => (event.kind === 'scored' ? event.papers.map(({ kind }) => kind) : []))
    }
    const [recognised = 0, sentUp = 0, neither = 0] = productIds
    expect(await kindsOf(recognised)).toEqual(['minutes', 'decision', 'proposal'])
    expect(await kindsOf(sentUp)).toEqual(['minutes', 'decision', 'proposal', 'referral-letter'])
    expect(await kindsOf(neither)).toEqual(['minutes'])
  })
})
