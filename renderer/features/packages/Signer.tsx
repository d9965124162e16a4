import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackagePreview } from '../../../shared/api/packages.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { focusUnlessTyping } from '../../components/focus-at-start.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './Packages.module.css'

const tones = { known: 'good', new: 'attention', changed: 'wrong' } as const

/** Who signed, as far as this file can tell; a key that nobody compared yet is confirmed here. */
export function Signer({ preview: { office, signer } }: { preview: PackagePreview }) {
  const { t } = useTranslation('packages')
  const [isAsked, setAsked] = useState(false)
  const confirm = useMutation(orpc.packages.confirmKey.mutationOptions({ onSuccess: () => setAsked(false) }))
  const { state, fingerprint, publicKey, knownAs } = signer
  const isOtherName = knownAs !== null && knownAs !== office
  return (
    <div className={classes.signer}>
      <StateMark tone={isOtherName ? 'attention' : tones[state]}>{t(`signer.state.${state}`)}</StateMark>
      <p>
        <b>{office}</b> · {t('signer.fingerprint')} <span className={classes.code}>{fingerprint}</span>
        <span className={classes.line}>
          {isOtherName ? t('signer.otherName', { name: knownAs }) : t(`signer.text.${state}`)}
        </span>
      </p>
      {state !== 'known' && (
        <Button ref={focusUnlessTyping} onClick={() => setAsked(true)}>
          {t('signer.confirm')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsked}
        title={t('signer.askTitle', { office })}
        confirmLabel={t('signer.askDeed')}
        isDanger={state === 'changed'}
        isBusy={confirm.isPending}
        error={confirm.error}
        onConfirm={() => confirm.mutate({ publicKey, office })}
        onClose={() => {
          setAsked(false)
          confirm.reset()
        }}
      >
        <p>{t('signer.ask')}</p>
        <p className={classes.code}>{fingerprint}</p>
        {state === 'changed' && <p>{t('signer.askChanged')}</p>}
      </ConfirmDialog>
    </div>
  )
}
