import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { WrongNote } from '../ErrorNote.tsx'
import { lackingFields } from './lacking-fields.ts'

type Props = Omit<ComponentProps<'form'>, 'onSubmit'> & {
  readonly onSubmit: () => void
  /** Whether what is typed can be sent; where it cannot, the form says which fields keep it from being. */
  readonly isReady?: boolean
}

/** A form that stays on its page: Enter in one of its fields, or its button, calls `onSubmit`. */
export function Form({ onSubmit, isReady = true, children, ...rest }: Props) {
  const { t } = useTranslation()
  const [lacking, setLacking] = useState<readonly string[] | null>(null)
  return (
    <form
      {...rest}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) return onSubmit()
        const fields = lackingFields(event.currentTarget)
        setLacking(fields.map(({ label }) => label))
        fields[0]?.input.focus()
      }}
    >
      {lacking !== null && !isReady && (
        <WrongNote
          text={lacking.length === 0 ? t('field.lacking') : t('field.lackingNamed', { fields: lacking.join('; ') })}
        />
      )}
      {children}
    </form>
  )
}
