import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnplacedPage } from '../../../shared/api/paper-ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import table from '../../components/table-page.module.css'
import { wholeNumber } from '../../components/whole-number.ts'
import { goAlongLinks } from './go-along-links.ts'
import classes from './PilePage.module.css'
import { sortUnplaced } from './pile-lists.ts'
import { UnplacedDialog, type Assigned } from './UnplacedDialog.tsx'

type Props = {
  readonly session: SessionDetail
  readonly unplaced: readonly UnplacedPage[]
  readonly canAssign: boolean
}

/** Pages that are of no ballot, each with the reason and what to do; backs of sheets and pages read twice are one count. */
export function UnplacedList({ session, unplaced, canAssign }: Props) {
  const { t } = useTranslation('paper')
  const [opened, setOpened] = useState<number | null>(null)
  // The pages of a spare ballot come one after the other: what was said of one is offered for the next.
  const [said, setSaid] = useState<Assigned>({ item: null, member: null })
  const { due, expected } = sortUnplaced(unplaced)
  const shown = unplaced.find(({ id }) => id === opened)
  const tableOf = (pages: readonly UnplacedPage[], caption: string) => (
    <div role="presentation" onKeyDown={goAlongLinks}>
      <DataTable
        caption={caption}
        columns={[
          {
            key: 'page',
            head: t('column.page'),
            width: '30%',
            isRowHead: true,
            cell: (page) => (
              <button type="button" className={table.name} data-row-link onClick={() => setOpened(page.id)}>
                {t('pageOf', { file: page.file, page: wholeNumber(page.page) })}
              </button>
            ),
            text: (page: UnplacedPage) => t('pageOf', { file: page.file, page: wholeNumber(page.page) }),
          },
          {
            key: 'code',
            head: t('column.code'),
            width: '9rem',
            cell: ({ productCode, memberCode }) => [productCode, memberCode].filter((code) => code !== '').join('/'),
          },
          { key: 'why', head: t('column.why'), cell: ({ why }) => t(`scan:unplaced.${why}`) },
          { key: 'todo', head: t('column.todo'), width: '36%', cell: ({ why }) => t(`todo.${why}`) },
        ]}
        rows={pages}
        rowKey={({ id }) => id}
        copies
      />
    </div>
  )
  return (
    <Section title={t('unplaced')}>
      {due.length > 0 && tableOf(due, t('unplaced'))}
      {expected.length > 0 && (
        <details className={classes.expected}>
          <summary>{t('expected', { count: expected.length })}</summary>
          {tableOf(expected, t('expected', { count: expected.length }))}
        </details>
      )}
      {shown !== undefined && (
        <UnplacedDialog
          key={shown.id}
          session={session}
          page={shown}
          canAssign={canAssign}
          said={said}
          onAssigned={(assigned) => {
            setSaid(assigned)
            setOpened(due.find(({ id, why }) => why === 'spare' && id !== shown.id)?.id ?? null)
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  )
}
