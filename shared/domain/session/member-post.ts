import { searchKey } from '../vietnamese/search-key.ts'
import type { MemberRecord } from './session-record.ts'

/**
 * The post in the organisation, which is said once: `Trưởng phòng` of `Phòng Y tế` is `Trưởng phòng Y tế`, `Phó Giám đốc
 * Sở` of `Sở Công Thương` is `Phó Giám đốc Sở Công Thương`.
 */
export function postOfMember({ position, organisation }: Pick<MemberRecord, 'position' | 'organisation'>): string {
  if (searchKey(position).includes(searchKey(organisation))) return position
  const [post, body] = [position, organisation].map((text) => text.split(' ').filter((word) => word !== ''))
  if (post === undefined || body === undefined) return position
  const isShared = (count: number) =>
    searchKey(post.slice(-count).join(' ')) === searchKey(body.slice(0, count).join(' '))
  const shared = [3, 2, 1].find((count) => count <= Math.min(post.length, body.length) && isShared(count)) ?? 0
  return [...post, ...body.slice(shared)].join(' ')
}
