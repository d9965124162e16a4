import { useTranslation } from 'react-i18next'
import type { SessionDetail, SessionFields } from '../../../shared/api/sessions.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedDate, SavedText, SavedWhole } from '../../components/fields/SavedFields.tsx'
import classes from './SessionFactsPage.module.css'

type Props = {
  session: SessionDetail
  patch: (change: Partial<SessionFields>) => Promise<unknown>
  isReadOnly: boolean
}

/** Day, place, round and threshold as fields; the times of opening and closing are only shown. */
export function SessionFacts({ session, patch, isReadOnly }: Props) {
  const { t } = useTranslation('sessions')
  const { openedAt, closedAt } = session
  const saved = savedFields<SessionFields>({ fields: session, patch, isReadOnly })
  return (
    <>
      <div className={classes.facts}>
        <SavedDate label={t('field.heldOn')} {...saved('heldOn')} isRequired />
        <SavedWhole label={t('field.year')} {...saved('year')} min={2018} max={2100} />
        <SavedWhole label={t('field.round')} {...saved('round')} min={1} max={99} />
        {session.effectiveThreshold !== null && (
          <SavedWhole<number | null>
            label={t('field.threshold')}
            description={t('facts.thresholdNote')}
            placeholder={t('facts.thresholdOfRules', { points: session.effectiveThreshold })}
            {...saved('referralThreshold')}
            min={0}
            max={100}
            empty={null}
          />
        )}
        <SavedText className={classes.place} label={t('field.place')} {...saved('place')} />
      </div>
      <dl className={classes.times}>
        <div>
          <dt>{t('facts.openedAt')}</dt>
          <dd>{openedAt === null ? t('facts.notYet') : dateAndTime(openedAt)}</dd>
        </div>
        <div>
          <dt>{t('facts.closedAt')}</dt>
          <dd>{closedAt === null ? t('facts.notYet') : dateAndTime(closedAt)}</dd>
        </div>
        {session.digest !== null && (
          <div className={classes.whole}>
            <dt>{t('facts.digest')}</dt>
            <dd className={classes.hash}>{session.digest}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
