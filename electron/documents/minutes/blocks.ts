/** What a part of the minutes is made of. */
export type MinutesBlock =
  /** `lead` is set in bold before the text. */
  | { readonly kind: 'text'; readonly lead: string; readonly text: string }
  /** A sentence that ends with ":" and its list; a list ends its lines with ";" and the last with ".". */
  | { readonly kind: 'list'; readonly lead: string; readonly items: readonly string[] }
  | { readonly kind: 'results'; readonly rows: readonly ResultRow[] }

export type ResultRow = {
  readonly place: number
  readonly productName: string
  readonly producerName: string
  readonly countedBallots: number
  /** Two decimals with a comma; empty with no counted ballot. */
  readonly mean: string
  readonly star: string
  readonly referral: string
}

export function plainText(text: string): MinutesBlock {
  return { kind: 'text', lead: '', text }
}

/** A list under its sentence, or "không có" beside it where nothing is to be listed. */
export function listOrNone(lead: string, items: readonly string[]): MinutesBlock {
  return items.length === 0 ? plainText(`${lead}: không có.`) : { kind: 'list', lead: `${lead}:`, items }
}
