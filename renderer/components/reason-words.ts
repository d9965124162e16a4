import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { formatMean } from '../../shared/domain/scoring/mean.ts'
import type { Reason, SettledGate } from '../../shared/domain/scoring/types.ts'
import { describeRejection, formatRounded, lackingPoints } from '../../shared/domain/session/reason-text.ts'
import { capitalise } from '../../shared/domain/vietnamese/sentence.ts'

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { kind: Kind }>
type Words = TFunction<'results' | 'projector'>

/**
 * A reason of a result as a sentence without a mark at its end, in the language of the window; in Vietnamese word for word
 * what papers print (`describeReason`), which are Vietnamese always.
 */
export function reasonWords(reason: Reason, t: Words): string {
  return capitalise(reasonClause(reason, t))
}

/** The same within a sentence: begins in lower case. */
export function reasonClause(reason: Reason, t: Words): string {
  switch (reason.kind) {
    case 'rejected':
      return t('results:reason.rejected', { why: reason.rejections.map(describeRejection).join('; ') })
    case 'no-counted-ballots':
      return t('results:reason.noBallots')
    case 'band':
      return t('results:reason.band', { mean: meanWords(reason, t), range: rangeWords(reason, t), count: reason.star })
    case 'gates-failed':
      return t('results:reason.gatesFailed', { gates: gateWords(reason.gates, t), count: reason.star })
    case 'next-band': {
      const points = t('results:reason.nextBand', { points: lackingPoints(reason), count: reason.star })
      if (reason.gates.length === 0) return points
      return t('results:reason.nextBandGates', { points, gates: gateWords(reason.gates, t) })
    }
    case 'referred':
      return t('results:reason.referred', { threshold: reason.threshold })
    case 'not-referred':
      return t('results:reason.notReferred', { threshold: reason.threshold })
    case 'spread':
      return t(`results:reason.spread.${reason.settled}`, { spread: reason.spread, limit: reason.limit })
    default:
      return assertNever(reason)
  }
}

/** "68,50", and what the council's regulations round it to, where they do. */
export function meanWords({ mean, rounded, floors }: ReasonOf<'band'>, t: Words): string {
  const shown = formatMean(mean, floors)
  return rounded === null ? shown : t('results:reason.rounded', { mean: shown, rounded: formatRounded(rounded) })
}

function rangeWords({ from, below }: ReasonOf<'band'>, t: Words): string {
  if (below === null) return t('results:reason.range.from', { from })
  return from === 0 ? t('results:reason.range.below', { below }) : t('results:reason.range.between', { from, below })
}

const gateWords = (gates: readonly SettledGate[], t: Words): string =>
  [...new Set(gates.map(({ star }) => star))]
    .sort((a, b) => a - b)
    .map((star) => {
      const places = gates.filter((gate) => gate.star === star).map((gate) => placeWords(gate, t))
      return t('results:reason.gates', { count: star, places: places.join(', ') })
    })
    .join(t('results:reason.and'))

const placeWords = ({ criterionCode: code, agreedOption, reachedBy, countedBallots }: SettledGate, t: Words): string =>
  agreedOption === null
    ? t('results:reason.gate', { code, reached: reachedBy, count: countedBallots })
    : t('results:reason.gateAgreed', { code })
