import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Drawer } from '../../components/Drawer.tsx'
import type { RowSteps } from '../../components/drawer-steps/DrawerSteps.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Timeline } from './Timeline.tsx'

type Props = { readonly steps: RowSteps; readonly onClose: () => void }

/** One product beside the register: what happened to it, and what comes. */
export function TimelineDrawer({ steps, onClose }: Props) {
  const { id: productId } = steps
  const { t } = useTranslation('certificates')
  const { data, error } = useQuery(
    orpc.register.timeline.queryOptions({ input: productId === null ? skipToken : { productId } }),
  )
  return (
    <Drawer isOpen={productId !== null} onClose={onClose} title={t('timeline.title')} size={520} steps={steps}>
      {productId !== null && <ErrorNote error={error} />}
      {productId !== null && data !== undefined && <Timeline timeline={data} />}
    </Drawer>
  )
}
