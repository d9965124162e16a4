import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { NumberForm } from '../../components/papers/NumberForm.tsx'

type Props = { readonly sessionId: number; readonly kind: NumberedKind; readonly onClose: () => void }

/** Gives a document of a session its number. */
export function NumberDialog({ sessionId, kind, onClose }: Props) {
  const { t } = useTranslation('papers')
  const { register } = orpc.documents
  const proposed = register.propose.queryOptions({ input: { sessionId, kind }, gcTime: 0, staleTime: Infinity })
  const { data, error } = useQuery(proposed)
  const enter = useMutation(register.enter.mutationOptions())
  return (
    <Dialog title={t('number.title', { kind: t(`documents:kind.${kind}`) })} size="lg" onClose={onClose}>
      <ErrorNote error={error} />
      {data !== undefined && (
        <NumberForm
          proposal={data}
          proposeOn={(issuedOn) => register.propose.call({ sessionId, kind, issuedOn })}
          isPending={enter.isPending}
          error={enter.error}
          onGive={(given) => enter.mutate({ sessionId, kind, ...given }, { onSuccess: onClose })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
