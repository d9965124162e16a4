import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/api/contract.ts'
import { liveTopics } from '../../shared/api/live.ts'
import { stalePaths } from './live-topics.ts'

describe('stalePaths', () => {
  it('refreshes everything when the file changes', () => {
    expect(stalePaths({ topics: ['ballots', 'workspace'] })).toBe('all')
  })

  it('names each path once for several topics', () => {
    const paths = stalePaths({ topics: ['ballots', 'results'] })
    if (paths === 'all') throw new Error('expected paths')
    const names = paths.map((path) => path.join('.'))
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('ballots')
    expect(names).toContain('results')
  })

  it('adds to the audit with every change', () => {
    for (const topic of liveTopics) {
      const paths = stalePaths({ topics: [topic] })
      expect(paths === 'all' || paths.some(([feature]) => feature === 'audit')).toBe(true)
    }
  })

  it('names only features and procedures of the contract', () => {
    const features: Readonly<Record<string, object>> = contract
    for (const topic of liveTopics) {
      const paths = stalePaths({ topics: [topic] })
      if (paths === 'all') continue
      for (const [feature, verb] of paths) {
        expect(Object.keys(features)).toContain(feature)
        expect(Object.keys(features[feature] ?? {})).toEqual(expect.arrayContaining(verb === undefined ? [] : [verb]))
      }
    }
  })

  it('reaches the feature that the topic is named after', () => {
    for (const topic of liveTopics.filter((name) => name !== 'workspace')) {
      const paths = stalePaths({ topics: [topic] })
      expect(paths === 'all' ? [] : paths).toContainEqual([topic])
    }
  })
})
