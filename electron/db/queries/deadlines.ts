import type { DeadlineLetter } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { ApplicationKind, SessionState } from '../../../shared/domain/session/session-record.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { deadlineLetters, letterDeadlines } from '../schema/deadlines.ts'
import { read, readColumn, write } from '../statement.ts'
import { isEvaluated, recognisedAgain, writtenOpinions, writtenYear } from './evaluated.ts'

type LetterRow = typeof deadlineLetters.$inferSelect
type LetterDeadlineRow = typeof letterDeadlines.$inferSelect

/** Every letter that sets days, in the order in which they were entered. */
export function listDeadlineLetters(db: ReadDb): readonly DeadlineLetter[] {
  const deadlines = Map.groupBy(
    read<[], LetterDeadlineRow>(db, `SELECT ${columnsOf(letterDeadlines)} FROM letter_deadlines ORDER BY before`).all(),
    ({ letterId }) => letterId,
  )
  return read<[], LetterRow>(db, `SELECT ${columnsOf(deadlineLetters)} FROM deadline_letters ORDER BY id`)
    .all()
    .map((letter) => ({
      ...letter,
      deadlines: (deadlines.get(letter.id) ?? []).map(({ letterId: _letter, round, ...deadline }) => ({
        ...deadline,
        round: round === 0 ? null : round,
      })),
    }))
}

export function insertDeadlineLetter(db: WriteDb, { deadlines, ...letter }: Omit<DeadlineLetter, 'id'>): number {
  const { id } = write<typeof letter, { readonly id: number }>(
    db,
    `${insertInto(deadlineLetters, letter)} RETURNING id`,
  ).get(letter)
  insertDeadlines(db, id, deadlines)
  return id
}

export function updateDeadlineLetter(db: WriteDb, { deadlines, ...letter }: DeadlineLetter): void {
  write<typeof letter>(db, updateById(deadlineLetters, letter)).run(letter)
  write<number>(db, 'DELETE FROM letter_deadlines WHERE letter_id = ?').run(letter.id)
  insertDeadlines(db, letter.id, deadlines)
}

export function deleteDeadlineLetter(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM deadline_letters WHERE id = ?').run(id)
}

function insertDeadlines(db: WriteDb, letterId: number, deadlines: DeadlineLetter['deadlines']): void {
  for (const deadline of deadlines) {
    const row = { ...deadline, letterId, round: deadline.round ?? 0 }
    write<typeof row>(db, insertInto(letterDeadlines, row)).run(row)
  }
}

/** The levels of the file's councils. */
export function listCouncilLevels(db: ReadDb): readonly Level[] {
  return readColumn<[], Level>(db, 'SELECT DISTINCT level FROM councils').all()
}

/** Years that products are registered for, meetings are of, or letters set days for. */
export function listYears(db: ReadDb): readonly number[] {
  return readColumn<[], number>(
    db,
    'SELECT year FROM registrations UNION SELECT year FROM sessions UNION SELECT year FROM deadline_letters',
  ).all()
}

export type YearSession = {
  readonly id: number
  readonly level: Level
  readonly year: number
  readonly round: number
  readonly heldOn: string
  /** ISO date; empty where it is the day of the meeting. */
  readonly endedOn: string
  readonly state: SessionState
  /** Null while it is not locked. */
  readonly tallyDigest: string | null
  readonly councilName: string
}

/** The sessions of these years, the earliest first. */
export function listYearSessions(db: ReadDb, years: readonly number[]): readonly YearSession[] {
  return read<string, YearSession>(
    db,
    `SELECT s.id, s.level, s.year, s.round, s.held_on AS heldOn, s.ended_on AS endedOn, s.state,
       s.tally_digest AS tallyDigest, coalesce(own.name, c.name) AS councilName
     FROM sessions s JOIN councils c ON c.id = s.council_id LEFT JOIN session_councils own ON own.session_id = s.id
     WHERE s.year IN (SELECT value FROM json_each(?)) ORDER BY s.held_on, s.id`,
  ).all(JSON.stringify(years))
}

/** Registrations of a year that are not withdrawn. */
export function countRegistered(db: ReadDb, year: number): number {
  const sql = 'SELECT count(*) FROM registrations WHERE year = ? AND withdrawn_on IS NULL'
  return readColumn<number, number>(db, sql).get(year) ?? 0
}

/** What is registered for one of the rounds that are asked about, or for none. */
const inRound = (round: string) => `((${round} IS NULL AND @takesUnnamed = 1) OR ${round} = @round
  OR (@round IS NULL AND ${round} NOT IN (SELECT value FROM json_each(@except))))`

/** A registration in force that no council of the level has evaluated yet in its year. */
const whereUnscored = `FROM registrations g WHERE g.year = @year AND g.withdrawn_on IS NULL
  AND ${inRound('g.round')}
  AND NOT ${isEvaluated({ product: 'g.product_id', year: '@year', level: '@level' })}`

export type RoundOfYear = {
  readonly year: number
  readonly level: Level
  /** Null for all rounds but the excepted ones. */
  readonly round: number | null
  /** JSON array. */
  readonly except: string
  /** 1 for the round that what names none is counted for. */
  readonly takesUnnamed: 0 | 1
}

export function countUnscored(db: ReadDb, place: RoundOfYear): number {
  return readColumn<RoundOfYear, number>(db, `SELECT count(*) ${whereUnscored}`).get(place) ?? 0
}

/** The last day on which written opinions led to a recognition of the round; null where none did. ISO date. */
export function lastWrittenOn(db: ReadDb, place: RoundOfYear): string | null {
  return (
    readColumn<RoundOfYear, string | null>(
      db,
      `SELECT max(w.decided_on) FROM ${writtenOpinions} WHERE ${recognisedAgain} AND ${writtenYear} = @year
         AND w.level = @level AND ${inRound('filed.round')}`,
    ).get(place) ?? null
  )
}

export type UnscoredProduct = {
  readonly productId: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly application: ApplicationKind
}

/** A page of them, by district, commune and name. */
export function listUnscored(
  db: ReadDb,
  page: RoundOfYear & { readonly limit: number; readonly offset: number },
): readonly UnscoredProduct[] {
  return read<typeof page, UnscoredProduct>(
    db,
    `SELECT p.id AS productId, p.code, p.name AS productName, r.name AS producerName, p.commune, p.district, g.application
     FROM (SELECT g.product_id, g.application ${whereUnscored}) g
     JOIN products p ON p.id = g.product_id JOIN producers r ON r.id = p.producer_id
     ORDER BY p.district, p.commune, p.name, p.id LIMIT @limit OFFSET @offset`,
  ).all(page)
}
