import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Regulation } from '../../shared/domain/scoring/types.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import type { Database } from 'better-sqlite3'
import { createApp, type AppOptions } from '../../electron/app/create-app.ts'
import type { HostFiles } from '../../electron/context.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import type { ReadDb } from '../../electron/db/handles.ts'
import { actsOf, newActId } from './ballot-acts.ts'
import { callRoll } from './call-roll.ts'
import { sampleCouncil, sampleMember, sampleProduct, sampleSession } from './sample-council.ts'
import { openAppWork } from '../../electron/work/app-work.ts'

export const resourcesFolder = join(import.meta.dirname, '..', '..', 'resources')

/** One for all applications of a test process: a worker that is new has everything to load. */
const work = openAppWork({ resources: resourcesFolder, onTrouble: console.error })

/** The real application on a real file in a folder of its own, with a clock that stands until it is moved. */
export function createTestApp(parts: Pick<AppOptions, 'room' | 'log' | 'logLines' | 'storageOf' | 'backups'> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ocop thử nghiệm '))
  const clock = { at: new Date('2026-11-20T07:00:00.000Z'), now: () => clock.at }
  const host: HostFiles = {
    capabilities: { kind: 'browser', hasFileDialogs: false },
    chooseWorkspace: async () => null,
    chooseFolder: async () => null,
    chooseNewWorkspace: async (name) => join(folder, `${name}.ocop`),
    dataFolder: folder,
  }
  const app = createApp({
    host,
    resources: resourcesFolder,
    appVersion: '0.0.0-test',
    clock,
    work,
    backups: 'asked',
    ...parts,
  })
  const db = (): ReadDb => {
    const workspace = app.context.workspace.current
    if (workspace === null) throw new Error('no workspace is open')
    return workspace.db
  }
  return {
    folder,
    clock,
    context: app.context,
    router: app.router,
    client: createRouterClient(app.router),
    db,
    dispose: app.dispose,
    /** The open file, for a test that looks into it or spoils it. */
    file: (): Database => connectionOf(db()),
    /** Closes the file, at once and without the backup that quitting makes, and deletes its folder. */
    [Symbol.dispose]: () => {
      Object.assign(app.context.backups, { isAutomatic: false })
      void app.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestApp = ReturnType<typeof createTestApp>
export type TestClient = TestApp['client']

/** An open session of products of set 1 under QĐ 26/2026, every knock-out answered no; three members, two products. */
export async function openSmallSession(
  { client }: { readonly client: TestClient },
  {
    members = 3,
    products = 2,
    sets = [],
    rules = usualRegulation,
    areKnockoutsAnswered = true,
  }: {
    readonly members?: number
    readonly products?: number
    /** Product set of each product; 1 where none is named. */
    readonly sets?: readonly number[]
    readonly rules?: Regulation
    readonly areKnockoutsAnswered?: boolean
  } = {},
) {
  await client.workspace.create({ name: 'Hội đồng thử' })
  const { id: councilId } = await client.councils.save({ fields: sampleCouncil(rules) })
  const memberIds: number[] = []
  for (let number = 1; number <= members; number += 1) {
    memberIds.push((await client.councils.saveMember({ councilId, fields: sampleMember(number) })).id)
  }
  const productIds: number[] = []
  for (let number = 1; number <= products; number += 1) {
    productIds.push((await client.products.save({ fields: sampleProduct(number, sets[number - 1]) })).id)
  }
  const fields = sampleSession(rules)
  const { id: sessionId } = await client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
  await client.sessions.addProducts({ sessionId, productIds })
  if (areKnockoutsAnswered) await client.sessions.answerNoKnockouts({ sessionId })
  await callRoll(client, sessionId)
  await client.sessions.open({ sessionId })
  const { agenda } = await client.sessions.get({ sessionId })
  return { councilId, memberIds, productIds, sessionId, itemIds: agenda.map(({ id }) => id) }
}

/** Chooses the best option of every criterion and confirms. */
export async function castFullBallot(
  client: TestClient,
  ballot: {
    readonly agendaItemId: number
    readonly memberId: number
    /** Criteria (0-based) left at no level. */
    readonly zeros?: readonly number[]
    readonly isConfirmed?: boolean
  },
): Promise<void> {
  const { agendaItemId, memberId, zeros = [], isConfirmed = true } = ballot
  const form = await client.rules.itemForm({ agendaItemId })
  const criteria = form.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))
  const { round, choices } = await client.ballots.get({ agendaItemId, memberId })
  for (const [criterionIndex, criterion] of criteria.entries()) {
    const option = zeros.includes(criterionIndex) ? 0 : criterion.options.length
    const act = { agendaItemId, memberId, round, actId: newActId(), seen: choices[criterionIndex] ?? null }
    await client.ballots.choose({ ...act, criterionIndex, option })
  }
  if (isConfirmed) await actsOf(client).confirm({ agendaItemId, memberId })
}
