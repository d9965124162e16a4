import { useTranslation } from 'react-i18next'
import type { WorkbookPreview } from '../../../shared/api/workbook.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './ImportPage.module.css'

/** What the workbook holds, in figures; a value that could not be read stays a dash. */
export function ImportSummary({ summary }: { summary: NonNullable<WorkbookPreview['summary']> }) {
  const { t } = useTranslation('sessions')
  const { ballots, completeBallots } = summary
  const facts = [
    ['council', summary.councilName],
    ['level', summary.levelTitle],
    ['rules', summary.ruleSetTitle],
    ['heldOn', formatDate(summary.heldOn)],
    ['members', wholeNumber(summary.members)],
    ['products', wholeNumber(summary.products)],
    [
      'ballots',
      t('import.ballotCount', {
        count: ballots,
        shown: wholeNumber(ballots),
        complete: wholeNumber(completeBallots),
      }),
    ],
  ] as const
  return (
    <dl className={classes.summary} aria-label={t('import.summary')}>
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`import.fact.${key}`)}</dt>
          <dd>{value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
