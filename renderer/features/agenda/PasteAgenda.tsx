import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { withSpokenPairs } from '../../../shared/domain/pasted-table/spoken.ts'
import { orpc } from '../../api/client.ts'
import { PasteFrame } from '../../components/paste/PasteDialog.tsx'
import { useLanguages } from '../../components/paste/use-languages.ts'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import { exclusionSides } from './exclusion-sides.ts'
import { agendaTables, tableOf, type AgendaTableKind } from './agenda-table-kind.ts'
import { knockoutSides } from './knockout-sides.ts'
import { PasteExclusions } from './PasteExclusions.tsx'
import { PasteKnockouts } from './PasteKnockouts.tsx'
import { PasteProducts } from './PasteProducts.tsx'
import { spokenExclusions, spokenKnockouts } from './spoken-pairs.ts'

type Props = { readonly session: SessionDetail; readonly block: PastedBlock; readonly onClose: () => void }

/** A block from a spreadsheet over an agenda: products, who does not score which of them, or what knocks them out. */
export function PasteAgenda({ session, block, onClose }: Props) {
  const { t } = useTranslation('meeting')
  const { agenda, members } = session
  const { data: sets } = useQuery(orpc.rules.criteriaSets.queryOptions({ input: { ruleSetId: session.ruleSetId } }))
  const ofExclusions = useLanguages('meeting', spokenExclusions)
  const ofKnockouts = useLanguages('meeting', spokenKnockouts)
  const exclusions = useMemo(
    () => withSpokenPairs(exclusionSides(agenda, members), ofExclusions),
    [agenda, members, ofExclusions],
  )
  const knockouts = useMemo(() => withSpokenPairs(knockoutSides(agenda), ofKnockouts), [agenda, ofKnockouts])
  const proposed = useMemo(() => tableOf(block.text, { exclusions, knockouts }), [block.text, exclusions, knockouts])
  const [chosen, setChosen] = useState<{ readonly of: string; readonly kind: AgendaTableKind } | null>(null)
  // Another block is another question.
  const kind = chosen?.of === block.text ? chosen.kind : proposed
  if (sets === undefined) return null
  return (
    <PasteFrame title={t(`paste.title.${kind}`)} block={block} onClose={onClose}>
      {agenda.length > 0 && (
        <SegmentedControl
          size="xs"
          mb="xs"
          aria-label={t('paste.kind')}
          value={kind}
          data={agendaTables.map((value) => ({ value, label: t(`paste.kindOf.${value}`) }))}
          onChange={(value) => setChosen({ of: block.text, kind: value })}
        />
      )}
      {kind === 'products' && <PasteProducts session={session} sets={sets} block={block} onClose={onClose} />}
      {kind === 'exclusions' && (
        <PasteExclusions sessionId={session.id} sides={exclusions} block={block} onClose={onClose} />
      )}
      {kind === 'knockouts' && (
        <PasteKnockouts sessionId={session.id} sides={knockouts} block={block} onClose={onClose} />
      )}
    </PasteFrame>
  )
}
