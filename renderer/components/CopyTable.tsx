import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copiedCells, type CopiedCell } from './copied-cells.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { toClipboard } from './to-clipboard.ts'
import { wholeNumber } from './whole-number.ts'

type Props = {
  readonly heads: readonly string[]
  /** Every row that the table has, also those that are on no screen. */
  readonly rows: () => readonly (readonly CopiedCell[])[] | Promise<readonly (readonly CopiedCell[])[]>
}

/** Copies a table as cells, to be pasted into Excel, and says how many rows went. */
export function CopyTable({ heads, rows }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const copy = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    setCopied(null)
    try {
      const cells = await rows()
      toClipboard(copiedCells([heads, ...cells]))
      setCopied(cells.length)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => void copy()}>
        {t('copyTable.action')}
      </Button>
      <span role="status">
        {copied !== null && t('copyTable.copied', { count: copied, shown: wholeNumber(copied) })}
      </span>
      <ErrorNote error={error} />
    </>
  )
}
