import { CloseButton, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../app/commands/command-store.ts'
import { Icon } from '../../components/Icon.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './AuditPage.module.css'
import { auditFeatures } from './command-titles.ts'

/** `feature` null = all. */
export type AuditWish = { readonly words: string; readonly feature: string | null }

const typingPauseMs = 200

/** Words to find in what the table shows, and the kind of deed. */
export function AuditFilter({ onWish }: { onWish: (wish: AuditWish) => void }) {
  const { t } = useTranslation('audit')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [feature, setFeature] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => onWish({ words: text.trim(), feature }), text === '' ? 0 : typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, feature, onWish])
  useCommands([
    { id: 'audit.find', title: t('find.label'), group: 'here', shortcut: '/', run: () => input.current?.focus() },
  ])
  return (
    <div className={classes.filter}>
      <TextInput
        ref={input}
        className={classes.find}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        maxLength={200}
        leftSection={<Icon name="search" size={16} />}
        rightSection={
          text === '' ? (
            <Keycaps shortcut="/" />
          ) : (
            <CloseButton size="sm" aria-label={t('find.clear')} onClick={() => setText('')} />
          )
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        className={classes.feature}
        aria-label={t('find.feature')}
        placeholder={t('find.allFeatures')}
        clearable
        clearButtonProps={{ 'aria-label': t('find.allFeatures') }}
        value={feature}
        data={auditFeatures.map((value) => ({ value, label: t(`feature.${value}`) }))}
        onChange={setFeature}
      />
    </div>
  )
}
