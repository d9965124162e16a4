import { Select, type SelectProps } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeMatchOnEnter } from './take-match.ts'

/**
 * A long list, found by typing: what is typed replaces the text that stands there, and Enter takes the first match.
 * While the list is open Enter stays in the field: it never sends a form with the value of before.
 */
export function SearchSelect(
  props: Omit<
    SelectProps,
    'searchable' | 'searchValue' | 'onSearchChange' | 'onInput' | 'onFocus' | 'onKeyDownCapture' | 'onOptionSubmit'
  >,
) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const isChosen = useRef(false)
  const [text, setText] = useState('')
  // Once the text of what was chosen stands there, and before another key can come, which replaces it.
  useLayoutEffect(() => {
    const field = input.current
    if (isChosen.current && field === document.activeElement && field?.value === text) field.select()
    isChosen.current = false
  }, [text])
  return (
    <Select
      {...props}
      ref={input}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('nothingFound')}
      searchValue={text}
      onSearchChange={setText}
      onInput={() => (isChosen.current = false)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDownCapture={takeMatchOnEnter}
      onOptionSubmit={() => (isChosen.current = true)}
    />
  )
}
