import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../../components/SearchField.tsx'
import classes from './AuditPage.module.css'
import { auditFeatures } from './command-titles.ts'

type Props = {
  readonly text: string
  readonly onText: (text: string) => void
  /** Null for all. */
  readonly feature: string | null
  readonly onFeature: (feature: string | null) => void
}

/** Words to find in what the table shows, and the kind of deed. */
export function AuditFilter({ text, onText, feature, onFeature }: Props) {
  const { t } = useTranslation('audit')
  return (
    <div className={classes.filter}>
      <SearchField
        commandId="audit.find"
        label={t('find.label')}
        placeholder={t('find.placeholder')}
        text={text}
        onText={onText}
      />
      <Select
        className={classes.feature}
        aria-label={t('find.feature')}
        placeholder={t('find.allFeatures')}
        clearable
        clearButtonProps={{ 'aria-label': t('find.allFeatures') }}
        value={feature}
        data={auditFeatures.map((value) => ({ value, label: t(`feature.${value}`) }))}
        onChange={onFeature}
      />
    </div>
  )
}
