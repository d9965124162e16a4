import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { memberReference, members } from './directory.ts'
import { itemReference } from './sessions.ts'
import { bool, id } from './shared-columns.ts'

// What is recorded of each product at a session: who does not score it, its knock-outs, rounds, agreed levels and ballots.

export const exclusions = sqliteTable(
  'exclusions',
  {
    agendaItemId: itemReference(),
    memberId: memberReference(),
    kind: text('kind', { enum: ['recused', 'absent'] }).notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.memberId] })],
)

export const knockoutAnswers = sqliteTable(
  'knockout_answers',
  {
    agendaItemId: itemReference(),
    question: text('question').notNull(),
    isRejected: bool('is_rejected').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.question] })],
)

export const scoringRounds = sqliteTable(
  'scoring_rounds',
  {
    agendaItemId: itemReference(),
    number: integer('number').notNull(),
    reason: text('reason').notNull(),
    openedAt: text('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.number] })],
)

export const agreedLevels = sqliteTable(
  'agreed_levels',
  {
    agendaItemId: itemReference(),
    criterion: integer('criterion').notNull(),
    option: integer('option').notNull(),
    /** Why the council agreed on it; empty where it came from a workbook or an earlier version. */
    reason: text('reason').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.criterion] })],
)

export const ballots = sqliteTable('ballots', {
  id: id(),
  agendaItemId: itemReference(),
  memberId: memberReference(),
  scoringRound: integer('scoring_round').notNull(),
  version: integer('version').notNull(),
  /** Grows with every saved change of the ballot. */
  revision: integer('revision').notNull(),
  state: text('state', { enum: ['draft', 'confirmed', 'verified', 'superseded'] }).notNull(),
  /** One character a criterion in form order: `.` not answered, `0` no level reached, `1`… the printed option. */
  choices: text('choices').notNull(),
  /** What a second person keyed of a confirmed ballot, blind, in the same form; null before that one's first key. */
  secondChoices: text('second_choices'),
  /** What the member wrote under "Ý kiến của người đánh giá"; decides no result. */
  opinion: text('opinion').notNull(),
  savedAt: text('saved_at').notNull(),
  confirmedAt: text('confirmed_at'),
  confirmedBy: text('confirmed_by'),
  verifiedBy: text('verified_by'),
  reopenedReason: text('reopened_reason').notNull(),
})

/** Acts that were carried out on a ballot, whoever did them: repeating one changes nothing. */
export const ballotActs = sqliteTable(
  'ballot_acts',
  {
    agendaItemId: itemReference(),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    actId: text('act_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.memberId, table.actId] })],
)
