import { describe, expect, it } from 'vitest'
import { createSaveStore } from './save-state.ts'

const at = new Date('2024-10-21T07:05:12Z')
const store = () => createSaveStore(() => at)

describe('createSaveStore', () => {
  it('says saved only when the last write under way has answered', () => {
    const saves = store()
    saves.start()
    saves.start()
    saves.succeed()
    expect(saves.read()).toEqual({ kind: 'saving' })
    saves.succeed()
    expect(saves.read()).toEqual({ kind: 'saved', at })
  })

  it('keeps a failed write in sight until a write succeeds', () => {
    const saves = store()
    const error = new Error('disk full')
    saves.start()
    saves.fail(error)
    expect(saves.read()).toEqual({ kind: 'failed', error })
    saves.start()
    saves.succeed()
    expect(saves.read().kind).toBe('saved')
  })

  it('keeps the saved time after a refusal, which wrote nothing', () => {
    const saves = store()
    saves.start()
    saves.succeed()
    saves.start()
    saves.refuse()
    expect(saves.read()).toEqual({ kind: 'saved', at })
  })
})
