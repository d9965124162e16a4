import { skipToken, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Drawer } from '../../components/Drawer.tsx'
import type { RowSteps } from '../../components/drawer-steps/DrawerSteps.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { EditProducer } from './EditProducer.tsx'

/** One producer beside the list. */
export function ProducerDrawer({ steps, onClose }: { steps: RowSteps; onClose: () => void }) {
  const { id } = steps
  const { data: producer, error } = useQuery(
    orpc.producers.get.queryOptions({ input: id === null ? skipToken : { id } }),
  )
  return (
    <Drawer
      isOpen={id !== null}
      onClose={onClose}
      title={producer?.id === id ? producer?.name : ''}
      size={520}
      steps={steps}
    >
      {id !== null && <ErrorNote error={error} />}
      {id !== null && producer?.id === id && <EditProducer key={id} producer={producer} onGone={onClose} />}
    </Drawer>
  )
}
