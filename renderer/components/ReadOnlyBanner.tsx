import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadOnlyReason, SalvagedTable, WorkspaceInfo } from '../../shared/api/workspace.ts'
import { client, orpc } from '../api/client.ts'
import { refreshWorkspace } from '../api/refresh-workspace.ts'
import { dateAndTime } from './clock-time.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { Icon } from './Icon.tsx'
import classes from './ReadOnlyBanner.module.css'

/** Says why nothing can be changed while the open file is read-only, and what can be done about it. */
export function ReadOnlyBanner() {
  const { t } = useTranslation()
  const open = useQuery(orpc.workspace.status.queryOptions()).data?.open
  if (open === null || open === undefined || open.readOnly === null) return null
  return (
    <div className={classes.banner} role="note">
      <Icon name="lock" size={16} />
      <span className={classes.text}>{reasonText({ why: open.readOnly, t })}</span>
      <WaysOut file={open} why={open.readOnly} />
    </div>
  )
}

function WaysOut({ file, why }: { file: WorkspaceInfo; why: ReadOnlyReason }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const done = {
    meta: { writes: false },
    onSuccess: async () => {
      setAsked(false)
      await refreshWorkspace(queryClient)
    },
  }
  const again = useMutation({
    mutationFn: (takesOver: boolean) => client.workspace.open({ id: file.id, takesOver }),
    ...done,
  })
  const write = useMutation({ mutationFn: () => client.workspace.writeAllTheSame(), ...done })
  const save = useMutation({ mutationFn: () => client.workspace.saveReadable(), ...done })
  const machine = why.kind === 'held' ? (why.owner?.machine ?? '') : ''
  const canTakeOver = why.kind === 'held' && why.owner?.isSilent === true
  return (
    <>
      {(why.kind === 'held' || why.kind === 'full' || why.kind === 'place') && (
        <Button size="compact-sm" variant="default" loading={again.isPending} onClick={() => again.mutate(false)}>
          {t('readOnlyWhy.again')}
        </Button>
      )}
      {canTakeOver && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          {t('readOnlyWhy.takeOver')}
        </Button>
      )}
      {why.kind === 'faults' && (
        <>
          <Link to="/audit">{t('readOnlyWhy.seeFaults')}</Link>
          {why.isReadWhole && (
            <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
              {t('readOnlyWhy.write')}
            </Button>
          )}
        </>
      )}
      {isDamaged(why) && (
        <>
          <Link to="/backups">{t('readOnlyWhy.seeBackups')}</Link>
          <Button size="compact-sm" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('readOnlyWhy.saveReadable')}
          </Button>
        </>
      )}
      {!isAsked && <ErrorNote error={again.error ?? save.error} />}
      <ConfirmDialog
        isOpen={isAsked}
        title={
          canTakeOver
            ? t(machine === '' ? 'readOnlyWhy.takeOverNobody' : 'readOnlyWhy.takeOverTitle', { machine })
            : t('readOnlyWhy.writeTitle')
        }
        confirmLabel={t(canTakeOver ? 'readOnlyWhy.takeOver' : 'readOnlyWhy.write')}
        isDanger
        isBusy={again.isPending || write.isPending}
        error={again.error ?? write.error}
        onConfirm={() => (canTakeOver ? again.mutate(true) : write.mutate())}
        onClose={() => setAsked(false)}
      >
        <p>{t(canTakeOver ? 'readOnlyWhy.takeOverNote' : 'readOnlyWhy.writeNote')}</p>
      </ConfirmDialog>
    </>
  )
}

function isDamaged(why: ReadOnlyReason): boolean {
  return why.kind === 'damaged' || why.kind === 'harmed' || (why.kind === 'faults' && !why.isReadWhole)
}

function reasonText({ why, t }: { why: ReadOnlyReason; t: TFunction }): string {
  switch (why.kind) {
    case 'place':
    case 'full':
    case 'faults':
    case 'harmed':
      return t(`readOnlyWhy.${why.kind}`)
    case 'newer':
      return t('readOnlyWhy.newer', why)
    case 'held':
      return holderText({ owner: why.owner, t })
    case 'damaged':
      return salvageText({ tables: why.tables, t })
    case 'schema':
      return t('readOnlyWhy.schema', {
        what: why.differences.map(({ kind, ...what }) => t(`readOnlyWhy.difference.${kind}`, what)).join(', '),
      })
  }
}

/** How many rows there were is said only where that is known of every table. */
function salvageText({ tables, t }: { tables: readonly SalvagedTable[]; t: TFunction }): string {
  const lost = tables.filter((table) => table.lost !== 0)
  const read = tables.reduce((sum, table) => sum + table.read, 0)
  const total = lost.reduce<number | null>(
    (sum, table) => (sum === null || table.lost === null ? null : sum + table.lost),
    read,
  )
  const what = lost.map((table) => {
    if (table.name === 'workspace') return t('readOnlyWhy.ownRow')
    const name = t([`integrity:table.${table.name}`, 'readOnlyWhy.otherTable']).toLocaleLowerCase('vi')
    return table.lost === null ? t('readOnlyWhy.lostSome', { name }) : `${name} ${countOf(table.lost)}`
  })
  const facts = { read: countOf(read), total: countOf(total ?? 0), lost: [...new Set(what)].join(', ') }
  if (lost.length === 0) return t('readOnlyWhy.damagedAll', facts)
  return t(total === null ? 'readOnlyWhy.damagedSome' : 'readOnlyWhy.damaged', facts)
}

const countOf = (count: number): string => count.toLocaleString('vi')

type Owner = Extract<ReadOnlyReason, { kind: 'held' }>['owner']

function holderText({ owner, t }: { owner: Owner; t: TFunction }): string {
  if (owner === null) return t('readOnlyWhy.heldUnknown')
  if (owner.unreadable !== null) return t('readOnlyWhy.heldUnreadable', { mark: owner.unreadable })
  const { machine, user } = owner
  const facts = { machine, user, since: dateAndTime(owner.since), lastSign: dateAndTime(owner.lastSign) }
  return t(owner.isSilent ? 'readOnlyWhy.silent' : 'readOnlyWhy.held', facts)
}
