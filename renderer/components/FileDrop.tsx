import { useState, type DragEvent, type ReactNode } from 'react'
import classes from './FileDrop.module.css'

type Props = {
  /** The others: where several may be dropped at once. */
  readonly onFile: (file: File, ...others: readonly File[]) => void
  readonly isMultiple?: boolean
  /** Around a whole screen: drawn only while files are held over it. */
  readonly isBare?: boolean
  readonly children: ReactNode
}

/** An area on which a file can be dropped, or several; what it holds offers the other way, a button. */
export function FileDrop({ onFile, isMultiple = false, isBare = false, children }: Props) {
  const [isOver, setOver] = useState(false)
  const stay = (event: DragEvent): void => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  return (
    <div
      className={isBare ? classes.bare : classes.drop}
      data-over={isOver || undefined}
      onDragOver={stay}
      onDragLeave={stay}
      onDrop={(event) => {
        stay(event)
        const [file, ...others] = event.dataTransfer.files
        if (file !== undefined) onFile(file, ...(isMultiple ? others : []))
      }}
    >
      {children}
    </div>
  )
}
