import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ResultDifference } from '../../../shared/domain/packages/compare-results.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import type { Mean } from '../../../shared/domain/scoring/types.ts'
import classes from './Packages.module.css'

/** Where the council above found otherwise, below → above, in the order in which a result comes about. */
export function Differences({ of }: { of: readonly ResultDifference[] }) {
  const { t } = useTranslation('packages')
  return (
    <ul className={classes.pair}>
      {of.map((difference, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- they never move
        <li key={place}>{differenceText(difference, t)}</li>
      ))}
    </ul>
  )
}

/** One line, as the table is copied too. */
export function differenceText(difference: ResultDifference, t: TFunction<'packages'>): string {
  switch (difference.kind) {
    case 'set':
      return t('difference.set', { below: difference.below, above: difference.above })
    case 'rejected':
      return t('difference.rejected', {
        below: listed(difference.below, t),
        above: listed(difference.above, t),
      })
    case 'part':
      return t('difference.part', { part: difference.part, ...means(difference) })
    case 'mean':
      return t('difference.mean', means(difference))
    case 'star':
    case 'final':
      return t(`difference.${difference.kind}`, {
        below: starText(difference.below, t),
        above: starText(difference.above, t),
      })
    case 'gate': {
      const { criterion, star, below, above } = difference
      return t('difference.gate', { criterion, star, below: votes(below, t), above: votes(above, t) })
    }
    case 'conclusion':
      return t('difference.conclusion', {
        below: difference.below === '' ? t('difference.nothing') : difference.below,
        above: difference.above === '' ? t('difference.nothing') : difference.above,
      })
  }
}

const means = ({ below, above }: { readonly below: Mean; readonly above: Mean }) => ({
  below: formatMean(below, []),
  above: formatMean(above, []),
})

const starText = (star: number, t: TFunction<'packages'>): string =>
  star === 0 ? t('common:noStar') : t('common:stars', { count: star })

const listed = (texts: readonly string[], t: TFunction<'packages'>): string =>
  texts.length === 0 ? t('difference.nothing') : texts.join('; ')

type Votes = Extract<ResultDifference, { kind: 'gate' }>['below']

const votes = ({ holds, reachedBy, ballots }: Votes, t: TFunction<'packages'>): string =>
  t(holds ? 'difference.holds' : 'difference.fails', { reachedBy, ballots })
