import type { Level } from '../../../shared/domain/rules/rule-set.ts'

/** Levels whose councils score; the commune level only checks dossiers under every rule set that ships. */
export const councilLevels = ['province', 'district', 'central'] as const satisfies readonly Level[]
