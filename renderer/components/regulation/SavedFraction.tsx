import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readFraction } from '../fields/read-text.ts'
import { useDraft } from '../fields/use-draft.ts'

type Props = {
  label: string
  numerator: number
  denominator: number
  save: (text: string) => Promise<unknown>
  isReadOnly: boolean
}

/** A fraction such as 2/3 that saves itself; `save` gets it as text. */
export function SavedFraction({ label, numerator, denominator, save, isReadOnly }: Props) {
  const { t } = useTranslation('regulation')
  const draft = useDraft({
    value: textOf({ numerator, denominator }),
    show: (text) => text,
    read: (text) => {
      const fraction = readFraction(text)
      return fraction === null ? { problem: t('quorum.problem') } : { value: textOf(fraction) }
    },
    save,
  })
  return <TextInput label={label} readOnly={isReadOnly} {...draft} />
}

const textOf = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${numerator}/${denominator}`
