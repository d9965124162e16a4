import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../api/client.ts'
import { copiedCells, type CopiedCell } from './copied-cells.ts'
import type { CopiedRows } from './copied-rows.ts'
import classes from './CopyTable.module.css'
import { ErrorNote } from './ErrorNote.tsx'
import { saveFile } from './save-file.ts'
import { toClipboard } from './to-clipboard.ts'
import { wholeNumber } from './whole-number.ts'

type Named = {
  /** What stands above it as a workbook. */
  readonly title: string
  readonly notes?: readonly string[]
  /** Small, right above its table, not among what the page does. */
  readonly isCompact?: boolean
}

type Props = Named & {
  readonly heads: readonly string[]
  /** Every row that the table has, also those that are on no screen. */
  readonly rows: () => readonly (readonly CopiedCell[])[] | Promise<readonly (readonly CopiedCell[])[]>
}

/** Copies a table as cells, to be pasted into Excel, and says how many rows went; or saves it as a workbook. */
export function CopyTable({ heads, rows, ...named }: Props) {
  async function* table() {
    yield { heads, rows: await rows() }
  }
  return <CopyCells table={table} {...named} />
}

/** The same of a table whose heads come with its rows, which come page by page. */
export function CopyCells({
  table,
  title,
  notes = [],
  isCompact = false,
}: Named & { table: () => AsyncIterable<CopiedRows> }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<number | null>(null)
  const [busyWith, setBusyWith] = useState<'copy' | 'workbook' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const run = async (way: 'copy' | 'workbook'): Promise<void> => {
    setBusyWith(way)
    setError(null)
    setCopied(null)
    try {
      if (way === 'workbook') saveFile(await workbookOf({ title, notes, pages: table() }))
      else {
        const pages: CopiedRows[] = []
        for await (const page of table()) pages.push(page)
        const rows = pages.flatMap((page) => page.rows)
        toClipboard(copiedCells([pages[0]?.heads ?? [], ...rows]))
        setCopied(rows.length)
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setBusyWith(null)
    }
  }
  const size = isCompact ? 'compact-sm' : 'sm'
  const variant = isCompact ? 'subtle' : 'default'
  const ways = (
    <>
      <Button size={size} variant={variant} loading={busyWith === 'copy'} onClick={() => void run('copy')}>
        {t('copyTable.action')}
      </Button>
      <Button size={size} variant={variant} loading={busyWith === 'workbook'} onClick={() => void run('workbook')}>
        {t('copyTable.workbook')}
      </Button>
      <span role="status">
        {copied !== null && t('copyTable.copied', { count: copied, shown: wholeNumber(copied) })}
      </span>
      <ErrorNote error={error} />
    </>
  )
  if (!isCompact) return ways
  return (
    <div role="group" aria-label={t('copyTable.away')} className={classes.compact}>
      {ways}
    </div>
  )
}

/** Rows that are sent at once. */
const pieceRows = 500

type Pages = Required<Pick<Named, 'title' | 'notes'>> & { readonly pages: AsyncIterable<CopiedRows> }

/** Each page goes as it comes: a log of any length is nowhere held whole. */
async function workbookOf({ title, notes, pages }: Pages): Promise<File> {
  let table: { readonly id: number } | null = null
  for await (const { heads, rows } of pages) {
    table ??= await client.tables.begin({ title, notes: [...notes], heads: [...heads] })
    for (let from = 0; from < rows.length; from += pieceRows)
      await client.tables.append({ ...table, rows: rows.slice(from, from + pieceRows).map((row) => [...row]) })
  }
  return client.tables.take(table ?? { id: 0 })
}
