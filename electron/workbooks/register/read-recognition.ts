import { addMonths } from '../../../shared/domain/calendar/iso-date.ts'
import { remembering } from '../../../shared/domain/remembering.ts'
import { findDays, readDay } from '../../../shared/domain/register/read-day.ts'
import {
  findDecisionNumbers,
  datedDecisions,
  yearOfDecisionNumber,
  type CitedDecision,
} from '../../../shared/domain/register/read-decision.ts'
import { isFailure } from '../../../shared/domain/register/read-star.ts'
import type { ListedRecognition } from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { withDecisionAbove, type RecognitionTime, type SuffixedField } from './decision-above.ts'
import type { CellPlace, ListFindings } from './list-findings.ts'
import type { Group } from './list-groups.ts'
import { listReasons } from './list-reasons.ts'
import type { CellReader, ReadDate } from './read-cells.ts'
import type { RecognitionTimes } from './recognition-series.ts'
import type { TitleDecision } from './title-decision.ts'
import { toldDecision, toldRecognition } from './told-value.ts'

/** What the law says of a recognition; by the rule sets in force. */
export type RecognitionLaw = {
  /** Months that a certificate decided on that ISO day is good for. */
  readonly monthsOn: (date: string) => number
  /** The star that so many points are worth by themselves, by the rules of the decision's ISO day, of today where it is not known. */
  readonly starOf: (score: number, date: string | null) => number
  /** ISO day. */
  readonly today: string
}

type RecognitionInput = {
  readonly reader: CellReader
  readonly findings: ListFindings
  readonly law: RecognitionLaw
  /** What the rows above say for all below. */
  readonly group: Pick<Group, 'star' | 'year' | 'decision'>
  /** Whether the list has columns for the decision at all: a registration list has none. */
  readonly hasDecisions: boolean
  /** The row says that the product reached no star. */
  readonly isFailed: boolean
  /** What the list says it goes with, for rows that name no decision; null where it says nothing. */
  readonly title: TitleDecision | null
  /** Those that headings say of the former and of the latter of two recognitions. */
  readonly years: RecognitionTimes['years']
  /** The list has columns for the former decision alone: the latter is the one that it goes with. */
  readonly isSecondOfTitle: boolean
}

