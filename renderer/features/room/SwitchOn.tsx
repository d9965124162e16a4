import { Button, Checkbox, Radio } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomStatus } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import classes from './RoomPage.module.css'
import { MembersSee, WifiBoundary } from './RoomFacts.tsx'

/** Which network, and what switching on means, before it is done. */
export function SwitchOn({ session, certificate }: { session: SessionDetail; certificate: RoomStatus['certificate'] }) {
  const { t } = useTranslation('room')
  const networks = useQuery({ ...orpc.room.listInterfaces.queryOptions(), staleTime: 0 })
  const switchOn = useMutation(orpc.room.switchOn.mutationOptions())
  const [picked, setPicked] = useState<string | null>(null)
  // Who encrypted once goes on so.
  const [isEncrypted, setEncrypted] = useState(certificate !== null)
  const list = networks.data ?? []
  const chosen = list.find(({ address }) => address === picked) ?? list[0]
  const hasNetwork = list.some(({ isLoopback }) => !isLoopback)
  return (
    <Form
      className={classes.columns}
      onSubmit={() =>
        chosen !== undefined && switchOn.mutate({ sessionId: session.id, address: chosen.address, isEncrypted })
      }
    >
      <div className={classes.stack}>
        <p className={classes.lead}>{t('off.lead')}</p>
        <Radio.Group label={t('off.pick')} value={chosen?.address ?? ''} onChange={setPicked}>
          <div className={classes.networks}>
            {list.map(({ name, address, isLoopback }) => (
              <Radio
                key={address}
                value={address}
                label={`${name} · ${address}${isLoopback ? ` (${t('off.loopback')})` : ''}`}
              />
            ))}
          </div>
        </Radio.Group>
        {certificate !== 'office' && (
          <Checkbox
            label={t('off.encrypt')}
            description={t('off.encryptText')}
            checked={isEncrypted}
            onChange={(event) => setEncrypted(event.currentTarget.checked)}
          />
        )}
        {networks.data !== undefined && !hasNetwork && <p className={classes.attention}>{t('off.noNetwork')}</p>}
        <ErrorNote error={networks.error ?? switchOn.error} />
        <div className={classes.row}>
          <Button type="submit" loading={switchOn.isPending} disabled={chosen === undefined}>
            {t('off.deed')}
          </Button>
          <Button variant="default" onClick={() => void networks.refetch()}>
            {t('off.again')}
          </Button>
        </div>
      </div>
      <div className={classes.stack}>
        <WifiBoundary encryption={certificate === 'office' ? 'office' : isEncrypted ? 'made' : 'none'} />
        <MembersSee session={session} />
      </div>
    </Form>
  )
}
