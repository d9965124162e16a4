import type { InferSchemaOutput } from '@orpc/contract'
import type { Doubted } from '../../../shared/api/audit-details/kept.ts'
import type { Council } from '../../../shared/api/councils.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { countedTables, type TableCount, type YearCount, type yearsContract } from '../../../shared/api/years.ts'
import { daysInYear } from '../../../shared/domain/deadlines/days-in-year.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import { doubtsOfGoingOn } from '../../../shared/domain/session/doubts.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import type { WriteDb } from '../../db/handles.ts'
import { councilFieldsOf, memberFieldsOf } from '../councils/fields-of.ts'
import { requireSoundLetter } from '../deadlines/require-sound-letter.ts'
import { findCouncil, insertCouncil, insertMember, setRetirement } from '../../db/queries/councils.ts'
import { insertDeadlineLetter, listDeadlineLetters } from '../../db/queries/deadlines.ts'
import {
  copyCouncilSettings,
  countOfYear,
  countTables,
  findClosedYear,
  insertCouncilYear,
} from '../../db/queries/years.ts'
import { requireFound } from '../commit.ts'
import { requireAccepted } from '../require-accepted.ts'

export type BeginInput = InferSchemaOutput<NonNullable<(typeof yearsContract.begin)['~orpc']['inputSchema']>>

/** The only tables that a new year adds rows to; that no other changes is what the count proves. */
const growing: readonly TableCount['table'][] = [
  'councils',
  'members',
  'overprint_layouts',
  'deadline_letters',
  'letter_deadlines',
]

/**
 * Begins a year with what goes on from the year before, and counts every table before and after.
 *
 * @throws Refusal `year-begun`, `year-closed`, `reason-required`, `not-found`, `doubtful`, of letters what `saveLetter` refuses
 */
export function beginYear(
  db: WriteDb,
  { year, councils, letters, accepted }: BeginInput,
  on: {
    readonly fromYear: number
    readonly today: string
    /** That the rules of the year know. */
    readonly levels: readonly Level[]
  },
): { readonly count: YearCount; readonly doubted: Doubted } {
  const { fromYear } = on
  if (findClosedYear(db, year) !== null) throw new Refusal('year-closed', { year })
  const before = { all: countTables(db), ofYear: countOfYear(db, year) }
  const goneOn = councils.map((council) => goOn(db, { ...council, year, fromYear }))
  for (const letter of letters) copyLetter(db, { ...letter, year }, on)
  // Last: nobody is asked about what is refused anyhow.
  const doubted = requireAccepted(
    [...new Set(councils.flatMap((council) => doubtsOf(db, { ...council, year })))],
    accepted,
  )
  const after = { all: countTables(db), ofYear: countOfYear(db, year) }
  const tables = [...countedTables, 'others' as const].map((table): TableCount => {
    const [was, is] = [before.ofYear.get(table), after.ofYear.get(table)]
    const ofYear = was === undefined || is === undefined ? null : { before: was, after: is }
    return { table, before: before.all.get(table) ?? 0, after: after.all.get(table) ?? 0, ofYear }
  })
  requireNothingElse(tables)
  return { count: { year, fromYear, councils: goneOn, letters: letters.length, tables }, doubted }
}

function doubtsOf(db: WriteDb, council: BeginInput['councils'][number] & { readonly year: number }) {
  const { councilId, members, name, year, foundingDecisionNumber, foundingDecisionDate } = council
  return doubtsOfGoingOn({
    roles: members.map(({ role }) => role),
    name,
    year,
    foundedBy: foundingDecisionNumber,
    foundedOn: foundingDecisionDate,
    formerFoundedOn: requireFound(findCouncil(db, councilId)).foundingDecisionDate,
  })
}

function goOn(
  db: WriteDb,
  input: BeginInput['councils'][number] & { readonly year: number; readonly fromYear: number },
): YearCount['councils'][number] {
  const former = requireFound(findCouncil(db, input.councilId))
  requireFree(former, input.year)
  const { name, foundingDecisionNumber, foundingDecisionDate, year } = input
  const standing = former.members.filter(({ retiredOn }) => retiredOn === null)
  const along = standing.flatMap((member) => {
    const chosen = input.members.find(({ memberId }) => memberId === member.id)
    return chosen === undefined ? [] : [{ ...memberFieldsOf(member), role: chosen.role }]
  })
  const retired = standing.filter(({ id }) => !input.members.some(({ memberId }) => memberId === id))
  if (along.length !== input.members.length) throw new Refusal('not-found')
  if (retired.length > 0 && !isReason(input.reason)) throw new Refusal('reason-required')
  const id = insertCouncil(db, { ...councilFieldsOf(former), name, foundingDecisionNumber, foundingDecisionDate })
  for (const member of along) insertMember(db, id, member)
  for (const member of retired) {
    setRetirement(db, member.id, { retiredOn: `${input.fromYear}-12-31`, retireReason: input.reason })
  }
  copyCouncilSettings(db, { from: former.id, to: id })
  insertCouncilYear(db, { councilId: id, year, fromCouncilId: former.id })
  return { id, fromId: former.id, name, copied: along.length, of: standing.length, retired: retired.length }
}

/** A council goes on once, and into a later year than its own. */
function requireFree({ name, begun, continued }: Council, year: number): void {
  const taken = continued?.year ?? (begun !== null && begun.year >= year ? begun.year : null)
  if (taken !== null) throw new Refusal('year-begun', { council: name, year: taken })
}

function copyLetter(
  db: WriteDb,
  { letterId, ...facts }: BeginInput['letters'][number] & { readonly year: number },
  { today, levels }: { readonly today: string; readonly levels: readonly Level[] },
): void {
  const former = requireFound(listDeadlineLetters(db).find(({ id }) => id === letterId))
  const deadlines = daysInYear(former, { year: facts.year, levels })
  if (deadlines.length === 0) throw new Refusal('not-found')
  const letter = { ...facts, deadlines }
  requireSoundLetter(letter, today)
  insertDeadlineLetter(db, letter)
}

/** A row of anything else is a fault of the program: the whole act is taken back. */
function requireNothingElse(tables: readonly TableCount[]): void {
  const strays = tables.filter(({ table, before, after, ofYear }) => {
    if (growing.includes(table)) return after < before
    return after !== before || (ofYear !== null && ofYear.after !== ofYear.before)
  })
  if (strays.length > 0) throw new Error(`a new year changed ${strays.map(({ table }) => table).join(', ')}`)
}
