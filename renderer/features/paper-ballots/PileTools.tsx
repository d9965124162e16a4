import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PaperPile } from '../../../shared/api/paper-ballots.ts'
import { orpc } from '../../api/client.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import type { Reading } from './use-reading.ts'

/** What scanners and phones make. */
const accepted = '.pdf,.tif,.tiff,.jpg,.jpeg,.png'

type Props = { readonly sessionId: number; readonly pile: PaperPile; readonly reading: Reading }

/** Ways in which pages come to the pile, and the one in which it is put away. */
export function PileTools({ sessionId, pile, reading }: Props) {
  const { t } = useTranslation('paper')
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const clear = useMutation({ ...orpc.paperBallots.clear.mutationOptions(), meta: { writes: false } })
  const isEmpty = pile.files.length === 0
  const size = isEmpty ? 'sm' : 'xs'
  const isIdle = reading.deed.kind === 'idle' && pile.reading === null
  return (
    <>
      <FilePick
        accept={accepted}
        isMultiple
        onPick={(...files) => reading.add(files)}
        variant={isEmpty ? 'filled' : 'default'}
        size={size}
        command={{ id: 'paper.add', shortcut: 'alt+n' }}
      >
        {t(isEmpty ? 'tools.choose' : 'tools.add')}
      </FilePick>
      {status?.host.hasFileDialogs === true && (
        <CommandButton
          id="paper.watch"
          title={t('tools.watch')}
          shortcut="alt+m"
          variant="default"
          size={size}
          disabled={!isIdle}
          run={reading.watch}
        />
      )}
      {!isEmpty && isIdle && (
        <DeedButton
          label={t('tools.clear')}
          variant="subtle"
          size={size}
          title={t('tools.clearTitle')}
          deed={clear}
          inputOf={() => ({ sessionId })}
        >
          {t('tools.clearText')}
        </DeedButton>
      )}
    </>
  )
}
