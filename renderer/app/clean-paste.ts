import { countHidden, withoutHidden } from '../../shared/domain/vietnamese/normalise-input.ts'
import { shownNotice } from '../components/notice-store.ts'

/**
 * What is pasted comes in without the characters that nobody sees, and the notice says so. What is typed is left alone
 * until it is saved: some input methods put such a character in for a moment and take it back.
 */
export function cleanPastes(): void {
  document.addEventListener(
    'paste',
    (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const count = countHidden(text)
      if (count === 0) return
      shownNotice.set({ kind: 'cleaned', count })
      if (!isField(event.target)) return
      event.preventDefault()
      // The one way that keeps the field's own undo.
      document.execCommand('insertText', false, withoutHidden(text))
    },
    { capture: true },
  )
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
