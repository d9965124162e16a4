import { useTranslation } from 'react-i18next'
import type { Inspection, InspectionList } from '../../../shared/api/inspections.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { Column } from '../../components/DataTable.tsx'
import { choiceColumn } from '../../components/row-choice/choice-column.tsx'
import type { RowChoice } from '../../components/row-choice/use-row-choice.ts'
import { Stars } from '../../components/Stars.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import tableClasses from '../../components/table-page.module.css'
import { commitmentTones, inspectionTones } from './inspection-tones.ts'
import classes from './Inspections.module.css'

type Parts = {
  readonly list: InspectionList | undefined
  readonly choice: RowChoice
  readonly onOpen: (id: number) => void
  readonly isReadOnly: boolean
}

export function useColumns({ list, choice, onOpen, isReadOnly }: Parts): readonly Column<Inspection>[] {
  const { t } = useTranslation('inspections')
  const ids = list?.ids ?? []
  const selection = choiceColumn<Inspection>({
    choice,
    ids,
    idOf: ({ inspectionId }) => inspectionId,
    all: t('choose.all', { count: ids.length }),
    one: ({ productName }) => t('choose.one', { name: productName }),
  })
  return [
    ...(isReadOnly ? [] : [selection]),
    {
      key: 'product',
      head: t('column.product'),
      isRowHead: true,
      cell: ({ inspectionId, productName, producerName }) => (
        <>
          <button type="button" className={tableClasses.name} onClick={() => onOpen(inspectionId)}>
            {productName}
          </button>
          <div className={classes.soft}>{producerName}</div>
        </>
      ),
    },
    {
      key: 'place',
      head: t('column.place'),
      width: '13%',
      isExtra: true,
      cell: ({ commune, district }) => [commune, district].filter((part) => part !== '').join(', '),
    },
    {
      key: 'certificate',
      head: t('column.certificate'),
      width: '140px',
      cell: (one) => <CertificateFacts inspection={one} />,
    },
    {
      key: 'day',
      head: t('column.day'),
      width: '150px',
      cell: ({ inspectedOn, place, routeName, routeId, year }) => (
        <>
          {inspectedOn !== null && formatDate(inspectedOn)}
          {inspectedOn === null && list?.year === 'all' && t('years:year', { year })}
          <div className={classes.soft}>{place}</div>
          <div className={classes.soft}>{routeId === null ? t('unrouted') : routeName}</div>
        </>
      ),
    },
    {
      key: 'result',
      head: t('column.result'),
      width: '24%',
      cell: ({ state, violations, unanswered }) => (
        <>
          <StateMark tone={inspectionTones[state]}>{t(`state.${state}`)}</StateMark>
          {violations !== '' && <div className={`${classes.soft} ${classes.lines}`}>{violations}</div>}
          {(state === 'unfinished' || state === 'violation') && unanswered > 0 && (
            <div className={classes.soft}>{t('unanswered', { count: unanswered })}</div>
          )}
        </>
      ),
    },
    {
      key: 'commitments',
      head: t('column.commitments'),
      width: '18%',
      cell: ({ commitments }) =>
        commitments.map(({ id, what, dueOn, state }) => (
          <div key={id}>
            <StateMark tone={commitmentTones[state]}>{t(`commitment.state.${state}`)}</StateMark>
            <div className={classes.soft}>{[what, formatDate(dueOn)].join(' · ')}</div>
          </div>
        )),
    },
  ]
}

function CertificateFacts({ inspection: { star, standing, lapsesOn, graceUntil } }: { inspection: Inspection }) {
  const { t } = useTranslation('inspections')
  const day = lapsesOn === null ? '' : formatDate(lapsesOn)
  const isProlonged = standing === 'grace' || standing === 'prolonged'
  return (
    <>
      {star !== null && <Stars star={star} size={14} hasWord={false} />}
      <div className={classes.soft}>
        {standing === 'in-force' && t('record.lapsesOn', { day })}
        {isProlonged && t(`standing.${standing}`, { until: formatDate(graceUntil ?? '') })}
        {standing !== 'in-force' && !isProlonged && [t(`standing.${standing}`), day].join(' ').trim()}
      </div>
    </>
  )
}
