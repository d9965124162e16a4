import type { TFunction } from 'i18next'
import type { SettledGate, StarOrNone } from '../../../shared/domain/scoring/types.ts'
import { lackingPoints } from '../../../shared/domain/session/reason-text.ts'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'
import { standingReasons } from '../../../shared/domain/session/standing-reasons.ts'
import { reasonWords } from '../../components/reason-words.ts'

/** What kept the product from the next star, in words. */
export function stoppedBy(item: ItemRecord, t: TFunction<'results'>): readonly string[] {
  return standingReasons(item)
    .filter(
      ({ kind }) =>
        kind === 'rejected' || kind === 'gates-failed' || kind === 'next-band' || kind === 'no-counted-ballots',
    )
    .map((reason) => reasonWords(reason, t))
}

/** The same at a glance: the points that lack to the next star, and by star the criteria whose least level is not reached. */
export type Lack =
  | { readonly kind: 'points'; readonly points: string }
  | { readonly kind: 'gates'; readonly star: StarOrNone; readonly codes: readonly string[] }

export function lacksOf(item: ItemRecord): readonly Lack[] {
  return standingReasons(item).flatMap((reason): readonly Lack[] => {
    if (reason.kind === 'gates-failed') return gatesByStar(reason.gates)
    if (reason.kind !== 'next-band') return []
    return [{ kind: 'points', points: lackingPoints(reason) }, ...gatesByStar(reason.gates)]
  })
}

const gatesByStar = (gates: readonly SettledGate[]): readonly Lack[] =>
  [...new Set(gates.map(({ star }) => star))].map((star) => ({
    kind: 'gates',
    star,
    codes: gates.filter((gate) => gate.star === star).map(({ criterionCode }) => criterionCode),
  }))
