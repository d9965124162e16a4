import { expect, test } from 'vitest'
import { isOneSlip, producerKey } from './name-keys.ts'
import { producerSlips } from './producer-slips.ts'

const known = ['HTX Ong Mường', 'HTX Mường Bi', 'HTX Mường Vang', 'Công ty TNHH Hà Phong', 'HKD Bà Tư'].map(producerKey)
const slips = producerSlips<string>()
for (const key of known) slips.add(key, key)

/** Every way to slip once in a key. */
const slipped = (key: string): readonly string[] =>
  [...key].flatMap((sign, at) => [
    key.slice(0, at) + key.slice(at + 1),
    `${key.slice(0, at)}z${key.slice(at)}`,
    `${key.slice(0, at)}z${key.slice(at + 1)}`,
    key.slice(0, at) + sign + key.slice(at),
  ])

test('finds what comparing every key finds, wherever the slip is', () => {
  for (const key of [...known.flatMap(slipped), ...known, producerKey('HTX Mường Động'), '']) {
    const all = known.filter((other) => isOneSlip(other, key))
    expect(slips.nearTo(key).toSorted()).toEqual(all.toSorted())
  }
})
