import { importedReason, type EarlierRound } from './session-record.ts'

/** True where nothing tells why a round was left: it came with an import, and its spread kept within the limit. */
export function isUnexplained({ reason, result }: EarlierRound, spreadLimit: number): boolean {
  return reason === importedReason && result.spread <= spreadLimit
}
