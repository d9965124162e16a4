import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetPreview } from '../../../shared/api/criteria.ts'
import { client, orpc } from '../../api/client.ts'
import { copyFile } from '../../api/copy-file.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { OfficeSourceForm } from '../../components/criteria/OfficeSourceForm.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FaultList } from '../../components/FaultList.tsx'
import { FileChoice } from '../../components/FileChoice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import classes from './Criteria.module.css'
import { SessionList } from './SessionList.tsx'

/** Reads a criteria set from its workbook and shows what it changes; nothing is written before the person says so. */
export function LoadCriteriaPage() {
  const { t } = useTranslation('criteria')
  const isReadOnly = useIsReadOnly()
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation({
    mutationFn: async (picked: File) => {
      const copy = await copyFile(picked)
      setFile(copy)
      return client.criteria.preview({ file: copy })
    },
    meta: { writes: false },
  })
  return (
    <Page
      title={t('load.title')}
      facts={
        <>
          <Link to="/criteria">{t('toList')}</Link> · {t('load.lead')}
        </>
      }
    >
      {isReadOnly && <p className={classes.text}>{t('common:readOnly')}</p>}
      <FileChoice
        accept=".xlsx"
        label={t(file === null ? 'load.pick' : 'load.pickOther')}
        isChosen={file !== null}
        isReading={preview.isPending}
        onFile={preview.mutate}
      >
        {file === null ? t('load.drop') : preview.isPending ? t('load.reading', { name: file.name }) : file.name}
      </FileChoice>
      <ErrorNote error={preview.error} />
      {file !== null && preview.data !== undefined && !preview.isPending && (
        <Preview key={preview.submittedAt} file={file} preview={preview.data} isReadOnly={isReadOnly} />
      )}
    </Page>
  )
}

type PreviewProps = { readonly file: File; readonly preview: SetPreview; readonly isReadOnly: boolean }

function Preview({ file, preview: { faults, notices, set }, isReadOnly }: PreviewProps) {
  const { t } = useTranslation('criteria')
  const isSame = set?.changes.length === 0
  const isShort = set?.isShort === true
  return (
    <>
      {faults.length > 0 && (
        <div role="alert">
          <StateMark tone={isShort ? 'attention' : 'wrong'} isLong>
            {t(isShort ? 'load.shortOf' : 'load.faulty', { count: faults.length })}
          </StateMark>
        </div>
      )}
      {set !== null && (
        <StateMark tone={isSame ? 'plain' : 'good'} isLong>
          {t(isSame ? 'load.same' : 'load.sound', { ...set, count: set.changes.length })}
        </StateMark>
      )}
      {set !== null && !isSame && (
        <>
          <Section title={t('load.changes', { count: set.changes.length })}>
            <ChangeTable changes={set.changes} from={t('change.now')} to={t('change.loaded')} />
          </Section>
          {set.keepers.length > 0 && (
            <Section title={t('load.keepers', { count: set.keepers.length })} note={t('load.keepersNote')}>
              <SessionList sessions={set.keepers} />
            </Section>
          )}
          {set.takers.length > 0 && (
            <Section title={t('takers', { count: set.takers.length })} note={t('load.takersNote')}>
              <SessionList sessions={set.takers} />
            </Section>
          )}
          {!isReadOnly && <Load file={file} set={set} />}
        </>
      )}
      {faults.length > 0 && (
        <Section title={t('load.faults', { count: faults.length })}>
          <FaultList caption={t('load.faultCaption')} faults={faults} />
        </Section>
      )}
      {notices.length > 0 && (
        <Section title={t('load.notices', { count: notices.length })}>
          <FaultList caption={t('load.noticeCaption')} faults={notices} />
        </Section>
      )}
    </>
  )
}

function Load({ file, set }: { file: File; set: NonNullable<SetPreview['set']> }) {
  const { t } = useTranslation('criteria')
  const navigate = useNavigate()
  const load = useMutation(
    orpc.criteria.load.mutationOptions({
      onSuccess: ({ key }) => void navigate({ to: '/criteria/$key', params: { key } }),
    }),
  )
  return (
    <Section title={t('load.document')} note={t('load.documentNote')}>
      <div className={classes.form}>
        <OfficeSourceForm
          submitLabel={t(set.isShort ? 'load.confirmShort' : 'load.confirm', set)}
          isShort={set.isShort}
          isBusy={load.isPending || load.isSuccess}
          error={load.error}
          onSubmit={(office) => load.mutate({ file, office })}
        >
          {null}
        </OfficeSourceForm>
      </div>
    </Section>
  )
}
