import { PasswordInput, type OptionsFilter } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/api/people.ts'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { focusAtStart } from '../focus-at-start.ts'
import { SearchSelect } from '../fields/SearchSelect.tsx'

type Props = {
  readonly people: readonly Person[]
  readonly chosen: Person | undefined
  readonly password: string
  readonly onPerson: (person: Person) => void
  readonly onPassword: (password: string) => void
}

/**
 * Who it is, found by typing, and the password where there is one. The list stays within its parent: over a lock nothing
 * else can be reached.
 */
export function PersonFields({ people, chosen, password, onPerson, onPassword }: Props) {
  const { t } = useTranslation('people')
  return (
    <>
      <SearchSelect
        label={t('person')}
        data={people.map(({ id, name, role }) => ({ value: String(id), label: `${name} · ${t(`role.${role}`)}` }))}
        value={chosen === undefined ? null : String(chosen.id)}
        comboboxProps={{ withinPortal: false }}
        filter={withoutAccents}
        data-autofocus={chosen?.hasPassword !== true || undefined}
        onChange={(value) => {
          const person = people.find(({ id }) => String(id) === value)
          if (person !== undefined) onPerson(person)
        }}
      />
      {chosen?.hasPassword === true && (
        <PasswordInput
          key={chosen.id}
          label={t('password')}
          value={password}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          visibilityToggleButtonProps={{ tabIndex: -1, 'aria-hidden': true }}
          ref={focusAtStart}
          onChange={(event) => onPassword(event.currentTarget.value)}
        />
      )}
    </>
  )
}

/** As everywhere that names are found: accents and case do not count, and each word that is typed does. */
const withoutAccents: OptionsFilter = ({ options, search }) => {
  const words = searchKey(search).split(' ')
  return options.filter((option) => 'label' in option && words.every((word) => searchKey(option.label).includes(word)))
}
