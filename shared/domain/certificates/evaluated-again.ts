/** What a file knows of a product's evaluations again, by which a certificate's prolongation begins. ISO dates. */
export type Evaluations = {
  /** Dossiers to be evaluated again that came on a known day. */
  readonly filed: readonly { readonly on: string; readonly withdrawnOn: string | null }[]
}

/** Of one recognition on a day; what did not happen is left out. */
export type EvaluatedAgain = {
  /** The first dossier after it that stands on the day. ISO date. */
  readonly filedOn?: string
}

type Recognised = {
  readonly decisionDate: string | null
  readonly decisionYear: number | null
  readonly lapsesOn: string | null
}

/** Which of a product's evaluations again are about a recognition, as they stand on a day: those that came after it. */
export function evaluatedAgainOn(
  { filed }: Evaluations,
  { recognised, day }: { readonly recognised: Recognised; readonly day: string },
): EvaluatedAgain {
  const after = decidedBy(recognised)
  const [first] = filed
    .filter(({ on, withdrawnOn }) => on > after && on <= day && (withdrawnOn === null || withdrawnOn > day))
    .map(({ on }) => on)
    .toSorted()
  return first === undefined ? {} : { filedOn: first }
}

/** The last day on which it may have been decided; of one that tells none, the day on which it ended. */
function decidedBy({ decisionDate, decisionYear, lapsesOn }: Recognised): string {
  return decisionDate ?? (decisionYear === null ? (lapsesOn ?? '') : `${decisionYear}-12-31`)
}
