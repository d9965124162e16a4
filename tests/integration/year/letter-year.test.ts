import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { districtList, districts } from '../../fixtures/letter-year/district-lists.ts'
import { decisions, recognisedList } from '../../fixtures/letter-year/recognised-list.ts'
import { callRoll } from '../../helpers/call-roll.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { sampleCouncil, sampleMember, sampleSession } from '../../helpers/sample-council.ts'
import { castFullBallot, createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { ungated } from '../../helpers/ungated.ts'
import { takeAll } from '../packages/two-offices.ts'

// The year of the province's letter of 28/4/2024 in two files, the province's and a district's, from nothing to the next
// window: lists of ten districts, certificates of 2019 to 2021, what is announced, deadlines, two meetings, results up and down.
// Each test goes on from the one before.

let province: TestApp
let district: TestApp
beforeAll(async () => {
  province = createTestApp()
  district = createTestApp()
  at('2024-03-01')
  await province.client.workspace.create({ name: 'Tỉnh Hòa Bình' })
  await district.client.workspace.create({ name: 'Huyện Cao Phong' })
  const office = { level: 'province', province: 'tỉnh Hòa Bình', district: '', unit: '', abbreviation: '' } as const
  await province.client.officePapers.setOffice(office)
  await district.client.officePapers.setOffice({ ...office, level: 'district', district: 'huyện Cao Phong' })
})
afterAll(() => {
  province[Symbol.dispose]()
  district[Symbol.dispose]()
})

function at(day: string) {
  for (const { clock } of [province, district]) clock.at = new Date(`${day}T02:00:00.000Z`)
}

const list = { sender: '', sheet: null, columns: [], year: 2024, acceptsDoubts: true }

const textOf = async ({ client }: TestApp, papers: readonly OfficePaper[]) => {
  const file = await client.officePapers.render({ papers: [...papers], format: 'pdf' })
  return readText(new Uint8Array(await file.arrayBuffer())).replace(/\s+/gu, ' ')
}

/** The clock is before the newest decision of the program; letters of the meeting cite what has no number here. */
const inThatYear: DoubtKind[] = ['clock-behind', 'cited-unnumbered']

const signed = { posts: ['GIÁM ĐỐC'], signer: 'Người ký thử', recipients: ['Như trên', 'Lưu: VT'] }

describe('the year of the letter', () => {
  it('begins with what ten districts register, each in a list of its own', async () => {
    for (const [place, name] of districts.entries()) {
      const taken = await province.client.register.takeList({
        ...list,
        file: await districtList(name, place),
        sender: name,
      })
      expect({ name, ...taken }).toMatchObject({ name, added: 3, changed: 0 })
    }
    await district.client.register.takeList({ ...list, file: await districtList('Cao Phong', 0) })
    expect((await province.client.products.list({ limit: 1, offset: 0 })).total).toBe(30)
  })

  it('knows the certificates of 2019, 2020 and 2021 and the days on which they end', async () => {
    const file = await recognisedList()
    expect(await province.client.register.takeList({ ...list, file, sender: 'Chi cục' })).toMatchObject({ added: 300 })
    at('2024-04-28')
    const { counts, total } = await province.client.register.certificates({ limit: 1, offset: 0 })
    expect([total, counts.state.lapsed]).toEqual([300, 200])
    expect(counts.lapsesIn).toEqual([
      { year: 2022, count: 100 },
      { year: 2023, count: 100 },
      { year: 2024, count: 100 },
    ])
  })

  it.skipIf(!hasPoppler)('announces four lists on paper, with numbers', async () => {
    const asOf = '2024-04-28'
    const papers: readonly OfficePaper[] = [
      { kind: 'registered-list', year: 2024, asOf, by: 'district' },
      { kind: 'lapsing-list', years: [2019], asOf, by: 'recognition' },
      { kind: 'lapsing-list', years: [2020], asOf, by: 'recognition' },
      { kind: 'lapsing-list', years: [2021], asOf, by: 'recognition' },
    ]
    const [registered = '', of2019 = '', of2020 = '', of2021 = ''] = await Promise.all(
      papers.map(async (paper) => textOf(province, [paper])),
    )
    expect(registered).toContain('30 (ba mươi) sản phẩm')
    const ends = decisions.map(({ lapsesOn }) => lapsesOn)
    const named = [of2019, of2020, of2021].map((text) => ends.map((end) => text.split(end).length - 1))
    expect(named).toEqual([
      [100, 0, 0],
      [0, 100, 0],
      [0, 0, 100],
    ])
    for (const [place, paper] of papers.entries()) {
      const issue = { ...signed, number: place + 1, symbol: 'TB-SNN', issuedOn: '2024-04-29' }
      await province.client.officePapers.enter({ papers: [paper], issue, reason: '', accepted: inThatYear })
    }
    const numbered = await province.client.officePapers.list({ year: 2024 })
    expect(numbered.map(({ entry }) => [entry.code, entry.staleSince])).toEqual([
      ['04/TB-SNN', null],
      ['03/TB-SNN', null],
      ['02/TB-SNN', null],
      ['01/TB-SNN', null],
    ])
  })

  it('has the letter’s deadlines, which say what they lack', async () => {
    const fields = {
      year: 2024,
      number: '638/UBND-KTN',
      issuedOn: '2024-04-28',
      issuer: 'UBND tỉnh Hòa Bình',
      signer: 'Phó Chủ tịch',
      deadlines: [
        { level: 'district' as const, kind: 'evaluated' as const, round: null, before: '2024-10-30' },
        { level: 'province' as const, kind: 'proposals' as const, round: null, before: '2024-11-10' },
        { level: 'province' as const, kind: 'evaluated' as const, round: null, before: '2024-12-15' },
      ],
    }
    for (const { client } of [province, district]) await client.deadlines.saveLetter({ fields })
    await foundCouncil(district, 'district')
    await foundCouncil(province, 'province')
    at('2024-10-20')
    const { deadlines } = await district.client.deadlines.list({ year: 2024 })
    const own = deadlines.find(({ level, kind }) => level === 'district' && kind === 'evaluated')
    expect(own).toMatchObject({ state: 'near', lacks: [{ lack: 'registered-unscored', count: 3 }] })
  })

  it('has a district’s meeting before 30/10, whose products of 70 points and more go up before 10/11', async () => {
    at('2024-10-21')
    await giveCodes(district)
    const sessionId = await hold(district, { heldOn: '2024-10-21', stars: [4, 4, 0] })
    await district.client.sessions.close({ sessionId, accepted: inThatYear })
    const { items } = await district.client.results.session({ sessionId })
    expect(items.map(({ result }) => result.isReferred)).toEqual([true, true, false])
    // What a council has evaluated lacks no paper any more that matters today.
    expect((await district.client.registrations.lacking({ most: 5 })).years).toEqual([])
    at('2024-11-05')
    const letter = { ...signed, number: 9, symbol: 'UBND-NN', issuedOn: '2024-11-05' }
    await district.client.documents.register.enter({
      sessionId,
      kind: 'referral-letter',
      issue: letter,
      reason: '',
      accepted: inThatYear,
    })
    at('2024-11-20')
    const { deadlines } = await district.client.deadlines.list({ year: 2024 })
    const standing = deadlines.map(({ level, kind, state, doneOn }) => ({ level, kind, state, doneOn }))
    expect(standing).toContainEqual({ level: 'district', kind: 'evaluated', state: 'kept', doneOn: '2024-10-21' })
    expect(standing).toContainEqual({ level: 'province', kind: 'proposals', state: 'kept', doneOn: '2024-11-05' })
  })

  it('takes them up by package, has the province’s meeting before 15/12, and brings the results down', async () => {
    const [below] = await district.client.sessions.list()
    const { papers } = await district.client.packages.draft({ kind: 'up', sessionId: below?.id ?? 0 })
    const up = await district.client.packages.make({
      source: { kind: 'up', sessionId: below?.id ?? 0 },
      office: 'UBND huyện Cao Phong',
      paperIds: papers.map(({ id }) => id),
    })
    const taken = await takeAll(province, up)
    expect(taken).toMatchObject({ taken: 2, refused: 0 })
    // They are the products of the district's list, not two more.
    expect((await province.client.products.list({ limit: 1, offset: 0 })).total).toBe(330)
    expect((await province.client.products.list({ isIncomplete: false, limit: 1, offset: 0 })).total).toBe(2)

    at('2024-12-10')
    const sessionId = await hold(province, { heldOn: '2024-12-10', stars: [4, 3] })
    await province.client.sessions.close({ sessionId, accepted: inThatYear })
    at('2024-12-20')
    const decision = { ...signed, number: 2860, symbol: 'QĐ-UBND', issuedOn: '2024-12-20' }
    await province.client.documents.register.enter({
      sessionId,
      kind: 'decision',
      issue: decision,
      reason: '',
      accepted: inThatYear,
    })
    await province.client.documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    const [answer] = (await province.client.packages.own()).answers
    const down = await province.client.packages.make({
      source: { kind: 'down', packageId: answer?.packageId ?? 0, sessionId },
      office: 'UBND tỉnh Hòa Bình',
      paperIds: [],
    })
    await takeAll(district, down)
    const { rows } = await district.client.register.certificates({ limit: 9, offset: 0, recognisedIn: 2024 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ decision: code, lapsesOn }) => [code, lapsesOn])).toEqual(
      rows.map(() => ['2860/QĐ-UBND', '2027-12-20']),
    )
    expect((await district.client.workspace.checkIntegrity()).isIntact).toBe(true)
    expect((await province.client.workspace.checkIntegrity()).isIntact).toBe(true)
  })

  it('opens the window of the law that is in force then, with a letter to each producer', async () => {
    at('2027-06-22')
    expect((await province.client.register.certificates({ limit: 1, offset: 0, state: 'window-open' })).total).toBe(0)
    at('2027-06-23')
    const open = await province.client.register.certificates({ limit: 9, offset: 0, state: 'window-open' })
    expect(open.rows.map(({ window }) => window)).toEqual(
      open.rows.map(() => ({ opensOn: '2027-06-23', closesOn: '2027-08-22' })),
    )
    expect(open.total).toBeGreaterThan(0)
    const offered = await province.client.officePapers.invitations({ again: false, state: 'window-open' })
    expect(offered.certificates).toBe(open.total)
  })
})

