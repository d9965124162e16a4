import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { NumberForm } from '../../components/papers/NumberForm.tsx'
import { UnprintableOnPapers } from '../../components/papers/UnprintableTexts.tsx'

type Props = { readonly papers: readonly OfficePaper[]; readonly onNumbered: () => void; readonly onClose: () => void }

/** Gives papers of one kind their numbers, one after the other. */
export function NumberPapers({ papers, ...deeds }: Props) {
  const [first] = papers
  return first === undefined ? null : <NumberDialog papers={papers} first={first} {...deeds} />
}

function NumberDialog({ papers, first, onNumbered, onClose }: Props & { readonly first: OfficePaper }) {
  const { t } = useTranslation('papers')
  const { propose, enter: entering } = orpc.officePapers
  const { data, error } = useQuery(propose.queryOptions({ input: { paper: first }, gcTime: 0, staleTime: Infinity }))
  const enter = useMutation(entering.mutationOptions())
  return (
    <Dialog title={t('number.title', { kind: t(`documents:kind.${first.kind}`) })} size="lg" onClose={onClose}>
      <ErrorNote error={error} />
      <UnprintableOnPapers papers={papers} />
      {data !== undefined && (
        <NumberForm
          proposal={data}
          proposeOn={(issuedOn) => propose.call({ paper: first, issuedOn })}
          count={papers.length}
          isPending={enter.isPending}
          error={enter.error}
          onGive={(given) =>
            enter.mutate(
              { papers: [...papers], ...given },
              {
                onSuccess: () => {
                  onClose()
                  onNumbered()
                },
              },
            )
          }
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
