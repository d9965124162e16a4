import { useWindowEvent } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../../../shared/api/registrations.ts'
import type { Criterion } from '../../../../shared/domain/criteria/criteria-set.ts'
import { orpc } from '../../../api/client.ts'
import { useIsReadOnly } from '../../../api/read-only.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { goAlongColumn } from '../../../components/row-order/go-along-column.ts'
import { StateMark } from '../../../components/StateMark.tsx'
import classes from './Evidence.module.css'
import { EvidenceView } from './EvidenceView.tsx'

type Props = {
  readonly agendaItemId: number
  /** Null for the whole dossier. */
  readonly criterion: Pick<Criterion, 'code' | 'title'> | null
  readonly onClose: () => void
}

/** The files that prove a criterion, the first of them open; the others of the dossier can be linked to it here. */
export function EvidenceDialog({ agendaItemId, criterion, onClose }: Props) {
  const { t } = useTranslation('scoring')
  // What lies on the disk may have changed without anybody's word.
  const evidence = orpc.registrations.evidence.queryOptions({ input: { agendaItemId }, staleTime: 0 })
  const { data, error } = useQuery(evidence)
  const title = criterion === null ? t('side.allFiles') : t('evidence.title', criterion)
  return (
    <Dialog title={title} size="min(1240px, 96vw)" onClose={onClose}>
      <div className={classes.frame} data-testid="evidence">
        <ErrorNote error={error} />
        {data?.registrationId === null && (
          <p>
            {t('side.noDossier')} <Link to="/registrations">{t('side.toRegistrations')}</Link>
          </p>
        )}
        {data !== undefined && data.registrationId !== null && (
          <Files
            files={data.files}
            folder={data.filesFolder}
            registrationId={data.registrationId}
            code={criterion?.code ?? null}
          />
        )}
      </div>
    </Dialog>
  )
}

type FilesProps = {
  readonly files: readonly EvidenceFile[]
  readonly folder: string
  readonly registrationId: number
  readonly code: string | null
}

function Files({ files, folder, registrationId, code }: FilesProps) {
  const { t } = useTranslation('scoring')
  const isReadOnly = useIsReadOnly()
  const proving = code === null ? files : files.filter(({ proves }) => proves.includes(code))
  const others = files.filter((file) => !proving.includes(file))
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = files.find(({ id }) => id === chosen) ?? proving[0] ?? null
  // Of the whole window: the number may follow the key that opened the dialog at once.
  useWindowEvent('keydown', (event) => {
    const file = [...proving, ...others][Number(event.key) - 1]
    const isTyped = event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey
    if (file === undefined || isTyped || !/^[1-9]$/.test(event.key)) return
    event.preventDefault()
    setChosen(file.id)
  })
  if (files.length === 0) {
    return (
      <p>
        {t('side.noFiles')}{' '}
        <Link to="/registrations" search={{ open: registrationId }}>
          {t('side.toDossier')}
        </Link>
      </p>
    )
  }
  return (
    <div className={classes.parts}>
      <nav className={classes.files} aria-label={t('evidence.files')}>
        {code !== null && proving.length === 0 && <p className={classes.soft}>{t('side.noEvidence')}</p>}
        <table className={classes.list} role="presentation">
          <tbody>
            {code !== null && proving.length > 0 && <Heading text={t('evidence.proving', { count: proving.length })} />}
            {proving.map((file, index) => (
              <FileRow key={file.id} file={file} number={index + 1} shown={shown} onChoose={setChosen} />
            ))}
            {others.length > 0 && <Heading text={t('evidence.others', { count: others.length })} />}
            {others.map((file, index) => (
              <FileRow
                key={file.id}
                file={file}
                number={proving.length + index + 1}
                shown={shown}
                onChoose={setChosen}
              />
            ))}
          </tbody>
        </table>
      </nav>
      <div className={classes.shown}>
        {shown !== null && code !== null && !isReadOnly && <LinkToCriterion file={shown} code={code} />}
        {shown === null ? (
          <p className={classes.soft}>{t('evidence.choose')}</p>
        ) : (
          <EvidenceView key={`${shown.id} ${shown.state}`} file={shown} folder={folder} />
        )}
      </div>
    </div>
  )
}

function Heading({ text }: { text: string }) {
  return (
    <tr>
      <td>
        <h3>{text}</h3>
      </td>
    </tr>
  )
}

type FileRowProps = {
  readonly file: EvidenceFile
  readonly number: number
  readonly shown: EvidenceFile | null
  readonly onChoose: (id: number) => void
}

/** A file by its name; the first nine are opened by their number as well. */
function FileRow({ file: { id, name, itemName, state }, number, shown, onChoose }: FileRowProps) {
  const { t } = useTranslation('scoring')
  const isFirst = shown === null ? number === 1 : id === shown.id
  return (
    <tr onKeyDown={goAlongColumn}>
      <td>
        <button
          type="button"
          data-column="file"
          data-autofocus={isFirst || undefined}
          aria-current={id === shown?.id || undefined}
          onClick={() => onChoose(id)}
        >
          {number < 10 && <kbd>{number}</kbd>} {name}
          <span className={classes.soft}>{itemName}</span>
          {state !== 'there' && <StateMark tone="wrong">{t(`evidence.${state}`)}</StateMark>}
        </button>
      </td>
    </tr>
  )
}

function LinkToCriterion({ file, code }: { file: EvidenceFile; code: string }) {
  const { t } = useTranslation('scoring')
  const prove = useMutation(orpc.registrations.prove.mutationOptions())
  const isProving = file.proves.includes(code)
  return (
    <div className={classes.link}>
      <label>
        <input
          type="checkbox"
          checked={isProving}
          disabled={prove.isPending}
          onChange={() => prove.mutate({ fileIds: [file.id], criteria: [code], proves: !isProving })}
        />{' '}
        {t('evidence.proves', { code })}
      </label>
      <ErrorNote error={prove.error} />
    </div>
  )
}
