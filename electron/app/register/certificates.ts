import type {
  CertificateRegister,
  ListName,
  ProductEvent,
  ProductTimeline,
  RegisteredCertificate,
  WrittenRoundName,
} from '../../../shared/api/certificate-register.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { clockOn, type CertificateState } from '../../../shared/domain/certificates/clock.ts'
import { isPressing, mayPressOn, type PressingState } from '../../../shared/domain/certificates/pressing.ts'
import {
  filterRegister,
  readRegisterOn,
  type RecognitionFact,
  type RegisterEntry,
  type RegisterFilter,
} from '../../../shared/domain/certificates/register.ts'
import type { RegisteredKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { decisionsOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  listEarlierRows,
  listFactsOf,
  listInvited,
  listProductItems,
  listProductsEnding,
  listRecognitionFacts,
  listRegistrations,
  listTouchedCertificates,
  readCertificateDetails,
  readRecognitionDetails,
} from '../../db/queries/certificate-register.ts'
import { listRegisterRows } from '../../db/queries/documents.ts'
import { listInspectionsOf } from '../../db/queries/inspections.ts'
import { listWithdrawnDays } from '../../db/queries/withdrawals.ts'
import { findProduct, findProductIds } from '../../db/queries/products.ts'
import { readAgendaItems } from '../../db/queries/sessions.ts'
import { namesItem } from '../../documents/document-facts.ts'
import { issueCode } from '../../documents/issue.ts'
import { toInspections } from '../aftercare/inspections.ts'
import { listWithdrawalsOn } from '../aftercare/withdrawals.ts'
import { requireFound } from '../commit.ts'
import { keptOf } from '../kept.ts'
import { communesToday, placeStandings } from '../communes/communes-today.ts'
import { sourceOfSession } from '../documents/certificate-source.ts'
import { changedCertificates } from '../documents/certificates.ts'
import { packageEvents } from '../packages/package-events.ts'
import { buildItemRecord, readSessionFrame, unsealedRecord, type SessionFrame } from '../sessions/session-record.ts'
import { recognitionsNumbered } from './find-numbers.ts'

type Asked = RegisterFilter & { readonly query?: string | undefined; readonly limit: number; readonly offset: number }

/** A page of the register on the day that it is in Vietnam now. */
export function listCertificateRegister(app: AppContext, db: ReadDb, asked: Asked): CertificateRegister {
  const { query = '', limit, offset, ...filter } = asked
  const on = lawNow(app)
  const all = entriesFound(db, on, query)
  const nowOf = communesToday(app, db)
  const { entries, counts, places } = filterRegister(all, filter, { day: on.day, names: nowOf })
  const rows = withDetails(db, on, entries.slice(offset, offset + limit)).map(({ row }) => ({
    ...row,
    communeNow: nowOf(row)?.commune ?? '',
  }))
  return { day: on.day, total: entries.length, rows, counts, places }
}

/** Every certificate that decided on a day, as it stood then, filtered: what lists for announcement are made of; none that is withdrawn. */
export function readCertificatesOn(
  app: AppContext,
  db: ReadDb,
  { day, ...filter }: RegisterFilter & { readonly day: string },
): readonly RegisteredCertificate[] {
  const on = { ...lawNow(app), day }
  const { entries } = filterRegister(readEntries(db, on, { productId: null, decidedBy: day }), filter, on)
  const standing = entries.filter(({ state }) => state !== 'withdrawn')
  return withDetails(db, on, standing).map(({ row }) => row)
}

/** How many certificates are in each state that somebody is to see to, without reading those that cannot be. */
export function countPressing(app: AppContext, db: ReadDb): ReadonlyMap<PressingState, number> {
  const on = lawNow(app)
  const productIds = listProductsEnding(db, mayPressOn(on.day, on.ruleSets))
  const facts = listFactsOf(db, { productIds, lowestStar: lowestStarOf(on) })
  const counts = new Map<PressingState, number>()
  for (const { state } of entriesOf(db, on, facts)) {
    if (isPressing(state)) counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

/** How the recognitions of these products stand today, by `session 7` or `list 12`: source and id. */
export function readStates(
  app: AppContext,
  db: ReadDb,
  productIds: readonly number[],
): ReadonlyMap<string, CertificateState> {
  const on = lawNow(app)
  const entries = entriesOf(db, on, listFactsOf(db, { productIds, lowestStar: lowestStarOf(on) }))
  return new Map(entries.map(({ source, id, state }) => [`${source} ${id}`, state]))
}

/** Every recognition decided until a day, of a year or all, the earliest first: a book keeps what was superseded too. */
export function readGivenUntil(
  app: AppContext,
  db: ReadDb,
  { day, year }: { readonly day: string; readonly year: number | null },
): readonly RegisteredCertificate[] {
  const on = { ...lawNow(app), day }
  const decidedOn = ({ decisionDate, recognisedIn }: RegisterEntry) => decisionDate ?? `${recognisedIn ?? ''}`
  const entries = readEntries(db, on, { productId: null, decidedBy: day })
    .filter(({ recognisedIn }) => year === null || recognisedIn === year)
    .toSorted((one, other) => decidedOn(one).localeCompare(decidedOn(other)) || one.id - other.id)
  return withDetails(db, on, entries).map(({ row }) => row)
}

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
    ...withDetails(db, on, readEntries(db, on, { productId })).map(
      ({ row: certificate, list, sessionId, writtenRound }) => ({
        kind: 'recognised' as const,
        certificate,
        list,
        sessionId,
        writtenRound,
      }),
    ),
    ...listEarlierRows(db, productId).map(({ fileName, sender, takenAt, cells }) => ({
      kind: 'listed' as const,
      on: vietnamDay(new Date(takenAt)),
      list: { fileName, sender },
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

/** What the register is read by. */
export type LawNow = { readonly day: string; readonly ruleSets: readonly RuleSet[] }

export function lawNow({ clock, rules }: AppContext): LawNow {
  return { day: vietnamDay(clock.now()), ruleSets: rules.ruleSets }
}

/** Every recognition of the file, or those of what is asked, with its state on the day. */
export function readEntries(
  db: ReadDb,
  on: LawNow,
  asked: {
    readonly productId: number | null
    /** Later decisions are left out; all are read unless given. */
    readonly decidedBy?: string
  },
): readonly RegisterEntry[] {
  const { productId, decidedBy = '9999' } = asked
  const readThem = () => {
    const facts = listRecognitionFacts(db, { productId, lowestStar: lowestStarOf(on) }).filter(
      ({ decisionDate, decisionYear }) => (decisionDate ?? String(decisionYear ?? '')) <= decidedBy,
    )
    return entriesOf(db, on, facts)
  }
  return productId === null ? keptOf(db, `certificates ${on.day} ${decidedBy}`, readThem) : readThem()
}

/**
 * By words of the product, or by the number of the certificate or of its decision. How one stands hangs on recognitions of
 * its own product alone.
 */
function entriesFound(db: ReadDb, on: LawNow, query: string): readonly RegisterEntry[] {
  const all = readEntries(db, on, { productId: null })
  if (query.trim() === '') return all
  const products = new Set(findProductIds(db, searchWords(query)))
  const numbered = recognitionsNumbered(db, query)
  return all.filter(({ productId, source, id }) => products.has(productId) || numbered.has(`${source} ${id}`))
}

function entriesOf(db: ReadDb, on: LawNow, facts: readonly RecognitionFact[]): readonly RegisterEntry[] {
  const own = facts.filter(({ source }) => source === 'session').map(({ id }) => id)
  const days = listWithdrawnDays(db)
  const told = days.size === 0 ? facts : facts.map((fact) => ({ ...fact, ...withdrawnIn(days, fact) }))
  return readRegisterOn(told, { ...on, moved: movedCertificates(db, own) })
}

function withdrawnIn(
  days: ReadonlyMap<string, string>,
  { source, id }: RegisterEntry | { source: string; id: number },
) {
  const withdrawnOn = days.get(`${source} ${id}`)
  return withdrawnOn === undefined ? {} : { withdrawnOn }
}

const lowestStarOf = ({ ruleSets }: LawNow): number =>
  Math.min(...ruleSets.map(({ lowestRecognisedStar }) => lowestRecognisedStar))

/** The certificates that rest on what is so no more: of an unlocked session all, of a locked one those that read otherwise now. */
function movedCertificates(db: ReadDb, ids: readonly number[]): ReadonlySet<number> {
  const ofSessions = Map.groupBy(listTouchedCertificates(db, ids), ({ sessionId }) => sessionId)
  const moved = [...ofSessions].flatMap(([sessionId, rows]) => {
    if (rows.some(({ state }) => state !== 'closed')) return rows
    const changed = changedCertificates(sourceOfSession(db, unsealedRecord(db, sessionId)))
    return rows.filter(({ agendaItemId }) => changed.has(agendaItemId))
  })
  return new Set(moved.map(({ id }) => id))
}

/** Nothing comes any more for what is withdrawn, nor yet for what recognises nothing. */
const noDates = { state: null, window: null, noticeBy: null, isNoticeLate: false, graceUntil: null }
const isWithoutDates = (state: CertificateState): boolean => ['withdrawn', 'starless', 'to-come'].includes(state)

type Detailed = {
  readonly row: RegisteredCertificate
  readonly list: ListName | null
  readonly sessionId: number | null
  readonly writtenRound: WrittenRoundName | null
}

/** The entries with all that is shown of them: asked for the rows of a page only. */
function withDetails(db: ReadDb, on: LawNow, entries: readonly RegisterEntry[]): readonly Detailed[] {
  const idsOf = (source: RegisterEntry['source']) => entries.filter((one) => one.source === source).map(({ id }) => id)
  const certificates = new Map(readCertificateDetails(db, idsOf('session')).map((one) => [one.id, one]))
  const recognitions = new Map(readRecognitionDetails(db, idsOf('list')).map((one) => [one.id, one]))
  const registrations = Map.groupBy(
    listRegistrations(
      db,
      entries.map(({ productId }) => productId),
    ),
    ({ productId }) => productId,
  )
  const frames = new Map<number, SessionFrame>()
  const letters = new Map(listInvited(db).map((one) => [`${one.source} ${one.id}`, one]))
  return entries.map((entry) => {
    const { decisionYear: _year, validUntil: _until, ...kept } = entry
    const { state: _state, ...dates } = isWithoutDates(entry.state) ? noDates : clockOn({ term: entry, ...on })
    const registeredFor = registrations
      .get(entry.productId)
      ?.findLast(({ year, withdrawnOn }) => withdrawnOn === null && year > (entry.recognisedIn ?? 0))
    const letter = letters.get(`${entry.source} ${entry.id}`)
    const invited =
      letter === undefined ? null : { code: issueCode(letter), issuedOn: letter.issuedOn, sentOn: letter.sentOn }
    const shared = { ...kept, ...dates, registeredFor: registeredFor?.year ?? null, invited }
    if (entry.source === 'list') {
      const told = requireFound(recognitions.get(entry.id) ?? null)
      const { number, symbol, decision, productName, producerName, score, fileName, sender, roundId, round } = told
      const code = number === null || symbol === null ? '' : issueCode({ number, symbol })
      const shown = score === null ? '' : String(score).replace('.', ',')
      const law = decisionsOn(on.ruleSets, { date: entry.decisionDate, year: entry.recognisedIn })
      const row = { ...shared, code, productName, producerName, score: shown, decision, law }
      const list = fileName === null ? null : { fileName, sender: sender ?? '' }
      const writtenRound = roundId === null ? null : { id: roundId, name: round ?? '' }
      return { row, list, sessionId: null, writtenRound }
    }
    const detail = requireFound(certificates.get(entry.id) ?? null)
    const { decision, productName, producerName, sessionId, agendaItemId } = detail
    const { mean, ruleSet } = scoredIn(db, { frames, sessionId, agendaItemId })
    const law = ruleSet.decisions.map(({ number }) => number)
    const row = { ...shared, code: issueCode(detail), productName, producerName, score: mean, decision, law }
    return { row, list: null, sessionId, writtenRound: null }
  })
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
function scoredIn(
  db: ReadDb,
  { frames, sessionId, agendaItemId }: { frames: Map<number, SessionFrame>; sessionId: number; agendaItemId: number },
) {
  const frame = frames.get(sessionId) ?? readSessionFrame(db, sessionId)
  frames.set(sessionId, frame)
  const item = buildItemRecord(db, frame, requireFound(readAgendaItems(db, [agendaItemId])[0] ?? null))
  return {
    mean: formatMean(item.result.mean, floorsOf(frame)),
    star: finalStar(item),
    session: frame.session,
    ruleSet: frame.ruleSet,
  }
}
