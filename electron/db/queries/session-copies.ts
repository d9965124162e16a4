import type { DirectoryChange } from '../../../shared/api/sessions.ts'
import type { CouncilFacts, ItemProduct } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import type { sessions } from '../schema/sessions.ts'
import { read, write } from '../statement.ts'

// What a session says of its council, members and products is what the directory says until it is opened, and its own
// from then on: later changes of the directory reach an open session by `copyDirectory` alone, a locked one never.

type SessionKey = Pick<typeof sessions.$inferSelect, 'id' | 'councilId' | 'state'>

const council = `SELECT s.id AS session_id, c.name, c.province, c.district, c.founding_decision_number,
    c.founding_decision_date, c.regulation_number
  FROM sessions s JOIN councils c ON c.id = s.council_id WHERE s.id = @sessionId`

const members = `SELECT s.id AS session_id, m.id AS member_id, m.code, m.name, m.position, m.organisation, m.role,
    m.sort_order
  FROM sessions s JOIN members m ON m.council_id = s.council_id AND coalesce(m.retired_on >= s.held_on, 1)
  WHERE s.id = @sessionId`

const products = `SELECT a.id AS agenda_item_id, p.code, p.name, r.name AS producer_name, r.kind AS producer_kind,
    p.commune, p.district
  FROM agenda_items a JOIN products p ON p.id = a.product_id JOIN producers r ON r.id = p.producer_id
  WHERE a.session_id = @sessionId`

const productFromDirectory = `code = excluded.code, name = excluded.name, producer_name = excluded.producer_name,
  producer_kind = excluded.producer_kind, commune = excluded.commune, district = excluded.district`

type OfSession = { readonly sessionId: number }

/** Gives an opened session what the directory says now of its council, members and products. */
export function copyDirectory(db: WriteDb, sessionId: number): void {
  write<OfSession>(
    db,
    `INSERT INTO session_councils ${council} ON CONFLICT DO UPDATE SET name = excluded.name,
       province = excluded.province, district = excluded.district,
       founding_decision_number = excluded.founding_decision_number,
       founding_decision_date = excluded.founding_decision_date, regulation_number = excluded.regulation_number`,
  ).run({ sessionId })
  write<OfSession>(
    db,
    `INSERT INTO session_members ${members} ON CONFLICT DO UPDATE SET code = excluded.code, name = excluded.name,
       position = excluded.position, organisation = excluded.organisation, role = excluded.role,
       sort_order = excluded.sort_order`,
  ).run({ sessionId })
  write<OfSession>(
    db,
    `INSERT INTO session_products ${products} ON CONFLICT DO UPDATE SET ${productFromDirectory}`,
  ).run({ sessionId })
}

/** For products that came onto the agenda of an opened session; what it says of the others stays. */
export function copyNewProducts(db: WriteDb, sessionId: number): void {
  write<OfSession>(db, `INSERT INTO session_products ${products} ON CONFLICT DO NOTHING`).run({ sessionId })
}

/** One product of an opened session, as the directory says it now. */
export function copyProduct(db: WriteDb, item: { readonly sessionId: number; readonly agendaItemId: number }): void {
  write<typeof item>(
    db,
    `INSERT INTO session_products ${products} AND a.id = @agendaItemId ON CONFLICT DO UPDATE SET ${productFromDirectory}`,
  ).run(item)
}

type PresentProduct = Omit<ItemProduct, 'setNumber'> & { readonly agendaItemId: number }

/** The products of a session as the directory says them now. */
export function listPresentProducts(db: ReadDb, sessionId: number): readonly PresentProduct[] {
  return read<OfSession, PresentProduct>(
    db,
    `SELECT agenda_item_id AS agendaItemId, code, name AS productName, producer_name AS producerName,
       producer_kind AS producerKind, commune, district FROM (${products})`,
  ).all({ sessionId })
}

const councilColumns = `name, province, district, founding_decision_number AS foundingDecisionNumber,
  founding_decision_date AS foundingDecisionDate, regulation_number AS regulationNumber`

/** The council as the session says it. */
export function readSessionCouncil(db: ReadDb, { id, councilId, state }: SessionKey): CouncilFacts {
  const facts =
    state === 'planned'
      ? read<number, CouncilFacts>(db, `SELECT ${councilColumns} FROM councils WHERE id = ?`).get(councilId)
      : read<number, CouncilFacts>(db, `SELECT ${councilColumns} FROM session_councils WHERE session_id = ?`).get(id)
  if (facts === undefined) throw new Error(`session ${id} has no council`)
  return facts
}

type Row = Readonly<Record<string, string | number>>

/** How the directory differs from what an opened session says; nothing for a planned one. */
export function listDirectoryChanges(db: ReadDb, { id, state }: SessionKey): readonly DirectoryChange[] {
  if (state === 'planned') return []
  const own = (sql: string) => read<OfSession, Row>(db, sql).all({ sessionId: id })
  return [
    ...compare('council', {
      now: own(council),
      said: own('SELECT * FROM session_councils WHERE session_id = @sessionId'),
    }),
    ...compare('member', {
      now: own(members),
      said: own('SELECT * FROM session_members WHERE session_id = @sessionId'),
    }),
    ...compare('product', {
      now: own(products),
      said: own(`SELECT * FROM session_products
        WHERE agenda_item_id IN (SELECT id FROM agenda_items WHERE session_id = @sessionId)`),
    }),
  ]
}

const keyOf = { council: 'session_id', member: 'member_id', product: 'agenda_item_id' } as const

function compare(
  kind: DirectoryChange['kind'],
  rows: { readonly now: readonly Row[]; readonly said: readonly Row[] },
): readonly DirectoryChange[] {
  const said = new Map(rows.said.map((row) => [row[keyOf[kind]], row]))
  return rows.now.flatMap((row) => {
    const copy = said.get(row[keyOf[kind]])
    const fields = Object.entries(row).flatMap(([column, value]) =>
      copy === undefined || copy[column] === value
        ? []
        : [{ column, session: String(copy[column]), directory: String(value) }],
    )
    const isNew = copy === undefined
    return isNew || fields.length > 0 ? [{ kind, name: String(row['name']), isNew, fields }] : []
  })
}
