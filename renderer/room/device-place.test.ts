import { describe, expect, it } from 'vitest'
import { hashOf, readPlace, type DevicePlace } from './device-place.ts'

describe('readPlace', () => {
  it.each<DevicePlace>([
    { screen: 'products' },
    { screen: 'ballot', agendaItemId: 7, row: null },
    { screen: 'ballot', agendaItemId: 7, row: 0 },
    { screen: 'ballot', agendaItemId: 12, row: 31 },
    { screen: 'review', agendaItemId: 7 },
  ])('reads back %j', (place) => {
    expect(readPlace(hashOf(place))).toEqual(place)
  })

  it.each(['', '#', '#/0', '#/x', '#/7/x', '#/7/1/2', '#/-3', '#token=abc'])('takes %s for the list', (hash) => {
    expect(readPlace(hash)).toEqual({ screen: 'products' })
  })
})
