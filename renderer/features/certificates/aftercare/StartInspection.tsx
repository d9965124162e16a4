import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisteredCertificate } from '../../../../shared/api/certificate-register.ts'
import { orpc } from '../../../api/client.ts'
import { useIsReadOnly } from '../../../api/read-only.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'

/** Opens an inspection of the certificate's logo outside every route, the one that nobody made yet where there is one. */
export function StartInspection({ certificate: { source, id } }: { certificate: RegisteredCertificate }) {
  const { t } = useTranslation('inspections')
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const add = useMutation(
    orpc.aftercare.inspections.add.mutationOptions({
      onSuccess: ({ ids: [open] }) =>
        void navigate({ to: '/inspections', search: { ...(open !== undefined && { open }) } }),
    }),
  )
  if (isReadOnly) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={add.isPending}
        onClick={() => add.mutate({ routeId: null, certificates: [{ source, id }] })}
      >
        {t('start')}
      </Button>
      <ErrorNote error={add.error} />
    </>
  )
}
