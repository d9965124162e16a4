import type { DocumentKind } from '../../../shared/api/documents.ts'
import {
  ballotKinds,
  type BallotKind,
  type BallotPages,
  type PrintedBallots,
} from '../../../shared/api/printed-ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { allBallots, isSelected, type BallotSelection } from '../../../shared/domain/ballot/selected-ballots.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import { blankBallotPlaces, filledBallotPlaces, keyOf } from '../../documents/ballot-form/model.ts'
import { countPages } from '../../documents/pdf-a/count-pages.ts'
import { withDigest } from '../../session-digest.ts'
import type { ReadDb } from '../../db/handles.ts'
import { openDb } from '../commit.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import { documentSources } from './print-sources.ts'

type Pack = { readonly sessionId: number; readonly kind: BallotKind }

/** Which ballots can be printed, in their order. */
export function listPrintedBallots(db: ReadDb, { sessionId, kind }: Pack): PrintedBallots {
  const record = buildSessionRecord(db, sessionId)
  const places = placesOf(record, kind)
  const members = new Set(places.map(({ member }) => member?.id))
  return {
    products: itemsOf(places).map(({ id, code, productName }) => ({ id, code, name: productName })),
    members: record.members.filter(({ id }) => members.has(id)).map(({ id, code, name }) => ({ id, code, name })),
    ballots: places.map(keyOf),
  }
}

/** How many pages a ballot of each product has: of each form one is laid out. */
export async function countBallotPages(
  app: AppContext,
  { sessionId, kind }: Pack,
  signal: AbortSignal | undefined,
): Promise<BallotPages> {
  const sources = documentSources(app, openDb(app), sessionId)
  const places = placesOf(withDigest(sources.record), kind)
  const pagesOfForm = new Map<string, number>()
  for (const place of new Map(places.map((each) => [each.item.form.id, each])).values()) {
    const { item } = place
    const { memberId, round } = keyOf(place)
    const ballots = { ...allBallots, memberIds: [memberId], rounds: [round] }
    // The worker is handed no more than the one product.
    const record = { ...sources.record, items: [item] }
    const asked = { ...sources, record, kind, format: 'pdf', templates: {}, ballots, onBothSides: false } as const
    const { bytes } = await app.work.run('render-document', asked, { signal })
    pagesOfForm.set(item.form.id, countPages(bytes) ?? 0)
  }
  return Object.fromEntries(itemsOf(places).map(({ id, form }) => [id, pagesOfForm.get(form.id) ?? 0]))
}

/** @throws Refusal `not-found` where a selection has no ballot: a file without a page is no PDF. */
export function requireSelected(record: SessionRecord, kind: DocumentKind, of: BallotSelection | undefined): void {
  if (of === undefined || !isBallotKind(kind)) return
  if (!placesOf(record, kind).some((place) => isSelected(of, keyOf(place)))) throw new Refusal('not-found')
}

const isBallotKind = (kind: DocumentKind): kind is BallotKind => ballotKinds.some((known) => known === kind)

const placesOf = (record: SessionRecord, kind: BallotKind) =>
  (kind === 'blank-ballots' ? blankBallotPlaces : filledBallotPlaces)(record)

const itemsOf = (places: readonly { readonly item: ItemRecord }[]) => [...new Set(places.map(({ item }) => item))]
