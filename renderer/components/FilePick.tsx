import { Button, type ButtonProps } from '@mantine/core'
import { useRef } from 'react'

/** A button that lets a person choose one file of this computer; the same file may be chosen again. */
export function FilePick({
  accept,
  onPick,
  children,
  ...button
}: ButtonProps & { readonly accept: string; readonly onPick: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) onPick(file)
        }}
      />
    </>
  )
}
