import { describe, expect, test } from 'vitest'
import { takeNext } from './take-next.ts'

const batches = ['pack']
const [page, list, pack, print] = [{ kind: 'page' }, { kind: 'list' }, { kind: 'pack' }, { kind: 'pack' }]

function next(waiting: { readonly kind: string }[], atWork: readonly { readonly kind: string }[] = []) {
  const left = [...waiting]
  return { taken: takeNext({ waiting: left, atWork, batches }), left }
}

describe('the job that is begun now', () => {
  test('is the first that waits', () => {
    expect(next([page, list])).toEqual({ taken: page, left: [list] })
    expect(next([pack, print])).toEqual({ taken: pack, left: [print] })
    expect(next([])).toEqual({ taken: null, left: [] })
  })

  test('is a short one before a batch', () => {
    expect(next([pack, page]).taken).toBe(page)
  })

  test('is none while a short one is at work', () => {
    expect(next([list, pack], [page])).toEqual({ taken: null, left: [list, pack] })
  })

  test('is a short one in between the pieces of a batch, one at a time', () => {
    expect(next([print, page, list], [pack])).toEqual({ taken: page, left: [print, list] })
    expect(next([list], [pack, page]).taken).toBeNull()
  })

  test('is no batch while another is at work', () => {
    expect(next([print], [pack])).toEqual({ taken: null, left: [print] })
  })
})
