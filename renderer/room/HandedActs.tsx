import { useTranslation } from 'react-i18next'
import { AskDialog } from './AskDialog.tsx'
import { nameAct, nameActs } from './name-act.ts'
import { ActList } from './NewAddress.tsx'
import { useDesk, useDeviceDesk } from './use-desk.ts'

/** What came from the page at the room's old address: the member sees each choice before any is sent. */
export function HandedActs() {
  const { t } = useTranslation('device')
  const desk = useDesk()
  const { settleHanded } = useDeviceDesk()
  const { handed, me, forms } = desk
  if (handed === null || me === null) return null
  const leave = (): void => settleHanded([])
  if (handed.place !== me.place) {
    return (
      <AskDialog title={t('handed.title', { count: handed.acts.length })} closeLabel={t('lost.seen')} onClose={leave}>
        <p>{t('handed.others')}</p>
      </AskDialog>
    )
  }
  if (me.products.some(({ formKey }) => !forms.has(formKey))) return null
  // What cannot be shown is not sent either.
  const acts = handed.acts.filter((act) => {
    const { product, criterion } = nameAct({ desk, act, t })
    return act.kind === 'opinion' ? product !== '' : criterion !== ''
  })
  return (
    <AskDialog
      title={t('handed.title', { count: acts.length })}
      deed={t('handed.send')}
      closeLabel={t('handed.leave')}
      onDeed={() => settleHanded(acts)}
      onClose={leave}
    >
      <p>{t('handed.text')}</p>
      <ActList texts={nameActs({ desk, act: acts, t })} />
    </AskDialog>
  )
}
