import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { StarOrNone } from '../../shared/domain/scoring/types.ts'
import type { ItemRecord, MemberRecord } from '../../shared/domain/session/session-record.ts'
import { starStanding } from '../../shared/domain/session/star-standing.ts'
import type { CopiedCell } from './copied-cells.ts'
import classes from './ItemStar.module.css'
import { Stars } from './Stars.tsx'
import { StateMark } from './StateMark.tsx'

/** The star of scores and gates in a list of products: with the ballots that are still due, or what stands in its place. */
export function ItemStar({ item, members }: { item: ItemRecord; members: readonly MemberRecord[] }) {
  const { t } = useTranslation('results')
  const standing = starStanding(item, members)
  switch (standing.kind) {
    case 'rejected':
      return <StateMark tone="wrong">{t('rejected')}</StateMark>
    case 'no-ballots':
      return <span className={classes.none}>{t('noBallots')}</span>
    case 'provisional':
      return (
        <>
          <Stars star={standing.star} isProvisional />
          <div className={classes.due}>{t('provisional', standing.ballots)}</div>
        </>
      )
    case 'stands':
      return <Stars star={standing.star} />
    default:
      return assertNever(standing)
  }
}

type Copied = {
  readonly item: ItemRecord
  readonly members: readonly MemberRecord[]
  /** What is copied in its place, such as the star that the council concluded. */
  readonly star?: StarOrNone
}

/** The same as a copied cell: the figure alone where it stands, else in words. */
export function itemStarCell(
  { item, members, star = item.result.star }: Copied,
  t: TFunction<'results' | 'meeting'>,
): CopiedCell {
  const standing = starStanding(item, members)
  switch (standing.kind) {
    case 'rejected':
      return t('results:rejected')
    case 'no-ballots':
      return t('results:noBallots')
    case 'provisional':
      return `${star} (${t('results:provisional', standing.ballots)})`
    case 'stands':
      return star
    default:
      return assertNever(standing)
  }
}
