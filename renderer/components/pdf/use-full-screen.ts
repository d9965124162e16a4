import { useRef, useState, type DialogHTMLAttributes, type KeyboardEvent, type RefAttributes } from 'react'

/**
 * A part of the page that can fill the window: `dialog` goes to the `dialog` element that holds it, which stands in its place
 * until F is pressed in it, and again from Escape on. Nothing in it is made anew.
 */
export function useFullScreen() {
  const ref = useRef<HTMLDialogElement>(null)
  const [isFull, setFull] = useState(false)
  const enter = (): void => {
    ref.current?.close()
    ref.current?.showModal()
    setFull(true)
  }
  const leave = (): void => {
    ref.current?.close()
    // `show` would take the focus.
    ref.current?.setAttribute('open', '')
    setFull(false)
  }
  const toggle = isFull ? leave : enter
  const dialog: DialogHTMLAttributes<HTMLDialogElement> & RefAttributes<HTMLDialogElement> = {
    ref,
    open: true,
    onKeyDown: (event) => {
      // A dialog that was asked for from here stands elsewhere in the page, and its keys are its own.
      const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target)
      if (!isWithin || !isKeyOfFull(event)) return
      event.preventDefault()
      event.stopPropagation()
      toggle()
    },
    onCancel: (event) => {
      event.preventDefault()
      leave()
    },
    // A browser may close it in spite of that. What `enter` closed is told of only once it is open again.
    onClose: () => ref.current?.open === false && leave(),
  }
  return { isFull, toggle, dialog }
}

function isKeyOfFull({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || key.toLowerCase() !== 'f') return false
  return target instanceof Element && !target.matches('input:not([type=checkbox]):not([type=radio]), select, textarea')
}
