import type { ApplicationKind } from '../session/session-record.ts'
import type { CommuneChange } from '../communes/index-communes.ts'
import { fold } from '../vietnamese/fold.ts'
import {
  indexRegister,
  type Likeness,
  type OtherProducer,
  type ProducerEntry,
  type ProductEntry,
  type Target,
} from './index-register.ts'
import { areDaysOfOne } from './decision-day.ts'
import { daysOfDecisions } from './decision-days.ts'
import { placeKey } from './name-keys.ts'
import { numberKey } from './number-key.ts'
import {
  isDecidedHere,
  isSameValue,
  notRecognised,
  otherThanCertified,
  ownDecisions,
  type OtherThanCertified,
  type RowNotRecognised,
} from './own-results.ts'
import { codeKey } from './product-code.ts'
import type { ProductFacts, RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition, RegisterRow } from './register-list.ts'
import { isOtherDay, sameAmong } from './same-recognition.ts'
import { certificateOwners, type CertificateOfOther } from './shared-certificates.ts'

/** How a row stands to the register. */
export type RowChange = 'new' | 'changed' | 'same'

/** What taking a row would write. */
export type PlannedRow = {
  readonly row: number
  readonly change: RowChange
  /** As the product is called and placed once the row is taken. */
  readonly facts: ProductFacts
  readonly product: Target & { readonly isChanged: boolean }
  readonly producer: Target & { readonly isChanged: boolean }
  /** New ones, and those whose id is known with what changed of them. */
  readonly recognitions: readonly PlannedRecognition[]
  readonly registration: { readonly year: number; readonly application: ApplicationKind } | null
}

type PlannedRecognition = ListedRecognition & { readonly id: number | null }

/**
 * A row that may be of a product or producer of the register, or has the code of another product: somebody has to look at
 * it. `name`: the known product's; null where only a producer is alike.
 */
export type NearProduct = {
  readonly row: number
  readonly why: Likeness | OtherProducer
  readonly name: string | null
  readonly producer: string
  readonly commune: string
  /** That the row says, of another product. */
  readonly code: string
}

/** What a row says otherwise of a recognition that the register has; never in silence. */
export type ChangedRecognition = {
  readonly row: number
  readonly field: 'star' | 'score' | 'decisionNumber' | 'certificateNumber'
  readonly before: string | number
  readonly after: string | number
  /** The decision as the register has it. */
  readonly decisionNumber: string | null
  readonly decisionDate: string | null
}

/** A decision of a row that the register has with another day. */
export type DecisionOfOtherDay = {
  readonly row: number
  readonly number: string
  /** ISO days, and the first ones on which what was recognised then is no longer valid. */
  readonly said: { readonly day: string; readonly validUntil: string | null }
  readonly known: { readonly day: string; readonly validUntil: string | null }
  /** It is the row's own product that the register has so. */
  readonly isOwn: boolean
  /** The register's day becomes the row's: it is one decision. */
  readonly isChange: boolean
}

/** A row of a product whose certificate is withdrawn, by a decision that is not later than the withdrawal. */
export type RowOfWithdrawn = {
  readonly row: number
  /** The day from which it is withdrawn. */
  readonly day: string
  /** Whether taking the row writes a recognition. */
  readonly isWritten: boolean
}

export type ListPlan = {
  readonly rows: readonly PlannedRow[]
  readonly near: readonly NearProduct[]
  readonly changed: readonly ChangedRecognition[]
  readonly otherDays: readonly DecisionOfOtherDay[]
  readonly otherThanCertified: readonly OtherThanCertified[]
  readonly notRecognised: readonly RowNotRecognised[]
  readonly otherCertificates: readonly CertificateOfOther[]
  readonly withdrawn: readonly RowOfWithdrawn[]
}

type PlanInput = {
  readonly rows: readonly RegisterRow[]
  readonly known: readonly RegisteredProduct[]
  /** The office's list of communes. */
  readonly changes: readonly CommuneChange[]
  /** The year that rows without a recognition register for. */
  readonly year: number
}

/**
 * What taking an office's list would write: which products, producers and recognitions the register has already, by name
 * without case and signs within a commune, accents left out altogether too; rows of one product become one. A code that another
 * product has already is not taken. What a list leaves out stays as it is,
 * and of two rows that contradict each other the upper one is taken, so that the same list again changes nothing. Rows
 * without product or producer are left out.
 */
