import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { remembering } from '../../../shared/domain/remembering.ts'
import { areDaysOfOne, type DecisionDay } from '../../../shared/domain/register/decision-day.ts'
import { numberKey } from '../../../shared/domain/register/number-key.ts'
import type { RegisterField, RegisterRow } from '../../../shared/domain/register/register-list.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'

type DecisionsInput = {
  readonly rows: readonly RegisterRow[]
  /** 1-based columns by what they say. */
  readonly columns: ReadonlyMap<RegisterField, number>
  readonly findings: ListFindings
}

/**
 * A decision has one day: where its number stands with several, those that fewer rows say are doubtful, all of them where as
 * many say each.
 */
export function tellDaysOfDecisions({ rows, columns, findings }: DecisionsInput): void {
  const cited = rows.flatMap(citedIn)
  const column = columns.get('decisionDate') ?? columns.get('decision') ?? columns.get('decisionDate1') ?? 1
  const second = columns.get('decisionDate2') ?? columns.get('decision2') ?? column
  for (const same of Map.groupBy(cited, ({ number }) => numberKey(number)).values()) {
    const days = Map.groupBy(same, ({ day }) => day)
    if (days.size < 2) continue
    const most = Math.max(...[...days.values()].map((of) => of.length))
    const isTold = ({ day }: Cited) => (days.get(day)?.length ?? 0) < most || isTied(days, most)
    // The same for every row of a day: hundreds may cite one number.
    const othersOf = remembering((day) => {
      const others = same.filter((other) => areDaysOfOne({ number: other.number, day }, other))
      return others.length === 0 ? '' : sayOthers(others)
    })
    for (const own of same.filter(isTold)) {
      const others = othersOf(own.day)
      if (others === '') continue
      const at = { row: own.row, column: own.isLatestOfTwo ? second : column }
      findings.add('doubt', at, listReasons.numberOfOtherDay(own.number, own.day, others))
    }
  }
}

type Cited = DecisionDay & { readonly row: number; readonly isLatestOfTwo: boolean }

function citedIn({ row, recognitions }: RegisterRow): readonly Cited[] {
  const cited: Cited[] = []
  for (const one of recognitions) {
    const { decisionNumber: number, decisionDate: day } = one
    if (number === null || day === null) continue
    cited.push({ row, number, day, isLatestOfTwo: recognitions.length > 1 && one === recognitions[0] })
  }
  return cited
}

const isTied = (days: ReadonlyMap<string, readonly unknown[]>, most: number): boolean =>
  [...days.values()].filter((of) => of.length === most).length > 1

function sayOthers(others: readonly Cited[]): string {
  return [...Map.groupBy(others, ({ day }) => day)]
    .map(([day, of]) => {
      const rows = [...new Set(of.map(({ row }) => row))]
      const more = rows.length > mostNamed ? ` và ${rows.length - mostNamed} dòng khác` : ''
      return `dòng ${rows.slice(0, mostNamed).join(', ')}${more} ghi ngày ${formatDate(day)}`
    })
    .join('; ')
}

const mostNamed = 3
