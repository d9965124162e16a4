import { describe, expect, it } from 'vitest'
import { secondsAfterWrong } from './password-wait.ts'

describe('the wait after wrong passwords', () => {
  it('forgives two slips, then doubles up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 9, 10, 11, 1000].map(secondsAfterWrong)).toEqual([0, 0, 0, 2, 4, 8, 128, 256, 300, 300])
  })

  it('leaves about three hundred tries a day', () => {
    let [seconds, tries] = [0, 0]
    while (seconds < 86_400) {
      tries += 1
      seconds += secondsAfterWrong(tries)
    }
    expect(tries).toBeLessThan(300)
  })
})
