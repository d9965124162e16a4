import type {
  CertificateRegister,
  ListName,
  RegisteredCertificate,
  WrittenRoundName,
} from '../../../shared/api/certificate-register.ts'
import { clockOn, type CertificateState } from '../../../shared/domain/certificates/clock.ts'
import { isPressing, mayPressOn, type PressingState } from '../../../shared/domain/certificates/pressing.ts'
import {
  filterRegister,
  registerColumns,
  type RegisterColumns,
  type RegisterFilter,
} from '../../../shared/domain/certificates/filter-register.ts'
import { placesOf, type PlaceNames, type RegisterEntry } from '../../../shared/domain/certificates/register.ts'
import { decisionsOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  listInvited,
  listProductsEnding,
  listRegistrations,
  readCertificateDetails,
  readRecognitionDetails,
} from '../../db/queries/certificate-register.ts'
import { readAgendaItems } from '../../db/queries/sessions.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound } from '../commit.ts'
import { communesToday } from '../communes/communes-today.ts'
import { keptOf } from '../kept.ts'
import { searchedProducts } from '../search/find-products.ts'
import { buildItemRecord, readSessionFrame, type SessionFrame } from '../sessions/session-record.ts'
import { recognitionsNumbered } from './find-numbers.ts'
import { recognisedCode } from './recognised-code.ts'
import { lawNow, readEntries, readEntriesOf, type LawNow } from './register-entries.ts'

type Asked = RegisterFilter & { readonly query?: string | undefined; readonly limit: number; readonly offset: number }

/** A page of the register on the day that it is in Vietnam now. */
export function listCertificateRegister(app: AppContext, db: ReadDb, asked: Asked): CertificateRegister {
  const { query = '', limit, offset, ...filter } = asked
  const on = lawNow(app)
  const nowOf = communesToday(app, db)
  const register = columnsOf(db, on, nowOf)
  const found = query.trim() === '' ? undefined : entriesFound(db, { on, register, query })
  const { entries, counts, places } = filterRegister(register, filter, { day: on.day, found })
  const rows = withDetails(db, on, entries.slice(offset, offset + limit)).map(({ row }) => ({
    ...row,
    communeNow: nowOf(row)?.commune ?? '',
  }))
  return { day: on.day, total: entries.length, rows, counts, places }
}

/** Kept until the file changes. */
function columnsOf(db: ReadDb, on: LawNow, nowOf: PlaceNames): RegisterColumns {
  return keptOf(db, `columns of the register ${on.day}`, () => {
    const entries = readEntries(db, on)
    // Called as the oldest has them, whatever presses today.
    const byAge = entries.toSorted((one, other) => one.id - other.id)
    return registerColumns(entries, placesOf(byAge, nowOf))
  })
}

type Searched = { readonly on: LawNow; readonly register: RegisterColumns; readonly query: string }

/**
 * By words of the product, or by the number of the certificate or of its decision: for each entry, in their order, whether it
 * is found. How one stands hangs on recognitions of its own product alone.
 */
function entriesFound(db: ReadDb, { on, register: { entries }, query }: Searched): Uint8Array {
  const { products, holding } = searchedProducts(db)
  const { productAt, placeOf } = keptOf(db, `entries by their products ${on.day}`, () => {
    const places = new Map(products.map(({ id }, place) => [id, place]))
    return {
      productAt: Uint32Array.from(entries, ({ productId }) => places.get(productId) ?? products.length),
      placeOf: new Map(entries.map(({ source, id }, place) => [`${source} ${id}`, place])),
    }
  })
  const isProductFound = holding(searchWords(query))
  const found = new Uint8Array(entries.length)
  for (let at = 0; at < found.length; at += 1) found[at] = isProductFound[productAt[at] ?? products.length] ?? 0
  for (const numbered of recognitionsNumbered(db, query)) {
    const place = placeOf.get(numbered)
    if (place !== undefined) found[place] = 1
  }
  return found
}

/** Every certificate that decided on a day, as it stood then, filtered: what lists for announcement are made of; none that is withdrawn. */
export function readCertificatesOn(
  app: AppContext,
  db: ReadDb,
  { day, ...filter }: RegisterFilter & { readonly day: string },
): readonly RegisteredCertificate[] {
  const on = { ...lawNow(app), day }
  const decided = readEntries(db, on, { decidedBy: day })
  const { entries } = filterRegister(registerColumns(decided, placesOf(decided)), filter, { day })
  const standing = entries.filter(({ state }) => state !== 'withdrawn')
  return withDetails(db, on, standing).map(({ row }) => row)
}

/** How many certificates are in each state that somebody is to see to, without reading those that cannot be. */
export function countPressing(app: AppContext, db: ReadDb): ReadonlyMap<PressingState, number> {
  const on = lawNow(app)
  const productIds = listProductsEnding(db, mayPressOn(on.day, on.ruleSets))
  const counts = new Map<PressingState, number>()
  for (const { state } of readEntriesOf(db, on, productIds)) {
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
  const entries = readEntriesOf(db, on, productIds)
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
  const entries = readEntries(db, on, { decidedBy: day })
    .filter(({ recognisedIn }) => year === null || recognisedIn === year)
    .toSorted((one, other) => decidedOn(one).localeCompare(decidedOn(other)) || one.id - other.id)
  return withDetails(db, on, entries).map(({ row }) => row)
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
export function withDetails(db: ReadDb, on: LawNow, entries: readonly RegisterEntry[]): readonly Detailed[] {
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
    const { state: _state, ...dates } = isWithoutDates(entry.state)
      ? noDates
      : clockOn({ term: entry, ...on, again: entry })
    const registeredFor = registrations
      .get(entry.productId)
      ?.findLast(({ year, withdrawnOn }) => withdrawnOn === null && year > (entry.recognisedIn ?? 0))
    const letter = letters.get(`${entry.source} ${entry.id}`)
    const invited =
      letter === undefined ? null : { code: issueCode(letter), issuedOn: letter.issuedOn, sentOn: letter.sentOn }
    const shared = { ...kept, ...dates, registeredFor: registeredFor?.year ?? null, invited }
    if (entry.source === 'list') {
      const told = requireFound(recognitions.get(entry.id) ?? null)
      const { decision, productName, producerName, score, fileName, sender, roundId, round } = told
      const code = recognisedCode(told)
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

export function scoredIn(
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
