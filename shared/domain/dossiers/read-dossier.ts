import type { DossierItem } from './dossier-rules.ts'

export const dossierItemStates = ['received', 'lacking', 'not-needed'] as const
export type DossierItemState = (typeof dossierItemStates)[number]

export const dossierStatuses = ['unchecked', 'complete', 'incomplete'] as const
export type DossierStatus = (typeof dossierStatuses)[number]

/** What the office noted of one item of a dossier. Dates are ISO. */
export type DossierMark = {
  readonly item: string
  /** Null where nothing but a note was said. */
  readonly state: DossierItemState | null
  /** The day that it was received. */
  readonly on: string | null
  /** The last day of the paper itself. */
  readonly expiresOn: string | null
  /** Why it is not needed. */
  readonly reason: string
  readonly note: string
}

export type DossierReading = {
  readonly status: DossierStatus
  /** Keys of what lacks: mandatory papers and samples that did not come, and others that were asked for. */
  readonly lacking: readonly string[]
  /** Keys of papers that have ended before the day. */
  readonly expired: readonly string[]
}

/**
 * How a dossier stands on a day, such as that of its meeting. Supplementary papers lack only where the office said so: which
 * of them a product needs, no decision says.
 */
export function readDossier({
  items,
  marks,
  samplesReceived,
  day,
}: {
  readonly items: readonly DossierItem[]
  readonly marks: readonly DossierMark[]
  readonly samplesReceived: number
  readonly day: string
}): DossierReading {
  const markOf = new Map(marks.map((mark) => [mark.item, mark]))
  const lacking = items.filter((item) => isLacking(item, markOf.get(item.key), samplesReceived)).map(({ key }) => key)
  const expired = marks.filter((mark) => isExpired(mark, day)).map(({ item }) => item)
  const isUntouched = samplesReceived === 0 && marks.every(({ state }) => state === null)
  return { status: isUntouched ? 'unchecked' : lacking.length > 0 ? 'incomplete' : 'complete', lacking, expired }
}

function isLacking({ kind, count = 0 }: DossierItem, mark: DossierMark | undefined, samplesReceived: number): boolean {
  const state = mark?.state ?? null
  if (state === 'not-needed') return false
  if (kind === 'samples') return samplesReceived < count
  return kind === 'mandatory' ? state !== 'received' : state === 'lacking'
}

/** A paper is good on its last day. */
function isExpired({ state, expiresOn }: DossierMark, day: string): boolean {
  return state === 'received' && expiresOn !== null && expiresOn < day
}
