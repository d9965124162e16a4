import type { TFunction } from 'i18next'
import type { SpokenPairs } from '../../../shared/domain/pasted-table/spoken.ts'
import type { Scoring } from './exclusion-sides.ts'

/** How a language says who does not score what, as it is copied and as it is read. */
export function spokenExclusions(t: TFunction<'meeting'>): SpokenPairs<Scoring> {
  const kinds = ['scores', 'recused', 'absent'] as const
  return {
    heads: spokenHeads((field) => t(`paste.exclusionField.${field}`)),
    words: kinds.map((kind) => [t(`members.kind.${kind}`), kind]),
  }
}

/** The same of what knocks out. */
export function spokenKnockouts(t: TFunction<'meeting'>): SpokenPairs<'no' | 'yes'> {
  const answers = ['no', 'yes'] as const
  return {
    heads: spokenHeads((field) => t(`paste.knockoutField.${field}`)),
    words: answers.map((answer) => [t(`knockouts.${answer}`), answer]),
  }
}

type Heads = SpokenPairs<unknown>['heads']

const spokenHeads = (headOf: (field: keyof Heads) => string): Heads => ({
  code: headOf('code'),
  name: headOf('name'),
  otherCode: headOf('otherCode'),
  otherName: headOf('otherName'),
  said: headOf('said'),
  reason: headOf('reason'),
})
