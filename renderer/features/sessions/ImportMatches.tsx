import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WorkbookMatch } from '../../../shared/api/workbook.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './ImportPage.module.css'

/** By the product's code in the workbook: the known record's id, null for another one. */
export type Answers = ReadonlyMap<string, number | null>

type ImportMatchesProps = {
  matches: readonly WorkbookMatch[]
  answers: Answers
  onAnswer: (answers: Answers) => void
}

/** Products of the workbook that the file has already, and those of which a person has to say whether it is the same. */
export function ImportMatches({ matches, answers, onAnswer }: ImportMatchesProps) {
  const { t } = useTranslation('sessions')
  const doubtful = matches.filter(({ why }) => why !== null)
  const sure = matches.filter(({ why, known }) => why === null && known.kind === 'product').length
  const columns: readonly Column<WorkbookMatch>[] = [
    {
      key: 'workbook',
      head: t('import.match.ofWorkbook'),
      isRowHead: true,
      cell: ({ code, productName, producerName }) => (
        <>
          {code} · {productName}
          <div className={classes.soft}>{producerName}</div>
        </>
      ),
    },
    { key: 'file', head: t('import.match.ofFile'), cell: ({ known }) => <Known known={known} /> },
    {
      key: 'why',
      head: t('import.match.why'),
      width: '17%',
      cell: ({ why }) => why !== null && t(`import.match.reason.${why}`),
    },
    {
      key: 'answer',
      head: t('import.match.answer'),
      width: '292px',
      cell: ({ code, productName, known }) => (
        <SegmentedControl
          size="xs"
          aria-label={t('import.match.answerOf', { code, name: productName })}
          // Nothing is chosen before a person has chosen.
          value={answers.has(code) ? (answers.get(code) === null ? 'other' : 'same') : ''}
          data={[
            { value: 'same', label: t(known.kind === 'product' ? 'import.match.same' : 'import.match.sameProducer') },
            {
              value: 'other',
              label: t(known.kind === 'product' ? 'import.match.other' : 'import.match.otherProducer'),
            },
          ]}
          onChange={(value) => onAnswer(new Map([...answers, [code, value === 'same' ? known.id : null]]))}
        />
      ),
    },
  ]
  const answerAll = (isSame: boolean): void =>
    onAnswer(new Map(doubtful.map(({ code, known }) => [code, isSame ? known.id : null])))
  return (
    <>
      {sure > 0 && (
        <StateMark tone="good">{t('import.match.known', { count: sure, shown: wholeNumber(sure) })}</StateMark>
      )}
      {doubtful.length > 0 && (
        <section className={classes.matches} aria-label={t('import.match.caption')}>
          <StateMark tone="attention" isLong>
            {t('import.match.title', { count: doubtful.length, shown: wholeNumber(doubtful.length) })}
          </StateMark>
          {doubtful.length > 1 && (
            <div className={classes.deed}>
              <Button size="compact-sm" variant="default" onClick={() => answerAll(true)}>
                {t('import.match.allSame')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => answerAll(false)}>
                {t('import.match.allOther')}
              </Button>
            </div>
          )}
          <DataTable
            caption={t('import.match.caption')}
            columns={columns}
            rows={doubtful}
            rowKey={({ code }) => code}
            minWidth="860px"
            maxHeight="46vh"
          />
        </section>
      )}
    </>
  )
}

function Known({ known }: Pick<WorkbookMatch, 'known'>) {
  const { t } = useTranslation('sessions')
  if (known.kind === 'producer') {
    return (
      <>
        {known.name}
        <div className={classes.soft}>{known.commune}</div>
      </>
    )
  }
  const { code, name, producerName, commune } = known
  return (
    <>
      {code === '' ? t('import.match.noCode') : code} · {name}
      <div className={classes.soft}>{[producerName, commune].filter((part) => part !== '').join(' · ')}</div>
    </>
  )
}
