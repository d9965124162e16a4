import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { RoomCode, RoomMember } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import classes from './CodeSlips.module.css'
import { Fingerprint } from './Fingerprint.tsx'
import { QrCode } from './QrCode.tsx'

type Props = {
  session: SessionDetail
  members: readonly RoomMember[]
  codes: readonly RoomCode[]
  link: string
  fingerprint: string | null
}

/** One slip a member, to cut apart and hand out; only paper shows it. */
export function CodeSlips({ session, members, codes, link, fingerprint }: Props) {
  const { t } = useTranslation('room')
  return createPortal(
    <div className={classes.slips}>
      {members.map(({ memberId, seat, role, name }) => {
        const code = codes.find((one) => one.memberId === memberId)?.code
        if (code === undefined || code === null) return null
        return (
          <section key={memberId} className={classes.slip}>
            <div className={classes.words}>
              <p>
                {session.councilName} · {formatDate(session.heldOn)}
              </p>
              <p className={classes.name}>{name}</p>
              <p>{t('slips.seat', { seat, role: t(`common:role.${role}`) })}</p>
              <p className={classes.label}>{t('slips.code')}</p>
              <p className={classes.code}>{code}</p>
              <p className={classes.label}>{t('slips.link')}</p>
              <p>{link}</p>
              <p className={classes.label}>{t('slips.keep')}</p>
              {fingerprint !== null && <Fingerprint of={fingerprint} />}
            </div>
            <QrCode link={link} />
          </section>
        )
      })}
    </div>,
    document.body,
  )
}
