import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import {
  dossierItemsOf,
  lawDayOf,
  type DossierItem,
  type DossierRules,
} from '../../../shared/domain/dossiers/dossier-rules.ts'
import { readDossier, type DossierMark, type DossierReading } from '../../../shared/domain/dossiers/read-dossier.ts'
import { reportClock, type ReportClock } from '../../../shared/domain/dossiers/report-clock.ts'
import { ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listOnAgenda, readMarks, type RegisteredRow } from '../../db/queries/registrations.ts'
import { requireFound } from '../commit.ts'

/** What a registration's dossier must hold, by whose law. */
export type DossierLaw = {
  readonly ruleSet: RuleSet
  readonly rules: DossierRules
  readonly items: readonly DossierItem[]
}

/** Answers the law of each registration; products of one set, day and application share one answer. */
export function createDossierLaw({ rules, clock }: Pick<AppContext, 'rules' | 'clock'>) {
  const today = vietnamDay(clock.now())
  const known = new Map<string, DossierLaw>()
  return (
    registration: Pick<RegisteredRow, 'filedOn' | 'completeOn' | 'year' | 'setNumber' | 'application'>,
  ): DossierLaw => {
    const day = lawDayOf(registration, today)
    const key = `${day} ${registration.setNumber} ${registration.application}`
    const law = known.get(key) ?? lawOn(rules, day, registration)
    known.set(key, law)
    return law
  }
}

function lawOn(
  rules: AppContext['rules'],
  day: string,
  registration: Pick<RegisteredRow, 'setNumber' | 'application'>,
): DossierLaw {
  const ruleSet = requireFound(ruleSetOn(rules.ruleSets, day))
  const held = rules.dossiers(ruleSet.id)
  return { ruleSet, rules: held, items: dossierItemsOf(held, registration) }
}

export type ReadRegistration = {
  readonly registration: RegisteredRow
  readonly law: DossierLaw
  readonly marks: readonly DossierMark[]
  readonly reading: DossierReading
}

/** How each dossier stands on a day: where none is named, that of its next meeting, or today. */
export function readDossiers(
  app: AppContext,
  db: ReadDb,
  { registrations, day }: { readonly registrations: readonly RegisteredRow[]; readonly day?: string },
): readonly ReadRegistration[] {
  const lawOf = createDossierLaw(app)
  const today = vietnamDay(app.clock.now())
  const marksOf = readMarks(
    db,
    registrations.map(({ id }) => id),
  )
  return registrations.map((registration) => {
    const law = lawOf(registration)
    const marks = marksOf.get(registration.id) ?? []
    const { samplesReceived, meetingOn } = registration
    const reading = readDossier({ items: law.items, marks, samplesReceived, day: day ?? meetingOn ?? today })
    return { registration, law, marks, reading }
  })
}

/** How the commune's term for its report stands today. */
export function reportOf(
  { rules, clock }: Pick<AppContext, 'rules' | 'clock'>,
  { registration, law, marks }: ReadRegistration,
): ReportClock | null {
  const day = vietnamDay(clock.now())
  return reportClock({ items: law.items, marks, registration, calendar: rules.calendar, day })
}

/** The dossiers of an agenda's products on its meeting's day, by product; products that nobody registered have none. */
export function dossiersOnAgenda(
  app: AppContext,
  db: ReadDb,
  session: { readonly id: number; readonly heldOn: string },
): ReadonlyMap<number, ReadRegistration> {
  const read = readDossiers(app, db, { registrations: listOnAgenda(db, session.id), day: session.heldOn })
  return new Map(read.map((one) => [one.registration.productId, one]))
}

/** Names of items in the order of the law; a key that the law does not know stands for itself. */
export function namesOfItems({ rules }: DossierLaw, keys: readonly string[]): readonly string[] {
  const nameOf = new Map(rules.items.map(({ key, name }) => [key, name]))
  return keys.map((key) => nameOf.get(key) ?? key)
}

/** What a session keeps of a dossier as it is locked, in words. */
export function lockedNote({ registration, law, reading }: ReadRegistration): string {
  const listed = (head: string, keys: readonly string[]) =>
    keys.length === 0 ? [] : [`${head}: ${namesOfItems(law, keys).join('; ')}.`]
  const parts = [...listed('Thiếu', reading.lacking), ...listed('Hết hạn trước ngày họp', reading.expired)]
  return [
    ...(registration.note === '' ? [] : [registration.note]),
    ...(reading.status === 'unchecked' ? [] : parts),
  ].join('\n')
}
