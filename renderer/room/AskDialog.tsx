import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  title: string
  /** The verb of the deed; without one there is only to read. */
  deed?: string
  closeLabel?: string
  onDeed?: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before a deed, in the browser's own dialog; the phone's back gesture and Esc say no. */
export function AskDialog({ title, deed, closeLabel, onDeed, onClose, children }: Props) {
  const { t } = useTranslation('device')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="ask-title" onClose={onClose}>
      <h2 id="ask-title">{title}</h2>
      {children}
      <div>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {closeLabel ?? t('review.cancel')}
        </button>
        {deed !== undefined && (
          <button type="button" className="button" data-primary onClick={onDeed}>
            {deed}
          </button>
        )}
      </div>
    </dialog>
  )
}
