import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useReach } from '../../components/Reachable.tsx'
import { keysHere, type KeyMode } from './key-lines.ts'
import classes from './View.module.css'

type Props = {
  mode: KeyMode
  onHelp: () => void
  children: ReactNode
}

/** The keys that act here, in one line; "?" lists them all. */
export function ViewFoot({ mode, onHelp, children }: Props) {
  const { t } = useTranslation('scoring')
  const canReach = useReach()
  return (
    <footer className={classes.foot}>
      <span className={classes.hints}>
        {keysHere(mode, canReach)
          .filter(({ isInFoot }) => isInFoot)
          .map(({ keys, does }) => (
            <span key={does}>
              <kbd>{keys}</kbd> {t(`keys.${does}`)}
            </span>
          ))}
      </span>
      <button type="button" className={classes.help} onClick={onHelp}>
        <kbd>?</kbd> {t('allKeys')}
      </button>
      {children}
    </footer>
  )
}
