/** What stands once for all products of a producer, merged or left out below its first product. */
export const producerFields = ['producer', 'kind', 'representative', 'phone', 'address', 'commune', 'district'] as const
export type ProducerField = (typeof producerFields)[number]

export const recognitionFields = [
  'star',
  'score',
  /** Number and date in one cell. */
  'decision',
  'decisionNumber',
  'decisionDate',
  'decisionYear',
  'issuer',
  'validUntil',
  'certificateNumber',
] as const
export type RecognitionField = (typeof recognitionFields)[number]

/** What a column of an office's list of products can say. A name with 2 belongs to the second recognition in a row. */
export type RegisterField =
  | 'place'
  | 'product'
  | 'code'
  | 'group'
  | ProducerField
  | 'province'
  | 'application'
  | RecognitionField
  | `${RecognitionField}1`
  | `${RecognitionField}2`
  | 'note'

export const registerFields: readonly RegisterField[] = [
  'place',
  'product',
  'code',
  'group',
  ...producerFields,
  'province',
  'application',
  ...recognitionFields,
  ...recognitionFields.flatMap((field) => [`${field}1`, `${field}2`] as const),
  'note',
]

/** A row as it was understood; null for what it does not say. Dates are ISO days, the score has up to 100 points. */
export type RegisterValues = {
  readonly product: string | null
  readonly producer: string | null
  readonly kind: string | null
  readonly commune: string | null
  readonly district: string | null
  readonly star: number | null
  readonly score: number | null
  readonly decisionNumber: string | null
  readonly decisionDate: string | null
  /** Counted from the decision's date; as the list says where it has no such date. */
  readonly validUntil: string | null
}

/** `fault`: the row cannot be taken; `doubt`: somebody has to look at it; `note`: what was understood of it. */
export type FindingLevel = 'fault' | 'doubt' | 'note'

export type ListFinding = {
  readonly sheet: string
  /** As Excel names it: `C12`. */
  readonly cell: string
  readonly level: FindingLevel
  /** A sentence. */
  readonly reason: string
}

/** What a row says beside `RegisterValues`, for the register; empty for what it does not say. */
export type RegisterDetails = {
  readonly code: string
  readonly representative: string
  readonly phone: string
  readonly address: string
  readonly application: string
}

/** A recognition that a row tells of. The year is known where the day may not be. */
export type ListedRecognition = Pick<
  RegisterValues,
  'star' | 'score' | 'decisionNumber' | 'decisionDate' | 'validUntil'
> & {
  readonly decisionYear: number | null
  /** `07/GCN-UBND`. */
  readonly certificateNumber: string | null
}

export type RegisterRow = {
  /** 1-based row of the sheet. */
  readonly row: number
  readonly state: 'sound' | 'doubtful' | 'faulty'
  readonly values: RegisterValues
  readonly details: RegisterDetails
  /** The one of `values` first, then an earlier one; empty where the row only registers, and where it failed. */
  readonly recognitions: readonly ListedRecognition[]
  /** Where the list says that the product reached no star: it neither is recognised nor registers. */
  readonly isFailed?: true
  /** Every cell of the row as it shows, by column letter; kept whatever becomes of it. */
  readonly raw: Readonly<Record<string, string>>
}

export type RegisterColumn = {
  readonly letter: string
  /** Its words; those that stood further left already are numbered: `Sao [2]`. */
  readonly header: string
  readonly field: RegisterField | null
  /** The first thing that it shows below its heading; empty where it shows nothing. */
  readonly sample: string
}

/** An office's list of products, read: nothing of it is written anywhere. */
export type RegisterList = {
  readonly sheet: string
  /** Every sheet that holds a list, this one among them, the fullest first. */
  readonly sheets: readonly string[]
  readonly headerRows: readonly number[]
  readonly columns: readonly RegisterColumn[]
  readonly rows: readonly RegisterRow[]
  readonly faults: readonly ListFinding[]
  /** Rows that seem to be one product of one producer, as pairs in sheet order. */
  readonly duplicates: readonly (readonly [number, number])[]
}
