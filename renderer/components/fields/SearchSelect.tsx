import { Select, type SelectProps } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A long list, found by typing: what is typed replaces the text that stands there, and Enter takes the first match.
 * While the list is open Enter stays in the field: it never sends a form with the value of before.
 */
export const SearchSelect = (props: Omit<SelectProps, 'searchable' | 'onFocus' | 'onKeyDown' | 'onOptionSubmit'>) => {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Select
      {...props}
      ref={input}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('nothingFound')}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-expanded') === 'true')
          event.preventDefault()
      }}
      // The chosen text is set after this call.
      onOptionSubmit={() => setTimeout(() => input.current === document.activeElement && input.current?.select())}
    />
  )
}
