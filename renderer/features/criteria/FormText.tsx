import { useTranslation } from 'react-i18next'
import type { CriteriaSet, Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { Section } from '../../components/Section.tsx'
import classes from './Criteria.module.css'

/** Every word and point of a form, in the order in which it is printed. */
export function FormText({ form }: { form: CriteriaSet }) {
  const { t } = useTranslation('criteria')
  return (
    <Section title={t('form')}>
      {(form.rejectedIf ?? []).length > 0 && (
        <>
          <p className={classes.text}>{t('rejectedIf')}</p>
          <ul className={classes.list} lang="vi">
            {form.rejectedIf?.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {form.parts.map((part) => (
        <div key={part.code}>
          <h3 className={classes.part}>{t('part', part)}</h3>
          {part.sections.map((section) => (
            <div key={section.code}>
              <div className={classes.section}>{t('section', section)}</div>
              {section.criteria.map((criterion) => (
                <CriterionText key={criterion.code} criterion={criterion} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </Section>
  )
}

function CriterionText({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation('criteria')
  const { requirement, knockout, appliesOnlyIf, note, minStarOnTitle, parentTitle } = criterion
  const notes = [
    ...(requirement === undefined ? [] : [t('criterion.requirement', { text: requirement })]),
    ...(knockout === undefined ? [] : [t('criterion.knockout', { text: knockout })]),
    ...(appliesOnlyIf === undefined ? [] : [t('criterion.appliesOnlyIf', { text: appliesOnlyIf })]),
    ...(note === undefined ? [] : [note]),
    ...(criterion.cases ?? []).map(({ code, label }) => t('criterion.case', { code, label })),
  ]
  return (
    <div className={classes.criterion}>
      <h4>
        {parentTitle !== undefined && <span className={classes.soft}>{parentTitle} › </span>}
        {t('criterion.title', criterion)}{' '}
        {minStarOnTitle !== undefined && <span className={classes.stars}>{'*'.repeat(minStarOnTitle)}</span>}
      </h4>
      {notes.map((line) => (
        <div key={line} className={classes.soft}>
          {line}
        </div>
      ))}
      {criterion.options.map(({ label, points, minStar, case: ofCase }, place) => (
        <div key={`${place} ${label}`} className={classes.option}>
          <span className={classes.points}>{points}</span>
          <span className={classes.stars}>{minStar === undefined ? '' : '*'.repeat(minStar)}</span>
          <span lang="vi">
            {ofCase !== undefined && <b>{ofCase}) </b>}
            {label}
          </span>
        </div>
      ))}
    </div>
  )
}
