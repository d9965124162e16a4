import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenRoomFacts, RoomStatus } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { useCommands } from '../../app/commands/command-store.ts'
import { clockTime } from '../../components/clock-time.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ProgressLine } from '../../components/progress/ProgressLine.tsx'
import { useBallotProgress } from '../../components/progress/use-ballot-progress.ts'
import { useUnsentPhones } from '../../components/use-unsent-phones.ts'
import { UnsentPhones } from '../../components/UnsentPhones.tsx'
import { CodeSlips } from './CodeSlips.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { QrCode } from './QrCode.tsx'
import { MembersSee, WifiBoundary, type RoomEncryption } from './RoomFacts.tsx'
import { RoomClerks } from './RoomClerks.tsx'
import { RoomMembers } from './RoomMembers.tsx'
import classes from './RoomPage.module.css'

type OpenRoomProps = {
  session: SessionDetail
  status: RoomStatus
  open: OpenRoomFacts
}

/** The room while it is on: how to get in, who is in, and how to end it. */
export function OpenRoom({ session, status, open }: OpenRoomProps) {
  const { t } = useTranslation('room')
  const codes = useQuery(orpc.room.showCodes.queryOptions())
  const [areCodesShown, setCodesShown] = useState(false)
  const toggleCodes = (): void => setCodesShown(!areCodesShown)
  // After an unexpected end of the application codes still work, but nobody can print them any more.
  const canPrint = codes.data?.some(({ code }) => code !== null) ?? false
  const print = (): void => window.print()
  const codesTitle = t(areCodesShown ? 'on.hideCodes' : 'on.showCodes')
  useCommands([
    { id: 'room.codes', title: codesTitle, group: 'here', run: toggleCodes },
    ...(canPrint
      ? [{ id: 'room.print', title: t('on.print'), group: 'here', shortcut: 'mod+p', run: print } as const]
      : []),
  ])
  const { done, of, left } = useBallotProgress(
    useQuery(orpc.ballots.board.queryOptions({ input: { sessionId: session.id } })),
  )
  const connected = status.members.filter((member) => member.connected > 0).length
  return (
    <>
      <AddressNote open={open} />
      <div className={classes.columns}>
        <div className={classes.entry}>
          <QrCode link={open.link} />
          <div className={classes.stack}>
            <div>
              <p className={classes.soft}>{t('on.link')}</p>
              <p className={classes.link} data-testid="room-link">
                {open.link}
              </p>
            </div>
            <p>{t('on.howTo')}</p>
            {open.fingerprint !== null && <Fingerprint of={open.fingerprint} />}
            <p className={classes.soft}>{t('on.since', { time: clockTime(open.startedAt).slice(0, 5) })}</p>
            <SwitchOff sessionId={session.id} />
          </div>
        </div>
        <WifiBoundary encryption={encryptionOf(open)} />
      </div>
      <div className={classes.bar}>
        <strong role="status">{t('on.count', { connected, members: status.members.length })}</strong>
        {of > 0 && (
          <ProgressLine label={t('on.ballots')} percent={(done / of) * 100} left={left} data-testid="room-ballots">
            {t('on.ballotsDone', { done, of })}
          </ProgressLine>
        )}
        <div className={classes.row}>
          <Button variant="default" onClick={toggleCodes} aria-pressed={areCodesShown}>
            {codesTitle}
          </Button>
          <Button variant="default" onClick={print} disabled={!canPrint}>
            {t('on.print')}
          </Button>
        </div>
      </div>
      <ErrorNote error={codes.error} />
      <RoomMembers session={session} members={status.members} codes={codes.data ?? []} areCodesShown={areCodesShown} />
      <RoomClerks session={session} clerks={status.clerks} codes={codes.data ?? []} areCodesShown={areCodesShown} />
      <MembersSee session={session} />
      <CodeSlips
        session={session}
        members={status.members}
        codes={codes.data ?? []}
        link={open.link}
        fingerprint={open.fingerprint}
      />
    </>
  )
}

const encryptionOf = ({ isEncrypted, fingerprint }: OpenRoomFacts): RoomEncryption =>
  isEncrypted ? (fingerprint === null ? 'office' : 'made') : 'none'

/** The link that phones know leads nowhere: said above the new one. */
function AddressNote({ open: { isCutOff, moved } }: { open: OpenRoomFacts }) {
  const { t } = useTranslation('room')
  if (!isCutOff && moved === null) return null
  const time = clockTime(new Date(moved?.at ?? 0)).slice(0, 5)
  return (
    <div className={classes.moved} role="alert" data-testid="room-moved">
      <strong>{isCutOff ? t('on.cutOffTitle') : t('on.movedTitle', { time })}</strong>
      <p>{t(isCutOff ? 'on.cutOffText' : 'on.movedText')}</p>
    </div>
  )
}

function SwitchOff({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('room')
  const switchOff = useMutation(orpc.room.switchOff.mutationOptions())
  const phones = useUnsentPhones(sessionId)
  return (
    <div>
      <DeedButton
        label={t('on.switchOff')}
        title={t('on.switchOffAsk')}
        isDanger
        waitLabel={phones.length > 0 ? t('unsent.wait') : undefined}
        deed={switchOff}
        inputOf={() => undefined}
      >
        {t('on.switchOffText')}
        <UnsentPhones sessionId={sessionId} />
      </DeedButton>
    </div>
  )
}
