import { expect, test } from 'vitest'
import { runManyDevices } from '../../helpers/many-devices.ts'

// `npm run bench -- room` runs it with 60 products.

test('fifteen devices score four products at once: nothing is lost and nothing doubled', async () => {
  const { expected, file } = await runManyDevices({ devices: 15, products: 4 })
  expect(expected).toEqual({ choices: 15 * 4 * 32, submissions: 15 * 4 })
  expect(file).toEqual({
    isIntact: true,
    choiceEvents: expected.choices,
    scores: expected.choices,
    confirmEvents: expected.submissions,
    confirmed: expected.submissions,
    acts: expected.choices + expected.submissions,
  })
})
