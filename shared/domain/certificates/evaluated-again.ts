/** What a file knows of a product's evaluations again, by which a certificate's prolongation begins. ISO dates. */
export type Evaluations = {
  /** Dossiers to be evaluated again that came on a known day. */
  readonly filed: readonly { readonly on: string; readonly withdrawnOn: string | null }[]
  /** Evaluations in locked sessions that gave no star that is recognised; `isAgain`: as one to be evaluated again. */
  readonly failed: readonly { readonly on: string; readonly isAgain: boolean }[]
}

/** Of one recognition on a day; what did not happen is left out. */
export type EvaluatedAgain = {
  /** The first dossier after it that stands on the day. ISO date. */
  readonly filedOn?: string
  /** The first result that recognises nothing: with it what awaits a result ends. ISO date. */
  readonly failedOn?: string
}

type Recognised = {
  readonly decisionDate: string | null
  readonly decisionYear: number | null
  readonly lapsesOn: string | null
}

/**
 * Which of a product's evaluations again are about a recognition, as they stand on a day: those that came after it.
 * A product that was heard otherwise (upgraded, or as a new one) got that result where a dossier to be evaluated again was filed, or
 * its certificate had ended.
 */
export function evaluatedAgainOn(
  { filed, failed }: Evaluations,
  { recognised, day }: { readonly recognised: Recognised; readonly day: string },
): EvaluatedAgain {
  const after = decidedBy(recognised)
  const until = <Dated extends { readonly on: string }>(all: readonly Dated[]) =>
    all.filter(({ on }) => on > after && on <= day)
  const filedOn = firstOf(until(filed).filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > day))
  const awaitedFrom = filedOn ?? recognised.lapsesOn ?? '9999'
  const failedOn = firstOf(until(failed).filter(({ on, isAgain }) => isAgain || on >= awaitedFrom))
  return { ...(filedOn !== undefined && { filedOn }), ...(failedOn !== undefined && { failedOn }) }
}

const firstOf = (all: readonly { readonly on: string }[]): string | undefined => all.map(({ on }) => on).toSorted()[0]

/** The last day on which it may have been decided; of one that tells none, the day on which it ended. */
function decidedBy({ decisionDate, decisionYear, lapsesOn }: Recognised): string {
  return decisionDate ?? (decisionYear === null ? (lapsesOn ?? '') : `${decisionYear}-12-31`)
}
