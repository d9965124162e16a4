/** Why a cell cannot be taken. */
export type CellFault =
  | 'missing'
  | 'too-long'
  | 'spreadsheet-fault'
  | 'formula'
  | 'not-a-name'
  | 'not-a-count'
  | 'no-such-role'
  | 'no-such-application'
  | 'no-such-state'
  | 'no-such-presence'
  | 'no-such-set'
  | 'not-a-time'
  | 'unknown-member'
  | 'unknown-product'
  | 'not-on-agenda'
  | 'unknown-question'
  | 'no-such-exclusion'
  | 'no-such-answer'
  | 'no-reason'
  | 'not-of-form'
  | 'twice'
  | 'left-too-early'
  | 'kept-in-dossier'

export type CellReading<Value> = { readonly value: Value } | { readonly fault: CellFault }

/** What a column of a pasted block can say: how offices head it, and how its cells are read. */
export type PastedField<Value> = {
  /** The surest first; case, accents and signs do not count. */
  readonly heads: readonly string[]
  /** Where a column is of a thing, not of a fact: whether a heading is that thing, and what things beside it are. */
  readonly ofThing?: { readonly side: string; readonly isHead: (head: string) => boolean }
  /** Every cell of a column looks so that is this field's without saying it. Without it, columns of text come in order. */
  readonly looks?: (cell: string) => boolean
  /** Most of a column's cells looking so are enough: those that do not are faults of this field, not another field's. */
  readonly isMostly?: boolean
  /**
   * Columns of other fields look alike: it is a column by its looks only where that is the only one so, and no words head it.
   */
  readonly hasAlike?: boolean
  /** Headings that are not this field's, though they begin as its own. */
  readonly refuses?: (head: string) => boolean
  /** The field that a column is of where its heading says this one and every cell looks like that one. */
  readonly yieldsTo?: string
  /** Of a cell that is not blank: one that is says nothing. */
  readonly read: (cell: string) => CellReading<Value>
}

/** The fields of a table, by name; in the order in which columns of text without heads are theirs. */
export type PastedFields = Readonly<Record<string, PastedField<unknown>>>

export type FieldOf<Fields extends PastedFields> = keyof Fields & string

export type ValueOf<Field> = Field extends PastedField<infer Value> ? Value : never

/** A line of text as a field keeps it. */
export function readLine(longest = 200): PastedField<string>['read'] {
  return (cell) => (cell.length > longest ? { fault: 'too-long' } : { value: cell })
}
