import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../../components/SearchField.tsx'
import classes from './AuditPage.module.css'
import { auditFeatures } from './command-titles.ts'

/** `feature` null = all. */
export type AuditWish = { readonly words: string; readonly feature: string | null }

const typingPauseMs = 200

/** Words to find in what the table shows, and the kind of deed. */
export function AuditFilter({ onWish }: { onWish: (wish: AuditWish) => void }) {
  const { t } = useTranslation('audit')
  const [text, setText] = useState('')
  const [feature, setFeature] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => onWish({ words: text.trim(), feature }), text === '' ? 0 : typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, feature, onWish])
  return (
    <div className={classes.filter}>
      <SearchField
        commandId="audit.find"
        label={t('find.label')}
        placeholder={t('find.placeholder')}
        text={text}
        onText={setText}
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
