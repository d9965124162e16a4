import { useTranslation } from 'react-i18next'
import type { ReferenceChange, ReferencePreview } from '../../../shared/api/reference.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { FaultList } from '../../components/FaultList.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './ReferenceExcel.module.css'

/** How many scores of the workbook are not what is keyed. */
export function scoresToTake({ changes }: ReferencePreview): number {
  return changes.reduce((sum, { added, replaced }) => sum + added + replaced.length, 0)
}

/** What a workbook of reference scores would change, sheet by sheet, or every fault by its cell. */
export function ReferenceChanges({ preview }: { readonly preview: ReferencePreview }) {
  const { t } = useTranslation('scoring')
  const { faults, notices, changes } = preview
  return (
    <>
      <div role="status">
        <Verdict preview={preview} />
      </div>
      {faults.length > 0 && <FaultList caption={t('reference.excel.faults')} faults={faults} />}
      {changes.length > 0 && <ChangeTable changes={changes} />}
      {notices.length > 0 && (
        <details>
          <summary>
            {t('reference.excel.notices', { count: notices.length, shown: wholeNumber(notices.length) })}
          </summary>
          <FaultList caption={t('reference.excel.noticeCaption')} faults={notices} />
        </details>
      )}
    </>
  )
}

function Verdict({ preview }: { readonly preview: ReferencePreview }) {
  const { t } = useTranslation('scoring')
  const { faults, changes } = preview
  if (faults.length > 0) {
    return (
      <StateMark tone="wrong" isLong>
        {t('reference.excel.faulty', { count: faults.length, shown: wholeNumber(faults.length) })}
      </StateMark>
    )
  }
  const count = scoresToTake(preview)
  const replaced = changes.reduce((sum, change) => sum + change.replaced.length, 0)
  if (count === 0) {
    return (
      <StateMark tone="plain">{t(changes.length === 0 ? 'reference.excel.empty' : 'reference.excel.same')}</StateMark>
    )
  }
  return (
    <StateMark tone={replaced > 0 ? 'attention' : 'good'} isLong>
      {t('reference.excel.sound', {
        count,
        shown: wholeNumber(count),
        added: wholeNumber(count - replaced),
        replaced: wholeNumber(replaced),
      })}
    </StateMark>
  )
}

function ChangeTable({ changes }: { readonly changes: readonly ReferenceChange[] }) {
  const { t } = useTranslation('scoring')
  const columns: readonly Column<ReferenceChange>[] = [
    {
      key: 'product',
      head: t('reference.excel.product'),
      isRowHead: true,
      cell: ({ code, productName }) => (
        <span className={classes.product}>
          {code} · {productName}
        </span>
      ),
    },
    {
      key: 'source',
      head: t('reference.excel.source'),
      width: '132px',
      cell: ({ source }) => t(`reference.${source}`),
    },
    { key: 'added', head: t('reference.excel.added'), width: '56px', align: 'end', cell: ({ added }) => added },
    { key: 'same', head: t('reference.excel.kept'), width: '72px', align: 'end', cell: ({ same }) => same },
    {
      key: 'replaced',
      head: t('reference.excel.replaced'),
      width: '24%',
      cell: ({ replaced }) => replaced.map(({ criterion, from, to }) => `${criterion}: ${from} → ${to}`).join('; '),
    },
    {
      key: 'total',
      head: t('reference.excel.total'),
      width: '112px',
      align: 'end',
      cell: ({ before, after, mostPoints }) => (
        <span className={classes.figures}>
          {before.answered > 0 && before.total !== after.total && `${before.total} → `}
          {after.total}/{mostPoints}
        </span>
      ),
    },
    {
      key: 'answered',
      head: t('reference.excel.answered'),
      width: '80px',
      align: 'end',
      cell: ({ after, criteria }) => (
        <span className={classes.figures}>
          {after.answered}/{criteria}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('reference.excel.changes')}
      maxHeight="44vh"
      minWidth="720px"
      columns={columns}
      rows={changes}
      rowKey={({ agendaItemId, source }) => `${agendaItemId} ${source}`}
      rowState={({ added, replaced }) => (added + replaced.length === 0 ? 'faded' : undefined)}
    />
  )
}
