import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CommunePreview } from '../../../shared/api/communes.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { copyFile } from '../../api/copy-file.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileChoice } from '../../components/FileChoice.tsx'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { useOnce } from '../../components/use-once.ts'
import classes from './CommunesPage.module.css'

/** A list of communes, read and held against the office's; nothing is written before the person says so. */
export function ImportCommunes({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('communes')
  return (
    <Dialog title={t('import.title')} size="xl" onClose={onClose}>
      <ImportBody onClose={onClose} />
    </Dialog>
  )
}

function ImportBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('communes')
  const read = useMutation(orpc.communes.previewList.mutationOptions({ meta: { writes: false } }))
  const pick = useMutation({
    mutationFn: copyFile,
    meta: { writes: false },
    onSuccess: (file) => read.mutate({ file }),
  })
  const take = useMutation(orpc.communes.takeList.mutationOptions())
  const takeOnce = useOnce(take)
  const file = pick.data
  const start = (picked: File): void => {
    read.reset()
    take.reset()
    pick.mutate(picked)
  }
  const preview = read.data
  const faults = preview?.faults.filter(({ level }) => level === 'fault') ?? []
  const count = preview?.rows.filter(({ change }) => change !== 'same').length ?? 0
  const isReady = preview !== undefined && faults.length === 0 && count > 0
  const why =
    preview === undefined
      ? t('import.noFile')
      : faults.length > 0
        ? t('import.faulty', { count: faults.length, shown: wholeNumber(faults.length) })
        : t('import.nothing', {
            count: preview.rows.length,
            shown: wholeNumber(preview.rows.length),
            sheet: preview.sheet,
          })
  return (
    <Stack gap="sm">
      <p className={classes.file}>{t('import.note')}</p>
      <FileChoice
        accept=".xlsx,.xlsm"
        label={t(file === undefined ? 'import.pick' : 'import.pickOther')}
        isChosen={file !== undefined}
        isReading={pick.isPending || read.isPending}
        onFile={start}
      >
        {file === undefined ? t('import.drop') : file.name}
      </FileChoice>
      <ErrorNote error={pick.error ?? read.error ?? take.error} />
      {preview !== undefined && <Preview preview={preview} faultCount={faults.length} count={count} />}
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!isReady}
          data-why={why}
          loading={take.isPending}
          onClick={() => file !== undefined && isReady && takeOnce({ file }, { onSuccess: onClose })}
        >
          {t('import.take', { count, shown: wholeNumber(count) })}
        </Button>
      </DialogFoot>
    </Stack>
  )
}

const tones = { new: 'good', changed: 'attention', same: 'plain' } as const satisfies Record<
  CommunePreview['rows'][number]['change'],
  StateTone
>

type PreviewProps = { readonly preview: CommunePreview; readonly faultCount: number; readonly count: number }

function Preview({ preview: { rows, faults, sheet }, faultCount, count }: PreviewProps) {
  const { t } = useTranslation('communes')
  const columns: readonly Column<CommunePreview['rows'][number]>[] = [
    { key: 'row', head: t('import.row'), width: '64px', align: 'end', cell: ({ row }) => row },
    {
      key: 'old',
      head: t('column.old'),
      isRowHead: true,
      cell: ({ oldCommune, oldDistrict }) => [oldCommune, oldDistrict].filter((part) => part !== '').join(', '),
    },
    {
      key: 'new',
      head: t('column.new'),
      cell: ({ newCommune, newProvince }) => [newCommune, newProvince].filter((part) => part !== '').join(', '),
    },
    { key: 'code', head: t('column.code'), width: '84px', cell: ({ code }) => code },
    { key: 'from', head: t('column.from'), width: '104px', cell: ({ fromDay }) => formatDate(fromDay) },
    {
      key: 'change',
      head: t('import.change'),
      width: '128px',
      cell: ({ change }) => <StateMark tone={tones[change]}>{t(`import.${change}`)}</StateMark>,
    },
  ]
  return (
    <>
      <div role="status">
        {faultCount > 0 ? (
          <StateMark tone="wrong" isLong>
            {t('import.faulty', { count: faultCount, shown: wholeNumber(faultCount) })}
          </StateMark>
        ) : (
          <StateMark tone={count === 0 ? 'plain' : 'good'} isLong>
            {t(count === 0 ? 'import.nothing' : 'import.sound', {
              count: rows.length,
              shown: wholeNumber(rows.length),
              sheet,
            })}
          </StateMark>
        )}
      </div>
      {faults.length > 0 && (
        <DataTable
          caption={t('import.faults')}
          maxHeight="30vh"
          minWidth="0"
          columns={[
            { key: 'cell', head: t('import.cell'), width: '72px', cell: ({ cell }) => cell },
            { key: 'reason', head: t('import.reason'), cell: ({ reason }) => reason },
          ]}
          rows={faults}
          rowKey={(_fault, place) => place}
        />
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('import.rows')}
          maxHeight="44vh"
          minWidth="640px"
          columns={columns}
          rows={rows}
          rowKey={(_row, place) => place}
        />
      )}
    </>
  )
}