/** A council of three that meets under QĐ 148. */
async function foundCouncil({ client }: TestApp, level: 'district' | 'province') {
  const place = { province: 'tỉnh Hòa Bình', district: level === 'district' ? 'huyện Cao Phong' : '' }
  const { id: councilId } = await client.councils.save({
    fields: { ...sampleCouncil(), ...place, level, name: `Hội đồng OCOP ${level}`, foundingDecisionDate: '2024-01-10' },
  })
  for (let number = 1; number <= 3; number += 1)
    await client.councils.saveMember({ councilId, fields: sampleMember(number) })
}

/** The office gives the products of its list their codes and sets. */
async function giveCodes({ client }: TestApp) {
  const { products } = await client.products.list({ limit: 50, offset: 0 })
  for (const [place, { id, name, producerName, producerKind, commune, district: of }] of products.entries()) {
    const fields = { name, producerName, producerKind, commune, district: of, setNumber: 1, code: `CP${place + 1}` }
    await client.products.save({ id, fields })
  }
}

/** A meeting of the file's council on its products with a code: four or three stars by ballots, none for 0. */
async function hold(
  { client }: TestApp,
  { heldOn, stars }: { readonly heldOn: string; readonly stars: readonly number[] },
) {
  const [council] = await client.councils.list()
  const { products } = await client.products.list({ limit: 400, offset: 0 })
  const productIds = products.filter(({ code }) => code !== '').map(({ id }) => id)
  const fields = { ...sampleSession(), year: 2024, round: 1, heldOn }
  const { id: sessionId } = await client.sessions.create({
    councilId: council?.id ?? 0,
    ruleSetId: 'qd-148-2023',
    fields,
  })
  await client.sessions.addProducts({ sessionId, productIds })
  await client.sessions.answerNoKnockouts({ sessionId })
  await callRoll(client, sessionId)
  await client.sessions.open({ sessionId })
  const { agenda, members } = await client.sessions.get({ sessionId })
  for (const [place, { id: agendaItemId }] of agenda.entries()) {
    const form = await client.rules.itemForm({ agendaItemId })
    const all = form.parts
      .flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria))
      .map((_, index) => index)
    const zeros = { 4: ungated(form), 3: [...ungated(form), ...all.slice(-8)], 0: all }[stars[place] ?? 0] ?? all
    for (const { id: memberId } of members) await castFullBallot(client, { agendaItemId, memberId, zeros })
  }
  return sessionId
}

if (!hasPoppler) sayWhyLeftOut()
