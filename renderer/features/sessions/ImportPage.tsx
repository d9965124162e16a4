import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OldTextChoice } from '../../../shared/api/workbook.ts'
import { client } from '../../api/client.ts'
import { copyFile } from '../../api/copy-file.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileChoice } from '../../components/FileChoice.tsx'
import { Page } from '../../components/Page.tsx'
import { BlankWorkbook } from './BlankWorkbook.tsx'
import { ImportPreview } from './ImportPreview.tsx'

const workbooks = '.xlsx'

/** Reads a session workbook and shows what it holds; nothing is written before the person says so. */
export function ImportPage() {
  const { t } = useTranslation('sessions')
  const [file, setFile] = useState<File | null>(null)
  const [oldText, setOldText] = useState<OldTextChoice | null>(null)
  const preview = useMutation({
    mutationFn: async ({ picked, choice }: { picked: File; choice: OldTextChoice | null }) => {
      const copy = await copyFile(picked)
      setFile(copy)
      setOldText(choice)
      return client.workbook.preview({ file: copy, ...(choice !== null && { oldText: choice }) })
    },
    meta: { writes: false },
  })
  const read = (picked: File): void => preview.mutate({ picked, choice: null })
  return (
    <Page
      title={t('import.title')}
      facts={
        <>
          {t('import.lead')} · <Link to="/sessions">{t('import.all')}</Link>
        </>
      }
      actions={<BlankWorkbook />}
    >
      <FileChoice
        accept={workbooks}
        label={t(file === null ? 'import.pick' : 'import.pickOther')}
        isChosen={file !== null}
        isReading={preview.isPending}
        onFile={read}
      >
        {file === null ? t('import.drop') : preview.isPending ? t('import.reading', { name: file.name }) : file.name}
      </FileChoice>
      <ErrorNote error={preview.error} />
      {file !== null && preview.data !== undefined && !preview.isPending && (
        <ImportPreview
          key={preview.submittedAt}
          workbook={{ file, ...(oldText !== null && { oldText }) }}
          preview={preview.data}
          onOldText={(choice) => preview.mutate({ picked: file, choice })}
        />
      )}
    </Page>
  )
}
