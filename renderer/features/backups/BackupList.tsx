import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/api/backups.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'

type Props = {
  readonly backups: readonly Backup[]
  readonly onRestore: (backup: Backup) => void
  readonly onTake: (backup: Backup) => void
}

export function BackupList({ backups, onRestore, onTake }: Props) {
  const { t } = useTranslation('backups')
  return (
    <DataTable
      caption={t('list.title')}
      minWidth="800px"
      rows={backups}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'time',
          head: t('list.time'),
          width: '175px',
          isRowHead: true,
          cell: ({ madeAt, occasion }) => (
            <>
              <div>{dateAndTime(madeAt)}</div>
              <div>{t(`occasion.${occasion}`)}</div>
            </>
          ),
        },
        { key: 'holds', head: t('list.holds'), cell: (backup) => <Holds backup={backup} /> },
        { key: 'size', head: t('list.size'), width: '100px', align: 'end', cell: ({ size }) => sizeText(size) },
        { key: 'place', head: t('list.place'), width: '160px', cell: (backup) => <Place backup={backup} /> },
        {
          key: 'deeds',
          head: '',
          width: '205px',
          align: 'end',
          cell: (backup) => (
            <Group gap={8} justify="flex-end" wrap="nowrap">
              {backup.place !== 'aside' && (
                <Button size="compact-sm" variant="subtle" onClick={() => onTake(backup)}>
                  {t('list.take')}
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => onRestore(backup)}>
                {t(backup.place === 'aside' ? 'list.putBack' : 'list.restore')}
              </Button>
            </Group>
          ),
        },
      ]}
    />
  )
}

function Holds({ backup: { facts, file } }: { backup: Backup }) {
  const { t } = useTranslation('backups')
  return (
    <>
      <div>{facts?.name ?? file.name}</div>
      <div>
        {facts === null ? t('list.unread') : t('list.counts', { ...facts })}
        {facts?.lastBallotAt != null && ` · ${t('list.lastBallot', { time: dateAndTime(facts.lastBallotAt) })}`}
      </div>
    </>
  )
}

function Place({ backup: { place, location, isEncrypted, hasOtherPassword } }: { backup: Backup }) {
  const { t } = useTranslation('backups')
  return (
    <div title={location}>
      {t(`place.${place}`)}
      {isEncrypted && `, ${t(hasOtherPassword ? 'list.otherPassword' : 'list.encrypted')}`}
      <div>
        <StateMark tone={place === 'aside' ? 'plain' : 'good'}>
          {t(place === 'aside' ? 'list.asItWas' : 'list.checked')}
        </StateMark>
      </div>
    </div>
  )
}

const sizeText = (bytes: number): string => `${wholeNumber(Math.ceil(bytes / 1024))} KB`
