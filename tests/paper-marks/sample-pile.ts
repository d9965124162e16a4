import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { buildSessionRecord } from '../../electron/app/sessions/session-record.ts'
import type { createApp } from '../../electron/app/create-app.ts'
import type { AppClient } from '../../shared/api/contract.ts'
import type { ChoiceText } from '../../shared/domain/ballot/choice-text.ts'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { seededRandom } from '../bench/seeded-random.ts'
import { readPageImages } from '../helpers/page-image.ts'
import { handOf } from './hands.ts'
import { printedBallots } from './printed-pages.ts'
import { scanBallot } from './scanned-ballot.ts'

type App = ReturnType<typeof createApp>

/** A session of a shipped sample whose ballots are on paper alone. */
export type SamplePile = {
  readonly client: AppClient
  readonly sessionId: number
  readonly record: SessionRecord
  /** What each member keyed in the sample, by product and member code. */
  readonly keyed: ReadonlyMap<string, ChoiceText>
  /** The record with all that was keyed. */
  readonly whole: SessionRecord
}

/** Imports a sample twice: with its ballots, for what they say, and blank, open for scoring. */
export async function openSamplePile(app: App, name: string, resources: string): Promise<SamplePile> {
  const client = createRouterClient(app.router)
  const bytes = readFileSync(join(resources, 'samples', `${name}.xlsx`))
  await client.workspace.create({ name: `Mẫu ${name}` })
  const { sessionId: keyedId } = await client.workbook.import({ file: new File([bytes], `${name}.xlsx`) })
  const whole = buildSessionRecord(openedDb(app), keyedId)
  const keyed = new Map(
    whole.items.flatMap((item) =>
      item.ballots.map(({ memberId, choices }) => {
        const member = whole.members.find(({ id }) => id === memberId)
        return [`${item.code}/${member?.code}`, choices] as const
      }),
    ),
  )
  const blank = await client.workbook.export({ sessionId: keyedId, filled: false })
  await client.workspace.close()
  await client.workspace.create({ name: `Giấy ${name}` })
  const { sessionId } = await client.workbook.import({ file: blank })
  const { state } = await client.sessions.get({ sessionId })
  if (state === 'planned') await client.sessions.open({ sessionId })
  return { client, sessionId, record: buildSessionRecord(openedDb(app), sessionId), keyed, whole }
}

function openedDb({ context }: App) {
  const { current } = context.workspace
  if (current === null) throw new Error('no workspace is open')
  return current.db
}

/** The scanned pages of every ballot of a product that was keyed in the sample, marked so by a hand of each member's own. */
export async function* scannedProducts(
  { record, keyed }: Pick<SamplePile, 'record' | 'keyed'>,
  dpi = 200,
): AsyncGenerator<readonly GreyImage[]> {
  const random = seededRandom(2026)
  const hands = new Map(record.members.map(({ id }) => [id, handOf(random)]))
  for (const item of record.items) {
    const members = record.members.filter(({ code }) => keyed.has(`${item.code}/${code}`))
    // A rejected product was scored by nobody.
    if (members.length === 0) continue
    const of = { itemIds: [item.id], memberIds: members.map(({ id }) => id), rounds: [item.round] }
    const pages = await printedBallots({ record, of, dpi, imagesOf: readPageImages })
    const perBallot = pages.length / members.length
    yield members.flatMap((member, index) =>
      scanBallot({
        pages: pages.slice(index * perBallot, (index + 1) * perBallot),
        choices: keyed.get(`${item.code}/${member.code}`) ?? '',
        hand: hands.get(member.id) ?? handOf(random),
        random,
      }),
    )
  }
}
