import { expect, test } from 'vitest'
import { runKills } from '../../helpers/kill-run.ts'

// `npm run bench -- kill` runs it with 200 points.

test('killed at six random points while fifteen devices score, every acknowledged choice is there', async () => {
  const { kills, acknowledged, lost, brokenChains, file } = await runKills({
    kills: 6,
    devices: 15,
    products: 3,
    seed: 20_261_120,
  })
  expect({ kills, lost, brokenChains }).toEqual({ kills: 6, lost: [], brokenChains: 0 })
  expect(acknowledged).toBeGreaterThan(15)
  // Each act changed something, so each is one event: none doubled by being repeated after a restart.
  expect(file).toMatchObject({ isIntact: true, choiceEvents: acknowledged, acts: acknowledged })
})

test('killed while two clerks’ laptops and three phones key twelve products, nothing is lost and nothing doubled', async () => {
  const { lost, brokenChains, acknowledged, file } = await runKills({
    kills: 4,
    devices: 3,
    laptops: 2,
    products: 12,
    seed: 20_261_126,
  })
  expect({ lost, brokenChains }).toEqual({ lost: [], brokenChains: 0 })
  expect(acknowledged).toBeGreaterThan(15)
  expect(file).toMatchObject({ isIntact: true, choiceEvents: acknowledged, acts: acknowledged })
})
