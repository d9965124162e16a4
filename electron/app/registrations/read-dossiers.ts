import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { dossierItemsOf, type DossierItem, type DossierRules } from '../../../shared/domain/dossiers/dossier-rules.ts'
import { lawOfDossier, type LawOfDossier } from '../../../shared/domain/dossiers/law-of-dossier.ts'
import { readDossier, type DossierMark, type DossierReading } from '../../../shared/domain/dossiers/read-dossier.ts'
import { reportClock, type ReportClock } from '../../../shared/domain/dossiers/report-clock.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listOnAgenda, readMarks, type RegisteredRow } from '../../db/queries/registrations.ts'
import { requireFound } from '../commit.ts'

/** What a registration's dossier must hold, by whose law. */
export type DossierLaw = LawOfDossier & {
  readonly rules: DossierRules
  readonly items: readonly DossierItem[]
}

type Judged = Parameters<typeof lawOfDossier>[0]['registration'] & Pick<RegisteredRow, 'setNumber'>

/** Answers the law of each registration; products of one law, set and application share the items. */
export function createDossierLaw({ rules, clock }: Pick<AppContext, 'rules' | 'clock'>) {
  const today = vietnamDay(clock.now())
  const known = new Map<string, readonly DossierItem[]>()
  return (registration: Judged): DossierLaw => {
    const law = requireFound(lawOfDossier({ ruleSets: rules.ruleSets, registration, today }))
    const held = rules.dossiers(law.ruleSet.id)
    const key = `${law.ruleSet.id} ${registration.setNumber} ${registration.application}`
    const items = known.get(key) ?? dossierItemsOf(held, registration)
    known.set(key, items)
    return { ...law, rules: held, items }
  }
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

/** How the commune's term for its report stands today; none runs from a day before the law that sets it. */
export function reportOf(
  { rules, clock }: Pick<AppContext, 'rules' | 'clock'>,
  { registration, law, marks }: ReadRegistration,
): ReportClock | null {
  const day = vietnamDay(clock.now())
  const received = registration.completeOn ?? registration.filedOn
  if (received !== null && received < law.ruleSet.inForce.from) return null
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
