import type { FoundPaper, FoundProducer, FoundProduct } from '../../../shared/api/search.ts'
import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

export type FoundRow = Omit<FoundProduct, 'otherNames'> & { readonly district: string }

type ProductRow = Omit<FoundRow, 'last'> & {
  readonly sessionId: number | null
  readonly agendaItemId: number
  readonly year: number
  readonly round: number
}

/** Products of these ids, as they are shown to whoever looks for them, in that order. */
export function readFoundProducts(db: ReadDb, ids: readonly number[]): readonly FoundRow[] {
  return read<string, ProductRow>(
    db,
    `SELECT p.id, p.code, p.name, r.name AS producerName, p.commune, p.district, s.id AS sessionId, a.id AS agendaItemId,
       s.year, s.round
     FROM json_each(?) AS found JOIN products p ON p.id = found.value JOIN producers r ON r.id = p.producer_id
     LEFT JOIN agenda_items a ON a.id = (SELECT i.id FROM agenda_items i JOIN sessions t ON t.id = i.session_id
       WHERE i.product_id = p.id ORDER BY t.held_on DESC, t.id DESC LIMIT 1)
     LEFT JOIN sessions s ON s.id = a.session_id
     ORDER BY found.key`,
  )
    .all(JSON.stringify(ids))
    .map(({ sessionId, agendaItemId, year, round, ...product }) => ({
      ...product,
      last: sessionId === null ? null : { sessionId, agendaItemId, year, round },
    }))
}

export type NamedProducer = Omit<FoundProducer, 'otherNames'> & { readonly district: string }

export function listProducerNames(db: ReadDb): readonly NamedProducer[] {
  return read<[], NamedProducer>(db, 'SELECT id, name, commune, district FROM producers').all()
}

export type PaperRow = Omit<FoundPaper, 'code' | 'paper' | 'isVoid'> & {
  readonly isVoid: 0 | 1
  readonly number: number
  readonly symbol: string
  /** JSON of what was asked for. */
  readonly paper: string | null
}

/** Papers with a number, the latest first. */
export function listNumberedPapers(db: ReadDb): readonly PaperRow[] {
  return read<[], PaperRow>(
    db,
    `SELECT id, kind, number, symbol, issued_on AS issuedOn, session_id AS sessionId,
       iif(voided_at IS NULL, paper, NULL) AS paper, voided_at IS NOT NULL AS isVoid, coalesce(data_facts ->> '$.addressee', data_facts ->> '$.subject', '') AS about
     FROM document_register WHERE session_id IS NOT NULL OR paper IS NOT NULL ORDER BY issued_on DESC, id DESC`,
  ).all()
}
