import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommuneRow, CommunesPage as Listed } from '../../../shared/api/communes.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { client, orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { allPages, rowsAtOnce } from '../../components/all-pages.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { StaleTable } from '../../components/StaleTable.tsx'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { Pager } from '../../components/Pager.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import tableClasses from '../../components/table-page.module.css'
import { wholeNumber } from '../../components/whole-number.ts'
import { CommuneDialog } from './CommuneDialog.tsx'
import classes from './CommunesPage.module.css'
import { ImportCommunes } from './ImportCommunes.tsx'
import { UpdatePlaces } from './UpdatePlaces.tsx'

const pageSize = 50

/** The office's list of old communes with the new ones, and what still stands under an old name. */
export function CommunesPage() {
  const { t } = useTranslation('communes')
  const { query, page = 1 } = useSearch({ from: '/frame/communes' })
  const navigate = useNavigate({ from: '/communes' })
  const isReadOnly = useIsReadOnly()
  const [open, setOpen] = useState<'import' | 'update' | 'new' | CommuneRow | null>(null)
  const found = query === undefined ? {} : { query }
  const { data, error, isPlaceholderData } = useQuery(
    orpc.communes.list.queryOptions({
      input: { ...found, limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns(isReadOnly ? null : setOpen)
  const close = (): void => setOpen(null)
  const ways = !isReadOnly && (
    <>
      <CommandButton id="communes.import" title={t('import.go')} shortcut="alt+x" run={() => setOpen('import')} />
      <CommandButton id="communes.add" title={t('add')} shortcut="alt+n" variant="default" run={() => setOpen('new')} />
    </>
  )
  return (
    <Page
      title={t('title')}
      facts={
        <>
          {t('lead')} · <Link to="/producers">{t('toProducers')}</Link>
        </>
      }
      actions={data !== undefined && data.count > 0 && ways}
    >
      <ErrorNote error={error} />
      {data?.count === 0 && (
        <EmptyState title={t('empty')} action={ways}>
          {t('emptyText')}
        </EmptyState>
      )}
      {data !== undefined && data.count > 0 && (
        <>
          <Update listed={data} isReadOnly={isReadOnly} onUpdate={() => setOpen('update')} />
          <div className={classes.filter}>
            <WordsField
              commandId="communes.find"
              label={t('find.label')}
              placeholder={t('find.placeholder')}
              query={query}
              onQuery={(words) => void navigate({ search: words === undefined ? {} : { query: words }, replace: true })}
            />
            <span className={classes.count} role="status">
              {t('find.total', { count: data.total, shown: wholeNumber(data.total) })}
            </span>
          </div>
          {data.total === 0 ? (
            <p className={tableClasses.none}>{t('nothing')}</p>
          ) : (
            <StaleTable isStale={isPlaceholderData}>
              <DataTable
                caption={t('title')}
                columns={columns}
                rows={data.rows}
                rowKey={({ id }) => id}
                minWidth="820px"
                copies={() => allPages((offset) => client.communes.list({ ...found, limit: rowsAtOnce, offset }))}
              />
            </StaleTable>
          )}
          <Pager
            feature="communes"
            page={page}
            pageSize={pageSize}
            total={data.total}
            onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next }) })}
          />
        </>
      )}
      {open === 'import' && <ImportCommunes onClose={close} />}
      {open === 'update' && <UpdatePlaces onClose={close} />}
      {open === 'new' && <CommuneDialog commune={null} onClose={close} />}
      {open !== null && typeof open === 'object' && <CommuneDialog commune={open} onClose={close} />}
    </Page>
  )
}

type UpdateProps = {
  readonly listed: Listed
  readonly isReadOnly: boolean
  readonly onUpdate: () => void
}

/** What stands under an old name, and the way back from the last update. */
function Update({ listed: { toUpdate, lastUpdate }, isReadOnly, onUpdate }: UpdateProps) {
  const { t } = useTranslation('communes')
  const undo = useMutation(orpc.communes.undoUpdate.mutationOptions())
  return (
    <div className={classes.update} role="status">
      {toUpdate > 0 ? (
        <StateMark tone="attention" isLong>
          {t('update.pending', { count: toUpdate, shown: wholeNumber(toUpdate) })}
        </StateMark>
      ) : (
        <StateMark tone="good" isLong>
          {t('update.none')}
        </StateMark>
      )}
      {!isReadOnly && toUpdate > 0 && (
        <Button size="compact-sm" onClick={onUpdate}>
          {t('update.go')}
        </Button>
      )}
      {!isReadOnly && lastUpdate !== null && (
        <DeedButton
          size="compact-sm"
          label={t('update.undo')}
          title={t('update.undoTitle')}
          deed={undo}
          inputOf={() => undefined}
        >
          {t('update.undoText', {
            day: formatDate(vietnamDay(new Date(lastUpdate.at))),
            count: lastUpdate.count,
            shown: wholeNumber(lastUpdate.count),
          })}
        </DeedButton>
      )}
    </div>
  )
}

function useColumns(open: ((row: CommuneRow) => void) | null): readonly Column<CommuneRow>[] {
  const { t } = useTranslation('communes')
  const place = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')
  return [
    {
      key: 'old',
      head: t('column.old'),
      isRowHead: true,
      cell: (row) => {
        const name = place(row.oldCommune, row.oldDistrict, row.oldProvince)
        return open === null ? (
          name
        ) : (
          <button type="button" className={tableClasses.name} onClick={() => open(row)}>
            {name}
          </button>
        )
      },
      text: ({ oldCommune, oldDistrict, oldProvince }) => place(oldCommune, oldDistrict, oldProvince),
    },
    {
      key: 'new',
      head: t('column.new'),
      width: '34%',
      cell: ({ newCommune, newProvince }) => place(newCommune, newProvince),
    },
    {
      key: 'code',
      head: t('column.code'),
      width: '96px',
      cell: ({ code }) => (code === '' ? <span className={classes.soft}>{t('noCode')}</span> : code),
      text: ({ code }) => code,
    },
    { key: 'from', head: t('column.from'), width: '112px', cell: ({ fromDay }) => formatDate(fromDay) },
    {
      key: 'until',
      head: t('column.until'),
      width: '112px',
      isExtra: true,
      cell: ({ untilDay }) => (untilDay === null ? t('stands') : formatDate(untilDay)),
    },
  ]
}
