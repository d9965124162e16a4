import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { DateInput } from '../../components/fields/DateInput.tsx'
import type { LetterDraft } from './drafts.ts'
import classes from './Years.module.css'

/** A letter whose days count again under a new number; without one it stays behind. */
export function LetterGoesOn({
  draft: { former, number, issuedOn, issuer, signer },
  onChange,
}: {
  draft: LetterDraft
  onChange: (change: Partial<LetterDraft>) => void
}) {
  const { t } = useTranslation('years')
  const days = former.deadlines.map(({ before }) => formatDate(before)).join(', ')
  const isWritten = number.trim() !== ''
  return (
    <fieldset className={classes.council}>
      <legend>{t('letter.former', { number: former.number, day: formatDate(former.issuedOn) })}</legend>
      <p className={classes.soft}>{t('letter.days', { days })}</p>
      <div className={classes.fields}>
        <TextInput
          label={t('letter.number')}
          placeholder="638/UBND-KTN"
          value={number}
          onChange={({ currentTarget: { value } }) => onChange({ number: value })}
        />
        <DateInput
          label={t('letter.issuedOn')}
          required={isWritten}
          date={issuedOn ?? ''}
          onDate={(date) => onChange({ issuedOn: date })}
        />
        <TextInput
          label={t('letter.issuer')}
          value={issuer}
          onChange={({ currentTarget: { value } }) => onChange({ issuer: value })}
        />
        <TextInput
          label={t('letter.signer')}
          value={signer}
          onChange={({ currentTarget: { value } }) => onChange({ signer: value })}
        />
      </div>
    </fieldset>
  )
}
