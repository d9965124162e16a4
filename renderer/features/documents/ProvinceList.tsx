import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import { client } from '../../api/client.ts'
import { copyFile } from '../../api/copy-file.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import { ProvinceFill } from './ProvinceFill.tsx'
import { ProvinceReturn } from './ProvinceReturn.tsx'
import classes from './ProvinceList.module.css'

const workbooks = '.xlsx,.xlsm'

/** The referred products in the workbook that the upper level sent (a province, or the Ministry), and what it sent back. */
export function ProvinceList({ sessionId, level }: { sessionId: number; level: Level }) {
  const { t } = useTranslation('province')
  const sender = level === 'province' ? 'ministry' : 'province'
  const [opened, setOpened] = useState<'fill' | 'return' | null>(null)
  const template = useMutation({
    mutationFn: async (picked: File) => {
      const file = await copyFile(picked)
      return { file, layout: await client.provinceList.layout({ file }) }
    },
    meta: { writes: false },
    onSuccess: () => setOpened('fill'),
  })
  const returned = useMutation({
    mutationFn: async (picked: File) => client.provinceList.compare({ sessionId, file: await copyFile(picked) }),
    meta: { writes: false },
    onSuccess: () => setOpened('return'),
  })
  const close = () => setOpened(null)
  return (
    <section className={classes.section} aria-labelledby="province-list">
      <h2 id="province-list" className={classes.title}>
        {t(`title.${sender}`)}
      </h2>
      <p className={classes.lead}>{t(`lead.${sender}`)}</p>
      <div className={classes.buttons}>
        <FilePick
          accept={workbooks}
          variant="default"
          loading={template.isPending}
          onPick={(file) => template.mutate(file)}
        >
          {t(`fill.pick.${sender}`)}
        </FilePick>
        <FilePick
          accept={workbooks}
          variant="default"
          loading={returned.isPending}
          onPick={(file) => returned.mutate(file)}
        >
          {t(`return.pick.${sender}`)}
        </FilePick>
        <ErrorNote error={template.error ?? returned.error} />
      </div>
      {opened === 'fill' && template.data !== undefined && (
        <ProvinceFill sessionId={sessionId} {...template.data} onClose={close} />
      )}
      {opened === 'return' && returned.data !== undefined && (
        <ProvinceReturn sessionId={sessionId} comparison={returned.data} onClose={close} />
      )}
    </section>
  )
}
