import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../../../shared/domain/criteria/criteria-set.ts'
import classes from './SidePanel.module.css'

/** What a criterion says, and what it offers, in the order of the form. */
export function CriterionText({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation('scoring')
  const { requirement, note, appliesOnlyIf, options } = criterion
  return (
    <div className={classes.text} lang="vi">
      {requirement !== undefined && <p>{requirement}</p>}
      {appliesOnlyIf !== undefined && <p>{appliesOnlyIf}</p>}
      <ol className={classes.options}>
        {options.map(({ points, label, minStar }, index) => (
          <li key={index}>
            <b>{points}</b> {label}{' '}
            {minStar !== undefined && (
              <span title={t('leastFor', { star: minStar })} className={classes.stars}>
                {'★'.repeat(minStar)}
              </span>
            )}
          </li>
        ))}
      </ol>
      {note !== undefined && <p className={classes.soft}>{note}</p>}
    </div>
  )
}
