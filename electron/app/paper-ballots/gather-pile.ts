import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import {
  gatherBallots,
  type PageSource,
  type ReadBallot,
  type ReadPage,
} from '../../../shared/domain/paper-ballots/gather-ballots.ts'
import type { PagePlan } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { placeLabel, type BallotLabel, type PaperDesk } from '../../../shared/domain/paper-ballots/place-label.ts'
import type { UnplacedReason } from '../../../shared/domain/paper-ballots/unplaced-reason.ts'
import type { ItemRecord, MemberRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import { blankBallotPlaces, blankBallotsModel } from '../../documents/ballot-form/model.ts'
import type { PageReading } from '../../../shared/domain/paper-ballots/page-outcome.ts'
import { deskOf } from '../../documents/ballot-form/desk.ts'
import { keptOf } from '../kept.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import type { PiledPage, Pile } from './pile.ts'

/** The meeting's ballots as they would be printed now. */
export type PaperPlaces = {
  readonly record: SessionRecord
  readonly desk: PaperDesk
  readonly places: readonly { readonly item: ItemRecord; readonly member: MemberRecord; readonly round: number }[]
}

export function readPlaces(db: ReadDb, sessionId: number): PaperPlaces {
  return keptOf(db, `paper ballots of ${sessionId}`, () => {
    const record = buildSessionRecord(db, sessionId)
    const { sheets } = blankBallotsModel(record)
    return { record, desk: deskOf(record, sheets), places: blankBallotPlaces(record) }
  })
}

/** A ballot of the pile with the pages that it was read from. */
export type PiledBallot = {
  readonly read: ReadBallot
  /** By their numbers from 1; null for one that is missing. */
  readonly pages: readonly (ScannedPage | null)[]
  /** Pages that were scanned again and read otherwise. */
  readonly copies: readonly ScannedPage[]
}

export type ScannedPage = PiledPage & { readonly reading: PageReading }

/** Every page that a ballot is taken from. */
export function scannedPages({ pages, copies }: PiledBallot): readonly ScannedPage[] {
  return [...pages.flatMap((page) => page ?? []), ...copies]
}

export type GatheredPile = {
  readonly ballots: readonly PiledBallot[]
  readonly unplaced: readonly { readonly page: PiledPage; readonly why: UnplacedReason }[]
}

/**
 * Puts the pages of a pile to the ballots of the meeting as it stands now: a page that was read before a round was opened, or a
 * member came, is where it belongs today.
 */
export function gatherPile(pile: Pile, { desk, places }: PaperPlaces): GatheredPile {
  const placed: (ReadPage & { readonly piled: PiledPage; readonly reading: PageReading })[] = []
  const unplaced: { page: PiledPage; why: UnplacedReason }[] = []
  for (const page of pile.pages.values()) {
    const at = placeOf(page, { desk, places })
    const reading = readingOf(page)
    if (typeof at === 'string' || reading === null) {
      unplaced.push({ page, why: typeof at === 'string' ? at : 'other-session' })
    } else placed.push({ ...reading, source: page.outcome.source, ballot: at, piled: page, reading })
  }
  const byBallot = Map.groupBy(placed, ({ ballot }) => ballot)
  const bySource = new Map<PageSource, (typeof placed)[number]>(placed.map((page) => [page.source, page]))
  const { ballots, again } = gatherBallots(placed, (at) => {
    const form = places[at]?.item.form
    return plansOf(
      byBallot.get(at) ?? [],
      form === undefined ? [] : listCriteria(form).map(({ criterion }) => criterion.code),
    )
  })
  const scanned = (source: PageSource): ScannedPage | null => {
    const page = bySource.get(source)
    return page === undefined ? null : { ...page.piled, reading: page.reading }
  }
  return {
    ballots: ballots.map((read) => ({
      read,
      pages: read.pages.map((source) => (source === null ? null : scanned(source))),
      copies: again.flatMap(({ source, isSame }) =>
        isSame || bySource.get(source)?.ballot !== read.ballot ? [] : (scanned(source) ?? []),
      ),
    })),
    unplaced: [
      ...unplaced,
      ...again.flatMap(({ source, isSame }) => {
        const page = bySource.get(source)?.piled
        return page === undefined ? [] : [{ page, why: isSame ? ('again' as const) : ('again-otherwise' as const) }]
      }),
    ],
  }
}

/** Its place among the ballots, or why it has none. */
function placeOf(
  { outcome, assigned }: PiledPage,
  { desk, places }: Pick<PaperPlaces, 'desk' | 'places'>,
): number | UnplacedReason {
  if (assigned !== null) return indexOf(places, assigned) ?? 'absent'
  if (outcome.kind === 'unplaced') return placeAgain(outcome.why, outcome.label, desk)
  return placeLabel(outcome.label, desk)
}

/** What the meeting says against a page now; a page that it would take by now keeps its reason until it is read again. */
function placeAgain(why: UnplacedReason, label: BallotLabel | null, desk: PaperDesk): UnplacedReason {
  if (label === null || why === 'other-layout') return why
  const now = placeLabel(label, desk)
  return typeof now === 'string' ? now : why
}

/** Was not read, for the meeting had no ballot for it, and has one now. */
export function isToReadAgain({ outcome, assigned }: PiledPage, desk: PaperDesk): boolean {
  if (outcome.kind !== 'unplaced' || outcome.label === null || outcome.reading !== null || assigned !== null)
    return false
  return outcome.why !== 'other-layout' && typeof placeLabel(outcome.label, desk) === 'number'
}

export function indexOf(places: PaperPlaces['places'], { agendaItemId, memberId }: BallotIds): number | null {
  const at = places.findIndex(({ item, member }) => item.id === agendaItemId && member.id === memberId)
  return at < 0 ? null : at
}

export function readingOf({ outcome }: PiledPage): PageReading | null {
  return outcome.kind === 'read' ? outcome : outcome.reading
}

/** Criteria that stand on no page that was read stand on the first one that was not. */
function plansOf(read: readonly ReadPage[], codes: readonly string[]): readonly PagePlan[] {
  const known = new Map(read.map(({ plan }) => [plan.page, plan]))
  const [first] = known.values()
  if (first === undefined) return []
  const seen = new Set([...known.values()].flatMap(({ criteria }) => criteria.map(({ index }) => index)))
  let rest = codes.flatMap((code, index) => (seen.has(index) ? [] : [{ index, code, options: [] }]))
  return Array.from({ length: first.pages }, (_page, at) => {
    const plan = known.get(at + 1)
    if (plan !== undefined) return plan
    const criteria = rest
    rest = []
    return { ...first, page: at + 1, criteria, written: [] }
  })
}