/** The recognitions of a row, the later of two that stand in it first: the one in force, whether or not it says anything. */
export function readRecognitions({
  reader,
  findings,
  law,
  group,
  hasDecisions,
  isFailed,
  title,
  years,
  isSecondOfTitle,
}: RecognitionInput): readonly [ListedRecognition, ...ListedRecognition[]] {
  const say = (level: 'fault' | 'doubt' | 'note', field: SuffixedField, reason: string) =>
    findings.add(level, reader.place(field), reason)
  const firstStar = reader.star('star1')
  const secondStar = reader.star('star2')
  const inYear = (time: RecognitionTime, headed: { readonly year: number | null; readonly star: number | null }) => {
    const iso = time.date?.iso ?? null
    if (iso !== null && headed.year !== null && time.date?.year !== headed.year)
      say('doubt', time.dateField, listReasons.yearOfOtherColumn(iso, headed.year))
    const isOfYear = time.date === null && headed.year !== null && (headed.star !== null || time.number !== null)
    return isOfYear ? { ...time, date: { iso: null, year: headed.year } } : time
  }
  const times = [readTime(reader, findings, fieldsOfTime), readTime(reader, findings, fieldsOfSecond)] as const
  // A decision beside stars of several years is that of the star which the row says.
  const isOfFirst = secondStar === null && firstStar !== null && !isDated(times[0])
  const isTurned = isOfFirst && years.first !== null && times[1].date?.year === years.first
  const [own, other] = isTurned ? times.toReversed() : times
  const first = inYear(own ?? times[0], { year: years.first, star: firstStar })
  const second = inYear(other ?? times[1], { year: years.second, star: secondStar })
  const areBoth = isDated(first) && isDated(second)
  const isSecond = isDated(second)
    ? (second.date?.iso ?? '9999') >= (first.date?.iso ?? '')
    : secondStar !== null && (!isDated(first) || group.decision !== null || (title !== null && isSecondOfTitle))
  const told = withDecisionAbove(isSecond ? second : first, { decision: group.decision, reader, findings })
  const ownStar = reader.star('star')
  const timeStar = isSecond ? secondStar : firstStar
  const star = timeStar ?? ownStar ?? group.star
  const isOpen = !hasDecisions || (isSecond && isSecondOfTitle)
  const isOfTitle = title !== null && isOpen && star !== null && told.number === null && told.date === null
  const current = isOfTitle ? { ...told, number: title.number, date: dateOf(title.day) } : told
  if (isOfTitle) say('doubt', 'star', listReasons.ofTitle(title.number, title.day))
  if (ownStar !== null && group.star !== null && ownStar !== group.star) {
    say('doubt', 'star', listReasons.starOfOtherGroup(ownStar, group.star))
  }
  const scoreField = reader.has('score') ? 'score' : isSecond ? 'score2' : 'score1'
  const score = reader.score(scoreField)
  const date = current.date?.iso ?? null
  if (score !== null && star !== null && law.starOf(score, date) < star) {
    say('doubt', scoreField, listReasons.scoreBelowStar(score, law.starOf(score, date), star))
  }
  const isFar = score !== null && star !== null && isFarBelow(star, law.starOf(score, date))
  if (isFar) say('doubt', 'star', listReasons.starBelowScore(score, law.starOf(score, date), star))
  const isDecided = current.number !== null || current.date !== null
  if (star === null && isDecided && !isFailed && !(['star', 'star1', 'star2'] as const).some(reader.isFaulty)) {
    findings.add('doubt', placeOfStar(reader, current, isSecond), listReasons.noStar())
  }
  if (date !== null && date > law.today) say('doubt', current.dateField, listReasons.dayToCome(date))
  if (date !== null && group.year !== null && Number(date.slice(0, 4)) !== group.year) {
    say('doubt', current.dateField, listReasons.yearOfOtherGroup(date, group.year))
  }
  if (star !== null && star < 3 && isDecided && !isFailed && !isFar)
    say('doubt', timeStar === null ? 'star' : isSecond ? 'star2' : 'star1', listReasons.starTooLow(star))
  const isDayAsked = hasDecisions || group.decision !== null
  if (isDayAsked && star !== null && date === null && current.date === null) {
    const isDayFaulty = [current.dateField, current.numberField].some(reader.isFaulty)
    if (!isDayFaulty) findings.add('doubt', placeOf(reader, current, star), listReasons.noDecisionDay())
  }
  const ends = ['validUntil', `validUntil${isSecond ? '2' : '1'}`] as const
  const stated = reader.day(ends[0]) ?? reader.day(ends[1])
  const term = reader.term(ends[0]) ?? reader.term(ends[1])
  if (term !== null && date !== null && term !== law.monthsOn(date)) {
    say('doubt', reader.term(ends[0]) === null ? ends[1] : ends[0], listReasons.termDiffers(term, law.monthsOn(date)))
  }
  const computed = date === null ? null : endOf(date, law)
  if (computed !== null && stated?.iso != null && stated.iso !== computed) {
    say('doubt', 'validUntil', listReasons.endDiffers(stated.iso, date ?? '', computed))
  }
  const latest = {
    star,
    score,
    decisionNumber: current.number,
    decisionDate: date,
    decisionYear: current.date?.year ?? group.year,
    validUntil: computed ?? stated?.iso ?? null,
    certificateNumber: certificateIn(
      reader,
      'certificateNumber',
      isSecond ? 'certificateNumber2' : 'certificateNumber1',
    ),
  }
  if (ownStar !== null && timeStar !== null && ownStar !== timeStar)
    say('doubt', 'star', listReasons.starsDiffer(ownStar, timeStar, toldDecision(latest)))
  if (!isSecond && secondStar !== null && !areBoth && isDated(first))
    say('doubt', 'star2', listReasons.newStarUndecided(secondStar, toldRecognition(latest)))
  if (isSecond && firstStar !== null && !isDated(first))
    say('note', 'star1', listReasons.formerStarUndecided(firstStar))
  if (areBoth && !isSecond)
    say('doubt', second.dateField, listReasons.timesTurned(first.date?.iso ?? '', second.date?.iso ?? ''))
  if (isSecond ? !isDated(first) : !areBoth) return [latest]
  const former = isSecond ? { ...first, star: firstStar } : { ...second, star: secondStar }
  const [formerScore, certificate] = isSecond
    ? (['score1', 'certificateNumber1'] as const)
    : (['score2', 'certificateNumber2'] as const)
  return [
    latest,
    earlierTime({ ...former, score: reader.score(formerScore), certificate: certificateIn(reader, certificate) }, law),
  ]
}

