import type { ReactNode } from 'react'
import { FileDrop } from './FileDrop.tsx'
import classes from './FileDrop.module.css'
import { FilePick } from './FilePick.tsx'

type Props = {
  readonly accept: string
  /** Of the button. */
  readonly label: string
  /** A file was chosen: the button is no longer what the screen is for. */
  readonly isChosen: boolean
  readonly isReading: boolean
  readonly onFile: (file: File) => void
  /** Beside the button: that one can be dropped, which one was. */
  readonly children: ReactNode
}

/** Where one file is chosen or dropped, to be looked at before anything is taken of it. */
export function FileChoice({ accept, label, isChosen, isReading, onFile, children }: Props) {
  return (
    <FileDrop onFile={onFile}>
      <FilePick accept={accept} onPick={onFile} loading={isReading} variant={isChosen ? 'default' : 'filled'}>
        {label}
      </FilePick>
      <span className={classes.said} role="status">
        {children}
      </span>
    </FileDrop>
  )
}
