import { describe, expect, it } from 'vitest'
import { readWaiting, sayWaiting } from './waiting-header.ts'

describe('what a phone says that waits on it', () => {
  it('is read as it was said, product by product', () => {
    const acts = [{ agendaItemId: 7 }, { agendaItemId: 12 }, { agendaItemId: 7 }]
    expect(sayWaiting(acts)).toBe('7:2,12:1')
    expect([...readWaiting(sayWaiting(acts))]).toEqual([
      [7, 2],
      [12, 1],
    ])
    expect(readWaiting(sayWaiting([])).size).toBe(0)
  })

  it('stays short, and what no page of ours says is nothing', () => {
    const many = Array.from({ length: 300 }, (_item, index) => ({ agendaItemId: index + 1 }))
    expect(readWaiting(sayWaiting(many)).size).toBe(100)
    for (const text of ['7', '7:', 'a:1', '7:1;8:1', '7:99999', '-7:1']) expect(readWaiting(text).size).toBe(0)
  })
})
