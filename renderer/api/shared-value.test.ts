import { describe, expect, it } from 'vitest'
import { sharedValue } from './shared-value.ts'

describe('sharedValue', () => {
  it('tells its listeners of another value until they leave', () => {
    const shared = sharedValue(1)
    const seen: number[] = []
    const leave = shared.subscribe(() => seen.push(shared.read()))
    shared.set(2)
    shared.set(2)
    shared.set(3)
    leave()
    shared.set(4)
    expect(seen).toEqual([2, 3])
    expect(shared.read()).toBe(4)
  })
})
