import { afterEach, expect, it } from 'vitest'
import type { TestApp } from '../../helpers/test-app.ts'
import { refusal } from '../documents-register/numbered-session.ts'
import { makeUp, ministry, ministryApp, province, provinceApp, recognise, scoreAbove, takeAll } from './two-offices.ts'

// Results up and down between two files that share nothing, through the handlers that the window asks.

const open: TestApp[] = []
afterEach(() => {
  for (const app of open.splice(0)) app[Symbol.dispose]()
})

async function bothOffices() {
  const { app: below, session } = await provinceApp()
  const above = await ministryApp()
  open.push(below, above)
  return { below, above, session }
}

const countOf = (app: TestApp, table: string) =>
  (app.file().prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count

it('a package up holds what goes up, with means and no word of a member', async () => {
  const { below, above, session } = await bothOffices()
  const file = await makeUp(below, session.sessionId)
  expect(file.name).toBe(`Đề nghị 2026 đợt 2 ${province}.ocop-goi`)
  const preview = await above.client.packages.preview({ file })
  expect(preview).toMatchObject({
    kind: 'up',
    office: province,
    takenAt: null,
    signer: { state: 'new', knownAs: null, fingerprint: (await below.client.packages.own()).fingerprint },
    session: { level: 'province', year: 2026, round: 2, council: 'Hội đồng OCOP cấp tỉnh', threshold: 90 },
    papers: [{ kind: 'decision', code: '15/QĐ-UBND', issuedOn: '2026-11-25' }],
  })
  if (preview.kind !== 'up') throw new Error('not up')
  expect(preview.rows).toMatchObject([
    {
      change: 'new',
      registers: 2026,
      differences: [],
      near: [],
      product: {
        row: 1,
        code: 'SP2',
        name: 'Sản phẩm SP2',
        producer: { name: 'HTX Mẫu', kind: 'Hợp tác xã' },
        result: { meanText: '100,00', ballots: 3, star: 5, setNumber: 1, isReferred: true },
      },
    },
  ])
  expect(JSON.stringify(preview)).not.toContain('Thành viên')
})

it('is taken once its signer is known: registrations with code, set and the result below as evidence', async () => {
  const { below, above, session } = await bothOffices()
  const file = await makeUp(below, session.sessionId)
  const take = () => above.client.packages.take({ file, accepted: [1], refused: [] })
  expect(await refusal(take())).toBe('package-signer-unknown')
  expect([countOf(above, 'products'), countOf(above, 'packages')]).toEqual([0, 0])
  const { client } = above
  const deadlines = [{ level: 'central' as const, kind: 'evaluated' as const, round: 1, before: '2026-09-30' }]
  const letter = { year: 2026, number: '1/BNN', issuedOn: '2026-04-26', issuer: '', signer: '', deadlines }
  await client.deadlines.saveLetter({ fields: letter })
  const closedYears = async () => (await client.packages.preview({ file })).rows.map(({ closedYear }) => closedYear)
  expect(await closedYears()).toEqual([null])
  await client.years.close({ year: 2026 })
  expect(await closedYears()).toEqual([2026])
  expect(await refusal(takeAll(above, file))).toBe('year-closed')
  expect([countOf(above, 'products'), countOf(above, 'packages')]).toEqual([0, 0])
  await client.years.reopen({ year: 2026, reason: 'Nhận kết quả' })
  await takeAll(above, file)
  const { products } = await above.client.products.list({ limit: 9, offset: 0 })
  expect(products).toMatchObject([{ code: 'SP2', name: 'Sản phẩm SP2', producerName: 'HTX Mẫu', setNumber: 1 }])
  expect(above.file().prepare('SELECT year, application FROM registrations').all()).toEqual([
    { year: 2026, application: 'new' },
  ])
  const [listed] = await above.client.packages.list()
  expect(listed).toMatchObject({ direction: 'received', kind: 'up', office: province, products: 1, refused: 0 })
  const detail = await above.client.packages.get({ id: listed?.id ?? 0 })
  expect(detail.rows).toMatchObject([{ below: { meanText: '100,00' }, above: null, state: 'taken' }])
  const [paper] = detail.papers
  const kept = await above.client.packages.paper({ id: detail.id, place: 0 })
  expect([(await kept.text()).slice(0, 4), kept.size]).toEqual(['%PDF', paper?.size])
  expect(await refusal(take())).toBe('package-taken')
  expect((await above.client.packages.preview({ file })).takenAt).toBe('2026-11-20T07:00:00.000Z')
  expect((await above.client.workspace.checkIntegrity()).isIntact).toBe(true)
})

it('each row is taken or refused, with a reason; one that is neither leaves nothing behind', async () => {
  const { below, above, session } = await bothOffices()
  const file = await makeUp(below, session.sessionId)
  const { signer, office } = await above.client.packages.preview({ file })
  await above.client.packages.confirmKey({ publicKey: signer.publicKey, office })
  const take = (rows: Pick<Parameters<TestApp['client']['packages']['take']>[0], 'accepted' | 'refused'>) =>
    above.client.packages.take({ file, ...rows })
  expect(await refusal(take({ accepted: [], refused: [] }))).toBe('package-rows-undecided')
  expect(await refusal(take({ accepted: [1], refused: [{ row: 1, reason: 'Trùng' }] }))).toBe('package-rows-undecided')
  expect(await refusal(take({ accepted: [], refused: [{ row: 1, reason: ' ' }] }))).toBe('reason-required')
  expect(countOf(above, 'packages')).toBe(0)
  await take({ accepted: [], refused: [{ row: 1, reason: 'Thiếu phiếu kiểm nghiệm' }] })
  expect([countOf(above, 'products'), countOf(above, 'package_rows')]).toEqual([0, 1])
  const [listed] = await above.client.packages.list()
  const { rows } = await above.client.packages.get({ id: listed?.id ?? 0 })
  expect(rows).toMatchObject([{ state: 'refused', reason: 'Thiếu phiếu kiểm nghiệm', productId: null }])
})

it('says row by row what is new, the same and different, and leaves a code to who has it', async () => {
  const { below, above, session } = await bothOffices()
  const fields = {
    code: 'TW7',
    name: 'SẢN PHẨM SP2',
    producerName: 'Hợp tác xã Mẫu',
    producerKind: 'HTX',
    commune: 'xã Mẫu',
    district: '',
    setNumber: 1,
  }
  await above.client.products.save({ fields })
  await above.client.products.save({ fields: { ...fields, code: 'sp2', name: 'Chè' } })
  const preview = await above.client.packages.preview({ file: await makeUp(below, session.sessionId) })
  if (preview.kind !== 'up') throw new Error('not up')
  expect(preview.rows).toMatchObject([
    {
      change: 'changed',
      registers: 2026,
      near: [{ why: 'code', name: 'Chè' }],
      differences: [{ field: 'kind', here: 'HTX', there: 'Hợp tác xã' }],
    },
  ])
})

it('results come down to the products that went up: where and why they differ, recognitions in the register', async () => {
  const { below, above, session } = await bothOffices()
  await takeAll(above, await makeUp(below, session.sessionId))
  const scored = await scoreAbove(above, { zeros: [0] })
  await recognise(above, scored.sessionId)
  const { answers } = await above.client.packages.own()
  expect(answers).toMatchObject([{ office: province, sessions: [{ id: scored.sessionId, products: 1 }] }])
  const source = { kind: 'down', packageId: answers[0]?.packageId ?? 0, sessionId: scored.sessionId } as const
  const draft = await above.client.packages.draft(source)
  expect(draft).toMatchObject({ office: ministry, products: [{ row: 1, name: 'Sản phẩm SP2' }] })
  const file = await above.client.packages.make({ source, office: draft.office, paperIds: [] })
  expect(file.name).toBe(`Kết quả 2026 đợt 1 ${ministry}.ocop-goi`)

  const preview = await below.client.packages.preview({ file })
  if (preview.kind !== 'down') throw new Error('not down')
  const [row] = preview.rows
  expect(row).toMatchObject({
    name: 'Sản phẩm SP2',
    recognition: 'new',
    below: { meanText: '100,00', star: 5 },
    above: { star: 5 },
    decision: { code: '88/QĐ-BNNMT', issuedOn: '2026-11-25' },
    certificate: { code: '01/GCN-BNNMT', issuedOn: '2026-11-25', expiresOn: '2029-11-25' },
  })
  expect(row?.differences.map(({ kind }) => kind)).toEqual(['part', 'mean'])
  expect(row?.differences[0]).toMatchObject({ kind: 'part', part: 'A', below: { sum: 120, count: 3 } })

  await takeAll(below, file)
  const recognised = below.file().prepare('SELECT * FROM recognitions').all()
  expect(recognised).toMatchObject([
    {
      star: 5,
      decision_number: '88/QĐ-BNNMT',
      decision_date: '2026-11-25',
      valid_until: '2029-11-25',
      certificate_number: '01/GCN-BNNMT',
    },
  ])
  const [, sent] = await below.client.packages.list()
  const both = await below.client.packages.get({ id: sent?.id ?? 0 })
  expect(both).toMatchObject({ kind: 'up', direction: 'sent', other: { kind: 'down', office: ministry } })
  expect(both.rows[0]).toMatchObject({ below: { meanText: '100,00' }, decision: { code: '88/QĐ-BNNMT' } })
  expect(both.rows[0]?.differences).toEqual(row?.differences)
  const { events } = await below.client.register.timeline({ productId: row?.productId ?? 0 })
  expect(events).toMatchObject([
    { kind: 'scored', mean: '100,00' },
    { kind: 'package', way: 'up', direction: 'sent', office: province, mean: '100,00', differences: 0 },
    { kind: 'package', way: 'down', direction: 'received', office: ministry, state: 'taken', differences: 2 },
    { kind: 'recognised', certificate: { decision: '88/QĐ-BNNMT', star: 5, lapsesOn: '2029-11-25' } },
  ])
  expect((await below.client.workspace.checkIntegrity()).isIntact).toBe(true)
})

it('an answer to somebody else’s package, and a package of one’s own, are told from others', async () => {
  const { below, above, session } = await bothOffices()
  const up = await makeUp(below, session.sessionId)
  expect(await refusal(below.client.packages.preview({ file: up }))).toBe('package-own')
  await takeAll(above, up)
  const { sessionId } = await scoreAbove(above, { zeros: [] })
  const { answers } = await above.client.packages.own()
  const source = { kind: 'down', packageId: answers[0]?.packageId ?? 0, sessionId } as const
  const down = await above.client.packages.make({ source, office: ministry, paperIds: [] })
  const third = await ministryApp()
  open.push(third)
  expect(await refusal(third.client.packages.preview({ file: down }))).toBe('package-not-ours')
})

it('a session that is not locked, and one of which nothing goes up, make no package', async () => {
  const { below, session } = await bothOffices()
  const { sessionId } = session
  await below.client.sessions.reopen({ sessionId, reason: 'Sửa phiếu' })
  expect(await refusal(below.client.packages.draft({ kind: 'up', sessionId }))).toBe('session-not-locked')
})
