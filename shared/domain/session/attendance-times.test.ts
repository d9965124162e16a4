import { expect, it } from 'vitest'
import { timesProblem } from './attendance-times.ts'

it('lets a member leave only after having arrived', () => {
  expect(timesProblem({ arrivedAt: '08:05', leftAt: '11:30' })).toBeNull()
  expect(timesProblem({ arrivedAt: '13:30', leftAt: '11:30' })).toBe('left-before-arrival')
  expect(timesProblem({ arrivedAt: '08:05', leftAt: '08:05' })).toBe('left-before-arrival')
  expect(timesProblem({ arrivedAt: '09:59', leftAt: '10:00' })).toBeNull()
})

it('finds nothing while one of the times is open', () => {
  expect(timesProblem({ arrivedAt: null, leftAt: '07:00' })).toBeNull()
  expect(timesProblem({ arrivedAt: '18:00', leftAt: null })).toBeNull()
})
