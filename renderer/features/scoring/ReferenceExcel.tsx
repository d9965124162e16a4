import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { copyFile } from '../../api/copy-file.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileChoice } from '../../components/FileChoice.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useOnce } from '../../components/use-once.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { ReferenceChanges, scoresToTake } from './ReferenceChanges.tsx'
import classes from './ReferenceExcel.module.css'

type Props = {
  readonly sessionId: number
  /** The product that is open. */
  readonly item: { readonly agendaItemId: number; readonly code: string }
  readonly isClosed: boolean
  readonly onClose: () => void
}

/** Reference scores into a workbook and out of it; nothing is written before the person says so. */
export function ReferenceExcel(props: Props) {
  const { t } = useTranslation('scoring')
  return (
    <Dialog title={t('reference.excel.title')} size="min(960px, 96vw)" onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  )
}

function Body({ sessionId, item, isClosed, onClose }: Props) {
  const { t } = useTranslation('scoring')
  const isReadOnly = useIsReadOnly()
  return (
    <Stack gap="sm">
      <p className={classes.text}>{t('reference.excel.lead')}</p>
      <SaveWorkbook sessionId={sessionId} item={item} />
      {isClosed || isReadOnly ? (
        <>
          <p className={classes.text}>{t(isClosed ? 'reference.excel.locked' : 'common:readOnly')}</p>
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('common:close')}
            </Button>
          </DialogFoot>
        </>
      ) : (
        <TakeWorkbook sessionId={sessionId} onClose={onClose} />
      )}
    </Stack>
  )
}

function SaveWorkbook({ sessionId, item: { agendaItemId, code } }: Pick<Props, 'sessionId' | 'item'>) {
  const { t } = useTranslation('scoring')
  const save = useMutation(orpc.reference.workbook.mutationOptions({ meta: { writes: false }, onSuccess: saveFile }))
  const ways = [
    { label: t('reference.excel.blankOne', { code }), of: { agendaItemId, filled: false } },
    { label: t('reference.excel.blankAll'), of: { filled: false } },
    { label: t('reference.excel.filledAll'), of: { filled: true } },
  ]
  return (
    <div className={classes.ways} role="group" aria-label={t('reference.excel.saveLabel')}>
      <span aria-hidden="true">{t('reference.excel.saveLabel')}:</span>
      {ways.map(({ label, of }) => (
        <Button
          key={label}
          size="compact-sm"
          variant="default"
          disabled={save.isPending}
          onClick={() => save.mutate({ sessionId, ...of })}
        >
          {label}
        </Button>
      ))}
      <ErrorNote error={save.error} />
    </div>
  )
}

function TakeWorkbook({ sessionId, onClose }: Pick<Props, 'sessionId' | 'onClose'>) {
  const { t } = useTranslation('scoring')
  const read = useMutation(orpc.reference.preview.mutationOptions({ meta: { writes: false } }))
  const pick = useMutation({
    mutationFn: copyFile,
    meta: { writes: false },
    onSuccess: (file) => read.mutate({ sessionId, file }),
  })
  const take = useMutation(orpc.reference.import.mutationOptions())
  const takeOnce = useOnce(take)
  const file = pick.data
  const preview = read.data
  const count = preview === undefined ? 0 : scoresToTake(preview)
  const start = (picked: File): void => {
    read.reset()
    take.reset()
    pick.mutate(picked)
  }
  return (
    <>
      <FileChoice
        accept=".xlsx"
        label={t(file === undefined ? 'reference.excel.pick' : 'reference.excel.pickOther')}
        isChosen={file !== undefined}
        isReading={pick.isPending || read.isPending}
        onFile={start}
      >
        {file === undefined ? t('reference.excel.drop') : file.name}
      </FileChoice>
      <ErrorNote error={pick.error ?? read.error ?? take.error} />
      {preview !== undefined && <ReferenceChanges preview={preview} />}
      <DialogFoot>
        <UndoImport sessionId={sessionId} onDone={onClose} />
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={count === 0}
          loading={take.isPending}
          onClick={() =>
            file !== undefined &&
            preview !== undefined &&
            takeOnce({ sessionId, file, seen: preview.seen }, { onSuccess: onClose })
          }
        >
          {count === 0
            ? t('reference.excel.takeNone')
            : t('reference.excel.take', { count, shown: wholeNumber(count) })}
        </Button>
      </DialogFoot>
    </>
  )
}

/** The way back from the last workbook, as long as something of it stands. */
function UndoImport({ sessionId, onDone }: { readonly sessionId: number; readonly onDone: () => void }) {
  const { t } = useTranslation('scoring')
  const { data: last } = useQuery(orpc.reference.lastImport.queryOptions({ input: { sessionId } }))
  const undo = useMutation(orpc.reference.undoImport.mutationOptions())
  if (last === undefined || last === null) return null
  const { file, at, by, sheets } = last
  return (
    <DeedButton
      label={t('reference.excel.undo')}
      deed={undo}
      inputOf={() => ({ sessionId })}
      onDone={onDone}
      className={classes.undo ?? ''}
    >
      {t('reference.excel.undoText', { file, at: dateAndTime(at), by, count: sheets })}
    </DeedButton>
  )
}
