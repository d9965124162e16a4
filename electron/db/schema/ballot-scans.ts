import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { memberReference } from './directory.ts'
import { itemReference, sessions } from './sessions.ts'
import { id } from './shared-columns.ts'

/** Files of scanned ballots, which lie in the folder beside the workspace. */
export const ballotScans = sqliteTable(
  'ballot_scans',
  {
    id: id(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    /** As it was called when it came. */
    name: text('name').notNull(),
    storedName: text('stored_name').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    addedAt: text('added_at').notNull(),
  },
  (table) => [uniqueIndex('ballot_scans_by_session').on(table.sessionId, table.sha256)],
)

/** Pages that ballots were taken from. */
export const ballotPages = sqliteTable(
  'ballot_pages',
  {
    id: id(),
    agendaItemId: itemReference(),
    memberId: memberReference(),
    scoringRound: integer('scoring_round').notNull(),
    /** Which page of the ballot, from 1. */
    number: integer('number').notNull(),
    scanId: integer('scan_id')
      .notNull()
      .references(() => ballotScans.id, { onDelete: 'cascade' }),
    /** Which page of the file, from 1. */
    scanPage: integer('scan_page').notNull(),
    /** Of the page's greys, as they were decoded. */
    sha256: text('sha256').notNull(),
    /** What the program read of this page, as a ballot's choices: `.` where it gave no value, or the criterion stands on another page. */
    reading: text('reading').notNull(),
    takenAt: text('taken_at').notNull(),
    takenBy: text('taken_by').notNull(),
  },
  (table) => [
    uniqueIndex('ballot_pages_by_place').on(
      table.agendaItemId,
      table.memberId,
      table.scoringRound,
      table.number,
      table.sha256,
    ),
    index('ballot_pages_by_scan').on(table.scanId),
  ],
)
