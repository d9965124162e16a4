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
        if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-expanded') !== 'true') return
        event.preventDefault()
        takeFirst(event.currentTarget.getAttribute('aria-controls'))
      }}
      // The chosen text is set after this call.
      onOptionSubmit={() => setTimeout(() => input.current === document.activeElement && input.current?.select())}
    />
  )
}

/** The library marks the first match once its list is drawn; Enter may come in between, and then takes it here. */
const takeFirst = (listId: string | null): void => {
  const list = listId === null ? null : document.getElementById(listId)
  if (list === null || list.querySelector('[data-combobox-selected]') !== null) return
  list.querySelector<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])')?.click()
}
