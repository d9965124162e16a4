import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { copiedCells } from '../../components/copied-cells.ts'
import { toClipboard } from '../../components/to-clipboard.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { copiedExclusions, copiedKnockouts, type CopiedPairs } from './copied-pairs.ts'

/** What stands in the drawers of the agenda, as cells: who does not score what, and the answers that knock out. */
export function CopyPairs({ session: { agenda, members } }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const [copied, setCopied] = useState<number | null>(null)
  const tables = {
    exclusions: (): CopiedPairs => copiedExclusions(agenda, members, t),
    knockouts: (): CopiedPairs => copiedKnockouts(agenda, t),
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle">
            {t('agenda.copyPairs')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['exclusions', 'knockouts'] as const).map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => {
                const { heads, rows } = tables[kind]()
                toClipboard(copiedCells([heads, ...rows]))
                setCopied(rows.length)
              }}
            >
              {t(`paste.kindOf.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span role="status">
        {copied !== null && t('common:copyTable.copied', { count: copied, shown: wholeNumber(copied) })}
      </span>
    </>
  )
}
