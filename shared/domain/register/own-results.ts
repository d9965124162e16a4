import { fold } from '../vietnamese/fold.ts'
import type { DecisionDay } from './decision-day.ts'
import type { ProductEntry } from './index-register.ts'
import { numberKey } from './number-key.ts'
import type { RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition } from './register-list.ts'
import { sameAmong } from './same-recognition.ts'

/** What a row says otherwise than this file's own council led to, which stays as it is. */
export type OtherThanCertified = {
  readonly row: number
  readonly field: 'star' | 'decisionNumber' | 'decisionDate' | 'certificateNumber'
  readonly said: string | number
  readonly certified: string | number
  /** Of the council. */
  readonly decisionNumber: string
  readonly decisionDate: string
}

/** A row that has a product recognised by a decision of this file's own council, which did not recognise it. */
export type RowNotRecognised = {
  readonly row: number
  /** The council's. */
  readonly decision: DecisionDay
  /** Whether taking the row writes it all the same: the council did not evaluate the product. */
  readonly isWritten: boolean
}

/** Decisions of this file's own council, by number and day. */
export function ownDecisions(known: readonly RegisteredProduct[]): ReadonlyMap<string, DecisionDay> {
  const decisions = known.flatMap(({ certified = [], notRecognised = [] }) => [
    ...certified.flatMap(({ decisionNumber: number, decisionDate: day }) =>
      number === null || day === null ? [] : [{ number, day }],
    ),
    ...notRecognised,
  ])
  return new Map(decisions.map((one) => [keyOf(one), one]))
}

const keyOf = ({ number, day }: DecisionDay): string => `${numberKey(number)} ${day}`

type Council = Pick<ProductEntry, 'certified' | 'notRecognised'>
type Told = { readonly recognitions: readonly { readonly facts: ListedRecognition }[] }

/** Whether the council has decided of the product what is said: nothing of it is written. */
export function isDecidedHere(entry: Council, said: ListedRecognition): boolean {
  return sameAmong(entry.certified, said) !== undefined || refusalOf(entry, said) !== undefined
}

/** What the row says otherwise than the council's results, in the order of the certificate's words: what it is by, and what it says. */
export function otherThanCertified(
  row: number,
  entry: Council,
  said: ListedRecognition,
): readonly OtherThanCertified[] {
  const certified = sameAmong(entry.certified, said)
  if (certified === undefined) return []
  const { decisionNumber, decisionDate } = certified
  if (decisionNumber === null || decisionDate === null) return []
  return (['decisionNumber', 'decisionDate', 'star', 'certificateNumber'] as const).flatMap((field) => {
    const [own, other] = [certified[field], said[field]]
    return own === null || other === null || isSameValue(field, own, other)
      ? []
      : [{ row, field, said: other, certified: own, decisionNumber, decisionDate }]
  })
}

/** The council's decision that a row cites for a product which it did not recognise; null where there is none. */
export function notRecognised(
  row: number,
  said: ListedRecognition,
  { entry, own }: { readonly entry: Council & Told; readonly own: ReadonlyMap<string, DecisionDay> },
): RowNotRecognised | null {
  if (sameAmong(entry.certified, said) !== undefined) return null
  const refusal = refusalOf(entry, said)
  if (refusal !== undefined) return { row, decision: refusal, isWritten: false }
  const { decisionNumber: number, decisionDate: day } = said
  if (number === null || day === null || entry.recognitions.some(({ facts }) => facts.decisionDate === day)) return null
  const decision = own.get(keyOf({ number, day }))
  return decision === undefined ? null : { row, decision, isWritten: true }
}

/** By the day, or by the number in its year; of another day it may be another body's, whose numbers are like ours. */
function refusalOf({ notRecognised: refusals }: Council, said: ListedRecognition): DecisionDay | undefined {
  const { decisionNumber: number, decisionDate: day, decisionYear } = said
  return refusals.find((one) => {
    if (number === null) return day === one.day
    const isOfDay = day === null ? decisionYear === Number(one.day.slice(0, 4)) : day === one.day
    return isOfDay && numberKey(number) === numberKey(one.number)
  })
}

/** Whether two values of a recognition are one however they are written. */
export function isSameValue(field: keyof ListedRecognition, one: string | number, other: string | number): boolean {
  if (one === other) return true
  const key = field === 'decisionNumber' || field === 'certificateNumber' ? numberKey : fold
  return key(String(one)) === key(String(other))
}
