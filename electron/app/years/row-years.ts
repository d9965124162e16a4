import type { YearParent } from '../../db/queries/years.ts'

/** How the rows of a table belong to years. A row is of every year that it names, before or after a change. */
export type RowYears = {
  /** Columns that hold a year. */
  readonly years?: readonly string[]
  /** Columns that hold a day, of whose year the row is. */
  readonly days?: readonly string[]
  /** Columns that hold the id of a row that it is part of. */
  readonly partOf?: Readonly<Record<string, YearParent>>
  /**
   * Columns that tell what came later, or to which record of the lists the row leads: a change of nothing else leaves the row's
   * year as it was.
   */
  readonly later?: readonly string[]
  /** Those of them that hold the day on which it came: that day's own year counts. */
  readonly laterDays?: readonly string[]
}

const ofSession = { partOf: { session_id: 'sessions' } } as const satisfies RowYears
const ofItem = { partOf: { agenda_item_id: 'agenda_items' } } as const satisfies RowYears
const ofRegistration = { partOf: { registration_id: 'registrations' } } as const satisfies RowYears
const ofInspection = { partOf: { inspection_id: 'inspections' } } as const satisfies RowYears
const ofRound = { partOf: { round_id: 'written_rounds' } } as const satisfies RowYears

/**
 * What a closed year holds fast: what was decided, scored, registered and numbered in it. What happens to it afterwards (a paper
 * is sent, a certificate printed or withdrawn, a commitment kept) is of the year of that day.
 */
export const rowYears: Readonly<Record<string, RowYears>> = {
  sessions: { years: ['year'] },
  session_councils: ofSession,
  session_members: ofSession,
  attendances: ofSession,
  reference_sight: ofSession,
  agenda_items: { ...ofSession, later: ['product_id'] },
  session_products: ofItem,
  agreed_levels: ofItem,
  ballots: ofItem,
  ballot_scans: ofSession,
  ballot_pages: ofItem,
  exclusions: ofItem,
  knockout_answers: ofItem,
  reference_scores: ofItem,
  scoring_rounds: ofItem,

  registrations: { years: ['year'], later: ['product_id', 'import_id'] },
  dossier_items: ofRegistration,
  dossier_files: ofRegistration,
  dossier_evidence: { partOf: { file_id: 'dossier_files' } },

  document_register: { years: ['year'], ...ofSession, later: ['sent_on', 'sent_to'], laterDays: ['sent_on'] },
  certificates: {
    years: ['year'],
    partOf: { agenda_item_id: 'agenda_items', written_product_id: 'written_products' },
    later: ['prints', 'last_printed_at'],
  },
  recognitions: {
    years: ['decision_year'],
    days: ['decision_date'],
    later: ['product_id', 'import_id'],
  },
  withdrawals: { days: ['decided_on'] },

  written_rounds: { years: ['year'], days: ['decided_on'] },
  written_members: { ...ofRound, later: ['member_id'] },
  written_products: {
    ...ofRound,
    later: ['product_id', 'registration_id', 'session_id', 'recognition_id'],
  },
  written_answers: { partOf: { written_product_id: 'written_products' } },
  written_sendings: { partOf: { written_member_id: 'written_members' } },

  inspection_routes: { years: ['year'] },
  inspections: { years: ['year'] },
  inspection_findings: ofInspection,
  inspection_commitments: { ...ofInspection, later: ['outcome', 'settled_on', 'remark'], laterDays: ['settled_on'] },
  inspection_files: ofInspection,

  deadline_letters: { years: ['year'] },
  letter_deadlines: { partOf: { letter_id: 'deadline_letters' } },
  council_years: { years: ['year'] },
}
