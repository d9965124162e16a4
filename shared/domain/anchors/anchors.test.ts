import { expect, it } from 'vitest'
import { thinAnchors, type Anchor } from './anchors.ts'

const anchor = (seq: number, at: string): Anchor => ({ at, why: 'close', commits: seq, seq, hash: `h${seq}` })

it('keeps the first, the newest and the last of each day in Vietnam', () => {
  const anchors = [
    anchor(1, '2026-11-20T01:00:00Z'),
    anchor(2, '2026-11-20T02:00:00Z'),
    anchor(3, '2026-11-20T16:59:00Z'),
    anchor(4, '2026-11-20T17:00:00Z'),
    anchor(5, '2026-11-20T18:00:00Z'),
    anchor(6, '2026-11-21T20:00:00Z'),
    anchor(7, '2026-11-21T21:00:00Z'),
  ]
  expect(thinAnchors(anchors, 1).map(({ seq }) => seq)).toEqual([1, 3, 5, 7])
  expect(thinAnchors(anchors, 3).map(({ seq }) => seq)).toEqual([1, 3, 5, 6, 7])
  expect(thinAnchors(anchors)).toEqual(anchors)
})
