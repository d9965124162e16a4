import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SealedFile } from '../../../shared/api/rules.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { DataText } from '../../components/DataText.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './SessionFactsPage.module.css'

/** The decision and forms that judge the session, sealed into the file, and what their sources leave open. */
export function SealedSources({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('sessions')
  const { data: files, error } = useQuery(orpc.rules.sealed.queryOptions({ input: { sessionId } }))
  const columns = useColumns()
  const doubtful = files?.filter(({ issues }) => issues.length > 0) ?? []
  return (
    <Section title={t('sources.title')} note={t('sources.note')}>
      <ErrorNote error={error} />
      {files !== undefined && (
        <DataTable
          caption={t('sources.title')}
          columns={columns}
          rows={files}
          rowKey={({ key }) => key}
          minWidth="720px"
        />
      )}
      {doubtful.length > 0 && (
        <div className={classes.doubts}>
          <StateMark tone="attention">{t('sources.doubts', { count: doubtful.length })}</StateMark>
          <FormDoubts forms={doubtful.filter(({ kind }) => kind === 'criteria-set')} />
          {doubtful
            .filter(({ kind }) => kind === 'rule-set')
            .map((file) => (
              <RuleDoubts key={file.key} file={file} />
            ))}
        </div>
      )}
      {files !== undefined && (
        <details className={classes.hashes}>
          <summary>{t('sources.hashes')}</summary>
          <dl>
            {files.map((file) => (
              <div key={file.key}>
                <dt>
                  {file.key} · {t('sources.sealedAt', { time: dateAndTime(file.sealedAt) })}
                </dt>
                <dd className={classes.hash}>{file.sha256}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Section>
  )
}

/** The forms of one decision share most of their doubts: each is told once, with the forms that it concerns. */
function FormDoubts({ forms }: { forms: readonly SealedFile[] }) {
  const { t } = useTranslation('sessions')
  const all = forms.flatMap(({ issues, setNumber }) => issues.map((issue) => ({ issue, setNumber })))
  return (
    <ul>
      {[...Map.groupBy(all, ({ issue }) => issue)].map(([issue, places]) => (
        <li key={issue}>
          {t('sources.sets', { sets: places.map(({ setNumber }) => setNumber).join(', ') })} <DataText text={issue} />
        </li>
      ))}
    </ul>
  )
}

function RuleDoubts({ file }: { file: SealedFile }) {
  const { t } = useTranslation('sessions')
  return (
    <details>
      <summary>{t('rules.issues', { count: file.issues.length, rules: file.title })}</summary>
      <ul>
        {file.issues.map((issue) => (
          <li key={issue}>
            <DataText text={issue} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function useColumns(): readonly Column<SealedFile>[] {
  const { t } = useTranslation('sessions')
  return [
    { key: 'kind', head: t('sources.kind'), width: '128px', cell: ({ kind }) => t(`sources.${kind}`) },
    { key: 'title', head: t('sources.name'), cell: titleOf },
    {
      key: 'status',
      head: t('sources.status'),
      width: '26%',
      cell: ({ status }) => status !== null && t(`sources.of.${status}`),
    },
    {
      key: 'products',
      head: t('list.products'),
      width: '92px',
      align: 'end',
      cell: ({ productCount }) => productCount,
    },
    {
      key: 'doubts',
      head: t('sources.doubtColumn'),
      width: '84px',
      align: 'end',
      cell: ({ issues }) => (issues.length === 0 ? '' : issues.length),
    },
    { key: 'hash', head: 'SHA-256', width: '124px', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code> },
  ]
}

const titleOf = ({ setNumber, title }: SealedFile): string => (setNumber === null ? title : `${setNumber}. ${title}`)