/** Whether anything is said of when or by which decision. */
const isDated = ({ number, date }: RecognitionTime): boolean => number !== null || date !== null

const endOf = (date: string, law: RecognitionLaw): string => addTerm(`${date}+${law.monthsOn(date)}`)

/** A list has thousands of rows of a few days. */
const addTerm = remembering((term) => addMonths(term.slice(0, 10), Number(term.slice(11))))

const dateOf = (iso: string | null): ReadDate | null => (iso === null ? null : { iso, year: Number(iso.slice(0, 4)) })

type Former = RecognitionTime & Pick<ListedRecognition, 'star' | 'score'> & { readonly certificate: string | null }

function earlierTime({ number, date, star, score, certificate }: Former, law: RecognitionLaw): ListedRecognition {
  const day = date?.iso ?? null
  return {
    star,
    score,
    decisionNumber: number,
    decisionDate: day,
    decisionYear: date?.year ?? null,
    validUntil: day === null ? null : endOf(day, law),
    certificateNumber: certificate,
  }
}

function placeOf(reader: CellReader, { dateField }: RecognitionTime, star: number | null): CellPlace {
  const place = reader.place(dateField)
  return place.column === 1 && star !== null ? reader.place('star') : place
}

type TimeFields = Readonly<Record<'decision' | 'decisionNumber' | 'decisionDate' | 'decisionYear', SuffixedField>>

const fieldsOfTime: TimeFields = {
  decision: 'decision',
  decisionNumber: 'decisionNumber',
  decisionDate: 'decisionDate',
  decisionYear: 'decisionYear',
}
const fieldsOfSecond: TimeFields = {
  decision: 'decision2',
  decisionNumber: 'decisionNumber2',
  decisionDate: 'decisionDate2',
  decisionYear: 'decisionYear2',
}

/** The first that says a number: `Có`, a cross and the day of a certificate are none. */
function certificateIn(reader: CellReader, ...fields: readonly SuffixedField[]): string | null {
  const texts = fields.flatMap((field) => reader.text(field) ?? [])
  return texts.find((text) => /\d/.test(text) && !isDateOnly(text)) ?? null
}

/** One decision recognises hundreds of products. */
const decisionIn = remembering((text) => ({
  numbers: findDecisionNumbers(text),
  dated: amends(text) ? [] : datedDecisions(text),
  day: readDay(text),
  hasSeveralDays: findDays(text).length > 1,
  isFailure: isFailure(text),
  isAmended: amends(text),
}))

function placeOfStar(reader: CellReader, { dateField, numberField }: RecognitionTime, isSecond: boolean): CellPlace {
  const places = (['star', isSecond ? 'star2' : 'star1', numberField, dateField] as const).map(reader.place)
  return places.find(({ column }) => column !== 1) ?? reader.place('star')
}

/**
 * A star may stay one below its points: a condition of a higher one was not met, or a level above gives it. Two below, or none
 * that a decision recognises (Điều 4: from 3 stars), is another thing.
 */
const isFarBelow = (star: number, reached: number): boolean => reached - star > 1 || (star < 3 && reached >= 3)

