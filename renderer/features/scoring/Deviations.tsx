import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { memberDeviations } from '../../../shared/domain/scoring/member-deviations.ts'
import { formatHundredths } from '../../../shared/domain/scoring/mean.ts'
import { useDesk } from '../../api/desk.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Table } from '../../components/Table.tsx'
import { memberLabel } from './member-label.ts'

type Props = {
  readonly session: Pick<SessionDetail, 'members' | 'regulation'>
  readonly rows: readonly BoardRow[]
}

/**
 * How far each member usually stands from the others: for the chair alone, where the regulations allow it, and only once it is
 * asked for, as the screen may be on the projector.
 */
export function Deviations({ session, rows }: Props) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const [isOpen, setOpen] = useState(false)
  const isForThem = desk !== undefined && (!desk.hasPeople || desk.person?.role === 'chair')
  if (!session.regulation.chairSeesDeviations || !isForThem) return null
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t('deviation.open')}
      </Button>
      <Dialog size="lg" isOpen={isOpen} title={t('deviation.title')} onClose={() => setOpen(false)}>
        <DeviationTable rows={rows} members={session.members} />
      </Dialog>
    </>
  )
}

function DeviationTable({ rows, members }: { rows: readonly BoardRow[]; members: SessionDetail['members'] }) {
  const { t } = useTranslation('scoring')
  const ids = members.map(({ id }) => id)
  const found = memberDeviations(
    ids,
    rows.map(({ cells, isRejected }) => (isRejected ? [] : cells)),
  )
  return (
    <>
      <p>{t('deviation.note')}</p>
      <Table
        caption={t('deviation.title')}
        isDense
        heads={[
          { key: 'member', head: t('deviation.member') },
          { key: 'products', head: t('deviation.products'), width: '96px', align: 'end' },
          { key: 'mean', head: t('deviation.mean'), width: '120px', align: 'end' },
          { key: 'largest', head: t('deviation.largest'), width: '200px', align: 'end' },
        ]}
      >
        {found.map(({ memberId, products, mean, largest }) => (
          <tr key={memberId}>
            <th scope="row">
              {memberLabel(
                members.find(({ id }) => id === memberId),
                t,
              )}
            </th>
            <td data-align="end">{products}</td>
            <td data-align="end">{mean === null ? '–' : signed(mean)}</td>
            <td data-align="end">
              {largest === null ? '–' : `${signed(largest.points)} (${rows[largest.row]?.code ?? ''})`}
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

const signed = (points: number): string =>
  `${points > 0 ? '+' : points < 0 ? '−' : ''}${formatHundredths(Math.round(Math.abs(points) * 100))}`
