import { addWorkingDays, countWorkingDays, type WorkCalendar, type WorkingDays } from '../calendar/working-days.ts'
import type { DossierItem } from './dossier-rules.ts'
import type { DossierMark } from './read-dossier.ts'

/** How the commune's term for its report on a dossier stands. Days are ISO. */
export type ReportClock = {
  /** Of the paper that is due: `Báo cáo của UBND cấp xã (Mẫu số 03)`. */
  readonly paper: string
  /** The day from which the term is counted, which does not count itself. */
  readonly from: string
  readonly workingDays: number
  readonly article: string
  /** The last day to issue it. */
  readonly due: WorkingDays<{ readonly date: string }>
} & ReportStanding

/**
 * `received`: it came, on the day that the office noted. `open`, `over`: it did not, with the working days to the last day, or since
 * it. `unknown`: the last day cannot be told.
 */
type ReportStanding =
  | { readonly state: 'received'; readonly on: string | null }
  | { readonly state: 'open' | 'over'; readonly left: WorkingDays<{ readonly days: number }> }
  | { readonly state: 'unknown' }

type ToClock = {
  readonly items: readonly DossierItem[]
  readonly marks: readonly DossierMark[]
  readonly registration: {
    readonly filedOn: string | null
    /** When the commune had all of the dossier; null for the day of filing. */
    readonly completeOn: string | null
    readonly withdrawnOn: string | null
    /** 1 once a council has evaluated the product: nobody waits for the report any more. */
    readonly isEvaluated: 0 | 1
  }
  readonly calendar: WorkCalendar
  /** Today. */
  readonly day: string
}

/**
 * The working days that a commune has from receiving a dossier to issuing its report. Null where the law of the dossier gives no
 * such term, where nobody said when it was received, and where nothing is waited for. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 2
 * ("Trong thời hạn 15 ngày làm việc kể từ ngày tiếp nhận hồ sơ sản phẩm").
 */
export function reportClock({ items, marks, registration, calendar, day }: ToClock): ReportClock | null {
  const { filedOn, completeOn, withdrawnOn, isEvaluated } = registration
  const item = items.find(({ issuedWithin }) => issuedWithin !== undefined)
  const from = completeOn ?? filedOn
  if (item?.issuedWithin === undefined || from === null || withdrawnOn !== null) return null
  const mark = marks.find((one) => one.item === item.key)
  if (mark?.state === 'not-needed') return null
  const { workingDays, article } = item.issuedWithin
  const due = addWorkingDays({ from, days: workingDays, calendar })
  const term = { paper: item.name, from, workingDays, article, due }
  if (mark?.state === 'received') return { ...term, state: 'received', on: mark.on }
  if (isEvaluated === 1) return null
  if (due.kind === 'no-calendar') return { ...term, state: 'unknown' }
  const isOver = day > due.date
  const [first, last] = isOver ? [due.date, day] : [day, due.date]
  return { ...term, state: isOver ? 'over' : 'open', left: countWorkingDays({ from: first, to: last, calendar }) }
}
