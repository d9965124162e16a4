import { Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Licence } from '../../../shared/api/settings.ts'
import { matchesSearch } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Icon } from '../../components/Icon.tsx'
import classes from './LicencesDialog.module.css'

/** Every package by someone else that ships with the application, with the words of its licence. */
export function LicencesDialog({ isWindow, onClose }: { isWindow: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const { data: licences, error } = useQuery(orpc.settings.licences.queryOptions())
  const [query, setQuery] = useState('')
  const found = licences?.filter(({ name, licence }) => matchesSearch({ text: `${name} ${licence}`, query })) ?? []
  return (
    <Dialog title={t('licences.title')} size="56rem" onClose={onClose}>
      <Stack gap="md">
        <p>{t('licences.text')}</p>
        {isWindow && <p>{t('licences.chromium')}</p>}
        <TextInput
          aria-label={t('licences.find')}
          placeholder={t('licences.find')}
          leftSection={<Icon name="search" size={16} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          data-finds
          data-autofocus
        />
        <ErrorNote error={error} />
        {licences !== undefined && (
          <p role="status">
            {t(licences.length === 0 ? 'licences.unbuilt' : 'licences.count', { count: found.length })}
          </p>
        )}
        <ul className={classes.list}>
          {found.map((licence) => (
            <li key={`${licence.name}@${licence.version}`}>
              <LicenceText licence={licence} />
            </li>
          ))}
        </ul>
      </Stack>
    </Dialog>
  )
}

function LicenceText({ licence: { name, version, licence, text } }: { licence: Licence }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.name}>
        {name} {version} <span className={classes.licence}>{licence}</span>
      </summary>
      {isOpen && <pre className={classes.text}>{text}</pre>}
    </details>
  )
}
