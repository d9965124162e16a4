import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Council, Member } from '../../../shared/api/councils.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { CopyTable } from '../../components/CopyTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PasteButton } from '../../components/paste/PasteButton.tsx'
import { usePastedBlock } from '../../components/paste/use-pasted-block.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { useRowOrder } from '../../components/row-order/use-row-order.ts'
import { Table } from '../../components/Table.tsx'
import { TableLine } from '../../components/TableLine.tsx'
import { copiedMembers } from './copied-members.ts'
import { MemberRow } from './MemberRow.tsx'
import classes from './MemberTable.module.css'
import { NewMemberRow } from './NewMemberRow.tsx'
import { PasteMembers } from './PasteMembers.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { RetiredMembers } from './RetiredMembers.tsx'

/** Members in the order of documents and ballots, edited in place like a sheet; the last row adds one. */
export function MemberTable({ council, isReadOnly }: { council: Council; isReadOnly: boolean }) {
  const { t } = useTranslation('councils')
  const order = useMutation(orpc.councils.orderMembers.mutationOptions())
  const pasting = usePastedBlock({ id: 'members.paste', title: t('members.paste'), isOn: !isReadOnly })
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [today] = useState(() => vietnamDay(new Date()))
  const retired = council.members.filter((member) => !isMemberOn(member, today))
  const standing = council.members.filter((member) => isMemberOn(member, today))
  const leavingLater = standing.filter(({ retiredOn }) => retiredOn !== null)
  const { rows: members, ...moving } = useRowOrder(standing, (ids) =>
    order.mutateAsync({ councilId: council.id, ids: [...ids, ...retired.map(({ id }) => id)] }),
  )
  const copied = copiedMembers(members, t)
  return (
    <>
      <TableLine>
        {!isReadOnly && <PasteButton onClick={pasting.open} />}
        <CopyTable
          title={t('members.of', { council: council.name })}
          heads={copied.heads}
          rows={() => copied.rows}
          isCompact
        />
      </TableLine>
      <Table
        caption={t('members.caption')}
        heads={[
          { key: 'code', head: t('member.code'), width: '72px' },
          { key: 'name', head: t('member.name'), width: '21%' },
          { key: 'position', head: t('member.position') },
          { key: 'organisation', head: t('member.organisation') },
          { key: 'role', head: t('member.role'), width: '138px' },
          { key: 'tools', head: <span className="visually-hidden">{t('members.tools')}</span>, width: '108px' },
        ]}
        minWidth="860px"
        className={classes.table}
      >
        {members.map((member, place) => (
          <MemberRow
            key={member.id}
            member={member}
            isReadOnly={isReadOnly}
            rowProps={isReadOnly ? {} : moving.rowProps(member.id)}
            onMove={(by) => moving.moveBy(member.id, by)}
            isFirst={place === 0}
            isLast={place === members.length - 1}
            onRemove={() => setLeaving(member)}
          />
        ))}
        {!isReadOnly && <NewMemberRow council={council} />}
      </Table>
      <ErrorNote error={order.error} />
      {!isReadOnly && (
        <p className={classes.hint}>
          <Keycaps shortcut="alt+arrowup" /> <Keycaps shortcut="alt+arrowdown" /> {t('members.orderHint')}
        </p>
      )}
      <div className="visually-hidden" aria-live="polite">
        {moving.said}
      </div>
      {leavingLater.length > 0 && <RetiredMembers when="later" members={leavingLater} isReadOnly={isReadOnly} />}
      {retired.length > 0 && <RetiredMembers when="past" members={retired} isReadOnly={isReadOnly} />}
      {pasting.block !== null && <PasteMembers council={council} block={pasting.block} onClose={pasting.close} />}
      <RemoveMember member={leaving?.isInUse === false ? leaving : null} onClose={() => setLeaving(null)} />
      {leaving?.isInUse === true && <RetireDialog member={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function RemoveMember({ member, onClose }: { member: Member | null; onClose: () => void }) {
  const { t } = useTranslation('councils')
  const remove = useMutation(orpc.councils.removeMember.mutationOptions())
  const leave = (): void => {
    onClose()
    remove.reset()
  }
  return (
    <ConfirmDialog
      isOpen={member !== null}
      title={t('members.removeTitle', { name: member?.name ?? '' })}
      confirmLabel={t('members.remove')}
      isDanger
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => member !== null && remove.mutate({ id: member.id }, { onSuccess: leave })}
      onClose={leave}
    >
      {t('members.removeText')}
    </ConfirmDialog>
  )
}
