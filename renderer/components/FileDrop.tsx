import { useState, type DragEvent, type ReactNode } from 'react'
import classes from './FileDrop.module.css'

/** An area on which one file can be dropped; what it holds offers the other way, a button. */
export function FileDrop({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  const stay = (event: DragEvent): void => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={stay}
      onDragLeave={stay}
      onDrop={(event) => {
        stay(event)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) onFile(file)
      }}
    >
      {children}
    </div>
  )
}
