import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp } from '../../../electron/app/create-app.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { callRoll } from '../../helpers/call-roll.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { sampleCouncil, sampleMember, sampleProduct } from '../../helpers/sample-council.ts'
import { castFullBallot, resourcesFolder } from '../../helpers/test-app.ts'

// docs/new-decision.md as a test: a decision that was never issued is put in as data alone, and a session is held under it.

type Data = Record<string, unknown>

let folder: string
let resources: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quyết định mới '))
  resources = join(folder, 'resources')
  cpSync(resourcesFolder, resources, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const readData = (path: string): Data => JSON.parse(readFileSync(join(resources, path), 'utf8')) as Data
const writeData = (path: string, content: Data): void => writeFileSync(join(resources, path), JSON.stringify(content))

/** Steps 1 to 3 of the guide: the decision's numbers, its forms, what dossiers hold and what happens to certificates. */
function addDecision(): void {
  const before = readData('rules/qd-26-2026.json')
  const articles = Object.fromEntries(
    Object.keys(before['articles'] as Data).map((key) => [key, 'Điều 3 Quyết định số 99/2030/QĐ-TTg']),
  )
  const decision = {
    number: '99/2030/QĐ-TTg',
    date: '2030-01-15',
    issuer: 'Thủ tướng Chính phủ',
    subject: 'ban hành Bộ tiêu chí thử nghiệm',
  }
  writeData('rules/qd-99-2030.json', {
    ...before,
    id: 'qd-99-2030',
    shortTitle: 'QĐ 99/2030',
    decisions: [decision],
    inForce: { from: '2030-03-01', to: null },
    transition: {
      lodgedBefore: '2030-03-01',
      ruleSet: 'qd-26-2026',
      terms: [
        {
          applications: ['new', 'upgrade', 'reassessment'],
          days: 60,
          lastDay: '2030-04-29',
          article: 'Điều 12 Quyết định số 99/2030/QĐ-TTg',
        },
      ],
    },
    criteriaFolder: 'qd99',
    bands: [
      { star: 5, from: 95 },
      { star: 4, from: 80 },
      { star: 3, from: 60 },
      { star: 2, from: 30 },
      { star: 1, from: 0 },
    ],
    certificateMonths: 24,
    legalBases: [
      'Căn cứ Quyết định số 99/2030/QĐ-TTg ngày 15 tháng 01 năm 2030 của Thủ tướng Chính phủ ban hành Bộ tiêu chí thử nghiệm',
    ],
    articles,
    issues: [],
  })
  mkdirSync(join(resources, 'criteria/qd99'))
  const form = {
    ...readData('criteria/qd26/01.json'),
    id: 'qd99-01',
    decision: decision.number,
    effectiveFrom: '2030-03-01',
  }
  writeData('criteria/qd99/01.json', form)
  for (const path of ['rules/dossiers/qd-26-2026.json', 'rules/aftercare/qd-26-2026.json']) {
    writeData(path, { ...readData(path), ruleSets: ['qd-26-2026', 'qd-99-2030'] })
  }
}

it('a new decision is data: its session is proposed, scored by its bands, sealed and printed', async () => {
  addDecision()
  const app = createApp({
    host: {
      capabilities: { kind: 'browser', hasFileDialogs: false },
      chooseWorkspace: async () => null,
      chooseFolder: async () => null,
      chooseNewWorkspace: async (name) => join(folder, `${name}.ocop`),
      dataFolder: folder,
    },
    resources,
    appVersion: '0.0.0-test',
    clock: { now: () => new Date('2030-11-20T07:00:00.000Z') },
    backups: 'asked',
  })
  try {
    const client = createRouterClient(app.router)
    await client.workspace.create({ name: 'Hội đồng năm 2030' })
    expect((await client.rules.list())[0]).toMatchObject({ id: 'qd-99-2030', shortTitle: 'QĐ 99/2030' })
    expect((await client.criteria.list())[0]).toMatchObject({
      decision: '99/2030/QĐ-TTg',
      sets: [{ key: 'qd99-01', isUsable: true }],
    })
    const { id: councilId } = await client.councils.save({ fields: sampleCouncil() })
    const memberIds: number[] = []
    for (const number of [1, 2, 3]) {
      memberIds.push((await client.councils.saveMember({ councilId, fields: sampleMember(number) })).id)
    }
    const { id: productId } = await client.products.save({ fields: sampleProduct(1) })
    const { id: sessionId } = await client.sessions.create({
      councilId,
      ruleSetId: 'qd-99-2030',
      fields: {
        year: 2030,
        round: 1,
        heldOn: '2030-11-20',
        place: '',
        referralThreshold: null,
        regulation: usualRegulation,
      },
    })
    await client.sessions.addProducts({ sessionId, productIds: [productId] })
    await client.sessions.answerNoKnockouts({ sessionId })
    await callRoll(client, sessionId)
    await client.sessions.open({ sessionId })
    const [agendaItemId = 0] = (await client.sessions.get({ sessionId })).agenda.map(({ id }) => id)
    // Three criteria without a level: under 95 points, which are 5 stars elsewhere and 4 here.
    for (const memberId of memberIds) await castFullBallot(client, { agendaItemId, memberId, zeros: [0, 1, 2] })
    const { items, ruleSet } = await client.results.session({ sessionId })
    expect(ruleSet.id).toBe('qd-99-2030')
    const { mean } = items[0]?.result ?? {}
    expect((mean?.sum ?? 0) / (mean?.count ?? 1)).toBeGreaterThanOrEqual(90)
    expect((mean?.sum ?? 0) / (mean?.count ?? 1)).toBeLessThan(95)
    expect(items[0]?.result.reasons[0]).toMatchObject({ kind: 'band', star: 4, from: 80, below: 95 })
    expect((await client.rules.sealed({ sessionId })).map(({ key }) => key)).toEqual(['qd-99-2030', 'qd99-01'])
    await client.sessions.close({ sessionId, accepted: ['before-held-on'] })
    if (!hasPoppler) return sayWhyLeftOut()
    const minutes = await client.documents.render({ sessionId, kind: 'minutes', format: 'pdf' })
    const text = readText(new Uint8Array(await minutes.arrayBuffer())).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Quyết định số 99/2030/QĐ-TTg ngày 15 tháng 01 năm 2030 của Thủ tướng Chính phủ')
    expect(text).toContain('5 sao từ 95 điểm')
  } finally {
    await app.dispose()
  }
})
