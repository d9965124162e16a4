import { useTranslation } from 'react-i18next'
import type { DossierLine, MarkChange } from '../../../shared/api/registrations.ts'
import { SavedDate, SavedText } from '../../components/fields/SavedFields.tsx'
import classes from './Registrations.module.css'

type Props = {
  readonly line: DossierLine
  readonly isReadOnly: boolean
  readonly save: (change: MarkChange) => Promise<unknown>
}

/** What the law asks of a paper, and what was noted of this one. */
export function ItemDetail({ line, isReadOnly, save }: Props) {
  const { t } = useTranslation('registrations')
  const { requirement, article, state, on, expiresOn, reason, note } = line
  return (
    <div className={classes.detail}>
      {requirement !== undefined && <p className={classes.soft}>{requirement}</p>}
      {article !== '' && <p className={classes.soft}>{t('items.article', { article })}</p>}
      <div className={classes.fields}>
        {state === 'received' && (
          <>
            <SavedDate
              label={t('items.onLabel')}
              value={on ?? ''}
              save={(value) => save({ on: value === '' ? null : value })}
              isReadOnly={isReadOnly}
            />
            <SavedDate
              label={t('items.untilLabel')}
              value={expiresOn ?? ''}
              save={(value) => save({ expiresOn: value === '' ? null : value })}
              isReadOnly={isReadOnly}
            />
          </>
        )}
        {state === 'not-needed' && (
          <SavedText
            label={t('mark.reason')}
            value={reason}
            save={(value) => save({ reason: value })}
            isReason
            isRequired
            isReadOnly={isReadOnly}
          />
        )}
        <SavedText
          label={t('field.note')}
          value={note}
          save={(value) => save({ note: value })}
          isReadOnly={isReadOnly}
        />
      </div>
    </div>
  )
}
