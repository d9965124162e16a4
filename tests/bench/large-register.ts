import { createRouterClient } from '@orpc/server'
import { createApp, type Application } from '../../electron/app/create-app.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { loadSealedCriteriaSet, sealFile } from '../../electron/db/queries/sealed-files.ts'
import { transaction } from '../../electron/db/transaction.ts'
import { writeChoices } from '../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { searchKey } from '../../shared/domain/vietnamese/search-key.ts'
import { callRoll } from '../helpers/call-roll.ts'
import { sampleCouncil, sampleMember } from '../helpers/sample-council.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { seededRandom } from './seeded-random.ts'

/** A province's register of ten years. */
export const registerSize = { products: 20_000, years: 10, scoredAYear: 200, members: 9 } as const

const lastYear = 2026
const setNumber = 19

/**
 * The application with a new file open at the path: products of 150 communes, nearly all recognised once, every third
 * again, most registered; and a locked session each year. Put in past the commands: nothing verifies such a file.
 */
export async function openLargeRegister(path: string): Promise<Application> {
  const app = createApp({ host: benchHost(path), resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  await client.workspace.create({ name: 'Sổ mười năm' })
  const { id: councilId } = await client.councils.save({ fields: sampleCouncil(usualRegulation) })
  for (let number = 1; number <= registerSize.members; number += 1) {
    await client.councils.saveMember({ councilId, fields: sampleMember(number) })
  }
  const sessionIds: number[] = []
  for (let year = lastYear - registerSize.years + 1; year <= lastYear; year += 1) {
    const facts = {
      year: Math.max(year, 2018),
      round: year - 2010,
      heldOn: `${year}-11-20`,
      place: '',
      referralThreshold: null,
    }
    const fields = { ...facts, regulation: usualRegulation }
    const { id: sessionId } = await client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
    await callRoll(client, sessionId)
    sessionIds.push(sessionId)
  }
  const workspace = app.context.workspace.current
  const content = app.context.rules.criteriaSet('qd-26-2026', setNumber)
  if (workspace === null || content === null) throw new Error('no file, or no form')
  const { db } = workspace
  const seal = { kind: 'criteria-set', content, sealedAt: '2026-11-20T00:00:00Z' } as const
  const fileId = transaction(db, (inside) => sealFile(inside, seal))
  const sqlite = connectionOf(db)
  const random = seededRandom(lastYear)
  sqlite.transaction(() => {
    fillRegister(sqlite, random)
    const optionCounts = listCriteria(loadSealedCriteriaSet(db, fileId)).map(
      ({ criterion }) => criterion.options.length,
    )
    for (const sessionId of sessionIds) fillSession(sqlite, { sessionId, fileId, optionCounts, random })
  })()
  return app
}

type Connection = ReturnType<typeof connectionOf>

const names = ['Mật ong hoa rừng', 'Chè xanh đặc sản', 'Gạo nếp cái hoa vàng', 'Cam lòng vàng', 'Măng khô sợi']
const kinds = ['Hợp tác xã', 'Công ty TNHH', 'Hộ kinh doanh', 'Tổ hợp tác']

function fillRegister(sqlite: Connection, random: () => number): void {
  sqlite.exec(`INSERT INTO list_imports (id, sha256, file_name, sheet, sender, taken_at)
    VALUES (1, printf('%064d', 0), 'Danh sách.xlsx', 'Sheet1', '', '2026-11-20T00:00:00Z')`)
  const producer = sqlite.prepare('INSERT INTO producers (id, name, kind) VALUES (?, ?, ?)')
  const product = sqlite.prepare(
    `INSERT INTO products (id, code, name, producer_id, commune, district, set_number, search_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const recognition = sqlite.prepare(
    `INSERT INTO recognitions (product_id, product_name, producer_name, star, decision_number, decision_date, import_id)
     VALUES (?, ?, ?, ?, '12/QĐ-UBND', ?, 1)`,
  )
  const registration = sqlite.prepare(
    "INSERT INTO registrations (product_id, year, application, import_id) VALUES (?, ?, 'new', 1)",
  )
  const dayOf = (year: number): string => `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`
  for (let id = 1; id <= registerSize.products; id += 1) {
    const producerId = Math.ceil(id / 3)
    const producerName = `HTX Nông nghiệp Đoàn Kết ${producerId}`
    if (id % 3 === 1) producer.run(producerId, producerName, kinds[producerId % 4])
    const [name, code] = [`${names[id % 5]} ${id}`, `SP${String(id).padStart(5, '0')}`]
    const [commune, district] = [`Xã Thượng Cốc ${producerId % 150}`, `Huyện Lạc Sơn ${producerId % 10}`]
    const key = searchKey(`${code} ${name} ${producerName} ${commune}`)
    product.run(id, code, name, producerId, commune, district, id % 27 === 0 ? null : id % 27, key)
    const year = lastYear - registerSize.years + (id % registerSize.years)
    recognition.run(id, name, producerName, 3 + (id % 3), dayOf(year))
    if (id % 3 === 0) recognition.run(id, name, producerName, 4, dayOf(year + 3))
    if (id % 4 !== 0) registration.run(id, year)
  }
}

type SessionToFill = {
  readonly sessionId: number
  readonly fileId: number
  readonly optionCounts: readonly number[]
  readonly random: () => number
}

function fillSession(sqlite: Connection, { sessionId, fileId, optionCounts, random }: SessionToFill): void {
  const item = sqlite.prepare(
    `INSERT INTO agenda_items (session_id, product_id, criteria_file_id, position, application, scoring_round, concluded_star,
       concluded_at, conclusion_note)
     VALUES (?, ?, ?, ?, 'new', 1, ?, '2026-11-20T10:00:00Z', '')`,
  )
  const ballot = sqlite.prepare(
    `INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, choices, saved_at,
       confirmed_at, reopened_reason)
     VALUES (?, ?, 1, 1, 31, 'confirmed', ?, '2026-11-20T03:00:00Z', '2026-11-20T03:00:00Z', '')`,
  )
  for (let position = 1; position <= registerSize.scoredAYear; position += 1) {
    const productId = (sessionId - 1) * registerSize.scoredAYear + position
    const { lastInsertRowid } = item.run(sessionId, productId, fileId, position, 3 + (position % 3))
    const quality = 0.4 + random() * 0.6
    for (let member = 1; member <= registerSize.members; member += 1) {
      const choices = optionCounts.map((count) => Math.min(count, Math.floor(count * quality + random())))
      ballot.run(lastInsertRowid, member, writeChoices(choices))
    }
  }
  const council = 'name, province, district, founding_decision_number, founding_decision_date, regulation_number'
  const member = 'code, name, position, organisation, role, sort_order'
  for (const sql of [
    `INSERT INTO session_councils (session_id, ${council}) SELECT @sessionId, ${council} FROM councils`,
    `INSERT INTO session_members (session_id, member_id, ${member}) SELECT @sessionId, id, ${member} FROM members`,
    `UPDATE sessions SET state = 'closed', tally_digest = printf('%064d', id), opened_at = '2026-11-20T01:00:00Z',
       closed_at = '2026-11-20T10:00:00Z' WHERE id = @sessionId`,
  ]) {
    sqlite.prepare(sql).run({ sessionId })
  }
}
