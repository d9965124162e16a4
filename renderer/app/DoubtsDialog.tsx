import { useTranslation } from 'react-i18next'
import { askedDoubts } from '../api/doubts.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'

/** Asks what is most likely a mistake before it is done; what is accepted stands in the log. */
export function DoubtsDialog() {
  const { t } = useTranslation()
  const asked = askedDoubts.use()
  if (asked === null) return null
  return (
    <ConfirmDialog
      isOpen
      title={t('doubts.title')}
      confirmLabel={t('doubts.accept')}
      waitLabel={t('doubts.leave')}
      onConfirm={() => asked.answer(true)}
      onClose={() => asked.answer(false)}
    >
      <ul>
        {asked.kinds.map((kind) => (
          <li key={kind}>{t(`doubts.kind.${kind}`)}</li>
        ))}
      </ul>
      {t('doubts.text')}
    </ConfirmDialog>
  )
}
