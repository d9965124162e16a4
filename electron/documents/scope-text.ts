import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import type { Authority } from './authority.ts'

/** Whose products of which year and round: `tỉnh Phú Thọ năm 2026 (đợt 1)`. */
export function scopeText(
  authority: Pick<Authority, 'area'>,
  session: Pick<SessionRecord['session'], 'year' | 'round'>,
): string {
  return `${authority.area === '' ? 'cấp quốc gia' : authority.area} năm ${session.year} (đợt ${session.round})`
}
