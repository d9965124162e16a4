import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SavedText } from '../../components/fields/SavedFields.tsx'
import classes from './ItemDrawer.module.css'

type Props = {
  label: string
  value: string
  save: (reason: string) => Promise<unknown>
  isRequired?: boolean
  isNew: boolean
  isReadOnly: boolean
}

/** A reason that belongs to the choice above it; takes the focus when that choice has just been made. */
export function ReasonLine({ label, value, save, isRequired = false, isNew, isReadOnly }: Props) {
  const { t } = useTranslation('meeting')
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNew) line.current?.querySelector('input')?.focus()
  }, [isNew])
  return (
    <div ref={line} className={classes.reason}>
      <SavedText
        label={label}
        description={isRequired && value === '' ? t('reasonAwaited') : null}
        value={value}
        save={save}
        isRequired={isRequired}
        isReason
        isAwaited={isNew && isRequired && value === ''}
        isReadOnly={isReadOnly}
      />
    </div>
  )
}
