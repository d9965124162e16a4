import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../api/client.ts'
import { copiedCells, type CopiedCell } from './copied-cells.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { saveFile } from './save-file.ts'
import { toClipboard } from './to-clipboard.ts'
import { wholeNumber } from './whole-number.ts'

type Props = {
  readonly heads: readonly string[]
  /** Every row that the table has, also those that are on no screen. */
  readonly rows: () => readonly (readonly CopiedCell[])[] | Promise<readonly (readonly CopiedCell[])[]>
  /** What stands above it as a workbook. */
  readonly title: string
  readonly notes?: readonly string[]
}

/** Copies a table as cells, to be pasted into Excel, and says how many rows went; or saves it as a workbook. */
export function CopyTable({ heads, rows, title, notes = [] }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<number | null>(null)
  const [busyWith, setBusyWith] = useState<'copy' | 'workbook' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const run = async (way: 'copy' | 'workbook'): Promise<void> => {
    setBusyWith(way)
    setError(null)
    setCopied(null)
    try {
      const cells = await rows()
      if (way === 'workbook') {
        const all = { heads: [...heads], rows: cells.map((row) => [...row]) }
        saveFile(await client.tables.workbook({ title, notes: [...notes], ...all }))
      } else {
        toClipboard(copiedCells([heads, ...cells]))
        setCopied(cells.length)
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setBusyWith(null)
    }
  }
  return (
    <>
      <Button variant="default" loading={busyWith === 'copy'} onClick={() => void run('copy')}>
        {t('copyTable.action')}
      </Button>
      <Button variant="default" loading={busyWith === 'workbook'} onClick={() => void run('workbook')}>
        {t('copyTable.workbook')}
      </Button>
      <span role="status">
        {copied !== null && t('copyTable.copied', { count: copied, shown: wholeNumber(copied) })}
      </span>
      <ErrorNote error={error} />
    </>
  )
}
