import { integer, text } from 'drizzle-orm/sqlite-core'

// Columns that several tables have. What a session says of its council, members and products from its opening on has the
// columns of the lists that it is copied from.

/** 1 or 0. */
export function bool(name: string) {
  return integer(name)
}

export function level() {
  return text('level', { enum: ['district', 'commune', 'province', 'central'] })
}

export function id() {
  return integer('id').primaryKey()
}

/** The council's regulations, on the council as default and on each session as the copy that decides it. */
export function regulationColumns() {
  return {
    quorumNumerator: integer('quorum_numerator').notNull(),
    quorumDenominator: integer('quorum_denominator').notNull(),
    quorumNeedsChair: bool('quorum_needs_chair').notNull(),
    spreadLimit: integer('spread_limit').notNull(),
    rounding: text('rounding', { enum: ['none', 'two-decimals', 'one-decimal', 'integer'] }).notNull(),
    gateSettlement: text('gate_settlement', { enum: ['agreed', 'majority', 'all', 'mean'] }).notNull(),
    verification: text('verification', { enum: ['off', 'borderline', 'all'] }).notNull(),
    memberSight: text('member_sight', { enum: ['own-ballot', 'own-total', 'revealed-result'] })
      .notNull()
      .default('own-total'),
    chairApproves: bool('chair_approves').notNull().default(0),
    chairSeesDeviations: bool('chair_sees_deviations').notNull().default(0),
    takesClearPaper: bool('takes_clear_paper').notNull().default(0),
  }
}

export function councilColumns() {
  return {
    name: text('name').notNull(),
    province: text('province').notNull(),
    district: text('district').notNull(),
    foundingDecisionNumber: text('founding_decision_number').notNull(),
    foundingDecisionDate: text('founding_decision_date').notNull(),
    regulationNumber: text('regulation_number').notNull(),
  }
}

export function memberColumns() {
  return {
    code: text('code').notNull(),
    name: text('name').notNull(),
    position: text('position').notNull(),
    organisation: text('organisation').notNull(),
    role: text('role', { enum: ['chair', 'vice-chair', 'secretary', 'member'] }).notNull(),
    sortOrder: integer('sort_order').notNull(),
  }
}

export function productColumns() {
  return {
    code: text('code').notNull(),
    name: text('name').notNull(),
    commune: text('commune').notNull(),
    district: text('district').notNull(),
  }
}
