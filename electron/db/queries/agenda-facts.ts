import { eq, sql } from 'drizzle-orm'
import type { WorkspaceDb } from '../open.ts'
import { agreedLevels, exclusions, knockoutAnswers, scoringRounds } from '../schema.ts'
import { statement } from '../statement.ts'

/** What hangs on the items of one session, each list grouped by item id. */
export type AgendaFacts = {
  readonly products: ReadonlyMap<number, ProductFacts>
  readonly exclusions: ReadonlyMap<number, readonly (typeof exclusions.$inferSelect)[]>
  readonly knockouts: ReadonlyMap<number, readonly (typeof knockoutAnswers.$inferSelect)[]>
  readonly agreedLevels: ReadonlyMap<number, readonly (typeof agreedLevels.$inferSelect)[]>
  readonly rounds: ReadonlyMap<number, readonly (typeof scoringRounds.$inferSelect)[]>
}

export type ProductFacts = {
  readonly agendaItemId: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  readonly producerKind: string
  readonly commune: string
  readonly district: string
  readonly setNumber: number
}

/** Reads the facts of a whole session in five queries, however many products it has. */
export function readAgendaFacts(db: WorkspaceDb, sessionId: number): AgendaFacts {
  const productRows = statement(
    db,
    `SELECT a.id AS agendaItemId, p.code, p.name AS productName, r.name AS producerName, r.kind AS producerKind,
       p.commune, p.district, p.set_number AS setNumber
     FROM agenda_items a JOIN products p ON p.id = a.product_id JOIN producers r ON r.id = p.producer_id
     WHERE a.session_id = ?`,
  ).all(sessionId) as readonly ProductFacts[]
  const itemIds = sql`(SELECT id FROM agenda_items WHERE session_id = ${sessionId})`
  return {
    products: new Map(productRows.map((row) => [row.agendaItemId, row])),
    exclusions: groupByItem(
      db
        .select()
        .from(exclusions)
        .where(sql`${exclusions.agendaItemId} IN ${itemIds}`)
        .all(),
    ),
    knockouts: groupByItem(
      db
        .select()
        .from(knockoutAnswers)
        .where(sql`${knockoutAnswers.agendaItemId} IN ${itemIds}`)
        .all(),
    ),
    agreedLevels: groupByItem(
      db
        .select()
        .from(agreedLevels)
        .where(sql`${agreedLevels.agendaItemId} IN ${itemIds}`)
        .all(),
    ),
    rounds: groupByItem(
      db
        .select()
        .from(scoringRounds)
        .where(sql`${scoringRounds.agendaItemId} IN ${itemIds}`)
        .orderBy(scoringRounds.number)
        .all(),
    ),
  }
}

/** The answers of one item's knock-out questions, by question key. */
export function listKnockoutAnswers(db: WorkspaceDb, agendaItemId: number) {
  return db.select().from(knockoutAnswers).where(eq(knockoutAnswers.agendaItemId, agendaItemId)).all()
}

export function upsertKnockoutAnswer(db: WorkspaceDb, row: typeof knockoutAnswers.$inferInsert): void {
  db.insert(knockoutAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [knockoutAnswers.agendaItemId, knockoutAnswers.question],
      set: { isRejected: row.isRejected, reason: row.reason },
    })
    .run()
}

export function findExclusion(db: WorkspaceDb, key: { readonly agendaItemId: number; readonly memberId: number }) {
  const row = statement(db, 'SELECT kind, reason FROM exclusions WHERE agenda_item_id = ? AND member_id = ?').get(
    key.agendaItemId,
    key.memberId,
  )
  return (row as { readonly kind: 'recused' | 'absent'; readonly reason: string } | undefined) ?? null
}

export function upsertExclusion(db: WorkspaceDb, row: typeof exclusions.$inferInsert): void {
  db.insert(exclusions)
    .values(row)
    .onConflictDoUpdate({
      target: [exclusions.agendaItemId, exclusions.memberId],
      set: { kind: row.kind, reason: row.reason },
    })
    .run()
}

export function deleteExclusion(
  db: WorkspaceDb,
  key: { readonly agendaItemId: number; readonly memberId: number },
): void {
  statement(db, 'DELETE FROM exclusions WHERE agenda_item_id = ? AND member_id = ?').run(key.agendaItemId, key.memberId)
}

export function insertScoringRound(db: WorkspaceDb, row: typeof scoringRounds.$inferInsert): void {
  db.insert(scoringRounds).values(row).run()
}

export function upsertAgreedLevel(db: WorkspaceDb, row: typeof agreedLevels.$inferInsert): void {
  db.insert(agreedLevels)
    .values(row)
    .onConflictDoUpdate({ target: [agreedLevels.agendaItemId, agreedLevels.criterion], set: { option: row.option } })
    .run()
}

export function deleteAgreedLevel(
  db: WorkspaceDb,
  key: { readonly agendaItemId: number; readonly criterion: number },
): void {
  statement(db, 'DELETE FROM agreed_levels WHERE agenda_item_id = ? AND criterion = ?').run(
    key.agendaItemId,
    key.criterion,
  )
}

function groupByItem<Row extends { readonly agendaItemId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.agendaItemId)
}
