import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './AuditPage.module.css'
import type { useIntegrityCheck } from './Integrity.tsx'

/** Codes typed from papers; Enter has them compared, and a slip of the pen is said here before anything runs. */
export function CodeField({ integrity }: { integrity: ReturnType<typeof useIntegrityCheck> }) {
  const { t } = useTranslation('audit')
  const { field, typed, type, slips, run } = integrity
  return (
    <TextInput
      ref={field}
      className={classes.code}
      classNames={{ error: classes.slips }}
      label={t('verify.code')}
      placeholder="4K7P-91XD-0RWT-M2HN-8"
      maxLength={longest}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      error={slips.join('\n')}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void run()
      }}
    />
  )
}

/** As many codes without their dashes as the contract takes. */
const longest = 900
