import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Keycaps } from '../Keycaps.tsx'

/** Says that a table takes what was copied in a spreadsheet, and opens the place for it. */
export function PasteButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('paste')
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      rightSection={<Keycaps shortcut="mod+v" />}
      aria-keyshortcuts="Control+V"
      onClick={onClick}
    >
      {t('action')}
    </Button>
  )
}
