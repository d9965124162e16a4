import { useTranslation } from 'react-i18next'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { provisionalBallots } from '../../../shared/domain/session/ballots-due.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { itemStarCell } from '../../components/ItemStar.tsx'
import { stoppedBy } from './stopped-by.ts'

/** The tally as cells, of the products that stand there; the star is the council's own where it concluded another, and means are figures as they are shown. */
export function CopyResults({ record, items }: { record: SessionRecord; items: readonly ItemRecord[] }) {
  const { t } = useTranslation('results')
  const floors = floorsOf(record)
  const isReferring = record.referralThreshold !== null
  const cellsOf = (item: ItemRecord): readonly CopiedCell[] => {
    const { code, productName, producerName, form, result } = item
    const provisional = provisionalBallots(item, record.members)
    return [
      code,
      productName,
      producerName,
      form.setNumber,
      ...parts.map((part) => figureOf(formatMean(result.partMeans[part], []))),
      figureOf(formatMean(result.mean, floors)),
      itemStarCell({ item, members: record.members, star: finalStar(item) }, t),
      ...(isReferring ? [result.isReferred && provisional === null ? t('referred') : ''] : []),
      stoppedBy(item, t).join('; '),
    ]
  }
  return (
    <CopyTable
      title={t('table.caption')}
      notes={[t('common:sessionName', record.session)]}
      heads={[
        t('products:column.code'),
        t('products:column.name'),
        t('products:column.producer'),
        t('table.set'),
        ...parts,
        t('table.mean'),
        t('table.star'),
        ...(isReferring ? [t('table.referral')] : []),
        t('table.stopped'),
      ]}
      rows={() => items.map(cellsOf)}
      isCompact
    />
  )
}

const parts = ['A', 'B', 'C'] as const

const figureOf = (shown: string): number | null => (shown === '' ? null : Number(shown.replace(',', '.')))
