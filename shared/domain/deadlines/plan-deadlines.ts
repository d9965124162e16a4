import { isInForce } from '../rules/choose-rule-set.ts'
import type { Level, RuleSet } from '../rules/rule-set.ts'

/** What is to be done before a day: dossiers sent up to that level, or evaluated by its council. */
export const deadlineKinds = ['proposals', 'evaluated'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export type DeadlineKey = {
  readonly level: Level
  readonly kind: DeadlineKind
  /** The year of the round, which may end in the year after. */
  readonly year: number
  /** Null for all rounds of the year. */
  readonly round: number | null
}

/** A letter that sets days for a year, in place of the decision's. */
export type DeadlineLetter = {
  readonly id: number
  readonly year: number
  readonly number: string
  /** ISO date. */
  readonly issuedOn: string
  readonly issuer: string
  readonly signer: string
  readonly deadlines: readonly LetterDeadline[]
}

export type LetterDeadline = Omit<DeadlineKey, 'year'> & {
  /** ISO date. */
  readonly before: string
}

export type PlannedDeadline = DeadlineKey & {
  /** It is to be done before that day: the day before it is the last. ISO date. */
  readonly before: string
  readonly source:
    | { readonly kind: 'law'; readonly article: string }
    | ({ readonly kind: 'letter' } & Omit<DeadlineLetter, 'deadlines' | 'year'>)
  /** Of a day for all rounds: those that have a day of their own. */
  readonly except: readonly number[]
  /** What the decision says of the same round, where a letter says another day. ISO date. */
  readonly instead: string | null
}

/**
 * The days of a year's rounds, by the rule set in force on each day, as letters set them otherwise; the earliest first. Of
 * two letters the later decides. A letter's day for all rounds takes the place of each round's that the same letter or a later
 * one does not name.
 * Source: QĐ 26/2026/QĐ-TTg, Điều 5.
 */
export function planDeadlines({ ruleSets, letters, year }: ToPlan): readonly PlannedDeadline[] {
  const law = ruleSets.flatMap((ruleSet) => lawDeadlines(ruleSet, year))
  const ofYear = letters
    .filter((letter) => letter.year === year)
    .toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.id - b.id)
  let planned: readonly Omit<PlannedDeadline, 'except'>[] = law
  for (const { deadlines, year: _year, ...letter } of ofYear) {
    for (const { level, kind, round, before } of deadlines.toSorted(wholeYearFirst)) {
      const key = { level, kind, year, round }
      const said = law.filter((one) => isReplaced(one, key))
      const instead = said.length === 1 ? (said[0]?.before ?? null) : null
      planned = [
        ...planned.filter((one) => !isReplaced(one, key)),
        { ...key, before, source: { kind: 'letter', ...letter }, instead: instead === before ? null : instead },
      ]
    }
  }
  const exceptOf = (one: DeadlineKey) =>
    one.round === null
      ? planned.flatMap(({ round, ...of }) => (round === null || !isOfTask(of, one) ? [] : [round]))
      : []
  return planned
    .map((one) => ({ ...one, except: exceptOf(one).toSorted((a, b) => a - b) }))
    .toSorted((a, b) => a.before.localeCompare(b.before) || a.kind.localeCompare(b.kind))
}

/** The days of a letter that do not hold, each with the letter that holds instead: it is younger, or of that day and entered later. */
export function overruledDays(
  { id, year, deadlines }: Pick<DeadlineLetter, 'id' | 'year' | 'deadlines'>,
  planned: readonly PlannedDeadline[],
): readonly { readonly day: LetterDeadline; readonly by: { readonly number: string; readonly issuedOn: string } }[] {
  return deadlines.flatMap((day) => {
    const ofTask = planned.flatMap(({ source, ...one }) =>
      source.kind === 'letter' && isOfTask(one, { ...day, year }) ? [{ round: one.round, source }] : [],
    )
    const holds = ofTask.find(({ round }) => round === day.round) ?? ofTask.find(({ round }) => round === null)
    return holds === undefined || holds.source.id === id ? [] : [{ day, by: holds.source }]
  })
}

type ToPlan = {
  readonly ruleSets: readonly RuleSet[]
  readonly letters: readonly DeadlineLetter[]
  readonly year: number
}

/** Its rounds of that year whose days it is in force on. A round whose days come before the round's before ends in the next year. */
function lawDeadlines(ruleSet: RuleSet, year: number): readonly Omit<PlannedDeadline, 'except'>[] {
  const article = ruleSet.articles.roundDeadlines ?? ''
  return [...Map.groupBy(ruleSet.roundDeadlines, ({ level }) => level)].flatMap(([level, rounds]) =>
    rounds.flatMap(({ proposalsBefore, evaluatedBefore }, index) => {
      const former = rounds[index - 1]
      const isNextYear = former !== undefined && proposalsBefore < former.evaluatedBefore
      const dayOf = (monthDay: string) => `${isNextYear ? year + 1 : year}-${monthDay}`
      const shared = { level, year, round: index + 1, source: { kind: 'law', article }, instead: null } as const
      return [
        { ...shared, kind: 'proposals' as const, before: dayOf(proposalsBefore) },
        { ...shared, kind: 'evaluated' as const, before: dayOf(evaluatedBefore) },
      ].filter(({ before }) => isInForce(ruleSet, before))
    }),
  )
}

function isReplaced(one: DeadlineKey, by: DeadlineKey): boolean {
  return isOfTask(one, by) && (by.round === null || by.round === one.round)
}

type Task = Omit<DeadlineKey, 'round'>

const isOfTask = (one: Task, other: Task): boolean =>
  one.level === other.level && one.kind === other.kind && one.year === other.year

const wholeYearFirst = (one: LetterDeadline, other: LetterDeadline): number =>
  Number(one.round !== null) - Number(other.round !== null)
