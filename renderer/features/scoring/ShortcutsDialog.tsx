import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReach } from '../../components/Reachable.tsx'
import { keysHere, type KeyMode } from './key-lines.ts'
import classes from './ShortcutsDialog.module.css'

type Props = {
  mode: KeyMode
  isOpen: boolean
  onClose: () => void
}

/** Every key of scoring. */
export function ShortcutsDialog({ mode, isOpen, onClose }: Props) {
  const { t } = useTranslation('scoring')
  const canReach = useReach()
  const lines = keysHere(mode, canReach)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keysTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <dl className={classes.list}>
        {lines.map(({ keys, does }) => (
          <div key={does} className={classes.line}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
