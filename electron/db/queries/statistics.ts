import type { ApplicationKind } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'
import { recognisedAgain, writtenOpinions, writtenYear } from './evaluated.ts'
import { productAtSession } from './sessions.ts'

export type CountedProduct = {
  readonly id: number
  readonly commune: string
  readonly district: string
  readonly kind: string
  readonly setNumber: number | null
}

/** Every product with what it is counted by. */
export function listCountedProducts(db: ReadDb): readonly CountedProduct[] {
  return read<[], CountedProduct>(
    db,
    `SELECT p.id, p.commune, p.district, r.kind, p.set_number AS setNumber
     FROM products p JOIN producers r ON r.id = p.producer_id`,
  ).all()
}

export type CountedRegistration = {
  readonly productId: number
  readonly year: number
  readonly application: ApplicationKind
}

export function listCountedRegistrations(db: ReadDb): readonly CountedRegistration[] {
  return read<[], CountedRegistration>(
    db,
    'SELECT product_id AS productId, year, application FROM registrations WHERE withdrawn_on IS NULL',
  ).all()
}

export type CountedItem = Omit<CountedProduct, 'id' | 'setNumber'> & {
  readonly id: number
  readonly productId: number
  readonly sessionId: number
  readonly year: number
  readonly heldOn: string
  readonly application: ApplicationKind
  readonly criteriaFileId: number
  /** Locking concludes every product. */
  readonly star: number
}

export function listLockedSessions(
  db: ReadDb,
): readonly { readonly id: number; readonly tallyDigest: string | null }[] {
  return read<[], { readonly id: number; readonly tallyDigest: string | null }>(
    db,
    "SELECT id, tally_digest AS tallyDigest FROM sessions WHERE state = 'closed'",
  ).all()
}

/** The products of every locked session, as it says of them. */
export function listCountedItems(db: ReadDb): readonly CountedItem[] {
  return read<[], CountedItem>(
    db,
    `SELECT a.id, a.product_id AS productId, s.id AS sessionId, s.year, s.held_on AS heldOn, a.application,
       a.criteria_file_id AS criteriaFileId, coalesce(a.concluded_star, 0) AS star,
       coalesce(own.commune, p.commune) AS commune, coalesce(own.district, p.district) AS district,
       coalesce(own.producer_kind, r.kind) AS kind
     FROM agenda_items a JOIN sessions s ON s.id = a.session_id ${productAtSession.joins('a')}
     WHERE s.state = 'closed'`,
  ).all()
}

export type CountedOpinion = Omit<CountedProduct, 'id'> & {
  readonly productId: number
  readonly year: number
  readonly decidedOn: string
  readonly star: number
}

/** The products that written opinions evaluated, as their rounds say of them. */
export function listCountedOpinions(db: ReadDb): readonly CountedOpinion[] {
  return read<[], CountedOpinion>(
    db,
    `SELECT o.product_id AS productId, ${writtenYear} AS year, w.decided_on AS decidedOn, o.proposed_star AS star, o.commune,
       o.district, p.set_number AS setNumber, r.kind
     FROM ${writtenOpinions} JOIN products p ON p.id = o.product_id JOIN producers r ON r.id = p.producer_id
     WHERE ${recognisedAgain}`,
  ).all()
}

/** The item of a session that each certificate of this file is of. */
export function listCertifiedItems(
  db: ReadDb,
): readonly { readonly certificateId: number; readonly agendaItemId: number }[] {
  return read<[], { readonly certificateId: number; readonly agendaItemId: number }>(
    db,
    `SELECT id AS certificateId, agenda_item_id AS agendaItemId FROM certificates
     WHERE voided_at IS NULL AND agenda_item_id IS NOT NULL`,
  ).all()
}
