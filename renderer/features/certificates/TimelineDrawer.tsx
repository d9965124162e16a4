import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Drawer } from '../../components/Drawer.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Timeline } from './Timeline.tsx'

/** One product beside the register: what happened to it, and what comes. */
export function TimelineDrawer({ productId, onClose }: { productId: number | null; onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const { data, error } = useQuery(
    orpc.register.timeline.queryOptions({ input: productId === null ? skipToken : { productId } }),
  )
  return (
    <Drawer isOpen={productId !== null} onClose={onClose} title={t('timeline.title')} size={520}>
      {productId !== null && <ErrorNote error={error} />}
      {productId !== null && data !== undefined && <Timeline timeline={data} />}
    </Drawer>
  )
}