/** Number and date of one recognition, wherever in its cells they stand; contradictions are told. */
function readTime(reader: CellReader, findings: ListFindings, fields: TimeFields): RecognitionTime {
  const { decision, decisionNumber, decisionDate, decisionYear } = fields
  const isThere =
    reader.has(decision) || reader.has(decisionNumber) || reader.has(decisionDate) || reader.has(decisionYear)
  if (!isThere) return { number: null, date: null, numberField: decision, dateField: decisionDate }
  const say = (level: 'fault' | 'doubt', at: SuffixedField, reason: string) =>
    findings.add(level, reader.place(at), reason)
  const textOf = (field: SuffixedField) => {
    const text = reader.text(field)
    return text === null || decisionIn(text).isFailure ? null : text
  }
  const both = textOf(decision)
  const written = textOf(decisionNumber)
  const numberField = written === null ? decision : decisionNumber
  const text = written ?? both
  const numbers = text === null ? [] : decisionIn(text).numbers
  let paired: CitedDecision | null = null
  const dayColumn = reader.day(fields.decisionDate, (days) => {
    if (text === null || numbers.length < 2 || days.length !== numbers.length || decisionIn(text).isAmended) return null
    const day = days.toSorted().at(-1) ?? ''
    paired = { number: numbers[days.indexOf(day)] ?? '', day }
    return day
  })
  const dated = text === null ? [] : decisionIn(text).dated
  const latest: CitedDecision | undefined = paired ?? dated.find(({ day }) => day === dayColumn?.iso) ?? dated[0]
  const number = latest?.number ?? numbers[0] ?? null
  if (text !== null && number === null) {
    const day = isDateOnly(text) ? decisionIn(text).day : null
    if (day?.kind === 'day') say('doubt', numberField, listReasons.dayForNumber(day.iso))
    else if (day === null) say('doubt', numberField, listReasons.noDecisionNumber(text))
  }
  if (text !== null && number !== null) {
    if (numbers.length > 1) say('doubt', numberField, listReasons.severalNumbers(text, number))
    else if (decisionIn(text).isAmended) say('doubt', numberField, listReasons.amended(text, number))
  }
  const said = [both, written === both ? null : written].filter((one) => one !== null)
  const days = said.map((one) => decisionIn(one).day)
  const dayInText = latest?.day ?? days.find((day) => day.kind === 'day')?.iso ?? null
  for (const one of said) {
    if (dayInText !== null && decisionIn(one).hasSeveralDays)
      say('doubt', numberField, listReasons.severalDays(one, dayInText))
  }
  const wrong = days.find((day) => day.kind === 'wrong')
  if (wrong !== undefined) say('fault', numberField, listReasons.noSuchDay(wrong.text))
  if (dayColumn?.iso != null && dayInText !== null && dayColumn.iso !== dayInText) {
    say('doubt', decisionDate, listReasons.daysDiffer(dayInText, dayColumn.iso))
  }
  const date = dayColumn ?? (dayInText === null ? null : { iso: dayInText, year: Number(dayInText.slice(0, 4)) })
  const dateField = dayColumn === null && dayInText !== null ? numberField : decisionDate
  const year = reader.year(decisionYear)
  if (year !== null && date !== null && year !== date.year) {
    say('doubt', decisionYear, listReasons.yearsDiffer(year, date.year))
  }
  const ofNumber = number === null ? null : yearOfDecisionNumber(number)
  if (ofNumber !== null && date !== null && ofNumber !== date.year) {
    say('doubt', numberField, listReasons.yearOfNumberDiffers(ofNumber, date.year))
  }
  return {
    number: number ?? (text === null || isDateOnly(text) ? null : text),
    date: date ?? (year === null ? null : { iso: null, year }),
    numberField,
    dateField: date === null && year !== null ? decisionYear : dateField,
  }
}

const isDateOnly = (text: string): boolean => /^(?:ngày )?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}$/iu.test(text)

/** What says that a decision was corrected or replaced by another. */
const amends = (text: string): boolean =>
  /\b(?:dinh chinh|sua doi|thay the|dieu chinh|bo sung|thu hoi|bai bo|huy bo)\b/.test(stripMarks(text))
