import { Button, NumberInput, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NationalListOfYear } from '../../../shared/api/certificate-register.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { saveFile } from '../../components/save-file.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'

/** A year's certificates for the ministry's register, and what lacks in them before anything is written. */
export const NationalExport = memo(function NationalExport() {
  const { t } = useTranslation('certificates')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('national.open')}
      </Button>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  )
})

function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const [year, setYear] = useState(() => Number(vietnamDay(new Date()).slice(0, 4)))
  const { data: list, error } = useQuery(orpc.register.nationalList.queryOptions({ input: { year } }))
  const save = useMutation(
    orpc.register.exportNationalList.mutationOptions({ meta: { writes: false }, onSuccess: saveFile }),
  )
  const why =
    list === undefined
      ? undefined
      : list.rows.length === 0
        ? t('national.none', { year })
        : faultsOf(list).length > 0
          ? t('national.faulty', { count: faultsOf(list).length })
          : undefined
  return (
    <Dialog title={t('national.title')} size="xl" onClose={onClose}>
      <Stack gap="md">
        <NumberInput
          label={t('national.year')}
          value={year}
          min={2019}
          max={2100}
          w={140}
          onChange={(value) => typeof value === 'number' && value >= 2019 && value <= 2100 && setYear(value)}
        />
        <ErrorNote error={error ?? save.error} />
        {list !== undefined && <Findings list={list} />}
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:close')}
          </Button>
          {(['csv', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              variant={format === 'csv' ? 'default' : 'filled'}
              disabled={list === undefined || why !== undefined}
              data-why={why}
              loading={save.isPending && save.variables.format === format}
              onClick={() => save.mutate({ year, format })}
            >
              {t(`national.${format}`)}
            </Button>
          ))}
        </DialogFoot>
      </Stack>
    </Dialog>
  )
}

const faultsOf = ({ findings }: NationalListOfYear) => findings.filter(({ level }) => level === 'fault')

/** What does not fit, cell by cell; of what lacks how many rows in which column, and cell by cell where some rows have it. */
function Findings({ list }: { list: NationalListOfYear }) {
  const { t } = useTranslation('certificates')
  const { rows, findings, leftOut } = list
  const lacking = Map.groupBy(
    findings.filter(({ level }) => level === 'lack'),
    ({ column }) => column,
  )
  const whole = [...lacking].filter(([, cells]) => cells.length === rows.length).map(([column]) => column)
  const cells = findings.filter(({ column, level }) => level === 'fault' || !whole.includes(column))
  return (
    <>
      <p role="status">{t('national.rows', { count: rows.length, shown: wholeNumber(rows.length) })}</p>
      {leftOut > 0 && <StateMark tone="attention">{t('national.leftOut', { count: leftOut })}</StateMark>}
      {rows.length > 0 && whole.length > 0 && (
        <StateMark tone="attention" isLong>
          {t('national.whole', { columns: whole.join(', ') })}
        </StateMark>
      )}
      {cells.length > 0 && (
        <DataTable
          caption={t('national.cells')}
          minWidth="0"
          maxHeight="40vh"
          columns={[
            { key: 'row', head: t('national.row'), width: '64px', cell: ({ row }) => row },
            { key: 'column', head: t('national.column'), width: '150px', cell: ({ column }) => column },
            { key: 'product', head: t('column.product'), isRowHead: true, cell: ({ product }) => product },
            {
              key: 'what',
              head: t('national.what'),
              width: '220px',
              cell: ({ level, signs, most }) => (
                <StateMark tone={level === 'fault' ? 'wrong' : 'attention'}>
                  {t(`national.${level}`, { signs, most })}
                </StateMark>
              ),
            },
          ]}
          rows={cells.slice(0, 200)}
          rowKey={({ row, column }) => `${row} ${column}`}
        />
      )}
    </>
  )
}
