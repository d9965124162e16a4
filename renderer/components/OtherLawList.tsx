import { useTranslation } from 'react-i18next'
import type { OtherLaw } from '../../shared/api/sessions.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import classes from './OtherLawList.module.css'

/** As many lines as a person reads. */
const most = 5

/** Products whose dossiers another law judges than that of a session, with the day, the law and its article. */
export function OtherLawList({ others }: { others: readonly OtherLaw[] }) {
  const { t } = useTranslation('meeting')
  return (
    <ul className={classes.laws}>
      {others.slice(0, most).map(({ productId, name, filedOn, lodgedBy, ruleSetTitle, article, why, lastDay }) => (
        <li key={productId}>
          {t(why === 'transition' ? 'otherLaw.transition' : 'otherLaw.other', {
            name,
            filed: t(filedOn === null ? 'otherLaw.completeOn' : 'otherLaw.filedOn', { day: formatDate(lodgedBy) }),
            rules: ruleSetTitle,
            article,
            day: formatDate(lastDay ?? ''),
          })}
        </li>
      ))}
      {others.length > most && <li>{t('otherLaw.more', { count: others.length - most })}</li>}
    </ul>
  )
}
