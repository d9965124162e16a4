import { Modal, getDefaultZIndex } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRecords } from './found-records.ts'
import { useKnownRecords } from './known-records.ts'
import { focusBefore, isPaletteOpen } from './palette-store.ts'
import { PaletteSearch } from './PaletteSearch.tsx'

/**
 * Ctrl+K: what can be done here, where one can go, and the products, producers, people, papers and sessions of the file. The
 * dialog stands still while its words are typed.
 */
export function Palette() {
  const { t } = useTranslation()
  const isOpen = isPaletteOpen.use()
  const recordOf = useRecords()
  const known = useKnownRecords(recordOf, isOpen)
  return (
    <Modal
      opened={isOpen}
      onClose={() => isPaletteOpen.set(false)}
      withCloseButton={false}
      size={660}
      padding={0}
      // The field stays where it is however much is found below it.
      centered={false}
      yOffset={80}
      zIndex={getDefaultZIndex('max')}
      transitionProps={{ duration: 0, onExited: giveFocusBack }}
    >
      <Modal.Title className="visually-hidden">{t('commands.search')}</Modal.Title>
      <PaletteSearch recordOf={recordOf} known={known} />
    </Modal>
  )
}

/** A command that was taken may have put it elsewhere already. */
function giveFocusBack(): void {
  const { activeElement: now } = document
  if (now === document.body || now?.closest('[role="dialog"]') != null) focusBefore.read()?.focus()
  focusBefore.set(null)
}
