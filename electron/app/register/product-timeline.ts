import type { ProductEvent, ProductTimeline } from '../../../shared/api/certificate-register.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { RegisteredKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listEarlierRows, listProductItems, listRegistrations } from '../../db/queries/certificate-register.ts'
import { listRegisterRows } from '../../db/queries/documents.ts'
import { listInspectionsOf } from '../../db/queries/inspections.ts'
import { findProduct } from '../../db/queries/products.ts'
import { namesItem } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { toInspections } from '../aftercare/inspections.ts'
import { listWithdrawalsOn } from '../aftercare/withdrawals.ts'
import { requireFound } from '../commit.ts'
import { placeStandings } from '../communes/communes-today.ts'
import { packageEvents } from '../packages/package-events.ts'
import type { SessionFrame } from '../sessions/session-record.ts'
import { scoredIn, withDetails } from './certificates.ts'
import { lawNow, readEntriesOf } from './register-entries.ts'

/** What happened to a product, from its registration to the end of its certificate. */
export function readProductTimeline(app: AppContext, db: ReadDb, productId: number): ProductTimeline {
  const product = requireFound(findProduct(db, productId))
  const on = lawNow(app)
  const events: readonly ProductEvent[] = [
    ...listRegistrations(db, [productId]).map(({ year, application, filedOn, withdrawnOn, fileName, sender }) => ({
      kind: 'registered' as const,
      year,
      application,
      filedOn,
      withdrawnOn,
      list: fileName === null ? null : { fileName, sender: sender ?? '' },
    })),
    ...scoredEvents(db, productId),
    ...withDetails(db, on, readEntriesOf(db, on, [productId])).map(
      ({ row: certificate, list, sessionId, writtenRound }) => ({
        kind: 'recognised' as const,
        certificate,
        list,
        sessionId,
        writtenRound,
      }),
    ),
    ...listEarlierRows(db, productId).map(({ fileName, sender, takenAt, cells, isOvertaken }) => ({
      kind: 'listed' as const,
      on: vietnamDay(new Date(takenAt)),
      list: { fileName, sender },
      isOvertaken: isOvertaken === 1,
      cells: Object.values(JSON.parse(cells) as Readonly<Record<string, string>>).filter((text) => text !== ''),
    })),
    ...packageEvents(db, productId),
    ...listWithdrawalsOn(app, db, { productId }).rows.map((withdrawal) => ({
      kind: 'withdrawal' as const,
      withdrawal,
    })),
    ...toInspections(app, db, listInspectionsOf(db, productId)).map((inspection) => ({
      kind: 'inspection' as const,
      inspection,
    })),
  ]
  const { code: productCode, name: productName, producerId, producerName, commune, district } = product
  const standing = placeStandings(app, db, 'product')(product)
  const placed = { productCode, productName, producerId, producerName, commune, district, ...standing }
  return { ...placed, day: on.day, events: events.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)) }
}

/** What is known by its year alone comes first in it. */
function timeOf(event: ProductEvent): string {
  if (event.kind === 'registered') return event.filedOn ?? `${event.year} 0`
  if (event.kind === 'scored') return `${event.on} 1`
  if (event.kind === 'package' || event.kind === 'listed') return `${event.on} 3`
  if (event.kind === 'inspection') return `${event.inspection.inspectedOn ?? `${event.inspection.year} 9`} 3`
  if (event.kind === 'withdrawal') return `${event.withdrawal.decision?.on ?? event.withdrawal.knownOn} 3`
  const { decisionDate, recognisedIn } = event.certificate
  return `${decisionDate ?? recognisedIn ?? ''} 2`
}

function scoredEvents(db: ReadDb, productId: number): readonly ProductEvent[] {
  const frames = new Map<number, SessionFrame>()
  return listProductItems(db, productId).map((item) => {
    const { mean, star, session } = scoredIn(db, { frames, sessionId: item.sessionId, agendaItemId: item.id })
    const papers = papersOfItem(db, item)
    const { heldOn: on, level, year, round } = session
    const isLocked = item.state === 'closed'
    return { kind: 'scored', on, sessionId: item.sessionId, level, year, round, isLocked, mean, star, papers }
  })
}

/** The papers with a number in force that name an item of a session, the earliest first. */
function papersOfItem(db: ReadDb, { id: itemId, sessionId }: { readonly id: number; readonly sessionId: number }) {
  return listRegisterRows(db, { sessionId })
    .filter(({ voidedAt }) => voidedAt === null)
    .filter(({ kind, dataFacts: facts }) => namesItem({ kind: kind as RegisteredKind, facts, itemId }))
    .toReversed()
    .map((row) => ({ kind: row.kind, issuedOn: row.issuedOn, code: issueCode(row) }))
}

/** What an item of a session got, computed as its papers print it. */
