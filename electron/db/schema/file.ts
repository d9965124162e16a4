import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { bool, id } from './shared-columns.ts'

// Of the file as a whole: what it is, who works with it, the rules and forms sealed into it, its audit.

export const workspace = sqliteTable('workspace', {
  id: id(),
  name: text('name').notNull(),
  isSample: bool('is_sample').notNull(),
  createdAt: text('created_at').notNull(),
  /** The same in every copy of the file; 32 hexadecimal digits. */
  uuid: text('uuid').notNull().default(''),
  /** Transactions that changed it, ever. */
  commits: integer('commits').notNull().default(0),
  /** Set by the first change after opening, cleared by closing: a copy of an open file has it, and one after a crash. */
  inUse: bool('in_use').notNull().default(0),
  /** Minutes without a key after which the screen is locked; 0 for never. */
  idleMinutes: integer('idle_minutes').notNull().default(0),
})

/** Who works with this file; none where nobody was named. */
export const people = sqliteTable('people', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull().unique(),
  role: text('role', { enum: ['secretary', 'checker', 'chair'] }).notNull(),
  /** Argon2id in its usual text form, which names its parameters and salt; null without a password. */
  passwordHash: text('password_hash'),
  /** SHA-256 of a secretary's recovery code: 100 random bits, which need no slow hash. */
  recoveryHash: text('recovery_hash'),
})

export const sealedFiles = sqliteTable(
  'sealed_files',
  {
    id: id(),
    kind: text('kind', { enum: ['rule-set', 'criteria-set'] }).notNull(),
    key: text('key').notNull(),
    sha256: text('sha256').notNull(),
    body: text('body').notNull(),
    sealedAt: text('sealed_at').notNull(),
  },
  (table) => [unique().on(table.kind, table.key, table.sha256)],
)

export const auditEvents = sqliteTable('audit_events', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  command: text('command').notNull(),
  subject: text('subject').notNull(),
  detail: text('detail').notNull(),
  /** The rows that the command changed (see `change-log.ts`); empty where it changed none, and in events of before. */
  changes: text('changes').notNull().default(''),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
})

/** What a person chose for a heading of a province's list, by its folded words; null leaves such a column alone. */
export const provinceColumns = sqliteTable('province_columns', {
  headKey: text('head_key').primaryKey(),
  field: text('field'),
})