export function planList({ rows, known, changes, year }: PlanInput): ListPlan {
  const register = indexRegister(known, changes)
  const daysKnown = daysOfDecisions(known)
  const own = ownDecisions(known)
  const owners = certificateOwners(known)
  const planned: PlannedRow[] = []
  const changed: ChangedRecognition[] = []
  const otherDays: DecisionOfOtherDay[] = []
  const otherThan: OtherThanCertified[] = []
  const refused: RowNotRecognised[] = []
  const otherCertificates: CertificateOfOther[] = []
  const withdrawn: RowOfWithdrawn[] = []
  const near: NearProduct[] = []
  for (const row of rows) {
    const listed = factsOf(row)
    if (listed === null) continue
    const keys = register.keysOf(listed)
    const sure = register.find(listed, keys)
    const found = sure?.entry ?? null
    const alike = sure ?? register.likeByName(keys) ?? producerInDoubt(register.findProducer(listed, keys))
    const seen = alike ?? register.namesake(listed, keys)
    if (seen !== null && seen.why !== null) near.push(nearOf(row, seen.why, seen.entry))
    const owner = register.ownerOfCode(listed.code, found)
    if (owner !== null) near.push(nearOf(row, 'code', owner))
    const told = found === null ? listed : register.atItsPlace(listed, found)
    const said = owner === null ? told : { ...told, code: '' }
    const entry = found ?? register.add(said, { keys, row: row.row })
    for (const one of row.recognitions) {
      otherThan.push(...otherThanCertified(row.row, entry, one))
      refused.push(...listOf(notRecognised(row.row, one, { entry, own })))
      otherCertificates.push(...listOf(owners.note(row.row, entry, one)))
      if (isDecidedHere(entry, one)) continue
      changed.push(...changesOf(row.row, entry, one))
      otherDays.push(...otherDayOf(row, one, { daysKnown, entry }))
    }
    const plan = planRow({ row, said, entry, isNew: found === null, year })
    planned.push(plan)
    withdrawn.push(...withdrawnOf(row, entry, plan.recognitions.length > 0))
    register.noteCode(entry)
  }
  const byCouncil = { otherThanCertified: otherThan, notRecognised: refused, otherCertificates }
  return { rows: planned, near, changed, otherDays, ...byCouncil, withdrawn }
}

const listOf = <One>(one: One | null): readonly One[] => (one === null ? [] : [one])

/** What is decided after a withdrawal is another matter. */
function withdrawnOf(
  { row, recognitions }: RegisterRow,
  { withdrawnOn: day }: ProductEntry,
  isWritten: boolean,
): readonly RowOfWithdrawn[] {
  if (day === null) return []
  const isBefore = recognitions.some(
    ({ decisionDate, decisionYear }) => (decisionDate ?? String(decisionYear ?? '')) <= day,
  )
  return isBefore ? [{ row, day, isWritten }] : []
}

const producerInDoubt = <Found extends { readonly why: Likeness | null }>(found: Found | null): Found | null =>
  found?.why == null ? null : found

/** What a list says otherwise of a recognition that the register had before it. */
function changesOf(row: number, entry: ProductEntry, said: ListedRecognition): readonly ChangedRecognition[] {
  const known = recognitionOf(entry, said)
  if (known === undefined || known.facts.id === null || known.isSaid) return []
  const { decisionNumber, decisionDate } = known.facts
  return (['star', 'score', 'decisionNumber', 'certificateNumber'] as const).flatMap((field) => {
    const [before, after] = [known.facts[field], said[field]]
    return before === null || after === null || isSameValue(field, before, after)
      ? []
      : [{ row, field, before, after, decisionNumber, decisionDate }]
  })
}

/** The row's own product goes before others that the same decision recognised. */
function otherDayOf(
  { row }: RegisterRow,
  said: ListedRecognition,
  { daysKnown, entry }: { readonly daysKnown: ReturnType<typeof daysOfDecisions>; readonly entry: ProductEntry },
): readonly DecisionOfOtherDay[] {
  const { decisionNumber: number, decisionDate: day, validUntil } = said
  if (number === null || day === null) return []
  const days = daysKnown.get(numberKey(number))
  const { id } = entry.target
  const own = (id === null ? undefined : days?.ofProduct.get(id)) ?? []
  const known = own[0] ?? days?.firsts.find((one) => areDaysOfOne({ number, day }, one))
  if (known === undefined || own.some((one) => one.day === day)) return []
  const isOwn = known === own[0]
  const isChange =
    isOwn && entry.recognitions.some(({ facts }) => facts.decisionDate === known.day && isOtherDay(facts, said))
  return [{ row, number, said: { day, validUntil }, known, isOwn, isChange }]
}

function nearOf(
  { row, details }: RegisterRow,
  why: NearProduct['why'],
  entry: ProductEntry | ProducerEntry,
): NearProduct {
  const { name, producer, place } =
    'producer' in entry
      ? { name: entry.facts.name, producer: entry.producer, place: entry.facts }
      : { name: null, producer: entry, place: entry.place }
  return { row, why, name, producer: producer.facts.name, commune: place.commune, code: details.code }
}

type RowPlace = {
  readonly row: RegisterRow
  readonly said: ProductFacts
  readonly entry: ProductEntry
  readonly isNew: boolean
  readonly year: number
}

