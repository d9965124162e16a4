import { useTranslation } from 'react-i18next'
import { focusBefore, isPaletteOpen, typedAhead } from './palette-store.ts'
import classes from './TypedAhead.module.css'

/** Stands where the palette is about to: a letter typed right after Ctrl+K is taken over by it, also a syllable being composed. */
export function TypedAhead() {
  const { t } = useTranslation()
  return (
    <input
      className={classes.field}
      aria-label={t('palette.placeholder')}
      placeholder={t('palette.placeholder')}
      ref={takeFocus}
      onChange={({ target: { value } }) => typedAhead.set({ text: value, isEntered: false })}
      onKeyDown={({ key, nativeEvent }) => {
        if (nativeEvent.isComposing) return
        if (key === 'Escape') leave()
        if (key === 'Enter') typedAhead.set({ ...typedAhead.read(), isEntered: true })
      }}
    />
  )
}

function leave(): void {
  isPaletteOpen.set(false)
  typedAhead.set({ text: '', isEntered: false })
  focusBefore.read()?.focus()
}

function takeFocus(field: HTMLInputElement | null): void {
  if (field === null || document.activeElement === field) return
  field.focus()
}
