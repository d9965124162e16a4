import { Anchor, TextInput, type TextInputProps } from '@mantine/core'
import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { placeNameAsWritten } from '../../../shared/domain/vietnamese/place-name.ts'

type Props = Omit<TextInputProps, 'value' | 'error'> & {
  readonly value: string
  readonly onTake: (name: string) => void
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** Name of a place that papers print: typed without its capitals, they are offered once the field is left, never forced. */
export function PlaceInput({ onTake, ...rest }: Props) {
  const { t } = useTranslation()
  const [isLeft, setLeft] = useState(false)
  const written = placeNameAsWritten(rest.value)
  const isOffered = isLeft && written !== rest.value.trim()
  return (
    <TextInput
      {...rest}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        isOffered && (
          <Anchor component="button" type="button" size="sm" onClick={() => onTake(written)}>
            {t('field.placeAsWritten', { name: written })}
          </Anchor>
        )
      }
      onBlur={() => setLeft(true)}
    />
  )
}
