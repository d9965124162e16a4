import { useMutation } from '@tanstack/react-query'
import type { RegistrationDetail, RegistrationFields } from '../../../shared/api/registrations.ts'
import { orpc } from '../../api/client.ts'

export type RegistrationPart = { readonly registration: RegistrationDetail; readonly isReadOnly: boolean }

/** Saves some fields of a registration, one after the other. */
export function usePatch({ id }: Pick<RegistrationDetail, 'id'>) {
  const save = useMutation(orpc.registrations.save.mutationOptions({ scope: { id: `registration-${id}` } }))
  return async (fields: Partial<RegistrationFields>) => save.mutateAsync({ id, fields })
}
