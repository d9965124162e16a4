import { Refusal } from '../../../shared/api/refusal.ts'
import type { WrittenRound } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { findCertificateEver, listRoundCertificates } from '../../db/queries/documents-certificates.ts'
import { updateRound } from '../../db/queries/opinions.ts'
import { issueCode } from '../../documents/issue.ts'
import { readRound } from './read-rounds.ts'
import { recogniseAgreed, takeRecognitionsBack } from './recognise.ts'

type Decided = {
  readonly roundId: number
  /** As papers name it, and its ISO date. */
  readonly decision: { readonly number: string; readonly on: string }
  readonly now: string
}

/**
 * The decision of the authority, numbered here or elsewhere: from its day it recognises again what was agreed on. Answers the
 * products' ids.
 *
 * @throws Refusal `round-open`, `year-closed`, `round-decided`, `day-to-come`, `decided-before-answers`, `nothing-agreed`
 */
export function decideRound(app: AppContext, db: WriteDb, { roundId, decision, now }: Decided): readonly number[] {
  const round = readRound(app, db, roundId)
  if (round.closedOn === null) throw new Refusal('round-open')
  if (round.decision !== null) throw new Refusal('round-decided', { code: round.decision.number })
  requireBeen(decision.on, now)
  const last = daysOfAnswers(round).at(-1)
  if (last !== undefined && decision.on < last) throw new Refusal('decided-before-answers', { day: formatDate(last) })
  const products = recogniseAgreed(db, { round, decision })
  if (products.length === 0) throw new Refusal('nothing-agreed')
  updateRound(db, roundId, { decisionNumber: decision.number, decidedOn: decision.on })
  return products
}

/**
 * Takes the decision back with all that it recognised.
 *
 * @throws Refusal `round-certified` while a certificate that rests on it is in force; `recognition-in-use`, `year-closed`
 */
export function undecideRound(app: AppContext, db: WriteDb, roundId: number): void {
  const [certificate] = listRoundCertificates(db, roundId)
  if (certificate !== undefined) throw new Refusal('round-certified', { code: issueCode(certificate) })
  takeRecognitionsBack(db, roundId)
  updateRound(db, roundId, { decisionNumber: '', decidedOn: null })
}

/** A number stays taken for good, and so does what it was given for. @throws Refusal `round-numbered` */
export function requireNeverCertified(db: ReadDb, products: readonly { readonly id: number }[]): void {
  const certificate = findCertificateEver(
    db,
    products.map(({ id }) => id),
  )
  if (certificate !== null) throw new Refusal('round-numbered', { code: issueCode(certificate) })
}

/** The days on which answers came, the earliest first. */
export function daysOfAnswers({ products }: WrittenRound): readonly string[] {
  return products.flatMap(({ answers }) => answers.map(({ on }) => on)).toSorted()
}

/** @throws Refusal `day-to-come` */
export function requireBeen(on: string, now: string): void {
  const today = vietnamDay(now)
  if (on > today) throw new Refusal('day-to-come', { day: formatDate(on), today: formatDate(today) })
}
