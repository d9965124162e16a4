import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import type { CarriedBallots } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { columnsOf } from '../columns.ts'
import { agreedLevels, exclusions, knockoutAnswers, scoringRounds } from '../schema/agenda.ts'
import { read, readColumn, write } from '../statement.ts'

type Exclusion = typeof exclusions.$inferSelect
type StoredAnswer = typeof knockoutAnswers.$inferSelect
type KnockoutAnswer = Omit<StoredAnswer, 'isRejected'> & { readonly isRejected: boolean }
type AgreedLevel = typeof agreedLevels.$inferSelect
type ScoringRound = typeof scoringRounds.$inferSelect

/** A round with what the audit tells of its opening. */
export type OpenedRound = ScoringRound & {
  /** What it took over of the round before; null where it began blank. */
  readonly carried: CarriedBallots | null
  /** Who had to score the round before; null where an older program or a workbook told nothing of it. */
  readonly scorersBefore: readonly number[] | null
}
/** Ids of members, as JSON; null for none told. */
type RoundEvent = Readonly<Record<'copied' | 'opened' | 'scorers', string | null>>

const openRound = 'results.openRound' satisfies AuditCommand

/** What hangs on agenda items, each list grouped by item id. */
export type AgendaFacts = {
  readonly exclusions: ReadonlyMap<number, readonly Exclusion[]>
  readonly knockouts: ReadonlyMap<number, readonly KnockoutAnswer[]>
  readonly agreedLevels: ReadonlyMap<number, readonly AgreedLevel[]>
  readonly rounds: ReadonlyMap<number, readonly OpenedRound[]>
}

const ofItems = 'WHERE agenda_item_id IN (SELECT value FROM json_each(?))'
const selectAnswers = `SELECT ${columnsOf(knockoutAnswers)} FROM knockout_answers`

/** Reads the facts of all these items in four queries, however many they are. */
export function readAgendaFacts(db: ReadDb, agendaItemIds: readonly number[]): AgendaFacts {
  const ids = JSON.stringify(agendaItemIds)
  return {
    exclusions: groupByItem(
      read<string, Exclusion>(db, `SELECT ${columnsOf(exclusions)} FROM exclusions ${ofItems}`).all(ids),
    ),
    knockouts: groupByItem(read<string, StoredAnswer>(db, `${selectAnswers} ${ofItems}`).all(ids).map(toAnswer)),
    agreedLevels: groupByItem(
      read<string, AgreedLevel>(db, `SELECT ${columnsOf(agreedLevels)} FROM agreed_levels ${ofItems}`).all(ids),
    ),
    rounds: groupByItem(
      read<string, ScoringRound & RoundEvent>(
        db,
        `SELECT ${columnsOf(scoringRounds)}, e.detail ->> '$.copied' AS copied, e.detail ->> '$.opened' AS opened,
           e.detail ->> '$.scorers' AS scorers
         FROM scoring_rounds LEFT JOIN audit_events e ON e.subject = 'item:' || agenda_item_id
           AND e.command = '${openRound}' AND e.detail ->> '$.round' = number
         ${ofItems} ORDER BY number`,
      )
        .all(ids)
        .map(toRound),
    ),
  }
}

function toRound({ copied, opened, scorers, ...round }: ScoringRound & RoundEvent): OpenedRound {
  return {
    ...round,
    scorersBefore: scorers === null ? null : membersIn(scorers),
    carried: copied === null || opened === null ? null : { copied: membersIn(copied), opened: membersIn(opened) },
  }
}

const membersIn = (ids: string): readonly number[] => JSON.parse(ids) as number[]

/** The answers of one item's knock-out questions, by question key. */
export function listKnockoutAnswers(db: ReadDb, agendaItemId: number): readonly KnockoutAnswer[] {
  return read<number, StoredAnswer>(db, `${selectAnswers} WHERE agenda_item_id = ?`).all(agendaItemId).map(toAnswer)
}

export function upsertKnockoutAnswer(db: WriteDb, answer: KnockoutAnswer): void {
  write<StoredAnswer>(
    db,
    `INSERT INTO knockout_answers (agenda_item_id, question, is_rejected, reason)
     VALUES (@agendaItemId, @question, @isRejected, @reason)
     ON CONFLICT DO UPDATE SET is_rejected = excluded.is_rejected, reason = excluded.reason`,
  ).run({ ...answer, isRejected: Number(answer.isRejected) })
}

type ExclusionKey = Pick<Exclusion, 'agendaItemId' | 'memberId'>

export function findExclusion(
  db: ReadDb,
  { agendaItemId, memberId }: ExclusionKey,
): Pick<Exclusion, 'kind' | 'reason'> | null {
  const sql = 'SELECT kind, reason FROM exclusions WHERE agenda_item_id = ? AND member_id = ?'
  return read<[number, number], Pick<Exclusion, 'kind' | 'reason'>>(db, sql).get(agendaItemId, memberId) ?? null
}

export function upsertExclusion(db: WriteDb, exclusion: Exclusion): void {
  write<Exclusion>(
    db,
    `INSERT INTO exclusions (agenda_item_id, member_id, kind, reason) VALUES (@agendaItemId, @memberId, @kind, @reason)
     ON CONFLICT DO UPDATE SET kind = excluded.kind, reason = excluded.reason`,
  ).run(exclusion)
}

export function deleteExclusion(db: WriteDb, { agendaItemId, memberId }: ExclusionKey): void {
  const sql = 'DELETE FROM exclusions WHERE agenda_item_id = ? AND member_id = ?'
  write<[number, number]>(db, sql).run(agendaItemId, memberId)
}

export function insertScoringRound(db: WriteDb, round: ScoringRound): void {
  write<ScoringRound>(
    db,
    `INSERT INTO scoring_rounds (agenda_item_id, number, reason, opened_at)
     VALUES (@agendaItemId, @number, @reason, @openedAt)`,
  ).run(round)
}

type RoundKey = Pick<ScoringRound, 'agendaItemId' | 'number'>

export function findRoundReason(db: ReadDb, round: RoundKey): string | null {
  const sql = 'SELECT reason FROM scoring_rounds WHERE agenda_item_id = @agendaItemId AND number = @number'
  return readColumn<RoundKey, string>(db, sql).get(round) ?? null
}

export function updateRoundReason(db: WriteDb, round: RoundKey & Pick<ScoringRound, 'reason'>): void {
  const sql = 'UPDATE scoring_rounds SET reason = @reason WHERE agenda_item_id = @agendaItemId AND number = @number'
  write<typeof round>(db, sql).run(round)
}

export function upsertAgreedLevel(db: WriteDb, level: AgreedLevel): void {
  write<AgreedLevel>(
    db,
    `INSERT INTO agreed_levels (agenda_item_id, criterion, option, reason)
     VALUES (@agendaItemId, @criterion, @option, @reason)
     ON CONFLICT DO UPDATE SET option = excluded.option, reason = excluded.reason`,
  ).run(level)
}

export function deleteAgreedLevel(
  db: WriteDb,
  { agendaItemId, criterion }: { readonly agendaItemId: number; readonly criterion: number },
): void {
  const sql = 'DELETE FROM agreed_levels WHERE agenda_item_id = ? AND criterion = ?'
  write<[number, number]>(db, sql).run(agendaItemId, criterion)
}

function toAnswer(row: StoredAnswer): KnockoutAnswer {
  return { ...row, isRejected: row.isRejected === 1 }
}

function groupByItem<Row extends { readonly agendaItemId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.agendaItemId)
}
