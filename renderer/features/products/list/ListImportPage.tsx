import { Autocomplete, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeListInput } from '../../../../shared/api/register.ts'
import { vietnamDay } from '../../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../../api/client.ts'
import { copyFile } from '../../../api/copy-file.ts'
import { readRefusal } from '../../../api/refusal.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { FileDrop } from '../../../components/FileDrop.tsx'
import { FilePick } from '../../../components/FilePick.tsx'
import { focusAtStart } from '../../../components/focus-at-start.ts'
import { Page } from '../../../components/Page.tsx'
import { StateMark } from '../../../components/StateMark.tsx'
import { ListColumns, type ChosenColumns } from './ListColumns.tsx'
import classes from './ListImport.module.css'
import { ListPreview } from './ListPreview.tsx'
import { useListPreview } from './use-list-preview.ts'

const workbooks = '.xlsx,.xlsm'
const noColumns: ChosenColumns = new Map()

/** An office's list, read and held against the register; nothing is written before the person says so. */
export function ListImportPage() {
  const { t } = useTranslation('register')
  const { data: senders = [] } = useQuery(orpc.register.listSenders.queryOptions())
  const [thisYear] = useState(() => Number(vietnamDay(new Date()).slice(0, 4)))
  const [sender, setSender] = useState('')
  const [year, setYear] = useState(thisYear)
  const [sheet, setSheet] = useState<string | null>(null)
  const [chosen, setChosen] = useState(noColumns)
  const [isTaken, setTaken] = useState(false)
  const pick = useMutation({
    mutationFn: copyFile,
    meta: { writes: false },
    onSuccess: () => {
      setSheet(null)
      setChosen(noColumns)
      // The next list is another office's, until somebody says that it is not.
      if (isTaken) setSender('')
      setTaken(false)
    },
  })
  const file = pick.data
  const [settledSender] = useDebouncedValue(sender.trim(), 300)
  const columns = [...chosen].map(([header, field]) => ({ header, field }))
  const list: OfficeListInput | null = file === undefined ? null : { file, sender: settledSender, sheet, columns, year }
  const { preview, error, isReading } = useListPreview(list, pick.submittedAt)
  const isStale = isReading || error !== null || settledSender !== sender.trim()
  return (
    <Page
      title={t('title')}
      facts={
        <>
          {t('lead')} · <Link to="/products">{t('all')}</Link>
        </>
      }
    >
      <FileDrop onFile={(dropped) => pick.mutate(dropped)}>
        <FilePick
          accept={workbooks}
          onPick={(picked) => pick.mutate(picked)}
          loading={pick.isPending}
          variant={file === undefined || isTaken ? 'filled' : 'default'}
          command={{ id: 'products.pickList', shortcut: 'alt+x' }}
          ref={focusAtStart}
        >
          {t(file === undefined ? 'pick' : isTaken ? 'pickNext' : 'pickOther')}
        </FilePick>
        <span className={classes.file} role="status">
          {file === undefined ? t('drop') : isReading ? t('reading', { name: file.name }) : file.name}
        </span>
      </FileDrop>
      <div className={classes.asked}>
        <Autocomplete
          label={t('sender')}
          description={t('senderNote')}
          data={[...senders]}
          value={sender}
          maxLength={300}
          onChange={setSender}
        />
        <NativeSelect
          label={t('year')}
          description={t('yearNote')}
          value={year}
          data={yearsUntil(thisYear + 1)}
          onChange={({ currentTarget: { value } }) => setYear(Number(value))}
        />
        {preview !== undefined && preview.sheets.length > 1 && (
          <NativeSelect
            label={t('sheet')}
            description={t('sheetNote', { count: preview.sheets.length })}
            value={sheet ?? preview.sheet}
            data={[...preview.sheets]}
            onChange={({ currentTarget: { value } }) => {
              setSheet(value)
              setChosen(noColumns)
            }}
          />
        )}
      </div>
      {readRefusal(error)?.reason === 'no-list-head' && chosen.size > 0 ? (
        <StateMark tone="wrong" isLong>
          {t('noProduct')}
        </StateMark>
      ) : (
        <ErrorNote error={pick.error ?? error} />
      )}
      {list !== null && preview !== undefined && (
        <ListPreview
          key={pick.submittedAt}
          list={list}
          preview={preview}
          isStale={isStale}
          onTaken={() => setTaken(true)}
        >
          <ListColumns
            columns={preview.columns}
            headerRow={preview.headerRows.at(-1) ?? 1}
            chosen={chosen}
            onChoose={setChosen}
          />
        </ListPreview>
      )}
    </Page>
  )
}

/** Since the programme went over the whole country. */
const firstYear = 2018

const yearsUntil = (last: number): string[] =>
  Array.from({ length: last - firstYear + 1 }, (_, index) => String(last - index))