function planRow({ row, said, entry, isNew, year }: RowPlace): PlannedRow {
  const { producer } = entry
  const isNewProducer = producer.target.id === null && producer.target.firstRow === row.row
  const isProductChanged = layOver(entry, said, ['code', 'commune', 'district']) && !isNew
  const isProducerChanged = layProducer(producer, said) && !isNewProducer
  const recognitions = row.recognitions.flatMap((one) => layRecognition(entry, one))
  const registration = row.recognitions.length > 0 || row.isFailed === true ? null : register(entry, row, year)
  const { code, name, commune, district } = entry.facts
  const isAdded = isNew || registration !== null || recognitions.some(({ id }) => id === null)
  const isChanged = isProductChanged || isProducerChanged || recognitions.length > 0
  return {
    row: row.row,
    change: isAdded ? 'new' : isChanged ? 'changed' : 'same',
    facts: { code, name, commune, district, producer: producer.facts },
    product: { ...entry.target, isChanged: isProductChanged },
    producer: { ...producer.target, isChanged: isProducerChanged },
    recognitions,
    registration,
  }
}

const layProducer = (producer: ProducerEntry, { producer: said }: ProductFacts): boolean =>
  layOver(producer, said, ['kind', 'representative', 'phone', 'address'])

/** Names stay as they were spelt first, nothing is emptied, and another way of writing the same is no change. */
function layOver<Field extends string>(
  entry: { facts: { readonly [F in Field]: string }; said: readonly string[] },
  said: { readonly [F in Field]: string },
  fields: readonly Field[],
): boolean {
  const laid = fields.filter((field) => said[field] !== '' && !entry.said.includes(field))
  const changed = laid.filter((field) => {
    const [fresh, before] = [said[field], entry.facts[field]]
    return fresh !== before && keyOf(field)(fresh) !== keyOf(field)(before)
  })
  entry.said = entry.said.length === 0 ? laid : [...entry.said, ...laid]
  if (changed.length === 0) return false
  entry.facts = { ...entry.facts, ...Object.fromEntries(changed.map((field) => [field, said[field]])) }
  return true
}

const keyOf = (field: string) =>
  field === 'code' ? codeKey : field === 'commune' || field === 'district' ? placeKey : fold

/** What is to be written of a recognition; nothing where the register has it so, or a row above told of it. */
function layRecognition(entry: ProductEntry, said: ListedRecognition): readonly PlannedRecognition[] {
  if (isDecidedHere(entry, said)) return []
  const known = recognitionOf(entry, said)
  if (known === undefined) {
    const facts = { ...said, id: null }
    entry.recognitions.push({ facts, isSaid: true })
    return [facts]
  }
  if (known.isSaid) return []
  known.isSaid = true
  const { facts } = known
  const laid = {
    id: facts.id,
    star: said.star ?? facts.star,
    score: said.score ?? facts.score,
    decisionNumber: spelt(said.decisionNumber, facts.decisionNumber),
    decisionDate: said.decisionDate ?? facts.decisionDate,
    decisionYear: said.decisionYear ?? facts.decisionYear,
    validUntil: said.validUntil ?? facts.validUntil,
    certificateNumber: spelt(said.certificateNumber, facts.certificateNumber),
  }
  const isSame = recognitionFields.every((field) => laid[field] === facts[field])
  known.facts = laid
  return isSame ? [] : [laid]
}

/** What is said, in the spelling that is known where it is the same. */
const spelt = (said: string | null, known: string | null): string | null =>
  said === null || said === known || (known !== null && numberKey(said) === numberKey(known)) ? known : said

const recognitionFields = [
  'star',
  'score',
  'decisionNumber',
  'decisionDate',
  'decisionYear',
  'validUntil',
  'certificateNumber',
] as const

/** The recognition that is said, among those that the product has with the rows so far. */
function recognitionOf({ recognitions }: ProductEntry, said: ListedRecognition) {
  const same = sameAmong(
    recognitions.map(({ facts }) => facts),
    said,
  )
  return recognitions.find(({ facts }) => facts === same)
}

function register(entry: ProductEntry, { details }: RegisterRow, year: number): PlannedRow['registration'] {
  if (entry.registeredFor.includes(year)) return null
  entry.registeredFor.push(year)
  return {
    year,
    application: applicationOf(details.application, entry.recognitions.length + entry.certified.length > 0),
  }
}

/** As the list calls it; where it does not, a product that was recognised before is evaluated again. */
function applicationOf(text: string, wasRecognised: boolean): ApplicationKind {
  const said = fold(text)
  if (said.includes('nanghang')) return 'upgrade'
  if (said.includes('lai')) return 'reassessment'
  return said === '' && wasRecognised ? 'reassessment' : 'new'
}

function factsOf({ values, details }: RegisterRow): ProductFacts | null {
  const { product, producer, kind, commune, district } = values
  if (product === null || producer === null) return null
  const { representative, phone, address, code } = details
  return {
    code,
    name: product,
    commune: commune ?? '',
    district: district ?? '',
    producer: { name: producer, kind: kind ?? '', representative, phone, address },
  }
}
